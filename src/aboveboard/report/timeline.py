"""When it began: findings a week, one small chart for each violation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from markupsafe import Markup

from aboveboard.core import TIERS, VIOLATIONS
from aboveboard.pages import svg

__all__ = ["Series", "timeline"]

_MONDAY = date(1969, 12, 29)
_MOST = 104
_LEAST = 12
_SHARE = 0.95


@dataclass(frozen=True, slots=True)
class Series:
    """One violation: its chart, its weeks (Monday, then one count a tier) and how many findings began before them."""

    violation: str
    chart: Markup
    tiers: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    total: int
    earlier: int
    peak: str
    most: int


def timeline(weeks: pa.Table, as_of: str) -> tuple[Series, ...]:
    """Return a series for each violation in `weeks` (violation, tier, week, n), over at most two years before `as_of`."""
    end = (date.fromisoformat(as_of[:10]) - _MONDAY).days // 7
    past = weeks.filter(pc.less_equal(weeks["week"], end))
    if not past.num_rows:
        return ()
    present = set(past["violation"].to_pylist())
    return tuple(_series(v, past, end) for v in VIOLATIONS if v in present)


def _first(weeks: pa.Table, end: int) -> int:
    """Return the week the charts begin: late enough that most of the last two years' findings are not squeezed."""
    week, n = weeks["week"].to_numpy(), weeks["n"].to_numpy()
    order = np.argsort(-week, kind="stable")
    recent = order[week[order] > end - _MOST]
    reached = np.cumsum(n[recent])
    enough = int(week[recent][np.searchsorted(reached, _SHARE * reached[-1])]) if recent.size else end
    return min(enough, end - _LEAST + 1)


def _series(violation: str, weeks: pa.Table, end: int) -> Series:
    own = weeks.filter(pc.equal(weeks["violation"], violation))
    first = _first(own, end)
    counts = np.zeros((end - first + 1, len(TIERS)), dtype=np.int64)
    week, n = own["week"].to_numpy(), own["n"].to_numpy()
    tier = np.array([TIERS.index(t) if t in TIERS else len(TIERS) - 1 for t in own["tier"].to_pylist()])
    inside = week >= first
    np.add.at(counts, (week[inside] - first, tier[inside]), n[inside])
    used = [i for i in range(len(TIERS)) if counts[:, i].any()]
    rows = tuple((_day(first + int(w)), tuple(int(counts[w, i]) for i in used)) for w in np.flatnonzero(counts.sum(1)))
    peak = int(counts.sum(1).argmax())
    return Series(
        violation=violation,
        chart=_chart(rows, [TIERS[i] for i in used], _day(first), _day(end + 1)) if rows else Markup(),
        tiers=tuple(TIERS[i] for i in used),
        rows=rows,
        total=int(n.sum()),
        earlier=int(n[~inside].sum()),
        peak=_day(first + peak),
        most=int(counts[peak].sum()),
    )


def _day(week: int) -> str:
    return (_MONDAY + timedelta(days=7 * week)).isoformat()


def _chart(rows: tuple[tuple[str, tuple[int, ...]], ...], tiers: list[str], start: str, stop: str) -> Markup:
    """Draw the specification that Altair would write, which costs 40 MB and most of a second to be imported."""
    values = [bar for day, counts in rows for bar in _bars(day, tiers, counts)]
    span = {"type": "utc", "domain": [f"{start}T00:00:00Z", f"{stop}T00:00:00Z"]}
    tones = {"domain": tiers, "range": [f"var(--{'likely' if t == 'confirmed' else t})" for t in tiers]}
    across = {"grid": False, "tickCount": 4, "format": "%Y-%m", "labelFlush": True}
    up = {"tickCount": 3, "tickMinStep": 1, "domain": False, "ticks": False}
    return svg(
        {
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "data": {"values": values},
            "mark": "rect",
            "encoding": {
                "x": {"field": "day", "type": "temporal", "title": None, "scale": span, "axis": across},
                "x2": {"field": "end"},
                "y": {"field": "low", "type": "quantitative", "title": None, "axis": up},
                "y2": {"field": "high"},
                "color": {"field": "tier", "type": "nominal", "scale": tones, "legend": None},
            },
            "width": 300,
            "height": 96,
        }
    )


def _bars(day: str, tiers: list[str], counts: tuple[int, ...]) -> list[Mapping[str, str | int]]:
    """Stack one week's counts, strongest tier at the bottom; a bar leaves a gap of one day to the next."""
    end = date.fromisoformat(day) + timedelta(days=6)
    tops = np.cumsum(counts)
    return [
        {"day": f"{day}T00:00:00Z", "end": f"{end}T00:00:00Z", "tier": t, "low": int(top - n), "high": int(top)}
        for t, n, top in zip(tiers, counts, tops, strict=True)
        if n
    ]
