"""Staff: who works here and what each may do."""

from __future__ import annotations

from aboveboard.staff.permissions import APART, PERMISSIONS, PLATFORM, ROLES, Caller

__all__ = ["APART", "PERMISSIONS", "PLATFORM", "ROLES", "Caller"]
