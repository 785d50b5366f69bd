"""Cases of the service: looked at, taken up, decided, taken back."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, TypeVar

import sqlalchemy as sa

from aboveboard.cases import Account
from aboveboard.console.service.around import Around, look_around, look_later, world_of
from aboveboard.console.service.casefile import File, picture, subject_of, view_of, weighed
from aboveboard.console.service.ground import Standing, asked, case_row, who
from aboveboard.console.service.queues import Queues
from aboveboard.console.service.rows import known_of
from aboveboard.console.telling import later_of
from aboveboard.console.verbs import Decided, NotHereError, Ruling
from aboveboard.console.views.cases import CaseView, Later, Preview, Wanted
from aboveboard.console.views.frame import Me
from aboveboard.deciding import handling
from aboveboard.deciding.carrying import severity_of
from aboveboard.deciding.histories import history
from aboveboard.deciding.leaving import keep, take_back
from aboveboard.deciding.second_looks import life_then, original_of
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import Order
from aboveboard.errors import CaseError, InputError
from aboveboard.privacy.reveal import grant, reveal
from aboveboard.store.deciding_tables import LEASES
from aboveboard.store.entries import microseconds, moment
from aboveboard.store.intake_tables import FACTS
from aboveboard.tables import World

__all__ = ["CaseDesk", "rests_on"]

_Made = TypeVar("_Made")
_KEPT, _WORLDS = 64, 8
_FACES = "accounts:reveal"
"""The permission that pictures take beside that to see cases: who sees cases for a policy's sake needs no faces."""
_AGAIN = timedelta(minutes=1)
"""Within it, the same person drawing the same page again is one look."""


class CaseDesk(Queues):
    """The verbs of cases."""

    def __init__(self, standing: Standing) -> None:
        super().__init__(standing)
        self._around = OrderedDict[tuple[str, int], Around]()
        self._worlds = OrderedDict[tuple[str, int], World]()
        self._seen = dict[tuple[str, str], datetime]()
        self._lock = Lock()

    def case(self, me: Me, case_id: str, wanted: Wanted, at: datetime) -> CaseView:
        """Return a case. Looking is written down, with the case as its purpose."""
        file, by, until, preview = self._opened(me, case_id, at)
        view = view_of(file, preview, self.place(me, case_id, wanted, at), by, until, at)
        return replace(view, pictures=self.on.pictures is not None and me.may(_FACES))

    def picture(self, me: Me, case_id: str, whose: str, kind: str, at: datetime) -> bytes | None:
        """Return a picture of an account of a case. Looking is written down as that at the case."""
        asked(me, _FACES)
        if (kept := self.on.pictures) is None:
            return None
        file, *_ = self._opened(me, case_id, at)
        *_, double = picture(file)
        shown = subject_of(file) if whose == "subject" else double.closed if double else None
        return kept.picture(kind, shown.account_id, getattr(shown, kind), at) if shown else None

    def _opened(self, me: Me, case_id: str, at: datetime) -> tuple[File, str, datetime | None, Preview]:
        """Open the file of a case for somebody, and write down that they look."""
        asked(me, "cases:read")
        with self.sitting(at) as s:
            case = case_row(s.connection, case_id)
            self.looked(s, me, case, "case")
            proposal, snapshot = rests_on(s, case)
            life, then = _stood(s, case)
            severity = severity_of(case["action"], case["violation"]) if case["action"] != "none" else 0
            preview = weighed(s, case, life, snapshot["account"], case["action"], severity)
            by, until = _held(s, case_id)
        return self.file(case, proposal, snapshot, life, at, then), by, until, preview

    def file(self, case: Mapping[str, Any], proposal: Mapping[str, Any], snapshot: Mapping[str, Any], life: Any, at: datetime, then: int = 0) -> File:  # noqa: ANN401  # fmt: skip
        """Return all that is known around a case; `then` leaves out what was handed in from that time on (microseconds, 0: nothing)."""
        rules = self.rulebook(case["policy"], case["version_of_policy"], at)
        return File(
            case,
            proposal,
            snapshot,
            life,
            rules,
            self._look(case, snapshot, rules, then),
            known_of(case, proposal, snapshot),
        )

    def _look(self, case: Mapping[str, Any], snapshot: Mapping[str, Any], rules: Any, then: int) -> Around:  # noqa: ANN401
        """Return what is around an account, worked out again only once something new came in about it."""
        key = self._key(case, then)
        if (kept := self._around.get(key)) is not None:
            return kept
        made = look_around(self._world(key, case, snapshot, then), case["account_id"], snapshot, rules)
        with self._lock:
            return _kept(self._around, key, made, _KEPT)

    def _key(self, case: Mapping[str, Any], then: int) -> tuple[str, int]:
        newest = sa.select(sa.func.max(FACTS.c.position)).where(FACTS.c.account_id == case["account_id"])
        with self.reading() as connection:
            return case["proposal"], then or connection.execute(newest).scalar() or 0

    def _world(self, key: tuple[str, int], case: Mapping[str, Any], snapshot: Mapping[str, Any], then: int) -> World:
        """Return the small world around an account, which the page and what comes after it read in turn."""
        if (kept := self._worlds.get(key)) is not None:
            return kept
        named = [n for f in snapshot["findings"] for n in f.get("related") or ()]
        with self.reading() as connection:
            bodies = snapshot.get("around", {}).get("bodies")
            made = world_of(connection, case["account_id"], named, moment(snapshot["as_of"]), then, bodies)
        with self._lock:
            return _kept(self._worlds, key, made, _WORLDS)

    def later(self, me: Me, case_id: str, at: datetime) -> Later:
        """Return what takes longest of a case. Looking is written down as that at the case."""
        asked(me, "cases:read")
        with self.sitting(at) as s:
            case = case_row(s.connection, case_id)
            self.looked(s, me, case, "case")
            _, snapshot = rests_on(s, case)
            _, then = _stood(s, case)
        rules = self.rulebook(case["policy"], case["version_of_policy"], at)
        world = self._world(self._key(case, then), case, snapshot, then)
        return later_of(look_later(world, case["account_id"], snapshot, rules))

    def looked(self, s: Sitting, me: Me, case: Mapping[str, Any], purpose: str) -> None:
        """Write down that somebody looks at the account of a case."""
        key = (me.name, case["case_id"])
        with self._lock:
            before = self._seen.get(key)
            if before is not None and timedelta(0) <= s.at - before < _AGAIN:
                return
            self._seen = {k: v for k, v in self._seen.items() if s.at - v < _AGAIN} | {key: s.at}
        by, ledger = who(me), self.on.ledger
        leave = grant(s.connection, ledger, case["account_id"], by, s.at, purpose=purpose, case=case["case_id"])
        _ = reveal(s.connection, ledger, leave.id, by, s.at)

    def claim(self, me: Me, case_id: str, version: int, at: datetime) -> int:
        """Take a case up; whoever has it already goes on."""
        asked(me, "cases:work")
        with self.sitting(at) as s:
            case = case_row(s.connection, case_id)
            if case["version"] == version and _held(s, case_id)[0] == me.name:
                _ = handling.heartbeat(s, case_id, who(me))
                return version
            return handling.claim(s, case_id, who(me), version)["version"]

    def heartbeat(self, me: Me, case_id: str, at: datetime) -> datetime:
        """Say that one still works on it."""
        asked(me, "cases:work")
        with self.sitting(at) as s:
            return handling.heartbeat(s, case_id, who(me))

    def pass_on(
        self, me: Me, case_id: str, version: int, how: str, reason: str, to: str, days: int, at: datetime
    ) -> None:
        """Skip, hold, escalate, hand over or release a case."""
        asked(me, "cases:work")
        with self.sitting(at) as s:
            by = who(me)
            match how:
                case "skip" | "escalate" | "release":
                    _ = getattr(handling, how)(s, case_id, by, version, reason)
                case "hold":
                    _ = handling.hold(s, case_id, by, version, s.at + timedelta(days=days), reason)
                case "hand_over":
                    _ = handling.hand_over(s, case_id, by, version, f"person:{to.strip()}", reason)
                case _:
                    raise InputError("a case is passed on with a reason")

    def preview(self, me: Me, case_id: str, severity: int, days: int, at: datetime) -> Preview:
        """Return what a decision would weigh."""
        asked(me, "cases:read")
        del days
        with self.sitting(at) as s:
            case = case_row(s.connection, case_id)
            life, _ = _stood(s, case)
            return weighed(s, case, life, rests_on(s, case)[1]["account"], case["action"], severity)

    def decide(self, me: Me, case_id: str, version: int, ruling: Ruling, key: str, at: datetime) -> Decided:
        """Decide a case, once for each key. It leaves in ten seconds."""
        asked(me, "decisions:make")
        if ruling.action != "none" and "[" in ruling.notice:
            raise InputError("the notice still has a gap in brackets")
        acts = ruling.action != "none"
        order = Order(ruling.action, severity=ruling.severity if acts else 0)
        days = ruling.days if acts and ruling.action not in ("close", "bar") else 0
        reason = f"{ruling.reason}: {ruling.note}" if ruling.note.strip() else ruling.reason
        with self.sitting(at) as s:
            more = {"looked": _looked(s, case_id, ruling), "notice": ruling.notice, "language": ruling.language}
            made = keep(s, key, case_id, order, who(me), reason, version, tokens=self.on.tokens, more=more, days=days)
        return Decided(made.decision, made.case, made.leaves_at, made.led_to == "second")

    def undo(self, me: Me, decision_id: str, at: datetime) -> str:
        """Take one's own decision back before it leaves."""
        with self.sitting(at) as s:
            try:
                return take_back(s, decision_id, who(me))
            except CaseError as error:
                if str(error).startswith("there is no"):
                    raise NotHereError(str(error)) from error
                raise


def _stood(s: Sitting, case: Mapping[str, Any]) -> tuple[Account, int]:
    """Return the account's life as this case sees it, and from when on nothing is shown: a case that is looked at again tells of the time before it was decided."""
    first = original_of(s, case)
    if first is None:
        return history(s, case["account_id"]).account, 0
    return life_then(s, case["account_id"], first["opened_us"]), first["last_us"]


def _held(s: Sitting, case_id: str) -> tuple[str, datetime | None]:
    lease = s.connection.execute(sa.select(LEASES).where(LEASES.c.case_id == case_id)).mappings().one_or_none()
    if lease is None or lease["until_us"] <= microseconds(s.at):
        return "", None
    return lease["by"].removeprefix("person:"), moment(lease["until_us"])


def rests_on(s: Sitting, case: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what a case proposes, and the snapshot that rests on. Raises `NotHereError` once that was erased."""
    said = s.said("proposals", case["proposal"]) if case["proposal"] else None
    snapshot = s.unseal(str(said[1].get("snapshot", ""))) if said else None
    if said is None or snapshot is None:
        raise NotHereError("What this case rests on was erased.")
    return said[1], snapshot


def _looked(s: Sitting, case_id: str, ruling: Ruling) -> dict[str, Any]:
    case = case_row(s.connection, case_id)
    return {
        "seconds": ruling.looked.seconds,
        "opened": len(ruling.looked.opened),
        "parts": sorted({p.partition("-")[0] for p in ruling.looked.opened}),
        "ruled_out": len(ruling.looked.ruled_out),
        "because": ruling.reason,
        "agreed": ruling.action == (case["action"] or "none"),
    }


def _kept(there: OrderedDict[tuple[str, int], _Made], key: tuple[str, int], made: _Made, most: int) -> _Made:
    """Keep what was made, and no more than so many; return it."""
    there[key] = made
    while len(there) > most:
        there.popitem(last=False)
    return made
