"""A region tells a clock only where its whole country has one."""

import pyarrow as pa

from aboveboard.series.clocks import clock_of
from aboveboard.series.local_days import local


def test_a_countrys_one_clock_is_told_and_nothing_else_is():
    regions = ["CN", "CN-GD", "KR", "US", "RU-MOW", "CNX", "China", "east", "", None]
    assert clock_of(pa.array(regions)).to_pylist() == ["Asia/Shanghai", "Asia/Shanghai", "Asia/Seoul"] + [None] * 7


def test_every_clock_is_one_that_is_known():
    regions = pa.array([a + b for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])
    zones = clock_of(regions).drop_null()
    noon = pa.array([0] * len(zones), pa.timestamp("us")).cast(pa.timestamp("us", "UTC"))
    assert len(zones) > 30
    assert local(noon, zones).null_count == 0
