"""A body's kind, said in any language, and the name that tells it from others of its kind: Банк Сонали and সোনালী ব্যাংক.

Method: the word for a kind of body is read in any language (`meanings`); what is left, without a country, is a proper name. Two names
are alike where they say the same kind and their proper names are alike, in whatever letters each is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice, product
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.names.abroad import size_of
from aboveboard.names.characters import simplified
from aboveboard.names.few import searched
from aboveboard.names.meanings import MEANT, plainly, small_words, taken, ways_bent
from aboveboard.names.pieces import Piece, keyed
from aboveboard.names.scripts import scripts
from aboveboard.names.sounds import readings
from aboveboard.names.speech import plainly_said, ways_to_say
from aboveboard.names.transliterating import spoken
from aboveboard.names.words_of_bodies import country_said, expressions_of_kinds, kind_said, kinds_said

__all__ = ["Named", "borne", "in_latin", "keys_of_named", "may_be_named", "named", "of_kinds", "said_alike"]

_PARTING = re.compile(r"[\s_.|·•/()\[\]「」【】:,–—-]+")
_SIGNS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HAN = re.compile("[\u3400-\u9fff]+")
_MOST_WORDS, _LONGEST_KIND, _MOST_REST = 6, 3, 3
_LEAST, _LEAST_SIGNS, _LONGEST_SIGNS, _LONGEST_KIND_SIGNS = 4, 2, 14, 8
_LEAST_HEARD = 4
"""Letters of a proper name as it is heard by which names of two scripts may be held to be one."""


class Named(NamedTuple):
    """A kind of body and the words that say it, a proper name as it is written, and whether a country was said beside it."""

    kind: str
    said: str
    rest: str
    country: bool


@lru_cache(maxsize=65_536)
def named(name: str) -> tuple[Named, ...]:
    """Return the kind and the proper name of a name that says one kind of body; none of another."""
    if _SIGNS.search(name) and " " not in name:
        return _of_signs(name)
    written = [w for w in _PARTING.split(name) if w]
    if len(written) == 1:
        return _of_one_word(written[0])
    if not any(map(_may_say, written)):
        return ()
    words = [(w, plainly(w)) for w in written]
    telling = [(w, p) for w, p in words if p not in small_words()]
    ways = [some for some in (words, telling) if 1 < len(some) <= _MOST_WORDS]
    told = ((_kinds_at([p for _, p in some], size), some) for size in range(_LONGEST_KIND, 0, -1) for some in ways)
    return next((_of_words(some, *found) for found, some in told if found), ()) or _of_agency(words)


def _of_agency(words: list[tuple[str, str]]) -> tuple[Named, ...]:
    found = _agency_at([p for _, p in words])
    return _of_words(words, *found) if found else ()


def _of_words(words: list[tuple[str, str]], kinds: tuple[str, ...], start: int, end: int) -> tuple[Named, ...]:
    """Return the same of words as they are written and as they are read, of which some say the kinds."""
    plain = [p for _, p in words]
    rest = [(w, p) for n, (w, p) in enumerate(words) if p and not start <= n < end]
    telling = [(w, p) for w, p in rest if p not in small_words()]
    own = [w for w, p in telling if not country_said(p)]
    if len(own) == 1 and (whole := _of_one_word(own[0])) and whole[0].kind in kinds:
        own = [whole[0].rest]  # a bank that is called a bank twice: Ngân hàng Vietcombank
    said, country = " ".join(plain[start:end]), len(own) < len(telling)
    sorts = {w: sort for w in own if (sort := _sort_said(plainly(w)))}
    if 0 < len(sorts) < len(own):  # Noor National Bank and Банк Нур национальный are national banks called Noor
        own = [w for w in own if w not in sorts]
        kinds = tuple("+".join((kind, *sorted(sorts.values()))) for kind in kinds)
    return tuple(made for kind in kinds for made in _made(kind, said, own, country=country))


_SORTS = frozenset(
    (
        "national",
        "central",
        "commercial",
        "development",
        "federal",
        "cooperative",
        "people",
        "investment",
        "agricultural",
        "industrial",
        "construction",
        "international",
    )
)
"""What tells one of a kind from another, and is put into another language as the kind is."""


def _sort_said(word: str) -> str:
    """Return what sort of body a word says, in any language; empty for any other word."""
    return next((way[0] for way in taken(word, " ", 1) if len(way) == 1 and way[0] in _SORTS), "")


@lru_cache(maxsize=65_536)
def _may_say(word: str) -> bool:
    """Tell whether a word may say a kind of body, alone or with a word behind it: in a name without such a word no kind is said."""
    plain, (words, stems) = plainly(word), _first_words()
    alone = plain in words or plain in _AGENCIES or bool(kinds_said(plain))
    return " " in plain or alone or any(way in stems for way in ways_bent(plain))


@cache
def _first_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the first words of expressions of several that say a kind, and of those that an ending may follow."""
    several = [(text.split(" ")[0], bent) for text, bent in expressions_of_kinds() if " " in text]
    return frozenset(w for w, bent in several if not bent), frozenset(w for w, bent in several if bent)


_GLUED = "bank|banka|banken|bankas|bankasi|bankası|банк|банка|банкъ"
_ENDS_IN_KIND = re.compile(rf"(?i)([^\W\d_]{{{_LEAST},}})({_GLUED})")
"""A name that says what it is in one word: Vietcombank, Сбербанк."""


def _of_one_word(word: str) -> tuple[Named, ...]:
    found = _ENDS_IN_KIND.fullmatch(word)
    return (Named("bank", plainly(found[2]), found[1], country=False),) if found else ()


_AGENCIES = frozenset(
    (
        "agence",
        "agencia",
        "agenzia",
        "agentur",
        "agencja",
        "agentia",
        "agentura",
        "agencija",
        "агентство",
        "агенция",
        "агенција",
        "وكاله",
        "ajansi",
    )
)
"""Words for an agency that alone are one of news beside the name of one: Agence Xinhua."""


def _agency_at(plain: list[str]) -> tuple[tuple[str, ...], int, int] | None:
    """Return where a name of two words says an agency, as a kind of body."""
    at = [n for n, word in enumerate(plain) if word in _AGENCIES]
    return (("newsagency",), at[0], at[0] + 1) if len(at) == 1 and len(plain) == _TWO else None


_TWO = 2


def _made(kind: str, said: str, own: list[str], *, country: bool) -> tuple[Named, ...]:
    text = " ".join(own)
    enough = size_of(text) >= _LEAST and len(own) <= _MOST_REST
    return (Named(kind, said, text, country),) if enough and not any(map(kind_said, map(plainly, own))) else ()


_ARTICLE = re.compile(r"\bال(?=\w{3})")
"""Written as one with an Arabic name, and apart, or not at all, in Latin letters."""


def _kinds_at(plain: list[str], size: int) -> tuple[tuple[str, ...], int, int] | None:
    """Return the kinds that the only expression of so many words says, and where it stands."""
    found = [
        (kinds, at, at + size)
        for at in range(len(plain) - size + 1)
        if (kinds := kinds_said(text := " ".join(plain[at : at + size])))
        and (len(text) >= _LEAST or not text.isascii())
    ]
    return found[0] if len(found) == 1 else None


def _of_signs(name: str) -> tuple[Named, ...]:
    """Return the same of a name written without spaces: its last signs say its kind, or its first."""
    if not _LEAST_SIGNS + 2 <= len(name) <= _LONGEST_SIGNS:
        return ()
    for size in range(min(_LONGEST_KIND_SIGNS, len(name) - _LEAST_SIGNS), 1, -1):
        for rest, said in ((name[:-size], name[-size:]), (name[size:], name[:size])):
            if kinds := kinds_said(simplified(said)):
                return tuple(made for kind in kinds for made in _made(kind, said, [rest.strip()], country=False))
    return ()


def may_be_named(names: pa.Array) -> pa.Array:
    """Tell which names `named` has to look at: those of which a word, or how they begin or end without spaces, may say a kind."""
    ascii_ = pc.string_is_ascii(names)
    several = pc.fill_null(searched(names, rf"[\pL\d\pM][^\pL\d\pM]+\pL|(?i:\pL{{{_LEAST}}}(?:{_GLUED})$)"), False)
    plain = pc.fill_null(pc.and_(several, ascii_), False)
    told = pc.fill_null(searched(pc.ascii_lower(names.filter(plain)), _marks().words), False)
    letters = pc.replace_substring_regex(names, r"[^\pL\pM\d]+$", "")
    firsts = pc.is_in(pc.utf8_slice_codeunits(names, 0, 1), _marks().firsts)
    lasts = pc.is_in(pc.utf8_slice_codeunits(letters, -1), _marks().lasts)
    other = pc.and_(pc.invert(ascii_), pc.or_(several, pc.or_(firsts, lasts)))
    return pc.fill_null(pc.replace_with_mask(pc.fill_null(other, False), plain, told), False)


class _Marks(NamedTuple):
    """A pattern of the words for kinds in ASCII (RE2), and the first and the last signs of those written without spaces."""

    words: str
    firsts: pa.Array
    lasts: pa.Array


def _written(signs: frozenset[str]) -> set[str]:
    """Return signs with the ideographs that are simplified to one of them."""
    every = [chr(code) for code in range(0x4E00, 0xA000)]
    plain = simplified("\n".join(every)).split("\n")
    return {*signs, *(sign for sign, text in zip(every, plain, strict=True) if text in signs)}


@cache
def _marks() -> _Marks:
    listed = tuple(expressions_of_kinds())
    plain = sorted(
        (text.replace(" ", "[^a-z]+(?:[a-z]{1,3}[^a-z]+)?"), "[a-z]{0,6}" if bent else "")
        for text, bent in listed
        if text.isascii()
    )
    alone = (*(word + end for word, end in plain if len(word) >= _LEAST), *sorted(filter(str.isascii, _AGENCIES)))
    words = rf"(?:^|[^a-z])(?:{'|'.join(alone)})(?:[^a-z]|$)|[a-z]{{{_LEAST}}}(?:{_GLUED})$"
    signs = [text for text, _ in listed if _SIGNS.search(text)]
    firsts, lasts = (pa.array(sorted(_written(frozenset(text[at] for text in signs))), pa.string()) for at in (0, -1))
    return _Marks(words, firsts, lasts)


def keys_of_named(name: str) -> tuple[str, ...]:
    """Return the keys by which names of one kind and of proper names that are heard alike are found."""
    rests = ((n.kind, rest) for n in named(name) for rest in _ways_borne(n))
    return tuple(dict.fromkeys(f"{MEANT}{kind} {heard}" for kind, rest in rests for heard in sorted(_heard(rest))))


def _ways_borne(name: Named) -> Iterable[str]:
    """Return a proper name as it stands, without an Arabic article, with its words in order, and out of its genitive."""
    words = name.rest.split(" ")
    turned = (" ".join(sorted(words, key=str.casefold)),) if len(words) > 1 else ()
    return dict.fromkeys((name.rest, _ARTICLE.sub("", name.rest), *turned, *borne(name)))


@lru_cache(maxsize=16_384)
def borne(name: Named) -> tuple[str, ...]:
    """Return a proper name out of the genitive, or the adjective, that stands before a word for a body: Lindholms tidning, Lindauer Zeitung."""
    ending = next((end for end, kinds in _AFTER.items() if name.said in kinds), "")
    bare = name.rest.removesuffix(ending) if ending else name.rest
    return (bare,) if bare != name.rest and len(bare) >= _LEAST else ()


_ENDINGS = (
    ("er", "zeitung nachrichten tageblatt tagblatt anzeiger abendblatt morgenpost volksbank sparkasse bank stadtwerke wasserwerke verkehrsbetriebe tierpark tiergarten philharmoniker verlag"),
    ("s", "tidning tidningen tidende dagblad avis avisen nyheter nyheder kommune kommun sparbank sparebank sparekasse bank universitet sjukhus universitetssjukhus universitetshospital hospital sykehus teater museum bibliotek forlag radio energi vatten havn hamn skola skole"),
    ("n", "sanomat lehti uutiset sairaala yliopisto kaupunki pankki kirjasto museo teatteri koulu vesi satama poliisi"),
    ("ის", "ბანკი უნივერსიტეტი საავადმყოფო მერია აეროპორტი თეატრი"),
)  # fmt: skip
_AFTER = {ending: frozenset(words.split(" ")) for ending, words in _ENDINGS}
"""Endings of a place or a person before a word for a body, in German, the Nordic languages, Finnish and Georgian."""


@lru_cache(maxsize=16_384)
def _heard(rest: str) -> frozenset[str]:
    """Return a proper name as it is heard, and its consonants, behind a dash; one in other letters in every usual way."""
    latin = plainly(rest).replace(" ", "")
    bare = "".join(rest.casefold().split())
    if latin.isascii():
        found = {*plainly_said([latin])}
    elif _HAN.search(bare):
        found = {*plainly_said([*_in_pinyin(bare)])}
    else:
        found = {*plainly_said([bare, *in_latin(bare)])}
    bones = {key.replace("a", "").replace("ng", "n") for key in found}
    if not latin.isascii():
        ways = ways_to_say(rest)
        found, bones = found | ways.heard, bones | ways.bones
    once = {_TWICE.sub(r"\1", b) for b in bones}
    return frozenset(
        (*(f for f in found if len(f) >= _LEAST_BONES), *(f"-{b}" for b in once if len(b) >= _LEAST_BONES))
    )


_TWICE = re.compile(r"(.)\1+")
_LEAST_BONES = 3
"""Letters, and consonants, by which a proper name of a known kind is found."""


@lru_cache(maxsize=16_384)
def _in_pinyin(signs: str) -> tuple[str, ...]:
    ways = [(readings(s) or (s,))[:2] for s in signs]
    return tuple("".join(way) for way in islice(product(*ways), _FEW))


_FEW = 4


@lru_cache(maxsize=16_384)
def in_latin(text: str) -> tuple[str, ...]:
    """Return the commonest way to write letters of an alphabet in Latin ones, and Cyrillic ones as they spell pinyin; none for other scripts."""
    bare = text.casefold()
    if not _ALPHABETIC.fullmatch(bare):
        return ()
    if not _CYRILLIC.fullmatch(bare):
        return (_plainly(bare),)
    pinyin = bare
    for said, way in _PALLADIUS:
        pinyin = pinyin.replace(said, way)
    stem = _CASE.sub("", bare)
    return tuple(dict.fromkeys(_plainly(way) for way in (bare, pinyin, stem)))


def _plainly(text: str) -> str:
    return "".join((spoken(c) or (c,))[0] for c in text)


_CASE = re.compile("(?<=[^аеёиоуыэюяіїєѐѝ]{1})(?:ом|ой|[ауыеяюи])$")
"""Endings of a place behind a consonant: Полиция Давенмора."""

_ALPHABETIC, _CYRILLIC = re.compile("[\u0370-\u058f\u10a0-\u10ff\u3040-\u30ff]{3,}"), re.compile("[\u0400-\u04ff]+")
_PALLADIUS = (
    ("чж", "zh"), ("цзи", "ji"), ("цзя", "jia"), ("цзэ", "ze"), ("цз", "z"), ("сяо", "xiao"), ("ся", "xia"), ("си", "xi"), ("сю", "xu"), ("ци", "qi"),
    ("ця", "qia"), ("цю", "qu"), ("нь", "n"), ("н", "ng"), ("ngа", "na"), ("ngи", "ni"), ("ngу", "nu"), ("ngэ", "ne"), ("хуэй", "hui"), ("х", "h"), ("ю", "yu"),
)  # fmt: skip
"""How Russian spells Chinese syllables, as far as it differs from how its letters are said; applied one after the other."""


def said_alike(mine: Named, theirs: Named) -> bool:
    """Tell whether two proper names, in letters of two scripts neither of which is Latin, are heard alike."""
    if mine.rest.isascii() or theirs.rest.isascii() or scripts(mine.rest) & scripts(theirs.rest):
        return False
    heard = plainly_said([mine.rest.casefold().replace(" ", ""), theirs.rest.casefold().replace(" ", "")])
    return heard[0] == heard[1] and len(heard[0]) >= _LEAST_HEARD


def of_kinds(names: pa.Array, everyone: pa.Array) -> list[Piece]:
    """Return the keys of names that say a kind of body and a proper name."""
    which = may_be_named(names)
    rows = zip(everyone.filter(which).to_pylist(), names.filter(which).to_pylist(), strict=True)
    made = [(p, key) for p, n in rows for key in keys_of_named(n)]
    if not made:
        return []
    return [keyed(made, "order", core=True)]
