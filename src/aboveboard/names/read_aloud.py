"""Digits that stand for the sound of their names: Gr8 for great, 7巷 for 七巷, 百8 for 百发, 푸른솔1보 for 푸른솔일보, 5ство.

A few short names of numbers a language, from general knowledge of what people type; ideographs by their Mandarin readings.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import combinations

from aboveboard.names.sounds import readings

__all__ = ["COUNTED", "READ_ALOUD", "ROUND", "in_pinyin", "read_as", "same_number", "with_digits"]

_SAID = (
    "8=ate 8=eat 8=eate 8=ait 8=eight 8=eigh 4=for 4=fore 4=four 2=to 2=too 2=two 1=one 1=won u=you ur=your b4=before 10=ten "
    "2=dos 3=tres 6=seis 100=cien 1=un 100=cent 8=acht 8=huit 7=sept 4=empat 4=pat 7=tujuh 3=tiga "
    "100=сто 7=семь 7=сем 3=три 5=пять 5=пят 2=два 40=сорок 1=раз 8=восемь "
    "1=일 2=이 3=삼 4=사 5=오 6=육 6=륙 7=칠 8=팔 9=구 0=공 0=영 10=십 100=백 1000=천 "
    "2=に 3=さん 3=み 4=よん 4=し 5=ご 6=む 6=ろく 7=なな 8=は 8=や 9=きゅう 9=く 2=ニ 3=サン 3=ミ 4=ヨン 5=ゴ 6=ロク 7=ナナ 8=ハ 8=ヤ 9=キュウ 9=ク "
    "5=ห้า 1=एक 2=दो 7=सात 8=आठ 9=नौ"
)
READ_ALOUD = tuple((pair.split("=")[0], pair.split("=")[1]) for pair in _SAID.split())
"""(what is written, what it is read as), in small letters."""

_MANDARIN = {
    "0": ("ling", "lin"),
    "1": ("yi",),
    "2": ("er", "ai"),
    "3": ("san", "sheng"),
    "4": ("si", "shi"),
    "5": ("wu", "wo"),
    "6": ("liu", "lu"),
    "7": ("qi",),
    "8": ("ba", "fa"),
    "9": ("jiu",),
    "100": ("bai",),
    "1000": ("qian",),
    "10000": ("wan",),
}
"""Digits as they are said, and as those who write 88, 52 or 168 mean them."""

ROUND = ("10000", "1000", "100")
"""Numbers of several digits that one ideograph writes."""

_HAN = re.compile("[\u3007\u3400-\u9fff]")
_MOST, _LEAST, _SHORTEST = 24, 4, 5
"""Spellings of a name; letters of one in an alphabet, and ideographs or syllables of one that has enough for a digit among them."""


@lru_cache(maxsize=65_536)
def read_as(digits: str, sign: str) -> bool:
    """Tell whether digits are read aloud as one ideograph is in Mandarin."""
    return not set(_MANDARIN.get(digits, ())).isdisjoint(readings(sign))


def same_number(a: str, b: str) -> bool:
    """Tell whether two signs write one number: 7 and 七."""
    return len(a) == 1 == len(b) and unicodedata.numeric(a, -1.0) == unicodedata.numeric(b, -2.0)


@cache
def _by_reading() -> dict[str, str]:
    return {way: digits for digits, ways in reversed(_MANDARIN.items()) for way in ways}


@cache
def _pattern() -> re.Pattern[str]:
    said = sorted({s for _, s in READ_ALOUD if len(s) > 1 or not s.isascii()}, key=lambda s: (-len(s), s))
    return re.compile("|".join(said))


@lru_cache(maxsize=16_384)
def with_digits(name: str) -> tuple[str, ...]:
    """Return a protected name, in small letters, with one, two or all of the places that sound like a number written in digits."""
    text = name.casefold()
    if len(text) < (_LEAST if _HAN.search(text) or not text.isascii() else _SHORTEST):
        return ()
    places = [*_spelled(text), *_of_signs(text)]
    some = [(p,) for p in places] + [pair for pair in combinations(places, 2) if _apart(*pair)]
    found = dict.fromkeys(_written(text, list(chosen)) for chosen in (*some[:_MOST], _every(places)) if chosen)
    return tuple(found)


_Place = tuple[int, int, str]


def _spelled(text: str) -> list[_Place]:
    """Return where a text sounds like a number, by the longest such sound at each place."""
    return [(m.start(), m.end(), _MEANT[m[0]]) for m in _pattern().finditer(text)]


_MEANT = {said: digits for digits, said in reversed(READ_ALOUD)}


def _of_signs(text: str) -> list[_Place]:
    if not _HAN.search(text):
        return []
    known = _by_reading()
    return [
        (at, at + 1, known[way])
        for at, sign in enumerate(text)
        for way in dict.fromkeys(w for w in readings(sign)[:2] if w in known)
        if text[at + 1 : at + 2] not in COUNTED or same_number(known[way], sign)
    ]


COUNTED = frozenset("院中小高区區号號队隊厂廠局路校期班部组組届屆楼樓")
"""What is counted: 岚山1院 is the first hospital there, not 岚山医院."""


@lru_cache(maxsize=16_384)
def in_pinyin(name: str) -> tuple[str, ...]:
    """Return a protected name of ideographs in pinyin, with one of the syllables that sound like a number written in digits, or all."""
    if not _LEAST <= len(name) <= _LONGEST or not all(map(_HAN.match, name)):
        return ()
    said, places = [readings(c)[0] if readings(c) else c for c in name], _of_signs(name)
    some = [{p[0]: p[2]} for p in places] + [{p[0]: p[2] for p in places}]
    return tuple(dict.fromkeys("".join(way.get(at, said[at]) for at in range(len(said))) for way in some if way))


_LONGEST = 10


def _apart(a: _Place, b: _Place) -> bool:
    return a[1] <= b[0] or b[1] <= a[0]


def _every(places: list[_Place]) -> tuple[_Place, ...]:
    """Return as many places as do not overlap, from the left."""
    kept = list[_Place]()
    for place in sorted(places):
        if not kept or kept[-1][1] <= place[0]:
            kept.append(place)
    return tuple(kept)


def _written(text: str, places: list[_Place]) -> str:
    for start, end, digits in sorted(places, reverse=True):
        text = text[:start] + digits + text[end:]
    return text
