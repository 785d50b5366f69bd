"""Pairs by rensa or datasketch for benchmarks/neardup.py: runs under the Python that has them, prints its cost as JSON.

Each is used as its makers advise for many texts: rensa makes sketches, files and asks for all of them in one call each; datasketch
takes tokens in one batch a text. 128 hashes in 32 bands of 4.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from neardup_texts import shingles, words

HASHES, BANDS = 128, 32


def by_rensa(sets: list[list[str]]) -> list[np.ndarray]:
    from rensa import RMinHash, RMinHashLSH

    sketches = RMinHash.from_token_sets(sets, HASHES, 42)
    index = RMinHashLSH(0.5, HASHES, BANDS)
    index.insert_many(sketches)
    return [np.array(found, np.int64) for found in index.query_all(sketches)]


def by_datasketch(sets: list[list[str]]) -> list[np.ndarray]:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=HASHES, params=(BANDS, HASHES // BANDS))
    coded = [[t.encode() for t in s] for s in sets]
    sketches = MinHash.bulk(coded, num_perm=HASHES)
    with index.insertion_session() as session:
        for row, sketch in enumerate(sketches):
            session.insert(row, sketch)
    return [np.array(index.query(sketch), np.int64) for sketch in sketches]


def main() -> None:
    name, folder, way = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    texts = (folder / "texts.txt").read_text("utf-8").splitlines()
    cost = {}
    start, spent = time.perf_counter(), time.process_time()
    sets = [sorted((shingles if way == "shingles" else words)(t)) for t in texts]
    cost["shingles_s"], cost["shingles_cpu"] = time.perf_counter() - start, time.process_time() - spent
    start, spent = time.perf_counter(), time.process_time()
    found = (by_rensa if name == "rensa" else by_datasketch)(sets)
    cost["seconds"], cost["cpu"] = time.perf_counter() - start, time.process_time() - spent
    cost["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    right = np.concatenate(found)
    left = np.repeat(np.arange(len(found)), [len(f) for f in found])
    np.save(folder / f"{name}.npy", ((left << 31) | right)[left < right])
    print(json.dumps(cost))


if __name__ == "__main__":
    main()
