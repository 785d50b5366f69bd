"""Texts that are nearly the same: few edits, and which numbers they leave alone."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from aboveboard.linkage.candidates import Keys
from aboveboard.linkage.nearness import SHORT, nearness

words = st.lists(st.text("abc1 é日", min_size=1, max_size=12), min_size=1, max_size=6)


def kinds(left, right):
    keys = Keys(pa.array(left, pa.string()), pa.array(right, pa.string()))
    row, other = (x.ravel() for x in np.meshgrid(np.arange(len(left)), np.arange(len(right)), indexing="ij"))
    return nearness(keys, None, row, other).reshape(len(left), len(right))


@settings(max_examples=100, deadline=None)  # the first call imports RapidFuzz
@given(words, words)
def test_near_are_exactly_those_with_one_edit_in_five_letters_or_one_in_a_short_text(left, right):
    found = kinds(left, right)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            size = max(len(a), len(b))
            most = max(size // 5, int(size >= 3))
            assert (found[i, j] > 0) == (OSA.distance(a, b) <= most)


@pytest.mark.parametrize(("one", "two", "kind"), [
    ("anna", "ana", SHORT),
    ("harbour1987", "harbuor1987", 4),
    ("harbour1987", "harbour1988", 2),
    ("harbourtales", "harbuortales", 3),
    ("harbourtales", "riverboatsong", 0),
])  # fmt: skip
def test_what_an_edit_leaves_alone_makes_the_kind(one, two, kind):
    assert kinds([one], [two])[0, 0] == kind


def test_a_missing_text_is_near_nothing():
    assert not kinds([None, ""], ["harbour", None]).any()
