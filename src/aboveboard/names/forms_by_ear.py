"""The keys of names as they are heard: mixtures of scripts, kana, Cantonese, digits read aloud, and letters written as they are spoken."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.affixes import stripped
from aboveboard.names.cantonese import in_traditional, read_in_cantonese
from aboveboard.names.characters import simplified
from aboveboard.names.display import lettered, voiced
from aboveboard.names.few import FEW
from aboveboard.names.hearing import mixtures_by_ear, said_otherwise, skeletons_by_ear
from aboveboard.names.japanese import kana_replaced
from aboveboard.names.letters import beyond_ascii, by_script, letters, matching
from aboveboard.names.loosely import unmarked
from aboveboard.names.pieces import Piece, keyed, present
from aboveboard.names.romanising import by_initials, of_initials, romanised
from aboveboard.names.sides import piece_of
from aboveboard.names.singly import CANTONESE, DIGITS, HAN, KANA, MIXTURE, READ_ALOUD, SAID, SHORTEST_MIXTURE
from aboveboard.names.speech import FOREIGN, Spoken, all_ways_to_say, plainly_said
from aboveboard.names.transliterating import kana_spoken, read_whole, written_out
from aboveboard.names.ways_said import spoken_forms

__all__ = [
    "across_scripts",
    "by_ear",
    "foreign",
    "foreign_ways",
    "heard_otherwise",
    "heard_too",
    "in_cantonese",
    "in_kana",
    "initials_beside",
    "leet_by_ear",
    "pieces_by_ear",
    "with_digits_by_ear",
]


def heard_otherwise(place: pa.Array, words: pa.Array) -> list[Piece]:
    """Return the `heard` keys of protected names as other languages say their letters."""
    plain = by_script(words, lambda text: text, unmarked).to_pylist()
    made = [(p, way) for p, w in zip(place.to_pylist(), plain, strict=True) if w.isascii() for way in said_otherwise(w)]
    at, texts = zip(*made, strict=True) if made else ((), ())
    return [Piece(*by_ear(pa.array(at, pa.int32()), pa.array(texts, pa.string())), core=False)]


def by_ear(place: pa.Array, words: pa.Array) -> tuple[pa.Array, str, pa.Array]:
    """Return (place, family, key) of words (`letters.letters`) as they are heard."""
    if len(words) > FEW:  # most are handles with digits, which have no such key
        could = pc.or_(pc.invert(pc.string_is_ascii(words)), pc.ascii_is_alpha(pc.replace_substring(words, " ", "")))
        place, words = place.filter(could), words.filter(could)
    plain = by_script(words, lambda text: text, unmarked)
    at, keys = skeletons_by_ear(place, plain)
    return at, "heard", keys


def across_scripts(names: pa.Array, everyone: pa.Array, *, protected: bool) -> Piece:
    """Return `heard` keys of mixtures of Latin and other letters; of protected names in other scripts, of all their mixtures."""
    which = beyond_ascii(names, r"[^\x00-\x7f]" if protected else MIXTURE)
    at, texts = everyone.filter(which).to_pylist(), names.filter(which).to_pylist()
    rows = [(p, w) for p, n in zip(at, texts, strict=True) for w in (sorted(written_out(n)) if protected else (n,))]
    keys = pa.array(mixtures_by_ear([w for _, w in rows]), pa.string())
    place = pa.array([p for p, _ in rows], pa.int32())
    enough = pc.greater_equal(pc.binary_length(keys), SHORTEST_MIXTURE)
    return Piece(place.filter(enough), "heard", keys.filter(enough), core=False)


def in_kana(names: pa.Array, everyone: pa.Array, *, protected: bool) -> Piece:
    """Return `heard` keys of names written wholly or partly in kana; of protected ideographs, of all ways to say them."""
    which = beyond_ascii(names, HAN if protected else KANA)
    at, texts = everyone.filter(which).to_pylist(), names.filter(which).to_pylist()
    rows = [
        (p, w)
        for p, n in zip(at, texts, strict=True)
        for w in ((*read_whole(n), *map(kana_spoken, kana_replaced(n))) if protected else [kana_spoken(n)])
    ]
    keys = mixtures_by_ear([w for _, w in rows])
    said = [f"{SAID}{k}" if k.isascii() else k for k in keys]
    there = [n for n, k in enumerate(keys) if len(k.encode()) >= SHORTEST_MIXTURE]
    place = pa.array([rows[n][0] for n in there], pa.int32())
    return Piece(place, "heard", pa.array([said[n] for n in there], pa.string()), core=False)


def in_cantonese(names: pa.Array, everyone: pa.Array, *, protected: bool) -> Piece:
    """Return `sound` keys of names in traditional characters as they are said in Cantonese."""
    which = beyond_ascii(names, HAN)
    at, texts = everyone.filter(which).to_pylist(), names.filter(which).to_pylist()
    said = ((at[n], way) for n in in_traditional(texts) for way in read_in_cantonese(texts[n], protected=protected))
    rows = [(p, f"{CANTONESE}{way}") for p, way in said]
    place, keys = zip(*rows, strict=True) if rows else ((), ())
    return Piece(pa.array(place, pa.int32()), "sound", pa.array(keys, pa.string()), core=False)


def leet_by_ear(names: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return the keys by ear of names with digits for letters, the digits read as they look and as they are said."""
    which = matching(names, DIGITS)
    if not pc.any(which).as_py():
        return []
    rows = zip(everyone.filter(which).to_pylist(), names.filter(which).to_pylist(), strict=True)
    read = [(p, way) for p, n in rows for way in dict.fromkeys((lettered(n), voiced(n)))]
    at, texts = zip(*read, strict=True)
    place, words = present(pa.array(at, pa.int32()), letters(pa.array(texts, pa.string())))
    bare, left = present(place, stripped(words))
    found = list[Piece]()
    for where, texts, core in ((place, words, False), (bare, left, True)):
        at, keys = romanised(where, texts, beyond_ascii(texts, HAN), protected=False)
        found += [Piece(*by_ear(where, texts), core=core), Piece(at, "sound", keys, core=core)]
    return found


def with_digits_by_ear(names: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return `heard` keys of ASCII names with digits between letters as they stand: 7 and 4 are letters of Arabic and Russian."""
    which = pc.and_(matching(names, READ_ALOUD), pc.fill_null(pc.string_is_ascii(names), False))
    if not pc.any(which).as_py():
        return []
    keys = pa.array(mixtures_by_ear(names.filter(which).to_pylist()), pa.string())
    enough = pc.greater_equal(pc.binary_length(keys), SHORTEST_MIXTURE)
    return [Piece(everyone.filter(which).filter(enough), "heard", keys.filter(enough), core=False)]


def foreign(names: pa.Array, everyone: pa.Array) -> Piece:
    """Return `heard` keys of names in letters that are written as they are spoken."""
    which = beyond_ascii(names, FOREIGN)
    keys = pa.array(plainly_said(names.filter(which).to_pylist()), pa.string())
    enough = pc.greater_equal(pc.binary_length(keys), SHORTEST_MIXTURE)
    return Piece(everyone.filter(which).filter(enough), "heard", keys.filter(enough), core=False)


def foreign_ways(names: pa.Array, everyone: pa.Array, *, bones: bool) -> list[Piece]:
    """Return the keys of protected names of other scripts in every usual way to say them."""
    rows = zip(everyone.to_pylist(), names.to_pylist(), strict=True)
    said = [(p, way) for p, n in rows if n and not n.isascii() for way in spoken_forms(n)]
    told = list(zip([p for p, _ in said], all_ways_to_say([way for _, way in said], bones=bones), strict=True))
    found = ((family, [(p, k) for p, ways in told for k in sorted(getattr(ways, family))]) for family in Spoken._fields)
    return [keyed(keys, family, core=False) for family, keys in found]


def pieces_by_ear(names: pa.Array, parted: pa.Array, place: pa.Array, left: pa.Array) -> Piece:
    """Return `heard` keys of what is left of names of several words in other scripts, without what stands beside: Алипей поддержка.

    `place` and `left` say what is left of which name; `parted` are all names as letters.
    """
    at, texts = list[int](), list[str]()
    if len(left):
        name, words = names.take(place), parted.take(place)
        which = pc.fill_null(pc.and_(beyond_ascii(name, FOREIGN), pc.match_substring(words, " ")), False)
        rows = zip(*(a.filter(which).to_pylist() for a in (place, name, words, left)), strict=True)
        for p, n, w, rest in rows:
            if piece := piece_of(n, w, rest):
                at.append(p)
                texts.append(piece)
    keys = pa.array(plainly_said(texts), pa.string())
    enough = pc.greater_equal(pc.binary_length(keys), SHORTEST_MIXTURE)
    return Piece(pa.array(at, pa.int32()).filter(enough), "heard", keys.filter(enough), core=True)


def initials_beside(names: pa.Array, parted: pa.Array, bare: pa.Array, everyone: pa.Array, *, protected: bool) -> Piece:
    """Return keys of two or three initials of a name: of protected ones, and of letters beside words in ideographs."""
    which = beyond_ascii(names, HAN)
    rows = zip(
        everyone.filter(which).to_pylist(), (parted if protected else bare).filter(which).to_pylist(), strict=True
    )
    ways = ((p, of_initials(simplified(w)) if protected else {by_initials(w)}) for p, w in rows if w)
    return keyed(((p, key) for p, keys in ways for key in sorted(keys) if key), "sound", core=not protected)


def heard_too(written: list[str], source: Sequence[int], drawn: pa.Array) -> pa.Array:
    """Tell which look-alikes of protected names have one ideograph of another shape: another may be misheard beside it.

    `source` says of which of `written` each of `drawn` is a look-alike.
    """
    read = simplified("\n".join(written)).split("\n")
    names = [s if len(w) >= _FIVE and len(s) == len(w) else "" for w, s in zip(written, read, strict=True)]
    size, of = np.fromiter(map(len, names), np.int64, len(names)), np.array(source, np.int64)
    alike = (size[of] == pc.utf8_length(drawn).to_numpy()) & (size[of] > 0)
    if alike.any():
        alike[alike] = _once_different(names, of[alike], drawn.filter(pa.array(alike)))
    return pa.array(alike)


def _once_different(names: list[str], of: npt.NDArray[np.int64], texts: pa.Array) -> npt.NDArray[np.bool_]:
    """Tell which texts differ from a name of the same length, none empty, in exactly one character; `of` says from which name."""
    ours, theirs = (np.frombuffer("".join(some).encode("utf-32-le"), np.uint32) for some in (names, texts.to_pylist()))
    size = np.fromiter(map(len, names), np.int64, len(names))
    begin, lengths = np.cumsum(size) - size, size[of]
    starts = np.cumsum(lengths) - lengths
    other = ours[np.repeat(begin[of] - starts, lengths) + np.arange(len(theirs))] != theirs
    return np.add.reduceat(other, starts, dtype=np.int64) == 1


_FIVE = 5
"""Ideographs from which a name is so told from others that one may be of another shape and one of another sound."""
