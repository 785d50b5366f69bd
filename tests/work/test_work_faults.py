"""A worker dies at each step of a job: what the job does is there once, afterwards, whoever finished it."""

import subprocess
import sys

import pytest
from work_scenes import MINUTE, NOW, drain, one_kind, worker_of

from aboveboard.store import New, verify
from aboveboard.work import enqueue, jobs_of

STEPS = ("claimed", "prepared", "written", "settled", "committed")

DYING = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from aboveboard.store import Ledger, New, open_store
from aboveboard.work import Kind, Tools, Worker, worker

address, clock = sys.argv[1], lambda: datetime(2026, 1, 1, 12, tzinfo=UTC)

def die(step):
    def now(*said):
        if step == asked:
            os._exit(9)
    return now

def prepare(_tools, job, _at):
    die("claimed")()
    die("prepared")()

def apply(tools, connection, job, _prepared, at):
    tools.ledger.within(connection, "marks", [New("marked", "", {"job": job.id})], at)
    die("written")()

def settle(*given, **named):
    settled(*given, **named)
    die("settled")()

settled, worker.settle = worker.settle, settle
for asked in sys.argv[2:]:
    child = os.fork()
    if not child:
        store = open_store(Path("."), url=address)
        Worker(Tools(Ledger(store)), {"k": Kind("k", "x", apply, prepare)}, asked, clock, told=die("committed")).step()
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(asked, code, flush=True)
"""


def mark(tools, connection, job, _prepared, at):
    tools.ledger.within(connection, "marks", [New("marked", "", {"job": job.id})], at)


def test_a_worker_that_dies_at_any_step_leaves_a_job_that_is_done_once(tools, store, address, clock, tmp_path):
    with store.writing() as connection:
        ids = [enqueue(connection, "k", {"step": step}, NOW) for step in STEPS]
    run = subprocess.run([sys.executable, "-c", DYING, address, *STEPS], cwd=tmp_path, capture_output=True, text=True, check=True)  # fmt: skip
    assert run.stdout.splitlines() == [f"{step} 9" for step in STEPS]
    with store.reading() as connection:
        left = {j.lease_by: j.state for j in jobs_of(connection)}
    assert left == {f"{step}/0": "leased" for step in STEPS[:4]} | {None: "done"}
    worker = worker_of(tools, clock, one_kind("k", mark))
    assert drain(worker) == 0, "their leases still hold"
    clock.on(MINUTE)
    assert drain(worker) == 4
    assert sorted(e.body["job"] for e in tools.ledger.of_stream("marks")) == sorted(ids)
    assert verify(store).breaks == ()


@pytest.mark.parametrize("step", ["written", "settled"])
def test_an_error_between_writing_and_the_end_undoes_all_of_it(tools, store, clock, monkeypatch, step):
    from aboveboard.work import worker as module

    def failing(*given, **named):
        if named.get("due") is None:
            if step == "settled":
                settled(*given, **named)
            raise OSError("the disk is full")
        settled(*given, **named)

    settled = module.settle
    monkeypatch.setattr(module, "settle", failing)
    with store.writing() as connection:
        job = enqueue(connection, "k", {}, NOW)
    told = []
    drain(worker_of(tools, clock, one_kind("k", mark), told=lambda *said: told.append(said)))
    assert told == [("k", "retried")]
    assert list(tools.ledger.of_stream("marks")) == []
    monkeypatch.undo()
    clock.on(MINUTE)
    drain(worker_of(tools, clock, one_kind("k", mark)))
    assert [e.body["job"] for e in tools.ledger.of_stream("marks")] == [job]
