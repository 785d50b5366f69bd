"""Send the message whose turn it is at one endpoint. A message that fails holds those behind it: order is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from aboveboard.errors import StoreError
from aboveboard.store import New
from aboveboard.store.entries import microseconds, moment
from aboveboard.store.lives import ACCOUNTS
from aboveboard.store.work_tables import DELIVERIES, ENDPOINTS, HANDED, RECEIPTS
from aboveboard.work.endpoints import DELIVER, Endpoint, endpoints, secrets_of, switch
from aboveboard.work.jobs import WORK, Job
from aboveboard.work.kind import Again, Kind, Tools, spread
from aboveboard.work.outbox import ACTIONS, Link, Message, acknowledge, with_link
from aboveboard.work.sending import Answer, Sending, send
from aboveboard.work.signing import headers

__all__ = ["WAITS", "deliver_webhook"]

WAITS = (
    timedelta(seconds=5), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=5),
    timedelta(hours=10), timedelta(hours=14), timedelta(hours=20), timedelta(hours=24),
)  # fmt: skip
"""How long to wait after the first failed attempt, the second, and so on; the last holds for all that follow."""


class Attempt(NamedTuple):
    """One message that was sent, and what came back."""

    delivery: Mapping[str, Any]
    answer: Answer


def _head(connection: sa.Connection, endpoint_id: str) -> Mapping[str, Any] | None:
    """Return the first message that waits for an endpoint."""
    message = (HANDED.c.kind, HANDED.c.account_id, HANDED.c.at_us, HANDED.c.body, HANDED.c.state.label("settled"))
    query = (
        sa.select(*DELIVERIES.c, *message)
        .join(HANDED, HANDED.c.id == DELIVERIES.c.message)
        .where(DELIVERIES.c.endpoint == endpoint_id, DELIVERIES.c.state == "waiting")
        .order_by(DELIVERIES.c.number)
        .limit(1)
    )
    found = connection.execute(query).mappings().one_or_none()
    return None if found is None else dict(found)


def _send(tools: Tools, job: Job, at: datetime) -> Attempt | None:
    sending = _sending(tools)
    with tools.store.reading() as connection:
        place = next((e for e in endpoints(connection) if e.id == job.body["endpoint"] and e.state == "on"), None)
        delivery = _head(connection, place.id) if place else None
    if place is None or delivery is None:
        return None
    body = written(delivery, tools.link)
    head = headers(secrets_of(sending, place, at), delivery["message"], body, at)
    return Attempt(delivery, send(sending, place.url, head, body))


def written(delivery: Mapping[str, Any], link: Link | None = None) -> bytes:
    """Return the body of a message: the same bytes at every attempt."""
    at = moment(delivery["at_us"])
    message = Message(delivery["message"], delivery["kind"], delivery["account_id"], json.loads(delivery["body"]))
    data = {
        "id": delivery["message"],
        "account_id": delivery["account_id"],
        "number": delivery["number"],
        **with_link(message, at, link),
    }
    whole = {"type": delivery["kind"], "timestamp": at.isoformat(), "data": data}
    return json.dumps(whole, sort_keys=True, separators=(",", ":")).encode()


def _sending(tools: Tools) -> Sending:
    if tools.sending is None:
        raise StoreError("webhooks need a key to sign with")
    return tools.sending


def _settle(tools: Tools, connection: sa.Connection, job: Job, attempt: Attempt | None, at: datetime) -> Again | None:
    if attempt is None:
        return None
    if attempt.answer.good:
        return _taken(tools, connection, attempt, at)
    tools.ledger.within(connection, WORK, [], at)
    place = next((e for e in endpoints(connection) if e.id == job.body["endpoint"]), None)
    return _missed(tools, connection, place, attempt, at) if place else None


def _taken(tools: Tools, connection: sa.Connection, attempt: Attempt, at: datetime) -> Again:
    """Write that the endpoint has the message and go on with the next."""
    delivery, answer = attempt
    for stream in (ACCOUNTS, ACTIONS):
        tools.ledger.within(connection, stream, [], at)
    if delivery["kind"] == "notice" and delivery["settled"] != "applied":
        acknowledge(
            connection, tools.ledger, delivery["message"], "applied", at, delivery["endpoint"], periods=tools.periods
        )
    body = {
        "id": delivery["message"],
        "endpoint": delivery["endpoint"],
        "status": answer.status,
        "digest": answer.digest,
    }
    tools.ledger.within(
        connection, ACTIONS, [New("delivered", delivery["account_id"], body, f"delivered:{delivery['id']}")], at
    )
    _receipt(connection, attempt, at)
    ended = {"state": "delivered", "attempts": DELIVERIES.c.attempts + 1, "ended_at_us": microseconds(at)}
    connection.execute(sa.update(DELIVERIES).where(DELIVERIES.c.id == delivery["id"]).values(ended))
    whole = sa.update(ENDPOINTS).where(ENDPOINTS.c.id == delivery["endpoint"]).values(failing_since_us=None)
    connection.execute(whole)
    return Again(at)


def _missed(tools: Tools, connection: sa.Connection, place: Endpoint, attempt: Attempt, at: datetime) -> Again | None:
    """Write that the endpoint did not take the message: try later, or switch it off where it is gone or was deaf for too long."""
    delivery, answer = attempt
    since = place.failing_since or at
    _receipt(connection, attempt, at)
    connection.execute(
        sa.update(DELIVERIES).where(DELIVERIES.c.id == delivery["id"]).values(attempts=DELIVERIES.c.attempts + 1)
    )
    connection.execute(
        sa.update(ENDPOINTS).where(ENDPOINTS.c.id == place.id).values(failing_since_us=microseconds(since))
    )
    if answer.gone:
        switch(connection, tools.ledger, place.id, "gone", at, "timer", "it answered 410")
        return None
    if at - since >= _sending(tools).give_up:
        switch(connection, tools.ledger, place.id, "failing", at, "timer", f"it took nothing since {since.isoformat()}")
        return None
    wait = WAITS[min(delivery["attempts"], len(WAITS) - 1)] * spread(f"{delivery['id']}:{delivery['attempts']}")
    return Again(at + max(wait, answer.wait or wait))


def _receipt(connection: sa.Connection, attempt: Attempt, at: datetime) -> None:
    answer = attempt.answer
    row = {
        "delivery": attempt.delivery["id"], "at_us": microseconds(at), "took_us": answer.took // timedelta(microseconds=1),
        "status": answer.status, "digest": answer.digest, "error": answer.error,
    }  # fmt: skip
    connection.execute(sa.insert(RECEIPTS).values(row))


deliver_webhook = Kind(
    name=DELIVER,
    about="Sends the messages that wait for one endpoint, in order, one at a time.",
    prepare=_send,
    apply=_settle,
)
