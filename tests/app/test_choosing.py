"""Which detectors a command line or a policy means."""

import pytest

from aboveboard.app.choosing import choose
from aboveboard.errors import InputError


def test_a_former_name_means_the_detector_that_bore_it():
    assert [d.name for d in choose(["returning_name"])] == ["returning_account"]


def test_a_former_and_the_present_name_together_choose_one_detector():
    assert [d.name for d in choose(["returning_name", "returning_account", "dormant"])] == [
        "dormant",
        "returning_account",
    ]


def test_a_name_nobody_bore_is_refused_with_the_nearest_present_one():
    with pytest.raises(InputError, match="did you mean 'returning_account'"):
        choose(["returning_acount"])


def test_without_names_every_detector_runs_once():
    names = [d.name for d in choose(None)]
    assert names == sorted(set(names))
    assert "returning_name" not in names
