"""Detector SQL as a tree."""

import pytest

from aboveboard import queries
from aboveboard.embedded import connect


def broken(text):
    return {what for what, _ in queries.mutants(queries.parse(text))}


def test_every_narrowing_part_has_a_mutant():
    assert broken(
        "SELECT a, sum(b) OVER (PARTITION BY c, d) AS s FROM t JOIN u ON t.k = u.k AND t.e <= 3 WHERE f = 1"
    ) == {
        "not partitioned by c",
        "not partitioned by d",
        "without t.k = u.k",
        "without t.e <= 3",
        "t.e <= 3 turned into t.e > 3",
        "without f = 1",
    }


def test_a_mutant_changes_one_place_and_leaves_the_original_alone():
    tree = queries.parse("SELECT a FROM t WHERE a > 1 AND b > 1")
    before = tree.sql()
    changed = {copy.sql() for _, copy in queries.mutants(tree)}
    assert len(changed) == 4
    assert tree.sql() == before


def test_a_syntax_error_says_where():
    with pytest.raises(ValueError, match="Line 1, Col"):
        queries.parse("SELECT a FROM t WHERE (")


def test_common_table_expressions_are_the_querys_own():
    tree = queries.parse("WITH x AS (SELECT a FROM t) SELECT a FROM x JOIN u ON u.a = x.a")
    assert queries.reads(tree) == {"t", "u"}


def test_a_bound_value_is_a_literal_and_cannot_end_the_string():
    tree = queries.bind(queries.parse("SELECT a FROM t WHERE a = $name"), {"name": "x' OR 'a' = 'a"})
    assert queries.render(tree, "duckdb").endswith("a = 'x'' OR ''a'' = ''a'")


INSTANTS = [
    "0001-01-01 00:00:00+00", "1582-10-10 10:00:00+00", "1969-12-31 23:59:59.999999+00", "1970-01-01 00:00:00+00", "2024-02-29 00:00:00.000001+00",
    "2025-12-31 23:59:59.999999+00", "2026-01-01 00:00:00+02", "9999-12-31 23:59:59.999999+00", None,
]  # fmt: skip


@pytest.mark.parametrize("unit", ["day", "minute", "second"])
def test_days_are_counted_in_utc_as_the_calendar_counts_them(unit):
    asked = f"SELECT a, b, date_diff('{unit}', a, b) AS n, date_diff('{unit}', CAST(a AS DATE), b) AS whole FROM t CROSS JOIN u"
    tree = queries.parse(asked)
    texts = [queries.render(t, "duckdb") for t in (tree, queries.quicker(tree, "duckdb"))]
    with connect(threads=1) as database:
        for name, column in (("t", "a"), ("u", "b")):
            rows = ", ".join(f"(CAST({repr(i) if i else 'NULL'} AS TIMESTAMPTZ))" for i in INSTANTS)
            database.execute(f"CREATE TABLE {name} AS SELECT * FROM (VALUES {rows}) AS v({column})")
        slow, quick = (sorted(database.sql(text).fetchall(), key=str) for text in texts)
    assert quick == slow
    assert len({row[2] for row in slow}) > len(INSTANTS)
    assert "epoch_us" in texts[1].lower()
    assert "epoch_us" not in texts[0].lower()


def test_other_dialects_and_other_queries_stay_as_they_are():
    asked, plain = queries.parse("SELECT date_diff('day', a, b) AS n FROM t"), queries.parse("SELECT a FROM t")
    assert queries.quicker(asked, "spark") is asked
    assert queries.quicker(plain, "duckdb") is plain
