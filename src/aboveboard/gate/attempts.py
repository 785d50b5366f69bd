"""What somebody attempts, as a platform tells it before it lets it happen: a registration, a change of profile, a login, a listing."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

__all__ = ["KINDS", "Attempt", "Kind", "Shown"]

Kind = Literal["registration", "profile_change", "login", "listing"]

KINDS: tuple[Kind, ...] = ("registration", "profile_change", "login", "listing")

TokenKind = Literal["device", "network", "phone", "email", "payment", "identity", "organisation"]


_KEPT = r"^[^\x00\ud800-\udfff]*$"
"""What a database can keep: no null and no half of a character."""

Id = Annotated[str, Meta(max_length=512, pattern=_KEPT)]
Name = Annotated[str, Meta(max_length=1_000)]
Long = Annotated[str, Meta(max_length=20_000)]
Time = Annotated[datetime, Meta(tz=True)]
Field = Literal["handle", "display_name", "bio", "url", "avatar_hash"]


class Shown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A keyed hash of something the account uses. `since`: when the account first used it; empty: with this attempt."""

    kind: TokenKind
    token: Annotated[str, Meta(min_length=1, max_length=256)]
    since: Time | None = None


class Attempt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One attempt. All names are as they would be if it went through; `changed` lists the profile fields a change is about.

    `account_id` is empty where there is no account yet; then `attempt_id` stands for it. `verified` says that the account has a
    badge, `verified_org_id` whose. `tokens` are keyed hashes, never what they were made of.
    """

    attempt_id: Annotated[str, Meta(min_length=1, max_length=512, pattern=_KEPT)]
    kind: Kind
    at: Time
    account_id: Id = ""
    platform: Id = ""
    created_at: Time | None = None
    handle: Name = ""
    display_name: Name = ""
    bio: Long = ""
    url: Annotated[str, Meta(max_length=2_048)] = ""
    language: Annotated[str, Meta(max_length=35)] = ""
    tokens: Annotated[tuple[Shown, ...], Meta(max_length=50)] = ()
    avatar_hash: Annotated[str, Meta(max_length=64)] = ""
    default_avatar: bool = False
    verified: bool = False
    verified_org_id: Id = ""
    changed: Annotated[tuple[Field, ...], Meta(max_length=10)] = ()
    text: Long = ""

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
