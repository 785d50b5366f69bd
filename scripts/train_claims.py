"""Train the models of who bears himself as a practitioner, and of his field, and write them with their cards; print how they do.

    uv sync --group bench
    .venv/bin/python scripts/train_claims.py --data ../shared/data

scripts/claims/written/*.tsv holds profiles (language, label, field, name, biography, post), each thought of by itself, by several hands that
saw no code. Ordinary texts of --data, as a biography or a post beside somebody's name, say what people write who practise nothing. Scores are by held-out
profile; those of scripts/claims/unread are never learned from. The models are additive: an account's evidence is the sum of that of its
name, its biography and its post, so a text that is not there says nothing. The same texts give the same files.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from train_trade import HALVED, rates, real, together
from train_wording import MODELS, ROOT, Floats, counted, packed, written

from aboveboard.app.demonstrating import make_world
from aboveboard.derived.profession_bearing import (
    FIELD_MODELS,
    STRENGTH,
    SURFACES,
    by_surface,
    letters_of,
    words_of,
)
from aboveboard.derived.profession_bearing import MODELS as MODELS_OF_BEARING
from aboveboard.derived.profession_reading import in_small_letters
from aboveboard.derived.professions import against_of, professions_of, streams_of
from aboveboard.models.grams import Grams, Shape

HOME = Path(__file__).parent / "claims"
SHAPES = (Shape(((1, 4),) * 3, 18), Shape(((1, 3),) * 3, 18), Shape(((1, 3),) * 3, 15), Shape(((1, 1),) * 3, 10))
OF_FIELD = Shape(((1, 2),), 14)
FOLDS, FEWEST, HELD, FIELD_HELD = 5, 4, 100.0, 10.0
PEOPLE, SEED = 6000, 90210
"""The generated world whose innocents are ordinary, too."""
ORDINARY, EVERY = 0.1, 2
"""What an ordinary text counts beside a profile, and which of them are learned from: every other one of the collections that are halved."""


class Profile(NamedTuple):
    """One profile: its language, whether it claims a profession, of which field, and its texts in the order of `SURFACES`."""

    language: str
    claim: bool
    field: str
    texts: tuple[str, str, str]


def profiles(home: Path) -> list[Profile]:
    """Read profiles as written."""
    lines = [line.split("\t") for path in sorted(home.glob("*.tsv")) for line in path.read_text("utf-8").splitlines()]
    return [Profile(lang, label == "claim", field, (name, bio, post)) for lang, label, field, name, bio, post in lines]


def ordinary(data: Path, innocents: list[Profile], first: int) -> list[Profile]:
    """Return every other of the large collections of ordinary texts, from the `first`: a biography and a post in turn, beside a name or none."""
    texts = [" ".join(t.split()) for name, held in real(data) if name in HALVED for t in held[first::EVERY]]
    with gzip.open(data / "names" / "npm_usernames" / "usernames.txt.gz", "rt", encoding="utf-8") as file:
        handles = sorted(line.strip() for line in file)[first::EVERY]
    rng = np.random.default_rng(1)
    made: list[Profile] = []
    for n, text in enumerate(texts):
        name = ("", handles[rng.integers(len(handles))], innocents[rng.integers(len(innocents))].texts[0])[n % 3]
        made.append(Profile("", False, "-", (name, text, "") if n % 2 else (name, "", text)))
    return made


def generated(seed: int) -> list[Profile]:
    """Return innocent people of a generated world who hold no credential, each with one post: ordinary texts in the voice of our own worlds."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "world"
        make_world(home, PEOPLE, seed=seed, only=("none",))
        accounts, posts, held = (pq.read_table(home / f"{t}.parquet") for t in ("accounts", "posts", "credentials"))
    known = set(held["account_id"].to_pylist())
    said = dict(zip(posts["account_id"].to_pylist(), posts["text"].to_pylist(), strict=True))
    return [
        Profile(
            "",
            False,
            "-",
            tuple(" ".join((t or "").split()) for t in (r["display_name"], r["bio"], said.get(r["account_id"]))),
        )
        for r in accounts.to_pylist()
        if r["kind"] != "organisation" and r["account_id"] not in known
    ]


@dataclass(frozen=True, slots=True)
class Made:
    """Profiles as the models read them: for each model its places (one row a profile), the truth and the weight of each."""

    stock: tuple[sparse.csr_matrix, ...]
    truth: npt.NDArray[np.bool_]
    weight: Floats


def read(all_: list[Profile]) -> Made:
    """Read profiles as the models do. What stands at several surfaces adds up."""
    stock: list[Any] = [0] * len(SHAPES)
    for place, surface in enumerate(SURFACES):
        streams = streams_of(pa.array([p.texts[place] for p in all_], pa.string()), surface)
        for n, (stream, shape) in enumerate(zip(streams, SHAPES, strict=True)):
            stock[n] = stock[n] + counted(by_surface(stream, surface), shape)
    weight = np.array([1.0 if p.language else ORDINARY for p in all_])
    return Made(tuple(m.tocsr() for m in stock), np.array([p.claim for p in all_]), weight)


def learned(source: Made, rows: npt.NDArray[np.int64]) -> list[Floats]:
    """Return the weights of each model's places. There is no offset; a place of fewer than `FEWEST` profiles weighs nothing."""
    stock = [m[rows] for m in source.stock]
    kept = [np.asarray((m > 0).sum(0)).ravel() >= FEWEST for m in stock]
    model = LogisticRegression(C=HELD, solver="liblinear", fit_intercept=False)
    return together(model, stock, kept, source.truth[rows], source.weight[rows])


def unseen(source: Made, turn: int = 0) -> tuple[Floats, float]:
    """Return each profile's evidence from models that had not read it, to scale, and that scale (Platt 1999, without an offset)."""
    told = np.zeros(len(source.truth))
    fold = np.random.default_rng(turn).permutation(len(told)) % FOLDS
    for n in range(FOLDS):
        rows = np.flatnonzero(fold == n)
        weights = learned(source, np.flatnonzero(fold != n))
        told[rows] = sum(m[rows] @ w for m, w in zip(source.stock, weights, strict=True))
    platt = LogisticRegression(C=1e6, fit_intercept=False).fit(told[:, None], source.truth, source.weight)
    slope = float(platt.coef_[0, 0])
    return slope * told, slope


def trained(source: Made, slope: float) -> dict[str, Grams]:
    """Return the models, brought to scale."""
    weights = learned(source, np.arange(len(source.truth)))
    told = zip(MODELS_OF_BEARING, SHAPES, weights, strict=True)
    return {name: packed(shape, own, slope, 0.0) for name, shape, own in told}


def trained_fields(all_: list[Profile]) -> dict[str, Grams]:
    """Return a model for each field: its practitioners' words against those of the others."""
    told = [(text, p.field) for p in all_ if p.claim and p.field in FIELD_MODELS for text in p.texts if text]
    letters = letters_of(in_small_letters(pa.array([t for t, _ in told], pa.string())))
    stock = counted((words_of(letters),), OF_FIELD)
    seen = np.bincount(stock.indices, minlength=stock.shape[1]) >= FEWEST
    found: dict[str, Grams] = {}
    for field, name in FIELD_MODELS.items():
        model = LogisticRegression(C=FIELD_HELD, solver="liblinear")
        (weights,) = together(model, [stock], [seen], np.array([f == field for _, f in told]), np.ones(len(told)))
        found[name] = packed(OF_FIELD, weights, 1.0, float(model.intercept_[0]))
    return found


def scores(told: Floats, truth: npt.NDArray[np.bool_]) -> dict[str, float]:
    """Return precision, recall and false alarms of the models alone at `STRENGTH`."""
    return {"profiles": len(truth), "claims": int(truth.sum()), **rates(told >= STRENGTH, truth)}


def by_language(all_: list[Profile], told: Floats, head: str) -> dict[str, dict[str, float]]:
    """Return the scores of each language; those without one are ordinary texts."""
    language, truth = np.array([p.language for p in all_]), np.array([p.claim for p in all_])
    return {
        f"{head} {name or 'ordinary'}": scores(told[language == name], truth[language == name])
        for name in ("en", "zh", "")
        if (language == name).any()
    }


def through_program(all_: list[Profile]) -> tuple[Floats, list[str]]:
    """Return the nats of each profile's texts together, and the field of the one that tells most, as the program reads them."""
    texts = [(str(n), s, t) for n, p in enumerate(all_) for s, t in zip(SURFACES, p.texts, strict=True) if t]
    account, surface, text = (pa.array(c, pa.string()) for c in zip(*texts, strict=True))
    nothing = pa.nulls(len(texts), pa.string())
    named = dict.fromkeys(("source", "at", "target_id", "term", "field", "use", "language"), nothing)
    batch = pa.table({"account_id": account, "surface": surface, "text": text, **named})
    told, best = np.zeros(len(all_)), {}
    rows = [r for read in (professions_of, against_of) for r in read(batch).to_pylist() if r["nats"] is not None]
    for row in sorted(rows, key=lambda r: r["nats"]):
        told[int(row["account_id"])] += row["nats"]
        best[int(row["account_id"])] = row["field"]
    return told, [best.get(n, "") for n in range(len(all_))]


def shipped_scores(all_: list[Profile], head: str) -> dict[str, dict[str, float]]:
    """Return the scores of the models as written, through the program, and how often the field of a claim that is found is right."""
    told, fields = through_program(all_)
    found = by_language(all_, told, head)
    right = [
        f == p.field
        for p, f, t in zip(all_, fields, told, strict=True)
        if p.claim and p.field in FIELD_MODELS and t >= STRENGTH
    ]
    if right:
        found[f"{head} field"] = {"claims found": len(right), "right": round(float(np.mean(right)), 3)}
    return found


def main() -> None:
    """Train, judge and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--out", type=Path, default=MODELS)
    args = parser.parse_args()
    by_hand = profiles(HOME / "written")
    innocents = [p for p in by_hand if not p.claim]
    all_ = by_hand + ordinary(args.data, innocents, 0) + generated(SEED)
    source = read(all_)
    told, slope = unseen(source)
    card: dict[str, Any] = {
        "source": "written for this, scripts/claims; ordinary texts from ../shared/data/marketing and names",
        "profiles": {
            "claims": sum(p.claim for p in by_hand),
            "innocent": len(innocents),
            "ordinary": len(all_) - len(by_hand),
        },
        "scores": by_language(all_, told, "held out"),
    }
    models: Mapping[str, Grams] = trained(source, slope) | trained_fields(by_hand)
    for name, model in models.items():
        written(name, model, card, args.out)
    further = ordinary(args.data, innocents, 1) + generated(SEED + 1)
    card["scores"] |= shipped_scores(profiles(HOME / "unread"), "unread") | shipped_scores(further, "unread")
    for name, model in models.items():
        written(name, model, card, args.out)
    for name, held in card["scores"].items():
        print(name, held)


if __name__ == "__main__":
    main()
