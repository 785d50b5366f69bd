"""What names of bodies mean, in any language: Polizei Berlin, Полиция Берлина and 柏林警察 are the police of Berlin.

Method: every word, or expression, of a name must be known, whatever its language: as a kind of body, as what tells one of a kind
from another (national, technical), as a place, or as a word that says nothing alone, such as office. What is meant is the set of
them; a name means something only with a kind of body and one place. Names of places are those of the Unicode CLDR.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, product
from typing import Final, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.bodies_abroad import bodies_in_english
from aboveboard.names.characters import simplified
from aboveboard.names.expansions import SMALL

__all__ = [
    "CODE", "KINDS", "MEANT", "Known", "Parts", "expressions", "may_mean", "means", "meant_by", "might_mean", "might_mean_each", "part_of_expression", "plainly",
    "said", "small_words", "taken", "ways_bent",
]  # fmt: skip

MEANT = "義"
"""Before a key that is a meaning: no name's letters are met by it."""

_MOST, _LONGEST, _LONGEST_WORDS, _LONGEST_SIGNS = 12, 5, 9, 24
_PACKED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_TOWN = re.compile("(?<=..)(?:特别市|广域市|特別市|市|都|府|県|县|특별시|광역시|시)$")

KINDS = frozenset(
    """
    police bank university cityhall government ministry tax customs post railway metro airport airline electric water gas telecom court
    prosecutor parliament army museum library hospital fire socialinsurance pension healthinsurance immigration weather statistics redcross
    redcrescent broadcaster newsagency football electoral securities bar chamber transit academy lottery insurance stateoffice employment energy
    familybenefits clinic
    """.split()  # noqa: SIM905  (a paragraph of words reads better than fifty quoted lines)
)
"""Kinds of bodies; all other meanings tell one of a kind from another."""

_MANY = frozenset(
    ("bank", "university", "museum", "library", "hospital", "clinic", "court", "academy", "insurance", "broadcaster")
)
"""Kinds of which a place has several, so that the national one is another than the state's."""

_ANYWHERE = frozenset(("hospital", "clinic", "museum", "library", "academy", "insurance", "court"))
"""Kinds of which a town has several, each called by more than the town."""

_ANYHOW = frozenset(("national", "state", "central", "federal"))
_SAYS_NOTHING, _CITY, _ADJECTIVAL = "~", "town", "adjective"
"""What else an expression may be: a word that says nothing, one for a town, a country said by its adjective: a Spanish bank is not the Bank of Spain."""

Parts = tuple[str, ...]
"""What one expression means: kinds, what tells them apart, and places, which begin with `@`."""


class Known(NamedTuple):
    """Expressions and the ways to take them: of words, of signs without spaces, and stems that an ending may follow."""

    words: dict[str, tuple[Parts, ...]]
    signs: dict[str, tuple[Parts, ...]]
    stems: dict[str, tuple[Parts, ...]]


_LATIN_ENDINGS = frozenset(
    """
    a e i o u y s n es er en em is as os us um ie ia ii ka ke ki ku se na ne no ns sche scher schen sches isch ische ischer ischen isches
    ish aise aises oise iana iano iani iane ienne iennes enne ano ana ani ane ego iej ej ych ich ym ou eho ska ske sky ski skie skiego skiej
    ese esi esa esas eses ois ais in ina ino lik sel nin ei eia eira eiro ain aine ains aa d h t te ten ta to l
    """.split()  # noqa: SIM905  (a paragraph of words reads better than ninety quoted lines)
)
"""What may follow the stem of an adjective, or of a place, in languages of Latin letters."""


@cache
def expressions() -> Known:
    """Return all expressions and what they mean."""
    words, signs, stems = (dict[str, tuple[Parts, ...]]() for _ in range(3))
    for plain, bent, parts in _lines():
        table, key = (signs, plain.replace(" ", "")) if _PACKED.search(plain) else (stems if bent else words, plain)
        ways = table.get(key, ())
        if key and parts not in ways:
            table[key] = (*ways, parts)
    return Known(words, signs, stems)


def _lines() -> Iterator[tuple[str, bool, Parts]]:
    """Yield expressions as they are read, whether an ending may follow, and what they mean."""
    for key, texts in _table("places.tsv"):
        yield from ((text, False, (f"@{key}",)) for text in texts)
        yield from ((stem, True, (f"@{key}",)) for text in texts if (stem := _stem(text)))
    for key, texts in _table("places_more.tsv"):
        for text in (key, *texts) if len(key) >= CODE else texts:
            bent = text.endswith("-")
            yield said(text), bent, (f"@{key}", _ADJECTIVAL) if bent and len(key) < CODE else (f"@{key}",)
    for key, texts in _table("meanings.tsv"):
        yield from ((said(t), t.endswith("-"), tuple(key.split("+"))) for t in texts)


def _stem(text: str) -> str | None:
    """Return a place in Cyrillic or Greek letters without the vowels it ends in, before which its cases are alike."""
    stem = _ENDS_BENT.sub("", text)
    return stem if len(stem) >= _LEAST_STEM and _BENDS.fullmatch(text) else None


_BENDS, _ENDS_BENT = re.compile("[\u0370-\u052f]+"), re.compile("[аеиоуыьюяіαειουης]{1,2}$")


def said(text: str) -> str:
    """Return an expression of a table as it is read; of a town without the word for a town."""
    plain = plainly(text.replace("-", " ").replace("|", " "))
    return _TOWN.sub("", plain) if len(plain) > _SHORT_TOWN and _PACKED.search(plain) else plain


_SHORT_TOWN = 2


def _table(name: str) -> Iterator[tuple[str, list[str]]]:
    text = files("aboveboard.names").joinpath(f"data/{name}").read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            key, _, told = line.partition("\t")
            yield key, told.split("/")


_ALIKE = {
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    **dict.fromkeys(map(ord, "ىیےئ"), "ي"),
    **dict.fromkeys(map(ord, "ةہھۃ"), "ه"),
    **dict(zip(map(ord, "کؤıđłøß"), ("ك", "و", "i", "d", "l", "o", "ss"), strict=True)),
    **dict.fromkeys(map(ord, "ـ'’ʼ״׳\"़়\u200c\u200d"), ""),
}
"""Letters that languages of one script write otherwise, and signs that are left out."""

_ELIDED, _ARTICLE = re.compile(r"\b(?:d|l|dell|all|nell)['’](?=\w)"), re.compile(r"\b(?:وال|بال|ال|لل)(?=\w{3})")
_NISBA = re.compile(r"(?<=\w\w\w[يی])ه\b")
"""The ending of an Arabic adjective beside a feminine word: السعودية is السعودي."""

_INDIC = "\u0900"


@lru_cache(maxsize=65_536)
def plainly(text: str) -> str:
    """Return words in small letters without marks, articles and apostrophes, parted by single spaces; ideographs simplified."""
    if text.isascii():
        words = text.lower().split()
        if "".join(words).isalnum():
            return " ".join(words)
        return " ".join(_ELIDED.sub(" ", text.lower()).translate(_KEPT).split())
    marked = unicodedata.normalize("NFD", _ELIDED.sub(" ", unicodedata.normalize("NFKC", text).casefold()))
    kept = unicodedata.normalize("NFC", marked.translate(_KEPT))
    joined = _NISBA.sub("", _ARTICLE.sub("", " ".join(kept.split())))
    return simplified(joined) if _PACKED.search(joined) else joined


class _Kept(dict[int, str]):
    """What is left of each character: itself, the letter it is alike, nothing of a mark, or a space. Filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        mark = char < _INDIC and unicodedata.combining(char)
        read = "" if mark else char.translate(_ALIKE)
        self[code] = kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in read)
        return kept


_KEPT: Final = _Kept()


@lru_cache(maxsize=65_536)
def means(name: str) -> tuple[str, ...]:
    """Return the keys of what a name means, each after `MEANT`; none where a word is not known, or no kind of body or place is said."""
    text = plainly(name)
    if _PACKED.search(text):
        bare = text.replace(" ", "")
        ways = _cut(bare, "", _LONGEST_SIGNS) if len(bare) <= _LONGEST_SIGNS else None
    else:
        words = text.split(" ")
        telling = [w for w in words if w not in small_words()]
        ways = _of_words(words) or _of_words(telling) or _with_a_stranger(telling)
    meant = (_meaning(way) for way in islice(product(*ways), _MOST)) if ways else ()
    return tuple(dict.fromkeys(filter(None, meant)))


@lru_cache(maxsize=16_384)
def meant_by(model: str) -> tuple[str, ...]:
    """Return `means` of a protected name, as it stands and with the country of its language (`bodies_in_english`)."""
    return tuple(dict.fromkeys(key for text in (model, *bodies_in_english(model)) for key in means(text)))


def _of_words(words: list[str]) -> list[tuple[Parts, ...]] | None:
    return _cut(words, " ", _LONGEST) if 1 <= len(words) <= _LONGEST_WORDS else None


def _with_a_stranger(words: list[str]) -> list[tuple[Parts, ...]] | None:
    """Return `_of_words` where one word of four letters or more is not known: it may be a place."""
    for at, word in enumerate(words):
        if len(word) >= _HEAD and not taken(word, " ", 1):
            before, after = (_of_words(some) if some else [] for some in (words[:at], words[at + 1 :]))
            return None if before is None or after is None else [*before, ((f"@={word}",),), *after]
    return None


@cache
def small_words() -> frozenset[str]:
    """Return the words that say nothing in a name, as they are read."""
    more = "of the and & di de del della delle dei da do dos das des du la le les el los las and und y e et i w na von van der den die das fur for ve ng mga ya wa cha za का की के को और एवं व এবং ও மற்றும் మరియు اور dan at na si es och og ja i a και та и va এর র و في من او آف در του της των και της"
    return frozenset((*SMALL, *map(plainly, SMALL), *map(plainly, more.split(" "))))


def _cut(pieces: list[str] | str, sign: str, longest: int) -> list[tuple[Parts, ...]] | None:
    """Return the ways to take each expression of a name, the longest from the left that leave nothing over; None where there are none."""
    for size in range(min(longest, len(pieces)), 0, -1):
        ways = taken(sign.join(pieces[:size]), sign, size)
        if not ways:
            continue
        if size == len(pieces):
            return [ways]
        if rest := _cut(pieces[size:], sign, longest):
            return [ways, *rest]
    return None


@lru_cache(maxsize=16_384)
def taken(run: str, sign: str, size: int) -> tuple[Parts, ...]:
    """Return the ways to take an expression of so many words, or signs, parted by `sign`; none where it is not known."""
    known = expressions()
    if not sign:
        return known.signs.get(run, ())
    ways = known.words.get(run, ())
    return ways if ways or size > _BENT else _bent(run)


_BENT, _LEAST_STEM, _ENDING, _ADJECTIVE = 2, 3, 3, re.compile("[сц]ь?к(?:[аеиоуі]|ая|ии|ое|ои|ого|оі|ому)$")


def _bent(run: str) -> tuple[Parts, ...]:
    """Return the ways to take words of which the last has an ending: Москвы, Θεσσαλονίκης, Polnische, городская администрация."""
    stems, words = expressions().stems, run.split(" ")
    if len(words) == 1:
        return next((stems[stem] for stem in ways_bent(run) if stem in stems), ())
    found = (stems.get(" ".join(way), ()) for way in product(*map(ways_bent, words)))
    return next(filter(None, found), ())


@lru_cache(maxsize=16_384)
def ways_bent(word: str) -> tuple[str, ...]:
    """Return a word without each of its endings, the shortest first."""
    if word.isascii():
        cuts = range(min(_LONG_END, len(word) - _LEAST_STEM) + 1)
        return tuple(word[: len(word) - n] for n in cuts if not n or word[-n:] in _LATIN_ENDINGS)
    found = tuple(word[: len(word) - cut] for cut in range(_ENDING + 1) if len(word) - cut >= _LEAST_STEM)
    bare = _ADJECTIVE.sub("", word)
    return (*found, bare) if bare != word else found


_LONG_END = 6


def _meaning(parts: Iterable[Parts]) -> str | None:
    """Return the key of what expressions mean together."""
    meant = {m for some in parts for m in some}
    places, kinds = {m for m in meant if m[0] == "@"}, meant & KINDS
    towns = {p for p in places if len(p) > CODE}
    places = towns or places
    if not kinds and _CITY in meant and towns:
        kinds = {"cityhall"}
    if len(places) != 1 or not kinds:
        return None
    if "government" in kinds and towns:
        kinds = kinds - {"government"} | {"cityhall"}
    telling = {m for m in meant - KINDS if m[0] != "@"} - {_SAYS_NOTHING, _CITY, _ADJECTIVAL}
    if not kinds & _MANY:
        telling -= _ANYHOW
    if not telling and ((kinds == {"bank"} and _ADJECTIVAL in meant) or (towns and kinds <= _ANYWHERE)):
        return None
    return MEANT + "+".join(sorted((*kinds, *telling, *places)))


CODE = 3
"""Letters of a country's code with its mark; a town's name is longer."""


def may_mean(names: pa.Array) -> pa.Array:
    """Tell which names `might_mean` has to look at: those of several words that may begin with a known one, and those in other scripts."""
    other = pc.fill_null(pc.invert(pc.string_is_ascii(names)), False)
    spaced = pc.fill_null(pc.and_(pc.invert(other), pc.match_substring(names, " ")), False)
    heads = pc.struct_field(pc.extract_regex(pc.utf8_lower(names.filter(spaced)), "^(?P<head>[a-z]{1,4})"), "head")
    known = pc.fill_null(pc.is_in(heads, _heads_listed()), False)
    return pc.or_(other, pc.replace_with_mask(spaced, spaced, known))


_HEAD = 4
"""Letters of a first word by which most names are passed over."""


@cache
def _heads_listed() -> pa.Array:
    return pa.array(sorted({first[:_HEAD] for first in _firsts() if first.isascii()}))


@cache
def _firsts() -> frozenset[str]:
    """Return the words by which an expression begins, with small ones, and the stems of such words."""
    known = expressions()
    return frozenset(w.split(" ")[0] for w in (*known.words, *known.stems, *small_words()))


@cache
def _first_signs() -> frozenset[str]:
    return frozenset(run[:2] for run in expressions().signs)


@lru_cache(maxsize=65_536)
def might_mean(name: str) -> bool:
    """Tell of one name whether `means` has to look at it: few begin as one that means something."""
    if name.isascii():
        return " " in name and _begins(plainly(name).split(" ", 1)[0])
    if not _MAY_PACK.search(name):  # what is read of such a name is what is read of its words, and few words are new
        return _begins(next((text for w in name.split() if (text := plainly(w))), "").split(" ", 1)[0])
    text = plainly(name)
    return _begins_packed(text.replace(" ", "")) if _PACKED.search(text) else _begins(text.split(" ", 1)[0])


def might_mean_each(names: list[str]) -> list[bool]:
    """Return `might_mean` of each of many names: ideographs are simplified as one text."""
    signs = [n for n in names if _IDEOGRAPHS.fullmatch(n)]
    read = iter(simplified("\n".join(signs)).split("\n"))
    return [_begins_packed(next(read)) if _IDEOGRAPHS.fullmatch(n) else might_mean(n) for n in names]


_MAY_PACK = re.compile("[^\x00-\u0dff\u1e00-\u206f\u2600-\u27ff\ufe0f\U0001f300-\U0001faff]")
"""Characters of which one may be read as what `_PACKED` finds."""

_IDEOGRAPHS = re.compile("[\u3400-\u4dbf\u4e00-\u9ffc]+")
"""Names that are read as they stand, in simplified characters."""


def _begins_packed(bare: str) -> bool:
    return bare[:2] in _first_signs() or bare[:1] in _first_signs()


@lru_cache(maxsize=16_384)
def _begins(first: str) -> bool:
    """Tell whether a name may mean something of which this is the first word."""
    return first in _firsts() or any(way in _firsts() for way in ways_bent(first))


@lru_cache(maxsize=65_536)
def part_of_expression(word: str) -> int:
    """Tell of a word whether it may be part of an expression: 0 if it surely is not, 1 if it may be, 2 for what is written without spaces.

    A name means nothing, unless a stranger is a place, in which a word is none and nothing is written without spaces.
    """
    text = plainly(word)
    if _PACKED.search(text):
        return _WITHOUT_SPACES
    words, stems = _parts_of_expressions()
    known = (
        not w or w in small_words() or w in words or any(way in stems for way in ways_bent(w)) or taken(w, " ", 1)
        for w in text.split(" ")
    )
    return int(all(known))


_WITHOUT_SPACES = 2


@cache
def _parts_of_expressions() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of expressions of several, and of those that an ending may follow."""
    words, stems = (
        frozenset(w for run in table if " " in run for w in run.split(" "))
        for table in (expressions().words, expressions().stems)
    )
    return words, stems
