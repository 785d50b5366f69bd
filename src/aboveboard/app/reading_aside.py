"""The gate of a process that reads checks beside the service: opened from the same files, with the same keys, and warm."""

from __future__ import annotations

import gc
from pathlib import Path

from aboveboard.gate.opening import Gate
from aboveboard.gate.warming import warm
from aboveboard.policy import default_policy
from aboveboard.privacy.bar_keys import BarKeys
from aboveboard.workers import collect_seldom

__all__ = ["open_aside"]


def open_aside(data: Path) -> Gate:
    """Open the index of a data folder to read with, and never look for garbage among what is there then: it stays as long as the process runs."""
    gate = Gate.open(data / "gate", kept=BarKeys(data).kept, warm=True)
    warm(gate, default_policy())
    collect_seldom()
    gc.freeze()
    return gate
