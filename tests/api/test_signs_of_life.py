"""Whoever acts is not told that they were silent, however long ago they registered."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest

from aboveboard.cases import Event
from aboveboard.store.lives import ACCOUNTS, account, entry_of
from aboveboard.work import Tools, known_kinds, tick
from aboveboard.work.outbox import pending
from served import NOW

sys.path.insert(0, str(Path(__file__).parents[1] / "work"))

from work_scenes import drain, worker_of

DAY = timedelta(days=1)


@pytest.fixture
def on(desk, service, clock):
    """Let a day come, hand rows in on it, and do what is due; return who was told of their silence by then."""
    kinds = {n: known_kinds()[n] for n in ("expire_measures", "send_notices")}

    def came(days, **tables):
        clock.at = NOW + days * DAY
        for table, rows in tables.items():
            answer = service.post("/v1/events", json={"table": table, "rows": rows}).json()
            assert (answer["accepted"], answer["rejected"]) == (len(rows), [])
        tick(desk.store, list(kinds.values()), clock.at)
        drain(worker_of(Tools(desk.ledger), clock, kinds))
        with desk.store.reading() as connection:
            return {m.account_id for m in pending(connection, clock.at, most=500)}

    return came


def at(days):
    return (NOW + days * DAY).isoformat()


def seen(service, name):
    events = service.get(f"/v1/accounts/{name}/timeline").json()["events"]
    return [e["at"] for e in events if e["kind"] == "seen"]


ACTING = {
    "acts": lambda day: {"actions": [{"account_id": "acts", "at": at(day), "verb": "like", "object_id": "o1"}]},
    "logs_in": lambda day: {"sessions": [{"account_id": "logs_in", "started_at": at(day)}]},
    "counted": lambda day: {"activity": [{"account_id": "counted", "verb": "view", "count": 3, "since": at(1), "until": at(day)}]},
    "follows": lambda day: {"follows": [{"follower_id": "follows", "target_id": "silent", "at": at(day)}]},
    "told": lambda day: {"accounts": [{"account_id": "told", "handle": "t", "last_active_at": at(day)}]},
}  # fmt: skip
NOBODY = {
    "activity": [{"account_id": "nothing", "verb": "view", "count": 0, "since": at(1), "until": at(250)}],
    "actions": [{"account_id": "stranger", "at": at(250), "verb": "like", "object_id": "o1"}],
}
"""A count of nothing is no sign, and of who never registered nothing is written."""


def test_whoever_acts_owes_no_answer_after_a_year_and_whoever_is_silent_is_reminded(on, service, desk):
    named = [*ACTING, "silent", "nothing"]
    old = {"actions": [{"account_id": "silent", "at": at(-400), "verb": "like", "object_id": "o0"}]}
    assert on(0, accounts=[{"account_id": n, "handle": n, "created_at": at(-500)} for n in named], **old) == set()
    acted = {}
    for tables in ACTING.values():
        for table, rows in tables(250).items():
            acted.setdefault(table, []).extend(rows)
    for table, rows in NOBODY.items():
        acted.setdefault(table, []).extend(rows)
    on(250, **acted)
    assert on(330) == {"silent", "nothing"}
    assert {n for n in named if seen(service, n)} == set(ACTING)
    assert on(250 + 320) == set(named)
    with desk.store.reading() as connection:
        assert not account(connection, "acts").faults
        assert account(connection, "stranger").state == "unknown"


def test_a_day_leaves_one_entry_however_much_was_done_on_it(on, service):
    on(0, accounts=[{"account_id": "acts", "handle": "a"}])
    for hour in range(3):
        rows = [{"account_id": "acts", "at": (NOW + 9 * DAY + timedelta(hours=hour, minutes=n)).isoformat(), "verb": "like", "object_id": f"o{n}"} for n in range(5)]  # fmt: skip
        on(10, actions=rows)
    on(11, **ACTING["acts"](11))
    assert len(seen(service, "acts")) == 2


def test_the_closed_are_not_seen_and_many_rows_are_read_a_part_at_a_time(on, service, desk, monkeypatch):
    monkeypatch.setattr("aboveboard.work.signs._MOST", 2)
    on(0, accounts=[{"account_id": n, "handle": n} for n in ("acts", "left", "logs_in")])
    with desk.store.writing() as connection:
        gone = Event("left", NOW + DAY, "left", "l1", by="holder:link", until=NOW + 900 * DAY)
        desk.ledger.within(connection, ACCOUNTS, [entry_of(gone)], NOW + DAY)
    rows = [{"account_id": n, "at": at(20), "verb": "like", "object_id": f"o{m}"} for n in ("left", "acts") for m in range(3)]  # fmt: skip
    on(20, actions=rows, **ACTING["logs_in"](20))
    assert [len(seen(service, n)) for n in ("acts", "left", "logs_in")] == [1, 0, 1]
