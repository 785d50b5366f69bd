"""Where things stand in a TOML text: the line and column of every key, header and place inside a string.

`tomllib` forgets positions. A TOML document is a list of statements, and each statement is itself a TOML document, so
the text is cut where a chunk of lines first parses. tomllib decides; nothing here knows TOML's grammar of values.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Keys", "Place", "Text"]

Keys = tuple[str | int, ...]
"""Keys and list positions from the top of the document, such as ("rule", 2, "when")."""

_ERROR_AT = re.compile(r"^(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", re.DOTALL)
_KEY = re.compile(r"""\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^="'])+=\s*""")
_ESCAPE = re.compile(r"\\(?:[ \t]*\n\s*|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)|.", re.DOTALL)
_OPENING = re.compile(r"\"{3}\n?|'{3}\n?|[\"']")
_MAX_LINE = 160


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, both counted from 1 in characters."""

    line: int
    column: int


@dataclass
class Text:
    """A TOML text, parsed, with the places of its keys. `problem` holds the first fault of its syntax."""

    label: str
    text: str
    data: Mapping[str, Any] = field(default_factory=dict[str, Any])
    problem: str = ""
    _places: dict[Keys, Place] = field(default_factory=dict[Keys, Place])
    _values: dict[Keys, tuple[int, int]] = field(default_factory=dict[Keys, tuple[int, int]])

    def __post_init__(self) -> None:
        self.text = self.text.replace("\r\n", "\n")
        try:
            self.data = tomllib.loads(self.text)
            self._index()
        except (ValueError, RecursionError) as error:
            self.problem = self._syntax(error)

    def at(self, path: Keys) -> Place:
        """Return where the key `path` is written, or the nearest thing around it."""
        if path in self._places or not path:
            return self._places.get(path, Place(1, 1))
        start, end = self._values.get(path[:-1], (0, 0))
        inline = re.search(rf"(?<![\w-])[\"']?{re.escape(str(path[-1]))}[\"']?\s*=", self.text[start:end])
        return self._place(start + inline.start()) if inline else self.at(path[:-1])

    def value(self, path: Keys) -> Place:
        """Return where the value of `path` begins, or the place of its key."""
        return self._place(self._values[path][0]) if path in self._values else self.at(path)

    def inside(self, path: Keys, line: int, column: int) -> Place:
        """Return the place of `line` and `column` of the string written at `path`."""
        if path not in self._values:
            return self.at(path)
        offset, end = self._values[path]
        value = self.text[offset:end]
        opening = _OPENING.match(value)
        skip = opening.end() if opening else 1
        return self._place(offset + skip + _raw(value[skip:], line, column, literal=value[0] == "'"))

    def fault(self, place: Place, message: str) -> str:
        """Return one fault: where, what, and the offending line with a caret under the place."""
        lines = self.text.split("\n")
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        first = max(0, place.column - 1 - _MAX_LINE // 2)
        shown = _printable(line[first : first + _MAX_LINE])
        caret = " " * (place.column - 1 - first) + "^"
        return f"{_printable(self.label)}:{place.line}:{place.column}: {_printable(message)}\n    {shown}\n    {caret}"

    def _syntax(self, error: Exception) -> str:
        found = _ERROR_AT.match(str(error))
        if isinstance(error, RecursionError):
            return self.fault(Place(1, 1), "this is nested too deeply to be a policy")
        if found is None or found[2] is None:
            return self.fault(self._place(len(self.text.rstrip("\n"))), found[1] if found else str(error))
        return self.fault(Place(int(found[2]), int(found[3])), found[1])

    def _index(self) -> None:
        here: Keys = ()
        counts: dict[Keys, int] = {}
        for line, chunk in _statements(self.text):
            parsed = tomllib.loads(chunk)
            column = len(chunk) - len(chunk.lstrip()) + 1
            if chunk.lstrip().startswith("["):
                here = _numbered(_keys(parsed), counts, fresh=chunk.lstrip().startswith("[["))
                self._places.setdefault(here, Place(line, column))
            elif parsed:
                self._remember(here, parsed, chunk, Place(line, column))

    def _remember(self, here: Keys, parsed: Mapping[str, Any], chunk: str, place: Place) -> None:
        path = here + _keys(parsed, until=chunk.split("=", maxsplit=1)[0])
        self._places.setdefault(path, place)
        key = _KEY.match(chunk)
        if key:
            start = sum(len(line) + 1 for line in self.text.split("\n")[: place.line - 1])
            self._values[path] = (start + key.end(), start + len(chunk))

    def _place(self, offset: int) -> Place:
        before = self.text[:offset]
        return Place(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def _statements(text: str) -> list[tuple[int, str]]:
    """Return (first line, text) of every statement of a document that parses."""
    found: list[tuple[int, str]] = []
    chunk, start = "", 1
    for number, line in enumerate(text.split("\n"), start=1):
        chunk = f"{chunk}\n{line}" if chunk else line
        try:
            tomllib.loads(chunk)
        except ValueError:
            continue
        found.append((start, chunk))
        chunk, start = "", number + 1
    return found


def _keys(parsed: Mapping[str, Any], until: str = "") -> Keys:
    """Return the chain of single keys a statement opens; `until` is the text of its key, whose dots bound the chain."""
    path: Keys = ()
    node: Any = parsed
    while isinstance(node, dict) and len(node) == 1 and (not until or len(path) <= until.count(".")):
        key = next(iter(node))
        path, node = (*path, key), node[key]
        node = node[0] if isinstance(node, list) and not until and node else node
    return path


def _numbered(path: Keys, counts: dict[Keys, int], *, fresh: bool) -> Keys:
    """Put list positions into a header's path: `[[rule]]` opens the next one, `[rule.cap]` stays in the last."""
    done: Keys = ()
    for index, key in enumerate(path):
        done = (*done, key)
        if fresh and index == len(path) - 1:
            counts[done] = counts.get(done, -1) + 1
        if done in counts:
            done = (*done, counts[done])
    return done


def _raw(value: str, line: int, column: int, *, literal: bool) -> int:
    """Return how far into the written `value` the decoded (line, column) lies: escapes are longer than what they mean."""
    at, here = 0, [1, 1]
    pieces = re.finditer(r".", value, re.DOTALL) if literal else _ESCAPE.finditer(value)
    for piece in pieces:
        meaning = piece[0]
        folded = meaning[0] == "\\" and "\n" in meaning
        if here >= [line, column] and not folded:
            break
        at = piece.end()
        if meaning in ("\n", "\\n"):
            here = [here[0] + 1, 1]
        elif not folded:
            here[1] += 1
    return at


def _printable(text: str) -> str:
    """Keep control and invisible characters of a hostile file away from the terminal."""
    return "".join(c if c.isprintable() else " " if c in "\t\n" else "\N{REPLACEMENT CHARACTER}" for c in text)
