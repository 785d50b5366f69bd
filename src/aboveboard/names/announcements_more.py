"""What `announcements` says, in languages with fewer accounts: which one it is, what it is, and what became of the old one.

Written down from general knowledge, a language a line. `|` is the space within an expression.
"""

from __future__ import annotations

__all__ = ["ENDED_MORE", "WHICH_MORE"]

WHICH_MORE: tuple[tuple[str, str, bool | None], ...] = (
    # Hindi, Marathi, Nepali; Bengali and Assamese; Gujarati; Punjabi
    ("नया नई हमारा|नया हमारी|नई वैकल्पिक अतिरिक्त मुख्य|नया", "खाता|पेज अकाउंट|पेज पेज|खाता पृष्ठ प्रोफ़ाइल प्रोफाइल हैंडल एकाउंट", True),
    ("नवीन नवे नवा नवं दुसरे दुसरा पर्यायी आमचे|नवीन", "खाते खातं अकाउंट पेज पान चॅनेल चॅनल प्रोफाइल आयडी", True),
    ("नयाँ अर्को दोस्रो वैकल्पिक हाम्रो|नयाँ", "खाता पेज पृष्ठ एकाउन्ट अकाउन्ट च्यानल प्रोफाइल आइडी", True),
    ("নতুন আমাদের|নতুন দ্বিতীয় বিকল্প ব্যাকআপ", "একাউন্ট পাতা পেইজ প্রোফাইল হিসাব হিসাব|পেজ অ্যাকাউন্ট|পেজ একাউণ্ট পৃষ্ঠা", True),
    ("નવું નવો નવી નવુ બીજું બીજો અમારું|નવું", "એકાઉન્ટ ખાતું પેજ પૃષ્ઠ પાનું ચેનલ પ્રોફાઇલ આઈડી", True),
    ("ਨਵਾਂ ਨਵੀਂ ਦੂਜਾ ਸਾਡਾ|ਨਵਾਂ ਬਦਲਵਾਂ", "ਖਾਤਾ ਪੇਜ ਪੰਨਾ ਅਕਾਊਂਟ ਚੈਨਲ ਪ੍ਰੋਫਾਈਲ ਆਈਡੀ", True),
    # Tamil, Telugu, Kannada, Malayalam, Sinhala, Odia
    ("புதிய எங்கள்|புதிய இரண்டாம் மாற்று", "கணக்கு பக்கம் அக்கவுண்ட் பேஜ் சேனல் ஐடி", True),
    ("కొత్త నూతన మా|కొత్త రెండవ రెండో ప్రత్యామ్నాయ", "ఖాతా పేజీ అకౌంట్ పేజ్ ఛానెల్ ఛానల్ ప్రొఫైల్ ఐడి", True),
    ("ಹೊಸ ನಮ್ಮ|ಹೊಸ ನೂತನ ಎರಡನೇ ಪರ್ಯಾಯ", "ಖಾತೆ ಪುಟ ಪೇಜ್ ಅಕೌಂಟ್ ಚಾನೆಲ್ ಚಾನಲ್ ಪ್ರೊಫೈಲ್ ಐಡಿ", True),
    ("പുതിയ ഞങ്ങളുടെ|പുതിയ രണ്ടാം രണ്ടാമത്തെ ബദൽ", "അക്കൗണ്ട് അക്കൌണ്ട് പേജ് താൾ ചാനൽ പ്രൊഫൈൽ ഐഡി", True),
    ("නව අලුත් අපගේ|නව අපේ|අලුත් දෙවන", "ගිණුම පිටුව පේජ් එකවුන්ට් නාලිකාව", True),
    ("ନୂଆ ନୂତନ ଦ୍ୱିତୀୟ", "ଖାତା ପେଜ୍ ପୃଷ୍ଠା ଆକାଉଣ୍ଟ ଚ୍ୟାନେଲ୍", True),
    # Urdu; Persian, Dari, Pashto; Kurdish
    ("نیا نئی ہمارا|نیا متبادل دوسرا", "اکاؤنٹ اکاونٹ پیج صفحہ چینل آئی|ڈی کھاتہ پروفائل", True),
    ("جدید جدیدمان جدید|ما تازه دوم جایگزین", "صفحه پیج اکانت حساب حساب|کاربری کانال پروفایل آیدی", False),
    ("نوی نوې", "حساب پاڼه چینل", True),
    ("نوێ نوێی", "پەیج پەڕە هەژمار ئەکاونت لاپەڕە", False),
    ("nû yê|nû ya|nû", "rûpela rûpel hesabê hesaba hesab kanala", False),
    # Amharic, Tigrinya; Swahili, Somali, Hausa, Yoruba, Igbo, Zulu, Xhosa, Shona, Kinyarwanda, Malagasy, Afrikaans
    ("አዲስ አዲሱ ሁለተኛ ተጠባባቂ ሓድሽ", "ገጽ ገፅ ገጻችን ገጹ አካውንት አካውንታችን ቻናል መለያ ሒሳብ ሕሳብ", True),
    ("mpya yetu|mpya ya|pili mbadala ya|akiba", "akaunti ukurasa kurasa chaneli profaili", False),
    ("cusub cusbo labaad", "bogga bog akoonka akoon koontada xisaabta kanaalka", False),
    ("sabon sabuwar na|biyu", "shafi shafin shafinmu asusu asusun tasha akawun", True),
    ("sabo sabuwa", "shafi asusu akawun", False),
    ("tuntun kejì", "ojú|ìwé àkáǹtì akanti ìkànnì akaunti oju|iwe", False),
    ("ọhụrụ ọzọ ohuru", "peeji akaụntụ ibe", False),
    ("elisha entsha esisha entsha|yethu elitsha", "ikhasi i-akhawunti iakhawunti iphepha", False),
    ("itsva idzva nyowani", "peji akaundi", False),
    ("rishya nshya", "urubuga konti paji", False),
    ("vaovao", "pejy kaonty", False),
    ("nuwe ons|nuwe tweede alternatiewe", "rekening bladsy blad profiel kanaal", True),
    # Armenian, Georgian; Kazakh, Kyrgyz, Tatar, Tajik, Mongolian; Uzbek, Azerbaijani, Turkmen
    ("նոր մեր|նոր երկրորդ պահուստային այլընտրանքային", "էջ էջը էջն հաշիվ հաշիվը ալիք ալիքը պրոֆիլ օգտահաշիվ", True),
    ("ახალი ჩვენი|ახალი მეორე სარეზერვო", "გვერდი ანგარიში პროფილი არხი ექაუნთი", True),
    ("жаңа біздің|жаңа екінші резервтік қосымша", "парақша парақшасы парақшамыз бет аккаунт аккаунты тіркелгі арна профиль есептік|жазба", True),
    ("жаңы экинчи жаңа", "барак баракча аккаунт канал профиль бит сәхифә", True),
    ("нав нави нав|мо дуюм", "саҳифаи саҳифа ҳисоби ҳисоб канали", False),
    ("шинэ манай|шинэ хоёр|дахь нөөц", "хуудас пэйж хаяг аккаунт бүртгэл суваг", True),
    ("yangi bizning|yangi ikkinchi zaxira", "sahifa sahifamiz akkaunt hisob profil kanal kanalimiz", True),
    ("янги иккинчи", "саҳифа аккаунт ҳисоб профил канал", True),
    ("yeni ikinci ehtiyat", "səhifə səhifəsi səhifəmiz hesab hesabı hesabımız akkaunt profili", True),
    ("täze ikinji", "sahypa sahypamyz hasap hasaby kanal", True),
    # Albanian; Macedonian, Bulgarian, Serbian, Croatian, Slovene, Slovak; Belarusian
    ("e|re i|ri jonë|e|re e|dytë rezervë", "faqja faqe llogaria llogari profili kanali", False),
    ("нова нов ново наша|нова втора втор резервна резервен", "страница страна профил сметка канал акаунт акаунтот", None),
    ("нова нови нов друга други резервни naš|novi nova novi nov druga drugi rezervni zamjenski", "страница страна налог профил канал stranica strana nalog profil račun kanal", True),
    ("nova nov novi naša|nova nadomestna rezervni drugi", "stran račun profil kanal stranka", True),
    ("nový nová nové náš|nový naša|nová záložný náhradný druhý druhá", "účet profil stránka kanál konto", True),
    ("новая новы наш|новы другая", "старонка акаўнт уліковы|запіс профіль канал", True),
    # Lithuanian, Latvian; Estonian, Finnish; Icelandic, Faroese
    ("naujas nauja mūsų|nauja mūsų|naujas antra antras atsarginė", "puslapis paskyra profilis kanalas anketa", True),
    ("jauns jaunā jauna jaunais mūsu|jaunā otrā otrais rezerves", "lapa konts profils kanāls", True),
    ("uus meie|uus teine varu", "leht konto lehekülg profiil kanal", True),
    ("uusi uudet toinen vara meidän|uusi", "tili sivu profiili kanava sivumme tilimme", True),
    ("ný nýr nýtt nýja okkar|nýja önnur", "síða síðan reikningur aðgangur prófíll rás", True),
    # Irish, Scottish Gaelic, Welsh; Basque, Catalan, Galician; Maltese, Luxembourgish
    ("nua nua|againn eile ùr", "leathanach cuntas cainéal próifíl duilleag cunntas", False),
    ("newydd newydd|ni arall wrth|gefn", "tudalen cyfrif proffil sianel dudalen gyfrif", False),
    ("berria berri bigarren ordezkoa", "orri orria kontu kontua profil profila kanal kanala", False),
    ("nova nou nostra|nova segona segon alternativa alternatiu de|reserva", "pàgina compte perfil canal", None),
    ("nova novo segunda segundo alternativa de|reserva", "páxina conta perfil canle", None),
    ("ġdid ġdida", "paġna kont profil", False),
    ("nei neie neien", "säit kont profil", True),
    # Hungarian, Romanian, Czech, Danish and others with few of these so far
    ("új hivatalos|új", "lap lapunk oldalunk csatorna", True),
    ("noua noul", "pagină pagina cont contul", True),
    ("nové nová nový druhá náhradní záložní", "stránky konto kanál", True),
    ("nyt vores|nye vår|nya vår|nye", "konto kontoen side kanal kanalen sida sidan", True),
    # Filipino, Javanese, Sundanese, Malay; Haitian, Esperanto
    ("bagong bago|na pangalawang panibagong", "account page pahina profile akawnt", True),
    ("anyar kaloro baharu", "akun kaca laman akaun halaman saluran", False),
    ("nouvo dezyèm", "paj kont", True),
    ("nova", "paĝo konto", True),
)  # fmt: skip
"""Which account it is, what it is, and whether the first comes first (None: either way)."""

ENDED_MORE: tuple[tuple[str, str, str], ...] = (
    ("पुराना पुरानी पिछला पहले|वाला", "पेज खाता अकाउंट आईडी चैनल", "बंद बंद|है बंद|हो|गया बंद|हो|गई ब्लॉक ब्लॉक|हो|गया हैक हैक|हो|गया"),
    ("जुने जुना पूर्वीचे", "पेज खाते अकाउंट पान", "बंद बंद|झाले बंद|झाला ब्लॉक"),
    ("पुरानो", "पेज खाता पृष्ठ", "बन्द बन्द|भयो ब्लक"),
    ("পুরনো পুরোনো আগের পুরাতন", "পেজ আইডি অ্যাকাউন্ট একাউন্ট পাতা", "বন্ধ বন্ধ|হয়ে|গেছে ব্লক হ্যাক নষ্ট"),
    ("જૂનું જૂનો જુનું", "પેજ એકાઉન્ટ ખાતું", "બંધ બ્લોક"),
    ("ਪੁਰਾਣਾ", "ਪੇਜ ਖਾਤਾ ਅਕਾਊਂਟ", "ਬੰਦ ਬੰਦ|ਹੋ|ਗਿਆ ਬਲਾਕ"),
    ("பழைய", "பக்கம் கணக்கு", "முடக்கப்பட்டது மூடப்பட்டது தடை"),
    ("పాత", "పేజీ ఖాతా అకౌంట్", "మూసివేయబడింది బ్లాక్ నిలిపివేయబడింది"),
    ("ಹಳೆಯ ಹಳೇ", "ಪುಟ ಖಾತೆ ಪೇಜ್", "ಮುಚ್ಚಲಾಗಿದೆ ಬಂದ್ ಬ್ಲಾಕ್"),
    ("പഴയ", "പേജ് അക്കൗണ്ട്", "പൂട്ടി അടച്ചു ബ്ലോക്ക്"),
    ("පැරණි පරණ", "පිටුව ගිණුම", "වසා|ඇත වැසුවා"),
    ("پرانا پچھلا", "اکاؤنٹ پیج صفحہ چینل", "بند بند|ہو|گیا بلاک ہیک"),
    ("صفحه پیج اکانت کانال حساب", "قبلی قدیمی قدیم", "بسته|شد مسدود مسدود|شد هک|شد حذف|شد"),
    ("የቀድሞው አሮጌው የቀድሞ", "ገጽ ገፅ አካውንት", "ተዘግቷል ታግዷል ተዘጋ"),
    ("akaunti ukurasa", "ya|zamani wa|zamani ya|awali", "imefungwa umefungwa imedukuliwa"),
    ("հին նախկին", "էջը էջն հաշիվը", "արգելափակված|է արգելափակվել|է փակված|է փակվել|է"),
    ("ძველი", "გვერდი ანგარიში", "დაიბლოკა დაიხურა გაუქმდა"),
    ("ескі бұрынғы", "парақша бет аккаунт парақшамыз", "бұғатталды жабылды"),
    ("эски", "барак аккаунт", "бөгөттөлдү жабылды"),
    ("хуучин", "хуудас пэйж хаяг", "хаагдсан хаагдлаа"),
    ("eski", "sahifa akkaunt hisob", "bloklandi yopildi"),
    ("köhnə əvvəlki", "səhifə hesab səhifəmiz hesabımız", "bağlandı bloklandı"),
    ("faqja llogaria", "e|vjetër e|mëparshme", "mbyllur u|mbyll u|bllokua"),
    ("старата стара стар", "страница профил сметка", "затворена блокирана затворен блокиран"),
    ("stara stari stari|nam", "stranica strana nalog profil stran račun", "zatvorena zatvoren ugašen ugašena blokiran blokirana zaprta zaprt ukinuta"),
    ("starý stará pôvodný pôvodná", "účet profil stránka", "zablokovaný zablokovaná zrušený zrušená zrušen zrušena"),
    ("sena senas senoji", "paskyra puslapis", "užblokuota užblokuotas uždaryta uždarytas"),
    ("vecā vecais", "lapa konts", "bloķēta bloķēts slēgta slēgts"),
    ("vana", "leht konto", "suletud blokeeritud suleti"),
    ("vanha", "tili sivu", "suljettu estetty"),
    ("gamla gamli", "síðan síða reikningurinn aðgangurinn", "lokuð lokað lokaður"),
    ("hen", "dudalen gyfrif", "wedi|cau ar|gau wedi|ei|gau"),
    ("sean", "leathanach cuntas", "dúnta"),
    ("pàgina compte perfil", "antiga antic anterior", "tancada tancat bloquejada bloquejat"),
    ("páxina conta perfil", "antiga vella anterior", "pechada bloqueada pechado"),
    ("orri orria kontua kontu", "zaharra", "itxita blokeatuta"),
)  # fmt: skip
"""Two lists that name the old account, in the order they are said, and what became of it."""
