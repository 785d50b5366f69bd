"""Endpoints: where the platform wants its messages pushed, with which secret, and whether that is switched on."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import sqlalchemy as sa

from aboveboard.errors import InputError
from aboveboard.store import Ledger, New
from aboveboard.store.entries import microseconds, moment
from aboveboard.store.work_tables import DELIVERIES, ENDPOINTS, RECEIPTS
from aboveboard.work.addresses import checked_url
from aboveboard.work.jobs import WORK, wake
from aboveboard.work.refusals import NotThereError
from aboveboard.work.sending import Sending
from aboveboard.work.signing import secret

__all__ = [
    "DELIVER", "ENDPOINT_STATES", "MESSAGES", "Endpoint", "add", "delivery_id", "endpoint", "endpoints", "receipts", "remove", "rotate", "secrets_of", "show", "switch", "wake_deliveries",
]  # fmt: skip

DELIVER: Final = "deliver_webhook"
OVERLAP: Final = timedelta(days=1)

MESSAGES: Mapping[str, str] = {
    "action": "do what was decided about an account; the message's id is the decision's",
    "notice": "tell the holder, or whoever else is named, what is owed to them",
}
"""Kinds of messages."""

ENDPOINT_STATES: Mapping[str, str] = {
    "on": "messages are sent",
    "off": "a person switched it off",
    "failing": "it was switched off because it took nothing for too long",
    "gone": "it answered 410 and is not asked again",
}
"""What can be said of an endpoint. Whatever its state, no message is lost: it can be pulled, and is sent when it is on again."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where messages of some `kinds` (all where empty) go. `generation` is that of its secret; the one before signs too until `former_until`."""

    id: str
    url: str
    kinds: tuple[str, ...]
    state: str
    generation: int
    former_until: datetime | None
    failing_since: datetime | None
    made_at: datetime

    def wants(self, kind: str) -> bool:
        """Say whether messages of this kind are sent to it."""
        return not self.kinds or kind in self.kinds


def add(
    connection: sa.Connection, ledger: Ledger, sending: Sending, url: str, kinds: Sequence[str], at: datetime, by: str
) -> Endpoint:
    """Add an endpoint, switched on. Raises `InputError` on a URL or a kind that cannot be."""
    unknown = sorted(set(kinds) - set(MESSAGES))
    if unknown:
        raise InputError(f"no messages are of kind {', '.join(unknown)}; there are {', '.join(MESSAGES)}")
    made = f"whk_{secrets.token_hex(13)}"
    row = {
        "id": made, "url": checked_url(url, private=sending.private), "kinds": json.dumps(sorted(set(kinds))), "state": "on",
        "generation": 1, "made_at_us": microseconds(at),
    }  # fmt: skip
    _said(
        ledger,
        connection,
        "endpoint_added",
        made,
        at,
        by=by,
        host=urlsplit(url).hostname or "",
        kinds=sorted(set(kinds)),
    )
    connection.execute(sa.insert(ENDPOINTS).values(row))
    return endpoint(connection, made)


def endpoint(connection: sa.Connection, endpoint_id: str) -> Endpoint:
    """Return an endpoint. Raises `NotThereError` where there is none with this id."""
    row = connection.execute(sa.select(ENDPOINTS).where(ENDPOINTS.c.id == endpoint_id)).mappings().one_or_none()
    if row is None:
        raise NotThereError(f"there is no endpoint {endpoint_id}")
    return _endpoint(row)


def endpoints(connection: sa.Connection) -> list[Endpoint]:
    """Return all endpoints, the oldest first."""
    query = sa.select(ENDPOINTS).order_by(ENDPOINTS.c.made_at_us, ENDPOINTS.c.id)
    return [_endpoint(row) for row in connection.execute(query).mappings()]


def secrets_of(sending: Sending, place: Endpoint, at: datetime) -> list[str]:
    """Return the secrets that sign at a time: the present one first, then the one before while the time to change over lasts."""
    former = place.former_until is not None and at < place.former_until
    generations = [place.generation, *([place.generation - 1] if former else [])]
    return [secret(sending.key, place.id, g) for g in generations]


def show(
    connection: sa.Connection, ledger: Ledger, sending: Sending, endpoint_id: str, at: datetime, by: str
) -> list[str]:
    """Return the secrets of an endpoint to somebody who asks; the ledger says who."""
    found = endpoint(connection, endpoint_id)
    _said(ledger, connection, "secret_shown", endpoint_id, at, by=by)
    return secrets_of(sending, found, at)


def rotate(
    connection: sa.Connection, ledger: Ledger, endpoint_id: str, at: datetime, by: str, *, overlap: timedelta = OVERLAP
) -> Endpoint:
    """Give an endpoint a new secret; messages carry both signatures until the `overlap` is over."""
    ledger.within(connection, WORK, [], at)
    number = endpoint(connection, endpoint_id).generation + 1
    until = microseconds(at + overlap)
    _said(ledger, connection, "secret_rotated", endpoint_id, at, by=by, generation=number)
    change = sa.update(ENDPOINTS).where(ENDPOINTS.c.id == endpoint_id).values(generation=number, former_until_us=until)
    connection.execute(change)
    return endpoint(connection, endpoint_id)


def switch(
    connection: sa.Connection, ledger: Ledger, endpoint_id: str, state: str, at: datetime, by: str, why: str = ""
) -> Endpoint:
    """Switch an endpoint on or off, for a reason; what waited goes out when it is on again."""
    if state not in ENDPOINT_STATES:
        raise InputError(f"an endpoint is {' or '.join(ENDPOINT_STATES)}, not {state}")
    endpoint(connection, endpoint_id)
    _said(ledger, connection, "endpoint_switched", endpoint_id, at, by=by, state=state, why=why)
    values = {"state": state, **({"failing_since_us": None} if state == "on" else {})}
    connection.execute(sa.update(ENDPOINTS).where(ENDPOINTS.c.id == endpoint_id).values(values))
    if state == "on":
        connection.execute(sa.update(DELIVERIES).where(DELIVERIES.c.endpoint == endpoint_id).values(attempts=0))
        wake_deliveries(connection, endpoint_id, at, hurry=True)
    return endpoint(connection, endpoint_id)


def remove(connection: sa.Connection, ledger: Ledger, endpoint_id: str, at: datetime, by: str) -> None:
    """Forget an endpoint and what waits for it; what it received stays on record. Raises `NotThereError` where there is none with this id."""
    endpoint(connection, endpoint_id)
    _said(ledger, connection, "endpoint_removed", endpoint_id, at, by=by)
    waits = (DELIVERIES.c.endpoint == endpoint_id) & (DELIVERIES.c.state == "waiting")
    connection.execute(sa.update(DELIVERIES).where(waits).values(state="dropped", ended_at_us=microseconds(at)))
    connection.execute(sa.delete(ENDPOINTS).where(ENDPOINTS.c.id == endpoint_id))


def wake_deliveries(connection: sa.Connection, endpoint_id: str, at: datetime, *, hurry: bool = False) -> None:
    """See to it that what waits for an endpoint is sent; in a `hurry` it does not wait for the next attempt that was set."""
    wake(connection, DELIVER, {"endpoint": endpoint_id}, at, key=f"{DELIVER}:{endpoint_id}", hurry=hurry)


def receipts(connection: sa.Connection, endpoint_id: str, *, most: int = 100) -> list[dict[str, Any]]:
    """Return the last attempts to deliver to an endpoint, the newest first: message, status, time, digest of the answer, error."""
    columns = (
        DELIVERIES.c.message,
        RECEIPTS.c.at_us,
        RECEIPTS.c.took_us,
        RECEIPTS.c.status,
        RECEIPTS.c.digest,
        RECEIPTS.c.error,
    )
    query = (
        sa.select(*columns)
        .join(DELIVERIES, DELIVERIES.c.id == RECEIPTS.c.delivery)
        .where(DELIVERIES.c.endpoint == endpoint_id)
        .order_by(RECEIPTS.c.number.desc())
        .limit(most)
    )
    rows = (dict(row) for row in connection.execute(query).mappings())
    return [{**row, "at": moment(row.pop("at_us")), "took": timedelta(microseconds=row.pop("took_us"))} for row in rows]


def delivery_id(endpoint_id: str, message: str) -> str:
    """Return the id of a message's delivery to an endpoint."""
    return f"dlv_{hashlib.sha256(f'{endpoint_id}:{message}'.encode()).hexdigest()[:26]}"


def _said(ledger: Ledger, connection: sa.Connection, kind: str, endpoint_id: str, at: datetime, **body: Any) -> None:  # noqa: ANN401
    ledger.within(connection, WORK, [New(kind, "", {"endpoint": endpoint_id, **body})], at)


def _endpoint(row: Mapping[Any, Any]) -> Endpoint:
    former, failing = row["former_until_us"], row["failing_since_us"]
    return Endpoint(
        row["id"], row["url"], tuple(json.loads(row["kinds"])), row["state"], row["generation"],
        None if former is None else moment(former), None if failing is None else moment(failing), moment(row["made_at_us"]),
    )  # fmt: skip
