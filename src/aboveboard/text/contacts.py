"""Ways to reach somebody elsewhere that stand in a profile: telephones, chat names, addresses, payment names.

An open contact is nobody's fault. What counts is the trouble taken to hide it from a reader who is a program: an app's
name by its sound, digits as words, an address with its dot spelled out. `Contact.how` says what was done.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

from aboveboard.text.digits import Number, numbers

__all__ = ["CUES", "HINTS", "INVITES", "Contact", "addresses", "chat", "hearts", "payments", "phones"]


class Contact(NamedTuple):
    """`kind`: phone, chat, url, mail or payment. `value`: what to reach, in plain letters; `how` is empty where it is open."""

    kind: str
    value: str
    start: int
    stop: int
    how: str


CUES = {
    "WeChat": ("微信 微信号 weixin wechat wx", "vx v信 薇芯 薇信 微芯 徽信 威芯 维信 葳信 wei信 微xin 加v jiav jiavx jiawx 加微 加薇 加威 加卫 v芯 绿泡泡"),
    "QQ": ("qq", "扣扣 蔻蔻 抠抠 口口号 企鹅号 企鹅 球球号 q扣 秋秋"),
    "Telegram": ("telegram tg 电报 t.me", "纸飞机 小飞机"),
    "WhatsApp": ("whatsapp wa.me whats.app", "wats.app 瓦次普"),
    "Line": ("line line.id line加", "加赖 赖id 加濑"),
    "another messenger": ("skype kik snapchat zalo viber kakaotalk 카톡 카카오톡 signal", "스냅챗아이디"),
}  # fmt: skip
"""What apps are called openly, and by those who do not want to be found naming them. A dot is an optional break."""

INVITES = re.compile(
    r"(?i)加我|加微|加v|加薇|加群|私聊|私我|私信我|进群|入群|拉群|联系我|咨询|找我|\b(?:add|dm|text|call|contact|message|reach|hmu|ping) ?(?:me|us)\b|\bhmu\b|\bjoin (?:my|our)\b|خاص|راسلني|пиши|личк"
)
"""Asking somebody to come elsewhere."""

_FIGURES = r"\p{N}零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_SPOKEN = "zero|one|two|three|four|five|six|seven|eight|nine|oh|uno|dos|tres|cuatro|cinco"
HINTS = (
    rf"(?:[{_FIGURES}][^{_FIGURES}]*){{5}}",
    rf"(?i)\b(?:{_SPOKEN})\W+(?:{_SPOKEN})\b",
    r"(?i)[.。點点•·∙)\]】）]\s?(?:com|net|org|cn|cc|top|xyz|vip|info|biz|co|io|icu|example|shop|site|online|club|me|ru|tv|c0m|康|靠|扣|抗|[cсｃ][oоｏ]|[cс]○m)",
    r"(?i)[vV薇威微][\x{2764}\x{2665}\x{1F49A}-\x{1F49C}\x{1F9E1}]|．|\bd[o0]t\s|https?:|hxxp|www|@|paypal|venmo|cash ?app|zelle|支付宝|alipay|usdt|trc20|0x[0-9a-f]{40}|\b(?:bc1|T)[1-9A-Za-z]{25}",
)
"""RE2 patterns of which a text must match one to be worth reading for telephones, addresses and payments."""

_TLD = "com|net|org|cn|cc|top|xyz|vip|info|biz|co|io|icu|example"
_ODD_TLD = "康姆|康母|康木|靠姆|扣姆|抗姆|c0m|c○m|сom|cоm|соm|ｃｏｍ"
_HOST = r"(?P<host>[a-z0-9][a-z0-9-]{1,40})"
_SPELLED = re.compile(
    rf"(?i)\b{_HOST}(?:"
    rf"\s*(?:[\(\[\{{<【（]\s*(?:\.|dot|点|點)\s*[\)\]\}}>】）])\s*(?P<a>{_TLD}|me|ru|tv|{_ODD_TLD})"
    rf"|\s+d[o0]t\s+(?P<b>{_TLD})|\s*[点點]\s*(?P<c>{_TLD}|{_ODD_TLD})|[。•∙·](?P<d>com|net|org|cn|{_ODD_TLD})"
    rf"|\s+\.\s+(?P<e>com|net|org|cn|example)|\s*\.\s*(?P<f>{_ODD_TLD}))(?![\w])"
)
_OPEN = re.compile(
    r"(?i)(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?P<url>(?:h(?:tt|xx)ps?://|www\.)[^\s，。！]+|\b[a-z0-9][a-z0-9-]{1,40}"
    r"\.(?:com|net|org|cn|cc|top|xyz|vip|shop|site|online|club|info|biz|example)(?:\.[a-z]{2})?\b(?:/\S*)?)"
)
_AT = re.compile(r"(?i)(?:@|[\(\[]\s*at\s*[\)\]]|\bat\b|＠)\s*$")
_NO_HOST = frozenset("the a an polka red blue big tiny connect micro each every one this that first post pre".split())  # noqa: SIM905  (a row of words)
_AGE = re.compile(r"(?i)\s*(?:era|boom|bubble|crash|bust|days|age|generation)\b")
_ID = re.compile(
    r"\s*(?:号码|号|賬號|账号|id|ID|Id|群|me|us|on)?(?P<sign>[^\w,.;、，。!?()&'\"+]{0,5})_?(?P<id>[A-Za-z][A-Za-z0-9_.-]{3,28}[A-Za-z0-9_])"
)
_HEART = re.compile(
    r"(?P<cue>[vV薇威微][\u2764\u2665\U0001F49A-\U0001F49C\U0001F9E1]\ufe0f?信?)\s*[:：]?\s*(?P<id>[A-Za-z][\w-]{4,19}|\d{5,13})"
)
_NARROW = {n: n - 0xFEE0 for n in range(0xFF01, 0xFF5F)}
_TOLD = re.compile(r"[:：=＝@➡→>﹕\U0001F000-\U0001FAFF\u2600-\u27BF]")
_PAYMENT = re.compile(
    r"(?i)(?P<app>cash ?app|venmo|paypal(?:\.me)?|zelle|支付宝|alipay|usdt|trc20|btc|eth)(?:\s*[:：=/]?\s*(?P<id>[$@][a-z0-9_.-]{3,30})|\s*[:：=/]\s*(?P<name>[a-z0-9_.@+-]{4,60}))"
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
_FEW = 5
"""Digits as words that are no name for a chat yet."""
_POINTS = 3
"""More points than this part the numbers of a network or a version."""
_CHINESE = re.compile(r"(?:86)?1[3-9]\d{9}")
_AMERICAN = re.compile(r"1?[2-9]\d\d[2-9]\d{6}")
_DATE = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
_SAID = {"wide": "full-width figures", "styled": "styled figures", "keycap": "keycaps", "han": "digits as ideographs", "word": "digits as words", "letter": "letters for digits", "plain": "figures"}  # fmt: skip


def phones(text: str) -> list[Contact]:
    """Return the telephone numbers of a text; dates, prices, places, book numbers, counts and scores are none."""
    found: list[Contact] = []
    for number in numbers(text, 7):
        how = _hidden_digits(text, number)
        if _is_phone(text, number, how):
            found.append(Contact("phone", number.digits, number.start, number.stop, how))
    return found


def _hidden_digits(text: str, number: Number) -> str:
    """Say how digits were hidden; empty for a number written as numbers are."""
    odd = sorted(number.styles - {"plain"})
    if odd == ["wide"] and len(number.styles) == 1 and _WIDE_TEXT.search(text):
        odd = []
    if odd:
        return " and ".join(_SAID[s] for s in odd) + (" mixed with figures" if "plain" in number.styles else "")
    parted = [j for j in number.joints if j]
    many = len(parted) >= len(number.joints) * 0.8 and len(parted) > 5  # noqa: PLR2004
    strange = [j for j in parted if set(j) - set(" -.()/+\u00a0")]
    return "a sign between its digits" if many or len(strange) > 1 else ""


def _is_phone(text: str, number: Number, how: str) -> bool:
    digits, before = number.digits, text[: number.start]
    if not 7 <= len(digits) <= 15 or _counted(digits) or _NOT_TEL.search(before):  # noqa: PLR2004
        return False
    after = text[number.stop : number.stop + 1]
    if any(c.isalpha() and c.isascii() for c in (before[-1:], after)):
        return False
    plus = before.rstrip(" (")[-1:] == "+" or digits.startswith("00")
    mobile = bool(_CHINESE.fullmatch(digits))
    if how:
        return _hidden_phone(number, mobile=mobile or plus or bool(_TEL.search(before)))
    if mobile or plus or _TEL.search(before):
        return not _pointed(number)
    grouped = [len(g) for g in re.split(r"\D+", text[number.start : number.stop]) if g]
    return bool(_AMERICAN.fullmatch(digits)) and grouped[-2:] == [3, 4] and not _pointed(number)


def _hidden_phone(number: Number, *, mobile: bool) -> bool:
    """Tell whether hidden digits can be a telephone's. Look-alike letters, words and signs alone take a whole number."""
    size = len(number.digits)
    if mobile or ("word" in number.styles and size > 8):  # noqa: PLR2004
        return True
    if "letter" in number.styles:
        return size > 9 and number.digits.startswith("0")  # noqa: PLR2004
    if number.styles == frozenset(("plain",)):
        return size > 9 and all(number.joints)  # noqa: PLR2004
    return "word" not in number.styles and size > 7 and not _DATE.fullmatch(number.digits)  # noqa: PLR2004


def _counted(digits: str) -> bool:
    """Tell whether digits count, repeat or are well known."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(digits)}
    return len(set(digits)) < 3 or len(steps) == 1 or bool(_DATE.fullmatch(digits)) or digits.startswith(("31415926", "27182818", "978", "979", "123456"))  # fmt: skip  # noqa: PLR2004


def _pointed(number: Number) -> bool:
    """Tell whether a number is in truth a place, a price, a version or a count: commas, colons, one point or many."""
    points = number.joints.count(".")
    listed = any(j.strip() in {",", "/", ":", "、"} for j in number.joints)
    return listed or points > _POINTS or (points == 1 and not {"-", " "} & set(number.joints))


def chat(text: str, start: int, stop: int, app: str, how: str) -> Contact | None:
    """Return the chat name that follows an app's name at `start` to `stop`, or None where the app is only spoken of."""
    rest = text[stop : stop + 96]
    number = next(iter(numbers(rest, 5)), None) if app != "Line" else None
    if number is not None and not re.search(r"[^\W\d_]{3}", rest[: number.start]) and len(number.digits) <= 13:  # noqa: PLR2004
        hidden = _hidden_digits(text, number)
        if (number.styles - {"word"} or len(number.digits) > _FEW) and not _DATE.fullmatch(number.digits):
            return Contact(
                "chat", f"{app} {number.digits}", start, stop + number.stop, ", ".join(filter(None, (how, hidden)))
            )
    named = _ID.match(rest)
    if named is None:
        return None
    numbered = app != "Line" and any(c.isdigit() for c in named["id"]) and not rest[0].isalnum()
    told = _TOLD.search(named["sign"]) or numbered
    glued = unicodedata.category(text[stop - 1])[0] == "L" and not text[stop - 1].isascii() and rest[:1].isalnum()
    if not told and not glued:
        return None
    return Contact("chat", f"{app} {named['id'].casefold()}", start, stop + named.end(), how)


def addresses(text: str) -> list[Contact]:
    """Return web and mail addresses. A mail address with its dot spelled out is guarded from harvesters, not from readers."""
    plain = text.translate(_NARROW)
    found = [
        Contact(m.lastgroup or "url", m.group().casefold(), *m.span(), _dressed(m.group(), text[m.start() : m.end()]))
        for m in _OPEN.finditer(plain)
    ]
    for match in _SPELLED.finditer(text):
        if match["host"].casefold() in _NO_HOST or _AGE.match(text[match.end() :]):
            continue
        mail = bool(_AT.search(text[: match.start()]))
        end = next(e for e in (match[n] for n in "abcdef") if e)
        value = f"{match['host']}.{end if end.isascii() and end.isalpha() else 'com'}".casefold()
        found.append(
            Contact("mail" if mail else "url", value, match.start(), match.end(), "" if mail else "its dot spelled out")
        )
    return found


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
    ]


def payments(text: str) -> list[Contact]:
    """Return payment names and coin addresses."""
    return [
        Contact(
            "payment", " ".join((m["app"] or "", m["id"] or m["name"] or m["coin"])).strip().casefold(), *m.span(), ""
        )
        for m in _PAYMENT.finditer(text)
    ]
