"""Small worlds of accounts that changed hands for good, and of movers, new numbers and new names."""

from __future__ import annotations

from collections.abc import Iterable

from aboveboard.examples import drawn
from aboveboard.examples.played import OFFER, Played, evenings, holders, on_day, sessions

__all__ = ["MOVED", "SOLD", "SOON"]

_CUT = 320
_Token = tuple[str, str, str, float, float]


def _cut(
    who: str, before: Iterable[int] = range(300, 318, 2), after: Iterable[int] = range(322, 345, 2), there: str = "R5"
) -> list[Played]:
    return [*evenings(who, before, f"d_{who} n_{who} R0"), *evenings(who, after, f"e_{who} m_{who} {there}")]


def _rebound(who: str, *kinds: str, at: float = _CUT, since: float | None = None) -> list[_Token]:
    """Return an old and a new token of each kind; the new one is seen from `since`, the old one until `at`."""
    old = [(who, kind, f"old_{kind}_{who}", 10.0, at) for kind in kinds]
    return [*old, *((who, kind, f"new_{kind}_{who}", at if since is None else since, 360.0) for kind in kinds)]


def _tokens(rows: list[_Token]) -> str:
    return drawn(
        "tokens",
        "account_id | kind | token | first_seen_at | last_seen_at",
        [(w, k, t, on_day(a), on_day(b)) for w, k, t, a, b in rows],
    )


def _changes(*rows: tuple[str, float, str]) -> str:
    return drawn("profile_changes", "account_id | at | field", [(who, on_day(at), field) for who, at, field in rows])


def _posts(*rows: tuple[str, float]) -> str:
    return drawn(
        "posts",
        "post_id | account_id | at | kind | text",
        [(f"p{n}", who, on_day(at), "listing", OFFER) for n, (who, at) in enumerate(rows)],
    )


_BOTH = ("phone", "email")
SOLD = (
    sessions(
        [*holders(*"abcdenoz"), *holders("j", status="closed"), *holders("k", kind="organisation"), *holders("l", org="o1")],
        [*(r for who in "abcdenojkl" for r in _cut(who)), *evenings("b", (370, 371), "d_b n_b R0")],
    )
    + _tokens([*(r for who in "anojkl" for r in _rebound(who, *_BOTH)), *_rebound("b", "phone"), *_rebound("e", "payment")])
    + _changes(("c", 321, "display_name"), ("c", 322, "avatar"), ("e", 323, "handle"), ("e", 323, "avatar_hash"))
    + _posts(("d", 300), ("z", 300))
    + drawn("attestations", "account_id | kind | result | age_band", [("n", "age", "pass", "minor"), ("o", "age", "fail", "minor"), ("a", "real_name", "pass", "adult")])
)  # fmt: skip
"""Two kinds replaced, one, name and face, an offer, one kind with name and face; a minor; a closed one, a team's, a verified one."""

_HALVES = range(300, 345, 4)
MOVED = (
    sessions(
        [*holders(*(f"{c}{n}" for c in "fghijklmpqrs" for n in range(4)))],
        [
            *(r for who in ("f0", "g0", "h0", "h1", "i0", "i1", "i2", "i3", "p0", "q0", "r0", "r1", "s0") for r in _cut(who)),
            *_cut("j0", before=_HALVES, after=range(302, 345, 4)), *_cut("k0", range(330, 352, 2), range(356, 364, 2)), *_cut("l0", before=(300, 317)),
            *_cut("l1", after=(322, 345)), *_cut("m0", there="R0"),
        ],
    )
    + _tokens([
        *(r for who in ("j0", "l0", "l1", "m0") for r in _rebound(who, *_BOTH)), *_rebound("k0", *_BOTH, at=354), *_rebound("i0", "phone", at=280), *_rebound("i1", "phone", since=345),
        *_rebound("i2", "phone", at=350, since=321), *_rebound("i3", "network", "device"), ("p0", "phone", "p1", 10, 320), ("p0", "email", "p2", 321, 360),
        ("q0", "phone", "q1", 10, 320), ("q0", "phone", "q1", 321, 360),
    ])
    + _changes(
        ("g0", 321, "handle"), ("g0", 322, "display_name"), ("r0", 280, "handle"), ("r0", 280, "avatar"), ("r1", 345, "handle"), ("r1", 345, "avatar"), ("s0", 321, "bio"),
        ("s0", 321, "avatar"),
    )
    + _posts(("h0", 220), ("h1", 330))
)  # fmt: skip
"""A cut alone, one name, offers long before and after, numbers replaced before, after, or not; two homes, a cut too fresh, too few days, the same region."""

SOON = sessions(holders("a"), _cut("a")) + _tokens(_rebound("a", *_BOTH))
"""A cut of the coming autumn."""
