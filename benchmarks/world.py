"""Make one large world and print what it took: `python benchmarks/world.py [ACCOUNTS] [SEED]`.

Seconds are wall clock, memory is the peak of this process (resident set), rows are what was written.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from aboveboard.worlds import make_world


def main() -> None:
    accounts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "world"
        start = time.perf_counter()
        rows = make_world(out, accounts, seed)
        seconds = time.perf_counter() - start
        size = sum(p.stat().st_size for p in out.iterdir())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{accounts:,} accounts, seed {seed}: {seconds:.1f} s, {peak:.2f} GiB peak, {size / 2**20:,.0f} MiB on disk")
    for table, count in rows.items():
        print(f"  {table:<18}{count:>12,}")


if __name__ == "__main__":
    main()
