"""A protected name spelled otherwise and heard the same, by the habits of its language: Ngân hàng Xao Dương, Vanco Valdebera.

The rules are general knowledge of what natives confuse: Vietnamese d, gi and r; Spanish b and v; Russian -тся and -цца; Thai letters
of one sound; Hindi short and long vowels; kana of one sound. A language is told by letters or small words that only it has.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

__all__ = ["respellings"]


class _Habit(NamedTuple):
    """How a language is told, and pairs that sound alike in it; `^` marks the start of a word, `$` its end."""

    told: re.Pattern[str]
    pairs: tuple[tuple[str, str], ...]


def _both_ways(text: str) -> tuple[tuple[str, str], ...]:
    """Read `a=b` pairs; each may stand for the other."""
    pairs = [pair.split("=") for pair in text.split()]
    return tuple(p for a, b in pairs for p in ((a, b), (b, a)))


_ROMANCE = r"[ñãõçáéíóúàâêôü]|\b(?:de|del|los|las|el|do|da|dos|das|banco|clube|san|santo|são|ayuntamiento|diario)\b"
_HABITS = (
    _Habit(
        re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"),
        _both_ways("^d=^gi ^r=^gi ^d=^r ^s=^x ^tr=^ch ^l=^n n$=ng$ t$=c$"),
    ),
    _Habit(re.compile(_ROMANCE), _both_ways("b=v ll=y qu=k ç=ss ç=s z=s ce=se ci=si ch=x ^h=^ ge=je gi=ji")),
    _Habit(re.compile("[äöüßåæø]"), _both_ways("ä=ae ö=oe ü=ue ß=ss ø=oe å=aa æ=ae")),
    _Habit(re.compile("[а-я]"), _both_ways("ться$=цца$ тся$=цца$ ться$=тса$ ого$=ово$ его$=ево$ о=а е=и")),
    _Habit(re.compile("[\u0e00-\u0e7f]"), _both_ways("ศร=ส สร=ส ทร=ซ ธ=ท ณ=น ศ=ส ษ=ส ภ=พ ฎ=ด ญ=ย ฑ=ท ฆ=ค ฒ=ท ฌ=ช ผ=พ")),
    _Habit(re.compile("[\u0900-\u097f]"), _both_ways("ि=ी ु=ू श=स ष=श ^अस्प=^हस्प ण=न ज़=ज फ़=फ क्ष=छ")),
    _Habit(
        re.compile("[\u3041-\u30ff]"),
        _both_ways("ヴァ=バ ヴィ=ビ ヴェ=ベ ヴォ=ボ ヴ=ブ ヶ=が ヶ=ケ ヂ=ジ ヅ=ズ ぢ=じ づ=ず 電機=電気"),
    ),
)
_MOST, _LEAST = 64, 4
"""Spellings of a name at most, and letters of a name at least: a short one would become another."""


@lru_cache(maxsize=32_768)
def respellings(name: str) -> tuple[str, ...]:
    """Return a name, in small letters, in at most 64 other spellings: one or two places written otherwise. None for other languages."""
    text = name.casefold()
    places = [p for habit in _HABITS if habit.told.search(text) for p in _places(text, habit)]
    if len(text) < _LEAST or not places:
        return ()
    once = [_written(text, [p]) for p in places]
    twice = (_written(text, [p, q]) for p, q in combinations(places, 2) if p[1] <= q[0] or q[1] <= p[0])
    found = dict.fromkeys(once)
    for other in twice:
        if len(found) >= _MOST:
            break
        found[other] = None
    found.pop(text, None)
    return tuple(found)[:_MOST]


_Place = tuple[int, int, str]


def _places(text: str, habit: _Habit) -> list[_Place]:
    """Return where a text may be written otherwise (start, end) and how."""
    return [
        (m.start(), m.end(), other.strip("^$"))
        for said, other in habit.pairs
        for m in re.finditer(_pattern(said), text)
    ]


@lru_cache(maxsize=512)
def _pattern(said: str) -> re.Pattern[str]:
    bare = re.escape(said.strip("^$"))
    head = "\\b" if said.startswith("^") else ""
    return re.compile(
        head + (bare + _NO_PAIR.get(bare, "") if bare else _VOWEL) + ("\\b" if said.endswith("$") else "")
    )


_NO_PAIR = {"n": "(?![gh])", "c": "(?!h)", "t": "(?![hr])"}
"""What must not follow a letter for it to be that sound: ng, nh, ch, th and tr are others."""
_VOWEL = "(?=[aeiouáéíóú])"
"""Where a silent letter may be put before a word."""


def _written(text: str, places: list[_Place]) -> str:
    for start, end, other in sorted(places, reverse=True):
        text = text[:start] + other + text[end:]
    return text
