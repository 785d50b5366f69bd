"""Train the profile model of `machine_account` and write it with its card.

    .venv/bin/python scripts/train_machine.py --data ../shared/data

Reads labelled accounts (Twitter, Instagram) from --data, which stay there; each source weighs alike, and both classes
within it. Bots that say they are bots are left out: they deceive nobody. What is written are curves, never rows. The scale
is learned from accounts the model had not seen, copies kept together. The same data give the same file.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from aboveboard.connectors.files import read_world
from aboveboard.derived.counted_profiles import COUNTED_PROFILES
from aboveboard.detectors.machine_account import MACHINE_ACCOUNT
from aboveboard.engines.base import run
from aboveboard.engines.duck import DuckEngine
from aboveboard.models.additive import Additive, Law, dumped
from aboveboard.models.fitting import balanced, fit
from aboveboard.models.prior import posterior
from aboveboard.models.profile import SHAPES, Weighed, features, weighed
from aboveboard.models.shift import BINS, law, reading
from aboveboard.tables import Source, World

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "src" / "aboveboard" / "models" / "data" / "profile.json"
MAPPINGS = ROOT / "benchmarks" / "mappings"
COLLECTED = datetime(2017, 3, 15, tzinfo=UTC)
ASSUMED, DOUBT = (float(MACHINE_ACCOUNT.params[n].value) for n in ("assumed", "doubt"))
FOLDS, YEAR, FEWEST = 5, 365, 20

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Accounts:
    """Labelled accounts of one source: profiles as the detector sees them, features, truth, and what keeps copies together."""

    name: str
    profiles: pa.Table
    breach: Floats
    language: tuple[str, ...]

    @property
    def features(self) -> dict[str, Floats]:
        """One array a feature."""
        return features(self.profiles)

    @property
    def declared(self) -> npt.NDArray[np.bool_]:
        """Which say themselves that a program runs them."""
        return pc.fill_null(self.profiles.column("bot"), 0).to_numpy() == 1

    def where(self, rows: npt.NDArray[np.bool_]) -> Accounts:
        """Return these rows alone."""
        kept = tuple(x for x, keep in zip(self.language, rows, strict=True) if keep)
        return Accounts(self.name, self.profiles.filter(pa.array(rows)), self.breach[rows], kept)


def profiled(world: World, engine: DuckEngine) -> pa.Table:
    """Return the profiles as the detector sees them: one query text for training and for use."""
    return run(COUNTED_PROFILES, engine, world).sort_by("account_id")


def labelled(name: str, world: World, engine: DuckEngine, *, closed: bool = False) -> Accounts:
    """Return the accounts of a world with their labels; where `closed`, those without one are innocent."""
    profiles = profiled(world, engine)
    truth = {
        r["account_id"]: r["value"] for r in table_of(world, "labels").to_pylist() if r["violation"] == "fake_follower"
    }
    told = [truth.get(i, False if closed else None) for i in profiles.column("account_id").to_pylist()]
    spoken = dict(
        zip(*(table_of(world, "accounts").column(c).to_pylist() for c in ("account_id", "language")), strict=True)
    )
    language = tuple(spoken.get(i) or "" for i in profiles.column("account_id").to_pylist())
    made = Accounts(name, profiles, np.array([bool(t) for t in told], float), language)
    return made.where(np.array([t is not None for t in told]))


def table_of(world: World, name: str) -> pa.Table:
    """Return one table of a world, whole."""
    source = world.sources[name]
    table = source.memory if source.memory is not None else pq.read_table(list(source.files))
    if name == "accounts" and "language" not in table.column_names:
        table = table.append_column("language", pa.nulls(table.num_rows, pa.string()))
    return table


def twitter(data: Path, staging: Path, engine: DuckEngine) -> Accounts:
    """Read the Twitter accounts through their mapping, as of the week they were collected."""
    home = data / "followers" / "twitter_bots"
    world = read_world(home, as_of=COLLECTED, staging=staging / "twitter", mapping=MAPPINGS / "twitter_bots.toml")
    return labelled("twitter_bots", world, engine)


def instagram(data: Path, engine: DuckEngine) -> Accounts:
    """Read the Instagram accounts. They tell the length of a bio and how many digits a handle has, not the texts."""
    home = data / "followers" / "instafake"
    rows = [r for part in ("fake", "real") for r in json.loads((home / f"{part}AccountData.json").read_text())]
    return instagram_of(rows, engine)


def instagram_of(rows: Sequence[Mapping[str, int]], engine: DuckEngine) -> Accounts:
    """Turn instafake's rows into a world: texts of the told length stand for the texts."""
    accounts = pa.table(
        {
            "account_id": [f"i{n:05}" for n in range(len(rows))],
            "handle": [
                "a" * (r["usernameLength"] - r["usernameDigitCount"]) + "0" * r["usernameDigitCount"] for r in rows
            ],
            "bio": ["b" * r["userBiographyLength"] or None for r in rows],
            "followers": [r["userFollowerCount"] for r in rows],
            "following": [r["userFollowingCount"] for r in rows],
            "posts": [r["userMediaCount"] for r in rows],
            "default_avatar": [not r["userHasProfilPic"] for r in rows],
            "is_private": [bool(r["userIsPrivate"]) for r in rows],
            "language": pa.nulls(len(rows), pa.string()),
        }
    )
    labels = pa.table(
        {
            "account_id": accounts["account_id"],
            "value": [bool(r["isFake"]) for r in rows],
            "violation": ["fake_follower"] * len(rows),
        }
    )
    sources = {
        n: Source(t.num_rows, frozenset(t.column_names), memory=t)
        for n, t in (("accounts", accounts), ("labels", labels))
    }
    made = labelled("instafake", World(sources, COLLECTED), engine)
    return replace(made, profiles=hidden(made.profiles, ("strange",)))


def hidden(profiles: pa.Table, columns: Sequence[str]) -> pa.Table:
    """Return the profiles of a service that does not show these columns."""
    for name in columns:
        place = profiles.schema.get_field_index(name)
        profiles = profiles.set_column(place, name, pa.nulls(profiles.num_rows, profiles.schema.field(name).type))
    return profiles


def pooled(sets: Sequence[Accounts]) -> tuple[dict[str, Floats], Floats, Floats]:
    """Return features, truth and weights of several sources; each source and each class in it weighs alike."""
    parts = [s.features for s in sets]
    joined = {shape.name: np.concatenate([p[shape.name] for p in parts]) for shape in SHAPES}
    names = [s.name for s in sets for _ in s.breach]
    breach = np.concatenate([s.breach for s in sets])
    return joined, breach, balanced(breach, names)


def trained(sets: Sequence[Accounts], seed: int = 0) -> Additive:
    """Fit one model to several sources."""
    joined, breach, weight = pooled(sets)
    return fit(joined, breach, weight, SHAPES, seed)


def folds(accounts: Accounts, seed: int = 0) -> npt.NDArray[np.int64]:
    """Return a fold for each account; accounts with the same numbers share one, so that copies never leak."""
    keys = [
        tuple(r.values())
        for r in accounts.profiles.drop_columns(["account_id", "handle", "first_at", "age"]).to_pylist()
    ]
    number = {k: n for n, k in enumerate(dict.fromkeys(keys))}
    fold = np.random.default_rng(seed).permutation(np.arange(len(number)) % FOLDS)
    return fold[[number[k] for k in keys]]


def crossed(accounts: Accounts, score: Callable[[Accounts, Accounts], Sequence[Floats]]) -> list[Floats]:
    """Return each account's scores from a model that had not seen its fold."""
    fold = folds(accounts)
    parts = [score(accounts.where(fold != n), accounts.where(fold == n)) for n in range(FOLDS)]
    made = [np.zeros(len(fold)) for _ in parts[0]]
    for n, part in enumerate(parts):
        for column, values in zip(made, part, strict=True):
            column[fold == n] = values
    return made


def additive(train: Accounts, test: Accounts) -> Weighed:
    """Fit our model to one set and return the evidence on another."""
    return weighed(trained([train]), test.profiles)


def inside(accounts: Accounts) -> Weighed:
    """Return the evidence of each account from a model of its own source that had not seen it."""
    return Weighed(*crossed(accounts, additive))


def probabilities(told: Weighed, laws: Sequence[Law]) -> tuple[Floats, float]:
    """Return probabilities as the detector makes them of these very accounts, and the share it believes in."""
    bins, beyond = (np.floor(BINS * x) for x in (told.evidence, told.evidence - told.usual))
    expected = (float(told.usual.mean()), float(told.marked.mean()))
    found = reading(bins, beyond / BINS + 0.05, np.ones(len(bins)), laws, expected, (ASSUMED, DOUBT))
    return posterior(found.at(told.evidence), found.share), found.share


def laws_of(sets: Sequence[Accounts], unseen: Sequence[Floats]) -> tuple[Law, ...]:
    """Return the laws of innocent and of machine-made accounts, from evidence of accounts that the model had not seen."""
    return tuple(law([e[s.breach == side] for s, e in zip(sets, unseen, strict=True)]) for side in (0, 1))


def measured(score: Floats, breach: Floats, threshold: float = 0.5) -> dict[str, float]:
    """Return AUC, average precision, F1 at the threshold and at the best one, and the calibration error (ten bins)."""
    order = np.argsort(-score, kind="stable")
    ends = np.append(np.diff(score[order]) != 0, True)
    hits, misses = np.cumsum(breach[order])[ends], np.cumsum(1 - breach[order])[ends]
    area = float(np.trapezoid(np.append(0, hits) / hits[-1], np.append(0, misses) / misses[-1]))
    precision = hits / (hits + misses)
    ap = float(np.sum(np.diff(np.append(0, hits)) / hits[-1] * precision))
    best = float(np.max(2 * hits / (hits + misses + hits[-1])))
    claimed = score >= threshold
    f1 = float(2 * (claimed * breach).sum() / max(claimed.sum() + breach.sum(), 1))
    return {"auc": area, "ap": ap, "f1": f1, "best_f1": best, "ece": calibration_error(score, breach)}


def calibration_error(score: Floats, breach: Floats) -> float:
    """Return the mean distance of score and truth over ten bins of equal width."""
    bins = np.minimum((score * 10).astype(int), 9)
    gaps = np.bincount(bins, score - breach, 10)
    return float(np.abs(gaps).sum() / len(score))


def best_threshold(score: Floats, breach: Floats) -> float:
    """Return the threshold with the highest F1; to be used on other accounts than these."""
    order = np.argsort(-score, kind="stable")
    hits = np.cumsum(breach[order])
    return float(score[order][np.argmax(2 * hits / (np.arange(1, len(score) + 1) + breach.sum()))])


def left_out(sets: Sequence[Accounts], within: Sequence[Weighed]) -> list[tuple[Weighed, tuple[Law, ...]]]:
    """Return each source's evidence from a model of the other sources, and the laws of those."""
    made = []
    for own in sets:
        others = [(s, w) for s, w in zip(sets, within, strict=True) if s is not own]
        model = trained([s for s, _ in others])
        made.append((weighed(model, own.profiles), laws_of([s for s, _ in others], [w.evidence for _, w in others])))
    return made


def finished(sets: Sequence[Accounts], within: Sequence[Weighed]) -> Additive:
    """Return the model of all sources, with the laws of what it makes of accounts it had not seen."""

    def beside(own: Accounts) -> Callable[[Accounts, Accounts], Weighed]:
        others = [s for s in sets if s is not own]
        return lambda train, test: weighed(trained([train, *others]), test.profiles)

    unseen = [crossed(s, beside(s))[0] for s in sets] if len(sets) > 1 else [w.evidence for w in within]
    return replace(trained(sets), laws=laws_of(sets, unseen))


def slices(accounts: Accounts, evidence: Floats) -> dict[str, dict[str, float | int]]:
    """Return AUC and sizes by language and by age, where both classes have twenty accounts."""
    age = pc.fill_null(pc.cast(accounts.profiles.column("age"), pa.float64()), float("nan")).to_numpy()
    language = np.array(accounts.language)
    cuts = {f"language {x}": language == x for x in sorted(set(accounts.language)) if x.isalpha()}
    cuts |= {
        "under a year": age < YEAR,
        "one to three years": (age >= YEAR) & (age < 3 * YEAR),
        "older": age >= 3 * YEAR,
    }
    made: dict[str, dict[str, float | int]] = {}
    for name, rows in cuts.items():
        breach = accounts.breach[rows]
        if min(breach.sum(), (1 - breach).sum()) >= FEWEST:
            auc = measured(posterior(evidence[rows], 0.5), breach)["auc"]
            made[name] = {"accounts": int(rows.sum()), "machine made": int(breach.sum()), "auc": round(auc, 3)}
    return made


def card(sets: Sequence[Accounts], within: Sequence[Weighed]) -> dict[str, object]:
    """Return what a reader must know of the model: data, scores on accounts and on sources it had not seen, slices."""
    rows = {}
    across = left_out(sets, within) if len(sets) > 1 else []
    for n, accounts in enumerate(sets):
        rows[accounts.name] = {
            "accounts": len(accounts.breach),
            "machine made": int(accounts.breach.sum()),
            "cross-validated": _told(within[n], laws_of([accounts], [within[n].evidence]), accounts),
            "unseen source": _told(*across[n], accounts) if across else {},
            "slices": slices(accounts, across[n][0].evidence if across else within[n].evidence),
        }
    return {"sources": rows, "assumed share": ASSUMED, "doubt in accounts": DOUBT}


def _told(evidence: Weighed, laws: Sequence[Law], accounts: Accounts) -> dict[str, float]:
    chance, found = probabilities(evidence, laws)
    return {**{k: round(v, 3) for k, v in measured(chance, accounts.breach).items()}, "share": round(found, 3)}


def sources(data: Path, staging: Path, engine: DuckEngine) -> list[Accounts]:
    """Return every source the model learns from, honest bots left out."""
    return [s.where(~s.declared) for s in (twitter(data, staging, engine), instagram(data, engine))]


def main(argv: Sequence[str] | None = None) -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--out", type=Path, default=MODEL)
    args = parser.parse_args(argv)
    engine = DuckEngine()
    with tempfile.TemporaryDirectory() as staging:
        sets = sources(args.data, Path(staging), engine)
    within = [inside(s) for s in sets]
    model, told = finished(sets, within), card(sets, within)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(dumped(model, told), encoding="utf-8")
    print(json.dumps(told, indent=1))
    for c in model.curves:
        print(f"{c.name:<18}", " ".join(f"{v:+.2f}" for v in model.slope * np.array(c.values)))
    print("slope", model.slope, "offset", model.offset)


if __name__ == "__main__":
    main()
