"""From draft to files: numbers become opaque ids, batches become one parquet file a table, all or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from aboveboard.core import Progress
from aboveboard.errors import OutputError
from aboveboard.tables import ARROW, TABLES, Column, Table
from aboveboard.worlds.draft import Draft, stream
from aboveboard.worlds.rhythm import NEVER, Ints
from aboveboard.worlds.tokens import hexed, org_ids
from aboveboard.worlds.weaving import scatter

__all__ = ["store", "vacant"]

_ROWS: Final = 1_000_000
_ACCOUNTS: Final = ("account_id", "follower_id", "target_account_id", "related", "closed_root")
_REPEATING: Final = ("kind", "verb", "language", "platform", "status", "closed_ground", "closed_for", "region", "topic", "violation",
                     "class", "source", "certainty", "field", "period", "subject_kind", "provider", "result", "age_band")  # fmt: skip
_TOKENS: Final = {"device_token": "device", "network_token": "network"}


class _Ids:
    """Numbers to ids: shuffled, so that neither an id nor the order of rows tells who was planted."""

    def __init__(self, draft: Draft, seed: int) -> None:
        rng = stream(seed, "ids")
        self.account = rng.permutation(draft.size)
        self.post = rng.permutation(draft.posts)

    def accounts(self, numbers: Ints) -> pa.Array:
        return _named("a", self.account, numbers)

    def any(self, numbers: Ints) -> pa.Array:
        """Return post ids, and for -2 - n the id of account n; `NEVER` is null."""
        posts, accounts = np.flatnonzero(numbers >= 0), np.flatnonzero((numbers < -1) & (numbers != NEVER))
        named = [(posts, _named("p", self.post, numbers[posts])), (accounts, self.accounts(-2 - numbers[accounts]))]
        return named[0][1] if len(posts) == len(numbers) else scatter(len(numbers), named)


def _named(letter: str, shuffled: Ints, numbers: Ints) -> pa.Array:
    """Return ids such as `a0000017`; negative numbers are null."""
    width = max(7, len(str(len(shuffled))))
    known = numbers >= 0
    value = (
        shuffled[np.where(known, numbers, 0)].astype(np.int32) if len(shuffled) else np.zeros(len(numbers), np.int32)
    )
    digits = np.empty((len(numbers), width + 1), np.uint8)
    digits[:, 0] = ord(letter)
    for place in range(width, 0, -1):
        value, digit = np.divmod(value, 10)
        digits[:, place] = digit + ord("0")
    offsets = np.arange(len(numbers) + 1, dtype=np.int32) * (width + 1)
    ids = pa.Array.from_buffers(pa.string(), len(numbers), [None, pa.py_buffer(offsets), pa.py_buffer(digits)])
    return ids if known.all() else ids.take(pa.array(np.arange(len(numbers)), mask=~known))


def vacant(out: Path) -> None:
    """Raise `OutputError` unless `out` is free: absent, or an empty folder."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise OutputError(f"{out} exists and is not an empty folder; choose another name or remove it")


def store(draft: Draft, out: Path, seed: int, progress: Progress) -> dict[str, int]:
    """Write every table into a folder beside `out`, then rename it. Raises `OutputError` where that cannot be done."""
    vacant(out)
    half = out.with_name(f".{out.name}.part")
    try:
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        rows = _tables(draft, half, _Ids(draft, seed), progress)
        if out.exists():
            out.rmdir()
        half.rename(out)
    except OSError as error:
        raise OutputError(f"{out} could not be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(half, ignore_errors=True)
    return rows


def _tables(draft: Draft, folder: Path, ids: _Ids, progress: Progress) -> dict[str, int]:
    rows: dict[str, int] = {}
    for done, table in enumerate(TABLES.values()):
        progress("writing tables", done, len(TABLES))
        rows[table.name] = _write(table, draft.rows.pop(table.name, []), folder / f"{table.name}.parquet", ids)
    progress("writing tables", len(TABLES), len(TABLES))
    return rows


def _write(table: Table, batches: list[dict[str, Any]], path: Path, ids: _Ids) -> int:
    """Write one table in row groups, so that ids and hashes of ten million rows never stand in memory at once."""
    sizes = [_size(b) for b in batches]
    columns = {c.name: _joined(c, batches, sizes) for c in table.columns if any(c.name in b for b in batches)}
    batches.clear()
    order = _order(table, columns, sum(sizes), ids)
    encoded: Any = [c.name for c in table.columns if c.name in _REPEATING]
    with pq.ParquetWriter(
        path, table.schema, compression="zstd", compression_level=1, use_dictionary=encoded
    ) as writer:
        for start in range(0, len(order), _ROWS):
            part = order[start : start + _ROWS]
            arrays = [_resolved(table, c, columns, part, ids) for c in table.columns]
            writer.write_table(pa.Table.from_arrays(arrays, schema=table.schema), row_group_size=_ROWS)
    return len(order)


def _size(batch: dict[str, Any]) -> int:
    return next(len(v) for v in batch.values() if not isinstance(v, str | int | float | bool | None))


def _numeric(column: Column) -> bool:
    """Tell whether the draft keeps the column as numbers: times, counts, accounts, tokens."""
    return column.type != "list" and (
        column.type != "string"
        or column.name
        in (*_ACCOUNTS, *_TOKENS, "token", "post_id", "object_id", "target_id", "subject_id", "verified_org_id")
    )


def _joined(column: Column, batches: list[dict[str, Any]], sizes: list[int]) -> Any:  # noqa: ANN401  (NumPy or Arrow)
    if _numeric(column):
        return np.concatenate([_numbers(b.get(column.name, NEVER), n) for b, n in zip(batches, sizes, strict=True)])
    kind = ARROW[column.type]
    parts = [_texts(b.get(column.name), n, kind) for b, n in zip(batches, sizes, strict=True)]
    return pa.chunked_array(parts, kind).combine_chunks()


def _numbers(value: Any, size: int) -> np.ndarray:  # noqa: ANN401  (array, list or one number)
    return np.asarray(value) if np.ndim(value) else np.full(size, value)


def _texts(value: Any, size: int, kind: pa.DataType) -> pa.Array:  # noqa: ANN401  (array, list, word or none)
    if value is None or isinstance(value, str):
        return pa.nulls(size, kind) if value is None else pa.repeat(pa.scalar(value), size)
    return value.cast(kind) if isinstance(value, pa.Array) else pa.array(value, kind)


def _order(table: Table, columns: dict[str, Any], rows: int, ids: _Ids) -> Ints:
    """Return the rows in the order of their contents. Of two follows between the same accounts the first stays."""
    if table.name == "follows" and rows:
        pair = ids.account[columns["follower_id"]] * len(ids.account) + ids.account[columns["target_id"]]
        return np.unique(pair, return_index=True)[1]
    time = next((c for c in ("at", "started_at") if c in columns), None)
    if time:
        return np.argsort(columns[time], kind="stable")
    if "account_id" in columns and rows:
        return np.argsort(ids.account[columns["account_id"]], kind="stable")
    return np.arange(rows)


_RESOLVE: Final[dict[str, Callable[[_Ids, np.ndarray], pa.Array]]] = {
    **dict.fromkeys(_ACCOUNTS, _Ids.accounts),
    **dict.fromkeys(("post_id", "object_id", "target_id"), _Ids.any),
    **{c: (lambda _, n, k=k: hexed(n, k)) for c, k in _TOKENS.items()},
    "subject_id": _Ids.accounts,
    "verified_org_id": lambda _, n: org_ids(n),
}


def _resolved(table: Table, column: Column, columns: dict[str, Any], part: Ints, ids: _Ids) -> pa.Array:
    kind = ARROW[column.type]
    if column.name not in columns:
        return pa.nulls(len(part), kind)
    values = columns[column.name]
    if not _numeric(column):
        return values.take(pa.array(part))
    numbers = values[part]
    if column.name == "target_id" and table.name == "follows":
        return ids.accounts(numbers)
    if column.name == "token":
        return _hashed(numbers, columns["kind"].take(pa.array(part)))
    if column.name in _RESOLVE:
        return _RESOLVE[column.name](ids, numbers)
    return _typed(numbers, kind)


def _typed(numbers: np.ndarray, kind: pa.DataType) -> pa.Array:
    if kind == ARROW["date"]:
        return pa.array(numbers.astype(np.int32)).cast(kind)
    if kind == ARROW["bool"]:
        return pa.array(numbers.astype(bool))
    return pa.array(numbers.astype(np.int64), mask=numbers == NEVER).cast(kind)


def _hashed(numbers: Ints, kinds: pa.Array) -> pa.Array:
    coded = kinds.dictionary_encode()
    where = coded.indices.to_numpy()
    parts = [
        (np.flatnonzero(where == i), hexed(numbers[where == i], str(kind))) for i, kind in enumerate(coded.dictionary)
    ]
    return scatter(len(numbers), parts)
