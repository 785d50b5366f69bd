"""What becomes of an account, said beside a name: the old one is closed, this is the second one, we are back.

Written down from general knowledge, by language: words for an account, for which one it is, for what became of it, and whole
expressions. They are put together in the order of each language.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from aboveboard.names.announcements_more import ENDED_MORE, WHICH_MORE

__all__ = ["PACKED", "PHRASES"]

_WHICH = (
    (
        "my|new our|new new second 2nd other backup alt alternate alternative reserve spare secondary temporary temp replacement main fresh emergency restored current",
        "account acc acct page profile channel handle id",
        True,
    ),
    (
        "nueva nuevo segunda segundo otra alternativa secundaria de|respaldo de|reserva de|repuesto provisional temporal suplente",
        "cuenta página perfil canal",
        None,
    ),
    ("nova novo segunda outra reserva de|reserva secundária alternativa provisória", "conta página perfil canal", None),
    (
        "nouveau nouvelle deuxième second secondaire autre de|secours de|rechange de|remplacement provisoire temporaire alternatif",
        "compte page profil chaîne",
        None,
    ),
    (
        "neues neue neuer zweites zweite zweiter anderes alternatives vorübergehendes",
        "konto account profil seite kanal",
        True,
    ),
    ("nuovo nuova secondo secondario altro di|riserva di|backup provvisorio", "account profilo pagina canale", None),
    ("nieuw nieuwe tweede ander reserve tijdelijk", "account profiel pagina kanaal", True),
    (
        "новый новая второй вторая запасной запасная резервный резервная другой временный",
        "аккаунт акк страница профиль канал",
        None,
    ),
    (
        "новий нова другий друга запасний запасна резервний резервна інший тимчасовий",
        "акаунт сторінка профіль канал",
        None,
    ),
    ("nowe nowy nowa drugie drugi zapasowe zapasowy rezerwowe tymczasowe", "konto profil kanał strona", None),
    ("nový nové druhý záložní náhradní", "účet profil stránka", True),
    ("nou nouă secundar de|rezervă", "cont contul pagină profil", False),
    ("új második tartalék másik", "fiók oldal profil", True),
    ("yeni ikinci yedek diğer geçici", "hesap hesabı hesabımız sayfa sayfası sayfamız profil kanal kanalı", True),
    ("nytt ny andra reserv", "konto sida profil", True),
    ("ny nytt andre reserve", "konto side profil", True),
    ("baru kedua cadangan pengganti", "akun halaman profil kanal", False),
    ("mới phụ dự|phòng thứ|hai thay|thế", "tài|khoản trang acc kênh nick", False),
    (
        "جديد جديدة الجديد الجديدة بديل البديل احتياطي الاحتياطي ثاني الثاني",
        "حساب الحساب حسابنا صفحة الصفحة صفحتنا قناة القناة",
        False,
    ),
    ("جدید دوم پشتیبان یدک", "حساب پیج اکانت صفحه کانال", False),
    ("חדש חדשה שני שנייה גיבוי החדש חלופי", "חשבון החשבון עמוד ערוץ", False),
    ("नया नई दूसरा दूसरी बैकअप", "अकाउंट खाता पेज आईडी चैनल", True),
    ("নতুন দ্বিতীয় বিকল্প", "আইডি অ্যাকাউন্ট পেজ চ্যানেল", True),
    ("புதிய இரண்டாவது மாற்று", "கணக்கு பக்கம்", True),
    ("νέος νέο νέα δεύτερος δεύτερο εφεδρικός εφεδρικό", "λογαριασμός προφίλ σελίδα κανάλι", True),
    ("새 새로운 두번째 두|번째 예비 임시", "계정 페이지 채널 아이디", True),
)
"""Which account it is, what it is, and whether the first comes first (None: either way)."""

_ENDED = (
    (
        "old my|old our|old the|old prev previous first main last other former original",
        "account acc acct page profile channel handle one",
        "banned suspended deleted closed gone lost hacked disabled blocked locked removed terminated down restricted stolen is|gone was|banned was|suspended was|hacked was|closed was|deleted got|banned got|suspended got|hacked is|banned is|suspended is|locked",
    ),
    (
        "cuenta perfil página",
        "anterior antigua vieja",
        "suspendida bloqueada cerrada eliminada hackeada baneada perdida",
    ),
    ("conta perfil página", "antiga anterior velha", "banida bloqueada suspensa derrubada hackeada perdida desativada"),
    ("ancien ancienne", "compte page profil", "bloqué suspendu banni piraté fermé supprimé bloquée suspendue"),
    ("altes alter alte", "konto account profil seite", "gesperrt gelöscht gehackt weg blockiert deaktiviert"),
    ("vecchio", "account profilo", "sospeso bloccato bannato chiuso hackerato"),
    (
        "старый прежний прошлый старая прежняя",
        "аккаунт акк профиль канал страница",
        "заблокирован заблокировали забанили удалён удалили взломали взломан закрыт заблокирована удалена закрыта",
    ),
    (
        "старий попередній стара",
        "акаунт профіль канал сторінка",
        "заблоковано заблокували забанили видалено зламали заблокований",
    ),
    ("stare poprzednie", "konto", "zablokowane usunięte zbanowane"),
    ("eski önceki", "hesap hesabı hesabım hesabımız sayfa", "kapandı kapatıldı askıda çalındı engellendi gitti"),
    ("الحساب حسابنا حسابي الصفحة", "القديم السابق القديمة السابقة", "محظور مغلق معلق موقوف مسروق محظورة مغلقة"),
    ("akun", "lama", "diblokir dihapus hilang ditutup diretas kena|banned"),
    ("tài|khoản acc nick trang", "cũ", "bị|khóa bị|mất bị|hack đã|khóa bay|màu"),
    ("पुराना पुरानी", "अकाउंट खाता पेज आईडी", "बंद बैन"),
    ("παλιός παλιά", "λογαριασμός σελίδα", "κλειδώθηκε αποκλείστηκε"),
    ("기존 이전 옛 구", "계정 페이지 채널", "정지 삭제 해킹 폐쇄"),
)
"""Two lists that name the old account, in the order they are said, and what became of it."""

_EXPRESSIONS = (
    "came|back came|back|again main|banned main|suspended main|acc|banned main|account|banned suspended|main banned|main we|are|back we're|back were|back we|re|back im|back|again back|online now|back back|and|better back|for|good here|again we|have|returned have|returned has|returned moved moved|here we|moved we|ve|moved we|have|moved "
    "follow|this|one this|is|the|new|one the|sequel sequel the|second|coming part|ii part|two part|2 part|3 season|2 season|two season|3 second|edition 2nd|edition take|two take|2 round|two round|3 mk2 mk|2 mkii mark|ii ver|2 ver2 version|2 v|2 v|3 v4 v5 "
    "chapter|2 chapter|two vol|2 vol|ii volume|2 gen|2 the|next|chapter no|2 no2 number|two number|2 reopened restored recovered unbanned from|the|ashes phoenix next|gen starting|over started|over start|over rebuilt rising|again "
    "part|3 part|4 page|2 account|2 acc|2 no|3 nr|2 nr2 n|2 n2 second|account second|try other|account other|acc spare|account spare|acc 2nd 3rd parte|3 n°2 segunda|cuenta cuenta|2 segundo|intento dos tres conta|2 segunda|conta dois tres reserva n|3 deuxième|compte deux trois secours numéro|2 zwei drei zweite teil|3 nr|3 nummer|2 zweites ersatz ausweich due tre secondo seconda secondo|profilo riserva numero|2 twee drie tweede reserve "
    "iki üç ikinci ikincisi yedek yedek|hesap 2|hesap dua kedua no|2 come|back|again balik balik|lagi akun|2 cadangan số|2 số|hai thứ|hai nick|phụ acc|phụ acc|2 два|2 вторая второй второе номер|2 новый|акк новая|страница резерв резервный резервная запас запасной запасная два друга|сторінка другий dwa drugie druga nr|2 numer|2 zapas rezerwa druhý druhá dva második kettő tartalék andra två reserv δύο δεύτερος ثاني الثانية ٢ دوم שני שתיים दो दूसरा २ দুই দ্বিতীয় இரண்டு 2호 2호점 "
    "estamos|de|vuelta hemos|vuelto ya|volvimos otra|vez de|nuevo segunda|parte nueva|etapa nos|mudamos regresamos volvimos he|vuelto nuevamente "
    "estamos|de|volta voltamos de|novo outra|vez parte|2 segunda|temporada mudamos nos|mudámos "
    "on|est|de|retour nous|sommes|de|retour je|suis|de|retour encore|nous le|come|back saison|2 acte|2 acte|ii deuxième|partie bis nouvelle|adresse nous|revoilà revoilà "
    "wir|sind|zurück bin|zurück ich|bin|zurück sind|wieder|da wieder|zurück wieder|online zweitkonto zweitaccount zweitprofil ersatzkonto ersatzaccount ersatzprofil ersatzkanal neustart teil|2 jetzt|hier umgezogen sind|umgezogen ausweichkonto nebenkonto reservekonto neuanfang comeback "
    "siamo|tornati sono|tornato sono|tornata di|nuovo ancora|noi parte|2 di|ritorno torniamo "
    "we|zijn|terug terug weer|terug opnieuw deel|2 "
    "мы|вернулись мы|снова|здесь мы|снова|с|вами я|вернулся я|вернулась опять|с|вами опять|здесь снова|в|деле снова|в|строю возвращение второе|дыхание перезапуск переехали мы|переехали часть|2 сезон|2 запаска новая|жизнь возрождение резерв дубль "
    "ми|повернулись ми|знову|тут ми|переїхали знову|тут повернення перезапуск частина|2 резерв "
    "wróciliśmy jesteśmy|z|powrotem znowu|z|wami ponownie reaktywacja część|2 "
    "jsme|zpět vrátili|jsme|se znovu ne-am|întors am|revenit din|nou visszatértünk újra|itt újraindul "
    "geri|döndük döndük biz|geldik yine|biz tekrar|buradayız tekrardan yeniden|buradayız taşındık bölüm|2 "
    "vi|er|tilbage vi|är|tillbaka tillbaka tilbake olemme|palanneet "
    "kembali|lagi kami|kembali come|back|lagi jilid|2 part|dua hidup|lagi pindah|akun "
    "đã|quay|lại chúng|tôi|đã|trở|lại trở|lại|rồi phần|2 tái|xuất hồi|sinh "
    "لقد|عدنا عدنا|من|جديد عدنا|لكم رجعنا|لكم رجعنا|من|جديد العودة من|جديد انتقلنا الجزء|الثاني نسخة|ثانية مرة|اخرى مرة|أخرى "
    "ما|برگشتیم برگشتیم دوباره بازگشتیم قسمت|دوم نسخه|دوم "
    "אנחנו|כאן|שוב שוב|כאן חזרנו|אליכם שוב|איתכם עברנו|לכאן חלק|ב החזרה "
    "हम|वापस|आ|गए वापस|आ|गए हम|वापस वापस|आए भाग|2 फिर|आ|गए আমরা|ফিরে|এসেছি আবার আবার|ফিরে|এলাম திரும்ப|வந்துட்டோம் மீண்டும்|வந்தோம் "
    "γυρίσαμε επιστρέψαμε|ξανά είμαστε|πίσω ξανά|εδώ μέρος|2 "
    "старый|заблокирован старая|заблокирована прежний|заблокирован старый|акк|заблокирован старий|заблокований старий|заблоковано stare|zablokowane ancien|bloqué antiguo|bloqueado antigo|bloqueado vecchio|bloccato "
    "돌아왔습니다 다시|돌아왔습니다 다시|왔어요 돌아옴 컴백했습니다 재오픈 이사왔어요 새|출발 시즌|3 2기 재개설 부활 환생 임시계정 대피소 피난처 백업 "
    "กลับมาอีกแล้ว เรากลับมาแล้ว ย้ายมาใหม่ ภาคสอง ภาค|2 กลับมาใหม่ "
    "ទំព័រចាស់ត្រូវបានបិទ គណនីចាស់ត្រូវបានបិទ ເພຈເກົ່າຖືກປິດ ບັນຊີເກົ່າຖືກປິດ အကောင့်ဟောင်းပိတ်သွားပြီ"
)
_BACK_AGAIN = (
    "visszatért visszajött újra|itt megint|itt újra|köztetek ismét|itt a|revenit s-a|întors iar|aici din|nou|aici e|înapoi este|înapoi taas|täällä palasi "
    "on|palannut takaisin taas|auki uusi|tili palannut är|tillbaka tillbaka|igen är|här|igen er|tilbake er|tilbage tilbake|igjen er|her|igjen er|her|igen "
    "wrócił wróciło znowu|tu znów|tu znowu|z|wami znów|z|wami powraca nowy|profil je|zpět zase|tady opět|tady vrátil|se vrátila|se je|späť opäť|tu znova|tu "
    "zase|tu nový|profil пак|е|тук пак|тук отново|тук се|върна се|завърна нов|профил нова|страница se|vratio se|vratila opet|tu ponovo|tu ponovno|ovdje "
    "vratio|se vratila|se се|вратио се|вратила опет|ту поново|ту je|nazaj spet|tu se|je|vrnil се|врати повторно|тука пак|тука знову|тут знову|з|вами "
    "нова|сторінка новий|профіль снова|тут опять|тут опять|здесь снова|на|связи опять|в|деле опять|с|вами ξανά γύρισε επέστρεψε πάλι|εδώ πάλι|μαζί|σας "
    "ξανά|μαζί|σας νέος|λογαριασμός sugrįžo vėl|čia grįžo atgriezās atkal|šeit atkal|klāt on|tagasi jälle|siin taas|siin uus|konto geri|döndü yine|burada "
    "tekrar|burada yeniden|burada qayıtdı yenə|burada қайта|оралды қайтып|келді qaytdi yana|shu|yerda u|kthye përsëri|këtu ha|tornat de|nou|aquí volveu "
    "de|novo|aquí itzuli|da berriro|hemen ha|vuelto está|de|vuelta otra|vez|aquí de|nuevo|aquí ya|volvió aquí|otra|vez está|de|volta aqui|de|novo "
    "outra|vez|aqui de|novo|aqui è|tornato di|nuovo|qui ancora|qui è|di|nuovo|qui est|de|retour revoilà est|revenu est|revenue de|nouveau|là encore|là "
    "ist|zurück ist|wieder|da wieder|hier ist|wieder|hier is|terug weer|hier is|er|weer sudah|kembali muncul|lagi hadir|lagi kembali|semula dah|balik "
    "muncul|semula nagbabalik balik|na nandito|na|ulit amerudi nimerudi wamerudi tena|hapa ya|dawo ta|dawo quay|lại|rồi đã|trở|về trở|về|rồi फिर|से|आ|गया "
    "फिर|से|आ|गई वापस|आ|गया वापस|आ|गई लौट|आई फिर|आ|गया परत|आला पुन्हा|आला फेरि|आयो फेरि|फर्कियो আবার|ফিরে|এলো ফিরে|এলো আবার|এলাম আবার|এসেছে واپس|آ|گیا "
    "پھر|سے|آ|گیا دوبارہ|آ|گیا واپس|آ|گئی પાછા|આવ્યા ફરી|આવ્યા ਵਾਪਸ|ਆ|ਗਿਆ ਵਾਪਸ|ਆ|ਗਏ மீண்டும்|வந்தார் திரும்பி|வந்துட்டேன் మళ్ళీ|వచ్చాను తిరిగి|వచ్చారు "
    "ಮತ್ತೆ|ಬಂದಿದ್ದೇನೆ വീണ്ടും|വന്നു തിരിച്ചെത്തി ආයෙත්|ආවා නැවත|පැමිණියා رجع عاد رجعت عاد|من|جديد رجع|من|جديد دوباره|برگشت دوباره|اینجا חזר חזר|שוב ተመለሰ "
    "ተመልሷል დაბრუნდა ისევ|აქ վերադարձավ նորից|այստեղ 다시|왔다 돌아왔어요 컴백 "
)
"""Somebody is back, or here again, said of a third: in some sixty languages."""

_PACKED = (
    "กลับมาแล้ว มาแล้วจ้า ត្រឡប់មកវិញ ກັບມາແລ້ວ ပြန်လာပြီ また来ました ただいま復活 再登場 もどってきた 返來咗 返来咗 又嚟喇 "
    "贰 貳 其二 之二 第二個 第二个 防失联 防失聯 備援號 弐 弍 二番目 サブ用 避難 移行 移行済 새로팜 새로시작 두번째 부계 시즌2 "
    "又来啦 我又来了 我又来啦 我来啦 我回来啦 又回来啦 回来啦 分身帳號 分身账号 分身号 分身號 다시시작 새출발 새계 새계정 부계정 二代 三代 第二代 第三代 二世 三世 第二季 第三季 第二弹 第二彈 下集 续集 續集 续篇 贰号 二号店 二号机 三号机 重开 重開 重開了 重建 重建号 重出 復出 复更 再战 再戰 东山再起 東山再起 浴火重生 涅槃 满血复活 滿血復活 满血归来 強勢回歸 强势回归 强势归来 又见面 "
    "我们回来了 我們回來了 我們返嚟了 返嚟了 返嚟喇 返黎 翻生 番嚟 復活版 复活版 重生版 回归版 回歸版 新版 新站 新家 新开 新開 搬家 搬家号 迁移 遷移 轉移 转移 转生号 转世号 避难所 避難所 避难号 避難 根据地 臨時號 临时号 临时账号 臨時帳號 应急号 後備 后备 後備號 后备号 備份 备份 备份号 備份號 "
    "備援 替補 替补号 副帳 副账号 副號 分身 分號 小號 小帳 新帳 新號 二號 三號 第二號 第二號帳 備胎号 马甲 馬甲 重來 重来 再起 再次出发 再次出發 再次回来 再开 再開 再始動 再出発 再スタート 再始動中 再開しました 戻りました 戻ってきました 戻ってきた 復活しました 復帰しました 帰還 帰ってきました 新規 新アカ 別アカ 別垢 "
    "裏垢 サブ サブアカ サブ垢 本垢凍結中 凍結中 旧アカ凍結 旧アカウント凍結 前アカ凍結 垢バン 避難先 避難用 避難垢 避難アカ 移転 移転先 移行先 引越し先 引っ越し先 代替 代替アカ 予備アカ 予備垢 緊急用 臨時 臨時アカ 転生垢 転生 2代目 二代目 三代目 弐号 弐号機 弐 セカンド 第2章 第二章 "
    "请关注本号 请关注新号 请认准本号 认准本号 认准此号 以此为准 以此号为准 以本号为准 新号在此 新号在这 号被封了 号被封 账号被封 账号被封了 帐号被封了 封号了 再启航 再起航 再出发 重新启航 新号启用 启用新号 唯一新号 已迁至此 搬到这里 换号重来 請關注本號 請認準本號 以此號為準 以本號為準 新號在此 號被封了 帳號被封 封號了 重新啟航 新號啟用 "
    "旧号封了 旧号没了 旧号已封 老号没了 老号被封 原号没了 大号没了 大号封了 上个号没了 旧號被封 舊號被封 舊帳被封 舊帳號被盜 原帳號被停 原帳號被盜 原號被封 舊號已封 被盜號 被盗号 解封了 已解封 解封归来"
)


def _phrases(words: str) -> tuple[str, ...]:
    return tuple(w.replace("|", " ") for w in words.split())


def _pairs() -> Iterator[tuple[str, str]]:
    """Yield which account it is and what it is, in the order each language has them, both where it has both."""
    for which, account, first in (*_WHICH, *WHICH_MORE):
        for pair in product(_phrases(which), _phrases(account)):
            ways = (pair, (pair[1], pair[0]))
            yield from ways if first is None else ways[:1] if first else ways[1:]


PHRASES = frozenset(
    (
        *(" ".join(pair) for pair in _pairs()),
        *(" ".join(three) for lists in (*_ENDED, *ENDED_MORE) for three in product(*map(_phrases, lists))),
        *_phrases(_EXPRESSIONS),
        *_phrases(_BACK_AGAIN),
    )
)
"""What follows a name after a space: second account, cuenta de respaldo, old page suspended, we are back."""

PACKED = tuple(_PACKED.split())
"""The same in scripts without spaces."""
