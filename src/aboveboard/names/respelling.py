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


_ROMANCE = r"[ñãõçáéíóúàâêôü]|\b(?:de|del|los|las|el|do|da|dos|das|banco|banca|caja|caixa|clube|club|universidad|universidade|policía|prefeitura|câmara|folha|jornal|comune|correo|grupo|san|santo|são|ayuntamiento|diario)\b"
_FRENCH = (
    r"[èëîïûùœ]|\b(?:le|les|du|des|mairie|ville|banque|caisse|crédit|société|hôpital|université|saint|sainte|chez)\b"
)
_GERMAN = r"[äöüßåæø]|\b(?:stadt\w*|gemeinde|landkreis|sparkasse|volksbank|klinikum|krankenhaus|universität|hochschule|verein|und|der|die|das)\b"
_ROMANCE_LOOKING = r"|^(?!.*[kwy])(?:\w{1,3} )*\w{4,}[ao]s?(?: \w{1,3}| \w+[ao]s?)*$"
_HABITS = (
    _Habit(
        re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"),
        _both_ways("^d=^gi ^r=^gi ^d=^r ^s=^x ^tr=^ch ^l=^n n$=ng$ t$=c$"),
    ),
    _Habit(
        re.compile(_FRENCH),
        _both_ways(
            "ph=f eau=o au=o ault$=o ot$=o é=er$ é=ai è=ai ê=e qu=k c=k ss=c an=en in=ain oi=oa y=i th=t rh=r t$= s$= d$= x$= e$= nn=n ll=l ch=sh"
        ),
    ),
    _Habit(
        re.compile(_GERMAN),
        _both_ways(
            "ä=ae ö=oe ü=ue ß=ss ø=oe å=aa æ=ae ä=e ü=i dt$=t d$=t g$=k b$=p ck=k ei=ai äu=eu v=f ph=f th=t tz=z y=ü ah=a oh=o uh=u eh=e ie=i sch=sh^ chs=x qu=kw c=k"
        ),
    ),
    _Habit(
        re.compile(_ROMANCE + _ROMANCE_LOOKING),
        _both_ways("b=v ll=y qu=k ç=ss ç=s z=s ce=se ci=si ch=x ^h=^ ge=je gi=ji"),
    ),
    _Habit(re.compile("[а-я]"), _both_ways("ться$=цца$ тся$=цца$ ться$=тса$ ого$=ово$ его$=ево$ о=а е=и")),
    _Habit(
        re.compile("[\u0e00-\u0e7f]"),
        _both_ways("ศร=ส สร=ส ทร=ซ ธ=ท ณ=น ศ=ส ษ=ส ภ=พ ฎ=ด ญ=ย ฑ=ท ฆ=ค ฒ=ท ฌ=ช ผ=พ พย์=บ พย์=พ ตร์=ต ทร=ซ"),
    ),
    _Habit(re.compile("[α-ω]"), _both_ways("αι=ε ει=ι οι=ι υ=ι η=ι ω=ο αί=έ ώ=ό ή=ί εί=ί οί=ί ύ=ί λλ=λ σσ=σ")),
    _Habit(re.compile("[\u0620-\u06ff]"), _both_ways("ص=س ض=ظ ظ=ز ذ=ز ث=س ط=ت ق=ك ة=ه ى=ا أ=ا إ=ا آ=ا ئ=ي ؤ=و")),
    _Habit(re.compile("[\u0900-\u097f]"), _both_ways("ि=ी ु=ू श=स ष=श ^अस्प=^हस्प ण=न ज़=ज फ़=फ क्ष=छ")),
    _Habit(
        re.compile("[\u3041-\u30ff]"),
        _both_ways("ヴァ=バ ヴィ=ビ ヴェ=ベ ヴォ=ボ ヴ=ブ ヶ=が ヶ=ケ ヂ=ジ ヅ=ズ ぢ=じ づ=ず 電機=電気"),
    ),
)
_LATIN = 4
"""The first habits are of languages in Latin letters: the first that is told is the name's."""

_MOST, _LEAST, _LEAST_LATIN = 96, 4, 8
"""Spellings of a name at most, and letters of a name at least: a short one would become another, one in Latin letters sooner."""


@lru_cache(maxsize=32_768)
def respellings(name: str) -> tuple[str, ...]:
    """Return a name, in small letters, in at most 96 other spellings: one or two places written otherwise. None for other languages."""
    text = name.casefold()
    told = [habit for habit in _HABITS if habit.told.search(text)]
    latin = [
        habit for habit in told if habit in _HABITS[:_LATIN] and (habit is _HABITS[0] or len(text) >= _LEAST_LATIN)
    ]
    told = [habit for habit in told if habit not in _HABITS[:_LATIN]]
    places = [p for habit in (*latin[:1], *told) for p in _places(text, habit)]
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
