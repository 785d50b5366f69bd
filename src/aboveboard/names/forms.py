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

from collections.abc import Callable, Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names import expansions
from aboveboard.names.abroad import abroad
from aboveboard.names.affixes import stripped
from aboveboard.names.at_desks import heads_of, may_be_at_desks
from aboveboard.names.beside_initials import initial_pieces
from aboveboard.names.bodies_abroad import may_be_bodies, may_be_body, put_into_english
from aboveboard.names.characters import simplified
from aboveboard.names.display import lettered
from aboveboard.names.few import searched
from aboveboard.names.folding import fold
from aboveboard.names.forms_by_ear import (
    across_scripts,
    by_ear,
    foreign,
    foreign_ways,
    heard_otherwise,
    heard_too,
    in_cantonese,
    in_kana,
    initials_beside,
    leet_by_ear,
    pieces_by_ear,
    with_digits_by_ear,
)
from aboveboard.names.hidden_runs import hidden_pieces
from aboveboard.names.japanese import kana_replaced, read_alike
from aboveboard.names.kind_and_name import of_kinds
from aboveboard.names.letters import beyond_ascii, letters, matching
from aboveboard.names.loosely import loose
from aboveboard.names.meanings import may_mean, means, meant_by, might_mean_each
from aboveboard.names.offered import offered
from aboveboard.names.ordering import signs_in_order, words_in_order
from aboveboard.names.parts import joined
from aboveboard.names.pieces import Piece, keyed, present, spread
from aboveboard.names.respelling import respellings
from aboveboard.names.rewriting import OF_ANY_LETTERS, REWRITTEN
from aboveboard.names.romanising import romanised
from aboveboard.names.short_forms import shortened_names
from aboveboard.names.sides import piece_of
from aboveboard.names.singly import CAMEL, HAN, PACKED, SINGLY, forms_of
from aboveboard.names.translated import in_english
from aboveboard.names.twice import TWICE, both_sides
from aboveboard.names.versions import versions, written_as_one

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
    written = letters(distinct)
    parted = _parted(distinct, written)
    bare = stripped(parted)
    pieces = _pieces(distinct, written, parted, bare, protected=protected, folded=plain, bones=bones)
    cores = bare.dictionary_encode()
    left = _of(_places(cores.dictionary), cores.dictionary, core=True, protected=protected)
    return pa.concat_tables([spread(pieces, coded.indices), spread(left, cores.indices.take(coded.indices))])


def _places(texts: pa.Array) -> pa.Array:
    return pa.array(np.arange(len(texts), dtype=np.int32))


def _pieces(
    names: pa.Array, written: pa.Array, parted: pa.Array, bare: pa.Array, *, protected: bool, folded: bool, bones: bool
) -> list[Piece]:
    """Return all keys but those of names without affixes, which many names share."""
    everyone = _places(names)
    pieces = [Piece(everyone, "plain", fold(names).key, core=False)] if folded else []
    pieces.append(in_cantonese(names, everyone, protected=protected))
    pieces += [across_scripts(names, everyone, protected=protected), in_kana(names, everyone, protected=protected)]
    pieces += (
        [
            *foreign_ways(names, everyone, bones=bones),
            *_as_written(names, everyone),
            *_in_english(names, everyone),
            *_respelled(names, everyone),
            initial_pieces(names, everyone),
            *_meant(zip(everyone.to_pylist(), names.to_pylist(), strict=True), meant_by),
            *of_kinds(names, everyone),
            *_otherwise_put(names, everyone),
        ]
        if protected
        else [foreign(names, everyone), *of_kinds(names, everyone)]
    )
    pieces += [] if protected else [*leet_by_ear(names, everyone), *with_digits_by_ear(names, everyone)]
    more = shortened_names(names, everyone) if protected else []
    for place, words, core in (*_writings(names, everyone, written, parted, protected=protected), *more):
        pieces += _of(place, words, core=core, protected=protected)
    pieces.append(initials_beside(names, parted, bare, everyone, protected=protected))
    if protected:
        return pieces
    pieces += [*_of_sides(names, everyone), *hidden_pieces(names, everyone)]
    return [*pieces, *_offered(names, parted, bare, everyone)]


def _offered(names: pa.Array, parted: pa.Array, bare: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return the keys of names without what organisations offer beside theirs."""
    place, left = _left(parted, bare, everyone)
    cored = present(everyone, bare)
    found = [
        pieces_by_ear(names, parted, *cored),
        *_put_into_english(names, parted, everyone, [cored, (place, left)]),
    ]
    found += _at_a_desk(parted, bare, everyone)
    if not len(left):
        return found
    at, keys = romanised(place, left, beyond_ascii(left, HAN), protected=False)
    return [
        *found,
        pieces_by_ear(names, parted, place, left),
        Piece(place, "loose", loose(left), core=True),
        Piece(*by_ear(place, left), core=True),
        Piece(at, "sound", keys, core=True),
    ]


def _of_sides(names: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return the keys of the Latin letters of names, and of the others beside them."""
    which = beyond_ascii(names, TWICE)
    rows = zip(everyone.filter(which).to_pylist(), names.filter(which).to_pylist(), strict=True)
    made = [(p, text) for p, n in rows for text in both_sides(n)]
    if not made:
        return []
    at, texts = zip(*made, strict=True)
    words = letters(pa.array(texts, pa.string()))
    place, bare = pa.array(at, pa.int32()), stripped(words)
    ways = (present(place, words), present(place, bare), _left(words, bare, place))
    return [piece for where, text in ways if len(text) for piece in _of(where, text, core=True, protected=False)]


def _put_into_english(
    names: pa.Array, parted: pa.Array, everyone: pa.Array, left: list[tuple[pa.Array, pa.Array]]
) -> list[Piece]:
    """Return the keys of names of bodies of another language, or of what is left of them, in English: Servicio Nacional de Salud."""
    bodies, meaning = may_be_bodies(names), may_mean(names)
    rows = _with_pieces(names, parted, everyone, left, _those(names, bodies, lambda some: list(map(may_be_body, some))))
    meant = _meant(_with_pieces(names, parted, everyone, left, _those(names, meaning, might_mean_each)))
    made = [(p, way) for p, n in rows for way in put_into_english(n)]
    if not made:
        return meant
    at, texts = zip(*made, strict=True)
    place, words = present(pa.array(at, pa.int32()), letters(pa.array(texts, pa.string())))
    keys = [Piece(place, "loose", loose(words), core=True), Piece(place, "order", words_in_order(words), core=True)]
    return [*keys, *meant]


def _those(names: pa.Array, which: pa.Array, begin: Callable[[list[str]], list[bool]]) -> pa.Array:
    """Tell which names begin so, of which only `which` may."""
    return pc.replace_with_mask(which, which, pa.array(begin(names.filter(which).to_pylist()), pa.bool_()))


def _with_pieces(
    names: pa.Array, parted: pa.Array, everyone: pa.Array, left: list[tuple[pa.Array, pa.Array]], begun: pa.Array
) -> list[tuple[int, str]]:
    """Return the place and the text of names that begin so (`begun`), and of what is left of them."""
    rows = list(zip(everyone.filter(begun).to_pylist(), names.filter(begun).to_pylist(), strict=True))
    for place, texts in left:
        kept = begun.take(place)
        at, rest = place.filter(kept), texts.filter(kept)
        of = zip(*(a.to_pylist() for a in (at, names.take(at), parted.take(at), rest)), strict=True)
        rows += [(p, piece) for p, n, w, text in of if (piece := piece_of(n, w, text))]
    return rows


def _meant(rows: Iterable[tuple[int, str | None]], keys_of: Callable[[str], tuple[str, ...]] = means) -> list[Piece]:
    """Return the keys of what names mean (`meanings`)."""
    made = [(p, key) for p, n in rows if n for key in keys_of(n)]
    if not made:
        return []
    return [keyed(made, "order", core=True)]


def _at_a_desk(parted: pa.Array, bare: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return the `loose` keys of what names begin or end with, where the rest names a desk (`at_desks.heads_of`)."""
    which = may_be_at_desks(parted, beyond_ascii(parted, PACKED))
    rows = zip(*(a.filter(which).to_pylist() for a in (everyone, parted, bare)), strict=True)
    made = [(p, head) for p, words, core in rows for head in heads_of(words, core)]
    if not made:
        return []
    at, texts = zip(*made, strict=True)
    return [Piece(pa.array(at, pa.int32()), "loose", loose(pa.array(texts, pa.string())), core=True)]


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
        Piece(*by_ear(place, words), core=True),
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
    pieces.append(Piece(*by_ear(place, words), core))
    return (
        [*pieces, *(() if core else heard_otherwise(place, words)), *_rearranged(place, words, core=core)]
        if protected
        else pieces
    )


def _as_written(names: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return `loose` keys of look-alikes of protected names in traditional or Japanese forms, and of what is read like them in Japan."""
    return _loosely([
        (p, text)
        for p, n in zip(everyone.to_pylist(), names.to_pylist(), strict=True)
        if n and not n.isascii()
        for text in (*(expansions.shapes(n) if simplified(n) != n else ()), *read_alike(n), *kana_replaced(n))
    ])  # fmt: skip


def _respelled(names: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return `loose` keys of protected names spelled otherwise and heard, or seen, the same in their language."""
    rows = [(p, n) for p, n in zip(everyone.to_pylist(), names.to_pylist(), strict=True) if n]
    spelled = [(p, text) for p, n in rows for way in (n, *versions(n)[:1]) for text in respellings(way)]
    return _loosely([*spelled, *((p, text) for p, n in rows for text in expansions.written_otherwise(n))])


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
    other = [(i, text) for i, w in enumerate(written) for text in joined(w)]
    if protected:
        other += [(i, text) for i, w in enumerate(written) for text in expansions.shapes(w)]
    if not other:
        return []
    source, texts = zip(*other, strict=True)
    places, drawn = place.take(pa.array(source)), pa.array(simplified("\n".join(texts)).split("\n"), pa.string())
    heard = heard_too(written, source, drawn) if protected else pa.repeat(True, len(drawn))
    said, aloud = places.filter(heard), drawn.filter(heard)
    where, keys = romanised(said, aloud, beyond_ascii(aloud, HAN), protected=False)
    return [Piece(places, "loose", loose(drawn), core), Piece(where, "sound", keys, core)]


def _ordered(place: pa.Array, words: pa.Array, han: pa.Array, *, core: bool) -> list[Piece]:
    """Return keys that do not depend on the order of words, or of at least four ideographs."""
    several = pc.and_(pc.match_substring(words, " "), pc.invert(han))
    packed = beyond_ascii(words, PACKED)
    found: list[Piece] = []
    for which, sort in ((several, words_in_order), (packed, signs_in_order)):
        if pc.any(which).as_py():
            found.append(Piece(place.filter(which), "order", sort(words.filter(which)), core))
    return found
