"""Lines of the queue: what a case is about, read once from its snapshot, beside what changes about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from threading import Lock
from typing import Any

import sqlalchemy as sa

from aboveboard.console.telling import lead
from aboveboard.console.views.cases import CaseRow
from aboveboard.store.entries import moment
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES
from aboveboard.store.sealing import unseal

__all__ = ["DUE", "Known", "Rows", "known_of", "state_of"]

DUE = {"likely": timedelta(days=1), "possible": timedelta(days=3), "inconclusive": timedelta(days=7)}
"""How long a case may wait, by how sure the finding is; anything else waits a week."""

_WEEK = timedelta(days=7)
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Known:
    """A case as its proposal has it: the line of the queue, the language of its account, and its ring."""

    row: CaseRow
    language: str
    group: str
    detector: str
    finding: Mapping[str, Any]


class Rows:
    """Lines by case. What a proposal rests on never changes, so each snapshot is read once. Threads may share it."""

    def __init__(self) -> None:
        self._kept = dict[str, Known]()
        self._lock = Lock()

    def of(self, connection: sa.Connection, cases: Iterable[Mapping[str, Any]]) -> list[Known]:
        """Return the lines of cases, as rows of `CASES`, in their order; what was erased since is left out."""
        rows = list(cases)
        with self._lock:
            self._read(connection, [c for c in rows if c["case_id"] not in self._kept])
            found = ((c, self._kept.get(c["case_id"])) for c in rows)
            return [
                replace(k, row=replace(k.row, state=state_of(c), proposed=c["action"] or "none")) for c, k in found if k
            ]

    def forget(self, account: str) -> None:
        """Forget what is kept of an account."""
        with self._lock:
            for case in [c for c, k in self._kept.items() if k.row.account_id == account]:
                del self._kept[case]

    def _read(self, connection: sa.Connection, cases: list[Mapping[str, Any]]) -> None:
        for start in range(0, len(cases), _CHUNK):
            some = {c["proposal"]: c for c in cases[start : start + _CHUNK]}
            of = (ENTRIES.c.stream == "proposals", ENTRIES.c.key.in_(some))
            for entry in list(read_entries(connection, *of)):
                case = some[entry.key or ""]
                snapshot = unseal(connection, str(entry.body.get("snapshot") or ""))
                if snapshot is not None and snapshot["findings"]:
                    self._kept[case["case_id"]] = known_of(case, entry.body, snapshot)


def known_of(case: Mapping[str, Any], proposal: Mapping[str, Any], snapshot: Mapping[str, Any]) -> Known:
    """Return the line of a case from its proposal and the snapshot that rests on."""
    finding, account = snapshot["findings"][0], snapshot["account"]
    tier, opened = str(proposal.get("tier") or finding["tier"]), moment(case["opened_us"])
    group = str(finding.get("group") or "")
    row = CaseRow(
        id=case["case_id"], account_id=case["account_id"], name=str(account.get("display_name") or ""), handle=str(account.get("handle") or ""),
        violation=case["violation"], tier=tier, score=case["score"] or finding["score"], classes=tuple(finding.get("classes") or ()), says=lead([finding["says"]])[0],
        proposed=case["action"] or "none", state=state_of(case), opened_at=opened, due_at=opened + DUE.get(tier, _WEEK),
        size=len({case["account_id"], *(finding.get("related") or ())}) if group else 1,
    )  # fmt: skip
    return Known(row, str(account.get("language") or ""), group, finding["detector"], finding)


def state_of(case: Mapping[str, Any]) -> str:
    """Return the state of a case as the queue names it."""
    if case["status"] == "open" and case["level"] == "senior":
        return "escalated"
    return "held" if case["status"] == "hearing" else case["status"]
