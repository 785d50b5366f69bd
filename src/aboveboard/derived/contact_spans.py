"""Ways to reach an account's owner elsewhere that its profile gives: found in a text, then weighed where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.term_reading import read_letters, ways_of
from aboveboard.names.few import pattern_of
from aboveboard.text.asides import ASIDES, asides, unspaced
from aboveboard.text.contacts import (
    CUES,
    HINTS,
    INVITES,
    LURES,
    OFFERS,
    Contact,
    addresses,
    chat,
    hearts,
    misspelled,
    payments,
    phones,
)
from aboveboard.text.dictated import hint as signs_said
from aboveboard.text.handles import handles, said, worth
from aboveboard.text.spelling import Spelling, marked, shown, spelling
from aboveboard.text.spoken import hint as numbers_said

__all__ = ["EVERYTHING", "NAME_FIELDS", "Span", "Text", "contact_spans", "contacts_of", "cues", "hinted", "hinted_in"]

NAME_FIELDS = frozenset(("handle", "display_name"))
_NUMBERS, _OPEN, _HANDLES, _SIGNS, _ASIDES = (np.uint8(1 << n) for n in range(5))
"""What a text may hold: numbers; addresses, payments and hearts; names for a chat; signs in words; what is told in a roundabout way."""
EVERYTHING = int(_NUMBERS | _OPEN | _HANDLES | _SIGNS | _ASIDES)
"""The flags of a text that is read for every contact."""
_OPEN_KINDS = frozenset(("organisation", "professional"))
_CONTACT = "contact"
"""The rule that a span broke which is no term of a list."""
_LOGIN = re.compile(r"(?i)qq\d+")


class Text(NamedTuple):
    """One profile text and what else is known of its account."""

    account_id: str
    field: str
    text: str
    source: str | None
    handle: str | None
    url: str | None
    kind: str | None
    language: str | None


class Span(NamedTuple):
    """One row of `SPAN`."""

    account_id: str
    field: str
    text: str
    source: str | None
    value: str
    shown: str
    claim: str
    how: str
    level: int
    firm: bool
    doubt: float
    rule: str = _CONTACT


@lru_cache(maxsize=1)
def cues() -> Mapping[str, tuple[str, bool]]:
    """Return each spelling of an app's name with the app, and whether it hides the name."""
    written = {
        cue: (app, bool(hidden))
        for app, kinds in CUES.items()
        for hidden, cues in enumerate(kinds)
        for cue in cues.split()
    }
    return {wrong: (app, True) for cue, (app, _) in written.items() for wrong in misspelled(cue)} | written


@lru_cache(maxsize=1)
def _opencues() -> re.Pattern[str]:
    plain = sorted((re.escape(c) for c in cues() if "." not in c), key=len, reverse=True)
    return re.compile(rf"(?i)(?<![^\W_])(?:{'|'.join(plain)})(?![^\W_])")


def hinted(texts: pa.Array) -> np.ndarray:
    """Return for each text what it is worth reading for, as flags: a cheap look at all of them, each once."""
    handle, some_words = worth()
    flags = _match(texts, HINTS[0]) * _NUMBERS | _match(texts, handle) * _HANDLES
    for pattern in HINTS[1:]:
        flags |= _match(texts, pattern) * _OPEN
    flags |= _match(texts, ASIDES) * _ASIDES
    place = np.flatnonzero(_match(texts, some_words))
    small = pc.utf8_lower(texts.take(pa.array(place)))
    flags[place] |= _match(small, signs_said()) * _SIGNS
    for pattern in numbers_said():
        chosen = np.flatnonzero(_match(small, pattern))
        place, small = place[chosen], small.take(pa.array(chosen))
    flags[place] |= _NUMBERS
    return flags


@lru_cache(maxsize=16_384)
def hinted_in(text: str) -> int:
    """Return what one text is worth reading for, as `hinted` does of many; everything where it has words enough to dictate something."""
    handle, some_words = worth()
    if _has(text, some_words):
        return EVERYTHING
    open_ = any(_has(text, pattern) for pattern in HINTS[1:])
    aside = _has(text, ASIDES)
    return int(_has(text, HINTS[0]) * _NUMBERS | _has(text, handle) * _HANDLES | open_ * _OPEN | aside * _ASIDES)


def _has(text: str, pattern: str) -> bool:
    return pattern_of(pattern).search(text) is not None


def _match(texts: pa.Array, pattern: str) -> np.ndarray:
    return pc.match_substring_regex(texts, pattern).to_numpy(zero_copy_only=False).astype(np.uint8)


def contacts_of(text: str, places: list[tuple[int, int, str]], flags: int) -> list[Contact]:
    """Return the contacts of a text, none overlapping another. `places`: where apps are named, and by which cue.

    `flags` is what `hinted` says of the text.
    """
    found = [c for start, stop, cue in places for c in _chat(text, start, stop, cue)]
    if flags & (_NUMBERS | _OPEN):
        found += hearts(text) + phones(text) + addresses(text) + payments(text) + _spaced(text)
    if flags:
        found += handles(text, read_letters)
    if flags & _SIGNS:
        found += said(text)
    if flags & _ASIDES:
        found += asides(text)
    kept: list[Contact] = []
    for contact in sorted(found, key=lambda c: (-len(c.how), c.start - c.stop, c.start)):
        if all(contact.stop <= k.start or k.stop <= contact.start for k in kept):
            kept.append(contact)
    return kept


def contact_spans(known: Text, text: str, contacts: list[Contact]) -> Iterator[Span]:
    """Yield the contacts that count in some way where they stand."""
    if known.field == "url":
        return
    invited = bool(contacts) and bool(INVITES.search(text) or LURES.search(text))
    for contact in contacts:
        level = _level(known, text, contact, invited=invited)
        if level:
            yield _contact_span(known, text, contact, level, invited=invited)


def _spaced(text: str) -> list[Contact]:
    """Return the contacts of words written letter by letter with spaces between."""
    joined, place = unspaced(text)
    if joined == text:
        return []
    apps = ((m, cues()[m.group().casefold()][0]) for m in _opencues().finditer(joined))
    chats = [c for m, app in apps if (c := chat(joined, *m.span(), app, ""))]
    found = chats + hearts(joined) + addresses(joined) + payments(joined)
    return [c._replace(start=place[c.start], stop=place[c.stop - 1] + 1, how="its letters spaced out") for c in found]


def _chat(text: str, start: int, stop: int, cue: str) -> Iterator[Contact]:
    app, hidden = cues()[cue if cue in cues() else cue.replace(" ", ".")]
    spelled = spelling(text, start, stop, cue, read_letters, ways_of(cue))
    if not cues().get(text[start:stop].casefold(), (app, True))[1]:
        hidden, spelled = False, spelled and Spelling("as written", disguised=False)
    edges = text[start - 1 : start + 1] if start else "", text[stop - 1 : stop + 1]
    if spelled is None or "repeated" in spelled.how or any(len(e) == 2 and e.isascii() and e.isalpha() for e in edges):  # noqa: PLR2004
        return
    how = f"{marked(text[start:stop])} for {app}" if hidden else spelled.how if spelled.disguised else ""
    contact = chat(text, start, stop, app, how)
    yield from [contact] if contact else []


def _level(known: Text, text: str, contact: Contact, *, invited: bool) -> int:
    """How openly a contact stands there: 1 hidden or out of place, 2 open with an invitation, 3 open, 0 none at all."""
    if known.field == "handle":
        return int(_in_handle(text, contact))
    if contact.how and (contact.kind != "mail" or contact.how.startswith("its ")):
        return 1
    if known.kind in _OPEN_KINDS or known.field in {"url", "post"}:
        return 3
    return _openness(known, text, contact, invited=invited)


def _openness(known: Text, text: str, contact: Contact, *, invited: bool) -> int:
    """How far out of place an open contact is."""
    if known.field == "display_name":
        return 3 if contact.kind == "url" and _own(known, contact) else 1
    spelled = contact.kind == "mail" and "@" not in contact.value
    if (contact.kind in {"chat", "payment"} or spelled) and (LURES.search(text) or OFFERS.search(contact.value)):
        return 1
    if known.field == "location" and contact.kind in {"phone", "chat"}:
        return 1
    return 2 if invited else 3


def _in_handle(text: str, contact: Contact) -> bool:
    """In a handle only an app's name with a name for it counts: figures alone, or qq and figures, are what sign-ups hand out."""
    return contact.kind == "chat" and any(c.isdigit() for c in contact.value) and not _LOGIN.fullmatch(text)


def _own(known: Text, contact: Contact) -> bool:
    """Whether an address in a name is the account's own: its handle's, or the one in its profile."""
    host = contact.value.split("//")[-1].removeprefix("www.").split("/")[0]
    letters = "".join(c for c in (known.handle or "").casefold() if c.isalnum())
    return (
        host in (known.url or "").casefold()
        or host.split(".")[0].replace("-", "") in letters
        or host.replace(".", "") in letters
    )


def _contact_span(known: Text, text: str, contact: Contact, level: int, *, invited: bool) -> Span:
    doubt = 0.55 * (0.6 if contact.how else 1) * (0.8 if invited else 1) * (0.8 if known.field in NAME_FIELDS else 1)
    claim = f"gives a {contact.kind} contact, {marked(contact.value)}"
    how = contact.how or ("written openly, in a place for names" if level == 1 else "written openly")
    return Span(
        *known[:4], contact.value, shown(text, contact.start, contact.stop), claim, how, level, True, round(doubt, 4)
    )
