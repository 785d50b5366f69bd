"""How large the parts of a name index may be."""

from __future__ import annotations

from typing import Final

__all__ = ["ID_BITS"]

ID_BITS: Final = 24
"""Bits of the number of a word."""
