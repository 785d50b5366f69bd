"""Names as they sound: ideographs as toneless pinyin, Latin letters as they are, all blurred by ear."""

from __future__ import annotations

import re
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.expansions import initials, syllables
from aboveboard.names.sounds import blur, readings

__all__ = ["romanised"]

_INITIALS = "[bpmfdtnlgkhjqxzcsryw]"
_SHORTEST = 4
_OTHERS = 3
_SIGN = re.compile("[\u3007\u3400-\u9fff]")


@cache
def _spoken() -> str:
    """Return a pattern for Latin text that can be pinyin: syllables, with initials before or after them, or initials only."""
    every = sorted({s for code in range(0x4E00, 0x9FA6) for s in readings(chr(code))}, key=lambda s: (-len(s), s))
    syllable = f"(?:{'|'.join(every)})"
    return f"^(?:{_INITIALS}{{0,6}}{syllable}+|{syllable}+{_INITIALS}{{1,6}}|[bpmfdtnlgkhjqxzcsrywaoe]{{4,12}})$"


def romanised(place: pa.Array, words: pa.Array, han: pa.Array, *, protected: bool) -> tuple[pa.Array, pa.Array]:
    """Return (place, key) of the names that can be read aloud as Mandarin; a name may have several keys.

    `han` says which names hold an ideograph. The others count only where all their letters can be pinyin; protected
    names in Latin letters have no key of this family.
    """
    at, keys = _signs(place.filter(han), words.filter(han), protected=protected)
    if protected:
        return pa.array(at, pa.int32()), pa.array(keys, pa.string())
    bare = pc.replace_substring(words, " ", "")
    could = pc.and_(
        pc.invert(han), pc.and_(pc.string_is_ascii(bare), pc.greater_equal(pc.utf8_length(bare), _SHORTEST))
    )
    latin, where = bare.filter(could), place.filter(could)
    spoken = pc.match_substring_regex(latin, _spoken())
    blurred = blur("\n".join(latin.filter(spoken).to_pylist())).split("\n") if pc.any(spoken).as_py() else []
    return (
        pa.concat_arrays([pa.array(at, pa.int32()), where.filter(spoken)]),
        pa.array([*keys, *blurred], pa.string()),
    )


def _signs(place: pa.Array, words: pa.Array, *, protected: bool) -> tuple[list[int], list[str]]:
    at, keys = list[int](), list[str]()
    for p, name in zip(place.to_pylist(), words.to_pylist(), strict=True):
        found = _protected(name.replace(" ", "")) if protected else _account(name.replace(" ", ""))
        at += [p] * len(found)
        keys += found
    return at, blur("\n".join(keys)).split("\n") if keys else keys


def _protected(name: str) -> set[str]:
    ways = syllables(name)
    return {"".join(way) for way in ways} | {mixed for way in ways[:4] for mixed in initials(way)}


def _account(name: str) -> set[str]:
    """Return the commonest reading of the name, and with one polyphone at a time in its second or third reading."""
    ways = [readings(c) or (c,) for c in name]
    first = [way[0] for way in ways]
    found = {"".join(first)}
    for i in [i for i, way in enumerate(ways) if len(way) > 1][:_OTHERS]:
        found |= {"".join([*first[:i], other, *first[i + 1 :]]) for other in ways[i][1:3]}
    return found
