"""What is asked about one account, or about what came last, reads that and not a whole stream or table: SQLite would, unless told.

With a million closed accounts each of these took seconds, some while they kept every other writer waiting.
"""

import pytest
import sqlalchemy as sa

from aboveboard.api.gating import _entries, _waiting
from aboveboard.app.told_closures import closed_of
from aboveboard.cases.periods import PERIODS
from aboveboard.deciding.histories import histories
from aboveboard.deciding.sitting import watch
from aboveboard.deciding.wrong_links import wrongly_linked
from aboveboard.intake.naming import names_said
from aboveboard.intake.rows import Fact
from aboveboard.privacy.reveal import seen
from aboveboard.store import open_store
from aboveboard.store.ledger import Ledger
from aboveboard.store.lives import account
from aboveboard.work.dates import catch_up, lives
from aboveboard.work.signs import note_signs
from served import NOW

NAMES = [f"a{n}" for n in range(40)]
ACTIVE = [Fact(f"f{n}", "accounts", n, 0, '{"status":"active"}') for n in NAMES]
WHOLE = ("(stream=?)", "(source=?)")


@pytest.fixture
def watched(tmp_path, monkeypatch):
    """A store on SQLite, and the statements it was asked."""
    monkeypatch.delenv("ABOVEBOARD_DATABASE_URL", raising=False)
    store, told = open_store(tmp_path), []
    sa.event.listen(store.engine, "before_cursor_execute", lambda _c, _k, statement, given, *_: told.append((statement, given)))  # fmt: skip
    yield store, told
    store.close()


ASKED = {
    "followed": lambda store, _: _entries(store, 5),
    "waiting": lambda store, _: _waiting(store, 5, 100),
    "closed": lambda _, connection: closed_of(connection, "a1"),
    "lives": lambda _, connection: lives(connection, NAMES),
    "life": lambda _, connection: account(connection, "a1"),
    "named": lambda _, connection: names_said(connection, "accounts", ACTIVE),
    "linked": lambda _, connection: wrongly_linked(connection, NAMES),
    "seen": lambda _, connection: seen(connection, "a1"),
}


def plans(store, told):
    with store.reading() as connection:
        return [
            row[3]
            for statement, given in list(told)
            if statement.startswith("SELECT") and ("FROM entries" in statement or "FROM facts" in statement)
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
        ]


@pytest.mark.parametrize("what", ASKED)
def test_a_question_about_few_does_not_read_a_whole_stream_or_table(watched, what):
    store, told = watched
    with store.reading() as connection:
        told.clear()
        ASKED[what](store, connection)
    steps = plans(store, told)
    assert steps
    assert [s for s in steps if s.endswith(WHOLE)] == []


def test_the_dates_of_accounts_and_their_histories_read_what_is_theirs(watched):
    store, told = watched
    ledger = Ledger(store)
    with store.writing() as connection:
        told.clear()
        note_signs(connection, ledger, NOW)
        catch_up(connection, ledger, PERIODS, NOW)
    with watch(ledger, NOW) as s:
        histories(s, NAMES)
    assert [s for s in plans(store, told) if s.endswith(WHOLE)] == []
