"""Innocents who resemble a returner: namesakes, families, offices, people back after a bar or their own request."""

from __future__ import annotations

import numpy as np

from aboveboard.worlds.draft import NONE, Draft
from aboveboard.worlds.luck import some
from aboveboard.worlds.population import close
from aboveboard.worlds.rhythm import DAY, END, HOUR, Ints, within

__all__ = ["expired_bar", "family", "namesake", "office", "returned_on_request"]


def _closed(draft: Draft, rng: np.random.Generator, old: Ints, ground: str, low: int, high: int) -> None:
    """Close accounts `high` to `low` days before the end; those closed for terms were marketing farms."""
    draft.people.created[old] = within(rng, END - 2000 * DAY, END - (high + 100) * DAY, len(old))
    close(draft, old, within(rng, END - high * DAY, END - low * DAY, len(old)), ground)
    if ground == "terms":
        draft.people.closed_for[old] = int(rng.integers(8, 14))


def _pairs(accounts: Ints) -> tuple[Ints, Ints]:
    half = len(accounts) // 2
    return accounts[:half], accounts[half : 2 * half]


def _same_person(draft: Draft, old: Ints, new: Ints) -> None:
    people = draft.people
    for column in (
        people.device,
        people.network,
        people.phone,
        people.language,
        people.zone,
        people.community,
        people.avatar,
    ):
        column[new] = column[old]
    draft.write("display_name", new, draft.read("display_name", old))


def _later(draft: Draft, rng: np.random.Generator, old: Ints, new: Ints, start: Ints) -> None:
    draft.people.created[new] = within(rng, start + HOUR, np.full(len(old), END - 2 * DAY), len(old))
    draft.people.last[new] = np.maximum(draft.people.last[new], END - 5 * DAY)


def namesake(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Sign up people who happen to be called like somebody closed and barred."""
    old, new = _pairs(accounts)
    _closed(draft, rng, old, "terms", 40, 600)
    _later(draft, rng, old, new, draft.people.closed[old])
    draft.write("display_name", new, draft.read("display_name", old))
    draft.label("reincarnation", new, False, "namesake", related=old)


def returned_on_request(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Close on request, think again, return with the same name, phone and device."""
    old, new = _pairs(accounts)
    _closed(draft, rng, old, "request", 40, 600)
    _same_person(draft, old, new)
    _later(draft, rng, old, new, draft.people.closed[old])
    draft.label("reincarnation", new, False, "returned_on_request", related=old)


def expired_bar(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Return openly once the bar has ended."""
    old, new = _pairs(accounts)
    _closed(draft, rng, old, "terms", 300, 900)
    draft.people.barred[old] = draft.people.closed[old] + within(rng, 60 * DAY, 250 * DAY, len(old))
    _same_person(draft, old, new)
    _later(draft, rng, old, new, draft.people.barred[old])
    draft.label("reincarnation", new, False, "expired_bar", related=old)


def family(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Sign up brothers and sisters of somebody barred: one network, now and then one device, other names."""
    people = draft.people
    old, new = _pairs(accounts)
    _closed(draft, rng, old, "terms", 40, 600)
    people.network[old] = draft.token(len(old))
    people.network[new] = people.network[old]
    shared = some(rng, len(new), 0.3)
    people.device[new[shared]] = people.device[old[shared]]
    people.community[new], people.language[new], people.zone[new] = (
        c[old] for c in (people.community, people.language, people.zone)
    )
    _later(draft, rng, old, new, people.closed[old])
    draft.label("reincarnation", new, False, "family", related=old)


def office(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Let colleagues of somebody barred share the office network by day."""
    people = draft.people
    for number, room in enumerate(np.array_split(accounts, max(1, len(accounts) // 12))):
        people.network[room] = draft.token()[0]
        people.carrier[room] = NONE
        if len(room) > 1:
            _closed(draft, rng, room[:1], "terms", 40, 600)
            draft.label(
                "reincarnation", room[1:], False, "office", f"office-{number}", related=np.full(len(room) - 1, room[0])
            )
