"""The page of an evaluation: every number with its interval, and the plots."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aboveboard.core import VIOLATIONS
from aboveboard.evaluation.strings import WORDS
from aboveboard.pages import Room, render, words_of

__all__ = ["render_evaluation"]

_ROOM = Room(Path(__file__).parent, words_of(WORDS))
_ROWS = 12


def render_evaluation(result: Mapping[str, Any]) -> str:
    """Return the page for what `evaluate` returned: one self-contained HTML text, equal input equal text."""
    known = [(v, r) for v, r in result["violations"].items() if v in VIOLATIONS]
    return render(
        _ROOM,
        "title",
        {},
        result=result,
        violations=[_shown(v, r) for v, r in known if r["found"]],
        silent=[(v, r) for v, r in known if not r["found"]],
        stated=_stated,
    )


def _shown(violation: str, scores: Mapping[str, Any]) -> dict[str, Any]:
    from aboveboard.evaluation.plots import calibration, intervals, precision_recall

    likely, possible = scores["tiers"]["likely"], scores["tiers"]["possible"]
    return {
        "name": violation,
        "scores": scores,
        "curve": precision_recall(scores["curve"], scores["tiers"]) if scores["curve"] else "",
        "calibration": calibration(scores["reliability"]) if scores["reliability"] else "",
        "points": scores["curve"][:: max(1, len(scores["curve"]) // _ROWS)],
        "bars": [(tier["precision"], intervals(tier["precision"])) for tier in (likely, possible)]
        + [(tier["recall"], intervals(tier["recall"])) for tier in (likely, possible)],
    }


def _stated(number: float | None) -> str:
    """Write a share with three places; a dash where it is undefined."""
    return "–" if number is None else f"{number:.3f}"
