"""An operator's rules of play for minors: one TOML file a jurisdiction in, the tables `play_rules`, `play_hours` and `holidays` out.

The files beside this module (`play/`) are examples with their sources. They bind nobody: an operator copies one, has it
checked by somebody who knows the law, and owns it from then on, its dates too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import pyarrow as pa

from aboveboard.errors import PolicyError
from aboveboard.play_tables import DAYS
from aboveboard.policy.linting import hint
from aboveboard.policy.source import Keys, Text
from aboveboard.tables import TABLES

__all__ = ["SHIPPED", "PlayRules", "read_play_rules"]

_FOLDER: Final = files("aboveboard.policy").joinpath("play")
SHIPPED: Final = tuple(sorted(f.name.removesuffix(".toml") for f in _FOLDER.iterdir() if f.name.endswith(".toml")))
"""Names of the examples."""

_TOP: Final = {"about": str, "region": str, "zone": str, "source": str, "rule": list, "holiday": list, "workday": list}
_RULE: Final = {
    "name": str, "source": str, "under": int, "zone": str, "since": date, "until": date, "needs": list, "grace_days": int, "guardian_allows": bool,
    "weekly_minutes": int, "payment": float, "monthly": float, "currency": str, "play": list,
}  # fmt: skip
_PLAY: Final = {"days": list, "opens": str, "closes": str, "minutes": int}
_DAY: Final = {"name": str, "dates": list, "source": str}
_CALLED: Final = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    date: "a date such as 2021-09-01",
}
_NEEDS: Final = ("real_name", "age", "guardian")
_OR: Final = " or "
_CLOCK: Final = re.compile(r"([01]\d|2[0-4]):([0-5]\d)")
_MIDNIGHT: Final = 1440


@dataclass(frozen=True, slots=True)
class PlayRules:
    """The three tables, in the contract's schemas."""

    play_rules: pa.Table
    play_hours: pa.Table
    holidays: pa.Table


def read_play_rules(*sources: str | Path) -> PlayRules:
    """Read files of rules, or examples by name (`SHIPPED`), into one set of tables.

    Raises `PolicyError` with every fault of every file, `FILE:LINE:COLUMN: message`; a rule's name may stand once in all files.
    """
    made = [_Reader(*_text(s)) for s in sources]
    rows = {n: [r for m in made for r in m.rows[n]] for n in ("play_rules", "play_hours", "holidays")}
    faults = [f for m in made for f in m.faults]
    names = [r["rule"] for r in rows["play_rules"]]
    faults += (
        [f'two rules are called "{n}"' for n in sorted({n for n in names if names.count(n) > 1})]
        if len(sources) > 1
        else []
    )
    if faults:
        raise PolicyError(*faults)
    return PlayRules(**{n: pa.Table.from_pylist(r, schema=TABLES[n].schema) for n, r in rows.items()})


def _text(source: str | Path) -> tuple[str, str]:
    path = Path(source)
    if str(source) in SHIPPED:
        return f"{source}.toml", _FOLDER.joinpath(f"{source}.toml").read_text("utf-8")
    try:
        return str(path), path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyError(f"{path}: cannot be read ({error}); the examples are {', '.join(SHIPPED)}") from None


@dataclass
class _Reader:
    """Walks one parsed file, and collects rows and faults on the way."""

    label: str
    source: str
    faults: list[str] = field(default_factory=list[str])
    rows: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: {n: [] for n in ("play_rules", "play_hours", "holidays")}
    )

    def __post_init__(self) -> None:
        self.text = Text(self.label, self.source)
        if self.text.problem:
            self.faults.append(self.text.problem)
            return
        data = self.text.data
        self.table((), data, _TOP, ("rule",))
        for n, rule in self.tables(data, ("rule",)):
            self.rule(("rule", n), rule, data)
        for kind in ("holiday", "workday"):
            for n, days in self.tables(data, (kind,)):
                self.days((kind, n), kind, days, data)
        self.twice()

    def say(self, path: Keys, message: str) -> None:
        self.faults.append(self.text.fault(self.text.value(path), message))

    def tables(self, data: Mapping[str, Any], path: Keys) -> list[tuple[int, Mapping[str, Any]]]:
        listed = data.get(str(path[-1]))
        return [(n, t) for n, t in enumerate(listed) if isinstance(t, dict)] if isinstance(listed, list) else []

    def table(self, path: Keys, found: Mapping[str, Any], known: Mapping[str, type], must: tuple[str, ...]) -> bool:
        """Report unknown keys, wrong types, numbers below 0 and missing keys; return whether there were none."""
        before = len(self.faults)
        for key, value in found.items():
            if key not in known:
                self.say((*path, key), f'unknown key "{key}"{hint(key, known)}')
            elif not _fits(value, known[key]):
                self.say((*path, key), f'"{key}" must be {_CALLED[known[key]]}')
            elif isinstance(value, int | float) and value < 0:
                self.say((*path, key), f'"{key}" is 0 or more')
        for key in must:
            if key not in found:
                self.say(path, f'"{key}" is missing')
        return len(self.faults) == before

    def rule(self, path: Keys, found: Mapping[str, Any], data: Mapping[str, Any]) -> None:
        good = self.table(path, found, _RULE, ("name",))
        source = found.get("source", data.get("source"))
        if not source:
            self.say(path, 'a rule says where it is written: source = "…", here or at the top')
        zone = found.get("zone", data.get("zone"))
        good &= self.zone((*path, "zone") if "zone" in found else ("zone",), zone)
        plays = self.tables(found, (*path, "play"))
        if plays and not zone:
            self.say(path, 'hours are told by a clock: zone = "Europe/Berlin", here or at the top')
        for need in found.get("needs", ()) if good else ():
            if not _known(need):
                self.say(
                    (*path, "needs"),
                    f'"{need}" is no kind of check; they are {", ".join(_NEEDS)}, or several of which one will do: "real_name or age"',
                )
        for n, play in plays:
            self.play((*path, "play", n), found.get("name"), play)
        if good and source:
            kept = {k: v for k, v in found.items() if k not in ("name", "play", "since", "until")}
            times = {k: _began(found[k], zone) for k in ("since", "until") if k in found}
            self.rows["play_rules"].append(
                {**kept, **times, "rule": found["name"], "source": source, "region": data.get("region"), "zone": zone}
            )

    def zone(self, path: Keys, name: object) -> bool:
        try:
            return name is None or bool(ZoneInfo(str(name)))
        except (KeyError, ValueError, OSError):
            self.say(path, f'"{name}" is no zone; examples are Asia/Shanghai, Europe/Berlin, UTC')
            return False

    def play(self, path: Keys, rule: object, found: Mapping[str, Any]) -> None:
        if not self.table(path, found, _PLAY, ("days",)):
            return
        opens, closes = (self.clock((*path, k), found.get(k)) for k in ("opens", "closes"))
        if opens is not None and closes is not None and opens >= closes:
            self.say(
                (*path, "closes"), "closes after it opens; hours past midnight are two rows, until 24:00 and from 00:00"
            )
        for day in found["days"]:
            if day not in DAYS:
                self.say(
                    (*path, "days"), f'"{day}" is no kind of day{hint(str(day), DAYS)}; they are {", ".join(DAYS)}'
                )
            self.rows["play_hours"].append(
                {"rule": rule, "day": day, "opens": opens, "closes": closes, "minutes": found.get("minutes")}
            )

    def clock(self, path: Keys, text: str | None) -> int | None:
        found = _CLOCK.fullmatch(text or "")
        minutes = int(found[1]) * 60 + int(found[2]) if found else None
        if text is not None and (minutes is None or minutes > _MIDNIGHT):
            self.say(path, f'"{text}" is no time of day; write 08:00, 21:30 or 24:00')
        return minutes

    def days(self, path: Keys, kind: str, found: Mapping[str, Any], data: Mapping[str, Any]) -> None:
        if not self.table(path, found, _DAY, ("dates",)):
            return
        for day in found["dates"]:
            if not _fits(day, date):
                self.say((*path, "dates"), f"{day} is no date; write 2025-10-01, without quotes")
                continue
            row = {"day": day, "kind": kind, "region": data.get("region"), "name": found.get("name")}
            self.rows["holidays"].append(row | {"source": found.get("source", data.get("source"))})

    def twice(self) -> None:
        for table, key, called in (
            ("play_rules", "rule", "two rules are called"),
            ("holidays", "day", "the calendar has twice"),
        ):
            values = [r[key] for r in self.rows[table]]
            self.faults += [f'{self.label}: {called} "{v}"' for v in sorted({v for v in values if values.count(v) > 1})]


def _fits(value: object, kind: type) -> bool:
    if kind is date:
        return isinstance(value, date) and not isinstance(value, datetime)
    if kind in (int, float):
        return isinstance(value, int if kind is int else int | float) and not isinstance(value, bool)
    return isinstance(value, kind)


def _known(need: object) -> bool:
    """Return whether it is a kind of check, or an alternative of several, each named once."""
    kinds = need.split(_OR) if isinstance(need, str) else []
    return bool(kinds) and len(set(kinds)) == len(kinds) and set(kinds) <= set(_NEEDS)


def _began(day: date, zone: object) -> datetime:
    """Return the first moment of a day in its zone, in UTC."""
    return datetime.combine(day, time(), ZoneInfo(str(zone)) if zone else UTC).astimezone(UTC)
