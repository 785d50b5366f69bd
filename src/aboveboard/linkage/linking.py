"""Link two sets of records: candidates by shared keys, agreement by level, weights learned from the pairs themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from aboveboard.linkage.candidates import Coded, Ints, Keys, coded, meetings
from aboveboard.linkage.learning import GRADES, Evidence, Strangers, counted, grade, learn_from, sets
from aboveboard.linkage.rivals import settled
from aboveboard.linkage.weights import UNKNOWN, Field, Floats, Levels

__all__ = ["Column", "Linked", "link"]

_CLOSE: Final = 0.8
"""Texts count as nearly the same from this normalised similarity: one letter in five differs."""

_SAMPLE: Final = 20_000
"""Left records that are held against all of the left side, to see how strangers agree."""

_ALONE: Final = 2
"""Bearers of a value no third record bears, or may bear."""


@dataclass(frozen=True, slots=True)
class Column:
    """One field of the records. `keys` agree or not, strictest first: sharing the first is the top level.

    `blocks` only make candidates. With `near`, candidates that share no key but whose `near` keys are nearly the same text
    (Damerau–Levenshtein) agree at level 1. `field.m` has one share for each: differs, nearly (with `near`), keys loosest
    first. `after` names an earlier column that this one follows from, as a handle does from a name, or a network from a
    household's device: where that one agrees, chance is counted among the pairs that agree there.
    """

    field: Field
    keys: tuple[Keys, ...]
    blocks: tuple[Keys, ...] = ()
    near: Keys | None = None
    after: str = ""


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


def link(columns: Sequence[Column], returns: float) -> Linked:
    """Weigh every pair of records that share a key few bear; pairs come sorted by left, then right row.

    `returns` is how many left records are expected to match each right record; it sets the prior.
    """
    known = [[coded(k) for k in c.keys] for c in columns]
    blocks = [coded(b) for c in columns for b in c.blocks]
    sides = len(known[0][0].left), len(known[0][0].right)
    pairs = _met(known, blocks, sides)
    seen = _seen(columns, known, pairs)
    fields = [c.field for c in columns]
    prior = float(np.log2(returns / max(sides[0], 1)))
    learned = learn_from(seen, _strangers(columns, known, blocks, sides), fields, _kin(columns), prior)
    bits = np.stack([learned.bits(n, seen, f) for n, f in enumerate(fields)], axis=1)
    together = learned.together[sets(seen)]
    odds = np.exp2(np.clip(learned.prior + bits.sum(axis=1) + together, -60.0, 60.0))
    return Linked(pairs.left, pairs.right, bits, together, settled(odds, pairs.left, pairs.right, sides))


def _met(known: Sequence[Sequence[Coded]], blocks: Sequence[Coded], sides: tuple[int, int]) -> _Pairs:
    return _Pairs(*np.divmod(meetings([*(k for keys in known for k in keys), *blocks]), sides[1]), sides)


def _strangers(
    columns: Sequence[Column], known: Sequence[Sequence[Coded]], blocks: Sequence[Coded], sides: tuple[int, int]
) -> Strangers:
    """Meet a sample of the left side with all of it: there no two records are meant to be one person's."""
    rows = np.arange(0, sides[0], max(sides[0] // _SAMPLE, 1))
    mirrored = [[_mirrored(k, rows) for k in keys] for keys in known]
    pairs = _met(mirrored, [_mirrored(b, rows) for b in blocks], (sides[0], len(rows)))
    others = pairs.left != rows[pairs.right]
    pairs = _Pairs(pairs.left[others], pairs.right[others], (sides[0], len(rows)))
    turned = [replace(c, near=c.near and Keys(c.near.left, c.near.left.take(pa.array(rows)))) for c in columns]
    near = [_room(k) if c.near else None for c, k in zip(columns, mirrored, strict=True)]
    alone, unseen = zip(*(_alone(c, k, sides) for c, k in zip(columns, known, strict=True)), strict=True)
    return Strangers(_seen(turned, mirrored, pairs), near, list(alone), list(unseen), sides[1] / max(len(rows), 1))


def _kin(columns: Sequence[Column]) -> npt.NDArray[np.bool_]:
    """Tell which columns follow from one another, themselves included."""
    follows = np.array([[a.after == b.field.name or a is b for b in columns] for a in columns])
    return follows | follows.T


def _mirrored(keys: Coded, rows: Ints) -> Coded:
    return replace(keys, right=keys.left[rows])


def _seen(columns: Sequence[Column], known: Sequence[Sequence[Coded]], pairs: _Pairs) -> Evidence:
    """Compare every pair in every column."""
    compared = [_compare(c, k, pairs) for c, k in zip(columns, known, strict=True)]
    level = np.stack([c[0] for c in compared], axis=1)
    held = np.stack([c[1] for c in compared], axis=1)
    finds = np.stack([c[2] for c in compared], axis=1)
    given = np.zeros(level.shape, np.int8)
    names = [c.field.name for c in columns]
    for number, column in enumerate(columns):
        if column.after:
            parent = names.index(column.after)
            given[:, number] = np.maximum(level[:, parent], 0)
            rows = np.flatnonzero(given[:, number] > 0)
            held[rows, number] = _together(known[parent][-1], known[number], level[:, number], column, pairs, rows)
    return Evidence(level, held, grade(held), given, finds)


def _compare(column: Column, known: Sequence[Coded], pairs: _Pairs) -> tuple[Levels, Floats, npt.NDArray[np.bool_]]:
    """Return the level of each pair, the chance of it that counting bearers gives, and whether few bear what is shared."""
    strict = known[0]
    level = np.where((strict.left[pairs.left] >= 0) & (strict.right[pairs.right] >= 0), 0, UNKNOWN).astype(np.int8)
    held, finds = np.zeros(len(level)), np.zeros(len(level), bool)
    for number, keys in reversed(list(enumerate(known))):
        code = keys.left[pairs.left]
        same = np.flatnonzero((code == keys.right[pairs.right]) & (code >= 0))
        level[same] = len(known) - number + (column.near is not None)
        held[same] = np.maximum(keys.bearers[code[same]] - 2, 0) / strict.everyone
        finds[same] |= keys.bearers[code[same]] <= keys.most
    if column.near:
        near = np.flatnonzero(level == 0)
        near = near[_alike(column.near, pairs.left[near], pairs.right[near])]
        level[near] = 1
        held[near] = _crowd(known[-1])[pairs.right[near]]
    return level, held, finds


def _crowd(keys: Coded) -> Floats:
    """Return how common each right record's text is, in steps of four: texts as common share one chance to be nearly met."""
    others = np.where(keys.right >= 0, np.append(keys.bearers, 0)[keys.right] - 1, 0)
    return np.where(others > 0, 4.0 ** np.floor(np.log2(np.maximum(others, 1)) / 2), 0.0) / 2.0**32


def _room(known: Sequence[Coded]) -> Floats:
    """Count the pairs that could be nearly alike by chance, by how common the right record's text is."""
    grades = grade(_crowd(known[-1]))[known[-1].right >= 0]
    return counted(grades, np.full(len(grades), float((known[-1].left >= 0).sum())), GRADES)


def _alone(column: Column, known: Sequence[Coded], sides: tuple[int, int]) -> tuple[Floats, Floats]:
    """Return, by level, how many pairs could share a value that no third record bears, and the least chance that two do.

    The chance is Good and Turing's (Good, Biometrika 1953), counted on one side alone, where no two records are meant to be one
    person's.
    """
    room, unseen = np.zeros(len(column.field.m)), np.full(len(column.field.m), 1e-12)
    for number, keys in enumerate(known):
        level = len(known) - number + (column.near is not None)
        few = np.append(keys.bearers <= _ALONE, False)[keys.right]
        room[level] = float(few.sum()) * sides[0]
        times = np.bincount(np.bincount(keys.left[keys.left >= 0], minlength=1), minlength=3)
        unseen[level] = 2 * (times[2] + 0.5) / (times[1] + 1) / keys.everyone
    return room, unseen


def _together(
    parent: Coded, known: Sequence[Coded], level: Levels, column: Column, pairs: _Pairs, rows: Ints
) -> Floats:
    """Return, where the parent agrees, the share of its other bearers that agree in this column too."""
    held = np.zeros(len(rows))
    for number, keys in enumerate(known):
        here = np.flatnonzero(level[rows] == len(known) - number + (column.near is not None))
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


def _alike(keys: Keys, left: Ints, right: Ints) -> npt.NDArray[np.bool_]:
    from rapidfuzz.distance import DamerauLevenshtein
    from rapidfuzz.process import cpdist

    texts = keys.left.take(pa.array(left)).to_pylist(), keys.right.take(pa.array(right)).to_pylist()
    return cpdist(*texts, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_CLOSE, workers=-1) >= _CLOSE
