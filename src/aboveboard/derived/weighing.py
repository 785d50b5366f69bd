"""From the evidence on each pair to bits, probability and words.

What is learned: how often a returner keeps the name, the device, a contact, the network, the picture, the bio (`m`, by EM
from unlabelled pairs). What is counted: how many others bear the same (`u`). What is assumed, because no world tells: the
numbers below, each with its reason.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.linkage.chance import expected, migration_bits
from aboveboard.linkage.weights import UNKNOWN, Field, Floats, Levels, learn, weigh
from aboveboard.names.cues import announces_return

__all__ = ["FIELDS", "Weights", "appeared", "most_by_name", "weights"]

Weights = dict[str, Floats]
"""Bits of each pair by field: what is learned (`FIELDS`), and `audience`, `rhythm`, `soon`, `announced`, `arrival`, `prior`."""

_NETWORK: Final = 3.0
"""Bits a shared network may say at most."""

FIELDS: Final = (
    Field("name", (0.3, 0.4, 0.3), most=40.0),
    Field("device", (0.5, 0.5), most=40.0),
    Field("contact", (0.6, 0.4), least=-1.0, most=40.0),
    Field("payment", (0.9, 0.1), most=40.0),
    Field("network", (0.4, 0.6), most=_NETWORK),
    Field("picture", (0.6, 0.4), most=40.0),
    Field("bio", (0.8, 0.2), most=40.0),
)
"""Level 0 is "differs"; the name has two more, alike and disguised. Shares are starting points, worth 200 pairs."""

OTHERS: Final = {
    "name": 0.5,
    "device": 1.0,
    "contact": 0.02,
    "payment": 0.1,
    "network": 3.0,
    "picture": 0.1,
    "bio": 0.3,
}
"""People expected to share a value that no third account bears: half a namesake, one housemate on a device, one
phone in fifty a family's, three housemates on a line."""

_STOCK: Final = {"picture": 2}
"""Powers of the number of others who show a thing: a picture that some show lies about to be taken, and each makes the next likelier."""

_RETURNS = 0.2
"""Returns expected for each barred account. Reported rates of ban evasion differ by service; a fifth is the middle."""

_FEWEST = 10_000
"""A world of fewer accounts is judged as a sample of this many: no name is rare among twenty."""

_DISGUISED = 0.05
"""Of people who bear a name by chance, those who write it in look-alike letters: one in twenty at most."""

_LETTER = 2.5
"""Bits one letter of a name can say at most (an ideograph counts two): a short name is nobody's own, however rare here."""

_KINSHIP = 5.0
_SOON: Final = ((7, 3.0), (30, 2.0), (90, 1.0), (365, 0.0))
"""Days after the closure, and bits: successors mostly come within weeks (Niverthi, Verma, Kumar, WWW 2022)."""

_OLDER = -3.0
"""An older account that only shares a token since the closure: eight in nine times a household's."""

_ANNOUNCED, _SECOND = 3.0, 2.0
"""A bio that says so, and a handle that agrees as well as the name: both chosen by the same hand, so bounded."""

_ONE_ROOF = 1.0
"""Bits a shared network may add to a shared device, or take where the names differ."""

_MOST_AUDIENCE = 16.0

_DISSONANT, _IN_STEP = -1.0, 1.5
"""Bits that the hours of posting may weigh: a third of a service's people keep the same hours, so they never decide."""


def appeared(pairs: pa.Table) -> pa.ChunkedArray:
    """Return when the other account came to be what it is: made, else renamed, else handed over; null before the closure."""
    made = pc.if_else(pc.greater(pairs["created_at"], pairs["closed_at"]), pairs["created_at"], None)
    return pc.coalesce(made, pairs["taken_at"], pairs["handed_at"])


def weights(pairs: pa.Table, disguised: npt.NDArray[np.bool_], *, alone: bool = False) -> Weights:
    """Weigh each pair of a table (columns as `derived.returns` makes them).

    `m` is learned from all of them, or, where each stands `alone`, the shares of `FIELDS`.

    `disguised` says whether the name is written in other letters. A fan's or an archive's name, picture, bio and audience
    are what such accounts repeat, and weigh nothing. Rows must come in a fixed order.
    """
    count = np.maximum(_numbers(pairs["accounts"]), _FEWEST)
    levels, u = _compared(pairs, disguised, count)
    prior = np.log2(_RETURNS / count)
    m = [np.array(f.m) for f in FIELDS] if alone else learn(levels, u, FIELDS, float(prior[0]) if len(prior) else 0.0)
    bits = weigh(levels, u, FIELDS, m)
    made: Weights = {field.name: bits[:, n] for n, field in enumerate(FIELDS)}
    made["network"] = _beside_device(made)
    return {**made, **_circumstances(pairs), "prior": prior}


@lru_cache(maxsize=65_536)
def most_by_name(
    bearers: int, letters: int, accounts: int, days: int, *, network: bool, second: bool, announced: bool, twisted: bool
) -> float:
    """Return the most bits, prior included, of a pair that stands `alone` and shares a name and perhaps a network, nothing else.

    From what is known before the names are read letter by letter: how many bear the closed one, its letters, the days between.
    `twisted`: it may be written in other letters; without, it is not. What is left out here, `weights` puts no higher.
    """
    count = max(accounts, _FEWEST)
    by_chance = max(min((max(bearers - 2, 0) + OTHERS["name"]) / count, 0.5), 2 ** (-_LETTER * min(letters, 16)))
    _, alike, disguised = FIELDS[0].m
    name = math.log2(disguised / (by_chance * _DISGUISED) if twisted else alike / by_chance)
    soon = next((bits for limit, bits in _SOON if days <= limit), -1.0)
    beside = soon + network * _NETWORK + second * _SECOND + announced * _ANNOUNCED
    return math.log2(_RETURNS / count) + max(0.0, min(name, FIELDS[0].most)) + beside


def _beside_device(bits: Weights) -> Floats:
    """Bound the network where a device is shared: under another name, one roof explains both."""
    roof = np.where(
        bits["name"] > 0, np.minimum(bits["network"], _ONE_ROOF), np.where(bits["network"] > 0, -_ONE_ROOF, 0.0)
    )
    return np.where(bits["device"] > 0, roof, bits["network"])


def _compared(pairs: pa.Table, disguised: npt.NDArray[np.bool_], count: Floats) -> tuple[Levels, Floats]:
    """Return the level of each field of each pair and how often it occurs by chance."""
    own = ~_flags(pairs["label"])
    sources = {"name": "bearers", "picture": "showers", "bio": "sayers"}
    levels = np.full((pairs.num_rows, len(FIELDS)), UNKNOWN, np.int8)
    u = np.ones(levels.shape)
    for number, name in enumerate(field.name for field in FIELDS):
        bearers = _numbers(pairs[sources.get(name, name)])
        agree = np.isfinite(bearers) & (own | (name not in sources))
        others = np.maximum(np.nan_to_num(bearers) - 2, 0.0)
        by_chance = np.minimum((others ** _STOCK.get(name, 1) + OTHERS[name]) / count, 0.5)
        differ = _differs(pairs, name) & ~agree & own
        levels[differ, number], levels[agree, number] = 0, 1
        u[:, number] = np.where(agree, by_chance, 1.0)
    twisted = disguised & (levels[:, 0] == 1)
    floor = np.exp2(-_LETTER * np.minimum(_numbers(pairs["letters"]), 16.0))
    u[:, 0] = np.where(levels[:, 0] == 1, np.maximum(u[:, 0], np.nan_to_num(floor)), u[:, 0])
    levels[twisted, 0] = 2
    u[twisted, 0] *= _DISGUISED
    return levels, u


def _differs(pairs: pa.Table, name: str) -> npt.NDArray[np.bool_]:
    """Tell where both accounts have the field at all, so that no agreement is a disagreement."""
    known = {"name": None, "device": "devices", "contact": "contacts"}
    if name not in known:
        return np.zeros(pairs.num_rows, bool)
    column = known[name]
    return np.ones(pairs.num_rows, bool) if column is None else _flags(pairs[column])


def _circumstances(pairs: pa.Table) -> Weights:
    """Weigh what is not learned: the audience, how soon, how it came, what it says of itself, a second name."""
    own = ~_flags(pairs["label"])
    again, early, audience, everyone = (
        np.nan_to_num(_numbers(pairs[c])) for c in ("again", "early", "audience", "everyone")
    )
    chance = expected(early, audience, everyone, _KINSHIP)
    moved = np.where(again > 0, np.minimum(migration_bits(again, early, chance), _MOST_AUDIENCE), 0.0)
    days = _numbers(pairs["days_after"])
    soon = np.select([days <= limit for limit, _ in _SOON], [bits for _, bits in _SOON], -1.0)
    older = ~_flags(pairs["made"]) & ~np.isfinite(_numbers(pairs["bearers"]))
    announces = _flags(announces_return(pairs["bio"])) & own
    second = (_numbers(pairs["fields"]) > 1) & own
    rhythm = np.clip(np.nan_to_num(_numbers(pairs["rhythm"])), _DISSONANT, _IN_STEP)
    return {
        "audience": np.where(own, moved, 0.0),
        "rhythm": np.where(own, rhythm, np.minimum(rhythm, 0.0)),
        "soon": soon,
        "arrival": np.where(older, _OLDER, 0.0),
        "announced": np.where(announces, _ANNOUNCED, 0.0),
        "second": np.where(second, _SECOND, 0.0),
    }


def _numbers(column: pa.ChunkedArray) -> Floats:
    """Return a column as floats, null as NaN."""
    return pc.cast(column, pa.float64()).to_numpy(zero_copy_only=False)


def _flags(column: pa.ChunkedArray) -> npt.NDArray[np.bool_]:
    """Return a column of booleans, null as false."""
    return pc.fill_null(column, False).to_numpy(zero_copy_only=False)
