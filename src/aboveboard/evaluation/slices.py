"""The same numbers for each language, and whether one is treated unlike the others."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from aboveboard.evaluation.cells import Cells
from aboveboard.evaluation.intervals import bounds, interval
from aboveboard.evaluation.measures import ratio

__all__ = ["by_language"]

Floats = NDArray[np.float64]
_UNEVEN = 1.25


def by_language(cells: Cells, drawn: Floats, languages: list[str]) -> list[dict[str, Any]]:
    """Return precision and recall at *possible* and above for each known language that has a breach or a finding.

    `uneven` names the measures whose ratio to all other languages is above 1.25 or below 0.8 with a 95 % interval that
    leaves 1 out.
    """
    found: list[dict[str, Any]] = []
    for code, name in enumerate(languages):
        own = cells.language == code
        concerned = cells.count[own & (cells.breach | cells.possible)].sum()
        if name and concerned:
            found.append(_slice(cells, drawn, own, name))
    return found


def _slice(cells: Cells, drawn: Floats, own: NDArray[np.bool_], name: str) -> dict[str, Any]:
    now = _shares(cells, cells.count[None, :], own)
    again, others = _shares(cells, drawn, own), _shares(cells, drawn, ~own)
    uneven = [m for m in now if _is_uneven(again[m], others[m])]
    return {
        "language": name,
        "n": int(cells.count[own].sum()),
        "positives": int(cells.count[own & cells.breach].sum()),
        "precision": interval(now["precision"][0], again["precision"], cells.clusters_in(own & cells.possible)),
        "recall": interval(now["recall"][0], again["recall"], cells.clusters_in(own & cells.breach)),
        "uneven": uneven,
    }


def _shares(cells: Cells, weights: Floats, own: NDArray[np.bool_]) -> dict[str, Floats]:
    true = weights[:, own & cells.possible & cells.breach].sum(axis=1)
    claimed = weights[:, own & cells.possible].sum(axis=1)
    breaches = weights[:, own & cells.breach].sum(axis=1)
    return {"precision": ratio(true, claimed), "recall": ratio(true, breaches)}


def _is_uneven(own: Floats, others: Floats) -> bool:
    ratios = ratio(own, others)
    found = bounds(ratios)
    if found is None:
        return False
    middle = float(np.nanmedian(ratios))
    return (found[0] > 1 and middle > _UNEVEN) or (found[1] < 1 and middle < 1 / _UNEVEN)
