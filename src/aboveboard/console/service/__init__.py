"""The console over the service itself: the same verbs as over a scan, on the ledger, the store and the staff.

Each room is a class that stands on the one before: `ground`, `door`, `queues`, `cases`, `appeals`, `outside`, `bulk`, `policies`, `audit`, `review`, `claims`.
"""

from __future__ import annotations

from aboveboard.console.service.claims import Claims
from aboveboard.console.service.ground import Standing

__all__ = ["Service", "Standing"]


class Service(Claims):
    """All verbs of the console, over the service."""
