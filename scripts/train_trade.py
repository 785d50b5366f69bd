"""Train the model of account offers and write it with its card; print how it does on families it had not seen.

    uv sync --group bench
    .venv/bin/python scripts/train_trade.py --data ../shared/data

Real texts that offer accounts are scarce, so they are written for this. scripts/trade/written/*.tsv holds texts, each thought of by
itself, by several hands that saw no code (language, label, family, text). scripts/trade/*.txt holds families, one wording each, that are filled again and
again from stocks, some of it in disguise. Scores are by held-out family: no text of a family is read by the model that judges it; those of
scripts/trade/unread are never learned from. It also counts false alarms on the real texts of --data, none of which it
learns from, but for every other text of the training part of COLD and of the tweets: what people say who trade in nothing. The same
texts give the same files.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from train_wording import MODELS, ROOT, Floats, counted, packed, written

from aboveboard.derived.account_offers import MODELS as MODELS_OF_OFFERS
from aboveboard.derived.account_offers import STRENGTH, nats_of
from aboveboard.derived.offer_reading import cue_stream, folded, gated, letter_stream, plainly, word_stream
from aboveboard.models.grams import Grams, Shape, evidence

HOME = Path(__file__).parent / "trade"
SHAPES = (Shape(((1, 4),), 17), Shape(((1, 3),), 17), Shape(((1, 1),), 13))
COPIES, FOLDS, TURNS, FEWEST, HELD = 12, 5, 3, 4, 40.0
BENT, TAILED = 0.2, 0.35
HALVED = frozenset(("cold_zh train", "davidson_en"))
"""Real texts of which every other one is learned from."""
WRITTEN, ORDINARY = "written", "ordinary"
WEIGHTS = {WRITTEN: 1.0, ORDINARY: 0.5, "": 0.15}
"""Texts written one by one count whole, each of those that are filled from stocks for little: they say one thing a dozen times."""
CHOICE, BLANK = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]"), re.compile(r"\{(\w+)\}")

STOCKS: dict[str, dict[str, list[str]]] = {
    "en": {
        "game": ["Starfall", "Iron Vale", "kings arena", "Duskfront", "Ember Legion", "PixelCraft", "warpath", "Neon Racers"],
        "rank": ["gold", "platinum", "diamond", "immortal", "master", "Mythic", "silver 2", "grandmaster", "top 500"],
        "price": ["$5", "$40", "20 USD", "€15", "15 euros", "30 bucks", "£8", "100 coins", "$120", "12.50 €", "60 usd"],
        "place": ["Harrowby", "the EU", "Northport", "NA", "Westmere", "Asia"],
        "contact": ["tg @quick_rental", "discord stellar#0042", "whatsapp +1 555 555 0123", "@lowtide_77", "dm", "telegram: owl_22"],
        "url": ["https://play.example/x", "shop.example", "www.accs.example", "https://news.example/a"],
        "tail": [" thanks", " please share", " {contact}", " #{game}", " :)", ", only this week", " (serious)", "!!", " edit: still open", " ask away"],
    },
    "zh": {
        "game": ["星陨", "王者", "铁谷", "吃鸡", "原野", "暮光前线", "像素世界", "第五", "LOL"],
        "rank": ["钻石", "星耀", "王者", "铂金", "大师", "黄金", "百星"],
        "price": ["5元", "20块", "三十元", "¥15", "100r", "88米", "12.5元", "两百块", "500元"],
        "place": ["城东", "微信", "安卓", "南湖", "苹果", "电信"],
        "contact": ["微信 owl_2266", "vx:quick881", "扣扣 100200300", "评论区", "私信", "V❤ star_77"],
        "url": ["https://play.example/x", "shop.example", "www.accs.example"],
        "tail": [" 谢谢", " 求转", ",{contact}", " #{game}", "~", ",就这周", "!!", " 在线等", ",有图", " [doge]"],
    },
    "ar": {
        "game": ["نجوم", "ملوك الساحة"], "rank": ["ذهبي", "ماسي"], "price": ["20 ريال", "5 درهم", "$15"], "place": ["المدينة", "الشمال"],
        "contact": ["واتساب", "خاص"], "url": ["shop.example"], "tail": [" شكرا", "!", " للجادين"],
    },
}  # fmt: skip
TWINS = {"en": str.maketrans("aoecp", "аоеср"), "zh": str.maketrans("号租脸", "號祖臉"), "ar": {}}
FIGURES = {"en": str.maketrans("oei", "031"), "zh": str.maketrans({"号": "hao", "脸": "lian", "练": "炼"}), "ar": {}}


@dataclass(frozen=True, slots=True)
class Family:
    """One wording: its language, register, whether it offers an account, and the text with its blanks; or texts as written, a line each."""

    language: str
    register: str
    offer: bool
    text: str


def families(home: Path = HOME) -> list[Family]:
    """Read all families of a folder, in order."""
    found: list[Family] = []
    for path in sorted(home.glob("*.txt")):
        kind = ["", "innocent", ""]
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("== "):
                kind = line.split()
            elif line and not line.startswith("# "):
                found.append(Family(path.stem, kind[2], kind[1] == "offer", line))
    return found + written_by_hand(home / WRITTEN)


def written_by_hand(home: Path) -> list[Family]:
    """Read texts that were each thought of by itself; those of one family and label say nearly the same."""
    held: dict[tuple[str, ...], list[str]] = {}
    for path in sorted(home.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            language, label, family, text = line.split("\t")
            held.setdefault((path.stem, language, label, family), []).append(text)
    return [Family(k[1], f"{WRITTEN} {k[2]}", k[2] == "offer", "\n".join(texts)) for k, texts in held.items()]


def filled(family: Family, rng: np.random.Generator) -> str:
    """Return one text of a family."""
    stock = STOCKS[family.language]
    text = family.text + (str(rng.choice(stock["tail"])) if rng.random() < TAILED else "")
    while CHOICE.search(text):
        text = CHOICE.sub(lambda m: str(rng.choice(m.group(1).split("|"))), text, count=1)
    text = BLANK.sub(lambda m: _blank(m.group(1), stock, rng), text)
    return _bent(text, family.language, rng) if rng.random() < BENT else text


def _bent(text: str, language: str, rng: np.random.Generator) -> str:
    """Return a text with one or two of its words in disguise."""
    ways = (TWINS if rng.random() < 0.5 else FIGURES)[language]  # noqa: PLR2004
    words = re.findall(r"[^\W\d_]{3,}" if language == "en" else "[号租脸练]", text)
    for word in rng.permutation(words)[:2]:
        text = text.replace(str(word), str(word).translate(ways), 1)
    return text


def _blank(name: str, stock: dict[str, list[str]], rng: np.random.Generator) -> str:
    if set(name) <= {"n", "k"}:
        return str(rng.integers(10 ** (len(name) - 1), 10 ** len(name)))
    return str(rng.choice(stock[name]))


def kind(family: Family) -> str:
    """Return how the texts of a family came about: written one by one, ordinary ones, or (empty) filled from stocks."""
    return next((k for k in (WRITTEN, ORDINARY) if family.register.startswith(k)), "")


def ordinary(data: Path) -> list[Family]:
    """Return every other real text of the two collections that are large, as far as a cheap look does not leave it out."""
    texts = [t for name, held in real(data) if name in HALVED for t in held[::2]]
    kept = pa.array([" ".join(t.split()) for t in texts], pa.string())
    return [Family("", ORDINARY, False, t) for t in kept.take(pa.array(gated(folded(kept)))).to_pylist()]


def made(all_: list[Family], seed: int) -> tuple[list[str], npt.NDArray[np.int64]]:
    """Return texts and the number of the family of each."""
    rng = np.random.default_rng(seed)
    texts = [[filled(f, rng) for _ in range(COPIES)] if kind(f) == "" else f.text.split("\n") for f in all_]
    return [t for of in texts for t in of], np.repeat(np.arange(len(all_)), [len(of) for of in texts])


@dataclass(frozen=True, slots=True)
class Made:
    """Texts as the model reads them, the family and the truth of each; `stock`: texts by place in the model, cues and letters."""

    streams: tuple[pa.Array, ...]
    number: npt.NDArray[np.int64]
    truth: npt.NDArray[np.bool_]
    passed: npt.NDArray[np.bool_]
    weight: Floats
    stock: tuple[sparse.csr_matrix, ...]


def read(all_: list[Family], seed: int) -> Made:
    """Make texts and read them as the model does."""
    raw, number = made(all_, seed)
    fold = folded(pa.array(raw, pa.string()))
    plain = plainly(fold)
    letters = letter_stream(plain)
    streams = (letters, word_stream(letters), cue_stream(plain, letters))
    passed = np.zeros(len(raw), bool)
    passed[gated(fold)] = True
    weight = np.array([WEIGHTS[kind(all_[n])] for n in number])
    stock = tuple(counted((s,), shape) for s, shape in zip(streams, SHAPES, strict=True))
    return Made(streams, number, np.array([all_[n].offer for n in number]), passed, weight, stock)


def learned(source: Made, rows: npt.NDArray[np.int64]) -> tuple[Floats, ...]:
    """Return the weights of each stream's places, learned from these texts, and the offset.

    A place that fewer families than `FEWEST` have weighs nothing: what one family says is its wording, not the trade's.
    """
    stock = [m[rows] for m in source.stock]
    kept = [families_with(m, source.number[rows]) >= FEWEST for m in stock]
    model = LogisticRegression(C=HELD, solver="liblinear")
    found = together(model, stock, kept, source.truth[rows], source.weight[rows])
    return (*found, np.array([model.intercept_[0]]))


def together(
    model: LogisticRegression,
    stock: list[sparse.csr_matrix],
    kept: list[npt.NDArray[np.bool_]],
    truth: npt.NDArray[np.bool_],
    weight: Floats,
) -> list[Floats]:
    """Fit one model over the places of several streams that are kept, and return the weights of each stream's places."""
    model.fit(sparse.hstack([m[:, k] for m, k in zip(stock, kept, strict=True)]).tocsr(), truth, weight)
    found = [np.zeros(len(k)) for k in kept]
    parts = np.split(model.coef_[0], np.cumsum([k.sum() for k in kept])[:-1])
    for weights, keep, part in zip(found, kept, parts, strict=True):
        weights[keep] = part
    return found


def families_with(counts: sparse.csr_matrix, number: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return how many families have a text with each place."""
    known, at = np.unique(number, return_inverse=True)
    by_family = sparse.coo_matrix((np.ones(len(at)), (at, np.arange(len(at)))), shape=(len(known), len(at))).tocsr()
    held = (by_family @ counts).tocsr()
    held.data[:] = 1
    return np.asarray(held.sum(0)).ravel()


def told_by(weights: tuple[Floats, ...], source: Made, rows: npt.NDArray[np.int64]) -> Floats:
    """Return the evidence of texts before it is brought to scale."""
    return sum(m[rows] @ w for m, w in zip(source.stock, weights[:-1], strict=True)) + weights[-1][0]


def folds(all_: list[Family], turn: int) -> npt.NDArray[np.int64]:
    """Return a fold for each family, families of one language and one sort spread evenly."""
    rng = np.random.default_rng(turn)
    found = np.zeros(len(all_), np.int64)
    sorts = {(f.language, f.offer, f.register) for f in all_}
    for sort in sorted(sorts):
        rows = np.array([n for n, f in enumerate(all_) if (f.language, f.offer, f.register) == sort])
        found[rng.permutation(rows)] = (np.arange(len(rows)) + int(rng.integers(FOLDS))) % FOLDS
    return found


def unseen(source: Made, fold: npt.NDArray[np.int64]) -> tuple[Floats, tuple[float, float]]:
    """Return each text's evidence from a model that had read no text of its family, to scale, and that scale (Platt 1999)."""
    told, mine = np.zeros(len(source.truth)), fold[source.number]
    for n in range(FOLDS):
        rows = np.flatnonzero(mine == n)
        told[rows] = told_by(learned(source, np.flatnonzero(mine != n)), source, rows)
    platt = LogisticRegression(C=1e6).fit(told[:, None], source.truth, source.weight)
    share = float(source.weight[source.truth].sum() / source.weight.sum())
    slope, offset = float(platt.coef_[0, 0]), float(platt.intercept_[0]) - float(np.log(share / (1 - share)))
    return slope * told + offset, (slope, offset)


def scores(told: Floats, truth: npt.NDArray[np.bool_], passed: npt.NDArray[np.bool_]) -> dict[str, float]:
    """Return precision, recall and false alarms at the detector's threshold: the look at words first, then the model."""
    return {
        "texts": len(truth),
        "offers": int(truth.sum()),
        **rates(passed & (told >= STRENGTH), truth),
        "calibration error": round(apart(told, truth), 3),
    }


def rates(called: npt.NDArray[np.bool_], truth: npt.NDArray[np.bool_]) -> dict[str, float]:
    """Return precision, recall and false alarms of what is called."""
    hits = int((called & truth).sum())
    return {
        "precision": round(hits / max(1, int(called.sum())), 3),
        "recall": round(hits / max(1, int(truth.sum())), 3),
        "false alarms": round(float((called & ~truth).sum() / max(1, (~truth).sum())), 4),
    }


def apart(told: Floats, truth: npt.NDArray[np.bool_]) -> float:
    """Return the calibration error (ten bins) at the share of offers in the texts themselves."""
    chance = 1 / (1 + np.exp(-(told + np.log(truth.mean() / (1 - truth.mean())))))
    bins = np.minimum((10 * chance).astype(int), 9)
    return float(np.abs(np.bincount(bins, chance - truth, 10)).sum() / len(truth))


def judged(all_: list[Family], show: int) -> dict[str, dict[str, float]]:
    """Return the scores on held-out families: all, by language; the mean of several ways to part them."""
    source = read(all_, 1)
    truth, passed, numbers = source.truth, source.passed, source.number
    turns = [unseen(source, folds(all_, turn))[0] for turn in range(TURNS)]
    language = np.array([all_[n].language for n in numbers])
    by_hand = source.weight == 1
    found: dict[str, dict[str, float]] = {}
    for name, rows in [
        *((f"written {x}", by_hand & (language == x)) for x in ("en", "zh")),
        *((f"made {x}", ~by_hand & (language == x)) for x in ("en", "zh", "ar")),
        ("ordinary", language == ""),
    ]:
        each = [scores(t[rows], truth[rows], passed[rows]) for t in turns]
        found[name] = {k: round(float(np.mean([e[k] for e in each])), 4) for k in each[0]}
    if show:
        worst(all_, numbers, np.mean([passed & (t >= STRENGTH) for t in turns], 0), show)
    return found


def worst(all_: list[Family], numbers: npt.NDArray[np.int64], called: Floats, show: int) -> None:
    """Print the families that are most often read wrongly."""
    share = np.bincount(numbers, called) / np.bincount(numbers)
    wrong = np.array([1 - s if f.offer else s for f, s in zip(all_, share, strict=True)])
    for n in np.argsort(-wrong)[:show]:
        print(
            f"{wrong[n]:.2f} {'missed' if all_[n].offer else 'accused'} {all_[n].language} {all_[n].register}: {all_[n].text}"
        )


def trained(all_: list[Family]) -> dict[str, Grams]:
    """Return the models of all families, one a stream, brought to scale by held-out families; their evidence adds up."""
    source = read(all_, 0)
    slope, offset = unseen(source, folds(all_, 0))[1]
    *weights, start = learned(source, np.arange(len(source.truth)))
    found: dict[str, Grams] = {}
    for name, shape, held in zip(MODELS_OF_OFFERS, SHAPES, weights, strict=True):
        found[name] = packed(shape, held, slope, offset + slope * float(start[0]) if not found else 0.0)
    return found


def fresh(models: dict[str, Grams], show: int, folder: str = "unread") -> dict[str, dict[str, float]]:
    """Return the scores on families that nothing is learned from; those of `hints` say as little as they can."""
    all_ = families(HOME / folder)
    source = read(all_, 2)
    told = sum(evidence(m, (s,)) for m, s in zip(models.values(), source.streams, strict=True))
    language = np.array([all_[n].language for n in source.number])
    if show:
        worst(all_, source.number, (source.passed & (told >= STRENGTH)).astype(float), show)
    by_hand = source.weight == 1
    return {
        f"{folder.replace('/', ' ')} {how} {x}": scores(told[rows], source.truth[rows], source.passed[rows])
        for how, some in (("written", by_hand), ("made", ~by_hand))
        for x in ("en", "zh")
        if (rows := some & (language == x)).any()
    }


def real(data: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the real texts none of which offers an account of a game or a service, by name."""
    home = data / "marketing"
    for part in ("train", "dev"):
        with (home / "cold_zh" / f"{part}.csv").open(encoding="utf-8-sig") as file:
            yield f"cold_zh {part}", [r["TEXT"] for r in csv.DictReader(file)]
    with (home / "davidson_en" / "labeled_data.csv").open(encoding="utf-8") as file:
        yield "davidson_en", [r["tweet"] for r in csv.DictReader(file)]
    for name in ("clickbait", "non_clickbait"):
        with gzip.open(home / "stop_clickbait_en" / f"{name}_data.gz", "rt", encoding="utf-8") as file:
            yield f"stop_clickbait_en {name}", [x.strip() for x in file if x.strip()]
    for path in sorted((data / "names").rglob("*.csv")):
        yield f"names {path.parent.name}/{path.name}", path.read_text("utf-8", "replace").splitlines()[:60_000]


def main() -> None:
    """Train, judge and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--out", type=Path, default=MODELS)
    parser.add_argument("--show", type=int, default=0, help="how many of the families read worst to print")
    args = parser.parse_args()
    all_ = families() + ordinary(args.data)
    card: dict[str, Any] = {
        "source": "written for this, scripts/trade; ordinary texts from ../shared/data/marketing",
        "families": {"offers": sum(f.offer for f in all_), "innocent": sum(not f.offer for f in all_)},
        "scores": judged(all_, args.show),
    }
    models = trained(all_)
    card["scores"] |= (
        fresh(models, args.show) | fresh(models, args.show, "unread/hints") | fresh(models, args.show, "unread/shy")
    )
    for name, model in models.items():
        written(name, model, card, args.out)
    for name, texts in real(args.data):
        told = nats_of(pa.array(texts))
        unread = range(1, len(texts), 2) if name in HALVED else range(len(texts))
        called = [texts[n] for n in unread if told[n] >= STRENGTH]
        print(f"{name}: {len(called)} of {len(unread)}", *called[:5], sep="\n    ")


if __name__ == "__main__":
    main()
