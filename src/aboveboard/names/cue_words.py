"""The words behind `cues`: labels, ties, claims and announced returns, in the languages of large services. General knowledge."""

from __future__ import annotations

__all__ = [
    "BIO_RETURNS",
    "CLAIMS",
    "ENDS",
    "FAN_OF",
    "GLUED_CLAIMS",
    "LABELS",
    "RETURNS",
    "SUFFIXES",
    "TIES",
]

LABELS = (
    "parody", "parodia", "parodie", "parodi", "paródia", "fans", "fanclub", "fanpage", "fanbase", "fake", "archive", "archives", "archiv", "archivo", "arquivo",
    "memorial", "in memory of", "remembering", "rip", "tribute", "satire", "satira", "unofficial", "non official", "nonofficial", "inofficial", "inoffiziell",
    "non officiel", "no oficial", "não oficial", "non ufficiale", "resmi olmayan", "not", "not affiliated", "commentary", "mock", "spoof", "roleplay", "rp",
    "пародия", "фан", "фанаты", "фанклуб", "фан клуб", "архив", "памяти", "неофициальный", "неофициальная", "сатира", "παρωδία", "φίλοι", "ανεπίσημο", "محاكاة ساخرة",
    "معجبي", "معجبو", "أرشيف", "غير رسمي", "ساخر", "פרודיה", "מעריצי", "לא רשמי", "ארכיון", "पैरोडी", "प्रशंसक", "अनौपचारिक", "ล้อเลียน", "แฟนคลับ", "ไม่เป็นทางการ", "chế", "fan hâm mộ",
    "không chính thức", "fani", "fanii", "penggemar", "tidak resmi", "nieoficjalny", "nieoficjalna", "nieoficjalne", "inofficiell", "inofficiella", "uofficiel", "nem hivatalos", "गैर आधिकारिक", "戏仿", "戲仿", "恶搞", "惡搞", "粉丝", "粉絲", "非官方", "存档", "存檔", "纪念", "紀念", "仿",
    "パロディ", "ファン", "非公式", "アーカイブ", "追悼", "패러디", "팬클럽", "팬페이지", "비공식", "아카이브",
)  # fmt: skip
"""At the start of a name, where the large services ask for them."""

FAN_OF = (
    "fan account",
    "fan page",
    "fan club",
    "fan of",
    "fan de",
    "fan von",
    "fan site",
    "fan art",
    "fan acc",
    "fan base",
    "fan van",
    "fan di",
)
"""`Fan` alone is a Chinese surname: at the start of a name it is a label only in these company words."""

ENDS = ("fan", "fans", "fan account", "fan page", "fan club", "fan acc", "fan site")
"""Alone beside another's name, or at the end of a name, where they tie the account to whom it names."""

SUFFIXES = (
    "后援会", "後援會", "粉丝团", "粉絲團", "粉丝", "粉絲", "粉丝会", "粉丝站", "应援", "应援站", "应援会", "個站", "个站", "超话", "贴吧", "吧", "存档", "存檔", "恶搞", "恶搞号", "非官方", "资料馆", "安利站", "数据站", "打投组", "反黑站", "图站",
    "ファンクラブ", "ファン", "ファンサイト", "非公式", "応援団", "応援", "愛好会", "同好会", "オーナーズクラブ", "ユーザー会", "팬클럽", "팬", "팬카페", "팬페이지", "갤러리",
    "비공식", "동호회", "오너클럽", "오너스클럽", "사용자모임", "车友会", "車友會", "车主会", "车主俱乐部", "爱好者", "愛好者", "同好會",
)  # fmt: skip
"""Where Chinese, Japanese and Korean fan names carry the label instead."""

TIES = (
    "at", "ex", "former", "formerly", "works", "work", "working", "employee", "employees", "engineer", "developer", "intern", "student", "students", "volunteer",
    "alumni", "alumnus", "alumna", "fans", "fanclub", "fan club", "fan page", "fan account", "fan of", "club", "community", "unofficial", "not", "anti", "love", "loves", "lover",
    "lovers", "news about", "friends of", "supporters of", "supporters", "parody", "union", "workers", "memes", "reviews", "customers", "victims", "boycott",
    "bei", "chez", "betriebsrat", "freunde", "amis de", "amigos de", "empleado", "trabajador", "бывший", "бывшая", "сотрудник", "работник", "друзья", "موظف", "موظفي", "عامل", "ex de",
    "çalışanı", "çalışanları", "eski", "nhân viên", "cựu", "前员工", "员工", "的员工", "職員", "社員", "元社員", "校友", "校友会", "粉丝", "粉絲", "非官方", "在读", "毕业", "工会", "直播间观众", "직원", "동문", "노조", "다니는", "재직", "근무", "πρώην",
)  # fmt: skip
"""Relations to an organisation that an account may freely name."""

CLAIMS = (
    "official", "officially", "support", "help", "helpdesk", "help desk", "helpline", "help line", "hotline", "customer service", "customer services", "customer care", "customer support",
    "care", "customerservice", "customercare", "customersupport", "helpcenter", "help center", "helpcentre", "help centre", "service center", "service centre", "service desk", "support team",
    "care team", "security team", "verified", "verification", "authentic", "authorised", "authorized", "oficial", "officiel", "officielle", "offiziell", "offizielles", "offizieller", "ufficiale", "officieel",
    "oficjalny", "oficjalna", "soporte", "suporte", "ayuda", "atención al cliente", "atendimento", "service client", "assistance", "kundenservice", "kundendienst", "hilfe", "assistenza",
    "klantenservice", "resmi", "resmî", "destek", "müşteri hizmetleri", "официальный", "официальная", "официально", "поддержка", "служба поддержки", "помощь", "επίσημο", "επίσημη", "υποστήριξη",
    "εξυπηρέτηση πελατών", "رسمي", "الرسمي", "الرسمية", "الدعم", "دعم", "خدمة العملاء", "خدمة عملاء", "רשמי", "תמיכה", "שירות לקוחות", "आधिकारिक", "सहायता", "ग्राहक सेवा", "ทางการ", "ช่วยเหลือ", "บริการลูกค้า",
    "chính thức", "hỗ trợ", "chăm sóc khách hàng", "cskh", "layanan pelanggan", "官方", "客服", "官微", "官号", "官號", "官网", "官網", "服务中心", "服務中心", "服务号", "人工客服", "在线客服", "售后", "热线", "熱線", "认证", "認證",
    "公式", "サポート", "お客様センター", "公式アカウント", "공식", "고객센터", "고객지원", "공식계정", "지원",
    "офіційний", "офіційна", "офіційне", "офіційно", "підтримка", "служба підтримки", "допомога", "горячая линия", "гаряча лінія", "техподдержка", "رسمی", "پشتیبانی", "خدمات مشتریان", "آفیشل",
    "অফিসিয়াল", "অফিশিয়াল", "সহায়তা", "হেল্পলাইন", "গ্রাহক সেবা", "কাস্টমার কেয়ার", "ऑफिशियल", "हेल्पलाइन", "कस्टमर केयर", "ग्राहक सहायता", "அதிகாரப்பூர்வ", "வாடிக்கையாளர் சேவை", "ஆதரவு", "అధికారిక", "కస్టమర్ కేర్",
    "pomoc techniczna", "obsługa klienta", "wsparcie", "oficiální", "oficiálny", "zákaznická podpora", "hivatalos", "ügyfélszolgálat", "officiell", "offisiell", "kundtjänst", "virallinen", "asiakaspalvelu", "asistență clienți",
    "βοήθεια", "เจ้าหน้าที่", "ศูนย์ช่วยเหลือ", "פניות הציבור", "security alert", "fraud alert", "お客様サポート", "カスタマーサポート", "事務局", "상담센터", "상담원",
)  # fmt: skip
"""Words that claim an office."""

GLUED_CLAIMS = (
    "theofficial", "official", "officiel", "oficial", "offiziell", "ufficiale", "supportteam", "support", "helpdesk", "helpline", "helpcenter", "helpcentre", "help",
    "customercare", "customerservice", "customersupport", "careteam", "servicecenter", "verified", "soporte", "suporte", "resmi", "destek", "kundenservice", "kundendienst",
)  # fmt: skip
"""Claims that handles carry without a separator, at either end."""

RETURNS = (
    "2.0", "3.0", "v2", "v3", "is back", "im back", "i am back", "back again", "returns", "returned", "reborn", "reloaded", "new account", "new acc", "backup", "back up", "backup account",
    "backup acc", "second account", "2nd account", "round 2", "the return", "ha vuelto", "de vuelta", "cuenta nueva", "nueva cuenta", "el regreso", "nova conta", "de volta", "voltei", "est de retour",
    "nouveau compte", "le retour", "ist zurück", "wieder da", "neues konto", "neuer account", "è tornato", "nuovo account", "вернулся", "вернулась", "новый аккаунт", "снова здесь", "επέστρεψε",
    "νέος λογαριασμός", "عاد", "عدت", "حساب جديد", "الحساب الجديد", "חזר", "חשבון חדש", "वापस", "नया खाता", "กลับมาแล้ว", "บัญชีใหม่", "trở lại", "tài khoản mới", "geri döndü", "yeni hesap", "回来了", "回來了",
    "归来", "歸來", "回归", "复活", "重生", "转生", "新号", "新號", "小号", "备用号", "原号被封", "大号被封", "旧号被封", "又来了", "復活", "新垢", "新アカウント", "帰ってきた", "サブ垢", "돌아왔다", "새 계정", "복귀", "부계정",
)  # fmt: skip
"""Words in a name that announce a return."""

BIO_RETURNS = (
    r"\b(?:they|tiktok|insta|mods?|admins?) (?:closed|deleted|banned|nuked|took down|removed|killed)\b|\brip (?:my |the )?\w|\b(?:re-?follow|follow me (?:here|again))\b|\bmoved (?:here|from)\b", r"本(?:号|號)?.{0,3}(?:被封|被举报)|(?:号|號)被(?:禁言|举报|封)|(?:大|主)(?:号|號)(?:没|沒)",
    r"(?:移行|凍結され(?:た|ました)|消され(?:た|ました))|垢移動", r"(?:본계|본계정|구계정?).{0,6}(?:터짐|정지|폭파|날아)|영구 ?정지", r"(?:старый|прошлую|основу|основной) .{0,20}(?:заблок|забан|снес|удалил)", r"me (?:cerraron|tumbaron|bajaron|quitaron) (?:la|el)\b|derrubaram",
    r"l'ancien(?:ne)? .{0,12}(?:saut|ban|ferm|bloqu|suppr)|wurde (?:gelöscht|gesperrt|gemeldet)|(?:ilk|eski|önceki) hesap.{0,12}(?:uçtu|kapan|gitti|askı|ban)", r"(?:पुराना|पुरानी).{0,14}(?:बंद|बैन|ब्लॉक)|(?:stare|stary|poprzednie)\b.{0,12}(?:zban|zablok|usun)|(?:akun|acc) .{0,16}(?:kena ban|diblokir|ditutup|hilang)|(?:acc|nick|page|trang) (?:cũ|chính).{0,10}(?:bay|khóa|khoá|mất)",
    r"(?:old|prev(?:ious)?|last|main|first|other|my) (?:acc(?:ount|t)?|page|profile|one|handle)s?\b[^.!?\n]{0,30}\b(?:ban|susp|delet|gone|lost|hack|closed|disabled|terminated|removed|taken down|blocked|locked)",
    r"\b(?:banned|suspended|disabled|terminated|deleted) (?:from|on|at) (?:my |the )?(?:old|prev(?:ious)?|last|main)",
    r"\b(?:formerly|previously|prev|used to be|ex)\W{0,3}@\w", r"\bback up (?:acc|account|page|of|for)|\bbackup (?:acc|account|page|of|for)|\bback ?up\b.{0,20}@\w",
    r"\b(?:i'?m|im|we'?re|we are|i am) back\b|\bback again\b|\bguess who'?s back\b", r"\bnew (?:acc(?:ount|t)?|page|profile)\b", r"\b(?:got|was|been|were) (?:banned|suspended|zucked|deleted)\b",
    r"\bban(?:ned)? evad", r"(?:cuenta|perfil) (?:anterior|antigua|vieja)|cuenta nueva|nueva cuenta|me (?:cerraron|suspendieron|banearon|borraron)",
    r"conta (?:antiga|anterior)|nova conta|conta (?:foi )?(?:banida|suspensa|derrubada)", r"(?:ancien|autre) compte|nouveau compte|compte (?:banni|suspendu|supprimé)",
    r"(?:alter|altes|neues|neuer) (?:account|konto)|(?:account|konto) (?:wurde )?(?:gesperrt|gelöscht)", r"(?:vecchio|nuovo) (?:account|profilo)",
    r"(?:старый|прошлый|новый|прежний) (?:аккаунт|акк|профиль)|(?:аккаунт|акк) (?:заблокирован|забанили|удалили)|снова (?:здесь|с вами)", r"(?:παλιός|νέος) λογαριασμός",
    r"حساب(?:ي)? (?:القديم|السابق|الجديد|جديد)|تم (?:حظر|إغلاق|تعطيل) حساب", r"חשבון (?:חדש|קודם|ישן)|החשבון (?:הקודם|הישן)", r"(?:पुराना|नया) (?:खाता|अकाउंट)", r"บัญชี(?:เก่า|ใหม่|เดิม)",
    r"(?:tài khoản|nick|acc) (?:cũ|mới)", r"(?:eski|yeni|önceki) hesa[bp]|hesabım (?:kapatıldı|askıya)", r"akun (?:lama|baru)", r"(?:stare|nowe) konto",
    r"(?:原|旧|舊|老|大|前|上一个|之前的?)(?:号|號|账号|帳號|帐号)[^,。,\n]{0,8}(?:封|炸|没|無|无|注销|黑|盗)|(?:新|备用|備用|小)(?:号|號)|(?:被封|封号|炸号)[^,。\n]{0,8}(?:重|新|回)|(?:又|我)?(?:回来|回來)了|重新(?:开始|開始|出发)|东山再起",
    r"(?:前|旧|元)(?:垢|アカ(?:ウント)?)|(?:凍結|バン|垢バン)され|新(?:しい)?(?:垢|アカ)|転生|復活しました", r"(?:이전|옛|구|새|부) ?계정|계정.{0,6}(?:정지|영정)|돌아왔",
)  # fmt: skip
"""Patterns of normal lower-case text about oneself that announce a return."""
