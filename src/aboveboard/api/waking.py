"""What other threads have done, handed to the event loop: many results at one wake-up, since each wake-up costs as much as a small answer."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any
from weakref import WeakKeyDictionary

__all__ = ["Promise", "Waking", "promise"]


class Waking:
    """Of one loop: results that wait for it. Any thread may hand one over."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._done = deque[tuple[asyncio.Future[Any], Any, BaseException | None]]()
        self._called = False

    def hand(self, future: asyncio.Future[Any], value: Any, error: BaseException | None) -> None:  # noqa: ANN401  (any result)
        """Hand a result over, and wake the loop unless it is called already. Nobody waits any more where the loop is closed."""
        self._done.append((future, value, error))
        if not self._called:  # put first and asked then: the loop does the two the other way round
            self._called = True
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        self._called = False
        while self._done:
            future, value, error = self._done.popleft()
            if future.done():  # who asked has gone
                continue
            if error is None:
                future.set_result(value)
            else:
                future.set_exception(error)


class Promise:
    """A result that another thread will have: `await` its `future`."""

    __slots__ = ("_waking", "future")

    def __init__(self, waking: Waking, future: asyncio.Future[Any]) -> None:
        self._waking, self.future = waking, future

    def set_result(self, value: Any) -> None:  # noqa: ANN401  (any result)
        """Have the result; any thread may."""
        self._waking.hand(self.future, value, None)

    def set_exception(self, error: BaseException) -> None:
        """Have failed; any thread may."""
        self._waking.hand(self.future, None, error)


_LOOPS: WeakKeyDictionary[asyncio.AbstractEventLoop, Waking] = WeakKeyDictionary()


def promise() -> Promise:
    """Return a promise for the loop that runs here."""
    loop = asyncio.get_running_loop()
    waking = _LOOPS.get(loop)
    if waking is None:
        waking = _LOOPS[loop] = Waking(loop)
    return Promise(waking, loop.create_future())
