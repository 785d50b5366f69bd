"""Small worlds of accounts that others play, and of people some of whose devices never meet."""

from __future__ import annotations

from collections.abc import Iterable

from aboveboard.examples import drawn
from aboveboard.examples.played import OFFER, Played, evenings, holders, on_day, sat, sessions

__all__ = ["CAREFUL", "HANDED", "ROUGHLY", "YET_TO_COME"]

_FIRST, _SPAN, _AFTER_AS_OF = 290, 60, 78


def _plays(who: str, seat: str, days: Iterable[int], hour: float = 19, minutes: float = 60) -> list[Played]:
    """Return one session a day; days are counted from the first."""
    return evenings(who, (_FIRST + d for d in days), seat, hour, minutes)


def _holder(who: str, seat: str = "") -> list[Played]:
    return _plays(who, seat or f"d_{who} n_{who} R0", range(_SPAN))


def _let(who: str, region: str = "R0", came: int = 30) -> list[Played]:
    """Return an account that its holder plays in the evening, and two strangers in the mornings, for ten days and for six."""
    first, second = (f"g_{who}{n} l_{who}{n} {region}" for n in (1, 2))
    return [*_holder(who), *_plays(who, first, range(12, 22), 9, 120), *_plays(who, second, range(came, came + 6), 10, 120)]


def _lives(who: str, device: str, network: str) -> list[Played]:
    """Return an account whose holder lives on a device and a network."""
    return _plays(who, f"{device} {network} R0", range(0, _SPAN, 3), 15)


_PLAIN = [chr(ord("a") + n) for n in range(24)]
_LEFT_OUT = ("u1", "u2", "u3", "u4")
_ROWS: list[Played] = [
    *(r for who in (*_PLAIN, *_LEFT_OUT) for r in _let(who, came=50 if who == "y" else 30)), *_let("y", came=50), *_let("z", "R1"),
    *_lives("c0", "d_c0", "n_c"), *_lives("f0", "g_f1", "l_f0"), *_lives("g0", "g_g1", "l_g0"), *_lives("h0", "g_h1", "l_h0"),
    sat("h0", _FIRST + 40.7, "g_h1 n_h R0"), *_lives("i0", "g_i1", "l_i0"), sat("i0", _FIRST + _AFTER_AS_OF, "g_i1 n_i R0"), *_lives("b0", "d_b0", "n_b0"),
    *_lives("e0", "d_e0", "n_e0"), sat("e0", _FIRST + _AFTER_AS_OF, "d_e0 n_e R0"),
    *_lives("d0", "d_d0", "mast"), *(sat(who, _FIRST + 41.2, f"d_{who} mast R0") for who in "dst"), *(sat("s", _FIRST + n + 0.5, "g_s1 mast R0") for n in (13, 14)),
    *_lives("t0", "d_t0", "mast"), *_lives("t1", "d_t1", "mast"), sat("t", _FIRST + _AFTER_AS_OF, "g_t1 n_t R0"),
]  # fmt: skip
"""Accounts alike in their sessions: what else is known of each tells them apart. Six accounts use the network `mast`."""

_TOKENS = [
    *((who, "payment", "card_b", 0) for who in ("b", "b0", "b1", "b2", "b3")), ("c", "identity", "paper_c", 0), ("c0", "identity", "paper_c", 0),
    ("d", "identity", "paper_d", 0), ("d0", "identity", "paper_d", 0), ("e", "identity", "paper_e", 0), ("e0", "identity", "paper_e", 0),
    ("f", "network", "net_f", 0), ("f0", "network", "net_f", 0), ("g", "phone", "tel_g", 0), ("g0", "phone", "tel_g", 0),
    ("a", "identity", "none", 0), *((f"m{n}", "identity", "none", 0) for n in range(50)),
    ("j", "phone", "tel_j", -300), ("j", "phone", "new_j", 13), ("k", "phone", "tel_k", -300), ("k", "phone", "new_k", 55),
    ("l", "phone", "tel_l", -300), ("l", "phone", "new_l", 8), ("m", "email", "mail_m", -300), ("m", "phone", "new_m", 13),
    ("n", "device", "dev_n", -300), ("n", "device", "new_n", 13), ("o", "phone", "tel_o", -300), ("o", "phone", "new_o", 3),
    ("p", "phone", "tel_p", -300), ("p", "phone", "new_p", _AFTER_AS_OF), ("k", "email", "tel_g", 0),
]  # fmt: skip

HANDED = (
    sessions(
        [
            *holders(*_PLAIN, "y", "z"), *holders("u1", status="closed"), *holders("u2", kind="organisation"), *holders("u3", org="o1"),
            *holders("u4", status="suspended"),
        ],
        _ROWS,
    )
    + drawn("tokens", "account_id | kind | token | first_seen_at", [(who, kind, token, on_day(_FIRST + day)) for who, kind, token, day in _TOKENS])
    + drawn("profile_changes", "account_id | at | field", [
        (who, on_day(_FIRST + day), "handle") for who, day in (("q", 13), ("r", 5), ("v", 59.5), ("y", 76.5))
    ])
    + drawn("posts", "post_id | account_id | at | kind | target_id | text", [
        ("p1", "x", on_day(_FIRST + 11), "post", "w", OFFER), ("p2", "b0", on_day(_FIRST + 11), "message", "w", OFFER),
        ("p3", "c0", on_day(_FIRST + 11), "post", "r", OFFER), ("p4", "s", on_day(_FIRST + 11), "message", "s", OFFER),
    ])
    + drawn("attestations", "account_id | kind | result | age_band | at", [
        ("z", "age", "pass", "adult", on_day(1)), ("x", "age", "pass", "minor", on_day(1)), ("q", "age", "fail", "minor", on_day(1)),
    ])
)  # fmt: skip

CAREFUL = sessions(holders("a"), [*_holder("a")])
ROUGHLY = CAREFUL
YET_TO_COME = CAREFUL
