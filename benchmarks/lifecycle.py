"""How long the lives of many accounts take to fold: `.venv/bin/python benchmarks/lifecycle.py [EVENTS]`."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import numpy as np
import pyarrow as pa

from aboveboard.cases.bars import BarEvent, fold_bars, in_force
from aboveboard.cases.batch import EVENTS, fold_table
from aboveboard.cases.timers import due

T = TypeVar("T")
START = datetime(2025, 1, 1, tzinfo=UTC)
NOW = START + timedelta(days=900)


def history(count: int, seed: int = 7) -> pa.Table:
    """Return a shuffled table of about `count` events: a third lived accounts with decisions, notices and ends, the rest signs of life."""
    rng = np.random.default_rng(seed)
    accounts = max(1, count // 8)
    owner = np.repeat(np.arange(accounts), 8)
    place = np.tile(np.arange(8), accounts)
    plain = ("registered", "admitted", *["seen"] * 6)
    lived = ("registered", "admitted", "seen", "limited", "notice_sent", "ended", "notice_sent", "seen")
    heavy = rng.random(accounts)[owner] < 1 / 3
    kinds = np.where(heavy, np.array(lived, dtype=object)[place], np.array(plain, dtype=object)[place])
    begun = rng.integers(0, 300, accounts)[owner] * 86_400
    at = np.datetime64("2025-01-01", "us") + (
        (begun + place * 864_000 + np.where(place == 6, 60, 0)) * 1_000_000
    ).astype("m8[us]")
    limited, sent = kinds == "limited", kinds == "notice_sent"
    until = np.where(limited, at + np.timedelta64(20, "D"), np.datetime64("NaT", "us"))
    roles = {
        "registered": "holder",
        "admitted": "policy:p/1",
        "seen": "holder",
        "limited": "policy:p/1",
        "notice_sent": "policy:p/1",
        "ended": "timer",
    }
    columns = {
        "account_id": np.char.add("a", owner.astype(str)),
        "at": pa.array(at, pa.timestamp("us", "UTC")),
        "kind": kinds.astype(str),
        "id": np.where(limited | sent | (kinds == "ended"), "d1", ""),
        "by": np.array([roles[k] for k in kinds]),
        "until": pa.array(until, pa.timestamp("us", "UTC")),
        "ground": np.where(limited, "terms", ""),
        "violation": np.where(limited, "coordination", ""),
        "evidence": np.where(limited, "e1", ""),
        "severity": limited.astype(int),
        "scope": np.where(limited, "comment", np.where(sent, np.where(place == 4, "statement", "restored"), "")),
    }
    empty = np.full(len(owner), "")
    table = pa.table({f.name: columns.get(f.name, empty) for f in EVENTS}).cast(EVENTS)
    return table.take(rng.permutation(len(owner)))


def bars(count: int) -> list[BarEvent]:
    """Return `count` bars of one subject each, a tenth of them resting on another."""
    return [
        BarEvent(
            START,
            "barred",
            f"d{n}",
            "person:a",
            "person:b",
            (f"{n:064x}",),
            "terms",
            2,
            "registration",
            None,
            f"d{n - 1}" if n % 10 == 9 else "",
        )
        for n in range(count)
    ]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    table = history(count)
    print("what                              rows   wall s    cpu s")
    accounts = timed("fold events", table.num_rows, lambda: fold_table(table))
    if any(a.faults for a in accounts.values()):
        sys.exit("the made-up events should all be possible")
    sample = list(accounts.values())[:20_000]
    timed("ask what is due", len(sample), lambda: [due(a, NOW) for a in sample])
    events = bars(count // 10)
    ledger = timed("fold bars", len(events), lambda: fold_bars(events))
    timed("look subjects up", len(events), lambda: [in_force(ledger, e.tokens, NOW) for e in events])
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def timed(what: str, rows: int, work: Callable[[], T]) -> T:
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    print(f"{what:28} {rows:9,} {time.perf_counter() - wall:8.2f} {time.process_time() - cpu:8.2f}")
    return result


if __name__ == "__main__":
    main()
