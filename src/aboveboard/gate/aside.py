"""Reading beside the service: processes of their own that say what may be claimed about attempts, as the gate here would, byte for byte.

Python runs one thread at a time, so that one process answers no more than one core can read. Each of these opens the same files, whose
memory they share, and is told of every change before the attempts that come after it. What is asked of one that is not ready, is of
another index or has died is read here instead: an answer never depends on it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, Pipe
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from aboveboard.gate.opening import Gate, State, after, claims_about

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from aboveboard.gate.attempts import Attempt
    from aboveboard.gate.claims import Claim

__all__ = ["Aside"]

PATIENCE: Final = 20.0
"""Seconds in which attempts are read, or the process is taken for dead."""
OPENING: Final = 120.0
"""Seconds in which a process has its index open."""
ENDING: Final = 10.0
"""Seconds that a process is given to end by itself."""
AGAIN: Final = 5.0
"""Seconds before a process that died, or that could not open the index, is followed by another; twice as many after each that fails."""
SELDOM: Final = 300.0
"""The most seconds between two that fail."""

_GONE = (OSError, EOFError, ValueError)
"""What a pipe says whose other end is gone, or that was closed here."""

Read = list[list["Claim"]]


class _Link(NamedTuple):
    """A process, the pipe to it (of one type here and of another on Windows), and the gate that it reads as."""

    gate: Gate
    process: SpawnProcess
    pipe: Any

    def end(self) -> None:
        """Let the process go, and return when it is gone: it ends when its pipe does."""
        self.pipe.close()
        self.process.join(ENDING)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


class Aside:
    """One reading process, and the next one while an index takes the place of another. One thread asks it, another may prepare it."""

    def __init__(self, opened: Callable[[], Gate], lost: Callable[[str], None] = lambda _: None) -> None:
        """Take what opens the gate from its files: it is called in the process, so it must be a function of a module, or a partial of one.

        `lost` is told of each process that is done without: one that `died` or hung, or that was `not_opened`.
        """
        self._opened, self._lost = opened, lost
        self._wanted: Gate | None = None
        self._lock = threading.Lock()
        self._links = list[_Link]()
        self._told = 0
        self._closed = threading.Event()

    def prepare(self, gate: Gate) -> bool:
        """Start a process that reads as a gate does, and return once it can: whether it has the same index open. If not, it is tried again in a while."""
        self._wanted = gate
        if self._prepared(gate):
            return True
        self._retry(gate)
        return False

    def _prepared(self, gate: Gate) -> bool:
        (here, there), context = Pipe(), get_context("spawn")
        process = context.Process(target=_serve, args=(there, self._opened), name="gate-aside", daemon=True)
        process.start()
        there.close()
        link = _Link(gate, process, here)
        same = False
        with suppress(*_GONE):
            same = here.poll(OPENING) and here.recv() == gate.stamp
        with self._lock:
            if same and not self._closed.is_set():
                self._links.append(link)
                return True
        link.end()
        if not self._closed.is_set():
            self._lost("not_opened")
        return False

    def read(
        self, attempts: Sequence[Attempt], gate: Gate, state: State, spared: Mapping[str, frozenset[str]]
    ) -> Read | None:
        """Return what `claims_about` says of attempts in a state of a gate; None where that must be done here."""
        link = self._link(gate)
        if link is None:
            return None
        with suppress(*_GONE):
            link.pipe.send((gate.changes[self._told : state.changes], list(attempts), dict(spared)))
            self._told = state.changes
            if link.pipe.poll(PATIENCE):
                return link.pipe.recv()
        self._drop(link)
        return None

    def close(self) -> None:
        """End the process; a second time does nothing."""
        with self._lock:
            self._closed.set()
            links, self._links = self._links, []
        for link in links:
            link.end()

    def _link(self, gate: Gate) -> _Link | None:
        """Return the process that reads as a gate does, and let those go that read as one before it."""
        old = list[_Link]()
        with self._lock:
            while self._links and self._links[0].gate is not gate and any(k.gate is gate for k in self._links):
                old.append(self._links.pop(0))
            first = self._links[0] if self._links and self._links[0].gate is gate else None
        for link in old:
            self._told = 0
            threading.Thread(target=link.end, name="gate-aside-ends", daemon=True).start()
        return first

    def _drop(self, link: _Link) -> None:
        """Let a process go that does not answer, and start another in a while."""
        with self._lock:
            self._links = [k for k in self._links if k is not link]
            self._told = 0
        link.process.kill()
        self._lost("died")
        self._retry(link.gate, link)

    def _retry(self, gate: Gate, gone: _Link | None = None) -> None:
        if not self._closed.is_set():
            threading.Thread(target=self._again, args=(gate, gone), name="gate-aside-again", daemon=True).start()

    def _again(self, gate: Gate, gone: _Link | None) -> None:
        """Try until there is a process for a gate, or another gate has taken its place."""
        if gone is not None:
            gone.end()
        pause = AGAIN
        while not self._closed.wait(pause) and self._wanted is gate and not self._prepared(gate):
            pause = min(2 * pause, SELDOM)


def _serve(pipe: Connection, opened: Callable[[], Gate]) -> None:
    """Read attempts until the other end is gone. Who stops the service from a terminal stops its parts in their order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(*_GONE):
        gate = opened()
        state = gate.state
        pipe.send(gate.stamp)
        while True:
            changes, attempts, spared = pipe.recv()
            for change in changes:
                state = after(state, change)
            pipe.send(_read(attempts, state, spared))


def _read(attempts: Sequence[Attempt], state: State, spared: Mapping[str, frozenset[str]]) -> Any:  # noqa: ANN401  (what is sent)
    """Return the claims; None where the reading failed: it fails there too, and says why."""
    try:
        return claims_about(attempts, state, spared)
    except Exception:  # noqa: BLE001  (whatever it was, who asks reads for itself)
        return None
