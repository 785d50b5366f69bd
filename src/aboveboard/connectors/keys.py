"""Typed reading of a TOML table that collects every fault with its key path and line."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from typing import Any

from aboveboard.connectors.faults import shown

__all__ = ["Keys"]


class Keys:
    """One table of a TOML file. `faults` is shared by all tables read `within` it."""

    def __init__(self, file: str, text: str, raw: Mapping[str, Any], path: str = "") -> None:
        self.raw, self.faults = raw, list[str]()
        self._file, self._text, self._path = file, text, path

    def within(self, key: str, raw: object) -> Keys:
        """Return the table at `key`; one that is no table is a fault and reads as empty."""
        path = f"{self._path}.{key}" if self._path else key
        inner = Keys(self._file, self._text, raw if isinstance(raw, dict) else {}, path)
        inner.faults = self.faults
        if not isinstance(raw, dict):
            self.fault(key, "must be a table")
        return inner

    def fault(self, key: str, what: str) -> None:
        """Note a fault at `key`."""
        path = f"{self._path}.{key}" if self._path else key
        self.faults.append(f"{self._file}{self._line(key)}, {shown(path)}: {what}")

    def only(self, *known: str) -> None:
        """Note every key that is not in `known`."""
        for key in self.raw:
            if key not in known:
                self.fault(key, f"unknown key; known are {', '.join(known)}")

    def text(self, key: str) -> str:
        """Return a text, empty where absent."""
        value = self.raw.get(key, "")
        if not isinstance(value, str):
            self.fault(key, "must be a text in quotes")
        return value if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a text or a list of texts as a tuple."""
        value = self.raw.get(key, [])
        values = value if isinstance(value, list) else [value]
        if not all(isinstance(v, str) and v for v in values):
            self.fault(key, "must be a text or a list of texts")
            return ()
        return tuple(values)

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self.raw.get(key, default)
        if not isinstance(value, bool):
            self.fault(key, "must be true or false")
        return value is True

    def choice(self, key: str, options: tuple[str, ...]) -> str:
        """Return one of `options`, empty where absent."""
        value = self.text(key)
        if value and value not in options:
            self.fault(key, f"'{shown(value)}' is not one of {', '.join(options)}")
            return ""
        return value

    def encoding(self, key: str) -> str:
        """Return the name of a text encoding; `utf-8` where absent."""
        value = self.text(key) or "utf-8"
        try:
            info = codecs.lookup(value)
            b"a".decode(value) if not info.name.startswith(("utf-16", "utf-32")) else None
        except (LookupError, ValueError):
            self.fault(key, f"'{shown(value)}' is no text encoding; examples are utf-8, latin-1, gb18030")
            return "utf-8"
        return value.lower()

    def map(self, key: str) -> dict[str, Any]:
        """Return a sub-table, empty where absent."""
        value = self.raw.get(key, {})
        if not isinstance(value, dict):
            self.fault(key, "must be a table")
        return value if isinstance(value, dict) else {}

    def _line(self, key: str) -> str:
        """Where the last part of the key is written first; tomllib keeps no positions."""
        last = re.escape(re.sub(r"\[\d+\]$", "", key).rsplit(".", maxsplit=1)[-1])
        found = re.search(rf"(?m)^.*?(?<![\w-])[\"']?{last}[\"']?\s*[=\].]", self._text)
        return f", line {self._text.count(chr(10), 0, found.start()) + 1}" if found else ""
