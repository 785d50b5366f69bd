"""A follow graph as arrays: each target's followers in order of arrival."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aboveboard.graph.compiled import loop

__all__ = ["Follows", "cut", "follows_of", "spread"]

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]


class Follows(NamedTuple):
    """`follower[starts[t]:starts[t + 1]]` follow account `t`, earliest first, at seconds `at` after the first follow of all.

    `activity` is how many each account follows, `span` the seconds from the first follow to the last, inclusive. Where `timed` is
    false, `at` is zero throughout.
    """

    starts: Longs
    follower: Ints
    at: Longs
    activity: Ints
    span: int
    timed: bool

    @property
    def accounts(self) -> int:
        """How many accounts there are."""
        return len(self.activity)


def follows_of(follower: Ints, target: Ints, at: Longs | None, accounts: int) -> Follows:
    """Put edges in order. Accounts are numbers below `accounts` (at most 2**31), times whole seconds of any width; of repeated pairs the first counts."""
    timed = at is not None and len(at) > 0
    since = at.astype(np.int64) if timed and at is not None else np.zeros(len(follower), np.int64)
    since -= since.min() if timed else 0
    sizes, activity = np.zeros(accounts, np.int32), np.zeros(accounts, np.int32)
    loop("tally", len(target))(target, sizes)
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    span, keys, who = (
        int(since.max(initial=0)) + 1,
        np.empty(len(follower), np.int64),
        np.empty(len(follower), np.int32),
    )
    loop("place", len(follower))(follower, target, since, starts.copy(), keys)
    loop("settle", len(follower))(keys, starts)
    loop("part", len(who))(keys, who)
    kept = loop("firsts", len(who))(who, keys, starts, np.full(accounts, -1, np.int32))
    who, keys = who[:kept], keys[:kept]
    loop("tally", kept)(who, activity)
    return Follows(starts, who, keys, activity, span, timed)


def spread(starts: Longs, chosen: Longs) -> tuple[Longs, Longs]:
    """Return (place, which) of every element of the `chosen` runs of a table cut at `starts`; `which` counts the chosen."""
    sizes = starts[chosen + 1] - starts[chosen]
    which = np.repeat(np.arange(len(chosen)), sizes)
    ends = np.cumsum(sizes)
    return np.arange(int(sizes.sum())) - (ends - sizes)[which] + starts[chosen][which], which


def cut(follows: Follows, target: Longs, low: Longs, high: Longs) -> Longs:
    """Return the places of all follows of each `target` from `low` up to `high` (seconds), one window after another."""
    ends = [np.empty(len(target), np.int64), np.empty(len(target), np.int64)]
    for i, (start, stop) in enumerate(zip(follows.starts[target], follows.starts[target + 1], strict=True)):
        ends[0][i], ends[1][i] = start + np.searchsorted(follows.at[start:stop], (low[i], high[i]))
    sizes = ends[1] - ends[0]
    which = np.repeat(np.arange(len(target)), sizes)
    return np.arange(int(sizes.sum())) - (np.cumsum(sizes) - sizes)[which] + ends[0][which]
