"""How letters and ideographs are read when terms are looked for: the names' tables, put to use for texts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from aboveboard.names.characters import normal, simplified, table
from aboveboard.names.parts import split
from aboveboard.names.shapes import alike, shape
from aboveboard.names.sounds import fuzzy, readings

__all__ = ["read_letters", "read_sounds", "sounded", "ways_of"]

_LEET = dict(zip("4357892@$!|€+60", "aestbgzasllctbo", strict=True))
_MARKS = (("\u0300", "\u036f"), ("\u20d0", "\u20ff"), ("\u064b", "\u0652"), ("\u0483", "\u0489"))
_FILLERS = "の丶丨〆"
_PLUS = "➕✚＋"
_ENCLOSED = (0x1F150, 0x1F170, 0x1F1E6)
"""Where the negative circled, the negative squared and the regional letters begin."""
_FIGURES = dict(zip("зчби", "3461", strict=True))
"""Figures written for Cyrillic letters; @ and 0 are read as in Latin."""
_DRAWN = 3
"""Letters of a term too short for rn to be read as m in it."""
_NEAR, _CLOSE = 0.9, 0.93
_PRIVATE = 0xE000
_SYLLABLES = 3
"""Shortest term, in ideographs, that is looked for by its sound: shorter ones sound like too much."""
_SPELLED = 5
"""Longest term of which every part may be written as pinyin."""


@lru_cache(maxsize=65_536)
def read_letters(char: str) -> str:
    """Return what one character is read as in a disguise: look-alikes, figures and accents as letters, の and 丶 as breaks."""
    if char in _LEET:
        return _LEET[char]
    if any(low <= char <= high for low, high in _MARKS):
        return ""
    if char in _FILLERS:
        return " "
    if char in _PLUS:
        return "加"
    char = next((chr(ord("a") + ord(char) - n) for n in _ENCLOSED if 0 <= ord(char) - n < 26), char)  # noqa: PLR2004
    char = chr(ord(char) + 0x60) if "ぁ" <= char <= "ゖ" else char
    read = _plain(char)
    bare = unicodedata.normalize("NFD", read)[:1]
    return _plain(bare) if not read.isascii() and bare.isascii() else shape(read)


def _plain(char: str) -> str:
    return simplified(normal(char).translate(table())).replace("rn", "m")


@lru_cache(maxsize=65_536)
def read_sounds(char: str) -> str:
    """Return one private letter for the toneless syllable of an ideograph, n and l, z and zh, n and ng heard as one.

    A polyphone sounds as its commonest reading. Every other character is read as by `read_letters`.
    """
    letters = read_letters(char)
    heard = readings(simplified(char)) if "\u3400" <= char <= "\u9fff" else ()
    return _LETTERS[fuzzy(heard[0])] if heard else letters


_SOUNDS = (
    "ye si xian wu niu bao can den ban ge yue fe da za qian sao san wei cen yi mao ze bei pan ma pi gu zo de fen dian qu men "
    "pai dui wo nin yuan man jiu ba min bi jiao zon yao so xie nen bu zi you cai jian kan a pao kai ji nian tan du xin dou na "
    "ton gou nu yan do zen fei nan ya go mei mou jie fui dao qi yu n fan zan ni su bai zu cuan me sen ken din wen jun piao ne "
    "zai cun tie e bin nai ta cu dan son sui sa fao po nao ca que duan kuai fai jia yun tin niao wan yin jin pen fon zui fou "
    "ben fo dai fua gen xia suan gan mo mi tian yon se te bie don xi ci ke ti con tai ai wai ju tou di gao co sou non gon jue "
    "fu en fa ce cao pin guan qiu nei nun gun qin qie gai xiao kui pian biao tao mai kou kun gei xue mian mu zou fuan bian to "
    "nou tui nuan pa gui xion kao cui no quan an nue qun bo xu zao xiu pu tiao ten fun kon tu pei nia sun qiao diu fuai ga "
    "sua ku mie kua nie qion diao cou suai zuan kuan juan xuan dun sai wa guai o ou zun yo miao ei zua xun ka tuan gua ao "
    "jion zei ko die qia pou cuai nui zuai miu tun pie cua fiao fm m nua "
)
"""Every syllable as it is heard, each with a letter of its own by its place: the shipped models learned from these letters.

A letter for each as it is first met would make what a model says of a text depend on the texts read before.
"""

_LETTERS = {syllable: chr(_PRIVATE + n) for n, syllable in enumerate(_SOUNDS.split())}


def sounded(term: str) -> bool:
    """Tell whether a term is looked for by its sound: at least three ideographs and nothing else."""
    return len(term) >= _SYLLABLES and all(readings(c) for c in simplified(term))


@lru_cache(maxsize=65_536)
def ways_of(term: str) -> tuple[tuple[str, str], ...]:
    """Return other ways to write a term, each with what was done: rn for m, two parts for a character, pinyin."""
    return tuple(_ways_of(unicodedata.normalize("NFC", term)))


def _ways_of(term: str) -> Iterator[tuple[str, str]]:
    low = term.casefold()
    yield from (
        (low.replace(a, b), f"{b} read as {a}") for a, b in (("m", "rn"), ("w", "vv")) if a in low and len(low) > _DRAWN
    )
    for place, char in enumerate(term):
        for other in (*split(simplified(char)), *_twins(char, len(term))):
            yield term[:place] + other + term[place + 1 :], f"{other} read as {char}"
    here = [c for c in _FIGURES if c in low]
    for chosen in product(*([c, _FIGURES[c]] for c in here)):
        spelled = low.translate(dict(zip(map(ord, here), chosen, strict=True)))
        if spelled != low:
            yield spelled, "figures read as letters"
    if "\u0620" <= term[:1] <= "\u064a":
        yield from ((article + term, "") for article in ("ال", "وال", "بال"))
    if sounded(term) and len(term) <= _SPELLED:
        yield from _pinyin(term)


def _twins(char: str, size: int) -> list[str]:
    """Return what looks so like one ideograph of a term that a reader takes it for it: a shorter term takes a closer twin."""
    if size < 2:  # noqa: PLR2004
        return []
    enough = _CLOSE if size < _SYLLABLES else _NEAR
    return [c for c, score in alike(char).items() if score >= enough and c not in _FILLERS]


def _pinyin(term: str) -> Iterator[tuple[str, str]]:
    """Yield a term with some of its ideographs, or all, as pinyin."""
    choices = [(c, *readings(c)[:2]) for c in simplified(term)]
    for chosen in product(*choices):
        spelled = [w for w, c in zip(chosen, simplified(term), strict=True) if w != c]
        if spelled:
            yield "".join(chosen), f"{' '.join(spelled)} spelled for ideographs"
