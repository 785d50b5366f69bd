"""A second opinion on a ring that times gave away: whether the follow graph alone would name the same accounts.

A ring's neighbourhood is its members, everyone who follows two fifths as many of its targets as the typical member, and all that these
follow, camouflage and own tastes included; targets that one or two of them follow make no block and are left out. In it `blocks` looks for dense blocks without times, with popular targets worth less, each held
against the activity and the fame in the whole graph and the choice among all blocks of that size. A neighbourhood is small
and stands for itself, so that each can be looked through in a place of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aboveboard.graph.blocks import Whole, banded
from aboveboard.graph.follows import Follows, Ints, Longs, spread
from aboveboard.graph.rings import Ring

__all__ = ["Near", "alone", "neighbourhoods"]

_ALIKE, _FEWEST, _ROOM, _BLOCKS, _LONELY = 0.4, 2, (4, 1000), 3, 2


class Near(NamedTuple):
    """The follows of one neighbourhood: who (accounts by number), whom, and whether the follower is a member of the ring."""

    follower: Ints
    target: Ints
    member: npt.NDArray[np.bool_]


def neighbourhoods(follows: Follows, rings: Sequence[Ring]) -> Iterator[Near]:
    """Yield the neighbourhood of each ring. All follows are gone through once for all rings."""
    groups = [(r.members, _others(follows, r)) for r in rings]
    near = np.zeros(follows.accounts, bool)
    for members, others in groups:
        near[members], near[others] = True, True
    edge = np.flatnonzero(near[follows.follower])
    edge = edge[np.argsort(follows.follower[edge], kind="stable")]
    starts = np.searchsorted(follows.follower[edge], np.arange(follows.accounts + 1))
    for members, others in groups:
        who = np.concatenate([members, others])
        rows, which = spread(starts, who)
        target = np.searchsorted(follows.starts, edge[rows], side="right") - 1
        _, place, count = np.unique(target, return_inverse=True, return_counts=True)
        kept = count[place] > _LONELY
        yield Near(who[which[kept]].astype(np.int32), target[kept].astype(np.int32), which[kept] < len(members))


def _others(follows: Follows, ring: Ring) -> Longs:
    """Return who else follows many of a ring's targets, those who follow most of them where there are very many."""
    rows, _ = spread(follows.starts, ring.targets)
    account, count = np.unique(follows.follower[rows], return_counts=True)
    kept = (count >= max(_FEWEST, int(np.ceil(_ALIKE * np.median(ring.seen))))) & ~np.isin(account, ring.members)
    order = np.argsort(-count[kept], kind="stable")[: _ROOM[0] * len(ring.members) + _ROOM[1]]
    return np.sort(account[kept][order]).astype(np.int64)


def alone(near: Near, whole: Whole, rate: float) -> float:
    """Return how far the dense block that comes nearest is the ring: twice the common accounts over those of both; 0: none is dense.

    Numbers in `near` are places in `whole`.
    """
    member = np.zeros(len(whole.activity), bool)
    member[near.follower[near.member]] = True
    blocks = banded(near.follower, near.target, whole, _BLOCKS, rate)
    many = int(member.sum())
    return max((2.0 * int(member[b.rows].sum()) / (len(b.rows) + many) for b in blocks), default=0.0)
