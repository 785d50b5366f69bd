"""Looking again: decided cases that come back as if they were open, to see whether review means something. What is said of them changes nothing.

Two kinds: *second*, a sample of what one person decided, for anybody else, who does not see the first answer; and *golden*, a case whose
answer two people agreed on, for one person who had no part in it. Nothing that this person sees says so before they have answered.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from aboveboard.cases import Account, fold
from aboveboard.deciding.histories import history
from aboveboard.deciding.lining import line_up
from aboveboard.deciding.pairs import person
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import Order, made_id
from aboveboard.errors import CaseError
from aboveboard.store import New
from aboveboard.store.aliases import known_as
from aboveboard.store.deciding_tables import CASES, CHECKS, GOLDEN, LEASES
from aboveboard.store.ledger import read_entries
from aboveboard.store.lives import ACCOUNTS, event_of
from aboveboard.store.schema import ENTRIES, ITS_STREAM

__all__ = ["agree_golden", "answer_check", "ask_golden", "draw_checks", "life_then", "original_of", "retire_golden"]

_COPIED = ("why", "violation", "scope", "rule", "policy", "version_of_policy", "action", "proposal", "score")


def ask_golden(s: Sitting, case_id: str, by: str) -> None:
    """Ask that a decided case become golden: its decision is the right answer once a second person agrees.

    Raises `CaseError` where the case is not decided, its decision was taken back, or it was asked before.
    """
    case = s.case(person(by) and case_id)
    if case["kind"] != "proposal" or case["status"] != "decided":
        raise CaseError("Only a decided case has a known answer.")
    known = history(s, case["account_id"])
    made = known.decisions.get(case["about"])
    if made is None or made.id in known.undone:
        raise CaseError("Its decision was taken back; it is no known answer.")
    if _golden(s, case_id) is not None:
        raise CaseError("This case was named before.")
    body = {"about": case_id, "by": by, "action": made.order.action, "violation": case["violation"]}
    s.write("decisions", [New("golden_asked", case["account_id"], body, f"golden:{case_id}")])


def agree_golden(s: Sitting, case_id: str, by: str) -> None:
    """Agree, as the second person, that a case is golden. Raises `CaseError` where it was not asked, or by the one who asked."""
    row = _golden(s, case_id)
    if row is None or row["status"] != "asked":
        raise CaseError("Nobody asks for this, or it is settled.")
    if row["by"] == person(by):
        raise CaseError("It takes a second person.")
    s.write("decisions", [New("golden_agreed", row["account_id"], {"about": case_id, "by": by})])


def retire_golden(s: Sitting, case_id: str, by: str) -> None:
    """Draw a golden case no more, such as one that everybody knows. Raises `CaseError` where there is none."""
    row = _golden(s, case_id)
    if row is None or row["status"] == "retired":
        raise CaseError("Nobody asks for this, or it is settled.")
    s.write("decisions", [New("golden_retired", row["account_id"], {"about": case_id, "by": person(by)})])


def _golden(s: Sitting, case_id: str) -> dict[str, Any] | None:
    row = s.connection.execute(sa.select(GOLDEN).where(GOLDEN.c.case_id == case_id)).mappings().one_or_none()
    return None if row is None else dict(row)


def draw_checks(s: Sitting, case: Mapping[str, Any], by: str, key: str) -> None:
    """After somebody decided a case, draw whether another person looks at it too, and whether this person is given a golden one.

    The draws follow from the seed, the case and the key of the ruling: nobody can foresee them, and they can be worked out again.
    """
    if case["kind"] == "proposal" and case["opinions"] == "[]" and _drawn(s, "second", case["case_id"]) < s.limits.second_looks:  # fmt: skip
        _open(s, case, "second", "reviewer", f"second:{case['case_id']}", [by])
    if _drawn(s, "golden", key) < s.limits.golden:
        chosen = _golden_for(s, by, key)
        if chosen:
            _open(s, s.case(chosen), "golden", by, f"golden:{chosen}:{by}", [])


def _drawn(s: Sitting, what: str, about: str) -> float:
    """Return a number in [0, 1) that follows from the seed."""
    digest = hashlib.sha256(f"{s.limits.seed}\n{what}\n{about}".encode()).digest()
    return int.from_bytes(digest[:8]) / 2**64


def _golden_for(s: Sitting, by: str, key: str) -> str:
    """Return a golden case that this person had no part in and was not given before; empty where there is none."""
    rows = s.connection.execute(sa.select(GOLDEN).where(GOLDEN.c.status == "golden")).mappings().all()
    given = sa.select(CASES.c.about).where(CASES.c.kind == "golden", CASES.c.level == by)
    had = set(s.connection.execute(given).scalars())
    free = [r["case_id"] for r in rows if r["case_id"] not in had and by not in (r["by"], r["second"])]
    free = [c for c in free if by not in _had_part(s, s.case(c))]
    return min(free, key=lambda c: hashlib.sha256(f"{key}\n{c}".encode()).digest(), default="")


def _had_part(s: Sitting, case: Mapping[str, Any]) -> set[str]:
    made = history(s, case["account_id"]).decisions.get(case["about"])
    return {made.by, made.second} if made else set()


def _open(s: Sitting, case: Mapping[str, Any], kind: str, level: str, about: str, known_by: list[str]) -> None:
    """Open a case that looks like the one it is about did. Whoever knows the answer is in `opinions`, and so never gets it."""
    body = {
        **{n: case[n] for n in _COPIED}, "case": made_id("cas", about), "kind": kind, "about": case["case_id"], "level": level,
        "opinions": json.dumps([{"by": b, "said": ""} for b in known_by], separators=(",", ":")),
    }  # fmt: skip
    s.write("decisions", [New("case_opened", case["account_id"], body, body["case"])])
    _ = line_up(s.connection)


def answer_check(s: Sitting, case: Mapping[str, Any], order: Order, by: str, reason: str) -> str:
    """Note what somebody said of a case that was decided before, beside what is known of it, and return an id for it. Nothing leaves."""
    if any(o["by"] == by for o in json.loads(case["opinions"])):
        raise CaseError(f"{by} has decided case {case['case_id']} once; it takes a second person")
    first = s.case(case["about"])
    row = _golden(s, first["case_id"]) if case["kind"] == "golden" else None
    made = history(s, case["account_id"]).decisions.get(first["about"])
    was = row["action"] if row else made.order.action if made else ""
    body = {
        "case": case["case_id"], "about": first["case_id"], "kind": case["kind"], "by": by, "action": order.action, "was": was, "first": made.by if made else "",
        "violation": case["violation"], "proposed": case["action"] or "none", "reason": s.seal(case["account_id"], {"reason": reason}),
    }  # fmt: skip
    s.connection.execute(sa.delete(LEASES).where(LEASES.c.case_id == case["case_id"]))
    s.write("decisions", [New("checked", case["account_id"], body)])
    return made_id("dec", case["case_id"])


def original_of(s: Sitting, case: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the decided case that a check is about; None for any other case."""
    return s.case(case["about"]) if case["kind"] in CHECKS else None


def life_then(s: Sitting, account: str, until_us: int) -> Account:
    """Return an account's life as it stood, so that what was decided since does not give the answer away."""
    then = (ITS_STREAM == ACCOUNTS, ENTRIES.c.subject == known_as(account), ENTRIES.c.at_us <= until_us)
    return fold(event_of(e) for e in read_entries(s.connection, *then))._replace(account_id=account)
