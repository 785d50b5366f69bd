"""Which ideographs look alike, from pictures of them compared at build time (scripts/build_shapes.py)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

__all__ = ["KANA", "alike", "near", "shape"]

_CLASS = 0.9
"""Members of one class are at least this alike, every one with every other: no chain joins unlike characters."""

KANA = dict(zip("口工卜二一力夕才千八三", "ロエトニーカタオチハミ", strict=True))
"""Ideographs and the kana that are written for them."""

_PAIR = re.compile(r"(\S)(\d+)")


@cache
def _table() -> dict[str, dict[str, float]]:
    text = files("aboveboard.names").joinpath("data/shapes.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    table = {char: {c: int(n) / 100 for c, n in _PAIR.findall(rest)} for char, rest in rows}
    for char, twins in list(table.items()):
        for twin, score in twins.items():
            table.setdefault(twin, {}).setdefault(char, score)
    for plain, written in KANA.items():
        table.setdefault(plain, {})[written] = table.setdefault(written, {})[plain] = 1.0
    return table


def alike(char: str) -> dict[str, float]:
    """Return the characters that look like `char` and how much, in [0.86, 1], most alike first. Read only."""
    return _table().get(char, {})


def near(a: str, b: str) -> bool:
    """Tell whether two characters look alike."""
    return a == b or b in alike(a)


@cache
def _classes() -> dict[str, str]:
    """Return each character's class: greedy complete linkage, the most alike pairs first."""
    table = _table()
    pairs = sorted((-s, a, b) for a, twins in table.items() for b, s in twins.items() if a < b and s >= _CLASS)
    home = dict[str, list[str]]()
    for _, a, b in pairs:
        left, right = home.setdefault(a, [a]), home.setdefault(b, [b])
        if left is not right and all(table[x].get(y, 0) >= _CLASS for x in left for y in right):
            left += right
            home.update(dict.fromkeys(right, left))
    return {char: max(group) for char, group in home.items() if len(group) > 1}


def shape(char: str) -> str:
    """Return the representative of the class of characters that look like `char`; itself where there is none."""
    return _classes().get(char, char)
