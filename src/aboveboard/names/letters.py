"""Names as letters and words: folded like `folding.fold`, but with i, l, 1, o, 0 and m kept apart.

Affixes, romanisation and digits read as letters need the letters that were meant, before look-alikes are made one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.characters import Reading, normal, simplified, table
from aboveboard.names.display import without_flags
from aboveboard.names.exchange import Exchange
from aboveboard.names.few import FEW, searched
from aboveboard.names.lines import joined, parted
from aboveboard.names.pasted import as_latin

__all__ = ["beyond_ascii", "by_script", "in_two", "lettered", "lettering", "letters", "matching", "read_letters"]

_LONGEST = 256
_CAMEL = r"([\p{Ll}\d])(\p{Lu}\p{Ll})|(\p{Ll})(\p{Lu})"


_LETTERED = (0x1F150, 0x1F170, 0x1F1E6)
"""Where circled, squared and regional letters begin that compatibility normalisation leaves alone."""


@cache
def _table() -> Reading:
    apart = dict(table())
    made = type(table())(apart)
    made.update({code: chr(code) for code in map(ord, "i10mыю")})
    made.update({start + n: chr(ord("a") + n) for start in _LETTERED for n in range(26)})
    made.update({ord("ɪ"): "i", ord("ᴍ"): "m", ord("ı"): "i"})
    made.update({code: str(unicodedata.decimal(chr(code))) for code in apart if chr(code).isdecimal()})
    made.update({code: chr(code) for code in apart if unicodedata.normalize("NFD", chr(code))[0] in "im"})
    return made


@cache
def _exchanged() -> Exchange:
    return Exchange(_table())


def read_letters(text: str) -> str:
    """Return text with every character as the letters it is read as, and separators as spaces."""
    return simplified(_exchanged()(normal(text)))


def letters(names: pa.Array, *, camel: bool = False) -> pa.Array:
    """Return names as lower-case words parted by single spaces; null where nothing is left.

    `camel` parts words written in one at their capitals: AcmeSupport is two words.
    """
    if len(names) <= _FEW:
        return pa.array([n if n is None else lettering(n, camel=camel) for n in names.to_pylist()], pa.string())
    short = pc.replace_substring_regex(pc.utf8_slice_codeunits(names, 0, _LONGEST), r"[\r\n]", " ")
    if camel:
        short = pc.replace_substring_regex(short, _CAMEL, r"\1\3 \2\4")
    lines = by_script(pc.fill_null(short, ""), _read_ascii, lambda text: read_letters(as_latin(without_flags(text))))
    lines = pc.utf8_trim(pc.replace_substring_regex(lines, " {2,}", " "), " ")
    return pc.if_else(pc.equal(lines, ""), pa.scalar(None, pa.string()), lines)


_FEW = 32
"""Names up to which one by one is faster: every function over an array costs as much as many names."""


@lru_cache(maxsize=65_536)
def lettering(name: str, *, camel: bool = False) -> str | None:
    """Return `letters` of one name."""
    text = _NEWLINE.sub(" ", name[:_LONGEST])
    if camel:
        text = _CAMEL_ASCII.sub(r"\1\3 \2\4", text) if text.isascii() else _parted_at_capitals(text)
    line = _read_ascii(text) if text.isascii() else read_letters(as_latin(without_flags(text)))
    return _SPACES.sub(" ", line).strip(" ") or None


def lettered(names: list[str]) -> list[str]:
    """Return `lettering` of many names, empty for none; those of plain ASCII as one text, and the others as another."""
    lines = [_NEWLINE.sub(" ", n[:_LONGEST]) for n in names]
    read = in_two(lines, _read_ascii, lambda text: read_letters(as_latin(without_flags(text))))
    return [_SPACES.sub(" ", line).strip(" ") for line in read]


def in_two(texts: list[str], plain: Callable[[str], str], other: Callable[[str], str]) -> list[str]:
    """Do for a list what `by_script` does for an array."""
    ascii_only = [t.isascii() for t in texts]
    made = {
        which: iter(change("\n".join(t for t, a in zip(texts, ascii_only, strict=True) if a is which)).split("\n"))
        for which, change in ((True, plain), (False, other))
    }
    return [next(made[which]) for which in ascii_only]


_NEWLINE, _SPACES = re.compile(r"[\r\n]"), re.compile(" {2,}")
_CAMEL_ASCII = re.compile(r"([a-z\d])([A-Z][a-z])|([a-z])([A-Z])", re.ASCII)
_CAMEL_SHAPES = re.compile("[ld](?=ul)|l(?=u)")


def _parted_at_capitals(text: str) -> str:
    """Return what `_CAMEL` makes of a text: its characters are first written as small (l), capital (u), digit (d) or other (-)."""
    shapes, at, parts = "".join(map(_shape, text)), 0, list[str]()
    while found := _CAMEL_SHAPES.search(shapes, at):
        rest = found.end() + (2 if shapes.startswith("ul", found.end()) else 1)
        parts += text[at : found.end()], " ", text[found.end() : rest]
        at = rest
    return "".join([*parts, text[at:]])


@lru_cache(maxsize=65_536)
def _shape(char: str) -> str:
    return {"Ll": "l", "Lu": "u"}.get(unicodedata.category(char), "d" if char.isascii() and char.isdigit() else "-")


def by_script(names: pa.Array, plain: Callable[[str], str], other: Callable[[str], str]) -> pa.Array:
    """Apply a function to all ASCII names as one text, a line each, and another to the rest: one pass is far faster than many.

    Neither function may add or drop a line.
    """
    if len(names) <= _FEW:
        return pa.array([plain(n) if n.isascii() else other(n) for n in names.to_pylist()], pa.string())
    ascii_only = pc.string_is_ascii(names)
    parts = [_lines(names.filter(ascii_only), plain), _lines(names.filter(pc.invert(ascii_only)), other)]
    first = ascii_only.to_numpy(zero_copy_only=False)
    place = np.where(first, first.cumsum(), first.sum() + (~first).cumsum()) - 1
    return pa.concat_arrays(parts).take(pa.array(place))


def _lines(names: pa.Array, function: Callable[[str], str]) -> pa.Array:
    return parted(function(joined(names))) if len(names) else names


def _read_ascii(text: str) -> str:
    return text.encode("ascii").translate(_ASCII, b"'").decode("ascii")


_ASCII = bytes(ord(chr(n).lower()) if (chr(n).isalnum() and n < 0x80) or n == 10 else ord(" ") for n in range(256))  # noqa: PLR2004  (ASCII ends there)


def matching(names: pa.Array, pattern: str) -> pa.Array:
    """Tell which names match a pattern; a null one does not."""
    return pc.fill_null(searched(names, pattern), False)


def beyond_ascii(names: pa.Array, pattern: str) -> pa.Array:
    """Tell which names match a pattern that no plain ASCII name matches."""
    if len(names) <= FEW:
        return searched(pa.array(["" if not n or n.isascii() else n for n in names.to_pylist()], pa.string()), pattern)
    other = pc.fill_null(pc.invert(pc.string_is_ascii(names)), False)
    return pc.replace_with_mask(other, other, pc.match_substring_regex(names.filter(other), pattern))
