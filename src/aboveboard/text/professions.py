"""Titles of regulated professions: which words name one, in which field, and how much a title says by itself.

The words are data (`data/professions.tsv`, each row with where its titles are listed); an operator's own are added to them.
Titles are compared as a reader takes them, so the caller says how a text is read (`read`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.resources import files
from typing import NamedTuple

__all__ = ["FIELDS", "KINDS", "Title", "Titles", "titles"]

FIELDS = ("medicine", "law", "finance", "education")
"""Fields whose titles are shipped; an operator's may name others."""

KINDS = ("sure", "plain", "licensed", "letters", "prefix", "honorific", "licence")
"""How much a title says: see the head of the data file."""

_PACKED = re.compile("[\u3400-\u9fff]")
_PRACTISED = frozenset(("en", "zh", ""))
"""Languages in which a practice is heard of (`profession_practice`): elsewhere a title that says little says nothing."""
_DOTTED = 4
"""Letters from which a row of capitals is never written with points."""


class Title(NamedTuple):
    """One title as it is read: its field, its kind and its language."""

    term: str
    field: str
    kind: str
    language: str = ""


class Titles(NamedTuple):
    """Titles by the letters they are read as, and patterns that find them: in small letters, and letters behind a name.

    `single` are the words of spaced titles. `gate`, `licensed` (those that need a word of licence), `named` (those that
    a profile names) and `capitals` are the same for RE2: a cheap look at many texts in small letters, and at their capitals.
    """

    known: Mapping[str, Title]
    words: re.Pattern[str]
    letters: re.Pattern[str]
    gate: str
    licensed: str
    capitals: str
    named: str
    single: frozenset[str]


def _rows() -> Iterable[tuple[str, str, str, str]]:
    for line in files("aboveboard.text").joinpath("data/professions.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            field, language, kind, _, words = line.split("\t")
            yield from ((word, field, kind, language) for word in words.split(","))


def titles(read: Callable[[str], str], extra: Iterable[tuple[str, str, str, str]] = ()) -> Titles:
    """Return the shipped titles with an operator's `extra` ones: (title, field, kind, language) each, which win over the shipped.

    Raises `ValueError` on a kind that is none of `KINDS`.
    """
    rows = [*_rows(), *sorted(extra)]
    wrong = sorted({row[2] for row in rows} - set(KINDS))
    if wrong:
        raise ValueError(f"a title is {', '.join(KINDS)}, not {', '.join(wrong)}")
    lettered = {row[0]: Title(*row) for row in rows if row[2] == "letters"}
    others = [(read(row[0]).lower(), *row[1:]) for row in rows if row[2] != "letters" and read(row[0]).strip()]
    spelled = {row[0]: Title(*row) for row in others}
    return _compiled(spelled, lettered)


def _compiled(spelled: Mapping[str, Title], lettered: Mapping[str, Title]) -> Titles:
    packed, spaced = [[w for w in sorted(spelled) if bool(_PACKED.search(w)) == han] for han in (True, False)]
    ordered = sorted(lettered, key=lambda w: (-len(w), w))
    short = "|".join(r"\.?".join(w) + r"\.?" if w.isupper() and len(w) < _DOTTED else re.escape(w) for w in ordered)
    return Titles(
        {**spelled, **{w.replace(".", ""): t for w, t in lettered.items()}},
        re.compile(rf"(?<!\w)(?:{_either(spaced)})(?!\w)|{_either(packed)}"),
        re.compile(rf"(?<![\w@#])(?:{short})(?![A-Za-z0-9_])"),
        _gate(spelled, {"sure", "plain", "licence"}),
        _gate(spelled, {"licensed"}),
        rf"(?:^|[^\pL\pN@#])(?:{short})(?:[^\p{{Latin}}\pN]|$)",
        _gate({w: t for w, t in spelled.items() if t.language in _PRACTISED}, {"licensed", "prefix", "honorific"}),
        frozenset(w for term in spelled for w in term.split() if w.isascii() and w.isalpha()),
    )


def _gate(spelled: Mapping[str, Title], kinds: set[str]) -> str:
    some = [w for w in sorted(spelled) if spelled[w].kind in kinds]
    spaced = "|".join(re.escape(w) for w in some if not _PACKED.search(w))
    packed = "|".join(re.escape(w) for w in some if _PACKED.search(w))
    return (
        "|".join(p for p in (rf"(?:^|^the|[^\pL\pN])(?:{spaced})(?:[^\pL\pN]|$)" if spaced else "", packed) if p)
        or r"[^\s\S]"
    )


def _either(words: Sequence[str]) -> str:
    """Return a pattern of words that shares their beginnings, longest first: many alternatives side by side are slow."""
    if not words:
        return r"(?!)"
    heads: dict[str, list[str]] = {}
    for word in words:
        heads.setdefault(word[:1], []).append(word[1:])
    ends = "" in heads
    parts = [re.escape(h) + (_either(t) if t != [""] else "") for h, t in sorted(heads.items()) if h]
    return f"(?:{'|'.join(parts)})" + ("?" if ends else "") if parts else ""
