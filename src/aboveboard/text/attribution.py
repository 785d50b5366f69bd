"""Whom a text attributes a quotation to: the name beside it that speaks, unless the text denies, doubts or plays.

Reads form, not views: who stands where in the sentence, a colon, a dash, a verb of saying. Names come masked as `NAME`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from aboveboard.text.attribution_words import role
from aboveboard.text.scripts_of import PACKED

__all__ = ["NAME", "Setting", "earnest", "person", "setting", "speaks"]

NAME = "\ue000"
"""Stands for the name of an institution."""

_ENDS = re.compile(r"[.](?!\s*\d)(?=\s|$)|[!?](?=\s|$)|[。！？!?؟।\n]")
_PERSON = re.compile(
    r"(?<!\w)[A-Z\u00c0-\u00deА-ЯΑ-Ω][a-z\u00df-\u017fа-яα-ω'’-]+ +(?:(?:de|van|von|al|bin|da|del) +)?[A-Z\u00c0-\u00deА-ЯΑ-Ω][a-z\u00df-\u017fа-яα-ω'’-]+"
)
_LATER = re.compile(rf"^[\s,，、.。!！]*(?:[-—–―~(（]+\s*(?:[^\s{NAME}]+\s+)?{NAME})")
_WORDS = re.compile(rf"[{PACKED}]{{2}}|[^\W{PACKED}]+")
_ACCORDING = re.compile(r"\b(?:according to|as (?:told|reported) by)\s+")
_ADDRESSED = re.compile(
    "[向对對](?:广大|廣大|全体|全體)?[\u4e00-\u9fff]{2,4}?(?=表示|宣布|称|稱|说|說|通知|公告|发布|發布|$)"
)
_ASKED, _MARK = re.compile(r"[^.!。！\n?？؟]*[?？؟]"), re.compile("[?？؟]")
_NEAR, _FAR, _BEFORE = 9, 12, 6


class Setting(NamedTuple):
    """The rest of the sentence a quotation stands in: before it, behind it, and how that sentence and the next one end."""

    before: str
    behind: str
    asks: bool


def setting(before: str, behind: str) -> Setting:
    """Cut what stands before and behind a quotation (as written) down to its sentence."""
    starts = [m.end() for m in _ENDS.finditer(before.rstrip())]
    end = _ENDS.search(behind)
    asked = (bool(end) and end.group() in "?？؟") or before.rstrip().endswith(("?", "？", "؟"))
    return Setting(before[starts[-1] if starts else 0 :], behind[: end.start() if end else len(behind)], asked)


def speaks(before: str, behind: str) -> str:
    """Return where the masked name stands that a quotation is attributed to: `before` it, `behind` it, or `` for nowhere.

    Both are plain text. A sentence that names another speaker, or to whom was spoken, attributes it to nobody here.
    """
    if _introduced(before):
        return "before"
    return "behind" if _followed(behind) else ""


def _introduced(text: str) -> bool:
    lead, named, gap = text.rpartition(NAME)
    if not named or len(_WORDS.findall(gap)) > _NEAR:
        return False
    near = _ACCORDING.sub("says ", " ".join(lead.split()[-_BEFORE:]) if " " in lead.strip() else lead[-_FAR:])
    told = gap.rstrip().endswith((":", "：")) or role("says").search(f"{near} {NAME} {gap}")
    return bool(told) and not _another(near, gap)


def _followed(text: str) -> bool:
    gap, named, rest = text.partition(NAME)
    gap = _ACCORDING.sub("says ", gap)
    if not named or len(_WORDS.findall(gap)) > _NEAR:
        return False
    after = " ".join(_cut(rest))
    told = _LATER.match(text) or role("says").search(f"{gap} {NAME} {after}")
    return bool(told) and not _another(gap, after)


def _cut(text: str) -> list[str]:
    """Return the next few words."""
    return re.split(r"[,，;；]", text)[0].split()[:_BEFORE] if " " in text.strip() else [text[:_FAR]]


def _another(near: str, after: str) -> bool:
    """Tell whether the words around a name deny, or make somebody else the speaker: who stands behind the verb is spoken to."""
    if any(role(r).search(part) for r in ("not", "unreal") for part in (near, after)):
        return True
    after = _ADDRESSED.sub("", after)
    verb = role("says").search(after)
    return bool(role("else").search(near) or role("else").search(after[: verb.start() if verb else len(after)]))


def person(text: str) -> bool:
    """Tell whether a text as written names a person: two words with capitals in a row."""
    return bool(_PERSON.search(text))


def earnest(rest: str) -> bool:
    """Tell whether a post (plain text outside its quotations) neither denies, doubts, translates, passes on nor plays."""
    if any(role(r).search(rest) for r in ("denies", "play", "translated", "passed")):
        return False
    asked = _ASKED.findall(rest) if _MARK.search(rest) else ()
    return not any(role("really").search(a) or role("says").search(a) for a in asked)
