"""The words behind `claims`: what a text about oneself says of an organisation, by the part it plays. General knowledge.

Regular expressions over text as `claims.plain` writes it: lower case, NFKC, accents of letters dropped. Languages written
with spaces stand in the first string of a pair, matched at word boundaries; the others in the second, matched anywhere.
"""

from __future__ import annotations

__all__ = [
    "ACCOUNT",
    "ASIDE",
    "COMPLAINT",
    "DISOWNS",
    "HELP",
    "LABEL",
    "MYSELF",
    "NEGATION",
    "OFFICIAL",
    "OURS",
    "POINTER",
    "RELATED",
    "RUN_BY",
    "SELF",
    "SERVICE",
    "SOLICITS",
    "TIE",
    "UNIT",
    "WARNING",
]

OFFICIAL = (
    (
        r"official(?:ly|'s|s)?|oficial\w*|officie\w+|offiziell\w*|ufficial\w+|officieel|oficjaln\w+|официал\w+|офіційн\w+|hivatalos|virallinen|virallis\w+|offisiell\w*"
        r"|resm[iî]|rəsmi|rasmiy?|ресми\w*|расм[иӣ]\w*|званичн\w+|zvanicn\w+|آفیشل|службен\w+|oficij\w+|sluzben\w+|uradn[yia]\w*|ametlik\w*|zyrtare?|swyddogol|oifigiuil|ይፋዊ|ኦፊሴላዊ|ოფიციალურ\w*|պաշտոնական|නිල|அதிகாரப்பூர்வ\w*|అధికారిక|ಅಧಿಕೃತ|ഔദ്യോഗിക\w*|સત્તાવાર|ਅਧਿਕਾਰਤ|अधिकृत|سرکاری|(?:ال)?رسم[يی]\w*|επισημ\w+|ה?רשמי\w*|आधिकारिक|ऑफिशियल|অফিসিয়াল|chinh thuc|opisyal|verified|verificad[oa]|verifizier\w+|certifie\w*|authentic|genuine|authori[sz]ed|autorizad[oa]"
    ),
    r"官方|官微|官号|官號|指定|直属|直屬|授权|授權|公式|공식|ทางการ|တရားဝင်|ផ្លូវការ|ທາງການ|ออฟฟิเชียล",
)
"""Calling oneself official or verified."""

ACCOUNT = (
    (
        r"accounts?|acct|support|help|services?|team|desk|soporte|suporte|ayuda|assistance|hilfe|assistenza|hulp|pomoc|page|profile|channel|handle|feed|presence|twitter|instagram|facebook|tiktok|telegram|fan ?page|cuenta|pagina|perfil|canal|conta|compte|chaine|konto|seite|profil\w?|kanal\w*|auftritt|prasenz|profilo|canale|profiel|kanaal"
        r"|stranica|stranka|ucet|nalog|faqja|llogaria?|leht|lapa|konts|puslapis|paskyra|sehife\w*|səhifə\w*|sahifa\w*|tudalen|cyfrif|leathanach|парақша\w*|баракча|саҳифа\w*|ገጽ|አካውንት|გვერდი|ანგარიში|էջ\w?|հաշիվ|ගිණුම|පිටුව|பக்கம்|கணக்கு|ఖాతా|పేజీ|ಖಾತೆ|ಪುಟ|അക്കൗണ്ട്|പേജ്|ખાતું|પેજ|ਖਾਤਾ|ਪੇਜ|अकाउंट|اکاؤنٹ|صفحہ"
        r"|strona|ventanilla|mesa|portal|guichet|schalter|sportello|loket|okienko|balcao|аккаунт\w*|страниц\w+|страничк\w+|канал\w*|профил\w+|групп\w+|сообществ\w+|микроблог|акаунт\w*|сторінк\w+|(?:لل|ال)?حساب\w?|(?:ال)?صفحة|(?:ال)?قناة|صفحه|کانال|پیج|खाता|अकाउंट|पेज|हैंडल|चैनल|tai khoan|trang|kenh|akun|halaman|laman|hesa[bp]\w*|hesab\w*|sayfa\w*"
        r"|λογαριασμ\w+|σελιδα|προφιλ|καναλι|ה?חשבון|ה?עמוד|ה?דף|ה?ערוץ|voice|representatives?|representante|representant\w*|vertret\w+|rappresentante|представител\w+|представительств\w+|ممثل|spokes\w+|portavoz|porta-voz|porte-parole|sprecher\w*|portavoce|rzecznik|sozcu\w*"
    ),
    r"账号|賬號|帳號|帐号|账户|帳戶|微博|公众号|公眾號|抖音|主页|主頁|频道|頻道|平台|专号|号|號|アカウント|ページ|チャンネル|垢|サイト|窓口|계정|채널|페이지|트위터|บัญชี|เพจ|ช่อง|แอคเคานต์|အကောင့်|စာမျက်နှာ|គណនី|ទំព័រ|ບັນຊີ|ເພຈ",
)
"""What is official: an account, a page, a voice."""

SERVICE = (
    (
        r"(?:customer|client|member|user|technical|tech|account|live|online|24/?7) (?:support|services?|care|help|assistance|relations|success)|help ?desk|help ?line|hot ?line|help cent(?:er|re)|service (?:cent(?:er|re)|desk|team)|care (?:team|cent(?:er|re))"
        r"|support (?:team|desk|account|cent(?:er|re)|line|channel|page|agent|for|of|service)|(?:refunds?|recovery|claims?|verification|security|fraud|complaints|billing|dispute) (?:team|desk|department|cent(?:er|re)|support|unit|office)"
        r"|(?:servicio (?:al|de atencion al)|atencion al|soporte al|atencion a) (?:cliente|usuario)s?|servicio tecnico|mesa de ayuda|soporte (?:tecnico|oficial)|(?:atendimento|suporte|servico) (?:ao|de|do) (?:cliente|atendimento)s?|central de (?:ajuda|atendimento)|atendimento|suporte tecnico"
        r"|service (?:client\w*|consommateurs|apres[- ]vente)|assistance (?:client\w*|technique)|support client\w*|relation client\w*|kunden(?:service|dienst|support|betreuung|hotline|center)|hilfe-?center|serviceteam|assistenza(?: clienti| tecnica)?|servizio clienti|klantenservice|helpdesk|klantendienst"
        r"|obslug\w+ klienta|biuro obslugi|pomoc techniczna|zakaznick\w+ (?:podpora|servis|linka)|ugyfelszolgalat\w*|asiakaspalvelu\w*|kundtjanst\w*|kundeservice|relatii cu clientii|служб\w+ (?:поддержки|безопасности|заботы)|(?:тех)?поддержк\w+|техподдержк\w+|горячая линия|клиентск\w+ (?:служба|сервис|поддержка)|(?:служба )?підтримк\w+"
        r"|(?:ال)?دعم (?:ال)?فني|خدمة (?:ال)?عملاء|(?:ال)?دعم|مركز (?:ال)?(?:خدمة|مساعدة|اتصال)|پشتیبانی|خدمات مشتریان|ग्राहक (?:सेवा|सहायता)|सहायता केंद्र|कस्टमर केयर|হেল্পলাইন|cham soc khach hang|cskh|ho tro (?:khach hang|ky thuat)|tong dai|layanan (?:pelanggan|nasabah|konsumen)|khidmat pelanggan|pusat bantuan"
        r"|musteri (?:hizmetleri|destek\w*|temsilci\w*)|destek (?:hatti|ekibi|merkezi)|yardim (?:hatti|masasi|merkezi)|cagri merkezi|(?:εξυπηρετηση|υποστηριξη) (?:πελατ\w+|χρηστ\w+)|(?:שירות|תמיכת) (?:ה?לקוחות|טכנית)|מוקד (?:שירות|תמיכה)|ה?תמיכה"
    ),
    r"客服|客户服务|客戶服務|客戶服务|服务中心|服務中心|服务热线|服務熱線|售后|售後|技术支持|投诉(?:中心|处理)|理赔|退款(?:中心|专员|处理)|サポート(?:センター|窓口|デスク|アカウント)?|お客[様さ]ま?(?:サポート|センター|相談室|窓口)|カスタマー(?:サポート|サービス|センター)|ヘルプデスク|고객 ?(?:센터|지원|상담|서비스)|서비스 ?센터|บริการลูกค้า|ลูกค้าสัมพันธ์|ศูนย์(?:ช่วยเหลือ|บริการ)|ฝ่ายสนับสนุน|คอลเซ็นเตอร์",
)
"""What only the organisation gives: its help."""

HELP = (
    r"support|help|care|assistance|soporte|suporte|ayuda|ajuda|aide|hilfe|assistenza|hulp|pomoc|поддержка|помощь|підтримка|دعم|مساعدة|सहायता|ho tro|bantuan|destek|yardim|υποστηριξη|βοηθεια|תמיכה|עזרה",
    r"服务|服務|サポート|지원|ช่วยเหลือ",
)
"""Help, said barely: it claims an office right behind the organisation's name."""

UNIT = (
    r"team|desk|department|dept|office|unit|division|centre|center|bureau|branch|section|equipo|departamento|oficina|unidad|equipe|escritorio|service|bureau|abteilung|stelle|buro|ufficio|reparto|afdeling|kantoor|dzial|biuro|отдел\w*|служба|управлени\w+|відділ\w*|قسم|مكتب|إدارة|بخش|विभाग|कार्यालय|phong|ban|bagian|kantor|departman\w*|birim\w*|ofis\w*|τμημα|γραφειο|מחלק\w+|משרד",
    r"部门|部門|部|处|處|科|中心|组|組|专员|專員|经理|經理|窗口|通道|課|係|センター|팀|부서|과|ฝ่าย|แผนก",
)
"""A part of an organisation: it claims an office where the text also asks for something."""

SOLICITS = (
    r"pay|apply|claim|update|unlocks?|helping|handle|process|recovering|restore|send|submit|verify|validate|validation|confirm|unlock|unfreeze|renew|recover\w*|refunds?|redeem|register|log ?in|dm|message|inbox|write to|contact us|pague|paga|pagar|solicita\w*|actualiza\w*|atualiz\w+|envia\w*|verifi\w+|renueva|renova\w*|reembolso\w*|recupera\w*|escrib\w+|payez|payer|demandez|envoyez|renouvel\w+|rembours\w+|contactez|zahl\w+|aktualisier\w+|beantrag\w+|sende\w*|bestatig\w+|erneuer\w+|erstattung\w*|paghi|richied\w+|invia\w*|rinnov\w+|rimbors\w+|betaal|vraag aan|stuur|verleng|zaplac|wyslij|zwrot\w*|оплат\w+|обнов\w+|разблок\w+|отправ\w+|подай\w*|подтверд\w+|возврат\w*|верн\w+|пишите|компенсаци\w+|виплат\w+|ادفع|تحديث|حدث|استقبال|أرسل|قدم|تحقق|استرداد|راسلنا|تجديد|پرداخت|ارسال کنید|تایید|भुगतान|आवेदन|भेजें|सत्यापित|रिफंड|thanh toan|nop|gui|xac minh|hoan tien|bayar|kirim|ajukan|verifikasi|ode\w*|gonder\w*|basvur\w*|dogrula\w*|iade\w*|πληρωσ\w+|στειλ\w+|επιστροφ\w+|שלמו|שלחו|אמתו|החזר\w*",
    r"申诉|更新|提额|专线|注销|解封|解冻|缴费|缴纳|补缴|退款|赔付|理赔|领取|办理|申请|验证|找回|激活|投稿|私信|联系|加急|加速|支払|申請|返金|確認|ご連絡|受付|결제|신청|환불|인증|문의|ชำระ|สมัคร|ยืนยัน|คืนเงิน",
)
"""Asking the reader to pay, apply, prove or send something."""

SELF = (
    (
        r"this is|we are|we're|i am|i'm|you(?:'ve| have) reached|welcome to|this (?:account|page|profile|channel)|(?:esta|este) es|esta cuenta|somos|soy|bienvenid\w+ a|esta e|este e o|bem-vind\w+|sou|nous sommes|c'est|ici|bienvenue (?:chez|sur|a)|ce compte|wir sind|dies ist|hier (?:ist|twittert|spricht|schreibt)|willkommen bei|dieses konto|siamo|questo e|benvenut\w+ (?:in|su|da)"
        r"|wij zijn|dit is|welkom bij|to jest|jestesmy|witamy w|это|мы|здесь|добро пожаловать в|це|ми|هذا|هذه|نحن|مرحبا بكم في|این|ما|यह|हम|day la|chung toi la|ini adalah|kami|bu|biz|εδω|ειμαστε|αυτος ειναι|זהו|זה|אנחנו|אנו"
    ),
    r"本账号|本賬號|本帐号|本帳號|本号|本號|本页|此账号|此号|我们是|我們是|我是|这里是|這裡是|这是|這是|こちらは|当アカウント|本アカウント|本公式|です|이 ?계정|저희|본 ?계정|입니다|นี่คือ|เราคือ|ยินดีต้อนรับสู่",
)
"""Speaking as somebody."""

RUN_BY = (
    (
        r"(?:run|managed|operated|maintained|staffed|administered|handled|moderated|monitored|hosted|powered|manned) (?:by|directly by)|on behalf of|in the name of|speak(?:s|ing)? for|represent(?:s|ing)|(?:gestionad|administrad|operad|manejad|atendid)[oa]s? por|en nombre d\w+|(?:gerid|administrad|operad|mantid)[oa]s? (?:por|pel[oa])|em nome d\w+"
        r"|(?:gere|administre|tenu|anime|opere)e?s? par|au nom d\w*|(?:betrieben|verwaltet|betreut|gefuhrt) (?:von|vom|durch)|im (?:namen|auftrag)|gestit[oa] da\w*|curato da\w*|a nome d\w+|beheerd door|namens|prowadzon\w+ przez|zarzadzan\w+ przez|w imieniu|от имени|(?:веде\w+|управля\w+|администриру\w+) (?:команд\w+|сотрудник\w+|пресс)\w*|від імені"
        r"|يدار من|يديره\w?|تديره\w?|بإدارة|باسم|نيابة عن|به نمایندگی از|به نام|द्वारा (?:संचालित|प्रबंधित)|की ओर से|thay mat|dai dien|dikelola oleh|mewakili|atas nama|tarafindan (?:yonetil\w+|isletil\w+)|adina|εκ μερους|διαχειριζεται|מטעם|בשם|מנוהל על ידי"
    ),
    r"由.{2,24}(?:运营|運營|管理|维护|維護|负责|負責|发布|主办)|代表(?!团|作)|運営(?!者個人)|が管理|を代表|운영|대표하여|ดูแลโดย|บริหารโดย|ในนาม",
)
"""Speaking for somebody."""

OURS = (
    r"our|us|we|nuestr\w+|nos(?:otros)?|noss[oa]s?|notre|nos|unser\w*|uns|wir|nostr\w+|onze|ons|nasz\w*|наш\w*|нам|нас|لنا|معنا|هنا|ما|हमार\w+|हमें|chung toi|kami|bizi\w?|bize|μας|שלנו|אותנו",
    r"我们|我們|本号|私信|弊社|当社|こちら|저희|เรา",
)
"""A pointer to oneself is none."""

NEGATION = (
    r"no|not|isn'?t|aren'?t|ain'?t|never|nor|non|neither|without|nicht|kein\w*|weder|ohne|pas|ni|nao|nem|sem|sin|nie|niet|geen|ikke|inte|ei|bez|не|ні|нет|без|ليس\w*|لا|غير|لسنا|بدون|نیست\w*|غیر|नहीं|बिना|नाही|होइन|हैन|না|নয়|নেই|નથી|ਨਹੀਂ|இல்லை|அல்ல|కాదు|ಅಲ್ಲ|അല്ല|නොවේ|نہیں|አይደለም|არ|ոչ|չէ|khong|bukan|tidak|tanpa|degil\w*|olmayan|deyil\w*|emas|емес|эмес|эмас|биш|nije|neni|maaha|nid|δεν|οχι|μη|χωρις|לא|אינ\w+|ללא|בלתי",
    r"不|非(?!常)|并非|並非|无关|無關|没有|沒有|未经|未經|ではな|じゃな|とは無関係|ありません|아닙|아님|아닌|무관|않|비공식|ไม่|မဟုတ်|មិនមែន|ບໍ່ແມ່ນ",
)
"""Denying: read in one clause with what is denied."""

DISOWNS = (
    (
        r"un-?offi\w+|non-?offi\w+|in-?offi\w+|inoffiziell\w*|nieoficjaln\w*|neofici\w+|неофициал\w+|неофіційн\w+|ανεπισημ\w+|epavirallinen|inofficiell\w*|uoffisiel\w*|uofficiel\w*|unaffiliated|(?:not|no|nothing|isn'?t|aren'?t) .{0,24}(?:affiliat\w+|associat\w+|connect\w+|endors\w+|to do with)|non-?affili\w+"
        r"|gayri ?resmi|अनौपचारिक|غیر ?رسمی|غير (?:ال)?رسمي\w*|parod\w+|satir\w*|spoof|пароди\w+|сатир\w+|παρωδια|σατιρα|محاكاة ساخرة|ساخر\w*|طنز|पैरोडी|व्यंग्य|פרודי\w+|סאטיר\w*|mizah|roleplay|ne represente pas|no representa|nao representa|vertritt nicht|non rappresenta|не представля\w+|لا يمثل"
    ),
    r"非官方|戏仿|戲仿|恶搞|惡搞|无关|無關|不代表|未经授权|非公式|無関係|関係(?:あり|は)|パロディ|비공식|무관|관련 ?없|패러디|ไม่เป็นทางการ|ไม่เกี่ยวข้อง|ล้อเลียน",
)
"""Saying in so many words that one is not the organisation."""

LABEL = (
    (
        r"independent\w*|independiente|independant|indipendente|unabhangig\w*|onafhankelijk\w*|niezalezn\w+|независим\w+|незалежн\w+|مستقل\w*|bagimsiz|ανεξαρτητ\w+|mock|humou?r|jokes?|memes?|troll|rp|шуточн\w+|"
        r"fans?|fan-?(?:run|made|page|club|account|base|site|art)|fanpage|fanclub|fan ?seite|fankonto|aficionad\w+|hinchas?|tifosi|kibice|supporters?|admirers?|enthusiasts?|lovers?|фан\w*|поклонник\w*|вболівальник\w*|معجب\w+|محب\w+|مشجع\w*|هواداران?|طرفدار\w*|प्रशंसक\w*|hayran\w*|taraftar\w*|penggemar|nguoi ham mo|θαυμαστ\w+|οπαδ\w+|מעריצ\w+|אוהד\w*|"
        r"archives?|archiv\w*|archivo|arquivo|memorial|in memory|tribute|history of|histori\w+ of|архив\w*|архів\w*|памяти|أرشيف|ארכיון|arsiv\w*|mirror|bot|automated|rss|scrape[ds]?|aggregator|news about|watch(?:dog|ers)|citizen|grassroots|commentary|volunteer-?run|community[- ]?(?:run|led)|hobby"
    ),
    r"粉丝|粉絲|后援|後援|应援|應援|饭圈|迷妹|迷弟|搬运|存档|存檔|资料馆|資料館|纪念|紀念|民间|民間|个人号|個人號|ファン|応援|個人の|個人で|勝手に|アーカイブ|まとめ|追悼|팬|아카이브|개인 ?계정|แฟนคลับ|แฟนเพจ",
)
"""Saying openly whose account it is: a fan's, an archive, a bot."""

MYSELF = (
    r"i|i'm|i've|my|me|mine|ich|mein\w*|mich|je|j'\w+|mon|ma|mes|moi|yo|mi|mis|eu|meu|minha|io|mio|mia|ik|mijn|ja|moj\w?|я|мой|моя|мне|мій|أنا|انا|حسابي|رأيي|من|मैं|मेर\w*|toi|saya|aku|ben|benim|εγω|μου|אני|שלי",
    r"我(?!们|們|们|国|市|省|行|司|校|院)|私(?!信|聊|たち)|僕|俺|나는|저는|제가|내 |ฉัน|ผม|ดิฉัน",
)
"""Speaking of oneself alone, as an organisation never does."""

TIE = (
    (
        r"works?|worked|working|worker|employ\w+|staffer|intern|interns|engineer|developer|programmer|designer|analyst|accountant|manager|director|consultant|adviser|advisor|researcher|scientist|nurse|driver|clerk|teller|barista|cashier|agent at|rep at|lead at|head of|vp|ceo|cto|cfo|founder|co-founder|chair(?:man|woman|person)?|board member|trustee|volunteer\w*|student|students|alum\w*|graduate|grad|phd|professor|lecturer|teacher|"
        r"journalist|reporter|reporting|covering|covers|correspondent|editor|columnist|blogger|writer|author|photographer|podcaster|critic|reviewer|customer (?:of|since|at)|client of|member (?:of|since)|subscriber|shareholder|investor|stockholder|user of|collector|owner of|former\w*|ex-?|ex|previously|retired|once|used to|late of|partner|reseller|dealer|distributor|retailer|affiliate|ambassador|sponsor\w*|supplier|contractor|licensee|franchisee|wife|husband|dad|mum|mom|mother|father|daughter|son|spouse|neighbo\w+|resident|"
        r"opinions?|views?|tweets? (?:are|my)|my own|personal (?:account|page|views)|"
        r"trabaj\w+|emplead\w+|ingenier\w+|periodista|reporter[oa]|estudiante|alumn\w+|voluntari\w+|ex ?trabajador\w*|(?<!cuenta )(?<!perfil )(?<!pagina )antigu[oa](?! (?:cuenta|perfil|pagina|canal))|jubilad\w+|opinion\w*|a titulo personal|cliente (?:de|desde)|funcionari\w+|engenheir\w+|jornalista|estudante|aposentad\w+|opinioes|travaill\w+|employe\w*|salarie\w*|ingenieur\w*|stagiaire|journaliste|etudiant\w*|ancien\w*(?! (?:compte|page|profil|chaine))|retraite\w*|benevole|avis personnels?|mes propos"
        r"|arbeit\w+|mitarbeit\w+|angestellt\w*|praktikant\w*|entwickler\w*|student\w*|schuler\w*|ehemalig\w+|rentner\w*|ehrenamt\w*|privat\w*|meine meinung|kunde (?:von|bei|seit)|lavor\w+|dipendent\w+|giornalist\w+|studente\w*|volontari\w+|pensionat\w+|opinioni|werk\w*|medewerk\w+|journalist\w*|vrijwillig\w+|gepensioneerd|oud-\w+|mening\w*|pracuj\w+|pracown\w+|dziennikar\w+|emeryt\w*|byl[ay]|opinie|работа\w+|сотрудни\w+|работни\w+|журналист\w*|редактор\w*|студент\w*|выпускни\w+|волонтер\w*|бывш\w+|пенсионер\w*|мнени\w+|личн\w+|клиент с|инженер\w*|разработчик\w*|менеджер\w*"
        r"|працю\w+|працівни\w+|журналіст\w*|випускни\w+|колишн\w+|думк\w+|أعمل|اعمل|موظف\w*|يعمل|صحفي\w*|طالب\w*|خريج\w*|متطوع\w*|سابق\w*|سابقا|متقاعد\w*|آرائي|رأيي|مهندس\w*|کارمند|کار می‌کنم|شاغل|خبرنگار|دانشجو\w*|فارغ|بازنشسته|سابق|نظرات شخصی|काम करत\w+|कर्मचारी|पत्रकार|छात्र\w*|पूर्व|सेवानिवृत्त|विचार निजी|स्वयंसेवक|इंजीनियर|lam viec|nhan vien|nha bao|phong vien|sinh vien|cuu|tinh nguyen|quan diem ca nhan|ky su|bekerja|karyawan|pegawai|wartawan|jurnalis|mahasiswa|alumni|mantan|relawan|pensiunan|opini pribadi"
        r"|calis\w+|muhendis\w*|gazeteci\w*|ogrenci\w*|mezun\w*|eski|emekli\w*|gonullu\w*|gorusler\w*|kisisel|εργαζ\w+|δουλευ\w+|υπαλληλ\w+|δημοσιογραφ\w+|φοιτητ\w+|αποφοιτ\w+|πρωην|συνταξιουχ\w+|αποψεις|προσωπικ\w+|עובד\w*|עיתונאי\w*|סטודנט\w*|בוגר\w*|לשעבר|מתנדב\w*|פנסיונר\w*|דעות\w*|מהנדס\w*"
    ),
    r"员工|員工|职员|職員|工作(?!日|时间|室|组|人员)|任职|任職|就职|就職|上班|实习|實習|工程师|工程師|程序员|记者|記者|编辑|編輯|主编|校友|毕业|畢業|学生|學生|在读|志愿者|志願者|离职|離職|前员工|退休|从事|言论|仅代表个人|個人意見|个人观点|股东|用户(?!服务|端|中心|缴费|支付|充值|登录|注册|热线|咨询|专线|体验|须知|协议|指南|通知|服务|办理|查询|支持|权益|福利|投诉|运营|大会|群|必读)|客户(?!服务|端|中心|经理|专线|热线|专员|支持|关怀|关系|主任|代表|投诉|咨询|专席)|供职|社員|勤務|働い|記者|学生|卒業|元社員|退職|個人の(?:意見|見解|感想)|エンジニア|ボランティア|株主|利用者|직원|근무|기자|재학|졸업|동문|전직|퇴사|인턴|자원봉사|개인 ?의견|엔지니어|พนักงาน|ทำงาน|นักข่าว|นักศึกษา|ศิษย์เก่า|อดีต|อาสา|ความคิดเห็นส่วนตัว|วิศวกร",
)
"""Naming a relation that anybody may name: staff, formerly, student, customer, journalist."""

RELATED = (
    r"partner|partners|sponsor\w*|reseller|dealer|distributor|retailer|stockist|ambassador|supplier|licensee|affiliate|photographer|merch\w*|fan ?club|tour|guide|contributor|collector|supporter\w*|member|socio|distribuidor\w*|parceiro|patrocinador\w*|partenaire|revendeur|handler|vertriebspartner|rivenditore|partnera?|дилер\w*|партн[её]р\w*|вендор|وكيل|موزع|شريك|bayi\w*|dai ly|mitra",
    r"经销商|經銷商|代理商|合作伙伴|赞助|贊助|授权店|代言|パートナー|スポンサー|販売店|대리점|파트너|ตัวแทนจำหน่าย",
)
"""Being something official to it without speaking for it."""

ASIDE = (
    r"union|workers|alumni association|student (?:union|society|council)|employees of|staff of|friends of|victims|boycott|customers of|passengers of|betriebsrat|gewerkschaft|syndicat|sindicato|sindacato|профсоюз\w*|نقابة|sendika\w*",
    r"工会|工會|校友会|校友會|学生会|業主|业主|維权|维权|労働組合|노동조합|노조",
)
"""Bodies beside the organisation."""

COMPLAINT = (
    r"worst|terrible|awful|horrible|useless|bad|hate\w*|scam\w*|rip-?off|avoid|complain\w*|rant\w*|waiting|victim|lost|stole\w*|never again|peor|pesim\w+|estafa\w*|odio|pessim\w+|golpe|horrivel|pire|nul|arnaque\w*|schlecht\w*|betrug\w*|schrecklich\w*|peggior\w*|truffa\w*|slecht\w*|oplicht\w*|najgors\w+|oszust\w*|ужасн\w+|худш\w+|обман\w*|мошенни\w+|أسوأ|نصب|احتيال|بدترین|धोखा|सबसे खराब|lua dao|te nhat|penipu\w*|terburuk|berbat|kotu|dolandir\w*|χειροτερ\w+|απατη|גרוע\w*|הונאה",
    r"垃圾|坑人|骗子|骗|避雷|吐槽|投诉无门|差评|最悪|ひどい|詐欺|최악|사기|แย่|โกง",
)
"""Talking of the organisation's help, not giving it."""

WARNING = (
    r"beware|no other|only (?:trust|official)|careful|watch out|do not trust|don'?t (?:trust|fall|be fooled)|report (?:fakes?|impost)|other accounts|fakes?|impost\w+|impersonat\w+|cuidado|ojo con|atencion con|no te dejes|cuidado com|attention aux|mefiez|mefiance|vorsicht|achtung|attenti|diffidate|pas op|uwaga|uwazaj\w*|остерегай\w*|осторожно|не верьте|احذر\w*|تنبيه|مراقب باشید|सावधान|canh giac|hati-hati|waspada|dikkat|aldanma\w*|προσοχη|זהירות",
    r"谨防|謹防|警惕|小心|防伪|以免上当|请勿相信|なりすまし|偽物|ご注意|注意してください|사칭|주의|ระวัง",
)
"""Warning of others: what such a clause calls fake or unofficial is not the account itself."""

POINTER = (
    r"follow|visit|see|check|contact|find|go to|head to|for (?:the )?official|the official (?:account|page|one|site|channel) is|real (?:account|one|page) is|please use|look for|sigue|sigan|siga|visita|visite|consulta|busca|la cuenta oficial es|suivez|voir|visitez|rendez-vous|le compte officiel est|folgt?|besucht?|siehe|das offizielle konto ist|segui\w*|visita\w*|volg|bezoek|zie|obserwuj\w*|zobacz|odwiedz\w*|подпис\w+|смотрите|ищите|официальный аккаунт —|تابعوا?|زوروا|للحساب الرسمي|دنبال کنید|फॉलो करें|theo doi|truy cap|ikuti|kunjungi|takip edin|ziyaret\w*|ακολουθηστε|δειτε|עקבו|בקרו",
    r"请关注|請關注|请访问|请认准|官方(?:账号|微博|号)?(?:是|为|在|请看|见)@|@[\w.]+(?:才是|是官方)|をご覧|へどうぞ|フォローして|公式は@|공식 ?계정은 ?@|팔로우|ติดตาม(?:ได้)?ที่",
)
"""Sending readers to somebody else's account."""
