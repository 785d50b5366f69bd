"""The gate on the desk: its index made from what is kept, opened, and kept up to date by the ledger."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Lock, Thread
from time import monotonic

import sqlalchemy as sa
import structlog
from prometheus_client import Counter

from aboveboard.api.checks import PART
from aboveboard.api.desk import Desk
from aboveboard.api.guarding import REGISTRY
from aboveboard.app.indexing import index
from aboveboard.app.reading_aside import open_aside
from aboveboard.app.told_closures import closed_of
from aboveboard.deciding.wrong_links import wrongly_linked
from aboveboard.errors import InputError
from aboveboard.gate.answers import FAIL_OVER, Answer, Outcome
from aboveboard.gate.aside import Aside
from aboveboard.gate.attempts import Attempt
from aboveboard.gate.attempts import Kind as Attempted
from aboveboard.gate.checking import Checker, Follower
from aboveboard.gate.lagging import Lagging
from aboveboard.gate.opening import KINDS, STREAMS, Gate
from aboveboard.gate.subjects import Closed
from aboveboard.gate.warming import warm
from aboveboard.gate.wording import Terms, terms_of
from aboveboard.intake import every
from aboveboard.policy import Policy, default_policy
from aboveboard.privacy.bar_keys import BarKeys
from aboveboard.privacy.rotation import PRIVACY
from aboveboard.store import Entry, New, Store
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES, ITS_STREAM
from aboveboard.work import Job, Kind, Tools

__all__ = ["Gating", "forget", "gated", "index_chore", "rebuild"]

_LOG = structlog.get_logger("aboveboard.gate")
_LOST = Counter("aboveboard_readers_lost", "Reading processes that died, or could not open the index.", ("why",), registry=REGISTRY)  # fmt: skip
_PROPOSALS = "proposals"
_AT_ONCE = 250
"""Entries that are taken in at once: more would hold up the checks beside them."""
_LATE = 600.0
"""Seconds in which a transaction on PostgreSQL ends, whatever was committed before it."""
_BEHIND, _SHARE = 5_000, 20
"""Entries that a gate may be behind, or this share of its accounts where that is more, before a new index is made instead."""


class Gating:
    """The gate of a desk: opened from its files or built anew, followed, and replaced by a newer index while it answers."""

    def __init__(self, desk: Desk, settled: Callable[[], None] = lambda: None, asides: Sequence[Aside] = ()) -> None:
        self._settled, self._asides = settled, asides
        self._store, self._folder, self._clock = desk.store, desk.data / "gate", desk.clock
        self._building = Lock()
        self._follower: Follower | None = None
        self._lagging: tuple[Gate, Lagging] | None = None
        self._erased = set[str]()
        self._policy, self._keys = _policy(desk), BarKeys(desk.data)
        self.gate: Gate | None = None

    def prepare(self) -> None:
        """Open the index that an earlier run left, or build one."""
        with self._building:
            if not self.open():
                self._rebuild()

    def open(self) -> bool:
        """Open the index that an earlier run left, and say whether there was one that can be used: far behind the ledger, or with somebody in it who was erased since, a new one is built sooner."""
        try:
            gate = _opened(self._store, self._folder, self._keys)
        except InputError:
            return False
        if self._far_behind(gate) or _erased(self._store, gate.state.position):
            return False
        self._follow(gate)
        return True

    def _far_behind(self, gate: Gate) -> bool:
        """Tell whether so much stands in the ledger since that a new index is made sooner than each entry is taken in."""
        most = max(_BEHIND, gate.state.accounts // _SHARE)
        return _waiting(self._store, gate.state.position, most + 1) > most

    def rebuild(self) -> int:
        """Build the index of what the store holds now, put it in place of the older one, and return the ledger's position it stands for."""
        with self._building:
            return self._rebuild()

    def renew(self, since: datetime) -> int:
        """Build the index anew, unless the one that is open was made `since` then; return the ledger's position it stands for."""
        with self._building:
            gate = self.gate
            return self._rebuild() if gate is None or gate.made_at < since else gate.state.position

    def _rebuild(self) -> int:
        before = frozenset(self._erased)
        gate = rebuild(self._store, self._folder, self._clock(), self._keys)
        self._erased -= before
        self._follow(gate)
        return gate.state.position

    def forget(self, accounts: Collection[str]) -> None:
        """Drop accounts that were erased just now; the index on disk is without them when it is next built."""
        self._erased |= set(accounts)
        if self._follower is not None and self.gate is not None and accounts:
            self._follower.look()
            self.gate.forget(accounts, _position(self._store))

    def close(self) -> None:
        """Stop following the ledger; an index that is being built is finished first."""
        with self._building:
            if self._follower is not None:
                self._follower.close()

    def _catch_up(self, gate: Gate) -> bool:
        """Tell whether the gate is far behind the ledger; then a new index is made, beside the checks, once no more streams in (`Lagging`)."""
        if not self._far_behind(gate):
            self._lagging = None
            return False
        if not self._building.locked() and self._behind(gate).due(monotonic(), gate.state.position):
            Thread(target=self.rebuild, name="gate-catching-up", daemon=True).start()
        return True

    def _behind(self, gate: Gate) -> Lagging:
        if self._lagging is None or self._lagging[0] is not gate:
            size = max(_BEHIND, gate.state.accounts + len(gate.state.guarded.large.first_us))
            newest, counted = partial(_position, self._store), partial(_waiting, self._store)
            self._lagging = gate, Lagging(size, newest, counted)
        return self._lagging[1]

    def _beside(self, gate: Gate) -> None:
        """Have the processes beside this one ready that read as a gate does."""
        starting = [Thread(target=a.prepare, args=(gate,), name="gate-aside", daemon=True) for a in self._asides]
        for thread in starting:
            thread.start()
        for thread in starting:
            thread.join()

    def _follow(self, gate: Gate) -> None:
        if self._follower is not None:
            self._follower.close()
        warm(gate, self._policy())
        follower = Follower(gate, _Looked(self._store).entries, lambda: self._catch_up(gate))
        follower.look()
        gate.forget(self._erased, _position(self._store))
        self._beside(gate)
        if self.gate is None:
            self._settled()
        self._follower, self.gate = follower, gate


@contextmanager
def gated(
    desk: Desk,
    *,
    wait: bool = False,
    fail_over: Mapping[Attempted, Outcome] = FAIL_OVER,
    settled: Callable[[], None] = lambda: None,
    readers: int = 0,
) -> Generator[Gating]:
    """Answer checks until the end of the block: as declared (`fail_over`) until the index is open and warm, or built where there is none.

    `wait` has it ready before the block begins; `settled` is called once, when it is warm and before it answers. `readers` processes read
    beside this one, which reads for itself where there is none.
    """
    asides = [Aside(partial(open_aside, desk.data), _lost) for _ in range(readers)]
    gating = Gating(desk, settled, asides)
    checker = Checker(
        lambda: gating.gate,
        _policy(desk),
        keep=lambda told: _keep(desk, told),
        overturned=_overturned(desk),
        fail_over=fail_over,
        asides=asides,
    )
    desk.parts |= {PART: checker, "gating": gating}
    desk.ready = lambda: {"checks": gating.gate is not None}
    building = Thread(target=gating.prepare, name="gate-building", daemon=True)
    building.start()
    if wait:
        building.join()
    try:
        yield gating
    finally:
        building.join()
        checker.close()
        gating.close()
        for aside in asides:
            aside.close()
        desk.ready = dict
        del desk.parts[PART], desk.parts["gating"]


def _lost(why: str) -> None:
    """Count a reading process that is done without, and say so in the log."""
    _LOST.labels(why).inc()
    _LOG.warning("reader_lost", state=why)


def forget(desk: Desk, accounts: Collection[str]) -> None:
    """Drop accounts that were erased just now from the gate of a desk, if it has one."""
    gating: Gating | None = desk.parts.get("gating")
    if gating is not None:
        gating.forget(accounts)


def index_chore(desk: Desk) -> Kind:
    """Return the kind of job that builds the index anew once a day: tokens and names that came after a closure stand in it then.

    An index that was built that day already, as at the first start, is not built twice.
    """

    def build_index(_tools: Tools, job: Job, at: datetime) -> int:
        return desk.parts["gating"].renew(datetime.fromisoformat(job.body.get("period") or at.isoformat()))

    def done(_tools: Tools, _connection: sa.Connection, _job: Job, _position: int, _at: datetime) -> None: ...

    about = "Builds the index of closed accounts and protected names anew."
    return Kind("build_index", about, done, build_index, lease=timedelta(minutes=10), every=timedelta(days=1))


def _entries(store: Store, after: int) -> list[Entry]:
    """Return what concerns the gate after a position of the ledger, at most so many at once."""
    with store.reading() as connection:
        return list(read_entries(connection, *_concerns(after), most=_AT_ONCE))


class _Looked:
    """How far the ledger was looked through: what else is written, such as acts, need not be read again at every look.

    On PostgreSQL an entry may be committed after one with a higher position, so that only what was there a while ago counts as looked through.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._through = store, 0
        self._before = deque[tuple[float, int]]()
        self._late = 0.0 if store.engine.dialect.name == "sqlite" else _LATE

    def entries(self, after: int) -> list[Entry]:
        """Return what concerns the gate after a position, as `_entries` does."""
        newest, now = _position(self._store), monotonic()
        found = _entries(self._store, max(after, self._through))
        if not found:  # what is found may be left for another gate
            self._before.append((now, newest))
        while self._before and now - self._before[0][0] >= self._late:
            self._through = self._before.popleft()[1]
        return found


def _waiting(store: Store, after: int, most: int) -> int:
    """Count what concerns the gate after a position of the ledger, up to so many."""
    some = sa.select(ENTRIES.c.position).where(*_concerns(after)).limit(most).subquery()
    with store.reading() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(some)).scalar_one()


def _erased(store: Store, after: int) -> bool:
    """Tell whether somebody was erased after a position of the ledger."""
    since = (ENTRIES.c.position > after, ENTRIES.c.stream == PRIVACY, ENTRIES.c.kind == "erased")
    with store.reading() as connection:
        return connection.execute(sa.select(ENTRIES.c.position).where(*since).limit(1)).scalar() is not None


def _position(store: Store) -> int:
    with store.reading() as connection:
        return connection.execute(sa.select(sa.func.max(ENTRIES.c.position))).scalar() or 0


def _concerns(after: int) -> tuple[sa.ColumnElement[bool], ...]:
    return (ENTRIES.c.position > after, ITS_STREAM.in_(STREAMS), ENTRIES.c.kind.in_(KINDS))


def rebuild(store: Store, folder: Path, at: datetime, keys: BarKeys) -> Gate:
    """Build the index of what a store holds at a time, put it in place of an older one, and return the gate."""
    index(store, folder, at)
    return _opened(store, folder, keys)


def _opened(store: Store, folder: Path, keys: BarKeys) -> Gate:
    look = lambda account_id: _closed(store, account_id)  # noqa: E731
    return Gate.open(folder, look, terms=lambda: _terms(store), kept=keys.kept, warm=True)


def _terms(store: Store) -> Terms:
    with store.reading() as connection:
        return terms_of(every(connection, "protected_terms"))


def _overturned(desk: Desk) -> Callable[[Sequence[Attempt]], Mapping[str, frozenset[str]]]:
    """Return what tells, of each attempt, whom its account was wrongly linked to: what decisions rested on that were taken back."""

    def spared(attempts: Sequence[Attempt]) -> Mapping[str, frozenset[str]]:
        known = {a.attempt_id: a.account_id for a in attempts if a.account_id}
        if not known:
            return {}
        with desk.store.reading() as connection:
            wrong = wrongly_linked(connection, set(known.values()))
        return {attempt: wrong[account] for attempt, account in known.items() if account in wrong}

    return spared


def _closed(store: Store, account_id: str) -> Closed | None:
    with store.reading() as connection:
        return closed_of(connection, account_id)


def _policy(desk: Desk) -> Callable[[], Policy]:
    """Return what gives the policy in force: the one that the desk's part `policy` names, or the one that ships with the program."""
    shipped = default_policy()

    def current() -> Policy:
        named: Callable[[], Policy] | None = desk.parts.get("policy")
        return named() if named else shipped

    return current


def _keep(desk: Desk, told: Sequence[tuple[Attempt, Answer]]) -> None:
    """Write down what was not simply allowed: ids and figures, no names and no tokens."""
    new = [
        New("answered", attempt.subject, _body(attempt, answer) | _met(desk, answer), answer.decision_id)
        for attempt, answer in told
    ]
    desk.ledger.append(_PROPOSALS, new, desk.clock())


def _met(desk: Desk, answer: Answer) -> dict[str, list[str]]:
    """Return the bars under tokens that an answer rests on, which a person may clear; closed accounts, whose ids are theirs, are left out."""
    gate: Gate | None = desk.parts["gating"].gate
    named = {r for c in answer.staff.claims for r in c.related}
    met = sorted(r for r in named if gate and (known := gate.state.barred.known(r)) and known.nameless)
    return {"bars": met} if met else {}


def _body(attempt: Attempt, answer: Answer) -> dict[str, object]:
    return {
        "attempt": attempt.attempt_id, "kind": attempt.kind, "answer": answer.answer, "violation": answer.violation,
        "tier": answer.tier, "score": answer.score, "classes": list(answer.classes), "findings": list(answer.finding_ids),
        "person": answer.person, "drop_badge": answer.drop_badge, "rules": dict(answer.staff.rules),
        "policy": answer.policy, "policy_version": answer.policy_version, "index": answer.index_version,
    }  # fmt: skip
