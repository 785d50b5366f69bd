"""Innocents who play: minors within their rules, on a holiday, in a grace period or with leave, adults at night, families, guests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from aboveboard.worlds.draft import Draft, code
from aboveboard.worlds.rhythm import DAY, END, Ints, within
from aboveboard.worlds.young_play import EAST, SOUTH, WEST, checked, days_of, lawful, paid, played

__all__ = ["guarded_minor"]

Kind = Callable[[Draft, np.random.Generator, int], None]


def guarded_minor(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Play as one may: most as a minor whose checks are in order, the others as what looks like a breach and is none."""
    people = draft.people
    people.created[accounts] = np.minimum(people.created[accounts], END - 90 * DAY)
    people.kind[accounts], people.visits[accounts] = code("accounts", "kind", "game"), 0
    kinds: list[str] = []
    turns = dict.fromkeys(_ALL, 0)
    for account in accounts.tolist():
        region = int(people.language[account])
        fitting = [k for k, (where, _) in _KINDS.items() if region in where]
        kinds.append(fitting[turns[region] % len(fitting)])
        turns[region] += 1
        _KINDS[kinds[-1]][1](draft, rng, account)
    draft.label("minor_unprotected", accounts, False, kinds)


def _region(draft: Draft, account: int) -> int:
    return int(draft.people.language[account])


def _guarded(draft: Draft, rng: np.random.Generator, account: int) -> None:
    checked(draft, np.array([account]), "real_name", "age", "guardian")
    days, hour = lawful(rng, _region(draft, account), 8)
    played(draft, account, days, hour, 55.0)


def _holiday(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Play on the evening of a holiday that falls on a school day."""
    _guarded(draft, rng, account)
    played(draft, account, np.array([np.datetime64("2025-12-24").astype(np.int64)]), 20.0, 58.0)


def _grace(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Play on while a guardian's check that ran out is being renewed."""
    one = np.array([account])
    checked(draft, one, "real_name", "age")
    checked(draft, one, "guardian", ends=END - within(rng, 2 * DAY, 5 * DAY, 1))
    days, hour = lawful(rng, _region(draft, account), 8)
    played(draft, account, days, hour, 55.0)


def _allowed(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Play late where a guardian may allow it, and has."""
    checked(draft, np.array([account]), "real_name", "age", "guardian")
    played(draft, account, days_of(rng, "456", 6), 23.5, 90.0)


def _owl(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Play every night as a grown-up who works by day, or by night."""
    checked(draft, np.array([account]), "real_name", "age", band="adult")
    played(draft, account, days_of(rng, "0123456", 30), 22.0 + 2 * rng.random(30), 120.0)


def _of_age(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Play at night since one's eighteenth birthday, when the check of the minor ran out."""
    one = np.array([account])
    checked(draft, one, "age", ends=END - 60 * DAY)
    draft.add("attestations", account_id=one, kind="real_name", result="pass", age_band="adult", at=np.array([END - 60 * DAY]), expires_at=END + 900 * DAY, provider="register")  # fmt: skip
    played(draft, account, days_of(rng, "0123456", 10), 22.5, 100.0)


def _console(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Share the family's console with a child: now and then right after, mostly at other times and on the telephone."""
    people = draft.people
    child = draft.crowd(rng, 1, _region(draft, account), END - 70 * DAY)
    people.kind[child], people.visits[child] = code("accounts", "kind", "game"), 0
    checked(draft, child, "real_name", "age", "guardian")
    checked(draft, np.array([account]), "real_name", "age", band="adult")
    days, hour = lawful(rng, _region(draft, int(child[0])), 8)
    played(draft, int(child[0]), days, hour, 55.0)
    zones = int(people.zone[account]) - int(people.zone[child[0]])
    played(draft, account, days[:3], hour + 1 + zones, 60.0, device=int(people.device[child[0]]))
    played(draft, account, days_of(rng, "0123456", 12), 7.5, 25.0)


def _guest(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Play without any check where guests are welcome."""
    played(draft, account, days_of(rng, "0123456", 8), 18.0 + 6 * rng.random(8), 80.0)


def _thrifty(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Spend within the limits, and take a purchase back."""
    _guarded(draft, rng, account)
    at = np.sort(within(rng, END - 30 * DAY, END - DAY, 4))
    paid(draft, account, at, np.array([15, 15, 18, -18]))


_ALL: Final = (WEST, EAST, SOUTH)
_KINDS: Final[dict[str, tuple[tuple[int, ...], Kind]]] = {
    "guarded_minor": (_ALL, _guarded), "holiday_player": ((EAST,), _holiday), "night_owl": (_ALL, _owl), "family_console": (_ALL, _console),
    "allowed_minor": ((SOUTH,), _allowed), "grace_period": ((WEST, SOUTH), _grace), "came_of_age": (_ALL, _of_age), "guest_player": ((WEST, SOUTH), _guest),
    "thrifty_minor": (_ALL, _thrifty),
}  # fmt: skip
"""Kind of innocent to the regions whose rules it keeps, and what it does."""
