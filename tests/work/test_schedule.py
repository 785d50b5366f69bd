"""Each period is put in line once, by whichever process looks first, and never again when the clock is set back."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from work_scenes import DAY, HOUR, MINUTE, NOW, drain, worker_of

from aboveboard.store import verify
from aboveboard.work import Kind, clockwork, jobs_of, known_kinds, tick

MINUTELY = Kind("minutely", "x", lambda *_: None, every=MINUTE)
DAILY = Kind("daily", "x", lambda *_: None, every=DAY)
ONCE = Kind("once", "x", lambda *_: None)
ALL = (MINUTELY, DAILY, ONCE)


def periods(store):
    with store.reading() as connection:
        return sorted(j.key for j in jobs_of(connection))


def test_a_kind_with_a_period_is_put_in_line_once_in_each(store):
    assert tick(store, ALL, NOW + timedelta(seconds=10)) == ["minutely", "daily"]
    assert tick(store, ALL, NOW + timedelta(seconds=59)) == []
    assert tick(store, ALL, NOW + MINUTE) == ["minutely"]
    assert periods(store) == [
        "daily@2026-01-01T00:00:00+00:00", "minutely@2026-01-01T12:00:00+00:00", "minutely@2026-01-01T12:01:00+00:00",
    ]  # fmt: skip


def test_processes_that_look_at_once_do_not_double(store):
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: tick(store, [MINUTELY], NOW), range(8)))
    assert sorted(map(len, found)) == [0] * 7 + [1]


def test_a_clock_that_is_set_back_runs_nothing_again_even_when_the_jobs_are_forgotten(tools, store, clock):
    tick(store, [MINUTELY], NOW)
    drain(worker_of(tools, clock, {"minutely": MINUTELY}))
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM jobs")
    assert [tick(store, [MINUTELY], NOW - back) for back in (HOUR, MINUTE, timedelta(0))] == [[], [], []]
    assert tick(store, [MINUTELY], NOW + MINUTE) == ["minutely"]


def test_periods_that_were_missed_are_one_run(store):
    tick(store, [MINUTELY], NOW)
    assert tick(store, [MINUTELY], NOW + DAY) == ["minutely"]
    assert len(periods(store)) == 2


def test_the_clockwork_looks_by_itself_and_stops(store, clock):
    clock.on(MINUTE)
    scheduler = clockwork(store, [MINUTELY], clock, look=timedelta(seconds=0.05))
    assert len(periods(store)) == 1
    clock.on(MINUTE)
    scheduler.start()
    for _ in range(200):
        if len(periods(store)) == 2:
            break
        threading.Event().wait(0.02)
    scheduler.shutdown()
    assert len(periods(store)) == 2


def test_what_runs_by_itself_runs_on_an_empty_store_and_signs_the_ledger(tools, store, clock):
    told = []
    assert len(tick(store, known_kinds().values(), NOW)) == 5
    drain(worker_of(tools, clock, told=lambda *said: told.append(said)))
    assert sorted(told) == [(k, "done") for k in ("checkpoint_ledger", "clear_jobs", "expire_bars", "expire_measures", "send_notices")]  # fmt: skip
    assert verify(store, public=tools.signer.public).checkpoints == 1
