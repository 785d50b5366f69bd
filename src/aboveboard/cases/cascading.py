"""When a decision falls, so does what rests on it: the events that undo all of it, in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from aboveboard.cases.bars import BarEvent, Ledger
from aboveboard.cases.values import Account, Event
from aboveboard.errors import CaseError

__all__ = ["Cascade", "cascade"]


class Cascade(NamedTuple):
    """What the fall of one decision brings about: events of the accounts that it touches, and of the bar ledger."""

    events: tuple[Event, ...]
    bars: tuple[BarEvent, ...]


def cascade(
    accounts: Iterable[Account], ledger: Ledger, decision: str, at: datetime, by: str = "policy:cascade"
) -> Cascade:
    """Return what undoes every decision that rests on `decision`, through others if need be, and every bar of them.

    An account that was closed for something else besides stays closed for that. `decision` itself is the caller's: it was
    undone by an appeal or a reversal already, else this is a `CaseError`. Each event owes its holder the notice `restored` when it is folded.
    """
    resting = defaultdict[str, list[Event]](list)
    for a in accounts:
        for m in a.measures:
            if m.id == decision:
                raise CaseError(f"account {a.account_id}: decision {decision} still stands")
            if m.root:
                resting[m.root].append(Event(a.account_id, at, "reversed", m.id, by, root=m.root))
    bars = defaultdict[str, list[str]](list)
    for b in ledger.bars.values():
        bars[b.root].append(b.id)
    events, fallen, waiting = list[Event](), dict[str, None](), [decision]
    while waiting:
        falls = waiting.pop()
        if falls not in fallen:
            fallen[falls] = None
            events += resting[falls]
            waiting += [*(e.id for e in resting[falls]), *bars[falls]]
    over = (BarEvent(at, "overturned", d, by) for d in sorted(fallen) if d in ledger.bars or d == decision)
    return Cascade(tuple(sorted(events, key=lambda e: (e.account_id, e.id))), tuple(over))
