"""Words put before or after a name that do not change whose name it is: official, support, 官方, 二号, 2.0, back again."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache, reduce
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.affix_compounds import SECOND_ACCOUNTS, SINGLE
from aboveboard.names.affix_offices import without_office, without_offices
from aboveboard.names.affix_patterns import GLUED, PACKED, RETURNS, both, compounds, ends, patterns, read_word, sides
from aboveboard.names.affix_words import SPACED
from aboveboard.names.announcements import PHRASES
from aboveboard.names.edges import Edges, worth_it
from aboveboard.names.letters import read_letters

__all__ = ["GLUED", "PACKED", "RETURNS", "SPACED", "announces", "claims_office", "stripped", "stripping"]

_SHORTEST = 2
_ROUNDS = 4


_BETWEEN = re.compile(
    "[^\\w\u0900-\u0dff\u0e31-\u0eff\u1000-\u109f\u1780-\u17ff]+|_+"
)  # vowel signs are no letters to \\w


@lru_cache(maxsize=16_384)
def announces(affix: str) -> bool:
    """Tell whether what was added to a name says that one is back or has a new account."""
    bare = _BETWEEN.sub(" ", affix).strip().lower()
    read = read_word(bare)
    return bool({affix.strip(), bare} & _returns()) or read in _phrases()[0] or bool(_second().fullmatch(read))


def claims_office(words: str, name: str) -> bool:
    """Tell whether what a name (`letters.letters`) has beside another's name is an office: support or recovery, not team or page."""
    bare, meant = words.replace(" ", ""), name.replace(" ", "")
    beside = f" {bare.replace(meant, ' ', 1)} " if meant in bare else ""
    return any(w not in _NEUTRAL and w in _offices() for w in beside.split())


@cache
def _offices() -> frozenset[str]:
    return frozenset(w.replace(" ", "") for w in both((*SPACED, *GLUED, *SINGLE)))


_BESIDE = (
    "the service services team hq real true original authentic page channel online inc ltd llc corp co com net org "
    "app gov global v vip pro plus its im mr mrs dr tv live info contact admin staff account acct compte konto cuenta "
    "hesap аккаунт حساب again backup new cs sac sav secure login"
)
_NEUTRAL = frozenset(_BESIDE.split())
"""Affixes that people put beside the name of a town, a plant or a family as readily."""


@cache
def _returns() -> frozenset[str]:
    return frozenset({*RETURNS, *(words.replace(".", " ") for words in RETURNS)})


@cache
def _second() -> re.Pattern[str]:
    return re.compile("|".join(compounds(SECOND_ACCOUNTS, " ") + compounds(SECOND_ACCOUNTS, "")))


def stripped(words: pa.Array) -> pa.Array:
    """Return names (`letters.letters`) without affixes at either end; null where nothing was stripped or too little is left.

    Trailing digits go too. Repeats until nothing changes, at most four times.
    """
    if len(words) <= _FEW:
        return pa.array([w and stripping(w) for w in words.to_pylist()], pa.string())
    text = words
    going = pc.is_valid(text)
    for turn in range(_ROUNDS):
        before = text.filter(going)
        if len(before) <= _FEW:
            bare = pa.array([_bare(w, _ROUNDS - turn) for w in before.to_pylist()], pa.string())
            text = pc.replace_with_mask(text, going, bare)
            break
        bare = _once_stripped(before) if not turn else _once_each(before)
        changed = pc.not_equal(bare, before)
        if not pc.any(changed).as_py():
            break
        text = pc.replace_with_mask(text, going, bare)
        going = pc.replace_with_mask(going, going, changed)
    kept = pc.and_(pc.not_equal(text, words), pc.greater_equal(pc.utf8_length(text), _SHORTEST))
    return pc.if_else(pc.fill_null(kept, False), text, pa.scalar(None, pa.string()))


def _once_stripped(words: pa.Array) -> pa.Array:
    bare = pc.utf8_trim(_without_start(_without_end(_without_phrase(without_offices(words)))), " ")
    return pc.if_else(pc.less(pc.utf8_length(bare), _SHORTEST), words, bare)


def _once_each(words: pa.Array) -> pa.Array:
    """Return `_once_stripped` of names from which something was taken: without their digits many are the same."""
    coded = words.dictionary_encode()
    return _once_stripped(coded.dictionary).take(coded.indices)


def _without_end(words: pa.Array) -> pa.Array:
    """Take affixes off the end. Nearly all that is there are digits, which need no pattern.

    What else may be there is looked for in several patterns: RE2 has no room for the states of one of them all, and without them
    takes a hundred times as long.
    """
    bare = pc.utf8_rtrim(words, _AT_END)
    many = worth_it(words)
    could = _looked_for().touched(words, begins=False, trims=True) if many else _may_end_in_letters(words, bare)
    some = words.filter(could)
    found = reduce(pc.or_, (pc.match_substring_regex(some, pattern) for pattern in ends()[1:]))
    if not pc.any(found).as_py():
        return bare
    other = pc.replace_with_mask(could, could, found)
    return pc.replace_with_mask(bare, other, _replaced(words.filter(other), 1, r"\1\2\3\4"))


def _may_end_in_letters(words: pa.Array, bare: pa.Array) -> pa.Array:
    """Tell at whose end more than digits may stand (`bare`: the names without those); false only where surely none does, as `_may_end`."""
    edges = _edges()
    tails = pa.array(sorted(edges.tails))
    ends = [pc.utf8_slice_codeunits(text, -size) for text in (words, bare) for size in range(1, _EDGE + 1)]
    near = reduce(pc.or_, (pc.is_in(end, tails) for end in ends), pc.invert(pc.string_is_ascii(words)))
    several = pc.match_substring(words, " ")
    last = pc.struct_field(pc.extract_regex(words.filter(several), "(?P<last>[^ ]+)$"), "last")
    return pc.or_(near, pc.replace_with_mask(several, several, pc.is_in(last, pa.array(sorted(edges.lasts)))))


def _replaced(words: pa.Array, side: int, kept: str) -> pa.Array:
    """Take affixes off names that have one at their start (`side` 0) or end (1), one by one where they are few."""
    if len(words) > _FEW_MATCHING:
        return pc.replace_substring_regex(words, patterns()[side], kept)
    pattern = _compiled()[side]
    return pa.array([pattern.sub(_kept, w) for w in words.to_pylist()], pa.string())


def _without_phrase(words: pa.Array) -> pa.Array:
    """Take what became of an account off the end of names; few end in a word that ends such a phrase."""
    which = pc.match_substring(words, " ")
    last = pc.struct_field(pc.extract_regex(words.filter(which), "(?P<last> [^ ]+)$"), "last")
    which = pc.replace_with_mask(which, which, pc.is_in(last, _last_words()))
    if not pc.any(which).as_py():
        return words
    bare = pa.array([_phraseless(w) for w in words.filter(which).to_pylist()], pa.string())
    return pc.replace_with_mask(words, which, bare)


def _phraseless(name: str) -> str:
    """Return a name without the longest phrase it ends in."""
    words, (phrases, longest) = name.split(" "), _phrases()
    for length in range(min(longest, len(words) - 1), 0, -1):
        if " ".join(words[-length:]) in phrases:
            return " ".join(words[:-length])
    return name


@cache
def _phrases() -> tuple[frozenset[str], int]:
    """Return the phrases as they are read, and the words of the longest."""
    read = frozenset(_both_at_once(sorted(PHRASES)))
    return read, max(p.count(" ") + 1 for p in read)


@cache
def _last_words() -> pa.Array:
    return pa.array(sorted({f" {p.rsplit(' ', 1)[-1]}" for p in _phrases()[0]}))


def _both_at_once(words: list[str]) -> set[str]:
    """Return `both` of many words, read as one text."""
    text = "\n".join(words)
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return {" ".join(line.split()) for form in (text, bare) for line in read_letters(form).split("\n")}


def _without_start(words: pa.Array) -> pa.Array:
    which = _beginning(words)
    if not pc.any(which).as_py():
        return words
    return pc.replace_with_mask(words, which, _replaced(words.filter(which), 0, r"\1\2"))


def _beginning(words: pa.Array) -> pa.Array:
    """Tell which names begin with affixes."""
    pattern = f"^(?:{patterns()[0]})"
    if not worth_it(words):
        return pc.match_substring_regex(words, pattern)
    could = _looked_for().touched(words, ends=False)
    return pc.replace_with_mask(could, could, pc.match_substring_regex(words.filter(could), pattern))


_FEW = 2_048
"""Names up to which Python's patterns, compiled once, are faster than Arrow's, compiled at every call: that takes 20 ms a round."""

_FEW_MATCHING = 256
"""The same for names that match such a pattern."""

_HAN = "\\u2e80-\\u2fd5\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufad9\\U00020000-\\U000323af"


@cache
def _compiled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    starts, ends = (p.replace(r"\p{Han}", _HAN) for p in patterns())
    return re.compile(starts), re.compile(ends)


class _Edges(NamedTuple):
    """How plain ASCII names begin and end that bear an affix: first and last words, first and last letters of those in one."""

    firsts: frozenset[str]
    lasts: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]


@cache
def _edges() -> _Edges:
    firsts, lasts, heads, tails = sides()
    return _Edges(
        frozenset(firsts), frozenset(lasts), frozenset(w[:_EDGE] for w in heads), frozenset(w[-_EDGE:] for w in tails)
    )


@cache
def _looked_for() -> Edges:
    return Edges(**sides()._asdict())


_EDGE = 3
"""Letters by which an affix written as one with a name is told; fewer of a shorter affix."""


def _may_end(text: str) -> bool:
    """Tell whether an affix may stand at the end of a name: Python's patterns take long to say no."""
    if not text.isascii():
        return True
    edges = _edges()
    if " " in text and text.rsplit(" ", 1)[-1] in edges.lasts:
        return True
    tails = edges.tails
    return text[-1:] in tails or text[-2:] in tails or text[-_EDGE:] in tails


def _may_start(text: str) -> bool:
    """Tell whether an affix may stand at the start of a name."""
    if not text.isascii():
        return True
    edges = _edges()
    if " " in text and text.split(" ", 1)[0] in edges.firsts:
        return True
    heads = edges.heads
    return text[:1] in heads or text[:2] in heads or text[:_EDGE] in heads


_AT_END = " 0123456789"


def _kept(found: re.Match[str]) -> str:
    """Return what a pattern keeps. A template would be looked up by the hash of the whole pattern, each time."""
    return "".join(filter(None, found.groups()))


@lru_cache(maxsize=65_536)
def stripping(words: str) -> str | None:
    """Return `stripped` of one name. It is kept: one name is compared with many, and each time without its affixes."""
    text = _bare(words, _ROUNDS)
    return text if text != words and len(text) >= _SHORTEST else None


def _bare(text: str, rounds: int) -> str:
    """Return a name without affixes at either end, of which at most so many rounds are taken off."""
    starts, ends = _compiled()
    for _ in range(rounds):
        before = text
        text = _phraseless(without_office(text))
        digitless = text.rstrip(_AT_END)  # nearly all that is there is digits, which need no pattern
        text = ends.sub(_kept, text) if any(map(_may_end, {text, digitless})) else digitless
        text = (starts.sub(_kept, text) if _may_start(text) else text).strip(" ")
        if len(text) < _SHORTEST:
            text = before
        if text == before:
            break
    return text
