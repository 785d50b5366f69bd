"""What every part of the demo does: write to the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aboveboard.store import Ledger, New

__all__ = ["Writing"]


class Writing:
    """Something that has a ledger."""

    ledger: Ledger

    def write(self, stream: str, kind: str, subject: str, body: Mapping[str, Any], at: datetime) -> None:
        """Write one entry."""
        self.ledger.append(stream, [New(kind, subject, body)], at)
