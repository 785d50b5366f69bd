"""Worlds of minors who play for examples: at the same hours of the week, or whenever they like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aboveboard.examples import drawn

__all__ = ["AROUND_THE_CLOCK", "FEW_LATE", "KEPT"]

_WARDS = [f"k{n}" for n in range(24)]
_OPEN = [f"2025-12-{day:02d}T{hour}" for day in (5, 6, 7, 12, 13, 14, 19, 20, 21, 25) for hour in ("12:05:00", "12:55:00")]
"""The hour in which play is usual, on Fridays to Sundays, and on a holiday."""


def _world(plays: Mapping[str, Sequence[str]], bands: Mapping[str, tuple[str, str]] = {}, kinds: Mapping[str, str] = {}) -> str:
    """Draw players, their checks (band and end; minors unless said otherwise) and when they began to play."""
    held = {n: bands.get(n, ("minor", "")) for n in plays}
    return (
        drawn("accounts", "account_id | handle | kind | status", [(n, f"{n}h", kinds.get(n, "game"), "closed" if n == "shut" else "") for n in plays])
        + drawn("attestations", "account_id | kind | result | age_band | at | expires_at", [(n, "age", "pass", band, "2024-01-01", end) for n, (band, end) in held.items()])
        + drawn("sessions", "account_id | started_at", [(n, at) for n, times in plays.items() for at in times])
    )  # fmt: skip


_KEEPING = {k: _OPEN[n % 4 :: 2] for n, k in enumerate(_WARDS)}
_NIGHTS = [f"2025-12-{day:02d}T15:10:00" for day in (1, 2, 3, 8)]

KEPT = _world({**_KEEPING, "late": _NIGHTS, "adult": _NIGHTS, "grown": _NIGHTS, "shut": _NIGHTS, "app": _NIGHTS}, {"adult": ("adult", ""), "grown": ("minor", "2025-12-01")}, {"app": "personal"})
"""One minor plays late on four evenings; so do an adult, one who has come of age, a closed account and one that is no player's."""

AROUND_THE_CLOCK = _world({**{k: [f"2025-12-{1 + (n + t) % 25:02d}T{(5 * n + 3 * t) % 24:02d}:10:00" for t in range(12)] for n, k in enumerate(_WARDS)}, "late": _NIGHTS})
"""Minors play whenever they like."""

FEW_LATE = _world({**_KEEPING, "late": _NIGHTS[:2], "twice": ["2025-12-01T15:10:00", "2025-12-01T16:10:00", "2025-12-02T15:10:00"], "over": [f"2025-12-{d:02d}T12:59:00" for d in (5, 6, 7, 12)]})
"""Two evenings only; and play that began in the last minute of the hour."""
