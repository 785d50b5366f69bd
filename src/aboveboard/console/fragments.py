"""What detectors fill into their sentences themselves, in Chinese: kinds, spans, plans and lists of clauses, whole or clause by clause (`fragments.toml`).

No stranger's word is ever translated: a pattern holds what the detector says, and what stands in its blanks is put where the Chinese has it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from aboveboard.dossier.strings import WORDS

__all__ = ["clauses", "fragment"]

_BLANK = re.compile(r"\\\{(\w)\\\}")
_KINDS = {"s": "(?:(?!; ).)+?", "t": "(?:(?!; ).)+?", "f": "(?:(?!; ).)+?", "c": ".+"}
_NUMBER = r"\d[\d.,-]*"
_JOINT = "; "
_CUT = "…"
_SURE = 3
"""Letters that must be left of the last words of what was cut off, to know it by them."""


class _Pattern(NamedTuple):
    """One thing a detector says, cut off in its last words or whole, and the Chinese."""

    whole: re.Pattern[str]
    other: str


def fragment(blank: str, value: str) -> str:
    """Return the Chinese of what a detector filled into a blank; empty where it is not known."""
    if blank == "closed_for" and (word := WORDS.get(f"violation.{value}")):
        return word.zh
    for pattern in _patterns(blank):
        if found := pattern.whole.fullmatch(value):
            held = found.groupdict()
            return pattern.other.format_map({n: _held(blank, n, v) for n, v in held.items()})
    return ""


def _held(blank: str, name: str, value: str) -> str:
    if name == "c":
        return _list(blank, value)
    return (name == "f" and fragment("field", value)) or value


def clauses(blank: str, value: str) -> list[tuple[str, bool]]:
    """Return a value in pieces, each with whether it is Chinese now: whole, or clause by clause of a list."""
    if whole := _listed(blank, value) or fragment(blank, value):
        return [(whole, True)]
    if not _patterns(blank):
        return [(value, False)]
    return list(_clauses(blank, value))


def _clauses(blank: str, value: str) -> Iterator[tuple[str, bool]]:
    for number, clause in enumerate(value.split(_JOINT)):
        joint = "；" if number else ""
        joined = fragment(blank, _JOINT + clause) if number else ""
        ours = joined or _listed(blank, clause) or fragment(blank, clause)
        if clause:
            yield joint + (ours.removeprefix("；") or clause), bool(ours)


def _listed(blank: str, clause: str) -> str:
    """Return the Chinese of things that stand between commas, where all of them are known."""
    parts = [fragment(blank, part) for part in clause.split(", ")]
    return "，".join(parts) if len(parts) > 1 and all(parts) else ""


def _list(blank: str, value: str) -> str:
    return "".join(text for text, _ in _clauses(blank, value))


@cache
def _written() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("fragments.toml").read_text(encoding="utf-8"))


@cache
def _patterns(blank: str) -> tuple[_Pattern, ...]:
    return tuple(_pattern(english, other) for english, other in _written().get(blank, {}).items())


def _pattern(english: str, other: str) -> _Pattern:
    """Return the pattern of what a detector says; a finding keeps so many letters of a blank, so its last words may be cut off."""
    cut = english.rpartition("}")
    words = cut[2] if len(cut[2]) > _SURE else ""
    tail = re.escape(words[-1:])
    for letter in reversed(words[_SURE:-1]):
        tail = f"{re.escape(letter)}(?:{tail}|{_CUT})"
    begun = english.removesuffix(words)
    tail = re.escape(words[:_SURE]) + (f"(?:{tail}|{_CUT})" if words else "")
    return _Pattern(re.compile(_opened(begun) + tail + f"{_CUT}?", re.DOTALL), other)


def _opened(english: str) -> str:
    return _BLANK.sub(lambda f: f"(?P<{f[1]}>{_KINDS.get(f[1], _NUMBER)})", re.escape(english))
