"""The parts of a name register: distinct names, who bears them, and three sets of words under which they are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.errors import InputError
from aboveboard.names.forms import forms, loose
from aboveboard.names.index_segments import Words, by_id, letters_of, rows_of, without
from aboveboard.names.letters import letters
from aboveboard.names.mapped import flat, placed, strings
from aboveboard.names.singly import SINGLY, keys_of
from aboveboard.names.spelled import spelled, spelling

__all__ = ["Asked", "Hashed", "Keyed", "Keys", "Part", "Spread", "asked", "from_arrays", "here", "part"]

_BLURRED = 1
"""Edits that are borne by the loose key of a name."""


class Keyed(NamedTuple):
    """Words, and the row that each belongs to."""

    words: Words
    rows: np.ndarray

    @staticmethod
    def of(keys: pa.Array, rows: np.ndarray, most: int) -> Keyed:
        """Make keys findable within `most` edits; `rows` says whose each is. Empty keys are left out."""
        codes, at, there = letters_of(keys)
        return Keyed(Words.of(codes, at, most), rows[there].astype(np.int32))


class Hashed(NamedTuple):
    """Keys that are found only as they are: 64 bits of each in order, and the row that each belongs to. Their letters are not kept."""

    hashes: np.ndarray
    rows: np.ndarray

    @staticmethod
    def of(hashes: np.ndarray, rows: np.ndarray) -> Hashed:
        """Put keys in order, each once; `rows` says whose each is."""
        order = np.lexsort((rows, hashes))
        hashes, rows = hashes[order], rows[order]
        once = np.append(True, (np.diff(hashes) != 0) | (np.diff(rows) != 0))[: len(rows)]
        return Hashed(hashes[once], rows[once])


_AT_ONCE = 1 << 17
"""Names whose keys are made at once: their letters take far more room than what is kept of them."""

Spread = Callable[[Callable[[pa.Table], pa.Table], pa.Table], Iterable[pa.Table]]
"""Runs a function over the rows of a table, in parts, and gives the results in their order."""


def here(function: Callable[[pa.Table], pa.Table], rows: pa.Table) -> Iterable[pa.Table]:
    """Run a function over all rows at once, in this process."""
    return [function(rows)]


def _hashed(keys: Keys) -> tuple[np.ndarray, np.ndarray]:
    from aboveboard.names import index_kernels

    hashes = np.empty(len(keys.rows), np.uint64)
    index_kernels.whole(keys.letters, keys.at, hashes)
    return hashes, keys.rows


class Keys(NamedTuple):
    """Letters of keys that are looked up, where each begins, and the row of the name that each is of."""

    letters: np.ndarray
    at: np.ndarray
    rows: np.ndarray

    @staticmethod
    def of(keys: pa.Array, rows: np.ndarray) -> Keys:
        """Take keys apart; empty ones are left out."""
        letters, at, there = letters_of(keys)
        return Keys(letters, at, rows[there].astype(np.int64))

    @staticmethod
    def listed(keys: Iterable[tuple[int, str]]) -> Keys:
        """Take (row, key) apart, each pair once; empty keys are left out."""
        some = [(row, key) for row, key in dict.fromkeys(keys) if key]
        letters = np.frombuffer("".join(key for _, key in some).encode("utf-32-le", "surrogatepass"), np.uint32)
        ends = np.cumsum([0, *(len(key) for _, key in some)])
        return Keys(letters, ends.astype(np.int64), np.array([row for row, _ in some], np.int64))


class Asked(NamedTuple):
    """What is looked up for a number of names: their keys letter by letter, loosely (without affixes too), and of all families."""

    spelled: Keys
    loose: Keys
    exact: Keys


class Part(NamedTuple):
    """Distinct names by the alphabet, protected and others apart; whose they are; and the words under which they are found.

    `starts` says where the entries of each name begin in `ids`, `living` how many of them are left, `alive` which; `order`
    holds the entries by their ids.
    """

    names: pa.Array
    protected: np.ndarray
    starts: np.ndarray
    living: np.ndarray
    ids: pa.Array
    order: np.ndarray
    alive: np.ndarray
    spelled: Keyed
    blurred: Keyed
    exact: Hashed
    slips: int

    def without(self, ids: pa.Array) -> Part:
        """Return the part with the entries of `ids` (no nulls) no longer alive."""
        rows = rows_of(ids, self.ids, self.order)
        rows = rows[self.alive[rows]]
        if not len(rows):
            return self
        living = self.living.copy()
        np.subtract.at(living, self._names_of(rows), 1)
        return self._replace(alive=without(self.alive, rows), living=living)

    def _names_of(self, entries: np.ndarray) -> np.ndarray:
        return np.searchsorted(self.starts, entries, "right") - 1

    def entries_left(self) -> tuple[pa.Array, pa.Array, pa.Array]:
        """Return ids, names and protection of the entries that are alive."""
        rows = np.flatnonzero(self.alive)
        at = self._names_of(rows)
        return self.ids.take(pa.array(rows)), self.names.take(pa.array(at)), pa.array(self.protected[at], pa.bool_())

    def bearers(self, names: Sequence[int], most: int) -> list[list[str]]:
        """Return the ids of the first `most` living entries with each name, in their order."""
        at = np.array(names, np.int64)
        first, last = self.starts[at], self.starts[at + 1]
        one = last == first + 1  # as most names are borne by
        if one.all():
            ids = self.ids.take(pa.array(first)).to_pylist()
            return [[i] if alive else [] for i, alive in zip(ids, self.alive[first].tolist(), strict=True)]
        rows = [a + np.flatnonzero(self.alive[a:b])[:most] for a, b in zip(first.tolist(), last.tolist(), strict=True)]
        ids = iter(self.ids.take(pa.array(np.concatenate(rows))).to_pylist())
        return [list(islice(ids, len(some))) for some in rows]

    def nearest(self, asked: Asked, lengths: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return (row asked, name, grade) of the best `most` names for each name asked, each once.

        They come by row, grade, protection, length (beside `lengths`, those of the names asked) and alphabet. The grade says how far off a
        name is, 0 to 4: 0 is the same letter by letter, 1 the same loosely, 2 the same by ear or in another order, then 2 more than the edits.
        """
        from aboveboard.names import index_best

        drawn, blurred = ((*keyed.words, keyed.rows) for keyed in (self.spelled, self.blurred))
        spelled, loose, exact = map(tuple, asked)
        hashed = tuple(self.exact)
        near = index_best.near(spelled, loose, exact, drawn, blurred, hashed, self.living, self.slips)
        starts, text = placed(self.names)
        return index_best.best(near, starts, text, self.protected, lengths, most)

    def arrays(self) -> list[np.ndarray]:
        """Return the part as arrays to save; `from_arrays` puts it together again. The last two are all that ever changes."""
        keyed = [*(a for k in (self.spelled, self.blurred) for a in (*k.words, k.rows)), *self.exact]
        fixed = [
            *flat(self.names),
            self.protected,
            self.starts,
            *flat(self.ids),
            self.order,
            *keyed,
            np.array([self.slips]),
        ]
        return [*fixed, self.living, self.alive]


def from_arrays(arrays: list[np.ndarray]) -> Part:
    """Put a part together from its arrays."""
    names_at, names, protected, starts, ids_at, ids, order = arrays[:7]
    spelled, blurred = (Keyed(Words(*arrays[n : n + 4]), arrays[n + 4]) for n in (7, 12))
    exact = Hashed(*arrays[17:19])
    slips, living, alive = arrays[19:]
    texts, whose = strings(names_at, names), strings(ids_at, ids)
    return Part(texts, protected, starts, living, whose, order, alive, spelled, blurred, exact, int(slips[0]))


def part(ids: pa.Array, names: pa.Array, protected: pa.Array, slips: int, spread: Spread = here) -> Part:
    """Build a part of entries that are found within so many edits (1 or 2), letter by letter. Null names are left out.

    `spread` runs the reading of the names, elsewhere if need be.

    Raises `InputError` where lengths differ, or for a null id.
    """
    if not len(ids) == len(names) == len(protected):
        raise InputError(
            f"{len(ids)} ids, {len(names)} names and {len(protected)} marks of protection: one of each is needed"
        )
    if ids.null_count:
        raise InputError("an entry of the register has no id")
    columns = {"name": names.cast(pa.string()), "protected": protected, "id": ids.cast(pa.string())}
    table = pa.table(columns).filter(pc.is_valid(names))
    table = table.sort_by([(c, "ascending") for c in columns]).combine_chunks()
    names, marks, ids = (table[c].combine_chunks() for c in columns)
    code, mark = names.dictionary_encode().indices.to_numpy(), marks.to_numpy(zero_copy_only=False)
    first = np.flatnonzero((np.diff(code, prepend=-1) != 0) | np.diff(mark, prepend=False))
    starts = np.append(first, len(code)).astype(np.int64)
    distinct, guarded = names.take(pa.array(first)), mark[first]
    living = np.diff(starts).astype(np.int32)
    alive = np.ones(len(ids), np.bool_)
    return Part(
        distinct, guarded, starts, living, ids, by_id(ids), alive, *_keyed(distinct, guarded, slips, spread), slips
    )


def _keyed(names: pa.Array, protected: np.ndarray, slips: int, spread: Spread) -> tuple[Keyed, Keyed, Hashed]:
    plain, drawn = spelled(names), pc.fill_null(loose(letters(names)), "")
    other = np.flatnonzero(pc.not_equal(plain, drawn).to_numpy(zero_copy_only=False))
    return (
        Keyed.of(plain, np.arange(len(names)), slips),
        Keyed.of(drawn.take(pa.array(other)), other, _BLURRED),
        _families(names, protected, spread),
    )


def _families(names: pa.Array, protected: np.ndarray, spread: Spread) -> Hashed:
    """Return the keys of all families and whose they are; those of protected names have expansions. None comes twice."""
    found = [np.empty(0, np.uint64)], [np.empty(0, np.int32)]
    for some, function in ((~protected, _hashed_forms), (protected, _hashed_expansions)):
        rows = np.flatnonzero(some).astype(np.int32)
        for made in spread(function, pa.table({"name": names.take(pa.array(rows)), "row": rows})) if len(rows) else ():
            found[0].append(made["hash"].to_numpy())
            found[1].append(made["row"].to_numpy())
    return Hashed.of(*map(np.concatenate, found))


def _hashed_forms(named: pa.Table) -> pa.Table:
    return _hashed_keys(named, protected=False)


def _hashed_expansions(named: pa.Table) -> pa.Table:
    return _hashed_keys(named, protected=True)


def _hashed_keys(named: pa.Table, *, protected: bool) -> pa.Table:
    """Return (hash, row) of every key of names (name, row), so many names at a time that their letters find room."""
    found = list[pa.Table]()
    for start in range(0, named.num_rows, _AT_ONCE):
        some = named.slice(start, _AT_ONCE)
        made = forms(some["name"].combine_chunks(), protected=protected, plain=False)
        rows = some["row"].to_numpy()[made["row"].to_numpy()]
        hashes, whose = _hashed(Keys.of(_marked(made), rows))
        found.append(pa.table({"hash": pa.array(hashes), "row": pa.array(whose, pa.int32())}))
    return (
        pa.concat_tables(found)
        if found
        else pa.table({"hash": pa.array([], pa.uint64()), "row": pa.array([], pa.int32())})
    )


def asked(names: pa.Array) -> Asked:
    """Make the keys under which names are looked up."""
    if len(names) <= SINGLY:
        return _asked_singly(names.to_pylist())
    every = forms(names)
    kept = every.filter(pc.not_equal(every["family"], "plain"))
    rows, is_loose = kept["row"].to_numpy(), pc.equal(kept["family"], "loose")
    drawn = kept["key"].filter(is_loose).combine_chunks()
    return Asked(
        Keys.of(spelled(names), np.arange(len(names))),
        Keys.of(drawn, rows[is_loose.to_numpy()]),
        Keys.of(_marked(kept), rows),
    )


def _asked_singly(names: list[str | None]) -> Asked:
    known = [(row, name) for row, name in enumerate(names) if name]
    made = [(row, family, key) for row, name in known for family, key, _ in keys_of(name) if family != "plain"]
    return Asked(
        Keys.listed([(row, spelling(name)) for row, name in known]),
        Keys.listed([(row, key) for row, family, key in made if family == "loose"]),
        Keys.listed([(row, f"{family[0]}:{key}") for row, family, key in made]),
    )


def _marked(made: pa.Table) -> pa.Array:
    """Return keys with the first letter of their family before them, so that two families never meet."""
    first = pc.utf8_slice_codeunits(made["family"], 0, 1)
    return pc.binary_join_element_wise(first, made["key"], ":").combine_chunks()
