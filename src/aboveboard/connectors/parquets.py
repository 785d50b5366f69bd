"""The operator's own parquet as raw tables: checked by their footers, read in place."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from aboveboard.connectors.csvs import COLUMNS
from aboveboard.connectors.faults import Reject, shown
from aboveboard.connectors.raw import AT, Raw, literal
from aboveboard.errors import InputError

__all__ = ["read_parquet", "repaired"]

FOOTER = 64 * 1024 * 1024
"""Most bytes of footer we open: it is held in memory whole."""
_WILD = "*?[]{}"


def read_parquet(database: duckdb.DuckDBPyConnection, files: list[Path], names: list[str], staging: Path) -> list[Raw]:
    """Return the files as raw tables, one a shape. Raises `InputError` with every file that is damaged."""
    faults: list[str] = []
    shapes: list[tuple[tuple[tuple[str, str], ...], Path, str, int]] = []
    for path, name in zip(files, names, strict=True):
        try:
            rows = _rows(path, name)
            safe = _tame(path, staging)
            shapes.append((_types(database, safe), safe, name, rows))
        except InputError as error:
            faults += error.faults
        except (duckdb.Error, pa.ArrowException, OSError) as error:
            faults.append(_damaged(name, error))
    if faults:
        raise InputError(*faults)
    return [_grouped(types, list(group)) for types, group in groupby(shapes, key=lambda s: s[0])]


def _grouped(
    types: tuple[tuple[str, str], ...], group: list[tuple[tuple[tuple[str, str], ...], Path, str, int]]
) -> Raw:
    paths, names = tuple(g[1] for g in group), tuple(g[2] for g in group)
    return Raw(paths, names, {c: t for c, t in types if t.strip('"') != _NOTHING}, sum(g[3] for g in group))


_NOTHING = "NULL"
"""The type of a column all of whose cells are null, where the writer knew no better: it is as good as absent."""


def _rows(path: Path, name: str) -> int:
    size = path.stat().st_size
    if size == 0:
        raise InputError(f"{name}: empty (0 bytes); remove it, or write the table again")
    with path.open("rb") as source:
        start = source.read(4)
        source.seek(max(size - 8, 0))
        end = source.read(8)
    if start != b"PAR1":
        raise InputError(f"{name}: not a parquet file")
    if end[4:] != b"PAR1":
        raise InputError(f"{name}: a truncated parquet file (its end is missing); write the table again")
    if int.from_bytes(end[:4], "little") > FOOTER:
        raise InputError(f"{name}: a parquet footer above {FOOTER:,} bytes; the most is {COLUMNS:,} columns")
    found = pq.read_metadata(path)
    if found.num_columns > COLUMNS:
        raise InputError(f"{name}: {found.num_columns:,} columns; the most is {COLUMNS:,}")
    return found.num_rows


def _types(database: duckdb.DuckDBPyConnection, path: Path) -> tuple[tuple[str, str], ...]:
    rows = database.execute(f"DESCRIBE SELECT * FROM read_parquet([{literal(str(path))}])").fetchall()
    return tuple((str(r[0]), str(r[1])) for r in rows)


def _tame(path: Path, staging: Path) -> Path:
    """Give a file whose path DuckDB would take for a pattern a plain one, without copying it."""
    if not any(c in str(path) for c in _WILD):
        return path
    link = staging / f"link-{len(list(staging.glob('link-*')))}.parquet"
    link.symlink_to(path.resolve())
    return link


def _damaged(name: str, error: Exception) -> str:
    return f"{name}: a damaged parquet file ({shown(str(error).split(chr(10))[0], 120)}); write the table again"


def repaired(raw: Raw, staged: Path) -> tuple[list[Raw], list[Reject]]:
    """Stage a copy without the rows whose texts are not UTF-8, which DuckDB refuses to read; return them as refused."""
    found: list[Raw] = []
    refused: list[Reject] = []
    for index, (path, name) in enumerate(zip(raw.files, raw.names, strict=True)):
        target = staged.with_name(f"{staged.stem}-{index}.parquet")
        rows = _repair(path, name, target, refused)
        found.append(Raw((target,), (name,), raw.types, rows, numbered=True))
    return found, refused


def _repair(path: Path, name: str, target: Path, refused: list[Reject]) -> int:
    source = pq.ParquetFile(path)
    schema = source.schema_arrow.append(pa.field(AT, pa.int64()))
    at = rows = 0
    with pq.ParquetWriter(target, schema) as out:
        for batch in source.iter_batches(batch_size=65_536):
            numbers = range(at + 1, at + batch.num_rows + 1)
            bad = _broken(batch)
            refused += [(name, "row", numbers[i], bad[i], None, "not UTF-8") for i in sorted(bad)]
            whole = pa.table(batch).append_column(AT, pa.array(numbers, pa.int64())).cast(schema)
            kept = whole.take(pa.array([i for i in range(batch.num_rows) if i not in bad], pa.int64()))
            out.write_table(kept)
            at, rows = at + batch.num_rows, rows + kept.num_rows
    return rows


def _broken(batch: pa.RecordBatch) -> dict[int, str]:
    """Return the rows of `batch` with a text that is not UTF-8, and the first such column of each."""
    found: dict[int, str] = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if pa.types.is_string(column.type):
            for index, value in enumerate(column.cast(pa.binary()).to_pylist()):
                if value is not None and not _utf8(value):
                    found.setdefault(index, name)
    return found


def _utf8(value: bytes) -> bool:
    try:
        value.decode()
    except UnicodeDecodeError:
        return False
    return True
