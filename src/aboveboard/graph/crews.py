"""Rings of accounts that act together, from the pairs that meet too often.

Pairs say who is close; a ring is judged as a whole. Within a community of pairs, an object is *joint* where several members acted on
it within the ring's window of one another. A member stays who was at more joint objects than its own activity explains, if it took a
fair part of what the others did; an outsider joins for the same reason. A ring without sure pairs must be beyond chance for any choice of as many accounts and objects (a union
bound, as in scan statistics): so ten accounts at three objects can be named though no pair of them could be.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln

from aboveboard.graph.acts import Acts, Ints, Longs, Marks, begins_of, ordered
from aboveboard.graph.chance import discoveries, log_tail
from aboveboard.graph.coacts import Tied, tied
from aboveboard.graph.communities import communities, components
from aboveboard.graph.follows import spread

__all__ = ["Crew", "apart", "crews_of", "within"]

Floats = npt.NDArray[np.float64]

_ROUNDS, _QUORUM, _MOST = 4, 0.25, 0.75
"""Of the quorum: an object is joint where a quarter of the ring met, a member who was at a quarter of what members are usually at."""


class Crew(NamedTuple):
    """A ring: its `members` by number, and at how many joint objects each was (`seen`) and was to be expected.

    `act` are the numbers of the joint acts, in order of object and time; `others` how many acts of outsiders fell among them; `window`
    is in seconds. `log_p` is the log chance of the whole ring, `stability` the share of repeated divisions that keep a member with it.
    """

    members: Ints
    seen: Ints
    expected: Floats
    act: Longs
    others: int
    window: int
    log_p: float
    stability: float


class _World(NamedTuple):
    acts: Acts
    thing: Ints
    order: Longs
    bins: Ints
    """The bin of time of each act, in `order`: it is asked for again and again."""
    begins: Longs
    activity: Longs
    busy: Longs
    able: tuple[int, int]
    gaps: Longs | None
    room: Marks
    """A mark for each account, none set: see `_among`."""


class _Scene(NamedTuple):
    """Joint acts of some members; all who acted in their midst (accounts, hits); how many acts of outsiders those are."""

    act: Longs
    who: Ints
    hits: Longs
    others: int


def crews_of(acts: Acts, rate: float, least: int, smallest: int, *, sparse: bool = False) -> tuple[list[Crew], Tied]:
    """Return the rings of `smallest` members or more who share `least` objects or more, largest first, and the pairs they rest on.

    `acts` must hold one act an account and object (`firsts`). `rate` bounds the false discoveries of each test. Where acts are `sparse`, such
    as reports, a ring as a whole is weighed finer: it is a choice among the accounts and objects alone that have acts enough to be
    of one, and its acts must come closer to one another than acts on one object do anywhere (the share of gaps within its window).
    Whole components of sure pairs are tried too, since few pairs are parted by chance.
    """
    pairs = tied(acts, rate, least)
    order, begins = ordered(acts)
    activity = np.bincount(acts.account, minlength=acts.accounts)
    busy = np.bincount(acts.when)
    able = acts.accounts, acts.objects
    room = np.zeros(acts.accounts, bool)
    world = _World(acts, acts.thing, order, acts.when[order], begins, activity, busy, able, None, room)
    if sparse:
        able = int((activity >= least).sum()), int((np.diff(acts.starts) > 1).sum())
        world = world._replace(able=able, gaps=np.sort(np.diff(acts.at)[np.diff(acts.thing) == 0]))
    sure = pairs.left[pairs.sure], pairs.right[pairs.sure]
    found: dict[bytes, Crew] = {}
    parted = [[*communities(pairs.left, pairs.right, pairs.seen - pairs.expected)]]
    for parts in [[(g, 1.0) for g in components(*sure)], *parted] if sparse else parted:
        groups = [g for g in parts if len(g[0]) >= smallest]
        windows = _windows(pairs, [g for g, _ in groups], acts.accounts)
        for (group, stability), window in zip(groups, windows, strict=True):
            crew = _crew(world, group, window, stability, rate, least)
            if len(crew.members) >= smallest and (_sure(sure, crew) or crew.log_p < np.log(rate)):
                found.setdefault(crew.members.tobytes(), crew)
    return apart(sorted(found.values(), key=lambda c: (-len(c.members), c.members.tolist()))), pairs


def apart(crews: list[Crew]) -> list[Crew]:
    """Leave out each ring that shares more members with one before it than the two have apart: it is the same ring, met twice.

    Communities that lie within one crowd grow to almost the same members when each takes in who else was there.
    """
    kept: list[Crew] = []
    for crew in crews:
        shared = (len(np.intersect1d(crew.members, k.members, assume_unique=True)) for k in kept)
        if all(3 * both < len(crew.members) + len(k.members) for both, k in zip(shared, kept, strict=True)):
            kept.append(crew)
    return kept


def _windows(pairs: Tied, groups: list[Ints], accounts: int) -> list[int]:
    """Return the window of each group: three quarters of its pairs' evidence lies within it."""
    number = np.full(accounts, -1, np.int64)
    for n, group in enumerate(groups):
        number[group] = n
    inside = np.flatnonzero((number[pairs.left] == number[pairs.right]) & (number[pairs.left] >= 0))
    inside = inside[np.lexsort((pairs.window[inside], number[pairs.left[inside]]))]
    begins = begins_of(number[pairs.left[inside]], len(groups))
    found: list[int] = []
    for start, stop in pairwise(begins.tolist()):
        weight = np.cumsum(-pairs.log_p[inside[start:stop]])
        found.append(int(pairs.window[inside[start + int(np.searchsorted(weight, _MOST * weight[-1]))]]))
    return found


def _sure(sure: tuple[Ints, Ints], crew: Crew) -> bool:
    """Whether most members are in a pair that is sure by itself."""
    inside = within(*sure, crew.members)
    return 2 * len(np.union1d(sure[0][inside], sure[1][inside])) >= len(crew.members)


def within(left: Ints, right: Ints, members: Ints) -> Longs:
    """Return the numbers of the pairs both of whose accounts are `members`; pairs are in order of `left`, members in order."""
    low, high = (np.searchsorted(left, members, side=side) for side in ("left", "right"))
    here = np.repeat(low - np.cumsum(high - low) + (high - low), high - low) + np.arange(int((high - low).sum()))
    return here[np.isin(right[here], members)]


def _crew(world: _World, group: Ints, window: int, stability: float, rate: float, least: int) -> Crew:
    members, empty = np.sort(group), np.empty(0, np.int32)
    scene, seen, expected = _scene(world, members, window), empty, np.empty(0)
    for _ in range(_ROUNDS):
        expected = _expected(world, scene, members)
        log_p = np.where(scene.hits >= least, log_tail(scene.hits.astype(np.float64), expected), 0.0)
        own = _among(world, scene.who, group)
        kept = np.zeros(len(own), bool)
        kept[own] = discoveries(log_p[own], rate)
        part = np.median(scene.hits[kept]) if kept.any() else 0
        kept[~own] = discoveries(log_p[~own], rate, world.acts.accounts)
        kept &= scene.hits >= max(least, _QUORUM * part)
        after, seen, expected = scene.who[kept], scene.hits[kept].astype(np.int32), expected[kept]
        same = np.array_equal(after, members)
        members, scene = after, _scene(world, after, window)
        if same or not len(members):
            break
    log_p = _whole(world, scene, members, window) if len(members) else 0.0
    return Crew(members, seen, expected, scene.act, scene.others, window, log_p, stability)


def _scene(world: _World, members: Ints, window: int) -> _Scene:
    """Find where `members` (in order) acted together, and who else acted there and then."""
    acts = world.acts
    mine = np.sort(world.order[spread(world.begins, members.astype(np.int64))[0]])
    beside = (np.diff(world.thing[mine]) == 0) & (np.diff(acts.at[mine]) <= window)
    act = mine[np.append(beside, False) | np.append(False, beside)] if len(mine) else mine
    objects, many = _runs(world.thing[act])
    quorum = many >= max(2, np.ceil(_QUORUM * len(members)))
    act, objects = act[np.repeat(quorum, many)], objects[quorum]
    there, which = spread(acts.starts, objects.astype(np.int64))
    key = np.searchsorted(objects, world.thing[act]) * (1 << 40) + acts.at[act]
    own = which * (1 << 40) + acts.at[there]
    after = np.searchsorted(key, own)
    gap = np.minimum(_gap(own, key, after), _gap(own, key, after - 1))
    who = acts.account[there[gap <= window]]
    accounts, hits = np.unique(who, return_counts=True)
    return _Scene(act, accounts, hits, int((~_among(world, who, members)).sum()))


def _among(world: _World, who: Ints, members: Ints) -> Marks:
    """Say which of `who` are members: they are marked, read off and unmarked, which is quicker than a search, and asked of every ring many times."""
    world.room[members] = True
    found = world.room[who]
    world.room[members] = False
    return found


def _runs(numbers: Ints) -> tuple[Ints, Longs]:
    """Return each number of some that are in order, and how often it stands there."""
    first = np.flatnonzero(np.diff(numbers, prepend=-1))
    return numbers[first], np.diff(np.append(first, len(numbers)))


def _gap(own: Longs, key: Longs, place: Longs) -> Longs:
    if not len(key):
        return np.full(len(own), 1 << 60, np.int64)
    return np.where((place >= 0) & (place < len(key)), np.abs(own - key[np.clip(place, 0, len(key) - 1)]), 1 << 60)


def _expected(world: _World, scene: _Scene, members: Ints) -> Floats:
    """Deal the acts among the joint ones out to accounts by their activity.

    For outsiders also by what they did in the ring's bins of time alone: whoever was about only then came across it sooner.
    """
    whole = float(scene.hits.sum())
    expected = whole * world.activity[scene.who] / max(len(world.acts.account), 1)
    then = np.zeros(len(world.busy), bool)
    then[world.acts.when[scene.act]] = True
    about, inside = (_about(world, a, then) for a in (scene.who, members))
    outsiders = max(int(world.busy[then].sum() - inside.sum()), 1)
    here = np.where(_among(world, scene.who, members), 0, (scene.others + scene.hits) * about / outsiders)
    return np.maximum(expected, here)


def _about(world: _World, accounts: Ints, then: npt.NDArray[np.bool_]) -> Longs:
    """Count the acts of each account in the bins `then`."""
    place, which = spread(world.begins, accounts.astype(np.int64))
    return np.bincount(which[then[world.bins[place]]], minlength=len(accounts))


def _whole(world: _World, scene: _Scene, members: Ints, window: int) -> float:
    """Return the log chance that any such number of accounts would be together at any such number of objects."""
    thing = world.thing[scene.act]
    objects, many = _runs(thing)
    first = np.append(True, np.diff(thing) != 0)
    share = world.activity[world.acts.account[scene.act]] / len(world.acts.account)
    there = np.repeat(many + scene.others / max(len(objects), 1), many)
    near = 1.0 if world.gaps is None else np.searchsorted(world.gaps, window, side="right") / max(len(world.gaps), 1)
    chance = np.log(np.minimum(there * share * near, 1.0))[~first].sum()
    ways = _choose(world.able[0], len(members)) + _choose(world.able[1], len(objects))
    return float(min(chance + ways + sum(_choose(len(members), int(k)) for k in many), 0.0))


def _choose(n: int, k: int) -> float:
    return float(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)) if k <= n else 0.0
