"""Headline and tone models beside TF-IDF and logistic regression, in one source and across sources.

    uv sync --group bench
    .venv/bin/python benchmarks/wording.py --data ../shared/data

Headlines: the style model beside word TF-IDF, cross-validated; the only labelled source's label is its publisher's, so that
says little. Across: titles no model saw, none of them a lure (generated newspapers, other people's short texts), and the
Chinese score on the generated ones. Tone: COLD train to dev, each topic from the two others, disguised dev; Davidson
cross-validated; word lists as another source on both; false alarms by dialect. The rows printed are all there is.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

import train_wording as trainer
from train_wording import Floats, Texts

from aboveboard.derived.read_texts import streams
from aboveboard.derived.rude_posts import SAID, rude_of
from aboveboard.derived.title_style import lure
from aboveboard.models.grams import evidence, shipped
from aboveboard.names.sounds import readings
from aboveboard.text.people import DIALECT
from aboveboard.worlds.institutions import NEWS
from aboveboard.worlds.speech import HEADLINES
from aboveboard.worlds.weaving import weave

STRONG = 1.0


def row(*cells: object) -> None:
    """Print one aligned row."""
    print("".join(f"{c!s:<{52 if i == 0 else 11}}" for i, c in enumerate(cells)), flush=True)


def told(title: str, score: Floats, truth: np.ndarray) -> None:
    """Print sizes, accuracy, AUC and calibration error."""
    m = trainer.measured(score, truth)
    row(title, m["texts"], m["accuracy"], m["auc"], m["calibration error"])


def peer(train: Texts, test: Texts, analyzer: str, grams: tuple[int, int]) -> Floats:
    """Return the log likelihood ratios of TF-IDF and logistic regression, as anybody would make them."""
    vectors = TfidfVectorizer(analyzer=analyzer, ngram_range=grams, sublinear_tf=True, min_df=2)
    model = make_pipeline(vectors, LogisticRegression(C=4, solver="liblinear")).fit(train.raw, train.truth)
    return model.decision_function(test.raw) - trainer.prior(train.truth)


def crossed(source: Texts, score: Callable[[Texts, Texts], Floats]) -> Floats:
    """Return three-fold cross-validated scores."""
    fold, made = np.random.default_rng(0).permutation(np.arange(len(source.raw)) % 3), np.zeros(len(source.raw))
    for n in range(3):
        made[fold == n] = score(source.where(fold != n), source.where(fold == n))
    return made


def titles(data: Path) -> None:
    """Headlines: in one source, then on titles nobody labelled."""
    source = trainer.headlines(data)
    told(
        "headlines, word TF-IDF, cross-validated",
        crossed(source, lambda a, b: peer(a, b, "word", (1, 2))),
        source.truth,
    )
    told(
        "headlines, style alone, cross-validated",
        trainer.crossed(source, trainer.TITLE, trainer.folds(source)),
        source.truth,
    )
    baseline = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2), LogisticRegression(C=4, solver="liblinear")
    )
    baseline.fit(source.raw, source.truth)
    rng = np.random.default_rng(5)
    row("titles that do not lure, of other sources", "titles", "judged", "ours", "TF-IDF")
    for language, code in (("en", 0), ("zh", 1)):
        news = weave(rng, 2000, HEADLINES[code], NEWS[code]).to_pylist()
        alarms(f"generated newspapers, {language}", news, language, baseline)
    alarms("Davidson's tweets that are neither (no titles)", [t for t, b in tweets(data) if not b], "en", baseline)
    alarms(
        "COLD's comments that are not offensive (no titles)", [t for t, b in comments(data) if not b], "zh", baseline
    )


def tweets(data: Path) -> list[tuple[str, bool]]:
    """Return Davidson's tweets and whether they offend."""
    source = trainer.davidson(data)
    return list(zip(source.raw, source.truth.tolist(), strict=True))


def comments(data: Path) -> list[tuple[str, bool]]:
    """Return COLD's dev comments and whether they offend."""
    source = trainer.cold(data, "dev")
    return list(zip(source.raw, source.truth.tolist(), strict=True))


def alarms(title: str, texts: list[str], language: str, baseline: object) -> None:
    """Print the share of texts that would be taken for lures."""
    made = lure([" ".join(t.split()) for t in texts], language)
    known = ~np.isnan(made)
    base = f"{(baseline.decision_function(texts) >= STRONG).mean():.3f}" if language == "en" else ""  # type: ignore[attr-defined]
    row(title, len(texts), f"{known.mean():.3f}", f"{(made[known] >= STRONG).mean():.3f}", base)


def disguised(texts: list[str], seed: int = 1) -> list[str]:
    """Return texts with one ideograph in five written as a homophone, and one gap in ten filled with a sign."""
    rng = np.random.default_rng(seed)
    alike: dict[str, list[str]] = {}
    for code in range(0x4E00, 0x9FA6):
        for sound in readings(chr(code))[:1]:
            alike.setdefault(sound, []).append(chr(code))
    made = []
    for text in texts:
        letters = []
        for c in text:
            sound = readings(c)[:1] if "\u4e00" <= c <= "\u9fa5" else ()
            other = str(rng.choice(alike[sound[0]])) if sound and rng.random() < 0.2 else c
            letters.append(other + ("·" if rng.random() < 0.1 else ""))
        made.append("".join(letters))
    return made


def chinese(data: Path) -> None:
    """COLD: train to dev, topic to topic, disguised."""
    train, dev = trainer.cold(data, "train"), trainer.cold(data, "dev")
    model = shipped("tone_zh")[0]
    told("COLD dev, character TF-IDF", peer(train, dev, "char", (1, 3)), dev.truth)
    told("COLD dev, shipped model", evidence(model, dev.streams), dev.truth)
    hidden = disguised(dev.raw)
    other = trainer.texts(hidden, dev.truth.tolist(), streams)
    told("COLD dev disguised, character TF-IDF", peer(train, other, "char", (1, 3)), dev.truth)
    told("COLD dev disguised, shipped model", evidence(model, other.streams), dev.truth)
    for topic in sorted(set(train.about)):
        learnt, there = train.where(train.about != topic), dev.where(dev.about == topic)
        told(f"COLD dev {topic} from the other topics, TF-IDF", peer(learnt, there, "char", (1, 3)), there.truth)
        told(
            f"COLD dev {topic} from the other topics, ours",
            evidence(trainer.fitted(learnt, trainer.ZH), there.streams),
            there.truth,
        )
    listed("COLD dev, shipped words as they strike", dev, "zh")


def english(data: Path) -> None:
    """Davidson: cross-validated, by dialect, and by the word lists."""
    source = trainer.davidson(data)
    base = crossed(source, lambda a, b: peer(a, b, "word", (1, 2)))
    ours = trainer.crossed(source, trainer.EN, trainer.folds(source))
    told("Davidson, word TF-IDF, cross-validated", base, source.truth)
    told("Davidson, ours, cross-validated", ours, source.truth)
    spoken = np.array([bool(set(t.casefold().replace("’", "'").split()) & DIALECT) for t in source.raw])
    for title, rows in (("words of dialect", spoken), ("none", ~spoken)):
        told(f"  TF-IDF, {title}", base[rows], source.truth[rows])
        told(f"  ours, {title}", ours[rows], source.truth[rows])
    row("false alarms among tweets that are neither", "tweets", "TF-IDF", "ours")
    for title, rows in (("words of dialect", spoken), ("none", ~spoken)):
        fine = rows & ~source.truth
        row(title, int(fine.sum()), f"{(base[fine] > 0).mean():.3f}", f"{(ours[fine] > 0).mean():.3f}")
    struck = listed("Davidson, shipped words as they strike", source, "en")
    for title, rows in (("words of dialect", spoken), ("none", ~spoken)):
        fine = rows & ~source.truth
        row(f"  struck though neither, {title}", int(fine.sum()), f"{struck[fine].mean():.3f}")


def listed(title: str, source: Texts, language: str) -> np.ndarray:
    """Print precision and recall of the lists, with the tone asked for, against another source's labels."""
    size = len(source.raw)
    held = {n: pa.nulls(size, pa.string()) for n in SAID} | {"shard": pa.array([0] * size)}
    held |= {"text": pa.array(source.raw), "post_id": pa.array([f"{n:06}" for n in range(size)])}
    held |= {"account_id": held["post_id"], "language": pa.array([language] * size)}
    found = rude_of(pa.table(held))
    words = np.zeros(size, bool)
    words[[int(p) for p in found["post_id"].to_pylist()]] = True
    struck = np.zeros(size, bool)
    struck[
        [int(p) for p, t in zip(found["post_id"].to_pylist(), found["tone"].to_pylist(), strict=True) if t >= 0.5]
    ] = True
    row(
        f"{title}: a word",
        f"{words.mean():.3f}",
        f"precision {source.truth[words].mean():.3f}",
        "",
        f"recall {words[source.truth].mean():.3f}",
    )
    row(
        f"{title}",
        f"{struck.mean():.3f}",
        f"precision {source.truth[struck].mean():.3f}",
        "",
        f"recall {struck[source.truth].mean():.3f}",
    )
    return struck


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=trainer.ROOT.parent / "shared" / "data")
    parser.add_argument("--part", choices=("titles", "english", "chinese", "all"), default="all")
    args = parser.parse_args()
    row("", "texts", "accuracy", "AUC", "ECE")
    for part, work in (("titles", titles), ("english", english), ("chinese", chinese)):
        if args.part in (part, "all"):
            work(args.data)


if __name__ == "__main__":
    main()
