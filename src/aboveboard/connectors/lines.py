"""Lines of a text file, plain or gzipped, in any encoding, with exact numbers and bounded memory."""

from __future__ import annotations

import gzip
import io
import zlib
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from aboveboard.connectors.faults import LINE
from aboveboard.errors import InputError

__all__ = ["Lines", "opened"]

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def opened(path: Path) -> BinaryIO:
    """Open `path` for reading bytes, unpacking `.gz`."""
    return cast("BinaryIO", gzip.open(path, "rb")) if path.suffix == ".gz" else path.open("rb")


class Lines:
    """Iterates over the lines of one file as text.

    `number` is the physical line last given out, from 1. `fault` says what was wrong with a line given out since it
    was last cleared: broken encoding, or longer than `LINE` (then the text is empty). `rewind(n)` gives the lines
    after the first of the last `n` out again, so that one bad quote costs one line. Raises `InputError` where the
    file cannot be read on.
    """

    def __init__(self, path: Path, name: str, encoding: str) -> None:
        self.number = 0
        self.fault = ""
        self._path, self._name, self._encoding = path, name, encoding
        self._recent: list[tuple[str, str]] = []
        self._again: deque[tuple[str, str]] = deque()
        self._source = self._read()

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        item = self._again.popleft() if self._again else next(self._source)
        self._recent.append(item)
        self.number += 1
        if item[1]:
            self.fault = item[1]
        return item[0]

    def settle(self) -> None:
        """Forget the lines given out and what was wrong with them: a record ended here."""
        self._recent.clear()
        self.fault = ""

    def rewind(self) -> None:
        """Give all lines since `settle` but the first out again."""
        self._again.extendleft(reversed(self._recent[1:]))
        self.number -= len(self._recent) - 1
        self.settle()

    def _read(self) -> Iterator[tuple[str, str]]:
        try:
            with opened(self._path) as source:
                yield from self._decoded(source)
        except (OSError, EOFError, zlib.error) as error:
            after = f"after line {self.number}" if self.number else "at its start"
            what = "a damaged or truncated gzip file" if self._path.suffix == ".gz" else "unreadable"
            raise InputError(f"{self._name}: {what}, {after} ({_reason(error)}); write the file again") from None

    def _decoded(self, source: BinaryIO) -> Iterator[tuple[str, str]]:
        first = source.readline(LINE)
        if first.startswith(_UTF16) and self._encoding == "utf-8":
            raise InputError(f'{self._name}: not UTF-8 but UTF-16; set encoding = "utf-16" in aboveboard.toml')
        if self._encoding.startswith(("utf-16", "utf-32", "utf_16", "utf_32")):
            source.seek(0)
            yield from _wide(source, self._encoding)
            return
        line = first.removeprefix(b"\xef\xbb\xbf") if self._encoding in {"utf-8", "utf-8-sig"} else first
        encoding = "utf-8" if self._encoding == "utf-8-sig" else self._encoding
        while line:
            yield _text(line, source, encoding)
            line = source.readline(LINE)


def _text(line: bytes, source: BinaryIO, encoding: str) -> tuple[str, str]:
    if len(line) == LINE and not line.endswith(b"\n"):
        return "\n", f"line of {LINE + _drained(source):,} bytes; the most is {LINE:,}"
    try:
        return line.decode(encoding), ""
    except UnicodeDecodeError as error:
        return line.decode(encoding, "replace"), f"not {encoding.upper()}: byte {line[error.start]:#04x}"


def _drained(source: BinaryIO) -> int:
    """Skip the rest of an overlong line; return its length."""
    size = 0
    while part := source.readline(LINE):
        size += len(part)
        if part.endswith(b"\n"):
            break
    return size


def _wide(source: BinaryIO, encoding: str) -> Iterator[tuple[str, str]]:
    """Decode an encoding whose line ends are not one byte; a broken unit spoils its line only."""
    for line in io.TextIOWrapper(source, encoding=encoding, errors="replace", newline=""):
        yield line, f"not {encoding.upper()}" if "\ufffd" in line else ""


def _reason(error: Exception) -> str:
    return (str(error) or type(error).__name__).split("\n", maxsplit=1)[0][:120]
