"""What shows that an account caused its own batches, and what a rival could have done."""

import pyarrow as pa

from aboveboard.derived.causes import caused

DAY = 86_400


def line(what, word="bare", at=0, turn=None, number=20, total=3, until=None):
    return {
        "account_id": "a",
        "turn": turn,
        "what": what,
        "word": word,
        "at_s": at * DAY,
        "until_s": until,
        "number": number,
        "total": total,
    }


def batch(turn, at, word="bare"):
    return line("batch", word, at, turn, until=(at + 1) * DAY)


def found(*lines):
    schema = [("account_id", "string"), ("turn", "int64"), ("what", "string"), ("word", "string")]
    schema += [(n, "int64") for n in ("at_s", "until_s", "number", "total")]
    return caused(
        pa.Table.from_pylist(list(lines), pa.schema([(n, pa.type_for_alias(t)) for n, t in schema]))
    ).to_pylist()


ROWS = (batch(0, 100), batch(1, 200), batch(2, 300))
PROMOTED = tuple(line("campaign", "listing", at) for at in (101, 199, 300))


def test_rows_after_a_warning_are_nothing_since_a_rival_can_go_on():
    assert found(*ROWS, line("warning", "inflated_audience", 50)) == []


def test_rows_that_come_with_promotions_are_nothing_since_a_rival_can_see_them():
    assert found(*ROWS, *PROMOTED) == []


def test_rows_after_a_warning_that_keep_coming_with_its_promotions_leave_it_possible():
    (row,) = found(*ROWS, *PROMOTED, line("warning", "inflated_audience", 150), line("other", "post", 3000))
    assert (row["tier"], row["after_warning"], row["campaigns"]) == ("possible", 2, 3)


def test_who_promotes_every_week_is_not_told_by_it():
    weekly = [line("campaign", "live", at) for at in range(95, 310, 7)]
    assert found(*ROWS, *weekly, line("warning", "inflated_audience", 150)) == []


def test_two_payers_are_possible_and_three_likely():
    for payers, tier in ((2, "possible"), (3, "likely")):
        (row,) = found(ROWS[0], line("payment", "t", 0, 0, number=payers, total=payers + 1))
        assert row["tier"] == tier
    assert found(ROWS[0], line("payment", "t", 0, 0, number=3, total=9)) == []


def test_rows_that_a_viral_day_explains_too_do_not_count():
    assert found(batch(0, 100, None), line("payment", "t", 0, 0, number=3, total=4)) == []
