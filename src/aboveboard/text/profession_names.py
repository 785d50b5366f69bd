"""Whether a title in a display name stands beside the name of a person, or is a part of a nickname, a shop's name or a play's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aboveboard.text.professions import Title

__all__ = [
    "FIGURE",
    "GATE",
    "THINGS",
    "WARD",
    "ZH_LAWYER",
    "ZH_RELATED",
    "ZH_SAYS",
    "ZH_THINGS",
    "bears",
    "before_a_name",
    "beside",
    "beside_chinese",
]

_NAMED, _SAID, _LONGEST = 1, 2, 3

THINGS = re.compile(
    r"\b(?:cosplay\w*|costumes?|uniforms?|scrubs?|shop|store|bakery|cafe|café|coffee|bar|pub|street|road|avenue|st|records?|vinyl|band|music|beats?|playlist|podcast|facts?|trivia|quotes?|memes?|gifs?|clips?|cosmetics|apparel|clothing|shoes?|boots?|toys?|dolls?|games?|gaming|speedruns?|server|"
    r"rp|lsrp|roleplay\w*|oc|ocs|npc|lore|fanfic\w*|fan ?art|art|comics?|manga|anime|film|movies?|episodes?|season|rewatch|tribute|collection|collector|shark|plant|garden|lawn|studio|salon|barbers?|grooming|repairs?|resale|fundraiser|night|day|week|awards?|conference|forum|directory|guide|crafts?|stickers?|prints?|"
    r"at|of|for|in|with)\b(?! law)|\.exe\b|\.png\b|\b\w+['’]s (?!health)\w+"
)
"""In a name: a shop, a play, a figure of one, or something that only has the word in it."""


FIGURE = re.compile(
    r"(?:ratched|joy|jackie|betty|melfi|frankenstein|mario|robotnik|eggman|nefario|jones|kildare|mccoy|livesey|phil|oz|house|strange|doom|who|watson|jekyll|moreau|feelgood|horrible|octopus|pimple|zoidberg|goodman|snape|dumbledore|oak|layton|plum|sleep|faustus|zhivago|martens?|marten's|holliday|savage|brown|hudson|mcstuffins|ock|seuss|dolittle|death|no|love|evil|snuggles|pepper|dre|mabuse|caligari|acula|wily|light|manhattan|fate)(?:['’]s\b.*)?$"
)
"""After a title, alone: a figure of a play, a book or a game, or a brand."""

_TOWN = re.compile(
    r"(?:silver spring|ocean city|college park|ellicott city|takoma park|glen burnie|owings mills|chevy chase|bel air|north bethesda|upper marlboro|baltimore|annapolis|rockville|bethesda|frederick|gaithersburg|towson|columbia|salisbury|hagerstown|laurel|bowie|germantown|maryland)$"
)
_BEFORE = frozenset(("MUDr", "JUDr", "PharmDr"))


def bears(before: str, title: Title) -> bool:
    """Tell whether somebody is named before the letters of a title; `MD` behind one word or a town is a state."""
    if title.term in _BEFORE:
        return True
    if title.term == "NP":
        return before.endswith(",")
    named = before.rstrip(" ,|-").lower()
    lone = " " not in named and not before.endswith((",", "|", "-"))
    return bool(re.search(r"[^\W\d_]", named)) and not (title.term == "MD" and (lone or _TOWN.match(named)))


def before_a_name(left: str, right: str, title: Title) -> int:
    """Return how much a title claims that stands before a name: 1 for a courtesy title, 2 for one of a profession, 0 for nothing."""
    parts = re.findall(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?", right.removeprefix("."))
    if left or not 0 < len(parts) <= _LONGEST or not all(p[:1].isupper() or not p[:1].islower() for p in parts):
        return 0
    return _NAMED if title.kind == "honorific" else _SAID


def beside(left: Sequence[str], right: Sequence[str], *, alone: bool) -> int:
    """Return how much an everyday title says between the words of a name, those known to stand before it left out."""
    if not left and not right:
        return _SAID if alone else _NAMED
    capitals = all(w[:1].isupper() or not w[:1].islower() for w in right)
    if left or len(right) > _LONGEST:
        return _NAMED if left or capitals else 0
    return _SAID if capitals else _NAMED


WARD = re.compile(
    r"(?:资深|专业|知名|专科|值班|在职|年|科|三甲|三甲医院|医院|门诊|临床|社区|急诊|诊所|卫生院)$|[^\s]{1,6}科室?$"
)
"""Chinese: before an everyday title it says where its bearer works."""

_SURNAME = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温章施牛樊葛邢安齐易乔伍庞颜倪庄聂鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷曲盛冉骆翁辛管祁"
    "]"
)
"""The commonest family names (公安部, 全国姓名报告 2020)."""
_PLACE = r"(?:科|门诊|医院|社区|中心|急诊|产科|儿科|外科|内科|骨科|眼科|皮肤|口腔|中医|康复|家庭|全科|心理|临床|病房|麻醉|影像|肿瘤|生殖|疼痛|营养|北京|上海|广州|深圳|杭州|成都|南京|武汉|重庆|西安|台北|香港|[a-z]{2,4})"
_LEFT = re.compile(rf"(?:^|{_PLACE})(?:{_SURNAME}[\u4e00-\u9fff]{{0,2}}|[小老阿][\u4e00-\u9fff])?$")
_SURE_SURNAME = re.compile(rf"(?![马牛熊龙金石雷叶江温梅白黄向常成关康时方万安包于]){_SURNAME}$")
"""Behind other words these are rather names than words."""
_RIGHT = re.compile(
    rf"^(?:爸爸|妈妈|姐姐|哥哥|叔叔|阿姨|爷爷|奶奶)?(?:[小老阿大][\u4e00-\u9fff]{{1,2}}|{_SURNAME}[\u4e00-\u9fff]{{0,2}}|[小老阿大]?\s?[a-z]{{2,10}}|说[\u4e00-\u9fff]{{0,4}}|在线)?$"
)
_ASKS = re.compile(r"[的请们说吗呢吧在有和与来去看日](?!法|儿|病|医)")


def beside_chinese(left: str, right: str, title: Title) -> int:
    """Return how much an everyday title says between the signs of a Chinese name."""
    if title.field == "medicine":
        if not _RIGHT.search(right):
            return 0
        person = bool(left or right) and (_LEFT.search(left) or _SURE_SURNAME.search(left))
    else:
        person = left or (right and not _ASKS.search(right))
    return _SAID if person else _NAMED


ZH_THINGS = re.compile(
    r"^(?:迷(?!路|糊|茫|人)|粉|控|服|节|帽|鞋|cos|语c|剧|漫画|段子|表情|语录|文案|周边|琉璃|如来|佛|寺|兜|服装|定制|少女|游戏|模拟器|工具|头像|壁纸|招聘|函|费|界|圈|本$|站|楼|袍|大人|喵|之家|联盟|吧$|群$|故事|小说|影视)"
)
"""After a title: a shop, a play, a day, those who like it."""

ZH_SAYS = re.compile(r"^(?:说|聊|讲|谈)(?![我没他她你不])[\u4e00-\u9fff]{1,4}$")
"""李医生说儿科: what an account is called that speaks of its field."""

ZH_RELATED = re.compile(
    r"(?:[表堂]?[姐妹哥弟]|女儿|侄女|外甥|妻子|丈夫|叔|舅|姨|姑|奶奶|爷爷|外公|外婆|儿子|女儿|室友|同学|闺蜜|男友|女友|男朋友|女朋友|对象|邻居|朋友|先生|太太|媳妇|婆婆|岳父|同事)[们夫]?(?:都|也|们)?[是当做]|炼金|魔法|鸟嘴|瘟疫|怪医|船医|侦探"
)
"""Before a title: somebody of the family is it, or a play has it."""

ZH_LAWYER = re.compile(rf"(?:^|[\u4e00-\u9fff\s]){_SURNAME}律(?:$|[\s(（|·]|说法)")
"""A family name and 律: how lawyers are called for short."""

GATE = (
    rf"{_SURNAME}律|(?:consultant|specialist|registrar|fellow|resident|certified|clinician|physician),? (?:in|of) |(?:internal|emergency|family|general|care|acute|respiratory|rehabilitation|sports) medicine|(?:family|general) practice"
    r"|cardiology|dermatology|neurology|oncology|psychiatry|p(?:a)?ediatrics|radiology|urology|gyn(?:a)?e(?:cology)?|obstetrics|an(?:a)?esthe|ophthalmology|endocrinology|enterology|rheumatology|nephrology|matology|neurosurgery|orthop|plastic surgery|general surgery|dentistry|orthodontics|midwifery|geriatrics|infectious diseases|critical care"
    r"|(?:[心血神消呼肾液瘤骨肤眼喉口妇产儿诊神理康痛醉染普泌胸整烧医灸拿全像声验]|内|外|经|化|吸|分泌|尿|形|伤|重症医学|放射|检验|病理)科"
)
"""RE2: a profile without any of these bears no such name and works in no such field. A cheap look at many."""
