"""Small worlds of acts for examples: people, crews that act together, regulars and friends."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from aboveboard.derived.drawn_follows import on_day

__all__ = ["acts", "crew", "held", "regulars"]

_HOUR = 1 / 24


def acts(*parts: str, extra: str = "", born: Mapping[str, tuple[float, float]] = {}, bodies: str = "-") -> str:
    """Draw acts (account | day | verb | object | owner), one part after another, over a background of people.

    The verbs `comment`, `listing`, `url` and `topic` become posts, all others actions. Accounts sign up nine days apart, but those
    whose names begin as `born` says on the day and so many days apart as it says. The first of a crew is suspended. Accounts whose names begin as
    `bodies` are organisations.
    """
    rows = [line.split(" | ") for part in (_people(), *parts) for line in part.splitlines()]
    names = sorted({r[0] for r in rows})
    accounts = [
        f"{n} | {n} | {'suspended' if n == 'crew0' else 'active'} | {on_day(_sign_up(n, i, born))} | {'organisation' if n.startswith(bodies) else ''}"
        for i, n in enumerate(names)
    ]
    done = [r for r in rows if r[2] not in _POSTS]
    said = [
        _POSTS[r[2]].format(i, who=r[0], at=on_day(float(r[1])), thing=r[3])
        for i, r in enumerate(rows)
        if r[2] in _POSTS
    ]
    asked = sorted({(r[3], r[4]) for r in rows if r[2] == "comment" and r[3]})
    return "\n".join([
        "accounts", "account_id | handle | status | created_at | kind", *accounts, "",
        "actions", "account_id | at | verb | object_id | target_account_id",
        *(f"{who} | {on_day(float(day))} | {verb} | {thing} | {owner}" for who, day, verb, thing, owner in done), "",
        "posts", "post_id | account_id | at | kind | target_id | url | topic",
        *(f"{thing} | {owner} | {on_day(0)} | post | | |" for thing, owner in asked), *said, "", extra,
    ])  # fmt: skip


_POSTS = {
    "comment": "c{} | {who} | {at} | comment | {thing} | |",
    "listing": "c{} | {who} | {at} | listing | {thing} | |",
    "url": "c{} | {who} | {at} | post | | {thing} |",
    "topic": "c{} | {who} | {at} | post | | | {thing}",
}


def _sign_up(name: str, number: int, born: Mapping[str, tuple[float, float]]) -> float:
    for who, (day, apart) in born.items():
        if name.startswith(who) and name[len(who) :].isdigit():
            return day + apart * int(name[len(who) :])
    return -9.0 * number


def _people() -> str:
    """Draw 90 people who like eight of 60 objects each, within two days after the object is there."""
    luck = Random(1)  # noqa: S311  (drawn once and for all, nothing secret)
    rows = [(n, t, 3 * t + 2 * luck.random()) for n in range(90) for t in luck.sample(range(60), 8)]
    return "\n".join(f"p{n} | {day:.5f} | like | o{t} | star" for n, t, day in rows)


def crew(
    who: str,
    members: int,
    jobs: int,
    minutes: float,
    verb: str = "like",
    *,
    order: bool = False,
    owner: str = "star",
    day: float = 10,
) -> str:
    """Draw accounts that act on the same objects, each time within `minutes`, in one `order` or in changing ones."""
    luck = Random(2)  # noqa: S311
    rows: list[str] = []
    for job in range(jobs):
        turns = list(range(members))
        if not order:
            luck.shuffle(turns)
        start = day + 7 * job + luck.random() / 2
        rows += [
            f"{who}{m} | {start + (turn + luck.random() / 2) * minutes / 1440 / members:.6f} | {verb} | {who}{verb}{job} | {owner}"
            for turn, m in enumerate(turns)
        ]
    return "\n".join(rows)


def regulars(who: str, members: int, days: int, guests: int) -> str:
    """Draw people who are there every evening, among guests who come in the same hour."""
    luck = Random(3)  # noqa: S311
    there = [f"{who}{m}" for m in range(members)]
    come = [(d, name) for d in range(days) for name in [*there, *(f"g{luck.randrange(400)}" for _ in range(guests))]]
    return "\n".join(f"{name} | {20 + d + _HOUR * luck.random():.6f} | like | show{d} | star" for d, name in come)


def held(**tokens: list[str]) -> str:
    """Draw tokens, named kind_number, and who used them."""
    rows = [f"{a} | {name.split('_')[0]} | {name}" for name, accounts in tokens.items() for a in accounts]
    return "\n".join(["tokens", "account_id | kind | token", *rows])
