"""Raw identifiers to a `tokens` table: keyed hashes that cannot be turned back without the operator's key.

HMAC-SHA-256 (RFC 2104, FIPS 198-1) under a key derived for each kind, so that the same text used as a phone number and
as an email gives different tokens. Nothing raw is written to disk, not even for a moment.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from aboveboard.connectors.csvs import header, records
from aboveboard.connectors.faults import shown
from aboveboard.connectors.lines import Lines
from aboveboard.errors import InputError, OutputError
from aboveboard.tables import TABLES

__all__ = ["KEY", "Tokenised", "normal", "tokenise"]

KEY = 16
"""Fewest bytes a key may have."""

_BATCH = 100_000
_KIND = TABLES["tokens"].column("kind")
_KINDS = _KIND.choices if _KIND else ()
_SCHEMA = pa.schema([("account_id", pa.string()), ("kind", pa.string()), ("token", pa.string())])


class Tokenised(NamedTuple):
    """How many tokens were written, and how many rows were left out because they could not be read."""

    tokens: int
    rejected: int


def normal(kind: str, value: str) -> str:
    """Return the form of an identifier that is hashed; empty where nothing is left.

    Email: no outer space, lower case. Phone: digits only, `+` kept, a leading `00` read as `+`; a number without its
    country stays so, hence write numbers in one form. All other kinds: no outer space.
    """
    text = value.strip()
    if kind == "email":
        return text.lower()
    if kind != "phone":
        return text
    digits = re.sub(r"[^0-9]", "", text)
    plus = text.startswith(("+", "00"))
    return "+" + digits.removeprefix("00") if plus and digits else digits


def tokenise(source: Path, out: Path, columns: Mapping[str, str], key: bytes) -> Tokenised:
    """Read `account_id` and the `columns` (name to token kind) of a csv or parquet file; write `tokens` as parquet.

    Raises `InputError` on a short key, an unknown kind, a missing column or an unreadable file, and `OutputError`
    where `out` cannot be written. A failed run leaves no file.
    """
    _allowed(columns, key)
    wanted = ("account_id", *columns)
    part = out.with_name(out.name + ".part")
    rejected = tokens = 0
    try:
        with pq.ParquetWriter(part, _SCHEMA, compression="zstd") as writer:
            for batch, refused in _read(source, wanted):
                rejected += refused
                for column, kind in columns.items():
                    table = _tokens(batch["account_id"], batch[column], kind, key)
                    writer.write_table(table)
                    tokens += table.num_rows
        part.replace(out)
    except OSError as error:
        raise OutputError(f"{shown(str(out), 200)}: cannot be written ({shown(str(error), 120)})") from None
    finally:
        part.unlink(missing_ok=True)
    return Tokenised(tokens, rejected)


def _allowed(columns: Mapping[str, str], key: bytes) -> None:
    faults = [
        f"column '{shown(c)}': '{shown(k)}' is no kind of token; kinds are {', '.join(_KINDS)}"
        for c, k in columns.items()
        if k not in _KINDS
    ]
    if len(key) < KEY:
        faults.append(f"the key has {len(key)} bytes; it needs {KEY} or more, drawn at random")
    if not columns:
        faults.append("no columns to tokenise")
    if faults:
        raise InputError(*faults)


def _tokens(accounts: pa.Array, values: pa.Array, kind: str, key: bytes) -> pa.Table:
    """Hash each distinct value once."""
    own = hmac.digest(key, f"aboveboard/tokens/1/{kind}".encode(), hashlib.sha256)
    coded = pc.dictionary_encode(values)
    texts = [normal(kind, v) for v in coded.dictionary.to_pylist()]
    hashes = pa.array([hmac.digest(own, t.encode(), hashlib.sha256).hex() if t else None for t in texts], pa.string())
    table = pa.table(
        [accounts, pa.array([kind] * len(accounts), pa.string()), hashes.take(coded.indices)], schema=_SCHEMA
    )
    return table.filter(pc.is_valid(table["token"])).group_by(_SCHEMA.names, use_threads=False).aggregate([])


def _read(source: Path, wanted: tuple[str, ...]) -> Iterator[tuple[dict[str, pa.Array], int]]:
    name = shown(source.name)
    if not source.is_file():
        raise InputError(f"{name}: no such file")
    batches = _parquet(source, name, wanted) if source.suffix == ".parquet" else _csv(source, name, wanted)
    for batch, refused in batches:
        named = pc.not_equal(pc.fill_null(batch["account_id"], ""), "")
        lost = len(named) - int(pc.sum(named).as_py() or 0)
        yield {c: batch[c].filter(named) for c in wanted}, refused + lost


def _has(name: str, wanted: tuple[str, ...], present: tuple[str, ...]) -> None:
    absent = [w for w in wanted if w not in present]
    if absent:
        has = ", ".join(shown(p, 40) for p in present[:10])
        raise InputError(f"{name}: no column {', '.join(shown(a) for a in absent)}; it has {has}")


def _parquet(source: Path, name: str, wanted: tuple[str, ...]) -> Iterator[tuple[dict[str, pa.Array], int]]:
    try:
        file = pq.ParquetFile(source)
        _has(name, wanted, tuple(file.schema_arrow.names))
        for batch in file.iter_batches(_BATCH, columns=list(wanted)):
            yield {c: batch.column(c).cast(pa.string()) for c in wanted}, 0
    except pa.ArrowException as error:
        raise InputError(f"{name}: not a readable parquet file ({shown(str(error), 120)})") from None


def _csv(source: Path, name: str, wanted: tuple[str, ...]) -> Iterator[tuple[dict[str, pa.Array], int]]:
    names = header(source, name, "utf-8", ",")
    _has(name, wanted, names)
    lines = Lines(source, name, "utf-8")
    next(lines, None)
    lines.settle()
    rows: list[list[str]] = []
    refused = 0
    for _, row, fault in records(lines, ",", len(names)):
        refused += bool(fault)
        if not fault:
            rows.append(row)
        if len(rows) == _BATCH:
            yield _arrays(rows, names, wanted), refused
            rows, refused = [], 0
    yield _arrays(rows, names, wanted), refused


def _arrays(rows: list[list[str]], names: tuple[str, ...], wanted: tuple[str, ...]) -> dict[str, pa.Array]:
    return {w: pa.array([r[names.index(w)] for r in rows], pa.string()) for w in wanted}
