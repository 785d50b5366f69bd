"""Synthetic worlds: an organic population with innocents that look guilty, and rings of every violation planted in it."""

from __future__ import annotations

from aboveboard.worlds.casting import ALL
from aboveboard.worlds.generate import make_world

__all__ = ["ALL", "make_world"]
