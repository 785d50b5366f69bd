"""Jobs are done once, whatever happens to workers; what fails waits, what never works is set aside, and a person can step in."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa
from work_scenes import DAY, HOUR, MINUTE, NOW, drain, one_kind, worker_of

from aboveboard.errors import InputError, StoreError
from aboveboard.store import New
from aboveboard.work import Again, Backoff, Kind, Refused, cancel, enqueue, jobs_of, known_kinds, retry
from aboveboard.work.jobs import LeaseLostError, claim, clear, extend, get, settle, wake

LEASES = {"k": MINUTE}


def put(store, *, kind="k", at=NOW, **told):
    with store.writing() as connection:
        return enqueue(connection, kind, told.pop("body", {}), at, **told)


def take(store, by, at=NOW, most=1):
    with store.writing() as connection:
        return claim(connection, LEASES, by, at, most=most)


def state(store, job_id):
    with store.reading() as connection:
        return get(connection, job_id)


def write(tools, connection, job, prepared, at):
    """A handler that leaves a mark in the ledger."""
    tools.ledger.within(connection, "marks", [New("marked", "", {"job": job.id, "made": prepared})], at)


def marks(ledger):
    return [e.body["job"] for e in ledger.of_stream("marks")]


def test_a_job_and_the_entry_that_caused_it_are_kept_together_or_not_at_all(ledger, store):
    def interrupted():
        with store.writing() as connection:
            ledger.within(connection, "decisions", [New("decided", "a1")], NOW)
            enqueue(connection, "k", {"account": "a1"}, NOW)
            raise RuntimeError("the power failed")

    with pytest.raises(RuntimeError, match="the power failed"):
        interrupted()
    with store.reading() as connection:
        assert jobs_of(connection) == []
    assert list(ledger.all()) == []


def test_a_job_with_a_key_is_in_line_once(store):
    first, again, other = put(store, key="scan@1"), put(store, key="scan@1"), put(store, key="scan@2")
    assert first == again != other
    with store.reading() as connection:
        assert len(jobs_of(connection)) == 2


def test_jobs_come_by_priority_then_by_when_they_are_due(store):
    late, urgent, early, future = (
        put(store, due=NOW - MINUTE, key="late"), put(store, priority=-1, key="urgent"), put(store, due=NOW - HOUR, key="early"),
        put(store, due=NOW + MINUTE, priority=-9, key="future"),
    )  # fmt: skip
    assert [j.id for j in take(store, "w", most=9)] == [urgent, early, late]
    assert take(store, "w") == []
    assert next(j.id for j in take(store, "w", NOW + MINUTE)) == future


def test_a_job_whose_kind_this_program_does_not_know_is_left_for_one_that_does(store):
    job = put(store, kind="of_tomorrow")
    assert take(store, "w", most=9) == []
    assert state(store, job).state == "waiting"


def test_what_a_handler_writes_and_that_the_job_is_done_are_kept_together(tools, store, clock):
    job = put(store, body={"n": 1})
    worker = worker_of(tools, clock, one_kind("k", write, prepare=lambda _tools, job, _at: job.body["n"] + 1))
    assert drain(worker) == 1
    assert [e.body for e in tools.ledger.of_stream("marks")] == [{"job": job, "made": 2}]
    assert (state(store, job).state, state(store, job).ended_at) == ("done", NOW)


def test_a_job_that_a_worker_left_goes_to_another_when_its_lease_ends_and_the_first_can_write_nothing_more(store):
    job = put(store)
    (first,) = take(store, "w1")
    assert take(store, "w2", NOW + timedelta(seconds=59)) == []
    (second,) = take(store, "w2", NOW + MINUTE)
    assert (second.id, second.attempts, second.lease_by) == (job, 2, "w2")

    def too_late():
        with store.writing() as connection:
            connection.execute(sa.text("INSERT INTO cursors VALUES ('effect', 1)"))
            settle(connection, first, "done", NOW + MINUTE)

    with pytest.raises(LeaseLostError):
        too_late()
    with store.writing() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM cursors")).scalar_one() == 0
        settle(connection, second, "done", NOW + MINUTE)
    assert state(store, job).state == "done"


def test_a_worker_that_comes_back_under_its_own_name_is_still_too_late(store):
    put(store)
    (first,) = take(store, "w1")
    (second,) = take(store, "w1", NOW + MINUTE)
    with store.writing() as connection:
        assert not extend(connection, first, NOW + HOUR)
        assert extend(connection, second, NOW + HOUR)
    assert take(store, "w2", NOW + 2 * MINUTE) == []


def test_a_long_preparation_keeps_its_lease(tools, store, clock):
    seen = threading.Event()

    def long(_tools, job, _at):
        before = state(store, job.id).lease_until
        clock.on(MINUTE)
        for _ in range(200):
            if state(store, job.id).lease_until > before:
                seen.set()
                break
            threading.Event().wait(0.02)

    put(store)
    worker = worker_of(tools, clock, one_kind("k", write, prepare=long, lease=timedelta(seconds=0.3)))
    assert drain(worker) == 1
    assert seen.is_set()
    assert len(marks(tools.ledger)) == 1


def test_two_hundred_jobs_and_workers_that_race_for_them_are_each_done_once(tools, store, clock):
    with store.writing() as connection:
        ids = [enqueue(connection, "k", {"n": n}, NOW) for n in range(200)]
    counts = []

    def work(name):
        worker = worker_of(tools, clock, one_kind("k", write), name=name)
        done = 0
        while n := worker.step(most=5):
            done += n
        counts.append(done)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, ("w1", "w2")))
    assert sorted(marks(tools.ledger)) == sorted(ids)
    assert sum(counts) == 200
    with store.reading() as connection:
        assert {j.state for j in jobs_of(connection, most=300)} == {"done"}


def test_a_failure_is_tried_again_later_and_later_and_then_the_job_is_dead_and_the_ledger_says_so(tools, store, clock):
    def fail(*_):
        raise ValueError("of +44 20 7946 0000")

    job = put(store)
    chosen = one_kind("k", fail, attempts=4, backoff=Backoff(timedelta(seconds=10), MINUTE))
    worker, waits = worker_of(tools, clock, chosen), []
    for _ in range(3):
        assert drain(worker) == 1
        waits.append((state(store, job).due_at - clock()).total_seconds())
        clock.at = state(store, job).due_at
    assert drain(worker) == 1
    assert [7.5 <= waits[0] <= 12.5, 15 <= waits[1] <= 25, 30 <= waits[2] <= 50] == [True] * 3
    found = state(store, job)
    assert (found.state, found.attempts) == ("dead", 4)
    assert found.last_error.startswith("ValueError at test_jobs.py:")
    (said,) = tools.ledger.of_stream("work")
    assert (said.kind, said.body["job"], said.body["attempts"]) == ("job_died", job, 4)
    assert "7946" not in found.last_error + str(said.body), "what an error says may be personal"
    assert drain(worker) == 0


def test_an_error_of_the_store_keeps_its_words(tools, store, clock):
    def fail(*_):
        raise StoreError("the disk is full")

    job = put(store)
    drain(worker_of(tools, clock, one_kind("k", fail)))
    assert state(store, job).last_error == "StoreError: the disk is full"


def test_waits_are_spread_the_same_way_for_the_same_job_and_seed():
    backoff = Backoff(timedelta(seconds=10), HOUR)
    assert backoff.after(1, "job_a", "s") == backoff.after(1, "job_a", "s") != backoff.after(1, "job_b", "s")
    assert backoff.after(1, "job_a", "s") != backoff.after(1, "job_a", "t")
    assert len({backoff.after(3, f"job_{n}") for n in range(50)}) == 50
    assert backoff.after(99, "job_a") <= 1.25 * HOUR


def test_a_worker_that_dies_each_time_does_not_take_the_job_with_it_for_ever(tools, store, clock):
    job = put(store)
    for _ in range(3):
        take(store, "dying", clock())
        clock.on(MINUTE)
    drain(worker_of(tools, clock, one_kind("k", write, attempts=3)))
    assert (state(store, job).state, state(store, job).last_error) == ("dead", "its worker did not come back")
    assert marks(tools.ledger) == []


def test_a_handler_can_refuse_for_good_or_ask_to_go_on_later(tools, store, clock):
    answers = [Again(NOW + HOUR), Again(NOW + 2 * HOUR), Refused("there is no such policy")]
    job = put(store)
    worker = worker_of(tools, clock, one_kind("k", lambda *_: answers.pop(0), attempts=1))
    assert [drain(worker), state(store, job).due_at, state(store, job).attempts] == [1, NOW + HOUR, 0]
    clock.on(HOUR)
    assert [drain(worker), state(store, job).due_at] == [1, NOW + 2 * HOUR]
    clock.on(HOUR)
    assert drain(worker) == 1
    assert (state(store, job).state, state(store, job).last_error) == ("failed", "there is no such policy")
    assert [e.kind for e in tools.ledger.of_stream("work")] == ["job_refused"]


def test_a_job_that_is_asked_for_while_it_runs_runs_once_more(tools, store, clock):
    runs = []

    def meanwhile(_tools, _job, _at):
        runs.append(1)
        if len(runs) == 1:
            with store.writing() as connection:
                wake(connection, "k", {}, NOW, key="pump")

    with store.writing() as connection:
        wake(connection, "k", {}, NOW, key="pump")
        wake(connection, "k", {}, NOW, key="pump")
    worker = worker_of(tools, clock, one_kind("k", lambda *_: None, prepare=meanwhile))
    assert drain(worker) == 2
    with store.writing() as connection:
        wake(connection, "k", {}, NOW, key="pump")
    assert drain(worker) == 1
    assert len(runs) == 3


def test_a_person_retries_what_is_dead_and_cancels_what_waits_and_the_ledger_says_who(tools, store, clock):
    dead, waiting = put(store, key="dead"), put(store, key="waiting", due=NOW + HOUR)
    drain(worker_of(tools, clock, one_kind("k", lambda *_: Refused("no"))))
    with store.writing() as connection:
        assert retry(connection, tools.ledger, dead, NOW, "person:p1").state == "waiting"
        assert cancel(connection, tools.ledger, waiting, NOW, "person:p1").state == "cancelled"
    assert drain(worker_of(tools, clock, one_kind("k", write))) == 1
    assert marks(tools.ledger) == [dead]
    for step, job in ((retry, dead), (cancel, dead), (cancel, waiting)):
        with pytest.raises(InputError, match=f"{job} is"), store.writing() as connection:
            step(connection, tools.ledger, job, NOW, "person:p1")
    said = [(e.kind, e.body["job"], e.body.get("by")) for e in tools.ledger.of_stream("work")]
    assert said[1:] == [("job_retried", dead, "person:p1"), ("job_cancelled", waiting, "person:p1")]


def test_what_a_worker_does_with_a_job_that_is_cancelled_meanwhile_is_not_kept(tools, store, clock):
    def cancelled(_tools, job, _at):
        with store.writing() as connection:
            cancel(connection, tools.ledger, job.id, NOW, "person:p1")

    told, job = [], put(store)
    worker = worker_of(tools, clock, one_kind("k", write, prepare=cancelled), told=lambda *said: told.append(said))
    assert drain(worker) == 1
    assert (told, marks(tools.ledger), state(store, job).state) == ([("k", "lost")], [], "cancelled")


def test_jobs_are_listed_newest_first_page_by_page(store):
    ids = [put(store, at=NOW + n * MINUTE, key=str(n)) for n in range(5)]
    put(store, kind="other", at=NOW)
    with store.reading() as connection:
        first = jobs_of(connection, kind="k", most=2)
        rest = jobs_of(connection, kind="k", after=first[-1].id, most=9)
        assert [j.id for j in first + rest] == ids[::-1]
        assert jobs_of(connection, states=["done"]) == []
        with pytest.raises(InputError, match="there is no job"):
            get(connection, "job_none")


def test_jobs_done_long_ago_are_forgotten_and_dead_ones_stay(tools, store, clock):
    done, dead, fresh = put(store, key="a"), put(store, key="b", kind="bad"), put(store, key="c", due=NOW + 40 * DAY)
    chosen = one_kind("k", write) | one_kind("bad", lambda *_: Refused("no"))
    drain(worker_of(tools, clock, chosen))
    with store.writing() as connection:
        assert clear(connection, NOW + DAY) == 1
    with store.reading() as connection:
        assert {j.id for j in jobs_of(connection)} == {dead, fresh}
        assert done not in {j.id for j in jobs_of(connection)}


def test_a_worker_works_until_it_is_told_to_stop(tools, store, clock):
    stop, told = threading.Event(), []

    def heard(*said):
        told.append(said)
        if len(told) == 3:
            stop.set()

    for n in range(3):
        put(store, key=str(n))
    worker_of(tools, clock, one_kind("k", write), told=heard).run(stop, threads=2)
    assert told == [("k", "done")] * 3


def test_every_kind_is_found_by_looking_and_two_of_one_name_are_refused():
    found = known_kinds()
    assert {"deliver_webhook", "expire_measures", "send_notices", "expire_bars", "checkpoint_ledger"} <= set(found)
    assert all(k.about.endswith(".") for k in found.values())
    mine = Kind("scan", "Scans.", lambda *_: None)
    assert known_kinds([mine])["scan"] is mine
    with pytest.raises(ValueError, match="share a name"):
        known_kinds([mine, mine])
