"""Whom the gate knows: accounts whose holders may not come back, and organisations whose names are protected."""

from __future__ import annotations

from datetime import datetime

import msgspec

__all__ = ["Closed", "Held", "Organisation"]


class Held(msgspec.Struct, frozen=True):
    """A keyed token that a closed account used: how many accounts use it, and when this one last did."""

    kind: str
    token: str
    holders: int = 1
    last_at: datetime | None = None


class Closed(msgspec.Struct, frozen=True):
    """An account that is closed and barred. `past` are (field, name) it bore before; `root` the closure that this one rests on.

    `showers` and `sayers` count the accounts that show its picture and say its bio, itself among them.
    """

    account_id: str
    closed_at: datetime
    handle: str = ""
    display_name: str = ""
    past: tuple[tuple[str, str], ...] = ()
    bio: str = ""
    platform: str = ""
    closed_for: str = ""
    barred_until: datetime | None = None
    root: str = ""
    avatar_hash: str = ""
    showers: int = 1
    sayers: int = 1
    tokens: tuple[Held, ...] = ()


class Organisation(msgspec.Struct, frozen=True):
    """A protected organisation as the register has it, with the account that is its own, if it has one.

    `own` lists every account that is or was its own; `first_at` says since when it uses its name on the service.
    """

    org_id: str
    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    logo_hash: str = ""
    official: str = ""
    official_id: str = ""
    first_at: datetime | None = None
    opened_at: datetime | None = None
    own: tuple[str, ...] = ()
