"""Whom something hits: accounts counted by language, script, age and followers, and whether one group is hit far more than the others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.deciding.values import Limits
from aboveboard.evaluation.measures import wilson

__all__ = ["STRATA", "Counts", "counts_of", "skewed", "strata"]

STRATA = ("language", "script", "age", "followers")
"""What accounts are counted by."""

Counts = Mapping[str, Mapping[str, int]]
"""For each of `STRATA` how many accounts there are in each of its groups."""

_SCRIPTS = (
    "Arabic",
    "Cyrillic",
    "Hebrew",
    "Greek",
    "Hangul",
    "Hiragana",
    "Katakana",
    "Han",
    "Thai",
    "Devanagari",
    "Bengali",
    "Latin",
)
_AGES = ((7, "under a week"), (30, "under a month"), (365, "under a year"), (1826, "under five years"))
_BANDS = ((100, "under 100"), (1_000, "under 1,000"), (10_000, "under 10,000"), (100_000, "under 100,000"))
_PROTECTED = ("language", "script")


def strata(accounts: pa.Table, at: datetime) -> pa.Table:
    """Return the groups of each account, in the order of the table: one column for each of `STRATA`; what is not known is `unknown`."""
    columns = [_language(accounts), _script(accounts), _age(accounts, at), _followers(accounts)]
    return pa.table(dict(zip(STRATA, columns, strict=True)))


def counts_of(accounts: pa.Table, at: datetime) -> Counts:
    """Return how many accounts there are in each group."""
    groups = strata(accounts, at)
    return {n: {c["values"]: c["counts"] for c in pc.value_counts(groups[n]).to_pylist()} for n in STRATA}


def skewed(hit: Counts, population: Counts, limits: Limits) -> str:
    """Return which script or language is hit far more often than all others together, as a sentence; empty where none is.

    A group counts when enough of its accounts are hit, and the low end of the 95 % interval of its share lies `skew_times` above the
    high end of the others'.
    """
    for stratum in _PROTECTED:
        for group, many in sorted(hit.get(stratum, {}).items()):
            told = _skewed(stratum, group, many, hit[stratum], population.get(stratum, {}), limits)
            if told and group != "unknown":
                return told
    return ""


def _skewed(
    stratum: str, group: str, many: int, hit: Mapping[str, int], population: Mapping[str, int], limits: Limits
) -> str:
    size = max(population.get(group, 0), many)
    others, rest = sum(hit.values()) - many, sum(population.values()) - size
    if many < limits.skew_least or rest <= 0:
        return ""
    low, _ = wilson(many / size, size)
    share = others / rest
    _, high = wilson(share, rest)
    if low <= limits.skew_times * high or low <= limits.skew_floor:
        return ""
    return f"it hits {many / size:.1%} of the accounts of {stratum} {group}, and {share:.1%} of the others"


def _text(accounts: pa.Table, name: str) -> pa.ChunkedArray:
    if name in accounts.column_names:
        return pc.fill_null(accounts[name].cast(pa.string()), "")
    return pa.chunked_array([pa.repeat(pa.scalar(""), accounts.num_rows)])


def _language(accounts: pa.Table) -> pa.ChunkedArray:
    said = _text(accounts, "language")
    return pc.if_else(pc.equal(said, ""), "unknown", said)


def _script(accounts: pa.Table) -> pa.ChunkedArray:
    """Return the script of each shown name, else of the handle: the rarest first, as Latin letters are in names of every kind."""
    shown = _text(accounts, "display_name")
    names = pc.if_else(pc.equal(shown, ""), _text(accounts, "handle"), shown)
    found = pa.chunked_array([pa.repeat(pa.scalar("unknown"), accounts.num_rows)])
    for script in reversed(_SCRIPTS):
        found = pc.if_else(pc.match_substring_regex(names, rf"\p{{{script}}}"), script, found)
    return found


def _age(accounts: pa.Table, at: datetime) -> pa.ChunkedArray:
    if "created_at" not in accounts.column_names:
        return pa.chunked_array([pa.repeat(pa.scalar("unknown"), accounts.num_rows)])
    since = pc.subtract(
        pa.scalar(at, pa.timestamp("us", tz="UTC")), accounts["created_at"].cast(pa.timestamp("us", tz="UTC"))
    )
    days = pc.divide(since.cast(pa.int64()), timedelta(days=1) // timedelta(microseconds=1))
    return _banded(days, _AGES, "five years and more")


def _followers(accounts: pa.Table) -> pa.ChunkedArray:
    if "followers" not in accounts.column_names:
        return pa.chunked_array([pa.repeat(pa.scalar("unknown"), accounts.num_rows)])
    return _banded(accounts["followers"], _BANDS, "100,000 and more")


def _banded(values: pa.ChunkedArray, bands: tuple[tuple[int, str], ...], above: str) -> pa.ChunkedArray:
    names = np.array([*(n for _, n in bands), above, "unknown"], dtype=object)
    known = pc.fill_null(values, -1).to_numpy()
    places = np.searchsorted([b for b, _ in bands], known, "right")
    return pa.chunked_array([pa.array(names[np.where(known < 0, len(names) - 1, places)], pa.string())])
