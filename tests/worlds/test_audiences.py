"""Innocent audiences: ten celebrities, fandoms and lists of whom to follow look like bought followers and are labelled innocent."""

import numpy as np
import pytest

from aboveboard.worlds.innocents.audiences import celebrity_fan, fandom, starter_pack
from aboveboard.worlds.population import populate


@pytest.fixture
def draft():
    return populate(3, 3000, 400)


def labelled(draft, violation):
    """The accounts that rows of labels name for a violation, and whether any is guilty."""
    rows = [r for r in draft.rows["labels"] if r["violation"] == violation]
    return np.concatenate([r["account_id"] for r in rows]), any(r["value"] for r in rows)


def test_ten_celebrities_join_wherever_each_has_a_dozen_fans(draft):
    celebrity_fan(draft, np.random.default_rng(1), draft.hire(120))
    famous, guilty = labelled(draft, "inflated_audience")
    assert len(famous) == 10
    assert not guilty


def test_a_starter_pack_is_followed_whole_within_a_minute(draft):
    circle = draft.hire(30)
    starter_pack(draft, np.random.default_rng(1), circle)
    (rows,) = draft.rows["follows"]
    for one in circle.tolist():
        at = rows["at"][rows["follower_id"] == one]
        assert len(at) >= 19
        assert at.max() - at.min() < 60_000_000
    assert not labelled(draft, "inflated_audience")[1]


def test_a_fandom_follows_its_band_and_many_of_its_own(draft):
    circle = draft.hire(60)
    fandom(draft, np.random.default_rng(1), circle)
    (rows,) = draft.rows["follows"]
    band, guilty = labelled(draft, "inflated_audience")
    assert len(band) == 5
    assert not guilty
    assert np.isin(rows["target_id"], band).sum() > 150
    assert np.isin(rows["target_id"], circle).sum() > 400
