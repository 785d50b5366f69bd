"""The breaker of skew for policies: a rule that would hit one script or language far more often than the others."""

from __future__ import annotations

from collections.abc import Collection

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.deciding.evidence import Found
from aboveboard.deciding.halting import BREAKER
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.strata import counts_of, skewed
from aboveboard.store import New

__all__ = ["skew_of", "stop_version"]


def skew_of(s: Sitting, found: Found, hit: Collection[str]) -> str:
    """Return which group a rule would hit far more often than the others, as a sentence; empty where none, or where nobody counted all accounts."""
    whole = found.strata is not None or found.accounts.num_rows >= found.size
    if not whole or len(hit) < s.limits.skew_least:
        return ""
    rows = found.accounts.filter(pc.is_in(found.accounts["account_id"], pa.array(sorted(hit), pa.string())))
    return skewed(counts_of(rows, found.as_of), found.strata or counts_of(found.accounts, found.as_of), s.limits)


def stop_version(s: Sitting, policy: str, version: str, why: str) -> None:
    """Take a version back: its canary showed what it would do."""
    body = {"policy": policy, "version": version, "stage": "withdrawn", "by": BREAKER, "why": why}
    s.write("policies", [New("withdrawn", f"policy:{policy}", body)])
