"""The appeals desk of the demo: appeals of this process, answered in memory."""

from __future__ import annotations

from datetime import datetime

from aboveboard.console.demo.outside import Outside
from aboveboard.console.telling import favours, finding_view, profile
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.appeals import Answer, AppealRow, AppealView, Document
from aboveboard.console.views.cases import CaseRow
from aboveboard.console.views.frame import Me, Option
from aboveboard.console.views.outside import Upload
from aboveboard.core import ACTIONS
from aboveboard.errors import CaseError, InputError

__all__ = ["Appeals"]

_STATES = {"upheld": "refused", "overturned": "granted", "changed": "partly"}


class Appeals(Outside):
    """The verbs of the appeals desk. An appeal's id is the reference that its holder has."""

    def appeals(self, me: Me, at: datetime) -> tuple[AppealRow, ...]:
        """Return the appeals that wait, oldest first."""
        del me, at
        waiting = [(link, a) for link, a in self._appeals.items() if a.answered_at is None]
        rows = ((self._row(link, "n"), a) for link, a in sorted(waiting, key=lambda x: x[1].received_at))
        return tuple(
            AppealRow(a.reference, r.account_id, r.name or r.handle, r.violation, r.proposed, a.received_at, a.due_at, files=len(a.files))
            for r, a in rows
        )  # fmt: skip

    def _appeal_of(self, appeal_id: str) -> tuple[str, CaseRow]:
        link = next((k for k, a in self._appeals.items() if a.reference == appeal_id), None)
        if link is None:
            raise NotHereError(f"there is no appeal {appeal_id}")
        return link, self._row(link, "n")

    def appeal_case(self, me: Me, appeal_id: str, at: datetime) -> AppealView:
        """Return one appeal."""
        del me
        link, row = self._appeal_of(appeal_id)
        told, made, record = self._appeals[link], self.notice(link, at), self.scan.record(row.account_id)
        milder = ACTIONS[1 : ACTIONS.index(made.action) + 1]
        return AppealView(
            id=appeal_id, version=1, state=told.state, decision=row.id, action=made.action, rule=made.rule, why=made.why, until=made.until,
            decided_at=made.decided_at, by_person=made.by_person, filed_at=told.received_at, due_at=told.due_at, violation=row.violation, text=told.text,
            notice=made.text, files=tuple(Document(n, "", size) for n, size in told.files), subject=profile(self.scan.rows[row.account_id]),
            findings=tuple(finding_view(f) for f in record["findings"] if f["violation"] == row.violation), favour=favours(record),
            milder=tuple(Option(a, key=f"action.{a}") for a in milder), falls=(), answer=told.answer,
        )  # fmt: skip

    def answer(self, me: Me, appeal_id: str, version: int, answer: Answer, at: datetime) -> int:
        """Answer an appeal."""
        del version
        link, row = self._appeal_of(appeal_id)
        if self._appeals[link].answered_at is not None:
            raise CaseError("This appeal was answered already.")
        if answer.outcome not in _STATES or not answer.text.strip():
            raise InputError("An answer is given in writing.")
        self.settle(link, _STATES[answer.outcome], answer.text, at)
        self.write("decisions", f"appeal_{answer.outcome}", row.account_id, {"by": me.name, "case": appeal_id}, at)
        return 0 if answer.outcome == "upheld" else 1

    def document(self, me: Me, appeal_id: str, number: int, at: datetime) -> Upload:
        """Return nothing: the demo keeps the names of documents alone."""
        del me, number, at
        _ = self._appeal_of(appeal_id)
        raise NotHereError("There is no such document.")
