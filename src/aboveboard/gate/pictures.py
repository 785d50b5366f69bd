"""Pictures the gate knows, by their PDQ hash: one large index in mapped files, a small one in memory for what came since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from aboveboard.images.hashes import Words, dihedral
from aboveboard.images.pdq import DISTANCE, TURNS
from aboveboard.images.search import Pictures

__all__ = ["Gallery", "Seen", "Shown", "filed"]


_HASH = re.compile("[0-9a-f]{64}")


class Seen(NamedTuple):
    """Whose picture it is, how many show it, how it was turned (`same`: not at all) and the bits in which the two differ."""

    owner: str
    showers: int
    turned: str
    distance: int


class Shown(NamedTuple):
    """Pictures that are asked about: how many, which of them have a hash, and those as they are and turned in every way."""

    asked: int
    rows: np.ndarray
    straight: Words
    turned: Words

    @classmethod
    def of(cls, texts: Sequence[str]) -> Shown:
        """Read hashes; a text that is none has no picture."""
        read = [(n, low) for n, text in enumerate(texts) if _HASH.fullmatch(low := text.lower())]
        rows = np.array([n for n, _ in read], np.int64)
        words = np.frombuffer(bytes.fromhex("".join(low for _, low in read)), ">u8").astype(np.uint64).reshape(-1, 4)
        if not read:
            return cls(len(texts), rows, words, words)
        ways = dihedral(words)
        return cls(len(texts), rows, ways["same"], np.concatenate([ways[t] for t in _TURNS]))


class Gallery(NamedTuple):
    """Pictures by owner. Ids of the indexes are `SHOWERS:OWNER`."""

    base: Pictures
    side: Pictures
    fresh: Mapping[str, tuple[str, int]]
    gone: frozenset[str]

    @classmethod
    def of(cls, base: Pictures) -> Gallery:
        """Return an index with nothing changed."""
        return cls(base, filed([]), {}, frozenset())

    @classmethod
    def open(cls, folder: Path) -> Gallery:
        """Map a saved index into memory."""
        return cls.of(Pictures.open(folder))

    def changed(self, came: Iterable[tuple[str, str, int]], gone: Iterable[str]) -> Gallery:
        """Return the index with pictures (owner, hash, how many show it) added, and those of other owners taken out."""
        left = frozenset(gone)
        fresh = {o: p for o, p in self.fresh.items() if o not in left}
        fresh |= {owner: (text, showers) for owner, text, showers in came if text}
        if fresh == self.fresh and left <= self.gone:
            return self
        side = filed((owner, text, showers) for owner, (text, showers) in fresh.items())
        return Gallery(self.base, side, fresh, self.gone | left)

    def like(self, shown: Shown) -> list[list[Seen]]:
        """Return, for each picture, whose it looks like, as it is, mirrored or turned; each owner once, by owner."""
        best: list[dict[str, Seen]] = [{} for _ in range(shown.asked)]
        for index in (self.base, self.side):
            for row, seen in _found(index, shown) if len(shown.rows) and len(index.hashes) else ():
                mine = best[int(shown.rows[row])]
                hidden = index is self.base and seen.owner in self.gone
                if not hidden and (seen.distance, seen.turned) < _rank(mine.get(seen.owner)):
                    mine[seen.owner] = seen
        return [[some[owner] for owner in sorted(some)] for some in best]


def _rank(seen: Seen | None) -> tuple[int, str]:
    return (seen.distance, seen.turned) if seen else (DISTANCE + 1, "")


def _found(index: Pictures, shown: Shown) -> Iterator[tuple[int, Seen]]:
    """Yield (row, whose picture it is); the turned ones are looked up together."""
    many, count = len(index.hashes) > _FEW, len(shown.rows)
    for row, place, distance in index.pairs(shown.straight, compiled=many).tolist():
        yield row, _seen(index, place, "same", distance)
    for row, place, distance in index.pairs(shown.turned, quick=True, compiled=many).tolist():
        turn = _TURNS[row // count]
        yield row % count, _seen(index, place, _BACK.get(turn, turn), distance)


_FEW = 1000
"""Pictures up to which all are compared with all."""

_TURNS = tuple(turn for turn in TURNS if turn != "same")


def _seen(index: Pictures, place: int, turned: str, distance: int) -> Seen:
    showers, _, owner = index.ids[int(index.places[place])].as_py().partition(":")
    return Seen(owner, int(showers), turned, distance)


_BACK: Mapping[str, str] = {"turned left": "turned right", "turned right": "turned left"}
"""How the picture shown was turned, where what was found is what it is turned back to."""


def filed(pictures: Iterable[tuple[str, str, int]]) -> Pictures:
    """Return an index of pictures: owner, hash, how many show it."""
    rows = sorted(pictures)
    return Pictures.build(
        pa.array([text.lower() for _, text, _ in rows], pa.string()),
        pa.array([f"{showers}:{owner}" for owner, _, showers in rows], pa.string()),
    )
