"""What a finding's facts are called, and their values, in the reader's language (`facts.toml`, `fragments.toml`).

A fact is named by its detector for a program; people read a name made for them. Values are a stranger's as often as not and stay as they are, but for
what detectors fill in themselves.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from aboveboard.console.fragments import clauses
from aboveboard.console.sentences import Part, explained, marked
from aboveboard.dossier.strings import WORDS

__all__ = ["Fact", "fact", "facts_named"]

_LONG = re.compile(r"(?<![0-9a-f])([0-9a-f]{8})[0-9a-f]{24,}(?![0-9a-f])")
_MINUS = re.compile(r"(?<!\S)-(?=\d)")
_JOINT = re.compile("^[;,:]? ")
_BETWEEN = {"; ": "；", " · ": " · "}
_YES = {"true": ("yes", "是"), "false": ("no", "否")}
_ASKED = frozenset({"device", "identity", "insisted", "kin", "made", "refused", "warned"})
"""Facts that answer yes or no."""


_BESIDE = {
    **dict.fromkeys(("silent", "empty", "twins", "alike", "spoken", "young"), ("shared",)),
    **dict.fromkeys(("churn", "stairs"), ("numbers",)),
    **dict.fromkeys(("granted", "paid", "warned"), ("timed",)),
    **dict.fromkeys(("such", "how"), ("more",)),
    "reasons": ("against",), "beside": ("against",), "besides": ("against",), "did": ("signs",), "state": ("succession",), "other": ("field",), "need": ("subject",),
}  # fmt: skip
"""Facts that a detector joins to others in one blank of its sentence, and under which blanks their Chinese stands."""


class Fact(NamedTuple):
    """A fact as it is read: what it is called, and its value in pieces."""

    name: str
    parts: tuple[Part, ...]


@cache
def facts_named() -> Mapping[str, tuple[str, str]]:
    """Return the English and the Chinese name of every fact, under `fact` or `detector.fact`."""
    written = tomllib.loads(Path(__file__).with_name("facts.toml").read_text(encoding="utf-8"))
    named = dict[str, tuple[str, str]]()
    for key, value in written.items():
        own = {f"{key}.{n}": pair for n, pair in value.items()} if isinstance(value, dict) else {key: value}
        named |= {n: (pair[0], pair[1]) for n, pair in cast("Mapping[str, list[str]]", own).items()}
    return named


def fact(detector: str, name: str, value: str, language: str) -> Fact:
    """Return a fact as the reader reads it; one that nobody named keeps the name its detector gave it."""
    named = facts_named()
    plain = name.replace("_", " ")
    words = named.get(f"{detector}.{name}") or named.get(name) or (plain, plain)
    return Fact(words[language == "zh"], tuple(_value(name, _LONG.sub(r"\1…", value), language)))


def _value(name: str, value: str, language: str) -> list[Part]:
    plain = _MINUS.sub("−", _JOINT.sub("", value).rstrip(";,"))  # without the signs that join it to its sentence
    if name in _ASKED and plain in _YES:
        return [Part(_YES[plain][language == "zh"])]
    if name == "closed_for" and (word := WORDS.get(f"violation.{plain}")):
        return [Part(word.zh if language == "zh" else word.en)]
    if language != "zh":
        return [Part(plain, value=True)]
    return marked(_alternatives(plain) if name == "alternatives" else _said(name, value, plain))


def _alternatives(value: str) -> Iterator[tuple[str, bool]]:
    """Return the explanations of a fact as the page has them above, where each is a sentence of its own."""
    for number, one in enumerate(value.split("; ")):
        other, language = explained(f"{one[:1].upper()}{one[1:]}.", "zh")
        yield "；" * bool(number) + (other.removesuffix("。") if language != "en" else one), language != "en"


def _said(name: str, value: str, plain: str) -> list[tuple[str, bool]]:
    """Return a value in Chinese, whole or piece by piece, by what stands under its own name or beside it."""
    if " · " not in plain and (whole := _known(name, value, plain)):
        return [(whole, True)]
    told, between = list[tuple[str, bool]](), "；"
    for piece in re.split("(; | · )", plain):
        if piece in _BETWEEN:
            between = _BETWEEN[piece]
            continue
        ours = _known(name, piece, f"; {piece}")
        told.append((between * bool(told) + (ours or piece), bool(ours)))
    return told


def _known(name: str, *forms: str) -> str:
    for blank in (name, *_BESIDE.get(name, ())):
        for form in forms:
            told = clauses(blank, form)
            if all(ours for _, ours in told):
                return "".join(text for text, _ in told).strip("；，：, ")
    return ""
