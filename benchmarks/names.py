"""Looking names up among a million, and folding them: ours beside symspellpy, RapidFuzz, confusable-homoglyphs, disarm and PyICU.

    uv run --group bench python benchmarks/names.py --names 1000000

Every peer gets the same names and queries in the same run. Corruptions are made here, apart from the tables the engine uses. A
peer that is not installed is named and left out; PyICU compiles against ICU's headers (Debian: apt-get install libicu-dev; then
pip install PyICU).
"""

from __future__ import annotations

import argparse
import gc
import importlib
import random
import resource
import time
from collections.abc import Callable
from types import ModuleType

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.forms import forms, loose
from aboveboard.names.index import Index
from aboveboard.names.letters import letters
from aboveboard.names.skeletons import skeletons

SYLLABLES = [a + b for a in "bdfghjklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ing", "or")]
CYRILLIC = dict(zip("abeopcyxk", "аьеорсухк", strict=True))
LEET = dict(zip("aeiost", "431057", strict=True))
IDEOGRAPHS = "山水木林石海天云日月星河江湖风雨花草春秋东西南北金玉龙虎文明光华国民和平安康大中小新"


def latin(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.randint(3, 6)))


def name(rng: random.Random) -> str:
    """Make a name up: mostly Latin in one or two words, a fifth in ideographs."""
    if rng.random() < 0.2:
        return "".join(rng.choices(IDEOGRAPHS, k=rng.randint(4, 7)))
    return latin(rng).title() if rng.random() < 0.5 else f"{latin(rng).title()} {latin(rng).title()}"


def edited(rng: random.Random, text: str, times: int) -> str:
    signs = list(text)
    for _ in range(times):
        spot, kind = rng.randrange(len(signs)), rng.randrange(4)
        if kind == 0:
            signs[spot] = rng.choice("abdegklmnoprstu")
        elif kind == 1:
            signs.insert(spot, rng.choice("abdegklmnoprstu"))
        elif kind == 2 and len(signs) > 3:
            del signs[spot]
        elif spot + 1 < len(signs):
            signs[spot], signs[spot + 1] = signs[spot + 1], signs[spot]
    return "".join(signs)


def mapped(rng: random.Random, text: str, table: dict[str, str]) -> str:
    return "".join(table[c] if c in table and rng.random() < 0.7 else c for c in text)


CORRUPTIONS: dict[str, Callable[[random.Random, str], str]] = {
    "one edit": lambda rng, n: edited(rng, n, 1),
    "two edits": lambda rng, n: edited(rng, n, 2 if len(n) >= 6 else 1),
    "homoglyph": lambda rng, n: mapped(rng, n, CYRILLIC),
    "leet": lambda rng, n: mapped(rng, n, LEET),
    "styled": lambda _, n: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in n),
    "hidden": lambda rng, n: n[: (k := rng.randrange(1, len(n)))] + "\u200b" + n[k:],
    "separator": lambda rng, n: rng.choice("._-·").join(n.replace(" ", "")),
    "repeat": lambda rng, n: n[: (k := rng.randrange(1, len(n)))] + n[k - 1] + n[k:],
    "mixed": lambda rng, n: edited(rng, mapped(rng, n, CYRILLIC | LEET), 1),
}


def keys_of(names: list[str]) -> pa.Array:
    """Return the loose keys of names for the index, where m is one letter: an edit of it must not count twice."""
    return pc.replace_substring(loose(letters(pa.array(names, pa.string()))), "rn", "m")


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def peer(module: str) -> ModuleType | None:
    try:
        return importlib.import_module(module)
    except ImportError:
        print(f"{module}: not installed, left out")
        return None


def recalls(found: list[set[int]], asked: list[tuple[str, int]]) -> dict[str, float]:
    kinds = [k for k, _ in asked]
    return {
        kind: float(np.mean([target in found[i] for i, (k, target) in enumerate(asked) if k == kind]))
        for kind in dict.fromkeys(kinds)
    }


def line(what: str, *cells: object) -> None:
    print(f"{what:<38}" + "".join(f"{c if isinstance(c, str) else f'{c:,.4g}'!s:>14}" for c in cells), flush=True)


def ours(names: list[str], queries: list[str], asked: list[tuple[str, int]]) -> tuple[float, dict[str, float]]:
    start = time.perf_counter()
    index = Index.build(keys_of(names), pa.array([str(n) for n in range(len(names))]))
    line("ours: build, fold included (s; MB so far)", time.perf_counter() - start, peak())
    index.check("warm")
    start = time.perf_counter()
    table = index.search(keys_of(queries), 2)
    speed = len(queries) / (time.perf_counter() - start)
    found: list[set[int]] = [set() for _ in queries]
    for row, entry in zip(table["row"].to_pylist(), table["id"].to_pylist(), strict=True):
        found[row].add(int(entry))
    line("ours: queries/s, fold included", speed)
    keys = keys_of(queries[:2000]).to_pylist()
    times = []
    for key in keys:
        begin = time.perf_counter()
        index.check(key)
        times.append(time.perf_counter() - begin)
    line("ours: one check, p50 and p99 (ms)", *(1000 * float(np.percentile(times, p)) for p in (50, 99)))
    return speed, recalls(found, asked)


def symspell(
    names: list[str], queries: list[str], asked: list[tuple[str, int]], *, folded: bool
) -> tuple[float, dict[str, float]]:
    module = peer("symspellpy")
    if module is None:
        return 0.0, {}
    entries = keys_of(names).to_pylist() if folded else names
    start = time.perf_counter()
    spell = module.SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
    places: dict[str, list[int]] = {}
    for i, entry in enumerate(entries):
        if entry:
            places.setdefault(entry, []).append(i)
            spell.create_dictionary_entry(entry, 1)
    line("symspellpy: build (s; MB so far)", time.perf_counter() - start, peak())
    texts = keys_of(queries).to_pylist() if folded else queries
    start = time.perf_counter()
    found = [
        {i for hit in spell.lookup(text or " ", module.Verbosity.ALL, max_edit_distance=2) for i in places[hit.term]}
        for text in texts
    ]
    speed = len(queries) / (time.perf_counter() - start)
    line(f"symspellpy, {'folded' if folded else 'raw'}: queries/s", speed)
    return speed, recalls(found, asked)


def brute(names: list[str], queries: list[str]) -> None:
    fuzz = importlib.import_module("rapidfuzz")
    start = time.perf_counter()
    for query in queries[:20]:
        fuzz.process.extract(query, names, scorer=fuzz.distance.OSA.distance, score_cutoff=2, limit=None)
    line("RapidFuzz, every name: queries/s", 20 / (time.perf_counter() - start))


def folding(names: list[str]) -> None:
    """Skeletons a second: ours keeps the derivation, the peers do not."""
    array = pa.array(names, pa.string())
    skeletons(array)
    own = rate(lambda: skeletons(array), len(names))
    line("ours: skeletons with derivation, M/s", own / 1e6)
    line("ours: all families of forms, M/s", rate(lambda: forms(array), len(names)) / 1e6)
    homoglyphs, disarm, icu = peer("confusable_homoglyphs.confusables"), peer("disarm"), peer("icu")
    runs: dict[str, Callable[[], object]] = {}
    if homoglyphs:
        runs["confusable_homoglyphs"] = lambda: [
            homoglyphs.is_confusable(n, preferred_aliases=["latin"]) for n in names[:5000]
        ]
    if disarm and hasattr(disarm, "skeleton_key"):
        runs["disarm"] = lambda: [disarm.skeleton_key(n) for n in names]
    if icu:
        checker = icu.SpoofChecker()
        runs["PyICU"] = lambda: [checker.getSkeleton(0, n) for n in names]
    for what, run in runs.items():
        count = 5000 if what == "confusable_homoglyphs" else len(names)
        theirs = rate(run, count)
        line(f"{what}: M/s; ours is x times", theirs / 1e6, own / theirs)


def rate(run: Callable[[], object], count: int) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return count / best


def main() -> None:
    """Make names and queries, run everyone, print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=900)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rng = random.Random(given.seed)  # noqa: S311  (made-up names, no secret)
    names = [name(rng) for _ in range(given.names)]
    asked = [(kind, rng.randrange(given.names)) for kind in CORRUPTIONS for _ in range(given.queries)]
    queries = [CORRUPTIONS[kind](rng, names[target]) for kind, target in asked]
    print(f"{given.names:,} names, {len(queries):,} queries, two edits")
    speed, own = ours(names, queries, asked)
    gc.collect()
    brute(names, queries)
    few = [i for i in range(len(asked)) if i % 9 == 0]
    part = [queries[i] for i in few], [asked[i] for i in few]
    raw_speed, raw = symspell(names, *part, folded=False)
    folded_speed, folded = symspell(names, *part, folded=True)
    line("recall by kind", "ours", "symspell raw", "folded")
    for kind in own:
        line(f"  {kind}", own[kind], raw.get(kind, float("nan")), folded.get(kind, float("nan")))
    if raw_speed:
        line("ours / symspellpy raw, folded (x)", speed / raw_speed, speed / folded_speed)
    mixed = [mapped(rng, n, CYRILLIC) for n in names[:100_000]]
    folding(mixed)


if __name__ == "__main__":
    main()
