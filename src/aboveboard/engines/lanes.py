"""Jobs of which some need what others make: several side by side, none before what it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from graphlib import TopologicalSorter

__all__ = ["Job", "side_by_side"]


@dataclass(frozen=True, slots=True)
class Job:
    """`work` to be done once, after every job named in `needs`."""

    name: str
    needs: tuple[str, ...]
    work: Callable[[], None]


def _ignore(_: Job) -> None:
    """Tell nobody."""


def side_by_side(
    jobs: Sequence[Job], lanes: int, *, halt: Callable[[], None], begun: Callable[[Job], None] = _ignore
) -> None:
    """Do every job, at most `lanes` at a time; in one lane in the given order, which must itself put no job before its needs.

    `begun` is told of each job in the calling thread. When one fails, or the caller is interrupted, `halt` is called to stop
    the others, and the first failure is raised once they have ended.
    """
    if lanes <= 1:
        for job in jobs:
            begun(job)
            job.work()
        return
    with ThreadPoolExecutor(lanes) as pool:
        try:
            _spread(jobs, lanes, pool, begun)
        except BaseException:
            halt()
            raise


def _spread(jobs: Sequence[Job], lanes: int, pool: ThreadPoolExecutor, begun: Callable[[Job], None]) -> None:
    """Give each free lane the first job in order whose needs are met."""
    place = {job.name: n for n, job in enumerate(jobs)}
    sorter = TopologicalSorter({job.name: job.needs for job in jobs})
    sorter.prepare()
    ready: list[int] = []
    running: dict[Future[None], Job] = {}
    while sorter.is_active():
        ready = sorted({*ready, *(place[name] for name in sorter.get_ready())})
        for job in [jobs[n] for n in ready[: lanes - len(running)]]:
            ready.remove(place[job.name])
            begun(job)
            running[pool.submit(job.work)] = job
        for done in wait(running, return_when=FIRST_COMPLETED).done:
            done.result()
            sorter.done(running.pop(done).name)
