"""Closures that rest on closures."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.linkage.roots import fallen_root


def roots(rests_on, fallen):
    ids = list(rests_on)
    found = fallen_root(
        pa.array(ids, pa.string()),
        pa.array([rests_on[i] for i in ids], pa.string()),
        pa.array([i in fallen for i in ids], pa.bool_()),
    )
    return dict(zip(ids, found.to_pylist(), strict=True))


def test_a_root_that_fell_takes_along_the_whole_chain():
    assert roots({"a": None, "b": "a", "c": "b"}, {"a"}) == {"a": None, "b": "a", "c": "a"}


def test_the_nearest_root_that_fell_is_named():
    assert roots({"a": None, "b": "a", "c": "b"}, {"a", "b"}) == {"a": None, "b": "a", "c": "b"}


def test_a_root_that_stands_takes_nothing_along():
    assert set(roots({"a": None, "b": "a", "c": "gone"}, set()).values()) == {None}


def test_a_circle_of_closures_stands_unless_one_of_them_fell():
    assert set(roots({"a": "b", "b": "a"}, set()).values()) == {None}
    assert roots({"a": "b", "b": "c", "c": "b"}, {"c"})["a"] == "c"


def test_nothing_gives_nothing():
    assert roots({}, set()) == {}


@given(st.data())
def test_the_answer_is_what_walking_one_by_one_finds(data):
    size = data.draw(st.integers(1, 12))
    names = [f"a{n}" for n in range(size)]
    rests = {n: data.draw(st.sampled_from([None, *names])) for n in names}
    fallen = set(data.draw(st.lists(st.sampled_from(names))))

    def walk(start):
        here = rests[start]
        for _ in range(size + 1):
            if here is None or here in fallen:
                return here
            here = rests[here]
        return None

    assert roots(rests, fallen) == {n: walk(n) for n in names}
