"""Which requests were answered already, so that no proof counts twice."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Protocol

from aboveboard.connectors.faults import shown
from aboveboard.errors import OutputError

__all__ = ["FileNonces", "MemoryNonces", "Nonces"]


class Nonces(Protocol):
    """Remembers nonces for ever, or at least until every request that names them is closed."""

    def use(self, nonce: str) -> bool:
        """Mark `nonce` as used, in one indivisible step; False where it was used before."""
        ...


class MemoryNonces:
    """Remembers for as long as the process lives."""

    def __init__(self) -> None:
        self._used = set[str]()

    def use(self, nonce: str) -> bool:
        """Mark `nonce` as used; False where it was used before."""
        before = len(self._used)
        self._used.add(nonce)
        return len(self._used) > before


class FileNonces:
    """Remembers hashes of nonces in a SQLite file, which many processes may share."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def use(self, nonce: str) -> bool:
        """Mark `nonce` as used; False where it was used before. Raises `OutputError` where the file cannot be written."""
        key = hashlib.sha256(nonce.encode()).digest()
        try:
            with closing(sqlite3.connect(self._path, timeout=30)) as database, database:
                database.execute("CREATE TABLE IF NOT EXISTS used (nonce BLOB PRIMARY KEY) WITHOUT ROWID")
                return database.execute("INSERT OR IGNORE INTO used VALUES (?)", (key,)).rowcount == 1
        except sqlite3.Error as error:
            raise OutputError(f"{shown(self._path.name)}: used nonces cannot be kept ({shown(str(error))})") from None
