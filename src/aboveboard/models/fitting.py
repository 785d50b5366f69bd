"""Fit the curves of an additive model to labelled accounts: logistic regression on ramps between knots, kept smooth.

Minimises the weighted log loss, plus `ridge` times the squared ramps, plus `smooth` times the squared change of slope from
one ramp to the next, so that a curve goes on straight where nothing was seen. Curves with a sense are bounded to it
(L-BFGS-B). Each account is also seen with some features blanked at random, so that each curve learns to stand alone and a
missing column does not tip the sum (feature dropout; Maaten et al., "Learning with Marginalized Corrupted Features", 2013).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from aboveboard.models.additive import Additive, Curve, Floats

__all__ = ["Shape", "balanced", "fit"]

_RIDGE, _SMOOTH, _BLANKED, _COPIES = 0.3, 1.0, 0.3, 3


@dataclass(frozen=True, slots=True)
class Shape:
    """A curve before it is fitted: its knots, the sense it may have, and the columns without which it is unknown.

    An `anchored` curve is 0 at its first knot instead of on average: with a sense, it can only speak for one side.
    """

    name: str
    knots: tuple[float, ...]
    sense: int = 0
    needs: tuple[str, ...] = ()
    anchored: bool = False


def balanced(breach: Floats, group: Sequence[str] | None = None) -> Floats:
    """Return weights under which both classes weigh alike within each group, and groups alike; they sum to the rows."""
    names = np.asarray(group if group is not None else [""] * len(breach))
    weight = np.zeros(len(breach))
    for name in np.unique(names):
        for side in (0.0, 1.0):
            rows = (names == name) & (breach == side)
            weight[rows] = 1.0 / max(rows.sum(), 1)
    return weight * len(breach) / weight.sum()


def fit(
    features: Mapping[str, Floats], breach: Floats, weight: Floats, shapes: Sequence[Shape], seed: int = 0
) -> Additive:
    """Return the fitted model; `features` holds one array a shape (NaN: unknown), `breach` 0 or 1, as `weight` a row each.

    Features that are unknown everywhere are left out. The same arguments give the same model.
    """
    shapes = [s for s in shapes if not np.isnan(features[s.name]).all()]
    blocks = [_ramps(features[s.name], s, weight) for s in shapes]
    design, copies = _blanked([b for b, _ in blocks], shapes, np.random.default_rng(seed))
    found = _solve(design, np.tile(breach, copies), np.tile(weight, copies) / copies, shapes)
    curves, at = [], 1
    for shape, (block, mean) in zip(shapes, blocks, strict=True):
        steps = found[at : at + block.shape[1]]
        at += block.shape[1]
        values = np.concatenate([[0.0], np.cumsum(steps)]) - mean @ steps
        curve = Curve(shape.name, shape.knots, tuple(np.round(values, 5).tolist()), shape.sense)
        usual, marked = (_mean(curve, features[shape.name], breach == side, weight) for side in (0, 1))
        curves.append(replace(curve, usual=usual, marked=marked))
    return Additive(tuple(curves), 1.0, round(float(found[0]), 5))


def _mean(curve: Curve, x: Floats, side: npt.NDArray[np.bool_], weight: Floats) -> float:
    rows = ~np.isnan(x) & side
    return round(float(np.average(curve.at(x[rows]), weights=weight[rows])), 5) if rows.any() else 0.0


def _ramps(x: Floats, shape: Shape, weight: Floats) -> tuple[Floats, Floats]:
    """Return how far each value has climbed each ramp, less the mean (0 where unknown), and that mean."""
    knots, known = np.asarray(shape.knots), ~np.isnan(x)
    climbed = np.clip((np.nan_to_num(x)[:, None] - knots[:-1]) / np.diff(knots), 0.0, 1.0)
    mean = np.average(climbed[known], axis=0, weights=weight[known]) * (not shape.anchored)
    return np.where(known[:, None], climbed - mean, 0.0), mean


def _blanked(blocks: Sequence[Floats], shapes: Sequence[Shape], rng: np.random.Generator) -> tuple[Floats, int]:
    columns = sorted({c for s in shapes for c in s.needs})
    made = [np.hstack(blocks)]
    for _ in range(_COPIES):
        gone = {c: rng.random(len(blocks[0])) < _BLANKED for c in columns}
        hidden = [
            np.any([gone[c] for c in s.needs], axis=0) if s.needs else np.zeros(len(b), bool)
            for s, b in zip(shapes, blocks, strict=True)
        ]
        made.append(np.hstack([np.where(h[:, None], 0.0, b) for h, b in zip(hidden, blocks, strict=True)]))
    return np.vstack(made), len(made)


def _penalty(shapes: Sequence[Shape]) -> Floats:
    size = sum(len(s.knots) - 1 for s in shapes)
    made, at = _RIDGE * np.eye(size), 0
    for shape in shapes:
        width = np.diff(shape.knots)
        for n in range(len(width) - 1):
            bend = np.zeros(size)
            bend[at + n], bend[at + n + 1] = 1 / width[n], -1 / width[n + 1]
            made += _SMOOTH * np.outer(bend, bend)
        at += len(width)
    return made


def _solve(design: Floats, breach: Floats, weight: Floats, shapes: Sequence[Shape]) -> Floats:
    penalty = _penalty(shapes)

    def loss(b: Floats) -> tuple[float, Floats]:
        t = b[0] + design @ b[1:]
        pull = weight * (1.0 / (1.0 + np.exp(-t)) - breach)
        drawn = penalty @ b[1:]
        value = float(weight @ (np.logaddexp(0.0, t) - breach * t) + b[1:] @ drawn / 2)
        return value, np.concatenate([[pull.sum()], design.T @ pull + drawn])

    free = {0: (None, None), 1: (0, None), -1: (None, 0)}
    bounds = [(None, None)] + [free[s.sense] for s in shapes for _ in s.knots[1:]]
    start = np.zeros(design.shape[1] + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 400}).x
