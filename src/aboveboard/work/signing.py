"""Signatures of webhooks as the Standard Webhooks convention has them: `v1`, HMAC-SHA256, base64, one for each secret in use."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from aboveboard.errors import StoreError

__all__ = ["WINDOW", "headers", "key_of", "secret"]

WINDOW: Final = timedelta(minutes=5)
"""How old a message may be for a receiver to take it: every attempt is signed anew, with the time of the attempt."""

ENV_KEY: Final = "ABOVEBOARD_WEBHOOK_KEY"
_FILE: Final = "webhooks.key"
_BYTES: Final = 32


def key_of(data: Path) -> bytes:
    """Return the key that secrets of endpoints are derived from: `ABOVEBOARD_WEBHOOK_KEY` (32 bytes in base64), else that of the data folder.

    It is made at the first call. Raises `StoreError` where it cannot be read.
    """
    text, path = os.environ.get("ABOVEBOARD_WEBHOOK_KEY"), data / _FILE
    if text is None and not path.exists():
        _make(path)
    try:
        raw = base64.b64decode(text if text is not None else path.read_text(encoding="ascii"), validate=True)
    except ValueError:
        raw = b""
    if len(raw) != _BYTES:
        raise StoreError(f"{ENV_KEY if text is not None else path}: not {_BYTES} bytes in base64")
    return raw


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was first
        return
    with os.fdopen(handle, "wb") as file:
        file.write(base64.b64encode(os.urandom(_BYTES)))


def secret(key: bytes, endpoint: str, generation: int) -> str:
    """Return an endpoint's secret of one generation, `whsec_` and 32 bytes in base64. It is derived, so that no database holds it."""
    made = hmac.digest(key, f"webhook:{endpoint}:{generation}".encode(), hashlib.sha256)
    return "whsec_" + base64.b64encode(made).decode()


def headers(secrets: Iterable[str], message: str, body: bytes, at: datetime) -> dict[str, str]:
    """Return the three headers of a message that is sent at `at`."""
    seconds = str(int(at.timestamp()))
    signed = f"{message}.{seconds}.".encode() + body
    signatures = (hmac.digest(base64.b64decode(s.removeprefix("whsec_")), signed, hashlib.sha256) for s in secrets)
    return {
        "webhook-id": message,
        "webhook-timestamp": seconds,
        "webhook-signature": " ".join(f"v1,{base64.b64encode(s).decode()}" for s in signatures),
    }
