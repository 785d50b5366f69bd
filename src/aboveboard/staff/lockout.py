"""Guessing gets slower and slower: tries are counted by the name that was given and by the network they come from, neither in clear."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from aboveboard.errors import AccessError
from aboveboard.staff.keys import Keys
from aboveboard.store.entries import microseconds
from aboveboard.store.inserting import insert_into
from aboveboard.store.staff_tables import TRIES

__all__ = ["FREE", "forgive", "forgive_person", "network_of", "subjects_of", "try_once"]

FREE = {"person": 5, "network": 30}
"""How many failures in a row are free; each further one doubles the wait."""

_SECOND = 1_000_000
_FIRST_S, _LONGEST_S = 30, 3600
_FORGOTTEN = timedelta(days=1) // timedelta(microseconds=1)
_IPV4_BITS, _IPV6_BITS = 24, 56


def network_of(address: str) -> str:
    """Return the network of an address: 24 bits of IPv4, 56 of IPv6, as what one household or office has. What is no address is one network of its own."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "elsewhere"
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    bits = _IPV4_BITS if found.version == 4 else _IPV6_BITS  # noqa: PLR2004  (the protocol's own number)
    return str(ipaddress.ip_network((found, bits), strict=False))


def subjects_of(keys: Keys, name: str | None, address: str) -> list[str]:
    """Return what a try counts against, as keyed digests: the network, and the name that was given where one was. People type passwords where names belong."""
    subjects = [f"network:{keys.hidden('network', network_of(address))}"]
    return subjects if name is None else [*subjects, f"person:{keys.hidden('name', name)}"]


def try_once(connection: sa.Connection, subjects: Sequence[str], at: datetime) -> bool:
    """Count a try before it is made, so that many at once are not all free; return whether it closes the door behind it.

    Raises `AccessError` (`locked`, with `wait` in seconds) where one of the subjects has to wait. It does not say which.
    """
    now = microseconds(at)
    rows = {subject: _held(connection, subject) for subject in sorted(subjects)}
    waits = [min(row.until_us - now, _LONGEST_S * _SECOND) for row in rows.values()]
    if (longest := max(waits)) > 0:
        raise AccessError("locked", "too many tries: wait before the next one", wait=longest / _SECOND)
    closes = [_count(connection, subject, row, now) for subject, row in rows.items()]
    return any(closes)


def _held(connection: sa.Connection, subject: str) -> sa.Row[tuple[str, int, int, int]]:
    """Return the row of a subject, locked until the transaction ends."""
    start = insert_into(connection, TRIES).values(subject=subject, failures=0, last_at_us=0, until_us=0)
    connection.execute(start.on_conflict_do_nothing())
    return connection.execute(sa.select(TRIES).where(TRIES.c.subject == subject).with_for_update()).one()


def _count(connection: sa.Connection, subject: str, row: sa.Row[tuple[str, int, int, int]], now: int) -> bool:
    failures = 1 if now - row.last_at_us > _FORGOTTEN else row.failures + 1
    over = failures - FREE[subject.partition(":")[0]]
    wait = 0 if over < 0 else min(_FIRST_S * 2 ** min(over, 20), _LONGEST_S)
    values = {"failures": failures, "last_at_us": now, "until_us": now + wait * _SECOND if wait else 0}
    connection.execute(sa.update(TRIES).where(TRIES.c.subject == subject).values(values))
    return wait > 0


def forgive(connection: sa.Connection, subjects: Sequence[str]) -> None:
    """Take a try that succeeded back: the name starts afresh, the network has one failure less. One good log-in does not free a network for guessing."""
    for subject in sorted(subjects):
        if subject.startswith("person:"):
            connection.execute(sa.delete(TRIES).where(TRIES.c.subject == subject))
        else:
            less = {"failures": TRIES.c.failures - 1, "until_us": 0}
            connection.execute(sa.update(TRIES).where(TRIES.c.subject == subject, TRIES.c.failures > 0).values(less))


def forgive_person(connection: sa.Connection, keys: Keys, name: str) -> None:
    """Let a person try again at once."""
    connection.execute(sa.delete(TRIES).where(TRIES.c.subject == f"person:{keys.hidden('name', name)}"))
