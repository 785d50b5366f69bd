"""A name written twice, in Latin letters and in its own: JJRB经济日报, Todai 東大, hanil한일. What is meant is the one in its own script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

from aboveboard.names.abroad import one_body, size_of
from aboveboard.names.letters import lettering
from aboveboard.names.sounds import blur, readings
from aboveboard.names.speech import spoken_as

__all__ = ["TWICE", "both_sides", "once_written", "parts_between"]

_SIGNS = "\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_LATIN_FIRST = re.compile(rf"([A-Za-z][A-Za-z .'_-]*[A-Za-z])[ .·_|/()-]*([{_SIGNS}]{{2,}})")
_LATIN_LAST = re.compile(rf"([{_SIGNS}]{{2,}})[ .·_|/(-]*([A-Za-z][A-Za-z .'_-]*[A-Za-z])\)?")
TWICE = (
    r"^[^\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}\d]{2,}[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]{2,}$"
    r"|^[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]{2,}[^\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}\d]{2,}$"
    r"|[^\s]{2}[ ]?[|｜/•·【\[\x{2600}-\x{27BF}\x{2B00}-\x{2BFF}\x{1F000}-\x{1FAFF}]"
)
"""Names that may be written twice, or in parts (RE2)."""

_PARTS = re.compile("[|｜/•·【】\\[\\]\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]+")
"""Signs that part a name: bars, dots, square brackets and emoji."""

_LEAST_PART = 5
"""Letters of a part of a name that may be another's; an ideograph counts two and a half (`size_of`)."""

_WAYS, _LONGEST = 32, 12


@lru_cache(maxsize=16_384)
def once_written(name: str) -> str:
    """Return a name without the Latin letters that say the rest of it again, or how that begins, in full or by initials; another name as it is."""
    text = unicodedata.normalize("NFKC", name).strip()
    parts = _apart(text) or _as_read(text)
    if parts is None:
        return name
    latin, own = parts
    said = "".join(filter(str.isalpha, latin)).lower()
    begun = range(len(own), 1, -1) if len(own) <= _LONGEST else ()
    return own if any(_says(said, own[:end]) for end in begun) or one_body(said, own) else name


@lru_cache(maxsize=16_384)
def both_sides(name: str) -> tuple[str, ...]:
    """Return the Latin letters of a name and the others, where they are one run each, or its parts between signs: CCTV and 央视新闻 of CCTV央视新闻."""
    text = unicodedata.normalize("NFKC", name).strip()
    return _apart(text) or _in_parts(name)


def parts_between(name: str) -> list[str]:
    """Return what stands between emoji, bars, dots and square brackets, as written; empty texts too."""
    return [part.strip() for part in _PARTS.split(name)]


def _in_parts(name: str) -> tuple[str, ...]:
    """Return what stands between emoji, bars, dots and brackets, as written; none where they part letters one by one."""
    parts = parts_between(name)
    told = [part for part in parts if size_of(part) >= _LEAST_PART]
    return tuple(told) if told and len([p for p in parts if p]) > 1 else ()


def _apart(text: str) -> tuple[str, str] | None:
    """Return the Latin letters of a name and the other ones; None where they are not one run each."""
    if found := _LATIN_FIRST.fullmatch(text):
        return found[1], found[2]
    found = _LATIN_LAST.fullmatch(text)
    return (found[2], found[1]) if found else None


def _as_read(text: str) -> tuple[str, str] | None:
    """Return `_apart` of a name in which letters of other scripts stand for Latin ones."""
    runs = _OWN.findall(text)
    parts = _apart(lettering(text) or "") if len(runs) == 1 else None
    return (parts[0], runs[0]) if parts else None


_OWN = re.compile(f"[{_SIGNS}]{{2,}}")


def _says(latin: str, own: str) -> bool:
    """Tell whether Latin letters are what a name says, or its initials."""
    ways = [readings(sign) for sign in own]
    if all(ways):
        if len(latin) == len(own) and all(any(w[0] == c for w in some) for c, some in zip(latin, ways, strict=True)):
            return True
        every = zip(product(*(some[:3] for some in ways)), range(_WAYS), strict=False)
        if any(blur("".join(way)) == blur(latin) for way, _ in every):
            return True
    return spoken_as(latin, own)
