"""The two keys of this room, and what is made of them: digests that nobody without the key can test a guess against."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from aboveboard.errors import StoreError

__all__ = ["Keys", "derived", "digest", "fresh", "keys_of", "replace_link_key"]

_BYTES = 32
_STAFF_FILE, _LINK_FILE = "staff.key", "links.key"


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """`staff` hides names that were tried, networks and outside subjects; `links` signs the links in notices. 32 bytes each."""

    staff: bytes
    links: bytes

    def hidden(self, purpose: str, text: str) -> str:
        """Return a keyed digest of a text, 64 hex digits; another for each purpose."""
        return hmac.new(self.staff, f"{purpose}\n{text}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def keys_of(data: Path) -> Keys:
    """Return the keys that `ABOVEBOARD_STAFF_KEY` and `ABOVEBOARD_LINK_KEY` hold (32 bytes in base64 each), else those of the data folder, made at the first call.

    Raises `StoreError` where one cannot be read.
    """
    return Keys(
        staff=_key(os.environ.get("ABOVEBOARD_STAFF_KEY"), data / _STAFF_FILE),
        links=_key(os.environ.get("ABOVEBOARD_LINK_KEY"), data / _LINK_FILE),
    )


def replace_link_key(data: Path) -> None:
    """Put a new key in the place of the one in the data folder: every link in a notice that was sent before is void. Raises `StoreError` where the setting holds the key."""
    if os.environ.get("ABOVEBOARD_LINK_KEY") is not None:
        raise StoreError("ABOVEBOARD_LINK_KEY holds the key: change it there")
    path = data / _LINK_FILE
    beside = path.with_suffix(".new")
    beside.unlink(missing_ok=True)
    _make(beside)
    beside.replace(path)


def _key(text: str | None, path: Path) -> bytes:
    if text is None and not path.exists():
        _make(path)
    try:
        raw = base64.b64decode(text if text is not None else path.read_text(encoding="ascii"), validate=True)
    except (OSError, ValueError) as error:
        raise StoreError(f"the key in {path.name} or its setting cannot be read") from error
    if len(raw) != _BYTES:
        raise StoreError(f"the key in {path.name} or its setting is not {_BYTES} bytes in base64")
    return raw


def _make(path: Path) -> None:
    """Write a new key that only its owner can read; of two that start at once, one is kept."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(base64.b64encode(secrets.token_bytes(_BYTES)))
    try:
        os.link(beside, path)  # whole or not at all, and never over one that is there
    except FileExistsError:
        pass
    finally:
        beside.unlink()


def fresh(prefix: str = "") -> str:
    """Return a new secret of 256 bits, in letters that need no escaping anywhere."""
    return prefix + secrets.token_urlsafe(_BYTES)


def digest(secret: str) -> str:
    """Return what is kept in the place of a secret of full strength, 64 hex digits."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def derived(secret: str, purpose: str) -> str:
    """Return a second secret that follows from the first and does not lead back to it."""
    made = hmac.new(secret.encode("utf-8", "surrogatepass"), purpose.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()
