"""Texts are read alike in either way: a few by whole columns, many by a compiled loop."""

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.derived import offer_reading
from aboveboard.derived.offer_reading import folded

LETTERS = "aZz013@$ .-·租号组\n\r\0é\u0301\u200bＡ＂ЅаİＩßاک😀𝒜𠮷\u2028"
TEXTS = st.lists(st.one_of(st.text(LETTERS, max_size=9), st.text(max_size=5)), min_size=1, max_size=6)


@settings(deadline=None)
@given(TEXTS, st.integers(0, 3))
def test_a_loop_reads_as_whole_columns_do(texts, start):
    held = pa.array(texts, pa.string()).slice(min(start, len(texts) - 1))
    assert offer_reading._folded_each(held).to_pylist() == offer_reading._folded(held).to_pylist()


def test_many_texts_are_read_as_few_are():
    few = ["租.号 g1rl", "SELL 4CCOUNT", "", None, "a\nb", "ＡＢＣ", "🌊 租号"]
    many = folded(pa.array(few * 60_000, pa.string()))
    assert many.slice(7 * 59_999).to_pylist() == folded(pa.array(few, pa.string())).to_pylist()
