"""Small worlds of accounts in two places: friends who take turns, one person with two devices, commuters."""

from __future__ import annotations

from aboveboard.examples import drawn
from aboveboard.examples.played import Played, evenings, holders, sat, sessions

__all__ = ["ALONE", "COMMUTERS", "TURNING", "YET_TO_COME"]

_FIRST = 310


def _turns(who: str, days: int, seat: str = "", quiet: int = 0) -> list[Played]:
    """Return an account played at home in the evening and, on some days half an hour later, elsewhere; `quiet` days there without a turn."""
    there = seat or f"far_{who} line_{who} R5"
    return [
        *evenings(who, range(_FIRST, _FIRST + 45), f"d_{who} n_{who} R0"), *evenings(who, range(_FIRST, _FIRST + days), there, hour=20.5),
        *evenings(who, range(_FIRST, _FIRST + quiet), there, hour=9),
    ]  # fmt: skip


def _lives(who: str, seat: str, region: str = "R5") -> list[Played]:
    return evenings(who, range(_FIRST, _FIRST + 40, 3), f"{seat} line_{seat} {region}", hour=15)


_CHANCE = [r for n in range(12) for r in _turns(f"v{n}", 1, quiet=3)] + [
    r for n in range(2) for r in _turns(f"w{n}", 2)
]
"""Accounts with a day or two of swift turns."""

TURNING = (
    sessions(
        [*holders(*"abcdefghkn"), *holders("j", status="closed"), *holders("l", kind="organisation"), *holders("m", org="o1")],
        [
            *_turns("a", 8), *(r for who in "bcefk" for r in _turns(who, {"c": 8, "f": 2}.get(who, 3), f"s_{who} line_s_{who} R5", 5)), *_turns("d", 3), *_turns("j", 8), *_turns("l", 8), *_turns("m", 8),
            *(r for who in "bcefk" for r in _lives(f"{who}0", f"s_{who}")),
            *_turns("g", 3, "cafe line_cafe R5", 5), *_lives("g0", "cafe"), *(sat(f"g{n}", _FIRST + n + 0.1, "cafe line_cafe R5") for n in range(1, 5)),
            *_turns("n", 3, "s_e line_s_e R5", 5), sat("k", _FIRST + 11.4, "s_k9 line_s_k9 R6"), *_lives("k9", "s_k9", "R6"),
            *_turns("h", 3), sat("h", _FIRST + 10.4, "s_h line_s_h R6"), *_lives("h0", "s_h", "R6"),
            *_CHANCE,
        ],
    )
    + drawn("tokens", "account_id | kind | token", [
        ("e", "phone", "tel1"), ("e0", "phone", "tel1"), ("b", "network", "net1"), ("b0", "network", "net1"), ("b", "phone", "tel2"), ("b0", "phone", "tel3"), ("c", "email", "post4"),
        ("k", "phone", "tel5"), ("k9", "phone", "tel5"),
    ])
)  # fmt: skip
"""Eight days of turns, three with a friend's device, eight with one; then too few, one's own second account, a public machine, one visit, and accounts left out."""

ALONE = sessions(
    holders("a"),
    [*evenings("a", range(_FIRST, _FIRST + 45), "pc home R0", minutes=240), *(sat("a", _FIRST + n + 0.85, f"phone mast{n} R{1 + n % 9}", 15) for n in range(30)), sat("a", _FIRST + 40.1, "phone home R0"), *_CHANCE],
)  # fmt: skip
"""A computer that stays signed in, and a telephone on the way."""

COMMUTERS = sessions(
    holders("a"),
    [
        *_turns("a", 20),
        *(r for n in range(4) for day in range(_FIRST, _FIRST + 10) for r in (sat(f"c{n}", day + 0.3, f"p{n} h{n} R0", 10), sat(f"c{n}", day + 0.34, f"p{n} o{n} R5", 10))),
        *(r for n in range(4) for day in range(_FIRST, _FIRST + 10) for r in (sat(f"x{n}", day + 0.3, f"q{n} i{n} R7", 10), sat(f"x{n}", day + 0.34, f"q{n} j{n} R8", 10))),
        *_CHANCE,
    ],
)  # fmt: skip
"""Two regions between which others pass within the hour with one telephone."""

YET_TO_COME = sessions(
    holders("a"), [(who, begin + 80, end + 80, seat) for who, begin, end, seat in [*_turns("a", 8), *_CHANCE]]
)
"""Sessions of next year."""
