"""A kind of job: one frozen value in one file of `work/kinds`. Nothing has to be registered."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from aboveboard.cases.periods import PERIODS, Periods
from aboveboard.store import Ledger, Signer, Store
from aboveboard.work.jobs import Job
from aboveboard.work.outbox import Link
from aboveboard.work.sending import Sending

__all__ = ["Again", "Backoff", "Kind", "Refused", "Tools", "known_kinds"]


@dataclass(frozen=True, slots=True)
class Tools:
    """What handlers work with.

    `sending` is how webhooks go out, `signer` signs checkpoints; a kind whose tool is missing cannot run. `link` makes
    the link by which a holder reads why and appeals.
    """

    ledger: Ledger
    signer: Signer | None = None
    sending: Sending | None = None
    periods: Periods = PERIODS
    link: Link | None = None

    @property
    def store(self) -> Store:
        """The open store."""
        return self.ledger.store


@dataclass(frozen=True, slots=True)
class Again:
    """What a handler returns that made progress and has more to do, at `due`."""

    due: datetime


@dataclass(frozen=True, slots=True)
class Refused:
    """What a handler returns that will never succeed, and why (without personal data)."""

    why: str


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait after a failed attempt: doubling from `first` up to `longest`, spread by up to a quarter either way."""

    first: timedelta = timedelta(seconds=2)
    longest: timedelta = timedelta(hours=1)

    def after(self, attempts: int, job: str, seed: str = "") -> timedelta:
        """Return the wait after this many attempts; the same job, attempt and seed give the same, different jobs do not fall together."""
        wait = min(self.first * 2 ** min(attempts - 1, 40), self.longest)
        return wait * spread(f"{seed}:{job}:{attempts}")


def spread(text: str) -> float:
    """Return a number from 0.75 to 1.25 that depends on a text only."""
    drawn = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") / 2**64
    return 0.75 + drawn / 2


Outcome = Again | Refused | None
Apply = Callable[[Tools, sa.Connection, Job, Any, datetime], Outcome]
Prepare = Callable[[Tools, Job, datetime], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of job.

    `prepare` does what needs no transaction or reaches outside, for as long as it takes. `apply` gets its result and a transaction: what
    it writes and that the job is done are kept together or not at all. What `prepare` does outside must bear being done twice, as a
    worker can die before `apply`. `every` is the period of a kind that runs by itself.
    """

    name: str
    about: str
    apply: Apply
    prepare: Prepare | None = None
    lease: timedelta = timedelta(minutes=1)
    attempts: int = 10
    backoff: Backoff = Backoff()
    every: timedelta | None = None


def known_kinds(further: Iterable[Kind] = ()) -> Mapping[str, Kind]:
    """Return the kinds of `work/kinds`, found by looking, and those that the caller brings. Raises `ValueError` where two share a name."""
    package = importlib.import_module("aboveboard.work.kinds")
    modules = [importlib.import_module(f"{package.__name__}.{m.name}") for m in pkgutil.iter_modules(package.__path__)]
    found = [*(v for m in modules for v in vars(m).values() if isinstance(v, Kind)), *further]
    by_name = {k.name: k for k in sorted(found, key=lambda k: k.name)}
    if len(by_name) < len(found):
        raise ValueError("two kinds of jobs share a name")
    return MappingProxyType(by_name)
