"""The whole schema: every room's tables, known to one `METADATA`."""

from __future__ import annotations

from aboveboard.store import intake_tables, staff_tables
from aboveboard.store.schema import METADATA

__all__ = ["METADATA", "intake_tables", "staff_tables"]
