"""Look-alikes of protected bodies by hands that saw no code: how many are found, by class, and how many innocents are.

    .venv/bin/python benchmarks/blind_names.py [--set h9] [--show]

Each folder of benchmarks/blind holds bodies (id, name, kind, language, aliases, domain), profiles that pose as one of them (case, body, class,
language, name, handle, bio, url) and honest profiles that come near (case, body, kind, language, name, handle, bio, url). h8 was read when
the engine was mended; nothing was mended from h9.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HOME = Path(__file__).parent / "blind"
MADE = datetime(2025, 6, 1, tzinfo=UTC)

Rows = list[list[str]]


def read(path: Path) -> Rows:
    """Return the rows of a table without its head, each filled up to eight cells."""
    lines = path.read_text("utf-8").splitlines()[1:]
    return [(line.split("\t") + [""] * 8)[:8] for line in lines if line.strip()]


def written(world: Path, bodies: Rows, profiles: Rows) -> None:
    """Write bodies and profiles as a world; a profile without a handle gets one that says nothing."""
    world.mkdir()
    organisations = {
        "org_id": [b[0] for b in bodies],
        "name": [b[1] for b in bodies],
        "kind": ["public_body"] * len(bodies),
        "aliases": [[a for a in b[4].split("|") if a] for b in bodies],
        "domains": [[b[5]] if b[5] else [] for b in bodies],
    }
    accounts = {
        "account_id": [p[0] for p in profiles],
        "handle": [p[5] or "u" + hashlib.sha256(p[0].encode()).hexdigest()[:7] for p in profiles],
        "display_name": [p[4] for p in profiles],
        "bio": pa.array([p[6] or None for p in profiles], pa.string()),
        "url": pa.array([p[7] or None for p in profiles], pa.string()),
        "created_at": [MADE] * len(profiles),
        "status": ["active"] * len(profiles),
        "kind": ["unknown"] * len(profiles),
    }
    for name, columns in (("organisations", organisations), ("accounts", accounts)):
        pq.write_table(pa.table(columns), world / f"{name}.parquet")


def found(folder: Path, bodies: Rows, profiles: Rows) -> dict[str, str]:
    """Scan the world and return the tier of each account that is found."""
    written(folder / "world", bodies, profiles)
    words = (
        "scan",
        folder / "world",
        "--out",
        folder / "out",
        "--detectors",
        "posing_name",
        "--as-of",
        "2025-12-01T00:00:00Z",
        "--json",
    )
    subprocess.run([sys.executable, "-m", "aboveboard", *map(str, words)], check=True, capture_output=True)
    findings = pq.read_table(folder / "out" / "findings.parquet", columns=["account_id", "tier"])
    return dict(zip(*(findings.column(c).to_pylist() for c in ("account_id", "tier")), strict=True))


def main() -> None:
    """Score each set and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", nargs="*", default=[], help="only these; all by default")
    parser.add_argument("--show", action="store_true", help="print what was missed and which innocents were found")
    args = parser.parse_args()
    for home in sorted(p for p in HOME.iterdir() if p.is_dir() and (not args.set or p.name in args.set)):
        bodies, looks, innocents = (read(home / f"{n}.tsv") for n in ("bodies", "looks", "innocent"))
        with tempfile.TemporaryDirectory() as folder:
            tiers = found(Path(folder), bodies, looks + innocents)
        all_, hits = Counter(p[2] for p in looks), Counter(p[2] for p in looks if p[0] in tiers)
        alarms = [p for p in innocents if p[0] in tiers]
        print(
            f"{home.name}: {hits.total()} of {all_.total()} look-alikes ({hits.total() / all_.total():.4f}), {len(alarms)} of {len(innocents)} innocents"
        )
        for name in sorted(all_):
            print(f"  {name:<20}{hits[name]:>5} of {all_[name]:<5}{hits[name] / all_[name]:.3f}")
        if args.show:
            print(*("\t".join(p) for p in [*(p for p in looks if p[0] not in tiers), *alarms]), sep="\n")


if __name__ == "__main__":
    main()
