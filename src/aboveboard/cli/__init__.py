"""The command line. Every command is one verb of `aboveboard.app`, with progress, clear errors and `--json`."""

from __future__ import annotations

import os
import sys

__all__ = ["main"]

FAILED = 3
INTERRUPTED = 130


def main() -> None:
    """Run the command line; exit 0 when it worked, 2 on input the caller can mend, 3 on a failure of ours, 130 on Ctrl-C."""
    from aboveboard.cli.commands import app
    from aboveboard.cli.show import complain
    from aboveboard.errors import AboveboardError

    try:
        app(standalone_mode=True)
    except AboveboardError as error:
        complain(str(error))
        sys.exit(error.exit_code)
    except SystemExit as leaving:
        if leaving.code == INTERRUPTED:  # what Typer makes of Ctrl-C
            complain("interrupted; nothing was left half-written")
        raise
    except BrokenPipeError:
        sys.stderr.close()
    except Exception as error:
        if os.environ.get("ABOVEBOARD_DEBUG"):
            raise
        complain(f"this is a fault of ours, not of your input: {type(error).__name__}: {error}")
        complain("please report it with what ABOVEBOARD_DEBUG=1 prints")
        sys.exit(FAILED)
