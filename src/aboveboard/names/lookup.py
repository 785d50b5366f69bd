"""One name against a whole register: which protected or closed names it may be written after, and how.

A register of a million names answers in milliseconds, lives in one folder of memory-mapped files, and takes entries in and
out without being built anew. The same code serves one registration (`check`) and a table of names (`search`).

    register = Register.build(ids, names, protected)
    register.check("Наrbour Tales")[0].likeness.says    # 'Наrbour Tales → Harbour Tales: look-alike letters Н/H а/a'

How a name is found: by the keys of every family of `forms` (shapes, sound, order, affixes taken off); letter by letter within two
edits (`spelled`, `index`); and by its loose key within one edit. What is found is only a candidate: `likeness` judges the nearest
`RANKED` of them, and a name without a likeness is dropped.

What can be missed: a name more edits away than that (one for every three letters of the entry's, two at most); a name inside
a longer one, but for affixes; and, where more than `RANKED` different names are as near, the last of them: those off by the
most edits go first, then closed names before protected ones, then those whose length differs most, then by the alphabet.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby, islice
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.errors import InputError
from aboveboard.names.few import FEW
from aboveboard.names.likeness import Likeness, likenesses
from aboveboard.names.lookup_parts import Asked, Part, Spread, asked, from_arrays, here, part
from aboveboard.names.mapped import flat, open_arrays, save_arrays, strings

__all__ = ["FOUND", "LISTED", "RANKED", "SLIPS", "Match", "Near", "Register"]

RANKED = 16
"""Different names that are judged for one name asked."""

SLIPS = 2
"""Edits within which a name is found letter by letter, unless a register is built for one: a million names take a fifth of the room then."""

LISTED = 16
"""Entries of one name that a match lists; `bearers` counts all."""

FOUND = pa.schema(
    {
        "row": pa.int32(), "name": pa.string(), "ids": pa.list_(pa.string()), "bearers": pa.int32(), "protected": pa.bool_(),
        "says": pa.string(), "kinds": pa.list_(pa.string()), "alike": pa.float64(), "disguised": pa.bool_(), "whole": pa.bool_(),
    }
)  # fmt: skip
"""What `Register.search` returns: a row for each name asked and each name of the register it is like."""

_RECALLED = 250_000
"""Names near others, and who bears them, that are recalled: some 30 MB."""

_MERGED = 4
"""A part is merged with the next one unless it has more entries than this many times as many: of a thousand names added one by one there are five parts."""

_MANIFEST, _ENDING = "register", ".part"


class Match(NamedTuple):
    """A name of the register: who bears it (the first `LISTED` ids), how many do, whether one is protected, and the likeness."""

    name: str
    ids: tuple[str, ...]
    bearers: int
    protected: bool
    likeness: Likeness


class Near(NamedTuple):
    """A name found near one asked, not yet judged: the row asked, who bears it (the first ids), how many do, and the grade."""

    row: int
    name: str
    ids: tuple[str, ...]
    bearers: int
    grade: int


class _Recalled(dict[tuple[str, int], list[Near]]):
    """What was found near names, until there is too much of it."""

    size = 0

    def keep(self, found: dict[tuple[str, int], list[Near]]) -> None:
        """Recall what was found; all that was found before is forgotten where there is too much."""
        more = sum(1 + len(one.ids) for some in found.values() for one in some) + len(found)
        if self.size + more > _RECALLED:
            self.clear()
            self.size = 0
        self.update(found)
        self.size += more


class _Candidate(NamedTuple):
    """A name as one part has it; several parts may have the same."""

    row: int
    grade: int
    unprotected: bool
    off: int
    name: str
    part: int
    place: int


class Register:
    """Names of protected organisations and closed accounts, as one large part and a few small ones that hold what came later.

    Looking up changes nothing, so threads may share a register; `add` and `remove` put new parts in place of old ones, and a
    look-up that runs meanwhile sees the old ones.
    """

    def __init__(self, parts: list[Part]) -> None:
        self._parts = parts
        self._recalled = _Recalled()

    @classmethod
    def build(
        cls,
        ids: pa.Array,
        names: pa.Array,
        protected: pa.Array | bool = False,
        slips: int = SLIPS,
        spread: Spread = here,
    ) -> Self:
        """Build a register of `names` (raw text) with as many `ids`; an id may have several names. Null names are left out.

        `protected` marks names worth expansions: look-alike ideographs, other readings, initials. `slips`: see `SLIPS`; `spread` runs the
        reading of the names, in worker processes if need be. Raises `InputError` where
        lengths differ, where an id is null, or beyond 16,777,216 keys.
        """
        return cls([part(ids, names, _marks(protected, len(ids)), slips, spread)])

    def __len__(self) -> int:
        return sum(int(p.alive.sum()) for p in self._parts)

    def check(self, name: str) -> list[Match]:
        """Return the names of the register that `name` may be written after, the surest first."""
        table = self.search(pa.array([name], pa.string()))
        return [_match(row) for row in table.to_pylist()]

    def search(self, names: pa.Array) -> pa.Table:
        """Return `FOUND` for every name asked: by row, then the surest likeness, then the name. A null name finds nothing."""
        parts = self._parts
        best = _nearest(parts, names, asked(names))
        rows, texts = pa.array([b[0].row for b in best], pa.int32()), pa.array([b[0].name for b in best], pa.string())
        told = likenesses(names.take(rows), texts)
        alike = np.flatnonzero(pc.not_equal(told["says"], "").to_numpy())
        table = _table([best[n] for n in alike.tolist()], parts)
        said = told.take(pa.array(alike))
        table = pa.table({**{c: table[c] for c in table.column_names}, **{c: said[c] for c in said.column_names}})
        order = [("row", "ascending"), ("alike", "descending"), ("name", "ascending")]
        return table.sort_by(order).select(FOUND.names).cast(FOUND)

    def candidates(self, names: pa.Array, keys: Asked | None = None) -> pa.Table:
        """Return (row, name, protected, grade) of at most `RANKED` names for each name asked, not yet judged.

        The grade is 0 for the same letters, 1 for what is drawn alike, 2 by ear or in another order, 3 and 4 for one and two
        edits. `keys` are those of `lookup_parts.asked`, where they are known.
        """
        best = _nearest(self._parts, names, keys or asked(names))
        return pa.table(
            {
                "row": pa.array([b[0].row for b in best], pa.int32()),
                "name": pa.array([b[0].name for b in best], pa.string()),
                "protected": pa.array([_guarded(b) for b in best], pa.bool_()),
                "grade": pa.array([b[0].grade for b in best], pa.int8()),
            }
        )

    def near(self, names: pa.Array, keys: Asked | None = None, listed: int = LISTED) -> list[Near]:
        """Return what `candidates` finds, with the first `listed` ids that bear each name: for one attempt, without the cost of tables."""
        parts = self._parts
        best = _nearest(parts, names, keys or asked(names))
        return [
            Near(places[0].row, places[0].name, ids, bearers, places[0].grade)
            for places, (ids, bearers) in zip(best, _borne(best, parts, listed), strict=True)
        ]

    def recalled(self, names: Sequence[str], listed: int = LISTED) -> list[list[Near] | None]:
        """Return what `near_each` found of each name before, None for one it was not asked or has forgotten."""
        return [self._recalled.get((name, listed)) for name in names]

    def near_each(self, names: Sequence[str], keys: Asked, listed: int = LISTED) -> dict[str, list[Near]]:
        """Return what is near each name, and recall it until the register changes: many show the same names. `keys` are those of `names`."""
        recalled, found = self._recalled, {name: list[Near]() for name in names}
        for one in self.near(pa.array(names, pa.string()), keys, listed):
            found[names[one.row]].append(one)
        recalled.keep({(name, listed): some for name, some in found.items()})
        return found

    def copy(self) -> Register:
        """Return a register of the same parts: what is added to it or removed from it does not show in this one."""
        return Register(list(self._parts))

    def add(self, ids: pa.Array, names: pa.Array, protected: pa.Array | bool = False) -> None:
        """Add entries. What an id stood for before is replaced. Small parts are merged into larger ones, so that they stay few."""
        slips = self._parts[0].slips
        new = part(ids, names, _marks(protected, len(ids)), slips)
        self.remove(ids)
        kept, sides = self._parts[:1], [*self._parts[1:], new]
        while len(sides) > 1 and len(sides[-2].ids) <= _MERGED * len(sides[-1].ids):
            left = [p.entries_left() for p in sides[-2:]]
            ids, names, marks = (pa.concat_arrays(a) for a in zip(*left, strict=True))
            sides[-2:] = [part(ids, names, marks, slips)]
        self._parts = [*kept, *sides]
        self._recalled = _Recalled()

    def remove(self, ids: pa.Array) -> None:
        """Remove entries by id; an unknown id is no error."""
        gone = ids.cast(pa.string()).drop_null()
        self._parts = [p.without(gone) for p in self._parts]
        self._recalled = _Recalled()  # after the parts: who sees it empty sees the new ones too

    def save(self, folder: Path) -> None:
        """Write the register to a folder of its own. Parts already there stay as they are: what was removed is in a small file.

        A reader sees the old register or the new one, whole. Raises `InputError` where the folder holds other files.
        """
        folder.mkdir(exist_ok=True)
        if any(p.name != _MANIFEST and p.suffix not in {_ENDING, ".partial"} for p in folder.iterdir()):
            raise InputError(f"{folder}: holds other files and is left alone")
        named = [(_digest(p), p) for p in self._parts]
        for name, one in named:
            if not (folder / name).exists():
                save_arrays(one.arrays()[:-2], folder / name)
        listed = flat(pa.array([name for name, _ in named], pa.string()))
        save_arrays(
            [np.frombuffer(_made_by(), np.uint8), *listed, *(a for _, p in named for a in (p.living, p.alive))],
            folder / _MANIFEST,
        )
        for old in set(folder.glob(f"*{_ENDING}")) - {folder / name for name, _ in named}:
            old.unlink()

    @classmethod
    def open(cls, folder: Path, *, warm: bool = False) -> Self:
        """Open a saved register: its arrays stay in the files and are read as they are needed, or all at once where `warm`.

        Raises `InputError` where a file is damaged, or where the keys were made by another version of this package, which
        may read names otherwise: build the register again then.
        """
        made_by, listed, names, *marks = open_arrays(folder / _MANIFEST, least=3)
        if made_by.tobytes() != _made_by():
            raise InputError(f"{folder}: made by another version of Aboveboard; build it again")
        paths = [folder / name for name in strings(listed, names).to_pylist()]
        pairs = zip(marks[::2], marks[1::2], strict=True)
        return cls(
            [from_arrays([*open_arrays(path, warm=warm), *pair]) for path, pair in zip(paths, pairs, strict=True)]
        )


@cache
def _made_by() -> bytes:
    """Return what tells one version of the code and tables that make keys from another."""
    room = files("aboveboard.names")
    held = hashlib.sha256()
    for file in sorted((f for d in (room, room / "data") for f in d.iterdir() if f.is_file()), key=lambda f: f.name):
        held.update(file.name.encode() + file.read_bytes())
    return held.digest()


def _marks(protected: pa.Array | bool, count: int) -> pa.Array:
    return pa.array(np.full(count, protected)) if isinstance(protected, bool) else pc.fill_null(protected, False)


def _nearest(parts: list[Part], names: pa.Array, keys: Asked) -> list[list[_Candidate]]:
    """Return the `RANKED` nearest names for each row, with all places that have each."""
    lengths = _lengths(names)
    found = list[_Candidate]()
    for number, one in enumerate(parts):
        row, place, grade = one.nearest(keys, lengths, RANKED)
        texts = one.names.take(pa.array(place)).to_pylist()
        other = (~one.protected[place]).tolist()
        for r, p, g, o, text in zip(row.tolist(), place.tolist(), grade.tolist(), other, texts, strict=True):
            found.append(_Candidate(r, g, o, abs(len(text) - int(lengths[r])), text, number, p))
    together: dict[tuple[int, str], list[_Candidate]] = {}
    for one in sorted(found):
        together.setdefault((one.row, one.name), []).append(one)
    return [places for _, group in groupby(together.values(), _row) for places in islice(group, RANKED)]


def _lengths(names: pa.Array) -> np.ndarray:
    if len(names) <= FEW:
        return np.array([len(n or "") for n in names.to_pylist()], np.int64)
    return pc.fill_null(pc.utf8_length(names), 0).to_numpy(zero_copy_only=False).astype(np.int64)


def _row(places: list[_Candidate]) -> int:
    return places[0].row


def _guarded(places: list[_Candidate]) -> bool:
    return any(not c.unprotected for c in places)


def _table(best: list[list[_Candidate]], parts: list[Part]) -> pa.Table:
    """Return names with the entries that bear them."""
    borne = _borne(best, parts, LISTED)
    columns = {
        "row": pa.array([places[0].row for places in best], pa.int32()),
        "name": pa.array([places[0].name for places in best], pa.string()),
        "ids": pa.array([ids for ids, _ in borne], pa.list_(pa.string())),
        "bearers": pa.array([bearers for _, bearers in borne], pa.int32()),
        "protected": pa.array([_guarded(places) for places in best], pa.bool_()),
    }
    return pa.table(columns)


def _borne(best: list[list[_Candidate]], parts: list[Part], listed: int) -> list[tuple[tuple[str, ...], int]]:
    """Return the first `listed` ids that bear each name, and how many do."""
    ids, living = dict[tuple[int, int], list[str]](), dict[tuple[int, int], int]()
    for number, one in enumerate(parts):
        if at := sorted({c.place for places in best for c in places if c.part == number}):
            where = [(number, place) for place in at]
            ids |= zip(where, one.bearers(at, listed), strict=True)
            living |= zip(where, one.living[at].tolist(), strict=True)
    return [
        (
            tuple(sorted({i for c in places for i in ids[c.part, c.place]})[:listed]),
            sum(living[c.part, c.place] for c in places),
        )
        for places in best
    ]


def _digest(part: Part) -> str:
    """Name a part's file after what it holds."""
    held = hashlib.sha256()
    for array in (*flat(part.names), part.protected, part.starts, *flat(part.ids)):
        held.update(len(array).to_bytes(8, "little"))
        held.update(np.ascontiguousarray(array).data)
    return held.hexdigest()[:32] + _ENDING


def _match(row: dict[str, Any]) -> Match:
    said = Likeness(row["says"], tuple(row["kinds"]), row["alike"], disguised=row["disguised"], whole=row["whole"])
    return Match(row["name"], tuple(row["ids"]), row["bearers"], row["protected"], said)
