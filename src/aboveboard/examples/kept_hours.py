"""Worlds of minors who play for examples: at the same hours of the week, or whenever they like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aboveboard.examples import drawn

__all__ = ["AROUND_THE_CLOCK", "FEW_LATE", "KEPT", "LONG_DAYS", "LOOSE", "SMALL"]

_WARDS = [f"k{n}" for n in range(24)]
_OPEN = [
    f"2025-12-{day:02d}T{hour}" for day in (5, 6, 7, 12, 13, 14, 19, 20, 21, 25) for hour in ("12:05:00", "12:55:00")
]
"""The hour in which play is usual, on Fridays to Sundays, and on a holiday."""


def _nights(month: str = "2025-12", hour: str = "15:10:00") -> list[str]:
    return [f"{month}-{day:02d}T{hour}" for day in (1, 2, 3, 8)]


def _world(plays: Mapping[str, Sequence[str]], *checks: tuple[str, ...]) -> str:
    """Draw players, their checks (of age, a minor's, unless told otherwise) and when they began to play."""
    told = {c[0] for c in checks}
    young = [(n, "age", "pass", "minor", "2024-01-01", "") for n in plays if n not in told]
    kind, status = {"app": "personal"}, {"shut": "closed"}
    return (
        drawn("accounts", "account_id | handle | kind | status", [(n, f"{n}h", kind.get(n, "game"), status.get(n, "")) for n in plays])
        + drawn("attestations", "account_id | kind | result | age_band | at | expires_at", [*young, *checks])
        + drawn("sessions", "account_id | started_at", [(n, at) for n, times in plays.items() for at in times])
    )  # fmt: skip


_KEEPING = {k: _OPEN[n % 4 :: 2] for n, k in enumerate(_WARDS)}
_LATE = ("late", "named", "ward", "shut", "app", "adult", "grown", "adult2", "soon")

KEPT = _world(
    {**_KEEPING, **{n: _nights(hour=f"{15 + i // 3}:10:00") for i, n in enumerate(_LATE)}},
    ("named", "age", "pass", "minor", "2024-01-01", ""),
    ("named", "real_name", "pass", "", "2024-06-01", ""),
    ("ward", "age", "pass", "minor", "2024-01-01", ""),
    ("ward", "guardian", "pass", "adult", "2024-06-01", ""),
    ("adult", "age", "pass", "adult", "2024-01-01", ""),
    ("adult2", "age", "fail", "minor", "2023-01-01", ""),
    ("adult2", "age", "pass", "adult", "2024-01-01", ""),
    ("soon", "age", "pass", "adult", "2024-01-01", ""),
    ("soon", "age", "pass", "minor", "2026-02-01", ""),
    ("grown", "age", "pass", "minor", "2024-01-01", "2025-12-01"),
)
"""Minors play late on four evenings: one (late), one whose name was checked, too (named), one with a guardian (ward). So do adults, one of them
by the newest check (adult2), one until a check to come (soon), one who has come of age, a closed account and one that is no player's."""

AROUND_THE_CLOCK = _world({
    **{k: [f"2025-12-{1 + (n + t) % 25:02d}T{(5 * n + 3 * t) % 24:02d}:10:00" for t in range(12)] for n, k in enumerate(_WARDS)},
    "late": _nights(),
})  # fmt: skip
"""Minors play whenever they like."""

LOOSE = _world({
    **{k: [*times, *(f"2025-12-{1 + n % 4:02d}T{h:02d}:{n + 10}:00" for h in (2 + n // 4, 16 + n // 4))] for n, (k, times) in enumerate(_KEEPING.items())},
    "late": _nights(hour="00:10:00"),
})  # fmt: skip
"""Minors meet in the same hours, and each plays in hours of its own as well."""

LONG_DAYS = _world({
    **{k: [f"2025-12-{day:02d}T{hour:02d}:05:00" for day in range(10, 18) for hour in range(8 + n % 3, 20, 3)] for n, k in enumerate(_WARDS)},
    "late": _nights(),
})  # fmt: skip
"""Minors play all day long, and never at night."""

SMALL = _world({**{k: _KEEPING[k] for k in _WARDS[:18]}, "late": _nights()})
"""Nineteen minors, all but one of whom keep the same hours."""

FEW_LATE = _world({
    **_KEEPING,
    "late": _nights()[:2],
    "twice": ["2025-12-01T15:10:00", "2025-12-01T16:10:00", "2025-12-02T15:10:00"],
    "over": [f"2025-12-{d:02d}T12:59:00" for d in (5, 6, 7, 12)],
    "eager": [f"2025-12-{d:02d}T11:57:00" for d in (5, 6, 7, 12)],
    "once": _nights("2025-08"),
    "next": _nights("2026-02"),
})  # fmt: skip
"""Two evenings only; play that began in the last minute of the hour, or minutes before it; evenings long ago, and yet to come."""
