"""What `audience_growth` finds of planted purchases by kind and size, and which innocents it accuses, on drawn series.

    python benchmarks/growth.py [--seeds 4] [--first 0]

Each world has a thousand accounts whose followers come by one of two models: a share of those who look, whatever they look
at (`steady`), or bursts of posts, each with its own pull (`posts`, where no mentions are told). One account in
twelve bought followers. Sizes are what was bought in all, as a share of what came by itself in the whole series.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping
from typing import Final

import duckdb
import numpy as np
import pyarrow as pa

from aboveboard.derived.attention import ATTENTION
from aboveboard.detectors.audience_growth import AUDIENCE_GROWTH

Floats = np.ndarray
Counts = dict[str, Floats]

CELLS: Final = (("day", 12), ("day", 60), ("day", 180), ("week", 12), ("week", 52), ("month", 12), ("month", 36))
MODELS: Final = ("steady", "posts")
EVENTS: Final = ("quiet", "migration", "trend", "clean-up")
SIZES: Final = (0.1, 0.3, 1.0, 3.0)
BOUGHT: Final = ("one-day", "stairs", "drip", "churn", "small")
INNOCENT: Final = (
    "viral",
    "television",
    "giveaway",
    "seasonal",
    "school",
    "weekly post",
    "came back",
    "quieter",
    "left",
)
DAYS: Final = {"day": 1, "week": 7, "month": 30}
ACCOUNTS: Final = 1000


def organic(rng: np.random.Generator, model: str, period: str, count: int) -> Counts:
    """Draw what comes by itself: rows are accounts, columns periods."""
    rate = np.exp(rng.normal(0.3, 1.2, (ACCOUNTS, 1))) * DAYS[period]
    conversion, width = rng.beta(2, 30, (ACCOUNTS, 1)), rng.uniform(0.1, 0.6, (ACCOUNTS, 1))
    if model == "posts":
        bursts = rng.poisson(rng.uniform(0.1, 1, (ACCOUNTS, 1)) * np.sqrt(DAYS[period]), (ACCOUNTS, count))
        pull = 0.3 + bursts * rng.lognormal(-0.3, 0.8, (ACCOUNTS, count)) / np.sqrt(DAYS[period])
    else:
        pull = rng.lognormal(-(width**2) / 2, width, (ACCOUNTS, count))
    growth = np.exp(np.linspace(0, 1, count) * rng.normal(0, 0.3, (ACCOUNTS, 1)))
    mean = rate * pull * growth
    gained = rng.poisson(mean * rng.lognormal(-0.02, 0.2, mean.shape))
    views = rng.poisson(mean / conversion * rng.lognormal(-(width**2) / 8, width / 2, mean.shape))
    lost = rng.poisson(rate * rng.uniform(0.05, 0.5, (ACCOUNTS, 1)), mean.shape)
    return {
        "gained": gained.astype(float), "views": views.astype(float), "lost": lost.astype(float), "rate": rate,
        "mentions": rng.poisson(0.05 * mean).astype(float), "conversion": conversion,
    }  # fmt: skip


def surge(rng: np.random.Generator, made: Counts, who: int, at: int, extra: float, yields: float) -> None:
    """Let `extra` people come around `at`, one for each `1 / yields` who look."""
    for late, weight in enumerate((0.6, 0.28, 0.12)):
        if at + late < made["gained"].shape[1]:
            came = rng.poisson(extra * weight)
            made["gained"][who, at + late] += came
            made["views"][who, at + late] += came / yields


def innocent(rng: np.random.Generator, made: Counts, who: int, kind: str, period: str) -> None:
    """Let something innocent happen to one account."""
    count = made["gained"].shape[1]
    at, rate = int(rng.integers(3, count - 4)), made["rate"][who, 0]
    extra = rate * np.exp(rng.uniform(1, 5)) / DAYS[period] ** 0.7 + 20
    if kind == "viral":
        surge(rng, made, who, at, extra, rng.uniform(0.02, 0.2))
        made["mentions"][who, at] += rng.poisson(extra * 0.1)
    elif kind == "television":
        surge(rng, made, who, at, extra, rng.uniform(0.3, 0.9))
        made["mentions"][who, at] += rng.poisson(extra * rng.uniform(0.2, 0.6))
    elif kind == "giveaway":
        surge(rng, made, who, at, extra, rng.uniform(0.1, 0.7))
        made["mentions"][who, at] += rng.poisson(extra * rng.uniform(0.3, 1))
        made["lost"][who, at + 1 : at + 5] += rng.poisson(extra * rng.uniform(0.05, 0.12), 4)[: count - at - 1]
    elif kind == "seasonal":
        wave = 1 + rng.uniform(0.5, 3) * np.maximum(0, np.sin(2 * np.pi * (np.arange(count) / rng.uniform(6, 14)))) ** 2
        made["gained"][who] = rng.poisson(made["gained"][who] * wave)
        made["views"][who] *= wave ** rng.uniform(0.7, 1.2)
    elif kind == "school":
        stay = max(1, int(rng.integers(10, 30)) // DAYS[period])
        came = rng.poisson(extra / stay, min(stay, count - at))
        made["gained"][who, at : at + stay] += came
        made["views"][who, at : at + stay] += came * rng.uniform(1.2, 4)
    elif kind == "weekly post":
        days = np.arange(int(rng.integers(0, 4)), count, int(rng.integers(4, 9)))
        came = rng.poisson(extra * 0.3 * rng.lognormal(0, rng.uniform(0.05, 0.5), len(days)))
        made["gained"][who, days] += came
        made["views"][who, days] += came * rng.lognormal(np.log(rng.uniform(2, 20)), 0.2, len(days))
    elif kind == "came back":
        gone = rng.poisson(extra)
        made["lost"][who, at - 1] += gone
        made["gained"][who, at : at + 2] += rng.multinomial(int(gone * rng.uniform(0.5, 1)), (0.7, 0.3))[: count - at]
    elif kind == "quieter":
        made["views"][who, at:] *= rng.uniform(0.2, 0.6)
    else:
        made["lost"][who, at] += rng.poisson(extra)


def purchase(rng: np.random.Generator, made: Counts, who: int, kind: str, size: float) -> None:
    """Buy `size` times what came by itself, or for `small` thirty-odd to a hundred whatever came."""
    count = made["gained"].shape[1]
    total = size * made["gained"][who].sum()
    at = int(rng.integers(2, count - 4))
    if kind == "small":
        total = (35, 50, 70, 100)[SIZES.index(size)]
    if kind == "stairs":
        steps = int(rng.integers(3, 7))
        apart = max(2, count // (steps + 1))
        days = int(rng.integers(1, apart)) + apart * np.arange(steps)
        made["gained"][who, days[days < count]] += np.round(
            total / steps * rng.normal(1, 0.02, int((days < count).sum()))
        )
    elif kind == "drip":
        length = max(2, int(count * rng.uniform(0.15, 0.35)))
        first = int(rng.integers(1, count - length))
        made["gained"][who, first : first + length] += np.round(total / length * rng.normal(1, 0.05, length))
    else:
        made["gained"][who, at] += round(total)
    if kind == "churn":
        after = at + int(rng.integers(2, max(3, count // 3)))
        gone = rng.multinomial(int(total * rng.uniform(0.3, 0.7)), (0.8, 0.2))
        made["lost"][who, after : after + 2] += gone[: max(0, count - after)]


def happens(rng: np.random.Generator, made: Counts, event: str) -> None:
    """Let something happen to everybody."""
    shape = made["gained"].shape
    at = int(rng.integers(3, shape[1] - 3))
    if event == "migration":
        made["gained"][:, at] += rng.poisson(made["rate"][:, 0] * rng.uniform(3, 10) * rng.lognormal(0, 0.3, shape[0]))
    elif event == "trend":
        lift = np.where(np.arange(shape[1]) >= at, rng.uniform(1.3, 2.5), 1.0)
        made["gained"][:] = rng.poisson(made["gained"] * lift)
        made["views"] *= np.sqrt(lift)
    elif event == "clean-up":
        followers = made["gained"].sum(axis=1) * rng.uniform(1, 5, shape[0])
        gone = rng.poisson(followers * rng.beta(1, 10, shape[0]))
        made["lost"][:, at] += gone
        made["gained"][:, at + 1] += rng.binomial(gone, 0.1)


def world(seed: int, period: str, count: int, model: str, event: str) -> tuple[pa.Table, list[tuple[str, float]]]:
    """Return rows as the detector reads them, and of each account its kind and the size of what it bought."""
    rng = np.random.default_rng([seed, CELLS.index((period, count)), MODELS.index(model), EVENTS.index(event)])
    made = organic(rng, model, period, count)
    told: list[tuple[str, float]] = [("plain" if event == "quiet" else event, 0.0)] * ACCOUNTS
    happens(rng, made, event)
    place = 0
    for kind in INNOCENT:
        for who in range(place, place + 40):
            innocent(rng, made, who, kind, period)
            told[who] = (kind, 0.0)
        place += 40
    for kind in BOUGHT:
        for size in SIZES:
            for who in range(place, place + 4):
                purchase(rng, made, who, kind, size)
                told[who] = (kind, size)
            place += 4
    start = (20_000 + DAYS[period] * np.arange(count)) * 86_400
    before = np.maximum(50, made["gained"].sum(axis=1, keepdims=True) * rng.uniform(1, 5, (ACCOUNTS, 1)))
    return pa.table({
        "account_id": np.repeat([f"{n:04}" for n in range(ACCOUNTS)], count), "period": [period] * (ACCOUNTS * count),
        "start_s": np.tile(start, ACCOUNTS),
        "followers": np.maximum(0, before + np.cumsum(made["gained"] - made["lost"], axis=1)).ravel(),
        "gained": made["gained"].ravel(), "lost": made["lost"].ravel(), "views": np.round(made["views"]).ravel(),
        "mentions": pa.nulls(ACCOUNTS * count, pa.float64()) if model == "posts" else made["mentions"].ravel(),
        "world": np.ones(ACCOUNTS * count, np.int64),
    }), told  # fmt: skip


def accused(rows: pa.Table) -> list[str]:
    """Return the accounts with a possible finding, by the steps of the detector itself."""
    attention = ATTENTION.steps[-1].function(rows)
    connection = duckdb.connect()
    connection.register("attention", attention)
    spans = connection.execute(AUDIENCE_GROWTH.steps[0].text, {"fdr": 0.01}).to_arrow_table()
    return [r["account_id"] for r in AUDIENCE_GROWTH.steps[1].function(spans).to_pylist() if r["tier"] == "possible"]


def measured(seeds: range) -> tuple[Counter, Counter]:
    """Return how many there were, and how many were accused, of each (model, period, points, kind, size)."""
    there, found = Counter(), Counter()
    for period, count in CELLS:
        for model in MODELS:
            for seed in seeds:
                for event in EVENTS:
                    rows, told = world(seed, period, count, model, event)
                    keys = [(model, period, count, *t) for t in told]
                    there.update(keys)
                    found.update(keys[int(a)] for a in accused(rows))
    return there, found


def shown(there: Mapping, found: Mapping) -> None:
    """Print recall by kind, size and series; then innocents by kind."""

    def share(**like: object) -> str:
        names = ("model", "period", "count", "kind", "size")
        keys = [k for k in there if all(k[names.index(n)] == v for n, v in like.items())]
        return f"{sum(found.get(k, 0) for k in keys):>5}/{sum(there[k] for k in keys):<5}"

    for model in MODELS:
        print(f"\nfound, {model}; columns are kinds of purchase by size {SIZES}")
        for kind in BOUGHT:
            print(f"  {kind:<10}", *(share(model=model, kind=kind, size=s) for s in SIZES))
        for period, count in CELLS:
            print(
                f"  {period:>6} {count:>3}",
                *(f"{k} {share(model=model, period=period, count=count, kind=k)}" for k in BOUGHT),
            )
    print("\ninnocents accused", share(size=0.0))
    for kind in ("plain", *EVENTS[1:], *INNOCENT):
        print(f"  {kind:<12}", *(f"{m} {share(kind=kind, model=m)}" for m in MODELS))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seeds", type=int, default=2)
    asked.add_argument("--first", type=int, default=0)
    told = asked.parse_args()
    shown(*measured(range(told.first, told.first + told.seeds)))


if __name__ == "__main__":
    main()
