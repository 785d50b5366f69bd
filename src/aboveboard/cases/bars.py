"""The bar ledger: who may not come back, under tokens only, on what ground, to what, and until when. A fold over its own events."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

from aboveboard.cases.kinds import role
from aboveboard.cases.ladder import LADDER, rung
from aboveboard.cases.values import Measure

__all__ = ["BAR_KINDS", "Bar", "BarEvent", "BarFault", "Ledger", "bar", "due_bars", "fold_bars", "in_force", "reviews"]

_TOKEN = re.compile(r"[0-9a-f]{64}")
_LONG = LADDER[1].lasts or timedelta(0)
_NEVER = datetime.max.replace(tzinfo=UTC)

BAR_KINDS: Mapping[str, str] = {
    "barred": "A subject may not come back: to register, or to the one thing that `scope` names.",
    "rekeyed": "The same subject under tokens of a newer key; those before are forgotten.",
    "reviewed": "A person looked at a bar without an end and let it stand; `until` is the next time.",
    "bar_appealed": "The subject appeals, without an account.",
    "bar_appeal_refused": "Somebody who had no part in it finds the bar right.",
    "lifted": "A person ends the bar early.",
    "overturned": "The decision `id` was found wrong: its bar goes at once, and with it every bar that rests on it.",
    "expired": "The bar has run its time; nothing of it is kept.",
}
"""Kinds of events of the bar ledger, in the order in which events of one time are taken."""

_RANK = {name: n for n, name in enumerate(BAR_KINDS)}


class BarEvent(NamedTuple):
    """Something that happened to a bar. `id` is the decision's, `tokens` are keyed hashes (64 hex digits), never an identifier.

    `keyed`: they are made with the key of bars. Those of earlier releases are the tokens that the account was linked by.
    """

    at: datetime
    kind: str
    id: str
    by: str = ""
    second: str = ""
    tokens: tuple[str, ...] = ()
    ground: str = ""
    severity: int = 0
    scope: str = ""
    until: datetime | None = None
    root: str = ""
    keyed: bool = False


class Bar(NamedTuple):
    """All that is kept of a subject who may not come back. `ends_at` empty means no end; then `review_at` is set."""

    id: str
    tokens: tuple[str, ...]
    ground: str
    severity: int
    scope: str
    starts_at: datetime
    ends_at: datetime | None
    review_at: datetime | None
    root: str
    by: str
    second: str = ""
    appeal: str = "none"
    keyed: bool = False


class BarFault(NamedTuple):
    """An event that could not be, with the reason. Tokens that are none are not repeated."""

    at: datetime
    kind: str
    id: str
    why: str

    def __str__(self) -> str:
        return f"bar {self.id}: {self.kind} at {self.at.isoformat()}: {self.why}"


class Ledger(NamedTuple):
    """The bars by the id of their decision, which of them a token meets, which decisions were overturned, and what could not be."""

    bars: Mapping[str, Bar]
    by_token: Mapping[str, tuple[str, ...]]
    overturned: frozenset[str]
    faults: tuple[BarFault, ...]


class _Book(NamedTuple):
    bars: dict[str, Bar]
    resting: defaultdict[str, list[str]]
    overturned: set[str]


def bar(measure: Measure, tokens: Iterable[str], earlier: float = 0.0, scope: str = "registration") -> BarEvent:
    """Return the bar that a closure leads to: longer by its severity and by the strikes before it (see `ladder.weight`).

    `tokens` are made with the key of bars.
    """
    step = rung(measure.severity, earlier)
    until = measure.since + step.lasts if step.lasts else None
    return BarEvent(
        measure.since, "barred", measure.id, measure.by, measure.second, tuple(sorted(set(tokens))),
        measure.ground, measure.severity, scope, until, measure.root, keyed=True,
    )  # fmt: skip


def fold_bars(events: Iterable[BarEvent]) -> Ledger:
    """Return what the events left. Order does not matter; what cannot be is a fault; an overturned root takes all with it."""
    book, faults, last = _Book({}, defaultdict(list), set()), list[BarFault](), None
    for event in _dressed(sorted(events, key=_in_order)):
        if event != last:
            why = _refusal(book, event)
            if why:
                faults.append(BarFault(event.at, event.kind, event.id, why))
            else:
                _EFFECTS[event.kind](book, event)
        last = event
    tokens = defaultdict[str, list[str]](list)
    for b in book.bars.values():
        for token in b.tokens:
            tokens[token].append(b.id)
    by_token = {token: tuple(ids) for token, ids in tokens.items()}
    return Ledger(MappingProxyType(book.bars), MappingProxyType(by_token), frozenset(book.overturned), tuple(faults))


def _dressed(events: Sequence[BarEvent]) -> Iterator[BarEvent]:
    """Yield the events in order, each bar with the tokens that it was given last: those before are forgotten by then."""
    last = {e.id: e for e in events if e.kind == "rekeyed" and _are_tokens(e.tokens)}
    for event in events:
        newer = last.get(event.id) if event.kind == "barred" else None
        yield event._replace(tokens=newer.tokens, keyed=True) if newer and newer.at >= event.at else event


def in_force(ledger: Ledger, tokens: Iterable[str], at: datetime, scope: str = "registration") -> tuple[Bar, ...]:
    """Return the bars that any of these tokens meets at a time, for what `scope` names. One whose time has run out bars nobody."""
    ids = dict.fromkeys(i for t in tokens for i in ledger.by_token.get(t, ()))
    met = (ledger.bars[i] for i in ids)
    return tuple(b for b in met if b.scope == scope and b.starts_at <= at and not (b.ends_at and b.ends_at <= at))


def due_bars(ledger: Ledger, now: datetime) -> tuple[BarEvent, ...]:
    """Return the events that dates up to `now` produce: each bar that has run its time expires, and nothing of it is kept."""
    over = [
        BarEvent(b.ends_at, "expired", b.id, "timer") for b in ledger.bars.values() if b.ends_at and b.ends_at <= now
    ]
    return tuple(sorted(over, key=_in_order))


def reviews(ledger: Ledger, now: datetime) -> tuple[Bar, ...]:
    """Return the bars without an end that a person must look at by `now`."""
    return tuple(b for b in ledger.bars.values() if b.review_at and b.review_at <= now)


def _in_order(event: BarEvent) -> tuple[Any, ...]:
    return (event.at, _RANK.get(event.kind, -1), *event[2:9], event.until or _NEVER, event.root, event.keyed)


def _refusal(book: _Book, event: BarEvent) -> str:
    if event.kind not in _RANK:
        return "there is no such kind of event"
    if event.kind == "barred":
        return _barred_why(book, event)
    if event.kind == "overturned":
        return "" if event.by else "nobody overturned it"
    found = book.bars.get(event.id)
    return _kept_why(found, event) if found else "there is no such bar"


def _barred_why(book: _Book, event: BarEvent) -> str:
    if not _are_tokens(event.tokens):
        return "its subject must be tokens: 64 hex digits each"
    if role(event.by) not in ("person", "policy"):
        return f"`{event.by}` may not bar anybody"
    if event.ground not in ("law", "terms"):
        return "a bar rests on law or terms"
    if event.until and event.until <= event.at:
        return "it would end before it begins"
    return _used_why(book, event) or _long_why(event)


def _are_tokens(tokens: Sequence[str]) -> bool:
    return bool(tokens) and all(_TOKEN.fullmatch(t) for t in tokens)


def _used_why(book: _Book, event: BarEvent) -> str:
    if event.id in book.bars or event.id in book.overturned:
        return f"`{event.id}` has been decided already"
    return f"what it rests on, {event.root}, was overturned" if event.root in book.overturned else ""


def _long_why(event: BarEvent) -> str:
    long = event.until is None or event.until - event.at > _LONG
    pair = role(event.by) == role(event.second) == "person" and event.by != event.second
    return f"longer than {_LONG.days} days takes two people" if long and not pair else ""


def _kept_why(found: Bar, event: BarEvent) -> str:
    match event.kind:
        case "expired":
            return "" if found.ends_at and found.ends_at <= event.at else "it is too early"
        case "rekeyed":
            return "" if _are_tokens(event.tokens) and event.by == "timer" else "new tokens come from the ring of keys"
        case "bar_appealed":
            return "an appeal waits already" if found.appeal == "open" else ""
        case "bar_appeal_refused":
            return (
                ""
                if found.appeal == "open" and event.by not in (found.by, found.second) and role(event.by) == "person"
                else "no appeal waits, or who decided may not judge it"
            )
        case "reviewed":
            ahead = found.ends_at is None and event.until is not None and event.until > event.at
            return (
                "" if ahead and role(event.by) == "person" else "a person reviews what has no end, and says when again"
            )
        case _:
            return "" if role(event.by) == "person" else "only a person lifts a bar"


def _barred(book: _Book, event: BarEvent) -> None:
    review = None if event.until else event.at + (LADDER[-1].review or timedelta(0))
    book.bars[event.id] = Bar(
        event.id, event.tokens, event.ground, event.severity, event.scope or "registration",
        event.at, event.until, review, event.root, event.by, event.second, keyed=event.keyed,
    )  # fmt: skip
    if event.root:
        book.resting[event.root].append(event.id)


def _overturned(book: _Book, event: BarEvent) -> None:
    fallen = [event.id]
    while fallen:
        decision = fallen.pop()
        if decision not in book.overturned:
            book.overturned.add(decision)
            book.bars.pop(decision, None)
            fallen += book.resting.pop(decision, [])


def _gone(book: _Book, event: BarEvent) -> None:
    book.bars.pop(event.id, None)


def _appealed(book: _Book, event: BarEvent) -> None:
    book.bars[event.id] = book.bars[event.id]._replace(
        appeal="refused" if event.kind == "bar_appeal_refused" else "open"
    )


def _rekeyed(_book: _Book, _event: BarEvent) -> None:
    """Change nothing: the bar has these tokens from its beginning, or newer ones."""


def _reviewed(book: _Book, event: BarEvent) -> None:
    book.bars[event.id] = book.bars[event.id]._replace(review_at=event.until)


_EFFECTS: Mapping[str, Callable[[_Book, BarEvent], None]] = {
    "barred": _barred,
    "rekeyed": _rekeyed,
    "reviewed": _reviewed,
    "bar_appealed": _appealed,
    "bar_appeal_refused": _appealed,
    "lifted": _gone,
    "overturned": _overturned,
    "expired": _gone,
}
