"""Feed every kind of bad input through the loader and print what came back, one line each."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from aboveboard.connectors.files import read_world
from aboveboard.errors import InputError

HEAD = b"account_id,handle,created_at,followers\n"
GOOD = b"a1,ann,2024-01-01T00:00:00Z,5\n"


def csv(*rows: bytes, head: bytes = HEAD) -> Callable[[Path], None]:
    return lambda world: (world / "accounts.csv").write_bytes(head + b"".join(rows)) and None


def truncated(world: Path) -> None:
    pq.write_table(pa.table({"account_id": ["a1"] * 1000, "handle": ["ann"] * 1000}), world / "accounts.parquet")
    data = (world / "accounts.parquet").read_bytes()
    (world / "accounts.parquet").write_bytes(data[: len(data) // 2])


CASES: dict[str, Callable[[Path], None]] = {
    "wrong type in a cell": csv(GOOD, b"a2,bob,2024-01-02T00:00:00Z,many\n"),
    "wrong type in a whole parquet column": lambda world: pq.write_table(
        pa.table({"account_id": ["a1"], "handle": ["ann"], "created_at": [{"year": 2024}]}), world / "accounts.parquet"
    ),
    "missing column": csv(b"a1,5\n", head=b"account_id,followers\n"),
    "duplicate key": csv(GOOD, b"a1,bob,2024-01-02T00:00:00Z,5\n"),
    "naive time": csv(GOOD, b"a2,bob,2024-01-02T00:00:00,5\n"),
    "broken UTF-8": csv(GOOD, b"a2,b\xffb,2024-01-02T00:00:00Z,5\n"),
    "truncated parquet": truncated,
    "empty file": csv(head=b""),
    "10 MB cell": csv(GOOD, b"a2," + b"x" * 10_000_000 + b",2024-01-02T00:00:00Z,5\n"),
    "NUL byte": csv(GOOD, b"a2,b\0b,2024-01-02T00:00:00Z,5\n"),
    "2-million-column header": csv(GOOD, head=b",".join(b"c%d" % i for i in range(2_000_000)) + b"\n"),
}


def came_back(make: Callable[[Path], None]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        world, staging = Path(folder, "world"), Path(folder, "staging")
        world.mkdir()
        make(world)
        try:
            found = read_world(world, staging=staging, as_of=datetime(2024, 6, 1, tzinfo=UTC))
        except InputError as error:
            return f"refused: {error}"
        kept = found.sources["accounts"].rows
        row = json.loads((staging / "rejected.ndjson").read_text("utf-8").splitlines()[0])
        where = f"{row['file']}, line {row['line']}" + (f", {row['column']}" if row["column"] else "")
        value = f" '{row['value']}'" if row["value"] else ""
        return f"{kept} row kept, {found.rejected['accounts']} rejected: {where}{value}: {row['reason']}"


def main() -> None:
    for name, make in CASES.items():
        start = time.perf_counter()
        said = came_back(make)
        print(f"{name} -> {said} [{time.perf_counter() - start:.2f} s]")


if __name__ == "__main__":
    main()
