"""Tokens: what looks like keyed hashes of devices, networks, phones, made from numbers so that equal stays equal."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

__all__ = ["KINDS", "TURNED", "hexed", "org_ids"]

KINDS = ("device", "network", "phone", "email", "payment", "identity", "organisation", "avatar", "cover", "logo")

_HEX = np.frombuffer("".join(f"{n:02x}" for n in range(256)).encode(), dtype="S2")


def _mix(x: np.ndarray) -> np.ndarray:
    """Scramble 64-bit numbers (the finaliser of SplitMix64: Steele, Lea and Flood, OOPSLA 2014)."""
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


TURNED = 1000
"""From here on a touch mirrors the picture too."""

_MOST = 24
"""Bits that a small edit of a picture flips at most; two pictures apart differ in about 128."""


def hexed(numbers: np.ndarray, kind: str, touch: np.ndarray | None = None) -> pa.Array:
    """Return 64 hex digits for each number; negative ones are null. `touch` edits the pictures that the hashes stand for."""
    base = numbers.astype(np.int64).view(np.uint64) + (np.uint64(KINDS.index(kind) + 1) << np.uint64(56))
    with np.errstate(over="ignore"):
        lanes = [_mix(base * np.uint64(4) + np.uint64(k) + np.uint64(0x9E3779B97F4A7C15)) for k in range(4)]
    raw = np.stack(lanes, axis=1)
    if touch is not None and touch.any():
        _edit(raw, touch)
    digits = _HEX[raw.view(np.uint8)]
    text = pa.Array.from_buffers(
        pa.string(),
        len(numbers),
        [None, pa.py_buffer(np.arange(len(numbers) + 1, dtype=np.int32) * 64), pa.py_buffer(digits)],
    )
    return text.take(pa.array(np.arange(len(numbers)), mask=numbers < 0)) if (numbers < 0).any() else text


def _edit(raw: np.ndarray, touch: np.ndarray) -> None:
    """Flip a few bits, as a crop or a frame does, and for mirror images those of the even columns (PDQ, dihedral flips)."""
    rows = np.flatnonzero(touch)
    low = touch[rows].astype(np.uint64)
    for turn in range(_MOST):
        bit = _mix(low * np.uint64(64) + np.uint64(turn)) & np.uint64(255)
        flipped = np.where(
            turn < low % np.uint64(_MOST) + np.uint64(1), np.uint64(1) << (bit & np.uint64(63)), np.uint64(0)
        )
        raw[rows, (bit >> np.uint64(6)).astype(np.int64)] ^= flipped
    raw[touch >= TURNED] ^= np.uint64(0x5555555555555555)


def org_ids(numbers: np.ndarray) -> pa.Array:
    """Return ids of organisations such as `org-00017`; negative numbers are null."""
    return pa.array(
        [None if n < 0 else f"org-{n:05d}" for n in range(-1, int(numbers.max(initial=0)) + 1)], pa.string()
    ).take(pa.array(np.maximum(numbers, -1) + 1))
