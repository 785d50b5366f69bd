"""Every name as the few keys under which its look-alikes are found. Two names that share (family, key) are candidates.

A key is for finding, never for judging: `likeness` says what really differs. Families:
- `plain`: the fold of `folding.fold`.
- `loose`: plain, and digits read as letters, repeated letters once, marks dropped, ideographs by the class of their shape,
  fillers such as の dropped, parts of a character joined.
- `sound`: romanised and blurred by ear, Latin letters and ideographs in one string.
- `order`: the words, or the ideographs, in a fixed order.
- `heard`: Latin letters by their sound, every vowel alike; other scripts too, as they are spoken.
- `bones`: of protected names in other scripts, the consonants of every way to say them. No account has such a key: it is met by
  `heard` without vowels.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names import expansions
from aboveboard.names.abroad import abroad
from aboveboard.names.affixes import stripped
from aboveboard.names.cantonese import in_traditional, read_in_cantonese
from aboveboard.names.characters import simplified
from aboveboard.names.display import lettered, voiced
from aboveboard.names.few import searched
from aboveboard.names.folding import fold
from aboveboard.names.hearing import mixtures_by_ear, said_otherwise, skeletons_by_ear
from aboveboard.names.japanese import kana_replaced, read_alike
from aboveboard.names.letters import beyond_ascii, by_script, letters, matching
from aboveboard.names.loosely import loose, unmarked
from aboveboard.names.offered import offered
from aboveboard.names.ordering import signs_in_order, words_in_order
from aboveboard.names.parts import joined
from aboveboard.names.pieces import Piece, present, spread
from aboveboard.names.read_aloud import in_pinyin, with_digits
from aboveboard.names.respelling import respellings
from aboveboard.names.rewriting import OF_ANY_LETTERS, REWRITTEN
from aboveboard.names.romanising import romanised
from aboveboard.names.short_forms import shortened_names
from aboveboard.names.singly import (
    CAMEL,
    CANTONESE,
    DIGITS,
    HAN,
    KANA,
    MIXTURE,
    PACKED,
    READ_ALOUD,
    SAID,
    SHORTEST_MIXTURE,
    SINGLY,
    forms_of,
)
from aboveboard.names.speech import FOREIGN, Spoken, plainly_said, ways_to_say
from aboveboard.names.translated import in_english
from aboveboard.names.transliterating import kana_spoken, read_whole, written_out
from aboveboard.names.versions import versions, written_as_one
from aboveboard.names.ways_said import spoken_forms

__all__ = ["FAMILIES", "forms", "loose"]

FAMILIES = ("plain", "loose", "sound", "order", "heard", "bones")


def forms(
    names: pa.Array | pa.ChunkedArray, *, protected: bool = False, plain: bool = True, bones: bool = True
) -> pa.Table:
    """Return (row int32, family string, key string, core bool) for every name; a null name has no rows.

    A key may come twice for a row: of the name as it stands, and of it without affixes (`core`).

    `protected` adds the expansions that only the few names worth protecting can afford: look-alike ideographs one at a
    time, every reading of polyphones, initials of names with at least four syllables. Without `plain`, or `bones`, that family
    is left out.
    """
    if not protected and len(names) <= SINGLY:
        return forms_of(names.to_pylist())
    whole = names.combine_chunks() if isinstance(names, pa.ChunkedArray) else names
    coded = whole.dictionary_encode()
    distinct = coded.dictionary.cast(pa.string())
    parted = _parted(distinct, letters(distinct))
    bare = stripped(parted)
    pieces = _pieces(distinct, parted, bare, protected=protected, folded=plain, bones=bones)
    cores = bare.dictionary_encode()
    left = _of(_places(cores.dictionary), cores.dictionary, core=True, protected=protected)
    return pa.concat_tables([spread(pieces, coded.indices), spread(left, cores.indices.take(coded.indices))])


def _places(texts: pa.Array) -> pa.Array:
    return pa.array(np.arange(len(texts), dtype=np.int32))


def _pieces(
    names: pa.Array, parted: pa.Array, bare: pa.Array, *, protected: bool, folded: bool, bones: bool
) -> list[Piece]:
    """Return all keys but those of names without affixes, which many names share."""
    everyone = _places(names)
    pieces = [Piece(everyone, "plain", fold(names).key, core=False)] if folded else []
    pieces.append(_in_cantonese(names, everyone, protected=protected))
    pieces += [_across_scripts(names, everyone, protected=protected), _in_kana(names, everyone, protected=protected)]
    pieces += (
        [
            *_foreign_ways(names, everyone, bones=bones),
            *_as_written(names, everyone),
            *_in_english(names, everyone),
            *_respelled(names, everyone),
            *_otherwise_put(names, everyone),
        ]
        if protected
        else [_foreign(names, everyone)]
    )
    pieces += [] if protected else [*_leet_by_ear(names, everyone), *_with_digits_by_ear(names, everyone)]
    more = shortened_names(names, everyone) if protected else []
    for place, written, core in (*_writings(names, everyone, letters(names), parted, protected=protected), *more):
        pieces += _of(place, written, core=core, protected=protected)
    pieces += [] if protected else _offered(parted, bare, everyone)
    return pieces


def _offered(parted: pa.Array, bare: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return the keys of names without what organisations offer beside theirs."""
    place, left = _left(parted, bare, everyone)
    if not len(left):
        return []
    at, keys = romanised(place, left, beyond_ascii(left, HAN), protected=False)
    return [
        Piece(place, "loose", loose(left), core=True),
        Piece(*_by_ear(place, left), core=True),
        Piece(at, "sound", keys, core=True),
    ]


def _left(parted: pa.Array, bare: pa.Array, everyone: pa.Array) -> tuple[pa.Array, pa.Array]:
    there = pc.is_valid(parted)
    return offered(parted.filter(there), bare.filter(there), everyone.filter(there))


def _writings(
    names: pa.Array, everyone: pa.Array, plain: pa.Array, parted: pa.Array, *, protected: bool
) -> list[tuple[pa.Array, pa.Array, bool]]:
    """Return the ways to take a name: as it stands, parted at capitals, and rewritten as it may be shown."""
    camel = pc.fill_null(pc.not_equal(parted, plain), False)
    glued = stripped(plain.filter(camel))
    found = [
        (everyone, plain, False),
        (everyone.filter(camel), parted.filter(camel), False),
        (*present(everyone.filter(camel), glued), True),
    ]
    for pattern, rewrite in REWRITTEN:
        which = (matching if rewrite in OF_ANY_LETTERS else beyond_ascii)(names, pattern)
        if pc.any(which).as_py():
            rewritten = pa.array([rewrite(n) for n in names.filter(which).to_pylist()], pa.string())
            parted = letters(rewritten, camel=True)
            if rewrite is not lettered:
                found.append((everyone.filter(which), parted, False))
            bare = stripped(parted)
            found.append((*present(everyone.filter(which), bare), True))
            if not protected:
                found.append((*_left(parted, bare, everyone.filter(which)), True))
    return found


def _otherwise_put(names: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return keys of protected names as they are put otherwise, or in another language, in any order of their words; see `versions`."""
    rows = zip(everyone.to_pylist(), names.to_pylist(), strict=True)
    made = [(p, way) for p, n in rows if n for way in (*versions(n), *abroad(n))]
    place, words = present(
        pa.array([p for p, _ in made], pa.int32()), letters(pa.array([w for _, w in made], pa.string()))
    )
    if not len(words):
        return []
    turned = [(p, way) for p, w in zip(place.to_pylist(), words.to_pylist(), strict=True) for way in written_as_one(w)]
    return [
        Piece(place, "loose", loose(words), core=True),
        Piece(place, "order", words_in_order(words), core=True),
        Piece(
            pa.array([p for p, _ in turned], pa.int32()),
            "loose",
            loose(pa.array([w for _, w in turned], pa.string())),
            core=True,
        ),
        Piece(*_by_ear(place, words), core=True),
    ]


def _parted(names: pa.Array, plain: pa.Array) -> pa.Array:
    """Return the letters of names with words written in one parted at their capitals; few names have such."""
    camel = matching(names, CAMEL)
    if not pc.any(camel).as_py():
        return plain
    return pc.replace_with_mask(plain, camel, letters(names.filter(camel), camel=True))


def _of(place: pa.Array, words: pa.Array, *, core: bool, protected: bool) -> list[Piece]:
    place, words = present(place, words)
    if not len(words):
        return []
    pieces = [Piece(place, "loose", loose(words), core)]
    han = beyond_ascii(words, HAN)
    signs = pc.or_(han, searched(words, r"\p{Hangul}")) if protected else han
    pieces += _ideographic(place.filter(signs), words.filter(signs), core=core, protected=protected)
    at, keys = romanised(place, words, han, protected=protected)
    pieces += [Piece(at, "sound", keys, core), *_ordered(place, words, han, core=core)]
    pieces.append(Piece(*_by_ear(place, words), core))
    return (
        [*pieces, *(() if core else _heard_otherwise(place, words)), *_rearranged(place, words, core=core)]
        if protected
        else pieces
    )


def _heard_otherwise(place: pa.Array, words: pa.Array) -> list[Piece]:
    """Return the `heard` keys of protected names as other languages say their letters."""
    plain = by_script(words, lambda text: text, unmarked).to_pylist()
    made = [(p, way) for p, w in zip(place.to_pylist(), plain, strict=True) if w.isascii() for way in said_otherwise(w)]
    at, texts = zip(*made, strict=True) if made else ((), ())
    return [Piece(*_by_ear(pa.array(at, pa.int32()), pa.array(texts, pa.string())), core=False)]


def _by_ear(place: pa.Array, words: pa.Array) -> tuple[pa.Array, str, pa.Array]:
    plain = by_script(words, lambda text: text, unmarked)
    at, keys = skeletons_by_ear(place, plain)
    return at, "heard", keys


def _across_scripts(names: pa.Array, everyone: pa.Array, *, protected: bool) -> Piece:
    """Return `heard` keys of mixtures of Latin and other letters; of protected names in other scripts, of all their mixtures."""
    which = beyond_ascii(names, r"[^\x00-\x7f]" if protected else MIXTURE)
    at, texts = everyone.filter(which).to_pylist(), names.filter(which).to_pylist()
    rows = [(p, w) for p, n in zip(at, texts, strict=True) for w in (sorted(written_out(n)) if protected else (n,))]
    keys = pa.array(mixtures_by_ear([w for _, w in rows]), pa.string())
    place = pa.array([p for p, _ in rows], pa.int32())
    enough = pc.greater_equal(pc.binary_length(keys), SHORTEST_MIXTURE)
    return Piece(place.filter(enough), "heard", keys.filter(enough), core=False)


def _in_kana(names: pa.Array, everyone: pa.Array, *, protected: bool) -> Piece:
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


def _in_cantonese(names: pa.Array, everyone: pa.Array, *, protected: bool) -> Piece:
    """Return `sound` keys of names in traditional characters as they are said in Cantonese."""
    which = beyond_ascii(names, HAN)
    at, texts = everyone.filter(which).to_pylist(), names.filter(which).to_pylist()
    said = ((at[n], way) for n in in_traditional(texts) for way in read_in_cantonese(texts[n], protected=protected))
    rows = [(p, f"{CANTONESE}{way}") for p, way in said]
    place, keys = zip(*rows, strict=True) if rows else ((), ())
    return Piece(pa.array(place, pa.int32()), "sound", pa.array(keys, pa.string()), core=False)


def _leet_by_ear(names: pa.Array, everyone: pa.Array) -> list[Piece]:
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
        found += [Piece(*_by_ear(where, texts), core=core), Piece(at, "sound", keys, core=core)]
    return found


def _with_digits_by_ear(names: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return `heard` keys of ASCII names with digits between letters as they stand: 7 and 4 are letters of Arabic and Russian."""
    which = pc.and_(matching(names, READ_ALOUD), pc.fill_null(pc.string_is_ascii(names), False))
    if not pc.any(which).as_py():
        return []
    keys = pa.array(mixtures_by_ear(names.filter(which).to_pylist()), pa.string())
    enough = pc.greater_equal(pc.binary_length(keys), SHORTEST_MIXTURE)
    return [Piece(everyone.filter(which).filter(enough), "heard", keys.filter(enough), core=False)]


def _as_written(names: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return `loose` keys of look-alikes of protected names in traditional or Japanese forms, and of what is read like them in Japan."""
    return _loosely([
        (p, text)
        for p, n in zip(everyone.to_pylist(), names.to_pylist(), strict=True)
        if n and not n.isascii()
        for text in (*(expansions.shapes(n) if simplified(n) != n else ()), *read_alike(n), *kana_replaced(n))
    ])  # fmt: skip


def _respelled(names: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return `loose` keys of protected names spelled otherwise and heard the same in their language."""
    rows = zip(everyone.to_pylist(), names.to_pylist(), strict=True)
    ways = ((p, way) for p, n in rows if n for way in (n, *versions(n)[:1]))
    spelled = [(p, text) for p, way in ways for text in respellings(way)]
    rows = zip(everyone.to_pylist(), names.to_pylist(), strict=True)
    return _loosely([*spelled, *((p, text) for p, n in rows if n for text in (*with_digits(n), *in_pinyin(n)))])


def _loosely(made: list[tuple[int, str]]) -> list[Piece]:
    """Return the `loose` keys of texts, each with the place of the name it stands for."""
    if not made:
        return []
    at, texts = zip(*made, strict=True)
    place, words = present(pa.array(at, pa.int32()), letters(pa.array(texts, pa.string())))
    return [Piece(place, "loose", loose(words), core=False)]


def _in_english(names: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return the keys of protected names put into English, in any order of their words and written as one."""
    rows = zip(everyone.to_pylist(), names.to_pylist(), strict=True)
    made = [(p, text) for p, n in rows if n and not n.isascii() for text in sorted(in_english(n))]
    if not made:
        return []
    at, texts = zip(*made, strict=True)
    place, words = present(pa.array(at, pa.int32()), letters(pa.array(texts, pa.string())))
    return [
        Piece(place, "loose", loose(words), core=False),
        Piece(place, "order", words_in_order(words), core=False),
    ]


def _foreign(names: pa.Array, everyone: pa.Array) -> Piece:
    """Return `heard` keys of names in letters that are written as they are spoken."""
    which = beyond_ascii(names, FOREIGN)
    keys = pa.array(plainly_said(names.filter(which).to_pylist()), pa.string())
    enough = pc.greater_equal(pc.binary_length(keys), SHORTEST_MIXTURE)
    return Piece(everyone.filter(which).filter(enough), "heard", keys.filter(enough), core=False)


def _foreign_ways(names: pa.Array, everyone: pa.Array, *, bones: bool) -> list[Piece]:
    """Return the keys of protected names of other scripts in every usual way to say them."""
    rows = zip(everyone.to_pylist(), names.to_pylist(), strict=True)
    told = [(p, ways_to_say(way, bones=bones)) for p, n in rows if n and not n.isascii() for way in spoken_forms(n)]
    found = ((family, [(p, k) for p, ways in told for k in sorted(getattr(ways, family))]) for family in Spoken._fields)
    return [
        Piece(
            pa.array([p for p, _ in keys], pa.int32()), family, pa.array([k for _, k in keys], pa.string()), core=False
        )
        for family, keys in found
    ]


def _rearranged(place: pa.Array, words: pa.Array, *, core: bool) -> list[Piece]:
    """Return more loose keys of protected names: two letters turned round, words written as one in another order."""
    made = [
        (p, text)
        for p, w in zip(place.to_pylist(), words.to_pylist(), strict=True)
        for text in (
            *expansions.turned(w.replace(" ", "")),
            *expansions.orders(w),
            *expansions.rotations(w.replace(" ", "")),
            *expansions.turned_within(w),
            *expansions.stuttered(w.replace(" ", "")),
            *expansions.runs_turned(w),
        )
    ]
    if not made:
        return []
    at, texts = zip(*made, strict=True)
    return [Piece(pa.array(at, pa.int32()), "loose", loose(pa.array(texts, pa.string())), core)]


def _ideographic(place: pa.Array, words: pa.Array, *, core: bool, protected: bool) -> list[Piece]:
    """Return more loose keys of names with ideographs: parts joined; look-alikes of protected ones, one at a time."""
    written = [w.replace(" ", "") for w in words.to_pylist()]
    other = [(p, text) for p, w in zip(place.to_pylist(), written, strict=True) for text in joined(w)]
    if protected:
        other += [(p, text) for p, w in zip(place.to_pylist(), written, strict=True) for text in expansions.shapes(w)]
    if not other:
        return []
    at, texts = zip(*other, strict=True)
    return [
        Piece(
            pa.array(at, pa.int32()),
            "loose",
            loose(pa.array(simplified("\n".join(texts)).split("\n"), pa.string())),
            core,
        )
    ]


def _ordered(place: pa.Array, words: pa.Array, han: pa.Array, *, core: bool) -> list[Piece]:
    """Return keys that do not depend on the order of words, or of at least four ideographs."""
    several = pc.and_(pc.match_substring(words, " "), pc.invert(han))
    packed = beyond_ascii(words, PACKED)
    found: list[Piece] = []
    for which, sort in ((several, words_in_order), (packed, signs_in_order)):
        if pc.any(which).as_py():
            found.append(Piece(place.filter(which), "order", sort(words.filter(which)), core))
    return found
