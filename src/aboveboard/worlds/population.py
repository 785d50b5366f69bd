"""The organic population: who signed up when, where they live, how lively they are. Everyone here is innocent."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from aboveboard.core import VIOLATIONS
from aboveboard.worlds.draft import NONE, Draft, People, code, stream
from aboveboard.worlds.luck import some
from aboveboard.worlds.naming import people_names
from aboveboard.worlds.rhythm import DAY, END, HOUR, NEVER, START, Ints, times, within

__all__ = ["QUIET", "close", "populate"]

_FOUNDERS: Final = 12
"""People who joined in the first year and stayed, so that even the smallest world has witnesses."""
QUIET: Final = 280 * DAY
"""Nobody organic stays away longer, save bodies that sleep between their seasons."""

_SPOKEN = np.array([0.55, 0.30, 0.15])
_ZONES = (np.array([-8, -5, 0, 1, 10]), np.array([8]), np.array([2, 3, 4]))


def populate(seed: int, size: int, reserved: int) -> Draft:
    """Return a draft of `size` people, of whom `reserved` will be hired for parts."""
    rng = stream(seed, "people")
    community, language = _communities(rng, size)
    zone = _zones(rng, language)
    created = _signups(rng, zone)
    spoken = people_names(stream(seed, "names"), language)
    network, carrier, device = _connections(rng, community, language)
    away = np.minimum(rng.lognormal(np.log(6 * DAY), 1.5, size), QUIET).astype(np.int64)
    people = People(
        language=language, zone=zone, community=community, popularity=rng.pareto(1.3, size) + 0.05,
        created=created, end=np.full(size, END), last=np.maximum(END - away, created),
        kind=_kinds(rng, size), status=np.zeros(size, np.int8), ground=np.full(size, NONE, np.int8),
        closed_for=np.full(size, NONE, np.int8), closed=np.full(size, NEVER), barred=np.full(size, NEVER),
        posting=_lively(rng, size, 0.35, 1.0), acting=_lively(rng, size, 0.12, 5.6), following=_lively(rng, size, 0.03, 11.0),
        visits=_lively(rng, size, 0.05, 1.5), network=network, carrier=carrier, device=device,
        phone=np.where(some(rng, size, 0.9), np.arange(size), NONE),
        avatar=np.where(some(rng, size, 0.82), np.arange(size), NONE), touch=np.zeros(size, np.int64), cover=np.full(size, NONE),
        root=np.full(size, NONE), overturned=np.full(size, NEVER), plain=np.zeros(size, bool),
        private=some(rng, size, 0.07), badge=np.full(size, NONE, np.int32),
        names=spoken.display, handles=spoken.handle, cast=np.zeros(size, bool),
    )  # fmt: skip
    people.plain[:] = people.avatar < 0
    _pictures(stream(seed, "pictures"), people)
    draft = Draft(people, rng.permutation(size), reserved)
    _closures(rng, draft)
    return draft


def _pictures(rng: np.random.Generator, people: People) -> None:
    """Give some a cover, and some a picture that many show: a meme, a stock photograph, the same sunset."""
    size = len(people.avatar)
    people.cover[:] = np.where(some(rng, size, 0.2), np.arange(size), NONE)
    shown = np.flatnonzero(some(rng, size, 0.03) & (people.avatar >= 0))
    people.avatar[shown] = (1 << 45) + (rng.random(len(shown)) ** 2 * (3 + size // 200)).astype(np.int64)
    people.touch[shown] = np.maximum(rng.integers(-40, 40, len(shown)), 0)


def _communities(rng: np.random.Generator, size: int) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int8]]:
    """Return communities of uneven size, each with a language of its own, and everyone's language."""
    count = max(3, int(size**0.5 / 1.5))
    weight = 1.0 / np.arange(3, count + 3) ** 0.7
    community = rng.choice(count, size, p=weight / weight.sum()).astype(np.int32)
    spoken = rng.choice(3, count, p=_SPOKEN).astype(np.int8)
    spoken[:3] = np.arange(3)[: len(spoken)]
    stray = some(rng, size, 0.04)
    return community, np.where(stray, rng.choice(3, size, p=_SPOKEN), spoken[community]).astype(np.int8)


def _zones(rng: np.random.Generator, language: np.ndarray) -> npt.NDArray[np.int8]:
    choices = [zones[(rng.random(len(language)) * len(zones)).astype(int)] for zones in _ZONES]
    return np.choose(language, choices).astype(np.int8)


def _signups(rng: np.random.Generator, zone: npt.NDArray[np.int8]) -> Ints:
    """Return sign-up times: growth over the years, and spikes on the days of campaigns and viral posts."""
    size = len(zone)
    created = times(rng, START, END - HOUR, zone, skew=0.6)
    spikes = within(rng, START + 200 * DAY, END - 10 * DAY, 4 + int(size**0.33))
    chosen = np.flatnonzero(some(rng, size, 0.08))
    start = spikes[(rng.random(len(chosen)) ** 2 * len(spikes)).astype(int)]
    created[chosen] = times(rng, start, start + rng.integers(1, 5, len(chosen)) * DAY, zone[chosen], skew=2.0)
    return created


def _connections(rng: np.random.Generator, community: np.ndarray, language: np.ndarray) -> tuple[Ints, Ints, Ints]:
    """Return home networks, mobile carriers and devices: households share the first, sometimes the last."""
    size = len(community)
    order = np.lexsort((rng.random(size), language, community))
    household = np.empty(size, np.int64)
    household[order] = np.cumsum(some(rng, size, 0.6))
    carriers = 2 + size // 12_000
    carrier = (1 << 32) + language.astype(np.int64) * 10_000 + rng.integers(0, carriers, size)
    network = np.where(some(rng, size, 0.3), carrier, household)
    device = np.where(some(rng, size, 0.06), (1 << 33) + household, np.arange(size))
    return network, np.where(some(rng, size, 0.6), carrier, NONE), device


def _kinds(rng: np.random.Generator, size: int) -> npt.NDArray[np.int8]:
    choices = [code("accounts", "kind", k) for k in ("personal", "game", "unknown")]
    return rng.choice(choices, size, p=[0.88, 0.05, 0.07]).astype(np.int8)


def _lively(rng: np.random.Generator, size: int, silent: float, mean: float) -> npt.NDArray[np.float64]:
    """Return rates with a heavy tail around `mean`; a share is silent."""
    rate = rng.lognormal(-0.6, 1.1, size)
    rate *= mean / np.exp(-0.6 + 1.1**2 / 2) / (1 - silent)
    return np.where(some(rng, size, silent), 0.0, np.minimum(rate, 60 * mean))


def _closures(rng: np.random.Generator, draft: Draft) -> None:
    """Close some accounts for good: on request, or for a breach of terms by people who never came back."""
    people = draft.people
    first, free = np.split(draft.pool[draft.reserved :], [_FOUNDERS])
    people.created[first] = START + np.arange(1, len(first) + 1) * 25 * DAY
    old = free[people.created[free] < END - 60 * DAY]
    gone = old[: int(len(old) * 0.03)]
    close(draft, gone, within(rng, people.created[gone] + DAY, END - DAY, len(gone)), "request")
    breach = gone[some(rng, len(gone), 0.4)]
    people.ground[breach] = code("accounts", "closed_ground", "terms")
    people.closed_for[breach] = rng.integers(0, len(VIOLATIONS), len(breach))
    bar = people.closed[breach] + rng.integers(90, 900, len(breach)) * DAY
    people.barred[breach] = np.where(some(rng, len(breach), 0.4), NEVER, bar)


def close(draft: Draft, accounts: Ints, at: Ints, ground: str) -> None:
    """Close accounts at a time; nothing they did lies after it."""
    people = draft.people
    people.status[accounts] = code("accounts", "status", "closed")
    people.ground[accounts] = code("accounts", "closed_ground", ground)
    people.closed[accounts] = people.end[accounts] = at
    people.last[accounts] = np.maximum(at - 2 * HOUR, people.created[accounts])
