"""Finds which of many known names a text mentions, also where its language bends them: Северного банка, لبنك, 은행의.

Words are compared folded. Where words are parted by spaces, each may end otherwise than the name's, by a case or a
particle; where they are not, the name stands anywhere. Names are looked up by how their first word begins, never scanned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from aboveboard.names.claims import plain
from aboveboard.names.folding import fold
from aboveboard.names.shelves import ARRAYS, Shelf, shelved

__all__ = ["KEPT", "Mention", "Names", "without"]

KEPT = 4 * ARRAYS + 1
"""Arrays in which names are kept."""

_PACKED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_GLUED = re.compile(r"^(?:[وف]?(?:[بكل]?ال|لل|[بكل])|[והבלמשכ]{1,2})(?=.{3})")
"""What Arabic and Hebrew write before a word without a space: and, in, to, the."""

_SHORTEST = 3
_HEAD = 4
_ENDING, _SUFFIX = 4, 3
"""Letters that a case or a particle may add or change at the end of a word; fewer in ASCII."""

_LEGAL = frozenset(
    [
        "ltd",
        "limited",
        "inc",
        "incorporated",
        "llc",
        "plc",
        "corp",
        "corporation",
        "co",
        "company",
        "gmbh",
        "ag",
        "sa",
        "spa",
        "srl",
        "bv",
        "nv",
        "oy",
        "ab",
        "as",
        "pty",
        "sarl",
        "sas",
        "kg",
        "pte",
        "the",
    ]
)
_STEM, _LOST = 3, 2
_LONGEST = 8
_WORD = re.compile(r"\w+")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|dell|nell|sull|all|dall|un)'(?=\w)|'s\b|'")
"""Articles that lose their vowel before a name, the possessive, and apostrophes."""
_LEGAL_PACKED = re.compile("(?:股份)?有限(?:责任)?公司$|株式会社|주식회사|บริษัท|จำกัด$")


class Mention(NamedTuple):
    """Which name (its place in the list) a text mentions, as it is written there, and whether it has few letters (`brief`)."""

    name: int
    written: str
    brief: bool


class Names:
    """Names to look for: shelves from how they begin to their places. `arrays` and `opened` keep them in a mapped file."""

    def __init__(self, names: pa.Array) -> None:
        """Index `names`, strings as written; null and empty ones are never found."""
        made = _Made()
        for place, (words, key) in enumerate(zip(plain(names).to_pylist(), fold(names).key.to_pylist(), strict=True)):
            if words and len(key) >= (_SHORTEST if key.isascii() else 2):
                made.add(place, _words(words), key)
        self._made = made
        self._bent, self._exact, self._packed, self._heads = map(shelved, made.items())
        self._latin = made.latin
        self._trees: dict[str, _Node] = {}

    @classmethod
    def opened(cls, arrays: Sequence[np.ndarray]) -> Names:
        """Return the names whose `arrays` these are."""
        return _Opened(arrays)

    def arrays(self) -> list[np.ndarray]:
        """Return what is kept, as `KEPT` arrays."""
        return [*(a for items in self._made.items() for a in Shelf.of(items)), np.array([self._made.latin])]

    def mentioned(self, text: str, folded: str) -> list[Mention]:
        """Return the names that a plain text, and the same one folded (`Folded.words`), mentions, the longest first."""
        found: dict[tuple[int, bool], str] = {}
        parts = _words(text)
        for place, written in (
            *self._spoken(parts),
            *self._disguised(folded.split(" "), parts),
            *self._inside(folded, text),
        ):
            if len(written) > len(found.get(place, "")):
                found[place] = written
        told = sorted(found.items(), key=lambda f: (-len(f[1]), f[0][0]))
        return [Mention(place, written, brief) for (place, brief), written in told]

    def _spoken(self, parts: list[str]) -> Iterator[tuple[_Place, str]]:
        for start, first in enumerate(parts):
            for head in _heads_of(first, _HEAD):
                if head in self._bent:
                    for place, stop in self._begun(head, parts, start):
                        yield _placed(place), " ".join(parts[start:stop])

    def _begun(self, head: str, parts: list[str], start: int) -> Iterator[tuple[int, int]]:
        """Yield the places of the names that the words from `start` on may be, and where each ends: of names that begin so, word after word."""
        tree = self._trees.get(head)
        if tree is None:
            tree = self._trees[head] = _Node([], {})
            for place, words in self._bent.get(head, ()):
                tree.add(words.split(" "), place)
        return tree.walk(parts, start)

    def _disguised(self, folded: list[str], parts: list[str]) -> Iterator[tuple[_Place, str]]:
        written = parts if len(parts) == len(folded) else folded
        for start, first in enumerate(folded):
            if first[:_HEAD] not in self._heads:
                continue
            for stop in range(start + 1, min(len(folded), start + _LONGEST) + 1):
                for place, _ in self._exact.get("".join(folded[start:stop]), ()):
                    yield _placed(place), " ".join(written[start:stop])

    def _inside(self, folded: str, text: str) -> Iterator[tuple[_Place, str]]:
        bare = folded.replace(" ", "")
        if not self._latin and not _PACKED.search(bare):
            return
        shown = "".join(_WORD.findall(text))
        shown = shown if len(shown) == len(bare) else bare
        for start in range(len(bare) - 1):
            for place, key in self._packed.get(bare[start : start + 2], ()):
                if bare.startswith(key, start):
                    yield _placed(place), shown[start : start + len(key)]


class _Opened(Names):
    def __init__(self, arrays: Sequence[np.ndarray]) -> None:
        shelves = [Shelf(*arrays[n : n + ARRAYS]) for n in range(0, 4 * ARRAYS, ARRAYS)]
        self._bent, self._exact, self._packed, self._heads = shelves
        self._latin = bool(arrays[-1][0])

    def _begun(self, head: str, parts: list[str], start: int) -> Iterator[tuple[int, int]]:
        """Yield what the names in memory do; of a mapped file nothing is kept."""
        for place, words in self._bent.get(head, ()):
            name = tuple(words.split(" "))
            stop = start + len(name)
            if _bent(parts[start], name[0]) and _same(parts[start:stop], name):
                yield place, stop


class _Node(NamedTuple):
    """Where some words of names lead: the places of the names that end here, and the words that follow, by how they begin."""

    ends: list[int]
    following: dict[str, dict[str, _Node]]

    def add(self, words: Sequence[str], place: int) -> None:
        """Add a name whose `words` follow."""
        node = self
        for word in words:
            below = node._below(word)
            for head in _heads_of(word, _STEM):
                node.following.setdefault(head, {})[word] = below
            node = below
        node.ends.append(place)

    def _below(self, word: str) -> _Node:
        return self.following.get(word[:_STEM], {}).get(word) or _Node([], {})

    def walk(self, parts: list[str], start: int) -> Iterator[tuple[int, int]]:
        """Yield the places of the names that the words from `start` on may be, and where each ends."""
        if start == len(parts):
            return
        written = parts[start]
        for head in _heads_of(written, _STEM):
            for word, below in self.following.get(head, {}).items():
                if _bent(written, word):
                    yield from ((place, start + 1) for place in below.ends)
                    yield from below.walk(parts, start + 1)


def _heads_of(word: str, size: int) -> set[str]:
    """Return the letters by which a word begins, and those it begins by without what is glued before it."""
    return {word[:size]} if word.isascii() else {word[:size], _GLUED.sub("", word)[:size]}


_Place = tuple[int, bool]
"""The place of a name, and whether it has few letters."""


def _placed(number: int) -> _Place:
    return number >> 1, bool(number & 1)


class _Made:
    """What stands on the shelves, as it is gathered: (key, place and whether it is brief, words or folded name)."""

    def __init__(self) -> None:
        self.bent, self.exact, self.packed = (list[tuple[str, int, str]]() for _ in range(3))
        self._heads, self.latin = set[str](), False

    def items(self) -> list[list[tuple[str, int, str]]]:
        """Return what stands on each shelf, on the last one how the folded names begin, by which a text is passed over fast."""
        return [self.bent, self.exact, self.packed, [(head, 0, "") for head in sorted(self._heads)]]

    def add(self, place: int, parts: list[str], key: str) -> None:
        """Add a name, its words in plain letters and its folded key."""
        if _PACKED.search(key):
            for some in {key, _LEGAL_PACKED.sub("", key)} - {""}:
                self.packed.append((some[:2], place << 1, some))
                self.latin |= not _PACKED.search(some)
            return
        number = place << 1 | (len("".join(parts)) <= _HEAD)
        self.exact.append((key, number, ""))
        self._heads |= {key[:n] for n in range(_HEAD + 1)}
        kept = [p for p in parts if p not in _LEGAL] or parts
        for some in sorted({tuple(parts), tuple(kept), ("".join(parts),)}):
            self.bent += [
                (head, number, " ".join(some)) for head in sorted({some[0][:_HEAD], _GLUED.sub("", some[0])[:_HEAD]})
            ]


def without(text: str, mentions: Sequence[Mention], mark: str) -> str:
    """Return a plain text with `mark` for each name it mentions; a name in disguise may stay."""
    for written in dict.fromkeys(m.written for m in mentions):
        words = written.split(" ")
        if "'" not in text and text.count(words[0]) == text.count(written):
            text = text.replace(written, f" {mark} ")
        else:
            text = re.sub(r"(?:\b\w{1,4}')?" + r"\W+".join(map(re.escape, words)), f" {mark} ", text)
    return text


def _words(text: str) -> list[str]:
    return _WORD.findall(_ELIDED.sub("", text))


def _same(parts: Sequence[str], name: tuple[str, ...]) -> bool:
    return len(parts) == len(name) and all(_bent(a, b) for a, b in zip(parts, name, strict=True))


@lru_cache(maxsize=1 << 18)
def _bent(written: str, meant: str) -> bool:
    """Tell whether two words are one but for their endings, and for what is glued before them."""
    if written == meant:
        return True
    return any(_ended(a, b) for a in {written, _GLUED.sub("", written)} for b in {meant, _GLUED.sub("", meant)})


def _ended(a: str, b: str) -> bool:
    """Tell whether `a` may be `b` in another case: at most two letters lost, a few added."""
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    enough = shared >= max(_STEM, (len(b) + 1) // 2)
    return enough and len(b) - shared <= _LOST and len(a) - shared <= (_SUFFIX if b.isascii() else _ENDING)
