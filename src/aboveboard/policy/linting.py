"""What a condition may say: only known inputs, only words from their vocabularies, nothing about viewpoints.

A text that no input can ever equal is a typing error or a rule about something else, so it is refused. That leaves no
room for a word list, a pattern or a joined-up spelling, whatever the words are.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from aboveboard.policy.conditions import Token, tokens
from aboveboard.policy.inputs import INPUTS, REFUSED
from aboveboard.policy.sensitive import REASON, subject_of

__all__ = ["Fault", "faults_of_condition", "hint", "sensitive"]

Fault = tuple[int, int, str]
"""Line, column and message, counted from 1 inside the condition."""

_UNDECLARED = re.compile(r"undeclared reference to '([^']*)'")
_WORDS = {w for i in INPUTS.values() for w in i.words}
_DETECTOR_SHAPE = re.compile(r"[a-z][a-z0-9_]*")


def faults_of_condition(text: str, compiling: Iterable[Fault], detectors: Collection[str] | None) -> list[Fault]:
    """Return every fault of a condition; `compiling` are those CEL found, `detectors` the names that exist (None: any)."""
    found = tokens(text)
    mine = [*_forbidden(found), *_joined(found), *_texts(found, detectors)]
    other = [(line, column, _explained(m)) for line, column, m in compiling if not sensitive(_undeclared(m))]
    return sorted({*mine, *other})


def hint(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean …" for the nearest known word, or nothing."""
    near = difflib.get_close_matches(word[:100], sorted(known), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


def sensitive(text: str) -> str | None:
    """Return why `text` may not stand in a policy, or None."""
    subject = subject_of(text)
    return REASON.format(subject=subject) if subject else None


def _forbidden(found: list[Token]) -> Iterator[Fault]:
    for token in found:
        if token.kind in ("name", "text") and token.value not in INPUTS and token.value not in _WORDS:
            reason = sensitive(token.value)
            if reason:
                yield token.line, token.column, f'"{token.value}": {reason}'


def _joined(found: list[Token]) -> Iterator[Fault]:
    """Texts put side by side, with `+` or in a list, are also read as one."""
    pieces = [t for t in found if t.kind == "text" and t.value not in _WORDS and not sensitive(t.value)]
    whole = "".join(p.value for p in pieces)
    reason = sensitive(whole)
    if reason:
        yield pieces[0].line, pieces[0].column, f'"{whole}", put together: {reason}'


def _texts(found: list[Token], detectors: Collection[str] | None) -> Iterator[Fault]:
    for index, token in enumerate(found):
        if token.kind == "text" and not sensitive(token.value):
            message = _unknown_word(token.value, _compared_with(found, index), detectors)
            if message:
                yield token.line, token.column, message
    for before, after in pairwise(found):
        if before.kind == "text" and after.value == "+":
            yield after.line, after.column, "texts are compared whole; they may not be joined"


def _unknown_word(word: str, name: str, detectors: Collection[str] | None) -> str | None:
    if name in ("detector", "detectors"):
        return _unknown_detector(word, detectors)
    known = INPUTS[name].words if name in INPUTS else _WORDS
    if word in known or (name not in INPUTS and word in (detectors or ())):
        return None
    of = f"{name} is never" if name in INPUTS else "no input is ever"
    return f'{of} "{word}"{hint(word, known)}'


def _unknown_detector(word: str, detectors: Collection[str] | None) -> str | None:
    if detectors is None:
        return None if _DETECTOR_SHAPE.fullmatch(word) else f'"{word}" cannot be a detector\'s name'
    return None if word in detectors else f'there is no detector "{word}"{hint(word, detectors)}'


def _compared_with(found: list[Token], index: int) -> str:
    """Return the name a text is compared with: before or after `==` and `!=`, before `in [...]`, after `in`; else ""."""
    words = ["", "", *(t.value for t in found), "", ""]
    if words[index + 3] in ("==", "!=", "in"):
        return words[index + 4]
    start = index
    while start > 0 and (found[start - 1].value in (",", "[") or found[start - 1].kind == "text"):
        start -= 1
    listed = start < index and found[start].value == "["
    return words[start] if words[start + 1] in (("in",) if listed else ("==", "!=")) else ""


def _explained(message: str) -> str:
    name = _undeclared(message)
    if not name:
        return message
    if name.lower() in REFUSED:
        return f'"{name}" is not an input: {REFUSED[name.lower()]}'
    return f'"{name}" is not an input{hint(name, INPUTS) or "; the inputs are " + ", ".join(INPUTS)}'


def _undeclared(message: str) -> str:
    """Return the name CEL does not know, or "" when the message is about something else."""
    match = _UNDECLARED.search(message)
    return match[1] if match else ""
