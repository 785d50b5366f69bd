"""Small worlds of sessions: accounts that strangers play, and one person's, a family's or a café's devices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from aboveboard.examples import drawn, moment

__all__ = [
    "CAFES", "EXITS", "OFFER", "ONE_PERSON", "PLANNED", "ROUND", "SAME_REGION", "SMALL", "Played", "evenings", "holders", "on_day", "sat", "sessions",
]  # fmt: skip

Played = tuple[str, float, float, str]
"""Account, begin and end in days of 2025, and its seat: device, network and region, parted by spaces."""

_FIRST, _TWICE = 320, range(3)
OFFER = "Renting out my diamond account, $5 per hour, no face check, dm me"


def on_day(day: float) -> datetime:
    """Return a moment, in days from the start of 2025."""
    return moment("2025-01-01") + timedelta(seconds=round(day * 86400))


def sat(who: str, day: float, seat: str, minutes: float = 60) -> Played:
    """Return one session."""
    return who, day, day + minutes / 1440, seat


def evenings(who: str, days: Iterable[int], seat: str, hour: float = 19, minutes: float = 60) -> list[Played]:
    """Return one session on each of the days."""
    return [sat(who, day + hour / 24, seat, minutes) for day in days]


def _home(who: str) -> str:
    return f"d_{who} n_{who} R0"


def _let(who: str, regions: int = 9, hour: float = 8, seats: Iterable[str] = ()) -> list[Played]:
    """Return an account whose holder plays in the evening, and whom strangers follow on some days, each in another region, three of them twice."""
    places = list(seats) or [f"{who}x{n} {who}y{n} R{n + 1}" for n in range(regions)]
    rows = evenings(who, range(_FIRST, _FIRST + 40), _home(who))
    return rows + [
        sat(who, _FIRST + 2 * n + again + hour / 24, seat)
        for n, seat in enumerate(places)
        for again in (range(2) if n in _TWICE else (0,))
    ]


def holders(
    *ids: str, status: str = "active", kind: str = "game", org: str = "", bio: str = ""
) -> list[tuple[str, ...]]:
    """Return rows of accounts."""
    return [(i, f"{i}_plays", status, kind, org, bio) for i in ids]


def sessions(accounts: list[tuple[str, ...]], rows: list[Played]) -> str:
    """Draw accounts and their sessions."""
    return drawn("accounts", "account_id | handle | status | kind | verified_org_id | bio", accounts) + drawn(
        "sessions",
        "account_id | started_at | ended_at | device_token | network_token | region",
        [(who, on_day(begin), on_day(end), *seat.split(" ")) for who, begin, end, seat in rows],
    )


def _others(who: str, count: int = 3) -> list[Played]:
    """Return accounts who live on devices in other regions, at which another account is played too."""
    return [
        r
        for n in range(count)
        for r in evenings(f"{who}{n}", range(_FIRST, _FIRST + 20, 3), f"{who}x{n} {who}y{n} R{n + 1}", hour=12)
    ]


_ROWS = [
    *(r for who in "acdegjklqrst" for r in _let(who)),
    *(r for who in "bhi" for r in _let(who, hour=20.5)),
    *_let("f"), *_others("f"), *_others("g"), *_others("r", 1), *_let("w", seats=[f"gx{n} gy{n} R{n + 1}" for n in range(9)]),
    *(r for n in range(2) for r in evenings(f"t{n}", range(_FIRST, _FIRST + 20, 3), f"tx{n} ty{n} R0", hour=12)), *(sat("t", _FIRST + n, f"tx{n} ty{n} R0") for n in range(2)),
    *_let("m", 4), *_let("n", 4), *_let("o", 3),
    *(r for n in range(12) for r in _let(f"v{n}", 1)), *(r for n in range(12, 15) for r in _let(f"v{n}", 2)),
]  # fmt: skip

ROUND = (
    sessions(
        [
            *holders(*"abcdefghimnoqrst"), *holders("j", status="closed"), *holders("k", kind="organisation"), *holders("l", org="o1"),
            *holders("w", bio="出租各种游戏账号,免脸上号,价格私聊"),
            *holders("f0", "f1", "f2", "g0", "g1", "g2", "r0"),
        ],
        _ROWS,
    )
    + drawn(
        "posts", "post_id | account_id | at | kind | text",
        [
            *((f"p{who}", who, "2025-11-05", "listing", OFFER) for who in "cnojkl"),
            *((f"s{who}", who, "2025-11-06", "post", "What a lovely evening for a walk along the river") for who in "ab"),
            ("x1", "s", "2026-03-01", "listing", OFFER),
        ],
    )
    + drawn(
        "tokens", "account_id | kind | token",
        [
            *((who, "payment", "pay1") for who in "deq"), *((who, "payment", "pay2") for who in ("s", "r", "u0", "u1", "u4")), ("a", "payment", "pay5"), ("t", "phone", "tel9"), ("a", "phone", "tel9"),
            *((f"g{n}", "phone", "tel1") for n in range(3)), ("g", "phone", "tel1"),
            *((f"f{n}", "network", "net1") for n in range(3)), ("f", "network", "net1"), ("f", "phone", "tel2"), ("f2", "phone", "tel2"), ("f0", "phone", "tel3"), ("f1", "phone", "tel4"),
            ("t", "payment", "pay3"), ("u2", "payment", "pay3"), ("u3", "payment", "pay3"),
        ],
    )
    + drawn("attestations", "account_id | kind | result | age_band", [
        ("a", "real_name", "pass", "adult"), ("b", "real_name", "pass", "adult"), ("h", "age", "pass", "minor"), ("i", "age", "fail", "minor"),
    ])
)  # fmt: skip
"""Accounts let to strangers: with swift turns, offers, a payer, devices of others; a minor; a closed one, a team's, a verified one."""

SMALL = sessions(holders("a"), _let("a", 4))
"""Four strange regions, which chance may make."""

PLANNED = sessions(holders("a"), [(who, begin + 80, end + 80, seat) for who, begin, end, seat in _let("a", hour=20.5)])
"""Sessions of next year."""

_DAYS = range(_FIRST, _FIRST + 30)
ONE_PERSON = sessions(
    holders("traveller", "family", "sister", "walker", "buyer", "moved"),
    [
        *(sat("traveller", _FIRST + 3 * n, f"t1 hotel{n} R{n}") for n in range(9)),
        *(r for who in ("family", "sister") for r in evenings(who, _DAYS, "console home1 R1", 19 if who == "family" else 21)),
        *evenings("family", _DAYS, "f1 home1 R1", 22), *(sat("family", _FIRST + n + 0.3, f"f1 net{n} R{n}") for n in range(9)),
        *evenings("walker", _DAYS, "pc1 home2 R1", 19, 180), *(sat("walker", _FIRST + n + 0.8, f"w1 mast{n} R{n + 2}") for n in range(9)), sat("walker", _FIRST + 20.1, "w1 home2 R1"),
        *evenings("buyer", range(_FIRST, _FIRST + 9), "old home3 R1"), *evenings("buyer", range(_FIRST + 9, _FIRST + 30), "used home3 R1"),
        *evenings("moved", range(_FIRST, _FIRST + 9), "lap dorm R4"), *evenings("moved", range(_FIRST + 9, _FIRST + 30), "lap home4 R5"),
    ],
)  # fmt: skip
"""A traveller, a console, a computer and a telephone at once, a used telephone, a student who goes home."""

CAFES = sessions(
    holders("a"),
    [
        *evenings("a", _DAYS, _home("a")),
        *(sat("a", _FIRST + 2 * n + 0.86, f"seat{n} cafe{n} R{n + 1}") for n in range(9)),
        *(sat(f"g{n}{guest}", _FIRST + 2 * n + 0.1 * guest, f"seat{n} cafe{n} R{n + 1}") for n in range(9) for guest in range(5)),
    ],
)  # fmt: skip
"""A café in each of nine towns."""

EXITS = sessions(
    holders("a"),
    [
        *evenings("a", _DAYS, _home("a")),
        *(sat("a", _FIRST + 2 * n + 0.86, f"window{n} exit{n} R{n + 1}") for n in range(9)),
        *(r for n in range(9) for user in range(5) for r in (sat(f"g{n}{user}", _FIRST + n, f"g{n}{user} exit{n} R{n + 1}"), *evenings(f"g{n}{user}", (300, 301), f"g{n}{user} w{n}{user} R0"))),
    ],
)  # fmt: skip
"""Private windows through exits that five others use, who live elsewhere."""

SAME_REGION = sessions(
    holders("a", "b"),
    [sat("b", day + 0.4, f"new{day} exit{day} R{day % 20}") for day in _DAYS]
    + [
        r
        for day in _DAYS
        for r in (sat("a", day + 0.4, f"work{day} line{day} R1"), sat("a", day + 0.8, f"own{day} wire{day} R0"))
    ],
)
"""A browser that forgets and addresses that change, in two regions; and one behind exits that nobody else uses."""
