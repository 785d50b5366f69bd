"""Run detectors on a world, two side by side where the world is large; each shared table is computed once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

import pyarrow as pa

from aboveboard.app.measure import Cost, measured
from aboveboard.core import Progress, silent
from aboveboard.detector import Derived, Detector
from aboveboard.engines.base import Engine, compute, derived_of, missing, run
from aboveboard.engines.finish import finish
from aboveboard.engines.lanes import Job, side_by_side
from aboveboard.tables import Source, World

__all__ = ["Looked", "look"]

_LARGE = 300_000
"""Rows of a world from which a second lane is worth it; a small one is quicker, and kinder to its machine, in one."""


@dataclass(slots=True)
class Looked:
    """Findings and cost of each detector that ran, why others did not, and the derived tables they shared."""

    findings: dict[str, pa.Table] = field(default_factory=dict[str, pa.Table])
    costs: dict[str, Cost] = field(default_factory=dict[str, Cost])
    skipped: dict[str, str] = field(default_factory=dict[str, str])
    shared: dict[str, Source] = field(default_factory=dict[str, Source])


@dataclass(frozen=True, slots=True)
class _Scan:
    """What every job of one scan works with."""

    engine: Engine
    world: World
    looked: Looked

    def derive(self, derived: Derived, cost: Cost) -> None:
        with measured() as own:
            self.looked.shared[derived.name] = compute(derived, self.engine, self.world, self.looked.shared)
        cost.add(own)

    def detect(self, detector: Detector, cost: Cost) -> None:
        with measured() as own:
            made = run(detector, self.engine, self.world, shared=self.looked.shared)
            self.looked.findings[detector.name] = finish(detector, made)
        cost.add(own)


def look(
    world: World,
    engine: Engine,
    detectors: Sequence[Detector],
    progress: Progress = silent,
    *,
    lanes: int | None = None,
) -> Looked:
    """Run `detectors`; those that lack a table are skipped. A detector's cost holds the shared tables it was the first to need.

    `lanes` is how many work side by side; by default what the engine likes for a large world, and one for a small one.
    """
    looked = Looked()
    scan = _Scan(engine, world, looked)
    able = [d for d in detectors if not _lacking(d, world, looked)]
    looked.costs |= {d.name: Cost() for d in able}
    jobs = list(_jobs(able, scan))
    place = {job.name: n for n, job in enumerate(jobs)}
    side_by_side(
        jobs,
        _lanes(world, engine) if lanes is None else lanes,
        halt=engine.halt,
        begun=lambda job: progress(f"looking {job.name}", place[job.name], len(jobs)),
    )
    progress("looking", len(jobs), len(jobs))
    looked.findings = {d.name: looked.findings[d.name] for d in able}
    return looked


def _lacking(detector: Detector, world: World, looked: Looked) -> bool:
    lacks = missing(detector, world)
    if lacks:
        looked.skipped[detector.name] = lacks
    return bool(lacks)


def _lanes(world: World, engine: Engine) -> int:
    return engine.lanes if sum(source.rows for source in world.sources.values()) >= _LARGE else 1


def _jobs(detectors: Sequence[Detector], scan: _Scan) -> Iterator[Job]:
    """Yield each shared table before what reads it, as the first detector that needs it asks for it."""
    seen: set[str] = set()
    for detector in detectors:
        cost = scan.looked.costs[detector.name]
        yield from _tables(detector, scan, cost, seen)
        yield Job(f"with {detector.name}", _needs(detector), partial(scan.detect, detector, cost))


def _tables(work: Detector | Derived, scan: _Scan, cost: Cost, seen: set[str]) -> Iterator[Job]:
    for derived in derived_of(work):
        if derived.name not in seen:
            yield from _tables(derived, scan, cost, seen)
            seen.add(derived.name)
            yield Job(_table(derived), _needs(derived), partial(scan.derive, derived, cost))


def _needs(work: Detector | Derived) -> tuple[str, ...]:
    return tuple(map(_table, derived_of(work)))


def _table(derived: Derived) -> str:
    """Return the job's name as progress shows it; no detector's job has it."""
    return f"at {derived.name.replace('_', ' ')}"
