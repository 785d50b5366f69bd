"""An effect and the answer that tells of it, kept in one transaction: whoever is killed between the two leaves neither or both."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from fastapi.encoders import jsonable_encoder
from fastapi.routing import APIRoute

from aboveboard.store.intake_tables import ANSWERS
from aboveboard.store.together import together

__all__ = ["CHANGES", "Asked", "Together"]

CHANGES: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})
"""The methods that change something."""

_EMPTY: Final = 204


@dataclass(slots=True)
class Asked:
    """A request that may come again: whose it is and its key, both as digests. `status` is that of the answer once it is kept, 0 until then."""

    caller: str
    key: str
    status: int = 0

    @property
    def row(self) -> sa.ColumnElement[bool]:
        """The condition that a row of `answers` is this request's."""
        return (ANSWERS.c.caller == self.caller) & (ANSWERS.c.key == self.key)

    def keep(self, connection: sa.Connection, status: int, kind: str, body: str) -> None:
        """Write its answer down."""
        connection.execute(sa.update(ANSWERS).where(self.row).values(status=status, kind=kind, body=body))

    @contextmanager
    def here(self) -> Generator[None]:
        """Let the route that answers within know of it."""
        token = _ASKED.set(self)
        try:
            yield
        finally:
            _ASKED.reset(token)


_ASKED: ContextVar[Asked | None] = ContextVar("asked", default=None)


class Together(APIRoute):
    """A route whose answer is kept with what it writes last, where the request may come again; one that is refused or fails writes nothing then."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **more: Any) -> None:  # noqa: ANN401  (FastAPI's own)
        changes = CHANGES & {m.upper() for m in more.get("methods") or ()}
        waits = inspect.iscoroutinefunction(endpoint) or hasattr(endpoint, "__wrapped__")
        kept = endpoint if waits or not changes else _kept(endpoint, more.get("status_code") or 200)
        super().__init__(path, kept, **more)


def _kept(endpoint: Callable[..., Any], status: int) -> Callable[..., Any]:
    @functools.wraps(endpoint)
    def whole(*given: Any, **named: Any) -> Any:  # noqa: ANN401
        asked = _ASKED.get()
        if asked is None:
            return endpoint(*given, **named)
        with together() as last:
            answer = endpoint(*given, **named)
            written = last.connection is not None
            if last.connection is not None:
                asked.keep(last.connection, status, "application/json", _body(answer, status))
        asked.status = status if written else 0
        return answer

    return whole


def _body(answer: object, status: int) -> str:
    return "" if status == _EMPTY else msgspec.json.encode(jsonable_encoder(answer)).decode()
