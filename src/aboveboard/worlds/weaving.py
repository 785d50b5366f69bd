"""Text by the million: templates filled from stocks of words, column by column, never row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Formatter

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["Stock", "by_language", "draw", "pick", "scatter", "weave", "words"]

Stock = Mapping[str, Sequence[str]]

_DIGITS: dict[str, list[str]] = {
    "d1": [str(n) for n in range(1, 10)],
    "d2": [f"{n:02d}" for n in range(100)],
    "d3": [str(n) for n in range(100, 1000)],
    "d4": [f"{n:04d}" for n in range(10_000)],
    "year": [str(n) for n in range(1955, 2012)],
}


def draw(rng: np.random.Generator, count: int, size: int, skew: float = 1.0) -> np.ndarray:
    """Return `size` indices below `count`; `skew` above 1 makes the first ones common, as names are."""
    return (rng.random(size) ** skew * count).astype(np.int64)


def words(items: Sequence[str]) -> pa.Array:
    """Return the words as one Arrow string array."""
    return pa.array(items, pa.string())


def pick(rng: np.random.Generator, items: Sequence[str], size: int, skew: float = 1.0) -> pa.Array:
    """Return `size` words drawn from `items`."""
    return words(items).take(pa.array(draw(rng, len(items), size, skew)))


def scatter(size: int, parts: Sequence[tuple[np.ndarray, pa.Array]]) -> pa.Array:
    """Return one array of `size` strings from parts given as (positions, strings); a position left out is null."""
    where = np.full(size, -1, np.int64)
    start = 0
    for positions, values in parts:
        where[positions] = np.arange(start, start + len(values))
        start += len(values)
    pool = pa.concat_arrays([v for _, v in parts]) if parts else pa.array([], pa.string())
    return pool.take(pa.array(where, mask=where < 0))


def weave(
    rng: np.random.Generator,
    size: int,
    templates: Sequence[str],
    stock: Stock,
    fixed: Mapping[str, pa.Array] | None = None,
    weights: Sequence[float] | None = None,
    skew: float = 1.0,
) -> pa.Array:
    """Return `size` texts, each from a template drawn by weight.

    A blank such as `{given}` is filled from `fixed` (one string a row) or drawn from `stock`; `{d1}` to `{d4}` and
    `{year}` are digits.
    """
    chance = None if weights is None else np.asarray(weights, float) / np.sum(weights)
    choice = rng.choice(len(templates), size, p=chance)
    order = np.argsort(choice, kind="stable")
    ends = np.cumsum(np.bincount(choice, minlength=len(templates)))
    parts = [
        (where, _fill(rng, template, where, stock, fixed or {}, skew))
        for template, where in zip(templates, np.split(order, ends[:-1]), strict=True)
        if len(where)
    ]
    return scatter(size, parts)


def _fill(
    rng: np.random.Generator, template: str, where: np.ndarray, stock: Stock, fixed: Mapping[str, pa.Array], skew: float
) -> pa.Array:
    pieces: list[pa.Array | pa.Scalar] = [pa.repeat(pa.scalar(""), len(where))]
    for literal, blank, _, _ in Formatter().parse(template):
        pieces.append(pa.scalar(literal))
        if blank is not None and blank in fixed:
            pieces.append(fixed[blank].take(pa.array(where)))
        elif blank is not None:
            pieces.append(pick(rng, stock.get(blank) or _DIGITS[blank], len(where), skew))
    return pc.binary_join_element_wise(*pieces, "")


def by_language(
    rng: np.random.Generator,
    language: np.ndarray,
    templates: Sequence[Sequence[str]],
    stocks: Sequence[Stock],
    fixed: Mapping[str, pa.Array] | None = None,
) -> pa.Array:
    """Return one text a row, woven from the templates and stock of the row's language (0, 1, 2, …)."""
    parts: list[tuple[np.ndarray, pa.Array]] = []
    for code, (choices, stock) in enumerate(zip(templates, stocks, strict=True)):
        where = np.flatnonzero(language == code)
        if len(where):
            mine = {k: v.take(pa.array(where)) for k, v in (fixed or {}).items()}
            parts.append((where, weave(rng, len(where), choices, stock, mine)))
    return scatter(len(language), parts)
