"""One name, read for comparing: its words, its letters one by one, and what is left of it without affixes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from aboveboard.names.affixes import stripping
from aboveboard.names.brands import BRANDS
from aboveboard.names.folding import folded
from aboveboard.names.letters import lettering
from aboveboard.names.rarity import bits
from aboveboard.names.units import Unit, ascii_only, units

__all__ = ["Side", "piece_of", "side", "sides", "worded"]


class Side(NamedTuple):
    """One name, read: as words of letters, without affixes (or None), its letters one by one, and whether those are all ASCII."""

    name: str
    words: str
    core: str | None
    units: list[Unit]
    key: str
    plain: bool

    @property
    def bits(self) -> float:
        """Bits of rarity of the name, reckoned when they are first asked for."""
        return max(bits(self.key), _RARE if self.key in _brands() else 0.0)


_RARE = 16.0
"""Bits of a name that is in everyday texts and nobody's but an organisation's."""


@cache
def _brands() -> frozenset[str]:
    return frozenset(folded(name)[0] or "" for name in BRANDS)


def sides(names: Iterable[str]) -> dict[str, Side]:
    """Read names, each once; they are kept, for the names of a register come again and again."""
    return {n: side(n) for n in set(names)}


@lru_cache(maxsize=65_536)
def side(name: str) -> Side:
    """Read one name."""
    words = lettering(name, camel=True)
    core = words and stripping(words)
    if not core and (bare := lettering(name)) != words:
        core = bare and stripping(bare)
    return _side(name, words or "", core or None, folded(name)[0] or "")


@lru_cache(maxsize=16_384)
def worded(written: str) -> str:
    """Return the words of a name, parted at capitals too; empty for none."""
    return lettering(written, camel=True) or ""


def piece_of(name: str, words: str, left: str) -> str | None:
    """Return the words of a name as written of which `left`, some of its `words` (`letters.lettering`), is read; None where they cannot be told apart."""
    written, read, kept = name.split(), words.split(" "), left.split(" ")
    if len(read) == 1 and len(words) == len(name) and not name.isascii():
        return name[at : at + len(left)] if len(left) < len(words) and (at := words.find(left)) >= 0 else None
    if len(written) != len(read) or len(kept) >= len(read):
        return None
    at = next((n for n in range(len(read) - len(kept) + 1) if read[n : n + len(kept)] == kept), None)
    return None if at is None else " ".join(written[at : at + len(kept)])


def _side(name: str, words: str, core: str | None, key: str) -> Side:
    made = units(name)
    return Side(name, words, core, made, key, ascii_only(made))
