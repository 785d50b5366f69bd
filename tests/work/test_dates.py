"""What falls due on accounts is written by itself; notices go out and are counted once they arrived; dates wait for them."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
import sqlalchemy as sa
from work_scenes import DAY, HOUR, MINUTE, NOW, drain, worker_of

from aboveboard.cases import BarEvent, Event, bar
from aboveboard.cases.values import Measure
from aboveboard.store import Ledger, Store, verify
from aboveboard.store.bars_written import BARS, bar_entry, bar_of, bars
from aboveboard.store.lives import ACCOUNTS, account, entry_of
from aboveboard.store.roles import service_role
from aboveboard.store.work_tables import ACCOUNT_DATES
from aboveboard.work import acknowledge, known_kinds, pending, tick
from aboveboard.work.dates import rebuild_dates
from aboveboard.work.dead_letters import discard, set_aside
from aboveboard.work.endpoints import add
from aboveboard.work.kinds import send_notices

BY = "policy:strict@1"


def event(account_id, at, kind, decision="", by=BY, **columns):
    return Event(account_id, at, kind, decision, by, **columns)


def begun(account_id, at=NOW):
    return [event(account_id, at, "registered"), event(account_id, at, "admitted")]


def limited(account_id, decision, at, until):
    columns = {"ground": "terms", "violation": "vulgarity", "severity": 1, "evidence": "e" * 64, "scope": "comment"}
    return event(account_id, at, "limited", decision, until=until, **columns)


@pytest.fixture
def live(ledger):
    return lambda *events: ledger.append(ACCOUNTS, [entry_of(e) for e in events], max(e.at for e in events))


@pytest.fixture
def pass_time(tools, store, clock):
    """Let time pass to a moment, with every period that falls due on the way looked at once, at its end."""

    def passed(at):
        clock.at = at
        tick(
            store,
            [k for k in known_kinds().values() if k.name in ("expire_measures", "send_notices", "expire_bars")],
            at,
        )
        return drain(worker_of(tools, clock))

    return passed


@pytest.fixture
def states(store):
    def found(*ids):
        with store.reading() as connection:
            return [account(connection, i).state for i in ids]

    return found


def told(ledger, subject):
    return [(e.kind, e.body.get("id")) for e in ledger.of_subject(subject) if e.stream == ACCOUNTS]


def test_a_limit_ends_by_itself_on_its_date_and_once(live, pass_time, states, ledger, store):
    live(*begun("a1"), *begun("a2"))
    live(limited("a1", "d1", NOW + HOUR, NOW + DAY), limited("a2", "d2", NOW + HOUR, NOW + 3 * DAY))
    pass_time(NOW + 2 * HOUR)
    assert states("a1", "a2") == ["limited", "limited"]
    for late in (0, 1, 2):
        pass_time(NOW + DAY + late * MINUTE)
    assert states("a1", "a2") == ["active", "limited"]
    assert told(ledger, "a1")[-1] == ("ended", "d1")
    assert [k for k, _ in told(ledger, "a1")].count("ended") == 1
    (ended,) = [e for e in ledger.of_subject("a1") if e.kind == "ended"]
    assert ended.body["by"] == "timer"
    assert verify(store).breaks == ()


def test_a_date_that_was_set_again_counts_as_it_is_now(live, pass_time, states):
    live(*begun("a1"))
    live(limited("a1", "d1", NOW + HOUR, NOW + DAY))
    pass_time(NOW + 2 * HOUR)
    live(event("a1", NOW + 3 * HOUR, "appealed", "d1", "holder:a1"))
    live(event("a1", NOW + 4 * HOUR, "appeal_granted", "d1", "person:p2"))
    pass_time(NOW + 2 * DAY)
    assert states("a1") == ["active"]


def test_a_notice_is_handed_over_once_and_counts_as_sent_when_the_platform_says_so(live, pass_time, ledger, store):
    live(*begun("a1"), limited("a1", "d1", NOW, NOW + DAY))
    for minute in range(3):
        pass_time(NOW + minute * MINUTE)
    with store.writing() as connection:
        (found,) = pending(connection, NOW)
        assert (found.kind, found.account_id) == ("notice", "a1")
        assert {k: found.data[k] for k in ("notice", "about", "to")} == {"notice": "statement", "about": "d1", "to": ["holder"]}  # fmt: skip
        assert account(connection, "a1").owed != ()
        acknowledge(connection, ledger, found.id, "applied", NOW + HOUR, "token:platform")
        life = account(connection, "a1")
    assert (life.owed, [s.notice for s in life.sent], life.faults) == ((), ["statement"], ())
    pass_time(NOW + 2 * HOUR)
    with store.reading() as connection:
        assert pending(connection, NOW) == []


def test_a_notice_that_an_endpoint_took_counts_as_sent(live, pass_time, tools, receiver, store):
    with store.writing() as connection:
        add(connection, tools.ledger, tools.sending, receiver.url, ["notice"], NOW, "person:p1")
    live(*begun("a1"), limited("a1", "d1", NOW, NOW + DAY))
    pass_time(NOW + MINUTE)
    assert len(receiver.got) == 1
    with store.reading() as connection:
        life = account(connection, "a1")
        assert ([s.notice for s in life.sent], life.owed) == (["statement"], ())
        assert pending(connection, NOW) == []


def test_an_account_sleeps_only_after_three_reminders_went_out(live, pass_time, states, ledger, store):
    live(*begun("a1"), event("a1", NOW, "seen", by="holder:a1"))
    pass_time(NOW + 400 * DAY)
    assert states("a1") == ["active"], "nobody was reminded"
    at, notices = NOW + 400 * DAY, []
    while states("a1") == ["active"]:
        at += 7 * DAY
        pass_time(at)
        with store.writing() as connection:
            for found in pending(connection, at):
                notices.append(found.data["notice"])
                acknowledge(connection, ledger, found.id, "applied", at, "token:platform")
        assert at < NOW + 600 * DAY
    assert notices[:3] == ["sleep_60", "sleep_30", "sleep_7"]
    assert states("a1") == ["dormant"]


def test_a_receipt_for_a_notice_of_an_erased_account_is_taken_and_changes_nothing(live, pass_time, ledger, store):
    live(*begun("a1"), limited("a1", "d1", NOW, NOW + DAY))
    pass_time(NOW + MINUTE)
    live(event("a1", NOW + HOUR, "reversed", "d1", "person:p1"))
    with store.writing() as connection:
        (found, *_) = pending(connection, NOW)
        assert acknowledge(connection, ledger, found.id, "applied", NOW + 2 * HOUR, "token:platform").state == "applied"
        assert account(connection, "a1").faults == ()


def test_a_bar_that_has_run_its_time_expires_and_a_lifted_one_does_not_expire_again(ledger, store, pass_time):
    measure = Measure(
        "d1", "closed", "closed", NOW, None, "terms", "reincarnation", 2, by="person:p1", second="person:p2"
    )
    first = bar(measure, ["a" * 64])
    other = BarEvent(NOW, "barred", "d2", BY, "", ("b" * 64,), "terms", 1, "registration", NOW + DAY)
    lifted = BarEvent(NOW + HOUR, "lifted", "d2", "person:p1")
    ledger.append(BARS, [bar_entry(e) for e in (first, other, lifted)], NOW)
    assert [bar_of(e) for e in ledger.of_stream(BARS)] == [first, other, lifted]
    pass_time(NOW + 2 * DAY)
    with store.reading() as connection:
        assert set(bars(connection).bars) == {"d1"}
    for late in (0, 1):
        pass_time(first.until + (late + 1) * HOUR)
    with store.reading() as connection:
        assert (dict(bars(connection).bars), bars(connection).faults) == ({}, ())
    assert [e.kind for e in ledger.of_stream(BARS)] == ["barred", "barred", "lifted", "expired"]


def test_the_dates_kept_beside_the_ledger_are_what_the_ledger_says(live, pass_time, ledger, store, tools):
    dice = np.random.default_rng(4)
    for n in range(60):
        at = NOW + timedelta(minutes=int(dice.integers(600)))
        live(*begun(f"a{n}", at), limited(f"a{n}", f"d{n}", at + MINUTE, at + int(dice.integers(1, 9)) * DAY))
    for day in range(6):
        pass_time(NOW + day * DAY)

    def rows():
        with store.reading() as connection:
            return connection.execute(sa.select(ACCOUNT_DATES.c.account_id, ACCOUNT_DATES.c.date_us).order_by("account_id")).all()  # fmt: skip

    pass_time(NOW + 6 * DAY)
    before = rows()
    with store.writing() as connection:
        rebuild_dates(connection, ledger, tools.periods, NOW + 6 * DAY)
    assert rows() == before
    assert len(before) == 60


def test_a_worker_that_fails_between_two_accounts_writes_none_and_then_all(live, pass_time, states, clock, monkeypatch):
    live(*begun("a1"), *begun("a2"), limited("a1", "d1", NOW, NOW + DAY), limited("a2", "d2", NOW, NOW + DAY))
    with monkeypatch.context() as patched:
        from aboveboard.work.kinds import expire_measures as module

        def failing(*_):
            raise OSError("the disk is full")

        patched.setattr(module, "note", failing)
        pass_time(NOW + 2 * DAY)
        assert states("a1", "a2") == ["limited", "limited"]
    pass_time(clock() + HOUR)
    assert states("a1", "a2") == ["active", "active"]


def test_the_same_notice_has_the_same_id_and_another_year_s_another():
    from aboveboard.cases import Account
    from aboveboard.cases.values import Owed

    life = Account("a1")
    one, two = (send_notices.notice(life, Owed("heartbeat", "body:b1", NOW + n * 365 * DAY)) for n in (0, 1))
    assert one.id == send_notices.notice(life, Owed("heartbeat", "body:b1", NOW)).id != two.id


def test_the_service_s_role_on_postgresql_may_do_all_the_work(tools, store, clock, address, live, receiver, tmp_path):
    if store.engine.dialect.name == "sqlite":
        return  # a file has one owner
    name = f"work_{tmp_path.name[-8:].lower().replace('-', '_')}"
    with store.writing() as connection:
        connection.execute(sa.text(f"CREATE ROLE {name} LOGIN"))
        for statement in service_role(name):
            connection.execute(sa.text(statement))
    engine = sa.create_engine(sa.make_url(address).set(drivername="postgresql+psycopg", username=name))
    served = replace(tools, ledger=Ledger(Store(engine)))
    live(*begun("a1"), limited("a1", "d1", NOW, NOW + DAY))
    with served.store.writing() as connection:
        add(connection, served.ledger, served.sending, receiver.url, [], NOW, "person:p1")
        letter = set_aside(connection, served.ledger, "s1", "x", {"raw": ""}, NOW)
    discard(served.ledger, letter, NOW, "person:p1")
    told = []
    clock.on(2 * DAY)
    tick(served.store, known_kinds().values(), clock())
    drain(worker_of(served, clock, told=lambda *said: told.append(said)))
    engine.dispose()
    assert {what for _, what in told} == {"done", "again"}
    assert len(receiver.got) >= 2
    with store.writing() as connection:
        connection.execute(sa.text(f"DROP OWNED BY {name}; DROP ROLE {name}"))
