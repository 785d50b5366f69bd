"""One detector, told to a person or to a machine. The generated reference pages are made of the same text."""

from __future__ import annotations

from typing import Any

from aboveboard.detector import Detector

__all__ = ["as_dict", "tell"]


def as_dict(detector: Detector) -> dict[str, Any]:
    """Return what a detector states of itself, ready for JSON."""
    return {
        "name": detector.name,
        "version": detector.version,
        "violation": detector.violation,
        "about": detector.about,
        "reads": dict(detector.reads),
        "classes": list(detector.classes),
        "says": detector.says,
        "params": {
            n: {"value": p.value, "unit": p.unit, "low": p.low, "high": p.high, "about": p.about}
            for n, p in detector.params.items()
        },
        "mistakes": [{"says": m.says, "guard": m.guard, "example": m.example} for m in detector.mistakes],
        "examples": [{"name": e.name, "finds": [list(f) for f in e.finds]} for e in detector.examples],
        "references": list(detector.references),
    }


def tell(detector: Detector) -> list[str]:
    """Return Markdown lines about one detector, derived from the value alone."""
    return [
        f"# {detector.name}",
        "",
        f"Violation: `{detector.violation}` · version {detector.version} · evidence: {', '.join(detector.classes)}",
        "",
        detector.about,
        "",
        f"**It says:** {detector.says}",
        "",
        "## What it reads",
        "",
        *(f"- `{table}`: {', '.join(f'`{c}`' for c in columns.split())}" for table, columns in detector.reads.items()),
        "",
        "A `?` means it runs without that table or column.",
        "",
        "## Thresholds",
        "",
        *(_param(n, detector) for n in detector.params),
        *(["None."] if not detector.params else []),
        "",
        "## Honest mistakes",
        "",
        *(f"- {m.says} *Guard:* {m.guard}." for m in detector.mistakes),
        "",
        "## Examples",
        "",
        *(f"- {e.name}: {_finds(e.finds)}" for e in detector.examples),
        "",
        "## References",
        "",
        *(f"- {r}" for r in detector.references),
    ]


def _param(name: str, detector: Detector) -> str:
    p = detector.params[name]
    return f"- `{name}` = {p.value} {p.unit} ({p.low:g} to {p.high:g}): {p.about}"


def _finds(finds: tuple[tuple[str, float, str], ...]) -> str:
    return "; ".join(f"`{s}` {tier}, score {score}" for s, score, tier in finds) or "nothing is found"
