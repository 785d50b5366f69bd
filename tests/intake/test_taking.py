"""Batches from many threads are each kept once, whole, and in the ledger; a world can be made of what was kept."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import msgspec
import pyarrow.parquet as pq
import pytest
import sqlalchemy as sa

from aboveboard.cases.timers import to_send
from aboveboard.errors import StoreError
from aboveboard.intake import Batch, Taker, latest, of_account, read, write_world
from aboveboard.store import verify
from aboveboard.store.intake_tables import FACTS
from aboveboard.store.lives import account

AT = datetime(2026, 3, 1, tzinfo=UTC)


def batch(table, *given):
    facts, rejects = read(table, [msgspec.Raw(json.dumps(row).encode()) for row in given], AT)
    return Batch(table, tuple(facts), tuple(rejects), "platform", AT)


def like(n):
    return {"account_id": f"a{n % 3}", "at": "2026-02-01T00:00:00Z", "verb": "like", "object_id": f"o{n}"}


@pytest.fixture
def taker(ledger):
    made = Taker(ledger)
    yield made
    made.close()


def test_a_batch_that_is_sent_again_changes_nothing(taker, ledger):
    first = taker.take(batch("actions", like(1), like(2))).result()
    again = taker.take(batch("actions", like(1), like(2))).result()
    partly = taker.take(batch("actions", like(2), like(3))).result()
    assert [(r.accepted, r.known) for r in (first, again, partly)] == [(2, 0), (0, 2), (1, 1)]
    assert again.position == first.position
    assert [e.body["rows"] for e in ledger.of_stream("intake")] == [2, 2]


def test_many_threads_lose_nothing_and_the_ledger_is_whole(taker, store):
    batches = [batch("actions", *[like(n * 20 + i) for i in range(20)]) for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(lambda b: taker.take(b).result(), [*batches, *batches]))
    assert sum(r.accepted for r in receipts) == 800
    with store.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(FACTS)).scalar() == 800
    assert verify(store).breaks == ()


def test_an_account_that_is_seen_for_the_first_time_begins_its_life_once(taker, store):
    for handle in ("anna", "anna_b"):
        taker.take(
            batch("accounts", {"account_id": "a1", "handle": handle, "created_at": "2026-01-05T00:00:00Z"})
        ).result()
    with store.reading() as connection:
        found = account(connection, "a1")
        assert (found.state, found.since, found.faults) == ("active", AT, ())
        assert latest(connection, "accounts", "a1")["handle"] == "anna_b"
        assert [g.row["handle"] for g in of_account(connection, "a1")] == ["anna_b", "anna"]


def test_nobody_is_owed_a_reminder_for_the_years_before_the_service_was_told_of_them(taker, store):
    taker.take(batch("accounts", {"account_id": "a1", "handle": "old", "created_at": "2016-01-05T00:00:00Z"})).result()
    with store.reading() as connection:
        assert to_send(account(connection, "a1"), AT + timedelta(days=200)) == ()


def test_a_world_holds_the_last_row_of_each_key_and_every_event(taker, store, tmp_path):
    taker.take(batch("accounts", *[{"account_id": f"a{n}", "handle": f"h{n}"} for n in range(3)])).result()
    taker.take(batch("accounts", {"account_id": "a1", "handle": "other", "followers": 7})).result()
    taker.take(batch("actions", like(1), like(1), like(2))).result()
    assert write_world(store, tmp_path) == {"accounts": 3, "actions": 3}
    accounts = pq.read_table(tmp_path / "accounts.parquet").to_pylist()
    assert [(a["handle"], a["followers"]) for a in accounts] == [("h0", None), ("other", 7), ("h2", None)]


def test_what_waits_when_the_service_stops_is_written_and_later_batches_are_refused(ledger):
    taker = Taker(ledger)
    waiting = [taker.take(batch("actions", like(n))) for n in range(50)]
    taker.close()
    assert sum(w.result().accepted for w in waiting) == 50
    with pytest.raises(StoreError, match="stopping"):
        taker.take(batch("actions", like(99)))


def test_one_batch_that_cannot_be_written_does_not_take_the_others_with_it(taker, store):
    broken = batch("actions", like(1))
    broken = broken._replace(facts=(broken.facts[0]._replace(at_us="never" * 10**3, account_id=None),))
    waiting = [taker.take(b) for b in (batch("actions", like(2)), broken, batch("actions", like(3)))]
    assert [w.exception() is None for w in waiting] == [True, False, True]
    assert verify(store).breaks == ()
