"""What evidence means on a service of another kind than the model learned from, told from the service's own scores.

Elsewhere the innocent look a little more, or less, like a machine, and the classes lie nearer or farther apart. So the
evidence of a service is taken as a mixture of innocent and machine-made accounts whose forms are known from accounts the
model had not seen, while places, spreads and the share may move (Brümmer and Garcia-Romero, "Generative Modelling for
Unsupervised Score Calibration", 2014). They are held to what was learned; and since the forms are never quite right, all
accounts together count for no more than 300 (Miller and Dunson, "Robust Bayesian Inference via Coarsening", 2019). What
comes out never falls where the evidence rises, so that the order of accounts is kept.

Any crowd has a tail, and two classes always fit it a little better than one. So a second class may lower the bar only where
it is evident (`evident`), and then the share is the mixture's own; elsewhere an account must convince both readings, the learned one
and the service's own, and the share is what `prior.share` makes of these. An operator who knows the share says so: `assumed`, `doubt`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from scipy.optimize import isotonic_regression, minimize

from aboveboard.models.additive import Floats, Law
from aboveboard.models.prior import drift, share

__all__ = ["BINS", "Mixture", "Reading", "evident", "law", "mixture", "reading", "recalibrated"]

BINS: Final = 10
"""Bins a nat in which the evidence of a service is counted."""

_FEWEST: Final = 200
"""Accounts below which the service's own scores do not tell what its classes look like."""

_STEPS: Final = 31
_WIDTH: Final = 0.25
"""Spread of the bell around each quantile of a form, the form's own spread being 1."""

_CRUMB: Final = 0.03
"""Share of a class that may lie anywhere (Cauchy): no account is impossible."""

_WEIGHT: Final = 300.0
_PLACE, _APART, _SPREAD, _COMMON = 1.5, 0.25 * 2**0.5, 0.25, 2.0
"""How far, as standard deviations, the innocent may move (nats), distance and spreads change (logarithms) and the share (logits).

A distance rests on two places, so it may change by the root of two as much as a spread."""

_NEAREST: Final = 0.5
_BOUNDS: Final = ((-15.0, 15.0), (float(np.log(_NEAREST)), 3.2), (-1.4, 1.8), (-1.4, 1.8), (-9.0, 6.0))
_RISE: Final = 0.02
"""Nats that a nat of evidence is worth at least, where the mixture sees no difference."""

_MOST: Final = 4.0
"""Nats that a reading may add to the model's own evidence: in a crowd of one kind, a mere stranger is no machine."""


_NUMBERS: Final = 3
"""What a second class adds to a fit: its place, its spread and its share."""

_GROSS: Final = 0.1
"""Gross errors make up as much as a tenth of ordinary data (Hampel and others, "Robust Statistics", 1986): a larger class is no tail.

As many of the machine-made accounts are taken to look like anybody, on a service that the model has not seen, so that no profile
clears an account beyond that. Nothing we can measure within one service says how many they are: this is an assumption."""

_SURE: Final = 60.0
"""Nats beyond which more evidence is the same."""

_SPEAKS: Final = 1.0
"""Nats that a class one spread above its middle must reach: below, the model itself calls it another kind of innocent."""


class Mixture(NamedTuple):
    """Where innocent and machine-made accounts lie, how widely (nats), and the share of the latter."""

    innocent: float
    innocent_spread: float
    machine: float
    machine_spread: float
    share: float


def law(evidence: Sequence[Floats]) -> Law:
    """Return the law of one class from the unseen evidence of each source's accounts; sources weigh alike."""
    at = (np.arange(_STEPS) + 0.5) / _STEPS
    forms = [np.quantile((e - e.mean()) / max(float(e.std()), 1e-9), at) for e in evidence]
    form = np.mean(forms, axis=0)
    form = (form - form.mean()) / max(float(form.std()), 1e-9)
    means, spreads = [e.mean() for e in evidence], [e.std() for e in evidence]
    rounded = tuple(round(float(q), 4) for q in form)
    return Law(round(float(np.mean(means)), 4), round(float(np.mean(spreads)), 4), rounded)


def mixture(x: Floats, count: Floats, laws: Sequence[Law], expected: tuple[float, float], assumed: float) -> Mixture:
    """Return where the classes of a service lie, from `count` accounts at each evidence `x` (ascending).

    `laws` are those of innocent and machine-made accounts, `expected` their means where as much is known as here, and
    `assumed` the share of the latter before looking.
    """
    learned = laws[1].mean - laws[0].mean
    scale = np.sqrt(np.clip((expected[1] - expected[0]) / learned, 0.05, 1.5))
    apart = np.log(max(expected[1] - expected[0], _NEAREST))
    wide = [float(np.log(w.spread * scale)) for w in laws]
    held = np.array([expected[0], apart, *wide, np.log(assumed / (1 - assumed))])
    ease = np.array([_PLACE, _APART, _SPREAD, _SPREAD, _COMMON])

    def loss(t: Floats) -> float:
        return -_likelihood(x, count, _mixture(t), laws) + float((((t - held) / ease) ** 2).sum()) / 2

    low, high = np.array(_BOUNDS).T
    tried = [
        minimize(loss, np.clip(start, low, high), method="L-BFGS-B", bounds=_BOUNDS)
        for start in _starts(x, count, held)
    ]
    return _mixture(min(tried, key=lambda r: float(r.fun)).x)


def _mixture(t: Floats) -> Mixture:
    apart, innocent, machine = (float(v) for v in np.exp(t[1:4]))
    return Mixture(float(t[0]), innocent, float(t[0]) + apart, machine, float(1.0 / (1.0 + np.exp(-t[4]))))


def _likelihood(x: Floats, count: Floats, found: Mixture, laws: Sequence[Law]) -> float:
    """Return the log likelihood of what was counted, as if it were no more than 300 accounts."""
    fine = _density(x, found.innocent, found.innocent_spread, laws[0]) + np.log1p(-found.share)
    made = _density(x, found.machine, found.machine_spread, laws[1]) + np.log(found.share)
    return float(count @ np.logaddexp(fine, made)) / (1.0 + count.sum() / _WEIGHT)


def evident(x: Floats, count: Floats, found: Mixture, laws: Sequence[Law]) -> bool:
    """Return whether the second class of a mixture is there, and is machine made in the model's own eyes.

    One class, placed freely, must explain the service worse: by what Schwarz's criterion asks of three numbers more, or,
    where the class is too large to be a tail, by Akaike's.
    """
    if found.machine + found.machine_spread < _SPEAKS:
        return False
    mean = float(count @ x / count.sum())
    spread = float(np.sqrt(count @ (x - mean) ** 2 / count.sum())) + 1e-3
    damp = 1.0 + count.sum() / _WEIGHT

    def loss(t: Floats) -> float:
        return -float(count @ _density(x, t[0], np.exp(t[1]), laws[0])) / damp

    starts = ((mean, np.log(spread)), (mean - spread / 2, np.log(spread / 2)))
    single = -min(float(minimize(loss, np.array(s), method="L-BFGS-B").fun) for s in starts)
    gain = _likelihood(x, count, found, laws) - single
    return gain >= _NUMBERS * (1.0 if found.share >= _GROSS else np.log(_WEIGHT) / 2)


def _starts(x: Floats, count: Floats, held: Floats) -> tuple[Floats, ...]:
    """Return where the search begins: what was learned, all innocent, and two halves."""
    mean = float(count @ x / count.sum())
    spread = float(np.sqrt(count @ (x - mean) ** 2 / count.sum())) + 0.2
    single = np.array([mean, held[1], np.log(spread), held[3], held[4]])
    halves = np.array([mean - spread / 2, np.log(2 * spread), np.log(spread / 2), np.log(spread), -1.0])
    return held, single, halves


def _density(x: Floats, mean: float, spread: float, form: Law) -> Floats:
    """Return the logarithm of the density of a class, up to a constant that both classes share."""
    z = (x - mean) / spread
    bells = np.exp(-0.5 * ((z[:, None] - np.array(form.form)) / _WIDTH) ** 2).mean(axis=1) / (
        _WIDTH * np.sqrt(2 * np.pi)
    )
    return np.log((1 - _CRUMB) * bells + _CRUMB / np.pi / (1 + z * z)) - np.log(spread)


def recalibrated(x: Floats, count: Floats, found: Mixture, laws: Sequence[Law]) -> Floats:
    """Return the log likelihood ratio that each evidence `x` (ascending) has under the mixture, never falling; no more than 4 nats above it."""
    made = _density(x, found.machine, found.machine_spread, laws[1])
    fine = _density(x, found.innocent, found.innocent_spread, laws[0])
    risen = isotonic_regression(made - fine, weights=count + 1e-3).x
    return np.minimum(np.asarray(risen, np.float64) + _RISE * (x - x[len(x) // 2]), x + _MOST)


class Reading(NamedTuple):
    """What evidence means on one service: `level` (log likelihood ratio) at `edge` (ascending, nats), straight between.

    `share` are the machine-made accounts among its own. `drift` is above 0 where the service is small or foreign, and
    evidence is only taken from what is usual there; foreign is one whose most genuine quarter looks machine made in itself.
    """

    edge: Floats
    level: Floats
    share: float
    drift: float

    def at(self, evidence: Floats) -> Floats:
        """Return the log likelihood ratio of each evidence within the outermost edges."""
        return np.interp(evidence, self.edge, self.level)


def reading(
    bins: Floats,
    beyond: Floats,
    count: Floats,
    laws: Sequence[Law],
    expected: tuple[float, float],
    held: tuple[float, float],
) -> Reading:
    """Return what the evidence of a service means, from `count` accounts in each of `bins` (tenths of a nat, rounded down).

    `beyond` is their excess over what is usual (nats), `expected` the mean evidence of innocent and of machine-made
    accounts known as well, and `held` the share assumed before looking and how many accounts outweigh it.
    """
    order = np.argsort(beyond, kind="stable")
    apart = drift(beyond[order], count[order])
    foreign = apart > 0 and expected[0] + apart > 0
    each, at = np.unique(bins, return_inverse=True)
    x, weight = (each + 0.5) / BINS, np.bincount(at, count).astype(np.float64)
    level, own_share = x - apart, None
    if laws and count.sum() >= _FEWEST and not foreign:
        apart = 0.0
        found = mixture(x, weight, laws, expected, held[0])
        own = recalibrated(x, weight, found, laws)
        if evident(x, weight, found, laws):
            level, own_share = own, found.share
        else:
            level = np.minimum(own, x)
    common = _doubted(own_share, float(count.sum()), *held) if own_share else share(_hidden(level), weight, *held)
    edge = np.unique(np.concatenate([each, each + 1])) / BINS
    outer = edge - np.clip(edge, x[0], x[-1])
    return Reading(edge, _hidden(np.interp(edge, x, level) + outer), common, apart)


def _hidden(level: Floats) -> Floats:
    """Return what a log likelihood ratio is worth where a tenth of the machine made look like anybody."""
    return np.log((1.0 - _GROSS) * np.exp(np.minimum(level, _SURE)) + _GROSS)


def _doubted(found: float, accounts: float, assumed: float, doubt: float) -> float:
    """Return a share found in so many accounts, held towards the assumed one by `doubt` accounts' worth."""
    return (found * accounts + assumed * doubt) / (accounts + doubt)
