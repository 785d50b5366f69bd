"""One JSON object a line on standard error: what happened, never what came in."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any, Final

import structlog

__all__ = ["ALLOWED", "set_up"]

ALLOWED: Final = frozenset({
    "at", "caller", "count", "error", "event", "job", "kind", "level", "logger", "method", "ms", "part", "places", "port", "request", "route",
    "seconds", "state", "status", "stream",
})  # fmt: skip
"""The only keys a line may have. A key that is not here is dropped and named, so that nobody logs a name or an address by mistake."""

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
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [_Plain()]
    root.setLevel(level)
    for name, least in _QUIET.items():
        logging.getLogger(name).setLevel(least)


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
