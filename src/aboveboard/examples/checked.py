"""Worlds of players for examples: nearly all of them checked, or few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aboveboard.examples import drawn

__all__ = ["FEW_CHECKED", "PRACTICE", "SMALL", "UNGUARDED", "UNSURE"]

_ADULTS, _MINORS = [f"p{n}" for n in range(60)], [f"k{n}" for n in range(20)]
_GOOD = [(p, "real_name", "pass", "adult", "2025-01-01", "") for p in _ADULTS]
_YOUNG = [(k, "age", "pass", "minor", "2025-01-01", "") for k in _MINORS]
_WARDS = [(k, "guardian", "pass", "", "2025-01-01", "") for k in _MINORS]
_ALL = (*_GOOD, *_YOUNG, *_WARDS)


def _world(
    checks: Sequence[tuple[str, ...]],
    plays: Mapping[str, Sequence[str]],
    *,
    counted: str = "",
    kinds: Mapping[str, str] = {},
) -> str:
    """Draw players, each of whom plays on two days unless said otherwise, their checks, and play that is only counted."""
    names = sorted({c[0] for c in checks} | set(plays) | set(counted))
    kind, gone = kinds, {"z": "closed"}
    sessions = [(n, day) for n in names for day in plays.get(n, ("2025-12-10", "2025-12-11"))]
    return (
        drawn("accounts", "account_id | handle | kind | status", [(n, f"{n}h", kind.get(n, "game"), gone.get(n, "")) for n in names])
        + drawn("attestations", "account_id | kind | result | age_band | at | expires_at", checks)
        + drawn("sessions", "account_id | started_at", sessions)
        + drawn("activity", "account_id | verb | count | since | until", [(n, "match", 40, "2025-12-01", "2025-12-20") for n in counted])
    )  # fmt: skip


_BOTH = ("2025-12-10", "2025-12-11")

PRACTICE = _world(
    (
        *_ALL,
        ("c", "real_name", "fail", "", "2025-01-01", ""),
        ("e", "real_name", "pass", "adult", "2024-01-01", "2025-12-01"),
        ("m", "age", "pass", "minor", "2025-01-01", ""),
        ("m", "real_name", "pass", "", "2025-06-01", ""),
        ("o", "organisation", "pass", "", "2025-01-01", ""),
        ("v", "real_name", "pass", "adult", "2026-02-01", ""),
        ("w", "age", "pass", "minor", "2023-01-01", ""),
        ("w", "guardian", "pass", "adult", "2024-01-01", "2025-12-01"),
        ("x", "age", "pass", "minor", "2024-01-01", "2025-12-01"),
    ),
    {"g": _BOTH, "n": (), "x": ("2025-11-25", "2025-11-28", *_BOTH), **{f"t{n}": _BOTH[:1] for n in range(20)}},
    counted="n",
)
"""A guest (g), checks not passed (c), of another kind (o) or yet to come (v), one that ran out (e), minors without a guardian (m, x) or whose
guardian's check ran out (w), and play that is only counted (n), among eighty who are checked and twenty who tried the game once."""

FEW_CHECKED = _world(_GOOD[:30], {f"q{n}": _BOTH for n in range(30)})
"""Half of all players are guests."""

UNGUARDED = _world((*_GOOD, *_YOUNG), {})
"""All are checked, and no minor has a guardian's check."""

SMALL = _world(_GOOD[:18], {"g": _BOTH})
"""Nineteen players, all but one of them checked."""

UNSURE = _world(
    (
        *_ALL,
        ("a", "age", "fail", "minor", "2023-01-01", ""),
        ("a", "real_name", "pass", "adult", "2025-12-02", ""),
        ("b", "real_name", "pass", "adult", "2024-01-01", "2025-12-11"),
        ("d", "age", "pass", "minor", "2024-01-01", "2025-12-09"),
        ("d", "real_name", "pass", "adult", "2024-01-01", ""),
        ("f", "age", "pass", "minor", "2026-02-01", ""),
        ("f", "age", "pass", "adult", "2025-02-01", ""),
    ),
    {
        "h": ("2025-12-10",),
        "i": ("2025-10-01", "2025-10-02"),
        "j": _BOTH,
        "l": ("2026-02-01", "2026-02-02"),
        "z": _BOTH,
    },
    kinds={"j": "personal"},
)
"""Somebody of age now (a), one who stopped the day the check ran out (b), one whose band ran out (d), a check that is still to come (f), a
single guest's game (h), one long ago (i) or yet to come (l), no player (j), a closed account (z)."""
