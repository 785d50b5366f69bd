"""Spans of profile texts that read as one of the operator's terms, or as a way to reach somebody elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.term_reading import read_letters, read_sounds, sounded, ways_of
from aboveboard.detector import Derived, Groups, Sql
from aboveboard.tables import ARROW, Type
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
    unspaced,
)
from aboveboard.text.innocents import WORDS, is_name
from aboveboard.text.spelling import Spelling, edged, marked, shown, spelling
from aboveboard.text.streams import Read
from aboveboard.text.terms import Candidate, Lexicon, Term, find, lexicon, match_of

__all__ = ["PROFILE_SPANS", "SPAN", "TEXT_COLUMNS", "spans_of"]

_ALLOWED = frozenset(("allow", "allowed", "allowlist", "innocent", "innocents", "exception", "exceptions"))
_NAMES = frozenset(("handle", "display_name"))
_OPEN_KINDS = frozenset(("organisation", "professional"))
_CUE = "\0cue"
_LATIN = frozenset(
    "en fr de es pt it nl sv da no nb fi pl cs sk sl hr ro hu tr vi id ms tl fil et lv lt is sq ca eu gl sw".split()  # noqa: SIM905  (a row of words)
)
_LONG, _HOMOGRAPH, _INNER, _HEARD = 8, 6, 4, 1.6
_LOGIN = re.compile(r"(?i)qq\d+")
_HALF = re.compile("[\uff66-\uff9f]+")
_TURNED = re.compile("\u202e([^\u202c]*)")

SPAN: Mapping[str, Type] = {
    "account_id": "string", "field": "string", "text": "string", "source": "string", "value": "string", "shown": "string",
    "claim": "string", "how": "string", "level": "int", "firm": "bool", "doubt": "float",
}  # fmt: skip
"""One row a span. `value`: what it reads as; `level`: 0 a term, 1 a hidden contact or one in a name, 2 an open contact with
an invitation, 3 an open contact; `firm`: no accident of spelling; `doubt`: the chance that it means no harm."""

TEXT_COLUMNS = (
    "shard",
    "account_id",
    "field",
    "text",
    "source",
    "handle",
    "url",
    "kind",
    "language",
    "term",
    "list",
    "match",
)
"""What the kernel reads: texts, and with `term` filled the operator's terms, once in each shard."""


class _Text(NamedTuple):
    """One profile text and what else is known of its account."""

    account_id: str
    field: str
    text: str
    source: str | None
    handle: str | None
    url: str | None
    kind: str | None
    language: str | None


class _Span(NamedTuple):
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


def spans_of(batch: pa.Table) -> pa.Table:
    """Return the spans (columns `SPAN`) of the texts of one shard (columns `TEXT_COLUMNS`), in order.

    Raises `ValueError` on a row that is neither a text nor a term.
    """
    batch = batch.combine_chunks()
    term = pc.is_valid(batch["term"])
    texts = batch.filter(pc.invert(term))
    if texts["text"].null_count:
        raise ValueError("a row of the texts has none")
    lexicons = _lexicons(_rows_of(batch.filter(term), ("term", "list", "language", "match")))
    written = pc.replace_substring_regex(pc.utf8_normalize(texts["text"], form="NFC"), r"[\r\n]", " ").combine_chunks()
    odd = pc.match_substring_regex(written, "[\u202e\uff66-\uff9f]")
    if pc.any(odd).as_py():
        written = pc.replace_with_mask(
            written, odd, pa.array([_seen(t) for t in written.filter(odd).to_pylist()], pa.string())
        )
    spans = sorted(set(_spans(texts, written, lexicons)), key=str)
    columns = list(zip(*spans, strict=True)) or [[] for _ in SPAN]
    return pa.table({n: pa.array(v, ARROW[t]) for (n, t), v in zip(SPAN.items(), columns, strict=True)})


def _seen(text: str) -> str:
    """Write letters behind a right-to-left override as they are seen, and half-width kana with their marks as one."""
    turned = _TURNED.sub(lambda m: "\u202e" + m.group(1)[::-1], text)
    return _HALF.sub(lambda m: unicodedata.normalize("NFKC", m.group()), turned)


def _rows_of(table_: pa.Table, names: Iterable[str]) -> tuple[tuple[str | None, ...], ...]:
    return tuple(zip(*(table_[n].to_pylist() for n in names), strict=True))


class _Lexicons(NamedTuple):
    """The operator's terms with the apps' names, those looked for by sound, and the innocent words with the exceptions."""

    words: Lexicon
    heard: Lexicon
    allowed: Lexicon


@lru_cache(maxsize=4)
def _lexicons(rows: tuple[tuple[str | None, ...], ...]) -> _Lexicons:
    terms = {
        Term(t or "", name or "terms", language or "", match_of(t or "", match)) for t, name, language, match in rows
    }
    kept = sorted(t for t in terms if t.list.casefold() not in _ALLOWED)
    exceptions = sorted({t.term for t in terms if t.list.casefold() in _ALLOWED} | set(WORDS))
    cues = [Term(c.replace(".", " "), _CUE, "", match_of(c, None)) for c in _cues()]
    return _Lexicons(
        lexicon([*kept, *cues], read_letters, ways_of),
        lexicon([t for t in kept if sounded(t.term)], read_sounds),
        lexicon([Term(w, "", "", "substring") for w in exceptions], read_letters),
    )


@lru_cache(maxsize=1)
def _cues() -> Mapping[str, tuple[str, bool]]:
    """Return each spelling of an app's name with the app, and whether it hides the name."""
    written = {
        cue: (app, bool(hidden))
        for app, kinds in CUES.items()
        for hidden, cues in enumerate(kinds)
        for cue in cues.split()
    }
    return {wrong: (app, True) for cue, (app, _) in written.items() for wrong in misspelled(cue)} | written


@lru_cache(maxsize=1)
def _open_cues() -> re.Pattern[str]:
    plain = sorted((re.escape(c) for c in _cues() if "." not in c), key=len, reverse=True)
    return re.compile(rf"(?i)(?<![^\W_])(?:{'|'.join(plain)})(?![^\W_])")


def _spans(texts: pa.Table, written: pa.Array, lexicons: _Lexicons) -> Iterator[_Span]:
    found = _places(find(written, lexicons.words), range(len(written)))
    packed = (
        pc.indices_nonzero(pc.match_substring_regex(written, r"\p{Han}")).to_pylist() if lexicons.heard.terms else []
    )
    heard = _places(find(written.take(pa.array(packed, pa.int64())), lexicons.heard), packed)
    rows = sorted(_hinted(texts, written) | found.keys() | heard.keys())
    read = written.take(pa.array(rows, pa.int64()))
    harmless = _places([c for c in find(read, lexicons.allowed) if _one_word(c, read, lexicons.allowed)], rows)
    columns = zip(*(texts[n].take(pa.array(rows, pa.int64())).to_pylist() for n in _Text._fields), strict=True)
    for row, text, known in zip(rows, read.to_pylist(), columns, strict=True):
        told, cuts = _Text(*known), harmless.get(row, [])
        yield from _term_spans(told, text, found.get(row, []), cuts, lexicons.words)
        yield from _term_spans(told, text, heard.get(row, []), cuts, lexicons.heard)
        yield from _contact_spans(told, text, found.get(row, []), lexicons.words)


def _places(found: list[Candidate], rows: Sequence[int]) -> dict[int, list[Candidate]]:
    """Return the candidates of each text, by the number its row really has."""
    return {rows[row]: list(here) for row, here in groupby(found, lambda c: c.row)}


def _one_word(place: Candidate, texts: pa.Array, words: Lexicon) -> bool:
    """Tell whether an innocent word stands in one piece: tweed does not stand in best weed."""
    span, word = texts[place.row].as_py()[place.start : place.stop], words.terms[place.term].term
    return not any(read_letters(c) == " " for c in span) or any(read_letters(c) == " " for c in word)


def _hinted(texts: pa.Table, written: pa.Array) -> set[int]:
    """Return the rows worth reading for contacts.

    A profile's address field is where an address belongs, and in a handle only an app's name counts, which is a term.
    """
    place = pc.indices_nonzero(pc.invert(pc.is_in(texts["field"], pa.array(["url", "handle"]))))
    some = written.take(place)
    worth = [pc.match_substring_regex(some, hint).to_numpy(zero_copy_only=False) for hint in HINTS]
    return set(place.to_numpy()[np.logical_or.reduce(worth)].tolist())


def _term_spans(
    known: _Text, text: str, places: list[Candidate], harmless: list[Candidate], words: Lexicon
) -> Iterator[_Span]:
    for place in places:
        term = words.terms[place.term]
        inside = any(
            h.start <= place.start and place.stop <= h.stop and h.stop - h.start > place.stop - place.start
            for h in harmless
        )
        if term.list == _CUE or inside:
            continue
        spelled = _spelled(text, place, term, words.read)
        if spelled is None or (term.match == "word" and not edged(text, place.start, place.stop, term.term)):
            continue
        if "\u202e" in text[: place.start]:
            spelled = Spelling(f"{spelled.how}, its letters turned by U+202E", disguised=True)
        if not _excused(known, text, place, term, spelled):
            yield _term_span(known, text, place, term, spelled)


def _spelled(text: str, place: Candidate, term: Term, read: Read) -> Spelling | None:
    """How a term is spelled. Pinyin stands alone, and a sound needs at least one of the term's own characters beside it."""
    span = text[place.start : place.stop]
    if read is read_letters:
        glued = any(e.isascii() and e.isalpha() for e in (text[: place.start][-1:], text[place.stop :][:1]))
        alone = term.term.isascii() or not span.isascii() or not glued
        return spelling(text, place.start, place.stop, term.term, read, ways_of(term.term)) if alone else None
    own = set(map(read_letters, span)) & set(map(read_letters, term.term))
    heard = spelling(text, place.start, place.stop, term.term, read)
    if heard is None or not own or spelling(text, place.start, place.stop, term.term, read_letters):
        return None
    return Spelling(heard.how.replace(" read as ", " sounds like "), disguised=True, doubt=_HEARD)


def _excused(known: _Text, text: str, place: Candidate, term: Term, spelled: Spelling) -> bool:
    """Tell whether a plain word is a name, another language's word, or three letters in the middle of a longer word."""
    edges = text[place.start - 1 : place.start] if place.start else "", text[place.stop : place.stop + 1]
    glued = [e.isalpha() and e.isascii() for e in edges]
    if spelled.disguised or term.match == "exact":
        return False
    if term.match == "substring" and any(glued):
        return all(glued) and len(term.term) < _INNER and term.term.isascii()
    homograph = {(known.language or "")[:2], term.language[:2]} <= _LATIN and known.language[:2] != term.language[:2]  # type: ignore[index]
    return (homograph and len(term.term) <= _HOMOGRAPH) or is_name(text, place.start, place.stop, known.field)


def _term_span(known: _Text, text: str, place: Candidate, term: Term, spelled: Spelling) -> _Span:
    edges = text[place.start - 1 : place.start] if place.start else "", text[place.stop : place.stop + 1]
    doubt = (0.5 if known.field in _NAMES else 0.65) * (0.6 if spelled.disguised else 1) * spelled.doubt
    doubt *= 0.7 if len(term.term) >= _LONG or not term.term.isascii() else 1
    doubt *= (
        0.8
        if place.stop - place.start == len(text.strip())
        else 1.3
        if any(e.isalpha() and e.isascii() for e in edges)
        else 1
    )
    claim = f"reads “{marked(term.term)}” (list {marked(term.list)})"
    firm = spelled.disguised or len(term.term) >= _LONG
    return _Span(
        *known[:4], term.term, shown(text, place.start, place.stop), claim, spelled.how, 0, firm, round(doubt, 4)
    )


def _contact_spans(known: _Text, text: str, places: list[Candidate], words: Lexicon) -> Iterator[_Span]:
    if known.field == "url":
        return
    chats = [c for p in places if words.terms[p.term].list == _CUE for c in _chat(text, p, words.terms[p.term].term)]
    found = chats + hearts(text) + phones(text) + addresses(text) + payments(text) + _spaced(text)
    invited = bool(INVITES.search(text) or LURES.search(text))
    kept: list[Contact] = []
    for contact in sorted(found, key=lambda c: (-len(c.how), c.start - c.stop, c.start)):
        if all(contact.stop <= k.start or k.stop <= contact.start for k in kept):
            kept.append(contact)
            level = _level(known, text, contact, invited=invited)
            if level:
                yield _contact_span(known, text, contact, level, invited=invited)


def _spaced(text: str) -> list[Contact]:
    """Return the contacts of words written letter by letter with spaces between."""
    joined, place = unspaced(text)
    if joined == text:
        return []
    apps = ((m, _cues()[m.group().casefold()][0]) for m in _open_cues().finditer(joined))
    chats = [c for m, app in apps if (c := chat(joined, *m.span(), app, ""))]
    found = chats + hearts(joined) + addresses(joined) + payments(joined)
    return [c._replace(start=place[c.start], stop=place[c.stop - 1] + 1, how="its letters spaced out") for c in found]


def _chat(text: str, place: Candidate, cue: str) -> Iterator[Contact]:
    app, hidden = _cues()[cue if cue in _cues() else cue.replace(" ", ".")]
    spelled = spelling(text, place.start, place.stop, cue, read_letters, ways_of(cue))
    if not _cues().get(text[place.start : place.stop].casefold(), (app, True))[1]:
        hidden, spelled = False, spelled and Spelling("as written", disguised=False)
    edges = text[place.start - 1 : place.start + 1] if place.start else "", text[place.stop - 1 : place.stop + 1]
    if spelled is None or "repeated" in spelled.how or any(len(e) == 2 and e.isascii() and e.isalpha() for e in edges):  # noqa: PLR2004
        return
    how = f"{marked(text[place.start : place.stop])} for {app}" if hidden else spelled.how if spelled.disguised else ""
    contact = chat(text, place.start, place.stop, app, how)
    yield from [contact] if contact else []


def _level(known: _Text, text: str, contact: Contact, *, invited: bool) -> int:
    """How openly a contact stands there: 1 hidden or out of place, 2 open with an invitation, 3 open, 0 none at all."""
    if known.field == "handle":
        return int(_in_handle(text, contact))
    if contact.how and (contact.kind != "mail" or contact.how.startswith("its letters")):
        return 1
    if known.kind in _OPEN_KINDS or known.field in {"url", "post"}:
        return 3
    return _openness(known, text, contact, invited=invited)


def _openness(known: _Text, text: str, contact: Contact, *, invited: bool) -> int:
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


def _own(known: _Text, contact: Contact) -> bool:
    """Whether an address in a name is the account's own: its handle's, or the one in its profile."""
    host = contact.value.split("//")[-1].removeprefix("www.").split("/")[0]
    letters = "".join(c for c in (known.handle or "").casefold() if c.isalnum())
    return (
        host in (known.url or "").casefold()
        or host.split(".")[0].replace("-", "") in letters
        or host.replace(".", "") in letters
    )


def _contact_span(known: _Text, text: str, contact: Contact, level: int, *, invited: bool) -> _Span:
    doubt = 0.55 * (0.6 if contact.how else 1) * (0.8 if invited else 1) * (0.8 if known.field in _NAMES else 1)
    claim = f"gives a {contact.kind} contact, {marked(contact.value)}"
    how = contact.how or ("written openly, in a place for names" if level == 1 else "written openly")
    return _Span(
        *known[:4], contact.value, shown(text, contact.start, contact.stop), claim, how, level, True, round(doubt, 4)
    )


_TEXTS = """
SELECT length(text) % 8 AS shard, account_id, field, text, CAST(NULL AS VARCHAR) AS source, handle, url, kind, language,
  CAST(NULL AS VARCHAR) AS term, CAST(NULL AS VARCHAR) AS list, CAST(NULL AS VARCHAR) AS match
FROM (
  SELECT account_id, 'handle' AS field, handle AS text, handle, url, kind, language FROM accounts
  UNION ALL SELECT account_id, 'display_name' AS field, display_name AS text, handle, url, kind, language FROM accounts
  UNION ALL SELECT account_id, 'bio' AS field, bio AS text, handle, url, kind, language FROM accounts
  UNION ALL SELECT account_id, 'location' AS field, location AS text, handle, url, kind, language FROM accounts
  UNION ALL SELECT account_id, 'url' AS field, url AS text, handle, url, kind, language FROM accounts
) AS fields WHERE text IS NOT NULL
"""

_ALL = """
SELECT shard, account_id, field, text, source, handle, url, kind, language, term, list, match FROM texts
UNION ALL SELECT s.shard, NULL AS account_id, NULL AS field, NULL AS text, NULL AS source, NULL AS handle, NULL AS url,
  NULL AS kind, t.language, t.term, t.list, t.match
FROM protected_terms AS t CROSS JOIN (SELECT DISTINCT shard FROM texts) AS s
"""

PROFILE_SPANS = Derived(
    name="profile_spans",
    about=(
        "Spans of handle, display name, biography, location and address that read as one of the operator's terms, however "
        "they are spelled, or that give a way to reach the account's owner elsewhere."
    ),
    reads={
        "accounts": "account_id handle display_name? bio? location? url? kind? language?",
        "protected_terms?": "term list language match",
    },
    steps=(Sql("texts", _TEXTS), Sql("everything", _ALL), Groups("spans", "everything", ("shard",), spans_of, SPAN)),
    columns=SPAN,
)
