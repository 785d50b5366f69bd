"""Real graphs of who took up what, for benchmarks/rings.py: rings planted among them, and what is found without any planted.

`stars`: GitHub stars. The file holds only those that another detector called fake, 2022 to 2024; stars of other people are not in
it, and no account's creation date. So a false alarm cannot be told from a find among them: whatever names a star of the file is right by
its labels, and precision on a repository's other stars is not to be had. Per repository we give the share of its labelled stars that is
named (recall), and hold the repositories named against those with a large fake share (precision and recall), each beside two baselines:
an account's first star in the file (its age, as near as the file comes), and the largest share of stars in one week; and beside the first step
of the cascade alone, stars in bursts, which accuses nobody. A user has 1.4 stars in it, so nothing but what is planted is dense: one block finds most of
that, and without anything planted there is no second target to meet at.

`pages`: who shared which page in six weeks of an election, no labels. People share the same pages in numbers here, so one block finds these, not what is
planted. No follow or trust graph with times comes with a package we know of; this is the nearest: accounts, what they take up, and when. Rings last
for as much of it as they do of a year.
"""

from __future__ import annotations

import csv
import gzip
from datetime import datetime
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

from aboveboard.graph.bursts import bursts_of
from aboveboard.graph.cores import Least
from aboveboard.graph.follows import Follows, follows_of
from aboveboard.graph.peeling import densest
from aboveboard.graph.rings import Ring, rings_of

DAY = 86_400
FOLDER, PAGES = "followers/github_stars", "coordination/coortweet/german_elections.csv.gz"
YEAR, CLAIMED, LARGE, FEWEST = 365 * DAY, 0.5, 5.0, 20
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


def shares_of(data: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return account, page (numbered after the accounts) and second of each share of a page."""
    with gzip.open(data / PAGES, "rt", encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if r["url_id"]]
    people, person = np.unique([r["account_id"] for r in rows], return_inverse=True)
    page = np.unique([r["url_id"] for r in rows], return_inverse=True)[1]
    return person, page + len(people), np.array([int(float(r["timestamp"])) for r in rows])


def real(data: Path, seed: int) -> None:
    """Print the tables of both graphs, and that of repositories."""
    user, repo, at, names = edges_of(data)
    for title, edges in (("stars", (user, repo, at)), ("pages", shares_of(data))):
        sizes = (len(np.unique(column)) for column in edges[:2])
        print(
            f"\n{title}: {len(edges[2]):,} by {next(sizes):,} accounts at {next(sizes):,} targets, nothing planted",
            end=": ",
        )
        before = found(*edges)
        caught = set(np.concatenate([r.members for r in before] or [np.empty(0, int)]).tolist())
        print(f"{len(before)} rings of {len(caught)} accounts")
        print(f"{'planted ring':<22}{'':<10}{'ours':>7}{'':>7}{'':>9}{'one FRAUDAR block':>20}")
        print(f"{'members x targets':<22}{'days':<10}{'prec.':>7}{'recall':>7}{'F1':>9}{'F1':>20}")
        for rings in RINGS:
            planted(np.random.default_rng(seed), edges, rings, caught)
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
    pace = min(1.0, np.ptp(at) / YEAR)
    days, apart = days * pace, 30 * pace
    targets = rng.choice(np.unique(repo), wide, replace=False)
    who, what = np.nonzero(rng.random((members, wide)) < density)
    when = (
        at.min()
        + rng.random() * (np.ptp(at) - (days + apart) * DAY)
        + rng.random(wide)[what] * apart * DAY
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
    """Print what we and two baselines make of each repository, beside the labels' fake share."""
    with (data / FOLDER / "dagster_test_fake_stars_obvious_repos.csv").open(encoding="utf-8") as file:
        share = {r["github"]: float(r["fake_percentage"]) for r in csv.DictReader(file)}
    fake, repo = np.array([share[n] for n in names]), repo - len(np.unique(user))
    count, told = np.bincount(repo, minlength=len(names)), opinions(user, repo, at, len(names))
    large = count >= FEWEST
    print(
        f"\nshare of its labelled stars named, {large.sum()} repositories with {FEWEST} or more; precision on others is unknown"
    )
    print(f"{'repository':<40}{'stars':>8}{'fake %':>8}" + "".join(f"{name:>8}" for name in told))
    for n in np.argsort(-fake * large)[:12]:
        print(f"{names[n][:39]:<40}{count[n]:>8,}{fake[n]:>8.1f}" + "".join(f"{v[n]:>8.2f}" for v in told.values()))
    guilty = fake[large] >= LARGE
    print(
        f"\nfake share {LARGE:.0f} % or more: {guilty.sum()} of {len(guilty)}; a repository is claimed from {CLAIMED:.0%} of its stars on"
    )
    print(
        f"{'':<12}{'recall of stars':>16}{'claimed':>10}{'precision':>11}{'recall':>8}{'rank correlation with fake share':>35}"
    )
    for name, value in told.items():
        kept, claimed = value[large], value[large] >= CLAIMED
        right = int((claimed & guilty).sum())
        precision = f"{right / claimed.sum():.3f}" if claimed.any() else "-"
        order = f"{spearmanr(kept, fake[large]).statistic:.2f}" if np.ptp(kept) > 0 else "-"
        stars = float(value @ count / count.sum())
        print(f"{name:<12}{stars:>16.3f}{claimed.sum():>10}{precision:>11}{right / guilty.sum():>8.3f}{order:>35}")


def opinions(user: np.ndarray, repo: np.ndarray, at: np.ndarray, many: int) -> dict[str, np.ndarray]:
    """Return for each repository the share of its stars that we name, that lie in bursts, from new accounts, and in its fullest week."""
    users, count = int(user.max()) + 1, np.bincount(repo, minlength=many)
    named, first = np.zeros(users, bool), np.full(users, np.iinfo(np.int64).max)
    for ring in found(user, repo + users, at):
        named[ring.members] = True
    np.minimum.at(first, user, at)
    bursts, week = bursts_of(graph_of(user, repo + users, at), LEAST.shared + 2, RATE), np.zeros(many)
    weeks, full = np.unique(repo * 1000 + (at - at.min()) // (7 * DAY), return_counts=True)
    np.maximum.at(week, weeks // 1000, full)
    burst = np.bincount(bursts.target - users, np.diff(bursts.starts), many)
    young = np.bincount(repo, at - first[user] < 7 * DAY, many)
    return {
        "ours": np.bincount(repo, named[user], many) / count,
        "bursts": burst / count,
        "age": young / count,
        "week": week / count,
    }
