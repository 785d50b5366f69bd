"""Looking names up among a million, and folding them: ours beside symspellpy, RapidFuzz, confusable-homoglyphs, disarm and PyICU.

    uv run --group bench python benchmarks/names.py --names 1000000 [--icu PYTHON]

Every peer gets the same names and queries in the same run. Corruptions are made here, apart from the tables the engine uses. A
peer that is not installed is named and left out. PYTHON is an interpreter that can import icu: PyICU compiles against ICU's
headers, so it is no part of the lock file (Debian: apt-get install libicu-dev pkg-config; then pip install PyICU in a
virtual environment of its own). Rates are of processor time, the best of several runs, so that other work on the machine
counts little; latencies are given both ways.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import os
import random
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np
import pyarrow as pa

from aboveboard.names.forms import forms
from aboveboard.names.index import Index
from aboveboard.names.lookup import Register
from aboveboard.names.lookup_parts import asked as keyed
from aboveboard.names.skeletons import skeletons
from aboveboard.names.spelled import spelled

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
    """Return the folded names that both our index and symspellpy's get in the folded run."""
    return spelled(pa.array(names, pa.string()))


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
    print(f"{what:<72}" + "".join(f"{c if isinstance(c, str) else f'{c:,.4g}'!s:>14}" for c in cells), flush=True)


Pairs = list[set[int]]


def ours(names: list[str], queries: list[str]) -> tuple[float, float, Pairs]:
    """Return queries a second with folding and without, on one thread, and what was found."""
    start = time.perf_counter()
    index = Index.build(keys_of(names), pa.array([str(n) for n in range(len(names))]))
    line("ours: build, fold included (s; MB so far)", time.perf_counter() - start, peak())
    keys = keys_of(queries)
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder, "index"))
        del index
        gc.collect()
        forgotten(Path(folder, "index"))
        start = time.perf_counter()
        index = Index.open(Path(folder, "index"))
        opened = time.perf_counter() - start
        index.check(keys[0].as_py())
        line("ours: cold open; and first check (s)", opened, time.perf_counter() - start)
        table = index.search(keys)
        folded = rate(lambda: index.search(keys_of(queries)), len(queries))
        bare = rate(lambda: index.search(keys), len(queries))
        line("ours: queries/s, fold included; without", folded, bare)
        start = time.perf_counter()
        index.search(keys, threads=2)
        line("ours: queries/s on 2 threads, by the clock", len(queries) / (time.perf_counter() - start))
        latencies("ours: one check", [lambda k=k: index.check(k) for k in keys.to_pylist()[::4]])
        one = pa.array(["someone"]), pa.array(["someone"])
        latencies("ours: add one name, then remove it", [lambda: (index.add(*one), index.remove(one[1]))] * 20)
    found: Pairs = [set() for _ in queries]
    for row, entry in zip(table["row"].to_pylist(), table["id"].to_pylist(), strict=True):
        found[row].add(int(entry))
    return folded, bare, found


def forgotten(*files: Path) -> None:
    """Ask the system to forget what it keeps of files, as after a restart."""
    for path in files:
        with path.open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def latencies(what: str, calls: list[Callable[[], object]]) -> None:
    """Print the median and the 99th percentile, by the processor's clock and by the wall's."""
    times = []
    for call in calls:
        begin = time.process_time(), time.perf_counter()
        call()
        times.append((time.process_time() - begin[0], time.perf_counter() - begin[1]))
    busy, wall = (1000 * np.percentile(np.array(times)[:, i], (50, 99)) for i in (0, 1))
    line(f"{what}: p50, p99 (ms); by the wall", *busy.tolist(), *wall.tolist())


def register(names: list[str], queries: list[str], asked: list[tuple[str, int]]) -> None:
    """One registration against a register, a tenth of it protected: candidates, and the complete check with ranked likenesses."""
    start = time.process_time()
    ids, guarded = pa.array([str(n) for n in range(len(names))]), pa.array(np.arange(len(names)) % 10 == 0)
    made = Register.build(ids, pa.array(names), guarded)
    line("register: build (s of processor; MB so far)", time.process_time() - start, peak())
    with tempfile.TemporaryDirectory() as folder:
        made.save(Path(folder, "r"))
        del made
        gc.collect()
        files = list(Path(folder, "r").iterdir())
        forgotten(*files)
        start = time.perf_counter()
        found = Register.open(Path(folder, "r"))
        opened = time.perf_counter() - start
        found.check(queries[0])
        line(
            "register: cold open; and first check (s); MB of files",
            opened,
            time.perf_counter() - start,
            sum(f.stat().st_size for f in files) / 1e6,
        )
        start = time.perf_counter()
        found = Register.open(Path(folder, "r"), warm=True)
        line("register: opened warm (s)", time.perf_counter() - start)
        one = [pa.array([q]) for q in queries[::9]]
        keys = [keyed(q) for q in one]
        for q in queries[::90]:
            found.check(q)
        latencies("register: keys of one name", [lambda q=q: keyed(q) for q in one])
        latencies(
            "register: candidates of one name",
            [lambda q=q, k=k: found.candidates(q, k) for q, k in zip(one, keys, strict=True)],
        )
        latencies("register: the complete check, ranked", [lambda q=q: found.check(q) for q in queries[::9]])
        few = pa.array(["someone"]), pa.array(["Some One"])
        latencies("register: add one name", [lambda: found.add(*few)] * 20)
        latencies("register: remove one name", [lambda: found.remove(few[0])] * 20)
        line(
            "register: candidates of a table, queries/s",
            rate(lambda: found.candidates(pa.array(queries)), len(queries)),
        )
        table = found.candidates(pa.array(queries))
        near: list[set[str]] = [set() for _ in queries]
        for row, name in zip(table["row"].to_pylist(), table["name"].to_pylist(), strict=True):
            near[row].add(name)
        kinds = {
            k: np.mean([names[t] in near[i] for i, (kind, t) in enumerate(asked) if kind == k]) for k in CORRUPTIONS
        }
        line(
            "register: candidates a query; least recall of a kind",
            table.num_rows / len(queries),
            float(min(kinds.values())),
        )


def symspell(names: list[str], queries: list[str], *, folded: bool) -> tuple[float, Pairs]:
    module = peer("symspellpy")
    if module is None:
        return 0.0, []
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
    start = time.process_time()
    found = [
        {i for hit in spell.lookup(text or " ", module.Verbosity.ALL, max_edit_distance=2) for i in places[hit.term]}
        for text in texts
    ]
    speed = len(queries) / (time.process_time() - start)
    line(f"symspellpy, {'folded beforehand' if folded else 'raw'}: queries/s", speed)
    return speed, found


def brute(names: list[str], queries: list[str]) -> None:
    fuzz = importlib.import_module("rapidfuzz")
    start = time.perf_counter()
    for query in queries[:20]:
        fuzz.process.extract(query, names, scorer=fuzz.distance.OSA.distance, score_cutoff=2, limit=None)
    line("RapidFuzz, every name: queries/s", 20 / (time.perf_counter() - start))


ICU = """
import json, sys, time
import icu
names, checker, best = json.load(sys.stdin), icu.SpoofChecker(), float("inf")
for _ in range(5):
    start = time.process_time()
    for n in names: checker.getSkeleton(0, n)
    best = min(best, time.process_time() - start)
print(len(names) / best)
"""


def folding(names: list[str], python: str | None) -> None:
    """Skeletons a second: ours keeps the derivation, the peers do not."""
    array = pa.array(names, pa.string())
    skeletons(array)
    own = rate(lambda: skeletons(array), len(names))
    line("ours: skeletons with derivation, M/s", own / 1e6)
    line("ours: all families of forms, M/s", rate(lambda: forms(array), len(names)) / 1e6)
    homoglyphs, disarm = peer("confusable_homoglyphs.confusables"), peer("disarm")
    few, theirs = names[:5000], dict[str, float]()
    if homoglyphs:
        run = homoglyphs.is_confusable
        theirs["confusable_homoglyphs"] = rate(lambda: [run(n, preferred_aliases=["latin"]) for n in few], len(few))
    if disarm:
        theirs["disarm"] = rate(lambda: [disarm.skeleton_key(n) for n in names], len(names))
    if python:
        done = subprocess.run([python, "-c", ICU], input=json.dumps(names), capture_output=True, text=True, check=True)
        theirs["PyICU"] = float(done.stdout)
    else:
        print("PyICU: no interpreter was named, left out")
    for what, each in theirs.items():
        line(f"{what}: M/s; ours is x times", each / 1e6, own / each)


def rate(run: Callable[[], object], count: int) -> float:
    """Return how many a second of processor time, at best."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return count / best


def main() -> None:
    """Make names and queries, run everyone, print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=900)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--icu", help="an interpreter with PyICU; without it PyICU is left out")
    given = parser.parse_args()
    rng = random.Random(given.seed)  # noqa: S311  (made-up names, no secret)
    names = [name(rng) for _ in range(given.names)]
    asked = [(kind, rng.randrange(given.names)) for kind in CORRUPTIONS for _ in range(given.queries)]
    queries = [CORRUPTIONS[kind](rng, names[target]) for kind, target in asked]
    print(f"{given.names:,} names, {len(queries):,} queries, two edits")
    mixed = [mapped(rng, n, CYRILLIC) for n in names[:100_000]]
    folding(mixed, given.icu)
    register(names, queries, asked)
    speed, bare, own = ours(names, queries)
    gc.collect()
    brute(names, queries)
    few = list(range(0, len(asked), 9))
    part = [queries[i] for i in few]
    kinds, all_kinds = [asked[i] for i in few], recalls(own, asked)
    raw_speed, found_raw = symspell(names, part, folded=False)
    folded_speed, found = symspell(names, part, folded=True)
    raw, folded = (recalls(f, kinds) if f else {} for f in (found_raw, found))  # none where the peer is not here
    line("recall by kind", "ours", "symspell raw", "folded")
    for kind in all_kinds:
        line(f"  {kind}", all_kinds[kind], raw.get(kind, float("nan")), folded.get(kind, float("nan")))
    if raw_speed:
        sizes = [len(k) for k in keys_of(names).to_pylist()]
        theirs = {(i, e) for i, hits in zip(few, found, strict=True) for e in hits if sizes[e] >= 6}
        both = sum(e in own[i] for i, e in theirs)
        line("of what symspellpy, folded, found (six letters or more), ours found", both / len(theirs))
        line("ours with folding / symspellpy raw (x)", speed / raw_speed)
        line("ours with folding / symspellpy folded beforehand (x)", speed / folded_speed)
        line("like for like: ours without folding / symspellpy folded beforehand (x)", bare / folded_speed)


if __name__ == "__main__":
    main()
