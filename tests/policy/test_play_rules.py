"""Rules of play for minors: files of the operator, examples of several countries, and every fault with its line."""

from datetime import UTC, date, datetime

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from aboveboard.cli.program import app
from aboveboard.connectors.play_rules import import_play_rules
from aboveboard.errors import InputError, OutputError, PolicyError
from aboveboard.policy.play_rules import SHIPPED, read_play_rules

GOOD = """
region = "X"
zone = "Europe/Berlin"
source = "A law"

[[rule]]
name = "hours"
since = 2025-07-01

[[rule.play]]
days = ["saturday", "holiday"]
opens = "08:30"
closes = "24:00"
minutes = 90

[[holiday]]
dates = [2025-12-25]
"""


def written(tmp_path, text, name="rules.toml"):
    (tmp_path / name).write_text(text, "utf-8")
    return str(tmp_path / name)


def test_a_file_becomes_three_tables(tmp_path):
    read = read_play_rules(written(tmp_path, GOOD))
    [rule] = read.play_rules.to_pylist()
    assert (rule["rule"], rule["region"], rule["source"], rule["zone"]) == ("hours", "X", "A law", "Europe/Berlin")
    assert rule["since"] == datetime(2025, 6, 30, 22, tzinfo=UTC), "midnight where the rule holds"
    assert [(h["day"], h["opens"], h["closes"], h["minutes"]) for h in read.play_hours.to_pylist()] == [
        ("saturday", 510, 1440, 90),
        ("holiday", 510, 1440, 90),
    ]
    assert [(h["day"], h["kind"], h["region"]) for h in read.holidays.to_pylist()] == [
        (date(2025, 12, 25), "holiday", "X")
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('name = "hours"', 'nam = "hours"', 7, 'unknown key "nam"; did you mean "name"?'),
        ('name = "hours"', "", 6, '"name" is missing'),
        ('source = "A law"', "", 6, "a rule says where it is written"),
        ('"Europe/Berlin"', '"Berlin"', 3, '"Berlin" is no zone'),
        ('zone = "Europe/Berlin"', "", 6, "hours are told by a clock"),
        ('"08:30"', '"8.30"', 12, '"8.30" is no time of day'),
        ('"24:00"', '"24:30"', 13, '"24:30" is no time of day'),
        ('"24:00"', '"08:00"', 13, "closes after it opens"),
        ('"holiday"', '"Holiday"', 11, '"Holiday" is no kind of day; did you mean "holiday"?'),
        ("minutes = 90", "minutes = -1", 14, '"minutes" is 0 or more'),
        ("since = 2025-07-01", 'since = "2025"', 8, '"since" must be a date'),
        ("since = 2025-07-01", 'needs = ["passport"]', 8, '"passport" is no kind of check'),
        (
            "since = 2025-07-01",
            'needs = ["real_name or passport"]',
            8,
            'or several of which one will do: "real_name or age"',
        ),
        ("since = 2025-07-01", 'needs = ["age or age"]', 8, '"age or age" is no kind of check'),
        ("since = 2025-07-01", "needs = [1]", 8, '"1" is no kind of check'),
        ("[2025-12-25]", '["2025-12-25"]', 17, "2025-12-25 is no date"),
        ("[2025-12-25]", "[2025-12-25, 2025-12-25]", 0, 'the calendar has twice "2025-12-25"'),
        ("[[holiday]]", "[holiday", 16, "Expected"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, old, new, line, message):
    with pytest.raises(PolicyError) as caught:
        read_play_rules(written(tmp_path, GOOD.replace(old, new)))
    told = [f for f in caught.value.faults if message in f]
    assert told, caught.value.faults
    assert line == 0 or f"rules.toml:{line}:" in told[0]


def test_a_need_may_be_one_of_several_checks(tmp_path):
    text = GOOD.replace("since = 2025-07-01", 'needs = ["real_name or age", "guardian"]')
    [rule] = read_play_rules(written(tmp_path, text)).play_rules.to_pylist()
    assert rule["needs"] == ["real_name or age", "guardian"]


def test_every_example_is_read_names_its_source_and_all_stand_together():
    assert {"china-2021", "korea-shutdown-2011", "vietnam-2024", "usa-coppa", "house-rules"} <= set(SHIPPED)
    for name in SHIPPED:
        rules = read_play_rules(name).play_rules.to_pylist()
        assert rules
        assert all(len(r["source"]) > 10 for r in rules)
    assert len({r["region"] for r in read_play_rules(*SHIPPED).play_rules.to_pylist()}) == 7


def test_the_former_rule_of_korea_has_ended_and_that_of_china_closes_on_worked_weekends():
    [korea] = read_play_rules("korea-shutdown-2011").play_rules.to_pylist()
    assert (korea["until"], korea["under"]) == (datetime(2021, 12, 31, 15, tzinfo=UTC), 16)
    china = read_play_rules("china-2021")
    assert ("workday", 0) in [(h["day"], h["minutes"]) for h in china.play_hours.to_pylist()]
    days = {h["day"]: h["kind"] for h in china.holidays.to_pylist()}
    assert (days[date(2025, 10, 1)], days[date(2025, 9, 28)], date(2025, 9, 27) in days) == (
        "holiday",
        "workday",
        False,
    )


def test_tables_are_written_beside_the_others_and_never_over_what_is_there(tmp_path):
    world = tmp_path / "world"
    assert import_play_rules(["house-rules", "china-2021"], world)["play_rules"] == 7
    assert sorted(p.name for p in world.iterdir()) == ["holidays.parquet", "play_hours.parquet", "play_rules.parquet"]
    before = pq.read_table(world / "play_rules.parquet")
    with pytest.raises(OutputError, match="is there already"):
        import_play_rules(["usa-coppa"], world)
    assert pq.read_table(world / "play_rules.parquet").equals(before)


def test_nothing_two_of_a_name_and_a_file_that_is_not_there_are_refused(tmp_path):
    with pytest.raises(InputError, match="china-2021"):
        import_play_rules([], tmp_path)
    with pytest.raises(PolicyError, match='two rules are called "hours"'):
        read_play_rules(written(tmp_path, GOOD), written(tmp_path, GOOD, "again.toml"))
    with pytest.raises(PolicyError, match="cannot be read"):
        read_play_rules("atlantis")


def test_the_command_lists_checks_and_writes(tmp_path):
    run = CliRunner().invoke
    assert run(app, ["play-rules"]).output.split() == list(SHIPPED)
    assert "2 rules, no fault found" in run(app, ["play-rules", "vietnam-2024"]).output
    assert "written to" in run(app, ["play-rules", "usa-coppa", "--out", str(tmp_path / "w")]).output
