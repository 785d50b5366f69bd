"""How a ring acts at its joint objects: in what order, and whether the objects' own pace explains that they met."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import chdtrc

from aboveboard.graph.acts import Acts, Ints, Longs, marked
from aboveboard.graph.chance import log_tail
from aboveboard.graph.crews import Crew
from aboveboard.ordered import distinct

__all__ = ["Habits", "habits", "same_second"]

_WITNESSES, _SHORT = 5, 3
_NEAR, _COARSE, _CHANCE = 10, 5, 1e-6
_LOOK = 65_536


class Habits(NamedTuple):
    """`place` is each member's mean place in the order of arrival (0 first, 1 last), `led` how often it came first.

    `order` is Kendall's coefficient of concordance of these orders (1: always the same), `chance` the chance of it where the order is random.
    `pace` is how many times more often the members met than outsiders of the same objects do: none where too few outsiders came.
    `share` is the ring's part of all acts on its joint objects.
    """

    place: npt.NDArray[np.float64]
    led: Ints
    order: float
    chance: float
    pace: float | None
    share: float


def habits(acts: Acts, crew: Crew) -> Habits:
    """Look at a ring's joint acts. `acts` is what the ring was found in."""
    thing = np.searchsorted(acts.starts, crew.act, side="right") - 1
    who = np.searchsorted(crew.members, acts.account[crew.act])
    known = (who < len(crew.members)) & (crew.members[np.minimum(who, len(crew.members) - 1)] == acts.account[crew.act])
    thing, who, at = thing[known], who[known], acts.at[crew.act[known]]
    objects, place = np.unique(thing, return_inverse=True)
    present = np.bincount(place)
    begins = np.concatenate([[0], np.cumsum(present)])[:-1]
    rank = np.arange(len(who)) - begins[place]
    part = np.where(present[place] > 1, rank / np.maximum(present[place] - 1, 1), 0.5)
    times = np.maximum(np.bincount(who, minlength=len(crew.members)), 1)
    mean = np.bincount(who, weights=part, minlength=len(crew.members)) / times
    led = np.bincount(who[rank == 0], minlength=len(crew.members)).astype(np.int32)
    whole = acts.starts[objects + 1] - acts.starts[objects]
    order, chance = _concordance(part, who, place, at, present, len(crew.members))
    return Habits(mean, led, order, chance, _pace(acts, crew, objects), float(len(who) / max(int(whole.sum()), 1)))


def _concordance(
    part: npt.NDArray[np.float64], who: Longs, place: Longs, at: Longs, present: Longs, members: int
) -> tuple[float, float]:
    """Return Kendall's W for incomplete rankings (Skillings and Mack 1981, with equal weights) and its chance.

    Acts at the same second say nothing of order: objects with any such are left out.
    """
    same = np.zeros(len(present), bool)
    tie = (np.diff(place) == 0) & (np.diff(at) == 0)
    same[place[1:][tie]] = True
    told = ~same[place] & (present[place] >= _SHORT)
    if not told.any():
        return 0.0, 1.0
    many = present[place[told]]
    weight = np.sqrt(12 * (many - 1) / (many + 1)) * (part[told] - 0.5)
    total = np.bincount(who[told], weights=weight, minlength=members)
    spread = np.bincount(who[told], weights=(many - 1).astype(float), minlength=members)
    some = spread > 0
    statistic = float((total[some] ** 2 / np.bincount(who[told], minlength=members)[some]).sum())
    freedom = int(some.sum()) - 1
    times = np.bincount(who[told], minlength=members)[some].mean()
    limit = max(times * freedom, 1e-9)
    return min(statistic / limit, 1.0), float(chdtrc(max(freedom, 1), statistic))


def _pace(acts: Acts, crew: Crew, objects: Longs) -> float | None:
    """Return meetings of members over what outsiders' meetings at the same objects make likely."""
    seen = likely = 0.0
    ours = marked(acts, crew.members)
    for one in objects:
        span = slice(acts.starts[one], acts.starts[one + 1])
        at, mine = acts.at[span], ours[acts.account[span]]
        others, own = at[~mine], at[mine]
        if len(others) >= _WITNESSES:
            likely += _meetings(others, crew.window) / _choose2(len(others)) * _choose2(len(own))
            seen += _meetings(own, crew.window)
    return seen / max(likely, 0.5) if seen else None


def _meetings(at: Longs, window: int) -> int:
    """Count pairs of times, in order, no further apart than the window."""
    return int((np.searchsorted(at, at + window, side="right") - np.arange(len(at)) - 1).sum())


def _choose2(n: int) -> int:
    return n * (n - 1) // 2


def _tick(at: Longs) -> int:
    """Return the greatest number of seconds that parts any two times evenly: 0 where all are one, below `_COARSE` the first found."""
    tick = 0
    for low in range(0, len(at), _LOOK):
        tick = int(np.gcd.reduce(at[low : low + _LOOK] - at[0], initial=tick))
        if 0 < tick < _COARSE:
            break
    return tick


def same_second(acts: Acts, mine: Longs, thing: Longs) -> int:
    """Return on how many objects two members acted in one second; 0 where chance explains that, or the clock tells no seconds.

    `mine` are the numbers of the members' acts in order, `thing` their objects. People who hurry, as in a vote that opens, come in each
    of the seconds next to one another: pairs one to ten seconds apart tell how many in the same second are to be expected (half of the
    pairs of any other second, as they may lie on either side). A program has the one without the other.
    """
    at = acts.at[mine]
    if _tick(acts.at) >= _COARSE:
        return 0
    key = thing.astype(np.int64) * (1 << 40) + at
    reach = np.searchsorted(key, key + _NEAR, side="right") - np.searchsorted(key, key, side="right")
    objects, place = np.unique(thing, return_inverse=True)
    near = np.bincount(place, weights=reach, minlength=len(objects)) / (2 * _NEAR)
    same = len(distinct(thing[1:][np.diff(key) == 0]))
    chance = log_tail(np.array([same], float), np.array([-np.expm1(-near).sum()]))[0]
    return same if chance < np.log(_CHANCE) else 0
