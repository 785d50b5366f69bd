"""An entry of the ledger and its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

__all__ = ["FIRST", "Entry", "New", "canonical", "hashed", "microseconds", "moment", "named"]

FIRST = "0" * 64
"""What stands before the first entry of a stream."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class New:
    """What is to be written down: its `kind`, the `subject` it is about (an account id; empty for none) and a `body` without personal data.

    `key` makes it idempotent: a second entry of one stream with the same key is not written.
    """

    kind: str
    subject: str = ""
    body: Mapping[str, Any] = field(default_factory=dict[str, Any])
    key: str | None = None

    def __post_init__(self) -> None:
        for text in (self.kind, self.subject, self.key or ""):
            named(text)


@dataclass(frozen=True, slots=True)
class Entry:
    """What was written down. `number` counts its stream from 1, `position` the whole ledger; `hash` covers it and, by `before`, all earlier ones.

    Where the subject stands, what is written and hashed is its alias; once that is forgotten, `subject` is the alias itself.
    """

    position: int
    stream: str
    number: int
    at: datetime
    kind: str
    subject: str
    key: str | None
    body: Mapping[str, Any]
    before: str
    hash: str


def named(text: str) -> str:
    """Return a name as it is. Raises `ValueError` where it holds what a database cannot keep: a null or half a character."""
    if "\x00" in text or not (text.isascii() or _whole(text)):
        raise ValueError(f"{text!r} holds a null or half a character")
    return text


def _whole(text: str) -> bool:
    try:
        _ = text.encode()
    except UnicodeEncodeError:  # half a character
        return False
    return True


_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(body: Mapping[str, Any]) -> str:
    """Return the one way a body is written: keys in order, no spaces, ASCII only, as not every database takes every character. Raises `ValueError` on what JSON does not have."""
    return _CANONICAL.encode(body)


def hashed(
    stream: str, number: int, at_us: int, kind: str, subject: str, key: str | None, body: str, before: str
) -> str:
    """Return the hash of an entry, 64 hex digits: SHA-256 over all it says and the hash before it.

    Each part is preceded by its length, so that no two entries can be written as the same bytes.
    """
    whole = hashlib.sha256()
    parts = (before, stream, str(number), str(at_us), kind, subject, "-" if key is None else f"+{key}", body)
    for part in parts:
        text = part.encode("utf-8", "surrogatepass")
        whole.update(len(text).to_bytes(8, "big"))
        whole.update(text)
    return whole.hexdigest()


def microseconds(at: datetime) -> int:
    """Return a time as microseconds since 1970. Raises `ValueError` on a naive time."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    return (at - _EPOCH) // timedelta(microseconds=1)


def moment(at_us: int) -> datetime:
    """Return the time, UTC."""
    return _EPOCH + timedelta(microseconds=at_us)
