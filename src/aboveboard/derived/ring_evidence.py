"""What a ring's page shows of its acts: the pairs that tell most, chance, accounts as busy, objects beside theirs, what they gained."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.graph.acts import Acts, Ints, Longs, Marks, firsts, marked
from aboveboard.graph.coacts import REACH, WINDOWS, Tied
from aboveboard.graph.coding import Read
from aboveboard.graph.contrast import (
    Fellows,
    alike,
    asked,
    fellows_of,
    likely_among,
    likely_spread,
    met_among,
    spread_of,
)
from aboveboard.graph.crews import Crew, within

__all__ = ["RingEvidence", "plain_evidence", "telling"]

Floats = npt.NDArray[np.float64]

_RINGS, _MEMBERS, _PAIRS = 24, 200, 20
"""The largest rings and their most frequent members are looked at; the rest is in the findings."""

_ROWS, _MARKS, _OBJECTS, _BESIDE, _DOTS = 30, 900, 8, 5, 80
_BARS, _NEIGHBOURS, _DAY, _LEAST_SPAN = 12, 2000, 86_400, 300
_KEPT, _SHORT = 32, 1 << 16
"""Days of one kind of object that are kept counted: as many as few rings take up."""

_UNLIKE, _FAR = 2, 7
"""An object beside may have four times the acts or a quarter, within a week."""


def telling(crew: Crew, pairs: Tied) -> Longs:
    """Return the numbers of the twenty pairs of members that tell most."""
    inside = within(pairs.left, pairs.right, crew.members)
    return inside[np.argsort(pairs.log_p[inside], kind="stable")][:_PAIRS]


def plain_evidence(read: Read, members: pa.ChunkedArray, others: pa.ChunkedArray, window: int) -> str:
    """Return as JSON what `members` did together within `window` seconds, beside `others`, where no chance is known.

    `read` needs to hold no acts but theirs.
    """
    acts = firsts(read.acts)
    groups = [_fellows(acts, read.ids, ids) for ids in (members, others)]
    met, beside = (met_among(acts, group, window, len(acts.at)) for group in groups)
    bars = int(np.clip(max(met.max(initial=0), beside.max(initial=0)), 2, _BARS))
    joint = _together(acts, groups[0], window)
    left, right = np.triu_indices(len(met), 1)
    best = np.argsort(-met[left, right], kind="stable")[:_PAIRS]
    best = best[met[left, right][best] > 1]
    names = read.ids.take(pa.array(groups[0].accounts)).to_pylist()
    told = [
        [names[a], names[b], int(met[a, b]), None, None, window] for a, b in zip(left[best], right[best], strict=True)
    ]
    made = {
        "window": window, "members": names, "pairs": told, "acts": _timeline(acts, read.since, groups[0], joint),
        "spread": {"ring": spread_of(met, bars).tolist(), "likely": [], "alike": spread_of(beside, bars).tolist() if len(beside) > 1 else []},
        "ring": _sums(groups[0], met, joint, None), "alike": _sums(groups[1], beside, None, None),
    }  # fmt: skip
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _fellows(acts: Acts, ids: pa.Array, named: pa.ChunkedArray) -> Fellows:
    numbers = pc.index_in(named, value_set=ids).drop_null().to_numpy().astype(np.int32)
    return fellows_of(acts, np.sort(numbers), np.arange(len(acts.at)))


def _together(acts: Acts, fellows: Fellows, window: int) -> npt.NDArray[np.bool_]:
    """Say which acts lie within `window` of another of theirs on the same object."""
    thing = np.searchsorted(acts.starts, fellows.act, side="right")
    near = (np.diff(thing) == 0) & (np.diff(acts.at[fellows.act]) <= window)
    return (np.append(near, False) | np.append(False, near))[: len(thing)]


def _timeline(acts: Acts, since: int, members: Fellows, joint: npt.NDArray[np.bool_]) -> list[list[int]]:
    """Return (member, second, joint) of the acts of the most frequent members, thinned where there are very many."""
    frequent = np.argsort(-np.bincount(members.who[joint], minlength=len(members.accounts)), kind="stable")[:_ROWS]
    shown = np.isin(members.who, frequent)
    kept = np.concatenate([_thinned(np.flatnonzero(shown & side), _MARKS // 2) for side in (joint, ~joint)])
    return np.stack([members.who[kept], acts.at[members.act[kept]] + since, joint[kept]], axis=1).tolist()


class RingEvidence:
    """Evidence on the largest of some rings, all found in the same acts."""

    def __init__(self, read: Read, crews: list[Crew], pairs: Tied) -> None:
        self._read, self._acts, self._pairs = read, read.acts, pairs
        self._taken = np.zeros(read.acts.accounts, bool)
        for crew in crews:
            self._taken[crew.members] = True
        self._kept: dict[tuple[int, int], tuple[Ints, Longs]] = {}
        self._rings = {crew.members.tobytes(): self._groups(crew) for crew in crews[:_RINGS]}

    def of(self, crew: Crew) -> str | None:
        """Return a ring's evidence as JSON; None for all but the largest."""
        groups = self._rings.get(crew.members.tobytes())
        if groups is None:
            return None
        members, others = (fellows_of(self._acts, accounts, self._among) for accounts in groups)
        made = {
            "window": crew.window, "members": self._ids(members.accounts), "pairs": self._told(telling(crew, self._pairs)),
            **self._against_chance(crew, members, others), "acts": _timeline(self._acts, self._read.since, members, np.isin(members.act, crew.act)),
            **self._objects(crew),
        }  # fmt: skip
        return json.dumps(made, ensure_ascii=False, separators=(",", ":"))

    def _groups(self, crew: Crew) -> tuple[Ints, Ints]:
        most = np.sort(np.argsort(-crew.seen, kind="stable")[:_MEMBERS])
        members = crew.members[most]
        return members, alike(self._activity, members, self._free)

    @cached_property
    def _activity(self) -> Longs:
        return np.bincount(self._acts.account, minlength=self._acts.accounts)

    @cached_property
    def _free(self) -> Longs:
        """The accounts in no ring, in the order of activity."""
        return asked(self._activity, self._taken)

    @cached_property
    def _among(self) -> Longs:
        """The acts of all whom any of the rings' evidence speaks of."""
        marked = np.zeros(self._acts.accounts, bool)
        for groups in self._rings.values():
            for accounts in groups:
                marked[accounts] = True
        return np.flatnonzero(marked[self._acts.account])

    @cached_property
    def _thing(self) -> Ints:
        return self._acts.thing

    @cached_property
    def _days(self) -> tuple[Longs, Longs]:
        """The acts in order of days (UTC), and where each of these days begins, from the first on."""
        day = self._day(self._acts.at)
        day = day.astype(
            np.uint16 if day.max(initial=0) < _SHORT else np.int32
        )  # NumPy sorts short ones by their digits
        return np.argsort(day, kind="stable"), np.concatenate([[0], np.cumsum(np.bincount(day))])

    def _day(self, at: Longs | int) -> Longs:
        """Return the day of times, counted from the first."""
        return np.asarray((at + self._read.since) // _DAY - self._read.since // _DAY)

    def _rivals(self, day: int, verb: int) -> tuple[Ints, Longs]:
        """Return the objects of one kind that were acted on in a day, and how often; rings are met day by day, so the last days are kept."""
        if (day, verb) not in self._kept:
            order, starts = self._days
            thing = self._thing[order[starts[day] : starts[day + 1]]]
            if len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[day, verb] = np.unique(thing[self._verbs[thing] == verb], return_counts=True)
        return self._kept[day, verb]

    @cached_property
    def _verbs(self) -> Ints:
        """A number for the kind of each object."""
        first = pc.list_element(pc.split_pattern(self._read.objects, " ", max_splits=1), 0)
        return first.dictionary_encode().indices.to_numpy()

    @cached_property
    def _middles(self) -> tuple[Longs, Longs, Longs]:
        """When each object's middle act was, the objects in that order, and the times in that order."""
        middle = self._acts.at[(self._acts.starts[:-1] + self._acts.starts[1:]) // 2]
        order = np.argsort(middle, kind="stable")
        return middle, order, middle[order]

    def _ids(self, accounts: Ints) -> list[str]:
        return self._read.ids.take(pa.array(accounts)).to_pylist()

    def _told(self, best: Longs) -> list[list[Any]]:
        pairs = self._pairs
        columns = (
            self._ids(pairs.left[best]), self._ids(pairs.right[best]), pairs.seen[best].tolist(),
            np.round(pairs.expected[best], 6).tolist(), np.round(pairs.log_q[best] / np.log(10), 2).tolist(), pairs.window[best].tolist(),
        )  # fmt: skip
        return [list(row) for row in zip(*columns, strict=True)]

    def _against_chance(self, crew: Crew, members: Fellows, others: Fellows) -> dict[str, Any]:
        per = self._pairs.per[WINDOWS.index(crew.window)]
        met, beside = (met_among(self._acts, group, crew.window, REACH) for group in (members, others))
        likely, beside_likely = (likely_among(self._acts, group, per) for group in (members, others))
        bars = int(np.clip(max(met.max(initial=0), beside.max(initial=0)), 2, _BARS))
        return {
            "spread": {"ring": spread_of(met, bars).tolist(), "likely": np.round(likely_spread(likely, bars), 3).tolist(),
                       "alike": spread_of(beside, bars).tolist() if len(others.accounts) > 1 else []},
            "ring": _sums(members, met, np.isin(members.act, crew.act), likely), "alike": _sums(others, beside, None, beside_likely),
        }  # fmt: skip

    def _objects(self, crew: Crew) -> dict[str, Any]:
        thing = self._thing[crew.act]
        ours = marked(self._acts, crew.members)
        mine = ours[self._acts.account[crew.act]]
        objects, first = np.unique(thing, return_index=True)
        many = np.bincount(np.searchsorted(objects, thing[mine]), minlength=len(objects))
        best = np.argsort(-many, kind="stable")[:_OBJECTS]
        begins = self._acts.at[crew.act[first]]
        of_members = self._thing[self._among[ours[self._acts.account[self._among]]]]
        used = {*objects.tolist(), *np.flatnonzero(np.bincount(of_members, minlength=self._acts.objects) > 1).tolist()}
        strips = list[dict[str, Any]]()
        for place in best[:_BESIDE].tolist():
            strips.append(self._strip(crew, ours, int(objects[place]), int(begins[place])))
            other = self._control(int(objects[place]), used)
            if other is not None:
                used.add(other)
                strips.append(self._strip(crew, ours, other, None))
        gains = [self._gain(ours, int(objects[place]), int(begins[place])) for place in best.tolist()]
        return {"strips": strips, "gains": gains, "reach": _reach(crew.window)}

    def _control(self, one: int, used: set[int]) -> int | None:
        """Return the object of the same kind, days and popularity that comes nearest; none where all are the ring's or too unlike."""
        middle, order, ordered = self._middles
        place = int(np.searchsorted(ordered, middle[one]))
        near = order[max(place - _NEIGHBOURS, 0) : place + _NEIGHBOURS]
        near = near[self._verbs[near] == self._verbs[one]]
        near = near[~np.isin(near, np.fromiter(used, np.int64, len(used)))]
        acts, own = (
            self._acts.starts[near + 1] - self._acts.starts[near],
            self._acts.starts[one + 1] - self._acts.starts[one],
        )
        unlike = np.abs(np.log2(acts / own))
        far = np.abs(middle[near] - middle[one]) / _DAY
        fit = (unlike <= _UNLIKE) & (far <= _FAR)
        near, score = near[fit], (unlike + far)[fit]
        return int(near[np.argmin(score)]) if len(near) else None

    def _strip(self, crew: Crew, ours: Marks, one: int, begins: int | None) -> dict[str, Any]:
        """Return the acts on one object around its ring's beginning; on an object beside, around its own busiest stretch."""
        span = slice(self._acts.starts[one], self._acts.starts[one + 1])
        at = self._acts.at[span]
        if begins is None:
            begins = int(at[np.argmax(np.searchsorted(at, at + crew.window, side="right") - np.arange(len(at)))])
        inside = np.flatnonzero((at >= begins - _reach(crew.window) // 4) & (at <= begins + _reach(crew.window)))
        mine = ours[self._acts.account[span][inside]]
        kept = np.sort(np.concatenate([_thinned(inside[side], _DOTS) for side in (mine, ~mine)]))
        marks = np.stack([at[kept] - begins, ours[self._acts.account[span][kept]]], axis=1)
        met = {
            "mine": int(mine.sum()),
            "others": int((~mine).sum()),
            "acts": len(at),
            "since": begins + self._read.since,
        }
        return {"object": self._read.objects[one].as_py(), "marks": marks.tolist(), **met}

    def _gain(self, ours: Marks, one: int, begins: int) -> dict[str, Any]:
        """Return the ring's part of an object's acts on the day it came, and the object's rank that day with it and without."""
        day = self._day(begins)
        span = slice(self._acts.starts[one], self._acts.starts[one + 1])
        own = int(ours[self._acts.account[span][self._day(self._acts.at[span]) == day]].sum())
        rivals, acts = self._rivals(int(day), int(self._verbs[one]))
        whole, beside = int(acts[rivals == one][0]), acts[rivals != one]
        ranks = {
            "rank": 1 + int((beside > whole).sum()),
            "without": 1 + int((beside > whole - own).sum()),
            "of": len(rivals),
        }
        return {
            "object": self._read.objects[one].as_py(),
            "day": begins + self._read.since,
            "acts": whole,
            "own": own,
            **ranks,
        }


def _reach(window: int) -> int:
    """Return how many seconds after a ring's beginning are drawn."""
    return max(3 * window, _LEAST_SPAN)


def _sums(group: Fellows, met: Ints, joint: npt.NDArray[np.bool_] | None, likely: Floats | None) -> dict[str, Any]:
    """Return how many accounts, acts, acts in the ring's company, pairs and meetings; and how many meetings were likely."""
    many = len(group.accounts)
    return {
        "accounts": many, "acts": len(group.act), "joint": None if joint is None else int(joint.sum()), "pairs": many * (many - 1) // 2,
        "met": int(met.sum()) // 2, "likely": None if likely is None else round(float(likely.sum()) / 2, 4),
    }  # fmt: skip


def _thinned(numbers: Longs, most: int) -> Longs:
    """Return at most `most` of the numbers, evenly spaced."""
    return numbers if len(numbers) <= most else numbers[np.linspace(0, len(numbers) - 1, most).astype(np.int64)]
