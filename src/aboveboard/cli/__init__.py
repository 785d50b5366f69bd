"""The command line. Every command is one verb of `aboveboard.app`, with progress, clear errors and `--json`."""

from __future__ import annotations

import sys

__all__ = ["main"]

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
