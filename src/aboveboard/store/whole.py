"""The whole schema: every room's tables, known to one `METADATA`."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from aboveboard import store
from aboveboard.store.schema import METADATA

__all__ = ["METADATA"]

for _found in pkgutil.iter_modules(store.__path__):
    if _found.name.endswith("_tables"):
        import_module(f"{store.__name__}.{_found.name}")
