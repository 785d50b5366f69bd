"""A batch of sign-ups is told from a busy week, a class in one room and people who came for one occasion."""

import pyarrow as pa

from aboveboard.derived.made_together import made_together

HOUR, DAY = 3600, 86_400
COLUMNS = "account_id born place everyone began ended kind token holders hours least"


def made(count=8, apart=0.5, **more):
    """Who of `count` members is made together; `tokens` gives (kind, token, holders) by number."""
    told = {
        "place": lambda n: 500 + n,
        "everyone": 10_000,
        "began": 30 * DAY,
        "ended": 90 * DAY,
        "tokens": lambda _: [],
        **more,
    }
    rows = [
        (f"a{n}", int(n * apart * HOUR), told["place"](n), told["everyone"], told["began"], told["ended"], *token, 6, 4)
        for n in range(count)
        for token in told["tokens"](n) or [(None, None, None)]
    ]
    columns = [pa.array(c) for c in zip(*rows, strict=True)]
    return made_together(pa.table(dict(zip(COLUMNS.split(), columns, strict=True)))).column("account_id").to_pylist()


EVERYBODY = [f"a{n}" for n in range(8)]


def room(n):
    return [("device", f"d{n}", 1), ("network", "school", 40)]


def test_eight_who_signed_up_in_four_hours_are_one_batch():
    assert made() == EVERYBODY


def test_three_are_no_batch_nor_are_those_who_came_a_day_apart():
    assert made(3) == []
    assert made(apart=24) == []


def test_who_signed_up_when_everybody_did_is_no_batch():
    assert made(place=lambda n: 500 + 900 * n) == []


def test_a_class_in_one_room_with_a_device_each_is_no_batch():
    assert made(tokens=room) == []


def test_one_network_without_devices_or_with_shared_ones_still_is():
    assert made(tokens=lambda n: room(n)[1:]) == EVERYBODY
    assert made(tokens=lambda n: [("device", f"d{n // 2}", 2), room(n)[1]]) == EVERYBODY


def test_a_device_each_explains_nothing_without_a_place_nor_does_everybodys_carrier():
    assert made(tokens=lambda n: room(n)[:1]) == EVERYBODY
    assert made(tokens=lambda n: [room(n)[0], ("network", "carrier", 4000)]) == EVERYBODY


def test_a_device_and_a_network_each_are_as_many_people():
    assert made(tokens=lambda n: [room(n)[0], ("network", f"home{n}", 3)]) == []
    assert made(tokens=lambda n: [room(n)[0], ("network", f"pool{n // 2}", 3)]) == EVERYBODY


def test_people_who_came_for_an_occasion_soon_over_are_no_batch():
    assert made(began=DAY, ended=5 * DAY) == []


def test_who_goes_on_for_months_came_for_no_occasion():
    assert made(began=DAY, ended=60 * DAY) == EVERYBODY


def test_members_without_a_time_of_sign_up_are_left_out():
    assert (
        made_together(pa.table({**{c: pa.nulls(1, pa.int64()) for c in COLUMNS.split()}, "account_id": ["a"]})).num_rows
        == 0
    )
