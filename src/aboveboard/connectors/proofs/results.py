"""The operator's own checks: a file of results, csv or NDJSON or parquet, to rows of `attestations`.

A result that cannot be read whole is no result: unlike a scan, an import leaves out a row with one word it does not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.connectors.cells import Cell, cell
from aboveboard.connectors.faults import Reject, Rejects, shown
from aboveboard.connectors.layout import Part
from aboveboard.connectors.mapping import Entry
from aboveboard.connectors.proofs.attested import Attestation, Request, check_open
from aboveboard.connectors.proofs.reasons import refuse
from aboveboard.connectors.raw import literal, quoted
from aboveboard.connectors.reading import Reading, read_part
from aboveboard.embedded import connect
from aboveboard.errors import InputError
from aboveboard.tables import TABLES, Table

__all__ = ["Results", "ResultsProvider", "read_results"]

_TABLE: Final = TABLES["attestations"]
_FORMATS: Final[Mapping[str, str]] = {
    ".csv": "csv", ".tsv": "tsv", ".ndjson": "ndjson", ".jsonl": "ndjson", ".parquet": "parquet",
}  # fmt: skip
_NEEDED = ("account_id", "kind", "result", "at")
_OPEN = ("expires_at", "age_under")
_FILLED = "unknown"


class Results(NamedTuple):
    """The results that hold, as `attestations`, and the rows left out: NDJSON lines of file, row, column, value, reason."""

    rows: pa.Table
    rejected: tuple[str, ...]


def read_results(source: Path, at: datetime, provider: str) -> Results:
    """Read a file of results as it stands at `at`; `provider` fills the rows that name none.

    Raises `InputError` for a file that cannot be read at all, that lacks a column without which nothing is a result, or of
    which no row is one.
    """
    kind = _FORMATS.get(source.with_suffix("").suffix if source.suffix == ".gz" else source.suffix)
    if kind is None or not source.is_file():
        raise InputError(f"{shown(source.name)}: a file of results is csv, tsv, NDJSON or parquet, and must be there")
    entry = Entry("attestations", values={"age_band": {"": _FILLED}, "provider": {"": provider}})
    with TemporaryDirectory() as folder, connect(memory="1GB") as database:
        rejects = Rejects(Path(folder))
        part = Part(entry, kind, (source,))
        try:
            readings = read_part(database, part, source.parent, Path(folder), [])
            found = [_read(database, reading, at, rejects) for reading in readings]
        except duckdb.Error as error:
            raise InputError(f"{shown(source.name)}: a damaged file ({shown(str(error), 160)})") from None
        told = rejects.path.read_text(encoding="utf-8").splitlines() if rejects.path.exists() else []
    rows = pa.concat_tables([_named(table, provider) for table in found])
    if told and not rows.num_rows:
        raise InputError(
            f"{shown(source.name)}: every one of its {len(told):,} rows was left out; the first: {told[0]}"
        )
    return Results(rows, tuple(told))


def _strict() -> Table:
    """Return the contract's table with every word due that its vocabulary knows."""
    return replace(_TABLE, columns=tuple(replace(c, required=c.name not in _OPEN) for c in _TABLE.columns))


def _read(database: duckdb.DuckDBPyConnection, reading: Reading, at: datetime, rejects: Rejects) -> pa.Table:
    rejects.add(_TABLE.name, reading.refused)
    cells = _cells(reading)
    values = ", ".join(f"{c.value} AS {quoted(n)}" for n, c in cells.items())
    faults = [f"{literal(n)} || chr(31) || ({c.fault})" for n, c in cells.items()]
    seen = " ".join(f"WHEN ({c.fault}) IS NOT NULL THEN left({c.text}, 400)" for c in cells.values())
    query = f"SELECT {values}, coalesce({', '.join(faults)}) AS _fault, CASE {seen} END AS _seen, _file, _at FROM {reading.raw.relation}"  # fmt: skip
    database.execute("CREATE OR REPLACE TEMP TABLE results AS " + query)
    judged = f"SELECT * REPLACE (coalesce(_fault, {_judged(cells, at)}) AS _fault) FROM results"
    table = database.sql(f"SELECT * FROM ({judged}) ORDER BY _at").to_arrow_table()
    bad = [row for row in table.to_pylist() if row["_fault"] is not None]
    rejects.add(_TABLE.name, [_reject(row, reading.raw.unit) for row in bad])
    return table.filter(pc.is_null(table["_fault"]))


def _cells(reading: Reading) -> dict[str, Cell]:
    strict = _strict()
    made = {c.name: cell(strict, c, reading.raw, reading.entry) for c in strict.columns}
    faults = [f"{shown(reading.raw.name)}, {n}: {m}" for n, m in made.items() if isinstance(m, str)]
    faults += [
        f"{shown(reading.raw.name)}: required column {n} missing" for n, m in made.items() if m is None and n in _NEEDED
    ]
    if faults:
        raise InputError(*faults)
    return {n: m for n, m in made.items() if isinstance(m, Cell)}


def _judged(cells: Mapping[str, Cell], at: datetime) -> str:
    """Return SQL of what is wrong between the cells of a row, or between rows."""
    own = ", ".join(quoted(n) for n in ("account_id", "kind", "at", *(["provider"] if "provider" in cells else [])))
    banded = "age_band <> 'unknown'" if "age_band" in cells else "false"
    ends = (
        f"WHEN expires_at <= {quoted('at')} THEN 'expires_at' || chr(31) || 'not after the check'"
        if "expires_at" in cells
        else ""
    )
    return f"""CASE WHEN "at" > TIMESTAMPTZ {literal(at.isoformat())} THEN 'at' || chr(31) || 'in the future' {ends}
      WHEN kind = 'age' AND result = 'pass' AND NOT ({banded})
        THEN 'age_band' || chr(31) || 'a passed age check says minor or adult'
      WHEN _fault IS NULL AND row_number() OVER (PARTITION BY _fault IS NULL, {own} ORDER BY _at) > 1
        THEN 'account_id' || chr(31) || 'told twice; the first row is kept' END"""


def _reject(row: Mapping[str, Any], unit: str) -> Reject:
    column, reason = str(row["_fault"]).split(chr(31), 1)
    seen = row["_seen"] if row["_seen"] is not None else row.get(column)
    return str(row["_file"]), unit, int(row["_at"]), column, None if seen is None else str(seen), reason


def _named(table: pa.Table, provider: str) -> pa.Table:
    """Return exactly the contract's columns."""
    held = set(table.column_names)
    filled = {"provider": provider, "age_band": _FILLED}
    columns = [
        table[f.name].cast(f.type) if f.name in held else pa.array([filled.get(f.name)] * table.num_rows, f.type)
        for f in _TABLE.schema
    ]
    return pa.table(columns, schema=_TABLE.schema)


class ResultsProvider:
    """Answers requests from a file of results: the latest result of that kind for that account, if it still holds."""

    def __init__(self, results: Results) -> None:
        order = sorted(results.rows.to_pylist(), key=lambda r: r["at"])
        self._latest = {(r["account_id"], r["kind"]): Attestation(**r) for r in order}

    def attest(self, request: Request, answer: str, at: datetime) -> Attestation:  # noqa: ARG002  (the seam's shape)
        """Return the result of the request's account and kind. Raises `ProofError` where there is none or it has expired."""
        check_open(request, at)
        found = self._latest.get((request.account_id, request.kind))
        if found is None:
            refuse("no_result")
        if found.expires_at is not None and found.expires_at <= at:
            refuse("expired", found.expires_at.isoformat())
        return found
