"""Who is in two bursts of a component is found alike in small ones and in large ones."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.graph.cores import _repeated, _repeated_few


@given(st.lists(st.integers(0, 9) | st.integers(0, 5000)))
def test_numbers_that_stand_twice_are_the_same_sorted_and_marked(held):
    numbers = np.array(held, np.int32)
    for one, other in zip(_repeated(numbers), _repeated_few(numbers), strict=True):
        assert one.dtype == other.dtype
        assert one.tolist() == other.tolist()
