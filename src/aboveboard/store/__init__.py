"""The store: one append-only, hash-chained ledger on SQLite or PostgreSQL, and what may be forgotten beside it."""

from aboveboard.store.checkpoints import Checkpoint, Signer, checkpoint, read_checkpoint, signer_of, written
from aboveboard.store.entries import Entry, New
from aboveboard.store.ledger import Ledger
from aboveboard.store.opening import ENV_URL, Store, open_store
from aboveboard.store.sealing import forget, seal, unseal
from aboveboard.store.verifying import Break, Verified, verify

__all__ = [
    "ENV_URL",
    "Break",
    "Checkpoint",
    "Entry",
    "Ledger",
    "New",
    "Signer",
    "Store",
    "Verified",
    "checkpoint",
    "forget",
    "open_store",
    "read_checkpoint",
    "seal",
    "signer_of",
    "unseal",
    "verify",
    "written",
]
