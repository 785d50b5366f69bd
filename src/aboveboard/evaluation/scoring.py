"""Score findings against labels, one violation at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from aboveboard.evaluation.cells import Cells, cells_of, resamples
from aboveboard.evaluation.classes import missed_classes, wrong_classes
from aboveboard.evaluation.intervals import Interval, interval
from aboveboard.evaluation.measures import (
    average_precision,
    calibration_error,
    curve,
    f1,
    ratio,
    reliability,
    roc_auc,
)
from aboveboard.evaluation.pairs import grouping, parents
from aboveboard.evaluation.slices import by_language
from aboveboard.evaluation.truth import Truth, is_closed, join

__all__ = ["evaluate"]

Floats = NDArray[np.float64]
RESAMPLES = 1000
_EXACT, _ROUGH = 9, 3
_POINTS = 200


def evaluate(
    findings: pa.Table, labels: pa.Table, accounts: pa.Table, *, seed: int = 0, closed_world: bool | None = None
) -> dict[str, Any]:
    """Return how well `findings` agree with `labels`, ready for JSON; nulls where a number has no meaning.

    A subject's score is its strongest finding of that violation, 0 where there is none. `closed_world` says whether
    accounts without a label are innocent; by default they are only where every label was planted by the generator and is
    known, and otherwise unlabelled subjects are not scored at all. Violations without any label are counted, not scored.
    `accounts` needs `account_id` and `language`. Intervals are 95 %, from 1,000 resamples of whole clusters; one that
    cannot vary, such as a precision of 1, is Wilson's over the clusters instead.
    """
    closed = is_closed(labels) if closed_world is None else closed_world
    truth = join(findings, labels, accounts, closed=closed)
    violations = sorted(set(labels["violation"].to_pylist()))
    return {
        "closed_world": closed,
        "resamples": RESAMPLES,
        "seed": seed,
        "accounts": accounts.num_rows,
        "labels": labels.num_rows,
        "contradictions": int(pc.sum(truth.subjects["torn"]).as_py() or 0),
        "unscored": {r["violation"]: r["n"] for r in truth.unscored.to_pylist()},
        "violations": {v: _violation(v, truth, findings, labels, closed=closed, seed=seed) for v in violations},
    }


def _violation(
    name: str, truth: Truth, findings: pa.Table, labels: pa.Table, *, closed: bool, seed: int
) -> dict[str, Any]:
    subjects = truth.subjects.filter(pc.equal(truth.subjects["violation"], name))
    languages = ["" if x is None else x for x in truth.languages["language"].to_pylist()] or [""]
    language = _coded(subjects, languages)
    rest = _rest(subjects, truth.languages, language, len(languages)) if closed else np.zeros(len(languages), np.int64)
    exact = cells_of(subjects, language, rest, _EXACT)
    rough = cells_of(subjects, language, rest, _ROUGH)
    drawn = np.vstack(list(resamples(rough, RESAMPLES, seed)))
    own = findings.filter(pc.equal(findings["violation"], name))
    told = labels.filter(pc.and_(pc.equal(labels["violation"], name), labels["value"]))
    return {
        **_sizes(exact),
        "tiers": {tier: _tier(exact, rough, drawn, tier) for tier in ("likely", "possible")},
        **_ranked(exact, rough, drawn),
        "languages": by_language(rough, drawn, languages),
        "false_positives": wrong_classes(subjects),
        "missed": missed_classes(subjects),
        "parents": parents(own, told) if name == "reincarnation" else None,
        "rings": grouping(own, told),
    }


def _coded(subjects: pa.Table, languages: list[str]) -> NDArray[np.int64]:
    where = pc.index_in(pc.fill_null(subjects["language"], ""), pa.array(languages))
    return pc.fill_null(where, 0).to_numpy().astype(np.int64)


def _rest(subjects: pa.Table, totals: pa.Table, language: NDArray[np.int64], n: int) -> NDArray[np.int64]:
    """Return how many accounts of each language have neither a label nor a finding."""
    named = np.bincount(language[subjects["listed"].to_numpy()], minlength=n)
    total = totals["n"].to_numpy() if totals.num_rows else np.zeros(n, np.int64)
    return (total - named).astype(np.int64)


def _sizes(cells: Cells) -> dict[str, Any]:
    n, positives = float(cells.count.sum()), float(cells.count[cells.breach].sum())
    return {
        "n": int(n),
        "positives": int(positives),
        "negatives": int(n - positives),
        "prevalence": round(positives / n, 6) if n else None,
        "found": int(cells.count[cells.score > 0].sum()),
    }


def _tier(exact: Cells, rough: Cells, drawn: Floats, tier: str) -> dict[str, Any]:
    """Return counts, precision, recall and F1 of what is claimed at `tier` or above."""
    now, again = _confusion(exact, exact.count[None, :], tier), _confusion(rough, drawn, tier)
    claimed: NDArray[np.bool_] = getattr(exact, tier)
    judged = bool((exact.count[~exact.breach]).sum())
    return {
        "true": int(now[0][0]),
        "false": int(now[1][0]),
        "missed": int(now[2][0]),
        "precision": _share(ratio(now[0], now[0] + now[1]), ratio(again[0], again[0] + again[1]), exact, claimed)
        if judged
        else None,
        "recall": _share(ratio(now[0], now[0] + now[2]), ratio(again[0], again[0] + again[2]), exact, exact.breach),
        "f1": interval(f1(*now)[0], f1(*again)) if judged else None,
    }


def _confusion(cells: Cells, weights: Floats, tier: str) -> tuple[Floats, Floats, Floats]:
    claimed: NDArray[np.bool_] = getattr(cells, tier)
    masks = (claimed & cells.breach, claimed & ~cells.breach, ~claimed & cells.breach)
    true, false, missed = (weights[:, m].sum(axis=1) for m in masks)
    return true, false, missed


def _share(now: Floats, again: Floats, cells: Cells, among: NDArray[np.bool_]) -> Interval | None:
    return interval(now[0], again, cells.clusters_in(among & (cells.count > 0)))


def _ranked(exact: Cells, rough: Cells, drawn: Floats) -> dict[str, Any]:
    """Return the measures of the score itself; null where the labels know only one side."""
    names = ("average_precision", "roc_auc", "calibration_error", "calibration_error_found")
    if not exact.count[exact.breach].sum() or not exact.count[~exact.breach].sum():
        return {**dict.fromkeys(names), "reliability": [], "curve": []}
    hits, misses, levels = _levels(exact, exact.count[None, :])
    now = _measures(hits, misses, levels)
    again = _measures(*_levels(rough, drawn))
    return {
        **{name: interval(a[0], b) for name, a, b in zip(names, now, again, strict=True)},
        "reliability": _bins(hits[:, levels > 0], misses[:, levels > 0], levels[levels > 0]),
        "curve": _curve(hits, misses, levels),
    }


def _measures(hits: Floats, misses: Floats, levels: Floats) -> Iterable[Floats]:
    found = levels > 0
    return (
        average_precision(hits, misses),
        roc_auc(hits, misses),
        calibration_error(hits, misses, levels),
        calibration_error(hits[:, found], misses[:, found], levels[found]),
    )


def _levels(cells: Cells, weights: Floats) -> tuple[Floats, Floats, Floats]:
    """Return (hits, misses, levels) by distinct score, ascending: what the measures take; cells are sorted."""
    levels, starts = np.unique(cells.score, return_index=True)
    hits, misses = weights * cells.breach, weights * ~cells.breach
    return np.add.reduceat(hits, starts, axis=1), np.add.reduceat(misses, starts, axis=1), levels


def _bins(hits: Floats, misses: Floats, levels: Floats) -> list[Mapping[str, float | int]]:
    count, scores, breaches = (part[0] for part in reliability(hits, misses, levels))
    return [
        {"low": i / 10, "n": int(n), "score": round(s / n, 6), "rate": round(b / n, 6)}
        for i, (n, s, b) in enumerate(zip(count, scores, breaches, strict=True))
        if n
    ]


def _curve(hits: Floats, misses: Floats, levels: Floats) -> list[list[float]]:
    points = np.column_stack(curve(hits, misses, levels)).round(6)
    kept = np.unique(np.linspace(0, len(points) - 1, min(_POINTS, len(points))).astype(np.int64))
    return points[kept].tolist() if len(points) else []
