"""What a profile says an account has: followers, followed, posts, lists. It counts a life; the tables hold a part of it.

An operator hands over some of its rows. Here they are one in forty of what a service of this age has seen, and fewer are
missing the younger an account is. So people have some hundreds of followers, and bought followers a handful while they
follow hundreds, each batch as its seller makes them.

The figures are chosen, not measured. They follow what is remembered of Cresci and others, "Fame for Sale", Decision Support
Systems 2015 (arXiv 1509.04098), which has two samples of humans and 1,169, 1,337 and 845 followers bought from three
sellers; these sizes were checked in a summary, the averages used below could not be. Nor could the share of people who are
followed back: 22 % of pairs, as remembered of Kwak and others, "What is Twitter?", WWW 2010. Nobody follows back a shell.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from aboveboard.worlds.draft import Draft, stream
from aboveboard.worlds.rhythm import DAY, END, NEVER, Ints

__all__ = ["counters"]

_MISSING: Final = 39.0
"""Rows that are missing for each that a table holds, of an account that has been there for long."""

_LONG: Final = 365 * DAY
_NONE_YET: Final = 0.3
"""Rows that an account is thought to have of which the tables happen to hold none."""

_UNEVEN: Final = 0.5
_RETURNED: Final = 0.22
_SELLERS: Final = ((10, 216), (17, 387), (34, 864))
"""Followers of a bought follower, and how many it follows, on average, of three sellers: chosen, see above."""

_SKEW: Final = 1.0
_LISTED: Final = 1 / 40


def counters(draft: Draft, seed: int) -> dict[str, Ints]:
    """Return the four counts of every account; none is below what the tables hold."""
    rng = stream(seed, "counters")
    people = draft.people
    held = {
        "followers": _held(draft, "follows", "target_id"),
        "following": _held(draft, "follows", "follower_id"),
        "posts": _held(draft, "posts", "account_id"),
    }
    age = (END - people.created) / _LONG
    missing = _MISSING * age / (1.0 + age)
    alive = {"followers": np.ones(draft.size, bool), "following": people.following > 0, "posts": people.posting > 0}
    shown: dict[str, Ints] = {}
    for name, rows in held.items():
        uneven = missing * rng.lognormal(-(_UNEVEN**2) / 2, _UNEVEN, draft.size)
        shown[name] = rows + rng.poisson(uneven * (rows + _NONE_YET * alive[name]))
    shown["followers"] += rng.binomial(shown["following"] - held["following"], _RETURNED)
    for batch in draft.fakes:
        _bought(rng, batch, held, shown)
    return {**shown, "listed": rng.poisson(shown["followers"] * _LISTED)}


def _bought(rng: np.random.Generator, batch: Ints, held: dict[str, Ints], shown: dict[str, Ints]) -> None:
    """Show what one seller's accounts show: few follow them, they follow many, and wrote no more than the tables hold."""
    few, many = _SELLERS[int(rng.integers(len(_SELLERS)))]
    for name, mean in (("followers", few), ("following", many)):
        drawn = mean * rng.lognormal(-(_SKEW**2) / 2, _SKEW, len(batch))
        shown[name][batch] = np.maximum(held[name][batch], drawn.astype(np.int64))
    shown["posts"][batch] = held["posts"][batch]


def _held(draft: Draft, table: str, column: str) -> Ints:
    """Return how many rows of a table, not ended, are each account's."""
    total = np.zeros(draft.size, np.int64)
    for batch in draft.rows.get(table, []):
        if column not in batch:
            continue
        ended = batch.get("ended_at")
        rows = batch[column] if not isinstance(ended, np.ndarray) else batch[column][ended == NEVER]
        total += np.bincount(rows, minlength=draft.size)
    return total
