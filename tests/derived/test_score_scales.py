"""A score is a share: its scale keeps the order of findings, and the weights printed add up to it."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.derived.confusion import confusion
from aboveboard.derived.score_scales import IMPERSONATION, NAME_VIOLATION

odds = st.floats(-8, 8)


@pytest.mark.parametrize("scale", [IMPERSONATION, NAME_VIOLATION])
@given(low=odds, high=odds)
def test_a_scale_never_changes_the_order(scale, low, high):
    assert (low <= high) == (scale.score(low) <= scale.score(high)) or math.isclose(scale.score(low), scale.score(high))


def row(field, **more):
    return {
        "field": field, "name": "Harbourline", "model": "Harbourline", "says": "the same name", "alike": 1.0, "disguised": False,
        "whole": True, "claim": False, "aside": False, "plain": True, "numbered": False, "by_ear": False, "sharing": 1, "bearers": 1, "tolerance": 1.0,
        "worn_days": None, "said": "", "badge": "", "denies": False, "handle": "harbourline", "display_name": "Harbourline",
        "official": "harbour_official", "used_at": None, "first_at": None, "common": 5, "faintest": 0.01, **more,
    }  # fmt: skip


@given(
    claim=st.booleans(),
    disguised=st.booleans(),
    badge=st.booleans(),
    said=st.booleans(),
    days=st.sampled_from([None, 3, 300]),
)
def test_the_weights_printed_add_up_to_the_score(claim, disguised, badge, said, days):
    known = {"badge": "✔" if badge else "", "said": "official account" if said else ""}
    found = confusion([row("handle", claim=claim, disguised=disguised, worn_days=days, **known)])
    total = sum(float(re.search(r"[+-]\d+\.\d\d", piece)[0]) for piece in found.pieces)
    assert 1 / (1 + math.exp(-total)) == pytest.approx(found.score, abs=0.01)
