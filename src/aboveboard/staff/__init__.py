"""Staff: who works here, how they prove it, and what each may do."""

from __future__ import annotations

from aboveboard.staff.permissions import (
    APART,
    HOLDER,
    PERMISSIONS,
    PLATFORM,
    ROLES,
    Caller,
    Scope,
    apart,
    held,
    required,
)

__all__ = ["APART", "HOLDER", "PERMISSIONS", "PLATFORM", "ROLES", "Caller", "Scope", "apart", "held", "required"]
