"""Keys, one a purpose: a token made for one purpose says nothing under another, and a key that leaks opens one drawer only.

A ring is a file that only its owner can read, or what the environment gives. Each purpose has versions; the `primary` makes new tokens,
`reading` ones still find old ones, a `retired` one finds nothing.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from aboveboard.errors import StoreError

__all__ = ["PURPOSES", "Key", "Ring", "key_of", "load_ring", "ring_path", "save_ring", "version_of"]

PURPOSES: Mapping[str, str] = {
    "linking": "tokens of devices, networks, phones and e-mails, by which accounts are linked",
    "bars": "what a bar keeps of a subject; who has the linking key cannot test the list of bars",
    "notices": "links in notices, by which a holder answers without an account",
    "webhooks": "secrets of webhooks at rest",
    "exports": "pseudonyms of third parties in the copy of their data that a holder gets",
    "analytics": "counting and research; nothing made with it can be matched to the tables in use",
}
"""What a key is for."""

State = Literal["primary", "reading", "retired"]
STATES: tuple[State, ...] = ("primary", "reading", "retired")
BYTES = 32
LAST = 255
_FILE = "keys.json"
_TOKEN = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Key:
    """One version of the key of one purpose. `given`: by the environment, so the file does not hold it. `repr` never shows the secret."""

    purpose: str
    version: int
    state: State
    secret: bytes
    given: bool = False

    def __repr__(self) -> str:
        return f"Key({self.purpose} {self.version}, {self.state})"

    def token(self, value: str) -> str:
        """Return the token of a value: two hex digits of the key's version, then 62 of HMAC-SHA-256 (RFC 2104), 248 bits."""
        said = hmac.digest(self.secret, f"aboveboard/{self.purpose}/1\n{value}".encode(), hashlib.sha256).hex()
        return f"{self.version:02x}{said[:62]}"


@dataclass(frozen=True, slots=True)
class Ring:
    """All keys of a service, by purpose, newest version first. A value: `rotated` and `retired` return another one."""

    keys: Mapping[str, tuple[Key, ...]]

    def primary(self, purpose: str) -> Key:
        """Return the key that makes new tokens. Raises `KeyError` for a purpose that does not exist."""
        return next(k for k in self.keys[purpose] if k.state == "primary")

    def reading(self, purpose: str) -> tuple[Key, ...]:
        """Return the keys that find tokens, the primary first."""
        return tuple(
            sorted((k for k in self.keys[purpose] if k.state != "retired"), key=lambda k: k.state != "primary")
        )

    def token(self, purpose: str, value: str) -> str:
        """Return a value's token under the primary key: 64 hex digits, the first two of which name the key's version."""
        return self.primary(purpose).token(value)

    def lookups(self, purpose: str, value: str) -> tuple[str, ...]:
        """Return the tokens that a value may be kept under: one for each key that still reads."""
        return tuple(k.token(value) for k in self.reading(purpose))

    def rotated(self, purpose: str, secret: bytes | None = None) -> Ring:
        """Return the ring with a new primary key; the one before it goes on reading. Raises `StoreError` after 255 versions."""
        version = max(k.version for k in self.keys[purpose]) + 1
        if version > LAST:
            raise StoreError(f"the key of {purpose} has had {LAST} versions; start a new ring")
        made = Key(purpose, version, "primary", secret or secrets.token_bytes(BYTES))
        older = (replace(k, state="reading") if k.state == "primary" else k for k in self.keys[purpose])
        return self._with(purpose, (made, *older))

    def retired(self, purpose: str, version: int) -> Ring:
        """Return the ring without the secret of a version: its tokens match nothing from now on. Raises `StoreError` for the primary."""
        if not any(k.version == version and k.state == "reading" for k in self.keys[purpose]):
            raise StoreError(f"{purpose} has no version {version} that only reads; rotate first")
        kept = (
            replace(k, state="retired", secret=b"", given=False) if k.version == version else k
            for k in self.keys[purpose]
        )
        return self._with(purpose, tuple(kept))

    def _with(self, purpose: str, keys: tuple[Key, ...]) -> Ring:
        return Ring(MappingProxyType({**self.keys, purpose: keys}))


def version_of(token: str) -> int | None:
    """Return the version of the key that made a token; None where it is no token of a ring."""
    return int(token[:2], 16) if _TOKEN.fullmatch(token) else None


def key_of(token: str, ring: Ring, purpose: str) -> Key | None:
    """Return the key that made a token, retired or not; None where the ring has no such version."""
    version = version_of(token)
    return next((k for k in ring.keys[purpose] if k.version == version), None)


def ring_path(data: Path) -> Path:
    """Return where the keys lie: `ABOVEBOARD_KEYS_FILE`, else `keys.json` in the data folder."""
    named = os.environ.get("ABOVEBOARD_KEYS_FILE")
    return Path(named) if named else data / _FILE


def load_ring(data: Path) -> Ring:
    """Return the keys, made at the first call.

    `ABOVEBOARD_KEY` with purpose and version behind it, such as `_BARS_1` (32 bytes in base64), is the secret of that version, for
    operators whose secrets come from a vault; the file then only knows its state. Raises `StoreError` where a key cannot be read, or where others can read the file.
    """
    path = ring_path(data)
    if not path.exists():
        _create(path)
    if path.stat().st_mode & 0o077:
        raise StoreError(f"{path}: others can read the keys; chmod 600 it, and rotate them")
    try:
        raw: Any = json.loads(path.read_text(encoding="ascii"))
        keys = {purpose: tuple(_key(purpose, k) for k in raw[purpose]) for purpose in PURPOSES}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: no ring of keys as this program writes one") from error
    wrong = [p for p, many in keys.items() if [k.state for k in many].count("primary") != 1]
    if wrong:
        raise StoreError(f"{path}: {', '.join(wrong)} must have one primary key")
    return Ring(MappingProxyType(keys))


def save_ring(data: Path, ring: Ring) -> None:
    """Write the keys to a file that only its owner can read, whole or not at all; what the environment gives is not written."""
    path = ring_path(data)
    part = path.with_name(path.name + ".part")
    held = {p: [_written(k) for k in many] for p, many in ring.keys.items()}
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        json.dump(held, file, indent=1, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _create(path: Path) -> None:
    """Write a new ring; of two programs that start at once, the ring of one is kept."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = {p: [_written(Key(p, 1, "primary", secrets.token_bytes(BYTES)))] for p in PURPOSES}
    part = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        json.dump(fresh, file, indent=1, sort_keys=True)
    try:
        os.link(part, path)
    except FileExistsError:
        pass
    finally:
        part.unlink()


def _key(purpose: str, raw: Mapping[str, Any]) -> Key:
    state, version, secret = raw["state"], int(raw["version"]), base64.b64decode(raw["secret"], validate=True)
    given = _given(purpose, version) if state != "retired" else None
    if state not in STATES or not 1 <= version <= LAST or (len(given or secret) != BYTES) != (state == "retired"):
        raise ValueError(purpose)
    return Key(purpose, version, state, given or secret, given is not None)


def _given(purpose: str, version: int) -> bytes | None:
    """Return the secret that the environment gives for a version, if it does."""
    name = f"ABOVEBOARD_KEY_{purpose.upper()}_{version}"
    text = os.environ.get(name)
    if text is None:
        return None
    try:
        secret = base64.b64decode(text, validate=True)
    except ValueError:
        secret = b""
    if len(secret) != BYTES:
        raise StoreError(f"{name}: not {BYTES} bytes in base64")
    return secret


def _written(key: Key) -> dict[str, Any]:
    kept = b"" if key.given else key.secret
    return {"version": key.version, "state": key.state, "secret": base64.b64encode(kept).decode()}
