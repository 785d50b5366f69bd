"""Two sets of records linked: candidates by shared keys, never by scanning."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.linkage.candidates import Keys
from aboveboard.linkage.linking import Column, link
from aboveboard.linkage.weights import Field

NAME, DEVICE = Field("name", (0.3, 0.7), most=40.0), Field("device", (0.5, 0.5), most=40.0)


def texts(values):
    return pa.array(values, pa.string())


def keys(left, right, most=50):
    return Keys(texts(left), texts(right), most)


def pairs(found):
    return list(zip(found.left.tolist(), found.right.tolist(), strict=True))


words = st.lists(st.sampled_from(["a", "b", "c", "d", None]), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)  # the first call imports scipy
@given(words, words)
def test_candidates_are_all_pairs_that_share_a_key_few_bear(left, right):
    found = link([Column(NAME, (keys(left, right, 6),))], 0.2)
    bearers = {w: (left + right).count(w) for w in left + right}
    expected = [
        (i, j) for i, a in enumerate(left) for j, b in enumerate(right) if a is not None and a == b and bearers[a] <= 6
    ]
    assert pairs(found) == expected


def test_what_few_share_weighs_more_than_what_many_share():
    left = ["rare", *["common"] * 30, *(f"s{n}" for n in range(100))]
    found = link([Column(NAME, (keys(left, ["rare", "common"]),))], 0.2)
    weight = dict(zip(pairs(found), found.bits[:, 0], strict=True))
    assert weight[0, 0] > weight[1, 1] + 3


def test_two_fields_that_agree_beat_one():
    left, right = [f"n{i}" for i in range(50)], ["n1", "n2"]
    devices = [f"d{i}" for i in range(50)], ["d1", "other"]
    found = link([Column(NAME, (keys(left, right),)), Column(DEVICE, (keys(*devices),))], 0.2)
    chance = dict(zip(pairs(found), found.probability, strict=True))
    assert chance[1, 0] > 0.99
    assert chance[2, 1] < 0.9


def test_a_field_that_is_missing_on_one_side_weighs_nothing():
    found = link([Column(NAME, (keys(["x"], ["x"]),)), Column(DEVICE, (keys([None], ["d"]),))], 0.2)
    assert found.bits[0, 1] == 0


def test_nearly_the_same_text_agrees_where_another_field_made_the_candidate():
    field = Field("name", (0.3, 0.05, 0.05, 0.15, 0.05, 0.4), most=40.0)
    crowd = [f"stranger number {n}" for n in range(40)]
    names = keys(["harbourtales", *crowd], ["harbuortales", "nobody"])
    name = Column(field, (names,), near=names)
    device = Column(DEVICE, (keys(["d1", *[None] * 40], ["d1", "d1"]),))
    found = link([name, device], 0.2)
    bits = dict(zip(pairs(found), found.bits[:, 0], strict=True))
    assert bits[0, 0] > 0 > bits[0, 1]


def test_a_network_adds_nothing_where_it_follows_from_the_device():
    left = [f"d{n}" for n in range(40)], [f"w{n}" for n in range(40)]
    device = Column(DEVICE, (keys(left[0], left[0]),))
    network = Column(Field("network", (0.5, 0.5), most=40.0), (keys(left[1], left[1]),), after="device")
    alone = Column(Field("network", (0.5, 0.5), most=40.0), (keys(left[1], left[1]),))
    assert link([device, network], 0.2).bits[:, 1].max() <= 0
    assert link([device, alone], 0.2).bits[:, 1].min() > 0


def test_a_name_in_disguise_weighs_more_than_one_parted_as_many_are():
    folks = [f"member{n}" for n in range(400)]
    new = ["һarbour tales", "harbour.tales", *(f"{name[:3]}.{name[3:]}" for name in folks), *folks]
    closed = ["harbourtales"]
    folded = [[t.replace("һ", "h").replace(" ", "").replace(".", "") for t in side] for side in (new, closed)]
    written = texts(new), texts(closed)
    field = Field("name", (0.4, 0.2, 0.2, 0.2), most=40.0)

    def plainly(names):
        return pa.array([n.replace(" ", "").replace(".", "") for n in names.to_pylist()], pa.string())

    column = Column(field, (keys(new, closed), keys(*folded)), spelt=written, plainly=plainly)
    found = link([column], 0.2)
    weight = dict(zip(pairs(found), found.bits[:, 0], strict=True))
    assert weight[0, 0] > weight[1, 0] + 3


def test_a_crowd_makes_candidates_only_of_pairs_that_share_a_hint():
    names = keys(["anna", "antonia", "bert", None], ["anke", "carl"])
    hints = keys(["an", "an", "be", None], ["an", "ca"])
    lines = keys(["w"] * 4, ["w"] * 2)
    crowd = Column(Field("network", (0.5, 0.5), most=40.0), (lines,), crowded=True)
    assert pairs(link([Column(NAME, (names,), hints=(hints,)), crowd], 0.2)) == [(0, 0), (1, 0)]
    assert len(pairs(link([Column(NAME, (names,)), crowd], 0.2))) == 8


def test_a_key_that_nobody_on_the_right_bears_still_counts_as_known():
    found = link([Column(NAME, (keys(["x", "y"], ["x", "z"]),)), Column(DEVICE, (keys(["d", "d"], ["d", "e"]),))], 0.2)
    bits = dict(zip(pairs(found), found.bits[:, 0], strict=True))
    assert bits[1, 0] < 0


def test_row_order_changes_nothing_but_the_rows():
    rng = np.random.default_rng(3)
    left, right = (rng.choice([f"n{i}" for i in range(60)], 100).tolist() for _ in range(2))
    turned = rng.permutation(100)
    first = link([Column(NAME, (keys(left, right),))], 0.2)
    second = link([Column(NAME, (keys([left[i] for i in turned], right),))], 0.2)
    one = dict(zip(pairs(first), first.probability, strict=True))
    two = {(int(turned[i]), j): p for (i, j), p in zip(pairs(second), second.probability, strict=True)}
    assert one == pytest.approx(two)


def test_where_both_sides_are_strangers_in_families_name_and_network_together_prove_little():
    rng = np.random.default_rng(4)
    homes = rng.integers(0, 3000, 9000)
    names = [f"{'abcd'[n % 4]}family{h}" for n, h in enumerate(homes)]
    lines = [f"w{h}" for h in homes]
    fields = Field("name", (0.5, 0.5), most=40.0), Field("network", (0.5, 0.5), most=40.0)
    found = link([Column(f, (keys(v[:8000], v[8000:]),)) for f, v in zip(fields, (names, lines), strict=True)], 0.2)
    both = (found.bits > 0).all(axis=1)
    assert both.sum() > 100
    assert found.probability[both].mean() < 0.5


def test_nothing_on_either_side_gives_no_pairs():
    assert pairs(link([Column(NAME, (keys([], ["a"]),))], 0.2)) == []
    assert pairs(link([Column(NAME, (keys(["a"], []),))], 0.2)) == []
    assert pairs(link([Column(NAME, (keys([None], [None]),))], 0.2)) == []
