"""The policy room of the service: draft, test on what the ledger remembers, shade, canary, live, by two people."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import sqlalchemy as sa

from aboveboard.console.service.bulk import Bulk
from aboveboard.console.service.ground import asked, who
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.frame import Me
from aboveboard.console.views.rooms import Backtest, Checked, PolicyRow, PolicyView
from aboveboard.core import ACTIONS
from aboveboard.deciding import policy_life
from aboveboard.deciding.backtesting import backtest
from aboveboard.deciding.policy_states import Standing as Version
from aboveboard.deciding.policy_states import version_of
from aboveboard.deciding.sitting import Sitting
from aboveboard.errors import CaseError, PolicyError
from aboveboard.policy import check_policy, load_policy
from aboveboard.store.deciding_tables import POLICY_STATE
from aboveboard.store.entries import moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES

__all__ = ["Policies"]

_FAULT = re.compile(r"^[^\n:]*:(\d+):(\d+): (.*)$", re.MULTILINE)
_STEPS = {
    "draft": ("backtest", "withdraw"), "backtested": ("backtest", "shadow", "withdraw"), "shadow": ("canary", "withdraw"), "canary": ("live", "withdraw"),
    "live": ("withdraw",),
}  # fmt: skip
_NEEDS = {"canary": "policies:approve", "live": "policies:approve"}
_SHARE = 0.05
"""The share of accounts on which a canary acts."""


class Policies(Bulk):
    """The verbs of the policy room."""

    def policies(self, me: Me, at: datetime) -> tuple[PolicyRow, ...]:
        """Return every version, newest first."""
        asked(me, "policies:read")
        with self.sitting(at) as s:
            return tuple(_row(s, v) for v in _versions(s))

    def policy(self, me: Me, name: str, version: str, at: datetime) -> PolicyView:
        """Return one version."""
        asked(me, "policies:read")
        with self.sitting(at) as s:
            own = _version(s, name, version)
            text = policy_life.text_of(s, name, version)
            versions = [v for v in _versions(s) if v.policy == name]
            place = next(i for i, v in enumerate(versions) if v.version == version)
            older = versions[place + 1] if place + 1 < len(versions) else None
            difference = _difference(policy_life.text_of(s, name, older.version), text) if older else ()
            history, report = tuple(_row(s, v) for v in versions), _report(s, name, version)
        steps = tuple(p for p in _STEPS.get(own.stage, ()) if me.may(_NEEDS.get(p, "policies:write")))
        mine = own.author == who(me)
        steps = tuple(p for p in steps if not (mine and p in _NEEDS))
        return PolicyView(next(r for r in history if r.version == version), text, self.check_policy(me, text), history, difference, report, steps)  # fmt: skip

    def check_policy(self, me: Me, text: str) -> Checked:
        """Look at a text."""
        asked(me, "policies:read")
        try:
            read = load_policy(text.replace("\r\n", "\n"), detectors=self.on.detectors or None)
        except PolicyError as error:
            return Checked(_faults(str(error)), ())
        return Checked((), tuple((r.case.name, r.held, r.message) for r in check_policy(read)), len(read.rules))

    def draft_policy(self, me: Me, text: str, why: str, ends: date, at: datetime) -> PolicyRow:
        """Keep a draft."""
        asked(me, "policies:write")
        with self.sitting(at) as s:
            made = policy_life.draft(
                s,
                text.replace("\r\n", "\n"),
                who(me),
                why,
                datetime.combine(ends, time(), UTC),
                self.on.detectors or None,
            )
            return _row(s, made)

    def backtest(self, me: Me, name: str, version: str, at: datetime) -> Backtest:
        """Try a draft on every snapshot that the ledger remembers, beside what is in force."""
        asked(me, "policies:write")
        with self.sitting(at) as s:
            _ = _version(s, name, version)
            live = next((v for v in _versions(s) if v.policy == name and v.stage == "live"), None)
            then = backtest(s, policy_life.policy_of(s, name, version))
            now = backtest(s, policy_life.policy_of(s, name, live.version)) if live else then
            report = {**then, "before": now["would"]}
            _ = policy_life.note_backtest(s, name, version, who(me), report)
        return _shown(report)

    def step_policy(self, me: Me, name: str, version: str, step: str, at: datetime) -> PolicyRow:
        """Take a version one step on."""
        asked(me, _NEEDS.get(step, "policies:write"))
        by = who(me)
        with self.sitting(at) as s:
            report = _report(s, name, version)
            if step in _NEEDS and report and report.breaker:
                raise CaseError(report.breaker)
            match step:
                case "shadow":
                    made = policy_life.shadow(s, name, version, by)
                case "canary":
                    made = policy_life.canary(s, name, version, by, _SHARE)
                case "live":
                    made = policy_life.go_live(s, name, version, by)
                case "withdraw":
                    made = policy_life.withdraw(s, name, version, by, "withdrawn in the console")
                case _:
                    raise CaseError("A policy cannot take this step.")
            return _row(s, made)


def _versions(s: Sitting) -> list[Version]:
    query = sa.select(POLICY_STATE).order_by(POLICY_STATE.c.since_us.desc(), POLICY_STATE.c.version.desc())
    return [Version(**row) for row in s.connection.execute(query).mappings()]


def _version(s: Sitting, name: str, version: str) -> Version:
    try:
        return version_of(s, name, version)
    except PolicyError as error:
        raise NotHereError(str(error)) from error


def _row(s: Sitting, v: Version) -> PolicyRow:
    drafted = s.said("policies", f"drafted:{v.policy}@{v.version}")
    stage = "ended" if v.stage in ("expired", "withdrawn") else v.stage
    author, approver = (n.rpartition(":")[2] for n in (v.author, v.approver))
    why = str(drafted[1].get("why", "")) if drafted else "It ships with Aboveboard."
    return PolicyRow(v.policy, v.version, stage, author, approver, why, moment(v.since_us), moment(v.ends_us) if v.ends_us else None)  # fmt: skip


def _report(s: Sitting, name: str, version: str) -> Backtest | None:
    """Return the last test of a version, as it stands in the ledger."""
    of = (ENTRIES.c.stream == "policies", ENTRIES.c.kind == "backtested")
    found = [e.body for e in read_entries(s.connection, *of) if (e.body["policy"], e.body["version"]) == (name, version)]  # fmt: skip
    return _shown(found[-1]["report"]) if found else None


def _shown(report: Mapping[str, Any]) -> Backtest:
    now, then = report.get("before", report["would"]), report["would"]
    hit, everyone = report["hit"].get("language", {}), report["looked_at"].get("language", {})
    groups = tuple((g, n, n / max(everyone.get(g, n), 1)) for g, n in sorted(hit.items(), key=lambda x: -x[1]))
    changed = sum(abs(then[a] - now.get(a, 0)) for a in then) // 2
    return Backtest(tuple((a, now.get(a, 0), then.get(a, 0)) for a in ACTIONS), groups, changed, str(report.get("skew") or ""))  # fmt: skip


def _faults(message: str) -> tuple[tuple[int, int, str], ...]:
    found = tuple((int(m[1]), int(m[2]), m[3]) for m in _FAULT.finditer(message))
    return found or ((1, 1, message),)


def _difference(before: str, after: str) -> tuple[tuple[str, str], ...]:
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=2, lineterm=""))[2:]
    return tuple((line[:1].replace("@", "…"), line[1:] if line[0] in "+- " else "") for line in lines)
