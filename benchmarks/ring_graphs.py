"""Follow graphs with planted rings, for benchmarks/rings.py: an organic background, communities that co-follow, and campaigns.

Everything that looks guilty and is not is here: heavy-tailed popularity and activity, celebrities, viral days, an awards night that lifts
several stars at once, and communities whose members take the same suggestions when they join: steadily, in one intake, around
release days, or lately. `Shape` says what the rings look like; `graph` draws it all from one seed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

DAY = 86_400
YEAR = 365 * DAY
WAYS = ("steady", "steady", "growing", "intake", "release", "young", "steady", "growing")

Ints = npt.NDArray[np.int32]

_CHUNK = 4_000_000
"""Rows drawn, or put in order, at a time: what bounds the memory a large graph takes while it is made."""


@dataclass
class Graph:
    """Edges by number: followers from 0, targets from `people` on. Times in seconds. `ring` is each edge's ring, or -1."""

    people: int
    targets: int
    follower: Ints
    target: Ints
    at: Ints
    ring: npt.NDArray[np.int32]
    fake: npt.NDArray[np.bool_] = field(repr=False)
    inflated: npt.NDArray[np.bool_] = field(repr=False)


@dataclass(frozen=True)
class Shape:
    """One setting: rings are `tight`, `flat`, `mixed` or `none`; camouflage is `none`, `light` or `heavy`."""

    edges: int = 1_000_000
    share: float = 0.05
    rings: str = "mixed"
    camouflage: str = "none"
    days: float = 5
    communities: int = 300
    staggered: bool = True
    reused: float = 0.0


class Pen:
    """Edges as they are drawn, in four bytes a column: a year has fewer seconds than that holds."""

    def __init__(self) -> None:
        self.rows: list[tuple[Ints, Ints, Ints, int]] = []

    def add(self, follower: npt.NDArray, target: npt.NDArray, at: npt.NDArray, ring: int = -1) -> None:
        """Add follows, of a ring or of nobody's."""
        self.rows.append((*(np.asarray(a).astype(np.int32, copy=False) for a in (follower, target, at)), ring))

    def taken(self) -> tuple[Ints, Ints, Ints, Ints]:
        """Return follower, target, time and ring of all edges, column by column, and forget them."""
        ring = np.repeat([r[3] for r in self.rows], [len(r[0]) for r in self.rows]).astype(np.int32)
        columns = []
        for place in range(3):
            columns.append(np.concatenate([r[place] for r in self.rows]))
            self.rows = [(*r[:place], r[place][:0], *r[place + 1 :]) for r in self.rows]
        return (*columns, ring)


def ranked(rng: np.random.Generator, size: int, count: int, steep: float = 3.0) -> Ints:
    """Draw `count` of `size` in a heavy tail: the first ones most often."""
    made = np.empty(count, np.int32)
    for low in range(0, count, _CHUNK):
        some = made[low : low + _CHUNK]
        some[:] = rng.random(len(some)) ** steep * size
    return made


def graph(seed: int, shape: Shape) -> Graph:
    """Draw a graph of about `shape.edges` follows."""
    rng = np.random.default_rng(seed)
    people, targets = shape.edges // 10, shape.edges // 20
    pen = Pen()
    sizes = _rings(rng, shape)
    fakes = sum(n for n, _, _ in sizes)
    _communities(rng, pen, people, targets, shape.communities)
    _moments(rng, pen, people, targets)
    made = sum(len(r[0]) for r in pen.rows)
    _background(rng, pen, people, targets, max(shape.edges - made - int(shape.share * shape.edges), shape.edges // 10))
    names = rng.permutation(targets)
    _campaigns(rng, pen, people, targets, names, shape, sizes)
    return _drawn(rng, pen, people + fakes, targets)


def _background(rng: np.random.Generator, pen: Pen, people: int, targets: int, edges: int) -> None:
    keen = rng.lognormal(0, 1.2, people)
    follower = (
        rng.choice(people, edges, p=keen / keen.sum()).astype(np.int32)
        if edges < 2_000_000
        else np.repeat(np.arange(people, dtype=np.int32), rng.poisson(keen * edges / keen.sum()))
    )
    born, at = rng.random(people) * YEAR, np.empty(len(follower), np.int32)
    for low in range(0, len(at), _CHUNK):
        since = born[follower[low : low + _CHUNK]]
        at[low : low + _CHUNK] = since + (YEAR - since) * rng.random(len(since)) ** 1.5
    pen.add(follower, ranked(rng, targets, len(follower)), at)


def _communities(rng: np.random.Generator, pen: Pen, people: int, targets: int, count: int) -> None:
    for number in range(count):
        size, wide = int(np.clip(rng.lognormal(4.8, 0.7), 30, 1500)), int(rng.integers(8, 60))
        wide = min(wide, targets // 2)
        member, liked = rng.integers(0, people, size), rng.integers(0, targets, wide)
        cover = np.clip(rng.beta(2, 4, size) if number % 2 else np.full(size, rng.uniform(0.2, 0.8)), 0.05, 0.95)
        pull = np.arange(1, wide + 1.0) ** -rng.uniform(0, 0.9)
        chance = np.clip(cover[:, None] * pull[None, :] / pull.mean(), 0, 0.97)
        who, what = np.nonzero(rng.random((size, wide)) < chance)
        join = _joins(rng, WAYS[number % len(WAYS)], size)
        spree = rng.random(len(who)) < rng.uniform(0.5, 1.0)
        late = rng.exponential(60 * DAY, len(who))
        at = join[who] + np.where(spree, rng.exponential(rng.choice([600, 3600, 5 * 3600]), len(who)), late)
        kept = at < YEAR
        pen.add(member[who[kept]], liked[what[kept]], at[kept])


def _joins(rng: np.random.Generator, way: str, size: int) -> npt.NDArray[np.float64]:
    """Say when the members of one community came."""
    if way == "growing":
        return YEAR * rng.random(size) ** rng.uniform(0.3, 1)
    join = YEAR * rng.random(size)
    if way == "intake":
        new = rng.random(size) < rng.uniform(0.3, 0.7)
        return np.where(new, rng.uniform(0.1, 0.9) * YEAR + rng.normal(0, 3 * DAY, size), join)
    if way == "release":
        days = rng.random(6) * 0.95 * YEAR
        return np.where(rng.random(size) < 0.5, days[rng.integers(0, 6, size)] + rng.exponential(DAY, size), join)
    if way == "young":
        since = rng.uniform(0.6, 0.85) * YEAR
        return since + (YEAR - since) * rng.random(size)
    return join


def _moments(rng: np.random.Generator, pen: Pen, people: int, targets: int) -> None:
    """Viral days of single accounts, and awards nights after which people follow some of ten stars."""
    for _ in range(max(3, people // 20_000)):
        size, target = int(min(people / 20, 100 * (1 + rng.pareto(1.2)))), int(rng.integers(targets))
        fans = rng.choice(people, size, replace=False)
        pen.add(fans, np.full(size, target), rng.random() * 0.9 * YEAR + rng.exponential(DAY, size))
    for _ in range(2):
        stars, size = rng.choice(max(targets // 500, 10), 10, replace=False), people // 200
        fans, night = rng.choice(people, size, replace=False), rng.random() * 0.9 * YEAR
        who, what = np.nonzero(rng.random((size, 10)) < rng.beta(1, 3, size)[:, None])
        come = night + rng.exponential(DAY, size)
        pen.add(fans[who], stars[what], come[who] + rng.exponential(3600, len(who)))


def _rings(rng: np.random.Generator, shape: Shape) -> list[tuple[int, int, float]]:
    """Return members, targets and density of each ring, until the fraud has its share of the edges."""
    sizes, left = [], shape.share * shape.edges if shape.rings != "none" else 0
    while left > 0:
        if shape.rings == "tight":
            made = int(rng.integers(40, 150)), int(rng.integers(10, 26)), rng.uniform(0.75, 0.95)
        elif shape.rings == "flat":
            made = 5000, 60, 0.3
        else:
            made = int(np.exp(rng.uniform(3.4, 8))), int(rng.integers(8, 80)), rng.uniform(0.25, 0.95)
        sizes.append(made)
        left -= made[0] * made[1] * made[2]
    return sizes


def _campaigns(
    rng: np.random.Generator, pen: Pen, people: int, targets: int, names: Ints, shape: Shape, sizes: list
) -> None:
    length, first = shape.days * DAY, people
    for ring, (members, wide, density) in enumerate(sizes):
        crew = np.arange(first, first + members, dtype=np.int32)
        first += members
        if shape.reused and ring:
            crew = np.where(rng.random(members) < shape.reused, rng.integers(people, first, members), crew)
        served = (
            names[(ring * 97 + np.arange(wide)) % targets] if rng.random() < 0.7 else ranked(rng, targets, wide, 1.5)
        )
        who, what = np.nonzero(rng.random((members, wide)) < density)
        start = rng.random() * (YEAR - length - 31 * DAY)
        starts = start + (rng.random(wide) * 30 * DAY if shape.staggered else 0) * np.ones(wide)
        pen.add(crew[who], served[what], starts[what] + rng.random(len(who)) * length, ring)
        much = {"none": 0.0, "light": 0.5, "heavy": 2.0}[shape.camouflage] * len(who) / members
        cover = np.repeat(crew, rng.poisson(much, members))
        where = (
            ranked(rng, targets, len(cover)) if shape.camouflage == "heavy" else rng.integers(0, targets, len(cover))
        )
        pen.add(cover, where, rng.random(len(cover)) * YEAR)


def _drawn(rng: np.random.Generator, pen: Pen, everyone: int, targets: int) -> Graph:
    """Shuffle names and rows; of two follows of one pair the ring's stays."""
    follower, target, at, ring = pen.taken()
    order = rng.permutation(_distinct(follower, target, ring, targets))
    follower, target, at, ring = follower[order], target[order], at[order], ring[order]
    del order
    names = rng.permutation(everyone).astype(np.int32)
    fake, inflated = np.zeros(everyone, bool), np.zeros(targets, bool)
    fake[names[follower[ring >= 0]]] = True
    inflated[target[ring >= 0]] = True
    target += everyone
    return Graph(everyone, targets, names[follower], target, at, ring, fake, inflated)


def _distinct(follower: Ints, target: Ints, ring: Ints, targets: int) -> Ints:
    """Return the rows that stay, by follower and target: one a pair, a ring's first. Put in order a slice of followers at a time."""
    if not len(follower):
        return np.empty(0, np.int32)
    slices = len(follower) // _CHUNK + 1
    part = (follower.astype(np.float32) * (slices / (int(follower.max()) + 1.0))).astype(np.uint8)
    kept = []
    for one in range(int(part.max()) + 1):
        rows = np.flatnonzero(part == one).astype(np.int32)
        key = follower[rows] * np.int64(targets) + target[rows]
        order = np.lexsort((-ring[rows], key))
        kept.append(rows[order[np.diff(key[order], prepend=-1) != 0]])
    return np.concatenate(kept)
