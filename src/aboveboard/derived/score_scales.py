"""What makes scores mean shares: a shift and a slope of their log-odds, fitted on generated worlds by `scripts/fit_scores.py`.

A slope keeps a sum of weights a sum of weights. Source: Platt, "Probabilistic outputs for support vector machines", 1999.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

__all__ = ["IMPERSONATION", "NAME_VIOLATION", "Scale"]


class Scale(NamedTuple):
    """Calibrated log-odds are `shift` plus `slope` times the raw ones; the slope is above 0, so no order changes."""

    shift: float
    slope: float

    def score(self, raw: float) -> float:
        """Return the share that raw log-odds stand for, in (0, 1)."""
        return 1 / (1 + math.exp(-self.shift - self.slope * raw))


IMPERSONATION: Final = Scale(-0.94, 1.47)
"""Fitted on `aboveboard world` with 40,000 accounts, seeds 21 to 23 (374 findings), checked on seeds 31 to 33 (359): calibration
error of what is found 0.044 before, 0.032 after; 0.032 and 0.039 with half and twice the innocents."""

NAME_VIOLATION: Final = Scale(3.14, 0.4)
"""The same worlds (140 and 142 findings, none false, so a share of 3 % is held to be): 0.217 before, 0.024 after."""
