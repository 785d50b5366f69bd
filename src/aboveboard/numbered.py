"""numba, numbering what it compiles so that code kept on disk by one process never bears a name another process gave.

numba names each function it compiles by a count that every process begins at 1. Two inner functions with one name, a sort of
numbers and a sort of places, compiled by two processes, are taken for one where a third process reads both from disk: the
first read is run for both, and the results are wrong (numba issue 10486). So the count begins at random here. Modules that
compile import numba from here.
"""

from __future__ import annotations

import itertools
import os
import secrets

import numba
from numba.core.bytecode import FunctionIdentity

__all__ = ["numba"]


def _begin() -> None:
    """Begin the count where no other process does, in a fork too."""
    FunctionIdentity._unique_ids = itertools.count(secrets.randbits(62))  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


_begin()
os.register_at_fork(after_in_child=_begin)
