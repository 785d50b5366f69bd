"""How people say in a text about themselves that their old account is gone, language by language. General knowledge.

Patterns over normal lower-case text, as `cue_words.BIO_RETURNS`, of which they are a part.
"""

from __future__ import annotations

__all__ = ["LOST"]

LOST = (
    # English; Chinese
    r"(?:main|old|og|first) (?:page|acc\S*|one|profile|channel)\b.{0,30}\b(?:nuked|zucked|reported|shut|wiped|down|sniped)\b|\bstarting (?:over|again|from (?:scratch|zero))\b|\b(?:silenced|banned|censored) (?:me|us)\b",
    r"被(?:限流|停权|停權|检举|檢舉|永封)|(?:换|換)(?:号|號|帳號|账号)了|重新(?:关注|追蹤|追踪|来过)|(?:旧|舊|之前|以前)的?(?:帳號|账号|号|號).{0,10}(?:停|檢|检|盗|盜|沒|没)",
    # Japanese; Korean
    r"(?:前|旧|元|以前)の?(?:垢|アカ(?:ウント)?).{0,8}(?:凍結|停止|消|乗っ取)|垢.{0,3}(?:消|飛)|作り直し|引っ?越し先",
    r"(?:원래|이전|기존|옛날|전) ?(?:계정|계|페이지|채널).{0,14}(?:정지|날아|신고|터|삭제|해킹|막)|새로 ?(?:팠|만들|시작)|다시 ?팔로우",
    # Vietnamese; Indonesian and Malay; Thai
    r"(?:nick|acc|page|trang|tài khoản|kênh|group|fb) (?:cũ|trước|chính).{0,16}(?:kh[oó][aá]|bay|mất|hack|sập|report|die|vô hiệu)",
    r"(?:akun|yg|yang|page|ig|channel) (?:lama|sebelumnya|dulu|pertama).{0,18}(?:ban\b|banned|suspen|hilang|blokir|hack|tutup)|follow ulang",
    r"(?:เพจ|บัญชี|ไอดี|แอค|ช่อง|เฟส)(?:เก่า|เดิม|หลัก).{0,12}(?:ปิด|แบน|โดน|บิน|หาย|ระงับ|ปลิว)",
    # Portuguese and Spanish; French; German; Italian
    r"\bperd(?:i|í|imos) (?:a|o|la|el|minha|meu|mi)\b.{0,8}(?:outr[ao]|otr[ao]|conta|cuenta|perfil|página)|(?:perfil|conta|página) (?:antig\S|anterior|velh\S|principal).{0,22}(?:ca[ií]|derrub|banid|bloque|hacke|suspens)|derrubaram (?:a|o|minha|meu)\b",
    r"\b(?:me|nos) (?:tiraron|tumbaron|suspendieron|cerraron|banearon|borraron|bloquearon|hackearon|bajaron)\b.{0,6}(?:la|el|mi|nuestr|otra|cuenta|página)",
    r"(?:ancien\S*|premier|principal\S*|précédent\S*) (?:compte|page|profil|chaîne).{0,24}(?:signal|saut|bann|suppr|ferm|bloqu|pirat|strik)|compte principal (?:saut|bann|ferm|suppr)\S+|je repars (?:de|à) zéro",
    r"(?:alt\S*|vorig\S*|früher\S*|erst\S*) (?:profil|konto|account|acc|seite|kanal).{0,25}(?:dicht|gesperrt|gelöscht|weg\b|gehackt|gemeldet|gebannt)|\bwurde (?:gesperrt|gebannt|gehackt),? jetzt hier",
    r"(?:vecchi[oa]|precedente|altr[oa]) (?:profilo|pagina|account|canale).{0,18}(?:bann|chius|sospes|hack|blocc|segnal)|(?:profilo|pagina|account) (?:vecchi|precedent)\S+.{0,15}(?:bann|chius|sospes|hack|blocc)|mi hanno (?:chiuso|bannato|bloccato|sospeso|segnalato)",
    # Russian; Ukrainian; Polish, Czech, Hungarian
    r"(?:стар|прошл|прежн|предыдущ|основн|перв)\S{1,4} (?:аккаунт|акк|страниц|канал|профил|паблик|групп)\S*.{0,25}(?:блок|бан|снес|снёс|удал|взлом|закры|потер)",
    r"(?:стар|попередн|минул|основн)\S{0,4} (?:акаунт|сторінк|канал|профіл|груп)\S*.{0,25}(?:блок|бан|видал|злам|закри|втрат)",
    r"(?:star[eya]|poprzedni\S*|główn\S+) (?:profil|konto|stron\S|kanał).{0,25}(?:zban|zablok|usun|polecia|zgłosz|hack)|(?:star[ýáé]|předchozí|původní) (?:účet|profil|stránk\S+).{0,25}(?:zablok|smaz|zruš|hack|ban)|régi (?:fiók|oldal|profil)\S*.{0,25}(?:tilt|töröl|hack)",
    # Romanian, Swedish, Dutch, Norwegian, Danish, Finnish; Turkish
    r"(?:contul|pagina|profilul) (?:meu |mea )?(?:vech\S+|anterior\S*).{0,22}(?:bloc|șter|închis|suspend|spart)|gamla (?:kontot|sidan|profilen).{0,25}(?:avstäng|spärr|bort|hack)|(?:oude|vorige?|eerste) (?:account|pagina|profiel|kanaal).{0,25}(?:geblok|verwijder|gehackt|weg\b|geban)|(?:gamle?|gammel) (?:konto|side|profil)\S*.{0,25}(?:steng|lukk|slett|hack|ban)|vanha (?:tili|sivu|profiili).{0,20}(?:esty|estet|poist|jäädy|hakkero)",
    r"(?:eski|önceki|ilk|asıl) (?:hesa[bp]|sayfa|profil|kanal)\S*.{0,20}(?:kapa|uçt|uçur|gitti|askı|ban|çal|silin|şikayet)|hesab(?:ım|ımız)\b.{0,10}(?:uçtu|kapandı|kapatıldı|çalındı|gitti|banlandı)",
    # Arabic; Persian; Urdu; Hebrew
    r"(?:حساب|صفح|قنا)\S* (?:ال)?(?:قديم|سابق|اول|أول|اساسي|أساسي)\S*.{0,20}(?:بند|تبند|حظر|غلق|غلاق|قفل|وقف|يقاف|هكر|سرق|طار)|تم (?:ايقاف|إيقاف|حظر|إغلاق|اغلاق|تعطيل|تبنيد) (?:حساب|صفح|قنا)",
    r"(?:پیج|اکانت|حساب|کانال|صفحه) ?(?:قبلی|قدیمی|اصلی).{0,18}(?:بسته|بلاک|مسدود|هک|پرید|ریپورت|حذف)|(?:پران[اےی]|پچھل[اےی]) (?:اکاؤنٹ|پیج|آئی ڈی|چینل).{0,22}(?:بند|بلاک|ہیک|رپورٹ|بین)",
    r"(?:חשבון|עמוד|דף|ערוץ|פרופיל) ה?(?:קודם|ישן).{0,16}(?:נחסם|נמחק|נפרץ|נסגר|ירד)|(?:חסמו|מחקו|סגרו|פרצו) .{0,16}(?:קודם|ישן)",
    # Hindi, Bengali, Tamil, Telugu; Greek; Swahili, Filipino
    r"(?:पुरान[ाीे]|पिछल[ाीे]) (?:आईडी|अकाउंट|पेज|खाता|चैनल).{0,20}(?:बंद|बैन|ब्लॉक|उड़|हैक|डिलीट)|(?:আগের|পুরনো|পুরোনো) (?:পেজ|আইডি|অ্যাকাউন্ট|একাউন্ট|চ্যানেল).{0,25}(?:বন্ধ|ব্যান|ব্লক|হ্যাক|রিপোর্ট|নষ্ট)|பழைய (?:கணக்கு|பக்கம்|ஐடி|சேனல்).{0,25}(?:முடக்க|தடை|ஹேக்|நீக்க)|పాత (?:ఖాతా|పేజీ|ఐడి|ఛానెల్).{0,25}(?:బ్లాక్|బ్యాన్|హ్యాక్|తొలగి)",
    r"(?:παλι[όά]ς?|προηγούμεν\S+) (?:μου )?(?:προφίλ|λογαριασμ\S+|σελίδα|κανάλι).{0,22}(?:κλείσ|έκλεισ|κλειδώ|έριξ|μπλόκ|χάκ|απενεργ|αποκλ)|μου (?:έκλεισαν|έριξαν|μπλόκαραν|χάκαραν) ",
    # Marathi, Nepali, Gujarati, Punjabi; Kannada, Malayalam, Sinhala, and the bare words of Telugu and Tamil
    r"(?:जुने|जुना|जुनी|पूर्वीचे|पुरानो) (?:पेज|खाते|खाता|अकाउंट|पान|पृष्ठ).{0,20}(?:बंद|बन्द|ब्लॉक|ब्लक|हॅक)|જૂન(?:ું|ો|ુ) (?:પેજ|ખાતું|એકાઉન્ટ).{0,20}(?:બંધ|બ્લોક|હેક)|ਪੁਰਾਣਾ (?:ਪੇਜ|ਖਾਤਾ|ਅਕਾਊਂਟ).{0,20}(?:ਬੰਦ|ਬਲਾਕ|ਹੈਕ)|ಹಳೆಯ? (?:ಪುಟ|ಖಾತೆ|ಪೇಜ್).{0,20}(?:ಮುಚ್ಚ|ಬಂದ್|ಬ್ಲಾಕ್|ಹ್ಯಾಕ್)|പഴയ (?:പേജ്|അക്കൗണ്ട്).{0,20}(?:പൂട്ട|അടച്ച|ബ്ലോക്ക്|ഹാക്ക്|നഷ്ട)|(?:පැරණි|පරණ) (?:පිටුව|ගිණුම).{0,20}(?:වසා|වැසු|අවහිර)|పాత (?:పేజీ|ఖాతా).{0,20}(?:మూసి|నిలిపి)|பழைய (?:பக்கம்|கணக்கு).{0,20}மூட",
    # Amharic, Armenian, Georgian; Kazakh, Kyrgyz, Mongolian, Uzbek, Azerbaijani; Khmer, Lao, Burmese
    r"(?:የቀድሞው?|አሮጌው?) (?:ገጽ|ገፅ|አካውንት).{0,20}(?:ተዘግ|ታግ|ተዘጋ)|(?:հին|նախկին) (?:էջ|հաշիվ|ալիք)\S*.{0,20}(?:արգելափակ|փակվ|ջնջվ)|ძველი (?:გვერდი|ანგარიში|არხი).{0,20}(?:დაიბლოკ|დაბლოკ|დაიხურ|გაუქმ)|(?:ескі|бұрынғы|эски) (?:парақша|бет|аккаунт|барак)\S*.{0,20}(?:бұғатта|жабыл|бөгөттө)|хуучин (?:хуудас|пэйж|хаяг).{0,20}хаагд|eski (?:sahifa|akkaunt|hisob)\S*.{0,20}(?:blok|yopil)|(?:köhnə|əvvəlki) (?:səhifə|hesab)\S*.{0,20}(?:bağlan|blok)|(?:ទំព័រ|គណនី|ផេក)ចាស់.{0,14}(?:បិទ|បាត់)|(?:ເພຈ|ໜ້າ|ບັນຊີ)ເກົ່າ.{0,12}(?:ປິດ|ບລັອກ)|(?:စာမျက်နှာ|အကောင့်)အ?ဟောင်း.{0,14}ပိတ်",
    # Albanian; Macedonian and Bulgarian; Croatian, Serbian, Slovene; Slovak; Lithuanian, Latvian, Estonian; Icelandic, Welsh; Catalan, Galician, Basque
    r"(?:faqja|llogaria) e (?:vjetër|mëparshme).{0,20}(?:mbyll|bllok)|стар(?:ата|иот|а|и) (?:страница|профил|сметка|налог).{0,20}(?:затвор|блокир|угаше|закри)|star[ai] (?:stranica|strana|nalog|profil|stran|račun).{0,25}(?:zatvor|ugaše|blokir|zaprt|ukinj)|(?:starý|stará|pôvodn[ýá]) (?:účet|profil|stránka).{0,25}(?:zablok|zruš|zmaz)|(?:sena|senas|senoji) (?:paskyra|puslapis).{0,20}(?:užblok|uždar)|(?:vecā|vecais) (?:lapa|konts).{0,20}(?:bloķ|slēg)|vana (?:leht|konto).{0,20}(?:sulet|blok)|gamla (?:síðan|síða).{0,20}lok|hen (?:dudalen|gyfrif).{0,20}(?:cau|gau|flocio)|(?:pàgina|compte|páxina|conta|perfil) (?:antiga|antic|anterior|vella).{0,20}(?:tanca|bloque|pecha)|(?:orri|kontu) zaharra.{0,20}(?:itxi|blokea)",
    r"akaunti (?:yangu )?(?:ya )?(?:zamani|awali|kwanza).{0,22}(?:imefungwa|imedukuliwa|ilifungwa|imefutwa)|(?:lumang|dating|dati kong) (?:account|acc|page|profile).{0,20}(?:na-?ban|na-?hack|nawala|na-?block|na-?report)",
)
"""What became of which account, in that order or the other."""
