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
from aboveboard.graph.untimed import audiences, tight
from aboveboard.ordered import distinct

__all__ = ["Ring", "rings_of"]

_ABREAST, _CIRCLE, _MANY = 0.3, 0.5, 8

Floats = npt.NDArray[np.float64]


class Ring(NamedTuple):
    """One ring.

    For each of `members`: `seen` of `targets` it followed in their bursts, `expected`, log of its chance, and its
    first and last such follow (seconds). For each of `targets`: `gained` from the members, `usual` of them to be expected.

    `bursts` is how many bursts, `lift` how many times as many follows the ring made in them as outsiders would, `margin` the same
    over what so few shared targets ask for, `others` how many outsiders there are.
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
    margin: float
    others: int


def rings_of(follows: Follows, least: Least, lift: float, rate: float) -> list[Ring]:
    """Return the rings of a graph, the largest first.

    `least` is the smallest ring, `lift` how many times a ring must exceed what outsiders do, `rate` the false-discovery rate. Without times
    rings come from `untimed`, and have no bursts.
    """
    found = _timed(follows, least, lift, rate) if follows.timed else _untimed(follows, least, rate)
    whole = [r for r in found if len(r.members) >= least.members and len(r.targets) >= least.targets]
    return sorted(whole, key=lambda r: (-len(r.members), int(r.members[0])))


def _untimed(follows: Follows, least: Least, rate: float) -> list[Ring]:
    sets, none, nobody = audiences(follows), np.empty(0, np.int64), Outsiders(0, 0.0)
    found = [c for c in tight(follows, sets, least, rate) if not _circle(sets, c)]
    return [_ring(follows, sets, c, nobody, none, rate)._replace(bursts=0) for c in found]


def _timed(follows: Follows, least: Least, lift: float, rate: float) -> list[Ring]:
    bursts = bursts_of(follows, least.shared + 2, rate)
    pairs = pairs_of(bursts.member, bursts.when, bursts.starts, follows.activity, rate)
    found, caught = list[Ring](), np.zeros(follows.accounts, bool)
    for sets in components(*_steered(pairs, len(bursts.target)), len(bursts.target)):
        for crew in crews(sets, bursts.starts, bursts.member, least):
            outsiders = outsiders_of(follows, bursts, crew, caught)
            if not _circle(bursts, crew) and len(crew.rows) >= lift * _steep(crew) * (outsiders.expected + 1):
                more = recruits(follows, bursts, crew, caught, rate)
                found.append(_ring(follows, bursts, crew, outsiders, more, rate))
                caught[found[-1].members] = True
    return found


def _steered(pairs: Pairs, sets: int) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Return the pairs of bursts whose common members did not come one by one, judged over all pairs of each burst."""
    weight = pairs.common.astype(np.float64)
    agree = weight * pairs.abreast
    both = [np.bincount(pairs.left, w, sets) + np.bincount(pairs.right, w, sets) for w in (agree, weight)]
    steered = both[0] < _ABREAST * np.maximum(both[1], 1.0)
    kept = steered[pairs.left] & steered[pairs.right]
    return pairs.left[kept], pairs.right[kept]


def _steep(crew: Crew) -> float:
    """Return what the lift asked is times: the fewer targets a typical member shares, the more often people share as many."""
    return max(1.0, _MANY / float(np.median(crew.counts))) ** 2


def _circle(bursts: Bursts, crew: Crew) -> bool:
    """Return whether members and targets are largely the same accounts: friends who follow one another."""
    targets = distinct(bursts.target[crew.sets])
    return np.isin(targets, crew.members).sum() >= _CIRCLE * min(len(targets), len(crew.members))


class _Joined(NamedTuple):
    """Memberships of accounts in the bursts of a crew: whose, which target's, and the rows of `bursts.member`."""

    who: Longs
    place: Longs
    rows: Longs


def _ring(follows: Follows, bursts: Bursts, crew: Crew, outsiders: Outsiders, more: Longs, rate: float) -> Ring:
    """Hold each target against the members' activity, and each member against its own; keep the discoveries.

    What is usual is taken from everyone else, lest a ring that is a large part of the graph explain itself.
    """
    members = np.sort(np.concatenate([crew.members, more]))
    activity = follows.activity[members].astype(np.float64)
    targets, place = np.unique(bursts.target[crew.sets], return_inverse=True)
    joined = _joined(bursts, crew.sets, members, place)
    gained = np.bincount(joined.place, minlength=len(targets))
    rest = max(len(follows.follower) - float(activity.sum()), 1.0)
    usual = activity.sum() * (follows.starts[targets + 1] - follows.starts[targets] - gained + 1) / rest
    hit = discoveries(log_tail(gained.astype(np.float64), usual), rate)
    sets = crew.sets[hit[place]]
    joined = _Joined(*(a[hit[joined.place]] for a in joined))
    seen = np.bincount(joined.who, minlength=len(members))
    expected = activity * (float((bursts.starts[sets + 1] - bursts.starts[sets]).sum()) - len(joined.who) + 1) / rest
    log_p = log_tail(seen.astype(np.float64), expected)
    good = discoveries(log_p, rate)
    own = (members, seen, expected, log_p, *_spans(follows.at[bursts.edge[joined.rows]], joined.who, len(members)))
    theirs = (targets, np.bincount(joined.place[good[joined.who]], minlength=len(targets)), usual)
    lift = len(crew.rows) / (outsiders.expected + 1)
    kept = [a[good] for a in own] + [a[hit] for a in theirs]
    return Ring._make([*kept, len(sets), lift, lift / _steep(crew), outsiders.accounts])


def _joined(bursts: Bursts, sets: Longs, members: Longs, place: Longs) -> _Joined:
    rows, which = spread(bursts.starts, sets)
    who = np.minimum(np.searchsorted(members, bursts.member[rows]), len(members) - 1)
    inside = members[who] == bursts.member[rows]
    return _Joined(who[inside], place[which[inside]], rows[inside])


def _spans(at: Longs, who: Longs, accounts: int) -> tuple[Longs, Longs]:
    """Return the first and the last time of each account."""
    first, last = np.full(accounts, 1 << 62), np.zeros(accounts, np.int64)
    np.minimum.at(first, who, at)
    np.maximum.at(last, who, at)
    return first, last
