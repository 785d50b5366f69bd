"""The last transaction of a piece of work, left open to the end of it: so that what tells of an effect is kept with the effect, or neither is."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar

import sqlalchemy as sa

__all__ = ["Last", "present", "settle", "together"]


class Last:
    """The last transaction that wrote, once it is at its end but before it is committed; none at first."""

    def __init__(self) -> None:
        self.connection: sa.Connection | None = None
        self._open = ExitStack()

    def hold(self, connection: sa.Connection, stack: ExitStack) -> None:
        """Take over a transaction that would be committed now; `stack` commits and closes it."""
        self.commit()
        self.connection, self._open = connection, stack

    def commit(self) -> None:
        """Commit what is held, if anything."""
        self._taken().close()

    def drop(self, error: BaseException) -> None:
        """Undo what is held, if anything."""
        self._taken().__exit__(type(error), error, error.__traceback__)

    def _taken(self) -> ExitStack:
        stack, self.connection, self._open = self._open, None, ExitStack()
        return stack


_LAST: ContextVar[Last | None] = ContextVar("last", default=None)


def present() -> Last | None:
    """Return what holds the last transaction here; None where nobody asked for it."""
    return _LAST.get()


def settle() -> None:
    """Commit the transaction that is held here, if one is: before anything else is done with the store."""
    if (last := _LAST.get()) is not None:
        last.commit()


@contextmanager
def together() -> Generator[Last]:
    """Leave the last transaction that is opened within open until the end, so that more can be written in it; any later one commits it first.

    An error undoes it. Only one thread works within.
    """
    last = Last()
    token = _LAST.set(last)
    try:
        yield last
    except BaseException as error:
        last.drop(error)
        raise
    else:
        last.commit()
    finally:
        _LAST.reset(token)
