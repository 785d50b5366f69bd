"""Small follow graphs for examples: people, crews that were sent, and people who join."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from aboveboard.detector import Example

__all__ = ["NO_RINGS", "club", "joined", "on_day", "sent", "world"]


def world(*parts: str, timed: bool = True) -> str:
    """Draw accounts and their follows, one part after another, over a background of people."""
    edges = [line for part in (_people(), *parts) for line in part.splitlines()]
    names = sorted({n for e in edges for n in e.split(" | ")[:2]})
    accounts = [f"{n} | {n} | {'suspended' if n in ('crew0', 's0') else 'active'}" for n in names]
    head = ["accounts", "account_id | handle | status", *accounts, "", "follows", "follower_id | target_id | at"]
    return "\n".join([*head, *(e if timed else e.rsplit("|", 1)[0] + "|" for e in edges)])


def on_day(day: float) -> datetime:
    """Return a moment, in days from the start of 2025."""
    return datetime.fromisoformat("2025-01-01") + timedelta(seconds=round(day * 86400))


def _people() -> str:
    """Draw 140 people who follow ten of 40 accounts each, at any time of the year."""
    luck = Random(1)  # noqa: S311  (drawn once and for all, nothing secret)
    rows = [(n, t) for n in range(140) for t in luck.sample(range(40), 10)]
    return "\n".join(f"p{n} | t{t} | {on_day(360 * luck.random())}" for n, t in rows)


def sent(who: str, members: int, targets: int, day: float, days: float, apart: float = 0, whom: str = "s") -> str:
    """Draw accounts that follow all of some targets, each target in `days` of its own and in an order of its own.

    `whom` says which: `s` are nobody else's, `t` are those that people follow too.
    """
    rows = [
        (m, t, day + t * apart + days * ((m * (7 + 2 * t) + 13 * t) % 97) / 97)
        for m in range(members)
        for t in range(targets)
    ]
    return "\n".join(f"{who}{m} | {whom}{t} | {on_day(at)}" for m, t, at in rows)


def joined(who: str, members: int, targets: int, day: float, days: float) -> str:
    """Draw people who come one by one and take up all of the suggestions as they come."""
    rows = [(m, t, day + days * ((m * 41) % 97) / 97 + t / 1440) for m in range(members) for t in range(targets)]
    return "\n".join(f"{who}{m} | s{t} | {on_day(at)}" for m, t, at in rows)


def club(number: int, members: int, liked: int) -> str:
    """Draw people of whom each follows some more and some fewer of what their circle likes."""
    rows = [(m, t) for m in range(members) for t in range(liked) if (m * 5 + t * 3 + number) % 7 < 2 + m % 5]
    return "\n".join(f"k{number}x{m} | l{number}x{t} | {on_day((m * 31 + t * 57) % 360)}" for m, t in rows)


NO_RINGS: tuple[Example, ...] = (
    Example("nine accounts", world(sent("crew", 9, 12, 100, 3))),
    Example("three targets", world(sent("crew", 60, 3, 100, 3))),
    Example("before it happened", world(sent("crew", 26, 10, 100, 3, 9)), as_of="2025-04-01"),
    Example("a starter pack goes round", world(joined("new", 40, 10, 100, 5), joined("late", 30, 10, 0, 350))),
    Example("a fandom", world(sent("fan", 40, 10, 20, 160), sent("eve", 14, 10, 100, 3))),
)
"""Follows that look like a ring's and are none: too few, too early, or everybody's. Both ring detectors stay quiet on them."""
