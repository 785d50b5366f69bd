"""Texts that offer an account for rent, sale, loan or to be played up: what they ask, for how long, and where they lead."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.offer_reading import folded, gated, offer_streams, plainly
from aboveboard.models.grams import evidence, shipped
from aboveboard.text.offer_cues import cue_row, offers_something

__all__ = ["MODELS", "STRENGTH", "may_offer", "nats_of"]

MODELS = ("offer_cues", "offer_letters")
STRENGTH = 1.0
"""Nats from which a text is read as an offer."""


def may_offer(plain: pa.Array) -> npt.NDArray[np.bool_]:
    """Return whether each text in plain spelling may offer an account."""
    made = np.zeros(len(plain), bool)
    rows = gated(plain)
    made[rows] = [offers_something(cue_row(t)) for t in plain.take(pa.array(rows)).to_pylist()]
    return made


def nats_of(texts: pa.Array) -> npt.NDArray[np.float64]:
    """Return how much each raw text reads as an offer of an account (nats); minus infinity where a cheap look rules it out."""
    made = np.full(len(texts), -np.inf)
    read = folded(texts)
    rows = gated(read)
    plain = plainly(read.take(pa.array(rows)))
    sure = may_offer(plain)
    streams = offer_streams(plain.filter(pa.array(sure)))
    made[rows[sure]] = sum(evidence(shipped(name)[0], (s,)) for name, s in zip(MODELS, streams, strict=True))
    return made
