"""Turn the chosen findings into the short records the page's script shows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from string import Formatter
from typing import Any

import pyarrow as pa

from aboveboard.pages import visible
from aboveboard.pages.escape import compact

__all__ = ["BUDGET", "entries", "facts_shown", "segments", "stamp"]

BUDGET = 2_600_000
"""Most bytes of records in one page, so that the file stays near 4 MB even where every text is long."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FACTS = 24
_ITEMS = 8


def entries(rows: pa.Table, sentences: Mapping[str, str]) -> list[dict[str, object]]:
    """Return one record a row, as many as `BUDGET` allows; `sentences` maps a detector to its `says`.

    Keys are short because the record is repeated: v violation, d detector, a account, s score, t tier, c classes,
    y sentence in parts (every second part fills a blank), f facts, r related, n related in all, g ring, w first and
    last time, o subject, p proposal.
    """
    return list(_within(BUDGET, (_entry(row, sentences) for row in rows.to_pylist())))


def _within(budget: int, records: Iterator[dict[str, object]]) -> Iterator[dict[str, object]]:
    for record in records:
        budget -= len(compact(record).encode())
        if budget < 0:
            return
        yield record


def _entry(row: Mapping[str, Any], sentences: Mapping[str, str]) -> dict[str, object]:
    return {
        "v": row["violation"],
        "d": row["detector"],
        "a": visible(row["account_id"] or ""),
        "s": row["score"],
        "t": row["tier"],
        "c": row["classes"] or [],
        "y": segments(sentences.get(row["detector"], ""), row["says"] or ""),
        "f": [["…", "…"]] if row["facts_cut"] else facts_shown(row["facts"]),
        "r": [visible(r) for r in row["related"] or [] if r is not None],
        "n": row["related_count"],
        "g": visible(row["ring"] or ""),
        "w": [stamp(row["first_us"]), stamp(row["last_us"])],
        "o": _subject(row),
        "p": _proposal(row),
    }


def _subject(row: Mapping[str, Any]) -> list[str]:
    about_account = row["subject_kind"] in (None, "account")
    return [] if about_account else [visible(row["subject_kind"]), visible(row["subject_id"] or "")]


def _proposal(row: Mapping[str, Any]) -> dict[str, object] | None:
    if row["action"] is None:
        return None
    return {
        "action": row["action"],
        "rule": visible(row["rule"] or ""),
        "review": bool(row["review"]),
        "why": visible(row["why"] or ""),
        "until": stamp(row["expires_us"]),
    }


def facts_shown(text: str | None) -> list[list[str]]:
    """Return the names and values of a finding's facts, safe to show; none where they cannot be read."""
    try:
        facts = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return []
    pairs = list(facts.items())[:_FACTS] if isinstance(facts, dict) else []
    return [[visible(str(k), 80), _value(v)] for k, v in pairs if v is not None]


def _value(value: object) -> str:
    if isinstance(value, list):
        more = f" … ({len(value)})" if len(value) > _ITEMS else ""
        return visible(" · ".join(_value(v) for v in value[:_ITEMS])) + more
    if isinstance(value, bool) or not isinstance(value, float):
        return visible(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return f"{value:.6g}"


def segments(sentence: str, said: str) -> list[str]:
    """Split `said` into fixed words and what fills the blanks of `sentence`, in turn, so that each name can be isolated.

    Where `said` does not follow the pattern it comes back whole, as one part.
    """
    fixed = _fixed(sentence)
    ends = said.startswith(fixed[0]) and said.endswith(fixed[-1])
    parts, at = [fixed[0]], len(fixed[0])
    for number, words in enumerate(fixed[1:], start=1):
        found = len(said) - len(words) if number == len(fixed) - 1 else said.find(words, at)
        if found < at:
            return [visible(said, 900)]
        parts += [visible(said[at:found]), words]
        at = found + len(words)
    return parts if ends and at == len(said) else [visible(said, 900)]


def _fixed(sentence: str) -> list[str]:
    """Return the words around the blanks of a format sentence: always one part more than it has blanks."""
    parts = [""]
    for words, blank, _, _ in Formatter().parse(sentence):
        parts[-1] += words
        parts += [] if blank is None else [""]
    return parts


def stamp(microseconds: int | None) -> str:
    """Return a time as `2026-03-01 12:30`, UTC; empty where there is none or it lies outside the calendar."""
    if microseconds is None:
        return ""
    try:
        return f"{_EPOCH + timedelta(microseconds=microseconds):%Y-%m-%d %H:%M}"
    except OverflowError:
        return ""
