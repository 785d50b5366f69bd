"""Rings in a follow graph: accounts that were sent to the same targets in the same bursts.

What is looked for: a set of accounts M and of targets T, each target with a burst, such that the members of M follow far more of T
inside these bursts than (1) each one's own activity explains, and (2) everyone else who follows several of T makes likely. No published
method survives alone, so it is a cascade, each step with its own expectation: `bursts` (scan statistic), `pairs` (MinHash, Chung and
Lu), `cores`, `outsiders`. It is Beutel and others' lockstep (CopyCatch, WWW 2013) with expectations in place of its fixed numbers. False
discoveries are held to `rate` at the first, the second and the last step.

A burst in which people came one by one, and took up all of the targets as they came, is an onboarding: for it the time is the
member's. In a campaign the time is the target's. `_ABREAST` parts them: how closely the common members' times agree between two bursts.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aboveboard.graph.bursts import Bursts, bursts_of
from aboveboard.graph.chance import discoveries, log_tail
from aboveboard.graph.cores import Crew, Least, components, crews
from aboveboard.graph.follows import Follows, Longs, spread
from aboveboard.graph.outsiders import Outsiders, outsiders_of, recruits
from aboveboard.graph.pairs import Pairs, pairs_of

__all__ = ["Ring", "rings_of"]

_ABREAST, _CIRCLE, _MANY = 0.3, 0.5, 8

Floats = npt.NDArray[np.float64]


class Ring(NamedTuple):
    """One ring. For each of `members`: `seen` of `targets` it followed in their bursts, `expected`, log of its chance, and its
    first and last such follow (seconds). For each of `targets`: `gained` from the members, `usual` of them to be expected.

    `bursts` is how many bursts, `lift` how many times as many follows the ring made in them as outsiders would, `others` how many
    outsiders there are.
    """

    members: Longs
    seen: Longs
    expected: Floats
    log_p: Floats
    first: Longs
    last: Longs
    targets: Longs
    gained: Longs
    usual: Floats
    bursts: int
    lift: float
    others: int


def rings_of(follows: Follows, least: Least, lift: float, rate: float) -> list[Ring]:
    """Return the rings of a timed graph, the largest first. Empty where follows have no times.

    `least` is the smallest ring, `lift` how many times a ring must exceed what outsiders do, `rate` the false-discovery rate.
    """
    if not follows.timed:
        return []
    bursts = bursts_of(follows, least.shared + 2, rate)
    pairs = pairs_of(bursts.member, bursts.when, bursts.starts, follows.activity, rate)
    found, caught = list[Ring](), np.zeros(follows.accounts, bool)
    for sets in components(*_steered(pairs, len(bursts.target)), len(bursts.target)):
        for crew in crews(sets, bursts.starts, bursts.member, least):
            outsiders = outsiders_of(follows, bursts, crew, caught)
            if not _circle(bursts, crew) and len(crew.rows) >= _needed(lift, crew) * (outsiders.expected + 1):
                more = recruits(follows, bursts, crew, caught, rate)
                found.append(_ring(follows, bursts, crew, outsiders, more, rate))
                caught[found[-1].members] = True
    whole = [r for r in found if len(r.members) >= least.members and len(r.targets) >= least.targets]
    return sorted(whole, key=lambda r: (-len(r.members), int(r.members[0])))


def _steered(pairs: Pairs, sets: int) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Return the pairs of bursts whose common members did not come one by one, judged over all pairs of each burst."""
    weight = pairs.common.astype(np.float64)
    agree = weight * pairs.abreast
    both = [np.bincount(pairs.left, w, sets) + np.bincount(pairs.right, w, sets) for w in (agree, weight)]
    steered = both[0] < _ABREAST * np.maximum(both[1], 1.0)
    kept = steered[pairs.left] & steered[pairs.right]
    return pairs.left[kept], pairs.right[kept]


def _needed(lift: float, crew: Crew) -> float:
    """Return the lift asked of a crew: the fewer targets its typical member shares, the more often people share as many."""
    return lift * max(1.0, _MANY / float(np.median(crew.counts))) ** 2


def _circle(bursts: Bursts, crew: Crew) -> bool:
    """Return whether members and targets are largely the same accounts: friends who follow one another."""
    targets = np.unique(bursts.target[crew.sets])
    return np.isin(targets, crew.members).sum() >= _CIRCLE * min(len(targets), len(crew.members))


def _ring(follows: Follows, bursts: Bursts, crew: Crew, outsiders: Outsiders, more: tuple[Longs, Longs], rate: float) -> Ring:
    """Hold each member against its own activity, and each target against the members' activity; keep the discoveries."""
    edges = max(len(follows.follower), 1)
    members, seen = (np.concatenate(p) for p in zip((crew.members, crew.counts), more, strict=True))
    members, seen = members[order := np.argsort(members)], seen[order]
    activity = follows.activity[members].astype(np.float64)
    expected = activity * float((bursts.starts[crew.sets + 1] - bursts.starts[crew.sets]).sum()) / edges
    log_p = log_tail(seen.astype(np.float64), expected)
    good = discoveries(log_p, rate)
    rows, which = spread(bursts.starts, crew.sets)
    who = np.minimum(np.searchsorted(members, bursts.member[rows]), len(members) - 1)
    inside = (members[who] == bursts.member[rows]) & good[who]
    who, at = who[inside], follows.at[bursts.edge[rows[inside]]]
    targets, place = np.unique(bursts.target[crew.sets], return_inverse=True)
    gained = np.bincount(place[which[inside]], minlength=len(targets))
    usual = activity[good].sum() * (follows.starts[targets + 1] - follows.starts[targets]) / edges
    hit = discoveries(log_tail(gained.astype(np.float64), usual), rate)
    first, last = np.full(len(members), 1 << 62), np.zeros(len(members), np.int64)
    np.minimum.at(first, who, at)
    np.maximum.at(last, who, at)
    own, theirs = (members, seen, expected, log_p, first, last), (targets, gained, usual)
    made = len(crew.rows) / (outsiders.expected + 1)
    return Ring(
        *(a[good] for a in own), *(a[hit] for a in theirs), bursts=len(crew.sets), lift=made, others=outsiders.accounts
    )
