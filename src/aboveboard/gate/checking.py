"""Many askers, one reader: a thread answers what has gathered since it last looked, and says so at once where there is too much of it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, Protocol

from aboveboard.errors import AboveboardError
from aboveboard.gate.answers import FAIL_OVER, Answer, Outcome
from aboveboard.gate.aside import Aside
from aboveboard.gate.attempts import Attempt, Kind
from aboveboard.gate.opening import Gate, answers
from aboveboard.gate.ruling import decided, failed_over
from aboveboard.policy.model import Policy
from aboveboard.store import Entry

__all__ = ["Checker", "Follower", "Promised", "nothing_overturned"]

MOST: Final = 32
"""Most attempts that are read together: beyond it, the next ones wait for the next look."""
WAITING: Final = 512
"""Most attempts that may wait; more are answered as the operator declared for a gate that has too much to do."""
PAUSE: Final = 0.25
"""Seconds between two looks at the ledger: what it says shows within a second."""

_BREATH: Final = 0.002
"""Seconds for others between two bites of what is new."""


class Promised(Protocol):
    """What will have the answer: a `Future`, or what wakes whoever waits in its own way."""

    def set_result(self, result: Answer, /) -> None:
        """Have the answer."""
        ...

    def set_exception(self, exception: Exception, /) -> None:
        """Have none, and why."""
        ...


_Job = tuple[Attempt, Promised]


def nothing_overturned(_attempts: Sequence[Attempt]) -> Mapping[str, frozenset[str]]:
    """Return that no account was ever wrongly linked."""
    return {}


class Checker:
    """Answers attempts from many threads. `ask` returns at once with what will be the answer; `close` finishes what is waiting."""

    def __init__(
        self,
        gate: Callable[[], Gate | None],
        policy: Callable[[], Policy],
        *,
        keep: Callable[[Sequence[tuple[Attempt, Answer]]], None] = lambda _: None,
        overturned: Callable[[Sequence[Attempt]], Mapping[str, frozenset[str]]] = nothing_overturned,
        fail_over: Mapping[Kind, Outcome] = FAIL_OVER,
        asides: Sequence[Aside] = (),
    ) -> None:
        """`gate` returns the open gate (None: not ready), `policy` the one in force, `keep` writes down what was not simply allowed.

        `asides` are processes that read in place of this one; where there are several, each has a thread here that asks it.
        """
        self._gate, self._policy, self._keep, self._overturned = gate, policy, keep, overturned
        self._fail_over = fail_over
        self._waiting: queue.Queue[_Job | None] = queue.Queue(WAITING)
        self._closed = False
        self._keeping = ThreadPoolExecutor(1, thread_name_prefix="checks-kept")
        readers: Sequence[Aside | None] = asides or (None,)
        self._threads = [threading.Thread(target=self._run, args=(r,), name="checks", daemon=True) for r in readers]
        for thread in self._threads:
            thread.start()

    def ask(self, attempt: Attempt) -> Future[Answer]:
        """Put an attempt in the line; where there is no room, or no gate yet, it is answered as declared."""
        promise = Future[Answer]()
        self.put(attempt, promise)
        return promise

    def put(self, attempt: Attempt, promise: Promised) -> None:
        """Put an attempt in the line, as `ask` does, with what will have its answer."""
        try:
            if self._closed or self._gate() is None:
                raise queue.Full  # noqa: TRY301  (one answer for all ways not to be checked)
            self._waiting.put_nowait((attempt, promise))
        except queue.Full:
            promise.set_result(self._unchecked(attempt))

    def close(self) -> None:
        """Take nothing more, finish what waits, and return when it is done."""
        if not self._closed:
            self._closed = True
            for _ in self._threads:
                self._waiting.put(None)
        for thread in self._threads:
            thread.join()
        self._keeping.shutdown()

    def _unchecked(self, attempt: Attempt) -> Answer:
        gate = self._gate()
        return failed_over(attempt, self._policy(), gate.state.version if gate else 0, self._fail_over)

    def _run(self, aside: Aside | None) -> None:
        while (job := self._waiting.get()) is not None:
            jobs, last = self._gathered(job)
            self._answer(jobs, aside)
            if last:
                return

    def _gathered(self, job: _Job) -> tuple[list[_Job], bool]:
        """Return what is waiting, up to `MOST` and to a fair share of it, and whether nothing will come after it."""
        jobs = [job]
        most = min(MOST, -(-(self._waiting.qsize() + 1) // len(self._threads)))
        while len(jobs) < (MOST if len(self._threads) == 1 else most):
            try:
                following = self._waiting.get_nowait()
            except queue.Empty:
                break
            if following is None:
                return jobs, True
            jobs.append(following)
        return jobs, False

    def _answer(self, jobs: Sequence[_Job], aside: Aside | None) -> None:
        """Answer attempts together; where that fails, each alone, so that one cannot take the others with it."""
        try:
            told = self._told([attempt for attempt, _ in jobs], aside)
        except Exception as error:  # noqa: BLE001  (whatever it was, whoever waits must be told)
            if len(jobs) == 1:
                self._give_up(jobs[0], error)
                return
            for job in jobs:
                self._answer([job], aside)
            return
        kept = [n for n, answer in enumerate(told) if answer.answer != "allow"]
        for n in sorted(set(range(len(jobs))) - set(kept)):
            jobs[n][1].set_result(told[n])
        if kept:
            self._keeping.submit(self._write, [jobs[n] for n in kept], [told[n] for n in kept])

    def _told(self, attempts: Sequence[Attempt], aside: Aside | None) -> list[Answer]:
        gate = self._gate()
        if gate is None:
            return [self._unchecked(a) for a in attempts]
        state, policy, spared = gate.state, self._policy(), self._overturned(attempts)
        found = aside.read(attempts, gate, state, spared) if aside else None
        if found is None:
            return answers(attempts, state, policy, spared)
        return [decided(a, some, policy, state.version) for a, some in zip(attempts, found, strict=True)]

    def _give_up(self, job: _Job, error: Exception) -> None:
        """Answer as declared where the program knows what went wrong; a fault of ours is the asker's to hear of."""
        if isinstance(error, AboveboardError):
            job[1].set_result(self._unchecked(job[0]))
        else:
            job[1].set_exception(error)

    def _write(self, jobs: Sequence[_Job], told: Sequence[Answer]) -> None:
        """Write down what was not simply allowed before it is said, while the next attempts are read."""
        try:
            self._keep([(attempt, answer) for (attempt, _), answer in zip(jobs, told, strict=True)])
        except AboveboardError:
            told = [self._unchecked(attempt) for attempt, _ in jobs]
        except Exception as error:  # noqa: BLE001  (whatever it was, whoever waits must be told)
            for _, promise in jobs:
                promise.set_exception(error)
            return
        for (_, promise), answer in zip(jobs, told, strict=True):
            promise.set_result(answer)


class Follower:
    """Takes in what the ledger says, a few times a second. `failing` tells that the last look failed; the next one is tried all the same."""

    def __init__(
        self,
        gate: Gate,
        entries: Callable[[int], Sequence[Entry]],
        left_behind: Callable[[], bool] = lambda: False,
        pause: float = PAUSE,
    ) -> None:
        """`entries` returns some of those after a position, in order; nothing is taken in while `left_behind` says that another gate will."""
        self._gate, self._entries, self._left_behind, self._pause = gate, entries, left_behind, pause
        self._stop = threading.Event()
        self._looking = threading.Lock()
        self.failing = False
        self._thread = threading.Thread(target=self._run, name="gate", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop looking."""
        self._stop.set()
        self._thread.join()

    def look(self) -> None:
        """Take in all that is new, a bite at a time, unless it is so much that another gate will have it.

        One looks at a time: an entry that two had read would be taken in again after what came later.
        """
        with self._looking:
            while (entries := self._entries(self._gate.state.position)) and not self._left_behind():
                self._gate.apply_all(entries)
                if self._stop.wait(_BREATH):
                    return

    def _run(self) -> None:
        while not self._stop.wait(self._pause):
            try:
                self.look()
                self.failing = False
            except AboveboardError:
                self.failing = True
