"""Accounts linked from tables: on two generators that agree in nothing, precise and near calibrated."""

import importlib.util
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from aboveboard.app.linking import link_accounts
from aboveboard.errors import InputError

SPEC = importlib.util.spec_from_file_location(
    "linkage_pairs", Path(__file__).parents[2] / "benchmarks/linkage_pairs.py"
)
PAIRS = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(PAIRS)


def judged(name, drop=()):
    made = PAIRS.GENERATORS[name](np.random.default_rng(5), 40_000, 4_000, [])
    fresh, closed = (t.drop_columns(["unique_id", *drop]) for t in (made.fresh, made.closed))
    found = link_accounts(fresh, closed, made.returns)
    right = np.isin(found.left * 4_000 + found.right, made.new * 4_000 + made.old)
    return found.probability, right, len(made.new)


@pytest.mark.parametrize(("name", "drop", "precision", "recall", "gap"), [
    ("everyday", (), 0.9, 0.5, 0.06),
    ("everyday", ("bio", "email"), 0.85, 0.45, 0.06),
    ("everyday", ("name",), 0.85, 0.25, 0.08),
    ("careful", (), 0.7, 0.35, 0.1),
])  # fmt: skip
def test_other_fields_and_other_hands_are_linked_with_probabilities_that_hold(name, drop, precision, recall, gap):
    p, right, truth = judged(name, drop)
    said, seen = p >= 0.5, p >= 0.05
    assert right[said].mean() >= precision
    assert right[said].sum() / truth >= recall
    tenth = (10 * p[seen]).astype(int)
    gaps = np.abs(np.bincount(tenth, p[seen], 11) - np.bincount(tenth, right[seen], 11))
    assert gaps.sum() / seen.sum() <= gap


def test_a_disguised_name_and_a_device_are_worth_more_than_either():
    crowd = [f"Stranger {chr(97 + n % 26)}{n}x" for n in range(3000)]
    new = pa.table(
        {"name": ["H4rb0ur T4les", "Harbour Tales", *crowd], "device": ["d1", "d2", *(f"e{n}" for n in range(3000))]}
    )
    closed = pa.table({"name": ["Harbour Tales"], "device": ["d1"]})
    found = link_accounts(new, closed)
    chance = dict(zip(found.left.tolist(), found.probability, strict=True))
    assert chance[0] > 0.9 > chance[1]


def test_tables_without_a_field_in_common_are_refused():
    with pytest.raises(InputError, match="name, handle"):
        link_accounts(pa.table({"name": ["a"]}), pa.table({"bio": ["a"]}))
