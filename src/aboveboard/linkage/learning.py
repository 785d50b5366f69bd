"""What the candidates themselves teach, without a label: how often matches agree, and how often strangers do.

Expectation and maximisation over the pairs (Winkler 2000), with three corrections that candidates need:
- a field's `m` is read only from pairs that another field found too: pairs found by the field itself always agree in it;
- what counting bearers cannot see of chance (relatives, housemates, near-alike names) is read from the pairs believed to
  be strangers', never below what counting says;
- a field that follows from another, as a handle from a name, has an `m` and a chance of its own where that one agrees.
Pairs that look the same are counted once, so a million pairs cost little more than ten thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from aboveboard.linkage.nearness import KINDS
from aboveboard.linkage.weights import UNKNOWN, Field, Floats, Levels, probability

__all__ = ["GRADES", "Evidence", "Learned", "Near", "Strangers", "counted", "grade", "learn_from", "sets"]

GRADES: Final = 82
_ROUNDS, _STRENGTH = 30, 200.0
_SMALLEST: Final = 1e-12
_SEEN = 5.0
"""Strangers seen at a level before their share is believed in full."""

_DOUBT = 1.5
"""Standard deviations by which what one side shows may be luck."""

_UNSURE, _SURE = 1.25, 2.0
"""A share of matches is not known better than by a quarter: so many times more pairs than it says may all be matches. From
twice as many on, all that are more are strangers'."""

_LEVELS, _WIDEST = 16, 2**62

Grades = npt.NDArray[np.int8]


class Evidence(NamedTuple):
    """What is seen of each pair, one row a pair and one column a field.

    `level` of agreement; `counted`, the chance that counts give for it; `grade`, the same in half powers of two; `given`,
    the level at which the field that this one follows from agrees, 0 where it does not; `finds`, whether the field agrees
    in a value that few enough bear to make the pair a candidate by itself.
    """

    level: Levels
    counted: Floats
    grade: Grades
    given: Levels
    finds: npt.NDArray[np.bool_]


class Near(NamedTuple):
    """How often strangers' texts are nearly alike, by how common the text is (`GRADES`): of how many pairs `seen` is the yield.

    `drawn` counts, a row for each kind, those nearly alike of `draws` pairs drawn blindly: a search finds but a part of them.
    """

    room: Floats
    drawn: Floats
    draws: Floats


class Strangers(NamedTuple):
    """Pairs of one side only, none of them meant to be one person's, and how many pairs there are in all: by grade."""

    seen: Evidence
    near: list[Near | None]
    alone: list[Floats]
    unseen: list[Floats]
    exact: list[npt.NDArray[np.bool_]]
    scale: float


@dataclass(slots=True)
class Learned:
    """Shares of matches at each level (`m`, a row for given or not) and of strangers (`rest`, `share`, `near`), a field each."""

    m: list[Floats]
    rest: list[Floats]
    share: list[Floats]
    near: list[Floats | None]
    part: list[Floats]
    together: Floats
    prior: float

    def chance(self, number: int, seen: Evidence) -> Floats:
        """Return how often each pair's level occurs among strangers, in one field."""
        level, given = seen.level[:, number], seen.given[:, number]
        at = np.maximum(level, 0)
        held = seen.counted[:, number] * self.part[number][at]
        u = np.where(given > 0, np.maximum(held, self.share[number][given, at]), held + self.rest[number][at])
        table = self.near[number]
        if table is not None:
            near = (level > 0) & (level < len(table)) & (given == 0)
            u = np.where(near, table[np.minimum(at, len(table) - 1), seen.grade[:, number]], u)
        return np.where(level > 0, np.clip(u, _SMALLEST, 1.0), 1.0)

    def bits(self, number: int, seen: Evidence, field: Field) -> Floats:
        """Return log2(m / u) of each pair in one field, bounded by the field; 0 where the level is unknown."""
        level = seen.level[:, number]
        share = np.maximum(self.m[number][np.minimum(seen.given[:, number], 1), np.maximum(level, 0)], _SMALLEST)
        found = np.clip(np.log2(share / self.chance(number, seen)), field.least, field.most)
        return np.where(level == UNKNOWN, 0.0, found)


def counted(which: npt.NDArray[np.integer], weights: Floats, size: int) -> Floats:
    """Return the sum of the weights of each number, of `size` numbers: `bincount` with its type."""
    return np.bincount(which, weights, size).astype(np.float64)


def sets(seen: Evidence) -> npt.NDArray[np.int64]:
    """Return, for each pair, which fields agree in it, as one number."""
    return (seen.level > 0) @ (1 << np.arange(seen.level.shape[1]))


def grade(chance: Floats) -> Grades:
    """Return chances in half powers of two: 0 for none, then 1 for 2 to the -40 up to 81 for one."""
    found = np.zeros(chance.shape, np.int8)
    some = chance > 0
    found[some] = np.clip(np.round(2 * np.log2(chance[some])) + GRADES - 1, 1, GRADES - 1)
    return found


def learn_from(
    seen: Evidence, strangers: Strangers, fields: Sequence[Field], kin: npt.NDArray[np.bool_], prior: float
) -> Learned:
    """Learn from pairs nobody labelled. `kin` says which fields follow from one another; `prior` is in bits."""
    learned = _start(strangers, fields, prior)
    floor = list(learned.share)
    least = [unseen * part for unseen, part in zip(strangers.unseen, learned.part, strict=True)]
    learned.part = [np.where(exact, 1.0, part) for exact, part in zip(strangers.exact, learned.part, strict=True)]
    patterns, times = _patterns(seen)
    apart = patterns.finds.astype(np.int8) @ (~kin).astype(np.int8) > 0
    which = sets(patterns)
    most = _most(which, times, np.bincount(sets(strangers.seen), minlength=1 << len(fields)), strangers.scale)
    belief = np.zeros_like(times)
    for turn in range(_ROUNDS):
        for number, field in enumerate(fields):
            doubt = times - belief
            learned.rest[number] = _rest(patterns, number, doubt, strangers.alone[number], least[number])
            if turn:
                learned.m[number] = _matches(number, field, patterns, belief * apart[:, number])
                found = _given(patterns, number, len(field.m), times)
                due = _given(patterns, number, len(field.m), belief).sum(axis=1, keepdims=True) * learned.m[number][1]
                learned.share[number] = np.maximum(floor[number], _share(_more(found, due)))
        bits = np.sum([learned.bits(n, patterns, f) for n, f in enumerate(fields)], axis=0)
        belief = times * probability(learned.prior + bits + learned.together[which])
        learned.together = _together(learned.together, counted(which, belief, len(most[0])), *most)
    return learned


def _start(strangers: Strangers, fields: Sequence[Field], prior: float) -> Learned:
    """Return what one side alone teaches, and what each field assumes of matches."""
    everyone = np.ones(len(strangers.seen.level))
    return Learned(
        m=[np.tile(f.m, (2, 1)) for f in fields],
        rest=list(strangers.unseen),
        share=[_share(_given(strangers.seen, n, len(f.m), everyone)) for n, f in enumerate(fields)],
        near=[None if room is None else _near(strangers.seen, n, room) for n, room in enumerate(strangers.near)],
        part=[_part(strangers.seen.level[:, n], len(f.m)) for n, f in enumerate(fields)],
        together=np.zeros(1 << len(fields)),
        prior=prior,
    )


def _most(
    which: npt.NDArray[np.int64], times: Floats, alone: npt.NDArray[np.int64], scale: float
) -> tuple[Floats, Floats]:
    """Return how many pairs agree in each set of fields, and how many more these are than one side `alone` shows."""
    there = counted(which, times, len(alone))
    excess = there - scale * (alone - _DOUBT * np.sqrt(alone))
    return there, np.where(alone > 0, np.clip(excess, 0.01 * there, there), there)


def _together(bits: Floats, believed: Floats, there: Floats, most: Floats) -> Floats:
    """Return the bits to take off where fields agree together more often by chance than each by itself: families do."""
    with np.errstate(divide="ignore", invalid="ignore"):
        step = np.log2(most * (there - believed) / (believed * (there - most)))
    return np.minimum(bits + np.where(np.isnan(step), 0.0, step), 0.0)


def _patterns(seen: Evidence) -> tuple[Evidence, Floats]:
    """Return each distinct row of evidence once, with how many pairs show it; counts are rounded to their grade."""
    code, size = np.zeros(len(seen.level), np.int64), 1
    for number in range(seen.level.shape[1]):
        here = ((seen.level[:, number] + 1).astype(np.int32) * _LEVELS + seen.given[:, number]) * GRADES
        met, dense = _dense((here + seen.grade[:, number]) * 2 + seen.finds[:, number])
        if size * met > _WIDEST:
            code = np.unique(code, return_inverse=True)[1]
            size = int(code.max()) + 1
        code, size = code * met + dense, size * met
    _, first, times = np.unique(code, return_index=True, return_counts=True)
    graded = seen.grade[first]
    held = np.where(graded > 0, np.exp2((graded - (GRADES - 1)) / 2), 0.0)
    return Evidence(seen.level[first], held, graded, seen.given[first], seen.finds[first]), times.astype(float)


def _dense(codes: npt.NDArray[np.int32]) -> tuple[int, npt.NDArray[np.int64]]:
    """Return how many codes there are, and each one's number among them; codes are small, so nothing is sorted."""
    there = np.bincount(codes) > 0
    return int(there.sum()), (np.cumsum(there) - 1)[codes]


def _matches(number: int, field: Field, seen: Evidence, belief: Floats) -> Floats:
    """Return the shares of levels among matches, the field's own shares counted in as pairs already seen."""
    level, given = seen.level[:, number], seen.given[:, number] > 0
    known = level != UNKNOWN
    counts = [np.bincount(level[here], belief[here], len(field.m)) for here in (known & ~given, known & given)]
    made = np.array(counts) + _STRENGTH * np.array(field.m)
    return made / made.sum(axis=1, keepdims=True)


def _part(level: Levels, size: int) -> Floats:
    """Return how many strangers that agree at a level or above stop at this one: same letters are mostly written the same."""
    found = np.bincount(level[level > 0], minlength=size) + 1.0
    return found / np.cumsum(found[::-1])[::-1]


def _rest(seen: Evidence, number: int, doubt: Floats, room: Floats, least: Floats) -> Floats:
    """Return the chance to share a value no third record bears: read from the pairs, never below what one side shows."""
    level = seen.level[:, number]
    alone = (level > 0) & (seen.given[:, number] == 0) & (seen.grade[:, number] == 0)
    return np.maximum(np.bincount(level[alone], doubt[alone], len(least)) / np.maximum(room, 1.0), least)


def _given(seen: Evidence, number: int, size: int, times: Floats) -> Floats:
    """Count pairs by the level of the field that this one follows from, and by its own level."""
    level, given = seen.level[:, number], seen.given[:, number].astype(np.int64)
    known = (given > 0) & (level != UNKNOWN)
    return counted(given[known] * size + level[known], times[known], _LEVELS * size).reshape(_LEVELS, size)


def _more(found: Floats, due: Floats) -> Floats:
    """Return how many of the pairs found must be strangers': those beyond what is due of matches, where these are many."""
    unsure = np.clip((found / np.maximum(due, 1e-9) - _UNSURE) / (_SURE - _UNSURE), 0.0, 1.0)
    return unsure * np.maximum(found - due, 0.0)


def _share(strangers: Floats) -> Floats:
    """Return the shares of levels among strangers for each level of the field this one follows from."""
    whole = strangers.sum(axis=1, keepdims=True)
    every = strangers.sum(axis=0) / max(strangers.sum(), 1.0)
    return np.maximum((strangers + _SEEN * every) / (whole + _SEEN), _SMALLEST)


def _near(seen: Evidence, number: int, near: Near) -> Floats:
    """Return how often strangers' texts are nearly alike, a row for each kind, by how common the text is."""
    level = np.where(seen.given[:, number] == 0, seen.level[:, number], 0)
    graded = seen.grade[:, number]
    found = [counted(graded, (level == kind).astype(float) * (kind > 0), GRADES) for kind in (0, *KINDS)]
    least = 1 / max(near.room.sum(), 1.0)
    searched = np.stack([_seldom(f, near.room) for f in found])
    return np.maximum(np.maximum(searched, np.stack([_seldom(d, near.draws) for d in near.drawn])), least)


def _seldom(found: Floats, room: Floats) -> Floats:
    every = found.sum() / max(room.sum(), 1.0)
    return (found + _SEEN * (every > 0)) / np.maximum(room + _SEEN / max(every, 1e-9), 1.0)
