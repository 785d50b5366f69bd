"""A worker: claims jobs, does them, writes what they did together with that they are done."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from aboveboard.errors import AboveboardError, CaseError, StoreError
from aboveboard.store import New
from aboveboard.work.jobs import WORK, Job, LeaseLostError, claim, extend, ready, settle
from aboveboard.work.kind import Again, Kind, Outcome, Refused, Tools

__all__ = ["Worker"]

PAUSE_S = 0.25


@dataclass(frozen=True, slots=True)
class Worker:
    """Does jobs of `kinds`. `clock` gives the time, `name` must differ from every other worker's, `seed` spreads the waits after failures.

    `told` hears of each job that ended: its kind and what became of it.
    """

    tools: Tools
    kinds: Mapping[str, Kind]
    name: str
    clock: Callable[[], datetime]
    seed: str = ""
    told: Callable[[str, str], None] = field(default=lambda _kind, _what: None)

    def run(self, stop: threading.Event, *, threads: int = 2) -> None:
        """Work until `stop` is set; what is being done then is finished first."""
        crew = [threading.Thread(target=self._loop, args=(stop, n), name=f"work-{n}") for n in range(threads)]
        for thread in crew:
            thread.start()
        for thread in crew:
            thread.join()

    def _loop(self, stop: threading.Event, number: int) -> None:
        while not stop.is_set():
            try:
                worked = self.step(part=str(number))
            except AboveboardError:  # the store cannot be reached: leases end by themselves
                worked = 0
            if not worked:
                stop.wait(PAUSE_S)

    def step(self, *, most: int = 1, part: str = "0") -> int:
        """Do up to `most` jobs whose time has come and return how many there were."""
        jobs = self._claimed(most, part)
        for job in jobs:
            self.told(job.kind, self._do(job))
        return len(jobs)

    def _claimed(self, most: int, part: str) -> list[Job]:
        at, store = self.clock(), self.tools.store
        if store.engine.dialect.name == "sqlite":  # only one can write: look before asking for that
            with store.reading() as connection:
                if not ready(connection, self.kinds, at):
                    return []
        leases = {name: kind.lease for name, kind in self.kinds.items()}
        with store.writing() as connection:
            return claim(connection, leases, f"{self.name}/{part}", at, most=most)

    def _do(self, job: Job) -> str:
        kind = self.kinds[job.kind]
        try:
            if job.attempts > kind.attempts:
                return self._dead(job, "its worker did not come back")
            return self._done(job, kind, self._prepared(job, kind))
        except LeaseLostError:
            return "lost"
        except Exception as error:  # noqa: BLE001  (whatever it was, the job is tried again)
            return self._failed(job, kind, _why(error))

    def _prepared(self, job: Job, kind: Kind) -> Any:  # noqa: ANN401  (whatever the kind makes)
        if kind.prepare is None:
            return None
        with self._beating(job, kind):
            return kind.prepare(self.tools, job, self.clock())

    def _done(self, job: Job, kind: Kind, prepared: object) -> str:
        at = self.clock()
        with self.tools.store.writing() as connection:
            outcome: Outcome = kind.apply(self.tools, connection, job, prepared, at)
            if isinstance(outcome, Refused):
                self.tools.ledger.within(connection, WORK, [_said("job_refused", job, outcome.why)], at)
                settle(connection, job, "failed", at, error=outcome.why)
                return "failed"
            if isinstance(outcome, Again):
                settle(connection, job, "waiting", at, due=outcome.due, fresh=True)
                return "again"
            settle(connection, job, "done", at)
            return "done"

    def _failed(self, job: Job, kind: Kind, why: str) -> str:
        """Put a job back in line for later, or set it aside where it has used up its attempts."""
        if job.attempts >= kind.attempts:
            return self._dead(job, why)
        at = self.clock()
        try:
            with self.tools.store.writing() as connection:
                due = at + kind.backoff.after(job.attempts, job.id, self.seed)
                settle(connection, job, "waiting", at, due=due, error=why)
        except (LeaseLostError, AboveboardError):
            return "lost"
        return "retried"

    def _dead(self, job: Job, why: str) -> str:
        at = self.clock()
        try:
            with self.tools.store.writing() as connection:
                self.tools.ledger.within(connection, WORK, [_said("job_died", job, why)], at)
                settle(connection, job, "dead", at, error=why)
        except (LeaseLostError, AboveboardError):
            return "lost"
        return "dead"

    @contextmanager
    def _beating(self, job: Job, kind: Kind) -> Generator[None]:
        """Keep the lease while something long goes on."""
        over = threading.Event()

        def beat() -> None:
            while not over.wait(kind.lease.total_seconds() / 3):
                try:
                    with self.tools.store.writing() as connection:
                        held = extend(connection, job, self.clock() + kind.lease)
                except AboveboardError:
                    continue
                if not held:
                    return

        thread = threading.Thread(target=beat, name=f"beat-{job.id}", daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()


def _said(kind: str, job: Job, why: str) -> New:
    return New(kind, "", {"job": job.id, "kind": job.kind, "attempts": job.attempts, "why": why})


def _why(error: Exception) -> str:
    """Say what went wrong and where; what other errors say may hold personal data, so its text is left out."""
    if isinstance(error, (StoreError, CaseError)):
        return f"{type(error).__name__}: {error}"[:500]
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{place}"
