"""The model of other hands: what it must keep to, and how it did on worlds it had not seen."""

import json

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.detectors.other_hands import OTHER_HANDS
from aboveboard.models.sharing import CLASSES, SIGNS, explained, shipped, told_of


def signs(**values):
    return pa.table({s.name: pa.array([values.get(s.name)], pa.float64()) for s in SIGNS})


def evidence(**values):
    return float(shipped()[0].evidence(told_of(signs(**values)))[0])


def test_what_is_not_known_says_nothing():
    model, _ = shipped()
    assert evidence() == pytest.approx(model.offset)


@pytest.mark.parametrize("sign", [s for s in SIGNS if s.sense], ids=lambda s: s.name)
@given(st.floats(-1, 20), st.floats(0, 20))
def test_more_of_a_sign_never_tells_for_the_other_side(sign, value, more):
    assert sign.sense * (evidence(**{sign.name: value + more}) - evidence(**{sign.name: value})) >= -1e-9


def test_each_part_of_a_score_is_said_and_has_a_class_of_evidence():
    model, _ = shipped()
    assert set(model.names) == {s.name for s in SIGNS}
    assert set(CLASSES) <= set(OTHER_HANDS.classes)
    said, against, parts, kinds = explained(signs(apart=0.2, papers=8, turns=9, kin=2), model)
    assert "{" not in json.dumps([said, against])
    assert "holder and strangers keep other hours of the day" in said[0]
    assert against[0] == ["a device of somebody of the same home or papers is among them"]
    usual = sum(model.slope * c.usual for c in model.curves if c.name in {"apart", "papers", "turns", "kin"})
    beyond = evidence(apart=0.2, papers=8, turns=9, kin=2) - model.offset - usual
    assert sum(float(p.split()[1]) for p in parts[0]) == pytest.approx(beyond, abs=0.8)
    assert set(kinds[0]) == {"behaviour", "identity"}


def test_every_sign_alone_is_a_whole_sentence_part():
    model, _ = shipped()
    for sign in SIGNS:
        for value in (1, 2):
            said = [w for texts in explained(signs(**{sign.name: value}), model)[:2] for w in texts[0]]
            assert all(w and "{" not in w and not w.startswith("of them") for w in said), sign.name


def test_on_worlds_it_had_not_seen_most_of_whom_it_names_are_played_by_others():
    _, card = shipped()
    assert {n.split("_")[0] for n in card["scores"]} == {"hand", "exam"}
    for name, scores in card["scores"].items():
        assert scores["precision"] >= 0.85, name
        assert scores["recall"] >= 0.6, name
        assert scores["false alarms"] <= 0.01 * scores["others"], name


def test_every_curve_is_finite():
    model, _ = shipped()
    assert all(np.isfinite(c.values).all() for c in model.curves)
