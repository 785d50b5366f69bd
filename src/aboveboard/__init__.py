"""Aboveboard keeps the accounts of an online service above board.

Importing this package is cheap: the work is imported when first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aboveboard.app import check, evaluate, make_world, scan
    from aboveboard.detector import Detector, book

__version__ = "0.1.0"
__all__ = ["Detector", "book", "check", "evaluate", "make_world", "scan"]

_HOMES = {"Detector": "detector", "book": "detector"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'aboveboard' has no attribute {name!r}")
    return getattr(import_module(f"aboveboard.{_HOMES.get(name, 'app')}"), name)
