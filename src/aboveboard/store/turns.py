"""Who writes next: writers of one process take turns in the order in which they came.

SQLite lets whoever asks first after a writer has ended go on, and the others ask again ten times a second. Writers that follow each
other closely, such as jobs that read much, would keep another one waiting until it gives up: "database is locked".
"""

from __future__ import annotations

from collections import deque
from threading import Event, Lock

__all__ = ["Turns"]


class Turns:
    """A lock that is handed on in order. Whoever waits too long leaves the line."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._line = deque[Event]()
        self._taken = False

    def take(self, patience: float) -> bool:
        """Wait up to so many seconds for one's turn, and say whether it came; 0 waits for nobody."""
        with self._lock:
            if not self._taken:
                self._taken = True
                return True
            if not patience:
                return False
            mine = Event()
            self._line.append(mine)
        if mine.wait(patience):
            return True
        with self._lock:
            if mine.is_set():  # it came while we gave up
                return True
            self._line.remove(mine)
            return False

    def give(self) -> None:
        """Let the next one go on."""
        with self._lock:
            if self._line:
                self._line.popleft().set()
            else:
                self._taken = False
