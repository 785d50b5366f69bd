"""The loose key of a name: digits read as letters, what is repeated once, marks and fillers dropped, ideographs by their shape."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.exchange import Exchange, singled, where_again
from aboveboard.names.few import searched
from aboveboard.names.hangul import heard_as, linked
from aboveboard.names.letters import by_script, in_two
from aboveboard.names.shapes import shape
from aboveboard.names.sounds import kana

__all__ = ["loose", "loosened", "loosened_all", "unmarked"]

_FILLER = dict.fromkeys(map(ord, "のノ丶丿灬ヽ乀乁一ー丨ㄨ乂的之々ゝゞヾ〻〱〲ʚɞɷ๑๛ㄟㄏღ〆卍"), None)
_LEET = Exchange(str.maketrans("013456789i", "oleasbtbgl"))


def loose(words: pa.Array) -> pa.Array:
    """Return the loose keys of names (`letters.letters`); empty for a name that consists of fillers."""
    bare = pc.replace_substring(words, " ", "")
    lines = by_script(bare, _once, _beyond)
    return pc.if_else(searched(bare, r"^\d+$"), bare, lines)


def loosened(words: str) -> str:
    """Return the loose key of one name."""
    bare = words.replace(" ", "")
    if bare.isascii():
        return bare if bare.isdigit() else _once(bare)
    return _beyond(bare)


def loosened_all(words: list[str]) -> list[str]:
    """Return the loose keys of many names: in two passes, which a few dozen names are worth and an array is not."""
    bare = [w.replace(" ", "") for w in words]
    keys = in_two(bare, _once, _beyond)
    return [w if w.isascii() and w.isdigit() else key for w, key in zip(bare, keys, strict=True)]


def _beyond(text: str) -> str:
    return _once(_said_once(_shapes()(linked(unmarked(text)))))


def _said_once(text: str) -> str:
    """Write what is repeated once, and what is a repetition after that."""
    once = where_again(_AGAIN, text, _RUN)
    return where_again(_AGAIN, once, _RUN) if len(once) < len(text) else once


_RUN = 4
_AGAIN = re.compile(rf"([^\n\x00-\x7f]{{1,{_RUN}}}?)\1+")
_DRAWN = (("m", "rn"), ("cl", "d"))


def _once(text: str) -> str:
    """Write repeated letters once, and letters that two others draw as those."""
    text = singled(_LEET(text.replace("vv", "w")))
    for pair, one in _DRAWN:
        text = text.replace(pair, one)
    return singled(text.replace("rnrn", "rn"))


def unmarked(text: str) -> str:
    """Drop the marks of Latin, Greek, Cyrillic, Arabic and Hebrew letters; đ, ø and ł are letters with a stroke."""
    apart = re.sub(_MARKS, "", unicodedata.normalize("NFD", text))
    return _STROKES(unicodedata.normalize("NFC", apart))


_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a]")
_STROKES = Exchange(str.maketrans("đøłħŧıßæœðþ", "dolhtlbaodp"))


class _Shapes(dict[int, str | None]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = value = shape(heard_as(kana(char) or char))
        return value


@cache
def _shapes() -> Exchange:
    return Exchange(_Shapes(_FILLER))
