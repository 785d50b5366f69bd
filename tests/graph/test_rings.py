"""Rings in follow graphs of a few thousand edges: who is found, and who must not be."""

import sys
from pathlib import Path

import numpy as np
import pytest

from aboveboard.graph.cores import Least
from aboveboard.graph.follows import follows_of
from aboveboard.graph.rings import rings_of
from aboveboard.workers import allow

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from ring_graphs import Shape, graph

LEAST, LIFT, RATE = Least(8, 3, 3), 20.0, 0.01
SMALL = {"edges": 60_000, "communities": 40}


def looked_at(made, *, timed=True):
    """Return the accounts and the targets named, as masks beside the truth."""
    follower, target = made.follower.astype(np.int32), made.target.astype(np.int32)
    size = made.people + made.targets
    rings = rings_of(follows_of(follower, target, made.at if timed else None, size), LEAST, LIFT, RATE)
    said, hit = np.zeros(size, bool), np.zeros(size, bool)
    for ring in rings:
        said[ring.members], hit[ring.targets] = True, True
    return said[: made.people], hit[made.people :]


def scores(said, truth):
    right = (said & truth).sum()
    return right / max(said.sum(), 1), right / truth.sum()


@pytest.mark.parametrize("days", [5, 60])
@pytest.mark.parametrize("camouflage", ["none", "heavy"])
def test_rings_are_found_with_their_targets(days, camouflage):
    made = graph(11, Shape(**SMALL, share=0.1, rings="tight", days=days, camouflage=camouflage))
    said, hit = looked_at(made)
    assert min(scores(said, made.fake)) >= 0.95
    assert min(scores(hit, made.inflated)) >= 0.9


def test_a_wide_flat_ring_is_found_even_where_it_is_most_of_the_graph():
    made = graph(12, Shape(**SMALL, share=1.0, rings="flat", days=20))
    said, _ = looked_at(made)
    assert min(scores(said, made.fake)) >= 0.98


@pytest.mark.parametrize("seed", range(6))
def test_communities_sprees_viral_days_and_stars_are_left_alone(seed):
    made = graph(seed, Shape(**SMALL, rings="none", share=0))
    said, hit = looked_at(made)
    assert not said.any()
    assert not hit.any()


def test_without_times_rings_are_found_where_nothing_else_is_tight():
    made = graph(13, Shape(edges=60_000, communities=0, share=0.1, rings="tight"))
    said, _ = looked_at(made, timed=False)
    assert min(scores(said, made.fake)) >= 0.95


def test_without_times_a_graph_of_communities_names_nobody():
    said, _ = looked_at(graph(14, Shape(**SMALL, share=0.1, rings="tight")), timed=False)
    assert not said.any()


def test_the_order_of_rows_changes_nothing():
    made = graph(15, Shape(**SMALL, share=0.05, rings="mixed"))
    first = looked_at(made)
    order = np.random.default_rng(1).permutation(len(made.at))
    made.follower, made.target, made.at = made.follower[order], made.target[order], made.at[order]
    assert all(np.array_equal(a, b) for a, b in zip(first, looked_at(made), strict=True))


def test_an_empty_graph_holds_no_ring():
    nothing = np.empty(0, np.int32)
    assert rings_of(follows_of(nothing, nothing, np.empty(0, np.int64), 3), LEAST, LIFT, RATE) == []


def test_without_times_one_thread_and_two_find_the_same():
    made = graph(5, Shape(share=0.1, rings="tight", edges=60_000, communities=0))
    with allow(1):
        alone = looked_at(made, timed=False)
    beside = looked_at(made, timed=False)
    assert alone[0].any()
    assert all(np.array_equal(a, b) for a, b in zip(alone, beside, strict=True))
