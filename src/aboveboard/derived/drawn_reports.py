"""Small worlds of reports for examples: people who report now and then, and crews that are sent to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import NamedTuple

from aboveboard.derived.drawn_follows import on_day
from aboveboard.examples import drawn

__all__ = ["Filing", "everyday", "reported", "sent_to_report"]


class Filing(NamedTuple):
    """One report: who, on which day of 2025, of which object of which account, and what came of it; or another act."""

    who: str
    day: float
    thing: str
    target: str
    outcome: str = ""
    verb: str = "report"


def everyday(people: int = 60, targets: int = 50, each: int = 3, times: int = 1) -> list[Filing]:
    """Draw people who each report a few accounts over a year, each for oneself."""
    luck = Random(4)  # noqa: S311  (drawn once and for all, nothing secret)
    return [
        Filing(f"p{n}", at, f"post{t}", f"q{t}")
        for n in range(people)
        for t in luck.sample(range(targets), each)
        for at in [5 + 300 * luck.random()] * times
    ]


def sent_to_report(
    who: str,
    members: int,
    targets: int,
    minutes: float,
    *,
    day: float = 40,
    times: int = 1,
    outcome: str = "",
    whom: str = "v",
) -> list[Filing]:
    """Draw accounts that report each of some targets within `minutes`, `times` times each, one target every five days."""
    luck = Random(5)  # noqa: S311
    rows: list[Filing] = []
    for turn in range(targets):
        order = luck.sample(range(members), members)
        for place, m in enumerate(order):
            at = day + 5 * turn + (place + luck.random() / 2) * minutes / 1440 / members
            rows += [Filing(f"{who}{m}", at + again / 1440, f"{whom}post{turn}", f"{whom}{turn}", outcome) for again in range(times)]  # fmt: skip
    return rows


def reported(
    *filings: Sequence[Filing],
    born: Mapping[str, tuple[float, float]] = {},
    gone: Iterable[str] = (),
    ended: Mapping[str, tuple[str, str]] = {},
    bodies: str = "-",
    extra: str = "",
) -> str:
    """Return the reports as a world.

    Accounts sign up nine days apart before 2025, but those whose names begin as `born` says on the day and so many days apart as it
    says; those `gone` are suspended, those whose names begin as `bodies` organisations. Those `ended` have a status and a ground, and
    were closed on day 60.
    """
    rows = [f for part in filings for f in part]
    names = sorted({n for f in rows for n in (f.who, f.target) if n})
    state = dict.fromkeys(gone, ("suspended", "")) | dict(ended)
    signed = [
        (n, f"{n}h", state.get(n, ("active", ""))[0], "organisation" if n.startswith(bodies) else "personal", on_day(_day(n, i, born)), on_day(60) if n in ended else "", state.get(n, ("", ""))[1])
        for i, n in enumerate(names)
    ]  # fmt: skip
    acts = [(f.who, on_day(f.day), f.verb, f.thing, f.target, f.outcome) for f in rows]
    return (
        drawn("accounts", "account_id | handle | status | kind | created_at | closed_at | closed_ground", signed)
        + drawn("actions", "account_id | at | verb | object_id | target_account_id | outcome", acts)
        + extra
    )


def _day(name: str, number: int, born: Mapping[str, tuple[float, float]]) -> float:
    for who, (day, apart) in born.items():
        if name.startswith(who) and name[len(who) :].isdigit():
            return day + apart * int(name[len(who) :])
    return -9.0 * number
