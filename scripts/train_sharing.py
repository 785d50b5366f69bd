"""Train the model of `other_hands` and write it with its card; print how it does on worlds it had not seen.

    .venv/bin/python scripts/train_sharing.py

Nobody publishes sessions of shared accounts, so worlds are written for this: scripts/sharing/*.py, each by a hand that saw no code, only the
contract of tables. Each makes tables and a truth; `exam_*.py` are judged and never learned from. Scores are of worlds held out whole.
What is written are curves, never rows. The same files give the same model.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from aboveboard.connectors.files import read_world
from aboveboard.derived.hand_signs import HAND_SIGNS
from aboveboard.detectors.other_hands import OTHER_HANDS
from aboveboard.engines.base import run
from aboveboard.engines.duck import DuckEngine
from aboveboard.models.additive import Additive, dumped
from aboveboard.models.fitting import Shape, balanced, fit
from aboveboard.models.prior import posterior
from aboveboard.models.sharing import SIGNS, common, told_of

ROOT = Path(__file__).parents[1]
HANDS = ROOT / "scripts" / "sharing"
MODEL = ROOT / "src" / "aboveboard" / "models" / "data" / "sharing.json"
ASSUMED, DOUBT, POSSIBLE = (float(OTHER_HANDS.params[n].value) for n in ("assumed", "doubt", "possible"))

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """Accounts of one world that have signs, their truth and kind.

    `missed`: the kinds of guilty ones without any sign; `others`: how many are innocent.
    """

    name: str
    signs: dict[str, Floats]
    guilty: Floats
    kind: tuple[str, ...]
    missed: tuple[str, ...]
    others: int


def made(script: Path, staging: Path) -> Path:
    """Run the script of a hand in a folder of its own and return that folder."""
    folder = staging / script.stem
    folder.mkdir(parents=True)
    shutil.copy(script, folder / "make.py")
    subprocess.run([sys.executable, "make.py"], cwd=folder, check=True, capture_output=True)
    return folder


def judged(script: Path, staging: Path, engine: DuckEngine) -> Judged:
    """Make a world and read its signs."""
    folder = made(script, staging)
    world = read_world(folder / "world", staging=staging / f"{script.stem}-staged")
    signs = run(HAND_SIGNS, engine, world).sort_by("account_id")
    ids = signs.column("account_id").to_pylist()
    seen = set(ids)
    with (folder / "truth.csv").open(encoding="utf-8") as file:
        truth = {r["account_id"]: (r["guilty"] == "1", r["kind"]) for r in csv.DictReader(file)}
    mine = [truth.get(i, (False, "ordinary")) for i in ids]
    missed = tuple(kind for i, (guilty, kind) in truth.items() if guilty and i not in seen)
    told = np.array([float(g) for g, _ in mine])
    return Judged(
        script.stem, told_of(signs), told, tuple(k for _, k in mine), missed, sum(not g for g, _ in truth.values())
    )


def trained(worlds: Sequence[Judged]) -> Additive:
    """Return the curves learned from these worlds; each world weighs alike, and in it both classes."""
    features = {s.name: np.concatenate([evenly(w.signs[s.name], s.knots) for w in worlds]) for s in SIGNS}
    breach = np.concatenate([w.guilty for w in worlds])
    group = [w.name for w in worlds for _ in w.guilty]
    shapes = [Shape(s.name, tuple(map(float, range(len(s.knots)))), s.sense, (), anchored=True) for s in SIGNS]
    model = fit(features, breach, balanced(breach, group), shapes)
    known = {s.name: s.knots for s in SIGNS}
    return replace(model, curves=tuple(replace(c, knots=known[c.name]) for c in model.curves))


def evenly(x: Floats, knots: Sequence[float]) -> Floats:
    """Return values on a scale on which the knots lie a step apart, so that a curve bends as easily anywhere."""
    return np.where(np.isnan(x), np.nan, np.interp(np.nan_to_num(x), knots, range(len(knots))))


def called(model: Additive, world: Judged) -> npt.NDArray[np.bool_]:
    """Return which accounts the detector calls possible at least, with the share that it estimates."""
    evidence = np.round(model.evidence(world.signs), 4)
    return posterior(evidence, common(evidence, ASSUMED, DOUBT)) >= POSSIBLE


def scores(model: Additive, world: Judged) -> dict[str, Any]:
    """Return what the model finds of a world at the detector's threshold, of all its guilty ones, those without a sign too."""
    found = called(model, world)
    hits, alarms = int((found & (world.guilty == 1)).sum()), int((found & (world.guilty == 0)).sum())
    guilty = int(world.guilty.sum()) + len(world.missed)
    return {
        "guilty": guilty, "others": world.others, "precision": round(hits / max(1, hits + alarms), 3),
        "recall": round(hits / max(1, guilty), 3), "false alarms": alarms,
    }  # fmt: skip


def shown(model: Additive, world: Judged) -> None:
    """Print by kind what was missed and who was accused."""
    found = called(model, world)
    kinds = np.array(world.kind)
    for name, side, wrong in (("missed", 1, ~found), ("accused", 0, found)):
        rows = [*kinds[wrong & (world.guilty == side)], *(world.missed if side else ())]
        print(f"  {name}:", ", ".join(f"{k} {rows.count(k)}" for k in sorted(set(rows), key=lambda k: -rows.count(k))))


def main() -> None:
    """Make the worlds, judge, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--show", action="store_true", help="print what was missed and who was accused, by kind")
    args = parser.parse_args()
    engine = DuckEngine(threads=2)
    with tempfile.TemporaryDirectory() as folder:
        worlds = [judged(p, Path(folder), engine) for p in sorted(HANDS.glob("*.py"))]
    engine.close()
    learned = [w for w in worlds if not w.name.startswith("exam")]
    card: dict[str, Any] = {"source": "worlds written for this, scripts/sharing", "scores": {}}
    for world in worlds:
        model = trained([w for w in learned if w is not world])
        card["scores"][world.name] = scores(model, world)
        print(world.name, card["scores"][world.name])
        if args.show and not world.name.startswith("exam"):
            shown(model, world)
    args.out.write_text(dumped(trained(learned), card), encoding="utf-8")


if __name__ == "__main__":
    main()
