"""The four kinds of steps do the same on every engine."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from aboveboard.detector import Clusters, Derived, Groups, Param, Rows, Sql
from aboveboard.engines.base import _whole as whole
from aboveboard.engines.base import missing, run
from aboveboard.engines.clusters import components
from aboveboard.errors import DetectorError
from aboveboard.examples import moment, parse_tables
from aboveboard.tables import Source, World

FOLLOWS = """
follows
follower_id | target_id | at
a | b | 2025-01-01
b | c | 2025-01-02
x | y | 2025-01-03
"""


def world(text=FOLLOWS):
    sources = {n: Source(t.num_rows, frozenset(t.column_names), memory=t) for n, t in parse_tables(text).items()}
    return World(sources, moment("2026-01-01"))


def derived(*steps, **more):
    columns = more.pop("columns", {})
    return Derived("made", "a test", {"follows": "follower_id target_id at ended_at?"}, steps, columns, **more)


def shout(table):
    return pa.table({"loud": pc.utf8_upper(table.column("follower_id"))})


def longest(table):
    return pa.table({"target_id": table.column("target_id")[:1], "n": pa.array([table.num_rows], pa.int64())})


def test_rows_are_mapped_batch_by_batch(engine):
    made = run(derived(Rows("loud", "follows", shout, {"loud": "string"})), engine, world())
    assert sorted(made.column("loud").to_pylist()) == ["A", "B", "X"]


def test_what_is_asked_for_once_and_by_no_query_is_kept_whole():
    shouted = Rows("loud", "follows", shout, {"loud": "string"})
    once = (
        Sql("named", "SELECT follower_id, target_id FROM follows"),
        Rows("loud", "named", shout, {"loud": "string"}),
    )
    queried = (shouted, Sql("last", "SELECT loud FROM loud"))
    twice = (*once, Sql("last", "SELECT follower_id, loud FROM named CROSS JOIN loud"))
    assert [whole(steps) for steps in ((shouted,), once, queried, twice)] == [
        {"loud"},
        {"named", "loud"},
        {"last"},
        {"last"},
    ]


def test_a_result_kept_whole_is_the_same_for_all_who_come_after(engine):
    steps = (Sql("named", "SELECT follower_id FROM follows"), Rows("loud", "named", shout, {"loud": "string"}))
    counted = Sql("counted", "SELECT upper(follower_id) AS loud FROM named UNION ALL SELECT loud FROM loud")
    alone, beside = (
        run(derived(*made), engine, world()).column("loud").to_pylist() for made in (steps, (*steps, counted))
    )
    assert sorted(beside) == sorted(alone + alone)


def test_a_function_sees_one_table_a_key(engine):
    text = FOLLOWS + "    z | b | 2025-01-04\n"
    step = Groups("counted", "follows", ("target_id",), longest, {"target_id": "string", "n": "int"})
    made = run(derived(step), engine, world(text.replace("    z", "z")))
    assert sorted(map(tuple, (r.values() for r in made.to_pylist()))) == [("b", 2), ("c", 1), ("y", 1)]


def test_clusters_are_named_by_their_least_member(engine):
    made = run(derived(Clusters("parts", "follows", "follower_id", "target_id")), engine, world())
    assert sorted(map(tuple, (r.values() for r in made.to_pylist()))) == [
        ("a", "a"),
        ("b", "a"),
        ("c", "a"),
        ("x", "x"),
        ("y", "x"),
    ]


def test_a_column_the_input_lacks_is_null(engine):
    query = "SELECT count(ended_at) AS n, count(at) AS m FROM follows"
    assert run(derived(Sql("n", query)), engine, world()).to_pylist() == [{"n": 0, "m": 3}]


def test_parameters_and_the_time_of_the_scan_are_bound(engine):
    query = "SELECT follower_id FROM follows WHERE at < $as_of AND date_diff('day', at, $as_of) >= $days"
    work = derived(Sql("old", query), params={"days": Param(365, "days", 1, 1000, "age")})
    assert run(work, engine, world()).to_pylist() == [{"follower_id": "a"}]
    assert run(work, engine, world(), params={"days": 10}).num_rows == 3


def test_a_parameter_out_of_its_range_or_unknown_is_refused(duck):
    work = derived(Sql("all", "SELECT at FROM follows"), params={"days": Param(365, "days", 1, 1000, "age")})
    with pytest.raises(DetectorError, match=r"made\.days = 2000 days is outside 1 to 1000"):
        run(work, duck, world(), params={"days": 2000})
    with pytest.raises(DetectorError, match="has no parameter hours; it has days"):
        run(work, duck, world(), params={"hours": 2})


def test_a_derived_table_is_computed_once_and_shared(duck):
    calls = []

    def count(table):
        calls.append(1)
        return pa.table({"who": table.column("follower_id")})

    who = Derived(
        "who",
        "a test",
        {"follows": "follower_id"},
        (Rows("who", "follows", count, {"who": "string"}),),
        {"who": "string"},
    )
    reader = Derived(
        "reader", "a test", {"who": "who"}, (Sql("n", "SELECT count(*) AS n FROM who"),), {"n": "int"}, derives=(who,)
    )
    shared = {}
    for _ in range(2):
        assert run(reader, duck, world(), shared=shared).to_pylist() == [{"n": 3}]
    assert len(calls) == 1


def test_a_kernel_that_breaks_its_promise_is_an_error_that_names_the_step(duck):
    with pytest.raises(DetectorError, match=r"step loud promised \['quiet'\]|step loud, failed"):
        run(derived(Rows("loud", "follows", shout, {"quiet": "string"})), duck, world())


def test_a_missing_table_and_a_missing_column_are_named():
    work = Derived("w", "a test", {"follows": "follower_id target_id ended_at"}, (Sql("x", "SELECT 1 AS y"),), {})
    assert missing(work, World({}, moment("2026-01-01"))) == "needs follows"
    assert missing(work, world()) == "needs follows.ended_at"


edges = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30)


@given(edges)
def test_components_agree_with_scipy_whatever_the_order(pairs):
    names = [(f"n{a:02}", f"n{b:02}") for a, b in pairs]
    left, right = (pa.chunked_array([[p[i] for p in names]], pa.string()) for i in (0, 1))
    found = {r["node"]: r["cluster"] for r in components(left, right).to_pylist()}
    matrix = coo_array((np.ones(len(pairs)), ([a for a, _ in pairs], [b for _, b in pairs])), shape=(13, 13))
    _, labels = connected_components(matrix, directed=False)
    expected = {f"n{i:02}": f"n{min(j for j in range(13) if labels[j] == labels[i]):02}" for p in pairs for i in p}
    assert found == expected
    assert components(right, left).equals(components(left, right))
