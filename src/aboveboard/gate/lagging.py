"""When a gate that is far behind the ledger is worth a new index: not while entries stream in, or it would be built again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

__all__ = ["LULL", "STREAM", "Lagging"]

LULL: Final = 1.0
"""Seconds over which it is counted how many entries come."""
STREAM: Final = 500
"""Entries a second from which they count as a stream, as when a service hands in all it has: a gate follows fewer one by one."""
SELDOM: Final = 10.0
"""Seconds before it is looked at, and looked at again, whether a stream has brought as much as the index holds."""


class Lagging:
    """One gate that is far behind. It is asked again and again, with the time, and says once that a new index is due."""

    def __init__(self, size: int, newest: Callable[[], int], counted: Callable[[int, int], int]) -> None:
        """`size` is how much the index holds, `newest` the position of the last entry, `counted` how many concern the gate after a position, up to so many."""
        self._size, self._newest, self._counted = size, newest, counted
        self._since: tuple[float, int] | None = None
        self._weighed = 0.0

    def due(self, at: float, position: int) -> bool:
        """Tell, at a time in seconds, whether to build now: the stream has ended, or it brought as much since `position` as the index holds.

        So the work of all that is built during a stream is no more than twice that of the last one.
        """
        if self._since is None:
            self._since, self._weighed = (at, self._newest()), at
            return False
        start, seen = self._since
        if at - start < LULL:
            return False
        most = int(STREAM * (at - start))
        newest = self._newest()
        calm = self._counted(seen, most + 1) <= most
        self._since = at, newest
        return calm or self._doubled(at, position)

    def _doubled(self, at: float, position: int) -> bool:
        if at - self._weighed < SELDOM:
            return False
        self._weighed = at
        return self._counted(position, self._size) >= self._size
