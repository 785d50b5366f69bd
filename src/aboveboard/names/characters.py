"""What each character of a name is read as: the table behind folding, and single-character readings for its path."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from opencc import OpenCC

__all__ = ["Reading", "invisible", "lookalikes", "normal", "simplified", "table"]

Reading = dict[int, str]

_IGNORABLE = (
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F),
    (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""Default_Ignorable_Code_Point of the Unicode character database, as inclusive ranges."""

_SILENT = frozenset([*range(0x334, 0x339), 0x640, 0x27, 0x2019, 0x2BC])
"""Dropped without parting words: overlay strokes, the Arabic letter stretcher, apostrophes."""


def invisible(code: int) -> bool:
    """Tell whether a code point is default-ignorable: shown as nothing by a conforming screen."""
    return any(low <= code <= high for low, high in _IGNORABLE)


_RADICALS = dict(zip(
    "⺀⺁⺆⺇⺈⺊⺋⺌⺍⺑⺕⺗⺜⺝⺥⺧⺩⺪⺬⺮⺰⺳⺴⺵⺶⺷⺸⺻⺼⺽⻆⻇⻊⻎⻕⻗⻞⻡⻣⻦⻧⻪⻱",
    "々厂冂几刀卜㔾小小尢彐心日月爪牛王疋示竹纟网网网羊羊羊聿月臼角角足辶阝雨食首骨鸟卤黾龟",
    strict=True,
))  # fmt: skip
"""CJK radicals that compatibility normalisation leaves alone, and the ideograph each is (Unicode: Equivalent_Unified_Ideograph)."""


@cache
def lookalikes() -> Reading:
    """Return the compiled UTS #39 table: case-folded character to the letters it is read as."""
    text = files("aboveboard.names").joinpath("data/lookalikes.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    regional = {0x1F1E6 + n: chr(ord("a") + n) for n in range(26)}
    radicals = {ord(radical): ideograph for radical, ideograph in _RADICALS.items()}
    letters = {code: "l" if letter == "i" else "rn" if letter == "m" else letter for code, letter in regional.items()}
    return letters | radicals | {int(code, 16): reading for code, reading in rows}


class _Table(dict[int, str]):
    """A translation table that settles a character the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = value = self._settle(code)
        return value

    @staticmethod
    def _settle(code: int) -> str:
        char = chr(code)
        if code in _SILENT or invisible(code):
            return ""
        return " " if unicodedata.category(char)[0] in "PZSC" and char != "\n" else char


@cache
def table() -> Reading:
    """Return the table for `str.translate`: look-alikes read, invisible characters dropped, separators made a space.

    Case-folded characters in; a newline stays, so that many names can be translated as one text.
    """
    return _Table({code: text for code, text in lookalikes().items() if not invisible(code)})


def normal(text: str) -> str:
    """Return NFKC and case-folded text; the dot a Turkish capital İ leaves behind is dropped."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).replace("i\u0307", "i")


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=65_536)
def _simple_character(char: str) -> str:
    return _to_simplified().convert(_to_simplified().convert(char))


def simplified(text: str) -> str:
    """Return Chinese text in simplified forms (OpenCC t2s), twice: a few results are themselves traditional."""
    if text.isascii():
        return text
    return _simple_character(text) if len(text) == 1 else _to_simplified().convert(_to_simplified().convert(text))
