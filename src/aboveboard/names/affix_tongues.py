"""What is put beside a name to make it look like its owner's, language by language: that it is verified, genuine, the spare one, or a desk.

The same dozen of concepts in every language: verified, confirmed, genuine, official page, spare, the other one, help, desk for
information, solutions or complaints, live. Written down from general knowledge; `|` is the space within an affix.
"""

from __future__ import annotations

__all__ = ["GLUED_SYLLABLES", "WORDS"]

_LATIN = (
    # English, Spanish, Portuguese, French
    "solutions|desk only|account information|centre information|center registrations fundraising verificado verificada mesa|de|soluciones atención|al|ciudadano atención|ciudadana información oficina|de|prensa quejas quejas|y|reclamos "
    "donations donaciones doações spenden donazioni donaties donasi bağış quyên|góp sorteios en|línea en|vivo 24|horas ajuda atendimento|ao|cidadão linha|direta informações reclamações ao|vivo vérifié vérifiée compte|vérifié authentique centre|d|aide relation|client relations|clients numéro|vert en|direct "
    # German, Italian, Dutch, Polish, Nordic, Czech, Hungarian, Romanian
    "verifiziert verifizierter verifiziertes|konto bestätigt auskunft beschwerden beschwerdestelle verificato account|verificato originale quello|vero aiuto sportello informazioni reclami in|diretta "
    "geverifieerd officiële|pagina origineel hulp ondersteuning informatie klachten zweryfikowany zweryfikowana zweryfikowane oficjalna|strona oficjalny|profil oryginał oryginalny oryginalna pomoc|techniczna "
    "biuro|obsługi|klienta informacje komunikaty na|żywo verifierad verifisert verificeret äkta ægte hjälp hjælp hjelp klagomål oficiální|účet oficiální|stránka ověřeno ověřený overený pravý originál zákaznická|podpora "
    "infolinka informace tiskové|oddělení vrácení|peněz hivatalos|oldal hitelesített tartalék eredeti segítség információ panasz verificat cont|oficial pagina|oficială asistență serviciu|clienți informații "
    "obsługa|klientów wsparcie|klienta pomoc|dla|klientów podpora|zákazníků podpora|zákazníkov péče|o|zákazníky vevőszolgálat suport|clienți asistență|clienți relații|clienți kundsupport kundestøtte kundeservice|norge asiakastuki klantondersteuning klantcontact korisnička|podrška podrška|korisnicima pomoč|strankam klientide|tugi klientu|atbalsts klientų|aptarnavimas "
    # Turkish, Vietnamese, Indonesian, Malay, Filipino, Swahili
    "onaylı onaylanmış doğrulanmış yedek çözüm|masası çözüm|merkezi iletişim|merkezi danışma bilgi|hattı şikayet canlı đã|xác|minh xác|minh xác|thực dự|phòng chính|chủ chính|hãng trợ|giúp hỗ|trợ|khách|hàng thông|tin "
    "trực|tuyến trực|tiếp yang|asli terverifikasi informasi keluhan akaun|rasmi akaun|baharu akaun|baru sandaran tulen maklumat totoo tunay bagong|account reserba suporta impormasyon akaunti|rasmi akaunti|mpya halisi "
)
_IN_HANDLES = (
    "complaints|desk customer|relations emergency|line perfil|oficial cuenta|secundaria segunda|cuenta soporte|técnico mesa|de|ayuda servicio|al|cliente línea|de|ayuda centro|de|ayuda centro|de|atención conta|verificada "
    "conta|reserva segunda|conta suporte|técnico central|de|ajuda profil|officiel compte|secondaire second|compte support|technique ligne|directe offizielle|seite das|original ersatzkonto zweitkonto hilfezentrum "
    "pagina|ufficiale profilo|ufficiale account|di|riserva secondo|account assistenza|clienti centro|assistenza nieuw|account tweede|account oficjalne|konto konto|zapasowe drugie|konto resmi|sayfa resmi|profil "
    "ikinci|hesap teknik|destek yardım|masası yardım|merkezi trang|chính|thức tài|khoản|chính|thức tài|khoản|dự|phòng tài|khoản|phụ trung|tâm|hỗ|trợ halaman|resmi akun|cadangan akun|kedua cont|de|rezervă "
    "nytt|konto nový|účet záložní|účet"
)
"""What handles carry without a space, said here as it is with one."""

_ROMANISED = (
    "guanfang guanfanghao guanwang kefu kefuzhongxin renzheng xinhao xiaohao erhao fuhao beiyonghao beiyong zhenghao zhengban benzun fuwuzhongxin fuwutai tousu tuikuan zixun rexian zaixian zhibo pingtai "
    "koushiki kōshiki kousiki honmono madoguchi soudan shien unei uneijimukyoku jimukyoku kouhou oshirase shinaka shin|aka subaka sub|aka fukukatsu shien gongsik gongsikgyejeong gogaek gogaekcenter gogaeksenteo "
    "jiwon sangdam injeung jinjja saegyejeong bugyejeong ofitsialny ofitsialnyi oficialnyj oficialny oficialno podderzhka podderjka pomosh pomoshch novyi noviy novyj zapasnoy rezerv nastoyashiy vozvrat ofitsiynyi "
    "oficiynyi pidtrymka dopomoha rasmi rasmy alrasmi al|rasmi muwathaq daem aldaem musaada jadid khidmat poshtibani poshtiban rasmiye jadide asli adhikarik sahayata asli naya|account rishmi tmicha tmiha moked "
    "episimo episimi ypostirixi voithia thangkan thangkarn chuailuea chuayluea samnakngan chinhthuc hotro cskh nowe nowy oficjalnie ponownie nieuw nuovo nuova yeni nova novo nueva nuevo baru"
)
"""The same in Latin letters, as handles have them."""

_OTHER = (
    # Cyrillic, Greek
    "поддержка|клиентов помощь|клиентам обслуживание|клиентов забота|о|клиентах підтримка|клієнтів допомога|клієнтам обслуговування|клієнтів турбота|про|клієнтів обслужване|на|клиенти поддръжка|на|клиенти корисничка|подршка υποστήριξη|πελατών "
    "проверено проверен проверенный подтверждён подтвержден подтверждено верифицировано оригинал справочная прямой|эфир офіційний|акаунт верифіковано верифікований підтверджено оригінал офіційно офіційна|сторінка офіційний|канал довідка пожертвования пожертви прес-служба оголошення "
    "потвърден проверен верификован επίσημη|σελίδα επαληθευμένος επαληθευμένη επαληθευμένο αυθεντικό αυθεντικός τεχνική|υποστήριξη πληροφορίες "
    # Arabic, Persian, Urdu, Hebrew
    "دعم|العملاء مساعدة|العملاء رعاية|العملاء خدمة|المستهلكين پشتیبانی|مشتریان امور|مشتریان کسٹمر|سپورٹ תמיכת|לקוחות מרכז|שירות|לקוחות מוקד|שירות קשרי|לקוחות "
    "رسمية موثق موثقة الموثق الموثقة احتياطي احتياطية الاحتياطي الاحتياطية بديل بديلة البديل البديلة معتمد معتمدة المعتمد المعتمدة المساعدة استعلامات الاستعلامات تبرعات التبرعات مسابقات مباشر "
    "صفحه|رسمی تایید|شده تأیید|شده پشتیبان اصلی واقعی مرکز|تماس اطلاعات بازگشت|وجه سرکاری تصدیق|شدہ نیا|اکاؤنٹ بیک|اپ سپورٹ הרשמי החשבון|הרשמי העמוד|הרשמי מאומת מאומתת גיבוי תרומות המקורי המקורית האמיתי האמיתית מידע אונליין "
    # Indic
    "वेरिफाइड वेरीफाइड बैकअप ओरिजिनल हेल्पडेस्क हेल्प|डेस्क हेल्प हॉटलाइन कॉल|सेंटर जानकारी धनवापसी অফিশিয়াল যাচাইকৃত ভেরিফাইড ব্যাকআপ আসল সাহায্য হেল্পলাইন হটলাইন কল|সেন্টার সাপোর্ট সার্ভিস হেল্পডেস্ক তথ্য লাইভ অনলাইন உண்மையான தகவல் சரிபார்க்கப்பட்ட ஹெல்ப்லைன் கஸ்டமர்|கேர் சப்போர்ட் அபிஷியல் "
    "అధికారిక కొత్త|ఖాతా అసలైన సమాచారం ధృవీకరించబడిన హెల్ప్‌లైన్ సపోర్ట్ అఫీషియల్ ಅಧಿಕೃತ ಪರಿಶೀಲಿಸಿದ ಸಹಾಯ ഔദ്യോഗിക സഹായം ચકાસાયેલ સત્તાવાર મદદ ਅਧਿਕਾਰਤ ਮਦਦ "
    # Thai, Lao, Khmer, Burmese
    "ยืนยันแล้ว สำรอง ซัพพอร์ต ข้อมูล ประชาสัมพันธ์ ไลฟ์ ທາງການ ផ្លូវការ တရားဝင် "
    # Ideographs and kana
    "正品 认证号 認證號 帮助中心 幫助中心 帮助台 幫助台 呼叫中心 咨询 諮詢 咨询台 諮詢台 咨询中心 諮詢中心 信息台 维权 維權 募捐 募款 官方帳號 分帳 技術支援 技术支持 服務台 服务台 "
    "認証済み 認証済 寄付 募金 認証アカウント インフォメーション 広報部 広報室 苦情 苦情窓口 ヘルプデスク ヘルプセンター 予備 相談室"
)

WORDS: tuple[str, ...] = tuple(w.replace("|", " ") for w in (f"{_LATIN}{_IN_HANDLES} {_ROMANISED} {_OTHER}").split())
"""Affixes at either end; those of ideographs and kana are written as one with the name, and long Latin ones in handles."""

_SYLLABLES = (
    "공식 공식계정 공식채널 공식페이지 공식인증 인증 인증계정 정식 새계정 부계정 부계 백업 백업계정 예비계정 제2계정 본계정 진짜 정품 원조 고객센터 고객지원 고객상담 상담센터 상담원 콜센터 서비스센터 지원센터 "
    "헬프데스크 도움말 안내센터 안내데스크 민원센터 환불센터 운영팀 운영자 운영진 지원팀 고객지원팀 보안팀"
)
GLUED_SYLLABLES: tuple[str, ...] = tuple(_SYLLABLES.split())
"""Korean affixes that are written as one with a name of syllables."""
