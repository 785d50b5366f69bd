from __future__ import annotations

import json
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq

from aboveboard.connectors.survey import survey


def test_a_survey_says_what_is_there_and_what_is_missing(bench):
    bench.write("topics.csv", "topic,at,rank,shoe\nt,2024-01-01T00:00:00Z,1,x\nu,2024-01-02T00:00:00Z,,x\n,,,\n")
    pq.write_table(pa.table({"account_id": ["a1"], "handle": ["ann"]}), bench.world / "accounts.parquet")
    found = survey(bench.read())
    assert found["tables"]["topics"] == {
        "files": ["topics.parquet"],
        "staged": True,
        "rows": 2,
        "rejected": 1,
        "columns": ["topic", "at", "rank"],
        "missing": ["volume"],
        "filled": {"topic": 1.0, "at": 1.0, "rank": 0.5},
    }
    assert found["tables"]["accounts"]["files"] == ["accounts.parquet"]
    assert not found["tables"]["accounts"]["staged"]
    assert "posts" in found["missing"]
    assert found["as_of"] == "2024-01-02T00:00:00+00:00"
    assert found["warnings"] == ["topics.csv: columns kept out, unknown to topics: shoe"]
    assert json.loads(json.dumps(found)) == found


def test_a_survey_of_an_empty_table_has_nothing_filled(bench):
    bench.write("accounts.csv", "account_id,handle\n")
    found = survey(bench.read(as_of=datetime(2024, 1, 1, tzinfo=UTC)))
    assert found["tables"]["accounts"]["filled"] == {"account_id": 0.0, "handle": 0.0}
