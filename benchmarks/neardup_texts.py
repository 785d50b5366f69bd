"""Short texts for benchmarks/neardup.py: generated ones in two scripts, or real ones, with edited copies of some planted among them."""

from __future__ import annotations

import csv
import html
import unicodedata
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

SYLLABLES = [
    a + b
    for a in ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "ch", "sh", "st", "tr"]
    for b in ["a", "e", "i", "o", "u", "an", "er", "in", "or"]
]
RATES = (0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3)
"""Shares of words, or of ideographs, that an edited copy has changed."""


class Planted(NamedTuple):
    """Texts, and the rows of each text and its edited copy."""

    texts: list[str]
    pairs: np.ndarray


def vocabulary(rng: np.random.Generator, size: int) -> list[str]:
    """Return made-up words of one to four syllables; the first ones, which are used most, are short."""
    long = np.minimum(1 + np.arange(size) // 200, 1 + rng.integers(0, 4, size))
    return ["".join(SYLLABLES[i] for i in rng.integers(0, len(SYLLABLES), n)) for n in long]


def zipf(rng: np.random.Generator, size: int, count: int) -> np.ndarray:
    """Draw `count` ranks below `size`, each about as often as its rank among words says."""
    weight = 1 / (np.arange(size) + 2.7)
    return np.searchsorted(np.cumsum(weight) / weight.sum(), rng.random(count)).clip(0, size - 1)


def drawn(rng: np.random.Generator, words: list[str], least: int, most: int, count: int) -> list[list[str]]:
    """Return `count` texts of `least` to `most` words."""
    sizes = rng.integers(least, most + 1, count)
    ends = np.cumsum(sizes)
    flat = [words[i] for i in zipf(rng, len(words), int(ends[-1]))]
    return [flat[end - size : end] for end, size in zip(ends.tolist(), sizes.tolist(), strict=True)]


def edited(rng: np.random.Generator, text: list[str], words: list[str], rate: float) -> list[str]:
    """Return a copy with a share of its words changed, dropped or joined by another; one at least."""
    copy = list(text)
    for place in sorted(rng.choice(len(text), max(1, round(rate * len(text))), replace=False).tolist(), reverse=True):
        turn, word = rng.integers(0, 4), words[int(rng.integers(0, len(words)))]
        copy[place : place + 1] = [[word], [word], [], [copy[place], word]][turn]
    return copy


def planted(seed: int, originals: list[list[str]], words: list[str], share: float, joint: str) -> Planted:
    """Return originals and edited copies of the first ones, shuffled together."""
    rng = np.random.default_rng(seed)
    many = int(len(originals) * share)
    copies = [edited(rng, t, words, RATES[i % len(RATES)]) for i, t in enumerate(originals[:many])]
    order = rng.permutation(len(originals) + many)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    both = [joint.join(t) for t in originals + copies]
    return Planted([both[i] for i in order], np.stack([place[:many], place[len(originals) :]], axis=1))


def together(parts: list[Planted]) -> Planted:
    """Return all texts, part after part."""
    starts = np.cumsum([0, *(len(p.texts) for p in parts)])
    return Planted(
        [t for p in parts for t in p.texts],
        np.concatenate([p.pairs + s for p, s in zip(parts, starts, strict=False)]),
    )


def generated(size: int, seed: int = 1, share: float = 0.1) -> Planted:
    """Return `size` texts, half of words of made-up English, half of ideographs; one in eleven is a copy of another."""
    rng = np.random.default_rng(seed)
    english, chinese = vocabulary(rng, 20_000), [chr(0x4E00 + int(i)) for i in rng.permutation(4000)]
    many = int(size / 2 / (1 + share))
    return together(
        [
            planted(seed + 1, drawn(rng, english, 6, 18, many), english, share, " "),
            planted(seed + 2, drawn(rng, chinese, 12, 40, many), chinese, share, ""),
        ]
    )


def real(data: Path, seed: int = 1) -> Planted:
    """Return the texts of three public sets (tweets, headlines, Chinese comments), with an edited copy of one in five."""
    spaced = [*_column(data / "davidson_en/labeled_data.csv", "tweet"), *_headlines(data / "stop_clickbait_en")]
    unspaced = _column(data / "cold_zh/train.csv", "TEXT") + _column(data / "cold_zh/dev.csv", "TEXT")
    parts = [
        (sorted({html.unescape(" ".join(t.split())) for t in texts}), joint)
        for texts, joint in ((spaced, " "), (unspaced, ""))
    ]
    made = list[Planted]()
    for texts, joint in parts:
        rng = np.random.default_rng(seed)
        cut = [t.split() if joint else list(t) for t in texts]
        long = [t for t in cut if len(t) >= (8 if joint else 14)]
        words = [w for t in long for w in t]
        order = rng.permutation(len(long))
        made.append(planted(seed, [long[i] for i in order], words, 0.2, joint))
    return together(made)


def _column(path: Path, name: str) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


def _headlines(folder: Path) -> list[str]:
    found = list[str]()
    for name in ("clickbait_data", "non_clickbait_data"):
        path = folder / f"{name}.gz"
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as pack:
                found += pack.read(pack.namelist()[0]).decode().splitlines()
        else:
            import gzip

            found += gzip.decompress(path.read_bytes()).decode().splitlines()
    return found


def signs(text: str) -> list[str]:
    """Return the letters of a text as our own engine means them, without any of its code: the peers get the same shingles."""
    made = list[str]()
    for char in unicodedata.normalize("NFKD", text).casefold():
        what = unicodedata.category(char)
        if what == "Nd":
            if not made or made[-1] != "0":
                made.append("0")
        elif what[0] in "LM" and not unicodedata.combining(char):
            made.append(char)
    return made


def shingles(text: str) -> set[str]:
    """Return four letters in a row, or two where the last is an ideograph."""
    letters = signs(text)
    return {
        "".join(letters[i - (1 if _wide(letters[i]) else 3) : i + 1])
        for i in range(len(letters))
        if i >= (1 if _wide(letters[i]) else 3)
    }


def _wide(char: str) -> bool:
    return "\u3040" <= char <= "\u9fff"


def words(text: str) -> set[str]:
    """Return words and pairs of words, or two ideographs in a row: the fewest shingles a user of a peer would make."""
    if any(_wide(c) for c in text):
        return {text[i : i + 2] for i in range(len(text) - 1)}
    cut = text.casefold().split()
    return {*cut, *(f"{a} {b}" for a, b in pairwise(cut))}
