"""Ids become numbers in the order of ids; the first of repeated follows counts."""

from datetime import UTC, datetime

import pyarrow as pa

from aboveboard.graph.coding import read_follows, read_numbered


def table(*rows):
    columns = list(zip(*rows, strict=True))
    at = [t and datetime(2025, 1, t, tzinfo=UTC) for t in columns[2]]
    times = pa.array(at, pa.timestamp("us", tz="UTC"))
    return pa.table({"follower_id": list(columns[0]), "target_id": list(columns[1]), "at": times})


def edges(follows, ids):
    names = ids.to_pylist()
    return [
        (names[f], names[t], int(follows.at[e]) // 86_400)
        for t in range(len(names))
        for e in range(follows.starts[t], follows.starts[t + 1])
        for f in [follows.follower[e]]
    ]


def test_followers_stand_by_target_and_time():
    ids, follows, since = read_follows(table(("b", "z", 4), ("c", "z", 2), ("b", "a", 3)))
    assert edges(follows, ids) == [("b", "a", 1), ("c", "z", 0), ("b", "z", 2)]
    assert since == int(datetime(2025, 1, 2, tzinfo=UTC).timestamp())


def test_the_first_of_repeated_follows_counts():
    ids, follows, _ = read_follows(table(("b", "z", 9), ("b", "z", 4), ("c", "z", 2)))
    assert edges(follows, ids) == [("c", "z", 0), ("b", "z", 2)]
    assert follows.activity.tolist() == [1, 1, 0]


def test_follows_without_a_time_are_left_out_where_others_have_one():
    ids, follows, _ = read_follows(table(("b", "z", 9), ("c", "z", None)))
    assert edges(follows, ids) == [("b", "z", 0)]
    _, untimed, _ = read_follows(table(("b", "z", None), ("c", "z", None)))
    assert not untimed.timed
    assert len(untimed.follower) == 2


def numbered(*rows):
    names = ("follower", "target", "follower_id", "target_id", "at_s")
    kinds = (pa.int32(), pa.int32(), pa.string(), pa.string(), pa.int64())
    return pa.table({n: pa.array(c, k) for n, c, k in zip(names, zip(*rows, strict=True), kinds, strict=True)})


def test_accounts_keep_their_numbers_strangers_their_ids_and_the_rest_take_no_part():
    read = read_numbered(numbered((7, 2, None, None, 30), (None, 7, "z", None, 20), (2, None, None, "a", 10)))
    assert read.number.to_pylist() == [2, 7, None, None]
    assert read.stranger.to_pylist() == [None, None, "a", "z"]
    assert [(f, int(t)) for t in range(4) for f in read.follows.follower[slice(*read.follows.starts[t : t + 2])]] == [(1, 0), (3, 1), (0, 2)]  # fmt: skip
    assert read.since == 10
    assert read.follows.activity.tolist() == [1, 1, 0, 1]


def test_a_table_without_follows_reads_as_an_empty_graph():
    read = read_numbered(numbered((None, None, None, None, None)).slice(1))
    assert read.follows.accounts == 0
    assert len(read.number) == 0
