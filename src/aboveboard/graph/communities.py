"""Communities of a weighted graph by the Leiden method (Traag, Waltman and van Eck 2019), as networkit computes it.

Dense components are communities as they stand; only straggling ones are divided, several times over, to see what holds together.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from aboveboard.graph.acts import Ints

__all__ = ["communities", "components"]

_DENSE, _TIMES, _SEED = 0.8, 5, 7


def communities(left: Ints, right: Ints, weight: npt.NDArray[np.float64]) -> Iterator[tuple[Ints, float]]:
    """Yield (accounts in order, stability) for each community of the edges, which are distinct pairs of positive weight.

    Stability is the share of repeated divisions, averaged over accounts, that leave an account with most of its community.
    """
    nodes, place, label = _labelled(left, right)
    half = len(left)
    for rows, edges in zip(_split(label), _split(label[place[:half]]), strict=True):
        if 2 * len(edges) >= _DENSE * len(rows) * (len(rows) - 1):
            yield nodes[rows], 1.0
        else:
            ends = np.searchsorted(rows, place[:half][edges]), np.searchsorted(rows, place[half:][edges])
            yield from ((nodes[rows[part]], stability) for part, stability in _divided(*ends, weight[edges], len(rows)))


def components(left: Ints, right: Ints) -> list[Ints]:
    """Return the accounts of each connected part of the edges, in order."""
    nodes, _, label = _labelled(left, right)
    return [nodes[rows] for rows in _split(label)]


def _labelled(left: Ints, right: Ints) -> tuple[Ints, npt.NDArray[np.int64], npt.NDArray[np.integer]]:
    """Return the accounts of the edges, the place of each edge's two ends among them, and the connected part each is in."""
    nodes, place = np.unique(np.concatenate([left, right]), return_inverse=True)
    half, size = len(left), len(nodes)
    graph = coo_array((np.ones(half, np.int8), (place[:half], place[half:])), shape=(size, size)).tocsr()
    return nodes, place, connected_components(graph, directed=False)[1]


def _split(label: npt.NDArray[np.integer]) -> list[npt.NDArray[np.int64]]:
    """Return the positions of each label, in order of label; every label from 0 up occurs."""
    if not len(label):
        return []
    order = np.argsort(label, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(label[order])) + 1)


def _divided(
    left: npt.NDArray[np.int64], right: npt.NDArray[np.int64], weight: npt.NDArray[np.float64], size: int
) -> Iterator[tuple[npt.NDArray[np.int64], float]]:
    import networkit

    networkit.setNumberOfThreads(1)
    graph = networkit.GraphFromCoo((weight, (left, right)), n=size, weighted=True, directed=False)
    runs: list[npt.NDArray[np.int64]] = []
    for turn in range(_TIMES):
        networkit.setSeed(_SEED + turn, useThreadId=False)
        found = networkit.community.ParallelLeiden(graph, iterations=10, randomize=True)
        found.run()
        runs.append(np.unique(np.array(found.getPartition().getVector()), return_inverse=True)[1])
    for part in _split(runs[0]):
        kept = [np.bincount(run[part]).max() / len(part) for run in runs[1:]]
        yield part, float(np.mean(kept))
