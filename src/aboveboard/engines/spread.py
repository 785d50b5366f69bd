"""A function over rows or keys: on threads, or in worker processes where Python's one lock would hold it back.

Workers are started with the first step that asks for them and live as long as the engine. Where rows run changes nothing
in what they yield: a row-wise function treats each row for itself.
"""

from __future__ import annotations

import importlib
import math
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import TYPE_CHECKING

import pyarrow as pa

from aboveboard.workers import bound, collect_seldom, do_without_pandas, own_mb, worked_beside

if TYPE_CHECKING:
    from loky import ProcessPoolExecutor

__all__ = ["Spread"]

_Function = Callable[[pa.Table], pa.Table]

_BATCH = 131_072
_LEAST = 256
"""Rows handed to a worker at a time, at least."""
_TURNS = 6
"""Turns each worker takes at a step: many, so that all end together, but each call has a cost of its own."""
_AHEAD = 3
"""Tables that wait for each worker at most: results are taken in order, and memory is bounded."""
_IDLE = 120
"""Seconds after which a worker without work ends and gives its memory back. To start one again takes a processor for a second or two."""
_MOST = 16
"""Worker processes at most: each holds its own tables of names, near 150 MB."""


class Spread:
    """Runs row-wise functions on at most `threads` processors."""

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._workers: ProcessPoolExecutor | None = None
        self._starting = Lock()

    def close(self) -> None:
        """End the workers."""
        if self._workers is not None:
            self._workers.shutdown(wait=True, kill_workers=True)
            self._workers = None

    def rows(self, function: _Function, table: pa.Table, apart: int) -> Iterator[pa.Table]:
        """Yield the function's results for the rows of `table`, batch after batch in their order.

        Of a table of at least `apart` rows in worker processes; 0 for never.
        """
        if not apart or self._threads == 1 or table.num_rows < apart:
            with ThreadPoolExecutor(self._threads, initializer=bound, initargs=(1,)) as pool:
                yield from pool.map(function, _cut(table, _BATCH))
        else:
            size = table.num_rows // (_TURNS * self._threads) + 1
            yield from self._in_processes(function, _cut(table, max(_LEAST, min(_BATCH, size))))

    def keys(self, function: _Function, tables: list[pa.Table], apart: int) -> Iterator[pa.Table]:
        """Yield the function's result for the table of each key, in their order; `apart` as for `rows`, of all together."""
        if self._threads == 1 or sum(t.num_rows for t in tables) < apart:
            return map(function, tables)
        return self._in_processes(function, tables)

    def _in_processes(self, function: _Function, tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
        with self._starting:
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
    do_without_pandas()
    collect_seldom()
    _take_no_memory_for_a_leak()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bound(1)


def _take_no_memory_for_a_leak() -> None:
    """Let a worker keep what it remembers of names: that is bounded.

    loky ends one that has grown by 300 MB, in the middle of a step, and one starts anew with nothing read; where psutil is missing
    it collects garbage every second instead, among millions of objects.
    """
    importlib.import_module("loky.process_executor").__dict__["_MEMORY_LEAK_CHECK_DELAY"] = math.inf


def _apart(function: _Function, rows: bytes) -> tuple[bytes, int, float]:
    """Return the function's result, this process's number and its peak memory in MB; tables travel as Arrow streams.

    A pickled slice of an Arrow table would carry the whole table with it.
    """
    return _packed(function(_unpacked(rows))), os.getpid(), own_mb()


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
