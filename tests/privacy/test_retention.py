"""What is kept runs out by its class, holds stop that, and every purge proves itself."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from aboveboard.cases import Event
from aboveboard.errors import InputError
from aboveboard.privacy import retention
from aboveboard.privacy.holding import held_accounts
from aboveboard.privacy.retention import CLASSES, classes_of, purge, read_retention
from aboveboard.store import verify
from aboveboard.store.intake_tables import FACTS
from aboveboard.tables import TABLES
from planting import NOW, give, live

OLD = NOW - timedelta(days=91)


def sources(store):
    with store.reading() as connection:
        return sorted(tuple(r) for r in connection.execute(sa.select(FACTS.c.account_id, FACTS.c.source)))


def test_rows_run_out_by_the_class_of_their_table_and_the_receipt_says_what_went(store, ledger, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 2)
    with store.writing() as c:
        for n in range(5):
            give(c, "sessions", "a1", {"n": n}, OLD - timedelta(days=n))
        give(c, "sessions", "a1", {"n": 9}, NOW - timedelta(days=90))
        give(c, "posts", "a1", {"text": "still here"}, OLD)
    receipts = {r.name: r for r in purge(store, ledger, NOW)}
    done = receipts["sessions"]
    assert (done.gone, done.held, done.left) == (5, 0, 0)
    assert done.oldest_us == int((OLD - timedelta(days=4)).timestamp() * 1e6)
    assert sources(store) == [("a1", "posts"), ("a1", "sessions")]
    told = [e for e in ledger.of_stream("privacy") if e.body["class"] == "sessions"]
    assert [e.body["count"] for e in told if e.kind == "purged"] == [2, 2, 1]
    assert told[-1].kind == "purge_finished"
    assert (told[-1].body["left"], told[-1].body["digest"]) == (0, done.digest)
    assert "'a1'" not in str([e.body for e in told])
    assert receipts["texts"].gone == 0
    again = len(list(ledger.all()))
    assert all(r.gone == 0 for r in purge(store, ledger, NOW))
    assert len(list(ledger.all())) == again, "a purge with nothing to do writes nothing down"
    assert verify(store).breaks == ()


def test_what_an_account_under_a_hold_or_an_appeal_has_stays_and_is_counted(store, ledger, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 2)
    with store.writing() as c:
        for who in ("a1", "a2", "a3"):
            live(c, ledger, who, OLD)
            for n in range(3):
                give(c, "sessions", who, {"n": n}, OLD + timedelta(minutes=n))
        live(c, ledger, "a1", OLD, Event("a1", OLD, "held", "h1", "policy:court", scope="legal"), begun=True)
        live(c, ledger, "a2", OLD, Event("a2", OLD, "held", "h2", "policy:x", scope="subscription"), begun=True)
        assert held_accounts(c) == {"a1"}
    done = next(r for r in purge(store, ledger, NOW, held=held_accounts) if r.name == "sessions")
    assert (done.gone, done.held, done.left) == (6, 3, 0)
    assert {who for who, _ in sources(store)} == {"a1"}


def test_rows_that_come_in_late_are_told_as_left_over(store, ledger, monkeypatch):
    with store.writing() as c:
        give(c, "sessions", "a1", {}, OLD)
    finished = retention._finished

    def late(*args):
        with store.writing() as c:
            give(c, "sessions", "a9", {}, OLD - timedelta(days=1))
        return finished(*args)

    monkeypatch.setattr(retention, "_finished", late)
    only = {"sessions": CLASSES["sessions"]}
    assert [(r.gone, r.left) for r in purge(store, ledger, NOW, only)] == [(1, 1)]


def test_an_operator_s_own_days_count_and_faults_are_all_named(tmp_path):
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text("[days]\nsessions = 30\n")
    assert read_retention(good)["sessions"].days == 30
    assert read_retention(good)["tokens"].days == CLASSES["tokens"].days
    bad.write_text("[days]\nsessions = 0\naudit = 3\nnone = 1\ntokens = true\n")
    with pytest.raises(InputError) as told:
        read_retention(bad)
    assert len(told.value.faults) == 4
    with pytest.raises(InputError, match="cannot be read"):
        read_retention(tmp_path / "absent.toml")


def test_every_table_of_the_contract_belongs_to_one_class_and_every_class_says_why():
    rows = [t for c in CLASSES.values() for column, tables in c.only for t in tables if column == "source"]
    timed = set(rows) | set(retention._STANDING)
    assert len(rows) == len(set(rows))
    assert timed == set(TABLES) - {"labels"}
    assert all(c.why for c in CLASSES.values())
    assert {"sessions", "texts"} <= {c.name for c, _ in classes_of(CLASSES)}
