"""Near-duplicate texts among a million short ones, beside rensa and datasketch.

    .venv/bin/python benchmarks/neardup.py --peer /tmp/neardup-peers/bin/python [--size 1000000] [--data ../shared/data]

Two parts. `generated`: texts of made-up English words and of ideographs, edited copies planted. `real`: the texts of --data (marketing),
with edited copies. Each program runs in a process of its own: wall and CPU seconds, peak memory, and recall, the share of planted pairs
found among those whose exact Jaccard index (in plain Python) is at least 0.5, 0.6 or 0.7. Ours counts from raw text to verified pairs;
a peer is given ready shingles, and its Python shingling is a column of its own. `--way words` gives the peers words and pairs of words
in place of four letters, and takes the truth from those. The peers need rensa 0.5.0 and datasketch 2.0.0.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
from neardup_texts import Planted, generated, real, shingles, words

LEAST = (0.5, 0.6, 0.7)


def ours(folder: Path) -> None:
    """Find the pairs in `folder`, print the cost. Runs in a process of its own; the compiled loops are loaded first."""
    from aboveboard.text.neardup import near

    texts = pa.chunked_array([(folder / "texts.txt").read_text("utf-8").splitlines()], pa.string())
    near(texts.slice(0, 20_000))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    costs = []
    for _ in range(3):
        start, spent = time.perf_counter(), time.process_time()
        found = near(texts)
        costs.append((time.perf_counter() - start, time.process_time() - spent))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    np.savez(folder / "ours.npz", text=found.text, pairs=(found.left << 31) | found.right)
    best = {"seconds": min(c[0] for c in costs), "cpu": min(c[1] for c in costs)}
    print(
        json.dumps(
            {**best, "shingles_s": 0, "shingles_cpu": 0, "peak_mb": peak, "before_mb": before, "pairs": len(found.left)}
        )
    )


def run(*command: str) -> dict[str, float]:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def jaccard(planted: Planted, way: str) -> np.ndarray:
    cut = shingles if way == "shingles" else words
    sets = [(cut(planted.texts[a]), cut(planted.texts[b])) for a, b in planted.pairs.tolist()]
    return np.array([len(a & b) / max(len(a | b), 1) for a, b in sets])


def hits(folder: Path, name: str, pairs: np.ndarray) -> np.ndarray:
    """Tell of each planted pair whether it was found."""
    if name != "ours":
        low, high = pairs.min(axis=1), pairs.max(axis=1)
        return np.isin((low << 31) | high, np.load(folder / f"{name}.npy"))
    made = np.load(folder / "ours.npz")
    ends = np.sort(made["text"][pairs], axis=1)
    return (ends[:, 0] >= 0) & ((ends[:, 0] == ends[:, 1]) | np.isin((ends[:, 0] << 31) | ends[:, 1], made["pairs"]))


def compared(title: str, planted: Planted, peer: str, peers: list[str], way: str) -> None:
    """Print a line for each program."""
    alike = jaccard(planted, way)
    counts = ", ".join(f"{(alike >= least).sum():,} at {least} or more" for least in LEAST)
    print(f"\n{title}: {len(planted.texts):,} texts, {len(alike):,} planted pairs: {counts}")
    print(
        f"{'':<12}{'seconds':>9}{'cpu s':>9}{'+ cutting':>11}{'peak MB':>9}"
        + "".join(f"{f'recall {x}':>12}" for x in LEAST)
        + f"{'x ours':>9}{'x cpu':>9}"
    )
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "texts.txt").write_text("\n".join(" ".join(t.splitlines()) for t in planted.texts), "utf-8")
        own = run(sys.executable, __file__, "--ours", place)
        line("ours", own, own, [hits(folder, "ours", planted.pairs)[alike >= x].mean() for x in LEAST])
        for name in peers if peer else ():
            cost = run(peer, str(Path(__file__).with_name("neardup_peer.py")), name, place, way)
            line(name, cost, own, [hits(folder, name, planted.pairs)[alike >= x].mean() for x in LEAST])


def line(name: str, cost: dict[str, float], own: dict[str, float], recall: list[float]) -> None:
    shown = f"{name:<12}{cost['seconds']:>9.1f}{cost['cpu']:>9.1f}{cost['shingles_s']:>11.1f}{cost['peak_mb']:>9.0f}"
    print(
        shown
        + "".join(f"{r:>12.3f}" for r in recall)
        + f"{cost['seconds'] / own['seconds']:>9.1f}{cost['cpu'] / own['cpu']:>9.1f}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", default="", help="the Python that has the peers; empty leaves them out")
    parser.add_argument("--peers", nargs="*", default=["rensa", "datasketch"])
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--part", choices=("generated", "real", "all"), default="all")
    parser.add_argument("--way", choices=("shingles", "words"), default="shingles")
    parser.add_argument("--ours", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.ours:
        ours(given.ours)
        return
    if given.part in ("generated", "all"):
        compared("generated", generated(given.size), given.peer, given.peers, given.way)
    if given.part in ("real", "all"):
        compared("real", real(given.data / "marketing"), given.peer, given.peers, given.way)


if __name__ == "__main__":
    main()
