"""Tags of a text, the page it lands on, and whether texts share words with a topic. What is said of the topic is not read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from aboveboard.text.quotations import words_of
from aboveboard.text.scripts_of import PACKED, little_words

__all__ = ["about", "landing", "tags_in", "tokens"]

_TAG = re.compile(r"[#＃]([^#＃\s]{1,60})[#＃]|[#＃]([\w\u0300-\u036f·]+)")
_PAGE = re.compile(r"(?:https?://|www\.)([^\s/?#]+)([^\s?#]*)", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\D)(?=\d)|(?<=\d)(?=\D)|_")
_SPACED = re.compile(rf"[^\W\d_{PACKED}]+")
_SHORT, _PART, _TWICE = 3, 0.25, 2


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
    name = tokens(topic)
    known = Counter(g for o in set(others) for g in _grams(o))
    for body in set(bodies):
        grams = _grams(body)
        told = sum(known[g] >= _TWICE for g in grams)
        if any(t in body for t in name if len(t) > _SHORT or not t.isascii()) or told > _PART * max(len(grams), 1):
            return True
    return False


def _grams(body: str) -> set[str]:
    """Return runs of five letters, of two characters in scripts without spaces."""
    size = 2 if re.search(f"[{PACKED}]", body) else 5
    return {body[n : n + size] for n in range(len(body) - size + 1)}
