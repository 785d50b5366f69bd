"""Ways to reach somebody elsewhere that stand in a profile: telephones, chat names, addresses, payment names.

An open contact is nobody's fault. What counts is the trouble taken to hide it from a reader who is a program: an app's
name by its sound, digits as words, an address with its dot spelled out. `Contact.how` says what was done.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from aboveboard.text.digits import Number, numbers

__all__ = [
    "CUES", "HINTS", "INVITES", "LURES",
    "OFFERS", "Contact", "addresses", "chat", "hearts", "misspelled", "payments", "phones",
]  # fmt: skip


class Contact(NamedTuple):
    """`kind`: phone, chat, url, mail, payment or code. `value`: what to reach, in plain letters; `how` is empty where it is open."""

    kind: str
    value: str
    start: int
    stop: int
    how: str


_WEI, _XIN = "微薇维威唯为未味卫围位委伟葳徽", "信芯心新欣辛鑫馨薪星"
"""Ideographs that sound like the two of WeChat's name, or look like them."""

CUES = {
    "WeChat": (
        "微信 微信号 weixin wechat wx",
        "vx vvx 加v jiav jiavx jiawx 加微 加薇 加威 加卫 加wei v芯 v信 wei信 微xin 绿泡泡 绿泡 绿色软件 绿标 " + " ".join(w + x for w in _WEI for x in _XIN if w + x != "微信"),
    ),
    "QQ": ("qq q群 扣群", "扣扣 蔻蔻 抠抠 口口号 企鹅号 企鹅 鹅 球球号 q扣 秋秋 扣裙 q裙 秋秋裙 叩叩"),
    "Telegram": (
        "telegram tele tg 电报 电报号 t.me телеграм телеграмм телега телегу телеге тг تيلي تليجرام تلجرام تيليجرام تلگرام テレグラム 텔레그램 टेलीग्राम เทเลแกรม",
        "纸飞机 小飞机 飞机 飞机号 土豆 paper.plane тележка telega 텔레 テレグラ",
    ),
    "WhatsApp": (
        "whatsapp wa.me whats.app whats wa zap wsp wpp whatsap wasap wapp вотсап ватсап واتساب واتس وتساب واتسب व्हाट्सएप 왓츠앱 วอทแอพ",
        "wats.app 瓦次普 guasap zapzap вацап",
    ),
    "Line": ("line line.id line加 ไลน์ แอดไลน์ ライン ラインid 라인", "加赖 赖 赖id 加濑"),
    "Discord": ("discord discord.gg дискорд", "dizcord"),
    "another messenger": ("skype kik snapchat snap zalo viber kakaotalk kakao 카톡 카카오톡 signal wickr wicker threema session icq jabber xmpp imo вайбер скайп сигнал سناب سكايب فايبر ايمو カカオ", "스냅챗아이디"),
    "payment": ("alipay cashapp cash.app venmo paypal zelle revolut bizum pix paytm upi gpay mpesa wise skrill payoneer qiwi киви webmoney 支付宝 binance", "zhifubao 支fu宝 支付寶"),
}  # fmt: skip
"""What apps are called openly, and by those who do not want to be found naming them. A dot is an optional break."""

_LONG_NAME = 6


def misspelled(name: str) -> list[str]:
    """Return an app's name with one letter left out or two changed places, where it is long enough to be read all the same."""
    if not name.isascii() or not name.isalpha() or len(name) < _LONG_NAME:
        return []
    left_out = [name[:n] + name[n + 1 :] for n in range(1, len(name))]
    changed = [name[:n] + name[n + 1] + name[n] + name[n + 2 :] for n in range(1, len(name) - 1)]
    mute = name[0] + "".join(c for c in name[1:] if c not in "aeiou")
    return sorted({w for w in (*left_out, *changed, mute) if w != name and len(w) > _FEW - 2})


INVITES = re.compile(
    r"(?i)加我|加微|加v|加薇|加群|私聊|私我|私信我|进群|入群|拉群|联系我|咨询|找我|\b(?:add|dm|text|call|contact|message|reach|hmu|ping|ring) ?(?:me|us)\b|\bhmu\b|\bjoin (?:my|our)\b|\b(?:escr[ií]be\w*|ll[aá]ma\w*|chama\w*|fale|entra|visita|zaprasza\w*)\b|خاص|راسلني|пиши|личк|заходи|звони"
)
"""Asking somebody to come elsewhere."""

LURES = re.compile(
    r"(?i)loan|hotcash|cash.?(?:now|out|flip)|quick.?(?:cash|flip|money)|doubl\w+ (?:\w+ )?(?:money|cash|btc)|send \$?\d+ get \$?\d+|invest|forex|easy.?money|dinero|prestamo|empr[eé]stimo|кредит|займ|kredit|vay ti|vay v|pinjam|대출|เงินกู้|pożyczk|prestito|قرض|贷|jiedai|daikuan|借钱|套现"
    r"|ca[sz]ino|kazino|aposta|apuesta|jackpot|\bslots?\b|казино|ставк|judi|bahis|kumarhane|도박|카지노|พนัน|คาสิโน|قمار|博彩|彩票|赌|棋牌|18 ?\+|nudes?\b|nsfw|escort|lonely|hot ?girl|secret.?menu|看片|约炮|裸聊|福利|интим|эскорт|massage.?vip"
    r"|(?<![a-z])(?:fake|fast|real)?.?(?:docs?|diplomas?|passports?|papers|certificates?)(?:[_. ]|\b)(?=\W|\d|king|fast|$|[a-z_]*\d)|documentos|papeles|diploma|dipl[oô]m|spravk|справк|диплом|شهاد|shahad|办证|刻章|发票|证件"
    r"|zakladk|закладк|\bmeds\b|bestmeds|pills|\bweed\b|\b420\b|\bplug_?|(?<![a-z])plug(?![a-z])|dealz|\bpromo\b|bulk.?sell|cheap.?(?:acc|id)|(?<![a-z])accs?(?![a-z])|followers? (?:for|cheap)|刷粉|刷单|代发|代开|代办|daifa|注册|zhuce|引流|yinliu|накрут|продавец|(?<=\s)first\s*$|pay first|upfront"
)
"""What is offered where readers are led elsewhere: loans, bets, papers, drugs, accounts, sex. Only beside a chat or a payment."""

OFFERS = re.compile(
    r"(?i)money|cash|loan|bank(?:er|log)|visa|docs?(?![a-z])|paper|diplom|passport|dokument|spravk|accs?(?![a-z])|akkaunt|account|followers|seguidor|podpis|subs(?![a-z])|likes|cheap|barat|barato|deal|seller|sell(?![a-z])|resell|bulk|opt(?![a-z])|vip(?![a-z])|bonus|promo"
    r"|(?<![a-z])bet(?![a-z])|win(?:ner)?s?(?![a-z])|slot|casino|kazino|aposta|pills|meds|420|plug|weed|zakladk|cvv|dumps|carding|hack|escort|sexy|xxx|18plus|invest|forex|crypto|btc|usdt|flip|profit|earn|agent_|kefu|daikuan|jiedai|shahad|fast_"
)
"""What the name of a chat offers."""

_FIGURES = r"\p{N}零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖"
HINTS = (
    rf"(?:[{_FIGURES}].{{0,8}}){{5}}",
    r"(?i)[.。點点•·∙)\]】）]\s?(?:com|net|org|cn|cc|top|xyz|vip|info|biz|co|io|icu|example|shop|site|online|club|me|ru|to|tv|c0m|康|靠|扣|抗|[cсｃ][oоｏ]|[cс]○m)",
    r"(?i)[vV薇威微加]\s?[\x{2764}\x{2665}\x{1F49A}-\x{1F49C}\x{1F9E1}]|．|d[o0]t|ponto|punto|punkt|point|точка|тчк|дот|nokta|kropka|نقط|دوت|دات|titik|slash|https?:|hxxp|www|@|paypal|venmo|cash ?app|zelle|支付宝|alipay|usdt|trc20|0x[0-9a-f]{40}|\b(?:bc1|T)[1-9A-Za-z]{25}",
    r"(?i)\.[ᴀ-ᴢ]|(?:zero|one|two|three|four|five|six|seven|eight|nine){2}|(?:[\pL\pN.@_] ){5}|(?:\pL[.-]){4}\pL",
    r"(?i)[+＋➕加][vV微薇威维]|\p{Han}.*v[x0-9lIoO]|v[x0-9lIoO].*\p{Han}|[vw][-._❤♥💚]{1,2}x|[v薇微威卫扣]\s?[:：]|арроба|собака|arroba",
)
"""RE2 patterns of which a text must match one to be worth reading for telephones, addresses and payments."""

_TLD = "com|net|org|cn|cc|top|xyz|vip|info|biz|io|icu|ru|ua|shop|site|online|club|store|live|link|dev|app|pro|bet|win|example"
_SHORT_TLD = "co|me|tv|gg|ly|br|mx|uk|kr|jp"
_BRACKETED = "co|me|tv|to|gg|ly|in|us|de|fr|es|br|mx|it|pl|tr|kz|by|eu|uk|id|vn|ir|jp|kr"
"""Ends of hosts that are words too: read only where the dot stands in brackets."""
_ODD_TLD = (
    "康姆|康母|康木|靠姆|扣姆|抗姆|c0m|c○m|сom|cоm|соm|ｃｏｍ|ком|ру|нет|орг|рф|كوم|كم|نت|اورج|أورج|कॉम|コム|닷컴|컴"
)
_DOT = r"d[o0]t|punto|ponto|punkt|point|точка|тчк|дот|nokta|kropka|titik|نقطة|نقطه|دوت|دات|डॉट|ドット|닷|점"
_HOST = r"(?<![A-Za-z0-9@._-])(?P<host>[a-z0-9][a-z0-9-]{1,40}?|[\u0400-\u04ff\u0600-\u06ff0-9-]{3,40})"
_SPELLED = re.compile(
    rf"(?i){_HOST}(?:"
    rf"\s*(?:[\(\[\{{<【（]\s*(?:\.|{_DOT}|点|點)\s*[\)\]\}}>】）])\s*(?P<a>{_TLD}|{_BRACKETED}|{_ODD_TLD})"
    rf"|\s+(?:{_DOT})\s+(?P<b>{_TLD}|{_ODD_TLD}|{_SHORT_TLD})|\s+(?:dot|punto|ponto)(?P<h>com|net|org)|[-_]?(?:dot|точка|тчк|punto|ponto)[-_]?(?P<g>com|net|org|ru|ру|ком)|\s*[点點]\s*(?P<c>{_TLD}|{_ODD_TLD})|[。•∙·](?P<d>{_TLD}|{_ODD_TLD})"
    rf"|\s+\.\s+(?P<e>com|net|org|cn|example)|\s*\.\s*(?P<f>{_ODD_TLD}))(?![\w])"
)
_SLASHED = re.compile(
    r"(?i)(?P<app>gg|t\.me|wa\.me|me|link ?tree|beacons|bit ?ly)\s+(?:slash|barra|斜杠|слэш)\s+(?P<id>[a-z0-9_]{4,32})"
)
_OPEN = re.compile(
    r"(?i)(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?P<url>(?:h(?:tt|xx)ps?://|www\.)[^\s，。！]+|\b[a-z0-9][a-z0-9-]{1,40}"
    r"\.(?:com|net|org|cn|cc|top|xyz|vip|shop|site|online|club|info|biz|example)(?:\.[a-z]{2})?\b(?:/\S*)?)"
)
_AT = re.compile(r"(?i)(?:@|[\(\[]\s*at\s*[\)\]]|\bat\b|\barroba\b|собака|＠)\s*$")
_NO_HOST = frozenset("the a an polka red blue big tiny connect micro each every one this that first post pre".split())  # noqa: SIM905  (a row of words)
_AGE = re.compile(r"(?i)\s*(?:era|boom|bubble|crash|bust|days|age|generation)\b")
_OPENING = r"[「『《“\"'\[(（<]?"
_ID = re.compile(
    r"\s*(?P<told>(?:(?:号码|号|賬號|账号|帐号|id|ID|Id|🆔|群|me|us|on|at|user(?:name)?|handle|nick|acc(?:ount)?|name|is|ник|يوزر|معرف|حسابي|아이디|ไอดี|搜索?|是|为)\s?)*)(?P<sign>(?:\s*(?:собака|arroba|dog)\s|[^\w,.;、，。!?()&'\"+「『])*)_?"
    rf"{_OPENING}(?P<id>(?:live:[.\w]{{0,6}})?@?[A-Za-zА-Яа-я][A-Za-zА-Яа-я0-9@_.—-]{{3,28}}[A-Za-zА-Яа-я0-9_])"
)
_AFAR = re.compile(r"(?P<told>)[^:→@]{0,16}(?P<sign>[:→=➡])\s*(?P<id>[A-Za-z][A-Za-z0-9@_.-]{3,40}[A-Za-z0-9_])")
_MEANT = re.compile(r"(?=.*[a-z])(?=.*[\d_]).{6,}")
"""A name for a chat that follows, without a sign, a word that has another meaning: small letters and a figure."""
_WORDS = frozenset(
    ("飞机", "小飞机", "企鹅", "鹅", "卫星", "威信", "维新", "微星", "绿泡泡", "绿标", "土豆", "微心", "唯心", "位置")
)
_HEART = re.compile(
    r"(?P<cue>(?:[vV薇威微加]\s?[\u2764\u2665\U0001F49A-\U0001F49C\U0001F9E1]\ufe0f?|[+＋➕]\s?[vV微薇威维]|加\s?[vV]|(?<!\w)[vVwW][-._❤♥💚]{1,2}(?=[xX]))[xX信]?)\s*[:：]?\s*[「『《“\"'\[(（]?"
    r"(?P<id>[A-Za-z][\w—-]{4,23}|\d{5,13})"
)
_PLACED = re.compile(
    r"(?i)@(?P<id>[a-z][\w.]{3,30})\W{1,4}(?:(?:on|in|via|en|no|sur|auf|в|на)\s+)?(?P<app>tg|telegram|wa|whatsapp|signal|kik|wickr|session|тг|телеге?|телеграм\w*|تليجرام|تلجرام|تيليجرام)(?!\w)"
    r"|(?<![\w.])(?P<place>t\.me|wa\.me|m\.me|discord\.gg|line\.me)\s?/\s?(?P<name>[\w/+@-]{3,40})"
)
_BOUND = re.compile(
    r"(?<![A-Za-z0-9])[vV](?:[xX](?P<id>[a-z]{1,12}\d{3,}\w*)|(?P<number>[\doOlI]{8,13}))(?![A-Za-z0-9])"
)
"""WeChat's letter glued to a name or a number, in a Chinese text."""

_SPLIT = re.compile(r"(?i)(?<!\w)t\s?[.·。]\s?m\s?e\s?/\s?(?P<id>\w{3,32})")
_SHORT_CUE = re.compile(
    r"(?<![A-Za-z0-9_])(?:(?P<app>[vV薇微威卫])\s?[:：]\s?(?P<id>[A-Za-z](?=\w*[\d_])\w{4,24}|(?:[a-z]{1,8} ){2,6}\d{1,5}(?!\w)|\d{5,13}|[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{6,13})|扣\s?[:：]\s?(?P<number>[\d零〇一二三四五六七八九]{5,12}))"
)
"""One letter or ideograph for an app, and a colon, in a Chinese text."""

_HAN = re.compile("[\u3400-\u9fff]")
_NUMBERED = re.compile(
    r"(?<![A-Za-z0-9])[qQ][群裙号]?\s?[:：]?\s?(?P<id>[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{5,12})"
)
_NARROW = {n: n - 0xFEE0 for n in range(0xFF01, 0xFF5F)}
_SMALL = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
_TOLD = re.compile(r"[:：=＝@➡→>﹕\U0001F000-\U0001FAFF\u2600-\u27BF]")
_PAYMENT = re.compile(
    r"(?i)(?P<app>cash ?app|venmo|paypal(?:\.me)?|zelle|支付宝|alipay|usdt|trc20|btc|eth)(?:\s*[:：=/]?\s*(?P<id>[$@][a-z0-9_.-]{3,30})|\s*[:：=/]\s*(?P<name>[a-z0-9_.@+-]{4,60})|\s+(?P<long>(?:trc20\s+|erc20\s+)?[a-z0-9]{26,64})\b)"
    r"|(?P<coin>\b(?:bc1[a-z0-9]{25,60}|T[1-9A-HJ-NP-Za-km-z]{33}|0x[0-9a-f]{40})\b)"
)
_TEL = re.compile(
    r"(?i)(?:tel|phone|mobile|call|text|whats ?app|signal|viber|电话|電話|手机|手機|热线|联系方式|致电|tlf|тел|هاتف|واتس|واتساب|☎|📞|📱)\W{0,4}$"
)
_NOT_TEL = re.compile(
    r"(?i)(?:isbn|issn|orcid|doi|arxiv|uid|id|no|nr|nº|#|ref|reg|icp备?|证|证号|编号|许可|licen[cs]e|vat|ein|gps|lat|lon|[$€£¥￥₹₽]|usd|rmb|v)\W{0,3}\d{0,4}\W?$"
)
_WIDE_TEXT = re.compile(r"[\u3000-\u9fff\uac00-\ud7af]|^[\W\d]*$")
"""Full-width figures are at home beside ideographs, kana and Hangul."""
_ELSEWHERE = re.compile(r"\s?[(（]?(?:[微薇威]?信?同号|[vV][xX]?同|(?:微信?|[vV][xX]?|[qQ]{2})?同步|同微)")
"""Said behind a number that is also a name for a chat."""
_LEAST, _MOST, _CARD = 7, 15, 16
"""Digits of the shortest telephone number, of the longest (E.164), and of a payment card."""

_FEW = 5
"""Digits as words that are no name for a chat yet."""
_POINTS = 3
"""More points than this part the numbers of a network or a version."""
_CHINESE = re.compile(r"(?:86)?1[3-9]\d{9}")
_AMERICAN = re.compile(r"1?[2-9]\d\d[2-9]\d{6}")
_DATE = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
_SAID = {"wide": "full-width figures", "styled": "styled figures", "keycap": "keycaps", "han": "digits as ideographs", "word": "digits as words", "letter": "letters for digits", "native": "another script's figures", "plain": "figures"}  # fmt: skip


def phones(text: str) -> list[Contact]:
    """Return the telephone numbers of a text; dates, prices, places, book numbers, counts and scores are none."""
    found: list[Contact] = []
    for number in numbers(text, 7):
        how = _hidden_digits(text, number)
        if not how and "wide" in number.styles and _ELSEWHERE.match(text, number.stop):
            how = _SAID["wide"]
        if _is_phone(text, number, how):
            found.append(Contact("phone", number.digits, number.start, number.stop, how))
    return found


def _hidden_digits(text: str, number: Number) -> str:
    """Say how digits were hidden; empty for a number written as numbers are."""
    odd = sorted(number.styles - {"plain"} - ({"native"} if _at_home(text, number) else set()))
    if odd == ["wide"] and len(number.styles) == 1 and _WIDE_TEXT.search(text):
        odd = []
    if odd:
        return " and ".join(_SAID[s] for s in odd) + (" mixed with figures" if "plain" in number.styles else "")
    parted = [j for j in number.joints if j]
    many = len(parted) >= len(number.joints) * 0.8 and len(parted) > 5  # noqa: PLR2004
    strange = [j for j in parted if set(j) - set(" -.()/+\u00a0")]
    return "a sign between its digits" if many or len(strange) > 1 else ""


def _at_home(text: str, number: Number) -> bool:
    """Tell whether another script's figures stand among that script's letters."""
    figure = next((c for c in text[number.start : number.stop] if c.isdigit() and not c.isascii()), "0")
    script = unicodedata.name(figure, "").split(" ")[0].removesuffix("-INDIC")
    return any(c.isalpha() and unicodedata.name(c, "").startswith(script) for c in text)


def _is_phone(text: str, number: Number, how: str) -> bool:
    digits, before = number.digits, text[: number.start]
    if (
        not (_LEAST <= len(digits) <= _MOST or (len(digits) == _CARD and "letter" in number.styles))
        or _counted(digits)
        or _NOT_TEL.search(before)
    ):
        return False
    after = text[number.stop : number.stop + 1]
    if any(c.isalpha() and c.isascii() for c in (before[-1:], after)):
        return False
    plus = before.rstrip(" (")[-1:] == "+" or digits.startswith("00")
    mobile = bool(_CHINESE.fullmatch(digits))
    if how:
        return _hidden_phone(text, number, mobile=mobile or plus or bool(_TEL.search(before)))
    if mobile or plus or _TEL.search(before):
        return not _pointed(number)
    grouped = [len(g) for g in re.split(r"\D+", text[number.start : number.stop]) if g]
    return bool(_AMERICAN.fullmatch(digits)) and grouped[-2:] == [3, 4] and not _pointed(number)


def _hidden_phone(text: str, number: Number, *, mobile: bool) -> bool:
    """Tell whether hidden digits can be a telephone's. Look-alike letters and signs alone take a whole number.

    The shortest numbers count where nearly every digit stands for itself, and none that begins as a year does.
    """
    size, single = len(number.digits), len(number.joints) + 1
    if size == _LEAST and number.digits[:2] in {"19", "20"}:
        return False
    if mobile:
        return True
    if "word" in number.styles:
        said = len(re.findall(r"[^\W\d_]+", text[number.start : number.stop]))
        return size > _LEAST or (single >= size - 1 and (said > 1 or all(j.strip(" ,") for j in number.joints)))
    if "letter" in number.styles:
        return size > 9  # noqa: PLR2004
    if number.styles == frozenset(("plain",)):
        return all(number.joints) and (size > 9 or not any(set(j) <= set(" ,") for j in number.joints))  # noqa: PLR2004
    return not _DATE.fullmatch(number.digits)


def _counted(digits: str) -> bool:
    """Tell whether digits count, repeat or are well known."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(digits)}
    return len(set(digits)) < 3 or len(steps) == 1 or bool(_DATE.fullmatch(digits)) or digits.startswith(("31415926", "27182818", "978", "979", "123456", "1012345", "1098765"))  # fmt: skip  # noqa: PLR2004


def _pointed(number: Number) -> bool:
    """Tell whether a number is in truth a place, a price, a version or a count: commas, colons, one point or many."""
    points = number.joints.count(".")
    listed = any(j.strip() in {",", "/", ":", "、"} for j in number.joints)
    return listed or points > _POINTS or (points == 1 and not {"-", " "} & set(number.joints))


def chat(text: str, start: int, stop: int, app: str, how: str) -> Contact | None:
    """Return the chat name that follows an app's name at `start` to `stop`, or None where the app is only spoken of."""
    written = text[stop : stop + 96]
    rest = "".join(map(_plain_letter, written))
    how = how or ("styled letters" if rest != written else "")
    number = next(iter(numbers(rest, 5)), None) if app != "Line" else None
    if number is not None and not re.search(r"[^\W\d_]{3}", rest[: number.start]) and len(number.digits) <= 13:  # noqa: PLR2004
        hidden = _hidden_digits(text, number)
        if (number.styles - {"word"} or len(number.digits) > _FEW) and not _DATE.fullmatch(number.digits):
            return Contact(
                "chat", f"{app} {number.digits}", start, stop + number.stop, ", ".join(filter(None, (how, hidden)))
            )
    named = _ID.match(rest) or (_AFAR.match(rest) if app == "payment" else None)
    if named is None:
        return None
    told = bool(
        _TOLD.search(named["sign"])
        or "🆔" in named["told"]
        or bool(named["told"].strip() and named["id"][:1] == "@")
        or (named.group()[:1] in "「『《“")
    ) or _numbered(app, rest, named["id"])
    glued = unicodedata.category(text[stop - 1])[0] == "L" and not text[stop - 1].isascii() and rest[:1].isalnum()
    if not told and not (glued and (text[start:stop] not in _WORDS or _MEANT.match(named["id"]))):
        return None
    return Contact("chat", f"{app} {named['id'].casefold()}", start, stop + named.end(), how)


@lru_cache(maxsize=4096)
def _plain_letter(char: str) -> str:
    """Read one styled letter (mathematical, full-width) as the letter; other characters, digits among them, stay."""
    plain = _SMALL.get(char) or unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 and plain.isascii() and not char.isnumeric() else char


def _numbered(app: str, rest: str, name: str) -> bool:
    """Tell whether a word behind an app's name is a name for it because it holds a figure or an underscore."""
    return app != "Line" and any(c.isdigit() or c == "_" for c in name) and not rest[0].isalnum()


def addresses(text: str) -> list[Contact]:
    """Return web and mail addresses. A mail address with its dot spelled out is guarded from harvesters, not from readers."""
    plain = text if text.isascii() else "".join(map(_plain_letter, text.translate(_NARROW)))
    found = [
        Contact(m.lastgroup or "url", m.group().casefold(), *m.span(), _dressed(m.group(), text[m.start() : m.end()]))
        for m in _OPEN.finditer(plain)
    ]
    for match in _SPELLED.finditer(text):
        if match["host"].casefold() in _NO_HOST or _AGE.match(text[match.end() :]):
            continue
        mail = bool(_AT.search(text[: match.start()]))
        end = next(e for e in (match[n] for n in "abcdefgh") if e)
        value = f"{match['host']}.{end if end.isascii() and end.isalpha() else 'com'}".casefold()
        found.append(
            Contact("mail" if mail else "url", value, match.start(), match.end(), "" if mail else "its dot spelled out")
        )
    return found + [
        Contact("url", f"{m['app']}/{m['id']}".casefold(), *m.span(), "its slash spelled out")
        for m in _SLASHED.finditer(text)
    ]


def _dressed(address: str, written: str) -> str:
    """Say how an address that can be followed was dressed; empty for one that was not."""
    if address != written:
        return "full-width letters"
    return "hxxp for http" if address.casefold().startswith("hxxp") else ""


def hearts(text: str) -> list[Contact]:
    """Return WeChat names behind the heart that stands for its second half: V❤ and 薇❤."""
    return [
        Contact("chat", f"WeChat {m['id'].casefold()}", *m.span(), f"{m['cue']} for WeChat")
        for m in _HEART.finditer(text)
    ] + [
        *(Contact("chat", _placed(m), *m.span(), "") for m in _PLACED.finditer(text)),
        *(
            Contact("chat", f"t.me/{m['id']}".casefold(), *m.span(), "its letters parted")
            for m in _SPLIT.finditer(text)
            if " " in m.group()
        ),
        *(
            Contact("chat", f"WeChat {m['id'] or m['number']}".casefold(), *m.span(), "v for WeChat")
            for m in _BOUND.finditer(text)
            if _HAN.search(text)
        ),
        *(
            Contact(
                "chat",
                f"{'WeChat' if m['app'] else 'QQ'} {m['id'] or m['number']}".casefold(),
                *m.span(),
                f"{m.group()[:1]} for an app",
            )
            for m in _SHORT_CUE.finditer(text)
            if _HAN.search(text)
        ),
        *(Contact("chat", f"QQ {m['id']}", *m.span(), "digits as ideographs") for m in _NUMBERED.finditer(text)),
    ]


def _placed(found: re.Match[str]) -> str:
    return (f"{found['app']} {found['id']}" if found["app"] else f"{found['place']}/{found['name']}").casefold()


def payments(text: str) -> list[Contact]:
    """Return payment names and coin addresses."""
    return [
        Contact(
            "payment",
            " ".join((m["app"] or "", m["id"] or m["name"] or m["long"] or m["coin"])).strip().casefold(),
            *m.span(),
            "",
        )
        for m in _PAYMENT.finditer(text)
    ]
