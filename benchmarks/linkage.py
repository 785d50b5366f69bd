"""Link new accounts to closed ones, beside Splink, on the same generated records.

    .venv/bin/python benchmarks/linkage.py --peer /tmp/benchenv/bin/python [--new 1000000] [--closed 100000] [--data ../shared/data]

Half of the handles are ours; where --data holds names/npm_usernames, the other half are real ones, bent by the same hand
(a letter lost, doubled, swapped, a look-alike, a digit, a separator, or nothing). A fifth of the closed accounts come back.
Every field may be missing or changed. Prints seconds, peak memory, precision and recall at 0.5 for both, and the ratios.
Each runs in a process of its own; the peer needs `splink` (the `bench` group).
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from aboveboard.worlds.naming import people_names, unique

RETURNS = 0.2
KEPT = {"device": 0.45, "network": 0.4, "email": 0.15, "bio": 0.25}
"""How often a returner keeps each field; the name stays, bent or not, in 7 of 10, the handle in 4 of 10."""

GONE = {"device": 0.1, "network": 0.02, "email": 0.4, "bio": 0.35}
_LIKE = str.maketrans("aeocpxyil", "\u0430\u0435\u043e\u0441\u0440\u0445\u0443\u0456l")
_LEET = str.maketrans("aeios", "43105")
WORDS = ("tea", "rain", "maps", "chess", "bread", "trams", "jazz", "moss", "film", "salt", "kites", "verse", "clay", "owls",
         "hills", "boats", "pears", "snow", "maths", "roses", "looms", "tides")  # fmt: skip
FIELDS = ("name", "handle", "device", "network", "email", "bio")


def bent(rng: np.random.Generator, text: str) -> str:
    """Bend one name as evaders do: eight ways, one at a time, or leave it."""
    at = int(rng.integers(1, max(len(text), 2)))
    ways = (
        text, text, text[:at] + text[at + 1 :], text[:at] + text[at - 1 : at] + text[at:], text.translate(_LIKE),
        text.translate(_LEET), f"{text}{rng.integers(2, 100)}", f"{text[:at]}_{text[at:]}", f"{text[:at]}\u200b{text[at:]}",
        text[: at - 1] + text[at : at + 1] + text[at - 1 : at] + text[at + 1 :],
    )  # fmt: skip
    return ways[int(rng.integers(len(ways)))] or text


def records(rng: np.random.Generator, size: int, real: list[str]) -> dict[str, np.ndarray]:
    """Make `size` strangers: names that collide as in life, half of the handles real where there are any."""
    spoken = people_names(rng, rng.choice(3, size, p=[0.6, 0.3, 0.1]).astype(np.int8))
    name, handle = (np.array(c.to_pylist(), object) for c in (spoken.display, spoken.handle))
    own = np.flatnonzero(rng.random(size) < 0.5)[: len(real)]
    handle[own] = real[: len(own)]
    homes = np.array([f"n{n}" for n in range(size // 25 + 1)], object)
    sayings = np.array([f"{a} and {b}, mostly {c}" for a in WORDS for b in WORDS for c in WORDS], object)
    return {
        "name": name,
        "handle": handle,
        "device": numbered(rng, "d", size),
        "network": homes[(len(homes) * rng.random(size) ** 1.6).astype(np.int64)],
        "email": numbered(rng, "e", size),
        "bio": sayings[(len(sayings) * rng.random(size) ** 2).astype(np.int64)],
    }


def numbered(rng: np.random.Generator, kind: str, size: int) -> np.ndarray:
    """Return ids as random as a keyed hash; one device in ten is a household's."""
    numbers = rng.integers(0, 2**40, size)
    shared = rng.random(size) < (0.1 if kind == "d" else 0.005)
    numbers[shared] = rng.choice(numbers, shared.sum())
    return np.array([f"{kind}{n:011x}" for n in numbers.tolist()], object)


def pairs_of(rng: np.random.Generator, new: int, closed: int, real: list[str]) -> tuple[pa.Table, pa.Table, np.ndarray]:
    """Return new accounts, closed accounts, and for each closed one its successor's row among the new, or -1."""
    everyone = records(rng, closed + new, real)
    everyone["handle"] = np.array(unique(pa.array(everyone["handle"], pa.string())).to_pylist(), object)
    mixed = rng.permutation(closed + new)
    old, fresh = ({f: everyone[f][rows] for f in FIELDS} for rows in (mixed[:closed], mixed[closed:]))
    truth = np.full(closed, -1, np.int64)
    back = np.flatnonzero(rng.random(closed) < RETURNS)
    truth[back] = rng.permutation(new)[: len(back)]
    for field, share in KEPT.items():
        kept = back[rng.random(len(back)) < share]
        fresh[field][truth[kept]] = old[field][kept]
    for field, share in {"name": 0.7, "handle": 0.4}.items():
        kept = back[rng.random(len(back)) < share]
        fresh[field][truth[kept]] = np.array([bent(rng, t) for t in old[field][kept]], object)
    siblings = rng.integers(0, closed, new // 200), rng.integers(0, new, new // 200)
    for field in ("device", "network"):
        fresh[field][siblings[1]] = old[field][siblings[0]]
    for side in (old, fresh):
        for field, share in GONE.items():
            side[field][rng.random(len(side[field])) < share] = None
    return table(fresh), table(old), truth


def table(side: dict[str, np.ndarray]) -> pa.Table:
    """Return records as the table both programs read."""
    columns = {f: pa.array(side[f], pa.string(), from_pandas=True) for f in FIELDS}
    return pa.table({"unique_id": pa.array(np.arange(len(side["name"]))), **columns})


def ours(folder: Path) -> None:
    """Link what lies in `folder`, write the pairs, print the cost. Runs in a process of its own."""
    import resource
    import time

    from aboveboard.linkage.linking import Column, Keys, link
    from aboveboard.linkage.weights import Field
    from aboveboard.names.folding import fold

    start = time.perf_counter()
    returns = json.loads((folder / "shape.json").read_text())["returns_each"]
    fresh, closed = (pq.read_table(folder / f"{n}.parquet") for n in ("fresh", "closed"))

    def column(name: str, m: tuple[float, ...], most: int = 50, after: str = "") -> Column:
        keys = Keys(fresh[name].combine_chunks(), closed[name].combine_chunks(), most)
        return Column(Field(name, m, most=40.0), (keys,), after=after)

    def text(name: str, after: str = "") -> Column:
        folded = [fold(side[name]).key for side in (fresh, closed)]
        written = Keys(fresh[name].combine_chunks(), closed[name].combine_chunks(), 50)
        halves = [Keys(*(half(f, first) for f in folded), 12) for first in (True, False)]
        field = Field(name, (0.4, 0.2, 0.2, 0.2), most=40.0)
        return Column(field, (written, Keys(*folded, 50)), tuple(halves), near=True, after=after)

    found = link(
        [
            text("name"),
            text("handle", "name"),
            column("device", (0.6, 0.4)),
            column("network", (0.6, 0.4), 30, "device"),
            column("email", (0.8, 0.2)),
            column("bio", (0.8, 0.2), 20),
        ],
        returns,
    )
    sure = found.probability >= 0.01
    seconds = time.perf_counter() - start
    made = {"new": found.left[sure], "closed": found.right[sure], "p": found.probability[sure]}
    pq.write_table(pa.table(made), folder / "ours.parquet")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mb": peak, "pairs": len(found.left)}))


def half(keys: pa.Array, first: bool) -> pa.Array:
    """Return the first or the last four letters of each key, marked by the letters left: one edit spares one of them."""
    import pyarrow.compute as pc

    long = pc.greater_equal(pc.utf8_length(keys), 6)
    cut = pc.utf8_slice_codeunits(keys, 0, 5) if first else pc.utf8_slice_codeunits(keys, -5)
    return pc.if_else(long, cut, None)


def judged(new: np.ndarray, closed: np.ndarray, p: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Return precision and recall of the pairs at 0.5."""
    said = p >= 0.5
    right = (truth[closed[said]] == new[said]).sum()
    return right / max(said.sum(), 1), right / (truth >= 0).sum()


def run(command: list[str]) -> dict[str, float]:
    """Run one program and read the cost it prints last."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--new", type=int, default=1_000_000)
    parser.add_argument("--closed", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--data", type=Path, help="the folder with the public data")
    parser.add_argument("--peer", default=sys.executable, help="the Python that has splink; '' leaves the peer out")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.folder:
        ours(given.folder)
        return
    handles = given.data / "names/npm_usernames/usernames.txt.gz" if given.data else Path()
    real = gzip.decompress(handles.read_bytes()).decode().split() if handles.is_file() else []
    np.random.default_rng(given.seed).shuffle(real)
    print(f"{given.new:,} new accounts, {given.closed:,} closed ones, {len(real):,} real handles")
    with tempfile.TemporaryDirectory(prefix="aboveboard-linkage-") as place:
        compare(Path(place), given, real)


def compare(folder: Path, given: argparse.Namespace, real: list[str]) -> None:
    """Make the records, run both, print the table."""
    fresh, closed, truth = pairs_of(np.random.default_rng(given.seed), given.new, given.closed, real)
    pq.write_table(fresh, folder / "fresh.parquet")
    pq.write_table(closed, folder / "closed.parquet")
    (folder / "shape.json").write_text(json.dumps({"returns_each": RETURNS, "fresh": given.new}))
    del fresh, closed
    rows = {"aboveboard": (run([sys.executable, __file__, "--folder", str(folder)]), read(folder / "ours.parquet"))}
    if given.peer:
        peer = str(Path(__file__).with_name("linkage_peer.py"))
        rows["splink 5"] = (run([given.peer, peer, str(folder)]), read(folder / "peer.parquet"))
    print(f"{'':<12}{'seconds':>10}{'peak MB':>10}{'precision':>11}{'recall':>9}{'F1':>8}{'av. prec.':>11}")
    for name, (cost, found) in rows.items():
        precision, recall = judged(*found, truth)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        whole = average_precision(*found, truth)
        print(
            f"{name:<12}{cost['seconds']:>10.1f}{cost['peak_mb']:>10,.0f}{precision:>11.4f}{recall:>9.4f}{f1:>8.4f}{whole:>11.4f}"
        )
    if given.peer:
        side_by_side(rows, truth)


def side_by_side(rows: dict[str, tuple[dict[str, float], list[np.ndarray]]], truth: np.ndarray) -> None:
    """Print the ratios, and our precision at the peer's recall, and our recall at the peer's precision."""
    (mine, found), (theirs, peers) = rows["aboveboard"], rows["splink 5"]
    print(
        f"{theirs['seconds'] / mine['seconds']:.1f} x faster, {theirs['peak_mb'] / mine['peak_mb']:.1f} x less memory"
    )
    precision, recall = judged(*peers, truth)
    precisions, recalls = curve(*found, truth)
    at_recall = precisions[recalls >= recall].max(initial=0.0)
    at_precision = recalls[precisions >= precision].max(initial=0.0)
    print(f"at the peer's recall {recall:.4f} our precision is {at_recall:.4f} against {precision:.4f}")
    print(f"at the peer's precision {precision:.4f} our recall is {at_precision:.4f} against {recall:.4f}")


def read(path: Path) -> list[np.ndarray]:
    found = pq.read_table(path)
    return [found[c].to_numpy() for c in ("new", "closed", "p")]


def curve(new: np.ndarray, closed: np.ndarray, p: np.ndarray, truth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return precision and recall after each pair, most probable first."""
    order = np.argsort(-p, kind="stable")
    right = np.cumsum(truth[closed[order]] == new[order])
    return right / np.arange(1, len(right) + 1), right / (truth >= 0).sum()


def average_precision(new: np.ndarray, closed: np.ndarray, p: np.ndarray, truth: np.ndarray) -> float:
    """Return the area under precision over recall."""
    precision, recall = curve(new, closed, p, truth)
    return float((precision * np.diff(recall, prepend=0.0)).sum())


if __name__ == "__main__":
    main()
