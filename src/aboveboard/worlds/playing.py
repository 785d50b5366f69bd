"""Evenings of play: sessions of one account on one device, at hours when the player is awake."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from aboveboard.worlds.draft import Draft, code
from aboveboard.worlds.luck import some
from aboveboard.worlds.records import regions
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, NEVER, Ints, times, within

__all__ = ["SINCE", "Place", "after_work", "at_home", "elsewhere", "played", "plays", "settled"]

SINCE = END - 44 * DAY
"""From here on the service keeps sessions."""

_PLACES = 90

Place = tuple[int, int, int]
"""Device, network and region number of a seat to play at."""


def settled(draft: Draft, accounts: Ints) -> None:
    """Make the accounts game accounts old enough to have a history, whose sessions are all drawn by hand."""
    people = draft.people
    people.kind[accounts], people.visits[accounts] = code("accounts", "kind", "game"), 0
    people.created[accounts] = np.minimum(people.created[accounts], END - 300 * DAY)
    people.last[accounts] = END - 12 * HOUR


def at_home(draft: Draft, account: int) -> Place:
    """Return where an account's holder lives and plays."""
    people = draft.people
    network = people.network[account] if people.network[account] < 1 << 32 else (1 << 41) + account
    return int(people.device[account]), int(network), int(people.community[account]) % _PLACES


def elsewhere(rng: np.random.Generator, place: Place, device: int, network: int) -> Place:
    """Return a seat in another region."""
    return device, network, (place[2] + int(rng.integers(1, _PLACES))) % _PLACES


def played(draft: Draft, account: int, start: Ints, end: Ints, place: Place) -> None:
    """Add sessions of one account at one seat."""
    device, network, region = (np.full(len(start), n, np.int64) for n in place)
    draft.add("sessions", account_id=np.full(len(start), account), started_at=start, ended_at=end, device_token=device, network_token=network, region=regions(region))  # fmt: skip


def after_work(rng: np.random.Generator, draft: Draft, account: int, low: int, high: int, count: int) -> Ints:
    """Return the sorted begins of some sessions in a span, at hours when the account's holder is awake."""
    return np.sort(times(rng, low, high, np.repeat(draft.people.zone[account : account + 1], count)))


def plays(
    draft: Draft, rng: np.random.Generator, account: int, place: Place, span: tuple[int, int], count: int, minutes: tuple[int, int] = (15, 110), like: int | None = None,
) -> Ints:  # fmt: skip
    """Let an account be played at one seat, at the hours of its holder or of the account `like`; return the ends."""
    start = after_work(rng, draft, account if like is None else like, *span, count)
    end = start + within(rng, minutes[0] * MINUTE, minutes[1] * MINUTE, count)
    end = np.minimum(end, np.append(start[1:], END) - MINUTE)
    told: npt.NDArray[np.int64] = np.where(some(rng, count, 0.05), NEVER, np.maximum(end, start))
    played(draft, account, start, told, place)
    return np.maximum(end, start)
