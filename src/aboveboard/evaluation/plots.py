"""The plots of an evaluation, as SVG in the page's colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
from markupsafe import Markup

from aboveboard.pages import svg

__all__ = ["calibration", "intervals", "precision_recall"]

_UNIT = alt.Scale(domain=[0, 1])
_AXIS = alt.Axis(tickCount=5, format=".1f")
_SIDE = 200


def precision_recall(points: list[list[float]], tiers: Mapping[str, Any]) -> Markup:
    """Draw precision over recall; `points` are (recall, precision, threshold), and each tier stands as a dot."""
    line = (
        alt.Chart(alt.Data(values=[{"recall": r, "precision": p, "order": i} for i, (r, p, _) in enumerate(points)]))
        .mark_line(color="var(--hub)", strokeWidth=2, interpolate="linear")
        .encode(x=_across("recall"), y=_up("precision"), order="order:Q")
    )
    dots = [
        {"recall": t["recall"]["value"], "precision": t["precision"]["value"], "tier": name}
        for name, t in tiers.items()
        if t["recall"] and t["precision"]
    ]
    tones = alt.Scale(domain=["likely", "possible"], range=["var(--likely)", "var(--possible)"])
    marks = (
        alt.Chart(alt.Data(values=dots))
        .mark_point(filled=True, size=90, opacity=1, stroke="var(--card)")
        .encode(x=_across("recall"), y=_up("precision"), color=alt.Color("tier:N", scale=tones, legend=None))
    )
    return svg((line + marks).properties(width=_SIDE, height=_SIDE))


def calibration(bins: list[Mapping[str, float]]) -> Markup:
    """Draw how often findings are right over their probability; a dot's area grows with its findings."""
    ideal = (
        alt.Chart(alt.Data(values=[{"score": 0, "rate": 0}, {"score": 1, "rate": 1}]))
        .mark_line(color="var(--edge)", strokeDash=[3, 4], strokeWidth=1)
        .encode(x=_across("score"), y=_up("rate"))
    )
    seen = alt.Chart(alt.Data(values=list(bins)))
    line = seen.mark_line(color="var(--hub)", strokeWidth=2).encode(x=_across("score"), y=_up("rate"))
    size = alt.Size("n:Q", legend=None, scale=alt.Scale(range=[30, 220]))
    dots = seen.mark_point(filled=True, color="var(--hub)", opacity=1).encode(
        x=_across("score"), y=_up("rate"), size=size
    )
    return svg((ideal + line + dots).properties(width=_SIDE, height=_SIDE))


def intervals(found: Mapping[str, float] | None) -> Markup:
    """Draw one share with its interval on a line from 0 to 1; empty where the share is undefined."""
    if found is None:
        return Markup()
    data = alt.Chart(alt.Data(values=[dict(found)]))
    across = alt.X("low:Q", scale=_UNIT, axis=None)
    track = alt.Chart(alt.Data(values=[{"low": 0, "high": 1}])).mark_rule(color="var(--line)", strokeWidth=6)
    bar = data.mark_rule(color="var(--hub)", strokeWidth=6, opacity=0.5)
    dot = data.mark_point(filled=True, color="var(--hub)", size=70, opacity=1).encode(
        x=alt.X("value:Q", scale=_UNIT, axis=None)
    )
    return svg(
        (track.encode(x=across, x2="high:Q") + bar.encode(x=across, x2="high:Q") + dot).properties(width=150, height=12)
    )


def _across(name: str) -> alt.X:
    return alt.X(f"{name}:Q", title=None, scale=_UNIT, axis=_AXIS)


def _up(name: str) -> alt.Y:
    return alt.Y(f"{name}:Q", title=None, scale=_UNIT, axis=_AXIS)
