"""Worlds drawn as text."""

from datetime import UTC, date, datetime

import pytest

from aboveboard.errors import DetectorError
from aboveboard.examples import parse_tables


def test_cells_become_values_of_the_contract():
    tables = parse_tables("""
        audience
        account_id | day | gained
        a | 2025-01-02 | 3
        b | 2025-01-03 |

        organisations
        org_id | name | aliases | opened_at
        o | City | Town; 市 | 2020-01-01T10:00
    """)
    assert tables["audience"].to_pylist() == [
        {"account_id": "a", "day": date(2025, 1, 2), "gained": 3},
        {"account_id": "b", "day": date(2025, 1, 3), "gained": None},
    ]
    assert tables["organisations"].to_pylist() == [
        {"org_id": "o", "name": "City", "aliases": ["Town", "市"], "opened_at": datetime(2020, 1, 1, 10, tzinfo=UTC)}
    ]


@pytest.mark.parametrize("text", ["gossip\na\nb", "accounts\nshoe\n43", "accounts\naccount_id | handle\na"])
def test_a_world_that_is_drawn_wrong_is_refused(text):
    with pytest.raises(DetectorError):
        parse_tables(text)
