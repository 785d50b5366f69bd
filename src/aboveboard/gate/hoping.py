"""Which barred accounts are worth reading letter by letter beside an attempt: those that could be likely at all.

A name that many bear, or a short one, leads to hundreds of accounts and to no claim. What is known before two names are compared
bounds what their pair can weigh (`weighing.most_by_name`); below a possible claim, nothing more is asked of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property, partial
from typing import Any

from aboveboard.derived.alike_profiles import ALIKE_NAMES
from aboveboard.derived.returns import ALIKE, SURE, letters_in
from aboveboard.derived.weighing import most_by_name
from aboveboard.detectors.returning_account import RETURNING_ACCOUNT
from aboveboard.gate.attempts import Attempt
from aboveboard.gate.barred import Barred
from aboveboard.gate.reading import Found
from aboveboard.names.likeness import compare, may_disguise
from aboveboard.names.lookup import Near
from aboveboard.names.masked import may_be_masked
from aboveboard.store.entries import microseconds

__all__ = ["COMMON", "Named", "faintly", "worth_reading"]

COMMON = int(ALIKE_NAMES.params["common"].value)
"""Accounts beyond which a name, a picture or a biography is anybody's."""

_POSSIBLE = float(RETURNING_ACCOUNT.params["possible"].value)
_LEAST = math.log2(_POSSIBLE / (1 - _POSSIBLE)) - 1e-6
"""Bits below which a pair is not worth a word, a hair less for sums in another order."""

_DAY_US = 86_400_000_000
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
    named: dict[str, list[tuple[Named, _Hope]]] = {}
    count, worn = accounts + (attempt.kind == "registration"), int(attempt.kind != "login")
    networks = bool(networked)
    for field, name, near in found:
        if near.bearers + worn > COMMON:
            continue
        hope = _Hope(attempt, name, near, count)
        for entry in near.ids if tied or hope.at_all(network=networks) else ():
            named.setdefault(entry[1:], []).append(((field, name, near, entry), hope))
    closed = barred.closed_us([i for i in named if i not in tied])
    times = _came(attempt)
    return {
        i: [one for one, _ in some]
        for i, some in named.items()
        if i in tied or (i in closed and _hopes(_days(times, closed[i]), some, network=i in networked))
    }


def _came(attempt: Attempt) -> tuple[int, ...]:
    """Return when an attempt's account may have come to be what it is, in microseconds: when it was made, and renamed."""
    times = (attempt.born_at, attempt.at if attempt.kind == "profile_change" else None)
    return tuple(microseconds(t) for t in times if t)


def _days(times: tuple[int, ...], closed_us: int) -> int:
    """Return the days from a closure to the first of the times after it."""
    return min([(us - closed_us) // _DAY_US for us in times if us > closed_us], default=0)


def _hopes(days: int, named: list[tuple[Named, _Hope]], *, network: bool) -> bool:
    """Tell whether any of the names an account bears could make it a possible return so many days after its closure."""
    if len(named) == 1:
        return named[0][1].enough(days, network=network, second=False)
    second = len({entry[0] for (*_, entry), _ in named}) > 1
    return any(hope.enough(days, network=network, second=second) for _, hope in named)


class _Hope:
    """What a name of an attempt and one near it can weigh, whoever bears that: the two are read once, and only where it matters."""

    def __init__(self, attempt: Attempt, name: str, near: Near, accounts: int) -> None:
        letters, bearers = letters_in(near.name), max(near.bearers, 1) + (attempt.kind != "login")
        self._letters = _READ_BY_EAR if letters is None else letters
        self._most = partial(most_by_name, bearers, accounts=accounts, announced=bool(attempt.bio))
        self._name, self._model = name, near.name
        self._kept: dict[tuple[int, bool, bool], bool] = {}

    def at_all(self, *, network: bool) -> bool:
        """Tell whether it could be enough for anybody, however soon they came and however well the two agree."""
        most = partial(self._most, self._letters, days=0, network=network, second=True)
        return most(twisted=True) >= _LEAST or most(twisted=False) >= _LEAST

    def enough(self, days: int, *, network: bool, second: bool) -> bool:
        """Tell whether it could make an account that was closed so many days before a possible return."""
        asked = days, network, second
        kept = self._kept.get(asked)
        if kept is None:
            kept = self._weighed(partial(self._most, days=days, network=network, second=second)) >= _LEAST
            self._kept[asked] = kept
        return kept

    def _weighed(self, most: Callable[..., float]) -> float:
        plain = most(self._letters, twisted=False)
        if plain >= _LEAST:
            return plain if compare(self._name, self._model).alike >= ALIKE else most(0, twisted=False)
        if most(self._letters, twisted=True) < _LEAST or not self._masked:
            return plain
        found = compare(self._name, self._model)
        return most(self._letters, twisted=True) if found.disguised and found.alike >= SURE else plain

    @cached_property
    def _masked(self) -> bool:
        return may_be_masked(self._name, self._model) and may_disguise(self._name, self._model)
