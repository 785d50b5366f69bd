"""Worlds by hands that saw no code, made by the input contract alone: who is found, by kind, and which innocents are.

    .venv/bin/python benchmarks/blind_worlds.py [SET ...] [--kinds]

Each folder of benchmarks/blind_worlds holds the script of one hand (make.py), kept as it was written. It writes a world and `truth.csv`, which
says of every account whether it is guilty, and of what kind. institutions_1 and _2, reports_1, minors_1 and returns_1 were read when the
detectors were mended; of institutions_3, reports_2 and minors_2 only totals by kind were seen.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq

HOME = Path(__file__).parent / "blind_worlds"
TOLD = frozenset(("possible", "likely"))

ASKED: dict[str, tuple[tuple[str, ...], str]] = {
    "institutions": (("orphaned_institution", "duplicate_institution"), "2025-12-01T00:00:00Z"),
    "reports": (("report_abuse",), ""),
    "minors": (("minor_unprotected",), ""),
    "returns": (("reincarnation",), "2026-07-01T00:00:00Z"),
}
"""The violations that a theme is about, and the time at which its worlds are judged; empty: the latest in the world."""

DETECTORS = {
    "institutions": "closed_institution,former_holder,lost_custodian,second_account",
    "reports": "report_ring,clone_report,ringed_target",
    "minors": "minor_off_hours,minor_pattern,minor_spending,play_out_of_hours,play_without_attestation,pupil_words,unchecked_player",
    "returns": "returning_account,overturned_root",
}


def made(home: Path, place: Path) -> Path:
    """Let the hand's script write its world into `place`."""
    shutil.copytree(home, place)
    subprocess.run([sys.executable, "make.py"], cwd=place, check=True, capture_output=True)
    return place


def truth(place: Path, violation: str) -> dict[str, tuple[bool, str]]:
    """Return, for each account, whether it is guilty of `violation`, and its kind."""
    with (place / "truth.csv").open(encoding="utf-8", newline="") as rows:
        return {r["account_id"]: (_guilty(r, violation), r["kind"]) for r in csv.DictReader(rows)}


def _guilty(row: dict[str, str], violation: str) -> bool:
    return row["violation"] == violation if "violation" in row else row["guilty"] == "1"


def found(place: Path, theme: str) -> dict[str, set[str]]:
    """Scan the world and return, by violation, who is found possible or likely."""
    as_of = ASKED[theme][1]
    when = ("--as-of", as_of) if as_of else ()
    words = ("scan", place / "world", "--out", place / "out", "--detectors", DETECTORS[theme], "--json", *when)
    subprocess.run([sys.executable, "-m", "aboveboard", *map(str, words)], check=True, capture_output=True)
    rows = pq.read_table(place / "out" / "findings.parquet", columns=["account_id", "violation", "tier"]).to_pylist()
    told: dict[str, set[str]] = {}
    for row in rows:
        if row["tier"] in TOLD and row["account_id"]:
            told.setdefault(row["violation"], set()).add(row["account_id"])
    return told


def score(name: str, violation: str, who: dict[str, tuple[bool, str]], told: set[str], *, kinds: bool) -> None:
    """Print precision and recall, and by kind how many of how many are found."""
    guilty = {a for a, (g, _) in who.items() if g}
    hits = len(guilty & told)
    print(f"{name:<16}{violation:<24}precision {hits / max(1, len(told)):.3f} ({hits} of {len(told)}), recall {hits / max(1, len(guilty)):.3f} (of {len(guilty)})")  # fmt: skip
    if kinds:
        all_, here = Counter(who.values()), Counter(who[a] for a in told if a in who)
        for (bad, kind), count in sorted(all_.items(), key=lambda c: (not c[0][0], c[0][1])):
            if bad or here[bad, kind]:
                print(f"    {'' if bad else 'innocent: '}{kind:<30}{here[bad, kind]:>5} of {count}")


def main() -> None:
    """Make, scan and score each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help="only these; all by default")
    parser.add_argument("--kinds", action="store_true", help="tell each kind")
    args = parser.parse_args()
    for home in sorted(p for p in HOME.iterdir() if p.is_dir() and (not args.sets or p.name in args.sets)):
        theme = home.name.rpartition("_")[0]
        with tempfile.TemporaryDirectory() as folder:
            place = made(home, Path(folder) / home.name)
            told = found(place, theme)
            for violation in ASKED[theme][0]:
                score(home.name, violation, truth(place, violation), told.get(violation, set()), kinds=args.kinds)


if __name__ == "__main__":
    main()
