"""Small worlds of desks: one device that plays the accounts of many homes for days, and computers that people stay with."""

from __future__ import annotations

from collections.abc import Iterable

from aboveboard.examples import drawn
from aboveboard.examples.played import OFFER, Played, evenings, holders, sat, sessions

__all__ = ["COMMON", "DESKS", "LATER", "NEAR"]

_FIRST = 320


def _stays(who: str, desk: str, first: int, *, swift: bool = False, home: str = "", days: int = 4) -> list[Played]:
    """Return an account that is at home for a week before and after, and at a desk for some days; `swift`: at home on two of them too."""
    own = home or f"d_{who} n_{who} R0"
    rows = evenings(who, (*range(first - 5, first), *range(first + days + 1, first + days + 5)), own)
    rows += evenings(who, range(first, first + days), desk, hour=12, minutes=120)
    return rows + (evenings(who, (first + 1, first + 2), own, hour=14.3, minutes=9) if swift else [])


def _crew(name: str, size: int, swift: Iterable[int] = (), desk: str = "") -> list[Played]:
    seat = desk or f"desk_{name} net_{name} R9"
    return [r for n in range(size) for r in _stays(f"{name}{n}", seat, _FIRST + 3 * n, swift=n in swift)]


_CHANCE = [r for n in range(12) for r in _crew(f"v{n}_", 1)]
"""Twelve other desks with one guest."""

DESKS = (
    sessions(
        [
            *holders(*(f"{c}{n}" for c in "abcdefgh" for n in range(6)), "x0"), *holders("a6", status="closed"), *holders("a7", kind="organisation"), *holders("a8", org="o1"),
            *holders("boss", "chief", bio="代练接单,号给我,三天上王者,50元"),
        ],
        [
            *_crew("a", 9), *_crew("b", 6, (1, 2)), *_crew("c", 3), *_crew("d", 3, (0, 1)), *_crew("e", 6), *_crew("f", 6, (3,)), *_crew("g", 3), *_crew("h", 2, (0, 1)),
            *evenings("x0", range(_FIRST, _FIRST + 20, 4), "d_x0 n_x0 R0"), sat("x0", _FIRST + 5.2, "desk_a net_a R9"),
            *evenings("boss", range(_FIRST, _FIRST + 20), "desk_e net_e R9", hour=8), *evenings("chief", range(_FIRST, _FIRST + 20), "desk_g net_g R9", hour=8),
            *_CHANCE,
        ],
    )
    + drawn("attestations", "account_id | kind | result | age_band", [("b4", "age", "pass", "minor"), ("b5", "age", "fail", "minor"), ("b3", "age", "pass", "adult")])
    + drawn("posts", "post_id | account_id | at | kind | text", [("p1", "boss", "2025-11-05", "listing", OFFER), ("p2", "a1", "2025-11-05", "listing", OFFER), ("p3", "chief", "2026-11-05", "listing", OFFER)])
)  # fmt: skip
"""Six homes without more, with swift turns, with an offer, with one swift turn; three homes without more, with swift turns, with an offer."""

_FARM = "farm field R9"
NEAR = sessions(
    holders(*(f"{c}{n}" for c in ("worker", "hand", "cousin", "tourist", "near") for n in range(6))),
    [
        *(r for n in range(6) for r in (*_stays(f"worker{n}", _FARM, _FIRST + n), sat(f"worker{n}", _FIRST + n + 0.9, f"d_worker{n} field R9"))),
        *(r for n in range(6) for r in _stays(f"hand{n}", "shed barn R9", _FIRST + n // 3, days=10)),
        *(r for n in range(6) for r in _stays(f"cousin{n}", "hut lake R9", _FIRST + n, home=f"d_cousin{n} family R0")),
        *(r for n in range(6) for r in _stays(f"tourist{n}", "lobby hostel R9", _FIRST + 3 * n, days=2)),
        *(r for n in range(6) for r in _stays(f"near{n}", "seat club R0", _FIRST + 2 * n)),
        *_CHANCE,
    ],
)  # fmt: skip
"""A farm's computer with the workers' telephones beside it and another without, a family's summer house, a hostel, a club in one's own town."""

COMMON = sessions(
    holders("d0", "d1", "d2"), [*_crew("d", 3, (0, 1)), *(r for n in range(9) for r in _crew(f"y{n}_", 2)), *_CHANCE]
)
"""Three homes with swift turns, where nearly every computer has two guests."""

LATER = sessions(
    holders(*(f"a{n}" for n in range(6))),
    [(who, begin + 80, end + 80, seat) for who, begin, end, seat in [*_crew("a", 6, (1, 2)), *_CHANCE]],
)
"""Sessions of next year."""
