"""Comparing all with all finds what the index finds."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.errors import InputError
from aboveboard.names import nearby as module
from aboveboard.names.nearby import nearby

words = st.lists(st.text("ab人民日曰", min_size=1, max_size=14), max_size=20, unique=True)


@given(words, words, st.integers(0, 2))
@settings(max_examples=100, deadline=None)
def test_few_names_are_compared_as_many_would_be(names, entries, distance):
    asked, filed = (pa.array(v, pa.string()) for v in (names, entries))
    few = nearby(asked, filed, distance)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FEW", -1)
        assert nearby(asked, filed, distance).to_pylist() == few.to_pylist()


def test_a_distance_no_index_has_is_refused():
    with pytest.raises(InputError, match="0 to 2 edits, not 3"):
        nearby(pa.array(["paypal"]), pa.array(["paypal"]), 3)
