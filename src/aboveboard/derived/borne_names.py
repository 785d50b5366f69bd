"""Whether two names can be one person's: titles taken off, look-alikes read, in any order."""

from __future__ import annotations

import re
from functools import lru_cache

import pyarrow as pa

from aboveboard.derived.profession_reading import read_as, titles_with
from aboveboard.names.folding import fold

__all__ = ["one_person"]

_HAN = re.compile("[\u3400-\u9fff]+")
_HONORIFIC = re.compile(r"\b(?:dr|prof|mr|mrs|ms|med|mag|dipl|phd)\b\.?", re.IGNORECASE)
_LONG = 3


def one_person(names: pa.ChunkedArray, others: pa.ChunkedArray) -> pa.Array:
    """Tell, for each pair, whether both can be one person's name: they share a word, or two characters of a Chinese name.

    True too where it cannot be told: a name is missing, has nothing but a title, or the two are in different scripts.
    """
    return pa.array(
        [_one(a or "", b or "") for a, b in zip(names.to_pylist(), others.to_pylist(), strict=True)], pa.bool_()
    )


@lru_cache(maxsize=65_536)
def _one(name: str, other: str) -> bool:
    mine, its = _bare(name), _bare(other)
    if not mine or not its or bool(_HAN.search(mine)) != bool(_HAN.search(its)) or mine.isascii() != its.isascii():
        return True
    if _HAN.search(mine):
        a, b = ("".join(_HAN.findall(n)) for n in (mine, its))
        return a in b or b in a or any(a[n : n + 2] in b for n in range(len(a) - 1))
    words, known = _words(mine), _words(its)
    return not words or not known or bool(words & known)


def _bare(name: str) -> str:
    known = titles_with()
    read = known.letters.sub(" ", read_as(name, known))
    return _HONORIFIC.sub(" ", known.words.sub(" ", read.lower())).strip(" ,.|-·")


def _words(name: str) -> frozenset[str]:
    folded = fold(pa.array([name], pa.string())).words[0].as_py() or ""
    return frozenset(w for w in folded.split() if len(w) >= _LONG)
