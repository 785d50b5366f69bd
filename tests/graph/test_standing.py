"""What a ring gained: places in the day with its acts and without them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.graph.acts import acts_of
from aboveboard.graph.standing import Standings, gained

DAY = 86_400


def world(counts):
    """Acts on objects, each (day, how many acted on it); everybody acts once."""
    thing = np.repeat(np.arange(len(counts)), [n for _, n in counts])
    at = np.repeat([d * DAY for d, _ in counts], [n for _, n in counts])
    return acts_of(np.arange(len(thing), dtype=np.int32), thing.astype(np.int32), at.astype(np.int64), len(thing), len(counts))  # fmt: skip


def test_nine_votes_of_ten_took_an_object_from_the_fourth_place_to_the_first():
    acts = world([(0, 10), (0, 5), (0, 4), (0, 3), (1, 50)])
    assert gained(Standings(acts, 0, 5), np.array([0]), np.array([9])) == (1, 4)


def test_objects_of_another_verb_are_no_rivals():
    acts = world([(0, 10), (0, 5), (0, 4), (0, 3)])
    assert gained(Standings(acts, 0, 2), np.array([0]), np.array([9])) == (1, 2)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 6)), min_size=1, max_size=12), st.data())
def test_places_are_those_counted_one_by_one(counts, data):
    thing = data.draw(st.integers(0, len(counts) - 1))
    own = data.draw(st.integers(0, counts[thing][1]))
    rivals = [n for i, (d, n) in enumerate(counts) if d == counts[thing][0] and i != thing]
    places = tuple(1 + sum(n > counts[thing][1] - taken for n in rivals) for taken in (0, own))
    assert gained(Standings(world(counts), 0, len(counts)), np.array([thing]), np.array([own])) == places
