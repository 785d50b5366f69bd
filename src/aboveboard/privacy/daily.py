"""The day's work on privacy: erase who waited, end the bars that are over, bring the others under their newest key, purge what has run out. One function for a job."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from aboveboard.privacy.bar_keys import renew
from aboveboard.privacy.erasure import end_bars, resume, scrub
from aboveboard.privacy.holding import held_accounts
from aboveboard.privacy.keyring import load_ring
from aboveboard.privacy.retention import CLASSES, Receipt, purge, read_retention
from aboveboard.store import Ledger, Store

__all__ = ["Day", "tidy"]

_FILE = "retention.toml"


@dataclass(frozen=True, slots=True)
class Day:
    """What a day's work did."""

    erased: int
    bars_ended: int
    bars_renewed: int
    purged: tuple[Receipt, ...]


def tidy(store: Store, data: Path, at: datetime) -> Day:
    """Do what is due by `at`, with the days that `retention.toml` in the data folder gives. Done twice, it does nothing the second time.

    Raises `InputError` on a retention.toml with faults: then nothing is purged, and nothing else is left undone.
    """
    ledger = Ledger(store)
    erased = resume(store, ledger, at)
    with store.writing() as connection:
        ended = end_bars(connection, ledger, at)
    renewed = renew(store, ledger, load_ring(data), at)
    own = data / _FILE
    chosen = read_retention(own) if own.exists() else CLASSES
    purged = purge(store, ledger, at, chosen, held_accounts)
    scrub(store)
    return Day(len(erased), ended, renewed, tuple(purged))
