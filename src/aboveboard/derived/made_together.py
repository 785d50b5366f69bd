"""Which members of a ring were made in one batch, and are not simply people who joined at one time for an open reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pyarrow as pa

from aboveboard.tables import Type

__all__ = ["MADE", "made_together"]

MADE: Mapping[str, Type] = {"account_id": "string", "made": "int"}

_HOUR, _DAY = 3600, 86_400
_LIFT, _PLACE_LIFT = 2, 10
_AT_ONCE, _SPELL = 2 * _DAY, 14 * _DAY


class _Member(NamedTuple):
    """One member: sign-up (seconds, and place among all), first and last joint act, tokens as (kind, token) with their holders."""

    account: str
    born: int
    place: int
    began: int
    ended: int
    tokens: dict[tuple[str, str], int]


def made_together(births: pa.Table) -> pa.Table:
    """Return the members of one ring that were made in one batch.

    `births` has a row for each member and token: account_id, born, place, everyone, began, ended (seconds), kind, token, holders (accounts
    that use the token), hours (longest pause within a batch) and least (fewest of a batch). A batch is twice as many as the service's own
    sign-ups at that time explain. People who join together are no batch where their tokens show as many hands: most have a device that no
    other member uses, and either most have a network of their own too, or they sit in one place (most on one network that is not
    everybody's). Nor are people who came for an occasion (acted within two days, and were done in fourteen).
    """
    rows = [r for r in births.to_pylist() if r["born"] is not None]
    members = _members(rows)
    uses = Counter(t for m in members for t in m.tokens)
    found: list[str] = []
    for batch in _batches(members, _HOUR * rows[0]["hours"]) if rows else []:
        if len(batch) >= rows[0]["least"] and _unusual(batch, len(members), rows[0]["everyone"]):
            explained = _for_the_occasion(batch) or _many_hands(batch, uses, rows[0]["everyone"])
            found += [] if explained else [m.account for m in batch]
    return pa.table({"account_id": pa.array(sorted(found), pa.string()), "made": pa.array([1] * len(found), pa.int64())})  # fmt: skip


def _members(rows: Sequence[Mapping[str, Any]]) -> list[_Member]:
    found: dict[str, _Member] = {}
    for r in rows:
        fresh = _Member(r["account_id"], r["born"], r["place"], r["began"], r["ended"], {})
        member = found.setdefault(r["account_id"], fresh)
        if r["token"] is not None:
            member.tokens[r["kind"], r["token"]] = r["holders"]
    return sorted(found.values(), key=lambda m: (m.born, m.account))


def _batches(members: Sequence[_Member], pause: int) -> list[list[_Member]]:
    found = [[members[0]]]
    for before, member in pairwise(members):
        if member.born - before.born > pause:
            found.append([])
        found[-1].append(member)
    return found


def _unusual(batch: Sequence[_Member], ring: int, everyone: int) -> bool:
    signed_up = batch[-1].place - batch[0].place + 1 if batch[-1].place > batch[0].place else len(batch)
    return len(batch) * everyone >= _LIFT * ring * signed_up


def _for_the_occasion(batch: Sequence[_Member]) -> bool:
    born = batch[-1].born
    return min(m.began for m in batch) - born <= _AT_ONCE and max(m.ended for m in batch) - born <= _SPELL


def _many_hands(batch: Sequence[_Member], uses: Mapping[tuple[str, str], int], everyone: int) -> bool:
    """Tell whether a batch's tokens show as many hands; `uses` counts the members of the whole ring that use each token."""
    apart = [{kind for kind, token in m.tokens if uses[kind, token] == 1} for m in batch]
    devices, both = (
        2 * sum(kinds <= own for own in apart) >= len(batch) for kinds in ({"device"}, {"device", "network"})
    )
    return both or (devices and _in_one_place(batch, everyone))


def _in_one_place(batch: Sequence[_Member], everyone: int) -> bool:
    networks = Counter((token, n) for m in batch for (kind, token), n in m.tokens.items() if kind == "network")
    size = len(batch)
    return any(2 * n >= size and n * everyone >= _PLACE_LIFT * size * holders for (_, holders), n in networks.items())
