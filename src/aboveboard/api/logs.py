"""One JSON object a line on standard error: what happened, never what came in."""

from __future__ import annotations

import atexit
import logging
import sys
import threading
from collections.abc import Mapping, MutableMapping
from typing import Any, Final, TextIO

import structlog

__all__ = ["ALLOWED", "MOMENT", "Lines", "set_up"]

ALLOWED: Final = frozenset({
    "at", "caller", "count", "error", "event", "job", "kind", "level", "logger", "method", "ms", "part", "places", "port", "request", "route",
    "seconds", "state", "status", "stream",
})  # fmt: skip
"""The only keys a line may have. A key that is not here is dropped and named, so that nobody logs a name or an address by mistake."""

MOMENT: Final = 0.1
"""Seconds that a line may be kept back which tells of the course of things."""

_QUIET = {
    "uvicorn.access": logging.CRITICAL,
    "uvicorn.error": logging.WARNING,
    "httpx": logging.WARNING,
    "apscheduler": logging.WARNING,
    "alembic": logging.WARNING,
}


def set_up(level: int = logging.INFO) -> None:
    """Send our lines and those of libraries to standard error as JSON. A library's line keeps its name and level only, not its text."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            _allowed,
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=Lines(sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [_Plain()]
    root.setLevel(level)
    for name, least in _QUIET.items():
        logging.getLogger(name).setLevel(least)


class Lines:
    """Writes lines to a file: what only tells of the course of things a moment later, with what came meanwhile, the rest at once.

    A line written by itself lets another thread run, and whoever answers waits for its turn again: that is longer than most of an answer.
    `structlog` takes it for a factory of loggers and for the one logger there is.
    """

    def __init__(self, file: TextIO) -> None:
        self._file, self._lock, self._held = file, threading.Lock(), list[str]()
        self._timer: threading.Timer | None = None
        atexit.register(self.flush)

    def __call__(self, *_named: object) -> Lines:
        """Return the logger."""
        return self

    def info(self, line: str) -> None:
        """Keep a line for `MOMENT` at most."""
        with self._lock:
            self._held.append(line)
            if self._timer is None:
                self._timer = threading.Timer(MOMENT, self.flush)
                self._timer.daemon = True
                self._timer.start()

    debug = info

    def warning(self, line: str) -> None:
        """Write a line, and those before it."""
        with self._lock:
            self._held.append(line)
        self.flush()

    error = critical = fatal = exception = log = msg = warn = warning

    def flush(self) -> None:
        """Write what is kept."""
        with self._lock:
            held, self._held, self._timer = self._held, [], None
            if held and not self._file.closed:  # it may be closed under a line that was kept back
                self._file.write("\n".join(held) + "\n")
                self._file.flush()


def _allowed(_logger: object, _name: str, line: MutableMapping[str, Any]) -> Mapping[str, Any]:
    kept = {k: v for k, v in line.items() if k in ALLOWED}
    dropped = sorted(set(line) - ALLOWED)
    return {**kept, "places": dropped} if dropped else kept


class _Plain(logging.Handler):
    """What a library says: who says it and how grave it is; its text can hold an address or a payload."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger().log(record.levelno, "library", kind=record.name, error=_error(record))


def _error(record: logging.LogRecord) -> str:
    kind = record.exc_info[0] if record.exc_info else None
    return kind.__name__ if kind else ""
