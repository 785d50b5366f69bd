"""The gate itself: opened from its files, kept up to date by the ledger, and asked about one attempt or many."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple, Self

import msgspec

from aboveboard.gate.answers import Answer
from aboveboard.gate.attempts import Attempt
from aboveboard.gate.barred import Barred, itself
from aboveboard.gate.claims import Claim
from aboveboard.gate.files import open_barred, open_guarded, open_manifest
from aboveboard.gate.guarded import Guarded
from aboveboard.gate.posing import posing_claims
from aboveboard.gate.reading import profiles
from aboveboard.gate.returning import Asked, returning
from aboveboard.gate.ruling import decided
from aboveboard.gate.subjects import Closed, Organisation
from aboveboard.gate.trading import trading
from aboveboard.gate.wording import NO_TERMS, TERMS_CHANGED, Terms, wording
from aboveboard.policy.model import Policy
from aboveboard.store.entries import Entry, moment

__all__ = [
    "FREE", "KINDS", "SHUT", "STREAMS", "Change", "Gate", "State", "Subject", "after", "answer", "answers", "claims_about",
]  # fmt: skip

Subject = Closed | Organisation

SHUT = frozenset(("closed", "suspended", "barred", "rekeyed", "reviewed"))
"""Kinds of entries after which a subject is shut out; what is kept of it is looked up anew, so that another end of its bar counts."""
FREE = frozenset(("restored", "lifted", "overturned", "expired", "bar_lifted", "bar_expired", "forgotten"))
"""Kinds of entries after which it is not."""
_KEPT, _DROPPED = "name_protected", "name_unprotected"
STREAMS = frozenset(("accounts", "bars", "names"))
KINDS = SHUT | FREE | {_KEPT, _DROPPED, TERMS_CHANGED}
"""The streams of the ledger, and the kinds of entries there, that change what the gate knows."""


class State(NamedTuple):
    """What the gate knows at one position of the ledger. It never changes: what comes later is another state.

    `version` is the position of the last entry that made a difference: an attempt that comes again gets the same decision until then.
    `changes` counts what was done to what the files hold.
    """

    position: int
    version: int
    accounts: int
    barred: Barred
    guarded: Guarded
    terms: Terms = NO_TERMS
    changes: int = 0


class Change(NamedTuple):
    """What makes one state of another: who came, who is gone, and the operator's terms where they changed."""

    came: tuple[Subject, ...] = ()
    gone: frozenset[str] = frozenset()
    terms: tuple[tuple[str | None, ...], ...] | None = None


def after(state: State, change: Change) -> State:
    """Return the state after a change: the same wherever the same change is made to the same state, but for its position."""
    changed = _changed(state, change.came, change.gone)._replace(changes=state.changes + 1)
    return changed if change.terms is None else changed._replace(terms=Terms(change.terms), version=changed.position)


_EVER = moment(0)


def _no_terms() -> Terms:
    return NO_TERMS


class Gate:
    """Readers take `state` and are never kept waiting; one writer at a time puts a new state in its place."""

    def __init__(
        self,
        state: State,
        look: Callable[[str], Closed | None],
        terms: Callable[[], Terms] = _no_terms,
        made_at: datetime = _EVER,
    ) -> None:
        """`look` returns what is kept of a closed account, by its id: names are personal data, so no entry of the ledger holds them.

        `terms` returns the operator's lists as they are now; `made_at` is when the files were built. `stamp` tells these files from others,
        and `changes` are all that was done to what they hold, in order: a state is what its first `changes` of them make.
        """
        held = terms()
        self.stamp = state.position, state.accounts, made_at
        self.changes = [Change(terms=held.rows)]
        self.state, self.made_at = state._replace(terms=held, changes=1), made_at
        self._look, self._terms = look, terms
        self._writing = Lock()

    @classmethod
    def open(
        cls, folder: Path, look: Callable[[str], Closed | None] = lambda _: None, *, terms: Callable[[], Terms] = _no_terms,
        kept: Callable[[str], Sequence[str]] = itself, warm: bool = False,
    ) -> Self:  # fmt: skip
        """Open what `building.build` wrote; `kept` returns all that a bar may keep for a token (see `Barred`). Raises `InputError` where the folder holds no index, or one of another version."""
        held = open_manifest(folder)
        barred, guarded = open_barred(folder / "barred", warm=warm), open_guarded(folder / "guarded", warm=warm)
        known = Barred.of(barred, kept), Guarded.of(guarded)
        state = State(held["position"], held["position"], held["accounts"], *known)
        return cls(state, look, terms, moment(held["made_us"]))

    def apply(self, entry: Entry) -> None:
        """Take an entry of the ledger in; those that do not concern the gate only move its version on."""
        self.apply_all((entry,))

    def apply_all(self, entries: Iterable[Entry]) -> None:
        """Take entries in, in the order of the ledger, all at once. What was taken in before is left out."""
        with self._writing:
            fresh = sorted((e for e in entries if e.position > self.state.position), key=lambda e: e.position)
            if fresh:
                self.state = self._after(self.state, fresh)

    def forget(self, accounts: Iterable[str], position: int) -> None:
        """Drop accounts that were erased by a position of the ledger: its entries name them no more, so they cannot say so.

        What was written down of them as they came is dropped too: whoever makes the same changes later does without.
        """
        with self._writing:
            erased = frozenset(accounts)
            self.changes = [c._replace(came=tuple(s for s in c.came if _id(s) not in erased)) for c in self.changes]
            without = self._made(self.state, Change(gone=erased))
            if without.barred is not self.state.barred:
                self.state = without._replace(version=max(position, without.version))

    def _after(self, state: State, entries: Sequence[Entry]) -> State:
        came: dict[str, Subject] = {}
        gone = set[str]()
        for entry in (e for e in entries if e.stream in STREAMS):
            subject = self._taken(entry)
            fallen = {entry.subject}
            if entry.kind in FREE and entry.kind == "overturned":
                fallen |= _resting(state, came, entry.subject)
            for one in fallen if subject is not None or entry.kind in FREE | {_DROPPED} else ():
                came.pop(one, None)
                gone.add(one)
            if subject is not None:
                came[entry.subject] = subject
        terms = self._terms().rows if any(e.kind == TERMS_CHANGED for e in entries) else None
        moved = state._replace(position=entries[-1].position)
        return self._made(moved, Change(tuple(came.values()), frozenset(gone), terms))

    def _made(self, state: State, change: Change) -> State:
        """Return the state after a change, which is written down where it is one."""
        if change == Change():
            return state
        made = after(state, change)
        self.changes[state.changes :] = [change]
        return made

    def _taken(self, entry: Entry) -> Subject | None:
        if entry.kind in SHUT:
            return self._look(entry.subject)
        return organisation_of(entry.subject, entry.body) if entry.kind == _KEPT else None


def _id(subject: Subject) -> str:
    return subject.account_id if isinstance(subject, Closed) else subject.org_id


def _resting(state: State, came: Mapping[str, Subject], root: str) -> set[str]:
    """Return whose closure rests on a root, through others if need be, what comes with the same entries included."""
    found, waiting = set[str](), [root]
    while waiting:
        one = waiting.pop()
        here = state.barred.resting_on(one) | {i for i, c in came.items() if isinstance(c, Closed) and c.root == one}
        waiting += here - found
        found |= here
    return found


def _changed(state: State, came: Iterable[Subject], gone: Collection[str]) -> State:
    fresh = list(came)
    closed, bodies = [c for c in fresh if isinstance(c, Closed)], [c for c in fresh if not isinstance(c, Closed)]
    accounts = {i for i in gone if state.barred.known(i)}
    organisations = {i for i in gone if state.guarded.start(i)}
    barred = state.barred.changed(closed, accounts) if closed or accounts else state.barred
    guarded = state.guarded.changed(bodies, organisations) if bodies or organisations else state.guarded
    same = barred is state.barred and guarded is state.guarded
    version = state.version if same else state.position
    return state._replace(barred=barred, guarded=guarded, version=version)


def organisation_of(org_id: str, body: Mapping[str, Any]) -> Organisation:
    """Return the organisation that an entry's body describes: `name`, and what else of `Organisation` it has."""
    times = {n: datetime.fromisoformat(body[n]) for n in ("first_at", "opened_at") if body.get(n)}
    given = {n: body[n] for n in Organisation.__struct_fields__ if body.get(n)}
    return msgspec.convert({**given, **times, "org_id": org_id}, Organisation)


def answer(attempt: Attempt, state: State, policy: Policy, overturned: frozenset[str] = frozenset()) -> Answer:
    """Return the answer to one attempt: the same for the same attempt, policy and state, byte for byte.

    `overturned` are barred accounts and organisations that this account was wrongly linked to or taken for, as decisions that
    were overturned say; they do not count again.
    """
    return answers([attempt], state, policy, {attempt.attempt_id: overturned})[0]


def answers(
    attempts: Sequence[Attempt], state: State, policy: Policy, overturned: Mapping[str, frozenset[str]] | None = None
) -> list[Answer]:
    """Return the answer to each attempt, as `answer` does; `overturned` is by attempt. Many at once cost far less than one by one."""
    found = claims_about(attempts, state, overturned or {})
    return [decided(a, some, policy, state.version) for a, some in zip(attempts, found, strict=True)]


def claims_about(attempts: Sequence[Attempt], state: State, spared: Mapping[str, frozenset[str]]) -> list[list[Claim]]:
    """Return what may be claimed about each attempt; `spared` as `answers` has `overturned`."""
    read = profiles(attempts, state.barred, state.guarded)
    asked = [Asked(a, p, spared.get(a.attempt_id, frozenset())) for a, p in zip(attempts, read, strict=True)]
    back = returning(asked, state.barred, state.accounts)
    poses = iter(posing_claims([a for a in asked if _may_pose(a.attempt, state.guarded)], state.guarded, _borne(state)))
    found = [
        (r, next(poses) if _may_pose(a.attempt, state.guarded) else None, trading(a.attempt), worded)
        for a, r, worded in zip(asked, back, wording(attempts, state.terms), strict=True)
    ]
    return [
        [c for c in some if c is not None and c.finding_id not in a.spared]
        for a, some in zip(asked, found, strict=True)
    ]


def _borne(state: State) -> Callable[[str], int]:
    return lambda folded: state.barred.bearers("plain", folded, 0)


def _may_pose(attempt: Attempt, guarded: Guarded) -> bool:
    """Tell whether an account's name is to be compared: an organisation's own bears its own, but not one it takes anew."""
    own = attempt.verified or bool(attempt.verified_org_id) or guarded.owns(attempt.account_id)
    return not own or attempt.kind == "profile_change"
