"""Draw a ring: its meetings against chance, its members' acts over the days, and its objects beside objects as popular."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from aboveboard.pages import svg, visible
from aboveboard.report.entries import stamp

__all__ = ["Raster", "Row", "Strips", "raster", "strips", "weighed"]

_WIDE, _STEP = 230.0, 14.0
_NAME, _DAY = 13, 86_400


@dataclass(frozen=True, slots=True)
class Row:
    """One line of dots: its short name, where it lies, the dots of the ring and of others as SVG paths of zero length.

    Of an object also its `whole` name, whether it stands `beside` the ring's, and acts near that moment of members, of others, and in all.
    """

    name: str
    at: float
    own: str
    others: str
    whole: str = ""
    beside: bool = False
    counts: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Raster:
    """Members' acts over the days: a line a member."""

    rows: tuple[Row, ...]
    high: float
    first: str
    last: str
    joint: int
    other: int


@dataclass(frozen=True, slots=True)
class Strips:
    """Acts on objects around the moment the ring came, and on objects beside around their own busiest; `zero` is that moment."""

    rows: tuple[Row, ...]
    high: float
    zero: float
    minutes: int

    @property
    def sums(self) -> dict[str, int]:
        """How many objects there are and how many acts were near that moment, for the picture in words."""
        own, beside = ([r for r in self.rows if r.beside is side] for side in (False, True))
        return {
            "rows": len(own), "own": sum(r.counts[0] for r in own), "rest": sum(r.counts[1] for r in own),
            "beside": len(beside), "own_beside": sum(r.counts[0] for r in beside), "rest_beside": sum(r.counts[1] for r in beside),
        }  # fmt: skip


def raster(seen: Mapping[str, Any], names: Mapping[str, str]) -> Raster | None:
    """Return the acts of a ring's members over time; None where none are known. `names` maps an account to what to call it."""
    acts = seen.get("acts") or []
    if not acts:
        return None
    low, high = _stage(acts)
    acts = [a for a in acts if low <= a[1] <= high]
    scale = _WIDE / max(high - low, 1)
    many = [0] * len(seen["members"])
    for who, _, joint in acts:
        many[who] += joint
    order = sorted({a[0] for a in acts}, key=lambda who: (-many[who], who))

    def dots(who: int, joint: int) -> str:
        return _dots(sorted({round((a[1] - low) * scale, 1) for a in acts if a[0] == who and a[2] == joint}))

    rows = tuple(
        Row(_short(names.get(seen["members"][who]) or seen["members"][who]), n * _STEP, dots(who, 1), dots(who, 0))
        for n, who in enumerate(order)
    )
    joint = sum(many)
    first, last = (stamp(s * 1_000_000)[:10] for s in (low, high))
    return Raster(rows, len(rows) * _STEP, first, last, joint, len(acts) - joint)


def _stage(acts: Sequence[Sequence[int]]) -> tuple[int, int]:
    """Return the times between which a ring is drawn: its joint acts and as much again before and after, where anything was done."""
    times, joint = [a[1] for a in acts], [a[1] for a in acts if a[2]] or [a[1] for a in acts]
    room = max(joint) - min(joint) + _DAY
    return max(min(times), min(joint) - room), min(max(times), max(joint) + room)


def strips(seen: Mapping[str, Any]) -> Strips | None:
    """Return a ring's objects, each followed by the object beside it; None where none are known."""
    lines = seen.get("strips") or []
    if not lines:
        return None
    reach = seen["reach"]
    scale = _WIDE / (reach * 1.25)
    given = {g["object"] for g in seen.get("gains", [])}
    rows = tuple(
        Row(
            _short(line["object"].split(" ", 1)[-1]), n * _STEP, *(_dots(_spots(line["marks"], side, reach, scale)) for side in (1, 0)),
            whole=visible(line["object"], 90), beside=line["object"] not in given, counts=(line["mine"], line["others"], line["acts"]),
        )
        for n, line in enumerate(lines)
    )  # fmt: skip
    return Strips(rows, len(rows) * _STEP, round(reach / 4 * scale, 1), max(reach // 60, 1))


def _spots(marks: Sequence[Sequence[int]], side: int, reach: int, scale: float) -> list[float]:
    return sorted({round((at + reach / 4) * scale, 1) for at, mine in marks if mine == side})


def _dots(places: Sequence[float]) -> str:
    return "".join(f"M{x:g} 0h0" for x in places)


def _short(text: str) -> str:
    return visible(text, _NAME)


def weighed(spread: Mapping[str, Any], ring: Mapping[str, Any], alike: Mapping[str, Any]) -> Markup:
    """Return a chart of how many of all pairs met so many times: the ring's, chance's, and those of accounts as busy."""
    series = {"ring": ring.get("pairs"), "likely": ring.get("pairs"), "alike": alike.get("pairs")}
    known = {name: spread[name] for name in series if spread.get(name)}
    if "ring" not in known:
        return Markup()
    last = len(known["ring"]) - 1
    values = [
        {
            "times": f"{n}+" if n == last else str(n),
            "who": name,
            "share": round(100 * pairs / max(series[name] or 1, 1), 2),
        }
        for name, counts in known.items()
        for n, pairs in enumerate(counts)
    ]
    tones = {"ring": "var(--likely)", "likely": "var(--inconclusive)", "alike": "var(--hub)"}
    times = [f"{n}+" if n == last else str(n) for n in range(last + 1)]
    return svg({
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": values},
        "mark": "bar",
        "encoding": {
            "x": {"field": "times", "type": "nominal", "title": None, "sort": times, "axis": {"labelAngle": 0, "ticks": False, "grid": False}},
            "xOffset": {"field": "who", "type": "nominal", "sort": list(known)},
            "y": {
                "field": "share", "type": "quantitative", "title": None, "scale": {"domain": [0, 100]},
                "axis": {"tickCount": 4, "labelExpr": "datum.label + ' %'", "domain": False, "ticks": False},
            },
            "color": {"field": "who", "type": "nominal", "scale": {"domain": list(known), "range": [tones[n] for n in known]}, "legend": None},
        },
        "width": 330,
        "height": 150,
    })  # fmt: skip
