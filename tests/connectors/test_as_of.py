"""The time a world is judged as of: asked for, written down, or the latest in it; never the wall clock."""

from __future__ import annotations

from datetime import UTC, datetime


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_latest_time_in_the_world_counts_and_plans_do_not(bench):
    bench.write(
        "accounts.csv",
        "account_id,handle,created_at,barred_until\na1,ann,2024-01-01T00:00:00Z,2099-01-01T00:00:00Z\n",
    )
    bench.write("audience.csv", "account_id,day\na1,2024-02-01\n")
    assert bench.read().as_of == at("2024-02-01")


def test_fractions_of_a_second_are_kept(bench):
    bench.write("accounts.csv", "account_id,handle,created_at\na1,ann,1969-12-31T23:59:59.123456Z\n")
    assert bench.read().as_of == at("1969-12-31T23:59:59.123456")


def test_registers_count_only_where_nothing_else_has_a_time(bench):
    bench.write("organisations.csv", "org_id,name,opened_at\n1,City,2024-05-01T00:00:00Z\n")
    assert bench.read().as_of == at("2024-05-01")
    bench.write("accounts.csv", "account_id,handle,created_at\na1,ann,2020-01-01T00:00:00Z\n")
    assert bench.read().as_of == at("2020-01-01")


def test_a_world_without_any_time_asks_for_one(bench):
    bench.write("accounts.csv", "account_id,handle\na1,ann\n")
    assert bench.faults() == ("no time anywhere in the world; say when it is judged: --as-of 2024-05-01T00:00:00Z",)


def test_the_mapping_gives_the_time_and_an_argument_wins(bench):
    bench.write("accounts.csv", "account_id,handle,created_at\na1,ann,2020-01-01T00:00:00Z\n")
    bench.write("aboveboard.toml", "as_of = 2021-01-01T02:00:00+02:00\n")
    assert bench.read().as_of == at("2021-01-01")
    assert bench.read(as_of=at("2022-01-01")).as_of == at("2022-01-01")


def test_a_naive_time_in_the_mapping_needs_a_zone(bench):
    bench.write("accounts.csv", "account_id,handle\na1,ann\n")
    bench.write("aboveboard.toml", "as_of = 2021-01-01T00:00:00\n")
    assert bench.faults() == (
        "aboveboard.toml, line 1, as_of: needs an offset or Z, or a zone beside it: as_of = 2024-05-01T00:00:00Z",
    )
    bench.write("aboveboard.toml", 'as_of = 2021-07-01T00:00:00\nzone = "Europe/Berlin"\n')
    assert bench.read().as_of == at("2021-06-30T22:00:00")
