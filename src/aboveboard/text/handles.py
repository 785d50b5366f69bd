"""Names for a chat that are smuggled: an app in disguise or in slang with a name behind it, a name said in words, a search."""

from __future__ import annotations

import re
from functools import cache

from aboveboard.text.appnames import Named, Read, named
from aboveboard.text.apps import SEARCHED
from aboveboard.text.contacts import Contact
from aboveboard.text.dictated import Dictated, dictated, sign_words
from aboveboard.text.digits import numbers

__all__ = ["handles", "said", "worth"]

_HAN = "零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_FILLER = (
    r"(?:[\s\ufe0f.·]|,\s?(?=user|id)|收款?|同名|的?找|uid|มานะ|นะ|gw|gue|ane|keong|mới|nè|[-·.](?=号|號)|\([^)]{0,20}\)|id|🆔|user(?:name)?|nick|handle|acc(?:ount)?|is|me|at|on|add|my|号码|号|號|账号|帳號|帐号|群|是|为|為|加|找|同号|"
    r"ник|аккаунт|логин|акк|айди|это|아이디|아디|는|은|로|으로|ไอดี|ไอดีไลน์|معرف|يوزر|حسابي|حساب|آیدی|ایدی|یوزر|מזהה|יוזר|आईडी|आइडी|আইডি|で|は|の|に|ID|ıd|kullanıcı|adı|tên|tk|\)|）)"
)
_SEARCH = r"搜索|搜一下|搜|查找|找|検索|けんさく|검색|찾기|search(?:\s+(?:for|me))?|look\s?(?:for|up)|find(?:\s+me)?|busca(?:me|r)?|búscame|procura|cherche|suche|szukaj|найди|ищи|поиск|набери|знайди|шукай|ابحث|جستجو|חפש|ค้นหา|tìm|cari|ara(?:t|yın)?"
_SIGN = r"[:：=＝→➡➔⇒👉➤»>﹕]|\s[-–—]\s"
_NAME = (
    rf"(?P<strong>@[\w.]{{3,30}}|[A-Za-zА-Яа-яЁё][\w.-]{{1,28}}\s?#\s?\d{{3,5}}|(?=[\w.-]*[\d_])[A-Za-zА-Яа-яЁё](?:[A-Za-z0-9_А-Яа-яЁё]|[.-](?=\w)){{3,30}}"
    rf"|[A-Za-z]{{1,20}}[{_HAN}]{{3,12}}|[A-Za-z0-9]{{2,12}}(?:[❤♥💚💛💙💜🧡]\ufe0f?[A-Za-z0-9]{{1,12}})+)"
    r"|(?P<parted>(?:[A-Za-z0-9_](?: ?[·.-] ?| )){3,}[A-Za-z0-9_]{1,4}(?!\w))|(?P<words>(?:[a-z]{1,8} ){2,6}\d{1,5}(?!\w))"
    r"|(?P<weak>[A-Za-z](?:[A-Za-z0-9_]|[.-](?=\w)){3,30})"
)
_QUOTE = re.compile(r"[「『《“\"'‘«【]([^「」『』《》“”\"'’«»【】]{2,24})[」』》”\"'’»】]")
_LONGEST_FILLER = 24


@cache
def _behind() -> re.Pattern[str]:
    """Return what may follow an app's name: words for a name, a sign, @ in a word, and the name."""
    at = sign_words("@")
    return re.compile(
        rf"(?i)(?P<filler>{_FILLER}{{0,6}})(?P<search>(?:{_SEARCH})\s*)?(?P<sign>(?:{_SIGN})\s*)?(?P<at>\s*[\(\[（]?(?:{at})[\)\]）]?\s+|艾特|圈a)?(?P<open>[「『《“\"'\[(（<{{]\s?)?(?:{_NAME})"
    )


@cache
def _sought() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:{_FILLER}){{0,3}}(?:(?P<first>{_SEARCH})\s*[:：]?\s*)?(?P<rest>.*)", re.DOTALL)


@cache
def worth() -> tuple[str, str]:
    """Return RE2 patterns: of a text that may hold a name for a chat, and of one with words enough to dictate something."""
    return (
        rf"@[\pL\pN_]|[^A-Za-z0-9_.-][A-Za-z\x{{400}}-\x{{4ff}}][A-Za-z\x{{400}}-\x{{4ff}}.-]*[0-9_]|\p{{Han}}\s?[a-z]{{2,}}-[a-z]|[\pL]#\d|{_SIGN}\s*['\"「『“(\[]?[A-Za-z@]|[「『《“\"'«【]|[搜找]|[❤♥]|(?:[A-Za-z0-9_][ .]){{3}}",
        r"(?:[\pL\pM]+[^\pL\pM]+){2}[\pL\pM]|[\(\[{（【]|[\x{3040}-\x{9fff}\x{0e00}-\x{0fff}\x{1000}-\x{109f}\x{1780}-\x{17ff}\x{ac00}-\x{d7af}]{4}",
    )


def handles(text: str, read: Read) -> list[Contact]:
    """Return the chats and accounts elsewhere that a text gives in disguise; what stands there openly is left out.

    `read` is how one character is read, as for terms.
    """
    kept: list[Contact] = []
    for name in named(text, read):
        if not any(k.start <= name.start < k.stop for k in kept) and (contact := _handle(text, name)) and contact.how:
            kept.append(contact)
    return kept


def said(text: str) -> list[Contact]:
    """Return the addresses of a text whose signs are said in words. English at and dot guard from harvesters and hide nothing."""
    return [_contact(d) for d in dictated(text)]


def _contact(read: Dictated) -> Contact:
    return Contact(read.kind, read.value, read.start, read.stop, "" if read.plain else "its signs said in words")


def _handle(text: str, name: Named) -> Contact | None:
    return _numbered(text, name) or _given(text, name) or _looked_up(text, name) or _spelled(text, name)


def _how(text: str, name: Named, also: str = "") -> str:
    app = f"{text[name.start : name.stop]} for {name.app}" if name.slang or name.disguised else ""
    return ", ".join(filter(None, (app, also)))


def _numbered(text: str, name: Named) -> Contact | None:
    """Read a number behind an app's name, with nothing but words for a name between."""
    rest = text[name.stop : name.stop + 96]
    number = next(iter(numbers(rest, 5)), None)
    if number is None or len(number.digits) > 15:  # noqa: PLR2004
        return None
    if name.app in SEARCHED and number.styles <= {"plain", "native"}:
        return None
    between = rest[: number.start]
    told = re.fullmatch(rf"(?i)(?:{_FILLER}|{_SIGN}|\W)*", between)
    if told is None or "," in between or (name.everyday and not re.search(_SIGN, between) and not name.disguised):
        return None
    odd = number.styles - {"plain", "native"}
    also = "digits as words" if "word" in odd else "digits in another form" if odd else ""
    if not (name.disguised or also or len(number.digits) > 6):  # noqa: PLR2004
        return None
    return Contact("chat", f"{name.app} {number.digits}", name.start, name.stop + number.stop, _how(text, name, also))


def _given(text: str, name: Named) -> Contact | None:
    match = _behind().match(text, name.stop)
    if match and text[name.start : name.stop] == "📸" and _credited(match):
        return None
    if match is None or len(match["filler"]) > _LONGEST_FILLER:
        return None
    value = (match["strong"] or match["parted"] or match["words"] or match["weak"]).casefold()
    signed = bool(match["sign"] or match["at"] or match["search"] or match["open"])
    if not _enough(text, name, match, signed=signed):
        return None
    also = "its letters spaced out" if match["parted"] else ""
    return Contact("chat", f"{name.app} {value}", name.start, match.end(), _how(text, name, also))


def _credited(match: re.Match[str]) -> bool:
    """Tell whether what stands behind a camera can be who took the picture, or what with."""
    name = match["strong"] or ""
    return "@" in name or "_" not in name or not name.islower()


def _enough(text: str, name: Named, match: re.Match[str], *, signed: bool) -> bool:
    """Tell whether a name for a chat stands behind an app's name: the less it looks like one, the more must point to it."""
    glued = not match["filler"] and not signed and text[name.stop - 1].isascii()
    if glued and not (match["strong"] or "").startswith("@"):
        return False
    everyday = name.everyday and not name.disguised
    if match["strong"]:
        return signed or not everyday or "@" in match["strong"] or "_" in match["strong"]
    if match["parted"]:
        return True
    if match["words"]:
        return bool(match["sign"]) and (name.slang or name.disguised)
    foreign = not any(c.isascii() and c.isalpha() for c in text[name.start : name.stop])
    if name.slang and foreign and re.search(r"[a-z]-[a-z]", match["weak"]):
        return True
    return (name.disguised or (name.slang and foreign and not everyday)) and bool(match["sign"] or match["at"])


def _looked_up(text: str, name: Named) -> Contact | None:
    """Read a quoted name, or one behind a colon, that is to be searched for elsewhere."""
    match = _sought().match(text, name.stop)
    quote = _QUOTE.match(match["rest"]) if match else None
    if match is None:
        return None
    if quote is not None:
        after = match["rest"][quote.end() : quote.end() + 12]
        asked = match["first"] or re.match(rf"(?i)\W*(?:を|로|으로)?\s*(?:{_SEARCH})", after) or name.app == "Baidu"
        stop = match.start("rest") + quote.end()
        return (
            Contact(
                "chat",
                f"{name.app} {quote[1].casefold()}",
                name.start,
                stop,
                _how(text, name, "to be searched for there"),
            )
            if asked
            else None
        )
    plain = re.match(r"[^\s，。,.!！?？；;、]{2,20}", match["rest"])
    colon = re.search(r"[:：]\s*$", text[name.stop : match.start("rest")])
    if plain is None or not (match["first"] and colon and name.app in SEARCHED):
        return None
    stop = match.start("rest") + plain.end()
    return Contact(
        "chat", f"{name.app} {plain.group().casefold()}", name.start, stop, _how(text, name, "to be searched for there")
    )


@cache
def _in_words() -> re.Pattern[str]:
    signs = "|".join(sign_words(s) for s in "._/-")
    part = r"[^\W_]\S{0,20}"
    return re.compile(
        rf"(?i)(?P<lead>{_FILLER}{{0,6}}(?:{_SIGN})?\s*)(?P<value>(?:{part}\s){{0,2}}{part}\s+(?:{signs})\s+{part}(?:\s\d{{1,6}})?|[A-Za-z0-9]{{2,20}}(?:\s?[\(\[（](?:{signs})[\)\]）]\s?|下划线|底线|下劃線|横杠|杠|艾特|点)[A-Za-z0-9]{{1,20}}|(?:slash|barra|слэш|слеш|/)\s+[A-Za-z]\w{{3,30}})"
    )


def _spelled(text: str, name: Named) -> Contact | None:
    """Read a name for a chat with a sign said in a word: kayla dot xo 99."""
    match = _in_words().match(text, name.stop)
    if match is None or (name.everyday and not name.disguised and not re.search(_SIGN, match["lead"])):
        return None
    if (
        not match["lead"].strip()
        and not name.disguised
        and not name.slang
        and not match["value"].casefold().startswith(("slash", "barra"))
    ):
        return None
    return Contact(
        "chat",
        f"{name.app} {match['value'].casefold()}",
        name.start,
        match.end(),
        _how(text, name, "its signs said in words"),
    )
