"""Followers in the order they came: batches that differ from the target's other followers and from the world's.

The order of arrival against the time of creation is the picture of Takacs and McCulloh (Dormant bots in social media,
ASONAM 2019) and of The Follower Factory (The New York Times, 27 January 2018). Four traits of a follow are judged, each
against what is known already, so that one fact is not counted twice:
fresh: the follower was made shortly before, given the quarter of arrival;
twin: an older follower made within a day of a neighbour in arrival, given the quarter it was made;
idle: it has done nothing but follow, given the quarter it was made and whether it was fresh;
hollow: its profile is empty, given all that.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aboveboard.series.chance import Floats, adjusted, combined, surprise, widened
from aboveboard.series.compiled import loop
from aboveboard.series.strata import Ints, expected_share
from aboveboard.series.windows import SHORTEST, Best, Counts, best_windows, clumping_of, promising, rows_of
from aboveboard.workers import allowed

__all__ = ["TRAITS", "Arrivals", "Batches", "arrivals_of", "batches"]

TRAITS = ("fresh", "twin", "idle", "hollow")

_DAY = 86_400
_QUARTER = 91 * _DAY
_NEIGHBOURS = 8
_ROUNDS = 4
_CLEAR = 0.01


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Follows, one row each: target and follower as small numbers from 0, seconds of arrival and of creation, three traits."""

    target: Ints
    follower: Ints
    at: Ints
    born: Ints
    fresh: np.ndarray
    idle: np.ndarray
    hollow: np.ndarray

    def take(self, rows: Ints) -> Arrivals:
        """Return some rows."""
        columns = (self.target, self.follower, self.at, self.born, self.fresh, self.idle, self.hollow)
        return Arrivals(*(c.take(rows) for c in columns))


def arrivals_of(one: npt.NDArray[np.int32], other: npt.NDArray[np.int32], number: Ints, accounts: int) -> Arrivals:
    """Return the follows of those whose creation is told.

    A row is a follow of account `other` by `one` at second `number`; or, where `other` is negative, what is told of `one`: -1 when it was
    made, -2 until when its follows are fresh, -3 whether it is hollow (1) and idle (2).
    """
    size = len(one)
    told = *(np.zeros(accounts, np.int64) for _ in range(3)), np.zeros(accounts, np.bool_)
    loop("tell", size)(one, other, number, *told)
    target, follower = np.empty(size, np.int32), np.empty(size, np.int32)
    at, birth = np.empty(size, np.int64), np.empty(size, np.int64)
    fresh, idle, hollow = (np.empty(size, np.bool_) for _ in range(3))
    columns = target, follower, at, birth, fresh, idle, hollow
    made = loop("arrive", size)(one, other, number, *told, *columns)
    return Arrivals(*(column[:made] for column in columns))  # pyright: ignore[reportArgumentType]  # small numbers are short ones here


@dataclass(frozen=True, slots=True)
class Batches:
    """Batches found: one entry a batch, and one entry a member (`row` of the input, `batch` number).

    `hits`, `trials`, `expected` and `clear` have a column a trait (TRAITS); `clear` says which are in excess by themselves.
    `traits` has a row a member. `chance` is the p-value of the batch under control of false discoveries over all targets.
    """

    target: Ints
    turn: Ints
    size: Ints
    first: Ints
    last: Ints
    chance: Floats
    hits: Floats
    trials: Floats
    expected: Floats
    clear: np.ndarray
    row: Ints
    batch: Ints
    traits: np.ndarray


def batches(arrivals: Arrivals, most: float) -> Batches:
    """Return every batch whose adjusted p-value is at most `most`; up to four of one target, none overlapping.

    Later batches of a target are looked for among the rows that earlier ones left, and pay for the tests already made.
    """
    order, offsets = _sequences(arrivals)
    found = arrivals.take(order)
    columns = _traits(found, offsets)
    expected = _expected(found, offsets, columns)
    trials = np.ones_like(columns)
    trials[TRAITS.index("twin")] = ~columns[0]
    hopeful, tests = promising(columns, trials, expected, offsets, most)
    clumping = clumping_of(columns, trials, expected, offsets) if hopeful.any() else None
    rows, offsets = rows_of(offsets, np.flatnonzero(hopeful))
    kept: list[_Found] = []
    for turn in range(_ROUNDS):
        group = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
        counts = Counts.of(columns[:, rows], trials[:, rows], expected[:, rows])
        best = best_windows(counts, offsets, clumping)
        tests = tests if turn == 0 else int((best.tried > 0).sum())
        chance, clumping = _chance(best), None
        likely = np.flatnonzero(adjusted(chance, tests) <= most)
        if not len(likely):
            break
        kept.append(_Found.of(turn, rows, offsets, (best, chance, tests), likely, counts))
        inside = _inside(best, likely, len(rows))
        left = np.isin(group, likely) & ~inside
        rows, offsets = rows[left], _bounds(group[left])
    return _gathered(kept, found, order, columns)


def _sequences(arrivals: Arrivals) -> tuple[Ints, Ints]:
    """Return rows in order of target, arrival and follower, and the targets' bounds; short sequences are left out."""
    many = np.bincount(arrivals.target)
    many[many < SHORTEST] = 0
    starts = np.concatenate([[0], np.cumsum(many)])
    keys = ((arrivals.at - arrivals.at.min(initial=0)) << 31) | arrivals.follower
    order, target = np.empty(int(starts[-1]), np.int64), arrivals.target.astype(np.int32, copy=False)
    loop("line", len(keys))(target, keys.astype(np.int64, copy=False), starts, starts.copy(), order)
    return order, np.concatenate([[0], np.cumsum(many[many > 0])]).astype(np.int64)


def _bounds(group: Ints) -> Ints:
    """Return where runs of equal numbers begin, and where the last one ends."""
    if not len(group):
        return np.zeros(1, np.int64)
    return np.concatenate([[0], np.flatnonzero(group[1:] != group[:-1]) + 1, [len(group)]])


def _traits(rows: Arrivals, offsets: Ints) -> np.ndarray:
    fresh = rows.fresh > 0
    twin = np.zeros(len(fresh), bool)
    loop("pair", len(fresh))(offsets, rows.born.astype(np.int64, copy=False), fresh, _NEIGHBOURS, _DAY, twin)
    return np.stack([fresh, twin, rows.idle > 0, rows.hollow > 0])


def _expected(rows: Arrivals, offsets: Ints, traits: np.ndarray) -> np.ndarray:
    """Return the share to be expected of each trait and row; every follower weighs one, however many it follows."""
    weight = (1 / np.maximum(np.bincount(rows.follower), 1))[rows.follower]
    start = min(rows.born.min(initial=0), rows.at.min(initial=0))
    came, made = (((t - start) // _QUARTER).astype(np.int32) for t in (rows.at, rows.born))
    fresh, _, idle, _ = traits
    everyone = np.ones(len(fresh), bool)
    aged = 2 * made + fresh.astype(np.int32)
    cases = ((everyone, came), (~fresh, made), (everyone, aged), (everyone, 2 * aged + idle.astype(np.int32)))
    with ThreadPoolExecutor(allowed()) as pool:
        made = np.zeros(traits.shape, np.float32)
        shares = [
            pool.submit(expected_share, hit, trial, stratum, offsets, weight, share)
            for hit, (trial, stratum), share in zip(traits, cases, made, strict=True)
        ]
        for done in shares:
            done.result()
        return made


def _chance(best: Best) -> Floats:
    """Return the p-value of each sequence's best window after paying for the windows tried."""
    chance = np.where(best.surprise > 0, combined(best.surprise, len(TRAITS)) * np.maximum(best.tried, 1), 1.0)
    return np.minimum(chance, 1.0)


def _inside(best: Best, who: Ints, size: int) -> np.ndarray:
    edge = np.zeros(size + 1, np.int64)
    np.add.at(edge, best.start[who], 1)
    np.add.at(edge, best.stop[who], -1)
    return np.cumsum(edge)[:-1] > 0


@dataclass(frozen=True, slots=True)
class _Found:
    """One round's batches: rows of the members, run by run, and what was counted."""

    turn: int
    size: Ints
    members: Ints
    chance: Floats
    counted: tuple[Floats, Floats, Floats]
    clear: np.ndarray

    @classmethod
    def of(
        cls, turn: int, rows: Ints, offsets: Ints, judged: tuple[Best, Floats, int], who: Ints, counts: Counts
    ) -> _Found:
        """Return the batches of sequences `who`; `rows` are those of the round."""
        best, chance, tests = judged
        low, high = best.start[who], best.stop[who]
        measured = [counts.measured(k, offsets[who], offsets[who + 1], low, high) for k in range(len(TRAITS))]
        hits, trials, means = (np.stack(c, axis=1) for c in zip(*measured, strict=True))
        alone = np.exp(-surprise(hits, trials, means) / widened(trials, best.clumping)) * best.tried[who][:, None]
        members = np.concatenate([rows[a:b] for a, b in zip(low.tolist(), high.tolist(), strict=True)])
        return cls(turn, high - low, members, adjusted(chance, tests)[who], (hits, trials, means), alone <= _CLEAR)


def _gathered(kept: list[_Found], rows: Arrivals, order: Ints, traits: np.ndarray) -> Batches:
    def joined(parts: Iterator[np.ndarray], empty: np.ndarray) -> np.ndarray:
        return np.concatenate([empty, *parts])

    none, pairs = np.zeros(0, np.int64), np.zeros((0, len(TRAITS)))
    size = joined((f.size for f in kept), none)
    members = joined((f.members for f in kept), none)
    start = np.cumsum(size) - size
    lead, end = members[start], members[start + size - 1]
    return Batches(
        target=rows.target[lead], turn=joined((np.full(len(f.size), f.turn) for f in kept), none), size=size,
        first=rows.at[lead], last=rows.at[end], chance=joined((f.chance for f in kept), np.zeros(0)),
        hits=joined((f.counted[0] for f in kept), pairs), trials=joined((f.counted[1] for f in kept), pairs),
        expected=joined((f.counted[2] for f in kept), pairs), clear=joined((f.clear for f in kept), pairs.astype(bool)),
        row=order[members], batch=np.repeat(np.arange(len(size)), size), traits=traits[:, members].T,
    )  # fmt: skip
