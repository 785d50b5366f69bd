"""Who plays an account: which devices never met the holder's, when, for how long, and what else they play."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.graph.hands import sessions_of
from aboveboard.graph.played import concerned, crowds, played

HOUR = 3600


def sessions(*rows):
    """Sessions of rows (account, device, network, region, begin and end in hours)."""
    account, device, network, region, begin, end = (np.array(c) for c in zip(*rows, strict=True))
    ints = (c.astype(np.int32) for c in (account, device, network, region))
    seconds = ((c * HOUR).astype(np.int64) for c in (begin, end))
    return sessions_of(*ints, *seconds)


def measured(*rows):
    s = sessions(*rows)
    return played(s, crowds(s.account, s.network)[s.network], 1 + max(r[0] for r in rows))


def nights(account, device, network, region, days, hour=19, hours=1):
    return [(account, device, network, region, 24 * d + hour, 24 * d + hour + hours) for d in days]


OWN = nights(0, 0, 0, 0, range(30))


def test_a_device_that_never_met_the_holders_is_strange_and_one_that_was_at_home_once_is_not():
    assert measured(*OWN, *nights(0, 1, 1, 0, range(10), 9)).of["hands"].tolist() == [1]
    assert measured(*OWN, *nights(0, 1, 1, 0, range(9), 9), (0, 1, 0, 0, 1, 2)).of["hands"].tolist() == [0]


def test_a_session_without_a_network_makes_nobody_strange():
    assert measured(*OWN, *nights(0, 1, -1, 0, range(10), 9)).of["hands"].tolist() == [0]


def test_a_network_of_many_ties_nobody():
    crowd = [r for a in range(1, 11) for r in nights(a, 10 + a, 7, 0, (3,))]
    both = [*nights(0, 0, 7, 0, (40,)), *nights(0, 1, 7, 0, (40,), 9)]
    assert measured(*OWN, *both, *crowd).of["hands"][0] == 1
    assert measured(*OWN, *both, *crowd[:3]).of["hands"][0] == 0


def test_where_networks_are_known_but_roughly_many_is_twice_as_many_as_usual():
    account = np.repeat(np.arange(12), 4).astype(np.int32)
    network = np.tile(np.arange(4), 12).astype(np.int32)
    assert crowds(account, network).tolist() == [False] * 4
    wide = np.concatenate([network, np.full(30, 4, np.int32)])
    assert crowds(np.concatenate([account, np.arange(30, dtype=np.int32)]), wide).tolist() == [False] * 4 + [True]


def test_sessions_of_accounts_with_one_device_of_their_own_are_left_out():
    account, device = np.array([0, 0, 1, 2, 3], np.int32), np.array([0, 1, 1, 2, -1], np.int32)
    assert concerned(account, device).tolist() == [0, 1, 2]


def test_what_strangers_play_is_measured_beside_what_the_holder_plays():
    found = measured(*OWN, *nights(0, 1, 1, 5, range(10, 20), 7, 4)).of
    assert found["regions"].tolist() == [1]
    assert found["near"].tolist() == [0]
    assert found["turns"].tolist() == [10]
    assert found["mixed"].tolist() == [1]
    assert found["weeks"].tolist() == [2]
    assert found["pace"][0] == pytest.approx(np.log(4))
    assert found["length"][0] == pytest.approx(np.log(4))
    assert found["apart"][0] > 0.2


def test_the_longest_stay_is_counted_while_the_holder_is_away_and_comes_back():
    away = [r for r in OWN if not 10 * 24 <= r[4] < 20 * 24]
    assert measured(*away, *nights(0, 1, 1, 0, range(10, 20))).of["stay"][0] == pytest.approx(9 + 1 / 24)


def test_another_after_the_holder_is_told_from_another_before():
    found = measured(*OWN, *nights(0, 1, 1, 0, range(40, 45)), *nights(0, 2, 2, 0, range(-10, -5))).of
    assert found["after"].tolist() == [0.5]
    assert found["before"].tolist() == [0.5]


def test_the_busiest_strange_device_tells_how_many_accounts_it_plays():
    desk = [r for a in (1, 2) for r in (*nights(a, a, a, 0, range(9)), *nights(a, 9, 9, 0, (1,), 9))]
    found = measured(*OWN, *nights(0, 9, 9, 0, (1, 2), 12), *desk).of
    assert found["fan"].tolist() == [3, 3, 3]


def test_owners_of_a_strange_device_are_all_who_live_on_it():
    found = measured(
        *OWN, *nights(0, 5, 5, 0, (3, 4), 9), *nights(1, 5, 6, 0, range(20), 12), *nights(2, 5, 7, 0, range(20), 15)
    )
    assert found.owner.tolist() == [1, 2]
    assert found.guest.tolist() == [0, 0]


rows = st.lists(
    st.tuples(
        st.integers(0, 3), st.integers(0, 5), st.integers(-1, 5), st.integers(-1, 2), st.integers(0, 400), st.integers(0, 9)
    ).map(lambda r: (*r[:5], r[4] + r[5])),
    min_size=1, max_size=60,
)  # fmt: skip


@given(rows)
def test_shares_are_shares_and_every_account_has_one_main_hand(some):
    found = measured(*some)
    for name in ("exits", "near", "before", "after", "mixed", "quiet"):
        known = found.of[name][~np.isnan(found.of[name])]
        assert ((known >= 0) & (known <= 1)).all(), name
    mains = np.bincount(found.hand.account[found.hand.main], minlength=4)
    assert mains.tolist() == [int(any(r[0] == a and r[2] >= 0 for r in some)) for a in range(4)]


@given(rows, st.randoms())
def test_the_order_of_sessions_changes_nothing(some, random):
    other = list(some)
    random.shuffle(other)
    for name, values in measured(*some).of.items():
        np.testing.assert_array_equal(values, measured(*other).of[name], err_msg=name)
