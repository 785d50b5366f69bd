from __future__ import annotations

import json
from pathlib import Path

import pytest

from aboveboard.connectors.files import read_world
from aboveboard.errors import InputError


class Bench:
    """A world folder to write into, read from, and ask what went wrong."""

    def __init__(self, root: Path):
        self.world, self.staging = root / "world", root / "staging"
        self.world.mkdir()

    def write(self, name: str, data: str | bytes) -> Path:
        path = self.world / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def read(self, **options):
        self.staging.mkdir(exist_ok=True)
        for old in self.staging.glob("*.parquet"):
            old.unlink()
        return read_world(self.world, staging=self.staging, **options)

    def faults(self, **options) -> tuple[str, ...]:
        with pytest.raises(InputError) as caught:
            self.read(**options)
        return caught.value.faults

    @property
    def rejected(self) -> list[dict]:
        path = self.staging / "rejected.ndjson"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []

    def reasons(self, **options) -> list[tuple]:
        self.read(**options)
        return [
            (r["file"], r.get("line", r.get("row", r.get("item"))), r["column"], r["reason"]) for r in self.rejected
        ]


@pytest.fixture
def bench(tmp_path):
    return Bench(tmp_path)
