"""What every page of the console shows around its own: who is working, how they want to work, and what waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

__all__ = ["Care", "Me", "Option"]


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list: what is sent, and what is read. `key` names a shared word (`tier.likely`), else `text` stands as it is."""

    value: str
    text: str = ""
    key: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Care:
    """How a person works: pictures blurred and grey, a rest after so many minutes (0: none), theme `auto`, `light` or `dark`.

    `language` is `en`, `zh` or empty for what the browser asks; `keys` says whether single keys act.
    """

    blur: bool = True
    grey: bool = True
    rest_minutes: int = 50
    theme: str = "auto"
    language: str = ""
    keys: bool = True


@dataclass(frozen=True, slots=True)
class Me:
    """Who is working: a pseudonym, what they may do (`staff.PERMISSIONS`), since when without a rest, and how many cases wait."""

    name: str
    permissions: frozenset[str]
    since: datetime
    care: Care = field(default_factory=Care)
    waiting: int = 0
    session: str = ""

    def may(self, permission: str) -> bool:
        """Say whether this is allowed."""
        return permission in self.permissions
