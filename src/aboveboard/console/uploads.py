"""Documents from outside: what they are by their first bytes, and what is refused. They are kept as they are and never shown as a page."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from aboveboard.console.views.outside import Upload
from aboveboard.errors import InputError
from aboveboard.pages import visible

__all__ = ["LIMITS", "Limits", "kind_of", "taken"]

_STARTS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Limits:
    """How many documents, how large each, and how long an answer may take."""

    most: int = 5
    megabytes: int = 10
    answer_days: int = 14


LIMITS = Limits()


def taken(files: Sequence[tuple[str, bytes]], limits: Limits = LIMITS) -> list[Upload]:
    """Return what was handed in as (name, bytes), each with its kind. Raises `InputError` on too many, too large, empty, or of a kind that is not taken."""
    if len(files) > limits.most:
        raise InputError(f"Too many documents: at most {limits.most} are taken.")
    return [_one(name, body, limits) for name, body in files]


def _one(name: str, body: bytes, limits: Limits) -> Upload:
    if not body:
        raise InputError("A document is empty.")
    if len(body) > limits.megabytes * 1_000_000:
        raise InputError(f"A document is larger than {limits.megabytes} MB.")
    kind = kind_of(body)
    if kind is None:
        raise InputError("A document is no PDF, PNG, JPEG, WebP or plain text.")
    return Upload(named(name), kind, body)


def kind_of(body: bytes) -> str | None:
    """Return the kind of a document by its bytes, whatever its name says; None for one that is not taken."""
    for start, kind in _STARTS:
        if body.startswith(start):
            return kind
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp"
    return "text/plain" if _is_text(body) else None


def _is_text(body: bytes) -> bool:
    """Say whether this is text that no browser takes for a page or a script: nothing in it opens an element."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(unicodedata.category(c) == "Cc" and c not in "\t\r\n" for c in text) and "<" not in text


def named(name: str) -> str:
    """Return a file's name without a path, without hidden characters, and not too long."""
    plain = visible(name.replace("\\", "/").rsplit("/", 1)[-1], _LONGEST_NAME).strip()
    return plain.replace("\n", " ").replace("\t", " ") or "document"
