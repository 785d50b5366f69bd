"""Faults around the service: a receiver that is down, a disk that is full, a clock that goes back, two people at one case."""

import sys
import threading
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest
import sqlalchemy as sa

sys.path += [str(Path(__file__).parents[1] / room) for room in ("deciding", "work")]

from deciding_worlds import POLICY, RULES, day, finding, found, opened
from work_scenes import HOUR, MINUTE, Receiver, drain, worker_of

from aboveboard.api.program import create
from aboveboard.api.sittings import deciding
from aboveboard.deciding.policy_life import adopt
from aboveboard.deciding.proposing import propose_from
from aboveboard.deciding.sitting import sit
from aboveboard.policy import load_policy
from aboveboard.staff.people import invite
from aboveboard.staff.permissions import Scope
from aboveboard.staff.roster import MACHINE
from aboveboard.store import Ledger, verify
from aboveboard.store.intake_tables import FACTS
from aboveboard.store.schema import ENTRIES
from aboveboard.work import Sending, Tools, jobs_of
from aboveboard.work.endpoints import add
from served import NOW, answering


def counts(store):
    with store.reading() as connection:
        return [connection.execute(sa.select(sa.func.count()).select_from(t)).scalar() for t in (FACTS, ENTRIES)]


def in_order(ledger):
    """Whether times and numbers go forward in every stream."""
    last = {}
    for entry in ledger.all():
        here, before = (entry.number, entry.at), last.get(entry.stream)
        if before and not (here[0] == before[0] + 1 and here[1] >= before[1]):
            return False
        last[entry.stream] = here
    return True


def test_a_receiver_that_is_down_for_an_hour_applies_each_decision_once_and_in_order(desk, clock, store, ledger):
    clock.at = day(0)
    opened(ledger)
    receiver = Receiver()
    tools = Tools(ledger, None, Sending(bytes(range(32)), private=True))
    with store.writing() as connection:
        place = add(connection, ledger, tools.sending, receiver.url, ["action"], day(0), "person:p1")
    receiver.close()
    worker, made = worker_of(tools, clock), []
    for n in range(10):
        with deciding(desk) as s:
            made += propose_from(s, found(finding(f"a{n}", "coordination")), POLICY).decisions
        turn_to(clock, store, worker, day(0) + (n + 1) * 6 * MINUTE)
    again = Receiver()
    again.answers = [204, 500, 204, (503, {}, b"later")]
    with store.writing() as connection:
        connection.exec_driver_sql(f"UPDATE endpoints SET url = '{again.url}' WHERE id = '{place.id}'")
    turn_to(clock, store, worker, day(0) + 6 * HOUR)
    again.close()
    applied = list(dict.fromkeys(again.ids))
    assert applied == made, (
        "a receiver that knows what it has by its id does each thing once, in the order of the decisions"
    )
    assert len(again.ids) == len(made) + 2, "what it did not take is sent again, and nothing else"
    assert [e.body["id"] for e in ledger.of_stream("actions") if e.kind == "delivered"] == made
    assert verify(store).breaks == ()


def turn_to(clock, store, worker, until):
    """Let the clock come to every time at which something is to be sent."""
    while True:
        with store.reading() as connection:
            dues = [j.due_at for j in jobs_of(connection, states=["waiting"]) if j.due_at <= until]
        clock.at = max([clock.at, *dues[:1]]) if dues else until
        if not drain(worker) and not dues:
            return


@contextmanager
def full(store):
    """A disk that takes a little more, and then nothing: as SQLite meets it, and as PostgreSQL says it in the middle of a statement."""
    if store.engine.dialect.name == "sqlite":
        with store.reading() as connection:
            most = connection.exec_driver_sql("PRAGMA page_count").scalar() + 4
        limits = [most, 1 << 30]

        def limit(driver, *_):
            driver.execute(f"PRAGMA max_page_count = {limits[0]}")

        sa.event.listen(store.engine, "checkout", limit)
        yield
        limits.pop(0)
        return
    statements = (
        (
            "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "IF right(NEW.account_id, 2) = '77' OR TG_TABLE_NAME = 'actions' THEN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END IF; "
            "RETURN NEW; END $$"
        ),
        *(
            f"CREATE TRIGGER no_room BEFORE INSERT ON {t} FOR EACH ROW EXECUTE FUNCTION no_room()"
            for t in ("facts", "actions")
        ),
    )
    with store.writing() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    yield
    with store.writing() as connection:
        connection.exec_driver_sql("DROP FUNCTION no_room CASCADE")


@contextmanager
def unwritable(store):
    """A store that can be read only, as a full disk leaves it, or the database that took over from one that failed."""
    said, limited = ["on", "off"], [True]

    def limit(driver, *_):
        driver.cursor().execute(f"SET default_transaction_read_only = {said[0]}")
        driver.commit()

    def begun(connection):
        if limited[0]:  # after the store's own say at each beginning
            connection.exec_driver_sql("PRAGMA query_only=1")

    if store.engine.dialect.name == "sqlite":
        sa.event.listen(store.engine, "begin", begun)
    else:
        sa.event.listen(store.engine, "checkout", limit)
    yield
    limited[0] = False
    said.pop(0)


def test_a_store_that_can_only_be_read_is_told_as_such_and_requests_can_be_sent_again(service, store):
    keyed = {"Idempotency-Key": "k1"}
    with unwritable(store):
        asked = [service.post("/v1/events", json=accounts(0, 5), headers=h) for h in ({}, keyed)]
        asked.append(service.post("/v1/halts", json={"rule": "*", "reason": "stop"}))
        assert [a.status_code for a in asked] == [503] * 3, [a.text for a in asked]
        assert {a.headers["retry-after"] for a in asked} == {"1"}
        assert {a.headers["content-type"] for a in asked} == {"application/problem+json"}
    assert service.post("/v1/events", json=accounts(0, 5), headers=keyed).json()["accepted"] == 5


def accounts(first, last):
    rows = [
        {"account_id": f"a{n}", "handle": f"h{n}", "bio": "x" * 200, "created_at": "2026-01-01T00:00:00Z"}
        for n in range(first, last)
    ]
    return {"table": "accounts", "rows": rows}


def test_a_batch_that_does_not_fit_on_the_disk_is_refused_whole_and_taken_once_there_is_room(service, store):
    assert service.post("/v1/events", json=accounts(0, 5)).json()["accepted"] == 5
    before = counts(store)
    with full(store):
        for headers in ({}, {"Idempotency-Key": "k1"}):
            refused = service.post("/v1/events", json=accounts(5, 305), headers=headers)
            assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
            assert refused.json()["title"] == "The store could not be used"
        assert counts(store) == before
    for taken in ((300, 0), (0, 300)):
        told = service.post("/v1/events", json=accounts(5, 305), headers={"Idempotency-Key": f"k{taken[0]}"}).json()
        assert (told["accepted"], told["known"]) == taken
    assert counts(store)[0] == 305
    assert verify(store).breaks == ()


def test_decisions_that_do_not_fit_on_the_disk_are_not_made_and_are_made_once_there_is_room(desk, clock, store, ledger):
    clock.at = day(0)
    opened(ledger)
    told = found(*(finding(f"a{n}", "coordination", related=[f"b{m}" for m in range(40)]) for n in range(40)))
    before = counts(store)
    with full(store), pytest.raises(Exception, match=r"full|could not extend") as error, deciding(desk) as s:
        propose_from(s, told, POLICY)
    assert type(error.value).__name__ == "StoreError"
    assert counts(store) == before
    with deciding(desk) as s:
        assert len(propose_from(s, told, POLICY).decisions) == 40
    assert len([e for e in ledger.of_stream("actions") if e.kind == "handed"]) == 40
    assert verify(store).breaks == ()


def test_a_clock_that_is_set_back_over_midnight_gives_no_cap_anew_and_fires_nothing_twice(desk, clock, store, ledger):
    policy = load_policy(RULES.replace("per_day = 30, share = 0.5 }", 'per_day = 2, share = 0.5 }\nspread = "3h"'))
    with sit(ledger, day(-1)) as s:
        adopt(s, RULES.replace("per_day = 30, share = 0.5 }", 'per_day = 2, share = 0.5 }\nspread = "3h"'), day(300))
    midnight = day(1).replace(hour=0)

    def decided(at, *names):
        clock.at = at
        with deciding(desk) as s:
            done = propose_from(s, found(*(finding(n) for n in names)), policy)
        return len(done.decisions), len(done.cases)

    assert decided(midnight - HOUR, "a1", "a2", "a3") == (2, 1), "the day's cap is used up"
    assert decided(midnight + HOUR / 2, "b1", "b2", "b3") == (2, 1), "a new day has its own"
    assert decided(midnight - HOUR / 2, "c1") == (0, 1), "an hour back, over midnight, is no new cap of either day"
    assert decided(midnight + HOUR / 2, "d1") == (0, 1)
    assert decided(midnight - HOUR / 2, "a1", "b1") == (0, 0), "what was decided is not decided again"
    for at in (4, 3, 5, 4):
        clock.at = midnight + at * HOUR
        with deciding(desk):
            pass
    handed = [e.body["id"] for e in ledger.of_stream("actions") if e.kind == "handed"]
    assert sorted(handed) == sorted(e.key for e in ledger.of_stream("decisions") if e.kind == "decided")
    assert decided(midnight + timedelta(days=1), "e1", "e2", "e3") == (2, 1), "the next day it acts again"
    assert in_order(ledger)
    assert verify(store).breaks == ()


@pytest.fixture
def two_people(desk, ledger):
    """Two people who came in by their links and are logged in, each in a browser of their own."""
    door = desk.parts["door"]
    desk.callers, desk.admits = door.of, door.admits
    opened(ledger)
    with answering(create(desk)) as address:
        browsers = []
        for name in ("mika", "noor"):
            link = invite(door.roster, name, ["senior"], Scope(), MACHINE, NOW)
            browser = httpx2.Client(base_url=address, headers={"Origin": door.site.origin})
            joined = browser.post("/v1/staff/join", json={"link": link, "password": "a long walk by the river"})
            browsers.append(browser)
            assert joined.status_code == 200, joined.text
            browser.headers["X-CSRF-Token"] = joined.json()["csrf"]
        yield browsers
        for browser in browsers:
            browser.close()


def test_two_people_decide_one_case_at_once_one_wins_and_the_other_is_told_who_and_when(two_people, desk, store, clock):
    clock.at = NOW + MINUTE
    for turn in range(3):
        with deciding(desk) as s:
            (case,) = propose_from(s, found(finding(f"a{turn}", "impersonation")), POLICY).cases
        start, answers = threading.Barrier(2), {}

        def verdict(browser, name, start=start, answers=answers, case=case):
            start.wait()
            body = {"action": "verify", "version": 1, "reason": f"{name} has seen it"}
            answers[name] = browser.post(f"/v1/cases/{case}/decide", json=body)

        both = [threading.Thread(target=verdict, args=a) for a in zip(two_people, ("mika", "noor"), strict=True)]
        for one in both:
            one.start()
        for one in both:
            one.join()
        (won,) = [n for n, a in answers.items() if a.status_code == 200]
        (lost,) = [a for n, a in answers.items() if n != won]
        assert answers[won].json()["status"] == "decided"
        assert lost.status_code == 409
        assert f"was decided by person:{won} at {clock.at.isoformat()}" in lost.json()["detail"]
    made = [e for e in desk.ledger.of_stream("decisions") if e.kind == "decided"]
    assert len(made) == 3
    assert len([e for e in Ledger(store).of_stream("actions") if e.kind == "handed"]) == 3
