"""What a profile and its counts tell about who runs an account: features, the shipped model, and its reasons in words.

Counts are taken as logarithms, since platforms differ in scale; each ratio stands beside the counts it is made of. Every
feature is unknown where a column it needs is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.models.additive import Additive, Floats, loaded
from aboveboard.models.fitting import Shape

__all__ = ["COLUMNS", "GROUPS", "SHAPES", "Weighed", "features", "known", "parts", "shipped", "weighed"]

COLUMNS: Final = (
    "followers", "following", "posts", "listed", "likes", "bio", "link", "place", "bare", "letters", "digits", "stirred", "strange",
    "private", "age",
)  # fmt: skip
"""What a profile table holds, all of it numbers: counts; `bio` in characters; `link` and `place` 1 where filled, 0 where
empty; `bare` 1 without a picture of its own; `letters` and `digits` of the handle, `stirred` 1 where they take turns,
`strange` the bits a letter of it costs; `private` 1 where only followers see the account; `age` in days. Null is unknown."""


def _logs(*counts: float) -> tuple[float, ...]:
    return tuple(round(float(np.log1p(c)), 5) for c in counts)


_COUNTS = _logs(0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 100_000, 1_000_000)
_RATIOS = tuple(round(float(np.log(r)), 5) for r in (0.001, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 1000))
_PACES = tuple(round(float(np.log(r)), 5) for r in (0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100))
_AGES = tuple(round(float(np.log(d + 30)), 5) for d in (90, 180, 365, 730, 1460, 2920))
_SETTLING: Final = 30
"""Days added to an age before something is divided by it: a pace over two days is no pace."""

SHAPES: Final = (
    Shape("ratio", _RATIOS, 1, ("followers", "following")),
    Shape("followers", _COUNTS, -1, ("followers",)),
    Shape("following", _COUNTS, 0, ("following",)),
    Shape("pace", _PACES, 1, ("following", "age")),
    Shape("posts", _COUNTS, 0, ("posts",)),
    Shape("posts_a_follower", _RATIOS, 0, ("posts", "followers")),
    Shape("listed", _COUNTS, -1, ("listed",)),
    Shape("listed_a_follower", _RATIOS, 0, ("listed", "followers")),
    Shape("likes", _COUNTS, -1, ("likes",)),
    Shape("likes_a_post", _RATIOS, -1, ("likes", "posts")),
    Shape("bio", _logs(0, 3, 15, 40, 100, 160), -1, ("bio",)),
    Shape("no_link", (0.0, 1.0), 1, ("link",)),
    Shape("no_place", (0.0, 1.0), 1, ("place",)),
    Shape("bare", (0.0, 1.0), 1, ("bare",)),
    Shape("digit_share", (0.0, 0.1, 0.25, 0.4, 0.6), 1, ("letters", "digits")),
    Shape("stirred", (0.0, 1.0), 1, ("stirred",)),
    Shape("strange", (7.0, 8.5), 1, ("strange",), anchored=True),
    Shape("private", (0.0, 1.0), -1, ("private",)),
    Shape("age", _AGES, -1, ("age",), anchored=True),
)
"""The curves, with the sense each may have. Age only ever speaks for an account: none is fake because it is new. A name
counts only where it is far from any language: below that, strange to English readers is no evidence."""

_SETTLED: Final = ("ratio", "pace", "digit_share", "stirred", "strange", "age")
_MANY: Final = 300
_YOUNG: Final = 30

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "reach": ("ratio", "followers", "following", "pace"),
    "posts": ("posts", "posts_a_follower"),
    "lists": ("listed", "listed_a_follower"),
    "likes": ("likes", "likes_a_post"),
    "bio": ("bio",),
    "link": ("no_link",),
    "place": ("no_place",),
    "picture": ("bare",),
    "handle": ("digit_share", "stirred", "strange"),
    "privacy": ("private",),
    "age": ("age",),
}
"""What is said together: one fact of a sentence rests on the curves of one group."""

_TWO, _FOUR = 2, 4
_HALVES = ("age", "digits", "stirred", "strange")


def features(profiles: pa.Table) -> dict[str, Floats]:
    """Return one array a shape from a table with `COLUMNS`; NaN where unknown."""
    raw = {c: _numbers(profiles.column(c)) for c in COLUMNS}
    counts = {c: np.log1p(np.maximum(raw[c], 0)) for c in ("followers", "following", "posts", "listed", "likes", "bio")}
    days = np.log(np.maximum(raw["age"], 0) + _SETTLING)
    return {
        **counts,
        "ratio": counts["following"] - counts["followers"],
        "pace": counts["following"] - days,
        "posts_a_follower": counts["posts"] - counts["followers"],
        "listed_a_follower": counts["listed"] - counts["followers"],
        "likes_a_post": counts["likes"] - counts["posts"],
        "no_link": 1 - raw["link"],
        "no_place": 1 - raw["place"],
        "bare": raw["bare"],
        "digit_share": raw["digits"] / np.maximum(raw["letters"] + raw["digits"], 1),
        "stirred": raw["stirred"],
        "strange": raw["strange"],
        "private": raw["private"],
        "age": days,
    }


def _numbers(column: pa.ChunkedArray) -> Floats:
    return np.asarray(pc.fill_null(pc.cast(column, pa.float64()), float("nan")).to_numpy(), np.float64)


def parts(model: Additive, profiles: pa.Table) -> Floats:
    """Return what each feature adds (rows: accounts, columns: `model.names`), newcomers spared.

    What a young account does not have yet says little: up to its thirtieth day, what speaks against it counts for as much
    of itself as the account has of those days. How it is called and how many it follows count from the first day.
    """
    told = features(profiles)
    made = model.parts(told)
    days = np.exp(told["age"]) - _SETTLING
    grace = np.where(np.isnan(days), 1.0, np.clip(days / _YOUNG, 0.0, 1.0))
    few = ~(told["following"] >= np.log1p(_MANY))
    for n, name in enumerate(model.names):
        if name not in _SETTLED:
            spared = few if name == "following" else np.ones(len(few), bool)
            made[:, n] = np.where(spared & (made[:, n] > 0), made[:, n] * grace, made[:, n])
    return made


class Weighed(NamedTuple):
    """Each account's evidence (nats), and that of the average innocent and machine-made account known as well."""

    evidence: Floats
    usual: Floats
    marked: Floats


def weighed(model: Additive, profiles: pa.Table) -> Weighed:
    """Return the evidence of each account, beside what is usual where as much is known."""
    summed, told = parts(model, profiles).sum(axis=1), features(profiles)
    there = np.stack([~np.isnan(told[n]) for n in model.names], axis=1)
    return Weighed(*(model.offset + x for x in (summed, there @ model.usual, there @ model.marked)))


def known(profiles: pa.Table) -> np.ndarray:
    """Return whether enough is known to judge an account: two counts, followers among them, and four facts in all."""
    valid = {c: pc.is_valid(profiles.column(c)).to_numpy() for c in COLUMNS}
    counts = sum(valid[c].astype(int) for c in ("followers", "following", "posts", "listed"))
    told = sum(v.astype(int) for c, v in valid.items() if c not in _HALVES)
    return valid["followers"] & (counts >= _TWO) & (told >= _FOUR)


@cache
def shipped() -> tuple[Additive, Mapping[str, Any]]:
    """Return the model that comes with the program, and its card. Raises `ValueError` where the file was changed."""
    return loaded(files("aboveboard.models").joinpath("data/profile.json").read_text("utf-8"))
