"""Characters written as their parts: 弓长 for 张, 扌艮 for 报."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["joined", "split", "whole"]


@cache
def _wholes() -> dict[str, str]:
    text = files("aboveboard.names").joinpath("data/parts.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return dict(rows)


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
    """Return the ways to write one character as two or three."""
    return _splits().get(char, ())


_RUNS, _ALONE = (3, 2), 6


def joined(text: str) -> set[str]:
    """Return `text` with runs of parts written as the character they make: all from the left, all from the right, each alone.

    Empty where no neighbours are parts of one.
    """
    wholes = _wholes()
    spots = [(i, n) for i in range(len(text) - 1) for n in _RUNS if len(text) >= i + n and text[i : i + n] in wholes]
    alone = {text[:i] + wholes[text[i : i + n]] + text[i + n :] for i, n in spots[:_ALONE]}
    return alone | {_from_left(text, wholes), _from_right(text, wholes)} if spots else set()


def _from_left(text: str, wholes: dict[str, str]) -> str:
    out, i = list[str](), 0
    while i < len(text):
        n = next((n for n in _RUNS if text[i : i + n] in wholes), 1)
        out.append(wholes.get(text[i : i + n], text[i : i + n]))
        i += n
    return "".join(out)


def _from_right(text: str, wholes: dict[str, str]) -> str:
    out, i = list[str](), len(text)
    while i > 0:
        n = next((n for n in _RUNS if i >= n and text[i - n : i] in wholes), 1)
        out.append(wholes.get(text[i - n : i], text[i - n : i]))
        i -= n
    return "".join(out[::-1])
