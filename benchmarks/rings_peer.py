"""One FRAUDAR block by rgmining-fraudar, for benchmarks/rings.py: runs under the Python that has it, prints its cost as JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
from fraudar.export.greedy import logWeightedAveDegree
from scipy import sparse


def main() -> None:
    folder = Path(sys.argv[1])
    follower, target = np.load(folder / "follower.npy"), np.load(folder / "target.npy")
    shape = int(follower.max()) + 1, int(target.max()) + 1
    matrix = sparse.coo_matrix((np.ones(len(follower), int), (follower, target)), shape=shape).tocsc()
    start = time.process_time()
    (rows, columns), mean = logWeightedAveDegree(matrix)
    seconds = time.process_time() - start
    np.savez(folder / "peer.npz", rows=sorted(rows), columns=sorted(columns))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mb": peak, "mean": float(mean)}))


if __name__ == "__main__":
    main()
