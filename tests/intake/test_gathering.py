"""Requests that wait together are written with the statements of one, and each is still answered by itself."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
import sqlalchemy as sa

from aboveboard.intake import Batch, keep, read
from aboveboard.store import verify
from aboveboard.store.lives import account

AT = datetime(2026, 3, 1, tzinfo=UTC)


def batch(table, *given, after=0):
    at = AT + timedelta(minutes=after)
    facts, rejects = read(table, [msgspec.Raw(json.dumps(row).encode()) for row in given], at)
    return Batch(table, tuple(facts), tuple(rejects), "platform", at)


def like(n):
    return {"account_id": f"a{n % 3}", "at": "2026-02-01T00:00:00Z", "verb": "like", "object_id": f"o{n}"}


@pytest.fixture
def kept(store, ledger):
    """Keep batches in one transaction; return their receipts and how many statements that took."""

    def together(*batches):
        counted = Counter()
        sa.event.listen(store.engine, "before_cursor_execute", lambda *_: counted.update(["statement"]))
        with store.writing() as connection:
            counted.clear()
            receipts = keep(connection, ledger, batches)
        return receipts, counted["statement"]

    return together


def test_many_requests_take_the_statements_of_one(kept, store):
    def some(begin, count):
        tables = (
            (batch("actions", like(n)), batch("accounts", {"account_id": f"n{n}", "handle": "h"}))
            for n in range(begin, begin + count)
        )
        return [b for pair in tables for b in pair]

    _, few = kept(*some(0, 1))
    receipts, many = kept(*some(1, 100))
    assert [(r.accepted, r.known) for r in receipts] == [(1, 0)] * 200
    assert len({r.position for r in receipts}) == 200
    assert many <= few + 4
    assert verify(store).breaks == ()


def test_each_request_has_its_own_answer(kept):
    broken = batch("actions", like(2), {"account_id": "a1"})
    (first, again, partly), _ = kept(batch("actions", like(1), like(2)), broken, batch("actions", like(2), like(3)))
    assert [(r.accepted, r.known, len(r.rejects)) for r in (first, again, partly)] == [(2, 0, 0), (0, 1, 1), (1, 1, 0)]
    assert again.rejects[0].place == 1


def test_what_is_said_of_one_account_by_several_requests_is_taken_in_their_order(kept, store, ledger):
    def profile(status, after):
        return batch("accounts", {"account_id": "a1", "handle": f"h{after}", "status": status}, after=after)

    kept(profile("active", 0), profile("closed", 1), profile("active", 2), profile("active", 3), profile("closed", 4))
    assert [e.kind for e in ledger.of_stream("names")] == ["closed", "restored", "restored", "closed"]
    with store.reading() as connection:
        found = account(connection, "a1")
    assert (found.state, found.admitted_at, found.faults) == ("active", AT, ())
