"""Signed checkpoints: what the ledger was at a time, to be kept where whoever can write the database cannot."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from aboveboard.errors import InputError, StoreError
from aboveboard.store.entries import FIRST, canonical, microseconds
from aboveboard.store.opening import Store
from aboveboard.store.schema import HEADS, SEALS

__all__ = ["Checkpoint", "Signer", "checkpoint", "checkpoint_within", "read_checkpoint", "signer_of", "written"]

ENV_KEY = "ABOVEBOARD_LEDGER_KEY"
_FILE = "ledger.key"
_BYTES = 32
_LOCK = 0x41424F5646


@dataclass(frozen=True, slots=True)
class Signer:
    """An Ed25519 key (RFC 8032) that signs checkpoints; `public` is its public half in base64."""

    key: Ed25519PrivateKey

    @property
    def public(self) -> str:
        """Return what others check the signature with."""
        return base64.b64encode(self.key.public_key().public_bytes_raw()).decode()


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The number and hash of each stream's last entry at a time, the checkpoint before by its digest, and who signed it."""

    at_us: int
    streams: Mapping[str, tuple[int, str]]
    before: str
    public: str
    signature: str

    @property
    def said(self) -> str:
        """Return what is signed."""
        streams = {name: list(head) for name, head in self.streams.items()}
        return canonical({"at_us": self.at_us, "streams": streams, "before": self.before, "public": self.public})

    @property
    def digest(self) -> str:
        """Return what the next checkpoint names this one by."""
        return hashlib.sha256(self.said.encode()).hexdigest()

    def genuine(self) -> bool:
        """Say whether the signature is that of its key; whose key it is, the reader must know."""
        try:
            public = Ed25519PublicKey.from_public_bytes(base64.b64decode(self.public, validate=True))
            public.verify(base64.b64decode(self.signature, validate=True), self.said.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


def signer_of(data: Path) -> Signer:
    """Return the key that `ABOVEBOARD_LEDGER_KEY` holds (32 bytes in base64), else that of the data folder, made at the first call.

    Raises `StoreError` where the key cannot be read.
    """
    text = os.environ.get("ABOVEBOARD_LEDGER_KEY")
    path = data / _FILE
    if text is None and not path.exists():
        _make(path)
    try:
        raw = base64.b64decode(text if text is not None else path.read_text(encoding="ascii"), validate=True)
        return Signer(Ed25519PrivateKey.from_private_bytes(raw))
    except ValueError as error:
        raise StoreError(f"{ENV_KEY if text is not None else path}: not {_BYTES} bytes in base64") from error


def _make(path: Path) -> None:
    """Write a new key that only its owner can read; of two that start at once, one is kept."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    raw = base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw())
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "wb") as file:
        file.write(raw)


def checkpoint(store: Store, signer: Signer, at: datetime) -> Checkpoint:
    """Sign what every stream is now, keep it, and return it. Raises `StoreError` where the store cannot be used."""
    with store.writing() as connection:
        return checkpoint_within(connection, signer, at)


def checkpoint_within(connection: sa.Connection, signer: Signer, at: datetime) -> Checkpoint:
    """Sign what every stream is now in a transaction of the caller's; of two at once, one follows the other."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    rows = connection.execute(sa.select(HEADS).where(HEADS.c.number > 0)).mappings()
    streams = {row["stream"]: (row["number"], row["hash"]) for row in rows}
    last = connection.execute(sa.select(SEALS.c.text).order_by(SEALS.c.number.desc()).limit(1)).scalar_one_or_none()
    before = FIRST if last is None else read_checkpoint(last).digest
    unsigned = Checkpoint(microseconds(at), streams, before, signer.public, "")
    signature = base64.b64encode(signer.key.sign(unsigned.said.encode())).decode()
    made = Checkpoint(unsigned.at_us, streams, before, signer.public, signature)
    connection.execute(sa.insert(SEALS).values(at_us=made.at_us, text=written(made)))
    return made


def written(made: Checkpoint) -> str:
    """Return a checkpoint as the JSON text that is exported."""
    return canonical(json.loads(made.said) | {"signature": made.signature})


def read_checkpoint(text: str) -> Checkpoint:
    """Return an exported checkpoint. Raises `InputError` where the text is none."""
    try:
        raw: Any = json.loads(text)
        streams = {str(name): (int(number), str(head)) for name, (number, head) in raw["streams"].items()}
        return Checkpoint(int(raw["at_us"]), streams, str(raw["before"]), str(raw["public"]), str(raw["signature"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"this is no checkpoint as `aboveboard ledger checkpoint` writes one: {error!r}") from error
