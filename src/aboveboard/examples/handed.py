"""Small worlds of accounts that others play, and of people some of whose devices never meet."""

from __future__ import annotations

from collections.abc import Iterable

from aboveboard.examples import drawn
from aboveboard.examples.played import OFFER, Played, evenings, holders, on_day, sat, sessions

__all__ = ["CAREFUL", "HANDED", "MOVED", "ROUGHLY", "YET_TO_COME"]

_FIRST, _SPAN, _AFTER_AS_OF = 290, 60, 78


def _plays(who: str, seat: str, days: Iterable[int], hour: float = 19, minutes: float = 60) -> list[Played]:
    """Return one session a day; days are counted from the first."""
    return evenings(who, (_FIRST + d for d in days), seat, hour, minutes)


def _holder(who: str, seat: str = "") -> list[Played]:
    return _plays(who, seat or f"d_{who} n_{who} R0", range(_SPAN))


def _let(who: str, region: str = "R0", came: int = 30) -> list[Played]:
    """Return an account that its holder plays in the evening, and two strangers in the mornings, for ten days and for six."""
    first, second = (f"g_{who}{n} l_{who}{n} {region}" for n in (1, 2))
    return [
        *_holder(who),
        *_plays(who, first, range(12, 22), 9, 120),
        *_plays(who, second, range(came, came + 6), 10, 120),
    ]


def _lives(who: str, device: str, network: str) -> list[Played]:
    """Return an account whose holder lives on a device and a network."""
    return _plays(who, f"{device} {network} R0", range(0, _SPAN, 3), 15)


_PLAIN = [chr(ord("a") + n) for n in range(24)]
_LEFT_OUT = ("u1", "u2", "u3", "u4")
_ROWS: list[Played] = [
    *(r for who in (*_PLAIN, *_LEFT_OUT) for r in _let(who, came=56 if who == "p" else 30)), *_let("y", came=50), *_let("z", "R1"),
    *_lives("c0", "d_c0", "n_c"), *_lives("f0", "g_f1", "l_f0"), *_lives("g0", "g_g1", "l_g0"), *_lives("h0", "g_h1", "l_h0"),
    sat("h0", _FIRST + 40.7, "g_h1 n_h R0"), *_lives("i0", "g_i1", "l_i0"), sat("i0", _FIRST + _AFTER_AS_OF, "g_i1 n_i R0"), *_lives("b0", "d_b0", "n_b0"),
    *_lives("e0", "d_e0", "n_e0"), sat("e0", _FIRST + _AFTER_AS_OF, "d_e0 n_e R0"),
    *_lives("d0", "d_d0", "mast"), *(sat(who, _FIRST + 41.2, f"d_{who} mast R0") for who in "dst"), *(sat("s", _FIRST + n + 0.5, "g_s1 mast R0") for n in (13, 14)),
    *_lives("c1", "d_c1", "n_c1"), *_plays("aa", "d_aa mast R0", range(_SPAN)), *_let("aa")[_SPAN:], *_lives("n0", "d_n", "n_n"),
    *(sat("i0", _FIRST + n + 0.2, "x_i0 n_i R0") for n in (20, 22)), *(sat("m", _FIRST + n + 0.4, "g_h1 l_m9 R0") for n in (40, 42)),
    *(sat("o", _FIRST + n + 0.4, "g_g1 l_o9 R0") for n in (40, 42)), *(sat("h", _FIRST + n + 0.4, "g_i1 l_h9 R0") for n in (40, 42)),
    *(sat("g", _FIRST + n + 0.4, "g_f1 l_g9 R0") for n in (40, 42)), sat("e0", _FIRST + 41.3, "d_e0 n_l R0"),
    *_plays("v1", "d_v1 n_v1 R0", range(_SPAN)), sat("v1", _FIRST + 20.5, "g_v1 l_v1 R0"),
    *(r for n in range(9) for r in _lives(f"t{n}", f"d_t{n}", "mast")), *(sat(f"m{n}", _FIRST + 1.5, f"d_m{n} n_m{n} R0") for n in range(50)),
    *(sat(who, _FIRST + 1.5, f"d_{who}  R0") for who in ("a1", "a2")), sat("t", _FIRST + _AFTER_AS_OF, "g_t1 n_t R0"),
]  # fmt: skip
"""Accounts alike in their sessions: what else is known of each tells them apart. Thirteen accounts use the network `mast`."""

_SHARED = {
    "payment card_b": ("b", "b0", "c0", "c1", "e0"), "identity paper_c": ("c", "c0", "b0", "e0"), "identity paper_d": ("d", "d0", "b0", "c1"),
    "identity paper_e": ("e", "b0", "e0"), "identity none": ("a", *(f"m{n}" for n in range(50))), "phone none": ("b0",), "network net_f": ("f", "f0"),
    "phone tel_g": ("g", "g0", "i0"), "identity tel_g": ("o",), "identity paper_aa": ("aa", "b0", "c0"), "phone tel_l9": ("l", "e0"),
    "identity paper_l": ("l", "e0", "b0"), "identity paper_v": ("v", "a1", "a2"),
}  # fmt: skip
"""Tokens that several have from the first day on."""

_TOKENS = [
    *((who, *token.split(" "), 0, None) for token, accounts in _SHARED.items() for who in accounts),
    ("f", "identity", "late", _AFTER_AS_OF, None), *((who, "identity", "late", 0, None) for who in ("b0", "e0")),
    ("h", "identity", "later", 0, None), *((who, "identity", "later", _AFTER_AS_OF, None) for who in ("b0", "e0")),
    ("j", "phone", "tel_j", -200, 12), ("j", "phone", "new_j", 13, None), ("k", "phone", "tel_k", -200, None), ("k", "phone", "new_k", 55, None),
    ("l", "phone", "tel_l", -200, None), ("l", "phone", "new_l", 8, None), ("m", "email", "mail_m", -200, None), ("m", "phone", "new_m", 13, None),
    ("n", "device", "dev_n", -200, None), ("n", "device", "new_n", 13, None), ("p", "phone", "tel_p", -200, None),
    ("p", "phone", "new_p", _AFTER_AS_OF - 1.5, None), ("r", "phone", "tel_r", -200, 59), ("r", "phone", "new_r", 13, None),
]  # fmt: skip
"""Account, kind, token, and the days on which it was first and last seen."""

HANDED = (
    sessions(
        [
            *holders(*_PLAIN, "y", "z", "aa", "v1"), *holders("u1", status="closed"), *holders("u2", kind="organisation"), *holders("u3", org="o1"),
            *holders("u4", status="suspended"),
        ],
        _ROWS,
    )
    + drawn("tokens", "account_id | kind | token | first_seen_at | last_seen_at", [
        (who, kind, token, on_day(_FIRST + first), None if last is None else on_day(_FIRST + last)) for who, kind, token, first, last in _TOKENS
    ])
    + drawn("profile_changes", "account_id | at | field", [
        (who, on_day(_FIRST + day), field)
        for who, day, fields in (("q", 13, "handle"), ("r", 5, "handle"), ("v", 59.5, "handle"), ("y", 76.5, "handle"), ("j", 13, "handle avatar bio"))
        for field in fields.split(" ")
    ])
    + drawn("posts", "post_id | account_id | at | text", [
        (f"p{n}", who, on_day(_FIRST + day), OFFER) for n, (who, day) in enumerate((("x", 11), ("s", 11), ("aa", 11), ("u", _AFTER_AS_OF)))
    ])
    + drawn("attestations", "account_id | kind | result | age_band | at", [
        ("aa", "age", "pass", "adult", on_day(1)), ("x", "age", "pass", "minor", on_day(1)), ("s", "age", "fail", "minor", on_day(1)),
    ])
)  # fmt: skip

_WALKERS = [r for n in range(10) for r in _plays(f"w{n}", f"d_w{n} tower R0", range(n, _SPAN, 7))]
_GUESTS = [r for n in range(10) for r in _plays(f"c{n}", "seat cafe R0", range(n, _SPAN, 9), 16)]

CAREFUL = sessions(
    holders("phone", "walker", "cafe", "trip", "coached", "new", "home", "office"),
    [
        *_holder("phone"), *_plays("phone", "p_phone tower R0", range(0, _SPAN, 2), 18, 20), *_WALKERS,
        *_holder("walker"), *_plays("walker", "p_walker n_walker R0", range(0, _SPAN, 3), 21), *_plays("walker", "p_walker tower R0", range(_SPAN), 13, 20),
        *_holder("cafe"), *_plays("cafe", "seat cafe R0", range(3, _SPAN, 12), 17), *_GUESTS,
        *_holder("trip"), *_plays("trip", "hotel inn R4", range(20, 23), 20),
        *_holder("coached"), sat("coached", _FIRST + 30.8, "coach l_coach R2"), sat("coached", _FIRST + 37.8, "coach l_coach R2"), *_lives("coach", "coach", "l_coach"),
        *_plays("new", "old_new n_new R0", range(30)), *_plays("new", "d_new n_new R0", range(30, _SPAN)),
        *_holder("office"), *_plays("office", "pc firm R0", (d for d in range(_SPAN) if d % 7), 12, 20),
        *_holder("home"), *_plays("home", "tablet n_home R0", range(0, _SPAN, 2), 16, 30), *_plays("sister", "tablet n_home R0", range(1, _SPAN, 2), 16, 30),
    ],
)  # fmt: skip
"""A second telephone on the carrier's network, things that met at home, a café, a journey, two sittings with a coach, a new computer, an office, a tablet of two."""

MOVED = sessions(
    holders("a"), [*_plays("a", "d_a n_a R0", range(30)), *_plays("a", "x_a x_line R3", range(31, _SPAN))]
) + drawn("tokens", "account_id | kind | token | first_seen_at | last_seen_at", [
    ("a", kind, f"{age}_{kind}", on_day(_FIRST + day), None) for kind in ("phone", "email", "payment") for age, day in (("old", -200), ("new", 31))
])  # fmt: skip
"""Another region, device, telephone, mail and bank from one day on."""

YET_TO_COME = sessions(
    holders("a"), [(who, begin + _AFTER_AS_OF, end + _AFTER_AS_OF, seat) for who, begin, end, seat in _let("a")]
)
"""Sessions of next year."""

ROUGHLY = sessions(
    holders(*(f"r{n}" for n in range(30)), "a", "b"),
    [
        *(r for n in range(30) for r in _plays(f"r{n}", f"d_r{n} part{n % 5} R{n % 5}", range(n % 3, _SPAN, 3))),
        *_plays("a", "d_a part0 R0", range(_SPAN)), *_plays("a", "x_a part0 R0", range(10, 40), 9, 120), *_plays("a", "x_a part1 R1", range(10, 40, 9), 14),
        *_plays("b", "d_b part0 R0", range(_SPAN)), *_plays("b", "x_b part3 R3", range(10, 40), 9, 120), *_plays("b", "x_b part4 R4", range(10, 40, 3), 14),
    ],
)  # fmt: skip
"""A service that knows networks but roughly, seven accounts on each: `a` has two devices in one, `b` two that never met."""
