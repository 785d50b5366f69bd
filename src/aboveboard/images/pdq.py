"""PDQ: a 256-bit hash of how a picture looks, the same after re-encoding, scaling and small edits.

The public algorithm of Facebook's ThreatExchange ("The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing
Algorithm", 2019), written anew: luma, two passes of a box filter each way, 64 x 64 samples, the 16 x 16 lowest
frequencies but the constant, and for each whether it lies above their median. It compares pictures, never faces.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["DISTANCE", "QUALITY", "TURNS", "Pdq", "bits_as_text", "pdq", "pdq_turned", "turn"]

DISTANCE = 31
"""Bits of 256 in which two hashes of one picture may differ."""
QUALITY = 49
"""A picture of this quality or less shows too little for its hash to mean anything."""

_SIDE, _KEPT, _LEAST, _BEST = 64, 16, 5, 100
_PASSES = 2

TURNS: dict[str, tuple[bool, bool, bool]] = {
    "same": (False, False, False),
    "mirrored": (False, False, True),
    "upside down": (False, True, True),
    "mirrored upside down": (False, True, False),
    "turned left": (True, True, False),
    "turned right": (True, False, True),
    "mirrored turned left": (True, False, False),
    "mirrored turned right": (True, True, True),
}
"""The eight ways to turn or mirror a picture: rows and columns swapped first, then rows and columns turned about."""

Numbers = npt.NDArray[np.float64]
Window = tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]


class Pdq(NamedTuple):
    """`hash` is 64 hex digits; `quality` runs from 0 to 100."""

    hash: str
    quality: int


def pdq(luma: npt.NDArray[np.uint8], shape: tuple[int, int] | None = None) -> Pdq:
    """Hash a picture given as rows of brightness 0 to 255.

    `shape` is the picture's height and width before it was shrunk by a whole factor, as JPEG decoders can: each sample
    is then made of the shrunk pixels that hold what it would have seen.
    """
    waves, quality = _waves(luma, shape or luma.shape)
    return Pdq(bits_as_text(_bits(waves)), quality)


def pdq_turned(luma: npt.NDArray[np.uint8]) -> dict[str, str]:
    """Return the hash of the picture and of its seven turned and mirrored forms, all from one transform."""
    waves, _ = _waves(luma, luma.shape)
    odd = np.where(np.arange(_KEPT) % 2 == 0, -1.0, 1.0)
    return {name: bits_as_text(_bits(turn(waves, how, odd))) for name, how in TURNS.items()}


def turn(grid: np.ndarray, how: tuple[bool, bool, bool], signs: np.ndarray) -> np.ndarray:
    """Turn 16 x 16 frequencies (last two axes): turning about negates every other one, those where `signs` says so."""
    swapped, rows, columns = how
    made = np.swapaxes(grid, -1, -2) if swapped else grid
    made = made * signs[:, None] if rows else made
    return made * signs if columns else made


def bits_as_text(bits: npt.NDArray[np.bool_]) -> str:
    """Write 16 x 16 bits as 64 hex digits, the last bit first, as every PDQ tool does."""
    return np.packbits(bits.reshape(-1)[::-1]).tobytes().hex()


def _waves(luma: npt.NDArray[np.uint8], shape: tuple[int, ...]) -> tuple[Numbers, int]:
    if min(luma.shape) < _LEAST:
        return np.zeros((_KEPT, _KEPT)), 0
    small = _small(luma, [_window(size, seen) for size, seen in zip(shape, luma.shape, strict=True)])
    return _cosines() @ small @ _cosines().T, _quality(small)


def _bits(waves: Numbers) -> npt.NDArray[np.bool_]:
    middle = waves.size // 2 - 1
    return waves > np.partition(waves.reshape(-1), middle)[middle]


def _small(luma: npt.NDArray[np.uint8], windows: list[Window]) -> Numbers:
    """Blur and sample to 64 x 64. Both are linear and apart by axis, so only what a sample sees is ever added up."""
    rows, columns = windows
    tall = np.einsum("ik,ikj->ij", rows[1], luma[rows[0]].astype(np.float32))
    return np.einsum("jk,ijk->ij", columns[1], tall[:, columns[0]]).astype(np.float64)


@lru_cache(maxsize=512)
def _window(size: int, seen: int) -> Window:
    """Return, for each of 64 samples along `size` pixels shrunk to `seen`, the pixels it sees and how much of each."""
    width = (size + 2 * _SIDE - 1) // (2 * _SIDE)
    right, left = width // 2, width - width // 2 - 1
    factor = -(-size // seen)
    centres = ((np.arange(_SIDE) + 0.5) * size / _SIDE).astype(np.int64)
    spread = [_shrunk(*_seen(c, size, left, right), factor) for c in centres.tolist()]
    weights = np.zeros((_SIDE, max(len(w) for _, w in spread)), np.float32)
    for row, (_, shares) in zip(weights, spread, strict=True):
        row[: len(shares)] = shares
    firsts = np.array([first for first, _ in spread])
    return np.minimum(firsts[:, None] + np.arange(weights.shape[1]), seen - 1), weights


def _seen(centre: int, size: int, left: int, right: int) -> tuple[int, Numbers]:
    """Return the first pixel and the weights that the passes of the box filter give around `centre`."""
    first, last = max(0, centre - _PASSES * left), min(size - 1, centre + _PASSES * right)
    weights = np.zeros(last - first + 1)
    weights[centre - first] = 1.0
    for _ in range(_PASSES):
        spread = np.zeros_like(weights)
        for place in np.flatnonzero(weights).tolist():
            low, high = max(0, place + first - left), min(size - 1, place + first + right)
            spread[low - first : high - first + 1] += weights[place] / (high - low + 1)
        weights = spread
    return first, weights


def _shrunk(first: int, weights: Numbers, factor: int) -> tuple[int, Numbers]:
    """Give each shrunk pixel the weights of the pixels it was made of."""
    places = (first + np.arange(len(weights))) // factor
    return int(places[0]), np.bincount(places - places[0], weights).astype(np.float64)


@cache
def _cosines() -> Numbers:
    """Return the 16 lowest waves after the constant one, along 64 samples."""
    waves, places = np.arange(1, _KEPT + 1)[:, None], 2 * np.arange(_SIDE) + 1
    return np.sqrt(2 / _SIDE) * np.cos(np.pi / (2 * _SIDE) * waves * places)


def _quality(small: Numbers) -> int:
    """How much there is to see: the steps between neighbours, in whole hundredths of the range, over 90."""
    steps = sum(np.abs(np.trunc(np.diff(small, axis=a) * 100 / 255)).sum() for a in (0, 1))
    return min(_BEST, int(steps / 90))
