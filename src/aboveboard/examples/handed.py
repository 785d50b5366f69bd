"""Small worlds of accounts that others play, and of people some of whose devices never meet."""

from __future__ import annotations

from aboveboard.examples import drawn
from aboveboard.examples.played import Played, evenings, holders, on_day, sat, sessions

__all__ = ["CAREFUL", "HANDED", "YET_TO_COME"]

_FIRST, _SPAN = 240, 60


def _holder(who: str, until: int = _SPAN, home: str = "") -> list[Played]:
    """Return an account that its holder plays in the evening."""
    return evenings(who, range(_FIRST, _FIRST + until), home or f"d_{who} n_{who} R0")


def _strangers(who: str, count: int, days: int = 6, hour: float = 10, region: str = "R0") -> list[Played]:
    """Return the sessions of strangers who come one after another, each for some days."""
    return [
        r
        for n in range(count)
        for r in evenings(who, range(_FIRST + 10 + n * days, _FIRST + 10 + (n + 1) * days), f"{who}s{n} {who}m{n} {region}", hour, 150)
    ]


HANDED = sessions(
    holders(*"abcde"),
    [*(r for who in "abcde" for r in _holder(who)), *(r for who in "abcde" for r in _strangers(who, 3))],
)

CAREFUL = sessions(holders("a"), [*_holder("a")])
YET_TO_COME = CAREFUL
