"""What people do with the same targets: the own rate of a crew's targets among all others who follow several of them.

A community follows the same accounts too, and its members take them up in sprees. But it was there before and is there after:
others who follow as many of these targets came at other times. A crew that was sent came, and nobody else.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aboveboard.graph.bursts import Bursts
from aboveboard.graph.cores import Crew
from aboveboard.graph.follows import Follows, Longs, cut, spread
from aboveboard.ordered import distinct

__all__ = ["Outsiders", "outsiders_of", "recruits"]

_ALIKE, _FEWEST, _SEEN = 0.4, 2, 0.25


class Outsiders(NamedTuple):
    """How many others follow several of the targets, and how many follows such people make in windows as long as the crew's."""

    accounts: int
    expected: float


def outsiders_of(follows: Follows, bursts: Bursts, crew: Crew, caught: npt.NDArray[np.bool_]) -> Outsiders:
    """Count the others with two fifths of the typical member's targets, and their follows just before, just after, and overall.

    Those `caught` in another ring do not count. Expected is the largest of the three, scaled to the length of the crew's windows: interests come and go.
    """
    targets = distinct(bursts.target[crew.sets])
    rows, which = spread(follows.starts, targets)
    account, who, count = np.unique(follows.follower[rows], return_inverse=True, return_counts=True)
    several = count >= max(_FEWEST, int(np.ceil(_ALIKE * np.median(crew.counts))))
    several[np.searchsorted(account, crew.members)] = False
    several &= ~caught[account]
    other = several[who]
    span = follows.span
    key = np.sort(targets[which[other]] * span + follows.at[rows[other]])
    return Outsiders(int(several.sum()), _expected(key, span, bursts, crew.sets))


def _expected(key: Longs, span: int, bursts: Bursts, sets: Longs) -> float:
    target, first, past = bursts.target[sets], bursts.first[sets], bursts.last[sets] + 1
    length = past - first

    def between(low: Longs, high: Longs) -> tuple[int, float]:
        low, high = np.clip(low, 0, span), np.clip(high, 0, span)
        seen = np.searchsorted(key, target * span + high) - np.searchsorted(key, target * span + low)
        return int(seen.sum()), float((high - low).sum())

    inside, whole = between(first, past), float(length.sum())
    spans = [between(first - length, first), between(past, past + length)]
    rates = [many * whole / room for many, room in spans if room > _SEEN * whole]
    overall = (len(key) - inside[0]) * whole / max(float(span) * len(sets) - whole, 1.0)
    return max([overall, *rates])


def recruits(follows: Follows, bursts: Bursts, crew: Crew, caught: npt.NDArray[np.bool_], rate: float) -> Longs:
    """Return the accounts that share fewer of the crew's bursts than its members, yet more than chance brings.

    Their own control: the same targets in windows as long, just before and just after. The fewest shared bursts asked is the
    least at which such accounts are at most `rate` times as many in the controls as in the bursts.
    """
    target, first, past = bursts.target[crew.sets], bursts.first[crew.sets], bursts.last[crew.sets] + 1
    length, span = past - first, follows.span
    rows, _ = spread(bursts.starts, crew.sets)
    account, shared = _several(bursts.member[rows], crew, caught)
    if rate * len(account) < 1:
        return account[:0]
    controls = [(first - length, first), (past, past + length)]
    seen = [(max(int(np.minimum(high, span).sum() - np.maximum(low, 0).sum()), 0), low, high) for low, high in controls]
    usable = [
        follows.follower[cut(follows, target, low, high)] for room, low, high in seen if room > _SEEN * length.sum()
    ]
    usual = [_several(member, crew, caught)[1] for member in usable]
    for fewest in range(_FEWEST, int(crew.counts.min()) if usual else 0):
        kept = shared >= fewest
        if max((u >= fewest).sum() for u in usual) + 1 <= rate * kept.sum():
            return account[kept]
    return account[:0]


def _several(member: npt.NDArray[np.int32], crew: Crew, caught: npt.NDArray[np.bool_]) -> tuple[Longs, Longs]:
    account, count = np.unique(member, return_counts=True)
    often = count >= _FEWEST
    account, count = account[often].astype(np.int64), count[often]
    kept = ~caught[account] & ~np.isin(account, crew.members)
    return account[kept], count[kept]
