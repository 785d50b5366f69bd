"""A long table of costly rows is worked on in processes, any other here; the rows are the same."""

import gc
import os
import sys
import time

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from aboveboard.engines.duck import DuckEngine
from aboveboard.engines.spread import Spread
from aboveboard.workers import beside_mb, forget_beside

MANY = 20_000
ROWS = pa.table({"n": pa.array(range(MANY), pa.int64()), "word": [f"w{i}" for i in range(MANY)]})


def twice(table):
    at = pa.array([os.getpid()] * table.num_rows, pa.int64())
    return pa.table({"twice": pc.multiply(table.column("n"), 2), "at": at})


def loaded(table):
    there = any(name.split(".")[0] == "pandas" for name in sys.modules)
    return pa.table({"pandas": [there] * table.num_rows, "often": [gc.get_threshold()[0] < 1000] * table.num_rows})


def failing(table):
    if MANY - 1 in table.column("n").to_pylist():
        raise ValueError("the last row cannot be read")
    return twice(table)


def learning(table):
    """Keep more and more, as a worker does that remembers what it has read."""
    LEARNT.append(bytes(2_000_000))
    time.sleep(0.4)
    return twice(table)


LEARNT = []


@pytest.fixture
def spread():
    forget_beside()
    made = Spread(2)
    yield made
    made.close()
    forget_beside()


def places(parts):
    """Hold the rows to their order, and return the processes that made them."""
    made = pa.concat_tables(parts)
    assert made.column("twice").to_pylist() == [2 * n for n in range(MANY)]
    return set(made.column("at").to_pylist())


def test_costly_rows_run_in_other_processes_and_keep_their_order(spread):
    assert os.getpid() not in places(spread.rows(twice, ROWS, 1000))
    assert beside_mb() > 10, "the memory of the workers is counted"


def test_a_worker_loads_no_pandas_and_looks_for_garbage_seldom(spread):
    made = pa.concat_tables(spread.rows(loaded, ROWS, 1000)).to_pylist()
    assert {(row["pandas"], row["often"]) for row in made} == {(False, False)}


def test_a_worker_that_remembers_much_is_kept(spread, monkeypatch):
    monkeypatch.setenv("LOKY_MAX_MEMORY_LEAK_SIZE", "1")
    assert len(places(spread.rows(learning, ROWS, 1000))) <= 2


def test_rows_run_here_unless_a_step_asks_for_more_and_has_enough_of_them(spread):
    assert places(spread.rows(twice, ROWS, 0)) == {os.getpid()}
    assert places(spread.rows(twice, ROWS, MANY + 1)) == {os.getpid()}
    assert beside_mb() == 0


def test_keys_too_run_in_other_processes(spread):
    tables = [ROWS.slice(start, 5000) for start in range(0, MANY, 5000)]
    assert os.getpid() not in places(spread.keys(twice, tables, MANY))
    assert places(spread.keys(twice, tables, MANY + 1)) == {os.getpid()}


def test_one_thread_means_one_process():
    assert places(Spread(1).rows(twice, ROWS, 1000)) == {os.getpid()}


def test_an_empty_table_yields_nothing(spread):
    assert list(spread.rows(twice, ROWS.slice(0, 0), 1000)) == []


def test_an_error_in_a_worker_is_told_as_it_was_raised(spread):
    with pytest.raises(ValueError, match="the last row cannot be read"):
        list(spread.rows(failing, ROWS, 1000))


def test_a_closed_engine_leaves_no_worker_behind():
    engine = DuckEngine(threads=2)
    workers = places(engine._spread.rows(twice, ROWS, 1000))
    engine.close()
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)
