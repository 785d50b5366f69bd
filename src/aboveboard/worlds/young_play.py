"""Play in a world: three made regions with rules of their own, the checks of those who play, and evenings at the game.

The rules are invented; each of the kinds of rule that a real law knows stands in one of them.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from aboveboard.play_tables import DAYS
from aboveboard.worlds.draft import Draft, code, stream
from aboveboard.worlds.records import regions
from aboveboard.worlds.rhythm import DAY, END, HOUR, MINUTE, NEVER, Ints, within

__all__ = [
    "EAST",
    "LAST",
    "SOUTH",
    "WEST",
    "checked",
    "days_of",
    "lawful",
    "live_rules",
    "paid",
    "played",
    "register_players",
    "today",
]

WEST, EAST, SOUTH = range(3)
"""Regions, by the language of their people: English, Chinese, Arabic."""
LAST: Final = END // DAY - 2
"""The last whole day before the end."""
_HOLIDAYS: Final = (
    ("2025-12-24", "holiday", "east"),
    ("2025-12-07", "workday", "east"),
    ("2025-12-25", "holiday", "west"),
)
_RULES: Final = (
    ("west_parent", "west", 18, ["guardian"], 7, NEVER, NEVER, NEVER, False),
    ("west_hours", "west", 18, None, 0, NEVER, 20, 60, False),
    ("east_name", "east", NEVER, ["real_name"], 0, NEVER, NEVER, NEVER, False),
    ("east_hours", "east", 18, None, 0, NEVER, 100, 400, False),
    ("south_parent", "south", 18, ["guardian"], 7, NEVER, NEVER, NEVER, False),
    ("south_night", "south", 18, None, 0, NEVER, NEVER, NEVER, True),
    ("south_week", "south", 18, None, 0, 900, 20, 60, False),
)
_EVENINGS: Final = ("friday", "saturday", "sunday", "holiday")


def today() -> int:
    """Return the number of the world's last day."""
    return END // DAY


def _hours() -> list[tuple[str, str, int, int, int]]:
    week = DAYS[:7]
    return [
        *(("east_hours", d, 1200, 1260, NEVER) for d in _EVENINGS), ("east_hours", "workday", NEVER, NEVER, 0),
        *(("west_hours", d, 360, 1320, 300 if d in _EVENINGS else 180) for d in (*week, "holiday")),
        *(("south_night", d, 360, 1440, NEVER) for d in week),
    ]  # fmt: skip


def live_rules(draft: Draft) -> None:
    """Add the rules, their hours and the calendar."""
    names = (
        "rule",
        "region",
        "under",
        "needs",
        "grace_days",
        "weekly_minutes",
        "payment",
        "monthly",
        "guardian_allows",
    )
    columns: dict[str, Any] = {n: [r[i] for r in _RULES] for i, n in enumerate(names)}
    draft.add("play_rules", **columns, source="a made law of this made world", zone="UTC")
    hours = _hours()
    draft.add(
        "play_hours", **{n: [h[i] for h in hours] for i, n in enumerate(("rule", "day", "opens", "closes", "minutes"))}
    )
    days = [int(np.datetime64(d).astype(np.int64)) for d, _, _ in _HOLIDAYS]
    draft.add(
        "holidays",
        day=days,
        kind=[k for _, k, _ in _HOLIDAYS],
        region=[r for _, _, r in _HOLIDAYS],
        name="a made day",
        source="a made calendar",
    )


def register_players(draft: Draft, seed: int) -> None:
    """Give those in the east who play, and of whom nothing is known yet, the check of a name that their rule asks for."""
    people, rng = draft.people, stream(seed, "players")
    known = np.zeros(draft.size, bool)
    for batch in draft.rows.get("attestations", []):
        known[batch["account_id"]] = True
    for guests in draft.guests:
        known[guests] = True
    who = np.flatnonzero((people.kind == code("accounts", "kind", "game")) & (people.language == EAST) & ~known)
    draft.add(
        "attestations", account_id=who, kind="real_name", result="pass", age_band="adult",
        at=people.created[who] + within(rng, 1, MINUTE, len(who)), expires_at=END + 900 * DAY, provider="register",
    )  # fmt: skip


def checked(
    draft: Draft,
    accounts: Ints,
    *kinds: str,
    band: str = "minor",
    result: str = "pass",
    ends: Ints | int = END + 200 * DAY,
) -> None:
    """Add a check of each kind, made an hour after sign-up."""
    for kind in kinds:
        draft.add(
            "attestations", account_id=accounts, kind=kind, result=result, age_band=band, at=draft.people.created[accounts] + HOUR,
            expires_at=ends, provider="register",
        )  # fmt: skip


def days_of(rng: np.random.Generator, weekdays: str, count: int) -> Ints:
    """Return up to `count` different days of the last forty that fall on `weekdays` (`0` is Monday) and are no special day."""
    special = [np.datetime64(d).astype(np.int64) for d, _, _ in _HOLIDAYS]
    days = [d for d in range(LAST - 38, LAST) if str((d + 3) % 7) in weekdays and d not in special]
    return np.sort(rng.permutation(days)[:count]).astype(np.int64)


def lawful(rng: np.random.Generator, region: int, count: int) -> tuple[Ints, float]:
    """Return days and the local hour at which a minor of the region may play for 55 minutes."""
    return (days_of(rng, "456", count), 20.0) if region == EAST else (days_of(rng, "0123456", count), 16.0)


def played(
    draft: Draft,
    who: int,
    days: Ints,
    hour: np.ndarray | float,
    minutes: np.ndarray | float,
    device: int | None = None,
    network: int | None = None,
) -> None:
    """Add a session of an account on each day, from a local hour on."""
    people, size = draft.people, len(days)
    start = (
        days * DAY
        + (np.asarray(hour) * HOUR).astype(np.int64)
        - int(people.zone[who]) * HOUR
        + np.zeros(size, np.int64)
    )
    draft.add(
        "sessions", account_id=np.full(size, who), started_at=start, ended_at=start + (np.asarray(minutes) * MINUTE).astype(np.int64),
        device_token=np.full(size, people.device[who] if device is None else device),
        network_token=np.full(size, people.network[who] if network is None else network), region=regions(np.full(size, people.community[who])),
    )  # fmt: skip


def paid(draft: Draft, who: int, at: Ints, amounts: Ints) -> None:
    """Add gifts that cost money, to the account's own friend."""
    draft.add(
        "actions", account_id=np.full(len(at), who), at=at, verb="gift", object_id=np.full(len(at), -2 - who),
        target_account_id=np.full(len(at), who), amount=amounts,
    )  # fmt: skip
