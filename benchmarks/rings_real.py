"""Star edges of real accounts, for benchmarks/rings.py: rings planted among them, and what is found without any planted.

The file holds only stars that another detector called fake, 2022 to 2024; stars of other people are not in it, and no account's creation
date. So a false alarm cannot be told from a find among them, and precision is given only for planted rings; for repositories we
give the share of its stars that we name, beside its fake share, and two baselines: an account's first star in the file (its age, as
near as the file comes), and the largest share of stars in one week. A user of the file has fewer than two stars in it, so that nothing but what is planted is
dense, and one block finds most of it.
"""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

from aboveboard.graph.cores import Least
from aboveboard.graph.follows import Follows, follows_of
from aboveboard.graph.peeling import densest
from aboveboard.graph.rings import Ring, rings_of

DAY = 86_400
FOLDER = "followers/github_stars"
RINGS = (
    ((60, 15, 0.85, 5),),
    ((400, 40, 0.3, 5),),
    ((1500, 60, 0.3, 60),),
    ((120, 20, 0.6, 60),),
    ((5000, 60, 0.3, 60),),
    ((30, 10, 0.9, 5), (60, 15, 0.7, 20), (120, 20, 0.5, 60), (240, 30, 0.35, 60), (400, 40, 0.3, 60)),
    tuple((40, 12, 0.6, 20) for _ in range(12)),
)
"""Rings planted together, each of (members, targets, density, days)."""
LEAST, LIFT, RATE = Least(8, 3, 3), 20.0, 0.01


def edges_of(data: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[str]]:
    """Return user, repository (numbered after the users) and second of each star, and the repositories' names."""
    with (data / FOLDER / "dagster_test_fake_stars_obvious_users.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    users, user = np.unique([r["name"] for r in rows], return_inverse=True)
    repos, repo = np.unique([r["github"] for r in rows], return_inverse=True)
    at = np.array([int(datetime.fromisoformat(r["starred_at"]).timestamp()) for r in rows])
    return user, repo + len(users), at, repos.tolist()


def real(data: Path, seed: int) -> None:
    """Print both tables."""
    user, repo, at, names = edges_of(data)
    users = int(user.max()) + 1
    print(f"\n{len(at):,} stars of {users:,} users at {len(names):,} repositories")
    print(f"{'planted ring':<22}{'':<10}{'ours':>7}{'':>7}{'':>9}{'one FRAUDAR block':>20}")
    print(f"{'members x targets':<22}{'days':<10}{'prec.':>7}{'recall':>7}{'F1':>9}{'F1':>20}")
    before = set(np.concatenate([r.members for r in found(user, repo, at)] or [np.empty(0, int)]).tolist())
    for rings in RINGS:
        planted(np.random.default_rng(seed), (user, repo, at), rings, before)
    repositories(data, user, repo, at, names)


def found(user: np.ndarray, repo: np.ndarray, at: np.ndarray) -> list[Ring]:
    return rings_of(graph_of(user, repo, at), LEAST, LIFT, RATE)


def graph_of(user: np.ndarray, repo: np.ndarray, at: np.ndarray) -> Follows:
    pair = np.unique(user * (int(repo.max()) + 1) + repo, return_index=True)[1]
    size = int(repo.max()) + 1
    return follows_of(user[pair].astype(np.int32), repo[pair].astype(np.int32), at[pair], size)


def planted(
    rng: np.random.Generator, edges: tuple[np.ndarray, ...], rings: tuple[tuple, ...], before: set[int]
) -> None:
    """Plant rings with camouflage among the stars, look for them, print the row."""
    user, repo, at = edges
    first = end = int(repo.max()) + 1
    parts = [(user, repo, at)]
    for ring in rings:
        parts.append(drawn(rng, edges, ring, end))
        end += ring[0]
    follower, target, when = (np.concatenate([p[i] for p in parts]) for i in range(3))
    pair = np.unique(follower * end + target, return_index=True)[1]
    follows = follower[pair].astype(np.int32), target[pair].astype(np.int32), when[pair]
    said = [r.members for r in rings_of(follows_of(*follows, end), LEAST, LIFT, RATE)]
    said = np.unique(np.concatenate([*said, np.empty(0, np.int64)]))
    said = said[(said >= first) | ~np.isin(said, list(before))]
    block = densest(*follows[:2], end, end).rows
    ours, theirs = (score(s, first, end - first) for s in (said, block))
    members, wide, density, days = rings[0]
    name = f"{members} x {wide} at {density}" if len(rings) == 1 else f"{len(rings)} rings, {end - first} members"
    print(f"{name:<22}{days:<10}{ours[0]:>7.3f}{ours[1]:>7.3f}{ours[2]:>9.3f}{theirs[2]:>20.3f}")


def drawn(rng: np.random.Generator, edges: tuple[np.ndarray, ...], ring: tuple, first: int) -> tuple[np.ndarray, ...]:
    """Return who, whom and when of one ring whose members are numbered from `first` on, and of as many follows as cover."""
    members, wide, density, days = ring
    _, repo, at = edges
    targets = rng.choice(np.unique(repo), wide, replace=False)
    who, what = np.nonzero(rng.random((members, wide)) < density)
    when = (
        at.min()
        + rng.random() * (np.ptp(at) - (days + 30) * DAY)
        + rng.random(wide)[what] * 30 * DAY
        + rng.random(len(who)) * days * DAY
    )
    cover = np.repeat(np.arange(members), rng.poisson(len(who) / members, members))
    decoy = repo[rng.integers(0, len(repo), len(cover))]
    times = np.concatenate([when.astype(np.int64), rng.integers(at.min(), at.max(), len(cover))])
    return first + np.concatenate([who, cover]), np.concatenate([targets[what], decoy]), times


def score(said: np.ndarray, first: int, members: int) -> tuple[float, float, float]:
    right = int((said >= first).sum())
    precision, recall = right / max(len(said), 1), right / members
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def repositories(data: Path, user: np.ndarray, repo: np.ndarray, at: np.ndarray, names: list[str]) -> None:
    """Print how the share of stars we name, and two baselines, go with the labels' fake share."""
    with (data / FOLDER / "dagster_test_fake_stars_obvious_repos.csv").open(encoding="utf-8") as file:
        share = {r["github"]: float(r["fake_percentage"]) for r in csv.DictReader(file)}
    users = int(user.max()) + 1
    rings = found(user, repo, at)
    named, count = np.zeros(users, bool), np.bincount(repo - users, minlength=len(names))
    for ring in rings:
        named[ring.members] = True
    fake = np.array([share[n] for n in names])
    mine = np.bincount(repo - users, named[user], len(names)) / count
    first = np.full(users, np.iinfo(np.int64).max)
    np.minimum.at(first, user, at)
    young = np.bincount(repo - users, at - first[user] < 7 * DAY, len(names)) / count
    week = np.zeros(len(names))
    weeks, many = np.unique((repo - users) * 1000 + (at - at.min()) // (7 * DAY), return_counts=True)
    np.maximum.at(week, weeks // 1000, many)
    large = count >= 20
    print(
        f"\n{len(rings)} rings, {named.sum():,} of {users:,} users named; {large.sum()} repositories with 20 labelled stars or more"
    )
    print(f"{'repository':<40}{'stars':>8}{'fake %':>8}{'ours':>8}{'age':>8}{'burst':>8}")
    for n in np.argsort(-fake * large)[:12]:
        print(
            f"{names[n][:39]:<40}{count[n]:>8,}{fake[n]:>8.1f}{mine[n]:>8.2f}{young[n]:>8.2f}{week[n] / count[n]:>8.2f}"
        )
    for what, values in (("ours", mine), ("age", young), ("burst", week / count)):
        known = np.ptp(values[large]) > 0
        said = f"{spearmanr(values[large], fake[large]).statistic:.2f}" if known else "none, it is the same everywhere"
        print(f"rank correlation with the fake share, {what}: {said}")
