"""Words that attribute, deny, doubt or play with somebody's words, in many languages, as patterns over plain text.

Plain text is lower case without accents. Each role has a pattern of whole words for scripts with spaces and one that may stand
anywhere, for scripts without.
"""

from __future__ import annotations

import re
from functools import cache

from aboveboard.text.scripts_of import PACKED

__all__ = ["prefilter", "role"]

_SAYS = (
    (
        r"sa(?:id|ys?|ying)|stat(?:e[sd]?|ing|ements?)|announc\w+|declar\w+|confirm\w+|publish\w*|releas\w+|issu(?:ed|es)|warn\w*|writ(?:es|ing)|wrote|report\w*|"
        r"not(?:es|ed)|tell(?:s|ing)|told|order\w*|decre\w+|notif\w+|notices?|inform\w*|quot(?:es|ed|ing)|posts?|posted|reads?|rul(?:ed|es)|accord\w*|as per|per|"
        r"circular|bulletin|memo|letter|documents?|communiques?|press|quote|urge[sd]?|claim\w*|vow\w*|pledg\w+|promis\w+|"
        r"dijo|dice|digo|anunci\w+|comunic\w+|public[aoó]\w*|afirm\w+|advirti\w+|advierte|segun|avisos?|nota|señala|senala|indic\w+|informo|"
        r"dit|annonc\w+|indiqu\w+|publi(?:e|é)\w*|selon|d'apres|precis\w+|avis|rappell\w+|"
        r"sagt\w*|teilt\w*|mitteilung\w*|erklar\w+|verkund\w+|melde\w*|laut|hei(?:ss|ß)t|schreib\w*|schrieb\w*|bekannt\w*|gema(?:ss|ß)|warnt\w*|veroffentlich\w+|zufolge|hinweis\w*|"
        r"disse\w*|diz|anunciou|informou|segundo|conforme|comunicado|afirmou|detto|dichiara\w*|annuncia\w*|comunica\w*|secondo|avviso|ha scritto|"
        r"zegt|zei|meldt|volgens|verklaar\w+|kondigt|aankondig\w+|schrijft|bericht\w*|"
        r"acikla\w+|duyur\w+|dedi|bildir\w+|gore|yayimla\w+|belirt\w+|ilan|mengumumkan|menyatakan|mengatakan|menurut|pengumuman|kata|"
        r"thong bao|cho biet|tuyen bo|cong bo|theo|powiedzial\w*|oglosil\w*|ogłosi\w*|poinformow\w+|wedlug|według|oswiadczy\w+|komunikat\w*|"
        r"sade|sager|meddel\w+|enligt|ifolge|ifølge|uppger|skriver|oplyser|oznamil\w*|uvedl\w*|podle|sdelil\w*|anuntat\w*|potrivit|declarat|kozolte|bejelentett\w*|szerint|ilmoit\w+|mukaan|kertoo|"
        r"alisema|ilisema|imetangaza|kulingana|sinabi|ayon|inanunsyo|"
        r"сказал\w*|заявил\w*|заявля\w+|сообщ\w+|объявил\w*|объявля\w+|опубликов\w+|согласно|пишет|написал\w*|предупре\w+|уведом\w+|информир\w+|постановлен\w+|приказ\w*|"
        r"заяв\w+|повідом\w+|оголос\w+|згідно|пише|съобщ\w+|обяви\w*|според|саопшт\w+|објав\w+|према|"
        r"[وف]?(?:قال\w*|تقول|يقول|[اأ]علن\w*|صرح\w*|ذكر\w*|[اأ]كد\w*|نشر\w*|[اأ]صدر\w*|حذر\w*|[اأ]فاد\w*|كتب\w*|بحسب|حسب|وفقا|وفق|بيان\w*|[اإ]علان\w*|تعميم\w*|نقلا)|"
        r"گفت\w*|اعلام|اعلاميه|اطلاعيه|به گزارش|طبق|کہا|اعلان|مطابق|αναφερ\w+|ανακοιν\w+|δηλω\w+|συμφωνα|הודיע\w*|אמר\w*|לפי|פרסמ\w*|मुताबिक|कहा|घोषणा|अनुसार|"
        r"밝혔\w*|말했\w*|발표\w*|공지\w*|따르면|전했\w*|공고\w*|안내\w*"
    ),
    (
        r"表示|宣布|称|稱|说[:：,，]?|說|通知|公告|通报|通報|发布|發布|發佈|公布|声明|聲明|指出|强调|強調|告知|据|據|根据|根據|通告|公示|规定|規定|发文|明确|"
        r"発表|述べ|告知|お知らせ|によると|によれば|声明|公表|通達|と(?:し|の|い)|ประกาศ|แถลง|กล่าว|ระบุ|แจ้ง|ตาม|ေၾကညာ|ប្រកាស"
    ),
)
_ELSE = (
    (
        r"he|she|i(?= (?:say|said|told|wrote|heard|read|think|asked))|we(?= (?:say|said|told|wrote|heard|asked))|they|somebody|someone|anyone|nobody|everyone|residents?|neighbou?rs?|critics?|locals?|users?|people|protest\w+|workers?|staff|employees?|experts?|professors?|students?|"
        r"customers?|clients?|fans?|opponents?|lawyers?|analysts?|witness\w*|rivals?|visitors?|passengers?|patients?|parents?|friends?|colleagues?|journalists?|reporters?|readers?|"
        r"tell|told|asked|ask|to|against|outside|near|beside|opposite|complain\w*|"
        r"er|sie|ich|wir|anwohner\w*|kritiker\w*|nachbar\w*|burger\w*|kunden|kundin|gegen(?:uber)?|yo|nosotros|vecin\w+|critic\w+|usuari\w+|contra|clientes?|je|nous|habitants?|voisin\w*|riverains?|contre|devant|"
        r"eu|moradores|vizinh\w+|abitanti|vicin\w+|contro|bewoners?|buren|tegen|mieszkan\w+|sasia\w+|komsu\w*|warga|nguoi dan|"
        r"он|она|они|я|мы|жител\w+|сосед\w*|критик\w*|против|клиент\w*|он[аи]?|мешкан\w+|"
        r"[اأ]نا|نحن|هو|هي|جار\w*|جيران\w*|سكان|مواطن\w*|الناس|منتقد\w*|ضد|[اإ]لى|زبائن|عملاء|"
        r"주민\w*|이웃\w*|시민\w*|네티즌\w*|תושב\w*|שכנ\w*|निवासी|लोग"
    ),
    (
        r"网友|網友|邻居|鄰居|居民|市民|群众|记者|記者|业主|顾客|家长|学生|员工|专家|他|她|我(?!市|国|省|县|区|行|司|校|院|局|会)|有人|朋友|同事|律师|反对|批评|对着|向|告诉|告訴|問|问|"
        r"彼|私|住民|近所|専門家|利用者|客は|批判|ชาวบ้าน|เพื่อน"
    ),
)
_NOT = (
    (
        r"never|not|didn't|doesn't|don't|hasn't|haven't|isn't|wasn't|no(?! ?\.? ?\d)|nunca|jamas|jamais|pas|nie|nicht|kein\w*|nao|mai|non|niet|nooit|geen|degil|tidak|bukan|khong|aldrig|inte|ikke|"
        r"не|никогда|ні|ніколи|لم|لا|ليس\w*|ما|لن|نہیں|لا|نه|לא|नहीं|않\w*|아니\w*|안"
    ),
    r"不|没|沒|未|从未|從未|并非|並非|否认|否認|ない|なかった|ません|ไม่",
)
_DENIES = (
    (
        r"fakes?|faked|false|hoax\w*|untrue|debunk\w*|fabricat\w+|made[- ]up|made this up|rumou?rs?|misquot\w+|disinformation|misinformation|deni(?:es|ed|al)|deny|denying|not true|no such|forged|forgery|scam|fact[- ]?check\w*|invented|"
        r"fals[oa]s?|bulos?|desmient\w+|mentira|niega|rumor\w*|faux|fausse\w*|canular|dement\w*|rumeurs?|gefalscht\w*|falsch\w*|erfunden\w*|dementier\w*|geruch\w*|boato\w*|mentiras?|desment\w+|bufala|smenti\w+|verzonnen|nep|onwaar|"
        r"yalan\w*|asilsiz|sahte|palsu|hoaks|bohong|tin gia|gia mao|falszyw\w*|zmyslon\w*|nieprawd\w*|falsk\w*|pahitt\w*|"
        r"фейк\w*|ложь|ложн\w*|выдум\w*|опроверг\w*|слух\w*|неправда|вигад\w*|спростув\w*|"
        r"كاذب\w*|شائع\w*|[اإ]شاعة|مفبرك\w*|نفت|نفى|ينفي|تنفي|زائف\w*|غير صحيح\w*|مزور\w*|دروغ|شایعه|جھوٹ\w*|ψευδ\w*|שקר\w*|कथित|झूठ\w*|फर्जी|거짓\w*|가짜\w*|루머\w*|사실무근"
    ),
    r"谣言|謠言|辟谣|闢謠|假的|假消息|不实|不實|虚假|虛假|捏造|编造|編造|伪造|偽造|谣传|误传|没有说过|没说过|否认|デマ|嘘|偽|捏造|否定|ข่าวปลอม|เท็จ",
)
_UNREAL = (
    (
        r"imagin\w+|if|should|would|could|might|ought|wish|hope|suppose\w*|pretend\w*|bet|next they|soon|probably|basically|be like|in other words|as if|"
        r"paraphras\w+|in short|so to speak|ojala|imagin\w+|si seulement|wenn|stell\w* (?:dir|euch)|konnte|sollte|wurde wohl|imagina|als|stel je|keske|seandainya|neu|"
        r"если|представь\w*|якби|якщо|لو|تخيل\w*|[اإ]ذا|اگر|αν|אם|अगर|만약"
    ),
    r"如果|假如|要是|想象|应该|應該|恨不得|大概|仿佛|もし|だろう|べき|ถ้า",
)
_PLAY = (
    (
        r"satir\w*|parod\w*|jokes?|joking|kidding|humou?r\w*|sarcas\w*|irony|ironic\w*|spoof\w*|fiction\w*|mock\w*|memes?|lol|lmao|/s|just for fun|onion|broma|chiste|sketch|blague|witz|scherz|ironie|piada|scherzo|grap|saka|mizah|lelucon|"
        r"сатир\w*|пароди\w*|шутк\w*|юмор\w*|жарт\w*|гумор\w*|ساخر\w*|سخري\w*|نكت\w*|مزاح|طنز|شوخی|مزاق|σατιρ\w*|סאטיר\w*|פרודי\w*|व्यंग्य|मज़ाक|풍자\w*|패러디\w*|농담\w*"
    ),
    r"讽刺|諷刺|恶搞|惡搞|段子|玩笑|戏仿|戲仿|搞笑|调侃|調侃|虚构|虛構|风刺|風刺|パロディ|ネタ|冗談|ล้อเลียน|เสียดสี",
)
_TRANSLATED = (
    r"translat\w+|traduc\w+|traduit\w*|traduction|traduz\w+|traduzione|ubersetz\w*|vertaal\w*|vertaling|ceviri\w*|terjemah\w*|tlumacz\w*|oversatt\w*|перевод\w*|переклад\w*|ترجم\w*|מתורגם|תרגום|अनुवाद|번역\w*",
    r"翻译|翻譯|译文|譯文|译[:：]|訳|แปล",
)
_PASSED = (r"rt|via|fwd?|forwarded|repost(?:ed)?|h/t|переслано|منقول", r"转发|轉發|转自|//@|拡散|引用")
_REALLY = (
    r"really|real|true|actually|seriously|verify|source|confirm|can anyone|does anyone|verdad|cierto|vraiment|vrai|wirklich|stimmt|echt|verdade|vero|davvero|gercekten|dogru|benar|правда|действительно|справді|صحيح|حقا|واقعا|אמת|सच|정말|진짜|사실",
    r"真的|真假|是真|属实|屬實|有没有|是不是|本当|ほんと|จริง",
)
_ROLES = {
    "says": _SAYS, "else": _ELSE, "not": _NOT, "denies": _DENIES, "unreal": _UNREAL, "play": _PLAY, "translated": _TRANSLATED,
    "passed": _PASSED, "really": _REALLY,
}  # fmt: skip


@cache
def role(name: str) -> re.Pattern[str]:
    """Return the pattern of one role: says, else, not, denies, unreal, play, translated, passed, really."""
    spaced, packed = _ROLES[name]
    return re.compile(rf"(?<![^\W{PACKED}])(?:{spaced})(?![^\W{PACKED}])|{packed}")


@cache
def prefilter() -> str:
    """Return a pattern for RE2 that every text with a `says` word matches, and some without."""
    spaced, packed = _ROLES["says"]
    return rf"(?i)(?:^|[^\pL])(?:{spaced})|{packed}"
