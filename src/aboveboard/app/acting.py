"""Actions to the platform: what deciding says is due becomes messages of the work, in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import sqlalchemy as sa

from aboveboard.deciding.handing import Due, hand_due
from aboveboard.deciding.policy_life import text_of
from aboveboard.deciding.sitting import Sitting
from aboveboard.errors import PolicyError
from aboveboard.policy import load_policy
from aboveboard.store.entries import moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES
from aboveboard.work import Message, hand

__all__ = ["hand_over", "why_of"]

_SAID = ("action", "scope", "rule", "batch", "undoes", "root", "detail")


def hand_over(s: Sitting, most: int = 500) -> int:
    """Hand the platform what is due in this sitting, in the order in which it was decided; return how many messages that were."""

    def given(connection: sa.Connection, rows: Sequence[Due]) -> None:
        whys = _whys(s, rows)
        _ = hand(connection, s.ledger, [_message(row, whys.get(row["decision_id"], "")) for row in rows], s.at)

    return len(hand_due(s, given, most))


def _message(row: Due, why: str) -> Message:
    said = {name: row[name] for name in _SAID if row[name]}
    until = {"until": moment(row["until_us"]).isoformat()} if row["until_us"] else {}
    return Message(row["decision_id"], "action", row["account_id"], {**said, **until, **({"why": why} if why else {})})


def _whys(s: Sitting, rows: Sequence[Due]) -> dict[str, str]:
    """Return what the rule behind each decision says to the holder."""
    ids = [row["decision_id"] for row in rows]
    decided = (ENTRIES.c.stream == "decisions", ENTRIES.c.kind == "decided", ENTRIES.c.key.in_(ids))
    bodies = {e.body["decision"]: e.body for e in read_entries(s.connection, *decided)}
    return {name: why_of(s, body) for name, body in bodies.items()}


def why_of(s: Sitting, said: Mapping[str, str]) -> str:
    """Return what the rule of a decision says to the holder; empty where a person decided by no rule, or the policy's text is gone."""
    if not said.get("policy") or not said.get("rule"):
        return ""
    try:
        text = text_of(s, said["policy"], said["policy_version"])
    except PolicyError:
        return ""
    return _rules(text).get(said["rule"], "")


@lru_cache(maxsize=16)
def _rules(text: str) -> Mapping[str, str]:
    return {rule.name: rule.why for rule in load_policy(text).rules}
