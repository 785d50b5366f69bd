"""Reads that somebody practises where no title says it: years of practice, a post, a licence's number, whom and what he works on.

Every pattern is composed of classes: numbers of years, fields of work, places of work, levels and subjects that are taught.
All are over text in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["BIO_GATE", "POST_GATE", "himself", "lasts", "raised", "stands_in"]

_NUMBER = r"(?:\d+\+?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twenty|thirty|forty|fifty)(?:[- ]\w+)?|a|many|several)"
_YEARS = rf"(?:(?:over|almost|nearly|about|some) )?{_NUMBER} ?(?:years?|yrs?|decades?)(?:['’])?"
_ZH_YEARS = r"(?:了|有|已)?(?:快|近|将近|超过)?[\d一二三四五六七八九十百几多廿卅两]+(?:多|来|几)?(?:个)?(?:年|载)"
_MEDICAL = (
    r"(?:general practice|nursing|medicine|surgery|dentistry|midwifery|p(?:a)?ediatrics|psychiatry|an(?:a)?esthe\w+|orthop\w+|oncology|cardiology|dermatology|neurology|radiology|obstetrics|gyn(?:a)?ecology"
    r"|geriatrics|palliative care|primary care|intensive care|emergency medicine|pharmacy|physiotherapy|psychotherapy|private practice|(?:the )?(?:er|icu|nicu|nhs|a&e|operating room|theatre|wards)|(?:an? |the )?(?:\w+ ){0,2}(?:ward|icu|unit|clinic|hospital|pharmacy))"
)
_LEGAL = r"(?:the bar|(?:\w+ ){0,2}law\b|litigation|conveyancing|criminal defen[sc]e|legal practice|private practice at the bar)"
_MONETARY = r"(?:accounting|accountancy|public accounting|audit\w*|tax practice|wealth management|asset management|financial planning|private banking|fund management|the brokerage)"
_SUBJECT = (
    r"(?:maths?|mathematics|algebra|geometry|calculus|statistics|physics|chem|chemistry|bio|biology|science|english|literature|phonics|reading|spelling|history|geography|economics|civics|social studies|religious studies|philosophy"
    r"|computing|computer science|french|spanish|german|latin|mandarin|arabic|esl|efl|esol|ielts|toefl|sat|p\.?e\.?|drama|music|art|kindergarten|preschool|reception|nursery|primary|elementary|secondary|(?:high|middle|primary|elementary) school|special (?:education|needs)|send?|sped"
    r"|ib|ap|gcse|calc|a-levels?|ks[1-5]|(?:grade|year|form|y)[ -]?\d+|\d+(?:st|nd|rd|th)[ -]grade(?:rs)?|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)[ -]grade(?:rs)?|hs)"
)
_START = r"(?:^|[.,;:|/·•(] ?|\band )"
_LEVEL_ZH = r"(?:小学|初中|高中|中学|高考|中考|考研|大学|职高|中职|幼儿园|雅思|托福|少儿|[一二三四五六七八九]年级|[高初][一二三]|省重点|重点|乡村|乡镇|公立|民办|国际学校|特级|一线|在职|专职)"
_SUBJECT_ZH = r"(?:数学|语文|英语|物理|化学|生物|地理|历史|政治|道法|科学|体育|美术|音乐|信息技术|信息|奥数|作文|阅读|日语|法语|编程|特教|思政|听力|口语|理综|文综|竞赛|高数|线代|经济学)"
_DEPT = (
    r"(?:心内|心外|心血管|神内|神外|神经[内外]?|消化内?|呼吸内?|肾内|内分泌|血液|肿瘤|骨|手外|皮肤|眼|耳鼻喉|口腔|牙|正畸|种植|妇产|妇|产|儿|儿内|儿外|新生儿|急诊|精神|心理|康复|疼痛|麻醉|感染|普外|肝胆|胃肠|泌尿外?|胸外|整形外?|烧伤|中医内?|针灸|推拿|全科|重症医学|放射|影像|超声|检验|病理|药剂|护理|老年|风湿免疫|甲乳|乳腺|肛肠|血管外|介入|内|外)"
    r"(?:科|部)?|icu|重症|急诊"
)
_POST_ZH = r"(?:副?主任|主治|副高|正高|住院总|规培(?:医)?生?|专培|主管|住院医|一线|二线|护士长?|医生|医师|大夫|男护|技师|副?主任医?师?)"
_ISSUE_ZH = r"(?:劳动争议|劳动仲裁|婚姻|离婚|刑事|刑辩|刑案|民商|诉讼|仲裁|移民|签证|商标|专利|知识产权|知产|合同|交通事故|工伤|继承|遗产|债务|公司法|破产|医疗纠纷|房产纠纷|案)"
_LAW_PLACES_ZH = r"(?:律所|律师事务所|事务所)"
_THERAPY_ZH = r"(?:沙盘|儿童|家庭|婚姻|青少年|认知行为|cbt|精神分析|动力学|eap|情绪|亲子|哀伤|创伤|伴侣|艺术|音乐|舞动|叙事|催眠|戏剧|睡眠|成瘾)"

_BIO = {
    "medicine": (
        (
            rf"{_YEARS} (?:in|of|on) {_MEDICAL}|\bpgy[- ]?\d\b|\b(?:ob[-/ ]?gyn|ob/gyn|implantology|oral surgery|orthodontics|ivf consultant)\b|\b(?:endodontist|periodontist|prosthodontist|implantologist|haem-?onc|hem-?onc|dermatopathologist|intensivist|perfusionist|anaesthetics st\d|(?:board[- ]certified|consultant) derm)\b|\b[a-z]{{3,}}(?:ic|al|ar) (?:surgeon|psychologist|nurse|pharmacist)\b|\b(?:urgent care|icu|er|ed|ward|night) attending\b|\b(?:critical care|theatre|ostomy|wound care|stoma|dialysis|burns) (?:nurse|sister)\b|\b(?:maternal[- ]fetal|functional|reproductive|occupational|pain|sleep|lifestyle) medicine(?: doctor| physician| specialist)?(?=$|[,.;|/]| at\b| in\b)|\b(?:fertility|ivf|pain|skin|eye|spine) specialist\b|\b(?:cosmetic|implant|restorative|paediatric|general) dentistry\b|\b(?:psychologist|therapist|analyst|counsel(?:l)?or|physio)\b[^.|]{{0,30}}\b(?:private practice|clinic|companies|hospital)\b|\b(?:fertility|ivf|icu|ed|stroke|renal|cardiac|surgical|paediatric|maternity|breast|spinal) (?:consultant|registrar|fellow)\b|\b(?:community|hospital|dispensing) (?:chemist|pharmacist)\b"
            rf"|\b(?:grief|bereavement|addiction|trauma|couples|marriage|family|school|substance abuse|rehab|crisis) (?:counsel(?:l)?or|therapist)\b(?! told| said)|\b(?:ed|educational|clinical|forensic) psych\b|\b(?:gmc|nmc|hcpc|gphc|gdc|npi)(?: (?:no|number|pin|reg\w*))?[.:# ]+\w?\d+|\bi run (?:a|my own|the) (?:\w+ )?(?:clinic|surgery|pharmacy)\b"
        ),
        (
            rf"(?:从医|从护|行医|临床|护龄|坐堂){_ZH_YEARS}|(?:{_DEPT})\s?{_POST_ZH}|(?:{_DEPT})(?:上班|工作|夜班|值班|搬砖|打工|倒班|从业)|医院[^,，。]{{0,6}}(?:上班|工作|药剂科|值班)|(?:医|针灸|推拿|科|诊所|国医馆)[^。]{{0,8}}(?:出诊|坐诊|限号|坐堂)|(?:出诊|坐诊|限号)[^。]{{0,6}}(?:中医|科|医院|国医馆)"
            rf"|{_THERAPY_ZH}(?:取向)?的?(?:心理)?(?:治疗师|咨询师|心理师|分析师)|个案(?:经验|小时|时长)|[接]\w{{0,4}}个案|(?:我开的|自己的|开了[一个家]*)小?诊所|祖传(?:中医|针灸)|(?:中医|针灸|骨伤)世家|接生[^,，。]{{0,6}}(?:宝宝|孩子|娃)|诊所在|线上问诊|(?:注册|执业)(?:西医|中医|牙医)|(?:伤口|造口|失眠|疼痛|心理|专家|特需)门诊|造口治疗师|个案时[数长]|(?:器械|巡回|手术室|透析|血透|icu|急诊|产房|病房|社区|导诊|责任)(?:男)?护士|[医师心]字号|(?:儿童)?口腔修复|影像诊断|(?:口腔|种植|正畸|整形|康复|推拿|针灸|急诊|护理)[^,，。]{{0,4}}从业"
        ),
    ),
    "law": (
        rf"{_YEARS} (?:in|of|at|practi[sc]ing) {_LEGAL}|\badmitted (?:(?:to practi[sc]e |to the bar )?in )?(?:\d{{4}}|(?:ny|nj|ca|tx|fl|il|ma|pa|dc|nsw|new york|california|texas|florida)\b)|\bpassed the bar\b|\bcalled (?:in )?(?:19|20)\d\d\b|\bsilk since\b|\b(?:associate|partner|counsel|of counsel) at [^,.;|]{{0,40}}\b(?:llp|law|solicitors|chambers)\b|\bin[- ]house counsel\b|\b(?:employment|immigration|injury|family|criminal|estate|patent|tax|divorce) att(?:y|orney)s?\b|\b(?:clinical negligence|commercial|chancery|crime|family|planning|tax)[^.|]{{0,20}}\b(?:chambers|court row|inn)\b|\b(?:bar|sra) (?:no|number|id|card|#)[.:# ]*\d*|\btenant at [^,.;|]{{0,30}}chambers\b",
        rf"执业{_ZH_YEARS}[^。]{{0,6}}{_ISSUE_ZH}|{_ISSUE_ZH}[^。]{{0,6}}执业{_ZH_YEARS}|(?:州|省|市|香港|国)执业[^。]{{0,4}}{_ISSUE_ZH}|{_ISSUE_ZH}(?:专做|专办|代理|辩护)|(?:专做|专办|主做|主办|专打){_ISSUE_ZH}|取保候审|执业律师?证?(?:编号|号|证号)|{_LAW_PLACES_ZH}(?:合伙人|执业|创始人|主任)",
    ),
    "finance": (
        rf"{_YEARS} (?:in|of) {_MONETARY}|\bnmls\b|\b(?:finra|crd|frn|afsl)[.:# ]*(?:no|number)?[.:# ]*\d|\bseries (?:7|63|65|66)\b|\b(?:licen[cs]ed|mortgage) loan (?:officer|originator)\b|\b(?:private|wealth) (?:banker|manager)\b|\bifa\b (?:for|in|based)|\baccountants? (?:for|to) (?:\w+ )?(?:gps|doctors|dentists|contractors|freelancers|landlords|small businesses|startups|creatives|charities)\b",
        rf"持牌人士|[一二三四五六七八九\d]+号牌|(?:投顾|投资顾问|执业|从业|证券)(?:资格|证)?证?(?:编号|号|证号)(?!已备案)|私人银行家|私行(?:顾问|客户经理)|持证经纪人|行(?:贷款|信贷|理财|私行|财富)(?:部|经理|中心)|(?:券商|证券|基金|期货|审计|税务|投行)(?:从业|工作){_ZH_YEARS}|管理规模|cfp持证|独立保险经纪",
    ),
    "education": (
        rf"{_YEARS} (?:in|of) (?:the classroom|teaching)|{_START}(?:i )?(?:teach|teaching|tutor|tutoring|still teaching)(?: \w+){{0,2}}? {_SUBJECT}\b|\b{_SUBJECT} (?:and \w+ |& \w+ )?(?:teacher|tutor|instructor|lecturer|faculty)\b(?!['’]|s\b| (?:told|said|says))|\bi prepare (?:students|pupils|kids)\b|\b(?:assoc\w*\.?|assistant|full|adjunct|visiting) prof\w*\.? of\b|\b(?:grade|year|\d(?:st|nd|rd|th) grade)[ \d]{{0,3}}(?:teacher|,? room \d+)|\b(?:special (?:educational )?needs|sen) co-?ordinator\b|\bsenco\b|\b(?:ap|ib|gcse) \w+ at \w+ (?:high|school|academy|college)",
        rf"{_LEVEL_ZH}?{_SUBJECT_ZH}[^,，。]{{0,2}}(?:老师|教师|名师|讲师|教练|辅导老师)(?![的说])|(?:教龄|从教|执教|任教|带班|教书|教了){_ZH_YEARS}|(?:^|[,，。\s|]|我)教(?:{_LEVEL_ZH}|{_SUBJECT_ZH}){{1,3}}|博导|硕导|主讲老师|小班课|带过[^,，。]{{0,3}}届|(?:一对一|寒暑假|暑假|周末)[^,，。]{{0,3}}(?:在招|招生|班)|(?:一线|在职|在编)教师|专职[^,，。]{{0,6}}辅导|带过[\d一二三四五六七八九十百几多]+[个届名位]{{1,2}}(?:学生|学员|毕业班)|{_LEVEL_ZH}[^,，。]{{0,4}}班主任",
    ),
}
_EN_FOR = rf"(?:(?: \w+){{0,5}}? (?:for {_YEARS}|since (?:['’]\d\d|(?:19|20)\d\d)))"
_I = r"\bi(?:['’]ve| have|['’]d|['’]m| am)? (?:\w+ly |always |often |also |just |still )?"
_POST = {
    "medicine": (
        (
            rf"(?:\b(?:my|after|with|from)|^|[.!?,] ) ?{_YEARS} (?:in|of|on|as an?) {_MEDICAL}|(?:{_I}|\bwe )(?:treated|operated on|delivered|intubated|saw) \w+ of (?:these|them|those)\b|{_I}(?:run|lead|head|cover) (?:the|a|our|my) (?:\w+ ){{0,3}}(?:clinic|ward|unit|surgery|theatre|pharmacy)\b|{_I}(?:dispense|intubate|operate|suture|catheteri[sz]e|vaccinate)\b|\b(?:in|at) my (?:surgery|practice|clinic|pharmacy|ward) we\b|\bmy clients with (?:panic|anxiety|trauma|adhd|ocd|depression)\b|\bi(?:['’]m| am) (?:licen[cs]ed|qualified|registered) in (?:acupuncture|medicine|general medicine|nursing|dentistry|psychotherapy)\b|\bwhen i was on call\b|(?:{_I}|^|[.!?] )been (?:a )?(?:nursing|doctoring|practi[sc]ing medicine){_EN_FOR}?|\b(?:we|us) (?:\w+ )?(?:docs|doctors|nurses|medics|gps|surgeons|midwives|pharmacists|dentists|therapists|paramedics|psychiatrists|anaesthetists|physios)\b"
            rf"|{_I}(?:tell|told|see|treat(?:ed)?|prescribed?|give) (?:all |most of )?(?:my|hundreds of|dozens of|thousands of) (?:diabetics|asthmatics|cases|patients|clients|newborns|couples|mums|mothers)|{_I}treat(?:ed)? (?:hundreds|thousands|dozens)\b|\bin my (?:counsel(?:l)?ing|therapy|consulting|treatment|exam) room\b|\bwhen (?:clients|patients) (?:sit|come|walk)\b|\bspeaking as an? (?:\w+ )?(?:therapist|counsel(?:l)?or|nutritionist|social worker)\b"
        ),
        rf"我(?:在|干|做|看|搞|从事)?(?:了)?(?:{_DEPT})(?:的[,，。 ]|(?:看病|工作|干|做)?{_ZH_YEARS})|(?:我|^|[,，。])(?:看|干|做)(?:了)?{_ZH_YEARS}的?(?:{_DEPT})|我(?:们)?(?:医生|护士|医护|护理人员|药师|麻醉科|检验科|急诊科|产科|儿科|超声科|影像科)(?:都|也|提醒|常|最)|我开的?(?:方子|处方|药方)|我在(?:咨询室|诊室|手术室|药房|病房|产科|急诊|门诊|治疗室|儿科|骨科|icu)[^。]{{0,6}}(?:见|接|看|抓|管|遇|做)|我审方|我(?:工作室|咨询室|诊所|诊室)里|我(?:当|做|干)(?:了)?{_ZH_YEARS}的?(?:医|护|药|大夫|牙)|我们药店|我管的[^,，。]{{0,4}}(?:床|病人)|(?:今天|昨天|刚|刚刚)给病人(?:推|打|做|开|插|换)|在[^,，。]{{1,4}}科(?:的)?第[一二三四五六七八九十]+(?:个年头|年)|(?:带|来)[^,，。]{{0,4}}我(?:门诊|诊室|诊所)|我们(?:出报告|科室?)的?[^,，。]{{0,4}}都|临床心理(?:学)?工作者|我(?:收治|主刀|经手|管床|接生|首诊|随访)(?:的|过|了)|我的?来访(?:者)?(?:里|中|都|们|常|也)|(?:昨天|今天|上周|刚才|早上)(?:我)?(?:的)?(?:门诊|急诊|夜班|病房)(?:来了|收了|碰到|遇到)|我(?:一般|通常|都|会)?(?:让|给|建议)(?:我的)?(?:病人|患者|患儿|产妇|家属)|(?:挂|来)我们科|在我们科[,，]|(?:开颅|手术|接生|扎针|推拿|正骨|看病|审处方|刮治|种牙|开诊所|麻醉|护理)[^,，。]{{0,2}}了?{_ZH_YEARS}|(?:本人|我是?)(?:{_DEPT})(?:的)?{_POST_ZH}|我(?:们)?在[^,，。]{{1,10}}(?:医院|诊所|药房|透析室|病房|卫生院|社区医院|[骨儿妇产内外皮眼牙神康麻肿急]科)[^,，。]{{0,6}}(?:上班|工作|干|做|当|审)|我师承|我(?:按|扎|推)了{_ZH_YEARS}",
    ),
    "law": (
        rf"(?:\b(?:my|after|with|from)|^|[.!?,] ) ?{_YEARS} (?:in|of|at|as an?|practi[sc]ing) {_LEGAL}|(?:^|[.!?] |\bi have ){_YEARS}(?: of)? practi[sc]ing (?:\w+ ){{0,2}}law|\b(?:we|us) (?:\w+ )?(?:lawyers|attorneys|solicitors|barristers|advocates|litigators)\b|\b(?:attorney|lawyer|solicitor|barrister)(?: of| for)? {_YEARS} (?:now|here)|\bi['’]m (?:\w+ )?counsel (?:on|for|in)\b|\btold my client\b|(?:{_I}|\bwe['’]ve )(?:won|defended|litigated|filed|settled|tried|argued) (?:\w+ ){{0,4}}(?:for (?:tenants|clients|workers|families)|cases|appeals)\b",
        rf"我(?:办|打|做|代理)(?:了|过)?(?:{_ZH_YEARS})?(?:的)?[^,，。]{{0,4}}(?:刑案|官司|案子|案件|诉讼|工伤案|离婚案)|我(?:们)?(?:的|在|和[^,，。]{{1,8}}开了)?(?:自己的)?律所(?!出来|实习|说)|我们律师事务所|(?:刚)?开了自己的律所|(?:做|当)(?:了)?(?:法律顾问|律师|法务)(?:的)?第?{_ZH_YEARS}|我是(?:专门|主要)?做[^,，。]{{1,8}}的律师|委托书[^,，。]{{0,3}}(?:寄|发|给)[^,，。]{{0,2}}我|(?:委托|找|聘)我(?:去)?(?:会见|辩护|代理|出庭|起诉|立案)|我(?:经手|开庭|会见|辩护|出庭)(?:的|过|了)|我办过|(?:等律师|找律师)[^。]{{0,4}}就是(?:等|找)我|找我(?:仲裁|起诉|代理|打官司)|我(?:师父|师傅)?带我办的案",
    ),
    "finance": (
        rf"(?:\b(?:my|after|with|from)|^|[.!?,] ) ?{_YEARS} (?:in|of|as an?) {_MONETARY}|\bi (?:do|file|prepare) \d+ (?:tax )?returns\b|{_I}manage (?:money|portfolios|funds|pensions|assets|retirement accounts|client accounts) (?:for|on behalf)|(?:{_I}|^|[.!?] )(?:been )?(?:do|doing|prepar\w+|filing) (?:\w+['’]?s? ){{0,2}}tax(?:es| returns)(?: for a living| professionally|{_EN_FOR})|\bbeen an? (?:cpa|cfa|cfp|accountant|adviser|advisor|auditor|broker|actuary)\b|\bmy firm (?:audits|advises|manages|files)\b|\bi sign (?:\w+ ){{0,4}}(?:accounts|audits|returns)\b|\bone of my clients\b|\b(?:we|us) (?:\w+ )?(?:accountants|advis[eo]rs|planners|brokers|auditors|cpas)\b",
        rf"我管(?:理)?的(?:账户|产品|基金|组合|资金)|我(?:今天|本周|上周|一直)?(?:给|让|帮|替)客户[^,，。]{{0,3}}(?:荐|建议|配|买|做|调|推荐|清|减|加)|(?:带|荐)客户|客户(?:让|问|叫)我|(?:我|^|[,，。])(?:当|做|干)(?:了)?{_ZH_YEARS}[^,，。]{{0,4}}(?:投顾|基金经理|交易员|理财|会计|审计|操盘|保险|信贷|分析师|客户经理)|让我(?:的)?客户",
    ),
    "education": (
        rf"(?:\b(?:my|after|with|from)|^|[.!?,] ) ?{_YEARS} (?:in|of|as an?|marking) (?:the classroom|teaching|teacher|the a-level|gcses?|papers|exams)|\bhead of (?:{_SUBJECT}|year|sixth form) here\b|{_I}(?:teach|taught|been teaching|tutor(?:ed)?)(?: \w+){{0,3}}? {_SUBJECT}\b(?:{_EN_FOR}|[^.!?]{{0,12}}(?:[,:;]|$))|\bi mark (?:\w+ ){{0,2}}(?:theses|essays|papers|scripts|exams)|\b(?:we|us) (?:\w+ )?(?:teachers|educators)\b",
        rf"我(?:在[^,，。]{{1,8}})?教(?:了)?(?:{_ZH_YEARS}的?)?(?:{_LEVEL_ZH}|{_SUBJECT_ZH})|我教[^,，。]{{1,5}}{_ZH_YEARS}|给(?:全班|学生们?|孩子们)讲|我带的[^,，。]{{0,4}}(?:届|班|毕业班|高三|初三|学生)|考我(?:的)?(?:研究生|博士|硕士)|(?:明天|今天|今晚|下节课|第[一二三四五六七八九]+节)[^。]{{0,8}}我讲|(?:^|[,，。])教了?{_ZH_YEARS}[^,，。]{{0,2}}(?:{_LEVEL_ZH}|{_SUBJECT_ZH})|我(?:今年)?(?:还)?带(?:毕业班|两个班|高三|初三)|我班(?:上|里)(?:的)?(?:孩子|学生|娃)|我(?:的)?课代表",
    ),
}
_READS = {
    (bio, han): {field: re.compile(patterns[han]) for field, patterns in either.items()}
    for bio, either in ((True, _BIO), (False, _POST))
    for han in (False, True)
}
_NOT = re.compile(
    r"\b(?:not|no|never|nor|isn['’]t|aren['’]t|retired|former|formerly|ex|once|future|aspiring|wannabe|student|trainee|studying|preparing for|hoping|want|wants|wish|applied|my (?:mother|mum|mom|dad|father|wife|husband|sister|brother|son|daughter|friend|partner|aunt|uncle|old|favou?rite)|his|her|their|he|she|they|married to|fan|play|playing|parody|actor|plays|novel|film)\b"
    r"|不是|退休|前|曾|实习|见习|备考|想当|想做|想成为|梦想|准备|考研狗|学生|大[一二三四](?!学)|妈|爸|老公|老婆|老伴|他|她|姐姐|哥哥|弟弟|妹妹|家属|陪|演|角色|扮|招聘|小说|游戏|剧|我的(?:语文|数学|英语|物理|化学|历史|高中|初中|小学)|致|感谢|谢谢|怀念|想念"
)
"""Anywhere before, in one clause: not, no longer, not yet, somebody else's, a part."""

_RAISES = re.compile(
    rf"\b{_YEARS}(?! (?:old|sober|clean|married|together|strong|ago))|\b\d+ ?y\b|(?<!fan )(?<!married )(?<!here )\bsince (?:19|20)\d\d\b|\b(?:at|in|for) (?:an?|the|my|st\.?) (?:\w+ ){{0,3}}(?:hospital|hospice|clinic|surgery|practice|primary|academy|ward|unit|icu|trust|firm|bank|chambers|county|care home|pharmacy|fintech)\b|\bsliding scale\b|\b(?:slots?|spots?|places) (?:open|left|available)\b|\b(?:clinic|ward|team|unit) lead\b|\bcaseload\b"
    rf"|(?:教龄|从业|从教|执业|从医|从护|行医|护龄|工龄|律龄|入行|干了?|做了?){_ZH_YEARS}|倒班|夜班|值班中|限号|出诊|接[^,，。]{{0,4}}个案|手术排|(?:招|收)[^,，。]{{0,4}}(?:班|学生|学员)|带(?:过|出|班)"
)
"""In a biography that names an occupation: it is the trade its writer lives by."""

BIO_GATE = (
    r"(?:years?|yrs?|decades?) (?:in|of|on|at|practi)|dontist|implantologist|haem-?onc|hem-?onc|intensivist| st[0-9]| derm| surgeon|psycholog|care nurse|al nurse|ar nurse|ic nurse|stomy nurse|theatre nurse|dialysis nurse|burns nurse|attending|sister|medicine|specialist|dentistry|therapist|physio| att[yo]|crown court|chancery|ifa |accountant|取保|接生|问诊|西医|中医|门诊|口腔|影像|字号|小班课|届|一对一|招生|在招|pgy|ob[-/ ]?gyn|implantology|oral surgery|consultant|registrar|fellow(?:[^a-z]|$)|chemist(?:[^a-z]|$)|counsel|psych|gmc|nmc|hcpc|gphc|gdc|npi |admitted|passed the bar|silk since|called (?:in )?(?:19|20)|associate at|partner at|(?:bar|sra) (?:no|num|id|card|#)|chambers|nmls|finra|series [67]|loan (?:officer|originator)|banker|(?:wealth) manager"
    r"|teaching|i teach|tutoring|i prepare|prof|coordinator|senco|room [0-9]|(?:ap|ib|gcse) [a-z]+ at |科|从医|从护|行医|临床|护龄|出诊|坐诊|限号|坐堂|医院|诊所|个案|治疗师|咨询师|心理师|祖传|世家|从业|执业|专做|专办|主做|主办|律所|事务所|持牌|号牌|编号|私人银行|私行|经纪人|行贷款|行信贷|行理财|管理规模|cfp持证|独立保险经纪|名师|教练|教龄|从教|执教|任教|带班|教书|教了|教[小初高中考大雅托数语英物化生地历政]|博导|硕导|主讲老师|小班课|带过[^,，。]{{0,3}}届|(?:一对一|寒暑假|暑假|周末)[^,，。]{{0,3}}(?:在招|招生|班)|辅导|带过|班主任|[外内骨眼产]\s?主治|主任|副高"
)
"""RE2: a biography without any of these stands in no practice."""

POST_GATE = (
    r"(?:years?|yrs?|decades?)['’]? (?:in|at|as?|of practi|practi|now|marking) |(?:treated|operated on|delivered|saw) (?:one|two|three|four|five|six|many|some|plenty|most|hundreds) of|i (?:run|lead|head|cover|dispense|operate) |my (?:surgery|clients with)|i['’]?(?:m| am) (?:licensed|qualified|registered)|was on call|[0-9] (?:tax )?returns|head of |been nursing|(?:^|[^a-z])(?:we|us) (?:docs|doctors|nurses|medics|gps|surgeons|midwives|pharmacists|dentists|therapists|paramedics|psychiatrists|lawyers|attorneys|solicitors|barristers|accountants|advis[eo]rs|teachers|educators|auditors|brokers|planners)|my diabetics|treated (?:hundreds|thousands|dozens)|my (?:counsell?ing|therapy|consulting|treatment|exam) room|when (?:clients|patients)|as an? (?:therapist|counsell?or|nutritionist|social worker)"
    r"|counsel (?:on|for|in)|my client|for tenants|for clients|for workers|for families|['’]ve (?:won|defended|litigated|filed|settled|argued) |i (?:defended|litigated) |i manage |taxes|tax returns|been an? (?:cpa|cfa|cfp|accountant|advis|auditor|broker|actuary)|my firm|i sign|i teach|i(?:['’]ve| have)? taught|been teaching|i(?:['’]ve)? tutor|i mark "
    r"|我(?:干|做|看|打|办|当|按|扎|带)[了过麻骨]|我(?:开的|审|管的|管理|代理|教|带毕|带的|带高|办的|是做|是临)|我在[产急儿骨咨诊手药病门乡中小高医社透协安]|我(?:收治|主刀|经手|接生|的来访|一般|让病|给病|开庭|会见|班)|我们科|(?:急诊|病房|夜班|门诊)(?:来|收|碰|遇)|本人|教了|[教干做看当办开]了[一二三四五六七八九]?十|了[0-9][0-9]?年|委托我|我检验|[看干做][0-9一二三四五六七八九十]|我们(?:医|护|药|麻|检|急|产|儿|超|影|出报告|科)|工作室里|咨询室|诊室|诊所|给病人|第[一二三四五六七八九十]+(?:个年头|年)|临床心理|律所|事务所|法律顾问|的律师|委托书|找我|等律师|客户|全班|考我|我讲"
)
"""RE2: a post in small letters without any of these speaks of no practice."""


_HINTS = {
    (True, "medicine"): ("year", "yr", "decade", "pgy", "gyn", "implant", "oral s", "dont", "ivf", "fertil", "consultant", "registrar", "fellow", "chemist", "counsel", "therap", "psych", "gmc", "nmc", "hcpc", "gphc", "gdc", "npi", "onc", "tensiv", " st", "derm", "surgeon", "attending", "sister", "medicine", "specialist", "dentistry", "physio", "al ", "ar ", "ic ", "care nurse", "theatre", "stom", "dialysis", "burns", "i run"),
    (True, "law"): ("year", "admitted", "the bar", "called", "silk", "counsel", "llp", "solicitors", "chambers", "bar ", "sra ", "att", "inn", " row"),
    (True, "finance"): ("year", "yr", "decade", "nmls", "finra", "crd", "frn", "afsl", "series", "loan ", "manager", "banker", "ifa", "accountants"),
    (True, "education"): ("teaching", "i teach", "tutor", "teacher", "instructor", "lecturer", "faculty", "prepare", "prof", "room", "co-ord", "coord", "senco", "ap ", "ib ", "gcse ", "years"),
    (False, "medicine"): ("year", "yr", "decade", "been ", "we ", "us ", "treat", " of the", "dispense", "operate", "my ", "when ", "on call", "licen", "qualified", "registered", "speaking as", "i run", "i lead", "i head", "i cover"),
    (False, "law"): ("year", "yr", "law", "attorn", "solicitor", "barrister", "advocates", "litigat", "counsel", "client", "i've ", "we've ", "i have "),
    (False, "finance"): ("year", "manage", "tax", "returns", "been a", "firm", "i sign", "one of my", "planners", "brokers", "auditors", "cpas", "advis", "accountants"),
    (False, "education"): ("year", "teach", "taught", "tutor", "i mark", "educators", "head of"),
}  # fmt: skip
"""A text of no ideographs says nothing of a field without any of these: looked for first, as they cost little."""
_HAN = re.compile("[\u3400-\u9fff]")


_RAISED = (
    "year",
    "yr",
    "decade",
    " y",
    "since",
    "at ",
    "in a",
    "in the",
    "in my",
    "for ",
    "sliding",
    "open",
    "left",
    "available",
    " lead",
    "caseload",
)


def raised(low: str) -> bool:
    """Tell whether a biography in small letters that names an occupation says that its writer lives by it."""
    return bool((_HAN.search(low) or _any(_RAISED, low)) and _RAISES.search(low))


def _any(hints: tuple[str, ...], low: str) -> bool:
    for hint in hints:  # noqa: SIM110  (a generator costs thrice)
        if hint in low:
            return True
    return False


def stands_in(low: str, *, bio: bool) -> Iterator[tuple[str, str]]:
    """Yield each field a biography or a post in small letters says its writer works in, with the words that say so."""
    han = bool(_HAN.search(low))
    for field, pattern in _READS[bio, han].items():
        if not han and not _any(_HINTS[bio, field], low):
            continue
        for found in pattern.finditer(low):
            clause = re.split(r"[.!?。！？;；]", low[: found.start()])[-1]
            if not _NOT.search(clause + found.group()):
                yield field, found.group().strip()
                break


_COUNT = r"(?:\d+|[a-z]+(?:-[a-z]+)?) (?:years|yrs|decades)"
_LASTED = re.compile(rf" (?:of|for) (?:over |almost |nearly )?{_COUNT}\b")
_ONE = re.compile(r"^(?:(?:i['’]?ve |i have )?been )?(?:an? )?(?:[a-z]+ )?$")
_LASTING = re.compile(rf"^\s*(?:i['’]?ve (?:been )?)?{_COUNT} (?:as )?an? (?:[a-z]+ )?$")
"""Dentist of 14 years, thirty years a midwife: a sentence that begins so speaks of its writer."""
_SPEAKS = re.compile("说|告诉|表示|建议")
_SPEAKER = re.compile(r"(?:^|[,，。;；:：!！?？\s])(?:作为|身为|本|我是|我这个|以)[^,，。;；]{0,8}$")
"""作为律师告诉你: behind words of the first person it is the writer who speaks."""


def lasts(left: str, right: str) -> bool:
    """Tell whether a title stands with its years where a sentence begins."""
    return bool(_LASTING.search(left) or (_LASTED.match(right) and _ONE.search(left)))


def himself(left: str, right: str) -> bool:
    """Tell whether who speaks behind a Chinese title is its bearer, who writes."""
    return bool(_SPEAKS.match(right) and _SPEAKER.search(left))
