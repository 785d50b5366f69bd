"""Names letter by letter, for finding slips of the pen: one letter of the name is one letter of the key, so one edit stays one.

`forms.loose` joins letters too (rn to m, ll to l). That finds what is drawn alike, but an edit beside such letters makes two
or three edits of its key.
"""

from __future__ import annotations

import re
import unicodedata

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.few import searched
from aboveboard.names.letters import by_script, lettering, letters
from aboveboard.names.shapes import shape

__all__ = ["spelled", "spelling"]

_READ = str.maketrans("013456789i", "oleasbtbgl")
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]")
_STROKES = dict(zip("đøłħŧı", "dolhtl", strict=True))


class _Signs(dict[int, str]):
    """A translation table that settles a character the first time it is met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        bare = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", char)))
        self[code] = sign = char if char == "\n" else shape(_STROKES.get(bare, bare)).translate(_READ)
        return sign


_SIGNS = _Signs()


def spelling(name: str) -> str:
    """Return `spelled` of one name."""
    bare = (lettering(name) or "").replace(" ", "")
    if bare.isascii():
        return bare if bare.isdigit() else bare.translate(_READ)
    return bare.translate(_SIGNS)


def spelled(names: pa.Array) -> pa.Array:
    """Return each name's letters without separators and marks, look-alikes and digits read as one letter; empty for none.

    A name of digits alone keeps them.
    """
    bare = pc.fill_null(pc.replace_substring(letters(names), " ", ""), "")
    read = by_script(bare, lambda text: text.translate(_READ), lambda text: text.translate(_SIGNS))
    return pc.if_else(searched(bare, r"^\d+$"), bare, read)
