"""The command line. Every command is one verb of `aboveboard.app`, with progress, clear errors and `--json`."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import NoReturn

__all__ = ["main"]

FAILED = 3
INTERRUPTED = 130


def main() -> None:
    """Run the command line; exit 0 when it worked, 2 on input the caller can mend, 3 on a failure of ours, 130 on Ctrl-C."""
    from aboveboard.cli.program import app
    from aboveboard.workers import collect_seldom, do_without_pandas

    collect_seldom()
    if "spark" not in " ".join(sys.argv):
        do_without_pandas()
    pressed = _note_ctrl_c()
    try:
        app(standalone_mode=True)
    except SystemExit as leaving:
        if leaving.code == INTERRUPTED:  # what Typer makes of Ctrl-C
            _interrupted()
        raise
    except BrokenPipeError:
        sys.stderr.close()
    except Exception as error:  # noqa: BLE001  (the edge: whatever is left is told, not thrown)
        if pressed:
            _interrupted()
        _fail(error)


def _note_ctrl_c() -> list[int]:
    """Return a list that fills with each Ctrl-C: DuckDB reports one as an error of the query it stopped."""
    pressed: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        pressed.append(number)
        signal.default_int_handler(number, frame)

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, note)
    return pressed


def _interrupted() -> NoReturn:
    from aboveboard.cli.show import complain

    complain("interrupted; nothing was left half-written")
    sys.exit(INTERRUPTED)


def _fail(error: Exception) -> NoReturn:
    from aboveboard.cli.show import complain
    from aboveboard.errors import AboveboardError

    if isinstance(error, AboveboardError):
        complain(str(error))
        sys.exit(error.exit_code)
    if os.environ.get("ABOVEBOARD_DEBUG"):
        raise error
    complain(f"this is a fault of ours, not of your input: {type(error).__name__}: {error}")
    complain("please report it with what ABOVEBOARD_DEBUG=1 prints")
    sys.exit(FAILED)
