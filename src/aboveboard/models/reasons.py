"""The parts of a score in words: what speaks for it, strongest first, and what speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from aboveboard.models.additive import Additive, Floats
from aboveboard.models.profile import GROUPS, parts

__all__ = ["explained"]

Row = Mapping[str, Any]
Words = Callable[[Row], str]
_SAID, _AGAINST, _SMALLEST, _RANDOM = 4, 2, 0.25, 7.0


def explained(profiles: pa.Table, model: Additive) -> tuple[list[str], list[str], list[list[str]]]:
    """Return for each account the facts that speak for the score, those against it, and each group's part.

    Parts read `reach +2.31` (nats of evidence). Meant for the few accounts that are shown, not for all of them.
    """
    nats = _grouped(parts(model, profiles), model.names)
    rows = profiles.to_pylist()
    order = np.argsort(-nats, axis=1, kind="stable")
    names = tuple(GROUPS)
    return (
        [_said(row, part, at[:_SAID], names, 1) for row, part, at in zip(rows, nats, order, strict=True)],
        [_said(row, part, at[::-1][:_AGAINST], names, -1) for row, part, at in zip(rows, nats, order, strict=True)],
        [
            [f"{names[i]} {part[i]:+.2f}" for i in at if abs(part[i]) >= _SMALLEST]
            for part, at in zip(nats, order, strict=True)
        ],
    )


def _grouped(each: Floats, names: Sequence[str]) -> Floats:
    where = {n: i for i, n in enumerate(names)}
    return np.stack([each[:, [where[n] for n in own if n in where]].sum(axis=1) for own in GROUPS.values()], axis=1)


def _said(row: Row, part: Floats, order: Sequence[int], names: tuple[str, ...], sign: int) -> str:
    return "; ".join(_WORDS[names[i]](row) for i in order if sign * part[i] >= _SMALLEST)


def _reach(row: Row) -> str:
    pairs = (("follows {:,}", row["following"]), ("followed by {:,}", row["followers"]))
    return ", ".join(text.format(n) for text, n in pairs if n is not None)


def _filled(what: str, column: str) -> Callable[[Row], str]:
    return lambda row: what if row[column] else "no " + what.removeprefix("a ")


def _handle(row: Row) -> str:
    stirred = " taking turns" if row["stirred"] else ""
    random = " like drawn at random" if (row["strange"] or 0) > _RANDOM else ""
    return f"a handle of {row['letters']} letters and {row['digits']} digits{stirred}{random}"


_WORDS: Mapping[str, Callable[[Row], str]] = {
    "reach": _reach,
    "posts": lambda row: f"posted {row['posts']:,} times",
    "lists": lambda row: f"on {row['listed']:,} lists",
    "likes": lambda row: f"liked {row['likes']:,} times",
    "bio": lambda row: f"a bio of {row['bio']:,} characters" if row["bio"] else "no bio",
    "link": _filled("a link", "link"),
    "place": _filled("a place", "place"),
    "picture": lambda row: "no picture of its own" if row["bare"] else "a picture of its own",
    "handle": _handle,
    "privacy": lambda row: "shown to followers only" if row["private"] else "shown to everybody",
    "age": lambda row: f"made {row['age']:,.0f} days ago",
}
