"""Link new accounts to closed ones, beside Splink, on the same generated records.

    .venv/bin/python benchmarks/linkage.py --peer /tmp/benchenv/bin/python [--new 1000000] [--closed 100000] [--data ../shared/data]

Two generators of pairs (`linkage_pairs.py`) that agree in nothing but the tables; where --data holds names/npm_usernames, half or
a quarter of the handles are real ones. Splink runs as its tutorials show it and in the best set-up we found for it. Prints
seconds, peak memory, precision and recall at 0.5, average precision and calibration error (of pairs from 0.01 up), then
our precision at the peer's recall and our recall at the peer's precision. Each program runs in a process of its own; the
peer needs `splink` (the `bench` group).
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from linkage_pairs import GENERATORS, Pairs

FAINTEST = 0.01
"""Pairs less likely than this are not written, by nobody."""


class Judged(NamedTuple):
    """What one program found: precision and recall after each pair (most probable first), and how good its 0.5 is."""

    precisions: np.ndarray
    recalls: np.ndarray
    precision: float
    recall: float
    average: float
    calibration: float


def ours(folder: Path) -> None:
    """Link what lies in `folder`, write the pairs, print the cost. Runs in a process of its own."""
    import resource
    import time

    from aboveboard.app.linking import link_accounts

    start = time.perf_counter()
    returns = json.loads((folder / "shape.json").read_text())["returns_each"]
    fresh, closed = (pq.read_table(folder / f"{n}.parquet").drop_columns("unique_id") for n in ("fresh", "closed"))
    found = link_accounts(fresh, closed, returns)
    sure = found.probability >= FAINTEST
    seconds = time.perf_counter() - start
    made = {"new": found.left[sure], "closed": found.right[sure], "p": found.probability[sure]}
    pq.write_table(pa.table(made), folder / "ours.parquet")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    cpu = time.process_time()
    print(json.dumps({"seconds": seconds, "cpu": cpu, "peak_mb": peak, "pairs": len(found.left)}))


def judged(path: Path, made: Pairs) -> Judged:
    """Hold the pairs of a file against what is true."""
    new, closed, p = (pq.read_table(path)[c].to_numpy() for c in ("new", "closed", "p"))
    size = made.closed.num_rows
    right = np.isin(new.astype(np.int64) * size + closed, made.new.astype(np.int64) * size + made.old)
    order = np.argsort(-p, kind="stable")
    there = np.cumsum(right[order])
    precisions, recalls = there / np.arange(1, len(there) + 1), there / len(made.new)
    said = p >= 0.5
    tenth = np.minimum((10 * p).astype(np.int64), 9)
    gaps = np.abs(np.bincount(tenth, p, 10) - np.bincount(tenth, right, 10))
    return Judged(
        precisions,
        recalls,
        precision=float(right[said].sum() / max(said.sum(), 1)),
        recall=float(right[said].sum() / len(made.new)),
        average=float((precisions * np.diff(recalls, prepend=0.0)).sum()),
        calibration=float(gaps.sum() / max(len(p), 1)),
    )


def run(command: list[str]) -> dict[str, float]:
    """Run one program and read the cost it prints last."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def compare(folder: Path, made: Pairs, peer: str) -> None:
    """Run all programs on the same pairs and print the table."""
    pq.write_table(made.fresh, folder / "fresh.parquet")
    pq.write_table(made.closed, folder / "closed.parquet")
    (folder / "shape.json").write_text(json.dumps({"returns_each": made.returns, "fresh": made.fresh.num_rows}))
    made = made._replace(fresh=made.fresh.slice(0, 0))
    rows = {
        "aboveboard": (run([sys.executable, __file__, "--folder", str(folder)]), judged(folder / "ours.parquet", made))
    }
    for way in ("plain", "best") if peer else ():
        cost = run([peer, str(Path(__file__).with_name("linkage_peer.py")), str(folder), way])
        rows[f"splink 5, {way}"] = (cost, judged(folder / f"peer-{way}.parquet", made))
    print(
        f"{'':<16}"
        + "".join(f"{h:>11}" for h in ("seconds", "peak MB", "precision", "recall", "F1", "av. prec.", "calibr."))
    )
    for name, (cost, found) in rows.items():
        f1 = 2 * found.precision * found.recall / max(found.precision + found.recall, 1e-9)
        scores = (found.precision, found.recall, f1, found.average, found.calibration)
        print(f"{name:<16}{cost['seconds']:>11.1f}{cost['peak_mb']:>11,.0f}" + "".join(f"{s:>11.4f}" for s in scores))
    side_by_side(rows)


def side_by_side(rows: dict[str, tuple[dict[str, float], Judged]]) -> None:
    """Print the ratios, and our precision at each peer's recall, and our recall at its precision."""
    (mine, ours_), *others = rows.values()
    for name, (theirs, peer) in zip(list(rows)[1:], others, strict=True):
        at_recall = ours_.precisions[ours_.recalls >= peer.recall].max(initial=0.0)
        at_precision = ours_.recalls[ours_.precisions >= peer.precision].max(initial=0.0)
        print(
            f"against {name}: {theirs['seconds'] / mine['seconds']:.1f} x faster, {theirs['peak_mb'] / mine['peak_mb']:.1f} x "
            f"less memory; precision {at_recall:.4f} at its recall {peer.recall:.4f} (its {peer.precision:.4f}); "
            f"recall {at_precision:.4f} at its precision (its {peer.recall:.4f})"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--new", type=int, default=1_000_000)
    parser.add_argument("--closed", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--data", type=Path, help="the folder with the public data")
    parser.add_argument("--peer", default=sys.executable, help="the Python that has splink; '' leaves the peer out")
    parser.add_argument("--only", choices=list(GENERATORS), help="only this generator")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.folder:
        ours(given.folder)
        return
    handles = given.data / "names/npm_usernames/usernames.txt.gz" if given.data else Path()
    real = gzip.decompress(handles.read_bytes()).decode().split() if handles.is_file() else []
    np.random.default_rng(given.seed).shuffle(real)
    for name in [given.only] if given.only else GENERATORS:
        print(
            f"{name}: {given.new:,} new accounts, {given.closed:,} closed ones, {len(real):,} real handles at hand",
            flush=True,
        )
        with tempfile.TemporaryDirectory(prefix="aboveboard-linkage-") as place:
            made = GENERATORS[name](np.random.default_rng(given.seed), given.new, given.closed, real)
            compare(Path(place), made, given.peer)


if __name__ == "__main__":
    main()
