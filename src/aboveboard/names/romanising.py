"""Names as they sound: ideographs as toneless pinyin, Latin letters as they are, all blurred by ear."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.exchange import singled
from aboveboard.names.expansions import initials, syllables
from aboveboard.names.few import FEW
from aboveboard.names.lines import joined, parted
from aboveboard.names.ordering import cuts
from aboveboard.names.read_at_once import read_at_once
from aboveboard.names.sounds import blur, readings

__all__ = ["by_initials", "of_initials", "reading", "romanised"]

_INITIALS = "[bpmfdtnlgkhjqxzcsryw]"
_SHORTEST = 4
_OTHERS, _WAYS = 3, 3
"""Characters of a name that are read otherwise, one at a time, and how many readings of each count."""

_SIGN = re.compile("[\u3007\u3400-\u9fff]")


@cache
def _syllables() -> frozenset[str]:
    return frozenset(s for code in range(0x4E00, 0x9FA6) for s in readings(chr(code)))


@cache
def _spoken() -> str:
    """Return a pattern for Latin text that can be pinyin: syllables, with initials before or after them, or initials only."""
    syllable = f"(?:{'|'.join(sorted(_syllables(), key=lambda s: (-len(s), s)))})"
    return f"^(?:{_INITIALS}{{0,{_LED}}}{syllable}+|{syllable}+{_INITIALS}{{1,{_LED}}}|{_LETTERS}{{4,12}})$"


_LED = 6
_LETTERS = "[bpmfdtnlgkhjqxzcsrywaoe]"
_SHORT = re.compile(f"{_LETTERS}{{4,12}}")
_LEADING, _TRAILING = re.compile(f"{_INITIALS}{{0,{_LED}}}"), re.compile(f"{_INITIALS}{{1,{_LED}}}$")


@lru_cache(maxsize=16_384)
def _sayable(text: str) -> bool:
    """Tell of one text what `_spoken` tells of many: a pattern of RE2 is compiled anew for every array."""
    if not text.isalpha():
        return False
    if _SHORT.fullmatch(text):
        return True
    led = _LEADING.match(text)
    if len(text) in _reached(text, range(led.end() + 1 if led else 1)):
        return True
    ends = _reached(text, range(1))
    return any(_TRAILING.fullmatch(text, end) for end in ends)


def _reached(text: str, starts: Iterable[int]) -> set[int]:
    """Return the places to which syllables lead, one after the other, from any of `starts`."""
    known, sizes, ends = _syllables(), _sizes(), set[int]()
    waiting = set(starts)
    for start in range(len(text)):
        if start in waiting or start in ends:
            for size in sizes.get(text[start], ()):
                if text[start : start + size] in known and start + size <= len(text):
                    ends.add(start + size)
    return ends


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """Return how many letters the syllables have that begin with a letter."""
    return {
        first: tuple(sorted({len(s) for s in _syllables() if s[0] == first})) for first in {s[0] for s in _syllables()}
    }


def romanised(place: pa.Array, words: pa.Array, han: pa.Array, *, protected: bool) -> tuple[pa.Array, pa.Array]:
    """Return (place, key) of the names that can be read aloud as Mandarin; a name may have several keys.

    `han` says which names hold an ideograph. The others count only where all their letters can be pinyin; protected
    names in Latin letters have no key of this family.
    """
    at, keys = _signs(place.filter(han), words.filter(han), protected=protected)
    if protected:
        return at, keys
    bare = pc.replace_substring(words, " ", "")
    could = pc.and_(
        pc.invert(han), pc.and_(pc.ascii_is_alpha(bare), pc.greater_equal(pc.binary_length(bare), _SHORTEST))
    )
    latin, where = bare.filter(could), place.filter(could)
    spoken = _can_be_said(latin)
    latin = pc.replace_with_mask(latin, pc.invert(spoken), _once(latin.filter(pc.invert(spoken))))
    spoken = pc.replace_with_mask(spoken, pc.invert(spoken), _can_be_said(latin.filter(pc.invert(spoken))))
    latin = latin.filter(spoken)
    blurred = parted(_key(joined(latin))) if len(latin) else latin
    return pa.concat_arrays([at, where.filter(spoken)]), pa.concat_arrays([keys, blurred])


def reading(words: str, *, han: bool) -> list[str]:
    """Return the keys of one name that is not protected; none where it cannot be read aloud as Mandarin."""
    bare = words.replace(" ", "")
    if han:
        return _key("\n".join(_account(bare))).split("\n")
    if not bare.isascii():
        return []
    text = bare if _sayable(bare) else singled(bare).replace("rn", "m")
    return [_key(text)] if len(bare) >= _SHORTEST and _sayable(text) else []


def by_initials(core: str) -> str:
    """Return the key of two or three letters that stand beside words in ideographs, such as zfb of ZFB客服; empty for other names."""
    return f"~{core}" if _FEW.fullmatch(core) else ""


_FEW = re.compile("[a-z]{2,3}")


def of_initials(name: str) -> set[str]:
    """Return the keys under which `by_initials` finds a protected name of two or three ideographs."""
    if not _BRIEF.fullmatch(name):
        return set()
    return {"~" + "".join(s[0] for s in way) for way in syllables(name)}


_BRIEF = re.compile("[\u3400-\u9fff]{2,3}")


def _can_be_said(latin: pa.Array) -> pa.Array:
    """Tell which Latin names can be pinyin."""
    if len(latin) <= FEW:
        return pa.array([_sayable(n) for n in latin.to_pylist()], pa.bool_())
    return pc.match_substring_regex(latin, _spoken())


def _once(words: pa.Array) -> pa.Array:
    """Return Latin names with letters that follow themselves once, and with m where two letters draw it: haifengyinnhang, rningzhu."""
    return pc.replace_substring(parted(singled(joined(words))), "rn", "m") if len(words) else words


def _key(text: str) -> str:
    """Return romanised text as it is looked up: blurred by ear, letters that follow themselves once, as `loosely.loose` has them."""
    return singled(blur(text))


def _signs(place: pa.Array, words: pa.Array, *, protected: bool) -> tuple[pa.Array, pa.Array]:
    if not len(words):
        return pa.array([], pa.int32()), pa.array([], pa.string())
    names = pc.replace_substring(words, " ", "").to_pylist()
    if not protected and len(names) >= _MANY:
        rows, keys = read_at_once(names, _SAID.__getitem__, most=_WAYS, others=_OTHERS)
        return place.take(rows), keys
    found = list(map(_protected if protected else _account, names))
    at = [p for p, ways in zip(place.to_pylist(), found, strict=True) for _ in ways]
    keys = _key("\n".join([way for ways in found for way in ways])).split("\n")
    return pa.array(at, pa.int32()), pa.array(keys, pa.string())


_MANY = 16_384
"""Names from which the compiled loop is worth it; few scans of a small world have so many look-alikes."""


def _protected(name: str) -> set[str]:
    ways = syllables(name)
    turned = {"".join(way[cut:] + way[:cut]) for way in ways[:_TURNED] for cut in cuts(name)}
    return {"".join(way) for way in ways} | {mixed for way in ways[:4] for mixed in initials(way)} | turned


_TURNED = 4
"""Ways to read a name that are turned round too."""


class _Said(dict[str, tuple[str, ...]]):
    """The readings of each character, itself where it has none, looked up when first met."""

    def __missing__(self, char: str) -> tuple[str, ...]:
        self[char] = ways = readings(char) or (char,)
        return ways


_SAID = _Said()


def _account(name: str) -> set[str]:
    """Return the commonest reading of the name, and with one polyphone at a time in its second or third reading."""
    ways = list(map(_SAID.__getitem__, name))
    first = [way[0] for way in ways]
    found = {"".join(first)}
    for i in [i for i, way in enumerate(ways) if len(way) > 1][:_OTHERS]:
        found |= {"".join([*first[:i], other, *first[i + 1 :]]) for other in ways[i][1:_WAYS]}
    return found
