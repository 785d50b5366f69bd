"""One name, read for comparing: its words, its letters one by one, and what is left of it without affixes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.affixes import stripped, stripping
from aboveboard.names.folding import fold, folded
from aboveboard.names.letters import lettering, letters
from aboveboard.names.rarity import bits
from aboveboard.names.units import Unit, ascii_only, units

__all__ = ["Side", "side", "sides", "worded"]


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
        return bits(self.key)


def sides(names: Iterable[str]) -> dict[str, Side]:
    """Read names. Few are read one by one and kept for the next time: the names of a register come again and again."""
    every = sorted(set(names))
    return {n: side(n) for n in every} if len(every) <= _FEW else _read(every)


_FEW = 48
"""Names up to which it is not worth while to read them together."""


@lru_cache(maxsize=65_536)
def side(name: str) -> Side:
    """Read one name."""
    words = lettering(name, camel=True)
    core = (words and stripping(words)) or ((bare := lettering(name)) and stripping(bare))
    return _side(name, words or "", core or None, folded(name)[0] or "")


@lru_cache(maxsize=16_384)
def worded(written: str) -> str:
    """Return the words of a name, parted at capitals too; empty for none."""
    return lettering(written, camel=True) or ""


def _read(every: list[str]) -> dict[str, Side]:
    array = pa.array(every, pa.string())
    parted = letters(array, camel=True)
    words, cores = parted.to_pylist(), pc.coalesce(stripped(parted), stripped(letters(array))).to_pylist()
    keys = fold(array).key.to_pylist()
    return {n: _side(n, w or "", c, k or "") for n, w, c, k in zip(every, words, cores, keys, strict=True)}


def _side(name: str, words: str, core: str | None, key: str) -> Side:
    made = units(name)
    return Side(name, words, core, made, key, ascii_only(made))
