"""What chance alone explains of an audience that is there again."""

from __future__ import annotations

import numpy as np

from aboveboard.linkage.weights import Floats

__all__ = ["expected", "migration_bits"]

_NATS = np.log(2.0)


def expected(early: Floats, audience: Floats, everyone: Floats, kinship: float) -> Floats:
    """Return how many of `early` arrivals would belong to an old `audience` by chance.

    `everyone` is how many accounts could have come. People of one circle meet anyway: `kinship` times the plain share.
    """
    return early * np.minimum(kinship * audience / np.maximum(everyone, 1.0), 1.0)


def migration_bits(again: Floats, early: Floats, chance: Floats) -> Floats:
    """Return log2 of how much better a moved audience explains `again` of `early` arrivals than chance does.

    Bayes factor of two binomials, exact up to the shared coefficient: under chance each arrival is of the old audience
    with the share `chance / early`; under a move with a share nobody knows, Beta(1, 2): small shares first. No more than chance
    expects is 0 bits; coming otherwise is no evidence against.
    """
    more = again > chance
    if not more.any():
        return np.zeros(len(again))
    from scipy.special import betaln  # a tenth of the start of a service, which never weighs an audience

    other = early - again
    share = np.clip(chance / np.maximum(early, 1.0), 1e-9, 1 - 1e-9)
    moved = betaln(1.0 + again, 2.0 + other) - betaln(1.0, 2.0)
    by_chance = again * np.log(share) + other * np.log1p(-share)
    return np.where(more, np.maximum((moved - by_chance) / _NATS, 0.0), 0.0)
