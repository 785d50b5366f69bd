"""Rings in a follow graph: the densest block beside rgmining-fraudar, the cascade on planted rings, and rings in a real graph.

    .venv/bin/python benchmarks/rings.py --peer /tmp/fraudar-venv/bin/python [--edges 1000000 10000000] [--data ../shared/data]

Three tables. `peel`: the same block by both, each in a process of its own, CPU seconds and peak memory. `cascade`: account and target
precision, recall and F1 for every shape of `ring_graphs` (`--quick`: one seed, fewer shapes), with times and without; above 20
million edges the clean graph and one shape, each graph made in a process of its own that leaves files, so that neither the maker nor
its memory is in what is measured (at 100 M: 2 GB on disk for a while). `real`: rings
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
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
from ring_graphs import Shape, graph
from rings_real import real

from aboveboard.graph.cores import Least
from aboveboard.graph.follows import follows_of
from aboveboard.graph.rings import rings_of

LEAST, LIFT, RATE = Least(8, 3, 3), 20.0, 0.01
MEGABYTE, LARGE = 1 << 20, 20_000_000


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


def made(folder: Path, shape: Shape, seed: int) -> None:
    """Draw a graph into `folder`, print what that cost and what is true of it. Runs in a process of its own."""
    import resource

    start, drawn = time.process_time(), graph(seed, shape)
    for name in ("follower", "target", "at"):
        np.save(folder / f"{name}.npy", getattr(drawn, name))
    size = drawn.people + drawn.targets
    fake, inflated = np.zeros(size, bool), np.zeros(size, bool)
    fake[: drawn.people], inflated[drawn.people :] = drawn.fake, drawn.inflated
    np.savez(folder / "truth.npz", fake=fake, inflated=inflated)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"edges": len(drawn.at), "seconds": time.process_time() - start, "peak_mb": peak}))


def cascade(folder: Path, *, timed: bool) -> None:
    """Run the cascade on the graph in `folder`, print the cost and where the rings are. Runs in a process of its own."""
    import resource

    follower, target, moment = (np.load(folder / f"{n}.npy") for n in ("follower", "target", "at"))
    size, at = len(np.load(folder / "truth.npz")["fake"]), moment.astype(np.int64) if timed else None
    del moment
    few = slice(0, 300_000)
    rings_of(follows_of(follower[few], target[few], None if at is None else at[few], size), LEAST, LIFT, RATE)
    start, wall = time.process_time(), time.perf_counter()
    rings = rings_of(follows_of(follower, target, at, size), LEAST, LIFT, RATE)
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
        drawn = graph(seed, Shape(edges=edges, camouflage=camouflage, rings="mixed", communities=edges // 3333))
        with tempfile.TemporaryDirectory(prefix="aboveboard-rings-") as place:
            folder = Path(place)
            np.save(folder / "follower.npy", drawn.follower)
            np.save(folder / "target.npy", drawn.target - np.int32(drawn.people))
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


class Judged(NamedTuple):
    """What one graph came to: its edges, what making it and searching it cost, the scores of accounts and targets, how many were named."""

    edges: int
    making: dict[str, float]
    cost: dict[str, float]
    account: tuple[float, float, float]
    target: tuple[float, float, float]
    named: int


def judged(shape: Shape, seed: int, *, timed: bool = True) -> Judged:
    """Make a graph and run the cascade on it, each in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="aboveboard-rings-") as place:
        making = run(sys.executable, Path(__file__), "--one-graph", place, json.dumps(asdict(shape)), str(seed))
        cost = run(sys.executable, Path(__file__), "--one-cascade", place, "timed" if timed else "untimed")
        found, truth = (np.load(Path(place) / f"{n}.npz") for n in ("found", "truth"))
        members, targets = found["members"], found["targets"]
        account, target = scored(members, truth["fake"]), scored(targets, truth["inflated"])
    return Judged(int(making["edges"]), making, cost, account, target, len(members))


def shapes(edges: int, *, quick: bool) -> list[Shape]:
    """Return the settings of the table."""
    many = edges // 3333
    if edges > LARGE:
        return [Shape(edges, 0.0, "none", communities=many), Shape(edges, 0.05, "mixed", "light", 60, many)]
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
    many = edges // 3333
    if edges > LARGE:
        return []
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
    for word in PARTS:
        parser.add_argument(f"--one-{word}", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if part := next((w for w in PARTS if getattr(given, f"one_{w}")), ""):
        PARTS[part](*getattr(given, f"one_{part}"))
        return
    if "peel" in given.tables:
        peels(given)
    if "cascade" in given.tables:
        cascades(given)
    if "real" in given.tables and given.data:
        real(given.data, given.seeds[0])


def peels(given: argparse.Namespace) -> None:
    """Print the table of the peel."""
    print(
        f"{'edges':>12} {'camouf.':<8}{'seconds':>10}{'MB':>10}{'peer s':>12}{'peer MB':>10}{'ratio':>11}{'same block':>12}"
    )
    for edges in given.edges:
        peeled(edges, given.seeds[0], given.peer, given.camouflage)


def cascades(given: argparse.Namespace) -> None:
    """Print the table of the cascade."""
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


def line(shape: Shape, seed: int, *, timed: bool = True) -> None:
    """Print one row of the cascade's table."""
    done = judged(shape, seed, timed=timed)
    when = f"{shape.days:>6.0f} {'staggered' if shape.staggered else 'together':<10}" if timed else f"{'no times':>16} "
    rings = f"{shape.rings:<6}{shape.share:>6.0%} {shape.camouflage:<8}{shape.communities:>6}"
    head = f"{done.edges:>11,} {rings}{when}"
    told = f"{f'{done.named} accounts named':>23}"
    scores = "".join(f"{v:>7.3f} " for v in done.account) if shape.rings != "none" else told
    cost = f"{done.cost['seconds']:>8.2f}{done.cost['wall']:>8.2f}{done.cost['peak_mb']:>7,.0f}"
    print(f"{head}{scores}{done.target[2]:>10.3f}{cost}", flush=True)
    if shape.edges > LARGE:
        making = done.making
        print(
            f"{'':>12}made in {making['seconds']:.0f} CPU s, {making['peak_mb']:,.0f} MB; {done.named:,} accounts named"
        )


PARTS = {
    "peel": lambda place: ours(Path(place)),
    "graph": lambda place, shape, seed: made(Path(place), Shape(**json.loads(shape)), int(seed)),
    "cascade": lambda place, timed: cascade(Path(place), timed=timed == "timed"),
}
"""What runs in a process of its own, by the word that starts it."""


if __name__ == "__main__":
    main()
