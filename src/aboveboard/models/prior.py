"""How many of a population are machine made, told from the population's own scores; and what a score then means.

A likelihood ratio says how much more often a machine-made account looks so. What it means for one account depends on how
common machine-made accounts are there, and that differs from service to service. The share is estimated by EM after
Saerens, Latinne and Decaestecker, "Adjusting the Outputs of a Classifier to New a Priori Probabilities" (2002), held
towards an assumed share by as many accounts' worth of doubt as the operator says.
"""

from __future__ import annotations

import numpy as np

from aboveboard.models.additive import Floats

__all__ = ["drift", "posterior", "share"]

_ROUNDS, _LEAST, _CLOSE = 2000, 1e-6, 1e-12
_BEST, _BULK = 0.05, 0.25


def posterior(evidence: Floats, prior: Floats | float) -> Floats:
    """Return the probability of each account, from its log likelihood ratio and the share before looking."""
    odds = np.log(np.asarray(prior) / (1.0 - np.asarray(prior)))
    return 1.0 / (1.0 + np.exp(-np.clip(evidence + odds, -60.0, 60.0)))


def share(evidence: Floats, count: Floats, assumed: float, doubt: float) -> float:
    """Return the share of breaches among accounts with this evidence, `count` of each; between 0.000001 and 0.999999.

    `assumed` is the share before looking and `doubt` how many accounts it takes to outweigh it.
    """
    found = assumed
    total = count.sum() + doubt
    for _ in range(_ROUNDS):
        before = found
        found = float((count @ posterior(evidence, found) + doubt * assumed) / total)
        found = min(max(found, _LEAST), 1 - _LEAST)
        if abs(found - before) < _CLOSE:
            break
    return found


def drift(excess: Floats, count: Floats) -> float:
    """Return by how many nats a population as a whole looks more machine made than what the model learned from; 0 if not.

    `excess` (ascending) is the evidence beyond that of the average innocent account known as well, `count` accounts of
    each. Where even the 5 % that look most genuine exceed it, the service is of another kind, and scores are to be taken
    from where its most genuine quarter ends (an empirical null, after Efron, "Large-Scale Simultaneous Hypothesis
    Testing", 2004). A population that is for the most part machine made keeps its few genuine accounts, so it has none.
    """
    so_far = np.cumsum(count) / max(count.sum(), 1)
    best, bulk = (float(excess[min(int(np.searchsorted(so_far, q)), len(excess) - 1)]) for q in (_BEST, _BULK))
    return max(bulk, 0.0) if best > 0 else 0.0
