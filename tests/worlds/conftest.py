from __future__ import annotations

import pyarrow.parquet as pq
import pytest

from aboveboard.tables import TABLES
from aboveboard.worlds import make_world


def read(folder):
    return {name: pq.read_table(folder / f"{name}.parquet") for name in TABLES}


@pytest.fixture(scope="session")
def world(tmp_path_factory):
    """A world of 4,000 accounts with rings of everything."""
    out = tmp_path_factory.mktemp("worlds") / "all"
    rows = make_world(out, 4000, seed=7)
    return out, rows, read(out)


@pytest.fixture(scope="session")
def innocents(tmp_path_factory):
    """A world of 4,000 accounts in which nobody does wrong."""
    out = tmp_path_factory.mktemp("worlds") / "none"
    make_world(out, 4000, seed=7, only=["none"])
    return read(out)
