"""What people outside see of the demo: one notice for each proposal of the scan, appeals and claims in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from aboveboard.cases.ladder import rung
from aboveboard.cases.periods import APPEAL
from aboveboard.cases.states import PLANS
from aboveboard.console.demo.desk import Desk
from aboveboard.console.telling import lead
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.cases import CaseRow
from aboveboard.console.views.outside import (
    AppealState,
    Institution,
    Notice,
    Outcome,
    Received,
    Standing,
    StrikeView,
    Upload,
)
from aboveboard.errors import CaseError, InputError

__all__ = ["Outside"]

_ANSWER = timedelta(days=14)
_FIX = {
    "reincarnation": "fix: return", "impersonation": "fix: rename", "name_violation": "fix: rename", "unqualified_professional": "fix: credential",
    "coordination": "fix: together", "fake_follower": "fix: together",
}  # fmt: skip
_STRIKES = {"limit", "suspend", "close", "bar"}
_SHORTEST, _LONGEST = 10, 5000


class Outside(Desk):
    """The verbs of those who have a link. A link of the demo is `n-`, `b-` or `r-` and a case."""

    def _begin_outside(self) -> None:
        self._appeals = dict[str, AppealState]()
        self._sent = dict[str, Received]()

    def link(self, case_id: str, kind: str = "n") -> str:
        """Return the link of a case's notice (`n`), of an institution's account (`b`), of a report (`r`)."""
        return f"{kind}-{hashlib.sha256(case_id.encode()).hexdigest()[:24]}"

    def _row(self, link: str, kind: str) -> CaseRow:
        found = next((r for r in self.book.rows.values() if self.link(r.id, kind) == link), None)
        if found is None:
            raise NotHereError("This link is not known, or it is over.")
        return found

    def notice(self, link: str, at: datetime) -> Notice:
        """Return the decision that a link speaks of."""
        row = self._row(link, "n")
        rule = next((r for r in self.rules() if r.action == row.proposed), None)
        made = row.opened_at
        until = made + timedelta(days=rule.days) if rule and rule.days else None
        fix = tuple(
            dict.fromkeys(
                f
                for f in (_FIX.get(row.violation, ""), "fix: verify" if row.proposed == "verify" else "fix: wait")
                if f
            )
        )
        says = tuple(
            (f["detector"], lead([f["says"]])[0])
            for f in self.scan.found.values()
            if f["account_id"] == row.account_id and f["violation"] == row.violation
        )
        del at
        return Notice(
            link[-8:].upper(), row.handle, row.proposed, rule.id if rule else "", rule.why if rule else "", "terms", "found", by_person=True, decided_at=made,
            until=until, evidence=says, fix=fix, appeal_by=(made + APPEAL).date(), appealed=link in self._appeals,
        )  # fmt: skip

    def standing(self, link: str, at: datetime) -> Standing:
        """Return how the account stands."""
        told = self.notice(link, at)
        row = self._row(link, "n")
        weigh = 1.0 if told.action in _STRIKES else 0.0
        strikes = (
            StrikeView(
                row.violation,
                told.decided_at,
                weigh,
                told.decided_at + timedelta(days=90),
                told.decided_at + timedelta(days=365),
            ),
        )
        lasts = rung(2, weigh).lasts
        state = {"limit": "limited", "verify": "verification_due", "suspend": "suspended", "close": "closed"}.get(
            told.action, "active"
        )
        open_ = ((told.action, told.until),) if told.action != "none" else ()
        appeals = ((self._appeals[link].reference, self._appeals[link].state),) if link in self._appeals else ()
        return Standing(
            told.handle, state, "", at, open_, strikes if weigh else (), weigh, lasts.days if lasts else 0, appeals
        )

    def appeal(self, link: str, text: str, files: Sequence[Upload], key: str, at: datetime) -> Received:
        """Take an appeal, once for each key."""
        if key in self._sent:
            return self._sent[key]
        row = self._row(link, "n")
        if link in self._appeals:
            raise CaseError("An appeal against this decision waits already.")
        reference = self._take(key, text, at, f"/notices/{link}/appeal")
        named = tuple((f.name, len(f.body)) for f in files)
        self._appeals[link] = AppealState(reference.reference, "received", at, reference.due_at, text, named)
        self.write("appeals", "appealed", row.account_id, {"by": "holder", "files": len(files)}, at)
        return reference

    def _take(self, key: str, text: str, at: datetime, link: str = "") -> Received:
        if not _SHORTEST <= len(text.strip()) <= _LONGEST:
            raise InputError(f"Write {_SHORTEST} to {_LONGEST:,} characters.")
        made = Received(hashlib.sha256(key.encode()).hexdigest()[:10].upper(), at, at + _ANSWER, link)
        self._sent[key] = made
        return made

    def appealed(self, link: str, at: datetime) -> AppealState:
        """Return where the appeal stands."""
        del at
        if link not in self._appeals:
            raise NotHereError("There is no appeal under this link.")
        return self._appeals[link]

    def settle(self, link: str, state: str, answer: str, at: datetime, restored: tuple[str, ...] = ()) -> None:
        """Answer the appeal of a link."""
        self._appeals[link] = replace(
            self._appeals[link], state=state, answer=answer, answered_at=at, restored=restored
        )

    def claim_imitated(
        self, handle: str, who: str, mail: str, text: str, files: Sequence[Upload], key: str, at: datetime
    ) -> Received:
        """Take the claim of somebody who is imitated."""
        del files, mail
        if not (handle.strip() and who.strip()):
            raise InputError("Say which account imitates whom.")
        return self._sent.get(key) or self._take(key, text, at)

    def institution(self, link: str, at: datetime) -> Institution:
        """Return the account that a body may claim."""
        row = self._row(link, "b")
        account, bodies = self.scan.rows[row.account_id], self.scan.organisations()
        body = bodies.get(account.get("verified_org_id") or "", {})
        heirs = tuple(str(bodies[s]["name"]) for s in body.get("successor_ids") or () if s in bodies)
        return Institution(
            link[-8:].upper(),
            str(body.get("name") or row.name),
            row.handle,
            body.get("closed_at"),
            heirs,
            "transfer" if heirs else "archive",
            (at + timedelta(days=30)).date(),
        )

    def claim_institution(
        self, link: str, body: str, mail: str, wish: str, text: str, files: Sequence[Upload], key: str, at: datetime
    ) -> Received:
        """Take a body's claim or objection."""
        del mail
        row = self._row(link, "b")
        if wish not in (*PLANS, "object") or not body.strip():
            raise InputError("Say who you are and what you ask for.")
        made = self._sent.get(key)
        if made is None:
            made = self._take(key, text, at)
            self.write("accounts", "claimed", row.account_id, {"by": "body", "wish": wish, "files": len(files)}, at)
        return made

    def outcome(self, link: str, at: datetime) -> Outcome:
        """Return what became of a report."""
        del at
        row = self._row(link, "r")
        acted = row.proposed != "none"
        rule = next((r for r in self.rules() if r.action == row.proposed), None)
        return Outcome(
            link[-8:].upper(),
            row.handle,
            row.opened_at,
            "acted" if acted else "open",
            rule.why if rule and acted else "",
            row.opened_at if acted else None,
        )
