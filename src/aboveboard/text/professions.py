"""Titles of regulated professions: which words name one, in which field, and how much a title says by itself.

The words are data (`data/professions.tsv`, each row with where its titles are listed); an operator's own are added to them.
Titles are compared as a reader takes them, so the caller says how a text is read (`read`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files
from typing import NamedTuple

__all__ = ["FIELDS", "KINDS", "Title", "Titles", "titles"]

FIELDS = ("medicine", "law", "finance", "education")
"""Fields whose titles are shipped; an operator's may name others."""

KINDS = ("sure", "plain", "licensed", "letters", "honorific", "licence")
"""How much a title says: see the head of the data file."""

_PACKED = re.compile("[\u3400-\u9fff]")


class Title(NamedTuple):
    """One title as it is read: its field, its kind and its language."""

    term: str
    field: str
    kind: str
    language: str = ""


class Titles(NamedTuple):
    """Titles by the letters they are read as, and patterns that find them: in small letters, and letters behind a name.

    `single` are the words of spaced titles. `gate` and `capitals` are the same for RE2: a cheap look at many texts in small letters, and at their capitals.
    """

    known: Mapping[str, Title]
    words: re.Pattern[str]
    letters: re.Pattern[str]
    gate: str
    capitals: str
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
    ordered = sorted(spelled, key=lambda w: (-len(w), w))
    packed = [re.escape(w) for w in ordered if _PACKED.search(w)]
    spaced = [re.escape(w) for w in ordered if not _PACKED.search(w)]
    some = [re.escape(w) for w in ordered if spelled[w].kind != "honorific" and not _PACKED.search(w)]
    short = [r"\.?".join(w) + r"\.?" if w.isupper() and len(w) < 4 else re.escape(w) for w in sorted(lettered, key=lambda w: (-len(w), w))]  # noqa: PLR2004
    return Titles(
        {**spelled, **{w.replace(".", ""): t for w, t in lettered.items()}},
        re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)|{'|'.join(packed)}"),
        re.compile(rf"(?<![\w@#])(?:{'|'.join(short)})(?![A-Za-z0-9_])"),
        rf"(?:^|^the|[^\pL\pN])(?:{'|'.join(some)})(?:[^\pL\pN]|$)|{'|'.join(packed)}",
        rf"(?:^|[^\pL\pN@#])(?:{'|'.join(short)})(?:[^\p{{Latin}}\pN]|$)",
        frozenset(w for term in spelled for w in term.split() if w.isascii() and w.isalpha()),
    )
