"""Rings in a follow graph: the densest block beside rgmining-fraudar, the cascade on planted rings, and rings in a real graph.

    .venv/bin/python benchmarks/rings.py --peer /tmp/fraudar-venv/bin/python [--edges 1000000 10000000] [--data ../shared/data]

Three tables. `peel`: the same block by both, each in a process of its own, CPU seconds and peak memory. `cascade`: account and target
precision, recall and F1 for every shape of `ring_graphs` (`--quick`: one seed, fewer shapes), with times and without. `real`: rings
planted among the star edges of --data, and per-repository figures against its labels, which are another detector's, beside account
age and star burst. The peer needs `rgmining-fraudar` 0.7.6.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from ring_graphs import Graph, Shape, graph
from rings_real import real

from aboveboard.graph.cores import Least
from aboveboard.graph.follows import follows_of
from aboveboard.graph.rings import rings_of

LEAST, LIFT, RATE = Least(8, 3, 3), 20.0, 0.01
MEGABYTE = 1 << 20


def ours(folder: Path) -> None:
    """Find the densest block of the edges in `folder`, write it, print the cost. Runs in a process of its own."""
    import resource

    from aboveboard.graph.peeling import densest

    follower, target = np.load(folder / "follower.npy"), np.load(folder / "target.npy")
    shape = int(follower.max()) + 1, int(target.max()) + 1
    densest(follower[:200_000], target[:200_000], *shape)  # loads the compiled loops, which a second run finds ready
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times = []
    for _ in range(3):
        start = time.process_time()
        block = densest(follower, target, *shape)
        times.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    np.savez(folder / "ours.npz", rows=block.rows, columns=block.columns)
    held = (follower.nbytes + target.nbytes) / MEGABYTE
    print(json.dumps({"seconds": min(times), "peak_mb": peak, "own_mb": peak - before + held, "mean": block.mean}))


def run(python: str, script: Path, *words: str) -> dict[str, float]:
    done = subprocess.run([python, str(script), *words], check=True, capture_output=True, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def cascade(folder: Path) -> None:
    """Run the cascade on the graph in `folder`, print the cost and where the rings are. Runs in a process of its own."""
    import resource

    held = np.load(folder / "graph.npz")
    at = held.get("at", None)
    few = slice(0, 300_000)
    rings_of(
        follows_of(held["follower"][few], held["target"][few], None if at is None else at[few], int(held["size"])),
        LEAST,
        LIFT,
        RATE,
    )
    start, wall = time.process_time(), time.perf_counter()
    follows = follows_of(held["follower"], held["target"], at, int(held["size"]))
    rings = rings_of(follows, LEAST, LIFT, RATE)
    seconds, wall = time.process_time() - start, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    none = [np.empty(0, np.int64)]
    members = np.unique(np.concatenate([r.members for r in rings] or none))
    targets = np.unique(np.concatenate([r.targets for r in rings] or none))
    np.savez(folder / "found.npz", members=members, targets=targets)
    print(json.dumps({"seconds": seconds, "wall": wall, "peak_mb": peak, "rings": len(rings)}))


def peeled(edges: int, seed: int, peer: str, covers: list[str]) -> None:
    """Print one line for each camouflage: the block by both."""
    for camouflage in covers:
        made = graph(seed, Shape(edges=edges, camouflage=camouflage, rings="mixed", communities=edges // 3333))
        with tempfile.TemporaryDirectory(prefix="aboveboard-rings-") as place:
            folder = Path(place)
            np.save(folder / "follower.npy", made.follower.astype(np.int32))
            np.save(folder / "target.npy", (made.target - made.people).astype(np.int32))
            mine = run(sys.executable, Path(__file__), "--one-peel", place)
            line = f"{edges:>12,} {camouflage:<8}{mine['seconds']:>10.3f}{mine['own_mb']:>10,.0f}"
            if peer:
                theirs = run(peer, Path(__file__).with_name("rings_peer.py"), place)
                blocks = [np.load(folder / f"{n}.npz") for n in ("ours", "peer")]
                same = all(np.array_equal(blocks[0][k], blocks[1][k]) for k in ("rows", "columns"))
                line += f"{theirs['seconds']:>12.1f}{theirs['peak_mb']:>10,.0f}{theirs['seconds'] / mine['seconds']:>9.0f} x{same!s:>12}"
            print(line, flush=True)


def scored(said: np.ndarray, truth: np.ndarray) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the numbers `said` against a mask."""
    right = truth[said].sum()
    precision, recall = right / max(len(said), 1), right / max(truth.sum(), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def judged(made: Graph, *, timed: bool = True) -> tuple[dict[str, float], tuple[float, ...], tuple[float, ...], int]:
    """Run the cascade on a graph in a process of its own; return its cost, account and target scores, and how many it named."""
    size = made.people + made.targets
    with tempfile.TemporaryDirectory(prefix="aboveboard-rings-") as place:
        columns = {"follower": made.follower.astype(np.int32), "target": made.target.astype(np.int32), "size": size}
        np.savez(Path(place) / "graph.npz", **columns, **({"at": made.at} if timed else {}))
        cost = run(sys.executable, Path(__file__), "--one-cascade", place)
        found = np.load(Path(place) / "found.npz")
        members, targets = found["members"], found["targets"]
    fake, inflated = np.zeros(size, bool), np.zeros(size, bool)
    fake[: made.people], inflated[made.people :] = made.fake, made.inflated
    return cost, scored(members, fake), scored(targets, inflated), len(members)


def shapes(edges: int, *, quick: bool) -> list[Shape]:
    """Return the settings of the table."""
    many = 3000 if edges >= 10_000_000 else edges // 3333
    kinds = [
        Shape(edges, share, rings, camouflage, days, many, staggered)
        for rings in ("tight", "flat", "mixed")
        for share in (0.01, 0.05, 0.2)
        for days, staggered, camouflage in (
            (5, True, "none"),
            (60, False, "light"),
            (60, True, "heavy"),
            (5, False, "heavy"),
        )
    ]
    return [Shape(edges, 0.0, "none", communities=many), *(kinds[::5] if quick else kinds)]


def untimed(edges: int, *, quick: bool) -> list[Shape]:
    """Return the settings of the rows without times: nothing else is tight, or there are communities, where nobody can be named."""
    many = 3000 if edges >= 10_000_000 else edges // 3333
    kinds = [
        Shape(edges, share, rings, camouflage, communities=0)
        for rings in ("tight", "flat", "mixed")
        for share in (0.01, 0.05, 0.2)
        for camouflage in ("none", "heavy")
    ]
    crowded = [Shape(edges, 0.0, "none", communities=c) for c in (0, many)] + [Shape(edges, communities=many)]
    return [*crowded, *(kinds[::5] if quick else kinds)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edges", type=int, nargs="+", default=[1_000_000, 10_000_000])
    parser.add_argument("--seeds", type=int, nargs="+", default=[101])
    parser.add_argument("--peer", default="", help="the Python that has rgmining-fraudar; empty leaves the peer out")
    parser.add_argument("--data", type=Path, help="the folder with the public data")
    parser.add_argument("--tables", nargs="+", default=["peel", "cascade", "real"])
    parser.add_argument("--camouflage", nargs="+", default=["none", "light", "heavy"], help="of the peel's graphs")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--one-peel", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--one-cascade", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one_peel or given.one_cascade:
        ours(given.one_peel) if given.one_peel else cascade(given.one_cascade)
        return
    if "peel" in given.tables:
        print(
            f"{'edges':>12} {'camouf.':<8}{'seconds':>10}{'MB':>10}{'peer s':>12}{'peer MB':>10}{'ratio':>11}{'same block':>12}"
        )
        for edges in given.edges:
            peeled(edges, given.seeds[0], given.peer, given.camouflage)
    if "cascade" in given.tables:
        head = f"{'prec.':>7}{'recall':>8}{'F1':>7}"
        print(
            f"\n{'edges':>11} {'rings':<6}{'fraud':>6} {'camouf.':<8}{'comm.':>6}{'days':>6} {'starts':<10}{head}{'target F1':>11}{'CPU s':>8}{'wall s':>8}{'MB':>7}"
        )
        for edges in given.edges:
            for seed in given.seeds:
                for shape in shapes(edges, quick=given.quick):
                    line(shape, seed)
                for shape in untimed(edges, quick=given.quick):
                    line(shape, seed, timed=False)
    if "real" in given.tables and given.data:
        real(given.data, given.seeds[0])


def line(shape: Shape, seed: int, *, timed: bool = True) -> None:
    """Print one row of the cascade's table."""
    made = graph(seed, shape)
    cost, account, target, named = judged(made, timed=timed)
    when = f"{shape.days:>6.0f} {'staggered' if shape.staggered else 'together':<10}" if timed else f"{'no times':>16} "
    rings = f"{shape.rings:<6}{shape.share:>6.0%} {shape.camouflage:<8}{shape.communities:>6}"
    head = f"{len(made.at):>11,} {rings}{when}"
    scores = "".join(f"{v:>7.3f} " for v in account) if shape.rings != "none" else f"{f'{named} accounts named':>23}"
    print(
        f"{head}{scores}{target[2]:>10.3f}{cost['seconds']:>8.2f}{cost['wall']:>8.2f}{cost['peak_mb']:>7,.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
