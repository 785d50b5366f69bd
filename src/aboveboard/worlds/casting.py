"""How many accounts play which part. Fraud is a few in a hundred; its rings grow in size more than in number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from aboveboard.core import SEEDS, VIOLATIONS
from aboveboard.errors import InputError
from aboveboard.worlds.rhythm import Ints

__all__ = ["ALL", "COMPANIONS", "chosen", "groups", "institutions", "planted", "shared_out"]

ALL: Final = ("all",)

COMPANIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "inflated_audience": ("fake_follower",),
    "bought_audience": ("fake_follower", "inflated_audience"),
}
"""What a violation cannot be without: a bought audience is made of fake followers."""

_PARTS: Final[Mapping[str, tuple[float, int]]] = {
    "reincarnation": (0.005, 4), "impersonation": (0.003, 3), "name_violation": (0.0012, 2), "unqualified_professional": (0.001, 2),
    "fake_follower": (0.016, 12), "inflated_audience": (0.0003, 7), "bought_audience": (0.0002, 1), "zombie": (0.005, 2),
    "clickbait": (0.001, 2), "trend_hijack": (0.0012, 3), "vulgarity": (0.0008, 2), "pile_on": (0.0015, 6),
    "fabricated_quote": (0.0003, 1), "coordination": (0.004, 5), "account_trade": (0.0008, 2), "account_sharing": (0.0006, 1),
    "minor_unprotected": (0.0008, 2), "orphaned_institution": (0.0008, 1), "duplicate_institution": (0.0008, 1),
    "report_abuse": (0.001, 5), "stale_check": (0.0008, 1),
}  # fmt: skip
"""Violation: share of all accounts, and the fewest that make a ring."""


def chosen(only: Sequence[str]) -> tuple[str, ...]:
    """Return the violations `only` names: areas by number (`1` to `6`), `process`, violations by name, `all` or `none`.

    Raises `InputError` with one line for every word that is none of these.
    """
    areas = {(s[0] if s[0].isdigit() else "process"): s for s in SEEDS}
    wrong = [w for w in only if w not in VIOLATIONS and w not in areas and w not in ("all", "none")]
    if wrong or not only:
        known = ", ".join([*areas, "all", "none", *VIOLATIONS])
        raise InputError(*(f"--only {w!r} is unknown; choose from {known}" for w in wrong or [""]))
    named = {
        v for v, area in VIOLATIONS.items() if "all" in only or v in only or any(areas.get(w) == area for w in only)
    }
    if "none" in only and len(only) > 1:
        raise InputError("--only none stands alone: innocents only leaves nothing else to plant")
    needed = {c for v in named for c in COMPANIONS.get(v, ())}
    return tuple(v for v in VIOLATIONS if v in named | needed)


def planted(size: int, violations: Sequence[str]) -> dict[str, int]:
    """Return how many accounts each violation gets in a world of `size`; in a tiny world the last ones may get none."""
    room = size * 45 // 100
    parts: dict[str, int] = {}
    for violation in violations:
        share, fewest = _PARTS[violation]
        count = max(fewest, round(size * share))
        if count <= room:
            parts[violation] = count
            room -= count
    return parts


def shared_out(size: int, names: Sequence[str]) -> dict[str, int]:
    """Return how many accounts each kind of innocent look-alike gets: about one in thirty accounts in all."""
    room = size // 4
    each = max(1, min(round(size * 0.03 / len(names)), 2500))
    return {name: each for n, name in enumerate(names) if (n + 1) * each <= room}


def institutions(size: int) -> int:
    """Return how many official accounts a world of `size` has."""
    return int(max(5, min(size // 25, 2 * size**0.5, 2000)))


def groups(rng: np.random.Generator, accounts: Ints, low: int, high: int) -> list[Ints]:
    """Split accounts into rings of `low` to `high` members, small ones most often; what is left joins the last."""
    rings: list[Ints] = []
    while len(accounts) >= 2 * low:
        top = max(low, min(high, len(accounts) - low))
        size = round(low * (top / low) ** rng.random())
        rings.append(accounts[:size])
        accounts = accounts[size:]
    return [*rings, accounts] if len(accounts) else rings
