"""The detectors of malicious marketing on generated worlds: seconds, memory, growth of cost, precision by tier, innocents.

    .venv/bin/python benchmarks/marketing.py --sizes 100000,1000000

Makes worlds under --place (one post and six actions an account at least, in English, Chinese and Arabic, with comments, tags, links,
deletions and notices), scans each with these detectors in a process of its own, and prints how cost grows from the first size to the
last, beside what n log n would ask. Then what the labels say of every finding, how much of what was planted is found, and what is
found in a world of innocents only (charity drives, fan slogans, witnesses, readers who quote, people who tease).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import duckdb
from followers import grown, made, scanned, table
from scan import row

DETECTORS = (
    "coaction_ring", "templated_text", "copied_text", "fabricated_quote", "pile_on", "trend_hijack", "clickbait", "vulgarity",
)  # fmt: skip

TIERS = """
SELECT detector, f.tier, count(*) AS found, count(*) FILTER (l.value) AS planted, count(*) FILTER (l.value IS NOT true) AS others,
  count(*) FILTER (NOT l.value) AS innocents
FROM (SELECT DISTINCT detector, violation, tier, account_id FROM '{out}/findings.parquet') AS f
LEFT JOIN (SELECT account_id, violation, bool_or(value) AS value FROM '{world}/labels.parquet' GROUP BY ALL) AS l
  USING (account_id, violation)
GROUP BY ALL ORDER BY ALL
"""

RECALL = """
SELECT l.violation, l.class, count(DISTINCT l.account_id) AS planted, count(DISTINCT f.account_id) AS found
FROM '{world}/labels.parquet' AS l LEFT JOIN '{out}/findings.parquet' AS f USING (account_id, violation)
WHERE l.value AND l.violation IN ('coordination', 'fabricated_quote', 'pile_on', 'trend_hijack', 'clickbait', 'vulgarity')
GROUP BY ALL ORDER BY ALL
"""


def held(world: Path) -> None:
    """Print how much a world holds, for each account and in all."""
    sizes = {
        name: duckdb.sql(f"SELECT count(*) FROM '{world}/{name}.parquet'").fetchall()[0][0]
        for name in ("accounts", "posts", "actions", "notices")
    }
    row(f"{world.name}: rows", *sizes)
    row("", *(f"{n:,}" for n in sizes.values()))


def main() -> None:
    """Make the worlds, scan them, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100000,1000000")
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--place", type=Path, default=Path(tempfile.gettempdir()) / "aboveboard-marketing")
    given = parser.parse_args()
    sizes = sorted(int(s) for s in given.sizes.split(","))
    given.place.mkdir(parents=True, exist_ok=True)
    costs: list[dict[str, tuple[float, float]]] = []
    for size in sizes:
        world, out = given.place / f"planted-{size}-{given.seed}", given.place / f"out-{size}-{given.seed}"
        held(made(world, size, given.seed))
        costs.append(scanned(world, out, given.threads, DETECTORS))
        table(TIERS, world, out)
        table(RECALL, world, out)
    if len(sizes) > 1:
        grown(sizes, costs)
    world = made(given.place / f"innocents-{sizes[0]}-{given.seed}", sizes[0], given.seed, "--only", "none")
    out = given.place / f"out-innocents-{sizes[0]}-{given.seed}"
    scanned(world, out, given.threads, DETECTORS)
    table(TIERS, world, out)


if __name__ == "__main__":
    main()
