"""Scores of drawn worlds whose right answers are known by counting."""

from __future__ import annotations

import json

import numpy as np
import pyarrow as pa
import pytest

from aboveboard.core import FINDINGS
from aboveboard.evaluation import evaluate
from aboveboard.evaluation.cells import cells_of, resamples
from aboveboard.evaluation.truth import is_closed
from aboveboard.tables import TABLES

LABELS = TABLES["labels"].schema


def told(subject, breach=True, **more):
    base = {"violation": "zombie", "value": breach, "account_id": subject, "certainty": "known", "source": "generator"}
    return {**base, **more}


def found(subject, score, tier="likely", **more):
    base = {"finding_id": f"{subject}-{score}", "violation": "zombie", "account_id": subject, "related": []}
    return {**base, "score": score, "tier": tier, "classes": ["profile"], **more}


def people(*languages):
    return pa.table(
        {"account_id": [f"a{i}" for i in range(len(languages))], "language": pa.array(languages, pa.string())}
    )


def score(findings, labels, accounts, violation="zombie", **more):
    result = evaluate(
        pa.Table.from_pylist(findings, schema=FINDINGS), pa.Table.from_pylist(labels, schema=LABELS), accounts, **more
    )
    json.dumps(result, allow_nan=False)
    return result["violations"][violation]


def test_counts_and_shares_are_what_counting_gives():
    findings = [found("a0", 0.9), found("a1", 0.8), found("a2", 0.7), found("a3", 0.4, "possible"), found("a9", 0.6)]
    labels = [told("a0"), told("a1"), told("a3"), told("a4"), told("a2", breach=False)]
    v = score(findings, labels, people(*["en"] * 20))
    assert (v["n"], v["positives"], v["negatives"], v["found"]) == (20, 4, 16, 5)
    likely, possible = v["tiers"]["likely"], v["tiers"]["possible"]
    assert (likely["true"], likely["false"], likely["missed"]) == (2, 2, 2)
    assert (possible["true"], possible["false"], possible["missed"]) == (3, 2, 1)
    assert likely["precision"]["value"] == 0.5
    assert possible["recall"]["value"] == 0.75
    assert possible["f1"]["value"] == pytest.approx(2 * 0.6 * 0.75 / 1.35, abs=1e-6)


def test_a_subject_counts_once_with_its_strongest_finding():
    findings = [found("a0", 0.2, "possible"), found("a0", 0.9, "likely")]
    v = score(findings, [told("a0"), told("a1", breach=False)], people("en", "en"))
    assert v["tiers"]["likely"]["true"] == 1
    assert v["reliability"] == [{"low": 0.9, "n": 1, "score": 0.9, "rate": 1.0}]


def test_accounts_without_a_label_are_innocent_only_in_a_planted_world():
    findings, accounts = [found("a0", 0.9), found("a5", 0.9)], people(*["en"] * 10)
    planted = [told("a0"), told("a1", breach=False)]
    observed = [{**row, "source": "reviewers"} for row in planted]
    assert score(findings, planted, accounts)["n"] == 10
    assert score(findings, planted, accounts)["tiers"]["likely"]["false"] == 1
    assert score(findings, observed, accounts)["n"] == 2
    assert score(findings, observed, accounts)["tiers"]["likely"]["false"] == 0
    assert score(findings, observed, accounts, closed_world=True)["n"] == 10


@pytest.mark.parametrize(
    "change", [{"source": None}, {"source": "people"}, {"certainty": "presumed"}, {"certainty": None}]
)
def test_one_label_of_another_kind_opens_the_world(change):
    rows = [told("a0"), told("a1")]
    assert is_closed(pa.Table.from_pylist(rows, schema=LABELS))
    assert not is_closed(pa.Table.from_pylist([*rows, told("a2", **change)], schema=LABELS))
    assert not is_closed(LABELS.empty_table())


def test_without_labelled_innocents_precision_is_not_made_up():
    v = score([found("a0", 0.9)], [told("a0", source="people"), told("a1", source="people")], people("en", "en"))
    assert v["tiers"]["likely"]["precision"] is None
    assert v["roc_auc"] is None
    assert v["tiers"]["likely"]["recall"]["value"] == 0.5


def test_a_violation_without_any_label_is_counted_and_not_scored():
    findings = pa.Table.from_pylist([found("a0", 0.9), found("a1", 0.9, violation="clickbait")], schema=FINDINGS)
    result = evaluate(findings, pa.Table.from_pylist([told("a0")], schema=LABELS), people("en", "en"))
    assert list(result["violations"]) == ["zombie"]
    assert result["unscored"] == {"clickbait": 1}


def test_a_subject_labelled_both_ways_is_a_breach_and_is_named():
    labels = pa.Table.from_pylist([told("a0"), told("a0", breach=False)], schema=LABELS)
    result = evaluate(FINDINGS.empty_table(), labels, people("en"))
    assert result["contradictions"] == 1
    assert result["violations"]["zombie"]["positives"] == 1


def test_mistakes_are_told_apart_by_class():
    labels = [
        told("a0", **{"class": "aged"}),
        told("a1", **{"class": "aged"}),
        told("a2", False, **{"class": "lurker"}),
        told("a3", False, **{"class": "lurker"}),
    ]
    v = score([found("a0", 0.9), found("a2", 0.5, "possible"), found("a4", 0.9)], labels, people(*["en"] * 6))
    assert v["false_positives"] == [
        {"class": None, "possible": 1, "likely": 1, "of": 1},
        {"class": "lurker", "possible": 1, "likely": 0, "of": 2},
    ]
    assert v["missed"] == [{"class": "aged", "missed": 1, "of": 2}]


def test_a_language_treated_unlike_the_others_is_named():
    accounts = people(*["en", "ar"] * 200)
    labels = [told(f"a{i}", i < 300) for i in range(400)]
    caught = [i for i in range(300) if i % 2 == 0 or i % 3 == 0]
    v = score([found(f"a{i}", 0.9) for i in caught], labels, accounts)
    by = {row["language"]: row for row in v["languages"]}
    assert by["ar"]["uneven"] == ["recall"]
    assert by["ar"]["recall"]["high"] < by["en"]["recall"]["low"]


def test_languages_treated_alike_are_not_accused():
    labels = [told(f"a{i}", i < 300) for i in range(400)]
    v = score([found(f"a{i}", 0.9) for i in range(0, 300, 3)], labels, people(*["en", "ar"] * 200))
    assert [row["uneven"] for row in v["languages"]] == [[], []]


def test_large_clusters_widen_the_interval():
    accounts = people(*["en"] * 600)
    findings = [found(f"a{i}", 0.9) for i in range(400) if i // 20 % 2]
    alone = [told(f"a{i}", i < 400, cluster=f"c{i}") for i in range(600)]
    together = [told(f"a{i}", i < 400, cluster=f"c{i // 20}") for i in range(600)]
    narrow, wide = (score(findings, rows, accounts)["tiers"]["likely"]["recall"] for rows in (alone, together))
    assert narrow["value"] == wide["value"] == 0.5
    assert wide["high"] - wide["low"] > 3 * (narrow["high"] - narrow["low"])


def test_resampling_never_splits_a_cluster():
    subjects = pa.table(
        {
            "score": [0.1, 0.2, 0.3, 0.4],
            "likely": [False] * 4,
            "possible": [True] * 4,
            "breach": [True, False, True, False],
            "cluster": ["x", "x", None, "y"],
        }
    )
    cells = cells_of(subjects, np.zeros(4, np.int64), np.array([5]), 9)
    drawn = np.vstack(list(resamples(cells, 200, seed=1)))
    at = {round(s, 1): i for i, s in enumerate(cells.score)}
    assert (drawn[:, at[0.1]] == drawn[:, at[0.2]]).all()
    assert len(np.unique(drawn[:, at[0.1]])) > 1
    clusters = drawn[:, at[0.1]] + drawn[:, at[0.3]] + drawn[:, at[0.4]] + drawn[:, at[0.0]]
    assert (clusters == 8).all()


def test_returning_accounts_are_scored_by_the_place_of_the_right_one():
    labels = [told(f"a{i}", related=f"c{i}", violation="reincarnation") for i in range(4)]
    findings = [
        found("a0", 0.9, violation="reincarnation", related=["c0"]),
        found("a1", 0.9, violation="reincarnation", related=["c9", "c1"]),
        found("a2", 0.9, violation="reincarnation", related=["c8"]),
    ]
    v = score(findings, labels, people(*["en"] * 10), violation="reincarnation")
    assert v["parents"] == {"labelled": 4, "named": 2, "first": 1, "reciprocal_rank": 0.375, "precision": 0.5}


def test_rings_are_scored_by_pairs():
    labels = [told(f"a{i}", group="x" if i < 4 else "y") for i in range(6)]
    findings = [found(f"a{i}", 0.9, group="r" if i < 3 else "s") for i in range(5)]
    v = score(findings, labels, people(*["en"] * 10))
    assert v["rings"] == {"true_pairs": 7, "claimed_pairs": 4, "precision": 0.75, "recall": 0.428571}


def test_a_subject_that_is_no_account_is_scored_by_its_own_id():
    labels = [told(None, subject_kind="topic", subject_id="t1", violation="trend_hijack")]
    findings = [found("a0", 0.9, violation="trend_hijack", subject_kind="topic", subject_id="t1")]
    v = score(findings, labels, people("en"), violation="trend_hijack")
    assert v["tiers"]["likely"]["true"] == 1


def test_the_same_seed_gives_the_same_numbers_and_row_order_none_other():
    findings = [found(f"a{i}", 0.3 + i / 100) for i in range(40)]
    labels = [told(f"a{i}", i % 3 > 0, cluster=f"c{i // 4}") for i in range(60)]
    accounts = people(*["en", "zh"] * 40)
    first = score(findings, labels, accounts, seed=3)
    assert score(findings[::-1], labels[::-1], accounts, seed=3) == first
    assert score(findings, labels, accounts, seed=4) != first
