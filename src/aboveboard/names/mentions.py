"""Finds which of many known names a text mentions, also where its language bends them: Северного банка, لبنك, 은행의.

Words are compared folded. Where words are parted by spaces, each may end otherwise than the name's, by a case or a
particle; where they are not, the name stands anywhere. Names are looked up by how their first word begins, never scanned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import pyarrow as pa

from aboveboard.names.claims import plain
from aboveboard.names.folding import fold

__all__ = ["Mention", "Names", "without"]

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
    """Names to look for, in memory: dictionaries from how they begin to their places."""

    def __init__(self, names: pa.Array) -> None:
        """Index `names`, strings as written; null and empty ones are never found."""
        self._bent: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        self._exact: dict[str, list[int]] = {}
        self._packed: dict[str, list[tuple[int, str]]] = {}
        self._brief: set[int] = set()
        self._heads: set[str] = set()
        self._latin = False
        for place, (words, key) in enumerate(zip(plain(names).to_pylist(), fold(names).key.to_pylist(), strict=True)):
            if words and len(key) >= (_SHORTEST if key.isascii() else 2):
                self._add(place, _words(words), key)

    def _add(self, place: int, parts: list[str], key: str) -> None:
        if _PACKED.search(key):
            for some in {key, _LEGAL_PACKED.sub("", key)} - {""}:
                self._packed.setdefault(some[:2], []).append((place, some))
                self._latin |= not _PACKED.search(some)
            return
        self._exact.setdefault(key, []).append(place)
        self._heads |= {key[:n] for n in range(_HEAD + 1)}
        if len("".join(parts)) <= _HEAD:
            self._brief.add(place)
        kept = [p for p in parts if p not in _LEGAL] or parts
        for some in {tuple(parts), tuple(kept), ("".join(parts),)}:
            for head in {some[0][:_HEAD], _GLUED.sub("", some[0])[:_HEAD]}:
                self._bent.setdefault(head, []).append((place, some))

    def mentioned(self, text: str, folded: str) -> list[Mention]:
        """Return the names that a plain text, and the same one folded (`Folded.words`), mentions, the longest first."""
        found: dict[int, str] = {}
        parts = _words(text)
        for place, written in (
            *self._spoken(parts),
            *self._disguised(folded.split(" "), parts),
            *self._inside(folded, text),
        ):
            if len(written) > len(found.get(place, "")):
                found[place] = written
        told = sorted(found.items(), key=lambda f: (-len(f[1]), f[0]))
        return [Mention(place, written, place in self._brief) for place, written in told]

    def _spoken(self, parts: list[str]) -> Iterator[tuple[int, str]]:
        for start, first in enumerate(parts):
            heads = {first[:_HEAD]} if first.isascii() else {first[:_HEAD], _GLUED.sub("", first)[:_HEAD]}
            for head in heads:
                for place, name in self._bent.get(head, ()):
                    if _bent(first, name[0]) and _same(some := parts[start : start + len(name)], name):
                        yield place, " ".join(some)

    def _disguised(self, folded: list[str], parts: list[str]) -> Iterator[tuple[int, str]]:
        written = parts if len(parts) == len(folded) else folded
        for start, first in enumerate(folded):
            if first[:_HEAD] not in self._heads:
                continue
            for stop in range(start + 1, min(len(folded), start + _LONGEST) + 1):
                for place in self._exact.get("".join(folded[start:stop]), ()):
                    yield place, " ".join(written[start:stop])

    def _inside(self, folded: str, text: str) -> Iterator[tuple[int, str]]:
        bare = folded.replace(" ", "")
        if not self._latin and not _PACKED.search(bare):
            return
        shown = "".join(_WORD.findall(text))
        shown = shown if len(shown) == len(bare) else bare
        for start in range(len(bare) - 1):
            for place, key in self._packed.get(bare[start : start + 2], ()):
                if bare.startswith(key, start):
                    yield place, shown[start : start + len(key)]


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
