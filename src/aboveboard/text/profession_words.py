"""Words beside a professional title that make it a claim, or keep it from being one. General knowledge, by the part they play.

Patterns over text in small letters without accents. A left pattern ends where the title begins, a right one begins where it ends.
"""

from __future__ import annotations

import re

__all__ = [
    "AS",
    "FIRST",
    "GATE",
    "HEARD",
    "HOLDS",
    "LABEL",
    "LICENCE",
    "MINE",
    "MINE_HINTS",
    "NEVER",
    "NOBODY",
    "SPECIALTY",
    "TAIL",
    "UNLESS",
    "ZH_BEFORE",
    "ZH_NOW",
]

LICENCE = re.compile(
    r"\b(?:licen[cs]ed|registered|certified|chartered|accredited|qualified|board[- ]certified|practi[sc]ing|fiduciary|approved|regulated"
    r"|approbiert\w*|zugelassen\w*|diplome\w*|agree\w*|colegiad[oa]|titulad[oa]|certificad[oa])\b|مرخص\w*|معتمد\w*|مسجل\w*|ممارس|قانوني"
    r"|执业|持证|持照|持牌|注册|国家[一二三]级|资格|资质|认证|有证|正规|专职|坐诊"
)
"""Says that the title rests on a licence."""

SPECIALTY = re.compile(
    r"(?:licen[cs]ed|registered|certified|chartered|accredited|qualified|board|board[- ]certified|practi[sc]ing|senior|junior|consultant|chief|head|lead|staff|trained|"
    r"experienced|independent|private|professional|proud|working|full[- ]time|part[- ]time|fee[- ]only|real|actual|online|local|young|busy|your|an?|the|friendly|trusted|award[- ]winning|top|now|also|then|currently|once again|"
    r"locum|vascular|ophthalmic|workplace|occupational|theatre|menopause|family|criminal|defen[sc]e|immigration|corporate|divorce|injury|personal|civil|human|rights|tax|estate|employment|labou?r|patent|trial|property|business|"
    r"er|icu|nhs|emergency|intensive|care|trauma|heart|eye|skin|bone|brain|baby|child|children'?s|paediatric|pediatric|surgical|medical|clinical|dental|hospital|ward|wound|diabetes|adhd|lung|kidney|liver|spine|knee|hand|hair|sleep|fertility|obstetrics|gynae|obs|maternity|newborn|neonatal|nicu|picu|theatre|scrub|triage|palliative|hospice|geriatric|psychiatric|psych|rehab|renal|stroke|cancer|infection|charge|practice|clinic|outpatient|flight|"
    r"housing|tenant|probate|dui|asylum|litigation|contract|startup|ip|media|"
    r"district|community|school|mental|health|oncology|cardiac|general|internal|medicine|plastic|sports|army|navy|military|village|country|travel|night|"
    r"financial|investment|wealth|money|retirement|insurance|stock|bond|crypto|forex|mortgage|pension|debt|credit|public|management|"
    r"primary|secondary|high|middle|elementary|special|education|sped|maths?|english|science|history|physics|chemistry|biology|geography|spanish|latin|music|piano|art|pe|esl|ielts|kindergarten|nursery|grade|year|(?:kid|child|son|daughter|family|teen)['’]s|\d+(?:st|nd|rd|th)?|"
    r"neighbou?rhood|favou?rite|internet|overworked|tired|grumpy|sleepy|everyday|small[- ]town|rural|urban|resident|couples|marriage|addiction|bereavement|queer|black|latina|asian|muslim|christian|jewish|nigerian|kenyan|ghanaian|pakistani|welsh|dutch|swedish|polish|norwegian|italian|spanish|new york|nyc|seattle|chicago|boston|dublin|glasgow|sydney|"
    r"british|american|german|french|indian|chinese|canadian|australian|irish|scottish|uk|us|usa|london|texas|california|female|male)"
)
"""What may stand before any title."""

NEVER = re.compile(
    r"\b(?:not|no|never|nor|isn't|ain't|aren't|retired|former|formerly|fmr|ex|once|future|aspiring|would-be|wannabe|student|trainee|apprentice|unqualified|fake|pretend|"
    r"armchair|keyboard|barrack-room|jailhouse|sea|bush|spin|tree|car|plant|love|script|witch|phone|lawn|shoe|pc|laptop|watch|guitar|boat|bike|roof|garden|rose|soil|cake|beat|dj|plague|soundcloud|halloween|zombie|vampire|space|robot|android|vet|veterinary|equine|animal|horse|bad|angry|evil|mad|snarky|honorary|almost|nearly|failed|zombie|"
    r"self-taught|self-proclaimed|so-called|amateur|bogus|if|like|than|every|any|another|some|my|our|his|her|their|its|whose|rust|computer|game|dungeon|fictional|parody|"
    r"ehemalig\w*|kunftig\w*|angehend\w*|ancien\w*|futur\w*|hij[oa]|espos[oa]|mujer|marido|madre|padre|fille|fils|femme|mari|sohn|tochter|frau|mann|retraite\w*|jubilad[oa]|futur[oa]|no|ex-\w+|pas|kein\w*|nicht|ni)\b|لست|ليس|طالب|متقاعد|سابق|ابن|ابنة|زوج|زوجة|أخي|أختي"
)
"""Before a title, in one clause: it is not, no longer, not yet, not really, or somebody else's."""

UNLESS = re.compile(
    r"^(?:['’]s?\b|s\b|\s*-?(?:to[- ]be|in[- ]training|in[- ]waiting|student|assistant|aide|wannabe|jokes?|humou?r|memes?|fans?|fan ?club|recruit\w*|wife|husband|mom|mum|dad|"
    r"daughter|son|friends?|offices?|appointments?|visits?|bills?|fees?|cat|dog|life|problems|who|strange|dre|phil|doom|evil|pepper|seuss|house|no|oz|dolittle|zhivago|quinn|"
    r"manhattan|octopus|fate|jekyll|watson|show|series|drama|school|candidate|by night|tales|stories|news|magazine|says?|said|told|tells|thinks?|wants|asked|gave|will)\b"
    r"| of (?!\d|medicine|dental|osteopath|pharmac|law|the law|veterinar|physical)| on (?:tv|television)\b| in (?:a|the|my|this|that) (?:\w+ )?(?:novel|film|movie|series|game|show|play|musical|sketch|dream|book|next|former)"
    r"| for halloween| by (?:day|night) in |/patient|\s*\((?:ret|retired|student|parody|fan|fictional)|,? ret\b|,? retired\b|\s*in (?:rente|pension))"
    r"|^(?:的(?!建议|角度|立场|身份|经验|看法)|助理|朋友|粉丝|家属|家的|梦|考试|资格考|备考|学生|门口|说|告诉|表示|建议我|让我|给我|推荐|事务所|协会|节目|电视|剧|段子|日常吐槽|在吗|好难|真)"
    r"|^ (?:يقول|مطمئن|قال)"
)
"""After a title: a possessive, a part of another phrase, a role on a stage, somebody who speaks."""

TAIL = re.compile(
    r"^(?:$|[,.;:|!?()&+@#*/~·•™®©\u2190-\u2bff\U0001f000-\U0001faff-]|\s+[·•—|\u2190-\u2bff\U0001f000-\U0001faff]|\s+(?:in|at|for|with|by|from|and|who|since|on|specialis\w+|specializ\w+|helping|serving|based|working|rep|representative|specialist|partner|practi[sc]ing|here|near|to the|@|&|-|–|\||/|"
    r"fur|bei|im|au|aux|de|du|des|en|et|y|para|por|del|a|ask|dm|message|with over|over|\d+)\b|\s+[@&|/#(-])"
)
"""After a title that stands for a person in a biography."""

FIRST = re.compile(
    r"(?:^|[\s,;:(.!\"'-])(?:(?:i am|i'm|im|i m|i happen to be|i've been|i have been|i work as|i practi[sc]e as|i serve as|we are|we're|this is|hi,?|hello,?)"
    r"(?: (?:also|actually|really|just|now|still|both|proud to be|proudly|working as|by profession|in fact|indeed|myself))*"
    r"|ich bin|je suis|soy|أنا)(?: (?:an?|the|your|one of the|ein|eine|un|une|una))?(?P<mods>(?: [\w.'&-]+){0,4})\s$"
)
AS = re.compile(
    r"(?:(?:^|[,;:.(!?\"-]\s?|\b(?:speaking|talking|writing|advising|working|work|worked|practi[sc]es?|practi[sc]ed|my years|years|yrs|decades?|my career|my work|my job|shifts|and|but|now|so|well|listen|trust me) )(?:as|als|en tant qu[e']|como)"
    r"(?: (?:an?|your|the|ein|eine|un|une|una|tu|votre|ihr|ihre))?|بصفتي|بصفتك|كوني)(?P<mods>(?: [\w.'&-]+){0,4})\s?$"
)
"""Left patterns of a claim in the first person; `mods` are the words between."""

HEARD = re.compile(
    r"\b(?:he|she|they|man|woman|guy|somebody|someone|who|doctor|lawyer|adviser|friend|neighbou?r|article|text|book|film|movie|novel|character|joke|headline|police|court)\b[^.!?]{0,60}"
    r"\b(?:said|says|saying|told|tells|claim\w*|wrote|asked|replied|shout\w*|pretend\w*|lied|goes)\b|\baccording to\b|\b(?:next|another|past|previous|different) life\b|\b(?:dreamt|dreamed|halloween|costume|cosplay\w*)\b|\b(?:arrested|sentenced|impersonat\w*|impostor|imposter|scammer|fake)\b"
    r"|(?:假冒|冒充|自称|谎称|骗子|被抓|警方|警惕|他说|她说|对我说|(?<!就)(?<!请)(?<!要)告诉我|电视里|专家说)"
)
"""Somebody else's words, or a report of a false claim."""

MINE = re.compile(
    r"(?P<medicine>\b(?:i treat(?:ed)? (?:my )?patients|(?:all|many|most) of my patients|my patients\b(?! with me)|(?:in|at) my (?:medical |dental |private )?(?:practice|clinic|surgery|ward)\b|i prescribe|i diagnose (?!my|a bug)|i(?: have|'ve)?(?: been)? practi[sc](?:e|ing) (?:\w+ )?(?:medicine|dentistry|psychiatry|nursing)\b|i run (?:a|my own) (?:\w+ )?(?:clinic|medical practice|dental practice))"
    r"|我从医|本人从医|从医[一二三四五六七八九十百几多\d]+年|行医[一二三四五六七八九十百几多\d]+年|我(?:做|从事)(?:心理咨询|临床|护理|外科|内科|儿科|急诊|药学)[^,，。]{0,3}[\d一二三四五六七八九十几多]年|我(?:的|给)病人|我接诊|我的患者|(?:来|到|挂|看)我的?门诊(?!号|病|记|费|医)|我门诊(?:都|上|里|见|经常|每))"
    r"|(?P<law>\b(?:i represent(?:ed)? (?:my )?clients|member of the .{0,16}\bbar\b|called to the bar|admitted to the bar|barred in|i(?: have|'ve)?(?: been)? practi[sc](?:e|ing) (?:\w+ ){0,2}law\b|i run (?:a|my own) (?:\w+ )?law firm|at my law firm)|我(?:做|从事|打)(?:法律|诉讼|官司|刑事|刑辩)[^,，。]{0,4}年|我的当事人|我代理的案|执业律龄)"
    r"|(?P<finance>\b(?:i manage (?:my )?clients'? (?:money|portfolios|assets))|我的持仓客户|我管理的基金)"
)
"""Speaks from a practice of one's own."""

MINE_HINTS = (
    *(
        "patient",
        "practi",
        "clinic",
        "surgery",
        "ward",
        "prescribe",
        "diagnose",
        "client",
        "the bar",
        " bar",
        "barred",
        "law firm",
    ),
    *("从医", "行医", "我做", "从事", "我打", "病人", "接诊", "患者", "门诊", "当事人", "代理", "执业", "持仓", "基金"),
)
"""Without any of these nobody speaks from a practice: looked for first, as they cost little."""

GATE = r"my patients|practi[sc](?:e|ing) [a-z ]{0,20}(?:law|medicine|dentistry|psychiatry|nursing)|i run (?:a|my own)|my (?:medical |dental |private )?(?:practice|clinic)|i prescribe|i diagnose|门诊|我做心理|我做临床|我从事|我做刑|我打官司|my clients|the bar|barred in|bar in|从医|行医|病人|患者|当事人|执业"
"""RE2: a cheap look for `MINE`."""

HOLDS = re.compile(r"(?:持|有|拥有|考取了?|已取得|具备|我的)[^,，。;；没不无]{0,8}$|^[^没不无]{0,6}$")
"""Before the name of a document: its bearer holds it."""

LABEL = re.compile(
    r"\b(?:parody|satire|fan (?:account|page)|role ?play|rp account|fictional|not (?:a|an|your|really a|real) (?:real )?(?:doctor|lawyer|nurse|advis[eo]r|physician|attorney)|bot)\b"
    r"|模仿|戏仿|粉丝号|角色扮演|段子手|我?不是(?:医生|律师|医师|护士|投顾)|لست (?:طبيب|محام)"
)
"""What calls itself a play, or denies the title: no title in that profile is meant."""

ZH_BEFORE = {
    "first": re.compile(
        r"(?:(?:我|本人|在下|俺|咱|楼主)(?:现在|目前|就|也|真的|可|确实|自己)?(?:是|系|为|乃|当|做|干)|本人)(?:一[名个位])?(?P<mods>[^,，。;；:：!！?？\s]{0,10})$"
    ),
    "as": re.compile(
        r"(?:^|[,，。;；:：!！?？\s])(?:作为|身为|做为|以)(?:一[名个位])?(?:你的|您的|你们的)?(?P<mods>[^,，。;；:：!！?？\s]{0,8})$"
    ),
    "after": re.compile(r"[的请们说吗呢吧在有和与来去看日]"),
    "own": re.compile(r"(?:^|[,，。;；:：!！?？\s])本(?P<mods>)$"),
    "never": re.compile(
        r"不是|并非|不当|假|冒充|想当|想做|要当|当不了|成为|如果|要是|假如|梦想|准|未来|前任?$|前(?=[护律医教])|退休|实习|见习|^[等怕见约追嫁娶爱]|想做|(?<!高)(?<!中)(?<!公)考|备考|曾经|以前|学(?=生|员|徒|医|法律|律师)|(?<![数化文科法大小中教哲农药理力医心术])学(?!院|校|科|会|生|员|徒|历|术)|我的|我妈|我爸|我家|爸|妈|老公|老婆|他|她|找|问|请|咨询|推荐|看|让|听|的|修|电脑|汽车|手机|植物|恋爱|爱情|游戏|像|比|和|跟|被|给|做梦"
    ),
}
"""Chinese: what stands before a title."""

ZH_NOW = re.compile(r"(?:现任|现为|现在是|目前是|现职)")
"""What stood before this is past."""

NOBODY = re.compile(
    r"\bnot (?:a|an|your|really a|real|medical|legal|financial|investment) ?(?:doctor|lawyer|nurse|advi[sc]\w*|physician|attorney|therapist|expert|professional)?\b(?: advice)?|\bi'?m no (?:doctor|lawyer|nurse|expert|advis\w+|therapist)|\bianal\b|\b(?:retired|no longer (?:practi\w+|work)|gave up my licen[cs]e)\b"
    r"|不是(?:医生|律师|医师|护士|投顾|老师|专业|专家|顾问)|非专业|不构成|不懂药|不作建议|仅供参考|外行|早就?不|退休|不教书"
)
"""In a post: its writer says that he is none, or none any more."""
