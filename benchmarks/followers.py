"""The detectors of fake audiences on generated worlds: seconds, memory, growth of cost, precision by tier, innocents.

    .venv/bin/python benchmarks/followers.py --sizes 100000,1000000

Makes worlds under --place (about twelve follows an account), scans each with these detectors in a process of its own, and
prints how cost grows from the first size to the last, beside what n log n would ask. Then what the labels say of every
finding, and what is found in a world of innocents only (celebrities, viral days, giveaways, intakes, migrations).
"""

from __future__ import annotations

import argparse
import math
import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb
from scan import aboveboard, row

DETECTORS = ("follow_ring", "ringed_target", "follower_batch", "audience_growth", "bought_audience", "machine_account", "dormant")  # fmt: skip

_TIERS = """
SELECT detector, f.tier, count(*) AS found, count(*) FILTER (l.value) AS planted, count(*) FILTER (NOT l.value) AS innocents
FROM (SELECT DISTINCT detector, violation, tier, account_id FROM '{out}/findings.parquet') AS f
LEFT JOIN (SELECT account_id, violation, bool_or(value) AS value FROM '{world}/labels.parquet' GROUP BY ALL) AS l
  USING (account_id, violation)
GROUP BY ALL ORDER BY ALL
"""

_RECALL = """
SELECT l.violation, l.class, count(DISTINCT l.account_id) AS planted, count(DISTINCT f.account_id) AS found
FROM '{world}/labels.parquet' AS l LEFT JOIN '{out}/findings.parquet' AS f USING (account_id, violation)
WHERE l.value AND l.violation IN ('fake_follower', 'inflated_audience', 'bought_audience', 'zombie') GROUP BY ALL ORDER BY ALL
"""


def made(world: Path, accounts: int, seed: int, *more: str) -> Path:
    """Make a world unless it is there."""
    if not world.exists():
        aboveboard("world", str(world), "--accounts", str(accounts), "--seed", str(seed), *more)
    return world


def scanned(
    world: Path, out: Path, threads: int, detectors: Sequence[str] = DETECTORS
) -> dict[str, tuple[float, float]]:
    """Scan, print seconds and memory of each detector, and return them."""
    said = aboveboard(
        "scan", str(world), "--out", str(out), "--detectors", ",".join(detectors), "--threads", str(threads)
    )
    row(world.name, "seconds", "peak MB", "findings")
    for line in said["detectors"]:
        row(f"  {line['name']}", line["seconds"], line["peak_mb"], line["findings"])
    row("  all", said["seconds"], said["peak_mb"])
    return {line["name"]: (line["seconds"], line["peak_mb"]) for line in said["detectors"]} | {
        "all": (said["seconds"], said["peak_mb"])
    }


def grown(sizes: list[int], costs: list[dict[str, tuple[float, float]]]) -> None:
    """Print by which power of the number of accounts seconds and memory grew from the first size to the last."""
    low, high = sizes[0], sizes[-1]
    row(f"growth, {low:,} to {high:,}", "seconds", "memory")
    for name, (seconds, memory) in costs[-1].items():
        first = costs[0][name]
        powers = [
            math.log(max(b, 0.01) / max(a, 0.01)) / math.log(high / low)
            for a, b in zip(first, (seconds, memory), strict=True)
        ]
        row(f"  {name}", *(f"n^{p:.2f}" for p in powers))
    row("  n log n would be", f"n^{1 + math.log(math.log(high) / math.log(low)) / math.log(high / low):.2f}")


def table(text: str, world: Path, out: Path) -> None:
    """Print the rows of a query over a world and its scan."""
    found = duckdb.sql(text.format(world=world, out=out))
    row(found.columns[0], *found.columns[1:])
    for line in found.fetchall():
        row(line[0], *line[1:])


def main() -> None:
    """Make the worlds, scan them, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100000,1000000")
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--place", type=Path, default=Path(tempfile.gettempdir()) / "aboveboard-followers")
    given = parser.parse_args()
    sizes = sorted(int(s) for s in given.sizes.split(","))
    given.place.mkdir(parents=True, exist_ok=True)
    costs: list[dict[str, tuple[float, float]]] = []
    for size in sizes:
        world, out = given.place / f"planted-{size}-{given.seed}", given.place / f"out-{size}-{given.seed}"
        costs.append(scanned(made(world, size, given.seed), out, given.threads))
        table(_TIERS, world, out)
        table(_RECALL, world, out)
    if len(sizes) > 1:
        grown(sizes, costs)
    world = made(given.place / f"innocents-{sizes[0]}-{given.seed}", sizes[0], given.seed, "--only", "none")
    scanned(world, given.place / f"out-innocents-{sizes[0]}-{given.seed}", given.threads)
    table(_TIERS, world, given.place / f"out-innocents-{sizes[0]}-{given.seed}")


if __name__ == "__main__":
    main()
