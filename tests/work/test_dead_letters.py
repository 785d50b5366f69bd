"""An event that cannot be taken in is set aside once, under seal, and a person replays or discards it."""

import base64
import json

import pytest
import sqlalchemy as sa
from work_scenes import HOUR, MINUTE, NOW

from aboveboard.errors import InputError, StoreError
from aboveboard.store import verify
from aboveboard.work.dead_letters import dead_letters, discard, replay, set_aside
from aboveboard.work.streams import received

ROWS = [{"account_id": "a1", "handle": "zoe"}, {"account_id": "a2"}]


class Intake:
    """A stand-in for the intake: it refuses rows without a handle, and tables it does not know."""

    def __init__(self):
        self.kept, self.broken = {}, None

    def __call__(self, table, rows, _source):
        if self.broken:
            raise self.broken
        if table != "accounts":
            raise InputError(f"there is no table {table}")
        self.kept |= {r["account_id"]: r for r in rows if "handle" in r}
        return [(n, "handle is missing") for n, r in enumerate(rows) if "handle" not in r]


@pytest.fixture
def intake():
    return Intake()


@pytest.fixture
def letters(store):
    def found(state="waiting"):
        with store.reading() as connection:
            return dead_letters(connection, state=state)

    return found


@pytest.fixture
def come(ledger, intake, clock):
    return lambda body, table="accounts", source="nats:s:1": received(ledger, intake, clock, table, body, source)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"no json", "the message is no JSON"), (b"\xff\xfe", "the message is no JSON"), (b"[" * 99_999, "the message is no JSON"),
        (b'{"account_id": "a1"}', "the message is no list of rows"), (b"[1]", "the message is no list of rows"), (b"", "the message is no JSON"),
    ],
)  # fmt: skip
def test_a_poisoned_message_is_set_aside_with_its_reason_and_once(come, letters, ledger, body, reason):
    for _ in range(2):
        assert come(body) == ()
    (found,) = letters()
    assert (found.reason, found.source, found.state) == (reason, "nats:s:1", "waiting")
    (entry,) = ledger.of_stream("work")
    assert (entry.kind, entry.body["letter"]) == ("letter_set_aside", found.id)
    with pytest.raises(InputError, match="can only be discarded"):
        replay(ledger, found.id, lambda *_: [], NOW, "person:p1")


def test_the_payload_is_under_seal_and_neither_the_reason_nor_the_ledger_repeats_it(come, letters, store, ledger):
    come(json.dumps([{"phone": "+44 20 7946 0000"}]).encode(), table="gossip")
    (found,) = letters()
    assert found.reason == "the rows cannot be taken"
    with store.reading() as connection:
        tables = ("dead_letters", "entries", "jobs")
        assert "7946" not in str([connection.exec_driver_sql(f"SELECT * FROM {t}").all() for t in tables])
        assert "7946" in str(connection.exec_driver_sql("SELECT body FROM contents").all())
    discard(ledger, found.id, NOW, "person:p1")
    with store.reading() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM contents")).scalar_one() == 0
    assert letters() == []
    assert verify(store).breaks == ()


def test_of_a_message_the_good_rows_are_kept_and_the_others_set_aside(come, letters, intake):
    assert come(json.dumps(ROWS).encode()) == [(1, "handle is missing")]
    assert set(intake.kept) == {"a1"}
    (found,) = letters()
    assert found.reason == "1 of 2 rows were refused, the first one: handle is missing"


def test_what_was_set_aside_is_replayed_when_it_can_be_taken(come, letters, intake, ledger):
    come(json.dumps(ROWS).encode())
    (found,) = letters()
    with pytest.raises(InputError, match="row 0 is still refused: handle is missing"):
        replay(ledger, found.id, intake, NOW + MINUTE, "person:p1")
    assert [x.state for x in letters()] == ["waiting"]
    got = []
    done = replay(ledger, found.id, lambda *given: got.append(given) or [], NOW + HOUR, "person:p1")
    assert got == [("accounts", [{"account_id": "a2"}], "nats:s:1")]
    assert (done.state, done.ended_at) == ("replayed", NOW + HOUR)
    assert [(e.kind, e.body.get("by")) for e in ledger.of_stream("work")][1:] == [("letter_replayed", "person:p1")]
    for step in (lambda: replay(ledger, found.id, intake, NOW, "p"), lambda: discard(ledger, found.id, NOW, "p")):
        with pytest.raises(InputError, match="was replayed already"):
            step()
    with pytest.raises(InputError, match="nothing was set aside under dlt_none"):
        discard(ledger, "dlt_none", NOW, "p")


def test_a_store_that_cannot_be_used_sets_nothing_aside(come, letters, intake):
    intake.broken = StoreError("the disk is full")
    with pytest.raises(StoreError):
        come(json.dumps(ROWS).encode())
    assert letters() == []
    assert letters(state=None) == []


def test_letters_are_listed_newest_first_up_to_a_time(ledger, store):
    with store.writing() as connection:
        ids = [set_aside(connection, ledger, f"s{n}", "x", {"raw": base64.b64encode(b"x").decode()}, NOW + n * MINUTE) for n in range(3)]  # fmt: skip
    with store.reading() as connection:
        assert [x.id for x in dead_letters(connection, most=2)] == [ids[2], ids[1]]
        assert [x.id for x in dead_letters(connection, before=NOW + MINUTE)] == [ids[0]]
