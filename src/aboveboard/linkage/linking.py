"""Link two sets of records: candidates by shared keys, agreement by level, weights learned from the pairs themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.linkage.weights import UNKNOWN, Field, Floats, Levels, learn, probability, weigh

__all__ = ["Column", "Ints", "Keys", "Linked", "link", "meetings"]

Ints = npt.NDArray[np.int64]

_CLOSE: Final = 0.8
"""Texts count as nearly the same from this normalised similarity: one letter in five differs."""


@dataclass(frozen=True, slots=True)
class Keys:
    """One key of every record on both sides (strings, null where a record has none); equal keys make a candidate pair."""

    left: pa.Array
    right: pa.Array
    most: int = 50
    """A key on more records than this, both sides together, makes no candidates: it is a crowd's."""


@dataclass(frozen=True, slots=True)
class Column:
    """One field of the records. `keys` agree or not, strictest first: sharing the first is the top level.

    `blocks` only make candidates. With `near`, candidates that share no key but whose last keys are nearly the same text
    (Damerau–Levenshtein) agree at level 1. `field.m` has one share for each: differs, nearly (with `near`), keys loosest
    first. `after` names an earlier column that this one follows from, as a handle does from a name, or a network from a household's device: where
    that one agrees, chance is counted among the pairs that agree there.
    """

    field: Field
    keys: tuple[Keys, ...]
    blocks: tuple[Keys, ...] = ()
    near: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class Linked:
    """Candidate pairs: row numbers on both sides, bits of each column (one a column), and the probability of a match."""

    left: Ints
    right: Ints
    bits: Floats
    probability: Floats


@dataclass(frozen=True, slots=True)
class _Coded:
    """A key as numbers: -1 is none. `bearers` counts the records of both sides for each number."""

    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    bearers: Ints


def link(columns: Sequence[Column], returns: float) -> Linked:
    """Weigh every pair of records that share a key few bear; pairs come sorted by left, then right row.

    `returns` is how many left records are expected to match each right record; it sets the prior.
    """
    coded = [[_encode(k) for k in c.keys] for c in columns]
    pairs = _candidates(columns, coded)
    sides = len(coded[0][0].left), len(coded[0][0].right)
    left, right = np.divmod(pairs, sides[1])
    compared = [_compare(c, k, left, right, sides) for c, k in zip(columns, coded, strict=True)]
    levels = np.stack([level for level, _ in compared], axis=1)
    u = np.stack([chance for _, chance in compared], axis=1)
    fields = [c.field for c in columns]
    _condition(columns, levels, u)
    prior = float(np.log2(returns / sides[0]))
    bits = weigh(levels, u, fields, learn(levels, u, fields, prior))
    return Linked(left, right, bits, probability(prior + bits.sum(axis=1)))


def _encode(keys: Keys) -> _Coded:
    both = pa.chunked_array([keys.left, keys.right]).dictionary_encode()
    codes = [pc.fill_null(chunk.indices, -1).to_numpy(zero_copy_only=False) for chunk in both.chunks]
    size = len(both.chunk(both.num_chunks - 1).dictionary)
    bearers = sum((np.bincount(c[c >= 0], minlength=size) for c in codes), np.zeros(size, np.int64))
    return _Coded(codes[0], codes[1], bearers)


def _candidates(columns: Sequence[Column], coded: Sequence[Sequence[_Coded]]) -> Ints:
    """Return the distinct candidates, sorted, as left row times the right side's size plus right row."""
    found = [
        meetings(k, o.most) for c, known in zip(columns, coded, strict=True) for o, k in zip(c.keys, known, strict=True)
    ]
    found += [meetings(_encode(b), b.most) for c in columns for b in c.blocks]
    return np.unique(np.concatenate(found))


def meetings(keys: _Coded, most: int) -> Ints:
    """Return every pair of rows that share a key with at most `most` bearers, as one number a pair."""
    fine = np.append(keys.bearers <= most, False)
    rows = np.flatnonzero(fine[keys.right])
    rows = rows[np.argsort(keys.right[rows], kind="stable")]
    held = keys.right[rows]
    count = np.bincount(held, minlength=len(keys.bearers) + 1)
    start = np.cumsum(count) - count
    here = np.flatnonzero(fine[keys.left] & (count[keys.left] > 0))
    times = count[keys.left[here]]
    first = np.repeat(start[keys.left[here]] - (np.cumsum(times) - times), times)
    return np.repeat(here.astype(np.int64), times) * len(keys.right) + rows[first + np.arange(times.sum())]


def _compare(
    column: Column, coded: Sequence[_Coded], left: Ints, right: Ints, sides: tuple[int, int]
) -> tuple[Levels, Floats]:
    """Return the level of each pair in this column, and how often that level occurs by chance."""
    strict = coded[0]
    known = (strict.left[left] >= 0) & (strict.right[right] >= 0)
    level = np.where(known, 0, UNKNOWN).astype(np.int8)
    u = np.ones(len(left))
    everyone = sides[0] + sides[1]
    for number, keys in reversed(list(enumerate(coded))):
        code = keys.left[left]
        same = (code == keys.right[right]) & (code >= 0)
        level[same] = len(coded) - number + column.near
        u[same] = (np.maximum(keys.bearers[code[same]] - 2, 0) + _unseen(keys.left)) / everyone
    if column.near:
        near = np.flatnonzero(level == 0)
        near = near[_alike(column.keys[-1], left[near], right[near])]
        level[near] = 1
        u[near] = max(len(near), 1) / (float(sides[0]) * sides[1])
    return level, u


def _unseen(codes: npt.NDArray[np.int32]) -> float:
    """Return how many more records will bear a value that is seen once: Good–Turing (Good, Biometrika 1953).

    Counted on one side alone, where no two records are meant to be one person's.
    """
    times = np.bincount(np.bincount(codes[codes >= 0], minlength=1), minlength=3)
    return float(np.clip(2 * times[2] / max(times[1], 1), 0.01, 3.0))


def _condition(columns: Sequence[Column], levels: Levels, u: Floats) -> None:
    """Raise the chance of a level to its share among candidates that agree in the column this one follows from."""
    names = [c.field.name for c in columns]
    for number, column in enumerate(columns):
        if not column.after:
            continue
        given = np.flatnonzero((levels[:, names.index(column.after)] > 0) & (levels[:, number] != UNKNOWN))
        here = levels[given, number]
        share = np.bincount(here, minlength=len(column.field.m)) / max(len(given), 1)
        u[given, number] = np.where(here > 0, np.maximum(u[given, number], share[here]), 1.0)


def _alike(keys: Keys, left: Ints, right: Ints) -> npt.NDArray[np.bool_]:
    from rapidfuzz.distance import DamerauLevenshtein
    from rapidfuzz.process import cpdist

    texts = keys.left.take(pa.array(left)).to_pylist(), keys.right.take(pa.array(right)).to_pylist()
    return cpdist(*texts, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_CLOSE, workers=-1) >= _CLOSE
