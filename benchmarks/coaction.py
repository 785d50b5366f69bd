"""Accounts that act together: the pairs beside coordination-network-toolkit, and rings planted in real shares.

    .venv/bin/python benchmarks/coaction.py --peer /tmp/cnt-venv/bin/python [--data ../shared/data] [--acts 130000 1000000]

Three tables. `pairs`: all pairs within 60 s on one object by both, each in a process of its own, seconds by the wall and peak memory, and
whether they are the same (ours takes a tenth of a second a million, so it is the middle of five turns); then the whole search for rings on as many acts, and on --most. `rings`: rings of several sizes, tempos and
numbers of jobs planted in the shares of --data; precision and recall of pairs, and recall of accounts. A pair of two background
accounts is not counted: nobody knows what they are. `background`: the rings found in the untouched shares. The peer needs
`coordination-network-toolkit` 1.5.2.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import combinations
from pathlib import Path

import numpy as np
import pyarrow.compute as pc
from coaction_worlds import Ring, dealt_out, planted, shares
from pyarrow import csv

from aboveboard.graph import act_loops
from aboveboard.graph.acts import Acts, acts_of, firsts
from aboveboard.graph.coacts import meetings
from aboveboard.graph.compiled import loop
from aboveboard.graph.crews import Crew, crews_of
from aboveboard.graph.habits import habits

WINDOW, RATE, LEAST, SMALLEST = 60, 0.01, 3, 3
TURNS = 5
FILES = {
    "german_elections": ("account_id", "url_id", "timestamp"),
    "russian_coord_tweets": ("account_id", "object_id", "timestamp_share"),
}


def ours(folder: Path, *, whole: bool) -> None:
    """Find the pairs, or the rings, of the acts in `folder`, print the cost. Runs in a process of its own."""
    held = np.load(folder / "acts.npz")
    columns = held["account"], held["thing"], held["at"]
    size = int(columns[0].max()) + 1, int(columns[1].max()) + 1
    for name in ("place", "settle", "part", *act_loops.__all__):
        loop(name, 10**9)  # a running service has its loops compiled
    rings, costs = 0, list[float]()
    for _ in range(1 if whole else TURNS):
        start = time.perf_counter()
        acts = acts_of(*columns, *size)
        if whole:
            rings = len(crews_of(firsts(acts), RATE, LEAST, SMALLEST)[0])
        else:
            met = meetings(acts, (WINDOW,), 10**9, np.ones(size[0], bool), 1)
        costs.append(time.perf_counter() - start)
    seconds = statistics.median(costs)
    if not whole:
        np.save(folder / "ours.npy", np.stack([met.left, met.right], axis=1).astype(np.int64))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mb": peak, "rings": rings}))


def run(python: str, script: Path, *words: str) -> dict[str, float]:
    done = subprocess.run([python, str(script), *words], check=True, capture_output=True, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def paired(acts: int, peer: str, *, beside: bool) -> None:
    """Print one line: the pairs by both, and our search for rings in the same acts."""
    made = shares(seed=5, accounts=acts // 20, acts=acts, days=60)
    with tempfile.TemporaryDirectory(prefix="aboveboard-coaction-") as place:
        folder = Path(place)
        np.savez(folder / "acts.npz", account=made.account, thing=made.thing, at=made.at)
        line = f"{acts:>12,}"
        if beside:
            mine = run(sys.executable, Path(__file__), "--one-pairs", place)
            line += f"{mine['seconds']:>10.3f}{mine['peak_mb']:>8,.0f}"
            if peer:
                theirs = run(peer, Path(__file__).with_name("coaction_peer.py"), place, str(WINDOW))
                sets = [np.unique(np.load(folder / f"{n}.npy"), axis=0) for n in ("ours", "peer")]
                ratio = theirs["seconds"] / mine["seconds"]
                line += f"{theirs['seconds']:>10.1f}{theirs['peak_mb']:>9,.0f}{ratio:>8.0f} x{len(sets[0]):>12,}{np.array_equal(*sets)!s:>7}"
        line = f"{line:<76}"
        found = run(sys.executable, Path(__file__), "--one-rings", place)
        print(f"{line}{found['seconds']:>10.2f}{found['peak_mb']:>8,.0f}{int(found['rings']):>8}", flush=True)


def real(data: Path, name: str) -> Acts:
    """Read shares: accounts, objects and seconds."""
    account, thing, at = FILES[name]
    options = csv.ConvertOptions(
        include_columns=[account, thing, at], column_types={thing: "string"}, strings_can_be_null=True
    )
    rows = csv.read_csv(data / "coordination" / "coortweet" / f"{name}.csv.gz", convert_options=options)
    rows = rows.filter(pc.not_equal(pc.fill_null(rows[thing], ""), ""))
    codes = [rows[c].combine_chunks().dictionary_encode() for c in (account, thing)]
    numbers = [c.indices.to_numpy().astype(np.int32) for c in codes]
    return acts_of(*numbers, rows[at].cast("double").to_numpy().astype(np.int64), *(len(c.dictionary) for c in codes))


def pairs_in(groups: list[np.ndarray]) -> set[tuple[int, int]]:
    return {p for g in groups for p in combinations(sorted(map(int, g)), 2)}


def scores(background: Acts, ring: Ring, seeds: list[int]) -> str:
    """Plant rings, find them; return precision and recall of pairs and recall of accounts as text."""
    right = said = true = accounts = members = 0
    for seed in seeds:
        drawn, truth = planted(background, ring, seed, rings=6)
        found = [c.members for c in crews_of(firsts(drawn), RATE, LEAST, SMALLEST)[0]]
        mine = {p for p in pairs_in(found) if p[1] >= background.accounts}
        real_pairs, named = pairs_in(truth), {int(m) for f in found for m in f}
        right, said, true = right + len(mine & real_pairs), said + len(mine), true + len(real_pairs)
        accounts += sum(int(m) in named for t in truth for m in t)
        members += sum(map(len, truth))
    precision = f"{right / said:.3f}" if said else "  -  "
    return f"{precision} {right / true:.3f} {accounts / members:.3f}"


def rings(background: Acts, name: str, seeds: list[int]) -> None:
    """Print precision and recall by ring size, tempo and jobs."""
    sizes = (3, 5, 10, 30)
    print(
        f"\n{name}: {len(background.at):,} acts by {background.accounts:,} accounts. Precision and recall of pairs, recall of accounts"
    )
    print(f"{'jobs':>6}{'within':>9}  " + "".join(f"{f'{s} members':<21}" for s in sizes))
    for jobs in (3, 5, 10, 24, 48):
        for tempo in (5, 60, 600, 3600):
            cells = [
                scores(background, Ring(size=s, jobs=jobs, tempo=tempo, turn=1.0 if jobs <= 5 else 0.85), seeds)
                for s in sizes
            ]
            print(f"{jobs:>6}{tempo:>7} s  " + "".join(f"{c:<21}" for c in cells), flush=True)


def untouched(background: Acts, name: str) -> None:
    """Print what is found in the shares as they are, and in the same shares dealt out by chance."""
    acts = firsts(background)
    found = crews_of(acts, RATE, LEAST, SMALLEST)[0]
    chance = [len(crews_of(firsts(dealt_out(background, seed)), RATE, LEAST, SMALLEST)[0]) for seed in range(5)]
    print(
        f"\n{name}, untouched: {len(found)} rings of {sum(len(c.members) for c in found)} accounts; dealt out by chance five times: {chance}"
    )
    print(f"{'members':>9}{'objects':>9}{'within':>9}{'in one second':>15}{'one order':>11}{'share':>7}{'pace':>7}")
    for ring in found[:12]:
        print(told(acts, ring))


def told(acts: Acts, ring: Crew) -> str:
    """Return one line about a ring: how many objects, how fast, how many in one second, in what order, beside how many others."""
    habit = habits(acts, ring)
    thing = acts.thing[ring.act]
    once = len(np.unique(thing[1:][(np.diff(thing) == 0) & (np.diff(acts.at[ring.act]) == 0)]))
    pace = "-" if habit.pace is None else f"{habit.pace:.1f}"
    return f"{len(ring.members):>9}{len(np.unique(thing)):>9}{ring.window:>7} s{once:>15}{habit.order:>11.2f}{habit.share:>7.2f}{pace:>7}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=int, nargs="*", default=[130_000, 1_000_000])
    parser.add_argument("--most", type=int, default=10_000_000, help="acts that only we search; 0 for none")
    parser.add_argument(
        "--peer", default="", help="the Python that has coordination-network-toolkit; empty leaves the peer out"
    )
    parser.add_argument("--data", type=Path, help="the folder with the public data")
    parser.add_argument("--seeds", type=int, nargs="+", default=[21, 22])
    parser.add_argument("--one-pairs", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--one-rings", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one_pairs or given.one_rings:
        ours(given.one_pairs or given.one_rings, whole=given.one_pairs is None)
        return
    head = f"{'acts':>12}{'pairs s':>10}{'MB':>8}{'peer s':>10}{'peer MB':>9}{'ratio':>10}{'pairs':>12}{'same':>7}"
    print(f"{head:<76}{'rings s':>10}{'MB':>8}{'rings':>8}")
    for acts in given.acts:
        paired(acts, given.peer, beside=True)
    if given.most:
        paired(given.most, "", beside=False)
    for name in FILES if given.data else ():
        background = real(given.data, name)
        untouched(background, name)
        rings(background, name, given.seeds)


if __name__ == "__main__":
    main()
