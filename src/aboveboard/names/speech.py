"""A name of one script written in another as it is spoken: shurtat dubai, Почта Rossii, Rakuten Ginko.

Two means. `bones` are the consonants as they are heard: a key that does not depend on which vowels are written. `spoken_as`
judges: a pattern made of the ways to say each letter, with the freedoms of everyday romanisation (long vowels, doubled letters,
unwritten vowels of abjads, the article's assimilation in Arabic, gemination and voicing in Japanese), must fit all of the name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, combinations, islice, product
from typing import NamedTuple

from aboveboard.names.alphabets import DOTTED, VOWELLESS
from aboveboard.names.hearing import mixtures_by_ear
from aboveboard.names.japanese_bodies import with_body
from aboveboard.names.ordering import turned_round
from aboveboard.names.transliterating import encoded, sayings, spoken

__all__ = ["FOREIGN", "Spoken", "all_ways_to_say", "plainly_said", "spoken_as", "ways_to_say"]

FOREIGN = (
    r"[\p{Cyrillic}\p{Greek}\p{Arabic}\p{Hebrew}\p{Armenian}\p{Georgian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}"
    r"\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Ethiopic}\p{Hangul}\p{Hiragana}\p{Katakana}]"
)
"""A letter of a script that is written as it is spoken."""

_HAN = re.compile("[\u3400-\u9fff]")
_LONGEST = 32
_WAYS = 384


Choices = tuple[tuple[str, ...], ...]
"""The ways to say each letter of a name."""


class _Plain(dict[int, str]):
    """A translation table: each letter in its commonest way, read when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        ways = () if char.isascii() or _HAN.match(char) else spoken(char)
        self[code] = said = _apart(char, ways[0]) if ways else "" if unicodedata.category(char)[0] == "M" else char
        return said


def _apart(char: str, way: str) -> str:
    """Return a way to say a letter, with a vowel after it where its script writes none: t and s are not ts."""
    return f"{way}a" if VOWELLESS.match(char) or _ABUGIDA.match(char) else way


_ABUGIDA = re.compile("[\u0900-\u0dff\u1000-\u109f\u1780-\u17ff]")


_PLAIN = _Plain()


def plainly_said(names: list[str]) -> list[str]:
    """Return names with every letter that is written as it is spoken in Latin ones, as they are heard (`hearing`)."""
    text = "\n".join(_spelt(n).replace("\n", " ") for n in names)
    return mixtures_by_ear(text.translate(_PLAIN).split("\n")) if names else []


class Spoken(NamedTuple):
    """Keys of a protected name of another script in every usual way to say it; both empty for a Latin one.

    `bones` are the consonants; `heard` the whole as it is heard, for a name that has few of them.
    """

    bones: set[str]
    heard: set[str]


_UNSAID = Spoken(set(), set())


def bones_of(name: str) -> set[str]:
    """Return the consonants by which a protected name of another script is spoken, its words in any order too."""
    if name.isascii():
        return set()
    return {key for way in (name, *turned_round(name)) for key in ways_to_say(way).bones}


def ways_to_say(name: str, *, bones: bool = True) -> Spoken:
    """Return the keys under which a protected name of another script is found in Latin letters; `bones` only where asked for."""
    return all_ways_to_say([name], bones=bones)[0]


def all_ways_to_say(names: list[str], *, bones: bool = True) -> list[Spoken]:
    """Return `ways_to_say` of many names: all that is said of some hundreds is heard as one text, a pass for each spelling."""
    told = list[Spoken]()
    for start in range(0, len(names), _TOGETHER):
        some = names[start : start + _TOGETHER]
        letters = list(map(_letters, some))
        ways = [_ways_of(n, run, bones=bones) for n, run in zip(some, letters, strict=True)]
        heard = iter(mixtures_by_ear([way for said in ways for way in said]))
        told += [
            _keys_of([h.replace(_BREATHED, "h") for h in islice(heard, len(said))], run, bones=bones)
            if said
            else _UNSAID
            for said, run in zip(ways, letters, strict=True)
        ]
    return told


_TOGETHER = 512
"""Names that are heard as one text."""


def _ways_of(name: str, letters: str, *, bones: bool) -> list[str]:
    """Return the ways in which a name (`letters`: as they are read) is said; none where it has no keys."""
    if not bones and VOWELLESS.search(letters):
        return []
    if name.isascii() or not 1 < len(letters) <= _LONGEST or not any(sayings(letters, i) for i in range(len(letters))):
        return []
    choices = with_body(letters, tuple(_choices(letters, i) for i in range(len(letters))))
    if _HAN.search(letters) and not _japanese(letters):
        return []
    ways = _few_ways(choices) if _HAN.search(letters) else _a_few_otherwise(choices)
    return ["".join(way) for way in (*islice(ways, _WAYS), *_in_digits(letters, choices))]


def _keys_of(heard: list[str], letters: str, *, bones: bool) -> Spoken:
    found = _bones(heard) if bones else set[str]()
    few = {h for h in heard if len(h) >= _LEAST_HEARD and h.isascii() and len(h.replace("a", "")) <= _FEWEST}
    return Spoken(found, set() if VOWELLESS.search(letters) else few)


_BREATHED, _BREATHS = "ħ", frozenset("حهהחह")
"""An h that is heard after a consonant, as in Rajhi; letters that are silent or heard so, vowels being unwritten."""


def _bones(heard: list[str]) -> set[str]:
    """Return the consonants of what is heard, where there are enough of them."""
    said = {h.replace("a", "").replace("ng", "n") for h in heard}
    said |= {key.replace("mb", "nb").replace("mp", "np") for key in said}
    return {key for key in said | set(chain(*map(_once_fewer, said))) if len(key) >= _FEWEST and key.isascii()}


def _once_fewer(bones: str) -> list[str]:
    """Return consonants with two that are the same, one after the other, written once: bank kshatot is bankshatot too."""
    return [bones[:at] + bones[at + 1 :] for at in range(1, len(bones)) if bones[at] == bones[at - 1]]


_FEWEST = 4
"""Consonants from which a name is looked up by them."""

_LEAST_HEARD = 5


def _choices(letters: str, place: int) -> tuple[str, ...]:
    """Return the ways to say one letter, one of those that are heard alike."""
    char = letters[place]
    ways = sayings(letters, place)
    soft = (
        ("j",)
        if any(w[:1] == "g" for w in ways) and _ABUGIDA.match(char) and _soft(letters[place + 1 : place + 2])
        else ()
    )
    made = _unlike(tuple(_apart(char, way) for way in (*ways, *soft)) or (char,))
    if char in _BREATHS:
        return (*made, _apart(char, _BREATHED))
    return (*made, _apart(char, "v")) if char == _WAW else made


_WAW = "و"
"""In Persian it is v, which is heard where the w of the same letter is not: arghavan."""


def _soft(following: str) -> bool:
    """Whether a vowel sign makes a g before it be heard as j by those who read it in Latin letters."""
    return any(way[:1] in {"e", "i"} for way in spoken(following)) if following else False


_TYPED = "ح=7 ع=3 خ=5/7 ط=6 ق=9/8/2 ص=9 ء=2 أ=2 ئ=2 غ=8/3 ض=9 ش=4 ч=4 ш=6 щ=6 ж=6 ъ=6"
_DIGITS = {pair[0]: tuple(pair[2:].split("/")) for pair in _TYPED.split(" ")}
"""Letters for which a digit is typed: of Arabic, by their look; of Cyrillic, by how the number's name begins (четыре, шест)."""


def _in_digits(letters: str, choices: Choices) -> list[tuple[str, ...]]:
    """Return a few ways to say a name with one, two or all of its letters that have a digit written so."""
    places = [(at, digit) for at, char in enumerate(letters) for digit in _DIGITS.get(char, ())]
    some = [(p,) for p in places] + [pair for pair in combinations(places, 2) if pair[0][0] != pair[1][0]]
    every = tuple({at: (at, digit) for at, digit in reversed(places)}.values())
    spoken_ways = list(islice(_a_few_otherwise(choices), _DIGIT_WAYS)) if places else []
    made = list[tuple[str, ...]]()
    for chosen in dict.fromkeys((*some, every)) if places else ():
        made += [_put(way, chosen) for way in spoken_ways]
    return made


def _put(way: tuple[str, ...], chosen: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    written = list(way)
    for at, digit in chosen:
        written[at] = digit
    return tuple(written)


_DIGIT_WAYS = 12


@lru_cache(maxsize=16_384)
def _unlike(ways: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first of those ways that are heard alike; letters come again and again."""
    return tuple(dict(zip(mixtures_by_ear([f"{w}|" for w in ways[::-1]]), ways[::-1], strict=True)).values())[::-1]


def _letters(name: str) -> str:
    return "".join(c for c in _spelt(name) if c.isalnum() or unicodedata.category(c)[0] == "M" or c == "ー")


def _spelt(name: str) -> str:
    """Return a name in small letters; Greek without accents, and its pairs of letters for one sound as one letter."""
    text = unicodedata.normalize("NFC", name).casefold()
    if _DOTTED.search(text):
        text = _DOTTED.sub(lambda m: DOTTED[m[0]], text)
    if not _GREEK.search(text):
        return text
    bare = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))
    for pair, one in _DIGRAPHS:
        bare = bare.replace(pair, one)
    return bare


_DOTTED = re.compile("|".join(map(re.escape, DOTTED)))
_GREEK, _ACCENTS = re.compile("[\u0370-\u03ff]"), re.compile("[\u0300-\u0345]")
_DIGRAPHS = [p.split("=") for p in ["ει=ι", "οι=ι", "υι=ι", "αι=ε", "ου=υ", "μπ=β", "ντ=δ", "γκ=γ", "γγ=γ"]]


def _japanese(letters: str) -> bool:
    """Whether ideographs may be read in Japanese: all of them are in its character set."""
    return all(c.isascii() or encoded(c, "shift_jis") for c in letters)


def _few_ways(choices: Choices) -> Iterator[tuple[str, ...]]:
    """Return all ways, of each letter no more than leave their number bounded."""
    most = max(map(len, choices))
    while most > 1 and _count(choices, most) > _WAYS:
        most -= 1
    return product(*(c[:most] for c in choices))


def _count(choices: Choices, most: int) -> int:
    count = 1
    for choice in choices:
        count *= min(len(choice), most)
    return count


def _a_few_otherwise(choices: Choices) -> Iterator[tuple[str, ...]]:
    """Return the commonest way, and those that differ from it in up to three letters."""
    first = tuple(c[0] for c in choices)
    yield first
    several = [i for i, c in enumerate(choices) if len(c) > 1]
    for places in (*((i,) for i in several), *combinations(several, 2), *combinations(several, 3)):
        for other in product(*(choices[i][1:] for i in places)):
            way = list(first)
            for i, said in zip(places, other, strict=True):
                way[i] = said
            yield tuple(way)


def spoken_as(written: str, model: str) -> bool:
    """Whether letters (lower case, no separators) are a name of another script as it is spoken, or partly so."""
    if len(written) > 2 * _LONGEST or (written.isascii() and model.isascii()):
        return False
    if not _LATIN.search(written) and "ال" not in model:
        return False
    patterns = _patterns(model)
    return patterns is not None and _follow(patterns, _spelt_as(written))


@lru_cache(maxsize=1_024)
def _spelt_as(written: str) -> str:
    """Return `_spelt` of what is held against all ways to say a name."""
    return _spelt(written)


_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
"""What a way to say a letter is written with: without it only the Arabic article, which is heard otherwise, makes a difference."""


def _follow(patterns: tuple[str, ...], text: str) -> bool:
    """Whether a text is what the patterns say, one after the other.

    They are tried one at a time: most texts are another name from the first letter on, and one pattern of them all takes
    milliseconds to compile.
    """
    ends = {0}
    for pattern in map(_compiled, patterns):
        begun = [begin for begin in ends if pattern.match(text, begin)]
        ends = {end for begin in begun for end in range(begin, len(text) + 1) if pattern.fullmatch(text, begin, end)}
        if not ends:
            return False
    return len(text) in ends


@lru_cache(maxsize=16_384)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=65_536)
def _patterns(model: str) -> tuple[str, ...] | None:
    """Return patterns of the ways to write each letter of a name, none where it has no letter that is spoken."""
    words = [_letters(w) for w in model.split()]
    letters = "".join(words)
    if not 1 < len(letters) <= _LONGEST or letters.isascii() or (_HAN.search(letters) and not _japanese(letters)):
        return None
    if not any(sayings(letters, i) for i in range(len(letters))):
        return None
    return tuple(_said(w, i) for w in words for i in range(len(w)))


_ANY_VOWELS = "[aeiouy]{0,2}"


def _said(word: str, place: int) -> str:
    """Return a pattern of the ways to write one letter of a word: itself, or as it is said."""
    char = word[place]
    ways = sayings(word, place)
    if not ways:
        return _ANY_VOWELS if unicodedata.category(char)[0] == "M" else re.escape(char)
    if word.startswith("ال") and place < 2:  # noqa: PLR2004  (the article)
        return ("(?:ا|[aeiou])?", "(?:ل|l|[tdrszn]h?)?")[place]
    if char in _FOREIGN_SOUNDS and word[place + 1 : place + 2] in _FOREIGN_SOUNDS[char][0]:
        ways = (*ways, _FOREIGN_SOUNDS[char][1])
    if _HAN.match(char):
        ways = (*ways, *(_HARD[w[0]] + w[1:] for w in ways if w[:1] in _HARD))
    loose = dict.fromkeys((re.escape(char), *map(_loosened, ways), *_DIGITS.get(char, ())))
    return f"(?:{'|'.join(loose)}){_after(char)}"


_FOREIGN_SOUNDS = {"е": (("й",), "a"), "э": (("й",), "a"), "с": (tuple("еиіэєы"), "c"), "ц": (tuple("еиіэєы"), "c")}
"""Cyrillic letters that before some others stand for a Latin one in names from abroad: Алипей, ЮНИСЕФ."""

_HARD = {"g": "k", "b": "p", "d": "t", "z": "ts", "j": "ch"}
"""How the unbreathed consonants of Cantonese are written in names of places and people: gau is Kau, dai is Tai."""


def _after(char: str) -> str:
    """Return a pattern of the vowels that may follow a letter unwritten."""
    if VOWELLESS.match(char):
        return _ANY_VOWELS
    return "[aeo]?" if "\u0900" <= char <= "\u0dff" and unicodedata.category(char) == "Lo" else ""


_TOKEN = re.compile("sch|sh|ch|zh|kh|gh|th|dh|ph|bh|ts|tz|dz|ng|ff|ae|eo|eu|[a-z]")
_LOOSE = {
    "a": "a{1,2}h?", "e": "e{1,2}[iyh]?", "i": "(?:i{1,2}|ee|ie|y)", "o": "(?:o{1,2}[uhw]?|ō)", "u": "(?:u{1,2}|oo|ou)", "sh": "sc?h?", "ch": "(?:t?s?ch?|tj|ti)",
    "zh": "(?:zh|j|g|z)", "kh": "(?:kh?|h|x|ch)", "gh": "gh?", "th": "t{1,2}h?", "dh": "d{1,2}h?", "ph": "(?:ph?|f)", "bh": "b{1,2}h?", "ts": "(?:t?[szc])", "tz": "(?:t?[szc])",
    "dz": "d?z", "ng": "n{1,2}g?", "k": "(?:k{1,2}h?|c{1,2}k?|q)", "q": "(?:[kqg]h?)", "f": "(?:f{1,2}|ph|v)", "v": "[vwf]", "w": "[vw]", "j": "(?:j{1,2}|dj|dzh|zh|g|y|z)",
    "y": "[yij]", "x": "(?:x|ks|kh|h)", "h": "h{0,2}", "r": "(?:r{1,2}h?|l)", "n": "[nm]{1,2}", "ff": "(?:ff?|v)", "sch": "s?c?h", "ae": "(?:ae|a|e)", "eo": "(?:eo|o|u|e)",
    "eu": "(?:eu|u|oo)?",
}  # fmt: skip
"""What is typed for a sound by people who follow no system."""


_LONG = re.compile(r"([aeiou])\1")


@lru_cache(maxsize=16_384)
def _loosened(way: str) -> str:
    return "".join(_LOOSE.get(t, f"{t}{{1,2}}") for t in _TOKEN.findall(_LONG.sub(r"\1", way)))
