"""Result folders that are there whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from aboveboard.errors import OutputError

__all__ = ["OURS", "replace_text", "whole_folder"]

OURS = "summary.json"
"""The file by which a folder is known as an earlier result, which may be replaced."""


@contextmanager
def whole_folder(out: Path) -> Generator[Path]:
    """Yield an empty folder beside `out`; rename it to `out` when the block ends well, delete it when it does not.

    An earlier result at `out` is replaced. Raises `OutputError` where `out` holds anything else, or cannot be written.
    """
    _refuse_foreign(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".partial", dir=out.parent))
    except OSError as error:
        raise OutputError(f"{out}: cannot write here: {error.strerror}") from error
    try:
        yield partial
        _put(partial, out)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _refuse_foreign(out: Path) -> None:
    if out.is_dir() and any(out.iterdir()) and not (out / OURS).is_file():
        raise OutputError(f"{out}: the folder holds other files and is left alone; name a new or empty folder")
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out}: is a file; name a folder")


def _put(partial: Path, out: Path) -> None:
    """Swap folders by renaming, so that a reader sees the old result or the new one."""
    partial.chmod(0o755)
    try:
        if not out.exists():
            partial.rename(out)
            return
        old = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".old", dir=out.parent))
        out.rename(old / out.name)
        partial.rename(out)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise OutputError(f"{out}: cannot be put in place: {error.strerror}") from error


def replace_text(path: Path, text: str) -> None:
    """Write `text` to `path` so that a reader sees the old file or the whole new one."""
    partial = path.with_name(f".{path.name}.partial")
    partial.write_text(text, encoding="utf-8")
    partial.replace(path)
