"""Bars that people set and lift by hand, under tokens only; those that a decision leads to are `carrying`'s."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from aboveboard.cases import BarEvent
from aboveboard.cases.bars import Bar, fold_bars
from aboveboard.deciding.pairs import agreed, asked, person
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import made_id
from aboveboard.errors import CaseError
from aboveboard.store.bars_written import BARS, bar_entry, bar_of, bars
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES

__all__ = ["lift_bar", "set_bar"]


def set_bar(
    s: Sitting, ways: Sequence[Sequence[str]], ground: str, severity: int, until: datetime | None, by: str, reason: str
) -> Bar | None:
    """Bar a subject by its tokens; None while a longer bar than `Limits.bar` waits for a second person.

    `ways` are its tokens under each key of bars that still reads, the newest first: a second person who asks after a change of keys
    means what the first one asked for. Raises `CaseError` where it cannot be: no reason, tokens that are none, or an end before its beginning.
    """
    if not reason.strip():
        raise CaseError("a bar needs a reason")
    bar, kept = _meant(s, ways, ground)
    first, second = person(by), ""
    if until is None or until - s.at > s.limits.bar:
        what = {
            "tokens": kept,
            "ground": ground,
            "severity": severity,
            "until": until.isoformat() if until else "",
            "reason": reason,
        }
        before = agreed(s, "bar", bar, what, by)
        if before is None:
            return None
        first, second = before, by
    _taken(s, BarEvent(s.at, "barred", bar, first, second, kept, ground, severity, "registration", until, keyed=True))
    return bars(s.connection).bars[bar]


def _meant(s: Sitting, ways: Sequence[Sequence[str]], ground: str) -> tuple[str, tuple[str, ...]]:
    """Return the bar that these tokens are about, with the tokens it is under: one that is there, or waits for a second person, or a new one."""
    known = bars(s.connection).bars
    found = [(made_id("dec", "bar", kept, ground), kept) for kept in (tuple(sorted(set(w))) for w in ways)]
    return next((f for f in found if f[0] in known or asked(s, "bar", f[0])), found[0])


def lift_bar(s: Sitting, bar: str, by: str, reason: str) -> None:
    """End a bar early. Raises `CaseError` where there is none or no reason."""
    if not reason.strip():
        raise CaseError("lifting a bar needs a reason")
    _taken(s, BarEvent(s.at, "lifted", bar, person(by)))


def _taken(s: Sitting, event: BarEvent) -> None:
    """Write down what happened to a bar, if it can be."""
    known = [bar_of(e) for e in read_entries(s.connection, ENTRIES.c.stream == BARS)]
    faults = [f for f in fold_bars([*known, event]).faults if (f.id, f.at, f.kind) == (event.id, event.at, event.kind)]
    if faults:
        raise CaseError(str(faults[0]))
    s.write(BARS, [bar_entry(event)])
