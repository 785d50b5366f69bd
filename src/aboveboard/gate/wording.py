"""Whether a profile would hold one of the operator's terms or a hidden way to reach its owner elsewhere: read as a scan reads it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from aboveboard.derived.contact_spans import Span, Text
from aboveboard.derived.profile_spans import Lexicons, lexicons_of, spans_in
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
_MOST = int(PROHIBITED_PROFILE.params["contacts"].value)
"""How openly a contact may stand to count: see `profile_spans`."""
_ORDER = ("doubt", "field", "value", "shown", "claim", "how")


@dataclass(frozen=True, eq=False)
class Terms:
    """The operator's own lists, as rows of term, list, language and match."""

    rows: tuple[tuple[str | None, ...], ...]

    @cached_property
    def lexicons(self) -> Lexicons:
        """The lists, compiled when they are first looked for."""
        return lexicons_of(self.rows)


def terms_of(rows: Iterable[Mapping[str, Any]]) -> Terms:
    """Return the terms that rows of `protected_terms` name, each once."""
    named = ("term", "list", "language", "match")
    return Terms(tuple(dict.fromkeys(tuple(row.get(n) for n in named) for row in rows if row.get("term"))))


NO_TERMS: Final = terms_of(())
"""No lists: contacts alone are looked for then."""


def wording(attempts: Sequence[Attempt], terms: Terms) -> list[Claim | None]:
    """Return for each attempt the claim that a field of the profile must be changed; None where none is, and for a login or a listing.

    Of a change only the fields that it is about count. A profile alone is possible at most; what makes it likely a scan finds.
    """
    texts = [text for n, a in enumerate(attempts) for text in _texts(n, a)]
    found: list[Claim | None] = [None] * len(attempts)
    spans = dict[int, list[Span]]()
    for span in spans_in(texts, terms.lexicons) if texts else ():
        if span.level <= _MOST:
            spans.setdefault(int(span.account_id), []).append(span)
    for n, some in spans.items():
        found[n] = _claim(attempts[n], some)
    return found


def _texts(number: int, attempt: Attempt) -> Iterator[Text]:
    if attempt.kind not in _KINDS:
        return
    about = attempt.changed if attempt.kind == "profile_change" and attempt.changed else _FIELDS
    kind = "organisation" if attempt.verified_org_id else None
    known = (None, attempt.handle, attempt.url or None, kind, attempt.language or None)
    for field in _FIELDS:
        if field in about and (text := getattr(attempt, field)):
            yield Text(str(number), field, text, *known)


def _claim(attempt: Attempt, spans: Sequence[Span]) -> Claim:
    """Return the claim about the clearest span, as the detector weighs it where nothing but the profile is known."""
    first = min(spans, key=lambda s: tuple(getattr(s, n) for n in _ORDER))
    values = {s.value for s in spans}
    doubt = first.doubt * (_SEVERAL if len(values) > 1 else 1)
    row = {
        **first._asdict(), "handle": attempt.handle or attempt.display_name or attempt.subject, "tier": "possible", "classes": ["profile"], "related": [],
        "more": f"; {len(values) - 1} more in its profile" if len(values) > 1 else "", "score": NAME_VIOLATION.score(math.log(1 / doubt - 1)),
    }  # fmt: skip
    derivation = f"doubt {doubt:.4f} of the clearest of {len(spans)} spans, rule {first.rule}"
    return claim(PROHIBITED_PROFILE, attempt.subject, row, {s.field for s in spans}, derivation)
