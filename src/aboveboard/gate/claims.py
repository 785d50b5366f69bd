"""A claim about one attempt, in the words and with the weights of the detector that would make it in a scan."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from string import Formatter
from typing import Any

import msgspec

from aboveboard.core import CLASSES
from aboveboard.detector import Detector

__all__ = ["Claim", "claim", "sentence"]

_LONGEST = 120
_UNSEEN = frozenset(("Cc", "Cf", "Zl", "Zp"))
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Claim(msgspec.Struct, frozen=True):
    """What a detector would find if the attempt went through. `fields` are those of the profile it rests on, `innocent` what else explains it; staff see it, the holder does not."""

    finding_id: str
    violation: str
    detector: str
    detector_version: str
    score: float
    tier: str
    classes: tuple[str, ...]
    says: str
    derivation: str
    related: tuple[str, ...]
    fields: tuple[str, ...]
    innocent: str = ""


def claim(detector: Detector, subject: str, row: Mapping[str, Any], fields: Iterable[str], derivation: str) -> Claim:
    """Return a claim of a detector's, from a row with what its sentence says, `score`, `tier`, `classes` and `related`.

    As in a scan, `likely` on fewer than two classes is only possible.
    """
    classes = tuple(c for c in sorted(set(row["classes"])) if c in CLASSES)
    tier = "possible" if row["tier"] == "likely" and len(classes) < 2 else row["tier"]  # noqa: PLR2004  (independent classes)
    says, related = sentence(detector.says, row), tuple(sorted(set(row.get("related") or ())))
    score = max(round(min(float(row["score"]), 1.0), 4), 0.0001)
    told = "\x1f".join((detector.name, detector.version, "account", subject, subject, "", "\x1e".join(related), says))
    return Claim(
        hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:20],
        detector.violation, detector.name, detector.version, score, tier, classes, says, derivation, related,
        tuple(sorted(set(fields))), str(row.get("alternatives") or ""),
    )  # fmt: skip


def sentence(template: str, row: Mapping[str, Any]) -> str:
    """Fill a detector's sentence as a scan does: without control and direction characters, cut, right-to-left text isolated."""
    parts = list[str]()
    for literal, blank, _, _ in Formatter().parse(template):
        parts.append(literal)
        if blank is not None:
            parts.append(_shown(row.get(blank)))
    return "".join(parts)


def _shown(value: object) -> str:
    if value is None:
        return "unknown"
    text = value.date().isoformat() if isinstance(value, datetime) else str(value)
    seen = "".join(c for c in text if unicodedata.category(c) not in _UNSEEN)
    cut = seen[:_LONGEST] + "…" if len(seen) > _LONGEST else seen
    return f"\u2068{cut}\u2069" if _RIGHT_TO_LEFT.search(seen) else cut
