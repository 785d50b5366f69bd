"""The appeals desk of the service: what waits, the decision with its evidence, and the answer by somebody who had no part in it."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from aboveboard.console.service.casefile import File, findings_of, rules_of, subject_of
from aboveboard.console.service.cases import CaseDesk
from aboveboard.console.service.ground import asked, case_row, who
from aboveboard.console.telling import favours
from aboveboard.console.uploads import LIMITS
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.appeals import Answer, AppealRow, AppealView, Document, Falls
from aboveboard.console.views.frame import Me, Option
from aboveboard.console.views.outside import Upload
from aboveboard.core import ACTIONS
from aboveboard.deciding.appealing import judge
from aboveboard.deciding.histories import History, histories, history
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.undoing import resting_decisions
from aboveboard.deciding.values import Decision, Order
from aboveboard.errors import InputError
from aboveboard.intake import latest
from aboveboard.store.aliases import known_as
from aboveboard.store.console_tables import HANDED_IN
from aboveboard.store.deciding_tables import CASES, LEASES
from aboveboard.store.entries import microseconds, moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES, ITS_STREAM
from aboveboard.store.sealing import unseal

__all__ = ["ANSWER", "Appeals", "answer_of", "answered", "written"]

ANSWER = timedelta(days=LIMITS.answer_days)
"""By when an appeal is answered."""


@dataclass(frozen=True, slots=True)
class _Appealed:
    """An appeal with the decision that it is about, and who had a part in that."""

    case: Mapping[str, Any]
    made: Decision
    known: History
    decided_at: datetime
    part: frozenset[str]


class Appeals(CaseDesk):
    """The verbs of the appeals desk."""

    def appeals(self, me: Me, at: datetime) -> tuple[AppealRow, ...]:
        """Return the appeals that wait, oldest first."""
        asked(me, "appeals:read")
        query = sa.select(CASES).where(CASES.c.kind == "appeal", CASES.c.status != "decided")
        with self.sitting(at) as s:
            rows = s.connection.execute(query.order_by(CASES.c.opened_us, CASES.c.case_id)).mappings().all()
            held = {r[0]: r[1] for r in s.connection.execute(_leases(s.at))}
            return tuple(_row(s, dict(r), str(held.get(r["case_id"], "")), me) for r in rows)

    def appeal_case(self, me: Me, appeal_id: str, at: datetime) -> AppealView:
        """Return one appeal. Looking is written down, with the appeal as its purpose."""
        asked(me, "appeals:read")
        with self.sitting(at) as s:
            case = case_row(s.connection, appeal_id, "appeal")
            if me.may("accounts:reveal"):
                self.looked(s, me, case, "appeal")
            told = _appealed(s, case)
            handed = _handed(s.connection, appeal_id)
            said = s.said("decisions", appeal_id)
            text = (s.unseal(str(said[1].get("text", ""))) or {}).get("text", "") if said else ""
            falls, by = _falls(s, told.made.id), s.connection.execute(_leases(s.at, appeal_id)).first()
            proposal, snapshot = _evidence(s, told)
            notice = written(s, told.made.id)
            answer = answer_of(s.connection, case)
        file = self.file(_as_proposed(case, told.made, proposal), proposal, snapshot, told.known.account, at) if proposal and snapshot else None  # fmt: skip
        return self._view(told, file, text, notice, handed, falls, by[1] if by else "", answer, me, at)

    def _view(self, told: _Appealed, file: File | None, text: str, notice: str, handed: Mapping[str, Any], falls: tuple[Falls, ...], by: str, answer: str, me: Me, at: datetime) -> AppealView:  # noqa: PLR0917  # fmt: skip
        case, made = told.case, told.made
        rules = rules_of(self.rulebook(made.policy, made.policy_version, at), made.violation)
        why = next((r.why for r in rules if r.id == made.rule), "")
        milder = tuple(
            Option(a, key=f"action.{a}")
            for a in ACTIONS
            if ACTIONS.index(a) <= ACTIONS.index(made.order.action) and a not in ("none", "bar")
        )
        files = tuple(Document(f["name"], f["kind"], f["size"]) for f in handed.get("files", ()))
        return AppealView(
            id=case["case_id"], version=case["version"], state=case["status"], decision=made.id, action=made.order.action, rule=made.rule, why=why,
            until=made.order.until, decided_at=told.decided_at, by_person=made.by.startswith("person:"), filed_at=moment(case["opened_us"]),
            due_at=moment(case["opened_us"]) + ANSWER, violation=made.violation, text=text, notice=notice, files=files,
            subject=subject_of(file) if file else None, findings=findings_of(file) if file else (), favour=favours(file.around.record) if file else (),
            milder=milder, falls=falls, own=who(me) in told.part, by=by.removeprefix("person:"), answer=answer, case=made.case,
        )  # fmt: skip

    def answer(self, me: Me, appeal_id: str, version: int, answer: Answer, at: datetime) -> int:
        """Answer an appeal and return how many decisions fell. Sent twice, the second time says who was faster."""
        asked(me, "appeals:judge")
        if not answer.text.strip():
            raise InputError("An answer is given in writing.")
        with self.sitting(at) as s:
            order = None
            if answer.outcome == "changed":
                until = s.at + timedelta(days=answer.days) if answer.days and answer.action not in ("close", "bar") else None  # fmt: skip
                order = Order(answer.action, until=until)
            done = judge(s, appeal_id, answer.outcome, who(me), answer.text, version, order)
        return len(done.decisions) + len(done.fallen) if done else 0

    def document(self, me: Me, appeal_id: str, number: int, at: datetime) -> Upload:
        """Return a document that came with an appeal. That it was opened is written down."""
        asked(me, "appeals:judge")
        with self.sitting(at) as s:
            case = case_row(s.connection, appeal_id, "appeal")
            self.looked(s, me, case, "appeal")
            files = _handed(s.connection, appeal_id).get("files", [])
        if not 0 <= number < len(files):
            raise NotHereError("There is no such document.")
        found = files[number]
        return Upload(found["name"], found["kind"], base64.b64decode(found["body"]))


def _leases(at: datetime, case_id: str = "") -> sa.Select[str, str]:
    query = sa.select(LEASES.c.case_id, LEASES.c.by).where(LEASES.c.until_us > microseconds(at))
    return query.where(LEASES.c.case_id == case_id) if case_id else query


def _row(s: Sitting, case: Mapping[str, Any], by: str, me: Me) -> AppealRow:
    told = _appealed(s, case)
    facts = latest(s.connection, "accounts", case["account_id"]) or {}
    name = str(facts.get("display_name") or facts.get("handle") or case["account_id"])
    filed = moment(case["opened_us"])
    files = len(_handed(s.connection, case["case_id"]).get("files", ()))
    return AppealRow(
        case["case_id"], case["account_id"], name, told.made.violation, told.made.order.action, filed, filed + ANSWER, by.removeprefix("person:"),
        own=who(me) in told.part, files=files,
    )  # fmt: skip


def _appealed(s: Sitting, case: Mapping[str, Any]) -> _Appealed:
    known = history(s, case["account_id"])
    made = known.decisions.get(case["about"])
    if made is None:
        raise NotHereError("There is no such decision.")
    part = {made.by, made.second}
    if made.case:
        part |= {o["by"] for o in json.loads(s.case(made.case)["opinions"])}
    decided = sa.select(ENTRIES.c.at_us).where(ENTRIES.c.stream == "decisions", ENTRIES.c.key == made.id)
    at_us = s.connection.execute(decided).scalar()
    return _Appealed(case, made, known, moment(at_us) if at_us else moment(case["opened_us"]), frozenset(part - {""}))


def _evidence(s: Sitting, told: _Appealed) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Return the proposal that a decision came from and its snapshot; a batch names findings only, so the newest proposal of its violation stands for it."""
    made = told.made
    of = (ITS_STREAM == "proposals", ENTRIES.c.kind == "proposed", ENTRIES.c.subject == known_as(made.account_id))
    found = [e for e in read_entries(s.connection, *of) if e.body.get("violation") == made.violation]
    chosen = next((e for e in reversed(found) if e.key == made.proposal or not made.proposal), None)
    if chosen is None:
        return None, None
    return {**chosen.body, "id": chosen.key}, s.unseal(str(chosen.body.get("snapshot") or ""))


def _as_proposed(case: Mapping[str, Any], made: Decision, proposal: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the row of a case as that of the proposal which the decision came from."""
    own = {"proposal": (proposal or {}).get("id", ""), "policy": (proposal or {}).get("policy", ""), "version_of_policy": (proposal or {}).get("policy_version", "")}  # fmt: skip
    return {**case, **own, "violation": made.violation, "action": made.order.action, "rule": made.rule, "score": 0.0}


def _falls(s: Sitting, decision: str) -> tuple[Falls, ...]:
    """Return what would fall with a decision."""
    rows = resting_decisions(s, [decision])
    known = histories(s, [r["account_id"] for r in rows])
    standing = [r for r in rows if r["decision_id"] not in known[r["account_id"]].undone]
    return tuple(Falls(r["account_id"], _name(s, r["account_id"]), r["action"]) for r in standing)


def _name(s: Sitting, account: str) -> str:
    facts = latest(s.connection, "accounts", account) or {}
    return str(facts.get("display_name") or facts.get("handle") or account)


def _handed(connection: sa.Connection, about: str) -> dict[str, Any]:
    """Return what was handed in with an appeal: its text and its documents."""
    query = sa.select(HANDED_IN.c.sealed).where(HANDED_IN.c.about == about).order_by(HANDED_IN.c.at_us.desc()).limit(1)
    digest = connection.execute(query).scalar()
    return (unseal(connection, digest) if digest else None) or {}


def written(s: Sitting, decision: str) -> str:
    """Return what whoever decided wrote to the holder; empty where they wrote nothing, or it was forgotten."""
    said = s.said("decisions", f"notice:{decision}")
    return str((s.unseal(said[1]["text"]) or {}).get("notice", "")) if said else ""


def answer_of(connection: sa.Connection, case: Mapping[str, Any]) -> str:
    """Return the answer to an appeal, as it was written."""
    entry = answered(connection, case)
    return str((unseal(connection, str(entry.body.get("reason") or "")) or {}).get("reason", "")) if entry else ""


def answered(connection: sa.Connection, case: Mapping[str, Any]) -> Any:  # noqa: ANN401  (an entry or None)
    """Return the entry that answered an appeal; None while it waits."""
    kinds = ENTRIES.c.kind.in_(("appeal_refused", "appeal_granted"))
    of = (ITS_STREAM == "decisions", kinds, ENTRIES.c.subject == known_as(case["account_id"]))
    return next((e for e in read_entries(connection, *of) if e.body.get("case") == case["case_id"]), None)
