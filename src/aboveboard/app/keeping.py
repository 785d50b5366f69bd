"""The verbs of the ledger: read it, verify it, sign what it is."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aboveboard.errors import InputError, StoreError

if TYPE_CHECKING:
    from aboveboard.store import Store, Verified

__all__ = ["ledger_checkpoint", "ledger_entries", "ledger_role", "ledger_verify"]


@contextmanager
def _opened(data: Path) -> Generator[Store]:
    try:
        from aboveboard.store import open_store
    except ImportError as error:
        raise StoreError("the store needs the extra: pip install 'aboveboard[server]'") from error
    store = open_store(data)
    try:
        yield store
    finally:
        store.close()


def ledger_verify(data: Path, kept: tuple[Path, ...] = (), public: str | None = None) -> Verified:
    """Read the whole ledger of the data folder (or of `ABOVEBOARD_DATABASE_URL`) and return where it is broken, if anywhere.

    `kept` are files of checkpoints kept outside, `public` the key they must be signed with. Raises `InputError` on a file that holds
    no checkpoint, `StoreError` where the store cannot be used.
    """
    with _opened(data) as store:
        from aboveboard.store import read_checkpoint, verify

        outside = [read_checkpoint(_text(path)) for path in kept]
        return verify(store, outside, public)


def ledger_checkpoint(data: Path, at: datetime) -> tuple[str, str]:
    """Sign what the ledger is now; return the checkpoint's text, to be kept elsewhere, and the public key it can be checked with."""
    with _opened(data) as store:
        from aboveboard.store import checkpoint, signer_of, written

        signer = signer_of(data)
        return written(checkpoint(store, signer, at)), signer.public


def ledger_entries(data: Path, *, stream: str | None = None, subject: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield entries as JSON objects in the order they were written: of one stream, about one subject, or all."""
    with _opened(data) as store:
        from aboveboard.store import Ledger

        ledger = Ledger(store)
        found = ledger.of_subject(subject) if subject else ledger.of_stream(stream) if stream else ledger.all()
        for entry in found:
            if stream is None or entry.stream == stream:
                yield {
                    "position": entry.position, "stream": entry.stream, "number": entry.number, "at": entry.at.isoformat(),
                    "kind": entry.kind, "subject": entry.subject, "key": entry.key, "body": dict(entry.body), "hash": entry.hash,
                }  # fmt: skip


def ledger_role(name: str) -> list[str]:
    """Return the SQL that gives a PostgreSQL role just what the service needs."""
    from aboveboard.store.roles import service_role

    return service_role(name)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error
