"""Which look-alikes are wrongly found, and which planted breaches are missed."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["missed_classes", "wrong_classes"]


def wrong_classes(subjects: pa.Table) -> list[dict[str, Any]]:
    """Return, for each class of innocents found at least *possible*: how many, how many *likely*, of how many labelled.

    The class is null for accounts that no label names; how many of those there are is not known here.
    """
    innocent = subjects.filter(pc.invert(subjects["breach"]))
    return [
        {"class": r["class"], "possible": r["possible_sum"], "likely": r["likely_sum"], "of": r["subject_count"]}
        for r in _tally(innocent)
        if r["possible_sum"]
    ]


def missed_classes(subjects: pa.Table) -> list[dict[str, Any]]:
    """Return, for each class of breaches: how many are found at least *possible*, how many are missed, of how many."""
    return [
        {"class": r["class"], "missed": r["subject_count"] - r["possible_sum"], "of": r["subject_count"]}
        for r in _tally(subjects.filter(subjects["breach"]))
    ]


def _tally(subjects: pa.Table) -> list[dict[str, Any]]:
    numbered = subjects.select(["class", "subject"]).append_column(
        "possible", subjects["possible"].cast(pa.int64())
    ).append_column("likely", subjects["likely"].cast(pa.int64()))  # fmt: skip
    counted = numbered.group_by("class", use_threads=False).aggregate(
        [("possible", "sum"), ("likely", "sum"), ("subject", "count")]
    )
    return sorted(counted.to_pylist(), key=lambda r: (-r["possible_sum"], r["class"] or ""))
