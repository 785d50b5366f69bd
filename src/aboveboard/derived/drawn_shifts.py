"""Small worlds of shifts for examples: crews that hand over, people whose habits follow one another, and evenings together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from random import Random

from aboveboard.derived.drawn_acts import held
from aboveboard.derived.drawn_follows import on_day

__all__ = ["BATCH", "CAMPUS", "DESK", "PAYMENT", "night_owls", "regulars", "shifts", "world"]

_MARCH, _HOUR, _WEEKEND = 59, 1 / 24, (5, 6)
_Act = tuple[str, float, str]

DESK = held(device_1=["s0", "s2", "s4"], device_2=["s1", "s3"], device_3=["s5", "s1"])
PAYMENT = held(payment_1=["s0", "s1", "s2", "s3", "s4", "s5"])
_SIX = [f"s{n}" for n in range(6)]
CAMPUS = held(
    device_1=[*_SIX, *(f"p{n}" for n in range(9))], network_1=_SIX, **{f"device_2{n}": [s] for n, s in enumerate(_SIX)}
)
BATCH = {f"s{n}": 20 + n / 30 for n in range(6)}


def _stint(luck: Random, who: str, begin: float, end: float, verb: str) -> list[_Act]:
    """Draw a stint with an act every forty minutes or so, the first and the last at its ends."""
    count = max(4, round((end - begin) * 36))
    inner = sorted(luck.uniform(begin, end) for _ in range(count - 2))
    step = (end - begin) / (count - 1)
    times = [begin, *(0.5 * t + 0.5 * (begin + step * (n + 1)) for n, t in enumerate(inner)), end]
    return [(who, at, verb) for at in times]


def shifts(days: int = 28, verb: str = "comment", *, rota: bool = False, apart: bool = False) -> list[_Act]:
    """Draw six accounts, two by two on one target, from 6 to 22 in three shifts, five days a week; `apart`, each shift has a target of its own."""
    luck, rows = Random(4), list[_Act]()  # noqa: S311  (drawn once and for all, nothing secret)
    for day in (d for d in range(days) if d % 7 not in _WEEKEND):
        for who in range(6):
            turn = (who // 2 + (day // 7 if rota else 0)) % 3
            begin = _MARCH + day + (6 + 5.33 * turn) * _HOUR
            begin, end = (t + luck.uniform(0, 8) / 1440 for t in (begin, begin + 5.2 * _HOUR))
            rows += _stint(luck, f"s{who}", begin, end, f"comment{turn}" if apart else verb)
    return rows


def night_owls() -> list[_Act]:
    """Draw people who read by day and people who read by night, each day at hours of their own mood."""
    luck, rows = Random(5), list[_Act]()  # noqa: S311
    for day in range(28):
        for who in range(6):
            begin = _MARCH + day + (7 + 7 * (who % 2) + luck.gauss(0, 1.5)) * _HOUR
            rows += _stint(luck, f"s{who}", begin, begin + luck.uniform(3, 8) * _HOUR, "comment")
    return rows


def regulars() -> list[_Act]:
    """Draw people who all come for the same evening show."""
    luck, rows = Random(6), list[_Act]()  # noqa: S311
    for day in range(28):
        for who in range(6):
            begin = _MARCH + day + (19 + luck.uniform(0, 0.5)) * _HOUR
            rows += _stint(luck, f"s{who}", begin, begin + 2.5 * _HOUR, "comment")
    return rows


def world(
    rows: Iterable[_Act], more: str = "", *, born: Mapping[str, float] = {}, status: Mapping[str, str] = {}, kind: str = "",
) -> str:  # fmt: skip
    """Draw the acts on the threads of `star`, over forty people who signed up through the years."""
    people = ["star", *(f"s{n}" for n in range(6)), *(f"p{n}" for n in range(40))]
    accounts = [
        f"{p} | {p}_h | {status.get(p, 'active')} | {kind if p[0] == 's' and p != 'star' else ''} | {on_day(born.get(p, -30.0 * n))}"
        for n, p in enumerate(people)
    ]
    done = [r for r in rows if r[2] == "like"]
    said = [r for r in rows if r[2] != "like"]
    return "\n".join([
        "accounts", "account_id | handle | status | kind | created_at", *accounts, "",
        "actions", "account_id | at | verb | object_id | target_account_id", *(f"{who} | {on_day(at)} | like | o{n} | star" for n, (who, at, _) in enumerate(done)), "",
        "posts", "post_id | account_id | at | kind | target_id", f"thread | star | {on_day(0)} | post |",
        *(f"thread{n} | p{n} | {on_day(0)} | post |" for n in range(3)),
        *(f"c{n} | {who} | {on_day(at)} | comment | {verb.replace('comment', 'thread') if verb != 'note' else ''}" for n, (who, at, verb) in enumerate(said)), "", more,
    ])  # fmt: skip
