"""Small graphs cost no start-up: numba stays unloaded until a graph is large."""

import subprocess
import sys

from aboveboard.graph import compiled

SMALL = """
import sys
import numpy as np
from aboveboard.graph.cores import Least
from aboveboard.graph.follows import follows_of
from aboveboard.graph.rings import rings_of
rng = np.random.default_rng(1)
pair = np.unique(rng.integers(0, 200 * 200, 600))
edges = (pair // 200).astype(np.int32), (pair % 200).astype(np.int32)
rings_of(follows_of(*edges, rng.integers(0, 10**7, len(pair)), 200), Least(8, 3, 3), 20.0, 0.01)
print("numba" in sys.modules)
"""


def test_a_small_graph_is_searched_without_numba():
    done = subprocess.run([sys.executable, "-c", SMALL], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"


def test_every_loop_that_can_be_compiled_is_there_uncompiled():
    assert set(compiled._SIGNATURES) == set(compiled._WHERE)
