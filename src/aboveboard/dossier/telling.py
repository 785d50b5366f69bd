"""The sentence of an event, and of what speaks for an account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aboveboard.dossier.strings import WORDS
from aboveboard.pages import fill
from aboveboard.pages.words import Blank

__all__ = ["blanks", "event_text", "favour_text", "key_of"]

_CLOSED = frozenset(("kind", "field", "verb", "ground", "result", "band", "status", "purpose"))
"""Facts whose values come from a closed list and so have words of their own."""

_VIOLATION = "violation"


def event_text(event: Mapping[str, Any]) -> str:
    """Return an event as an English sentence without its subject."""
    return " ".join(fill(WORDS, f"event.{key_of(event)}", blanks(event["facts"])).split())


def favour_text(entry: Mapping[str, Any]) -> str:
    """Return one thing that speaks for an account as an English sentence."""
    return fill(WORDS, f"favour.{key_of(entry)}", blanks(entry["facts"]))


def key_of(event: Mapping[str, Any]) -> str:
    """Return which sentence tells an event, or what speaks for an account."""
    kind, facts = event["kind"], event["facts"]
    if kind == "token" and facts["others"] == 0:
        return "token_own"
    if kind == "token" and facts["others"] is None:
        return "token_bare"
    if kind == "closed" and facts["root"]:
        return "closed_after"
    if kind == "attested" and facts["until"]:
        return "attested_until"
    return "warned_back" if kind == "warned" and facts["withdrawn"] else kind


def blanks(facts: Mapping[str, Any]) -> dict[str, Blank]:
    """Return what fills the blanks: closed vocabularies become words that can be switched to another language."""
    return {name: _blank(name, value) for name, value in facts.items()}


def _blank(name: str, value: Any) -> Blank:  # noqa: ANN401  (a fact is what JSON holds)
    if value is None:
        return "–"
    if name == _VIOLATION and f"violation.{value}" in WORDS:
        return {"t": f"violation.{value}"}
    if name in _CLOSED and f"value.{value}" in WORDS:
        return {"t": f"value.{value}"}
    return value if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
