"""A row-wise function over a long table: on threads, or in worker processes where Python's one lock would hold it back.

Workers are started with the first table that is worth them and live as long as the engine. Where rows run changes nothing
in what they yield: a row-wise function treats each row for itself.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pyarrow as pa

from aboveboard.workers import bound, worked_beside

if TYPE_CHECKING:
    from loky import ProcessPoolExecutor  # a small world never starts one

__all__ = ["Spread"]

_Function = Callable[[pa.Table], pa.Table]

_BATCH = 131_072
_WARM, _TRIAL = 64, 2048
"""Rows that warm up, then rows that are tried to learn what one costs: many, or what a call costs would count as the rows'."""
_WORTH = 2.0
"""Seconds of work from which worker processes are worth their start, about half a second each."""
_TOGETHER = 1.3
"""Processors kept busy in the trial from which threads do: the function leaves Python's lock to others for much of its time."""
_TURN = 0.5
"""Seconds of work handed to a worker at a time: short, so that all end together."""
_SEVERAL = 3
"""Tables of keys from which all but the first are handed to workers."""
_AHEAD = 3
"""Tables that wait for each worker at most: results are taken in order, and memory is bounded."""
_IDLE = 30
"""Seconds after which a worker without work ends and gives its memory back."""
_MOST = 16
"""Worker processes at most: each holds its own tables of names, near 150 MB."""


class Spread:
    """Runs row-wise functions on at most `threads` processors."""

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._workers: ProcessPoolExecutor | None = None

    def close(self) -> None:
        """End the workers."""
        if self._workers is not None:
            self._workers.shutdown(wait=True, kill_workers=True)
            self._workers = None

    def map(self, function: _Function, table: pa.Table) -> Iterator[pa.Table]:
        """Yield the function's results for the rows of `table`, batch after batch in their order.

        A trial on all threads tells what a row costs, and whether the threads wait for each other.
        """
        tried = self._threads * _TRIAL
        if self._threads == 1 or table.num_rows < _WARM + 2 * tried:
            yield from self._on_threads(function, table, _BATCH)
            return
        yield function(table.slice(0, _WARM))
        wall, busy = time.perf_counter(), time.process_time()
        yield from self._on_threads(function, table.slice(_WARM, tried), _TRIAL)
        wall, busy = time.perf_counter() - wall, time.process_time() - busy
        rest, each = table.slice(_WARM + tried), wall / tried
        if each * rest.num_rows < _WORTH or busy > _TOGETHER * wall:
            yield from self._on_threads(function, rest, _BATCH)
        else:
            yield from self._in_processes(function, _cut(rest, max(_TRIAL, min(_BATCH, int(_TURN / each)))))

    def _on_threads(self, function: _Function, table: pa.Table, size: int) -> Iterator[pa.Table]:
        with ThreadPoolExecutor(self._threads, initializer=bound, initargs=(1,)) as pool:
            yield from pool.map(function, _cut(table, size))

    def each(self, function: _Function, tables: list[pa.Table]) -> Iterator[pa.Table]:
        """Yield the function's result for each table, in their order: the first here, to learn what a row costs."""
        if self._threads == 1 or len(tables) < _SEVERAL:
            yield from map(function, tables)
            return
        start = time.perf_counter()
        yield function(tables[0])
        each = (time.perf_counter() - start) / max(1, tables[0].num_rows)
        long = each * sum(t.num_rows for t in tables[1:]) >= _WORTH
        yield from self._in_processes(function, tables[1:]) if long else map(function, tables[1:])

    def _in_processes(self, function: _Function, tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
        if self._workers is None:
            self._workers = _started(min(self._threads, _MOST))
        waiting: deque[Future[tuple[bytes, int, float]]] = deque()
        for table in tables:
            waiting.append(self._workers.submit(_apart, function, _packed(table)))
            if len(waiting) > _AHEAD * self._threads:
                yield _taken(waiting.popleft())
        while waiting:
            yield _taken(waiting.popleft())


def _cut(table: pa.Table, size: int) -> Iterator[pa.Table]:
    return (table.slice(start, size) for start in range(0, table.num_rows, size))


def _started(count: int) -> ProcessPoolExecutor:
    from loky import ProcessPoolExecutor  # a small world never starts one

    return ProcessPoolExecutor(count, timeout=_IDLE, initializer=_begin)


def _begin() -> None:
    """Keep a worker to one thread; an interrupt is its engine's affair, which ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bound(1)


def _apart(function: _Function, rows: bytes) -> tuple[bytes, int, float]:
    """Return the function's result, this process's number and its peak memory in MB; tables travel as Arrow streams.

    A pickled slice of an Arrow table would carry the whole table with it.
    """
    made = function(_unpacked(rows))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return _packed(made), os.getpid(), peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _taken(done: Future[tuple[bytes, int, float]]) -> pa.Table:
    rows, process, peak_mb = done.result()
    worked_beside(process, peak_mb)
    return _unpacked(rows)


def _packed(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return sink.getvalue().to_pybytes()


def _unpacked(rows: bytes) -> pa.Table:
    return pa.ipc.open_stream(rows).read_all()
