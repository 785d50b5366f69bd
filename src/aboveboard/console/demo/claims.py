"""The desk of claims of the demo: what parties outside hand in while this process runs, decided by two of its people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from aboveboard.cases.states import PLANS
from aboveboard.console.demo.appeals import Appeals
from aboveboard.console.telling import profile
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.appeals import Document
from aboveboard.console.views.claims import ClaimRow, ClaimSaid, ClaimView
from aboveboard.console.views.frame import Me, Option
from aboveboard.console.views.outside import ClaimState, Received, Upload
from aboveboard.deciding.claiming import may_say
from aboveboard.errors import CaseError, InputError

__all__ = ["Claims"]

_NOTICE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim in memory: the line of the list, the account of an institution, its text, and who said what of it."""

    row: ClaimRow
    account: str
    text: str
    mail: str
    files: tuple[Document, ...]
    said: tuple[tuple[str, str], ...] = ()
    outcome: str = ""
    answer: str = ""
    answered_at: datetime | None = None


class Claims(Appeals):
    """The verbs of the desk of claims, and what follows a claim from outside."""

    def _begin_claims(self) -> None:
        self._claims = dict[str, _Claim]()

    def claim_imitated(self, handle: str, who: str, mail: str, text: str, files: Sequence[Upload], key: str, at: datetime) -> Received:  # fmt: skip
        """Take the claim of somebody who is imitated."""
        made = super().claim_imitated(handle, who, mail, text, files, key, at)
        return self._filed(made, "imitated", who, handle.removeprefix("@"), "", "", text, mail, files, key, at)

    def claim_institution(self, link: str, body: str, mail: str, wish: str, text: str, files: Sequence[Upload], key: str, at: datetime) -> Received:  # fmt: skip
        """Take a body's claim or objection."""
        made, row = super().claim_institution(link, body, mail, wish, text, files, key, at), self._row(link, "b")
        return self._filed(made, "institution", body, row.handle, wish, row.account_id, text, mail, files, key, at)

    def _filed(self, made: Received, kind: str, who: str, about: str, wish: str, account: str, text: str, mail: str, files: Sequence[Upload], key: str, at: datetime) -> Received:  # noqa: PLR0917  # fmt: skip
        id_ = f"clm_{made.reference}"
        documents = tuple(Document(f.name, f.kind, len(f.body)) for f in files)
        row = ClaimRow(id_, kind, who, about, wish, "open", at, made.due_at, len(files))
        self._claims.setdefault(id_, _Claim(row, account, text, mail, documents))
        self._sent[key] = replace(made, link=f"/claims/state/{id_}")
        return self._sent[key]

    def claim_state(self, link: str, at: datetime) -> ClaimState:
        """Return where a claim stands."""
        del at
        claim = self._claim(link)
        row = claim.row
        return ClaimState(
            row.id[-8:].upper(), row.kind, row.wish, claim.outcome or "open", row.filed_at, row.due_at, claim.answered_at, claim.answer, _until(claim),
        )  # fmt: skip

    def _claim(self, claim_id: str) -> _Claim:
        if claim_id not in self._claims:
            raise NotHereError("This link is not known, or it is over.")
        return self._claims[claim_id]

    def claims(self, me: Me, at: datetime) -> tuple[ClaimRow, ...]:
        """Return the claims that wait, oldest first, then those that were decided."""
        del at
        rows = [replace(c.row, own=_spoke(c, me)) for c in self._claims.values()]
        return tuple(sorted(rows, key=lambda r: (r.state == "decided", r.filed_at, r.id)))

    def claim_case(self, me: Me, claim_id: str, at: datetime) -> ClaimView:
        """Return one claim. Looking is written down."""
        claim = self._claim(claim_id)
        self.write("reads", "claim_seen", claim.account, {"by": me.name, "case": claim_id}, at)
        account = self.scan.rows.get(claim.account)
        bodies = self.scan.organisations()
        body = bodies.get((account or {}).get("verified_org_id") or "", {})
        named = (r for r in self.scan.rows.values() if claim.row.kind == "imitated" and r["handle"] == claim.row.about)
        told = {"kind": claim.row.kind, "wish": claim.row.wish}
        return ClaimView(
            replace(claim.row, own=_spoke(claim, me)), 1 + len(claim.said), claim.text, claim.mail, claim.files, profile(account) if account else None,
            tuple(map(profile, named)), str(body.get("name") or ""), tuple(str(bodies[s]["name"]) for s in body.get("successor_ids") or () if s in bodies),
            claim.outcome if claim.outcome in PLANS else "", _until(claim), tuple(Option(o, key=o) for o in may_say(told)), claim.outcome, claim.answer,
        )  # fmt: skip

    def answer_claim(self, me: Me, claim_id: str, version: int, said: ClaimSaid, at: datetime) -> str:
        """Say what becomes of a claim."""
        claim = self._claim(claim_id)
        if claim.outcome or version != 1 + len(claim.said) or _spoke(claim, me):
            raise CaseError("This claim has changed since you opened it; look again.")
        if not said.text.strip():
            raise InputError("An answer is given in writing.")
        alike = any(text == f"{said.outcome}:{said.account}" for _, text in claim.said)
        claim = replace(claim, said=(*claim.said, (me.name, f"{said.outcome}:{said.account}")))
        if alike:
            claim = replace(claim, outcome=said.outcome, answer=said.text, answered_at=at)
        state = "decided" if alike else "second"
        self._claims[claim_id] = replace(claim, row=replace(claim.row, state=state))
        self.write("decisions", f"claim_{state}", claim.account or said.account, {"by": me.name, "claim": claim_id}, at)
        return state

    def claim_document(self, me: Me, claim_id: str, number: int, at: datetime) -> Upload:
        """Return nothing: the demo keeps the names of documents alone."""
        del me, number, at
        _ = self._claim(claim_id)
        raise NotHereError("There is no such document.")


def _spoke(claim: _Claim, me: Me) -> bool:
    return any(name == me.name for name, _ in claim.said)


def _until(claim: _Claim) -> date | None:
    plan = claim.outcome in PLANS and claim.answered_at is not None
    return (claim.answered_at + _NOTICE).date() if plan and claim.answered_at else None
