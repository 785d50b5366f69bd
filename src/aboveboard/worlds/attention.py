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
    """Add daily audience rows of watched accounts, counted from the follows themselves.

    Real newcomers saw and named the account first; bought ones leave views and mentions where they were.
    """
    rng = stream(seed, "audience")
    watched = np.unique(np.concatenate([stars(draft, max(8, draft.size // 250)), *draft.watched]))
    gained, lost, real, before = _flows(draft, watched)
    followers = before[:, None] + np.cumsum(gained - lost, axis=1)
    keen = np.array([draft.views.get(a, 6.0) for a in watched.tolist()])
    views = rng.poisson(real * keen[:, None] + followers * 0.3 + 2)
    mentions = rng.poisson(real * 0.4 + 0.2)
    day = np.tile(np.arange(END // DAY - _DAYS, END // DAY), len(watched))
    alive = np.repeat(draft.people.created[watched] // DAY, _DAYS) <= day
    draft.add(
        "audience", account_id=np.repeat(watched, _DAYS)[alive], day=day[alive], period="day", followers=followers.ravel()[alive],
        gained=gained.ravel()[alive], lost=lost.ravel()[alive], views=views.ravel()[alive], mentions=mentions.ravel()[alive],
    )  # fmt: skip


def _flows(draft: Draft, watched: Ints) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return per watched account and day: gained, lost, gained from real people; and the followers before the first day."""
    fake = np.zeros(draft.size, bool)
    for batch in draft.fakes:
        fake[batch] = True
    follower, target, at, ended = draft.edges()
    mine = np.isin(target, watched)
    follower, at, ended = follower[mine], at[mine], ended[mine]
    row = np.searchsorted(watched, target[mine])
    first = END // DAY - _DAYS
    day, left = at // DAY - first, np.where(ended > 0, ended // DAY - first, -1)

    def counted(when: Ints, also: np.ndarray | bool = True) -> np.ndarray:
        keep = (when >= 0) & also
        return np.bincount(row[keep] * _DAYS + when[keep], minlength=len(watched) * _DAYS).reshape(-1, _DAYS)

    old = np.bincount(row, (day < 0) & ~((ended > 0) & (left < 0)), len(watched)).astype(np.int64)
    return counted(day), counted(left), counted(day, ~fake[follower]), old
