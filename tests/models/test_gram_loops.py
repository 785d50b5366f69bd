"""Texts are read and written as code points by compiled loops as Python reads and writes them."""

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.models import grams

LINES = st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=20), min_size=1)


@given(LINES, st.integers(0, 3))
@settings(deadline=None)
def test_a_compiled_loop_reads_the_code_points_that_python_reads(texts, skipped):
    some = pa.array(texts, pa.string()).slice(min(skipped, len(texts) - 1))
    plain = np.frombuffer("".join(f"{t}\n" for t in some.to_pylist()).encode("utf-32-le"), np.uint32)
    assert np.array_equal(grams._codes_each(some), plain)
    assert np.array_equal(grams.codes_of(some), plain)


@given(LINES)
@settings(deadline=None)
def test_texts_written_from_their_code_points_are_the_same_either_way(texts):
    codes, held = grams.codes_of(pa.array(texts, pa.string())), (grams._MANY, grams.ready)
    try:
        grams._MANY, grams.ready = 0, lambda *_: False
        assert grams.texts_of(codes).to_pylist() == texts
        grams._MANY = 1 << 40
        assert grams.texts_of(codes).to_pylist() == texts
    finally:
        grams._MANY, grams.ready = held
