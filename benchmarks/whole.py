"""A scan of generated worlds: seconds and memory by detector, how cost grows with accounts, what is found of what was planted, innocents.

    .venv/bin/python benchmarks/whole.py --sizes 100000,1000000 [--detectors followers]

The whole book of detectors runs, or those that --detectors names: a list, or `followers`, `marketing`. Worlds are made under
--place (each account has about twelve follows, seven actions and one post), or --world names a folder that is there. Each scan is a process
of its own. Printed are the rows of each world; seconds and peak memory by detector, the dearest first, and by which power of the
number of accounts they grow from the first size to the last, beside what n log n would ask; what the labels say of every finding, how much of what
was planted is found, and what is found in a world of innocents only. Detectors run two side by side, so theirs add up to more than the
whole; a table that several share counts for the first that needs it.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from scan import aboveboard, row

GROUPS = {
    "followers": ("follow_ring", "ringed_target", "follower_batch", "audience_growth", "bought_audience", "machine_account", "dormant"),
    "marketing": (
        "coaction_ring", "shift_crew", "templated_text", "copied_text", "fabricated_quote", "pile_on", "trend_hijack", "clickbait", "vulgarity",
    ),
}  # fmt: skip

_TIERS = """
SELECT detector, f.tier, count(*) AS found, count(*) FILTER (l.value) AS planted, count(*) FILTER (l.value IS NOT true) AS others,
  count(*) FILTER (NOT l.value) AS innocents
FROM (SELECT DISTINCT detector, violation, tier, account_id FROM '{out}/findings.parquet') AS f
LEFT JOIN (SELECT account_id, violation, bool_or(value) AS value FROM '{world}/labels.parquet' GROUP BY ALL) AS l
  USING (account_id, violation)
GROUP BY ALL ORDER BY ALL
"""

_RECALL = """
SELECT l.violation, l.class, count(DISTINCT l.account_id) AS planted, count(DISTINCT f.account_id) AS found
FROM '{world}/labels.parquet' AS l LEFT JOIN '{out}/findings.parquet' AS f USING (account_id, violation)
WHERE l.value AND list_contains({violations}, l.violation) GROUP BY ALL ORDER BY ALL
"""

Costs = dict[str, tuple[float, float]]
"""Seconds and peak memory in MB by detector; `whole scan` is all of it."""


@dataclass(frozen=True)
class Bench:
    """Where worlds lie, how they are made and scanned."""

    place: Path
    seed: int
    threads: int
    detectors: Sequence[str]

    def world(self, accounts: int, *, innocents: bool = False) -> Path:
        """Make a world unless it is there."""
        name = "innocents" if innocents else "planted"
        world = self.place / f"{name}-{accounts}-{self.seed}"
        if not world.exists():
            only = ("--only", "none") if innocents else ()
            aboveboard("world", str(world), "--accounts", str(accounts), "--seed", str(self.seed), *only)
        return world

    def scan(self, world: Path) -> tuple[dict[str, Any], Path]:
        """Scan a world; return the summary and the folder of what was found."""
        out = self.place / f"out-{world.name}"
        chosen = ("--detectors", ",".join(self.detectors)) if self.detectors else ()
        return aboveboard("scan", str(world), "--out", str(out), "--threads", str(self.threads), *chosen), out


def held(world: Path, summary: dict[str, Any]) -> None:
    """Print how much a world holds of what was read."""
    for name, count in summary["tables"].items():
        row(f"{world.name}: {name}", f"{count:,}")
    for name, why in summary["skipped"].items():
        row(f"  did not run: {name}", why)


def costs(world: Path, summary: dict[str, Any]) -> Costs:
    """Print what each detector took, the dearest first, and return it."""
    row(world.name, "seconds", "peak MB", "findings")
    lines = sorted(summary["detectors"], key=lambda d: -d["seconds"])
    for line in lines:
        row(f"  {line['name']}", line["seconds"], line["peak_mb"], line["findings"])
    row("  whole scan", summary["seconds"], summary["peak_mb"])
    made = {line["name"]: (line["seconds"], line["peak_mb"]) for line in lines}
    return made | {"whole scan": (summary["seconds"], summary["peak_mb"])}


def grown(sizes: Sequence[int], every: Sequence[Costs]) -> None:
    """Print by which power of the number of accounts seconds and memory grew from the first size to the last."""
    low, high = sizes[0], sizes[-1]
    row(f"growth, {low:,} to {high:,}", "seconds", "memory")
    for name, last in every[-1].items():
        powers = (
            math.log(max(b, 0.01) / max(a, 0.01)) / math.log(high / low)
            for a, b in zip(every[0].get(name, last), last, strict=True)
        )
        row(f"  {name}", *(f"n^{p:.2f}" for p in powers))
    row("  n log n would be", f"n^{1 + math.log(math.log(high) / math.log(low)) / math.log(high / low):.2f}")


def table(text: str, **values: object) -> None:
    """Print the rows of a query over a world and its scan."""
    found = duckdb.sql(text.format(**values))
    row(found.columns[0], *found.columns[1:])
    for line in found.fetchall():
        row(line[0], *line[1:])


def measured(bench: Bench, world: Path, *, planted: bool) -> tuple[int, Costs]:
    """Scan one world and print its tables; return how many accounts it has, and the costs."""
    summary, out = bench.scan(world)
    held(world, summary)
    made = costs(world, summary)
    if (world / "labels.parquet").exists():
        table(_TIERS, world=world, out=out)
        if planted:
            table(_RECALL, world=world, out=out, violations=sorted({d["violation"] for d in summary["detectors"]}))
    return summary["tables"]["accounts"], made


def names(text: str) -> list[str]:
    """Return detectors by name; a group stands for its own."""
    return [d for word in filter(None, text.split(",")) for d in GROUPS.get(word, (word,))]


def main() -> None:
    """Make the worlds, scan them, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100000,1000000", help="accounts of the worlds to make")
    parser.add_argument("--world", type=Path, nargs="*", default=[], help="folders to scan instead, small to large")
    parser.add_argument("--detectors", default="", help=f"names, or {', '.join(GROUPS)}; without it the whole book")
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--place", type=Path, default=Path(tempfile.gettempdir()) / "aboveboard-whole")
    given = parser.parse_args()
    given.place.mkdir(parents=True, exist_ok=True)
    bench = Bench(given.place, given.seed, given.threads, names(given.detectors))
    sizes = sorted(int(s) for s in given.sizes.split(","))
    told = [measured(bench, w, planted=True) for w in given.world or map(bench.world, sizes)]
    if len(told) > 1:
        grown(*zip(*told, strict=True))
    if not given.world:
        measured(bench, bench.world(sizes[0], innocents=True), planted=False)


if __name__ == "__main__":
    main()
