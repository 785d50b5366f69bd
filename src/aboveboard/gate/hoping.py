"""Which barred accounts are worth reading letter by letter beside an attempt: those that could be likely at all.

A name that many bear, or a short one, leads to hundreds of accounts and to no claim. What is known before two names are compared
bounds what their pair can weigh (`weighing.most_by_name`); below a possible claim, nothing more is asked of it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import Any

from aboveboard.derived.alike_profiles import ALIKE_NAMES
from aboveboard.derived.returns import SURE, letters_in
from aboveboard.derived.weighing import most_by_name
from aboveboard.detectors.returning_account import RETURNING_ACCOUNT
from aboveboard.gate.attempts import Attempt
from aboveboard.gate.barred import Barred, Known
from aboveboard.gate.reading import Found
from aboveboard.names.likeness import compare
from aboveboard.names.lookup import Near
from aboveboard.names.masked import may_be_masked

__all__ = ["COMMON", "Named", "faintly", "worth_reading"]

COMMON = int(ALIKE_NAMES.params["common"].value)
"""Accounts beyond which a name, a picture or a biography is anybody's."""

_POSSIBLE = float(RETURNING_ACCOUNT.params["possible"].value)
_LEAST = math.log2(_POSSIBLE / (1 - _POSSIBLE)) - 1e-6
"""Bits below which a pair is not worth a word, a hair less for sums in another order."""

_READ_BY_EAR = 16
"""Letters of a name that nothing is read of: its length bounds nothing then."""

Named = tuple[str, str, Near, str]
"""Field, name, what is near it, and the entry that bears that."""


def faintly(pair: Mapping[str, Any]) -> bool:
    """Tell whether an attempt shares nothing with an account but, perhaps, a network: that alone never counts."""
    return pair["sayers"] is None and pair["showers"] is None and all(kind == "network" for kind, *_ in pair["ties"])


def worth_reading(
    attempt: Attempt,
    barred: Barred,
    found: Iterable[Found],
    accounts: int,
    tied: Collection[str],
    networked: Collection[str],
) -> dict[str, list[Named]]:
    """Return the names found near those of an attempt by the account that bears them, for accounts that could be its holder's.

    `tied` share something that counts by itself, and keep every name; `networked` share a network.
    """
    named: dict[str, list[Named]] = {}
    count = accounts + (attempt.kind == "registration")
    for field, name, near in found:
        if near.bearers + (attempt.kind != "login") > COMMON:
            continue
        for entry in near.ids:
            named.setdefault(entry[1:], []).append((field, name, near, entry))
    return {
        i: some
        for i, some in named.items()
        if i in tied or _hopes(attempt, barred.known(i), some, count, network=i in networked)
    }


def _hopes(attempt: Attempt, known: Known | None, named: list[Named], count: int, *, network: bool) -> bool:
    """Tell whether any of the names an account bears could make it a possible return."""
    if known is None:
        return False
    times = (attempt.born_at, attempt.at if attempt.kind == "profile_change" else None)
    days = min(((t - known.closed_at).days for t in times if t and t > known.closed_at), default=0)
    second = len({entry[0] for *_, entry in named}) > 1
    return any(
        _most(attempt, name, near, count, days, network=network, second=second) >= _LEAST for _, name, near, _ in named
    )


def _most(attempt: Attempt, name: str, near: Near, count: int, days: int, *, network: bool, second: bool) -> float:
    letters = letters_in(near.name)
    most = partial(
        most_by_name, max(near.bearers, 1) + (attempt.kind != "login"), _READ_BY_EAR if letters is None else letters, count, days,
        network=network, second=second, announced=bool(attempt.bio),
    )  # fmt: skip
    plain = most(twisted=False)
    if plain >= _LEAST or (twisted := most(twisted=True)) < _LEAST or not may_be_masked(name, near.name):
        return plain
    found = compare(name, near.name)
    return twisted if found.disguised and found.alike >= SURE else plain
