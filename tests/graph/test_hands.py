"""Hands: what one person uses meets, and strangers' things do not; and how rare a count is in its world."""

import numpy as np
import pytest

from aboveboard.graph import hands as kernel
from aboveboard.graph.further import by_chance
from aboveboard.graph.hands import hands_of, sessions_of

HOUR, DAY = 3600, 86_400


def hands(*rows):
    """Hands of rows (account, device, network, region, begin and end in hours)."""
    columns = (np.array(c) for c in zip(*rows, strict=True))
    account, device, network, region, begin, end = columns
    ints = (c.astype(np.int32) for c in (account, device, network, region))
    seconds = ((c * HOUR).astype(np.int64) for c in (begin, end))
    return hands_of(sessions_of(*ints, *seconds))


def nights(account, device, network, region, days, hour=19):
    return [(account, device, network, region, 24 * d + hour, 24 * d + hour + 1) for d in days]


def test_a_device_or_a_network_in_common_makes_one_hand():
    at_home = nights(0, 0, 0, 0, range(5)) + nights(0, 1, 0, 0, range(5), 21) + nights(0, 1, 7, 3, (6,))
    found = hands(*at_home)
    assert len(found.account) == 1
    assert found.sessions.tolist() == [11]


def test_one_network_in_two_regions_ties_nobody():
    assert len(hands(*nights(0, 0, 0, 0, range(5)), *nights(0, 1, 0, 3, range(5))).account) == 2


def test_hands_of_two_accounts_stay_apart_though_they_share_a_device():
    assert hands(*nights(0, 0, 0, 0, range(5)), *nights(1, 0, 0, 0, range(5))).account.tolist() == [0, 1]


def test_who_was_there_before_and_after_is_the_main_hand_however_much_another_plays():
    found = hands(*nights(0, 0, 0, 0, (0, 20)), *nights(0, 1, 1, 1, range(5, 12)), *nights(0, 1, 1, 1, range(5, 12), 9))
    assert found.main.tolist() == [True, False]
    assert found.strange.tolist() == [False, True]
    assert found.stays.tolist() == [False, True]


def test_a_machine_of_five_accounts_is_public_but_may_still_be_stayed_with():
    guests = [r for a in range(1, 5) for r in nights(a, 9, 9, 1, (3,), a)]
    for crowd, strange in ((guests, False), (guests[:-1], True)):
        found = hands(*nights(0, 0, 0, 0, range(10)), *nights(0, 9, 9, 1, range(4), 21), *crowd)
        assert (bool(found.strange[1]), bool(found.stays[1])) == (strange, True)


def test_an_exit_used_by_devices_that_live_elsewhere_tells_no_region():
    others = [r for a in range(1, 7) for r in (*nights(a, a, 20 + a, 0, range(3)), *nights(a, a, 9, 1, (4,)))]
    own = nights(0, 0, 0, 0, range(10)) + nights(0, 50, 9, 1, (5,))
    for crowd, region in ((others, -1), ([], 1)):
        found = hands(*own, *crowd)
        assert found.region[1] == region
        assert bool(found.strange[1]) is (region == 1)


def test_the_desk_of_a_player_for_many_is_no_exit():
    guests = [
        r
        for a in range(8)
        for r in (*nights(a, a, 20 + a, 0, (0, 1, 40, 41)), *nights(a, 9, 9, 1, range(4 * a + 3, 4 * a + 7)))
    ]
    found = hands(*guests)
    assert found.stays.sum() == 8
    assert set(found.region[found.stays].tolist()) == {1}


def test_a_map_that_errs_once_moves_nobody():
    steady = nights(0, 0, 0, 0, range(10))
    assert hands(*steady, (0, 1, 0, 5, 400, 401)).region.tolist() == [0]
    assert len(hands(*steady, (0, 1, 0, 5, 400, 401)).account) == 1


def turns(minutes, days=4, there=1):
    away = [(0, 1, 1, there, 24 * d + 20 + minutes / 60, 24 * d + 21 + minutes / 60) for d in range(days)]
    return [*nights(0, 0, 0, 0, range(days)), *away]


@pytest.mark.parametrize(("minutes", "days"), [(-30, 4), (20, 4), (60, 4), (61, 0), (300, 0)])
def test_a_swift_turn_begins_within_an_hour_or_before_the_other_ends(minutes, days):
    assert hands(*turns(minutes)).swift.tolist() == [days, days]


def test_within_a_region_and_on_devices_seen_once_no_turn_is_swift():
    assert hands(*turns(20, there=0)).swift.tolist() == [0, 0]
    fresh = [(0, 10 + d, 10 + d, 1, 24 * d + 20.3, 24 * d + 21) for d in range(4)]
    assert hands(*nights(0, 0, 0, 0, range(4)), *fresh).swift.sum() == 0


def test_regions_between_which_others_pass_with_one_device_are_near():
    def passing(region, first):
        return [
            r
            for a in range(first, first + 3)
            for d in range(5)
            for r in ((a, a, 30 + a, 0, 24 * d + 7, 24 * d + 7.2), (a, a, 60 + a, region, 24 * d + 8, 24 * d + 8.2))
        ]

    elsewhere = [(a, d, n, r + 5, b, e) for a, d, n, r, b, e in passing(1, 9)]
    assert hands(*turns(20), *passing(1, 3), *elsewhere).swift[:2].tolist() == [0, 0]
    assert hands(*turns(20), *passing(2, 3), *elsewhere).swift[:2].tolist() == [4, 4]


def test_the_owner_is_who_lives_on_the_device():
    found = hands(*nights(0, 0, 0, 0, range(10)), *nights(0, 1, 1, 1, (3,), 9), *nights(1, 1, 1, 1, range(10), 15))
    assert found.owner.tolist() == [-1, 1, -1]


def test_sessions_without_device_or_network_are_left_out_and_none_is_no_error():
    assert len(hands((0, -1, 0, 0, 1, 2), (0, 0, -1, 0, 1, 2)).account) == 0


def test_the_order_of_rows_changes_nothing():
    rows = [*turns(20), *nights(1, 1, 1, 1, range(6), 12), *nights(2, 3, 3, 3, range(6))]
    mixed = [rows[n] for n in np.random.default_rng(1).permutation(len(rows))]
    for one, two in zip(hands(*rows), hands(*mixed), strict=True):
        assert one.tolist() == two.tolist()


def rare(counts, exposure=None, fewest=4):
    count = np.array(counts)
    return by_chance(count, np.array(exposure or [9] * len(counts)), fewest, 0.01)


def test_few_go_on_so_many_is_rare():
    body = [0] * 500 + [1] * 90 + [2] * 9 + [3]
    chance, sure = rare([*body, 9, 9, 9, 4])
    assert sure.tolist() == [False] * len(body) + [True, True, True, False]
    assert chance[-2] < 1e-4
    assert chance[-1] > 0.05


def test_where_many_go_on_nobody_stands_out():
    _, sure = rare([1] * 60 + [2] * 50 + [3] * 40 + [4] * 30 + [6] * 20 + [9] * 5)
    assert not sure.any()


def test_a_ring_that_alone_has_three_does_not_excuse_itself():
    _, sure = rare([0] * 1000 + [3] * 40 + [9] * 100)
    assert sure.sum() == 100


def test_compared_are_those_with_as_many_sessions():
    busy, idle = [3] * 30 + [2] * 40 + [1] * 50, [1] * 400
    chance, sure = rare([*busy, *idle, 8, 8], [64] * len(busy) + [4] * len(idle) + [64, 4])
    assert sure[-2:].tolist() == [False, True]
    assert chance[-2] > 1 > chance[-1]


def test_no_counts_give_no_discoveries():
    assert rare([0, 0, 0])[1].tolist() == [False] * 3


@pytest.mark.parametrize("room", [1 << 62, 0])
def test_sessions_are_in_the_order_of_all_their_columns(room, monkeypatch):
    monkeypatch.setattr(kernel, "_ROOM", room)
    rng = np.random.default_rng(4)
    columns = [rng.integers(0, 4, 500).astype(np.int32) for _ in range(4)]
    begin = rng.integers(2**33, 2**33 + 9, 500)
    order = kernel._in_order(columns[0], begin, *columns[1:])
    assert order.tolist() == np.lexsort((*columns[:0:-1], begin, columns[0])).tolist()
    far = np.array([3_000_000, 2_999_999, 3_000_000], np.int32), np.array([10**9, 0, 5], np.int64)
    assert kernel._in_order(*far, *(np.zeros(3, np.int32),) * 3).tolist() == [1, 2, 0]
