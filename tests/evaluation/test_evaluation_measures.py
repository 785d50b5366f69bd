"""The measures against their definitions, and against brute force on anything hypothesis makes up."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.evaluation.intervals import interval
from aboveboard.evaluation.measures import average_precision, calibration_error, curve, f1, roc_auc, wilson

SUBJECTS = st.lists(st.tuples(st.integers(0, 10), st.booleans()), min_size=2, max_size=60).filter(
    lambda rows: len({truth for _, truth in rows}) == 2
)


def counted(rows):
    levels = np.array(sorted({s / 10 for s, _ in rows}))
    hits = np.array([[sum(s / 10 == x and t for s, t in rows) for x in levels]], dtype=float)
    misses = np.array([[sum(s / 10 == x and not t for s, t in rows) for x in levels]], dtype=float)
    return hits, misses, levels


@given(SUBJECTS)
def test_auc_is_the_share_of_pairs_in_the_right_order(rows):
    hits, misses, _ = counted(rows)
    pairs = [(p > n) + (p == n) / 2 for p, t in rows if t for n, u in rows if not u]
    assert roc_auc(hits, misses)[0] == pytest.approx(np.mean(pairs))


@given(SUBJECTS)
def test_average_precision_is_the_sum_over_thresholds(rows):
    hits, misses, _ = counted(rows)
    total, before, area = sum(t for _, t in rows), 0.0, 0.0
    for threshold in sorted({s for s, _ in rows}, reverse=True):
        claimed = [t for s, t in rows if s >= threshold]
        recall = sum(claimed) / total
        area += (recall - before) * sum(claimed) / len(claimed)
        before = recall
    assert average_precision(hits, misses)[0] == pytest.approx(area)


@given(SUBJECTS)
def test_calibration_error_is_the_mean_gap_of_the_bins(rows):
    hits, misses, levels = counted(rows)
    bins: dict[int, list[tuple[float, bool]]] = {}
    for s, t in rows:
        bins.setdefault(min(s, 9), []).append((s / 10, t))
    gap = sum(abs(sum(s for s, _ in b) - sum(t for _, t in b)) for b in bins.values()) / len(rows)
    assert calibration_error(hits, misses, levels)[0] == pytest.approx(gap)


@given(SUBJECTS)
def test_a_weighting_by_two_changes_no_measure(rows):
    hits, misses, levels = counted(rows)
    for measure in (average_precision, roc_auc):
        assert measure(2 * hits, 2 * misses)[0] == pytest.approx(measure(hits, misses)[0])
    assert calibration_error(2 * hits, 2 * misses, levels)[0] == pytest.approx(
        calibration_error(hits, misses, levels)[0]
    )


def test_a_perfect_score_has_area_one_and_a_reversed_one_none():
    assert roc_auc(np.array([[0.0, 3.0]]), np.array([[5.0, 0.0]]))[0] == 1
    assert roc_auc(np.array([[3.0, 0.0]]), np.array([[0.0, 5.0]]))[0] == 0


def test_a_measure_without_one_of_the_sides_is_undefined():
    nothing = np.zeros((1, 2))
    assert np.isnan(roc_auc(nothing, nothing + 1)[0])
    assert np.isnan(average_precision(nothing, nothing + 1)[0])
    assert np.isnan(f1(np.zeros(1), np.zeros(1), np.zeros(1))[0])


def test_the_curve_leaves_out_subjects_nobody_found():
    hits, misses, levels = np.array([[1.0, 2.0, 3.0]]), np.array([[4.0, 1.0, 0.0]]), np.array([0.0, 0.5, 0.9])
    recall, precision, threshold = curve(hits, misses, levels)
    assert threshold.tolist() == [0.9, 0.5]
    assert recall.tolist() == pytest.approx([3 / 6, 5 / 6])
    assert precision.tolist() == pytest.approx([1, 5 / 6])


@pytest.mark.parametrize(("n", "at_least"), [(35, 0.90), (73, 0.95), (189, 0.98), (381, 0.99)])
def test_wilson_says_how_many_faultless_trials_a_claim_needs(n, at_least):
    assert wilson(1.0, n)[0] == pytest.approx(at_least, abs=0.002)


def test_a_share_no_resample_can_move_gets_an_honest_interval():
    steady = np.ones(100)
    assert interval(1.0, steady) == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert interval(1.0, steady, trials=10)["low"] == pytest.approx(0.722, abs=0.001)
    assert interval(float("nan"), steady) is None
