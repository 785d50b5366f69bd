"""Pictures the gate knows, by their PDQ hash: one large index in mapped files, a small one in memory for what came since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from aboveboard.images.hashes import as_words, dihedral
from aboveboard.images.pdq import DISTANCE
from aboveboard.images.search import Pictures

__all__ = ["Gallery", "Seen"]


class Seen(NamedTuple):
    """Whose picture it is, how many show it, how it was turned (`same`: not at all) and the bits in which the two differ."""

    owner: str
    showers: int
    turned: str
    distance: int


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

    def like(self, text: str) -> list[Seen]:
        """Return whose pictures one looks like, as it is, mirrored or turned; each owner once, by owner."""
        words, good = as_words(pa.array([text.lower()]))
        if not good.all():
            return []
        best: dict[str, Seen] = {}
        for turned, made in dihedral(words).items():
            for index in (self.base, self.side):
                for seen in _found(index, made, turned):
                    hidden = index is self.base and seen.owner in self.gone
                    if not hidden and (seen.distance, seen.turned != "same") < _rank(best.get(seen.owner)):
                        best[seen.owner] = seen
        return [best[owner] for owner in sorted(best)]


def _rank(seen: Seen | None) -> tuple[int, bool]:
    return (seen.distance, seen.turned != "same") if seen else (DISTANCE + 1, True)


def _found(index: Pictures, made: np.ndarray, turned: str) -> list[Seen]:
    if not len(index.hashes):
        return []
    rows = index.pairs(made, quick=turned != "same")
    found: list[Seen] = []
    for _, place, distance in rows.tolist():
        showers, _, owner = index.ids[int(index.places[place])].as_py().partition(":")
        found.append(Seen(owner, int(showers), _BACK.get(turned, turned), distance))
    return found


_BACK: Mapping[str, str] = {"turned left": "turned right", "turned right": "turned left"}
"""How the picture shown was turned, where what was found is what it is turned back to."""


def filed(pictures: Iterable[tuple[str, str, int]]) -> Pictures:
    """Return an index of pictures: owner, hash, how many show it."""
    rows = sorted(pictures)
    return Pictures.build(
        pa.array([text.lower() for _, text, _ in rows], pa.string()),
        pa.array([f"{showers}:{owner}" for owner, _, showers in rows], pa.string()),
    )
