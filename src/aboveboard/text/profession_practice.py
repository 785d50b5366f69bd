"""Hears somebody speak from a practice of his own: whom he tells what, whom he teaches, whom he sees. Weaker than a title.

Said by itself it claims nothing: shops have clients and mothers tell families. Beside a profile that names the profession it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["GATE", "OFFERS", "practised_in", "teaches"]

_OFTEN = r"(?:always |usually |often |just |still |would |will |have |now )*"
_I = rf"\b(?:i|we)(?:['’](?:ve|d|ll))? {_OFTEN}"
_TELL = r"(?:tell|told|teach|taught|ask|asked|give|gave|advise|remind|show|warn|see|treat|help|coach|recommend|made|make|let|let's)"
_MANY = r"(?: (?:it|this|that|them|to|for|with|all|every|each|most|many|same|of|the|my|our|new|young|over|about|these|\d[\d,]*|\w+teen|\w+ty|hundreds|thousands))*"
_TOLD = rf"{_I}{_TELL}{_MANY} "
_KNOW = r"(?: \w+ly| all| always)? (?:know|hear|learn|use|start|do|read|pass|get|sleep|take|pay|keep|leave|practi[sc]e|write)\b"
_EN = {
    "medicine": rf"{_TOLD}(?:patients?|famil(?:y|ies)|parents?|mothers?|mums?|moms?|couples?|clients?)\b|\bmy clients\b|\bnew patients welcome|\b(?:my|our) patients\b|\b(?:my|our) (?:ward|unit|clinic|icu|shifts?|surgery|pharmacy|counter)\b|\bwe see (?:this|it|them|these)\b",
    "law": rf"{_TOLD}(?:clients?|tenants?|employees)\b|\bmy clients\b|\bcall my office\b",
    "finance": rf"{_TOLD}(?:clients?|members|customers|famil(?:y|ies)|investors)\b|\bmy (?:clients|members)\b",
    "education": rf"{_TOLD}(?:students?|pupils?|parents?|famil(?:y|ies)|teenagers|kids|children|learners|class(?:es)?|(?:year|grade) \d+s?|\d+th graders)\b|\bmy (?:students|pupils){_KNOW}|\bi (?:ask|say|do|use|teach)(?: it| this| that)? in (?:my )?class\b|\b(?:everyone|everybody|all) in my class\b|(?:^|[.!?] )(?:dear )?parents?[,:] ",
}
_ZH = {
    "medicine": r"我(?:的|让|给|帮|跟)?(?:来访|病人|患者|患儿|病号|产妇|孕妇)|我签约的|我们科|我科|科里|我们(?:急诊|医院|病房|诊所)|我接诊|我接生|我(?:的)?门诊|我坐诊|我出诊",
    "law": r"我(?:的|让|给|帮|跟)?(?:客户|当事人|委托人)|委托我们|我代理|我办(?:过|的)案|我们(?:所|律所|团队)|我经手|我开庭",
    "finance": r"我(?:的|让|给|帮|跟)?(?:客户|会员)",
    "education": r"我(?:教|带)(?:的|过的|出)[^,，。]{0,4}(?:学生|学员|孩子|娃|班)|我(?:的)?学员|我班(?:上|里)|我的学生(?:都|也|们)|家长(?:们|朋友)?[,，:：别请]",
}
"""Whom somebody of the field deals with."""

_ANY_EN = re.compile(
    r"\b(?:that's |this is |it's )?my (?:standing |only |best |usual |first )?(?:advice|answer|rule|recommendation)\b|\bthat's what i (?:ask|teach|tell|say|advise)\b|\b(?:what|as|the way) i (?:teach|say|advise|prescribe|tell)\b"
    r"|\b(?:i|we) (?:strongly )?(?:advise|recommend|suggest)\b|\b(?:i'd|i would) (?:drop|stop|file|lower|raise|cut|move|sell|buy|hold|appeal|start|change|see)\b|\bcome (?:to|and see|see) me\b|\bi(?:'ll| will) (?:draft|file|write|check|mark|answer|handle|appeal)\b"
    r"|(?<!not )(?<!n't )(?<!never )\b(?:dm|message|text|call|write|email|book|send|ask) (?:me|us)\b"
)
_ANY_ZH = re.compile(
    r"听我的|听我一句|按我|照我|照着做|照做|跟我(?:做|学|来|练)|我教你|我建议|我的建议|我劝(?:你|大家|各位|家长)|我的要求|我都这么|我每天(?:说|讲)|我每天都|方案我|(?<!别)(?<!不要)(?<!不用)(?<!别来)(?<!别再)(?:来|约|找|先?问)我|私信我?|我(?:来)?(?:给|帮|替)你|叫我|我让(?:你|他们|家长)|我开的|我列"
)
"""What anybody may say, and somebody of the field says of its things."""

_TOPICS = {
    "medicine": re.compile(
        r"\b(?:pain|fever|rash|dos(?:e|es|age)|tablets?|pills?|symptoms?|wounds?|burns?|blood|insulin|sleep|sores?|bab(?:y|ies)|toddler|cough|infection|antibiotics?|vaccin\w+|surgery|scan|moles?|skin|heart|pressure|panic|anxiety|depress\w+|trauma|pregnan\w+|contractions|diet|lice|tooth|teeth|gums|migraine|medicines?|medication|mg|doctor|clinic|hospital|swelling|stitches|dressing|therapy|session|attachment|adhd)\b"
        r"|药|孩子|病|痛|疼|烧|血|宝宝|孕|失眠|睡|抑郁|焦虑|憂|忧郁|伤|症|检查|手术|疫苗|医院|针|肿|咳|皮肤|痘|牙|近视|依恋|情绪|初谈|复诊|舌|胎|血糖|剂|毫克"
    ),
    "law": re.compile(
        r"\b(?:court|contract|claims?|sign|landlord|appeal|custody|divorce|visa|police|evidence|lawsuit|sue|notice|will|wills|deed|nda|clause|file|filing|plea|charges?|bail|hearing|eviction|settle\w*|deposit|licen[cs]e|patent|trademark)\b"
        r"|案|合同|起诉|诉讼|执行|离婚|赔|借条|欠条|工伤|仲裁|催收|签|查封|律师函|证据|违约|法院|判|抚养|遗嘱|继承|商标|专利|拘留|取保"
    ),
    "finance": re.compile(
        r"\b(?:funds?|stocks?|shares?|bonds?|pensions?|portfolio|tax(?:es)?|insurance|annuity|mortgage|rates?|etfs?|gold|copper|crypto|bitcoin|savings|invest\w*|retire\w*|index|cash|premium|quote|extension)\b|\d ?%"
        r"|股|基金|保险|重疾|寿险|仓|理财|税|债|收益|定投|配置|资产|养老|信托|百分之|[%％]|账"
    ),
    "education": re.compile(
        r"\b(?:exams?|homework|papers?|times tables|tables|read\w*|books?|essays?|spelling|maths?|verbs|vocabulary|grammar|learn\w*|revis\w+|iep|lessons?|band|grades?|tests?|quiz|syllabus|practice)\b"
        r"|题|作业|考试|中考|高考|考级|背|上课|课文|卷|单词|作文|论文|文献|阅读|听力|错题|刷题|家长|孩子"
    ),
}

_LANGUAGES = (
    ({f: re.compile(p) for f, p in _EN.items()}, _ANY_EN),
    ({f: re.compile(p) for f, p in _ZH.items()}, _ANY_ZH),
)
_HINTS = (
    *("patient", "famil", "parent", "client", "student", "pupil", "couple", "customer", "member", "investor", "tenant", "employee", "mother", "mum", "mom", "class", "kids", "children"),
    *("teenager", "learner", "my ", "our ", "we see", "advi", "recommend", "suggest", " me", "i teach", "i say", "i ask", "i tell", "i'd ", "i would", "i'll ", "i will "),
)  # fmt: skip
"""A text without any of these says nothing of the English kind: looked for first, as they cost little."""

GATE = (
    r"my class[^a-z]|(?:^|[.!?] )(?:dear )?parents?[,:] |家长|my (?:clients|students|pupils|members|office|advice|standing|rule|answer|ward|unit|clinic|shift|pharmacy)|our patients|we see (?:this|it|them|these)|patients welcome|as your |(?:^|[^a-z])(?:i|we|i've|i'd|i'll|we've|i have|i always|i usually|i would|i will) (?:tell|told|ask|teach|taught|advise|recommend|draft|file|mark|handle|drop|sell)"
    r"|(?:what|way) i (?:teach|ask|say|tell|advise)|in (?:my )?class(?:[^a-z]|$)|(?:dm|message|text|email|book|come to|come see) me(?:[^a-z]|$)|(?:maths?|english|science|history|physics|chemistry|biology|geography|spanish|french|german|latin|music|primary|school|grade|'s) teacher"
    r"|[学语文理化物史治三中级]老师|教师|(?:是|作为)班主任|听我|按我|照我|照着?做|跟我|我教|我带|我班|我建议|我的建议|我劝|我的要求|我都这么|我每天|方案我|约我|找我|问我|私信|我签约|我接|我坐诊|我出诊|门诊|来访|客户|委托|我代理|我办|我们科|我科|科里|我们急诊|我们医院|我们所|我们律所|我经手|学员|我的学生|我给你|我帮你|我让"
)
"""RE2: a post in small letters without any of these speaks from no practice. A cheap look at many."""

OFFERS = re.compile(
    r"\b(?:i|we) answer (?:your|all|any)? ?\w{0,8} ?questions\b|\byour questions answered\b|\bfree (?:advice|consult\w*)|\bconsultations?\b|\b(?:dm|message|write|ask|text|email) (?:me|us) (?:for|about|with|your|anything)\b|\bdms? open for\b|\bask (?:me )?(?:a|your) question"
    r"|\bappointments?\b|\bbook (?:a|an|your) (?:call|consult\w*|session|appointment|slot)|\bnew (?:patients|clients|students) welcome|\btaking (?:new )?(?:patients|clients|students)|\bi explain\b"
    r"|问诊|在线答疑|答疑|私信咨询|免费咨询|接诊|坐诊|出诊|预约|有问必答|上门|咨询请|接案|接委托|代写诉状|一对一|带学员|开方"
)
"""In a biography that names a profession: it is offered to the reader."""

_TEACHING = re.compile(
    r"\b(?:i teach|i've taught|i have taught|i taught) (?:\w+ ){0,2}?(?:year|grade|\d+(?:st|nd|rd|th) grade|maths?|mathematics|physics|chemistry|biology|english|history|geography|science|french|spanish|german|latin|reading|kindergarten|primary|high school|middle school|secondary|a-level|gcse)\b"
    r"|\b(?:i'm|i am|as) (?:an?|your (?:\w+'s )?)? ?(?:\w+ ){0,3}teacher\b"
    r"|(?:我|本人)(?:是|系|就是)?(?:一[名个位])?(?:教|[^,，。]{0,8}(?:老师|教师|班主任|教研员)(?![的说]))|作为[^,，。]{0,10}(?:老师|教师|班主任)(?![的说])"
)
_TEACHERS = ("teach", "taught", "老师", "教师", "我教", "班主任", "教研员")
_LEARN = re.compile(
    r"(?:^|[.,:;!] ?)(?:so |parents[:,] |please |just |then |and )?(?:drop|do not|don't|never|always|read|start|stop|do|use|learn|ask|practi[sc]e|let|make|give|write|revise|skip|memori[sz]e|i'd|you should|you need|i tell|i advise|i recommend|my advice)\b"
    r"|别|不要|不用|建议|先|听我|按我|跟我|要(?:先|多|让|背|做|看|读)|应该|必须|千万|一定|我劝|就行|就够"
)


def practised_in(low: str) -> Iterator[tuple[str, str]]:
    """Yield each field a text in small letters speaks from a practice in, with the words that say so."""
    chinese = "我" in low or "照" in low or "家长" in low
    if not chinese and not any(hint in low for hint in _HINTS):
        return
    people, anybody = _LANGUAGES[chinese]
    said = anybody.search(low)
    for field, pattern in people.items():
        if found := pattern.search(low) or (said if said and _TOPICS[field].search(low) else None):
            yield field, found.group().strip()


def teaches(low: str) -> str:
    """Return the words by which a text says that its writer teaches, where it also tells its reader how to learn; else nothing."""
    if not any(hint in low for hint in _TEACHERS):
        return ""
    found = _TEACHING.search(low)
    if not found or not _TOPICS["education"].search(low) or not _LEARN.search(low[found.end() :]):
        return ""
    return found.group().strip()
