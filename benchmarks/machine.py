"""The profile model of `machine_account` beside a random forest on counts, in one set and across sets.

    .venv/bin/python benchmarks/machine.py --data ../shared/data

Prints, for each labelled set, five-fold cross-validation (accounts with the same numbers stay together) and training on
the other set: AUC, average precision, F1 at 0.5, F1 at a threshold chosen on the training accounts (across sets only), F1 at the best one,
calibration error (ten bins), the share believed in beside the true one. Ours is scored as the detector scores: the share
is estimated from the scored accounts themselves. The forest (300 trees, scikit-learn's defaults) gets the counts both sets
have, and balanced classes where it crosses sets. Then: columns taken away; all bots, self-declared ones included; worlds
with innocents only; and the time for a million accounts. The forest needs `uv sync --group bench`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from sklearn.ensemble import RandomForestClassifier

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

import train_machine as trainer
from train_machine import Accounts, Floats

from aboveboard.connectors.files import read_world
from aboveboard.detectors.machine_account import MACHINE_ACCOUNT
from aboveboard.engines.base import run
from aboveboard.engines.duck import DuckEngine
from aboveboard.engines.finish import finish
from aboveboard.models.additive import Additive
from aboveboard.models.prior import drift, posterior, share
from aboveboard.models.profile import known, shipped, weighed
from aboveboard.tables import Source, World
from aboveboard.worlds.generate import make_world

COUNTS = ("followers", "following", "posts", "listed", "likes")
SHARED = ("followers", "following", "posts")
TAKEN = {
    "nothing": (),
    "age, likes, lists": ("age", "likes", "listed"),
    "bio, link, place": ("bio", "link", "place"),
    "handle, picture": ("letters", "digits", "stirred", "bare"),
    "all but three counts and the picture": (
        "age",
        "likes",
        "listed",
        "bio",
        "link",
        "place",
        "letters",
        "digits",
        "stirred",
    ),
}


def row(*cells: object) -> None:
    """Print one aligned row."""
    print("".join(f"{c!s:<{44 if i == 0 else 11}}" for i, c in enumerate(cells)))


def table(accounts: Accounts, columns: Sequence[str]) -> Floats:
    """Return counts as the forest takes them: -1 where unknown."""
    return np.stack([pc.fill_null(accounts.profiles.column(c), -1).to_numpy() for c in columns], axis=1)


def forest(train: Accounts, test: Accounts, columns: Sequence[str], weight: str | None = None) -> Floats:
    """Return the forest's probabilities."""
    made = RandomForestClassifier(300, random_state=0, n_jobs=1, class_weight=weight)
    return made.fit(table(train, columns), train.breach).predict_proba(table(test, columns))[:, 1]


def told(title: str, score: Floats, accounts: Accounts, threshold: float, believed: float | None = None) -> None:
    """Print a row of scores."""
    m = trainer.measured(score, accounts.breach)
    chosen = trainer.measured(score, accounts.breach, threshold)["f1"]
    shown = [f"{x:.3f}" for x in (m["auc"], m["ap"], m["f1"], chosen, m["best_f1"], m["ece"])]
    row(title, *shown, "" if believed is None else f"{believed:.2f}/{accounts.breach.mean():.2f}")


def adapted(evidence: Floats, excess: Floats) -> tuple[Floats, float]:
    """Return probabilities as the detector makes them, drift and share estimated from these very accounts."""
    order = np.argsort(excess)
    apart = drift(excess[order], np.ones(len(excess)))
    found = share(evidence - apart, np.ones(len(evidence)), trainer.ASSUMED, trainer.DOUBT)
    return posterior(evidence - apart, found), found


def ours(model: Additive, accounts: Accounts) -> tuple[Floats, float]:
    """Return the detector's probabilities for these accounts under a model, and the share it believes in."""
    return adapted(*weighed(model, accounts.profiles))


def inside(accounts: Accounts, slope: float) -> None:
    """Cross-validate both on one set; no other accounts choose a threshold, so it is 0.5."""
    for title, score in (("forest, counts", partial(forest, columns=COUNTS)), ("ours", trainer.additive)):
        made = trainer.crossed(accounts, score)
        chance, found = trainer.probabilities(slope * made) if title == "ours" else (made, None)
        told(f"{accounts.name}, {title}", chance, accounts, 0.5, found)


def across(train: Accounts, test: Accounts, slope: float) -> None:
    """Train on one set and score the other."""
    title = f"{train.name} -> {test.name}"
    made = forest(train, test, SHARED, "balanced")
    own = trainer.crossed(train, partial(forest, columns=SHARED, weight="balanced"))
    told(f"{title}, forest", made, test, trainer.best_threshold(own, train.breach))
    model = trainer.trained([train])
    chance, found = ours(replace(model, slope=slope, offset=model.offset * slope), test)
    own, _ = trainer.probabilities(slope * trainer.crossed(train, trainer.additive))
    told(f"{title}, ours", chance, test, trainer.best_threshold(own, train.breach), found)


def without(accounts: Accounts, columns: Sequence[str]) -> Accounts:
    """Return the accounts as a service would show them that lacks these columns."""
    made = accounts.profiles
    for name in columns:
        place = made.schema.get_field_index(name)
        made = made.set_column(place, name, pa.nulls(made.num_rows, made.schema.field(name).type))
    return Accounts(accounts.name, made, accounts.breach, accounts.language)


def thinned(accounts: Accounts, slope: float) -> None:
    """Print cross-validated scores with columns taken away from the tested accounts only."""
    for title, columns in TAKEN.items():

        def score(train: Accounts, test: Accounts, gone: Sequence[str] = columns) -> Floats:
            return weighed(trainer.trained([train]), without(test, gone).profiles)[0]

        chance, found = trainer.probabilities(slope * trainer.crossed(accounts, score))
        judged = known(without(accounts, columns).profiles).mean()
        told(f"{accounts.name}, without {title}", chance, accounts, 0.5, found)
        if judged < 1:
            print(f"   not judged: {1 - judged:.1%}")


def scanned(world: World, engine: DuckEngine) -> Counter[str]:
    """Return how many findings of each tier the detector makes."""
    return Counter(finish(MACHINE_ACCOUNT, run(MACHINE_ACCOUNT, engine, world))["tier"].to_pylist())


def innocents(sets: Sequence[Accounts], slope: float, staging: Path, engine: DuckEngine) -> None:
    """Print what is claimed where nobody is guilty: generated worlds, and the genuine accounts of each set alone."""
    for seed, size in ((21, 20_000), (22, 20_000), (23, 2000), (24, 200)):
        make_world(staging / f"w{seed}", size, seed, ("none",))
        found = scanned(read_world(staging / f"w{seed}", staging=staging / f"r{seed}"), engine)
        row(
            f"generated, {size:,} accounts, seed {seed}",
            *(f"{t} {found[t]}" for t in ("likely", "possible", "inconclusive")),
        )
    for accounts in sets:
        evidence = slope * trainer.crossed(accounts, trainer.additive)[accounts.breach == 0]
        chance, found = trainer.probabilities(evidence)
        claimed = (chance >= MACHINE_ACCOUNT.params["possible"].value) & (
            evidence >= MACHINE_ACCOUNT.params["strength"].value
        )
        row(f"{accounts.name}, genuine only, unseen", f"{claimed.mean():.2%} possible", "", f"share {found:.4f}")


def million(data: Path, staging: Path, engine: DuckEngine, size: int) -> None:
    """Time the detector on copies of real profiles, one in fifty of them a bot, with a few posts each."""
    home = data / "followers" / "twitter_bots"
    world = read_world(
        home, as_of=trainer.COLLECTED, staging=staging / "speed", mapping=trainer.MAPPINGS / "twitter_bots.toml"
    )
    people, labels = (trainer.table_of(world, t) for t in ("accounts", "labels"))
    bots = pc.is_in(people["account_id"], labels.filter(labels["value"])["account_id"])
    rng = np.random.default_rng(0)
    guilty, fine = (np.flatnonzero(np.asarray(bots) == b) for b in (True, False))
    drawn = np.concatenate([rng.choice(guilty, size // 50), rng.choice(fine, size - size // 50)])
    ids = pa.array([f"a{n:07}" for n in range(size)])
    accounts = people.take(pa.array(drawn)).set_column(people.schema.get_field_index("account_id"), "account_id", ids)
    who = rng.integers(0, size, size)
    at = (
        pa.array((rng.random(size) * 3e7 + 1.45e9) * 1e6, pa.float64())
        .cast(pa.int64(), safe=False)
        .cast(pa.timestamp("us", "UTC"))
    )
    posts = pa.table({"post_id": [f"p{n}" for n in range(size)], "account_id": ids.take(pa.array(who)), "at": at})
    sources = {
        n: Source(t.num_rows, frozenset(t.column_names), memory=t)
        for n, t in (("accounts", accounts), ("posts", posts))
    }
    start, spent = perf_counter(), process_time()
    found = scanned(World(sources, trainer.COLLECTED), engine)
    row(
        f"{size:,} accounts, as many posts",
        f"{perf_counter() - start:.1f} s",
        f"{process_time() - spent:.1f} cpu s",
        dict(found),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=trainer.ROOT.parent / "shared" / "data")
    parser.add_argument("--size", type=int, default=1_000_000, help="accounts for the timing")
    parser.add_argument("--part", choices=("scores", "innocents", "speed", "all"), default="all")
    args = parser.parse_args()
    engine = DuckEngine()
    with tempfile.TemporaryDirectory() as folder:
        staging = Path(folder)
        every = [trainer.twitter(args.data, staging, engine), trainer.instagram(args.data, engine)]
        sets = [s.where(~s.declared) for s in every]
        slope = shipped()[0].slope
        if args.part in ("scores", "all"):
            scores(every, sets, slope)
        if args.part in ("innocents", "all"):
            print("\nwhere nobody is guilty")
            innocents(sets, slope, staging, engine)
        if args.part in ("speed", "all"):
            print("\nspeed")
            million(args.data, staging, engine, args.size)


def scores(every: Sequence[Accounts], sets: Sequence[Accounts], slope: float) -> None:
    """Print every table of scores."""
    head = ("AUC", "AP", "F1@0.5", "F1@chosen", "F1@best", "ECE", "share")
    print(f"self-declared bots left out: {int(every[0].declared.sum())} of {len(every[0].breach)} in {every[0].name}")
    row("one set, cross-validated", *head)
    for accounts in sets:
        inside(accounts, slope)
    print("with self-declared bots, which the detector spares")
    inside(every[0], slope)
    row("across sets", *head)
    across(sets[0], sets[1], slope)
    across(sets[1], sets[0], slope)
    row("columns taken away from the tested accounts", *head)
    for accounts in sets:
        thinned(accounts, slope)


if __name__ == "__main__":
    main()
