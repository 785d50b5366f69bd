"""Bars that people set and lift by hand, under tokens only; those that a decision leads to are `carrying`'s."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from aboveboard.cases import BarEvent
from aboveboard.cases.bars import Bar, fold_bars
from aboveboard.deciding.pairs import agreed, person
from aboveboard.deciding.sitting import Sitting
from aboveboard.deciding.values import made_id
from aboveboard.errors import CaseError
from aboveboard.store.bars_written import BARS, bar_entry, bar_of, bars
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES

__all__ = ["lift_bar", "set_bar"]


def set_bar(
    s: Sitting, tokens: Sequence[str], ground: str, severity: int, until: datetime | None, by: str, reason: str
) -> Bar | None:
    """Bar a subject by its tokens; None while a longer bar than `Limits.bar` waits for a second person.

    Raises `CaseError` where it cannot be: no reason, tokens that are none, or an end before its beginning.
    """
    if not reason.strip():
        raise CaseError("a bar needs a reason")
    kept = tuple(sorted(set(tokens)))
    bar, first, second = made_id("dec", "bar", kept, ground), person(by), ""
    if until is None or until - s.at > s.limits.bar:
        what = {
            "tokens": kept,
            "ground": ground,
            "severity": severity,
            "until": until.isoformat() if until else "",
            "reason": reason,
        }
        asked = agreed(s, "bar", bar, what, by)
        if asked is None:
            return None
        first, second = asked, by
    _taken(s, BarEvent(s.at, "barred", bar, first, second, kept, ground, severity, "registration", until))
    return bars(s.connection).bars[bar]


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
