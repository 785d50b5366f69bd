"""Every benchmark still runs: each on input so small that nothing is measured, so that none rots unseen."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLACE = Path(__file__).parents[2] / "benchmarks"
DATA = PLACE.parents[1] / "shared" / "data"

SMALL = {
    "bad_input": "",
    "blind_names": "--set h9",
    "blind_worlds": "institutions_1",
    "bodies": "7 1",
    "coaction": "--acts --most 3000",
    "console": "--cases 30 --rounds 1",
    "gate": "--barred 400 --organisations 60 --checks 20 --folder {tmp}",
    "growth": "--seeds 1",
    "images": "--pictures 2 --hashes 2000",
    "lifecycle": "2000",
    "linkage": "--new 1500 --closed 200 --peer=",
    "machine": "--part speed --size 500",
    "names": "--names 1500 --queries 12",
    "neardup": "--size 1500 --part generated",
    "real": "--help",
    "rings": "--edges 20000 --tables peel --camouflage none",
    "scan": "--help",
    "serve": "--closed 60 --protected 20 --seconds 3",
    "whole": "--sizes 400 --detectors followers --place {tmp}",
    "wording": "--part titles",
    "work": "--jobs 12 --accounts 40",
    "world": "500",
}
"""The benchmarks and the arguments under which they have little to do; two that cannot do little are only asked for help."""

NEEDS = {
    "images": "PIL",
    "machine": "sklearn",
    "wording": "sklearn",
    "bodies": DATA,
    "serve": "wrk",
}
"""What a benchmark needs beyond the tests' own packages: a module, a program, or the data that stays outside the repository."""


def lacks(name: str) -> str:
    """Return what is missing for a benchmark, or nothing."""
    need = NEEDS.get(name)
    if need is None:
        return ""
    if isinstance(need, Path):
        return "" if need.is_dir() else f"{need} is not here"
    return "" if importlib.util.find_spec(need) or shutil.which(need) else f"{need} is not here"


def test_the_table_names_every_benchmark() -> None:
    scripts = {p.stem for p in PLACE.glob("*.py") if '__name__ == "__main__"' in p.read_text(encoding="utf-8")}
    assert {s for s in scripts if not s.endswith("_peer")} == set(SMALL)


@pytest.mark.parametrize("name", SMALL)
def test_a_benchmark_runs_to_its_end_and_prints_figures(name: str, tmp_path: Path) -> None:
    if missing := lacks(name):
        # The public data and scikit-learn are no part of a checkout; a program is, where no test may skip.
        stop = pytest.fail if NEEDS[name] == "wrk" and os.environ.get("ABOVEBOARD_NO_SKIP") else pytest.skip
        stop(missing)
    words = SMALL[name].format(tmp=tmp_path, data=DATA).split()
    done = subprocess.run(
        [sys.executable, str(PLACE / f"{name}.py"), *words],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert any(c.isdigit() for c in done.stdout) or words == ["--help"]
