"""Which scripts a name is written in, which of them belong together, and which words are mixed to deceive.

Method: Unicode Technical Standard #39, section 5: words of one script, or of those that a language writes together, are
ordinary ("highly restrictive"); letters of two alphabets in one word are not. A script is read from a character's name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["mixed_words", "ordinary", "scripts"]

_TOGETHER = (
    frozenset({"Latin", "Han", "Hiragana", "Katakana"}),
    frozenset({"Latin", "Han", "Bopomofo"}),
    frozenset({"Latin", "Han", "Hangul"}),
)
"""Scripts that Japanese, Chinese and Korean write in one word."""

_ALPHABETS = frozenset({"Latin", "Cyrillic", "Greek", "Armenian", "Cherokee", "Coptic", "Georgian", "Lisu"})
"""Alphabets whose letters pass for one another's: two of them in one word are no language's spelling."""

_NAMES = {
    "LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek", "ARMENIAN": "Armenian", "CHEROKEE": "Cherokee", "COPTIC": "Coptic",
    "GEORGIAN": "Georgian", "LISU": "Lisu", "CJK": "Han", "KANGXI": "Han", "IDEOGRAPHIC": "Han", "HIRAGANA": "Hiragana",
    "KATAKANA": "Katakana", "HALFWIDTH": "Katakana", "FULLWIDTH": "Latin", "HANGUL": "Hangul", "BOPOMOFO": "Bopomofo",
}  # fmt: skip


@lru_cache(maxsize=65_536)
def _script(char: str) -> str:
    """Return the script of a letter; '' for digits, marks, signs and letters of mathematics."""
    if unicodedata.category(char)[0] != "L":
        return ""
    first = unicodedata.name(char, "").split(" ", 1)[0]
    if first in {"MATHEMATICAL", "DOUBLE-STRUCK", "SCRIPT", "BLACK-LETTER", "MODIFIER", "KATAKANA-HIRAGANA"}:
        return ""
    return _NAMES.get(first, first.capitalize())


def scripts(text: str) -> frozenset[str]:
    """Return the scripts of the letters in `text` by English name ("Latin", "Han", "Arabic")."""
    return frozenset(filter(None, map(_script, text)))


def ordinary(found: frozenset[str]) -> bool:
    """Tell whether one word may be written in these scripts: one, or those a language writes together, or Latin beside one."""
    if len(found) <= 1 or any(found <= group for group in _TOGETHER):
        return True
    return len(found & _ALPHABETS) <= 1 and len(found - {"Latin"}) == 1


def mixed_words(name: str) -> list[str]:
    """Return the words of a name that mix alphabets whose letters pass for one another's, as written."""
    words = re.findall(r"[^\W_]+", name)
    return [word for word in words if len(scripts(word) & _ALPHABETS) > 1]
