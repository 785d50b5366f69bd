"""Fit the scales of `aboveboard.derived.score_scales` on generated worlds, and measure them on others.

    aboveboard world W1 --accounts 40000 --seed 21      (and so on)
    .venv/bin/python scripts/fit_scores.py --fit W1 W2 W3 --check W4 W5 W6

Prints shift and slope, and the expected calibration error (ten equal bins, Naeini 2015) of what is found: before, after on the
worlds fitted, after on the worlds checked, and there at other shares of breaches (innocents counted several times, or less).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import numpy as np
from scipy.optimize import minimize

from aboveboard.derived.score_scales import IMPERSONATION, NAME_VIOLATION, Scale

DETECTORS = {
    "impersonation": ("posing_name", IMPERSONATION),
    "name_violation": ("prohibited_profile", NAME_VIOLATION),
}
LEAST_SLOPE = 0.4
"""Worlds in which everything found is true would make the slope 0, and every score the same."""

DOUBT = 0.03
"""Where worlds show hardly a false finding, this share of the true ones is held to be false elsewhere: real innocents are harder."""

FEW = 5

_SCORES = """
SELECT f.violation, score, coalesce(breach, false) FROM '{out}/findings.parquet' AS f LEFT JOIN (
  SELECT violation, account_id, bool_or("value") AS breach FROM '{world}/labels.parquet' GROUP BY ALL
) AS l ON l.violation = f.violation AND l.account_id = f.account_id WHERE detector = '{detector}'
"""


def found(worlds: list[Path]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Scan each world; return raw log-odds and truth of what each detector finds."""
    rows: dict[str, list[tuple[float, bool]]] = {v: [] for v in DETECTORS}
    for world in worlds:
        with tempfile.TemporaryDirectory() as out:
            names = ",".join(d for d, _ in DETECTORS.values())
            command = [
                sys.executable,
                "-m",
                "aboveboard",
                "scan",
                str(world),
                "--out",
                f"{out}/scan",
                "--detectors",
                names,
            ]
            subprocess.run([*command, "--json"], check=True, capture_output=True)  # noqa: S603  (our own command)
            for detector, _ in DETECTORS.values():
                query = _SCORES.format(out=f"{out}/scan", world=world, detector=detector)
                for violation, score, breach in duckdb.sql(query).fetchall():
                    rows[violation].append((score, breach))
    return {v: raw(np.array(r, float).reshape(-1, 2), DETECTORS[v][1]) for v, r in rows.items()}


def raw(rows: np.ndarray, scale: Scale) -> tuple[np.ndarray, np.ndarray]:
    """Undo the scale in force."""
    score = np.clip(rows[:, 0], 1e-4, 1 - 1e-4)
    return (np.log(score / (1 - score)) - scale.shift) / scale.slope, rows[:, 1]


def fit(odds: np.ndarray, truth: np.ndarray) -> Scale:
    """Fit by logistic regression on Platt's smoothed targets, each side's share of a world kept."""
    true, false = truth.sum(), (1 - truth).sum()
    target = np.where(truth > 0, min((true + 1) / (true + 2), 1 - DOUBT if false < FEW else 1), 1 / (false + 2))

    def loss(at: np.ndarray) -> float:
        line = at[0] + at[1] * odds
        return float(np.mean(np.logaddexp(0, line) - target * line))

    best = minimize(loss, np.array([0.0, 1.0]), bounds=[(-5, 5), (LEAST_SLOPE, 3)])
    return Scale(round(float(best.x[0]), 2), round(float(best.x[1]), 2))


def error(odds: np.ndarray, truth: np.ndarray, scale: Scale, innocents: float = 1.0) -> float:
    """Return the expected calibration error; each innocent counts `innocents` times."""
    score = 1 / (1 + np.exp(-scale.shift - scale.slope * odds))
    weight = np.where(truth > 0, 1.0, innocents)
    bins = np.minimum((score * 10).astype(int), 9)
    gaps = [abs(np.sum(weight[bins == b] * (score - truth)[bins == b])) for b in range(10)]
    return float(np.sum(gaps) / weight.sum())


def main() -> None:
    """Fit on some worlds, check on others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", nargs="+", type=Path, required=True)
    parser.add_argument("--check", nargs="+", type=Path, required=True)
    given = parser.parse_args()
    fitted, checked = found(given.fit), found(given.check)
    for violation, (_, scale) in DETECTORS.items():
        best = fit(*fitted[violation])
        told = {
            "scale": best,
            "n": [len(part[violation][0]) for part in (fitted, checked)],
            "in force": round(error(*checked[violation], scale), 4),
            "fitted worlds": round(error(*fitted[violation], best), 4),
            "checked worlds": round(error(*checked[violation], best), 4),
            **{f"checked, innocents x {n}": round(error(*checked[violation], best, n), 4) for n in (0.5, 2)},
        }
        print(violation, json.dumps(told))


if __name__ == "__main__":
    main()
