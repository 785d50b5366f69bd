"""Texts whose writer says in the first person to be a pupil: a grade, homework, a class teacher, what parents forbid, an age below 18.

Teachers, parents and students write of homework and exams too, so a text that speaks of pupils, of children of one's own, of a university, of
work or of a time that is over speaks against it; where both are said, the second counts.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["pupil", "unlike_a_pupil"]

_SAYS = (  # English, German, Dutch
    r"i(?:['’]?m| am) (?:only |just |still )?(?:an? )?(?:[89]|1[0-7]) ?(?:yo|y/o|years? old|yrs? old)|i(?:['’]?m| am) (?:only |just |still )?(?:[89]|1[0-7])\s*(?:$|[.,!;])",
    r"i(?:['’]?m| am)(?: only| just| still)?(?: in)? (?:(?:the )?(?:[1-9]|1[0-2])(?:st|nd|rd|th) grade|grade (?:[1-9]|1[0-2])|year (?:[1-9]|1[0-3])|an? (?:[1-9]|1[0-2])th grader)",
    r"i(?:['’]?m| am)(?: only| just| still)?(?: in| at)? (?:an? )?(?:primary|elementary|middle|junior high|high|secondary) school(?:er| student| pupil)?",
    r"(?:(?:[1-9]|1[0-2])(?:st|nd|rd|th) grader|grade (?:[1-9]|1[0-2]) (?:student|pupil))",
    r"my (?:form|class|homeroom|maths?|english|science|history|geography|physics|chemistry|biology) teacher",
    r"(?:pages of|my|i have|i['’]?ve got|i got|so much|too much|doing) homework|homework (?:left|first|to do)",
    r"(?:mum|mom|mommy|dad|mother|father|parents) (?:won['’]?t|will not|don['’]?t|do not|doesn['’]?t|does not|didn['’]?t) let me|(?:mum|mom|mommy|dad|mother|father|parents|teacher) (?:took|takes|take) (?:away )?my (?:phone|tablet|console)(?: away)?|i(?:['’]?m| am| got) grounded",
    r"(?:mum|mom|mommy|dad|my parents) (?:is|are|gets?|comes?|will be|['’]ll be) (?:home|back)|(?:got|have|had) (?:a )?detention|my pocket money|past my bedtime",
    r"ich bin (?:erst )?(?:[89]|1[0-7])(?: jahre)?(?: alt)?\s*(?:$|[.,!;])|ich (?:bin|gehe) in (?:die|der) (?:[1-9]|1[0-3])\. ?klasse|(?:meine|viele|noch|die) hausaufgaben|mein(?:e)? klassenlehrer(?:in)?|(?:mama|papa|meine eltern) (?:lässt|lassen|erlaub(?:t|en)) (?:mich|mir|es)",
    r"ik (?:ben|zit) (?:[89]|1[0-7])(?: jaar)?\s*(?:$|[.,!;])|ik zit in (?:groep [1-8]|de brugklas|havo|vwo|vmbo|klas [1-6])|mijn huiswerk|veel huiswerk|mijn mentor|ik mag niet van (?:mijn )?(?:mama|papa|ouders|mam|pap)",
    # French, Spanish, Portuguese, Italian
    r"j['’]ai (?:[89]|1[0-7]) ans|je suis en (?:cm[12]|6e|5e|4e|3e|sixième|cinquième|quatrième|troisième|seconde|première|terminale)|mes devoirs|mon prof(?:esseur)? principal|(?:mes parents|ma mère|mon père|maman|papa) (?:ne )?(?:veut|veulent|me laissent?) pas",
    r"tengo (?:[89]|1[0-7]) años|(?:estoy|voy) (?:en|a) (?:[1-6]o|primero|segundo|tercero|cuarto|quinto|sexto) (?:de )?(?:la )?(?:eso|primaria|secundaria|bachillerato)|(?:mis|muchos|muchas) (?:deberes|tareas)|mi (?:tutor|tutora|profe)|mis padres no me dejan|mi (?:mamá|madre|papá|padre) no me deja",
    r"(?:eu )?tenho (?:[89]|1[0-7]) anos|(?:estou|tô) no (?:[1-9]o|sexto|sétimo|oitavo|nono) ano|(?:meu|muito) (?:dever|trabalho) de casa|minha lição de casa|(?:minha mãe|meu pai|meus pais) não (?:deixa|deixam)",
    r"ho (?:[89]|1[0-7]) anni|(?:sono|vado|faccio) (?:in|la) (?:prima|seconda|terza|quarta|quinta) (?:media|elementare|superiore)|(?:i miei|troppi|tanti) compiti|(?:mia mamma|mia madre|mio padre|i miei) non mi (?:lascia|lasciano|fa|fanno)",
    # Russian, Ukrainian, Polish, Turkish
    r"мне (?:[89]|1[0-7]) лет|я (?:учусь )?в (?:[1-9]|1[01])(?:-?м)? классе|(?:моя|много|делаю|делать|сделал|сделала) (?:домашк[аиу]|домашне[ей] задани[ея])|моя классная|(?:мама|папа|родители) не (?:разрешает|разрешают|пускает|пускают)",
    r"мені (?:[89]|1[0-7]) років|я (?:вчуся )?у? ?(?:[1-9]|1[01])(?:-му)? класі|моя домашка|(?:мама|тато|батьки) не (?:дозволяє|дозволяють)",
    r"mam (?:[89]|1[0-7]) lat|(?:jestem|chodzę) (?:w|do) (?:[1-8]|pierwszej|drugiej|trzeciej|czwartej|piątej|szóstej|siódmej|ósmej) klas(?:ie|y)|(?:moje|moja|dużo) (?:zadanie domowe|prac[ay] domow[ay]|zadania)|moja wychowawczyni|(?:mama|tata|rodzice) (?:mi )?nie pozwala(?:ją)?",
    r"ben (?:[89]|1[0-7]) yaşında(?:yım)?|(?:[1-9]|1[0-2])\. sınıf(?:a gidiyorum|tayım| öğrencisiyim)|ödev(?:im|lerim)|sınıf öğretmenim|(?:annem|babam|ailem) izin vermiyor",
    # Indonesian, Malay, Vietnamese, Arabic
    r"(?:aku|saya|gue) (?:masih )?(?:kelas (?:[1-9]|1[0-2])|(?:anak )?(?:sd|smp|sma)|umur (?:[89]|1[0-7]))|(?:pr|tugas sekolah) (?:aku|saya|ku|masih|numpuk)|wali kelas (?:aku|saya|ku)|(?:mama|papa|ibu|ayah|ortu) (?:gak|nggak|tidak|ga) (?:bolehin|ngizinin|izinkan)",
    r"(?:em|mình|tớ) (?:mới |đang )?(?:học lớp (?:[1-9]|1[0-2])|(?:[89]|1[0-7]) tuổi)|bài tập về nhà|cô chủ nhiệm (?:của )?(?:em|mình|tớ)|(?:bố|mẹ|ba|má) (?:em |mình )?(?:không|ko) cho",
    r"عمري (?:[89]|1[0-7])|أنا في الصف|واجباتي|(?:أمي|أبي|ماما|بابا) (?:لا|ما) (?:تسمح|يسمح|تخليني|يخليني)",
)
_SAYS_CLOSE = (  # a profile's parts; and what is written without spaces, or with endings: Chinese, Japanese, Korean, Thai
    r"(?:^|[|,/·•]) ?(?:(?:[89]|1[0-7]) ?(?:yo|y/o|years old)|grade (?:[1-9]|1[0-2])) ?(?:$|[|,/·•])",
    r"(?:我|本人|才|今年|俺)(?:今年|才|刚|現在|现在|还|還)?(?:满)?(?:[89]|1[0-7]|[八九十]|十[一二三四五六七])岁(?:$|[^\pN小大])|(?:^|[^\pN])1[0-9]后",
    r"我(?:正在|在|今年|现在|刚|还|才|马上)*(?:读|上|念|升)(?:小学|初中|高中|[一二三四五六]年级|初[一二三]|高[一二三]|中学)|[一二三][((]\d{1,2}[))]班|20(?:09|1\d)年?(?:生|出生)|我(?:还|才|只|现在|今年)?(?:是|是个|是一个|就是)?(?:一个|一名|个)?(?:小学|初中|高中|中学|小升初|初[一二三]|高[一二三]|[一二三四五六]年级)的?(?:学?生|党|狗)|(?:^|[|,.。;/·•!~]) ?(?:小学|初中|高中|中学|小升初|初[一二三]|高[一二三]|[一二三四五六]年级)的?(?:小?学?生|党|狗)?(?:在读|一枚|一只|$|[|,.。;/·•!~])|我(?:今年|现在|还|才|刚|马上|也是|是)*(?:初[一二三]|高[一二三]|[一二三四五六]年级)(?:$|[^\pL\pN]|了|在读)",
    r"作业(?:还|没|好多|太多|写|做|又|一堆)|(?:写|做|赶|补|抄)(?:完|好)?(?:了)?作业|寒假作业|暑假作业|我们?班(?:主任|同学|里|上)|班主任(?:又|把|没收|收|找|说我|骂|叫家长)|(?:妈|爸|爸妈|家长|父母)(?:不让|不许|没收|收走|快回来|要回来)|我同桌|卷子(?:还|没|写)|试卷(?:还|没)|老师(?:又?拖堂|没收|罚|叫家长|让叫家长)|被(?:老师|班主任)|被(?:我妈|我爸|爸妈|妈妈|爸爸).{0,4}(?:骂|没收|发现|抓|逮|赶|催)|(?:妈妈|爸爸|我妈|我爸|爸妈)(?:睡了|回家|快?要?回|查)|体育课|值日|我的?零花钱|(?:我|罚|要|又)写检讨|防沉迷(?:踢|限|又)|被防沉迷|(?:^|我|刚|等|[,.。;!~ ])放学(?:了|回|后我|就)|(?:下|明天|今天|后天|周)(?:.{0,3})(?:期中|期末|月考|中考)",
    r"(?:小学|中学|高校)[1-6１-６一二三四五六]年(?:生)?です|(?:小|中|高)[1-6１-６](?:です|だよ|男子|女子|の)|宿題(?:が|を|やっ|終|多|まだ)|(?:うちの|私の|僕の|俺の)?担任(?:に|が|の先生)|(?:母|親|ママ|お母さん|父|お父さん)に(?:.{0,6})(?:没収|禁止|取り上げ|怒られ)|(?:中間|期末|定期)テスト|(?:[89]|1[0-7])歳です|部活(?:が|で|の)|20(?:09|1\d)年生まれ",
    r"(?:나|저|난|전)(?:는|도)? ?(?:아직 )?(?:초|중|고)[1-6]|(?:^|[^\pL])(?:초|중|고)[1-6](?:이|임|인데|예요|입니다|$|[^\pL\pN])|(?:초등학생|중학생|고등학생)(?:이|임|입니다|인데)|숙제(?:가|를|도|는| 다|하|해|했)|담임(?:이|쌤|한테| 선생님)|(?:엄마|아빠|부모님)(?:가|이|한테)? ?(?:.{0,4})(?:못 ?하게|뺏|혼나|혼났|압수)|수행평가|급식|학원 ?(?:가|끝|숙제)|학교 ?(?:끝나|마치)|야자 ?(?:째|끝|빠|하)|반 ?애들|(?:수학|영어|국어|과학)쌤|(?:엄마|아빠)(?:가)? ?(?:온다|오신다|오기 전|몰래)|20(?:09|1\d)년생|(?:나|저)(?:는)? ?(?:[89]|1[0-7])살",
    r"(?:ผม|หนู|เรา)(?:อยู่|เรียน)(?:ชั้น)? ?(?:ป|ม)\. ?[1-6]|การบ้าน(?:เยอะ|ยัง|เสร็จ)|(?:แม่|พ่อ)ไม่ให้เล่น",
)
_AGAINST = (
    r"my (?:\pL+ )?(?:son|daughter|kids?|child|children|little one|boy|girl|wife|husband|students?|pupils?|boss|colleagues?|coworkers?|thesis|dorm|professor)(?:['’]s)?|i (?:teach|taught|coach)|as a (?:teacher|parent|mum|mom|dad)|i(?:['’]?m| am) a (?:\pL+ )?(?:teacher|parent|mum|mom|dad|father|mother)|(?:marking|grading|lesson plan|parents['’]? evening|staff room)|university|uni|college|campus|lecture|thesis|semester|office|overtime|when i was|used to|back in|years ago|good old",
    r"(?:mein(?:e|em|en)?|unser(?:e)?) (?:sohn|tochter|kind(?:er)?|schüler(?:in|innen)?|chef)|korrigieren|elternabend|uni|studium|vorlesung|früher|damals|arbeit|mijn (?:zoon|dochter|kind(?:eren)?|leerlingen)|universiteit|vroeger",
    r"m(?:on|a|es) (?:fils|fille|enfants?|élèves|patron)|corriger|fac|université|quand j['’]étais|autrefois|boulot|mi(?:s)? (?:hij[oa]s?|alumnos|jefe)|corregir|universidad|cuando era|trabajo|me(?:u|us) (?:filhos?|alunos)|minha filha|faculdade|quando eu era|mi[oa] figli[oa]|miei (?:figli|alunni)|università|quando ero",
    r"мо(?:й сын|я дочь|и дети|и ученики|их учеников)|(?:сын|доч|ребен|ребён|студент|универ|работ|начальник|провер)\pL*|в детстве|когда я был\pL*|мої (?:діти|учні)|мій син|моя донька|м(?:ó|o)j syn|moja córka|moje dzieci|uczniowie|studia|kiedy byłem|oğlum|kızım|çocuğum|öğrencilerim|üniversite|eskiden",
    r"anak (?:saya|aku|ku)|murid (?:saya|aku|ku)|kuliah|kampus|waktu kecil|con (?:trai|gái|tôi|mình)|học sinh của|đại học|hồi nhỏ|ابني|ابنتي|أولادي|طلابي|الجامعة",
)
_AGAINST_CLOSE = (
    r"孩子|[我家]娃|娃(?:的|又|不|写|放|要|今)|儿子|女儿|闺女|宝宝|批改?(?:完|好)?(?:了)?.{0,3}(?:作业|卷)|改(?:完|好)?.{0,4}(?:作业|卷|本)|阅卷|备课|监考|教案|家长会|家长群|辅导(?:作业|功课)|(?:我|的|些|班)学生|学生(?:们|又|都|的|家)|教书|教师|支教|当老师|做老师|我是.{0,5}(?:老师|班主任)|当.{0,3}班主任|大学|大[一二三四]|研[一二三究]|考研|论文|导师|宿管|寝室|室友|毕业|上班|下班|加班|同事|老板|老婆|老公|媳妇|孙子|孙女|当年|小时候|那时|那会儿|想当初|以前|怀念|曾经|当时|那会|那年|辅导员|留学|国外|母校|(?:小学|初中|高中|中学|上学)(?:时|那|的时候)",
    r"うちの子|息子|娘|子ども|子供|採点|生徒|保護者|授業準備|教員|教師|大学|サークル|卒論|会社|仕事|残業|上司|妻|夫|昔|の頃|だった頃|孫",
    r"우리 ?(?:애|아이|딸|아들)|아이(?:가|들|의|한테| )|(?:^|[^\pL])(?:아들|딸|손자|손녀|남편|아내)|채점|학부모|제자|학생(?:들|부)|가르치|교사|수업 준비|대학|학점|교수|논문|회사|퇴근|출근|야근|시절|옛날|었을 때|때가 그립",
    r"ลูก(?:ชาย|สาว|ฉัน|ผม)|นักเรียนของ|มหาลัย|มหาวิทยาลัย|ทำงาน|สมัยก่อน|ตอนเด็ก",
)


def _pattern(parted: tuple[str, ...], close: tuple[str, ...]) -> str:
    return rf"(?i)(?:^|[^\pL\pN])(?:{'|'.join(parted)})(?:$|[^\pL])|{'|'.join(close)}"


_PUPIL, _OTHER = _pattern(_SAYS, _SAYS_CLOSE), _pattern(_AGAINST, _AGAINST_CLOSE)


def pupil(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each text says of its writer to be a pupil; a null text says nothing."""
    plain = _plain(texts)
    return pc.and_not(pc.match_substring_regex(plain, _PUPIL), pc.match_substring_regex(plain, _OTHER))


def unlike_a_pupil(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each text speaks of what teachers, parents, students or those who work speak of."""
    return pc.match_substring_regex(_plain(texts), _OTHER)


def _plain(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.utf8_normalize(pc.fill_null(texts, ""), form="NFKC")
