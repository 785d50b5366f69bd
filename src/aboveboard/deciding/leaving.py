"""A ruling stays for ten seconds before anything leaves: until then whoever gave it can take it back, and the ledger knows nothing of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from aboveboard.deciding.ruling import decide
from aboveboard.deciding.second_looks import draw_checks
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import Order, filled, made_id
from aboveboard.errors import CaseError
from aboveboard.store import New
from aboveboard.store.console_tables import RULINGS
from aboveboard.store.deciding_tables import CHECKS, LEASES
from aboveboard.store.entries import canonical, microseconds, moment

__all__ = ["HELD_BACK", "Kept", "Tokens", "keep", "leave", "take_back"]

HELD_BACK = timedelta(seconds=10)
"""How long a ruling can be taken back."""

_SPARE = timedelta(minutes=1)
_WAITING = RULINGS.c.status == "waiting"
Tokens = Callable[[sa.Connection, str], Sequence[str]]
"""Returns the keyed tokens of an account, which a bar needs."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A ruling that waits, or waited: `led_to` is `decided`, `second` or `hearing`."""

    decision: str
    case: str
    leaves_at: datetime
    led_to: str


def keep(
    s: Sitting,
    key: str,
    case_id: str,
    order: Order,
    by: str,
    reason: str,
    version: int,
    *,
    tokens: Tokens,
    more: Mapping[str, Any],
    days: int = 0,
) -> Kept:
    """Take a ruling that leaves in ten seconds, once for each `key`. It is tried first, and nobody else can take the case meanwhile.

    `days` is how long the order holds, 0 for one without an end. `more` may hold a `notice` with its `language`, and `looked`: what the person did before, which is written down with it. Raises
    `CaseError` as `ruling.decide` does.
    """
    before = s.connection.execute(sa.select(RULINGS).where(RULINGS.c.key == key, RULINGS.c.by == by)).mappings()
    if (known := before.one_or_none()) is not None:
        return _kept(known)
    if s.connection.execute(sa.select(RULINGS.c.key).where(RULINGS.c.case_id == case_id, _WAITING)).first():
        raise CaseError(f"case {case_id} has an answer that is about to leave")
    case = s.case(case_id)
    order = order._replace(until=_end(s, case_id, days)) if days else order
    with s.connection.begin_nested() as trial:
        led_to = decide(s, case_id, order, by, reason, version, tokens(s.connection, case["account_id"])).status
        trial.rollback()
    leaves = s.at + HELD_BACK
    body = {"order": filled(order._asdict()) | {"severity": order.severity}, "reason": reason, **more}
    row = {
        "key": key, "decision_id": made_id("dec", case_id) if case["kind"] in CHECKS else case["about"], "case_id": case_id, "account_id": case["account_id"], "by": by, "status": "waiting", "led_to": led_to,
        "body": canonical(body), "version": version, "kept_us": microseconds(s.at), "leaves_us": microseconds(leaves),
    }  # fmt: skip
    s.connection.execute(sa.insert(RULINGS).values(row))
    s.connection.execute(sa.delete(LEASES).where(LEASES.c.case_id == case_id))
    s.connection.execute(sa.insert(LEASES).values(case_id=case_id, by=by, until_us=microseconds(leaves + _SPARE)))
    return _kept(row)


def _kept(row: Mapping[Any, Any]) -> Kept:
    return Kept(row["decision_id"], row["case_id"], moment(row["leaves_us"]), row["led_to"])


def _end(s: Sitting, case_id: str, days: int) -> datetime:
    """Count the days from midnight, and a second person's from the first one's day: two who choose the same must have said the same."""
    asked = sa.select(RULINGS.c.kept_us).where(
        RULINGS.c.case_id == case_id, RULINGS.c.status == "left", RULINGS.c.led_to == "second"
    )
    first = s.connection.execute(asked.order_by(RULINGS.c.kept_us)).scalar()
    since = s.at if first is None else moment(first)
    return since.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=days + 1)


def take_back(s: Sitting, decision_id: str, by: str) -> str:
    """Take one's own ruling back before it leaves, and return its case. Raises `CaseError` once it has left, or where there is none."""
    mine = sa.select(RULINGS).where(RULINGS.c.decision_id == decision_id, RULINGS.c.by == by)
    row = s.connection.execute(mine.order_by(RULINGS.c.kept_us.desc()).limit(1)).mappings().one_or_none()
    if row is None:
        raise CaseError("there is no such decision of yours")
    if row["status"] != "waiting" or row["leaves_us"] < microseconds(s.at):
        raise CaseError("It has left already. Take it back as a decision of its own, with a reason.")
    _settled(s, row["key"], "undone", row["led_to"])
    s.connection.execute(sa.delete(LEASES).where(LEASES.c.case_id == row["case_id"]))
    s.write("decisions", [New("undone", row["account_id"], {"about": row["case_id"], "by": by})])
    return row["case_id"]


def leave(s: Sitting, tokens: Tokens) -> int:
    """Let every ruling leave whose time has come; return how many there were. One that cannot be any more is refused, with the reason kept."""
    due = sa.select(RULINGS).where(_WAITING, RULINGS.c.leaves_us <= microseconds(s.at)).order_by(RULINGS.c.leaves_us)
    rows = s.connection.execute(due).mappings().all()
    for row in rows:
        _leave(s, row, tokens)
    return len(rows)


def _leave(s: Sitting, row: Mapping[Any, Any], tokens: Tokens) -> None:
    body = json.loads(row["body"])
    order = body["order"]
    until = order.pop("until", None)
    chosen = Order(**order, until=None if until is None else moment(until))
    account, by, case = row["account_id"], row["by"], row["case_id"]
    before = s.case(case)
    try:
        with s.connection.begin_nested():
            made = decide(s, case, chosen, by, body["reason"], row["version"], tokens(s.connection, account))
    except CaseError as error:
        _settled(s, row["key"], "refused", str(error))
        return
    _settled(s, row["key"], "left", made.status)
    said = {
        "about": case,
        "decision": made.decision,
        "by": by,
        "action": chosen.action,
        "led_to": made.status,
        "given_us": row["kept_us"],
    }
    entries = [New("reviewed", account, {**said, **body.get("looked", {})}, f"reviewed:{row['key']}")]
    if made.status == "decided" and body.get("notice"):
        sealed = s.seal(account, {"notice": body["notice"], "language": body.get("language", "en")})
        told = {"decision": made.decision, "text": sealed, "by": by}
        entries.append(New("notice_written", account, told, f"notice:{made.decision}"))
    s.write("decisions", entries)
    if made.status == "decided":
        draw_checks(s, before, by, row["key"])


def _settled(s: Sitting, key: str, status: str, led_to: str) -> None:
    settled = sa.update(RULINGS).where(RULINGS.c.key == key)
    s.connection.execute(settled.values(status=status, led_to=led_to, body=""))
