"""Small draws of luck that read as words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["chance", "cut", "some"]


def chance(rng: np.random.Generator, share: float) -> bool:
    """Return true with probability `share`."""
    return bool(rng.random() < share)


def some(rng: np.random.Generator, size: int, share: float) -> npt.NDArray[np.bool_]:
    """Return `size` booleans, each true with probability `share`."""
    return rng.random(size) < share


def cut(text: str) -> list[str]:
    """Return the words of a stock, parted by spaces, or by `|` where words hold spaces."""
    return text.split("|" if "|" in text else None)
