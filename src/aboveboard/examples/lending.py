"""Small worlds of accounts that are offered and then played on a minor's device, and of what looks like it."""

from __future__ import annotations

from collections.abc import Iterable

from aboveboard.examples import drawn

__all__ = ["LENT", "NOT_LENT"]

_OFFER = "Renting out my diamond account, $5 per hour, dm me"
_UNCHECKED = "出租星耀大号,免人脸,未成年可玩,一小时5元"
_ASKS = "Looking for somebody who lends me an account for one hour"

Plays = Iterable[tuple[str, str, str, str]]


def _world(
    people: str,
    checks: Iterable[tuple[str, ...]],
    plays: Plays,
    posts: Iterable[tuple[str, str, str]],
    tokens: Iterable[tuple[str, ...]] = (),
) -> str:
    """Draw accounts (`name` or `name:status`), checks (account, kind, result, band, at, end), evenings (account, device, network, days) and posts."""
    evenings = [
        (who, f"2025-12-{day}T19:00:00", device, network)
        for who, device, network, days in plays
        for day in days.split()
    ]
    return (
        drawn("accounts", "account_id | handle | status", [(n.split(":")[0], f"{n.split(':')[0]}_plays", n.partition(":")[2]) for n in people.split()])
        + drawn("attestations", "account_id | kind | result | age_band | at | expires_at", checks)
        + drawn("sessions", "account_id | started_at | device_token | network_token", evenings)
        + drawn("posts", "post_id | account_id | at | kind | text", [(f"p{n}", who, at, "listing", text) for n, (who, at, text) in enumerate(posts)])
        + drawn("tokens", "account_id | kind | token", tokens or [("nobody", "device", "t0")])
    )  # fmt: skip


def _passed(band: str, who: str) -> list[tuple[str, ...]]:
    return [(n, "age", "pass", band, "2025-01-01", "") for n in who.split()]


LENT = _world(
    "a b c d e f g kid lad",
    [
        *_passed("adult", "a c d e f g"), *_passed("minor", "kid lad"), ("a", "age", "pass", "minor", "2024-01-01", ""), ("kid", "age", "pass", "adult", "2026-03-01", ""),
        ("kid", "real_name", "pass", "unknown", "2025-02-01", ""), ("lad", "guardian", "pass", "adult", "2025-02-01", ""), ("lad", "real_name", "fail", "adult", "2025-03-01", ""),
    ],
    [
        ("kid", "tab", "n1", "01 02 12"), ("a", "own", "n2", "01 02"), ("a", "tab", "n1", "10 11 13"),
        ("lad", "pad", "n3", "01 02"), ("c", "pad", "n3", "10 11"), ("c", "own3", "n4", "01"), ("d", "pad", "n3", "10 11"),
        *((who, "shop", "n1", "03") for who in "efg"),
    ],
    [("a", "2025-12-05", _OFFER), ("a", "2025-12-06", "What a lovely day"), ("b", "2025-12-05", _UNCHECKED), ("d", "2025-12-05", _UNCHECKED)],
    [("b", "payment", "t1"), ("c", "payment", "t1"), ("b", "device", "t2"), ("a", "device", "t2"), ("kid", "payment", "t3"), ("a", "payment", "t4")],
)  # fmt: skip
"""`a` rents its own account out, `b` one that is paid for alike, `d` its own without a check."""

NOT_LENT = _world(
    "mum early asker minor owner quiet boy girl gone:closed once past c1 c2 c3 c4 c5 cafe tied aged far late kit next sib payer",
    [
        *_passed("adult", "mum early asker owner quiet gone once cafe tied late far next payer"), *_passed("minor", "minor boy girl kit sib"),
        ("minor", "age", "pass", "adult", "2024-01-01", ""), ("past", "age", "pass", "adult", "2025-01-01", "2025-12-08"), ("aged", "age", "pass", "minor", "2025-01-01", "2025-12-01"),
    ],
    [
        ("boy", "tab", "n1", "01 02"), ("mum", "own", "n1", "01 02"), ("mum", "tab", "n1", "10 11"), ("early", "tab", "n1", "03 10"), ("asker", "tab", "n1", "10 11"),
        ("once", "tab", "n1", "10"), ("late", "tab5", "n5", "25 26"), ("next", "tab5", "n5", "28 29"), ("sib", "tab5", "n5", "10 11"), ("boy", "tab5", "n5", "01 02"), ("girl", "tab2", "n2", "01 02"), ("owner", "tab2", "n2", "10 11"), ("gone", "tab2", "n2", "10 11"),
        ("past", "tab2", "n2", "10 11"), ("quiet", "own2", "n8", "10 11"), ("tied", "own4", "n9", "10 11"),
        ("kit", "tab3", "n3", "01 02"), ("cafe", "tab3", "n3", "10 11"), *((f"c{n}", "tab3", "n3", "03") for n in range(1, 6)),
        ("aged", "tab4", "n4", "05 06"), ("far", "tab4", "n4", "10 11"),
    ],
    [
        ("mum", "2025-12-05", _OFFER), ("early", "2025-12-05", _OFFER), ("asker", "2025-12-05", _ASKS), ("minor", "2025-12-05", _OFFER), ("quiet", "2025-12-05", _OFFER),
        ("gone", "2025-12-05", _OFFER), ("once", "2025-12-05", _OFFER), ("past", "2025-12-05", _OFFER), ("cafe", "2025-12-05", _OFFER), ("tied", "2025-12-05", _OFFER),
        ("far", "2025-12-05", _OFFER), ("late", "2025-08-05", _OFFER), ("girl", "2025-12-05", _OFFER), ("next", "2025-12-05", _OFFER), ("payer", "2025-12-05", _OFFER),
    ],
    [("minor", "payment", "t1"), ("owner", "payment", "t1"), ("tied", "device", "t2"), ("owner", "device", "t2"), ("sib", "payment", "t5"), ("payer", "payment", "t5")],
)  # fmt: skip
"""Children of the house, a device that came before, a wish, a minor who offers, an offer nobody took, a café."""
