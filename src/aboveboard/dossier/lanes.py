"""The picture of one account's time: a line for each kind of event, a dot for each day, a bar for what a finding speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aboveboard.dossier.strings import WORDS

__all__ = ["WIDE", "Lane", "lanes"]

WIDE = 600
"""Width of a line in its own units."""

_MIDDLE, _LEAST, _CLOSEST = 7, 2.0, 2
_OTHER, _FOUND = "other", "finding"


@dataclass(frozen=True, slots=True)
class Lane:
    """One line: the key of its name, its dots and its bars as SVG paths, and how many events they stand for."""

    name: str
    dots: str
    bars: str
    many: int


def lanes(events: Sequence[Mapping[str, Any]], first: int, last: int) -> list[Lane]:
    """Return a line for each kind of table that has events between `first` and `last` (microseconds), findings last."""
    scale = WIDE / max(last - first, 1)
    by_name: dict[str, list[Mapping[str, Any]]] = {}
    for event in events:
        if event["at"] is not None and first <= event["at"] <= last:
            by_name.setdefault(_lane(event), []).append(event)
    order = [key.removeprefix("lane.") for key in WORDS if key.startswith("lane.")]
    return [_drawn(name, by_name[name], first, scale) for name in order if name in by_name]


def _lane(event: Mapping[str, Any]) -> str:
    table = _FOUND if event["kind"] == _FOUND else event["table"]
    return table if f"lane.{table}" in WORDS else _OTHER


def _drawn(name: str, events: Sequence[Mapping[str, Any]], first: int, scale: float) -> Lane:
    bars = [e for e in events if name == _FOUND and e["until"] is not None and (e["until"] - e["at"]) * scale >= _LEAST]
    places = {round((e["at"] - first) * scale / _CLOSEST) * _CLOSEST for e in events if e not in bars}
    return Lane(
        name,
        "".join(f"M{x} {_MIDDLE}h0" for x in sorted(places)),
        "".join(_bar(e, first, scale) for e in bars),
        len(events),
    )


def _bar(event: Mapping[str, Any], first: int, scale: float) -> str:
    low, high = ((event[end] - first) * scale for end in ("at", "until"))
    return f"M{low:.1f} {_MIDDLE}H{min(high, WIDE):.1f}"
