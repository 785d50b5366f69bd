"""Stores of both kinds, as the tests of the store have them."""

import importlib.util
from pathlib import Path

_spec = importlib.util.spec_from_file_location("stores", Path(__file__).parents[1] / "store" / "conftest.py")
_stores = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_stores)
server, address, store, ledger = _stores.server, _stores.address, _stores.store, _stores.ledger
