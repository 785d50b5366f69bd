"""Spans of profile texts that read as one of the operator's terms, or as a way to reach somebody elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.contact_spans import (
    NAME_FIELDS,
    Span,
    Text,
    contact_spans,
    contacts_of,
    cues,
    hinted,
    hinted_in,
)
from aboveboard.derived.term_reading import read_letters, read_sounds, sounded, ways_of
from aboveboard.detector import Derived, Groups, Sql
from aboveboard.names.few import pattern_of
from aboveboard.tables import ARROW, Type
from aboveboard.text.composing import composed
from aboveboard.text.contacts import Contact
from aboveboard.text.innocents import WORDS, is_name
from aboveboard.text.spelling import Spelling, edged, marked, shown, spelling
from aboveboard.text.streams import Read
from aboveboard.text.terms import Candidate, Lexicon, Term, find, find_in, lexicon, match_of

__all__ = ["PROFILE_SPANS", "SPAN", "TEXT_COLUMNS", "Lexicons", "lexicons_of", "spans_in", "spans_of"]

_ALLOWED = frozenset(("allow", "allowed", "allowlist", "innocent", "innocents", "exception", "exceptions"))
_CUE = "\0cue"
_LATIN = frozenset(
    "en fr de es pt it nl sv da no nb fi pl cs sk sl hr ro hu tr vi id ms tl fil et lv lt is sq ca eu gl sw".split()  # noqa: SIM905  (a row of words)
)
_LONG, _HOMOGRAPH, _INNER, _HEARD = 8, 6, 4, 1.6
_ODD = re.compile("[\u202e\uff66-\uff9f]")
_HALF = re.compile("[\uff66-\uff9f]+")
_TURNED = re.compile("\u202e([^\u202c]*)")

SPAN: Mapping[str, Type] = {
    "account_id": "string", "field": "string", "text": "string", "source": "string", "value": "string", "shown": "string",
    "claim": "string", "how": "string", "level": "int", "firm": "bool", "doubt": "float",
    "rule": "string",
}  # fmt: skip
"""One row a span. `value`: what it reads as; `level`: 0 a term, 1 a hidden contact or one in a name, 2 an open contact with
an invitation, 3 an open contact; `firm`: no accident of spelling; `doubt`: the chance that it means no harm; `rule`: the term's list, or `contact`."""

TEXT_COLUMNS = (
    "shard", "account_id", "field", "text", "source", "handle", "url", "kind", "language", "term", "list", "match",
)  # fmt: skip
"""What the kernel reads: texts, and with `term` filled the operator's terms, once in each shard."""


def spans_of(batch: pa.Table, *, contacts: bool = True) -> pa.Table:
    """Return the spans (columns `SPAN`) of the texts of one shard (columns `TEXT_COLUMNS`), in order.

    Without `contacts` only terms are looked for.

    Raises `ValueError` on a row that is neither a text nor a term.
    """
    batch = batch.combine_chunks()
    term = pc.is_valid(batch["term"])
    texts = batch.filter(pc.invert(term))
    if texts["text"].null_count:
        raise ValueError("a row of the texts has none")
    lexicons = lexicons_of(_rows_of(batch.filter(term), ("term", "list", "language", "match")))
    coded = texts["text"].combine_chunks().dictionary_encode()
    written = _written(coded.dictionary)
    spans = sorted(set(_spans(texts, written, coded.indices.to_numpy(), lexicons, contacts=contacts)), key=str)
    columns = list(zip(*spans, strict=True)) or [[] for _ in SPAN]
    return pa.table({n: pa.array(v, ARROW[t]) for (n, t), v in zip(SPAN.items(), columns, strict=True)})


def spans_in(texts: Sequence[Text], lexicons: Lexicons) -> list[Span]:
    """Return the spans of some dozens of texts, one by one: those that `spans_of` finds, with contacts, without an array of one text."""
    written = [t.text.replace("\r", " ").replace("\n", " ") for t in texts]
    foreign = [n for n, t in enumerate(written) if not t.isascii()]
    if foreign:
        seen = pc.utf8_normalize(pa.array([written[n] for n in foreign], pa.string()), form="NFC").to_pylist()
        for n, text in zip(foreign, seen, strict=True):
            written[n] = _seen(text) if _ODD.search(text) else text
    found = (span for known, text in zip(texts, written, strict=True) for span in _spans_in(known, text, lexicons))
    return sorted(set(found), key=str)


def _spans_in(known: Text, text: str, lexicons: Lexicons) -> Iterator[Span]:
    found, heard, harmless = _terms_in(text, lexicons)
    if found or heard:
        yield from _term_spans(known, text, found, harmless, lexicons.words)
        yield from _term_spans(known, text, heard, harmless, lexicons.heard)
    if known.field != "url":
        yield from contact_spans(
            known, text, _contacts_in(text, 0 if known.field == "handle" else hinted_in(text), lexicons)
        )


@lru_cache(maxsize=16_384)
def _terms_in(text: str, lexicons: Lexicons) -> tuple[list[Candidate], list[Candidate], list[Candidate]]:
    """Return where a text may hold terms, what sounds like one, and innocent words around them. Read only: many profiles hold the same text."""
    found = find_in(text, lexicons.words)
    heard = find_in(text, lexicons.heard) if lexicons.heard.terms and pattern_of(r"\p{Han}").search(text) else []
    allowed = find_in(text, lexicons.allowed) if found or heard else []
    return found, heard, [c for c in allowed if _one_word(c, text, lexicons.allowed)]


@lru_cache(maxsize=16_384)
def _contacts_in(text: str, flags: int, lexicons: Lexicons) -> list[Contact]:
    """Return the contacts of a text, as `contacts_of` does. Read only."""
    return contacts_of(text, _cued(_terms_in(text, lexicons)[0], lexicons.words), flags)


def _written(texts: pa.Array) -> pa.Array:
    """Return texts in NFC, on one line, as they are seen. What is ASCII is so already."""
    written = _changed(texts, pc.match_substring_regex(texts, r"[\r\n]"), _on_one_line)
    return _changed(written, pc.invert(pc.string_is_ascii(written)), _as_seen)


def _changed(texts: pa.Array, some: pa.BooleanArray, change: Callable[[pa.Array], pa.Array]) -> pa.Array:
    """Return texts of which `some` are changed: of many, few need it."""
    return pc.replace_with_mask(texts, some, change(texts.filter(some))) if pc.any(some).as_py() else texts


def _on_one_line(texts: pa.Array) -> pa.Array:
    return pc.replace_substring_regex(texts, r"[\r\n]", " ")


def _as_seen(texts: pa.Array) -> pa.Array:
    whole = composed(texts)
    return _changed(whole, pc.match_substring_regex(whole, _ODD.pattern), _turned)


def _turned(texts: pa.Array) -> pa.Array:
    return pa.array([_seen(t) for t in texts.to_pylist()], pa.string())


def _seen(text: str) -> str:
    """Write letters behind a right-to-left override as they are seen, and half-width kana with their marks as one."""
    turned = _TURNED.sub(lambda m: "\u202e" + m.group(1)[::-1], text)
    return _HALF.sub(lambda m: unicodedata.normalize("NFKC", m.group()), turned)


def _rows_of(table_: pa.Table, names: Iterable[str]) -> tuple[tuple[str | None, ...], ...]:
    return tuple(zip(*(table_[n].to_pylist() for n in names), strict=True))


@dataclass(frozen=True, eq=False)
class Lexicons:
    """The operator's terms with the apps' names, those looked for by sound, and the innocent words with the exceptions."""

    words: Lexicon
    heard: Lexicon
    allowed: Lexicon


@lru_cache(maxsize=2)
def lexicons_of(rows: tuple[tuple[str | None, ...], ...]) -> Lexicons:
    """Compile rows of an operator's lists: term, list, language and match."""
    terms = {
        Term(t or "", name or "terms", language or "", match_of(t or "", match)) for t, name, language, match in rows
    }
    kept = sorted(t for t in terms if t.list.casefold() not in _ALLOWED)
    exceptions = sorted({t.term for t in terms if t.list.casefold() in _ALLOWED} | set(WORDS))
    named = [Term(c.replace(".", " "), _CUE, "", match_of(c, None)) for c in cues()]
    return Lexicons(
        lexicon([*kept, *named], read_letters, ways_of),
        lexicon([t for t in kept if sounded(t.term)], read_sounds),
        lexicon([Term(w, "", "", "substring") for w in exceptions], read_letters),
    )


def _worth_reading(batch: pa.Table) -> pa.Table:
    """Keep the texts that may hold a term or a contact: a cheap look at all of them, each written text once.

    Columns in: `account_id`, `field`, `text`, and with `term` filled the operator's terms; out: `_WORTH`.
    """
    lexicons = lexicons_of(_rows_of(batch.filter(pc.is_valid(batch["term"])), ("term", "list", "language", "match")))
    kept = [batch.slice(0, 0).select(list(_WORTH))]
    for start in range(0, batch.num_rows, _AT_ONCE):
        texts = batch.slice(start, _AT_ONCE).select(list(_WORTH))
        texts = texts.filter(pc.is_valid(texts["text"])).combine_chunks()
        coded = texts["text"].combine_chunks().dictionary_encode()
        number = coded.indices.to_numpy()
        met = _met(texts, _written(coded.dictionary), number, lexicons, contacts=True)
        kept.append(texts.filter(pa.array(np.isin(number, np.array(met.read(), np.int64)))))
    return pa.concat_tables(kept)


_AT_ONCE = 500_000
"""Texts that are looked at together: those of one field come one after the other, and many are the same."""

_WORTH: Mapping[str, Type] = {"account_id": "string", "field": "string", "text": "string"}


class _Met(NamedTuple):
    """What may stand in distinct texts, by their numbers: terms, sounds of terms, and what some are read for, none without contacts."""

    found: dict[int, list[Candidate]]
    heard: dict[int, list[Candidate]]
    whole: dict[int, int] | None

    def read(self) -> list[int]:
        """Return the numbers of the texts to read."""
        return sorted((self.whole or {}).keys() | self.found.keys() | self.heard.keys())


def _met(texts: pa.Table, distinct: pa.Array, number: np.ndarray, lexicons: Lexicons, *, contacts: bool) -> _Met:
    found = _places(find(distinct, lexicons.words), range(len(distinct)))
    packed = (
        pc.indices_nonzero(pc.match_substring_regex(distinct, r"\p{Han}")).to_pylist() if lexicons.heard.terms else []
    )
    heard = _places(find(distinct.take(pa.array(packed, pa.int64())), lexicons.heard), packed)
    return _Met(found, heard, _hinted(texts, distinct, number) if contacts else None)


def _spans(
    texts: pa.Table, distinct: pa.Array, number: np.ndarray, lexicons: Lexicons, *, contacts: bool
) -> Iterator[Span]:
    """Read every distinct text once, then weigh what was found where it stands; `number` says which text a row has."""
    met = _met(texts, distinct, number, lexicons, contacts=contacts)
    read = met.read()
    known = distinct.take(pa.array(read, pa.int64()))
    allowed = [c for c in find(known, lexicons.allowed) if _one_word(c, known[c.row].as_py(), lexicons.allowed)]
    readings = _Readings(*met[:2], _places(allowed, read), met.whole, lexicons)
    yield from _rows_read(texts, number, dict(zip(read, known.to_pylist(), strict=True)), readings)


class _Readings(NamedTuple):
    """What was found in the distinct texts, by their numbers; `whole`: what some are read for, none without contacts."""

    found: dict[int, list[Candidate]]
    heard: dict[int, list[Candidate]]
    harmless: dict[int, list[Candidate]]
    whole: dict[int, int] | None
    lexicons: Lexicons


def _rows_read(texts: pa.Table, number: np.ndarray, read: dict[int, str], readings: _Readings) -> Iterator[Span]:
    words, heard = readings.lexicons.words, readings.lexicons.heard
    rows = np.flatnonzero(np.isin(number, np.fromiter(read, np.int64, len(read))))
    columns = zip(*(texts[n].take(pa.array(rows)).to_pylist() for n in Text._fields), strict=True)
    contacts: dict[tuple[int, int], list[Contact]] = {}
    for at, known in zip(number[rows].tolist(), columns, strict=True):
        told, text, cuts = Text(*known), read[at], readings.harmless.get(at, [])
        yield from _term_spans(told, text, readings.found.get(at, []), cuts, words)
        yield from _term_spans(told, text, readings.heard.get(at, []), cuts, heard)
        if readings.whole is None:
            continue
        whole = 0 if told.field == "handle" else readings.whole.get(at, 0)
        if (at, whole) not in contacts:
            contacts[at, whole] = contacts_of(text, _cued(readings.found.get(at, []), words), whole)
        yield from contact_spans(told, text, contacts[at, whole])


def _cued(found: Iterable[Candidate], words: Lexicon) -> list[tuple[int, int, str]]:
    """Return where apps are named, and by which cue."""
    return [(p.start, p.stop, words.terms[p.term].term) for p in found if words.terms[p.term].list == _CUE]


def _places(found: list[Candidate], rows: Sequence[int]) -> dict[int, list[Candidate]]:
    """Return the candidates of each text, by the number its row really has."""
    return {rows[row]: list(here) for row, here in groupby(found, lambda c: c.row)}


def _one_word(place: Candidate, text: str, words: Lexicon) -> bool:
    """Tell whether an innocent word stands in one piece: tweed does not stand in best weed."""
    span, word = text[place.start : place.stop], words.terms[place.term].term
    return not any(read_letters(c) == " " for c in span) or any(read_letters(c) == " " for c in word)


def _hinted(texts: pa.Table, distinct: pa.Array, number: np.ndarray) -> dict[int, int]:
    """Return the numbers of the texts worth reading for contacts, with what they may hold.

    A profile's address field is where an address belongs, and in a handle only an app's name counts, which is a term.
    """
    place = pc.invert(pc.is_in(texts["field"], pa.array(["url", "handle"]))).to_numpy(zero_copy_only=False)
    some = np.flatnonzero(np.bincount(number[place], minlength=1))
    flags = hinted(distinct.take(pa.array(some)))
    worth = np.flatnonzero(flags)
    return dict(zip(some[worth].tolist(), flags[worth].tolist(), strict=True))


def _term_spans(
    known: Text, text: str, places: list[Candidate], harmless: list[Candidate], words: Lexicon
) -> Iterator[Span]:
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


def _excused(known: Text, text: str, place: Candidate, term: Term, spelled: Spelling) -> bool:
    """Tell whether a plain word is a name, another language's word, or three letters in the middle of a longer word."""
    edges = text[place.start - 1 : place.start] if place.start else "", text[place.stop : place.stop + 1]
    glued = [e.isalpha() and e.isascii() for e in edges]
    if spelled.disguised or term.match == "exact":
        return False
    if term.match == "substring" and any(glued):
        return all(glued) and len(term.term) < _INNER and term.term.isascii()
    homograph = {(known.language or "")[:2], term.language[:2]} <= _LATIN and known.language[:2] != term.language[:2]  # type: ignore[index]
    return (homograph and len(term.term) <= _HOMOGRAPH) or is_name(text, place.start, place.stop, known.field)


def _term_span(known: Text, text: str, place: Candidate, term: Term, spelled: Spelling) -> Span:
    edges = text[place.start - 1 : place.start] if place.start else "", text[place.stop : place.stop + 1]
    doubt = (0.5 if known.field in NAME_FIELDS else 0.65) * (0.6 if spelled.disguised else 1) * spelled.doubt
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
    return Span(
        *known[:4],
        term.term,
        shown(text, place.start, place.stop),
        claim,
        spelled.how,
        0,
        firm,
        round(doubt, 4),
        term.list,
    )


_FIELDS = ("handle", "display_name", "bio", "location", "url")

_NONE = ", ".join(f"CAST(NULL AS VARCHAR) AS {c}" for c in ("language", "term", "list", "match"))

_TEXTS = f"""
{" UNION ALL ".join(f"SELECT 1 AS world, account_id, '{f}' AS field, {f} AS text, {_NONE} FROM accounts" for f in _FIELDS)}
UNION ALL SELECT 1 AS world, NULL AS account_id, NULL AS field, NULL AS text, language, term, list, match FROM protected_terms
"""

_EVERYTHING = f"""
SELECT length(text) % 8 AS shard, account_id, field, text, CAST(NULL AS VARCHAR) AS source, handle, url, kind, language,
  CAST(NULL AS VARCHAR) AS term, CAST(NULL AS VARCHAR) AS list, CAST(NULL AS VARCHAR) AS match
FROM worth JOIN accounts USING (account_id)
UNION ALL SELECT s.shard, NULL AS account_id, NULL AS field, NULL AS text, NULL AS source, NULL AS handle, NULL AS url,
  NULL AS kind, t.language, t.term, t.list, t.match
FROM protected_terms AS t CROSS JOIN ({" UNION ALL ".join(f"SELECT {n} AS shard" for n in range(8))}) AS s
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
    steps=(
        Sql("texts", _TEXTS),
        Groups("worth", "texts", ("world",), _worth_reading, _WORTH),
        Sql("everything", _EVERYTHING),
        Groups("spans", "everything", ("shard",), spans_of, SPAN),
    ),
    columns=SPAN,
)
