"""From pairs of bursts to crews: accounts that are in many of the same sets, and the sets that hold many of them.

A crew is found in each connected component of the kept pairs, and what it leaves behind is looked through again. Its accounts are
in at least two fifths as many of its sets as the typical one (the median over their memberships), its sets hold at least a quarter as
many of its accounts as the typical one; both are applied in turn until nothing changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from aboveboard.graph.compiled import loop
from aboveboard.graph.follows import Ints, Longs, spread
from aboveboard.ordered import distinct

__all__ = ["Crew", "Least", "components", "crews"]

_TURNS, _CREWS = 12, 40
_ACCOUNT, _SET = 0.4, 0.25
_SPARSE = 8
"""How many times as many accounts there must be as memberships in a component to be sorted rather than marked."""


class Least(NamedTuple):
    """The smallest ring: members, targets, and targets that one member follows."""

    members: int
    targets: int
    shared: int


class Crew(NamedTuple):
    """Accounts, how many of the sets each is in, the sets, and the rows of `member` that lie in both."""

    members: Longs
    counts: Longs
    sets: Longs
    rows: Longs


def components(left: Ints, right: Ints, sets: int) -> list[Longs]:
    """Return the sets of each connected component of two sets or more, by least number."""
    graph = coo_matrix((np.ones(len(left), bool), (left, right)), shape=(sets, sets))
    label = connected_components(graph, directed=False)[1]
    size = np.bincount(label, minlength=1)
    tied = np.flatnonzero(size[label] > 1) if sets else np.empty(0, np.int64)
    tied = tied[np.argsort(label[tied], kind="stable")]
    return np.split(tied, np.flatnonzero(np.diff(label[tied])) + 1) if len(tied) else []


def crews(sets: Longs, starts: Longs, member: Ints, least: Least) -> Iterator[Crew]:
    """Yield the crews of one component, the one with most memberships first; no account is in two."""
    rows, which = spread(starts, sets)
    held = member[rows]
    account, kept, who = (_repeated_few if _SPARSE * len(held) < held.max(initial=-1) else _repeated)(held)
    rows, which = rows[kept], which[kept].astype(np.int32)
    for _ in range(_CREWS):
        inside = _core(who, which, len(account), len(sets), least)
        if inside is None:
            return
        counts = np.bincount(who[inside], minlength=len(account))
        members = np.flatnonzero(counts)
        yield Crew(account[members], counts[members], sets[distinct(which[inside])], rows[inside])
        rest = counts[who] == 0
        rows, which, who = rows[rest], which[rest], who[rest]


def _repeated(held: Ints) -> tuple[Longs, npt.NDArray[np.bool_], Ints]:
    """Return the numbers that stand in `held` twice or more, in order, where they stand, and the place of each one there among them."""
    many = np.zeros(int(held.max(initial=-1)) + 1, np.int32)
    loop("tally", len(held))(held, many)
    number, kept = np.flatnonzero(many > 1), many[held] > 1
    names = np.zeros(len(many), np.int32)
    names[number] = np.arange(len(number))
    return number, kept, names[held[kept]]


def _repeated_few(held: Ints) -> tuple[Longs, npt.NDArray[np.bool_], Ints]:
    """Return what `_repeated` does without a mark for every account: of the thousands of components most are small."""
    ordered = np.sort(held)
    again = ordered[1:][ordered[1:] == ordered[:-1]]
    number = distinct(again).astype(np.int64)
    place = np.searchsorted(number, held)
    kept = np.append(number, -1)[place] == held
    return number, kept, place[kept].astype(np.int32)


def _core(who: Ints, which: Ints, accounts: int, sets: int, least: Least) -> Longs | None:
    """Return which memberships lie in the core, or None where none is large enough."""
    good, before = np.ones(sets, bool), -1
    lasting, busy = good, np.ones(accounts, bool)
    for _ in range(_TURNS):
        lasting, counts = good, _held(who, which, good, accounts)
        busy = counts >= max(least.shared, int(np.ceil(_ACCOUNT * _typical(counts, least.shared))))
        held = np.where(lasting, _held(which, who, busy, sets), 0)
        good = held >= max(least.shared, int(np.ceil(_SET * _typical(held, 1))))
        inside = int(held.sum())
        if inside == before:
            break
        before = inside
    rows = np.flatnonzero(lasting[which] & busy[who])
    enough = good.sum() >= least.targets and len(distinct(who[rows])) >= least.members
    return rows[good[which[rows]]] if enough else None


def _held(one: Ints, other: Ints, good: npt.NDArray[np.bool_], size: int) -> Longs:
    """Return for each number below `size` how many of its memberships are with a good one."""
    counts = np.zeros(size, np.int64)
    loop("hold", len(one))(one, other, good, counts)
    return counts


def _typical(counts: Longs, fewest: int) -> int:
    """Return the count at which half of all memberships lie with accounts that have fewer."""
    weight = np.bincount(counts[counts >= fewest])
    total = np.cumsum(weight * np.arange(len(weight)))
    return int(np.searchsorted(total, total[-1] / 2)) if len(total) else 0
