"""Characters written as their parts: 弓长 for 张, 扌艮 for 报."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["joined", "split", "whole"]


@cache
def _wholes() -> dict[str, str]:
    text = files("aboveboard.names").joinpath("data/parts.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {first + second: made for first, second, made in rows}


def whole(a: str, b: str) -> str:
    """Return the character that `a` and `b` make when pushed together; empty where they make none."""
    return _wholes().get(a + b, "")


@cache
def _splits() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for pair, made in _wholes().items():
        found[made] = (*found.get(made, ()), pair)
    return found


def split(char: str) -> tuple[str, ...]:
    """Return the ways to write one character as two."""
    return _splits().get(char, ())


def joined(text: str) -> str:
    """Return `text` with every pair of parts written as the character they make, from the left; itself where there is none."""
    wholes, out, i = _wholes(), list[str](), 0
    while i < len(text):
        made = wholes.get(text[i : i + 2])
        out.append(made or text[i])
        i += 2 if made else 1
    return "".join(out)
