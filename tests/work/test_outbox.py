"""What the platform pulls: everything, in order, once it did it never again; and the table is what the ledger says."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from work_scenes import HOUR, MINUTE, NOW

from aboveboard.errors import InputError
from aboveboard.store import verify
from aboveboard.store.work_tables import HANDED
from aboveboard.work import Message, acknowledge, hand, pending
from aboveboard.work.outbox import handed, rebuild


@pytest.fixture
def give(ledger, store):
    def done(*ids, at=NOW, kind="action"):
        with store.writing() as connection:
            hand(connection, ledger, [Message(i, kind, f"a-{i}", {"action": "limit"}) for i in ids], at)

    return done


@pytest.fixture
def waiting(store):
    def found(**told):
        with store.reading() as connection:
            return [m.id for m in pending(connection, told.pop("at", NOW), **told)]

    return found


@pytest.fixture
def answer(ledger, store):
    def done(message, result, at=NOW, reason=""):
        with store.writing() as connection:
            return acknowledge(connection, ledger, message, result, at, "token:platform", reason=reason)

    return done


def test_a_puller_goes_on_from_the_last_number_it_saw_and_misses_nothing(give, waiting, store):
    give("dec_1", "dec_2")
    give("dec_3", at=NOW + MINUTE)
    with store.reading() as connection:
        first = pending(connection, NOW, most=2)
        assert [(m.id, m.number, m.account_id, dict(m.data), m.state) for m in first] == [
            ("dec_1", 1, "a-dec_1", {"action": "limit"}, "waiting"), ("dec_2", 2, "a-dec_2", {"action": "limit"}, "waiting"),
        ]  # fmt: skip
    assert waiting(after=2) == ["dec_3"]
    assert waiting(kinds=["notice"]) == []


def test_numbers_are_given_in_the_order_in_which_they_can_be_seen(ledger, store):
    """Who appends holds the stream until it commits: no later number is there to be read before an earlier one."""
    if store.engine.dialect.name == "sqlite":
        return  # one writer at a time
    with store.writing() as slow:
        hand(slow, ledger, [Message("dec_1", "action", "a1")], NOW)
        with store.engine.connect() as fast:
            fast.exec_driver_sql("SET LOCAL lock_timeout = '100ms'")
            with pytest.raises(sa.exc.SQLAlchemyError, match="lock timeout"):
                hand(fast, ledger, [Message("dec_2", "action", "a2")], NOW)
    with store.reading() as connection:
        assert [m.id for m in pending(connection, NOW)] == ["dec_1"]


def test_what_was_done_is_not_offered_again_and_the_ledger_has_the_receipt(give, waiting, answer, ledger):
    give("dec_1", "dec_2")
    done = answer("dec_1", "applied", NOW + MINUTE)
    assert (done.state, done.settled_at) == ("applied", NOW + MINUTE)
    assert answer("dec_1", "applied", NOW + HOUR) == done
    assert waiting() == ["dec_2"]
    (entry,) = [e for e in ledger.of_stream("actions") if e.kind == "acknowledged"]
    assert (entry.subject, entry.body["result"], entry.body["by"]) == ("a-dec_1", "applied", "token:platform")


def test_receipts_may_come_in_any_order_and_a_late_one_does_not_undo_what_was_done(give, waiting, answer):
    give("dec_1", "dec_2", "dec_3")
    answer("dec_3", "not_found")
    answer("dec_2", "failed", reason="the account is locked by support")
    assert waiting() == ["dec_1"]
    answer("dec_1", "applied")
    with pytest.raises(InputError, match="dec_1 was applied already; a receipt that says failed comes too late"):
        answer("dec_1", "failed")
    assert answer("dec_2", "applied").reason == "", "what failed may be tried again"


@pytest.mark.parametrize(
    ("message", "result", "reason", "why"),
    [("dec_9", "applied", "", "under dec_9"), ("dec_1", "perhaps", "", "not perhaps"), ("dec_1", "failed", "x" * 501, "500 characters")],
)  # fmt: skip
def test_a_receipt_that_cannot_be_is_refused(give, answer, message, result, reason, why):
    give("dec_1")
    with pytest.raises(InputError, match=why):
        answer(message, result, reason=reason)


def test_with_a_lease_two_pullers_do_not_get_the_same_until_it_ends(give, store):
    give("dec_1", "dec_2", "dec_3")

    def pull(by, at=NOW, most=2):
        with store.writing() as connection:
            return [m.id for m in pending(connection, at, lease=MINUTE, by=by, most=most)]

    assert pull("p1") == ["dec_1", "dec_2"]
    assert pull("p2") == ["dec_3"]
    assert pull("p1") == ["dec_1", "dec_2"], "its own are its own"
    assert pull("p2", NOW + timedelta(seconds=59)) == ["dec_3"]
    assert pull("p2", NOW + 2 * MINUTE, most=9) == ["dec_1", "dec_2", "dec_3"]


def test_the_table_made_anew_from_the_ledger_is_the_table(give, answer, ledger, store):
    give("dec_1", "dec_2", "dec_3", "dec_4")
    answer("dec_2", "failed", NOW + MINUTE, "no")
    answer("dec_2", "applied", NOW + HOUR)
    answer("dec_3", "not_found", NOW + HOUR)

    def rows():
        with store.reading() as connection:
            return connection.execute(sa.select(HANDED).order_by(HANDED.c.number)).all()

    before = rows()
    with store.writing() as connection:
        connection.execute(sa.update(HANDED).values(state="lost"))
        assert rebuild(connection, ledger, NOW) == 4
    assert rows() == before
    assert verify(store).breaks == ()


def test_what_is_handed_over_in_a_transaction_that_fails_is_not(give, ledger, store, waiting):
    def interrupted():
        with store.writing() as connection:
            hand(connection, ledger, [Message("dec_1", "action", "a1")], NOW)
            raise RuntimeError("the power failed")

    with pytest.raises(RuntimeError):
        interrupted()
    assert waiting() == []
    give("dec_1")
    with store.reading() as connection:
        assert handed(connection, "dec_1").number == 1
