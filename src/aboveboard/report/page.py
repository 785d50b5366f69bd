"""Compose the report from a scan's summary and tables."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from aboveboard.core import TIERS, VIOLATIONS
from aboveboard.pages import Room, render, words_of
from aboveboard.report.audiences import arrival_maps, growths
from aboveboard.report.drawing import drawings
from aboveboard.report.entries import entries
from aboveboard.report.ring_pages import ring_pages
from aboveboard.report.ring_strings import RING_WORDS
from aboveboard.report.selection import Selection, select
from aboveboard.report.strings import WORDS
from aboveboard.report.timeline import timeline

__all__ = ["render_report"]

_HERE = Path(__file__).parent
_ROOM = Room(_HERE, words_of(WORDS))
_RING_ROOM = Room(_HERE, words_of(WORDS, RING_WORDS), ("rings",))


def render_report(
    summary: Mapping[str, Any],
    findings: pa.Table,
    rings: pa.Table,
    decisions: pa.Table,
    *,
    detectors: Mapping[str, Mapping[str, Any]],
    limit: int = 2000,
    pictures: Mapping[str, pa.Table] | None = None,
) -> str:
    """Return the report as one self-contained HTML text: no network, no script from elsewhere, equal input equal text.

    `summary` is what `summary.json` holds; the tables have the schemas of `core`. `detectors` maps a name to `about`,
    `mistakes` (each `says` and `guard`), `references`, `says` and `violation`. At most `limit` findings are listed.
    `pictures` holds the rows of `arrivals` and `growth` (see `audiences`) and of rings (see `ring_pages`) where there are any.
    """
    chosen = select(findings, rings, decisions, limit)
    listed = entries(chosen.strongest, {name: d["says"] for name, d in detectors.items()})
    mistakes = {n: _mistakes(d) for n, d in sorted(detectors.items())}
    pages = ring_pages(chosen.rings, pictures or {})
    return render(
        _RING_ROOM if pages else _ROOM,
        "title",
        {"entries": listed, "mistakes": mistakes},
        mistakes=mistakes,
        pages=pages,
        anchors={p.ring: p.anchor for p in pages},
        summary=summary,
        reach=chosen.reach,
        counts=_counts(chosen),
        tiers=_tiers(chosen),
        unlooked=[v for v in VIOLATIONS if v not in {d["violation"] for d in summary["detectors"]}],
        series=timeline(chosen.weeks, summary["as_of"]),
        rings=drawings(chosen.rings),
        maps=arrival_maps((pictures or {}).get("arrivals")),
        growths=growths((pictures or {}).get("growth")),
        detectors=sorted(detectors.items()),
        shown=len(listed),
        total=findings.num_rows,
    )


def _mistakes(detector: Mapping[str, Any]) -> list[list[str]]:
    return [[m["says"], m["guard"]] for m in detector["mistakes"]]


def _tiers(chosen: Selection) -> tuple[str, ...]:
    present = set(chosen.counts["tier"].to_pylist())
    return tuple(t for t in TIERS if t in present)


def _counts(chosen: Selection) -> list[tuple[str, dict[str, int]]]:
    """Return (violation, {tier: findings}) in the vocabulary's order, only what was found."""
    found: dict[str, dict[str, int]] = {}
    for row in chosen.counts.to_pylist():
        found.setdefault(row["violation"], {})[row["tier"]] = row["n"]
    return [(v, found[v]) for v in VIOLATIONS if v in found]
