"""The desk of claims of the service: what parties outside claim, seen by two people, each without the other's word."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from aboveboard.console.service.appeals import ANSWER
from aboveboard.console.service.ground import asked, who
from aboveboard.console.service.outside import register_of
from aboveboard.console.service.review import Review
from aboveboard.console.telling import profile
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.appeals import Document
from aboveboard.console.views.cases import Profile
from aboveboard.console.views.claims import ClaimRow, ClaimSaid, ClaimView
from aboveboard.console.views.frame import Me, Option
from aboveboard.console.views.outside import Upload
from aboveboard.deciding.claiming import Said, judge_claim, may_say
from aboveboard.deciding.histories import history
from aboveboard.deciding.sitting import Sitting
from aboveboard.errors import InputError
from aboveboard.intake import latest
from aboveboard.store import New
from aboveboard.store.console_tables import HANDED_IN
from aboveboard.store.deciding_tables import CLAIMS
from aboveboard.store.entries import moment
from aboveboard.store.intake_tables import FACTS

__all__ = ["Claims"]

_NEEDS = "registers:write"
_SHOWN = 100
_NOTICE = timedelta(days=30)


class Claims(Review):
    """The verbs of the desk of claims."""

    def claims(self, me: Me, at: datetime) -> tuple[ClaimRow, ...]:
        """Return the claims that wait, oldest first, then those that were decided last."""
        asked(me, _NEEDS)
        waits = (CLAIMS.c.status == "decided").label("over")
        query = sa.select(CLAIMS).order_by(waits, CLAIMS.c.opened_us, CLAIMS.c.claim_id).limit(_SHOWN)
        with self.sitting(at) as s:
            return tuple(_row(s, dict(r), me) for r in s.connection.execute(query).mappings().all())

    def claim_case(self, me: Me, claim_id: str, at: datetime) -> ClaimView:
        """Return one claim. Looking is written down."""
        asked(me, _NEEDS)
        with self.sitting(at) as s:
            claim = _claim(s, claim_id)
            s.write("reads", [New("claim_seen", claim["account_id"], {"by": who(me), "case": claim_id})])
            return _view(s, claim, me)

    def answer_claim(self, me: Me, claim_id: str, version: int, said: ClaimSaid, at: datetime) -> str:
        """Say what becomes of a claim and return `second`, or `decided` where two people said the same."""
        asked(me, "registers:confirm")
        with self.sitting(at) as s:
            claim = _claim(s, claim_id)
            account = said.account if claim["kind"] == "imitated" and said.outcome != "refused" else ""
            if account and account not in {p.account_id for p in _named(s, claim)}:
                raise InputError("Choose one of the accounts with the handle that was named.")
            return judge_claim(s, claim_id, Said(said.outcome, account), who(me), said.text, version)

    def claim_document(self, me: Me, claim_id: str, number: int, at: datetime) -> Upload:
        """Return a document that came with a claim. That it was opened is written down."""
        asked(me, _NEEDS)
        with self.sitting(at) as s:
            claim = _claim(s, claim_id)
            s.write("reads", [New("document_opened", claim["account_id"], {"by": who(me), "case": claim_id})])
            files = _handed(s, claim_id).get("files", [])
        if not 0 <= number < len(files):
            raise NotHereError("There is no such document.")
        found = files[number]
        return Upload(found["name"], found["kind"], base64.b64decode(found["body"]))


def _claim(s: Sitting, claim_id: str) -> dict[str, Any]:
    row = s.connection.execute(sa.select(CLAIMS).where(CLAIMS.c.claim_id == claim_id)).mappings().one_or_none()
    if row is None:
        raise NotHereError(f"there is no claim {claim_id}")
    return dict(row)


def _handed(s: Sitting, claim_id: str) -> dict[str, Any]:
    digest = s.connection.execute(sa.select(HANDED_IN.c.sealed).where(HANDED_IN.c.about == claim_id)).scalar()
    return s.unseal(digest or "") or {}


def _row(s: Sitting, claim: Mapping[str, Any], me: Me) -> ClaimRow:
    told, filed = _handed(s, claim["claim_id"]), moment(claim["opened_us"])
    about = str(told.get("handle") or (latest(s.connection, "accounts", claim["account_id"]) or {}).get("handle") or claim["account_id"])  # fmt: skip
    own = any(o["by"] == who(me) for o in json.loads(claim["opinions"]))
    return ClaimRow(
        claim["claim_id"], claim["kind"], str(told.get("who", "")), about, claim["wish"], claim["status"], filed, filed + ANSWER, len(told.get("files", ())), own,
    )  # fmt: skip


def _named(s: Sitting, claim: Mapping[str, Any]) -> tuple[Profile, ...]:
    """Return the accounts whose handle an imitated party named, as they are today."""
    handle = str(_handed(s, claim["claim_id"]).get("handle", "")).removeprefix("@")
    if claim["kind"] != "imitated" or not handle:
        return ()
    quoted = json.dumps(handle, ensure_ascii=False)
    like = FACTS.c.body.contains(f'"handle":{quoted}', autoescape=True)
    found = s.connection.execute(sa.select(FACTS.c.account_id).where(FACTS.c.source == "accounts", like).distinct())
    rows = [latest(s.connection, "accounts", a) for a in sorted(found.scalars())]
    return tuple(profile(_whole(r)) for r in rows if r and r.get("handle") == handle)


def _whole(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"account_id": "", **row}


def _view(s: Sitting, claim: Mapping[str, Any], me: Me) -> ClaimView:
    told, account = _handed(s, claim["claim_id"]), claim["account_id"]
    facts = (latest(s.connection, "accounts", account) or {}) if account else {}
    body, heirs = register_of(s.connection, str(facts.get("verified_org_id") or ""))
    plan = history(s, account).account.plan if account else None
    until = (plan.approved_at + _NOTICE).date() if plan and plan.approved_at else None
    answer = str((s.unseal(claim["text"]) or {}).get("text", "")) if claim["text"] else ""
    return ClaimView(
        row=_row(s, claim, me), version=claim["version"], text=str(told.get("text", "")), mail=str(told.get("mail", "")),
        files=tuple(Document(f["name"], f["kind"], f["size"]) for f in told.get("files", ())), subject=profile(_whole(facts)) if facts else None,
        accounts=_named(s, claim), body=body, heirs=heirs, plan=plan.what if plan else "", notice_until=until,
        outcomes=tuple(Option(o, key=o) for o in may_say(claim)), outcome=claim["outcome"], answer=answer,
    )  # fmt: skip
