"""The record of one account as one self-contained page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from aboveboard.dossier.lanes import WIDE, lanes
from aboveboard.dossier.strings import WORDS
from aboveboard.dossier.telling import blanks, key_of
from aboveboard.dossier.timeline import MILESTONE
from aboveboard.pages import Room, render

__all__ = ["render_dossier"]

_ROOM = Room(Path(__file__).parent, WORDS)


def render_dossier(record: Mapping[str, Any], events: Sequence[Mapping[str, Any]], ends: tuple[int, int]) -> str:
    """Return the page for what `explain` made: one HTML text, equal input equal text.

    `events` are the record's events with times in microseconds, `ends` the first and last that the picture spans.
    """
    told = [
        {**event, "key": f"event.{key_of(event)}", "blanks": blanks(event["facts"])} for event in record["timeline"]
    ]
    return render(
        _ROOM,
        "title",
        {},
        record=record,
        account=record["account"],
        favour=[(f"favour.{key_of(f)}", blanks(f["facts"])) for f in record["favour"]],
        milestones=[e for e in told if e["weight"] == MILESTONE],
        events=told,
        profile=[(name, _cell(name, value)) for name, value in record["account"].items()],
        lanes=lanes(events, *ends),
        wide=WIDE,
        first=record["timeline"][0]["day"] if told else "",
        last=record["as_of"][:10],
    )


def _cell(name: str, value: object) -> str:
    """Return a profile's value as text; times to the minute."""
    return str(value)[:16].replace("T", " ") if name.endswith(("_at", "_until")) else str(value)
