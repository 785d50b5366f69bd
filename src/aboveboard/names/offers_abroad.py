"""More that is put beside a name, language by language: who answers (csr, helpline), what is promised (premios, undian), who asks (HR).

The same concepts in every language: official, help, hotline, refund, compensation, complaint, verification, security, fraud, recovery,
account, payment, loan, grant, prize, winner, voucher, job, press, ticket, delivery, appointment, admission, fine, tax, notice, agent.
Written down from general knowledge. Nothing that a town, a club, an audience or another trade is called by is among them.
"""

from __future__ import annotations

__all__ = ["EITHER", "HEADS", "PACKED", "SHORT"]

_EUROPE = (
    # English
    "csr svc dept cares helps assist assists assistant assistance helpcentre helplines advisor advisors adviser advisers agents rep reps representative representatives officers specialist specialists executive executives operator operators concierge "
    "frontdesk reception enquiry enquiries inquiry inquiries feedback escalation resolutions responses refund|team refund|dept refunded compensation compensations reimbursement reimbursements payout payouts settlement settlements withdrawal withdrawals "
    "deposit deposits remittance bonuses dividends earnings investor|relations recoveries fund|recovery asset|recovery prizes prize|draw prize|team prize|dept raffle raffles sweepstakes lottery winner winners lucky|draw competition competitions freebies "
    "vacancies vacancy hiring|team recruiters talent|team talent|acquisition human|resources internships internship apprenticeships onboarding payroll interview interviews applications apply press press|office press|desk newsdesk news|desk media|relations media|office pressroom "
    "authentication authenticator activation activate validate id|check identity|check compliance reactivation renewal renewals suspension unlock|team unblock fraud fraud|alert fraud|alerts fraud|dept scam|alert security|alert alerts safety|team protection antifraud anti|fraud "
    "missed|delivery failed|delivery delivery|fee delivery|update customs|clearance shipping shipment shipments collections returns pickup dispatch warehouse clearance clearance|sale warehouse|clearance outlet|sale factory|outlet liquidation closing|sale "
    "scholarships|office admissions|desk admissions|office admission exams exam|results registrar bursary bursaries fees fee fee|payment tuition|fees grants|office grant benefits benefit tax|office tax|return licence|renewal permit|office visas visa visa|office passport|office passports "
    "penalty|charge parking|fines bill bill|help bill|support bill|pay tender tenders box|office ticket|office ticket|resale ticketing memberships season|tickets meet|and|greet token|sale nft|drop wallet|support wallet|connect upgrade "
    "claim|portal staff|portal netbank mbank ibank whatsapp|support telegram|group vip|group signal|group trading|signals hours 24hours 24hrs hotline|24 contact|number phone|number toll|free online|desk service|desk help|line care|line info|line the|real "
    # Spanish, Catalan, Galician
    "cita|previa citas sede|virtual asistencia asesor asesores asesoría gestor gestores ejecutivo ejecutivos agente operador línea|directa indemnización indemnizaciones compensación bono premio ganador ganadores rifa loterías cupones vales vale reclutamiento vacantes vacante bolsa|de|trabajo "
    "recursos|humanos rrhh gabinete|de|prensa sala|de|prensa renovación renovaciones activación desbloqueo bloqueo alerta|fraude antifraude recuperación cobranzas cobranza facturación paquetería aduana aduanas entregas devolución liquidación rebajas outlet inscripción matrícula matrículas subvenciones subvención "
    "becas|y|ayudas ayuda|social multas|y|tasas tasas pago|de|multas hacienda préstamos|rápidos créditos|rápidos inversiones sorteo|oficial entradas|oficiales taquilla reventa canal|whatsapp grupo|whatsapp ajuts feina premsa sorteig "
    # Portuguese
    "atende atendente ouvidoria apoio apoio|ao|cliente assessoria assessor gerente agente indenização indenizações ressarcimento estorno bônus prêmio ganhador ganhadores sorteio|oficial rifa cupom cupons vale recrutamento vagas|de|emprego emprego empregos trabalhe|conosco rh recursos|humanos assessoria|de|imprensa "
    "renovação ativação desbloqueio bloqueio antifraude recuperação cobrança cobranças fatura faturas segunda|via 2|via alfândega entregas devolução liquidação saldão promo|relâmpago inscrição auxílios bolsa bolsas taxa taxas tributos|online empréstimo|rápido consignado investimentos bilheteria grupo|vip "
    # French
    "conseil conseiller|clientèle agent agents standard assistance|technique indemnisation indemnisations indemnité dédommagement remboursements|clients lot lots gagnant gagnants tirage tirage|au|sort tombola bon|d|achat bons|d|achat chèque|cadeau recrute recrutements offres|d|emploi carrière carrières candidatures ressources|humaines rh stages "
    "service|presse salle|de|presse relations|presse renouvellement activation déblocage alerte|fraudes antifraude recouvrement facturation factures facture douane douanes livraisons retours déstockage liquidation ventes|privées préinscription scolarité aides|et|primes prime|énergie allocation allocations subvention subventions amende "
    "paiement|amendes taxe taxes impôt crédit|rapide prêt|rapide investissement billets groupe|vip contactez|nous "
    # German
    "berater beratung sachbearbeiter ansprechpartner mitarbeiterin servicenummer hotline|24 störungsdienst entschädigung entschädigungen erstattung erstattungen auszahlung auszahlungen rückzahlung bonusaktion prämie prämien gewinner gewinnbenachrichtigung verlosung verlosungen lotterie freikarten stellenangebote stellenmarkt stellen personalabteilung personal bewerbungen praktikum "
    "presseamt pressemitteilungen verifizierungsstelle kontoverifizierung entsperrung sicherheitshinweis betrugswarnung betrugsschutz inkasso schadenservice schadenmeldung schadensmeldung schadenabteilung rechnungsstelle zoll zollgebühr lieferung lieferungen versandservice retouren räumungsverkauf lagerverkauf ausverkauf werksverkauf anmeldung studienplatz "
    "förderung fördermittel zuschuss zuschüsse soforthilfe kindergeld bußgeldstelle steuererstattung steuer steuern blitzkredit sofortkredit geldanlage ticketservice ticketshop kartenverkauf gutscheinaktion bürgertelefon servicehotline "
    # Italian
    "consulente consulenti operatore operatori numero|verde risarcimento risarcimenti indennizzo indennizzi premio vincitori vincitore estrazione lotteria buono buoni buoni|spesa lavora|con|noi posizioni|aperte selezione selezioni risorse|umane ufficio|stampa rinnovo rinnovi attivazione sblocco antifrode recupero recupero|crediti fatturazione fattura fatture "
    "dogana dogane consegna consegne resi svendita saldi immatricolazioni contributi contributo sussidi agevolazioni sanzioni tassa tasse prestiti|veloci investimenti biglietteria gruppo|vip contattaci "
    # Dutch, Nordic, Finnish
    "adviseur medewerker helpdesknummer schadevergoeding compensatie uitbetaling prijs prijzen winnaar winnaars winactie loterij bonnen cadeaubon werving werken|bij solliciteren personeelszaken persdienst perskamer voorlichting verificatie activatie deblokkeren fraudehelpdesk fraudealarm incasso facturen factuur douane levering leveringen retouren uitverkoop "
    "toelagen toeslag toeslagen subsidie subsidies belastingen naheffing lenen|snel kaartverkoop erstatning kompensation ersättning återbetalning tilbakebetaling tilbagebetaling utbetalning utbetaling udbetaling vinnare vinner vinder tävling konkurranse konkurrence lotteri presentkort gavekort lediga|jobb ledige|stillinger ledige|job rekryttering pressrum presse|kontakt "
    "verifiering verifisering verifikation säkerhet sikkerhet sikkerhed bedrägeri svindelvarsling svindel inkasso leverans leveranser levering returer rea utförsäljning bidrag tilskudd tilskud böter bøter bøder skatteåterbäring korvaus hyvitys palautus palautukset voittaja voittajat arvonta lahjakortti rekrytointi työpaikat avoimet|työpaikat tiedotus vahvistus turvallisuus perintä toimitus "
    # Polish, Czech, Slovak, Hungarian, Romanian, Baltic, Albanian
    "infolinia doradca doradcy konsultant konsultanci odszkodowanie odszkodowania rekompensata zwroty wypłata wypłaty nagroda zwycięzcy loteria bon bony kariera oferty|pracy kadry biuro|prasowe rzecznik weryfikacja aktywacja odblokowanie bezpieczeństwo windykacja faktury cło dostawa dostawy reklamacja reklamacje wyprzedaż zapisy stypendia dotacje dotacja zasiłek zasiłki "
    "mandaty podatek szybka|pożyczka szybki|kredyt inwestycje kasa|biletowa podpora poradce odškodnění odškodnenie kompenzace vrácení vrátenie výplata výhra výherci výherca soutěž súťaž loterie poukaz poukázky poukážky nábor volná|místa voľné|miesta tiskové tlačové ověření overenie aktivace odblokování bezpečnost bezpečnosť vymáhání faktura clo doručení doručenie reklamace "
    "výprodej výpredaj přihlášky dotace dotácie příspěvek pokuty dávky daně dane vstupenky kártérítés visszatérítés kifizetés nyeremény nyertes nyertesek sorsolás utalvány kupon karrier álláshirdetés toborzás sajtó sajtóiroda hitelesítés aktiválás biztonság csalásmegelőzés számla számlázás vám kiszállítás reklamáció kiárusítás jelentkezés ösztöndíj támogatások bírság adó hitelek jegyek ügyintéző "
    "despăgubiri rambursare rambursări plată plăți premiu premii câștigător câștigători tombolă voucher recrutare locuri|de|muncă cariere presă verificare activare deblocare siguranță antifraudă recuperare facturi vamă livrare livrări reclamații lichidare înscrieri burse subvenții ajutor amenzi taxe impozite credit|rapid bilete consultant "
    "kompensacija grąžinimas išmokos laimėtojai loterija darbas karjera patvirtinimas saugumas pristatymas bauda baudos paskolos bilietai atmaksa izmaksa balvas darbs vakances drošība piegāde sodi aizdevumi hüvitis tagastus auhinnad töö turvalisus laen trahvid rimbursim shpërblim punë verifikim siguria kredi ankesa "
    # South Slavic in Latin letters, Turkish, Azerbaijani, Uzbek
    "naknada odšteta odškodnina povrat isplata isplate nagrada nagrade dobitnik dobitnici nagradna|igra lutrija poklon|bon posao poslovi zapošljavanje zaposlovanje verifikacija aktivacija sigurnost bezbednost prevare naplata računi carina dostava rasprodaja upisi prijave stipendije subvencije potpore kazne porez krediti brzi|kredit ulaznice korisnička|podrška korisnička|služba "
    "tazminat ödül ödüller kazanan kazananlar piyango hediye|çeki kupon kuponlar iş|başvurusu işe|alım personel|alımı insan|kaynakları basın|ofisi aktivasyon güvenlik|birimi dolandırıcılık|uyarısı kurtarma tahsilat gümrük teslimat iadeler indirim indirimler kayıt|bürosu burslar teşvik hibe sosyal|yardım trafik|cezası ceza hızlı|kredi yatırım bilet|satış danışman danışmanı temsilci temsilcisi "
    "çağrı|merkezi müştəri|xidməti dəstək təzminat mükafat uduş iş|elanları kredit|xətti yordam mukofot yutuq ish|orinlari kredit|berish "
)
_CYRILLIC_AND_NEAR = (
    "компенсация компенсации выплата возвраты возврат|средств возврат|денег возврат|налога консультация оператор операторы менеджер менеджеры специалист специалисты агент приз победители победитель лотерея купон купоны сертификат сертификаты трудоустройство отдел|кадров отдел|персонала набор кадры пресс|офис активация разблокировка верификация проверка антифрод служба|взыскания взыскание счета счёт "
    "таможня доставка|посылок рекламации возмещение распродажа ликвидация приёмка поступление гранты грант субсидия льготы соцвыплаты налог штраф пеня быстрый|займ быстрые|займы инвестиции билеты|онлайн касса билетная|касса дежурный помощник бот|поддержки обращения обращение поддержка|клиентов служба|заботы для|партнёров официальный|дилер колл|центр "
    "компенсація компенсації виплата повернення|коштів повернення приз переможці переможець розіграш розіграші лотерея купони сертифікати працевлаштування відділ|кадрів пресслужба активація розблокування верифікація перевірка рахунки митниця доставка|посилок відшкодування розпродаж вступ гранти субсидія субсидії пільги допомога податок штраф швидка|позика позики інвестиції каса гаряча|лінія звернення консультант "
    "помощ поддръжка възстановяване обезщетение обезщетения награда награди печеливши томбола лотария ваучер ваучери работа|обяви кариери свободни|позиции преса потвърждение сигурност измами събиране фактури митница доставки рекламации разпродажба прием субсидии помощи глоби данък данъци бърз|кредит заеми билети гореща|линия обслужване обслужване|на|клиенти "
    "помоћ подршка надокнада накнада поврат исплата награде добитник посао запошљавање сигурност безбедност царина казне порез кредити корисничка|подршка поддршка помош кориснички|сервис надомест вработување безбедност қолдау көмек қызмет тұтынушыларға|қызмет өтемақы қайтару төлем ұтыс жүлде бос|орындар жұмыс несие жедел|желі қауіпсіздік колдоо жардам жумуш насыя дэмжлэг тусламж хамгаалалт зээл падтрымка дапамога вакансіі "
    "αποζημίωση αποζημιώσεις επιστροφές επιστροφή|χρημάτων πληρωμές βραβεία δώρο νικητές νικητής κλήρωση διαγωνισμός κουπόνι κουπόνια εργασία καριέρα προσλήψεις|τώρα γραφείο|τύπου τύπος επαλήθευση ενεργοποίηση απάτες απάτη ανάκτηση τιμολόγια τελωνείο παράδοση παραδόσεις παράπονα εκποίηση εγγραφές υποτροφίες επιδόματα επίδομα επιδότηση επιδοτήσεις πρόστιμα φόρος εφορία δάνειο|άμεσα εισιτήριο γραμμή|βοήθειας τηλεφωνικό|κέντρο εξυπηρέτηση σύμβουλος "
    "աջակցության|կենտրոն փոխհատուցում վերադարձ մրցանակ շահումներ աշխատանք թափուր անվտանգություն վարկ վարկեր տոմսեր თანადგომა კომპენსაცია დაბრუნება პრიზი ვაკანსია ვაკანსიები უსაფრთხოება სესხი სესხები ბილეთები ცხელი|ხაზი დახმარება მხარდაჭერის|ცენტრი "
)
_SOUTH = (
    # Arabic, Persian, Urdu, Hebrew, Amharic
    "تعويض تعويضات استرداد|الأموال استرجاع استرجاع|الأموال سحب سحوبات جائزة الفائزين الفائز يانصيب قسيمة قسائم كوبون كوبونات بطاقات|هدايا وظيفة وظائف|شاغرة التوظيف الموارد|البشرية المكتب|الإعلامي مكتب|إعلامي تحقق التحقق توثيق تفعيل تنشيط رفع|الحظر تنبيه تنبيهات أمن الأمن|السيبراني مكافحة|الاحتيال تحصيل فواتير فاتورة جمارك الجمارك شحنات توصيل الطرود طرود تخفيضات تصفية تسجيل "
    "منحة المنح دعم|مالي إعانات إعانة مساعدات مساعدة غرامة ضريبة الضرائب قرض|سريع تمويل|شخصي استثمار استثمارات حجز حجز|التذاكر مندوب موظف|خدمة مستشار الخط|الساخن خط|ساخن رقم|موحد مركز|الاتصال واتساب واتس تلجرام بلاغات استفسارات الاستفسارات الدعم|المباشر خدمه|العملاء "
    "جبران|خسارت غرامت استرداد|وجه بازپرداخت پرداخت جایزه برندگان برنده قرعه|کشی قرعه‌کشی بن|خرید کد|تخفیف تخفیف حراج استخدامی فرصت|شغلی منابع|انسانی روابط|عمومی تایید|هویت احراز|هویت فعال|سازی فعال‌سازی امنیت هشدار هشدارها پیگیری وصول قبض قبوض گمرک ارسال مرسولات شکایات شکایت ثبت|شکایت پذیرش یارانه وام|فوری جریمه مالیات سرمایه|گذاری بلیت کارشناس مشاور خط|ویژه خط|تلفن کمک راهنما امور|مشتریان خدمات|پس|از|فروش "
    "ہیلپ|لائن ہیلپ ہیلپ|ڈیسک کسٹمر|سروس کسٹمر|کیئر مدد معاونت رقم|واپسی معاوضہ انعام انعامات قرعہ|اندازی لاٹری کوپن نوکریاں نوکری ملازمتیں بھرتی بھرتیاں تصدیق سیکیورٹی فراڈ|الرٹ بل بلنگ کسٹم ڈیلیوری شکایات|سیل داخلہ داخلے اسکالرشپ امداد قرضہ قرضے جرمانہ ٹیکس ٹکٹ نمائندہ خبریں آفیشل سرکاری|اکاؤنٹ "
    "פיצוי פיצויים החזר החזר|כספי זיכוי פרס פרסים זוכים זוכה הגרלה הגרלות לוטו שובר שוברים קופון קופונים משרות משרה גיוס משאבי|אנוש דוברות דובר אימות הפעלה שחרור אבטחה התראות התראה הונאות גבייה חשבוניות חשבונית מכס משלוח חבילות תלונות מכירת|חיסול מבצע רישום מלגות מענקים מענק סיוע דוחות מס הלוואה|מהירה השקעות קופות נציג נציגים יועץ קו|חם מוקד|שירות עזרה מרכז|תמיכה "
    "ድጋፍ እርዳታ የደንበኞች|አገልግሎት ማካካሻ ሽልማት አሸናፊ ዕጣ ሎተሪ ሥራ ክፍት|የሥራ|ቦታ ማረጋገጫ ደህንነት ብድር ቲኬት ኦፊሴላዊ "
    # India, Sri Lanka, Nepal
    "मुआवजा रिफंड|सेल पुरस्कार विजेता लॉटरी लकी|ड्रॉ कूपन वाउचर रोजगार वैकेंसी भर्ती|सेल मानव|संसाधन प्रेस सत्यापन वेरिफिकेशन एक्टिवेशन सुरक्षा|अलर्ट अलर्ट धोखाधड़ी वसूली बिलिंग कस्टम पार्सल कूरियर शिकायत शिकायत|केंद्र सेल महासेल दाखिला एडमिशन अनुदान सहायता|राशि पेंशन चालान जुर्माना पर्सनल|लोन तुरंत|लोन निवेश टिकट|बुकिंग एजेंट प्रतिनिधि सलाहकार टोल|फ्री हेल्प|लाइन केवाईसी|अपडेट kyc|अपडेट kyc|update अपडेट मदत मदत|केंद्र नोकरी कर्ज|विभाग तक्रार बक्षीस "
    "ক্ষতিপূরণ রিফান্ড পুরস্কার বিজয়ী লটারি লাকি|ড্র কুপন ভাউচার নিয়োগ জব যাচাই ভেরিফিকেশন নিরাপত্তা সতর্কতা প্রতারণা|সতর্কতা বিল কাস্টমস ডেলিভারি পার্সেল অভিযোগ অভিযোগ|কেন্দ্র ভর্তি|শাখা বৃত্তি অনুদান ভাতা জরিমানা ট্যাক্স লোন বিনিয়োগ এজেন্ট প্রতিনিধি হেল্পলাইন হেল্পডেস্ক সেবা|কেন্দ্র সাপোর্ট কাস্টমার|সার্ভিস "
    "உதவி உதவி|மையம் இழப்பீடு பணத்தைத்|திரும்ப பரிசு வெற்றியாளர் குலுக்கல் கூப்பன் வேலை பணி சரிபார்ப்பு பாதுகாப்பு எச்சரிக்கை பில் சுங்கம் டெலிவரி புகார் புகார்|மையம் சேர்க்கை உதவித்தொகை மானியம் அபராதம் வரி லோன் முதலீடு டிக்கெட் முகவர் உதவி|எண் வாடிக்கையாளர்|உதவி "
    "సహాయం సహాయ|కేంద్రం కస్టమర్|సర్వీస్ పరిహారం రీఫండ్ బహుమతి విజేత లక్కీ|డ్రా ఉద్యోగాలు ధృవీకరణ భద్రత రుణాలు లోన్ ఫిర్యాదు హెల్ప్‌లైన్ హెల్ప్|లైన్ ಸಹಾಯ ಸಹಾಯವಾಣಿ ಗ್ರಾಹಕ|ಸೇವೆ ಪರಿಹಾರ ಬಹುಮಾನ ಉದ್ಯೋಗ ಸಾಲ ದೂರು സഹായം ഉപഭോക്തൃ|സേവനം നഷ്ടപരിഹാരം സമ്മാനം ജോലി വായ്പ പരാതി ഹെൽപ്പ്‌ലൈൻ મદદ ગ્રાહક|સેવા વળતર ઇનામ નોકરી લોન ફરિયાદ હેલ્પલાઇન ਮਦਦ ਗਾਹਕ|ਸੇਵਾ ਇਨਾਮ ਨੌਕਰੀ ਕਰਜ਼ਾ ਸ਼ਿਕਾਇਤ "
    "උදව් සහාය පාරිභෝගික|සේවා ත්‍යාග රැකියා ණය සහयोग सहयोग ग्राहक|सहयोग रोजगारी ऋण|सेवा "
    # Vietnamese, Indonesian, Malay, Filipino, Swahili, Hausa, Yoruba, Zulu, Somali
    "bồi|thường hoàn|phí rút|tiền nạp|tiền giải|thưởng thưởng trao|thưởng quay|số xổ|số voucher|miễn|phí phiếu|quà việc|làm nhân|sự phòng|nhân|sự báo|chí xác|thực kích|hoạt mở|khóa cảnh|báo cảnh|báo|lừa|đảo thu|hồi|nợ hóa|đơn hải|quan giao|hàng bưu|phẩm đổi|trả khiếu|nại thanh|lý xả|kho ghi|danh trợ|cấp hỗ|trợ|vay hỗ|trợ|khách|hàng phạt|nguội nộp|thuế vay|tiêu|dùng vay|online đầu|tư vé tư|vấn|viên nhân|viên|hỗ|trợ đường|dây|nóng hotline|24 nhóm|zalo zalo "
    "ganti|rugi kompensasi pengembalian refund|dana pencairan penarikan hadiah|undian pemenang kuis lotere kupon voucher|gratis rekrutmen|karyawan rekrutmen|bersama lowongan|kerja karier sdm humas|resmi verifikasi|akun aktivasi blokir buka|blokir keamanan|akun waspada|penipuan penagihan faktur bea|cukai pengiriman kurir retur obral cuci|gudang subsidi bantuan|umkm bantuan|modal denda pajak|online pinjol pinjaman|kilat pinjaman|cepat investasi loket petugas konsultan agen operator hubungi|kami pusat|informasi call|center halo|cs sapa cs|resmi layanan|aduan "
    "bayaran|balik pampasan pemenang|bertuah cabutan|bertuah jawatan|kosong kerja|kosong pengambilan pengesahan keselamatan amaran|scam kutipan bil kastam penghantaran jualan kemasukan biasiswa saman cukai pinjaman|segera pelaburan wakil talian tulong|center refund|center premyo panalo papremyo trabaho|hiring beripikasyon ayuda|ng pautang|online reklamo kustomer|serbis "
    "huduma huduma|kwa|wateja huduma|za|wateja msaada|kwa|wateja fidia marejesho kurejesha|pesa zawadi mshindi washindi bahati|nasibu droo vocha kuponi ajira nafasi|za|kazi kazi usajili uhakiki uthibitisho usalama tahadhari ulaghai madeni bili forodha usafirishaji malalamiko punguzo ofa udahili ruzuku misaada faini kodi mikopo mkopo mkopo|wa|haraka uwekezaji tiketi wakala mawakala taarifa habari|rasmi ukurasa|rasmi "
    "taimako tallafi aiki lamuni kyauta iranlowo ise ebun usizo umsebenzi imali|mboleko caawimaad shaqo deyn enyemaka ọrụ "
)
EITHER = f"{_EUROPE}{_CYRILLIC_AND_NEAR}{_SOUTH}"
"""Words beside a name, at either end; `|` parts the words of one expression."""

PACKED = (
    # Chinese
    "加盟 加盟总部 加盟總部 加盟热线 招商 招商部 招商加盟 招商经理 代理 总代理 免单 免單 免费 免費 免费领 赠品 贈品 抢购 秒杀 特卖 特賣 清仓 清倉 直销 直銷 批发 尾货 内购 內購 团购 福利官 内部 内部价 内部员工 员工福利 福利群 福利中心 中奖 中獎 中奖通知 得奖 得獎 抽奖活动 周年庆 周年慶 "
    "申领 申領 补贴申领 补贴发放 代办 代辦 代办处 办理 办证 证办理 记者证 登记 登記 登记处 备案 认领 激活 解冻 解凍 解封中心 提现 提现通道 提款 出金 入金 充值 充值中心 返利 返现 返現 返还 退还 追损 追回 追款 维权中心 赔付 赔偿 賠償 理赔部 核查 核实 稽核 稽查 稽查组 清算 清算组 兑付 兑付专员 处置 处置办 督查 督办 督导 "
    "开户 開戶 开户经理 客户经理 客戶經理 经理 理财师 理财顾问 理財 顾问 顧問 投顾 投资顾问 投資顧問 分析师 分析師 讲师 老师 助理 助教 王牌助理 秘书 秘書 主任 办事员 业务员 业务部 業務部 值班员 接线员 坐席 坐席客服 交流群 粉丝福利群 VIP群 会员群 股票群 内幕群 牛股 荐股 带单 喊单 配资 "
    "爆料平台 投稿 投稿邮箱 采编 采访部 记者站 编辑部 編輯部 新闻中心 新聞中心 融媒体 融媒 热线电话 熱線電話 服务电话 服務電話 电话 電話 查詢 查询中心 Whatsapp查詢 WhatsApp 預約 預約掛號 掛號 掛號代辦 線上客服 線上掛號 線上 线上 网上 網上 网上挂号 网上办事 一手樓盤 樓盤 楼盘 售楼处 售樓處 售楼部 租售 專線 专线 "
    "人工服务 人工 客服小妹 客服小姐姐 小客服 客服01 kefu 官方店 官方网站 官方網站 官方主页 官方發佈 官方发布 官方微信 官方LINE 授权 授權 授权店 特约 特約 唯一官方 指定 驿站 网点 网点查询 快递员 快遞 派送 派件 取件 海关 海關 关税 電費 电费 水费 学费 社保 医保 公积金 养老金 退休金 积分 積分 积分兑换 兑换 兌換 礼包 禮包 大礼包 体验 試用 试用 公益 捐款 捐赠 救助 救援 志愿者招募 招募 "
    # Japanese
    "お客様窓口 お客様相談室 お客様センター お客さま窓口 ご相談窓口 ご相談 相談 相談センター 問い合わせ お問い合わせ お問い合わせ窓口 電話 専用窓口 専用ダイヤル ヘルプ ヘルプライン キャンペーン事務局 キャンペーン担当 当選通知 当選事務局 懸賞 プレゼント企画 企画 景品 福袋 クーポン ポイント ポイント還元 還元 返金 返金窓口 払い戻し 補償 賠償 保険金 "
    "本人確認 認証 認証窓口 再設定 復旧 凍結解除 解除 不正検知 セキュリティ対策 詐欺対策 緊急 緊急連絡 緊急連絡先 重要なお知らせ 重要 通知センター 未払い 未納 料金 請求 お支払い 支払い 集金 口座 口座開設 投資 投資部 資産運用 株 優待 再配達受付 不在通知 関税 宅配 アウトレット セール会場 激安 在庫処分 閉店セール 特売 採用情報 採用チーム 人事 アルバイト募集 募集 スタッフ募集 取材 取材班 編集部 "
    "速報局 広報担当 プレス 窓口担当 担当 担当者 係 代行 代理店 公認 正規代理店 正規店 予約窓口 予約センター オンライン診療 補助金窓口 助成金 給付 給付金申請 申請 申込 登録 会員登録 会員サポート ライン LINE公式 LINE 公式ライン 公式X 公式Twitter "
    # Korean
    "고객상담 고객상담실 고객만족센터 상담 상담실 상담사 상담원 문의 문의처 문의센터 고객문의 헬프 헬프라인 핫라인 환불 환급 환급금 보상 보상팀 배상 피해보상 당첨자 경품행사 경품이벤트 이벤트팀 추첨 사은품 무료 무료나눔 할인권 상품권 포인트 적립금 페이백 캐시백 인증센터 본인확인 계정복구 복구 해제 정지해제 보안 보안센터 사기예방 사기신고 신고센터 피해신고 미납 청구 요금 납부 "
    "계좌 계좌개설 대출상담 대출센터 저금리대출 정부지원대출 지원대출 투자 투자팀 리딩방 주식방 종목추천 재테크 수익 채용팀 채용공고 인사담당 알바 구인 제보 제보센터 취재팀 편집부 보도팀 언론 배송 배송팀 배송안내 관세 세관 반품 반품센터 특가 초특가 창고정리 폐점세일 공구 등록 신청 신청센터 접수처 장학금 지원금센터 보조금 연금 벌금 범칙금 예매 티켓 매표소 직원 담당자 매니저 비서 공식몰 공식스토어 공식블로그 공식톡 카톡상담 카톡 오픈채팅 단톡방 CS CS팀 VIP "
    # Thai, Lao, Khmer, Burmese
    "บริการลูกค้า ฝ่ายบริการลูกค้า ฝ่ายช่วยเหลือ ช่วยเหลือลูกค้า ลูกค้าสัมพันธ์ สายด่วน คอลเซ็นเตอร์ คืนเงิน ชดเชย เงินชดเชย เงินเยียวยา เยียวยา รางวัล ผู้โชคดี ลุ้นรางวัล แจกฟรี แจกเงิน แจกทอง กิจกรรม คูปอง ส่วนลด รับสมัครงาน หางาน ฝ่ายบุคคล ประชาสัมพันธ์ ยืนยันตัวตน ยืนยันบัญชี ปลดล็อค เตือนภัย แจ้งเตือน ทวงหนี้ ใบแจ้งหนี้ ศุลกากร จัดส่ง ส่งของ ร้องเรียน ลดราคา ล้างสต็อก ลงทะเบียน รับสมัคร ทุนการศึกษา เงินช่วยเหลือ เงินอุดหนุน กู้เงิน "
    "เงินด่วน สินเชื่อด่วน สินเชื่อออนไลน์ ลงทุน ตั๋ว เจ้าหน้าที่สินเชื่อ พนักงาน แอดมินเพจ เพจหลัก เพจจริง ของแท้ ทางการ ช่วยเหลือ ออฟฟิเชียล ไลน์แอด ชวยเหลือ ຊ່ວຍເຫຼືອ ບໍລິການລູກຄ້າ ລາງວັນ ເງິນກູ້ ជំនួយ សេវាអតិថិជន រង្វាន់ ប្រាក់កម្ចី ឱកាសការងារ အကူအညီ ဖောက်သည်ဝန်ဆောင်မှု ဆုမဲ ချေးငွေ အလုပ်အကိုင်"
)
"""The same in scripts without spaces, at either end."""

HEADS = (
    "help support service services soporte ayuda atencion suporte apoio assistance serviceclient kundenservice kundendienst klantenservice layanan bantuan admin cs csr info hr careers jobs promo hadiah undian destek refund refunds claim claims verify "
    "verified secure security fraud recovery kefu guanfang press sac halo team tim official oficial officiel resmi login portal pay loans kredit pinjaman winner prize pomoc podpora msaada huduma pomosh podderzhka kundtjanst asiakaspalvelu"
)
"""What handles put right before a name."""

SHORT = frozenset(("hr", "kf", "cs", "pr", "hd"))
"""Desks of two letters, that handles put right behind a name."""
