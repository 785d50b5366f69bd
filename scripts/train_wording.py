"""Train the models of wording and write them with their cards: headline style (English, Chinese), tone of posts (Chinese, English).

    uv sync --group bench
    .venv/bin/python scripts/train_wording.py --data ../shared/data

Reads labelled texts from --data, which stay there, and the Chinese titles of scripts/headlines, which were written for this, by kind. What is written are weights of hashed runs of letters, never texts. A
run's weight is a logistic regression's (scikit-learn, liblinear), runs weighed by how rare they are; the scale is Platt's,
from folds the model had not seen. The same data give the same files.

Whether a tweet holds words of dialect is fitted beside the runs and then left out (back-door adjustment: Landeiro and Culotta,
"Robust Text Classification in the Presence of Confounding Bias", AAAI 2016), and the scale is that of texts without them:
labels say offensive of nearly every such tweet, and words usual in them would carry that.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from aboveboard.derived.read_texts import spoken, streams
from aboveboard.derived.title_style import chinese_as_read
from aboveboard.models.grams import Grams, Shape, Streams, dumped, evidence, places, size_of
from aboveboard.text.headlines import skeletons
from aboveboard.text.headlines_zh import streams_zh

ROOT = Path(__file__).parents[1]
MODELS = ROOT / "src" / "aboveboard" / "models" / "data"
ZH, EN, TITLE = Shape(((1, 3), (2, 3)), 20), Shape(((2, 4), (2, 3)), 19), Shape(((1, 3),), 16)
TITLE_ZH = Shape(((1, 3), (1, 1)), 15)
STRENGTH = 1.0
FOLDS, FEWEST = 3, 2
FREE = 10.0
"""How little the weight of dialect is held back, beside the weight of a run."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Texts:
    """Labelled texts of one source, as the models read them; `about`: the topic where the source tells it; `dialect`: who speaks one."""

    raw: list[str]
    streams: tuple[pa.Array, ...]
    truth: npt.NDArray[np.bool_]
    about: npt.NDArray[np.str_]
    dialect: npt.NDArray[np.bool_]

    def where(self, rows: npt.NDArray[np.bool_]) -> Texts:
        """Return these rows alone."""
        kept = tuple(s.filter(pa.array(rows)) for s in self.streams)
        raw = [t for t, k in zip(self.raw, rows, strict=True) if k]
        return Texts(raw, kept, self.truth[rows], self.about[rows], self.dialect[rows])


def texts(
    raw: list[str], truth: Sequence[bool], read: Callable[[pa.Array], tuple[pa.Array, ...]], about: Sequence[str] = ()
) -> Texts:
    """Read texts as a model does."""
    said = pa.array(raw)
    dialect = spoken(said) if read is streams else np.zeros(len(raw), bool)
    return Texts(raw, read(said), np.array(truth, bool), np.array(about or [""] * len(raw)), dialect)


def titled(titles: pa.Array) -> tuple[pa.Array, ...]:
    """Return the one stream of the headline model."""
    return (skeletons(titles),)


def titled_zh(titles: pa.Array) -> tuple[pa.Array, ...]:
    """Return the two streams of the Chinese headline model."""
    return streams_zh(chinese_as_read(titles.to_pylist()))


def headlines_zh() -> Texts:
    """Read the Chinese titles that were written for this model; `about` is their kind, such as gossip that lures or news of sport."""
    with (ROOT / "scripts" / "headlines" / "zh.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return texts([r["title"] for r in rows], [r["lures"] == "1" for r in rows], titled_zh, [r["kind"] for r in rows])


def cold(data: Path, part: str) -> Texts:
    """Read one part of COLD: Chinese comments, offensive or not."""
    with (data / "marketing" / "cold_zh" / f"{part}.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    return texts([r["TEXT"] for r in rows], [r["label"] == "1" for r in rows], streams, [r["topic"] for r in rows])


def davidson(data: Path) -> Texts:
    """Read Davidson's tweets: offensive or hateful against neither."""
    with (data / "marketing" / "davidson_en" / "labeled_data.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return texts([r["tweet"] for r in rows], [r["class"] != "2" for r in rows], streams)


def headlines(data: Path) -> Texts:
    """Read the headlines of Stop Clickbait; their label is their publisher's."""
    home = data / "marketing" / "stop_clickbait_en"
    lines: dict[str, list[str]] = {}
    for name in ("clickbait", "non_clickbait"):
        with gzip.open(home / f"{name}_data.gz", "rt", encoding="utf-8") as file:
            lines[name] = [x.strip() for x in file if x.strip()]
    raw = lines["clickbait"] + lines["non_clickbait"]
    return texts(raw, [True] * len(lines["clickbait"]) + [False] * len(lines["non_clickbait"]), titled)


def counted(read: Streams, shape: Shape) -> sparse.csr_matrix:
    """Return how often each text (row) has each place (column), over the root of its runs."""
    found = [*places(read, shape)] or [(np.zeros(0, np.int64), np.zeros(0, np.uint32))]
    rows, columns = (np.concatenate(x) for x in zip(*found, strict=True))
    made = sparse.coo_matrix((np.ones(len(rows)), (rows, columns)), shape=(size_of(read), 1 << shape.bits)).tocsr()
    return (sparse.diags(1 / np.sqrt(np.maximum(np.asarray(made.sum(1)).ravel(), 1))) @ made).tocsr()


def fitted(train: Texts, shape: Shape) -> Grams:
    """Fit weights; they are not yet brought to scale. What dialect alone says of the label is fitted and thrown away."""
    made = counted(train.streams, shape)
    seen = np.bincount(made.indices, minlength=made.shape[1])
    rare = np.where(seen >= FEWEST, np.log((1 + made.shape[0]) / (1 + seen)) + 1, 0)
    beside = sparse.csr_matrix(FREE * train.dialect[:, None])
    told = sparse.hstack([made @ sparse.diags(rare), beside]).tocsr()
    model = LogisticRegression(C=STRENGTH, solver="liblinear").fit(told, train.truth)
    weights = model.coef_[0][:-1] * rare
    return packed(shape, weights, 1.0, float(model.intercept_[0]) - prior(train.truth[~train.dialect]))


def packed(shape: Shape, weights: Floats, slope: float, offset: float) -> Grams:
    """Return the model of these weights, each as a byte."""
    scale = float(np.abs(weights).max() / 127)
    return Grams(shape, np.round(weights / scale).astype(np.int8), scale, slope, offset)


def prior(truth: npt.NDArray[np.bool_]) -> float:
    """Return the log odds of the share of texts of the one kind."""
    return float(np.log(truth.mean() / (1 - truth.mean())))


def scaled(model: Grams, told: Floats, truth: npt.NDArray[np.bool_]) -> Grams:
    """Return the model brought to scale by evidence it gave on texts it had not seen (Platt 1999)."""
    platt = LogisticRegression(C=1e6).fit(told[:, None], truth)
    slope, offset = float(platt.coef_[0, 0]), float(platt.intercept_[0]) - prior(truth)
    return replace(model, slope=slope, offset=slope * model.offset + offset)


def folds(source: Texts) -> npt.NDArray[np.int64]:
    """Return a fold for each text. Equal texts share one."""
    number = {t: n for n, t in enumerate(dict.fromkeys(source.raw))}
    drawn = np.random.default_rng(0).permutation(np.arange(len(number)) % FOLDS)
    return drawn[[number[t] for t in source.raw]]


def crossed(source: Texts, shape: Shape, fold: npt.NDArray[np.int64]) -> Floats:
    """Return each text's evidence from a model that had not seen its fold."""
    made = np.zeros(len(fold))
    for n in np.unique(fold):
        there = source.where(fold == n)
        made[fold == n] = evidence(fitted(source.where(fold != n), shape), there.streams)
    return made


def trained(source: Texts, shape: Shape, fold: npt.NDArray[np.int64] | None = None) -> tuple[Grams, Floats]:
    """Return the model, to scale, and what its like said of texts whose fold it had not seen."""
    unseen, whole = crossed(source, shape, folds(source) if fold is None else fold), fitted(source, shape)
    model = scaled(whole, unseen[~source.dialect], source.truth[~source.dialect])
    return model, model.slope * (unseen - whole.offset) + model.offset


def measured(told: Floats, truth: npt.NDArray[np.bool_]) -> dict[str, float]:
    """Return accuracy, AUC and calibration error (ten bins) at the share of the texts themselves."""
    chance = 1 / (1 + np.exp(-(told + prior(truth))))
    bins = np.minimum((10 * chance).astype(int), 9)
    apart = np.abs(np.bincount(bins, chance - truth, 10)).sum() / len(truth)
    return {
        "texts": len(truth),
        "share": round(float(truth.mean()), 3),
        "accuracy": round(float(((chance > 0.5) == truth).mean()), 3),  # noqa: PLR2004
        "auc": round(float(roc_auc_score(truth, told)), 3),
        "calibration error": round(float(apart), 3),
    }


def strong(told: Floats, truth: npt.NDArray[np.bool_]) -> dict[str, float]:
    """Return what is found at 1 nat, and what share of the others is."""
    return {
        "recall at 1 nat": round(float((told[truth] >= 1).mean()), 3),
        "false alarms at 1 nat": round(float((told[~truth] >= 1).mean()), 3),
    }


def written(name: str, model: Grams, card: dict[str, object], out: Path) -> None:
    """Write one model and say what it is."""
    weights, told = dumped(model, card)
    (out / f"{name}.npy").write_bytes(weights)
    (out / f"{name}.json").write_text(told, encoding="utf-8")
    print(name, len(weights), json.dumps(card, ensure_ascii=False), flush=True)


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--out", type=Path, default=MODELS)
    parser.add_argument("--only", default="headline_en,headline_zh,tone_en,tone_zh")
    args = parser.parse_args()
    if "headline_en" in args.only:
        source = headlines(args.data)
        model, unseen = trained(source, TITLE)
        told = {"cross-validated": measured(unseen, source.truth)}
        written("headline_en", model, {"source": "stop_clickbait_en, MIT", "scores": told}, args.out)
    if "headline_zh" in args.only:
        source = headlines_zh()
        model, unseen = trained(source, TITLE_ZH, np.unique(source.about, return_inverse=True)[1])
        told = {"each kind judged by the others": measured(unseen, source.truth) | strong(unseen, source.truth)}
        written(
            "headline_zh", model, {"source": "scripts/headlines/zh.tsv, written for this", "scores": told}, args.out
        )
    if "tone_en" in args.only:
        source = davidson(args.data)
        model, unseen = trained(source, EN)
        told = {
            "cross-validated": measured(unseen, source.truth),
            "cross-validated, without words of dialect": measured(
                unseen[~source.dialect], source.truth[~source.dialect]
            ),
        }
        written("tone_en", model, {"source": "davidson_en, MIT", "scores": told}, args.out)
    if "tone_zh" in args.only:
        source, dev = cold(args.data, "train"), cold(args.data, "dev")
        model, unseen = trained(source, ZH)
        told = {
            "cross-validated": measured(unseen, source.truth),
            "dev": measured(evidence(model, dev.streams), dev.truth),
        }
        written("tone_zh", model, {"source": "cold_zh train, Apache-2.0", "scores": told}, args.out)


if __name__ == "__main__":
    main()
