"""Who follows whom: communities and heavy tails.

Preferential attachment is approximated by rank: inside its community and across them an account of popularity rank x
is followed in proportion to x to the power 1/3 - 1 (Barabási and Albert 1999 give the shape, not the method).
"""

from __future__ import annotations

from typing import Final

import numpy as np

from aboveboard.worlds.draft import Draft, stream
from aboveboard.worlds.luck import some
from aboveboard.worlds.rhythm import DAY, END, NEVER, SECOND, Ints, times, within

__all__ = ["follow", "stars"]

_STEEP: Final = 3.0
_INSIDE, _NEARBY = 0.68, 0.26
_WHY: Final = (
    ("viral_day", 30.0, 0.4, 0.0, 3),
    ("television_day", 1.2, 1.5, 0.0, 3),
    ("viral_week", 8.0, 0.3, 0.0, 7),
    ("giveaway", 15.0, 1.0, 0.33, 3),
)
"""Why many come at once, the views and the mentions for each who comes, the share that leaves again, and for how many days."""


def follow(draft: Draft, seed: int) -> None:
    """Add the organic follows and, for a few accounts, days on which everyone found them."""
    rng = stream(seed, "follows")
    people = draft.people
    follower = np.repeat(np.arange(draft.size), rng.poisson(people.following))
    target = _targets(rng, draft, follower)
    _edges(rng, draft, follower, target)
    _viral(rng, draft)


def _targets(rng: np.random.Generator, draft: Draft, follower: Ints) -> Ints:
    """Return one target a follow: of the same community, the same language, or anyone."""
    people = draft.people
    choice = rng.random(len(follower))
    target = np.empty(len(follower), np.int64)
    groups = (people.community.astype(np.int64), people.language.astype(np.int64), np.zeros(draft.size, np.int64))
    for group, low, high in zip(groups, (0, _INSIDE, _INSIDE + _NEARBY), (_INSIDE, _INSIDE + _NEARBY, 1), strict=True):
        mine = np.flatnonzero((choice >= low) & (choice < high))
        order = np.lexsort((-people.popularity, group))
        count = np.bincount(group)
        start = np.cumsum(count) - count
        home = group[follower[mine]]
        rank = (rng.random(len(mine)) ** _STEEP * count[home]).astype(np.int64)
        target[mine] = order[start[home] + rank]
    return target


def _edges(rng: np.random.Generator, draft: Draft, follower: Ints, target: Ints) -> None:
    """Date the follows between the later sign-up and the earlier end; drop impossible ones. Few are given up later."""
    people = draft.people
    low = np.maximum(people.created[follower], people.created[target]) + SECOND
    high = np.minimum(people.end[follower], people.end[target])
    keep = (low < high) & (follower != target)
    follower, target, low, high = follower[keep], target[keep], low[keep], high[keep]
    at = times(rng, low, high, people.zone[follower], skew=1.3)
    left = some(rng, len(at), 0.03)
    draft.add(
        "follows",
        follower_id=follower,
        target_id=target,
        at=at,
        ended_at=np.where(left, within(rng, at + 1, END, len(at)), NEVER),
    )


def stars(draft: Draft, count: int) -> Ints:
    """Return the most popular accounts that are old enough, still exist and play no part."""
    people = draft.people
    old = draft.free[people.created[draft.free] < END - 120 * DAY]
    count = min(count, len(old))
    top = old[np.argpartition(-people.popularity[old], count - 1)[:count]] if count else old
    return top[np.lexsort((top, -people.popularity[top]))]


def _viral(rng: np.random.Generator, draft: Draft) -> None:
    """Give some accounts a day when thousands come at once: seen by thousands, named on television, or giving things away.

    Of those who come for a gift, a third leave again.
    """
    people = draft.people
    lucky = draft.crowd(rng, max(1, int(draft.size**0.5 / 12)), before=END - 70 * DAY)
    for number, account in enumerate(lucky.tolist()):
        why, views, mentions, leaving, days = _WHY[number % len(_WHY)]
        day = int(within(rng, END - 50 * DAY, END - (days + 3) * DAY, 1)[0]) // DAY * DAY
        size = min(int(draft.size**0.5 * (1 + rng.pareto(1.5)) * 0.8) + 8, draft.size // 12)
        fans = draft.crowd(rng, size, before=day)
        fans = fans[fans != account]
        at = times(rng, day, day + days * DAY, people.zone[fans], skew=2.5)
        left = some(rng, len(fans), leaving)
        ended = np.where(left, np.minimum(at + within(rng, 2 * DAY, 20 * DAY, len(fans)), END - SECOND), NEVER)
        draft.add("follows", follower_id=fans, target_id=np.full(len(fans), account), at=at, ended_at=ended)
        draft.views[account], draft.mentions[account] = views, mentions
        draft.watched.append(np.array([account]))
        draft.label("inflated_audience", np.array([account]), False, why, span=(day, day + days * DAY))
