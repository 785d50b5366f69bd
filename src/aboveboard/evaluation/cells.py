"""Subjects counted in cells, and resampled by cluster without ever drawing a subject one by one.

Subjects alike in score, tiers, truth and language are exchangeable, so a cell's count says all about them. A cluster
with one subject is a draw of that subject's cell; drawing clusters with replacement is then one multinomial over cells
and the few larger clusters, which gives the same distribution as drawing row by row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy import sparse

__all__ = ["Cells", "cells_of", "resamples"]

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
_CHUNK = 50


@dataclass(frozen=True, slots=True)
class Cells:
    """`count` subjects a cell; `single` of them form a cluster of their own; `groups` (clusters, cells) holds the rest."""

    score: Floats
    likely: Bools
    possible: Bools
    breach: Bools
    language: NDArray[np.int64]
    count: Floats
    single: Floats
    groups: sparse.csr_array

    def clusters_in(self, chosen: Bools) -> float:
        """Return how many clusters hold a subject of the `chosen` cells."""
        held = self.groups @ chosen.astype(np.float64)
        return float(self.single[chosen].sum() + np.count_nonzero(held))


def cells_of(subjects: pa.Table, language: NDArray[np.int64], rest: NDArray[np.int64], digits: int) -> Cells:
    """Count `subjects` in cells, scores rounded to `digits`; `rest[i]` innocent accounts of language `i` had no finding."""
    names = ("score", "likely", "possible", "breach")
    score, likely, possible, breach = (subjects[n].to_numpy().astype(np.float64) for n in names)
    unseen = np.zeros((len(rest), 5))
    unseen[:, 4] = np.arange(len(rest))
    rows = np.vstack([np.column_stack([score.round(digits), likely, possible, breach, language]), unseen])
    found, cell = np.unique(rows, axis=0, return_inverse=True)
    kinds = found.astype(np.float64)
    cell = cell.reshape(-1)
    single = np.zeros(len(kinds))
    np.add.at(single, cell[len(score) :], rest)
    groups = _grouped(subjects, cell[: len(score)], single)
    return Cells(
        score=kinds[:, 0],
        likely=kinds[:, 1] > 0,
        possible=kinds[:, 2] > 0,
        breach=kinds[:, 3] > 0,
        language=kinds[:, 4].astype(np.int64),
        count=single + np.asarray(groups.sum(axis=0)).reshape(-1),
        single=single,
        groups=groups,
    )


def _grouped(subjects: pa.Table, cell: NDArray[np.int64], single: Floats) -> sparse.csr_array:
    """Add the subjects that stand alone to `single`; return the others as (clusters, cells)."""
    code = subjects["cluster"].combine_chunks().dictionary_encode().indices.fill_null(-1).to_numpy(zero_copy_only=False)
    size = np.bincount(code[code >= 0], minlength=1)
    alone = (code < 0) | (size[np.maximum(code, 0)] == 1)
    np.add.at(single, cell[alone], 1)
    _, row = np.unique(code[~alone], return_inverse=True)
    from scipy import sparse  # the service, which never gets here, starts sooner without it

    shape = (int(row.max()) + 1 if row.size else 0, len(single))
    return sparse.csr_array((np.ones(len(row)), (row.reshape(-1), cell[~alone])), shape=shape)


def resamples(cells: Cells, times: int, seed: int) -> Iterator[Floats]:
    """Yield weights (up to 50 resamples, cells): clusters drawn with replacement, as many as there are.

    Source: Field and Welsh, Journal of the Royal Statistical Society B 69 (2007), the cluster bootstrap.
    """
    rng = np.random.default_rng(seed)
    chance = np.concatenate([cells.single, np.ones(cells.groups.indptr.size - 1)])
    total = int(chance.sum())
    for start in range(0, times, _CHUNK):
        drawn = rng.multinomial(total, chance / total, size=min(_CHUNK, times - start)).astype(np.float64)
        alone, grouped = drawn[:, : len(cells.single)], drawn[:, len(cells.single) :]
        yield alone + grouped @ cells.groups
