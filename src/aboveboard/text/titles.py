"""Titles of games and services whose accounts are traded, and what players call them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["TITLE", "named", "titles_pattern"]

TITLE = "\ue900"
"""What stands for a title once it is read: one private letter."""


@cache
def titles_pattern() -> str:
    """Return an RE2 pattern of all titles as folded texts have them, the longest first; Latin ones stand alone."""
    found = sorted(_titles(), key=lambda t: (-len(t), t))
    latin = "|".join(re.escape(t) for t in found if t.isascii())
    return rf"\b(?:{latin})\b|{'|'.join(t for t in found if not t.isascii())}"


def named(texts: pa.Array) -> pa.Array:
    """Return folded texts with `TITLE` for every title: what is said of one game is said of any."""
    return pc.replace_substring_regex(texts, titles_pattern(), TITLE)


def _titles() -> set[str]:
    lines = files("aboveboard.text").joinpath("data/titles.tsv").read_text("utf-8").splitlines()
    return {t for line in lines if not line.startswith("#") for t in line.split("\t")[1].split(",")}
