"""What two names share when only a part was kept: truthbomber of TruthBomber Jay and Jay the TruthBomber, 小鹿美妆 of 小鹿美妆铺.

A part is the words that both have, or that begin alike, or the longest run of signs in scripts without spaces. How much that
says is for others to weigh: `rarity`, and how many bear it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from aboveboard.names.affixes import RETURNS
from aboveboard.names.announcements import PACKED, PHRASES
from aboveboard.names.comebacks import PACKED_AGAIN, SPACED_AGAIN
from aboveboard.names.expansions import SMALL
from aboveboard.names.letters import lettering, read_letters

__all__ = ["kept", "tokens"]

_SIGNS = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
_STEM, _LEAST, _PAIR, _THAI = 5, 3, 2, 4
"""Letters by which longer words begin alike; of a word at least; and signs of a run, more where vowels are signs."""


@lru_cache(maxsize=65_536)
def tokens(name: str) -> frozenset[str]:
    """Return how the words of a name begin, and the pairs of its signs, without words for an account that is back."""
    words, runs = _parts(name)
    pairs = (run[n : n + _size(run)] for run in runs for n in range(len(run) - _size(run) + 1))
    return frozenset((*(w[:_STEM] for w in words), *pairs))


def kept(name: str, other: str) -> str:
    """Return the part that two names share, the words in the order of the second; empty for none."""
    (words, runs), (others, them) = _parts(name), _parts(other)
    shared = [part for w in others for part in (max((_begun(w, v) for v in words), key=len, default=""),) if part]
    signs = max((_longest(a, b) for a in runs for b in them), key=len, default="")
    text = " ".join(dict.fromkeys(shared))
    return text if len(text) > _PAIR * len(signs) else signs


def _begun(word: str, other: str) -> str:
    if word == other:
        return word
    length = next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return word[:length] if length > _STEM else ""


def _longest(run: str, other: str) -> str:
    """Return the longest run of signs that two have, the first of equals."""
    best = ""
    for start in range(len(run)):
        while run[start : start + len(best) + 1] in other and start + len(best) < len(run):
            best = run[start : start + len(best) + 1]
    return best if len(best) >= _size(run) else ""


def _size(run: str) -> int:
    return _THAI if "\u0e00" <= run[0] <= "\u0e7f" else _PAIR


@lru_cache(maxsize=65_536)
def _parts(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a name that say whose it is, and the runs of signs in it."""
    text = lettering(name, camel=True) or ""
    bare = text
    for phrase in _packed():
        bare = bare.replace(phrase, " ")
    words = (w for w in _SIGNS.sub(" ", text).split() if len(w) >= _LEAST and w not in _told() and not w.isdigit())
    return tuple(dict.fromkeys(words)), tuple(run for run in _SIGNS.findall(bare) if len(run) >= _size(run))


@cache
def _told() -> frozenset[str]:
    """Return the words in which names say that an account is back."""
    said = " ".join((*RETURNS, *sorted(PHRASES), *SPACED_AGAIN, "official account page the and crypto shop store"))
    return frozenset(read_letters(said).split()) | SMALL


@cache
def _packed() -> tuple[str, ...]:
    said = {"".join(read_letters(w).split()) for w in (*RETURNS, *PACKED, *PACKED_AGAIN) if _SIGNS.fullmatch(w)}
    return tuple(sorted(said, key=lambda w: (-len(w), w)))
