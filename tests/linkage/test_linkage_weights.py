"""Weights in bits: what agreement, disagreement and rarity are worth, and what EM learns without labels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.linkage.weights import UNKNOWN, Field, learn, probability, weigh

NAME, DEVICE = Field("name", (0.4, 0.6)), Field("device", (0.5, 0.5), least=-1.0, most=8.0)
M = [np.array(f.m) for f in (NAME, DEVICE)]


def weighed(levels, u):
    return weigh(np.array([levels], np.int8), np.array([u], float), (NAME, DEVICE), M)[0]


def test_agreement_weighs_the_ratio_of_both_shares_in_bits():
    assert weighed([1, 1], [0.6 / 2**10, 0.5 / 2**3]) == pytest.approx([10, 3])


def test_a_value_half_as_common_weighs_one_bit_more():
    common, rare = weighed([1, UNKNOWN], [0.02, 1])[0], weighed([1, UNKNOWN], [0.01, 1])[0]
    assert rare - common == pytest.approx(1)


def test_disagreement_weighs_against():
    assert weighed([0, 0], [1, 1]) == pytest.approx([np.log2(0.4), -1])


def test_what_one_record_lacks_weighs_nothing():
    assert weighed([UNKNOWN, UNKNOWN], [0.001, 0.001]) == pytest.approx([0, 0])


def test_no_field_weighs_more_than_it_may():
    assert weighed([UNKNOWN, 1], [1, 1e-9])[1] == 8


@given(st.lists(st.floats(-80, 80), min_size=2, max_size=30))
def test_probability_never_falls_where_evidence_grows(bits):
    found = probability(np.sort(bits))
    assert (np.diff(found) >= 0).all()
    assert ((found > 0) & (found <= 1)).all()


def test_even_odds_are_half():
    assert probability(np.array([0.0, 1.0])) == pytest.approx([1 / 2, 2 / 3])


def crowd(keep, size=4000, matches=1000):
    """Pairs of which the first `matches` are true: names agree there 9 times in 10, devices with the share `keep`."""
    rng = np.random.default_rng(5)
    true = np.arange(size) < matches
    name = np.where(true, rng.random(size) < 0.9, rng.random(size) < 0.001)
    device = np.where(true, rng.random(size) < keep, rng.random(size) < 0.001)
    levels = np.stack([name, device], axis=1).astype(np.int8)
    return levels, np.where(levels == 1, 0.001, 0.999)


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.8])
def test_em_learns_how_often_returners_keep_their_device_without_a_label(keep):
    levels, u = crowd(keep)
    learned = learn(levels, u, (NAME, DEVICE), prior=-2.0, strength=20, rounds=40)
    assert learned[1][1] == pytest.approx(keep, abs=0.06)
    assert learned[0][1] == pytest.approx(0.9, abs=0.06)


def test_a_handful_of_pairs_teaches_next_to_nothing():
    levels, u = crowd(0.9)
    learned = learn(levels[:3], u[:3], (NAME, DEVICE), prior=-2.0)
    assert learned[1][1] == pytest.approx(0.5, abs=0.01)


def test_without_pairs_the_starting_shares_stay():
    none = np.zeros((0, 2))
    assert learn(none.astype(np.int8), none, (NAME, DEVICE), -2.0)[0] == pytest.approx(NAME.m)
