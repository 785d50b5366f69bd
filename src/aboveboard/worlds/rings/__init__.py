"""Rings: one file a seed area, one function a violation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from aboveboard.worlds.draft import Draft, stream
from aboveboard.worlds.rhythm import Ints
from aboveboard.worlds.rings.bodies import duplicate_institution, orphaned_institution
from aboveboard.worlds.rings.coordination import coordination
from aboveboard.worlds.rings.followers import fake_follower, zombie
from aboveboard.worlds.rings.games import minor_unprotected
from aboveboard.worlds.rings.impersonation import impersonation
from aboveboard.worlds.rings.information import unqualified_professional
from aboveboard.worlds.rings.marketing import clickbait, fabricated_quote, pile_on, trend_hijack, vulgarity
from aboveboard.worlds.rings.oversight import report_abuse, stale_check
from aboveboard.worlds.rings.reincarnation import reincarnation
from aboveboard.worlds.rings.sharing import account_sharing
from aboveboard.worlds.rings.terms import name_violation
from aboveboard.worlds.rings.trade import account_trade

__all__ = ["RINGS", "plant"]

RINGS: Final[Mapping[str, Callable[[Draft, np.random.Generator, Ints], None]]] = {
    "reincarnation": reincarnation, "name_violation": name_violation, "impersonation": impersonation,
    "unqualified_professional": unqualified_professional, "zombie": zombie, "clickbait": clickbait, "trend_hijack": trend_hijack,
    "vulgarity": vulgarity, "pile_on": pile_on, "fabricated_quote": fabricated_quote, "coordination": coordination,
    "account_trade": account_trade, "account_sharing": account_sharing, "minor_unprotected": minor_unprotected,
    "orphaned_institution": orphaned_institution, "duplicate_institution": duplicate_institution, "report_abuse": report_abuse,
    "stale_check": stale_check,
}  # fmt: skip
"""Violation to what plants it; the three about fake audiences are planted together."""

_AUDIENCE: Final = ("fake_follower", "inflated_audience", "bought_audience")


def plant(draft: Draft, seed: int, parts: Mapping[str, int]) -> None:
    """Plant rings with as many accounts as `parts` gives each violation."""
    if "fake_follower" in parts:
        cast = [draft.hire(parts.get(v, 0)) for v in _AUDIENCE]
        fake_follower(draft, stream(seed, "fake_follower"), *cast)
    for violation in RINGS:
        if violation in parts:
            RINGS[violation](draft, stream(seed, violation), draft.hire(parts[violation]))
