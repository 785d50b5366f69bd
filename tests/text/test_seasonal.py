"""Names of bodies that wake in their season or in an emergency."""

import pyarrow as pa
import pytest

from aboveboard.text.seasonal import seasonal


@pytest.mark.parametrize(
    "name",
    ["Duskbrook Census Office", "State Electoral Commission", "兰陵区扫雪铲冰指挥部", "第七次人口普查办公室", "Wahlamt Bonn", "Cellule de crise Beauvoir", "Hochwasserzentrale", "선거관리위원회"],
)  # fmt: skip
def test_a_body_of_a_season_or_an_emergency_is_told_by_its_name(name):
    assert seasonal(pa.chunked_array([[name]])).to_pylist() == [True]


@pytest.mark.parametrize(
    "name", ["City Council of Marlock", "白石县人民政府", "Wahlberg Museum", "Sparkasse Fairhaven", "Presidency", None]
)
def test_others_are_not(name):
    assert seasonal(pa.chunked_array([pa.array([name], pa.string())])).to_pylist() == [False]
