"""A model whose score is a sum of curves, one a feature, so that every part of it can be said in a sentence.

After Hastie and Tibshirani, "Generalized Additive Models" (1986). A curve is straight between its knots and level beyond
them, and is 0 on average over what it was fitted on, both classes weighing alike. What is unknown adds nothing: that a
column is missing is no evidence. The sum is a log likelihood ratio: `prior.posterior` turns it into a probability.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["Additive", "Curve", "Floats", "Law", "dumped", "loaded"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Curve:
    """What one feature adds: `values` (nats) at `knots` (ascending). `sense` is 1 or -1 where it may only rise or fall.

    `usual` is what it adds on average for the innocent accounts it was fitted on, `marked` for the machine-made ones.
    """

    name: str
    knots: tuple[float, ...]
    values: tuple[float, ...]
    sense: int = 0
    usual: float = 0.0
    marked: float = 0.0

    def at(self, x: Floats) -> Floats:
        """Return what each value adds; 0 where it is not a number."""
        return np.where(np.isnan(x), 0.0, np.interp(np.nan_to_num(x), self.knots, self.values))


@dataclass(frozen=True, slots=True)
class Law:
    """How the evidence of accounts of one class that a model had not seen lies: mean and spread (nats), and its form.

    `form` are quantiles at even steps, brought to mean 0 and spread 1.
    """

    mean: float
    spread: float
    form: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Additive:
    """Curves, and how their sum is brought to scale: `slope` times the sum, plus `offset`.

    `slope` below 1 says by how much the sum boasts on data of another kind than it was fitted on. `laws` are those of
    innocent and of machine-made accounts, in this order; none where they were not measured.
    """

    curves: tuple[Curve, ...]
    slope: float = 1.0
    offset: float = 0.0
    laws: tuple[Law, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The features, in the order of the columns of `parts`."""
        return tuple(c.name for c in self.curves)

    def parts(self, features: Mapping[str, Floats]) -> Floats:
        """Return what each feature adds to the scaled sum (rows: accounts, columns: `names`); absent features add 0."""
        rows = len(next(iter(features.values())))
        made = [c.at(features[c.name]) if c.name in features else np.zeros(rows) for c in self.curves]
        return self.slope * np.stack(made, axis=1)

    def evidence(self, features: Mapping[str, Floats]) -> Floats:
        """Return the log likelihood ratio (nats) of each account."""
        return self.offset + self.parts(features).sum(axis=1)

    @property
    def usual(self) -> Floats:
        """What each feature adds on average for innocent accounts, to scale."""
        return self.slope * np.array([c.usual for c in self.curves])

    @property
    def marked(self) -> Floats:
        """What each feature adds on average for machine-made accounts, to scale."""
        return self.slope * np.array([c.marked for c in self.curves])


def dumped(model: Additive, card: Mapping[str, Any]) -> str:
    """Return model and card as JSON text that carries its own hash."""
    body = {
        "slope": model.slope,
        "offset": model.offset,
        "curves": [
            {
                "name": c.name,
                "sense": c.sense,
                "usual": c.usual,
                "marked": c.marked,
                "knots": list(c.knots),
                "values": list(c.values),
            }
            for c in model.curves
        ],
        "laws": [{"mean": w.mean, "spread": w.spread, "form": list(w.form)} for w in model.laws],
        "card": dict(card),
    }
    return json.dumps({"sha256": _hash(body), **body}, indent=1, sort_keys=True) + "\n"


def loaded(text: str) -> tuple[Additive, dict[str, Any]]:
    """Return (model, card) of `dumped` text. Raises `ValueError` where it is not what was written."""
    body = json.loads(text)
    told = body.pop("sha256", "")
    if told != _hash(body):
        raise ValueError(f"the model file was changed: it says {told[:12]} and is {_hash(body)[:12]}")
    curves = tuple(
        Curve(c["name"], tuple(c["knots"]), tuple(c["values"]), c["sense"], c["usual"], c["marked"])
        for c in body["curves"]
    )
    _sound(curves)
    laws = tuple(Law(w["mean"], w["spread"], tuple(w["form"])) for w in body["laws"])
    return Additive(curves, body["slope"], body["offset"], laws), body["card"]


def _hash(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _sound(curves: Sequence[Curve]) -> None:
    for c in curves:
        steps = np.diff(c.values) * (c.sense or 0)
        if len(c.knots) != len(c.values) or (np.diff(c.knots) <= 0).any() or (steps < 0).any():
            raise ValueError(f"the curve of {c.name} is not sound")
