"""How long work reports how far it has come. Apart from `core`, so that the command line starts without Arrow."""

from __future__ import annotations

from typing import Protocol

__all__ = ["Progress", "silent"]


class Progress(Protocol):
    """Told how far long work has come; the edges draw it, everything else only calls it."""

    def __call__(self, label: str, done: int, total: int) -> None:
        """`label` names the work, `done` of `total` units are finished."""


def silent(label: str, done: int, total: int) -> None:
    """Ignore progress: the default where nobody watches."""
