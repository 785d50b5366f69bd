"""A long and costly table is worked on in processes, a short or cheap one here; the rows are the same."""

import os
import time

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from aboveboard.engines.duck import DuckEngine
from aboveboard.engines.spread import Spread
from aboveboard.workers import beside_mb, forget_beside

ROWS = pa.table({"n": pa.array(range(20_000), pa.int64()), "word": [f"w{i}" for i in range(20_000)]})


def slowly(table):
    time.sleep(table.num_rows * 0.0005)
    return pa.table(
        {"twice": pc.multiply(table.column("n"), 2), "at": pa.array([os.getpid()] * table.num_rows, pa.int64())}
    )


def quickly(table):
    return pa.table(
        {"twice": pc.multiply(table.column("n"), 2), "at": pa.array([os.getpid()] * table.num_rows, pa.int64())}
    )


def failing(table):
    time.sleep(table.num_rows * 0.0005)
    if 19_000 in table.column("n").to_pylist():
        raise ValueError("row 19000 cannot be read")
    return quickly(table)


@pytest.fixture
def spread():
    forget_beside()
    made = Spread(2)
    yield made
    made.close()
    forget_beside()


def test_costly_rows_run_in_other_processes_and_keep_their_order(spread):
    made = pa.concat_tables(spread.map(slowly, ROWS))
    assert made.column("twice").to_pylist() == [2 * n for n in range(20_000)]
    assert set(made.column("at").to_pylist()) - {os.getpid()}
    assert beside_mb() > 10, "the memory of the workers is counted"


def test_cheap_rows_stay_here(spread):
    made = pa.concat_tables(spread.map(quickly, ROWS))
    assert made.column("twice").to_pylist() == [2 * n for n in range(20_000)]
    assert set(made.column("at").to_pylist()) == {os.getpid()}
    assert beside_mb() == 0


def test_one_thread_means_one_process():
    made = pa.concat_tables(Spread(1).map(slowly, ROWS.slice(0, 9000)))
    assert set(made.column("at").to_pylist()) == {os.getpid()}


def test_an_empty_table_yields_nothing(spread):
    assert list(spread.map(quickly, ROWS.slice(0, 0))) == []


def test_an_error_in_a_worker_is_told_as_it_was_raised(spread):
    with pytest.raises(ValueError, match="row 19000 cannot be read"):
        list(spread.map(failing, ROWS))


def test_a_closed_engine_leaves_no_worker_behind():
    engine = DuckEngine(threads=2)
    spread = engine._spread
    workers = set(pa.concat_tables(spread.map(slowly, ROWS)).column("at").to_pylist()) - {os.getpid()}
    engine.close()
    assert workers
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)
