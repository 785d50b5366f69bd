"""The co-link network by coordination-network-toolkit, for benchmarks/coaction.py: runs under the Python that has it, prints its cost as JSON."""

from __future__ import annotations

import contextlib
import io
import json
import resource
import sqlite3
import sys
import time
from pathlib import Path

import numpy as np
from coordination_network_toolkit.compute_networks import compute_co_link_network
from coordination_network_toolkit.preprocess import preprocess_data


def main() -> None:
    folder, window = Path(sys.argv[1]), int(sys.argv[2])
    held = np.load(folder / "acts.npz")
    rows = zip(held["account"].tolist(), held["thing"].tolist(), held["at"].tolist(), strict=True)
    base = str(folder / "toolkit.db")
    with contextlib.redirect_stdout(io.StringIO()):
        preprocess_data(base, ((str(i), a, str(a), "", "", "", t, [str(o)]) for i, (a, o, t) in enumerate(rows)))
        start = time.perf_counter()
        compute_co_link_network(base, window, n_threads=2, min_edge_weight=1)
        seconds = time.perf_counter() - start
    with contextlib.closing(sqlite3.connect(base)) as db:
        pairs = db.execute(
            "SELECT user_1, user_2 FROM co_link_network WHERE CAST(user_1 AS INT) < CAST(user_2 AS INT)"
        ).fetchall()
    np.save(folder / "peer.npy", np.array(pairs, np.int64).reshape(-1, 2))
    peak = max(resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(json.dumps({"seconds": seconds, "peak_mb": peak}))


if __name__ == "__main__":
    main()
