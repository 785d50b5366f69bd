"""The console: review, decide, undo, appeal, in a browser. Server-rendered; it asks the service through `Verbs` alone."""

from aboveboard.console.program import create, mount
from aboveboard.console.verbs import Verbs

__all__ = ["Verbs", "create", "mount"]
