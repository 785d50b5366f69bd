"""Checks of attempts against a million barred accounts and a hundred thousand protected names: build, cold start, latency, rate, memory.

    .venv/bin/python benchmarks/gate.py [--barred 1000000] [--organisations 100000] [--folder FOLDER]

Names are made up in six scripts. Of the attempts, one in twenty is written after somebody (letters swapped, hidden or edited), or
shows a barred account's device; the rest are names nobody has. A folder that holds an index already is not built anew. Latency is
of one check at a time (`answer`), the rate of checks taken 32 at a time (`answers`), as the service takes those that wait together.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa

from aboveboard.gate.attempts import Attempt, Shown
from aboveboard.gate.building import build
from aboveboard.gate.opening import Gate, answer, answers
from aboveboard.images.hashes import as_text
from aboveboard.policy import default_policy
from aboveboard.tables import TABLES, Source, World

AT = datetime(2026, 11, 1, tzinfo=UTC)
SYLLABLES = [a + b for a in "bdfghjklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ing", "or")]
SCRIPTS = {
    "han": ("".join(map(chr, range(0x4E00, 0x9FA0, 9))), 3, 7),
    "cyrillic": ("абвгдежзиклмнопрстуфхцчшэюя", 6, 14),
    "kana": ("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン", 4, 8),
    "hangul": ("".join(map(chr, range(0xAC00, 0xD7A4, 13))), 3, 6),
    "arabic": ("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", 5, 12),
}
DISGUISES = str.maketrans("aeopc", "аеорс")
ENDINGS = (" Bank", " Post", " Hospital", " Airlines", "")


def name(rng: random.Random) -> str:
    """Make a name up: three in five in Latin letters, the rest in five other scripts."""
    if rng.random() < 0.4:
        letters, least, most = SCRIPTS[rng.choice(list(SCRIPTS))]
        return "".join(rng.choices(letters, k=rng.randint(least, most)))
    word = "".join(rng.choices(SYLLABLES, k=rng.randint(4, 7)))
    return word.title() if rng.random() < 0.5 else f"{word.title()} {''.join(rng.choices(SYLLABLES, k=3)).title()}"


def disguised(rng: random.Random, text: str) -> str:
    """Write a name as an impostor would: look-alike letters, a hidden sign, a dot between, a letter more or less."""
    way = rng.randrange(4)
    spot = rng.randrange(1, len(text))
    return (
        text.translate(DISGUISES),
        text[:spot] + "\u200b" + text[spot:],
        text[:spot] + "." + text[spot:],
        text[:spot] + text[spot - 1] + text[spot:],
    )[way]


def token(kind: str, number: int) -> str:
    return hashlib.sha256(f"{kind}{number}".encode()).hexdigest()


def world(barred: int, organisations: int) -> World:
    """Make the tables of a service up."""
    rng, random_bits = random.Random(7), np.random.default_rng(7)  # noqa: S311  (made-up names)
    ids = [f"c{n:07d}" for n in range(barred)]
    closed = [AT - timedelta(days=rng.randrange(1, 700)) for _ in ids]
    pictures = random_bits.integers(0, 2**64, (barred, 4), np.uint64)
    hashes = as_text(pictures).to_pylist()
    accounts = {
        "account_id": ids, "handle": [f"{name(rng)}_{n}" for n in range(barred)], "display_name": [name(rng) for _ in ids],
        "avatar_hash": [h if n % 3 == 0 else None for n, h in enumerate(hashes)], "status": ["closed"] * barred,
        "closed_at": closed, "closed_for": ["coordination"] * barred, "closed_ground": ["terms"] * barred,
    }  # fmt: skip
    kinds = ("device", "phone", "network")
    tokens = {
        "account_id": [i for i in ids for _ in kinds], "kind": list(kinds) * barred,
        "token": [token(k, n // 2 if k == "network" else n) for n in range(barred) for k in kinds],
    }  # fmt: skip
    bodies = {
        "org_id": [f"o{n:06d}" for n in range(organisations)],
        "name": [name(rng) + rng.choice(ENDINGS) for _ in range(organisations)],
        "domains": [[f"{''.join(rng.choices(SYLLABLES, k=5))}{n}.example"] for n in range(organisations)],
    }
    made = {"accounts": accounts, "tokens": tokens, "organisations": bodies}
    return World({n: source(n, c) for n, c in made.items()}, AT)


def source(table: str, columns: dict[str, list[object]]) -> Source:
    schema = TABLES[table].schema
    held = pa.table({n: pa.array(c, schema.field(n).type) for n, c in columns.items()})
    return Source(held.num_rows, frozenset(columns), memory=held)


def attempts(gate: Gate, count: int) -> list[Attempt]:
    """Make attempts up: one in twenty is written after somebody, or shows a barred account's device."""
    rng = random.Random(11)  # noqa: S311  (made-up names)
    base, large = gate.state.barred.base, gate.state.guarded.large
    made = list[Attempt]()
    for n in range(count):
        shown, device = name(rng), token("new", n)
        if n % 20 == 0:
            place = rng.randrange(len(base.closed_us) if n % 40 else len(large.models[0]))
            shown = disguised(rng, (base.texts[1] if n % 40 else large.models[0])[place].as_py())
            device = token("device", place) if n % 40 else device
        made.append(
            Attempt(
                f"t{n}", "registration", AT, handle="".join(rng.choices(SYLLABLES, k=5)) + str(rng.randrange(100)),
                display_name=shown, bio="I write about the sea and about tea." if n % 3 else "",
                url=f"https://{''.join(rng.choices(SYLLABLES, k=4))}.example" if n % 5 == 0 else "",
                tokens=(Shown("device", device), Shown("network", token("line", n))),
                avatar_hash=as_text(np.random.default_rng(n).integers(0, 2**64, (1, 4), np.uint64))[0].as_py(),
            )
        )  # fmt: skip
    return made


def resident() -> tuple[int, int]:
    """Return the memory this process holds, in MB: all of it, and what is its own and not a page of a file."""
    status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    held = {
        line.split(":")[0]: int(line.split()[1]) // 1024 for line in status if line.startswith(("VmRSS", "RssAnon"))
    }
    return held["VmRSS"], held["RssAnon"]


def measure(folder: Path, count: int, batch: int) -> None:
    begun = time.perf_counter()
    gate = Gate.open(folder, warm=True)
    opened = time.perf_counter() - begun
    policy, asked = default_policy(), attempts(gate, count + 200)
    begun = time.perf_counter()
    answer(asked[0], gate.state, policy)
    print(
        f"cold start: open {opened:.2f} s; the first answer, compiled code loaded, {time.perf_counter() - begun:.2f} s"
    )
    for one in asked[:200]:
        answer(one, gate.state, policy)
    asked, wall, cpu, outcomes = asked[200:], list[float](), list[float](), dict[str, int]()
    for one in asked:
        began, worked = time.perf_counter(), time.process_time()
        outcome = answer(one, gate.state, policy)
        wall.append(time.perf_counter() - began)
        cpu.append(time.process_time() - worked)
        outcomes[outcome.answer if not outcome.finding_ids else f"{outcome.answer}, claimed"] = (
            outcomes.get(outcome.answer if not outcome.finding_ids else f"{outcome.answer}, claimed", 0) + 1
        )
    print("answers:", ", ".join(f"{n} {c}" for n, c in sorted(outcomes.items())))
    for what, times in (("by the clock", wall), ("of processor time", cpu)):
        p50, p95, p99 = (np.percentile(times, p) * 1000 for p in (50, 95, 99))
        print(
            f"one check, ms {what}: p50 {p50:.2f}, p95 {p95:.2f}, p99 {p99:.2f}; {len(times) / sum(times):.0f} checks/s"
        )
    began, worked = time.perf_counter(), time.process_time()
    for start in range(0, len(asked), batch):
        answers(asked[start : start + batch], gate.state, policy)
    clock, work = time.perf_counter() - began, time.process_time() - worked
    print(
        f"{batch} at a time: {len(asked) / clock:.0f} checks/s by the clock, {len(asked) / work:.0f} of processor time"
    )
    print("memory, MB: {} in all, {} its own".format(*resident()))
    print(f"machine load: {' '.join(f'{n:.2f}' for n in os.getloadavg())} on {os.cpu_count()} processors")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--barred", type=int, default=1_000_000)
    parser.add_argument("--organisations", type=int, default=100_000)
    parser.add_argument("--checks", type=int, default=2_000)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir(), "aboveboard-gate"))
    parser.add_argument("--measure", action="store_true", help="only measure; used for a process of its own")
    args = parser.parse_args()
    if args.measure:
        measure(args.folder, args.checks, args.batch)
        return
    if not (args.folder / "gate.json").exists():
        begun = time.perf_counter()
        made = world(args.barred, args.organisations)
        print(
            f"{args.barred:,} barred accounts, {args.organisations:,} organisations made up in {time.perf_counter() - begun:.0f} s",
            flush=True,
        )
        begun = time.perf_counter()
        build(
            args.folder,
            made,
            threads=os.cpu_count() or 1,
            progress=lambda stage, done, total: print(
                f"  {stage} {done}/{total} {time.perf_counter() - begun:.0f} s", flush=True
            ),
        )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        size = sum(f.stat().st_size for f in args.folder.rglob("*") if f.is_file()) // 2**20
        print(f"built in {time.perf_counter() - begun:.0f} s; {size:,} MB of files; peak {peak:,} MB", flush=True)
    again = [
        sys.executable,
        __file__,
        "--measure",
        "--folder",
        str(args.folder),
        "--checks",
        str(args.checks),
        "--batch",
        str(args.batch),
    ]
    subprocess.run(again, check=True)


if __name__ == "__main__":
    main()
