"""Detector SQL as a tree."""

import pytest

from aboveboard import queries


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
