"""What somebody attempts, as a platform tells it before it lets it happen: a registration, a change of profile, a login, a listing."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

__all__ = ["KINDS", "Attempt", "Kind", "Shown"]

Kind = Literal["registration", "profile_change", "login", "listing"]

KINDS: tuple[Kind, ...] = ("registration", "profile_change", "login", "listing")

TokenKind = Literal["device", "network", "phone", "email", "payment", "identity", "organisation"]


class Shown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A keyed hash of something the account uses. `since`: when the account first used it; empty: with this attempt."""

    kind: TokenKind
    token: str
    since: datetime | None = None


class Attempt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One attempt. All names are as they would be if it went through; `changed` lists the profile fields a change is about.

    `account_id` is empty where there is no account yet; then `attempt_id` stands for it. `verified` says that the account has a
    badge, `verified_org_id` whose. `tokens` are keyed hashes, never what they were made of.
    """

    attempt_id: str
    kind: Kind
    at: datetime
    account_id: str = ""
    platform: str = ""
    created_at: datetime | None = None
    handle: str = ""
    display_name: str = ""
    bio: str = ""
    url: str = ""
    language: str = ""
    tokens: tuple[Shown, ...] = ()
    avatar_hash: str = ""
    default_avatar: bool = False
    verified: bool = False
    verified_org_id: str = ""
    changed: tuple[str, ...] = ()
    text: str = ""

    @property
    def subject(self) -> str:
        """Whom a claim is about: the account, or the attempt where there is none yet."""
        return self.account_id or self.attempt_id

    @property
    def born_at(self) -> datetime | None:
        """When the account was made: now, for a registration; empty where the platform does not say."""
        return self.at if self.kind == "registration" else self.created_at

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return (field, name) for each name a person would see."""
        return tuple((f, n) for f, n in (("handle", self.handle), ("display_name", self.display_name)) if n)

    def taken_at(self, field: str) -> datetime | None:
        """Return when the account took the name it has in a field by a rename; empty where it did not."""
        return self.at if self.kind == "profile_change" and field in (self.changed or (field,)) else None
