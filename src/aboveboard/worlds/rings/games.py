"""Seed 5: game accounts played by unprotected children."""

from __future__ import annotations

from typing import Final

import numpy as np

from aboveboard.worlds.draft import Draft
from aboveboard.worlds.rhythm import DAY, END, Ints, within
from aboveboard.worlds.rings.trade import gamers
from aboveboard.worlds.young_play import EAST, LAST, SOUTH, WEST, checked, days_of, lawful, paid, played

__all__ = ["minor_unprotected"]

_KINDS: Final = {
    WEST: ("no_guardian", "night_play", "long_play", "lapsed_guardian", "spending", "borrowed_adult"),
    EAST: ("no_real_name", "night_play", "school_day", "spending", "guest", "borrowed_adult"),
    SOUTH: ("no_guardian", "long_week", "spending", "lapsed_guardian", "borrowed_adult"),
}  # fmt: skip
"""What may be wrong, by region: each is against a rule that the region has."""


def minor_unprotected(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Let minors play without a check, without a guardian, outside the hours, too long, for too much, or on an adult's account."""
    gamers(draft, accounts)
    draft.people.visits[accounts] = 0
    kinds: list[str] = []
    for account in accounts.tolist():
        choices = _KINDS[int(draft.people.language[account])]
        kinds.append(choices[int(rng.integers(len(choices)))])
        _unprotected(draft, rng, account, kinds[-1])
    draft.label("minor_unprotected", accounts, True, kinds)


def _unprotected(draft: Draft, rng: np.random.Generator, account: int, kind: str) -> None:
    one, region = np.array([account]), int(draft.people.language[account])
    if kind == "guest":
        draft.guests.append(one)
    elif kind == "borrowed_adult":
        _borrowed(draft, rng, account)
    else:
        _attested(draft, rng, one, kind)
    days, hour, minutes = _evenings(rng, region, kind)
    if len(days):
        played(draft, account, days, hour, minutes)
    if kind == "spending":
        _spends(draft, rng, account, 300 if region == EAST else 40)


def _attested(draft: Draft, rng: np.random.Generator, one: Ints, kind: str) -> None:
    """Add the checks of a minor, but for the one that is lacking, has failed or ran out."""
    checked(draft, one, "age")
    checked(draft, one, "real_name", result="fail" if kind == "no_real_name" else "pass", band="unknown")
    if kind == "lapsed_guardian":
        checked(draft, one, "guardian", ends=END - within(rng, 50 * DAY, 80 * DAY, 1))
    elif kind != "no_guardian":
        checked(draft, one, "guardian")


def _evenings(rng: np.random.Generator, region: int, kind: str) -> tuple[Ints, np.ndarray | float, np.ndarray | float]:
    """Return days, local hours and minutes of play; for a borrowed account none, since it is played from elsewhere."""
    if kind == "borrowed_adult":
        return np.empty(0, np.int64), 0.0, 0.0
    count = int(rng.integers(5, 12))
    if kind == "night_play":
        return days_of(rng, "0123456", count), 22.2 + rng.random(count), 30.0 + 60 * rng.random(count)
    if kind == "school_day":
        days = days_of(rng, "0123", count)
        return days, 15.0 + 4 * rng.random(len(days)), 30.0 + 60 * rng.random(len(days))
    if kind == "long_play":
        return days_of(rng, "0123456", count), 9.0 + 2 * rng.random(count), 330.0 + 120 * rng.random(count)
    if kind == "long_week":
        return np.arange(LAST - 21, LAST), 10.0, 180.0 + 120 * rng.random(21)
    return *lawful(rng, region, count), 55.0


def _spends(draft: Draft, rng: np.random.Generator, account: int, least: int) -> None:
    count = int(rng.integers(2, 7))
    paid(draft, account, np.sort(within(rng, END - 40 * DAY, END - DAY, count)), rng.integers(least, 3 * least, count))


def _borrowed(draft: Draft, rng: np.random.Generator, account: int) -> None:
    """Let a child whose time is up go on under an adult's name, on the same tablet."""
    people = draft.people
    child = draft.crowd(rng, 1, int(people.language[account]), END - 70 * DAY)
    gamers(draft, child)
    people.visits[child] = 0
    checked(draft, child, "age", "guardian", "real_name")
    checked(draft, np.array([account]), "age", "real_name", band="adult")
    days, hour = lawful(rng, int(people.language[child[0]]), int(rng.integers(6, 12)))
    played(draft, int(child[0]), days, hour, 55.0)
    zones = int(people.zone[account]) - int(people.zone[child[0]])
    later = hour + 56 / 60 + 0.15 * rng.random(len(days)) + zones
    played(
        draft,
        account,
        days,
        later,
        40.0 + 60 * rng.random(len(days)),
        device=int(people.device[child[0]]),
        network=int(people.network[child[0]]),
    )
