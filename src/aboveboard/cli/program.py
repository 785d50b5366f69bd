"""The whole program: each module named here adds its commands to `app`."""

from aboveboard.cli import explain, registers
from aboveboard.cli.commands import app

__all__ = ["app", "explain", "registers"]
