"""Names as letters and words: folded like `folding.fold`, but with i, l, 1, o, 0 and m kept apart.

Affixes, romanisation and digits read as letters need the letters that were meant, before look-alikes are made one.
"""

from __future__ import annotations

import re
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.characters import Reading, normal, simplified, table
from aboveboard.names.display import without_flags

__all__ = ["letters", "read_letters"]

_LONGEST = 256
_CAMEL = r"([a-z\d])([A-Z][a-z])|([a-z])([A-Z])"


@cache
def _table() -> Reading:
    apart = dict(table())
    made = type(table())(apart)
    made.update({code: chr(code) for code in map(ord, "i10m")})
    return made


def read_letters(text: str) -> str:
    """Return text with every character as the letters it is read as, and separators as spaces."""
    return simplified(normal(text).translate(_table()))


def letters(names: pa.Array, *, camel: bool = False) -> pa.Array:
    """Return names as lower-case words parted by single spaces; null where nothing is left.

    `camel` parts words written in one at their capitals: AcmeSupport is two words.
    """
    short = pc.replace_substring_regex(pc.utf8_slice_codeunits(names, 0, _LONGEST), r"[\r\n]", " ")
    if camel:
        short = pc.replace_substring_regex(short, _CAMEL, r"\1\3 \2\4")
    if len(short) == 0:
        return pa.array([], pa.string())
    text = "\n".join("" if n is None else n for n in short.to_pylist())
    read = read_letters(without_flags(text))
    lines = pa.array(re.sub(r" *\n *", "\n", re.sub(" {2,}", " ", read)).strip(" ").split("\n"), pa.string())
    return pc.if_else(pc.equal(lines, ""), pa.scalar(None, pa.string()), lines)
