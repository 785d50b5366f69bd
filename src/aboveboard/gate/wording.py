"""Whether a profile would hold one of the operator's terms or a hidden way to reach its owner elsewhere: read as a scan reads it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import pyarrow as pa

from aboveboard.derived.profile_spans import TEXT_COLUMNS, spans_of
from aboveboard.derived.score_scales import NAME_VIOLATION
from aboveboard.detectors.prohibited_profile import PROHIBITED_PROFILE
from aboveboard.gate.attempts import Attempt
from aboveboard.gate.claims import Claim, claim

__all__ = ["NO_TERMS", "TERMS_CHANGED", "Terms", "terms_of", "wording"]

TERMS_CHANGED: Final = "terms_changed"
"""The kind of entry after which the operator's terms are read anew."""

_FIELDS = ("handle", "display_name", "bio", "url")
_KINDS = ("registration", "profile_change")
_SEVERAL = 0.8
_SCHEMA = pa.schema([(c, pa.int64() if c == "shard" else pa.string()) for c in TEXT_COLUMNS])
_ORDER = ("doubt", "field", "value", "shown", "claim", "how")


class Terms(NamedTuple):
    """The operator's own lists, as rows of what the reader of profiles takes."""

    rows: pa.Table


def terms_of(rows: Iterable[Mapping[str, Any]]) -> Terms:
    """Return the terms that rows of `protected_terms` name, each once."""
    named = ("term", "list", "match", "language")
    distinct = dict.fromkeys(tuple(row.get(n) for n in named) for row in rows if row.get("term"))
    return Terms(
        pa.Table.from_pylist([{"shard": 0, **dict(zip(named, one, strict=True))} for one in distinct], schema=_SCHEMA)
    )


NO_TERMS: Final = terms_of(())
"""No lists: contacts alone are looked for then."""


def wording(attempts: Sequence[Attempt], terms: Terms) -> list[Claim | None]:
    """Return for each attempt the claim that a field of the profile must be changed; None where none is, and for a login or a listing.

    Of a change only the fields that it is about count. A profile alone is possible at most; what makes it likely a scan finds.
    """
    texts = pa.Table.from_pylist([row for n, a in enumerate(attempts) for row in _texts(n, a)], schema=_SCHEMA)
    found: list[Claim | None] = [None] * len(attempts)
    if not texts.num_rows:
        return found
    spans = dict[int, list[dict[str, Any]]]()
    most = int(PROHIBITED_PROFILE.params["contacts"].value)
    for span in spans_of(pa.concat_tables([texts, terms.rows]), few=True).to_pylist():
        if span["level"] <= most:
            spans.setdefault(int(span["account_id"]), []).append(span)
    for n, some in spans.items():
        found[n] = _claim(attempts[n], some)
    return found


def _texts(number: int, attempt: Attempt) -> Iterator[dict[str, Any]]:
    if attempt.kind not in _KINDS:
        return
    about = attempt.changed if attempt.kind == "profile_change" and attempt.changed else _FIELDS
    kind = "organisation" if attempt.verified_org_id else None
    for field in _FIELDS:
        if field in about and (text := getattr(attempt, field)):
            yield {
                "shard": 0, "account_id": str(number), "field": field, "text": text, "handle": attempt.handle, "url": attempt.url or None,
                "kind": kind, "language": attempt.language or None,
            }  # fmt: skip


def _claim(attempt: Attempt, spans: Sequence[Mapping[str, Any]]) -> Claim:
    """Return the claim about the clearest span, as the detector weighs it where nothing but the profile is known."""
    first = min(spans, key=lambda s: tuple(s[n] for n in _ORDER))
    values = {s["value"] for s in spans}
    doubt = first["doubt"] * (_SEVERAL if len(values) > 1 else 1)
    row = {
        **first, "handle": attempt.handle or attempt.display_name or attempt.subject, "tier": "possible", "classes": ["profile"], "related": [],
        "more": f"; {len(values) - 1} more in its profile" if len(values) > 1 else "", "score": NAME_VIOLATION.score(math.log(1 / doubt - 1)),
    }  # fmt: skip
    derivation = f"doubt {doubt:.4f} of the clearest of {len(spans)} spans, rule {first['rule']}"
    return claim(PROHIBITED_PROFILE, attempt.subject, row, {s["field"] for s in spans}, derivation)
