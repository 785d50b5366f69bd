"""Sentences of detectors in the reader's language: a catalogue under the English pattern, the values kept, English where there is no other.

A finding is stored as its English sentence. The pattern of its detector takes that apart into words and values, and the Chinese pattern puts
the values in its own order. A value is never translated, but for what a detector fills in itself (`fragments.toml`): one that holds English words
is marked as English, so that a voice reads it right.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from string import Formatter

from aboveboard.app.choosing import choose
from aboveboard.console.fragments import clauses
from aboveboard.dossier.strings import WORDS
from aboveboard.report import segments

__all__ = ["Part", "Said", "catalogue", "explained", "marked", "pattern_of", "said"]

_ANSWERS = "answers"
_FILES = ("sentences", "mistakes", "guards", "rules", _ANSWERS)
_BITS = "; bits of evidence"
_IDEOGRAPH = re.compile("[\u3001-\u9fff\uff01-\uff60]")
_WORDS = re.compile(r"[A-Za-z]{2,}[ ,;][^A-Za-z]*[A-Za-z]{2,}")
"""Two Latin words in a row: a phrase, not a name of one word or a number."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence: fixed words, or a `value`, which may be a stranger's; `english` where it stands in a sentence of another language."""

    text: str
    value: bool = False
    english: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in pieces, and in which language its fixed words are."""

    parts: tuple[Part, ...]
    language: str


@cache
def _written(name: str) -> Mapping[str, str]:
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def catalogue() -> Mapping[str, str]:
    """Return the Chinese of every English sentence: patterns of findings and of answers with their blanks, honest mistakes, what guards against them, reasons of rules."""
    return {english: other for name in _FILES for english, other in _written(name).items()}


@cache
def pattern_of(detector: str) -> str:
    """Return what a detector says of a finding, without the weights at its end; empty for one that is not installed."""
    found = next((d.says for d in choose(None) if d.name == detector), "")
    head, cut, _ = found.partition(_BITS)
    return head + "." * bool(cut)


@cache
def _answers() -> Mapping[str, str]:
    return {english: other for english, other in _written(_ANSWERS).items() if "{" in english}


def explained(english: str, language: str) -> tuple[str, str]:
    """Return a sentence that is no finding as the reader reads it, and in which language that is: an honest mistake, its guard, the reason of a rule, an answer of the service."""
    other = (catalogue().get(english) or _answered(english)) if language == "zh" else ""
    return (other, "zh-Hans") if other else (english, "en")


def _answered(english: str) -> str:
    for pattern, other in _answers().items():
        parts = segments(pattern, english)
        if len(parts) > 1:
            names = [n for _, n, _, _ in Formatter().parse(pattern) if n is not None]
            return other.format_map({n: v.removeprefix("person:") for n, v in zip(names, parts[1::2], strict=True)})
    return ""


def said(detector: str, sentence: str, language: str) -> Said:
    """Return the sentence of a finding, which comes without its weights, in pieces; in English where it follows no known pattern or has no other."""
    pattern, whole = pattern_of(detector), sentence
    other = catalogue().get(pattern, "") if language == "zh" else ""
    parts = segments(pattern, whole) if pattern else [whole]
    if len(parts) == 1:
        return Said((Part(whole, value=True),), "en")
    names = [n for _, n, _, _ in Formatter().parse(pattern) if n is not None]
    if not other:
        told = ((_worded(names[n // 2], p) if n % 2 else p, n % 2) for n, p in enumerate(parts))
        return Said(tuple(Part(text, value=bool(value)) for text, value in told if text), "en")
    values = dict(zip(names, parts[1::2], strict=True))
    return Said(tuple(_parts(other, values)), "zh-Hans")


def _worded(blank: str, value: str) -> str:
    """Return what fills a blank of an English sentence: a violation as its name is read, anything else as it stands."""
    word = WORDS.get(f"violation.{value}") if blank == "closed_for" else None
    return word.en[:1].lower() + word.en[1:] if word else value


def _parts(pattern: str, values: Mapping[str, str]) -> list[Part]:
    made = list[Part]()
    for words, name, _, _ in Formatter().parse(pattern):
        made += [Part(words)] if words else []
        made += marked(clauses(name, values[name])) if name else []
    return [_close(made, n) for n in range(len(made))]


def _close(parts: list[Part], number: int) -> Part:
    """Return a piece without the space that parts it from a neighbour, where both are Chinese there."""
    part = parts[number]
    before, after = (parts[n].text if 0 <= n < len(parts) else "" for n in (number - 1, number + 1))
    text = part.text
    if text[-1:] == " " and _IDEOGRAPH.match(after) and _IDEOGRAPH.match(text[-2:-1]):
        text = text[:-1]
    if text[:1] == " " and _IDEOGRAPH.match(before[-1:]) and _IDEOGRAPH.match(text[1:2]):
        text = text[1:]
    return replace(part, text=text)


def marked(told: Iterable[tuple[str, bool]]) -> list[Part]:
    """Return the pieces of a value on a Chinese page, each with whether it is `ours`; one that holds English words is marked as English."""
    return [Part(text, value=True, english=not ours and bool(_WORDS.search(text))) for text, ours in told if text]
