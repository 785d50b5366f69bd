"""Many requests, few transactions: one thread writes what has gathered since its last commit, and answers each request once it is durable."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from typing import Final, Protocol

from aboveboard.errors import StoreError
from aboveboard.intake.keeping import Batch, Receipt, keep
from aboveboard.store import Ledger

__all__ = ["Taker"]

MOST: Final = 20_000
"""Most rows of one transaction: beyond it, the next requests wait for the next one."""
WAITING: Final = 2_000
"""Most requests that may wait; more are told to come back later."""


class Promised(Protocol):
    """What will have the receipt: a `Future`, or what wakes whoever waits in its own way."""

    def set_result(self, result: Receipt, /) -> None:
        """Have the receipt."""
        ...

    def set_exception(self, exception: Exception, /) -> None:
        """Have none, and why."""
        ...


_Job = tuple[Batch, Promised]


class Taker:
    """Keeps batches from many threads. `take` returns at once with what will be the receipt; `close` finishes what is waiting."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._waiting: queue.Queue[_Job | None] = queue.Queue(WAITING)
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="intake", daemon=True)
        self._thread.start()

    def take(self, batch: Batch) -> Future[Receipt]:
        """Put a batch in the line. Raises `StoreError` where the line is full or the service is stopping."""
        promise = Future[Receipt]()
        self.put(batch, promise)
        return promise

    def put(self, batch: Batch, promise: Promised) -> None:
        """Put a batch in the line, as `take` does, with what will have its receipt."""
        if self._closed:
            raise StoreError("the service is stopping; send the batch again")
        try:
            self._waiting.put_nowait((batch, promise))
        except queue.Full:
            raise StoreError("too many batches are waiting; send this one again in a moment") from None

    def close(self) -> None:
        """Take nothing more, finish what waits, and return when it is done."""
        if not self._closed:
            self._closed = True
            self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._waiting.get()) is not None:
            jobs, last = self._gathered(job)
            self._keep(jobs)
            if last:
                return

    def _gathered(self, job: _Job) -> tuple[list[_Job], bool]:
        """Return what is waiting, up to the size of a transaction, and whether nothing will come after it."""
        jobs, rows = [job], len(job[0].facts)
        while rows < MOST:
            try:
                following = self._waiting.get_nowait()
            except queue.Empty:
                break
            if following is None:
                return jobs, True
            jobs.append(following)
            rows += len(following[0].facts)
        return jobs, False

    def _keep(self, jobs: list[_Job]) -> None:
        """Write batches together; where that fails, each half by itself, so that one that cannot be written takes no other with it."""
        try:
            receipts = self._written(jobs)
        except Exception as error:  # noqa: BLE001  (whatever it was, whoever waits must be told)
            if len(jobs) == 1:
                jobs[0][1].set_exception(error)
                return
            middle = len(jobs) // 2
            self._keep(jobs[:middle])
            self._keep(jobs[middle:])
            return
        for (_, promise), receipt in zip(jobs, receipts, strict=True):
            promise.set_result(receipt)

    def _written(self, jobs: list[_Job]) -> list[Receipt]:
        with self._ledger.store.writing() as connection:
            return keep(connection, self._ledger, [batch for batch, _ in jobs])
