"""What people outside see of the service, by signed links, and what they hand in."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from aboveboard.cases.ladder import rung, strikes, weight
from aboveboard.cases.periods import APPEAL
from aboveboard.cases.states import PLANS, opened
from aboveboard.console.service.appeals import ANSWER, Appeals, answer_of, answered, written
from aboveboard.console.service.casefile import rules_of
from aboveboard.console.telling import lead
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.outside import (
    AppealState,
    ClaimState,
    Institution,
    Notice,
    Outcome,
    Received,
    Standing,
    StrikeView,
    Upload,
)
from aboveboard.deciding.appealing import appeal
from aboveboard.deciding.claiming import claim_of, file_claim
from aboveboard.deciding.histories import History, history
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import Decision
from aboveboard.errors import InputError
from aboveboard.intake import latest, of_account
from aboveboard.staff import Caller
from aboveboard.staff.links import holder_of, make_link
from aboveboard.store.aliases import known_as
from aboveboard.store.console_tables import HANDED_IN
from aboveboard.store.deciding_tables import CASES
from aboveboard.store.entries import microseconds, moment
from aboveboard.store.intake_tables import FACTS
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES, ITS_STREAM

__all__ = ["BODY", "CLAIM", "REPORT", "Outside", "register_of"]

BODY, CLAIM, REPORT = "body", "claim", "report"
"""What a link is about, where it is no notice: `body` a body that may claim the account, `claim` the claim that stands in the account's place, `report:…` a report of that account by the link's holder."""

_SHORTEST, _LONGEST = 10, 5000
_CLAIMS = timedelta(days=183)
_UNKNOWN = "This link is not known, or it is over."
_FIX = {
    "reincarnation": "fix: return", "impersonation": "fix: rename", "name_violation": "fix: rename", "unqualified_professional": "fix: credential",
    "coordination": "fix: together", "fake_follower": "fix: together",
}  # fmt: skip
_MEASURED = {"verification_asked": "verify", "limited": "limit", "suspended": "suspend", "closed": "close"}


class Outside(Appeals):
    """The verbs of those who have a link."""

    def link(self, account: str, about: str, at: datetime, lasts: timedelta = _CLAIMS) -> str:
        """Return the secret of a link: `about` is a decision, `body`, or `report:` and the account that was reported."""
        return make_link(self.on.roster.keys, account, about, at, at + lasts)

    def _holder(self, link: str, at: datetime) -> Caller:
        self.settle(at)
        caller = holder_of(self.on.roster.keys, link, at)
        if caller is None:
            raise NotHereError(_UNKNOWN)
        return caller

    def notice(self, link: str, at: datetime) -> Notice:
        """Return the decision that a link speaks of."""
        caller = self._holder(link, at)
        with self.sitting(at) as s:
            known, made, decided_at = _decision(s, caller)
            snapshot = s.unseal(made.snapshot) or {}
            text, handle = written(s, made.id), _handle(s.connection, caller.name)
            waits = s.connection.execute(_appeal_of(made.id)).first() is not None
            undone = _undone_at(s, caller.name, made.id) if made.id in known.undone else None
        rules = rules_of(self.rulebook(made.policy, made.policy_version, at), made.violation)
        why = next((r.why for r in rules if r.id == made.rule), "")
        action, order = made.order.action, made.order
        fix = tuple(f for f in (_FIX.get(made.violation, ""), "fix: verify" if action == "verify" else "fix: wait" if order.until else "") if f)  # fmt: skip
        return Notice(
            made.id[-8:].upper(), handle, action, made.rule, why, order.ground, "found" if made.findings else "none",
            by_person=made.by.startswith("person:"), decided_at=decided_at, until=order.until, fix=fix, appeal_by=(decided_at + APPEAL).date(),
            evidence=tuple((f["detector"], lead([f["says"]])[0]) for f in snapshot.get("findings", ())), text=text, appealed=waits, reversed_at=undone,
        )  # fmt: skip

    def standing(self, link: str, at: datetime) -> Standing:
        """Return how the account stands."""
        caller = self._holder(link, at)
        with self.sitting(at) as s:
            known, _, _ = _decision(s, caller)
            life, handle = known.account, _handle(s.connection, caller.name)
            cases = sa.select(CASES).where(CASES.c.kind == "appeal", CASES.c.account_id == caller.name)
            appeals = tuple((c["case_id"][-8:].upper(), _state(s, dict(c))) for c in s.connection.execute(cases).mappings())  # fmt: skip
        half = timedelta(days=90)
        struck = tuple(StrikeView(x.violation, x.since, x.weight, x.since + half, x.gone_at) for x in strikes(life, at))
        total = weight(life, at)
        lasts = rung(1, total).lasts
        open_ = tuple((_MEASURED.get(m.kind, "limit"), m.until) for m in opened(life) if m.kind in _MEASURED)
        return Standing(handle, life.state, "", at, open_, struck, total, lasts.days if lasts else 0, appeals)

    def appeal(self, link: str, text: str, files: Sequence[Upload], key: str, at: datetime) -> Received:
        """Take an appeal, once for each key."""
        caller = self._holder(link, at)

        def filed(s: Sitting, digest: str) -> str:
            _ = _decision(s, caller)
            return appeal(s, caller.about, "holder:link", text, digest if files else "")

        return self._take(key, "appeal", caller.name, text, files, at, filed, link=f"/notices/{link}/appeal")

    def _take(self, key: str, kind: str, account: str, text: str, files: Sequence[Upload], at: datetime, then: Callable[[Sitting, str], str], *, link: str | Callable[[str], str] = "", more: dict[str, str] | None = None) -> Received:  # fmt: skip
        """Keep what was handed in, sealed, and do what follows from it, once for each key."""
        if not _SHORTEST <= len(text.strip()) <= _LONGEST:
            raise InputError(f"Write {_SHORTEST} to {_LONGEST:,} characters.")
        told = [{"name": f.name, "kind": f.kind, "size": len(f.body), "body": base64.b64encode(f.body).decode()} for f in files]  # fmt: skip
        hashed = hashlib.sha256(b"".join(f.body for f in files) + text.encode()).hexdigest()
        with self.sitting(at) as s:
            before = s.connection.execute(sa.select(HANDED_IN).where(HANDED_IN.c.key == key)).mappings().one_or_none()
            if before is not None:
                return Received(before["reference"], moment(before["at_us"]), moment(before["due_us"]), before["link"])
            about = then(s, hashed)
            sealed = s.seal(account or about, {"text": text, "files": told, **(more or {})})
            made = Received(about[-8:].upper(), s.at, s.at + ANSWER, link if isinstance(link, str) else link(about))
            row = {"key": key, "reference": made.reference, "kind": kind, "about": about, "account_id": account, "sealed": sealed, "link": made.link}  # fmt: skip
            times = {"at_us": microseconds(made.at), "due_us": microseconds(made.due_at)}
            s.connection.execute(sa.insert(HANDED_IN).values({**row, **times}))
        return made

    def appealed(self, link: str, at: datetime) -> AppealState:
        """Return where the appeal stands."""
        caller = self._holder(link, at)
        with self.sitting(at) as s:
            found = s.connection.execute(_appeal_of(caller.about)).mappings().first()
            if found is None:
                raise NotHereError("There is no appeal under this link.")
            case = dict(found)
            entry, state = answered(s.connection, case), _state(s, case)
            said = s.said("decisions", case["case_id"])
            text = (s.unseal(str(said[1].get("text", ""))) or {}).get("text", "") if said else ""
            handed = sa.select(HANDED_IN.c.sealed).where(HANDED_IN.c.about == case["case_id"])
            files = (s.unseal(s.connection.execute(handed).scalar() or "") or {}).get("files", [])
            answer = answer_of(s.connection, case)
        filed = moment(case["opened_us"])
        return AppealState(
            case["case_id"][-8:].upper(), state, filed, filed + ANSWER, text, tuple((f["name"], f["size"]) for f in files),
            answered_at=entry.at if entry else None, answer=answer,
        )  # fmt: skip

    def claim_imitated(
        self, handle: str, who: str, mail: str, text: str, files: Sequence[Upload], key: str, at: datetime
    ) -> Received:
        """Take the claim of somebody who is imitated: it waits with the cases about impersonation."""
        if not (handle.strip() and who.strip() and "@" in mail):
            raise InputError("Say which account imitates whom.")

        def noted(s: Sitting, digest: str) -> str:
            about = f"clm_{hashlib.sha256(f'{key} {digest}'.encode()).hexdigest()[:26]}"
            file_claim(s, about, "imitated")
            return about

        more = {"handle": handle.strip()[:200], "who": who.strip()[:200], "mail": mail.strip()[:200]}
        return self._take(key, "imitated", "", text, files, at, noted, link=self._following(at), more=more)

    def _following(self, at: datetime) -> Callable[[str], str]:
        """Return how whoever claims finds out later what became of it: by a link for that claim alone."""
        return lambda about: f"/claims/state/{self.link(about, CLAIM, at)}"

    def claim_state(self, link: str, at: datetime) -> ClaimState:
        """Return where a claim stands."""
        caller = self._holder(link, at)
        if caller.about != CLAIM:
            raise NotHereError(_UNKNOWN)
        with self.sitting(at) as s:
            row = claim_of(s, caller.name)
            life = history(s, row["account_id"]).account if row["account_id"] else None
            text = str((s.unseal(row["text"]) or {}).get("text", "")) if row["text"] else ""
        filed = moment(row["opened_us"])
        settled = row["status"] == "decided"
        plan = life.plan if settled and life and life.plan and life.plan.id == row["led_to"] else None
        until = (plan.approved_at + timedelta(days=30)).date() if plan and plan.approved_at else None
        return ClaimState(
            row["claim_id"][-8:].upper(), row["kind"], row["wish"], row["outcome"] or "open", filed, filed + ANSWER,
            answered_at=moment(row["last_us"]) if settled else None, answer=text, notice_until=until,
        )  # fmt: skip

    def institution(self, link: str, at: datetime) -> Institution:
        """Return the account that a body may claim."""
        caller = self._body(link, at)
        with self.sitting(at) as s:
            life, facts = history(s, caller.name).account, latest(s.connection, "accounts", caller.name) or {}
            body, names = register_of(s.connection, str(facts.get("verified_org_id") or ""))
        since = next((m.since for m in opened(life) if m.state == "orphaned"), None)
        plan = life.plan.what if life.plan else "transfer" if names else "archive"
        name = body or str(facts.get("display_name") or "")
        return Institution(caller.name[-8:].upper(), name, str(facts.get("handle") or ""), since, names, plan, (at + timedelta(days=30)).date())  # fmt: skip

    def _body(self, link: str, at: datetime) -> Caller:
        caller = self._holder(link, at)
        if caller.about.partition(":")[0] != BODY:
            raise NotHereError(_UNKNOWN)
        return caller

    def claim_institution(
        self, link: str, body: str, mail: str, wish: str, text: str, files: Sequence[Upload], key: str, at: datetime
    ) -> Received:
        """Take a body's claim or objection: a claim stands in the account's life from then on, and two people decide what becomes of it."""
        caller = self._body(link, at)
        if wish not in (*PLANS, "object") or not body.strip() or "@" not in mail:
            raise InputError("Say who you are and what you ask for.")

        def claimed(s: Sitting, digest: str) -> str:
            about = f"clm_{hashlib.sha256(f'{key} {digest}'.encode()).hexdigest()[:26]}"
            party = f"body:{hashlib.sha256(body.strip().casefold().encode()).hexdigest()[:16]}"
            file_claim(s, about, "institution", caller.name, wish, party, digest)
            return about

        more = {"who": body.strip()[:200], "mail": mail.strip()[:200], "wish": wish}
        return self._take(
            key, "institution", caller.name, text, files, at, claimed, link=self._following(at), more=more
        )

    def outcome(self, link: str, at: datetime) -> Outcome:
        """Return what became of a report."""
        caller = self._holder(link, at)
        kind, _, account = caller.about.partition(":")
        if kind != REPORT:
            raise NotHereError(_UNKNOWN)
        with self.sitting(at) as s:
            known, handle, times = history(s, account), _handle(s.connection, account), _times(s, account)
            reported = _reported_at(s.connection, caller.name, account)
        if reported is None:
            raise NotHereError(_UNKNOWN)
        made = [d for i, d in known.decisions.items() if i not in known.undone and times.get(i, at) >= reported]
        acted = next((d for d in made if d.order.action != "none"), None)
        state = "acted" if acted else "refused" if made else "open"
        why = ""
        if acted:
            rules = rules_of(self.rulebook(acted.policy, acted.policy_version, at), acted.violation)
            why = next((r.why for r in rules if r.id == acted.rule), "")
        return Outcome(
            hashlib.sha256(link.encode()).hexdigest()[:8].upper(),
            handle,
            reported,
            state,
            why,
            times.get(made[0].id) if made else None,
        )


def _decision(s: Sitting, caller: Caller) -> tuple[History, Decision, datetime]:
    """Return the account, the decision that the link is about, and when it was made."""
    known = history(s, caller.name)
    made = known.decisions.get(caller.about)
    if made is None:
        raise NotHereError(_UNKNOWN)
    return known, made, _times(s, caller.name)[made.id]


def _times(s: Sitting, account: str) -> dict[str, datetime]:
    of = (ITS_STREAM == "decisions", ENTRIES.c.kind == "decided", ENTRIES.c.subject == known_as(account))
    return {str(e.body["decision"]): e.at for e in read_entries(s.connection, *of)}


def _undone_at(s: Sitting, account: str, decision: str) -> datetime | None:
    kinds = ENTRIES.c.kind.in_(("reversed", "appeal_granted"))
    of = (ITS_STREAM == "decisions", kinds, ENTRIES.c.subject == known_as(account))
    return next((e.at for e in read_entries(s.connection, *of) if e.body.get("undoes") == decision), None)


def _appeal_of(decision: str) -> sa.Select[Any]:
    query = sa.select(CASES).where(CASES.c.kind == "appeal", CASES.c.about == decision)
    return query.order_by(CASES.c.opened_us.desc()).limit(1)


def _state(s: Sitting, case: dict[str, Any]) -> str:
    """Return where an appeal stands, as its holder reads it."""
    entry = answered(s.connection, case)
    if entry is None:
        return "received" if case["version"] == 1 else "reading"
    if entry.kind == "appeal_refused":
        return "refused"
    instead = [d for d in history(s, case["account_id"]).decisions.values() if d.by == entry.body["by"] and d.reason == entry.body.get("reason")]  # fmt: skip
    return "partly" if instead else "granted"


def _handle(connection: sa.Connection, account: str) -> str:
    facts = latest(connection, "accounts", account) or {}
    return str(facts.get("handle") or account)


def register_of(connection: sa.Connection, org: str) -> tuple[str, tuple[str, ...]]:
    """Return the name of a body as the register has it, and the names of its successors."""
    body = _body_of(connection, org)
    heirs = (_body_of(connection, n) for n in body.get("successor_ids") or ())
    return str(body.get("name") or ""), tuple(str(h["name"]) for h in heirs if h.get("name"))


def _body_of(connection: sa.Connection, org: str) -> dict[str, Any]:
    """Return the last row of a body of the register."""
    if not org:
        return {}
    query = sa.select(FACTS.c.body).where(
        FACTS.c.source == "organisations", FACTS.c.body.contains(org, autoescape=True)
    )
    rows = (json.loads(b) for b in connection.execute(query.order_by(FACTS.c.position.desc())).scalars())
    return next((r for r in rows if r.get("org_id") == org), {})


def _reported_at(connection: sa.Connection, reporter: str, account: str) -> datetime | None:
    """Return when somebody reported an account for the last time."""
    rows = of_account(connection, reporter, most=1000)
    mine = (g for g in rows if g.table == "actions" and g.row.get("verb") == "report")
    return next(
        (moment(g.at_us) for g in mine if account in (g.row.get("target_account_id"), g.row["object_id"])), None
    )
