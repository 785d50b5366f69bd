"""Many accounts at once: a table of events in, accounts out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, starmap
from operator import itemgetter

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.cases.folding import fold
from aboveboard.cases.values import Account, Event
from aboveboard.errors import CaseError

__all__ = ["EVENTS", "event_table", "fold_table"]

_time = pa.timestamp("us", tz="UTC")

EVENTS = pa.schema([
    ("account_id", pa.string()), ("at", _time), ("kind", pa.string()), ("id", pa.string()), ("by", pa.string()),
    ("second", pa.string()), ("until", _time), ("ground", pa.string()), ("violation", pa.string()), ("severity", pa.int64()),
    ("scope", pa.string()), ("root", pa.string()), ("party", pa.string()), ("evidence", pa.string()),
])  # fmt: skip
"""An `Event` a row. Empty text may be null; `at` may not."""


def event_table(events: Iterable[Event]) -> pa.Table:
    """Return events as a table."""
    columns = list(zip(*events, strict=True)) or [[] for _ in EVENTS]
    return pa.table([pa.array(c, f.type) for c, f in zip(columns, EVENTS, strict=True)], schema=EVENTS)


def fold_table(events: pa.Table) -> dict[str, Account]:
    """Return each account of a table of events, in the order of their ids; raise `CaseError` for a column that lacks or a null time."""
    lacking = [f.name for f in EVENTS if f.name not in events.column_names]
    if lacking or events["at"].null_count or events["account_id"].null_count:
        raise CaseError(f"events lack {', '.join(lacking) or 'an `account_id` or a time'}")
    events = events.select(EVENTS.names).cast(EVENTS).sort_by("account_id")
    rows = zip(*(_plain(events[f.name], f.type) for f in EVENTS), strict=True)
    return {name: fold(starmap(Event, group)) for name, group in groupby(rows, key=itemgetter(0))}


def _plain(column: pa.ChunkedArray, kind: pa.DataType) -> list[object]:
    """Return a column as Python values, its distinct values made once: times and names recur."""
    if kind == pa.int64():
        return pc.fill_null(column, 0).to_pylist()
    coded = column.combine_chunks().dictionary_encode()
    if isinstance(coded, pa.ChunkedArray):
        coded = coded.unify_dictionaries().combine_chunks()
    empty = None if kind == _time else ""
    known = np.array([*coded.dictionary.to_pylist(), empty], dtype=object)
    places = pc.fill_null(coded.indices, len(known) - 1).to_numpy()
    return known[places].tolist()
