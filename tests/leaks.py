"""Does anything raw lie anywhere? Every cell of the database, its files and the logs, searched for what was planted in the input."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import sqlalchemy as sa

from aboveboard.store import Store

__all__ = ["leaks", "spellings"]


def spellings(secret: str) -> set[bytes]:
    """The ways a text can stand in a file: as it is, in other letters, as JSON writes it, without what parts a phone number, as UTF-16, in hex."""
    bare = "".join(c for c in secret if c.isalnum())
    texts = {
        secret,
        secret.lower(),
        secret.upper(),
        secret.encode("unicode_escape").decode(),
        secret.replace("+", "%2B").replace("@", "%40"),
    }
    texts |= {bare} if len(bare) >= 8 and not secret.isalpha() else set()
    found = {t.encode() for t in texts}
    return found | {secret.encode("utf-16-le"), secret.encode().hex().encode()}


def leaks(
    store: Store,
    logs: Iterable[str | Path],
    secrets: Iterable[str],
    folders: Iterable[Path] = (),
    allow: Mapping[str, set[str]] | None = None,
) -> list[str]:
    """Return where each secret stands: a table and column, a file of the database, a line of a log. Nothing is what a test wants.

    `folders` are searched file by file (the data folder: SQLite's file and its write-ahead log, keys, indexes). `allow` names, for a
    secret, the `table.column` that may hold it: content, such as `facts.body` of a post in which somebody wrote their own address.
    Raises `AssertionError` where nothing was searched, since a search that looks nowhere finds nothing.
    """
    wanted = {s: spellings(s) for s in secrets}
    assert wanted, "no secrets to look for"
    found: list[str] = []
    searched = 0
    for place, content in [*_tables(store), *_files(folders), *_logs(logs)]:
        searched += len(content)
        for secret, ways in wanted.items():
            if any(w in content for w in ways) and not _allowed(place, secret, allow or {}):
                found.append(f"{place}: {secret}")
    assert searched, "nothing was searched"
    return sorted(set(found))


def _allowed(place: str, secret: str, allow: Mapping[str, set[str]]) -> bool:
    """Where a secret may stand in one column, the database's own files hold it too."""
    return place in allow.get(secret, set()) or (
        bool(allow.get(secret)) and place.startswith("file ") and ".sqlite" in place
    )


def _tables(store: Store) -> list[tuple[str, bytes]]:
    """Every column of every table that the database has, known to the program or not."""
    found = list[tuple[str, bytes]]()
    with store.reading() as connection:
        names = sa.inspect(connection).get_table_names()
        for table in names:
            columns = [c["name"] for c in sa.inspect(connection).get_columns(table)]
            found += [(f"{table}.{c}", _dump(connection, table, c)) for c in columns]
    return found


def _dump(connection: sa.Connection, table: str, column: str) -> bytes:
    quoted = connection.dialect.identifier_preparer.quote
    query = f"SELECT {quoted(column)} FROM {quoted(table)}"
    if connection.dialect.name == "postgresql":
        held = bytearray()
        driver = connection.connection.driver_connection
        with driver.cursor().copy(f"COPY ({query}) TO STDOUT") as copy:
            for block in copy:
                held += bytes(block)
        return bytes(held)
    text = io.StringIO()
    csv.writer(text).writerows(connection.exec_driver_sql(query).all())
    return text.getvalue().encode("utf-8", "surrogatepass")


def _files(folders: Iterable[Path]) -> list[tuple[str, bytes]]:
    return [(f"file {p.name}", p.read_bytes()) for folder in folders for p in sorted(folder.rglob("*")) if p.is_file()]


def _logs(logs: Iterable[str | Path]) -> list[tuple[str, bytes]]:
    return [("log", log.read_bytes() if isinstance(log, Path) else log.encode()) for log in logs]
