"""Acts for the co-action benchmark and tests: a background of shares, rings planted in it, and the same shares dealt out by chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aboveboard.graph.acts import Acts, acts_of

HOUR, DAY = 3600, 86400


@dataclass(frozen=True)
class Ring:
    """A kind of ring: `size` accounts at `jobs` objects, each within `tempo` seconds, each member at a share `turn` of them.

    Half of the jobs are objects of the ring's own, half are among the background's, beside a real share. `cover` acts of camouflage a
    member are copies of real shares, hours later. In a `queue` members always come in the same order.
    """

    size: int
    jobs: int
    tempo: int
    turn: float = 0.85
    cover: int = 30
    queue: bool = False


def shares(seed: int, accounts: int, acts: int, days: int) -> Acts:
    """Draw shares: few accounts and objects have most of them; an object is shared soon after it appears, mostly by day."""
    rng = np.random.default_rng(seed)
    objects = acts // 3
    who = np.minimum((accounts * rng.random(acts) ** 2.5).astype(np.int32), accounts - 1)
    thing = np.minimum((objects * rng.random(acts) ** 3).astype(np.int32), objects - 1)
    born = rng.integers(0, days, objects) * DAY + ((7 + 15 * rng.beta(2, 2, objects)) * HOUR).astype(np.int64)
    at = born[thing] + np.minimum(rng.exponential(5 * HOUR, acts), 20 * DAY).astype(np.int64)
    return acts_of(who, thing, at, accounts, objects)


def dealt_out(acts: Acts, seed: int) -> Acts:
    """Deal the acts of each bin of time out to its accounts anew: activity and popularity stay, ties go."""
    rng = np.random.default_rng(seed)
    account = np.empty_like(acts.account)
    account[np.lexsort((rng.random(len(account)), acts.when))] = acts.account[np.argsort(acts.when, kind="stable")]
    return acts_of(account, acts.thing, acts.at, acts.accounts, acts.objects)


def planted(acts: Acts, ring: Ring, seed: int, rings: int) -> tuple[Acts, list[np.ndarray]]:
    """Plant rings of one kind. Return all acts and the members of each ring, who are new accounts."""
    rng = np.random.default_rng(seed)
    thing, parts, truth, objects = acts.thing, [], [], acts.objects
    for number in range(rings):
        members = np.arange(acts.accounts + number * ring.size, acts.accounts + (number + 1) * ring.size)
        truth.append(members)
        for job in range(ring.jobs):
            beside = rng.integers(len(acts.at))
            own = job % 2 == 0
            what, start = (objects, rng.integers(int(acts.at.max()))) if own else (thing[beside], acts.at[beside])
            objects += own
            here = members[rng.random(ring.size) < ring.turn]
            delay = np.sort(rng.random(len(here)) * ring.tempo) if ring.queue else rng.random(len(here)) * ring.tempo
            parts.append((here, np.full(len(here), what), start + delay.astype(np.int64)))
        copied = rng.integers(len(acts.at), size=ring.size * ring.cover)
        later = acts.at[copied] + rng.exponential(4 * HOUR, len(copied)).astype(np.int64)
        parts.append((np.repeat(members, ring.cover), thing[copied], later))
    who, what, at = (np.concatenate(c) for c in zip((acts.account, thing, acts.at), *parts, strict=True))
    accounts = acts.accounts + rings * ring.size
    return acts_of(who.astype(np.int32), what.astype(np.int32), at.astype(np.int64), accounts, objects), truth
