"""The policy room of the demo: drafts, backtests on the scan, and who lets them go live."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files

from aboveboard.console.demo.world import Scan
from aboveboard.console.demo.writing import Writing
from aboveboard.console.verbs import NotHereError
from aboveboard.console.views.frame import Me
from aboveboard.console.views.rooms import Backtest, Checked, PolicyRow, PolicyView
from aboveboard.errors import CaseError, InputError, PolicyError
from aboveboard.policy import check_policy, counts, diff, load_policy, propose

__all__ = ["Policies"]

_FAULT = re.compile(r"^[^\n:]*:(\d+):(\d+): (.*)$", re.MULTILINE)
_STEPS = {
    "draft": ("backtest", "withdraw"), "backtested": ("shadow", "withdraw"), "shadow": ("canary", "live", "withdraw"), "canary": ("live", "withdraw"),
    "live": ("withdraw",),
}  # fmt: skip
_AFTER = {"shadow": "shadow", "canary": "canary", "live": "live", "withdraw": "ended"}


@dataclass(slots=True)
class _Version:
    row: PolicyRow
    text: str
    backtest: Backtest | None = None


class Policies(Writing):
    """The verbs of the policy room."""

    scan: Scan

    def _begin_policies(self, at: datetime) -> None:
        text = files("aboveboard.policy").joinpath("default.toml").read_text(encoding="utf-8")
        known = load_policy(text)
        row = PolicyRow(
            known.name,
            known.version,
            "live",
            "shipped",
            "shipped",
            "It ships with Aboveboard.",
            at,
            at + timedelta(days=180),
        )
        self._versions = {(known.name, known.version): _Version(row, text)}

    def policies(self, me: Me, at: datetime) -> tuple[PolicyRow, ...]:
        """Return every version, newest first."""
        del me, at
        return tuple(v.row for v in reversed(self._versions.values()))

    def policy(self, me: Me, name: str, version: str, at: datetime) -> PolicyView:
        """Return one version."""
        del at
        own = self._version(name, version)
        history = tuple(v.row for v in reversed(self._versions.values()) if v.row.name == name)
        earlier = [v for v in self._versions.values() if v.row.name == name]
        place = earlier.index(own)
        difference = _difference(earlier[place - 1].text, own.text) if place else ()
        allowed = {"live": "policies:approve", "canary": "policies:write"}
        steps = tuple(s for s in _STEPS.get(own.row.stage, ()) if me.may(allowed.get(s, "policies:write")))
        return PolicyView(own.row, own.text, self.check_policy(me, own.text), history, difference, own.backtest, steps)

    def _version(self, name: str, version: str) -> _Version:
        if (name, version) not in self._versions:
            raise NotHereError(f"there is no version {version} of a policy {name}")
        return self._versions[name, version]

    def check_policy(self, me: Me, text: str) -> Checked:
        """Look at a text."""
        del me
        try:
            read = load_policy(text)
        except PolicyError as error:
            return Checked(_faults(str(error)), ())
        return Checked((), tuple((r.case.name, r.held, r.message) for r in check_policy(read)), len(read.rules))

    def draft_policy(self, me: Me, text: str, why: str, ends: date, at: datetime) -> PolicyRow:
        """Keep a draft."""
        read = load_policy(text)
        if (read.name, read.version) in self._versions:
            raise CaseError(
                f"version {read.version} of {read.name} stands already; write another version into the text"
            )
        ends_at = datetime.combine(ends, time(), UTC)
        if ends_at <= at:
            raise InputError("a policy ends after today")
        row = PolicyRow(read.name, read.version, "draft", me.name, "", why, at, ends_at)
        self._versions[read.name, read.version] = _Version(row, text.replace("\r\n", "\n"))
        self.write("policies", "drafted", "", {"by": me.name, "policy": read.name, "version": read.version}, at)
        return row

    def backtest(self, me: Me, name: str, version: str, at: datetime) -> Backtest:
        """Try a draft on the scan beside what is in force."""
        own = self._version(name, version)
        live = next(v for v in self._versions.values() if v.row.name == name and v.row.stage == "live")
        s = self.scan
        now, then = (
            propose(load_policy(v.text), s.findings, s.accounts, s.as_of, attestations=s.attestations)
            for v in (live, own)
        )
        totals = [{r["action"]: r["proposed"] + r["for_review"] for r in counts(t).to_pylist()} for t in (now, then)]
        hit = {d["account_id"] for d in then.to_pylist() if d["action"] != "none"}
        everyone, struck = (
            Counter(str(s.rows[a]["language"] or "–") for a in ids if a in s.rows) for ids in (s.rows, hit)
        )
        groups = tuple((g, struck[g], struck[g] / n) for g, n in everyone.most_common() if struck[g])
        own.backtest = Backtest(
            tuple((a, totals[0][a], totals[1][a]) for a in totals[0]),
            groups,
            diff(now, then).num_rows,
            _breaker(everyone, struck),
        )
        if own.row.stage == "draft":
            own.row = replace(own.row, stage="backtested", at=at)
        self.write("policies", "backtested", "", {"by": me.name, "policy": name, "version": version}, at)
        return own.backtest

    def step_policy(self, me: Me, name: str, version: str, step: str, at: datetime) -> PolicyRow:
        """Take a version one step on."""
        own = self._version(name, version)
        if step not in _STEPS.get(own.row.stage, ()):
            raise CaseError(f"a policy that is {own.row.stage} cannot take this step")
        if step == "live" and (own.row.author == me.name or not me.may("policies:approve")):
            raise CaseError("somebody other than its author lets a policy go live")
        if step in ("canary", "live") and own.backtest and own.backtest.breaker:
            raise CaseError(own.backtest.breaker)
        if step == "live":
            for v in self._versions.values():
                v.row = replace(v.row, stage="ended") if v.row.name == name and v.row.stage == "live" else v.row
        own.row = replace(own.row, stage=_AFTER[step], at=at, approver=me.name if step == "live" else own.row.approver)
        self.write("policies", _AFTER[step], "", {"by": me.name, "policy": name, "version": version}, at)
        return own.row


def _faults(message: str) -> tuple[tuple[int, int, str], ...]:
    found = tuple((int(m[1]), int(m[2]), m[3]) for m in _FAULT.finditer(message))
    return found or ((1, 1, message),)


def _difference(before: str, after: str) -> tuple[tuple[str, str], ...]:
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=2, lineterm=""))[2:]
    return tuple((line[:1].replace("@", "…"), line[1:] if line[0] in "+- " else "") for line in lines)


def _breaker(everyone: Counter[str], struck: Counter[str]) -> str:
    """Say that a language is hit three times as often as the others together, where ten or more of it are."""
    for group, n in struck.items():
        rest_hit, rest = struck.total() - n, everyone.total() - everyone[group]
        if n >= 10 and rest and n / everyone[group] > 3 * max(rest_hit, 1) / rest:  # noqa: PLR2004  (deciding.Limits)
            return f"Stopped: accounts in the language {group} would be hit more than three times as often as all others ({n} of {everyone[group]})."
    return ""
