"""Closures that rest on other closures: which root each stands on, and whether a root that fell takes it along."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["fallen_root"]

_LONGEST = 1_000
"""Closures in one chain that are followed; a longer one can only be a circle."""


def fallen_root(ids: pa.Array, rests_on: pa.Array, fallen: pa.Array) -> pa.Array:
    """Return, for each record, the nearest fallen record it rests on, itself left out; null where all of them stand.

    `ids` are distinct; `rests_on` names another of them or is null (a name that is not among them stands); `fallen` is
    boolean. Follows all chains at once, one step a round; a circle of closures stands.
    """
    parent = pc.fill_null(pc.index_in(rests_on, ids), -1).to_numpy(zero_copy_only=False).astype(np.int64)
    fell = fallen.to_numpy(zero_copy_only=False)
    found = _nearest(parent, fell)
    return ids.take(pa.array(found, mask=found < 0))


def _nearest(parent: npt.NDArray[np.int64], fell: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    found = np.full(len(parent), -1, np.int64)
    here = parent.copy()
    for _ in range(min(len(parent), _LONGEST)):
        walking = np.flatnonzero((found < 0) & (here >= 0))
        if len(walking) == 0:
            break
        at = here[walking]
        hit = fell[at]
        found[walking[hit]] = at[hit]
        here[walking] = np.where(hit, -1, parent[at])
    return found
