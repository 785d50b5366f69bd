"""The nouns of deciding, as plain frozen values: what is ordered, what was decided, what the operator allows. Nothing here computes much."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from aboveboard.store.entries import canonical, microseconds, moment

__all__ = ["Decision", "Limits", "Order", "filled", "made_id"]

_ID = 26


def made_id(prefix: str, *parts: object) -> str:
    """Return `prefix` and 26 characters that follow from the parts alone: the same parts give the same id."""
    digest = hashlib.sha256(canonical({"parts": parts}).encode()).digest()
    return f"{prefix}_{base64.b32encode(digest).decode().lower()[:_ID]}"


def filled(columns: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns that say something, times as microseconds: how a body is written."""
    found = {
        k: microseconds(v) if isinstance(v, datetime) else v
        for k, v in columns.items()
        if v not in ("", None, (), [], False)
    }
    return {k: list(v) if isinstance(v, tuple) else v for k, v in found.items()}


class Order(NamedTuple):
    """What somebody wants done to an account: one of `core.ACTIONS`, to what part of it, until when.

    `ground` is `law` or `terms`, `severity` 0 to 4 (0 leaves no strike; -1: as the action has it), `imminent` says that harm cannot wait
    for the holder's answer.
    """

    action: str
    scope: str = ""
    until: datetime | None = None
    ground: str = "terms"
    severity: int = -1
    imminent: bool = False

    @property
    def said(self) -> str:
        """The order as text: two people agree when theirs are the same."""
        return canonical(filled(self._asdict()))


class Decision(NamedTuple):
    """What was decided about one account. Its id follows from what it rests on and is the key of every action."""

    id: str
    account_id: str
    order: Order
    by: str
    second: str = ""
    case: str = ""
    proposal: str = ""
    violation: str = ""
    evidence: str = ""
    findings: tuple[str, ...] = ()
    rule: str = ""
    policy: str = ""
    policy_version: str = ""
    snapshot: str = ""
    batch: str = ""
    root: str = ""
    reason: str = ""
    spread: timedelta = timedelta(0)
    detail: str = ""

    def body(self) -> dict[str, Any]:
        """Return what its entry says."""
        own = {n: v for n, v in self._asdict().items() if n not in ("id", "account_id", "order", "spread")}
        spread = self.spread // timedelta(seconds=1)
        return filled({**self.order._asdict(), **own, "spread_s": spread or None, "decision": self.id})

    @staticmethod
    def read(account_id: str, body: Mapping[str, Any]) -> Decision:
        """Return the decision that an entry says."""
        body = dict(body)
        until = body.pop("until", None)
        order = {n: body.pop(n) for n in ("action", "scope", "ground", "severity", "imminent") if n in body}
        spread, findings = timedelta(seconds=body.pop("spread_s", 0)), tuple(body.pop("findings", ()))
        order.setdefault("severity", 0)
        whole = Order(**order, until=None if until is None else moment(until))
        return Decision(body.pop("decision"), account_id, whole, spread=spread, findings=findings, **body)


def _told(about: str) -> Mapping[str, str]:
    return {"about": about}


@dataclass(frozen=True, slots=True)
class Limits:
    """What the operator allows before a second person or a halt: the settings of deciding, with defaults."""

    followers: int = field(
        default=10_000, metadata=_told("from so many followers on, two people suspend, close or bar")
    )
    bulk: int = field(default=50, metadata=_told("a batch of more accounts takes two people"))
    bar: timedelta = field(
        default=timedelta(days=30), metadata=_told("a longer bar takes two people; never above 30 days")
    )
    lease: timedelta = field(
        default=timedelta(minutes=10), metadata=_told("a claim is over when nothing was heard for so long")
    )
    canary: float = field(default=0.01, metadata=_told("the share of a batch that goes first"))
    hold: timedelta = field(default=timedelta(hours=24), metadata=_told("how long the rest of a batch then waits"))
    times: float = field(
        default=3.0,
        metadata=_told("a rule that acts so many times as often as its 99th percentile of 28 days is halted"),
    )
    least: int = field(default=20, metadata=_told("fewer actions a day halt no rule"))
    appeal_share: float = field(
        default=0.2, metadata=_told("a rule is halted when this share of its decisions of 28 days was appealed")
    )
    appeal_least: int = field(default=10, metadata=_told("fewer appeals halt no rule"))
    skew_times: float = field(
        default=3.0, metadata=_told("a script or language may be hit at most so many times as often as the others")
    )
    skew_least: int = field(default=10, metadata=_told("fewer accounts of one script or language show no skew"))
    skew_floor: float = field(default=0.005, metadata=_told("a share of a script or language below this shows no skew"))
    second_looks: float = field(
        default=0.05,
        metadata=_told(
            "the share of one person's decisions that another person looks at, without seeing the first answer"
        ),
    )
    golden: float = field(
        default=0.05, metadata=_told("how often, after a decision, somebody is given a case whose answer is known")
    )
    seed: str = field(default="aboveboard", metadata=_told("what samples, canaries and spread times are drawn from"))
