"""Handing statements of reasons to a database that takes a batch whole or not at all: one bad record does not keep the others back (S15).

What was handed in is known by its `puid`, unique for ever, so nothing is handed in twice, even when an answer was lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

__all__ = ["LARGEST", "Answer", "HandedIn", "hand_in"]

LARGEST = 100
"""Most statements of one batch."""

_INDEX = re.compile(r"statement_([0-9]+)")
_CREATED, _INVALID = 201, 422


class Answer(NamedTuple):
    """What the receiver said: the status of HTTP, and the body."""

    status: int
    body: Mapping[str, Any]


@dataclass(slots=True)
class HandedIn:
    """What became of each statement, by `puid`: taken now, there already, refused with the receiver's reasons, or left for later."""

    taken: list[str] = field(default_factory=list[str])
    known: list[str] = field(default_factory=list[str])
    refused: dict[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])
    left: list[str] = field(default_factory=list[str])


Send = Callable[[Sequence[Mapping[str, Any]]], Answer]


def hand_in(statements: Sequence[Mapping[str, Any]], send: Send, exists: Callable[[str], bool]) -> HandedIn:
    """Hand statements in, and return what became of each.

    `send` posts a batch; it raises `OSError` where no answer came. `exists` asks whether a `puid` is there, after an answer was lost.
    A record that the receiver names is set aside and the rest is sent again; where it names none, the batch is halved until one is left.
    """
    done = HandedIn()
    once = list({s["puid"]: s for s in statements}.values())
    waiting = [once[n : n + LARGEST] for n in range(0, len(once), LARGEST)]
    while waiting:
        waiting[:0] = _batch(waiting.pop(0), send, exists, done)
    return done


Batch = list[Mapping[str, Any]]


def _batch(batch: Batch, send: Send, exists: Callable[[str], bool], done: HandedIn) -> list[Batch]:
    """Send one batch; return what is to be sent again."""
    try:
        answer = send(batch)
    except OSError:
        _lost(batch, exists, done)
        return []
    if answer.status == _CREATED:
        done.taken += _names(batch)
        return []
    if answer.status != _INVALID:
        done.left += _names(batch)
        return []
    errors = answer.body.get("errors")
    return _sorted(batch, errors if isinstance(errors, Mapping) else {}, done)


def _sorted(batch: Batch, errors: Mapping[str, Any], done: HandedIn) -> list[Batch]:
    """Set aside what the receiver named; return the rest, or halves of the batch where it named nothing."""
    there = {str(p) for p in errors.get("existing_puids", ())} & set(_names(batch))
    bad = {
        int(m[1]): why for key, why in errors.items() if (m := _INDEX.fullmatch(str(key))) and int(m[1]) < len(batch)
    }
    done.known += sorted(there)
    done.refused |= {batch[n]["puid"]: why for n, why in bad.items() if batch[n]["puid"] not in there}
    rest = [s for n, s in enumerate(batch) if n not in bad and s["puid"] not in there]
    if there or bad:
        return [rest] if rest else []
    if len(batch) == 1:
        done.refused[batch[0]["puid"]] = errors
        return []
    half = len(batch) // 2
    return [batch[:half], batch[half:]]


def _lost(batch: Batch, exists: Callable[[str], bool], done: HandedIn) -> None:
    for name in _names(batch):
        try:
            (done.taken if exists(name) else done.left).append(name)
        except OSError:
            done.left.append(name)


def _names(batch: Batch) -> list[str]:
    return [s["puid"] for s in batch]
