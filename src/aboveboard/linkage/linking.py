"""Link two sets of records: candidates by shared keys, agreement by level, weights learned from the pairs themselves."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.linkage.candidates import Coded, Ints, Keys, coded, meetings
from aboveboard.linkage.learning import GRADES, Evidence, Near, Strangers, counted, grade, learn_from, sets
from aboveboard.linkage.nearness import KINDS, nearness
from aboveboard.linkage.rivals import settled
from aboveboard.linkage.weights import UNKNOWN, Field, Floats, Levels

__all__ = ["Column", "Linked", "link"]

_SAMPLE: Final = 20_000
"""Left records that are held against all of the left side, to see how strangers agree."""

_THREADS: Final = min(os.cpu_count() or 1, 8)

_DRAWS: Final = 32
"""Pairs drawn blindly for each record of the sample."""

_ALONE: Final = 2
"""Bearers of a value no third record bears, or may bear."""


@dataclass(frozen=True, slots=True)
class Column:
    """One field of the records. `keys` agree or not, strictest first: sharing the first is the top level.

    `blocks` only make candidates. With `near`, candidates that share no key but whose `near` keys are nearly the same text
    agree at one of the levels of `nearness`. With `spelt` (texts as written, and how to spell them plainly), each key but the
    first has two levels: below, that the plain spellings differ, so that one of the two is in disguise. `field.m` has one
    share for each: differs, nearly (with `near`), keys loosest first. `after` names an earlier column that this one follows
    from, as a handle does from a name, or a network from a household's device: where that one agrees, chance is counted
    among the pairs that agree there. A `crowded` column makes candidates only of pairs that share one of any column's `hints`.
    """

    field: Field
    keys: tuple[Keys, ...]
    blocks: tuple[Keys, ...] = ()
    near: Keys | None = None
    after: str = ""
    spelt: tuple[pa.Array, pa.Array] | None = None
    plainly: Callable[[pa.Array], pa.Array] = pc.utf8_lower
    hints: tuple[Keys, ...] = ()
    crowded: bool = False

    def level(self, number: int) -> int:
        """Return the lowest level at which a key agrees."""
        looser = len(self.keys) - 1 - number
        return 1 + looser * (1 if self.spelt is None else 2) + (len(KINDS) if self.near else 0)


@dataclass(frozen=True, slots=True)
class Linked:
    """Candidate pairs: row numbers on both sides, bits of each column (one a column), and the probability of a match."""

    left: Ints
    right: Ints
    bits: Floats
    together: Floats
    probability: Floats


@dataclass(frozen=True, slots=True)
class _Pairs:
    left: Ints
    right: Ints
    sides: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Known:
    """All columns as numbers: their keys, what else makes candidates, and what a meeting in a crowd must share."""

    keys: list[list[Coded]]
    blocks: list[Coded]
    hints: list[Coded]
    crowded: list[bool]

    def mirrored(self, rows: Ints) -> _Known:
        """Return the left side held against some rows of itself."""
        keys = [[_mirrored(k, rows) for k in keys] for keys in self.keys]
        blocks, hints = ([_mirrored(k, rows) for k in some] for some in (self.blocks, self.hints))
        return _Known(keys, blocks, hints, self.crowded)

    def met(self, sides: tuple[int, int]) -> _Pairs:
        """Return the candidate pairs."""
        alone = [k for keys, crowded in zip(self.keys, self.crowded, strict=True) for k in keys if not crowded]
        crowds = [k for keys, crowded in zip(self.keys, self.crowded, strict=True) for k in keys if crowded]
        return _Pairs(*np.divmod(meetings([*alone, *self.blocks], crowds, self.hints), max(sides[1], 1)), sides)


def link(columns: Sequence[Column], returns: float) -> Linked:
    """Weigh every pair of records that share a key few bear; pairs come sorted by left, then right row.

    `returns` is how many left records are expected to match each right record; it sets the prior.
    """
    first = columns[0].keys[0]
    sides = len(first.left), len(first.right)
    rows = np.arange(0, sides[0], max(sides[0] // _SAMPLE, 1))
    known = _known(columns, rows)
    pairs = known.met(sides)
    seen = _seen(columns, known, pairs)
    fields = [c.field for c in columns]
    prior = float(np.log2(returns / max(sides[0], 1)))
    learned = learn_from(seen, _strangers(columns, known, rows, sides), fields, _kin(columns), prior)
    bits = np.stack([learned.bits(n, seen, f) for n, f in enumerate(fields)], axis=1)
    together = learned.together[sets(seen)]
    odds = np.exp2(np.clip(learned.prior + bits.sum(axis=1) + together, -60.0, 60.0))
    return Linked(pairs.left, pairs.right, bits, together, settled(odds, pairs.left, pairs.right, sides))


def _known(columns: Sequence[Column], rows: Ints) -> _Known:
    """Give all keys numbers, several at a time."""
    some = [[*c.keys, *c.blocks, *c.hints] for c in columns]
    with ThreadPoolExecutor(_THREADS) as pool:
        made = iter(list(pool.map(lambda keys: coded(keys, rows), [keys for of in some for keys in of])))
    parts = [[[next(made) for _ in part] for part in (c.keys, c.blocks, c.hints)] for c in columns]
    blocks, hints = ([key for part in parts for key in part[n]] for n in (1, 2))
    return _Known([part[0] for part in parts], blocks, hints, [c.crowded for c in columns])


def _strangers(columns: Sequence[Column], known: _Known, rows: Ints, sides: tuple[int, int]) -> Strangers:
    """Meet a sample of the left side with all of it: there no two records are meant to be one person's."""
    mirrored = known.mirrored(rows)
    pairs = mirrored.met((sides[0], len(rows)))
    others = pairs.left != rows[pairs.right]
    pairs = _Pairs(pairs.left[others], pairs.right[others], (sides[0], len(rows)))
    turned = [_turned(c, pa.array(rows)) for c in columns]
    near = [_drawn(c, k, rows) if c.near else None for c, k in zip(turned, mirrored.keys, strict=True)]
    alone, unseen = zip(*(_alone(c, k, rows, sides) for c, k in zip(columns, known.keys, strict=True)), strict=True)
    scale, exact = sides[1] / max(len(rows), 1), [_exact(c) for c in columns]
    return Strangers(_seen(turned, mirrored, pairs), near, list(alone), list(unseen), exact, scale)


def _exact(column: Column) -> npt.NDArray[np.bool_]:
    """Tell the levels whose chance is counted to the last bearer: those of one plain spelling."""
    plain = [column.level(number) + 1 for number in range(1, len(column.keys))] if column.spelt else []
    return np.isin(np.arange(len(column.field.m)), plain)


def _turned(column: Column, rows: pa.Array) -> Column:
    """Return a column whose right side is some rows of its left one, as far as texts are compared."""
    near = column.near and Keys(column.near.left, column.near.left.take(rows))
    return replace(column, near=near, spelt=column.spelt and (column.spelt[0], column.spelt[0].take(rows)))


def _kin(columns: Sequence[Column]) -> npt.NDArray[np.bool_]:
    """Tell which columns follow from one another, themselves included."""
    follows = np.array([[a.after == b.field.name or a is b for b in columns] for a in columns])
    return follows | follows.T


def _mirrored(keys: Coded, rows: Ints) -> Coded:
    return replace(keys, right=keys.left[rows])


def _seen(columns: Sequence[Column], known: _Known, pairs: _Pairs) -> Evidence:
    """Compare every pair in every column."""
    shape = len(pairs.left), len(columns)
    level, given = np.zeros(shape, np.int8, "F"), np.zeros(shape, np.int8, "F")
    held, finds = np.zeros(shape, np.float64, "F"), np.zeros(shape, bool, "F")
    with ThreadPoolExecutor(_THREADS) as pool:
        outcomes = [pool.submit(_compare, c, k, pairs) for c, k in zip(columns, known.keys, strict=True)]
        for number, outcome in enumerate(outcomes):
            level[:, number], held[:, number], finds[:, number] = outcome.result()
    names = [c.field.name for c in columns]
    for number, column in enumerate(columns):
        if column.after:
            parent = names.index(column.after)
            given[:, number] = np.maximum(level[:, parent], 0)
            rows = np.flatnonzero(given[:, number] > 0)
            held[rows, number] = _together(
                known.keys[parent][-1], known.keys[number], level[:, number], column, pairs, rows
            )
    return Evidence(level, held, grade(held), given, finds)


def _compare(column: Column, known: Sequence[Coded], pairs: _Pairs) -> tuple[Levels, Floats, npt.NDArray[np.bool_]]:
    """Return the level of each pair, the chance of it that counting bearers gives, and whether few bear what is shared."""
    strict = known[0]
    level = np.where((strict.left[pairs.left] >= 0) & (strict.right[pairs.right] >= 0), 0, UNKNOWN).astype(np.int8)
    held, finds = np.zeros(len(level)), np.zeros(len(level), bool)
    for number, keys in reversed(list(enumerate(known))):
        code = keys.left[pairs.left]
        same = np.flatnonzero((code == keys.right[pairs.right]) & (code >= 0))
        level[same] = column.level(number)
        held[same] = np.maximum(keys.bearers[code[same]] - 2, 0) / strict.everyone
        if not column.crowded:
            finds[same] |= keys.bearers[code[same]] <= keys.most
    if column.spelt:
        _spell(column, column.spelt, level, pairs)
        for number, keys in list(enumerate(known))[1:]:
            rows = np.flatnonzero(level == column.level(number) + 1)
            held[rows] = _others(keys, known[number - 1], pairs.right[rows]) / strict.everyone
    if column.near:
        near = np.flatnonzero(level == 0)
        kind = nearness(column.near, column.spelt, pairs.left[near], pairs.right[near])
        near, kind = near[kind > 0], kind[kind > 0]
        level[near] = kind
        held[near] = _crowd(known[-1])[pairs.right[near]]
    return level, held, finds


def _others(keys: Coded, stricter: Coded, right: Ints) -> Floats:
    """Count the third records of which each right record shares this key but not the stricter one."""
    bearers = keys.bearers[keys.right[right]]
    alike = np.append(stricter.bearers, 0)[stricter.right[right]]
    return np.where(bearers > _ALONE, np.maximum(bearers - np.maximum(alike, 1) - 1, 0.5), 0.0)


def _spell(column: Column, spelt: tuple[pa.Array, pa.Array], level: Levels, pairs: _Pairs) -> None:
    """Raise the level of pairs that agree in a key and are spelt the same: neither is the other in disguise."""
    alike = np.flatnonzero((level >= column.level(len(column.keys) - 1)) & (level < column.level(0)))
    codes = []
    for texts, rows in zip(spelt, (pairs.left[alike], pairs.right[alike]), strict=True):
        distinct, at = np.unique(rows, return_inverse=True)
        codes.append(column.plainly(texts.take(pa.array(distinct))).take(pa.array(at)))
    level[alike] += pc.fill_null(pc.equal(*codes), False).to_numpy(zero_copy_only=False)


def _crowd(keys: Coded) -> Floats:
    """Return how common each right record's text is, in steps of four: texts as common share one chance to be nearly met."""
    others = np.where(keys.right >= 0, np.append(keys.bearers, 0)[keys.right] - 1, 0)
    return np.where(others > 0, 4.0 ** np.floor(np.log2(np.maximum(others, 1)) / 2), 0.0) / 2.0**32


def _drawn(column: Column, known: Sequence[Coded], rows: Ints) -> Near:
    """Count the pairs that could be nearly alike by chance, and those that are, of pairs drawn blindly."""
    keys, grades = known[-1], grade(_crowd(known[-1]))
    room = counted(grades[keys.right >= 0], np.full((keys.right >= 0).sum(), float((keys.left >= 0).sum())), GRADES)
    steps = np.unique(np.linspace(1, max(len(rows) - 1, 1), _DRAWS).astype(np.int64))
    right = np.repeat(np.arange(len(rows)), len(steps))
    left = rows[(right + np.tile(steps, len(rows))) % max(len(rows), 1)]
    other = (keys.left[left] != keys.right[right]) & (keys.left[left] >= 0) & (keys.right[right] >= 0)
    left, right = left[other], right[other]
    kind = nearness(column.near, column.spelt, left, right) if column.near else np.zeros(0, np.int8)
    met = np.stack([np.bincount(grades[right[kind == k]], minlength=GRADES) for k in range(len(KINDS) + 1)])
    met[0] = 0
    return Near(room, met.astype(np.float64), counted(grades[right], np.ones(len(right)), GRADES))


def _alone(column: Column, known: Sequence[Coded], rows: Ints, sides: tuple[int, int]) -> tuple[Floats, Floats]:
    """Return, by level, how many pairs could share a value that no third record bears, and the least chance that two do.

    The chance is Good and Turing's (Good, Biometrika 1953), counted on one side alone, where no two records are meant to be one
    person's: values of one and of two bearers, as many as a sample of `rows` says there are.
    """
    room, unseen = np.zeros(len(column.field.m)), np.full(len(column.field.m), 1e-12)
    scale = sides[0] / max(len(rows), 1)
    for number, keys in enumerate(known):
        few = np.append(keys.bearers <= _ALONE, False)[keys.right]
        here = keys.left[rows]
        count = np.bincount(keys.left[keys.left >= 0], minlength=len(keys.bearers))[here[here >= 0]]
        once, twice = scale * (count == 1).sum(), scale * (count == _ALONE).sum() / _ALONE
        for level in range(column.level(number), column.level(number - 1) if number else len(room)):
            room[level] = float(few.sum()) * sides[0]
            unseen[level] = 2 * (twice + 0.5) / (once + 1) / keys.everyone
    return room, unseen


def _together(
    parent: Coded, known: Sequence[Coded], level: Levels, column: Column, pairs: _Pairs, rows: Ints
) -> Floats:
    """Return, where the parent agrees, the share of its other bearers that agree in this column too."""
    held = np.zeros(len(rows))
    for number, keys in enumerate(known):
        top = column.level(number - 1) if number else len(column.field.m)
        here = np.flatnonzero((level[rows] >= column.level(number)) & (level[rows] < top))
        both = [
            np.where((p >= 0) & (k >= 0), p.astype(np.int64) * len(keys.bearers) + k, -1)
            for p, k in ((parent.left, keys.left), (parent.right, keys.right))
        ]
        mine = both[1][pairs.right[rows[here]]]
        wanted, at = np.unique(mine, return_inverse=True)
        count = _counts(both[0], wanted) + _counts(both[1], wanted)
        bearers = np.append(parent.bearers, 0)[parent.right[pairs.right[rows[here]]]]
        held[here] = np.where(mine >= 0, np.maximum(count[at] - 2, 0) / np.maximum(bearers - 1, 1), 0.0)
    return held


def _counts(side: Ints, wanted: Ints) -> Ints:
    """Return how many of `side` are each of the sorted `wanted`."""
    if len(wanted) == 0:
        return np.zeros(0, np.int64)
    at = np.minimum(np.searchsorted(wanted, side), len(wanted) - 1)
    return np.bincount(at[wanted[at] == side], minlength=len(wanted))
