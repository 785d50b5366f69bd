"""The profile model of `machine_account` beside a random forest on counts, in one set and across sets.

    .venv/bin/python benchmarks/machine.py --data ../shared/data

Prints, for each labelled set, five-fold cross-validation (accounts with the same numbers stay together) and training on
the other set: AUC, average precision, F1 at 0.5, F1 at a threshold chosen on the training accounts (across sets only), F1 at the best one,
calibration error (ten bins), the share believed in beside the true one. Ours is scored as the detector scores: share and
places of the classes are estimated from the scored accounts themselves, without labels. In one set this is nested: what the
calibration starts from is learned inside the training folds, and the whole set is read as one service. The forest (300 trees,
scikit-learn's defaults) gets the counts both sets have, or every feature of ours, and balanced classes where it crosses
sets. Then: columns taken away; other shares of machine accounts; all bots, self-declared ones included; worlds and sets with
innocents only; generated worlds with fake followers in them; and the time for a million accounts. The forest needs `uv sync --group bench`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
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
from aboveboard.models.additive import Law
from aboveboard.models.profile import SHAPES, Weighed, known, shipped, weighed
from aboveboard.tables import Source, World
from aboveboard.worlds.generate import make_world

COUNTS = ("followers", "following", "posts", "listed", "likes")
SHARED = ("followers", "following", "posts")
SHARES = (0.02, 0.05, 0.1, 0.25, 0.6)
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


Forest = Callable[[Accounts], Floats]


def counts(columns: Sequence[str]) -> Forest:
    """Return what reads these counts of accounts."""
    return lambda accounts: table(accounts, columns)


def alike(train: Accounts, test: Accounts) -> Forest:
    """Return what reads every feature of ours that both sets have; where one account lacks it, its middle."""
    names = [s.name for s in SHAPES if not any(np.isnan(a.features[s.name]).all() for a in (train, test))]
    middles = {n: float(np.nanmedian(train.features[n])) for n in names}

    def read(accounts: Accounts) -> Floats:
        told = accounts.features
        return np.stack([np.where(np.isnan(told[n]), middles[n], told[n]) for n in names], axis=1)

    return read


def forest(train: Accounts, test: Accounts, read: Forest, weight: str | None = None) -> Floats:
    """Return the forest's probabilities."""
    made = RandomForestClassifier(300, random_state=0, n_jobs=1, class_weight=weight)
    return made.fit(read(train), train.breach).predict_proba(read(test))[:, 1]


def told(title: str, score: Floats, accounts: Accounts, threshold: float, believed: float | None = None) -> None:
    """Print a row of scores."""
    m = trainer.measured(score, accounts.breach)
    chosen = trainer.measured(score, accounts.breach, threshold)["f1"]
    shown = [f"{x:.3f}" for x in (m["auc"], m["ap"], m["f1"], chosen, m["best_f1"], m["ece"])]
    row(title, *shown, "" if believed is None else f"{believed:.2f}/{accounts.breach.mean():.2f}")


def laws_from(train: Accounts) -> tuple[Law, ...]:
    """Return the laws of a model's unseen evidence, by cross-validation within the training accounts."""
    return trainer.laws_of([train], [trainer.inside(train).evidence])


def nested(train: Accounts, test: Accounts) -> tuple[Floats, Floats]:
    """Return our probabilities of a test fold, all learned in the training folds; and the share believed in, a row each.

    What the scores mean is read on the whole set, as the detector reads a service: no account by a model that had seen it.
    """
    seen, own = trainer.inside(train), trainer.additive(train, test)
    service = Weighed(*(np.concatenate(both) for both in zip(own, seen, strict=True)))
    chance, found = trainer.probabilities(service, trainer.laws_of([train], [seen.evidence]))
    return chance[: len(test.breach)], np.full(len(test.breach), found)


def inside(accounts: Accounts) -> None:
    """Cross-validate all on one set; no other accounts choose a threshold, so it is 0.5."""
    made = trainer.crossed(accounts, lambda a, b: [forest(a, b, counts(COUNTS))])[0]
    told(f"{accounts.name}, forest, counts", made, accounts, 0.5)
    made = trainer.crossed(accounts, lambda a, b: [forest(a, b, alike(a, b))])[0]
    told(f"{accounts.name}, forest, our features", made, accounts, 0.5)
    chance, found = trainer.crossed(accounts, nested)
    told(f"{accounts.name}, ours, nested", chance, accounts, 0.5, float(found.mean()))


def across(train: Accounts, test: Accounts, within: Weighed) -> None:
    """Train on one set and score the other."""
    title = f"{train.name} -> {test.name}"
    for name, read in (("forest, counts", counts(SHARED)), ("forest, our features", alike(train, test))):
        own = trainer.crossed(train, lambda a, b, read=read: [forest(a, b, read, "balanced")])[0]
        made = forest(train, test, read, "balanced")
        told(f"{title}, {name}", made, test, trainer.best_threshold(own, train.breach))
    laws = trainer.laws_of([train], [within.evidence])
    own, _ = trainer.probabilities(within, laws)
    chance, found = trainer.probabilities(trainer.additive(train, test), laws)
    told(f"{title}, ours", chance, test, trainer.best_threshold(own, train.breach), found)


def without(accounts: Accounts, columns: Sequence[str]) -> Accounts:
    """Return the accounts as a service would show them that lacks these columns."""
    return Accounts(accounts.name, trainer.hidden(accounts.profiles, columns), accounts.breach, accounts.language)


def thinned(accounts: Accounts, laws: Sequence[Law]) -> None:
    """Print cross-validated scores with columns taken away from the tested accounts only."""
    for title, columns in TAKEN.items():

        def score(train: Accounts, test: Accounts, gone: Sequence[str] = columns) -> Weighed:
            return weighed(trainer.trained([train]), without(test, gone).profiles)

        chance, found = trainer.probabilities(Weighed(*trainer.crossed(accounts, score)), laws)
        judged = known(without(accounts, columns).profiles).mean()
        told(f"{accounts.name}, without {title}", chance, accounts, 0.5, found)
        if judged < 1:
            print(f"   not judged: {1 - judged:.1%}")


def rarer(title: str, seen: Weighed, accounts: Accounts, laws: Sequence[Law]) -> None:
    """Print scores where machine accounts are rarer, or more common, than in the set: accounts drawn without replacement."""
    rng = np.random.default_rng(0)
    guilty, fine = (rng.permutation(np.flatnonzero(accounts.breach == b)) for b in (1, 0))
    for part in SHARES:
        some = guilty[: min(len(guilty), round(len(fine) * part / (1 - part)))]
        rows = np.concatenate([some, fine[: round(len(some) * (1 - part) / part)]])
        drawn = Accounts(accounts.name, accounts.profiles.take(pa.array(rows)), accounts.breach[rows], ())
        chance, found = trainer.probabilities(Weighed(*(x[rows] for x in seen)), laws)
        told(f"{title}, {part:.0%} machine made", chance, drawn, 0.5, found)


def scanned(world: World, engine: DuckEngine) -> Counter[str]:
    """Return how many findings of each tier the detector makes."""
    return Counter(finish(MACHINE_ACCOUNT, run(MACHINE_ACCOUNT, engine, world))["tier"].to_pylist())


def innocents(sets: Sequence[Accounts], data: Path, staging: Path, engine: DuckEngine) -> None:
    """Print what is claimed where nobody is guilty: generated worlds, the genuine accounts of each set alone, a third set."""
    for seed, size in ((21, 20_000), (22, 20_000), (23, 2000), (24, 200)):
        make_world(staging / f"w{seed}", size, seed, ("none",))
        found = scanned(read_world(staging / f"w{seed}", staging=staging / f"r{seed}"), engine)
        row(
            f"generated, {size:,} accounts, seed {seed}",
            *(f"{t} {found[t]}" for t in ("likely", "possible", "inconclusive")),
        )
    for accounts in sets:
        fine = accounts.breach == 0
        unseen = trainer.inside(accounts)
        claimed_of(f"{accounts.name}, genuine only, unseen", Weighed(*(x[fine] for x in unseen)), laws_from(accounts))
    third = nonautomated(data, engine)
    for model, laws, title in ((trainer.trained([s]), laws_from(s), f"from {s.name}") for s in sets):
        claimed_of(f"nonautomated, {title}", weighed(model, third.profiles), laws)
    claimed_of("nonautomated, the shipped model", weighed(shipped()[0], third.profiles), shipped()[0].laws)


def worlds(staging: Path, engine: DuckEngine) -> None:
    """Print how many planted fake followers are claimed in generated worlds, and how many of all other accounts."""
    row("generated, fake followers planted", "found", "of", "others", "of")
    for seed in (31, 32, 33):
        home = staging / f"f{seed}"
        make_world(home, 20_000, seed, ("fake_follower",))
        world = read_world(home, staging=staging / f"s{seed}")
        truth = trainer.labelled("generated", world, engine, closed=True)
        fake = truth.profiles.column("account_id").filter(pa.array(truth.breach == 1))
        found = finish(MACHINE_ACCOUNT, run(MACHINE_ACCOUNT, engine, world))
        claimed = found.filter(pc.is_in(found["tier"], pa.array(["possible", "likely"])))["account_id"]
        right = int(pc.sum(pc.is_in(claimed, fake)).as_py() or 0)
        row(f"seed {seed}", right, len(fake), len(claimed) - right, len(truth.breach) - len(fake))


def claimed_of(title: str, told_of: Weighed, laws: Sequence[Law]) -> None:
    """Print how many of these innocents would be possible."""
    chance, found = trainer.probabilities(told_of, laws)
    bar, strength = (MACHINE_ACCOUNT.params[n].value for n in ("possible", "strength"))
    claimed = (chance >= bar) & (told_of.evidence >= strength)
    row(title, f"{claimed.mean():.2%} possible", "", f"of {len(chance)}", f"share {found:.4f}")


def nonautomated(data: Path, engine: DuckEngine) -> Accounts:
    """Return 700 Instagram accounts labelled as run by people: other accounts than those learned from, no picture told."""
    text = (data / "followers" / "instafake" / "nonautomatedAccountData.json").read_text()
    rows = [{**r, "userHasProfilPic": 1, "userIsPrivate": 0, "isFake": 0} for r in json.loads(text)]
    made = trainer.instagram_of(rows, engine)
    return Accounts("nonautomated", trainer.hidden(made.profiles, ("bare", "private")), made.breach, made.language)


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
        if args.part in ("scores", "all"):
            scores(every, sets)
        if args.part in ("innocents", "all"):
            print("\nwhere nobody is guilty")
            innocents(sets, args.data, staging, engine)
            worlds(staging, engine)
        if args.part in ("speed", "all"):
            print("\nspeed")
            million(args.data, staging, engine, args.size)


def scores(every: Sequence[Accounts], sets: Sequence[Accounts]) -> None:
    """Print every table of scores."""
    head = ("AUC", "AP", "F1@0.5", "F1@chosen", "F1@best", "ECE", "share")
    print(f"self-declared bots left out: {int(every[0].declared.sum())} of {len(every[0].breach)} in {every[0].name}")
    row("one set, cross-validated", *head)
    for accounts in sets:
        inside(accounts)
    print("with self-declared bots, which the detector spares")
    inside(every[0])
    within = [trainer.inside(s) for s in sets]
    row("across sets", *head)
    across(sets[0], sets[1], within[0])
    across(sets[1], sets[0], within[1])
    row("other shares of machine accounts", *head)
    laws = [trainer.laws_of([s], [w.evidence]) for s, w in zip(sets, within, strict=True)]
    for n, accounts in enumerate(sets):
        rarer(accounts.name, within[n], accounts, laws[n])
        rarer(f"{sets[1 - n].name} -> {accounts.name}", trainer.additive(sets[1 - n], accounts), accounts, laws[1 - n])
    row("columns taken away from the tested accounts", *head)
    for accounts, own in zip(sets, laws, strict=True):
        thinned(accounts, own)


if __name__ == "__main__":
    main()
