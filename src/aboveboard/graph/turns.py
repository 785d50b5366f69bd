"""Accounts that take turns at one target: one stops, the next begins, for weeks.

A *stint* is an account's run of acts on one target without a long pause. A *handover* is a stint that begins when another account's
ends. People of different habits and time zones follow one another too, but not to the minute: how often two accounts' stints end and
begin twenty to sixty minutes apart tells how often they would do so within twenty by habit alone; three times that is asked for. Poisson tails, and Benjamini and Hochberg (1995) over
all pairs of accounts that are often at one target; pairs that hang together are a crew.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from aboveboard.graph.acts import Ints, Longs
from aboveboard.graph.chance import discoveries, log_tail
from aboveboard.ordered import distinct

__all__ = ["BUSY", "Stints", "Turns", "stints_of", "turns_of"]

_HOUR, _WEEK = 3600, 604_800
_PAUSE, _SHORTEST, _LONGEST = 2 * _HOUR, 90 * 60, 14 * _HOUR
_ACTS, _OFTEN = 4, 4
BUSY = _ACTS * _OFTEN
"""Acts at one target that an account needs, to be looked at."""

_SHARP, _NEAR = 20 * 60, 60 * 60
_FEWEST, _WEEKS, _CREW, _LIFT = 5, 2, 3, 3
_HABIT = 0.2
"""Handovers to be expected of any pair, even where none is seen near."""


class Stints(NamedTuple):
    """Stints in order of target and begin: who, at which target, from when to when (seconds)."""

    account: Ints
    target: Ints
    begin: Longs
    end: Longs


class Turns(NamedTuple):
    """One crew: its `members`, each one's handovers and those to be expected, weeks, targets by number and first and last second."""

    members: Ints
    handovers: Longs
    expected: npt.NDArray[np.float64]
    weeks: int
    targets: Longs
    first: Longs
    last: Longs


class _Met(NamedTuple):
    """Ends and begins near one another: pair of accounts, whether within twenty minutes, and number of the stint that began."""

    pair: Longs
    sharp: npt.NDArray[np.bool_]
    stint: Longs
    week: Longs


def stints_of(account: Ints, target: Ints, at: Longs) -> Stints:
    """Return the stints (four acts and an hour and a half at least) of accounts that have four or more at one target."""
    busy = (np.bincount(account) >= BUSY)[account] & (np.bincount(target) >= BUSY)[target]
    account, target, at = account[busy], target[busy], at[busy]  # few are: it spares the rest the sorting
    own = account.astype(np.int64) << 31 | target
    _, place, many = np.unique(own, return_inverse=True, return_counts=True)
    kept = many[place] >= BUSY
    account, target, at, own = account[kept], target[kept], at[kept], own[kept]
    order = np.lexsort((at, own))
    account, target, at, own = account[order], target[order], at[order], own[order]
    fresh = np.append(True, (np.diff(own) != 0) | (np.diff(at) > _PAUSE))[: len(at)]
    first = np.flatnonzero(fresh)
    last = np.append(first, len(at))[1:].astype(np.int64) - 1
    length = at[last] - at[first]
    good = (last - first + 1 >= _ACTS) & (length >= _SHORTEST) & (length <= _LONGEST)
    first, last = first[good], last[good]
    _, which, often = np.unique(own[first], return_inverse=True, return_counts=True)
    first, last = (a[often[which] >= _OFTEN] for a in (first, last))
    order = np.lexsort((account[first], at[first], target[first]))
    first, last = first[order], last[order]
    return Stints(account[first], target[first], at[first], at[last])


def turns_of(stints: Stints, accounts: int, rate: float) -> list[Turns]:
    """Return the crews that take turns, largest first. `rate` bounds the false discoveries among pairs."""
    met = _met(stints, accounts)
    pair, place = np.unique(met.pair, return_inverse=True)
    spell = stints.begin[met.stint] // _PAUSE
    seen, near = (_different(place[m], spell[m], len(pair)) for m in (met.sharp, ~met.sharp))
    expected = np.maximum(near * _SHARP / (_NEAR - _SHARP), _HABIT)
    weeks = _different(place[met.sharp], met.week[met.sharp], len(pair))
    often = (seen >= _FEWEST) & (seen >= _LIFT * expected) & (weeks >= _WEEKS)
    log_p = np.where(often, log_tail(seen.astype(float), expected), 0.0)
    sure = discoveries(log_p, rate, max(_possible(stints), len(pair)))
    ends = np.stack([pair // accounts, pair % accounts])
    found: list[Turns] = []
    for members in _components(ends[:, sure]):
        inside = sure & np.isin(ends[0], members)
        if len(members) >= _CREW:
            counted = ends[:, inside], seen[inside], expected[inside]
            found.append(_told(stints, met, members, counted, inside[place] & met.sharp))
    return sorted(found, key=lambda t: (-len(t.members), int(t.members[0])))


def _met(stints: Stints, accounts: int) -> _Met:
    key = stints.target.astype(np.int64) << 40
    begins = key + stints.begin
    low = np.searchsorted(begins, key + stints.end - _NEAR, side="left")
    high = np.searchsorted(begins, key + stints.end + _NEAR, side="right")
    many = high - low
    one = np.repeat(np.arange(len(many)), many)
    two = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many) + np.repeat(low, many)
    fits = (stints.account[one] != stints.account[two]) & (stints.end[two] > stints.end[one])
    fits &= stints.begin[two] > stints.begin[one]
    one, two = one[fits], two[fits]
    a, b = stints.account[one].astype(np.int64), stints.account[two].astype(np.int64)
    pair = np.minimum(a, b) * accounts + np.maximum(a, b)
    return _Met(pair, np.abs(stints.begin[two] - stints.end[one]) <= _SHARP, two, stints.begin[two] // _WEEK)


def _components(ends: Longs) -> list[Ints]:
    """Return the accounts of each connected part, in order."""
    nodes, place = np.unique(ends, return_inverse=True)
    if not len(nodes):
        return []
    left, right = place.reshape(ends.shape)
    graph = coo_array((np.ones(len(left), np.int8), (left, right)), shape=(len(nodes), len(nodes)))
    part = connected_components(graph.tocsr(), directed=False)[1]
    order = np.argsort(part, kind="stable")
    return np.split(nodes[order].astype(np.int32), np.flatnonzero(np.diff(part[order])) + 1)


def _different(place: Longs, spell: Longs, pairs: int) -> Longs:
    """Count the different spells of time of each pair: handovers at several targets at once are one."""
    one = place.astype(np.int64) << 32 | (spell & 0xFFFFFFFF)
    return np.bincount(distinct(one) >> 32, minlength=pairs)


def _possible(stints: Stints) -> int:
    """Return how many pairs of accounts are often at one target."""
    there = distinct(stints.target.astype(np.int64) << 31 | stints.account) >> 31
    many = np.unique(there, return_counts=True)[1]
    return int((many * (many - 1) // 2).sum())


def _told(
    stints: Stints, met: _Met, members: Ints, counted: tuple[Longs, Longs, npt.NDArray[np.float64]], kept: npt.NDArray[np.bool_]
) -> Turns:  # fmt: skip
    ends, seen, expected = counted
    handovers, likely = (np.zeros(len(members)) for _ in range(2))
    for side in np.searchsorted(members, ends):
        np.add.at(handovers, side, seen)
        np.add.at(likely, side, expected)
    targets, many = np.unique(stints.target[distinct(met.stint[kept])], return_counts=True)
    mine = np.isin(stints.account, members) & np.isin(stints.target, targets)
    place = np.searchsorted(members, stints.account[mine])
    first, last = np.full(len(members), np.iinfo(np.int64).max), np.zeros(len(members), np.int64)
    np.minimum.at(first, place, stints.begin[mine])
    np.maximum.at(last, place, stints.end[mine])
    weeks, order = len(distinct(met.week[kept])), np.argsort(-many, kind="stable")
    return Turns(members, handovers.astype(np.int64), likely, weeks, targets[order].astype(np.int64), first, last)
