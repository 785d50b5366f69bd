"""A whole scan of a generated world: seconds and peak memory by detector, the same bytes on 1 and 2 threads, innocents.

    .venv/bin/python benchmarks/scan.py --accounts 1000000

Makes two worlds (one with everything planted, one of innocents only) under --place and scans each in a process of its own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

TABLES = ("findings", "decisions", "rings")


def aboveboard(*words: str) -> dict[str, object]:
    """Run one command and return what it printed as JSON."""
    command = [sys.executable, "-m", "aboveboard", *words, "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def digest(out: Path) -> str:
    """Return one hash over the tables of a scan."""
    return hashlib.sha256(b"".join((out / f"{t}.parquet").read_bytes() for t in TABLES)).hexdigest()[:16]


def row(name: str, *cells: object) -> None:
    """Print one aligned row."""
    print(f"{name:<28}" + "".join(f"{c!s:>14}" for c in cells))


def scanned(world: Path, out: Path, threads: int) -> dict[str, object]:
    """Scan and print what each part took."""
    summary = aboveboard("scan", str(world), "--out", str(out), "--threads", str(threads))
    row(f"{world.name}, {threads} thread(s)", "seconds", "peak MB", "findings")
    for line in summary["detectors"]:
        row(f"  {line['name']}", line["seconds"], line["peak_mb"], line["findings"])
    row("  whole scan", summary["seconds"], summary["peak_mb"], digest(out))
    return summary


def demo(out: Path) -> None:
    """Make and scan the demo's world, and print what that took: aims are 10 seconds and 400 MB."""
    summary = aboveboard("demo", "--out", str(out))
    row("demo", "seconds", "peak MB")
    row("  whole", summary["seconds"], summary["peak_mb"])
    for line in sorted(summary["detectors"], key=lambda d: -d["peak_mb"])[:3]:
        row(f"  {line['name']}", line["seconds"], line["peak_mb"])


def main() -> None:
    """Make the worlds, scan them, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accounts", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--place", type=Path, default=Path(tempfile.gettempdir()) / "aboveboard-benchmark")
    given = parser.parse_args()
    place = given.place / f"{given.accounts}-{given.seed}"
    place.mkdir(parents=True, exist_ok=True)
    demo(given.place / "demo")
    for name, only in (("planted", []), ("innocents", ["--only", "none"])):
        if not (place / name).exists():
            options = ["--accounts", str(given.accounts), "--seed", str(given.seed), *only]
            print(name, aboveboard("world", str(place / name), *options))
    scanned(place / "planted", place / "out-1", 1)
    scanned(place / "planted", place / "out-2", 2)
    print("same bytes on 1 and 2 threads:", digest(place / "out-1") == digest(place / "out-2"))
    counts = scanned(place / "innocents", place / "out-innocents", 2)["counts"]
    for violation, tiers in counts.items():
        share = {t: f"{n} ({100 * n / given.accounts:.4f} %)" for t, n in tiers.items()}
        print(f"innocents only: {violation}: {share}")
    print("innocents only:", "nothing found" if not counts else "see above")


if __name__ == "__main__":
    main()
