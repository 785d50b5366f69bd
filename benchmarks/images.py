"""Hashing picture files beside pdqhash, and searching hashes, each in one run on one machine.

    .venv/bin/python benchmarks/images.py --peer PYTHON [--hashes 1000000] [--pictures 120]

PYTHON is an interpreter that can import pdqhash, numpy and Pillow (the `bench` dependency group). Both read the same
generated JPEG files, decode and hash them on one thread, in turns, and the better of three runs counts. The bits in which
their hashes differ are printed. The search is over random hashes; queries are filed hashes with up to 20 bits changed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from PIL import Image

from aboveboard.images.hashes import distance
from aboveboard.images.hashing import hash_files
from aboveboard.images.search import Pictures

SIDES = (200, 400, 800, 1600)
RUNS = 3
PEER = """
import json, sys, time
import numpy as np, pdqhash
from PIL import Image
start, made = time.perf_counter(), []
for path in json.load(sys.stdin):
    with Image.open(path) as picture:
        bits, quality = pdqhash.compute(np.asarray(picture.convert("RGB")))
    made.append(np.packbits(bits.astype(bool)).tobytes().hex())
print(json.dumps([time.perf_counter() - start, made]))
"""


def draw(folder: Path, side: int, count: int) -> list[str]:
    """Write `count` JPEG files with shapes at many scales, as photos have."""
    random, made = np.random.default_rng(side), list[str]()
    for number in range(count):
        layers = [random.integers(0, 256, (n, n, 3), dtype=np.uint8) for n in (4, 16, 64)]
        grown = [Image.fromarray(x).resize((side, side), Image.Resampling.BICUBIC) for x in layers]
        whole = Image.blend(Image.blend(grown[0], grown[1], 0.4), grown[2], 0.2)
        made.append(str(folder / f"{side}-{number}.jpg"))
        whole.save(made[-1], quality=85)
    return made


def peer(python: str, files: list[str]) -> tuple[float, list[str]]:
    """Return the seconds the peer took and its hashes."""
    done = subprocess.run([python, "-c", PEER], input=json.dumps(files), capture_output=True, text=True, check=True)
    seconds, hashes = json.loads(done.stdout)
    return seconds, hashes


def ours(files: list[str], threads: int) -> tuple[float, pa.Array]:
    """Return the seconds we took and our hashes."""
    start = time.perf_counter()
    made = hash_files(files, threads=threads)
    return time.perf_counter() - start, made["hash"].combine_chunks()


def hashing(python: str, count: int) -> None:
    """Print a row for each size of picture."""
    print(
        f"{'pixels':>8}{'pdqhash/s':>12}{'ours/s':>10}{'ratio':>8}{'ours/s, 2 threads':>20}{'bits apart, most':>18}{'mean':>7}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for side in SIDES:
            files = draw(Path(folder), side, count)
            ours(files[:2], 1)
            turns = [(peer(python, files), ours(files, 1), ours(files, 2)) for _ in range(RUNS)]
            theirs, one, two = (count / min(t[i][0] for t in turns) for i in range(3))
            apart = distance(pa.array(turns[0][0][1]), turns[0][1][1]).to_numpy(zero_copy_only=False)
            print(
                f"{side:>8}{theirs:>12,.0f}{one:>10,.0f}{one / theirs:>8.1f}{two:>20,.0f}{apart.max():>18.0f}{apart.mean():>7.1f}"
            )


def asked(words: npt.NDArray[np.uint64], count: int) -> npt.NDArray[np.uint64]:
    """Return filed hashes with up to 20 bits changed."""
    random = np.random.default_rng(2)
    made = words[random.integers(0, len(words), count)].copy()
    rows = np.arange(count)
    for _ in range(20):
        made[rows, random.integers(0, 4, count)] ^= np.uint64(1) << random.integers(0, 64, count).astype(np.uint64)
    return made


def searching(count: int) -> None:
    """Print what building, opening and asking an index of `count` hashes takes."""
    words = np.random.default_rng(1).integers(0, 2**64, (count, 4), dtype=np.uint64)
    queries = asked(words, 2000)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        ids = pa.array(np.arange(count)).cast(pa.string())
        Pictures.of(words, np.arange(count, dtype=np.int32), ids).save(Path(folder, "i"))
        built = time.perf_counter() - start
        del words, ids
        size = forgotten(Path(folder, "i"))
        before, start = memory(), time.perf_counter()
        index = Pictures.open(Path(folder, "i"))
        opened = time.perf_counter() - start
        index.pairs(queries[:1])
        first = time.perf_counter() - start
        cold, warm = (
            np.array([single_query(index, queries[i : i + 1]) for i in range(len(queries))]) for _ in range(2)
        )
        held = memory() - before
        start = time.process_time()
        found = len(np.unique(index.pairs(queries)[:, 0]))
        each = time.process_time() - start
        start = time.perf_counter()
        index.pairs(queries, threads=2)
        both = time.perf_counter() - start
        print(
            f"{count:,} hashes: built and saved {built:.2f} s, {size:,.0f} MB of files; opened by memory map {opened * 1000:.1f} ms, "
            f"with the first answer {first * 1000:.1f} ms; memory after {2 * len(queries):,} queries {held:,.0f} MB"
        )
        for what, times in (("files not yet read", cold), ("once more", warm)):
            busy, wall = (np.percentile(times[:, i], (50, 99)) for i in (0, 1))
            print(
                f"  one query, {what}: p50 {busy[0]:.2f} ms, p99 {busy[1]:.2f} ms; by the wall {wall[0]:.2f}, {wall[1]:.2f} ms"
            )
        print(
            f"  in one batch {len(queries) / each:,.0f} queries/s, on 2 threads by the wall {len(queries) / both:,.0f}; "
            f"found {found / len(queries):.4f}"
        )


def forgotten(folder: Path) -> float:
    """Ask the system to forget what it keeps of the files, as after a restart; return their size in MB."""
    for path in folder.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return sum(p.stat().st_size for p in folder.iterdir()) / 1e6


def memory() -> float:
    """Return the resident memory of this process in MB, mapped files included."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def single_query(index: Pictures, query: npt.NDArray[np.uint64]) -> tuple[float, float]:
    """Return the milliseconds of one query by itself: of the processor, and by the wall."""
    start = time.process_time(), time.perf_counter()
    index.pairs(query)
    return (time.process_time() - start[0]) * 1000, (time.perf_counter() - start[1]) * 1000


def main() -> None:
    """Run both parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", help="an interpreter with pdqhash; without it hashing is not compared")
    parser.add_argument("--pictures", type=int, default=120)
    parser.add_argument("--hashes", type=int, nargs="*", default=[1_000_000])
    options = parser.parse_args()
    if options.peer:
        hashing(options.peer, options.pictures)
    for count in options.hashes:
        searching(count)


if __name__ == "__main__":
    main()
