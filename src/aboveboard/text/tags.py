"""Tags of a text, the page it lands on, and whether texts share words with a topic. What is said of the topic is not read."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

from aboveboard.text.quotations import words_of
from aboveboard.text.scripts_of import PACKED, little_words

__all__ = ["about", "landing", "tags_in", "tokens"]

_TAG = re.compile(r"[#＃]([^#＃\s]{1,60})[#＃]|[#＃]([\w\u0300-\u036f·]+)")
_PAGE = re.compile(r"(?:https?://|www\.)([^\s/?#]+)([^\s?#]*)", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\D)(?=\d)|(?<=\d)(?=\D)|_")
_SPACED = re.compile(rf"[^\W\d_{PACKED}]+")
_PACKED = re.compile(f"[{PACKED}]")
_SHORT, _PART = 3, 0.25


def tags_in(text: str) -> list[str]:
    """Return the tags of a text without their marks: #tag, and #tag# as some services write it."""
    return [a or b for a, b in _TAG.findall(text)]


def landing(text: str, known: Collection[str]) -> str:
    """Return the first address in a text without scheme and query, or `` for none, or one on a host in `known`."""
    found = _PAGE.search(text)
    if not found:
        return ""
    host = found.group(1).casefold().removeprefix("www.")
    labels = host.split(".")
    if any(".".join(labels[n:]) in known for n in range(len(labels))):
        return ""
    return host + found.group(2).rstrip("/")


def tokens(text: str) -> set[str]:
    """Return what a text says, as words of three letters or more that are no little words, and pairs of characters where none are spaced."""
    words = words_of(_CAMEL.sub(" ", text))
    spaced = {w for w in words if _SPACED.fullmatch(w) and len(w) >= _SHORT and w not in little_words()}
    packed = re.findall(f"[{PACKED}]+", text)
    return spaced | {a + b for run in packed for a, b in pairwise(run)}


def about(bodies: Sequence[str], topic: str, others: Sequence[str]) -> bool:
    """Tell whether texts share words with a topic: with its name, or a quarter of theirs with what others, two at least, say under it.

    `bodies` and `others` are normal forms, which have no spaces: what is compared are runs of characters.
    """
    different = set(bodies)
    name = [t for t in tokens(topic) if len(t) > _SHORT or not t.isascii()]
    if any(t in body for t in name for body in different):
        return True
    known: dict[int, list[str]] = {}
    for other in set(others):
        known.setdefault(_size(other), []).append(other)
    lines = {size: "\n".join(some) for size, some in known.items()}
    return any(_told(body, lines.get(_size(body), "")) for body in different)


def _told(body: str, lines: str) -> bool:
    """Tell whether a quarter of a text's runs stand in two lines or more."""
    size = _size(body)
    grams = {body[n : n + size] for n in range(len(body) - size + 1)}
    needed, left = _PART * max(len(grams), 1), len(grams)
    told = 0
    for gram in grams:  # the longest look is for what stands nowhere: it ends once too few runs are left
        told, left = told + _twice(gram, lines), left - 1
        if told > needed or told + left <= needed:
            break
    return told > needed


def _twice(gram: str, lines: str) -> bool:
    first = lines.find(gram)
    line = lines.find("\n", first) if first >= 0 else -1
    return line >= 0 and lines.find(gram, line) >= 0


@lru_cache(maxsize=65_536)
def _size(body: str) -> int:
    """Return how long the runs are that are compared: five letters, two characters in scripts without spaces."""
    return 2 if _PACKED.search(body) else 5
