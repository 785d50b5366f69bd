"""Reads what a text about oneself says of an organisation: that it speaks for it, is tied to it, or is another's account.

A text is read clause by clause. A clause claims an office when it calls itself official, gives help that only the
organisation gives, speaks of what it holds of the reader's (your card), speaks as the organisation or on its behalf, and neither denies nor complains nor names a relation that
anybody may name (staff, formerly, student). What calls itself unofficial, a parody or a fan's anywhere claims nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names import claim_words, cue_words
from aboveboard.names.claim_yours import YOURS
from aboveboard.names.few import searched
from aboveboard.names.folding import fold

__all__ = [
    "NAME",
    "Bio",
    "Clause",
    "claims",
    "denies",
    "disowns",
    "left",
    "parts",
    "plain",
    "read",
    "read_parts",
    "worth",
]

_PACKED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f"
_BEFORE, _AFTER = rf"(?<![^\W{_PACKED}])", rf"(?![^\W{_PACKED}])"
_DROPPED = r"[\x{0300}-\x{036F}\x{064B}-\x{0652}\x{0640}\p{Cf}\x{FE00}-\x{FE0F}]"
_ENDS = re.compile(
    r"[.!?;:](?=\s|$)|[。!?;|\n,،؛、•·・~—–।/]|(?<=\s)-(?=\s)|[\u2190-\u2bff\U0001f000-\U0001faff]+|\s(?:but|pero|mas|mais|aber|ma|maar|но|لكن|但|でも)\s"
)
"""Where a clause ends: punctuation, an emoji, but."""

_MASKED = r"[a-z][0-9$@!|\p{Cyrillic}\p{Greek}][a-z]|\p{Cyrillic}[a-z]|[a-z]\p{Cyrillic}|\p{Greek}[a-z]|\b0ff"
_TOKEN = re.compile(r"[\w$@!|]+")
_WORD = re.compile(
    rf"[^\W\d_{_PACKED}]{{4,}}|[\u3400-\u9fff\uac00-\ud7af]{{2}}|[\u3040-\u30ff]{{4}}|[\u0e00-\u0e7f]{{6}}"
)
"""A word that says something: at least four letters, or two ideographs or syllables, four kana, six Thai characters."""

_SPARE, _SOME, _LITTLE = 4, 3, 1
"""Words that may stand in a clause beside its claim and the organisation's name: with help, official, and speaking as it."""

NAME = "\ue000"
"""Stands for the name of an organisation in a clause, so that its words play no part: a Ministry of Labour, a Fan Company."""

_ROLES = (
    "OFFICIAL", "ACCOUNT", "SERVICE", "SELF", "RUN_BY", "OURS", "NEGATION", "DISOWNS", "LABEL", "TIE", "RELATED", "ASIDE", "COMPLAINT", "WARNING", "POINTER", "HELP", "UNIT", "SOLICITS", "MYSELF", "YOURS",
)  # fmt: skip
_SPEAKING = ("SERVICE", "OFFICIAL", "ACCOUNT", "SELF", "RUN_BY", "OURS")


_ASKING = frozenset(("UNIT", "SOLICITS", "OURS", "HELP"))
"""Parts of a clause that names an organisation and asks the reader for something, or stands beside one that does."""


class Clause(NamedTuple):
    """One clause in plain text and the parts its words play (names of `claim_words`)."""

    text: str
    roles: frozenset[str]


class Bio(NamedTuple):
    """A text read: its clauses, and whether it is another's account (`label`), names a relation (`tie`), or asks for something."""

    clauses: tuple[Clause, ...]
    label: bool
    tie: bool
    asks: bool


def plain(texts: pa.Array) -> pa.Array:
    """Return texts in lower case and NFKC, without the accents of letters, vowel signs and hidden characters."""
    straight = _bare(texts)
    masked = pc.fill_null(searched(straight, _MASKED), False)
    if not pc.any(masked).as_py():
        return straight
    meant = pa.array([_unmasked(t) for t in straight.filter(masked).to_pylist()], pa.string())
    return pc.replace_with_mask(straight, masked, meant)


def _bare(texts: pa.Array) -> pa.Array:
    if pc.all(pc.string_is_ascii(texts), min_count=0).as_py():
        return pc.replace_substring(pc.ascii_lower(texts), "`", "'")
    split = pc.utf8_normalize(pc.utf8_lower(pc.utf8_normalize(texts, form="NFKC")), form="NFD")
    bare = pc.utf8_normalize(pc.replace_substring_regex(split, _DROPPED, ""), form="NFC")
    return pc.replace_substring_regex(bare, "[’ʼ‘`]", "'")


def _unmasked(text: str) -> str:
    """Write a word that looks like one of ours as it is meant: 0fficial, оfficial."""
    tokens = _TOKEN.findall(text)
    meant = _meant()
    read = {
        t: meant[k]
        for t, k in zip(tokens, fold(pa.array(tokens, pa.string())).key.to_pylist(), strict=True)
        if k in meant
    }
    return _TOKEN.sub(lambda m: read.get(m.group(), m.group()), text)


@cache
def _meant() -> Mapping[str, str]:
    words = {
        w
        for phrase in (*cue_words.CLAIMS, *cue_words.GLUED_CLAIMS, *cue_words.LABELS, "account page team service")
        for w in phrase.split()
    }
    words = sorted(w for w in words if w.isascii() and len(w) > _SPARE)
    return dict(zip(fold(pa.array(words, pa.string())).key.to_pylist(), words, strict=True))


@cache
def _pattern(role: str) -> re.Pattern[str]:
    spaced, packed = _flat(role)
    return re.compile(rf"{_BEFORE}(?:{spaced}){_AFTER}|{packed}")


@cache
def _flat(role: str) -> tuple[str, str]:
    words = YOURS if role == "YOURS" else getattr(claim_words, role)
    return tuple(_bare(pa.array(words, pa.string())).to_pylist())


def worth(texts: pa.Array) -> pa.Array:
    """Tell, for each plain text, whether it may claim anything: a cheap look before `read`, which lets too many through."""
    return pc.fill_null(searched(texts, _prefilter()), False)


@cache
def _prefilter() -> str:
    """Return how the words of claims begin, for RE2, which knows neither word ends of other scripts nor looking ahead."""
    spaced, packed = zip(
        *map(_flat, ("OFFICIAL", "SERVICE", "SELF", "RUN_BY", "HELP", "UNIT", "SOLICITS", "YOURS")), strict=True
    )
    either = rf"(?:^|[^\pL])(?:{'|'.join(spaced)})|{'|'.join(packed)}"
    return re.sub(r"\\w[*+?]?", "", re.sub(r"\(\?!.*?\)", "", either))


def parts(text: str) -> list[str]:
    """Return the clauses of a plain text."""
    return [part.strip() for part in _ENDS.split(text) if part and part.strip()]


def read(text: str) -> Bio:
    """Read one plain text."""
    return read_parts(tuple(parts(text)))


@lru_cache(maxsize=65_536)
def read_parts(texts: tuple[str, ...]) -> Bio:
    """Read the clauses of one text, in which `NAME` may stand for an organisation's name."""
    found = tuple(map(_clause, texts))
    told = [any(role in c.roles for c in found) for role in ("TIE", "SOLICITS")]
    return Bio(found, any(map(_disowned, found)), *told)


def _clause(text: str) -> Clause:
    return Clause(text, frozenset(role for role in _ROLES if _pattern(role).search(text)))


def _disowned(clause: Clause) -> bool:
    """Tell whether a clause says that the account is another's. A warning of fakes says it of others."""
    roles = clause.roles
    if "WARNING" in roles:
        return False
    denied = "NEGATION" in roles and bool(roles & {"OFFICIAL", "RUN_BY"}) and "OURS" not in roles
    bare = "LABEL" in roles and left(clause.text, ("LABEL", "ACCOUNT")) <= _LITTLE
    return "DISOWNS" in roles or denied or bare


def left(text: str, roles: Sequence[str] = _SPEAKING) -> int:
    """Count the words of a clause that play none of `roles`."""
    for role in roles:
        text = _pattern(role).sub(" ", text)
    return len(_WORD.findall(text))


def claims(clause: Clause, *, asks: bool = False) -> bool:
    """Tell whether a clause claims an office: of whom it names, or barely. `asks`: the text asks the reader for something."""
    roles, named = clause.roles, NAME in clause.text
    spare = left(clause.text)
    if _refused(roles):
        return False
    if roles >= {"OFFICIAL", "ACCOUNT"} or roles >= {"OFFICIAL", "SERVICE"}:
        return "TIE" not in roles or not spare
    if "TIE" in roles:
        return False
    if ("OFFICIAL" in roles and not named and not spare) or ("YOURS" in roles and "MYSELF" not in roles):
        return True
    if "SERVICE" in roles and spare <= (_SPARE if named else _LITTLE):
        return True
    return named and _as_the_organisation(clause, spare, asks=asks)


def _refused(roles: frozenset[str]) -> bool:
    """Tell whether a clause denies, complains, sends readers elsewhere, or names another relation."""
    denied = "NEGATION" in roles and "WARNING" not in roles
    elsewhere = "POINTER" in roles and "OURS" not in roles
    return denied or elsewhere or bool(roles & {"DISOWNS", "LABEL", "ASIDE", "COMPLAINT", "RELATED"})


def _as_the_organisation(clause: Clause, spare: int, *, asks: bool) -> bool:
    """Tell whether a clause that names the organisation speaks as it, on its behalf, or as a part of it."""
    roles = clause.roles
    helps = "HELP" in roles and bool(_pattern("HELP").fullmatch(clause.text.split(" ")[-1]))
    return (
        ("OFFICIAL" in roles and spare <= _SOME)
        or ("SELF" in roles and spare <= _LITTLE)
        or (helps and not spare)
        or (asks and bool(roles & _ASKING) and "MYSELF" not in roles and spare <= _SOME)
        or "RUN_BY" in roles
    )


def denies(texts: pa.Array) -> pa.Array:
    """Tell, for each text about oneself as written, whether it says it does not speak for anybody: another's, or a tie."""
    return _told(texts, lambda bio: bio.label or bio.tie)


def disowns(texts: pa.Array) -> pa.Array:
    """Tell, for each text about oneself as written, whether it says that the account is another's: a fan's, an archive, a parody."""
    return _told(texts, lambda bio: bio.label)


def _told(texts: pa.Array, asked: Callable[[Bio], bool]) -> pa.Array:
    distinct = texts.dictionary_encode()
    told = [asked(read(t)) if t else False for t in plain(distinct.dictionary).to_pylist()]
    return pc.fill_null(pa.array(told, pa.bool_()).take(distinct.indices), False)
