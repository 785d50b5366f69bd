"""Sellers of accounts: what each offers in all, and who offers with another's words or another's contact."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa

from aboveboard.names.characters import normal, simplified, table
from aboveboard.tables import ARROW, Type
from aboveboard.text.near_groups import grouped
from aboveboard.text.neardup import folded, near

__all__ = ["SELLERS", "sellers_of"]

SELLERS: Mapping[str, Type] = {
    "account_id": "string", "offers": "int", "text": "string", "way": "string", "price": "string", "span": "string", "reach": "string", "tool": "string",
    "risk": "string", "template": "string", "voices": "int", "shared": "string", "sharers": "int", "first_at": "time", "last_at": "time",
}  # fmt: skip
"""One row an account. `text` and what is read of it: its clearest offer. `template`: a wording that `voices` sellers use, null where
they are fewer than three; `shared`: a contact, or a place to log in, that `sharers` sellers give, null where there is one."""

_VOICES, _LONG = 3, 60
"""Sellers that a template takes, and different shingles of a wording that is no stock phrase."""
_SHARERS = 2
_READ = ("text", "way", "price", "span", "reach", "tool", "risk")

Row = dict[str, Any]


def sellers_of(offers: pa.Table) -> pa.Table:
    """Return the sellers (columns `SELLERS`) behind offers (columns `OFFERS`), in order of their ids."""
    rows = offers.to_pylist()
    templates, shared = _templates(offers, rows), _shared(rows)
    mine: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        mine[row["account_id"]].append(number)
    made = [_seller(account, mine[account], rows, templates, shared) for account in sorted(mine)]
    return pa.table({n: pa.array([m[n] for m in made], ARROW[t]) for n, t in SELLERS.items()})


def _seller(
    account: str,
    mine: list[int],
    rows: list[Row],
    templates: Mapping[int, tuple[int, str]],
    shared: Mapping[str, int],
) -> Row:
    best = min((rows[n] for n in mine), key=lambda r: (-r["nats"], r["text"]))
    template = min((templates[n] for n in mine if n in templates), key=lambda t: (-t[0], t[1]), default=(0, None))
    told = [(shared[x], x) for n in mine for x in _ways_to(rows[n]) if shared[x] >= _SHARERS]
    sharers, contact = min(told, key=lambda t: (-t[0], t[1]), default=(0, None))
    times = [rows[n]["at"] for n in mine if rows[n]["at"] is not None]
    return {
        "account_id": account, "offers": len({rows[n]["text"] for n in mine}), **{n: best[n] for n in _READ},
        "template": template[1], "voices": template[0], "shared": contact, "sharers": sharers,
        "first_at": min(times, default=None), "last_at": max(times, default=None),
    }  # fmt: skip


def _ways_to(row: Row) -> Iterable[str]:
    return (row[n] for n in ("reach", "tool") if row[n] is not None)


def _shared(rows: list[Row]) -> Counter[str]:
    """Return how many sellers give each contact or place to log in."""
    return Counter(x for _, x in {(r["account_id"], x) for r in rows for x in _ways_to(r)})


def _templates(offers: pa.Table, rows: list[Row]) -> dict[int, tuple[int, str]]:
    """Return (sellers, least text) of the wording of each offer that three sellers or more use, by the offer's number."""
    found = near(offers["text"], read=_reading)
    groups = grouped(found)
    if len(found.sets.begins) == 0:
        return {}
    says = found.says()[found.text]
    members: dict[int, list[int]] = defaultdict(list)
    for row in np.flatnonzero((groups.middle >= 0) & (says >= _LONG)).tolist():
        members[int(groups.middle[row])].append(row)
    made: dict[int, tuple[int, str]] = {}
    for numbers in members.values():
        voices = len({rows[n]["account_id"] for n in numbers})
        if voices >= _VOICES:
            made |= dict.fromkeys(numbers, (voices, min(rows[n]["text"] for n in numbers)))
    return made


@cache
def _reading(char: str) -> str:
    return simplified(normal(folded(char)).translate(table()))
