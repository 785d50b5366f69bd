"""Letters by which nobody writes a name as his own: of two alphabets in one word, radicals, signs in rings and squares, unseen ones."""

from __future__ import annotations

import re

from aboveboard.names.few import pattern_of
from aboveboard.names.scripts import mixed_words

__all__ = ["DISGUISED", "RINGED", "SEALED", "SLIGHT", "STAMPED", "hides"]

_OTHERS = r"[\p{Cyrillic}\p{Greek}\p{Armenian}\p{Cherokee}\p{Coptic}]"
_LATIN = r"[a-zA-Z\x{00c0}-\x{024f}]"
_UNSEEN = r"[\x{200b}-\x{200d}\x{2060}\x{feff}]"
RINGED = r"[\x{1f110}-\x{1f12b}\x{1f130}-\x{1f149}\x{1f150}-\x{1f169}\x{1f170}-\x{1f189}\x{24b6}-\x{24e9}]"
"""Letters in rings, brackets and squares."""

_SIGNS = r"[\x{2e80}-\x{2fd5}\x{3220}-\x{3247}\x{3280}-\x{32b0}\x{1f000}-\x{1f00f}\x{1f210}-\x{1f23b}\x{1f250}\x{1f251}\x{1f260}-\x{1f265}]"
SEALED = rf"{_SIGNS}\p{{Han}}|\p{{Han}}{_SIGNS}"
"""Radicals and ideographs in rings and squares, beside others."""

STAMPED = _SIGNS
"""The same anywhere: nobody writes of himself with a stamp for a word."""

DISGUISED = (
    rf"{_LATIN}{_OTHERS}|{_OTHERS}{_LATIN}|{_LATIN}{_UNSEEN}+{_LATIN}|{_OTHERS}{_UNSEEN}+{_OTHERS}|\p{{Han}}{_UNSEEN}+\p{{Han}}"
    rf"|{SEALED}|{RINGED}"
)
"""A pattern of names, as written, in which another may be hidden so."""

SLIGHT = r"^[\p{Cyrillic}\p{Greek}\p{Armenian}\p{Georgian}\p{Hebrew}\p{Arabic}]{3,4}$"
"""A pattern of names so short that they are words as readily: they are meant only where such letters write them."""

_WITHIN = re.compile("[^\\W\\d_\u0000-\u024f][0-9]|[0-9][^\\W\\d_\u0000-\u024f]|[a-zA-Z][0-9][a-zA-Z]")


def hides(name: str) -> bool:
    """Tell whether a name is written by such letters, or by digits beside letters of a word: enough to mean even a short name."""
    return bool(mixed_words(name) or pattern_of(DISGUISED).search(name) or _WITHIN.search(name))
