"""Open the store: SQLite in a data folder, or the operator's PostgreSQL; brought to the present schema first."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from aboveboard.errors import InputError, StoreError
from aboveboard.store.together import present, settle
from aboveboard.store.turns import Turns

__all__ = ["ENV_URL", "Store", "as_it_is", "open_store"]

ENV_URL = "ABOVEBOARD_DATABASE_URL"
"""The setting that names a PostgreSQL in place of the file in the data folder."""

_FILE = "aboveboard.sqlite"
_HERE = Path(__file__).parent
_WAIT_MS = 30_000
_LOCK = 0x41424F5645
_READS = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
_READ_ONLY = "25006"
"""What PostgreSQL says where it is a standby: the one that took over, or a primary that no longer is."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open database. `writing` and `reading` each give a transaction; writers on SQLite wait for each other, in the order in which they came."""

    engine: sa.Engine
    turns: Turns = field(default_factory=Turns, compare=False, repr=False)

    @property
    def name(self) -> str:
        """Say where it is, without the password."""
        return self.engine.url.render_as_string(hide_password=True)

    @contextmanager
    def writing(self, *, waits: bool = True) -> Generator[sa.Connection]:
        """Open a transaction that will write; it is kept whole or not at all. Without `waits`, SQLite raises `StoreError` where another writer is at work."""
        options = {"aboveboard_writes": True, "aboveboard_waits": waits}
        settle()
        with ExitStack() as stack:
            stack.enter_context(_told())
            if self.engine.dialect.name == "sqlite":
                self._wait(waits=waits)
                _ = stack.callback(self.turns.give)
            connection = stack.enter_context(self.engine.connect().execution_options(**options))
            _ = stack.enter_context(connection.begin())
            yield connection
            if (last := present()) is not None:
                last.hold(connection, stack.pop_all())

    def _wait(self, *, waits: bool) -> None:
        """Wait for one's turn to write, as long as SQLite itself would. Raises `StoreError` where it does not come."""
        if not self.turns.take(_WAIT_MS / 1000 if waits else 0):
            raise StoreError("the store could not be used: another writer is at work")

    @contextmanager
    def reading(self) -> Generator[sa.Connection]:
        """Open a transaction that sees one state of the store, waits for no writer, and can change nothing."""
        level = {} if self.engine.dialect.name == "sqlite" else _READS
        settle()
        with _told(), self.engine.connect().execution_options(**level) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


@contextmanager
def _told() -> Generator[None]:
    """Turn what the database says when it cannot be reached, is full or can only be read into an error of ours."""
    try:
        yield
    except sa.exc.OperationalError as error:
        raise StoreError(f"the store could not be used: {error.orig}") from error
    except sa.exc.InternalError as error:
        if getattr(error.orig, "sqlstate", None) != _READ_ONLY:
            raise
        raise StoreError(f"the store could not be used: {error.orig}") from error
    except sa.exc.TimeoutError as error:
        raise StoreError("the store could not be used: every connection is busy") from error
    except sa.exc.DataError:  # its text repeats what came
        raise InputError("a value holds what a database cannot keep, such as a null character") from None


def open_store(data: Path, *, url: str | None = None) -> Store:
    """Open the store at `url`, else where `ABOVEBOARD_DATABASE_URL` says, else the file in the folder `data`, and bring it up to date.

    Raises `StoreError` where the database cannot be reached, is of a newer program, or has a kind that is not supported.
    """
    chosen = url or os.environ.get("ABOVEBOARD_DATABASE_URL")
    if chosen is None:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        chosen = f"sqlite:///{(data / _FILE).resolve()}"
    store = as_it_is(chosen)
    try:
        _migrate(store)
    except BaseException:
        store.close()
        raise
    return store


def as_it_is(url: str) -> Store:
    """Return a store without bringing its schema up to date: for a second process beside one that did."""
    return Store(_engine(_address(url)))


def _address(text: str) -> sa.URL:
    try:
        url = sa.make_url(text)
    except sa.exc.ArgumentError as error:
        raise StoreError(f"{ENV_URL} is no address such as postgresql://user@host/name") from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url.set(drivername="sqlite+pysqlite")
    raise StoreError(f"{ENV_URL} names a {url.get_backend_name()} database; postgresql and sqlite are supported")


def _engine(url: sa.URL) -> sa.Engine:
    if url.get_backend_name() == "postgresql":
        return sa.create_engine(url, pool_pre_ping=True)
    engine = sa.create_engine(url, connect_args={"timeout": _WAIT_MS / 1000})
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401  (the driver's own connection)
    """Make SQLite durable before it answers, have it overwrite what is deleted, and leave transactions to `_begin`."""
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        f"busy_timeout={_WAIT_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    """Take the write lock at once where the transaction will write, as a later upgrade could fail instead of wait; let no other one write."""
    options = connection.get_execution_options()
    writes, waits = options.get("aboveboard_writes", False), options.get("aboveboard_waits", True)
    connection.exec_driver_sql(f"PRAGMA busy_timeout={_WAIT_MS if waits else 0}")
    connection.exec_driver_sql(f"PRAGMA query_only={0 if writes else 1}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(store: Store) -> None:
    """Run the migrations that are missing; of several programs that start at once, one does it and the others wait."""
    config = Config()
    config.set_main_option("script_location", str(_HERE / "migrations"))
    with store.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except command.util.CommandError as error:
            raise StoreError(f"{store.name} is of a newer Aboveboard than this one: {error}") from error
