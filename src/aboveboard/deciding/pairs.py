"""Two people for one thing that is no case: a register, a breaker, an export, a batch, a policy going live."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from aboveboard.cases.kinds import role
from aboveboard.deciding.sitting import Sitting
from aboveboard.errors import CaseError
from aboveboard.store import New
from aboveboard.store.aliases import known_as
from aboveboard.store.entries import canonical, microseconds
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES, ITS_STREAM

__all__ = ["MATTERS", "agreed", "asked", "person"]

MATTERS: Mapping[str, str] = {
    "breaker": "letting a halted rule run on",
    "register": "a change of protected names, bodies, credentials and custodians",
    "export": "an export of single rows",
    "batch": "one decision over many accounts",
    "keys": "putting new keys in the place of old ones",
    "bar": "a long bar",
}
"""What takes two people besides decisions about accounts."""

_VALID = timedelta(days=7)


def person(by: str) -> str:
    """Return who it was. Raises `CaseError` unless it is a person by name: neither a program nor a holder decides here."""
    if role(by) != "person" or not by.partition(":")[2]:
        raise CaseError(f"`{by}` may not do that; a person may")
    return by


def agreed(s: Sitting, matter: str, about: str, what: Mapping[str, Any], by: str) -> str | None:
    """Return the first person's name once a second one asks for the same; None while the first one waits for that.

    A request waits for seven days. `what` is not shown to the second person: only its digest is compared, `reason` left out. Raises
    `CaseError` where the same person asks twice, or the second asks for something else.
    """
    said_of = {k: v for k, v in what.items() if k != "reason"}
    digest = hashlib.sha256(canonical({"what": said_of}).encode()).hexdigest()
    waiting = _waiting(s, matter, about)
    if waiting is None:
        reason = s.seal("", {"reason": what.get("reason", "")})
        s.write(
            "decisions",
            [
                New(
                    "second_asked",
                    f"{matter}:{about}",
                    {"matter": matter, "about": about, "what": digest, "by": person(by), "reason": reason},
                )
            ],
        )
        return None
    first, said = waiting
    if first == person(by):
        raise CaseError(f"{MATTERS[matter]} takes a second person; {by} asked for it already")
    if said != digest:
        raise CaseError(f"{first} asked for something else about {about}; withdraw it or wait until it lapses")
    s.write(
        "decisions",
        [
            New(
                "seconded",
                f"{matter}:{about}",
                {"matter": matter, "about": about, "what": digest, "by": first, "second": by},
            )
        ],
    )
    return first


def asked(s: Sitting, matter: str, about: str) -> bool:
    """Tell whether somebody waits for a second person about something."""
    return _waiting(s, matter, about) is not None


def _waiting(s: Sitting, matter: str, about: str) -> tuple[str, str] | None:
    """Return who waits for a second person about something, and what for."""
    since = microseconds(s.at - _VALID)
    kinds = ENTRIES.c.kind.in_(("second_asked", "seconded"))
    found: tuple[str, str] | None = None
    for entry in read_entries(
        s.connection,
        ITS_STREAM == "decisions",
        kinds,
        ENTRIES.c.subject == known_as(f"{matter}:{about}"),
        ENTRIES.c.at_us > since,
    ):
        found = (entry.body["by"], entry.body["what"]) if entry.kind == "second_asked" else None
    return found
