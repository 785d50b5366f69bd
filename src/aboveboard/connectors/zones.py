"""Zone names and time formats, asked of the database that will use them."""

from __future__ import annotations

from datetime import UTC, datetime

import duckdb

from aboveboard.connectors.faults import shown
from aboveboard.embedded import connect

__all__ = ["format_fault", "localised", "zone_fault"]


def zone_fault(zone: str) -> str:
    """Return what is wrong with a zone name, empty where nothing is."""
    with connect(threads=1) as database:
        known = database.execute("SELECT count(*) FROM pg_timezone_names() WHERE name = ?", [zone]).fetchone()
    return "" if known and known[0] else f"'{shown(zone)}' is no zone; examples are UTC, Europe/Berlin, Asia/Shanghai"


def format_fault(text: str) -> str:
    """Return what is wrong with a strptime format, empty where nothing is."""
    with connect(threads=1) as database:
        try:
            database.execute("SELECT try_strptime('x', ?)", [text]).fetchone()
        except duckdb.Error as error:
            return f"'{shown(text)}' is no time format ({shown(str(error), 120)})"
    return ""


def localised(naive: datetime, zone: str) -> datetime:
    """Return the UTC time of a naive time in `zone`."""
    with connect(threads=1) as database:
        row = database.execute("SELECT epoch_us(timezone(?, ?::TIMESTAMP))", [zone, naive]).fetchone()
    return datetime.fromtimestamp(row[0] / 1e6, UTC) if row else naive
