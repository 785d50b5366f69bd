"""A second opinion on rings: what the follow graph shows without times."""

import numpy as np
import pytest

from aboveboard.graph.blocks import whole_of
from aboveboard.graph.cores import Least
from aboveboard.graph.follows import follows_of
from aboveboard.graph.neighbourhoods import Near, alone, neighbourhoods
from aboveboard.graph.rings import rings_of

DAY = 86_400
PEOPLE, LIKED, CREW = 400, 60, 20


def crowd(rng, taste):
    """People who each follow some of what all like, at any time of the year."""
    who = np.repeat(np.arange(PEOPLE), taste)
    whom = np.concatenate([rng.permutation(LIKED)[:taste] for _ in range(PEOPLE)])
    return who, PEOPLE + whom, rng.integers(0, 365 * DAY, len(who))


def graph_with_crew(rng, targets, cover=0, taste=8):
    """Return the follows of a crowd and of a crew, most of which is sent to each of `targets` within three days."""
    who, whom = np.nonzero(rng.random((CREW, len(targets))) < 0.9)
    whom = targets[whom]
    at = 100 * DAY + rng.integers(0, 3 * DAY, len(who))
    first = PEOPLE + LIKED
    hidden = np.repeat(np.arange(CREW), cover)
    decoy = PEOPLE + np.concatenate([rng.permutation(LIKED)[:cover] for _ in range(CREW)])
    parts = [
        crowd(rng, taste),
        (first + who, whom, at),
        (first + hidden, decoy, rng.integers(0, 365 * DAY, len(hidden))),
    ]
    follower, target, when = (np.concatenate([p[i] for p in parts]).astype(np.int64) for i in range(3))
    size = first + CREW + 40
    pair = np.unique(follower * size + target, return_index=True)[1]
    return follows_of(follower[pair].astype(np.int32), target[pair].astype(np.int32), when[pair], size)


def opinions(follows):
    rings = rings_of(follows, Least(8, 3, 3), 20.0, 0.01)
    assert [len(r.members) for r in rings] == [CREW]
    return [(n, alone(n, whole_of(follows), 0.01)) for n in neighbourhoods(follows, rings)]


OWN, SHARED = np.arange(PEOPLE + LIKED + CREW, PEOPLE + LIKED + CREW + 12), np.arange(PEOPLE, PEOPLE + 12)


@pytest.mark.parametrize("cover", [0, 10])
def test_a_crew_at_targets_of_its_own_shows_without_times_camouflage_or_not(cover):
    ((_, said),) = opinions(graph_with_crew(np.random.default_rng(1), OWN, cover))
    assert said == 1.0


def test_a_crew_that_hides_among_people_shows_by_its_times_only():
    ((near, said),) = opinions(graph_with_crew(np.random.default_rng(2), SHARED, taste=18))
    assert said < 0.8
    assert not near.member.all()


def test_a_neighbourhood_holds_every_follow_of_the_members_that_two_others_share():
    follows = graph_with_crew(np.random.default_rng(3), OWN, 10)
    ((near, _),) = opinions(follows)
    target = np.repeat(np.arange(follows.accounts), np.diff(follows.starts))
    inside = np.isin(follows.follower, near.follower)
    many = np.bincount(target[inside], minlength=follows.accounts)
    kept = inside & (many[target] > 2)
    assert sorted(zip(near.follower.tolist(), near.target.tolist(), strict=True)) == sorted(
        zip(follows.follower[kept].tolist(), target[kept].tolist(), strict=True)
    )


def test_a_neighbourhood_without_anything_dense_says_nothing():
    rng = np.random.default_rng(4)
    who, whom, at = crowd(rng, 8)
    follows = follows_of(who.astype(np.int32), whom.astype(np.int32), at, PEOPLE + LIKED)
    near = Near(who.astype(np.int32), whom.astype(np.int32), who < CREW)
    assert alone(near, whole_of(follows), 0.01) == 0.0
