"""What the crowd looks at: hot topics hour by hour, and the audience of accounts people watch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aboveboard.worlds.draft import Draft, stream
from aboveboard.worlds.graph import stars
from aboveboard.worlds.institutions import NEWS
from aboveboard.worlds.rhythm import DAY, END, HOUR, Ints, within
from aboveboard.worlds.speech import HEADLINES
from aboveboard.worlds.weaving import weave

__all__ = ["Topic", "audience", "topics"]

_DAYS = 60
_WEEKS = 44
"""Weeks before the days, of which only weekly counts are kept."""


@dataclass(frozen=True)
class Topic:
    """A hot topic: its tag, its language, when it rose, and how long it stayed."""

    name: str
    language: int
    start: int
    length: int


def topics(draft: Draft, seed: int) -> None:
    """Add topics that rise and fall within a few days, hour by hour."""
    rng = stream(seed, "topics")
    hot: list[Topic] = []
    for number in range(6 + int(draft.size**0.4)):
        language = (0, 1, 2, 0, 1)[number % 5]
        words = str(weave(rng, 1, HEADLINES[language], NEWS[language])[0])
        start = int(within(rng, END - 80 * DAY, END - 4 * DAY, 1)[0]) // HOUR * HOUR
        topic = Topic(
            f"{''.join(words.title().split())[:28]}{number}", language, start, int(rng.integers(20, 70)) * HOUR
        )
        hot.append(topic)
        hours = np.arange(topic.length // HOUR)
        shape = hours * np.exp(-hours / rng.uniform(4, 15)) + 0.05
        volume = (shape / shape.max() * draft.size**0.8 * rng.uniform(0.2, 2)).astype(np.int64) + 3
        draft.add(
            "topics",
            topic=[topic.name] * len(hours),
            at=start + hours * HOUR,
            rank=1 + np.argsort(np.argsort(-volume)) // 2,
            volume=volume,
        )
    draft.orgs["topics"] = hot


def audience(draft: Draft, seed: int) -> None:
    """Add audience rows of watched accounts, daily for the last weeks and weekly before, counted from the follows themselves.

    Real newcomers saw and named the account first; bought ones leave views and mentions where they were.
    """
    rng = stream(seed, "audience")
    watched = np.unique(np.concatenate([stars(draft, max(8, draft.size // 250)), *draft.watched]))
    first = END // DAY - _DAYS
    _counted(rng, draft, watched, first, 1, _DAYS)
    _counted(rng, draft, watched, first - 7 * _WEEKS, 7, _WEEKS)


def _counted(rng: np.random.Generator, draft: Draft, watched: Ints, first: int, length: int, count: int) -> None:
    """Add `count` rows an account, each of `length` days."""
    gained, lost, real, before, readers = _flows(draft, watched, first, length, count)
    followers = before[:, None] + np.cumsum(gained - lost, axis=1)
    readers = readers[:, None] + np.cumsum(real, axis=1)
    keen, told = (
        np.array([by.get(a, usual) for a in watched.tolist()])
        for by, usual in ((draft.views, 6.0), (draft.mentions, 0.4))
    )
    views = rng.poisson(real * keen[:, None] + (readers * 0.3 + 2) * length)
    mentions = rng.poisson(real * told[:, None] + 0.2 * length)
    day = np.tile(first + length * np.arange(count), len(watched))
    alive = np.repeat(draft.people.created[watched] // DAY, count) <= day
    draft.add(
        "audience", account_id=np.repeat(watched, count)[alive], day=day[alive], period="day" if length == 1 else "week",
        followers=followers.ravel()[alive], gained=gained.ravel()[alive], lost=lost.ravel()[alive], views=views.ravel()[alive],
        mentions=mentions.ravel()[alive],
    )  # fmt: skip


def _flows(
    draft: Draft, watched: Ints, first: int, length: int, count: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return per watched account and period: gained, lost, gained from real people; and the followers before the first one, all and real."""
    fake = np.zeros(draft.size, bool)
    for batch in draft.fakes:
        fake[batch] = True
    follower, target, at, ended = draft.edges()
    mine = np.isin(target, watched)
    follower, at, ended = follower[mine], at[mine], ended[mine]
    row = np.searchsorted(watched, target[mine])
    day, left = (at // DAY - first) // length, np.where(ended > 0, (ended // DAY - first) // length, -1)

    def counted(when: Ints, also: np.ndarray | bool = True) -> np.ndarray:
        keep = (when >= 0) & (when < count) & also
        return np.bincount(row[keep] * count + when[keep], minlength=len(watched) * count).reshape(-1, count)

    there, honest = (day < 0) & ~((ended > 0) & (left < 0)), ~fake[follower]
    old, read = (np.bincount(row, there & who, len(watched)).astype(np.int64) for who in (True, honest))
    return counted(day), counted(left), counted(day, honest), old, read
