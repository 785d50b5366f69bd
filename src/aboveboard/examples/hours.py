"""Small worlds of hours of use: accounts that offered one and were used at other hours since, among neighbours who keep theirs."""

from __future__ import annotations

from collections.abc import Iterable

from aboveboard.examples import drawn
from aboveboard.examples.played import OFFER, Played, holders, on_day, sat, sessions

__all__ = ["CHANGED", "FEW", "NIGHTS"]

_CUT = 320
_SPREAD = (0, 1, 3, 2, 0, 2, 1, 4, 0, 3)


def _used(who: str, hour: int, days: Iterable[int]) -> list[Played]:
    """Return one session a day, some hours around the same one."""
    return [sat(who, day + (hour + _SPREAD[day % 10]) / 24, f"d_{who} n_{who} R0", 20) for day in days]


def _turned(who: str, first: int = 17, then: int = 3, before: int = 12, since: int = 12) -> list[Played]:
    """Return sessions of days before the cut at some hours and of days after it at others."""
    return _used(who, first, range(_CUT - 2 * before, _CUT, 2)) + _used(
        who, then, range(_CUT + 1, _CUT + 1 + 2 * since, 2)
    )


def _neighbours(count: int) -> list[tuple[str, list[Played]]]:
    """Return accounts that keep their hours, more or less."""
    return [(f"n{n}", _turned(f"n{n}", 8 + n % 12, 8 + n % 12 + n % 3)) for n in range(count)]


def _offers(*rows: tuple[str, float]) -> str:
    return drawn(
        "posts",
        "post_id | account_id | at | kind | text",
        [(f"p{n}", who, on_day(at), "listing", OFFER) for n, (who, at) in enumerate(rows)],
    )


def _world(cast: Iterable[tuple[str, list[Played]]], accounts: Iterable[tuple[str, ...]] = ()) -> str:
    rows, given = list(cast), list(accounts)
    known = {a[0] for a in given}
    return sessions([*given, *holders(*(w for w, _ in rows if w not in known))], [r for _, p in rows for r in p])


_ODD = [
    *holders("b", bio=OFFER), *holders("j", status="closed"), *holders("k", kind="organisation"), *holders("l", org="o1"),
]  # fmt: skip
CHANGED = (
    _world(
        [
            *_neighbours(75), *((w, _turned(w)) for w in "abcjkl"), ("s", _turned("s", 17, 17)),
            ("t", _used("t", 17, range(330, 354, 2)) + _used("t", 3, range(366, 390, 2))),
        ],
        _ODD,
    )
    + _offers(*((w, _CUT) for w in "abcjkls"), ("t", 360), *(("b", _CUT + n) for n in (2, 5)), ("c", 2 * _CUT))
)  # fmt: skip
"""Offers followed by other hours: one, three (and a biography, which has no time), one and another of next year; a closed one, a team's, a verified one; one that keeps its hours; a change of next year."""

NIGHTS = _world(
    [*_neighbours(75), *((f"m{n}", _turned(f"m{n}")) for n in range(8)), *((w, _turned(w, 17, 17 - n)) for n, w in enumerate("stu"))]
) + _offers(*((w, _CUT) for w in "stu"))  # fmt: skip
"""Eight that went over to night shifts and offer nothing; offers without a change, or with a small one."""

FEW = _world(
    [
        *_neighbours(75),
        ("a", _turned("a", since=7)),
        ("b", _turned("b", before=7)),
        ("c", _turned("c", before=30, since=30)),
        ("e", _used("e", 17, range(200, 230, 2)) + _used("e", 3, range(_CUT + 1, _CUT + 25, 2))),
    ]
) + _offers(*((w, _CUT) for w in "abce"))
"""Seven days since, seven before, none others as busy, and days of use too long before the offer."""
