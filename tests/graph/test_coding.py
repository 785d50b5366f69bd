"""Ids become numbers in the order of ids; the first of repeated follows counts."""

from datetime import UTC, datetime

import pyarrow as pa

from aboveboard.graph.coding import read_follows


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
