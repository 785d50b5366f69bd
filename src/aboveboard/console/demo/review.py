"""Review in the demo: second looks and golden cases of this process, drawn as the service draws them but oftener, so that they can be seen."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from aboveboard.console.demo.audit import Audit
from aboveboard.console.meaning import Act
from aboveboard.console.reviewing import Did, agreements, reviewers, stamped
from aboveboard.console.verbs import Decided, Ruling
from aboveboard.console.views.cases import CaseRow
from aboveboard.console.views.frame import Me
from aboveboard.console.views.review import Candidate, Check, GoldenRow, ReviewPage
from aboveboard.errors import CaseError

__all__ = ["Review"]

_SHARE = 0.2
_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class _Again:
    """A case that was decided before: which, of what kind, what was answered first and by whom."""

    kind: str
    case: str
    was: str
    first: str


class Review(Audit):
    """The verbs of the page about review, and decisions that may be looked at again."""

    def _begin_review(self) -> None:
        self._again = dict[str, _Again]()
        self._checks = dict[str, Check]()
        self._made = dict[str, tuple[str, str, datetime]]()
        self._golden = dict[str, GoldenRow]()

    def decide(self, me: Me, case_id: str, version: int, ruling: Ruling, key: str, at: datetime) -> Decided:
        """Decide a case, once for each key; what is said of one that was decided before is only noted."""
        known = key in self._decided
        made = super().decide(me, case_id, version, ruling, key, at)
        if known:
            return made
        if case_id in self._again:
            self._noted(me, case_id, ruling, at)
            return made
        if not made.second:
            self._made[case_id] = (ruling.action, me.name, at)
            self._draw(me, case_id, ruling, key, at)
        return made

    def _noted(self, me: Me, case_id: str, ruling: Ruling, at: datetime) -> None:
        again, row = self._again[case_id], self.book.rows[case_id]
        if row.state != "decided":
            self._change(replace(row, state="decided"))
        self._checks[case_id] = Check(again.kind, again.case, row.violation, again.was, ruling.action, again.first, me.name, at)  # fmt: skip

    def _draw(self, me: Me, case_id: str, ruling: Ruling, key: str, at: datetime) -> None:
        row = self.book.rows[case_id]
        if _drawn("second", case_id) < _SHARE:
            self._open(row, _Again("second", case_id, ruling.action, me.name), at, shut=me.name)
        had = {(a.case, self.book.only.get(c)) for c, a in self._again.items()}
        free = [g for g in self._golden.values() if g.status == "golden" and me.name not in (g.by, g.second, self._made[g.case][1])]  # fmt: skip
        chosen = next((g for g in free if (g.case, me.name) not in had), None)
        if chosen and _drawn("golden", key) < _SHARE:
            first = self._made[chosen.case][1]
            self._open(self.book.rows[chosen.case], _Again("golden", chosen.case, chosen.action, first), at, only=me.name)  # fmt: skip

    def _open(self, row: CaseRow, again: _Again, at: datetime, *, shut: str = "", only: str = "") -> None:
        new = "case_" + hashlib.sha256(f"{row.id} {again.kind} {only}".encode()).hexdigest()[:12]
        self.book.rows[new] = replace(row, id=new, state="open", opened_at=at, due_at=at + (row.due_at - row.opened_at))
        self._again[new] = again
        if row.id in self._proposals:
            self._proposals[new] = self._proposals[row.id]
        if shut:
            self.book.shut[new] = shut
        if only:
            self.book.only[new] = only

    def undo(self, me: Me, decision_id: str, at: datetime) -> str:
        """Take one's own decision back before it leaves, and what it led to."""
        case_id = super().undo(me, decision_id, at)
        self._checks.pop(case_id, None)
        self._made.pop(case_id, None)
        for new in [c for c, a in self._again.items() if a.case == case_id and a.kind == "second"]:
            del self._again[new], self.book.rows[new]
        return case_id

    def review(self, me: Me, at: datetime) -> ReviewPage:
        """Return how review goes."""
        checks, did = list(self._checks.values()), self._did()
        differ = tuple(c for c in reversed(checks) if c.kind == "second" and c.was != c.action)
        own = tuple(c for c in reversed(checks) if c.by == me.name)
        candidates = tuple(
            Candidate(c, self.book.rows[c].violation, action, by, when) for c, (action, by, when) in self._made.items() if c not in self._golden
        )  # fmt: skip
        return ReviewPage(
            at - _BACK, me.may("decisions:confirm"), own, reviewers(did, checks), agreements(did, checks), differ, tuple(map(self._counted, self._golden.values())),
            candidates, stamped(did), (_SHARE, _SHARE),
        )  # fmt: skip

    def _did(self) -> list[Did]:
        found = list[Did]()
        for e in self.ledger.of_stream("decisions"):
            if e.kind == "decided" and e.body["case"] not in self._again and e.body["case"] in self.book.rows:
                b, row = e.body, self.book.rows[e.body["case"]]
                act = Act(b["by"], e.at, b["seconds"], b["opened"], b["agreed"])
                found.append(Did(act, row.violation, b["action"], row.proposed))
        return found

    def _counted(self, row: GoldenRow) -> GoldenRow:
        answers = [c for c in self._checks.values() if c.kind == "golden" and c.case == row.case]
        return replace(row, right=sum(c.was == c.action for c in answers), answered=len(answers))

    def ask_golden(self, me: Me, case_id: str, at: datetime) -> None:
        """Ask that a decided case become golden."""
        del at
        if case_id not in self._made or case_id in self._golden:
            raise CaseError("Only a decided case has a known answer.")
        row = self.book.rows[case_id]
        self._golden[case_id] = GoldenRow(case_id, row.violation, self._made[case_id][0], me.name, "", "asked", 0, 0)

    def agree_golden(self, me: Me, case_id: str, at: datetime) -> None:
        """Agree, as the second person, that a case is golden."""
        del at
        row = self._named(case_id, "asked")
        if row.by == me.name:
            raise CaseError("It takes a second person.")
        self._golden[case_id] = replace(row, second=me.name, status="golden")

    def retire_golden(self, me: Me, case_id: str, at: datetime) -> None:
        """Draw a golden case no more."""
        del me, at
        self._golden[case_id] = replace(self._named(case_id, "asked", "golden"), status="retired")

    def _named(self, case_id: str, *states: str) -> GoldenRow:
        row = self._golden.get(case_id)
        if row is None or row.status not in states:
            raise CaseError("Nobody asks for this, or it is settled.")
        return row


def _drawn(what: str, about: str) -> float:
    return int.from_bytes(hashlib.sha256(f"{what}\n{about}".encode()).digest()[:8]) / 2**64
