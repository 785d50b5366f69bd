"""How long things take where no law or decision says so: the operator's choice, with defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta

from aboveboard.cases.values import Event
from aboveboard.errors import CaseError

__all__ = ["APPEAL", "PERIODS", "Periods", "dated"]

APPEAL = timedelta(days=183)
"""How long a decision can be appealed at least: six months (Regulation (EU) 2022/2065, Article 20(1))."""

_DATES = {
    "verification_asked": "verify",
    "closed": "appeal",
    "refused": "appeal",
    "left": "leave",
    "erasure_asked": "erase",
}


def _told(least: int, about: str) -> Mapping[str, timedelta | str]:
    return {"least": timedelta(days=least), "about": about}


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods an operator may choose; none can be shorter than its least, which is a `CaseError`."""

    verify: timedelta = field(
        default=timedelta(days=14),
        metadata=_told(14, "how long a holder has to show who they are, or to correct something"),
    )
    appeal: timedelta = field(
        default=APPEAL,
        metadata=_told(183, "how long an account stays closed, with the way back open, before its handle is withheld"),
    )
    quarantine: timedelta = field(
        default=timedelta(days=180),
        metadata=_told(30, "how long the handle is withheld, and what belongs to the account is kept, after that"),
    )
    dormant: timedelta = field(
        default=timedelta(days=365), metadata=_told(90, "without a sign of life for so long, an account sleeps")
    )
    heartbeat: timedelta = field(
        default=timedelta(days=365),
        metadata=_told(30, "how often an institution's custodian is asked to confirm the account"),
    )
    answer: timedelta = field(
        default=timedelta(days=14), metadata=_told(1, "how long an appeal may wait before the appeals desk is reminded")
    )
    erase: timedelta = field(
        default=timedelta(days=30),
        metadata=_told(8, "how long after the request a holder is erased; they can take it back until then"),
    )
    leave: timedelta = field(
        default=timedelta(days=30), metadata=_told(1, "how long who left can come back before the handle is withheld")
    )

    def __post_init__(self) -> None:
        for f in fields(self):
            if getattr(self, f.name) < f.metadata["least"]:
                raise CaseError(
                    f"period {f.name}: {getattr(self, f.name).days} days; at least {f.metadata['least'].days} are needed"
                )


PERIODS = Periods()


def dated(event: Event, periods: Periods = PERIODS) -> Event:
    """Return the event with its `until` filled by the period of its kind, where it has none: so the date stands in the ledger."""
    period = _DATES.get(event.kind)
    return event if event.until or period is None else event._replace(until=event.at + getattr(periods, period))
