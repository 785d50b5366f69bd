"""Play lies on the days of the place where it was played, and time is counted once."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.series.local_days import DAY, cut, joined, local

ZONES = ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "UTC"]
SPANS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 60), st.integers(1, 30)), max_size=25)


@given(st.lists(st.tuples(st.integers(1_262_304_000, 1_893_456_000), st.sampled_from(ZONES)), max_size=20))
def test_clocks_show_what_the_zone_says(times):
    at = pa.array([datetime.fromtimestamp(t, UTC) for t, _ in times], pa.timestamp("us", tz="UTC"))
    shown = local(at, pa.array([z for _, z in times], pa.string())).to_pylist()
    for micros, (moment, zone) in zip(shown, times, strict=True):
        there = datetime.fromtimestamp(moment, ZoneInfo(zone))
        assert micros == (moment + there.utcoffset().total_seconds()) * 1_000_000


def test_an_unknown_zone_or_time_has_no_clock():
    at = pa.array(
        [datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC), None], pa.timestamp("us", tz="UTC")
    )
    assert local(at, pa.array(["Mars/Base", None, "UTC"])).null_count == 3


@given(SPANS)
def test_joined_spans_cover_the_same_minutes_each_once(spans):
    made = joined(
        *(
            np.array(c, np.int64)
            for c in ([k for k, _, _ in spans], [s for _, s, _ in spans], [s + n for _, s, n in spans])
        )
    )
    want = {(k, m) for k, s, n in spans for m in range(s, s + n)}
    got = [(int(k), m) for k, s, e in zip(*made, strict=True) for m in range(s, e)]
    assert sorted(got) == sorted(want)


@given(st.lists(st.tuples(st.integers(-5 * DAY, 5 * DAY), st.integers(1, 3 * DAY)), max_size=10))
def test_cut_spans_stay_within_their_day_and_lose_nothing(spans):
    start = np.array([s for s, _ in spans], np.int64)
    end = start + np.array([n for _, n in spans], np.int64)
    span, day, low, high = cut(start, end)
    assert ((low >= 0) & (low < high) & (high <= DAY)).all()
    total = np.zeros(len(spans), np.int64)
    np.add.at(total, span, high - low)
    assert (total == end - start).all()
    assert (day * DAY + low >= start[span]).all()
    assert (day * DAY + high <= end[span]).all()
