"""Rows of the contract from a message broker: a message is acknowledged once its rows are in the ledger, never before.

NATS JetStream is what is tested. `received` knows nothing of NATS: a broker of FastStream for Kafka or Redis calls it alike.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from faststream import AckPolicy, FastStream
from faststream.nats import ConsumerConfig, JStream, NatsBroker, NatsMessage, PullSub

from aboveboard.errors import InputError
from aboveboard.store import Ledger
from aboveboard.work.dead_letters import Refusals, Take, set_aside

__all__ = ["Consuming", "consumer", "received"]

_LATER_S: Final = 5.0
_WAIT_S: Final = 60.0
_HELD: Final = 16


@dataclass(frozen=True, slots=True)
class Consuming:
    """From where and under which name: messages on `SUBJECT.TABLE` of a stream are taken, each with a JSON list of rows.

    The stream must be there already, as its limits are the operator's to choose. All processes with one `durable` name share the work.
    A message that could not be taken after `attempts` is set aside.
    """

    url: str
    stream: str = "aboveboard"
    subject: str = "aboveboard"
    durable: str = "aboveboard"
    attempts: int = 50
    wait_s: float = _WAIT_S


def received(
    ledger: Ledger, take: Take, clock: Callable[[], datetime], table: str, body: bytes, source: str
) -> Refusals:
    """Take one message in: its rows are kept, what cannot be is set aside, and both are durable when this returns.

    `source` names the message's place in its stream, so that one that comes again is not set aside again; rows are known by their own
    keys. Whatever else goes wrong is raised, and the message must come again.
    """
    try:
        rows = _rows(body)
    except InputError as error:
        _aside(ledger, source, str(error), {"table": table, "raw": base64.b64encode(body).decode()}, clock())
        return ()
    try:
        refused = take(table, rows, source)
    except InputError as error:
        _aside(
            ledger, source, "the rows cannot be taken", {"table": table, "rows": rows, "faults": str(error)}, clock()
        )
        return ()
    if refused:
        why = f"{len(refused)} of {len(rows)} rows were refused, the first one: {refused[0][1]}"
        _aside(ledger, source, why, {"table": table, "rows": [rows[index] for index, _ in refused]}, clock())
    return refused


def _rows(body: bytes) -> list[dict[str, Any]]:
    try:
        rows = json.loads(body)
    except (ValueError, RecursionError):
        raise InputError("the message is no JSON") from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError("the message is no list of rows")
    return rows


def _aside(ledger: Ledger, source: str, reason: str, payload: dict[str, Any], at: datetime) -> None:
    with ledger.store.writing() as connection:
        set_aside(connection, ledger, source, reason, payload, at)


def consumer(consuming: Consuming, ledger: Ledger, take: Take, clock: Callable[[], datetime]) -> FastStream:
    """Return a program that takes rows from NATS JetStream until it is stopped; `run()` is a coroutine."""
    broker = NatsBroker(consuming.url, logger=None)
    config = ConsumerConfig(ack_wait=consuming.wait_s, max_deliver=-1, max_ack_pending=_HELD)

    @broker.subscriber(
        f"{consuming.subject}.*",
        durable=consuming.durable,
        pull_sub=PullSub(batch_size=_HELD, timeout=1.0),
        stream=JStream(consuming.stream, declare=False),
        config=config,
        ack_policy=AckPolicy.MANUAL,
        decoder=_undecoded,
    )
    async def handle(message: NatsMessage) -> None:
        await _handled(consuming, ledger, take, clock, message)

    _ = handle
    return FastStream(broker, logger=None)


async def _undecoded(message: NatsMessage) -> bytes:
    """Leave the body as it is: what is no JSON must reach us too."""
    return message.body


async def _handled(
    consuming: Consuming, ledger: Ledger, take: Take, clock: Callable[[], datetime], message: NatsMessage
) -> None:
    raw = message.raw_message
    told = raw.metadata
    source = f"nats:{told.stream}:{told.sequence.stream}"
    table = raw.subject.rpartition(".")[2]
    try:
        await asyncio.to_thread(received, ledger, take, clock, table, message.body, source)
    except Exception as error:  # noqa: BLE001  (whatever it was, the message is not lost)
        if told.num_delivered < consuming.attempts:
            await message.nack(delay=_LATER_S)
            return
        payload = {"table": table, "raw": base64.b64encode(message.body).decode()}
        reason = f"it could not be taken after {consuming.attempts} attempts: {type(error).__name__}"
        await asyncio.to_thread(_aside, ledger, source, reason, payload, clock())
    await message.ack_sync()
