"""Ways to write a protected name that are too many to make for every account: look-alikes, readings, initials."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, pairwise, permutations, product
from unicodedata import category, combining

from aboveboard.names.hangul import neighbours
from aboveboard.names.moves import DRAWN, REDRAWN
from aboveboard.names.parts import kin
from aboveboard.names.read_aloud import in_pinyin, with_digits
from aboveboard.names.shapes import CLOSE, alike, of_group
from aboveboard.names.sounds import of_sound, readings

__all__ = [
    "SMALL",
    "halves_turned",
    "initials",
    "orders",
    "redrawn",
    "rotations",
    "runs_turned",
    "shapes",
    "spelled_out",
    "stuttered",
    "syllables",
    "turned",
    "turned_within",
    "written_otherwise",
]

_LONGEST = 16
_COMBINATIONS = 32
_FEWEST_SYLLABLES = 4


def shapes(name: str) -> list[str]:
    """Return `name` with one ideograph replaced by each that looks like it, or two by the nearest; none for a name over 16 characters."""
    if len(name) > _LONGEST:
        return []
    once = [name[:i] + twin + name[i + 1 :] for i, char in enumerate(name) for twin in _twins(char)]
    return once + (_twice(name) if _LEAST_TWICE <= len(name) <= _MOST_TWICE else [])


_LEAST_TWICE, _MOST_TWICE, _NEAREST, _FEW = 4, 12, 5, 3
_SHORT = 8
"""Ideographs up to which more look-alikes of each are paired."""


def _twice(name: str) -> list[str]:
    """Return `name` with two ideographs replaced, each by one of the few a reader most takes for it."""
    most = _NEAREST if len(name) <= _SHORT else _FEW
    twins = [[c for c, score in alike(char).items() if score >= CLOSE][:most] for char in name]
    return [
        name[:i] + a + name[i + 1 : j] + b + name[j + 1 :]
        for i, j in combinations(range(len(name)), 2)
        for a in twins[i]
        for b in twins[j]
    ]


def _twins(char: str) -> list[str]:
    drawn = alike(char)
    return [*drawn, *sorted(kin(char) - drawn.keys()), *sorted(neighbours(char))]


def written_otherwise(name: str) -> list[str]:
    """Return a name with digits for what they are read as, in pinyin typed so, and with letters that are drawn or heard alike."""
    return [*with_digits(name), *in_pinyin(name), *redrawn(name.casefold())]


def redrawn(name: str) -> list[str]:
    """Return a name with a letter replaced by two that draw it, or a letter of another script by each that is drawn or heard like it."""
    if len(name) > _LONGEST_SPACELESS:
        return []
    other = [name[:i] + twin + name[i + 1 :] for i, char in enumerate(name) for twin in _like_it(char)]
    if name.isascii():
        return other
    pairs = [(i, a, b) for a, b in REDRAWN for i in range(len(name)) if name.startswith(b, i)]
    return other + [name[:i] + a + name[i + len(b) :] for i, a, b in pairs]


@cache
def _like_it(char: str) -> tuple[str, ...]:
    if char.isascii():
        return DRAWN.get(char, ("w",) if char == "v" else ())
    return tuple(dict.fromkeys(c for c in of_group(char) + of_sound(char) if c != char))


def turned(name: str) -> list[str]:
    """Return a name in an alphabet with two neighbours turned round.

    A short one in every way, a longer one beside letters that `forms.loose` joins; the other ways are found as slips.
    """
    if not (_LEAST_TURNED <= len(name) <= _LONGEST_ROTATED and _ALPHABET.fullmatch(name)):
        return []
    pairs = [(i, name[i + 1] + name[i]) for i in range(len(name) - 1) if name[i] != name[i + 1]]
    if len(name) > _MOST_TURNED:
        pairs = [(i, two) for i, two in pairs if "m" in two or _drawn(name[max(0, i - 1) : i + 3])]
    return [name[:i] + two + name[i + 2 :] for i, two in pairs]


def stuttered(name: str) -> list[str]:
    """Return a name of ideographs, kana or syllables with two neighbours written twice: 海港海港银行."""
    if not (_LEAST_TWICE <= len(name) <= _MOST_TWICE and _SIGNS.fullmatch(name)):
        return []
    return [name[: i + 2] + name[i:] for i in range(len(name) - 1)]


_SIGNS = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")


def _drawn(around: str) -> bool:
    return any(a == b for a, b in pairwise(around)) or any(pair in around for pair in ("cl", "rn", "vv"))


def rotations(name: str) -> list[str]:
    """Return a name in an alphabet, or in kana or syllables, or of a script without spaces, cut in two at each place and put together the other way round."""
    if _SPACELESS.fullmatch(name):
        cuts = range(_LEAST_PART, len(name) - _LEAST_PART + 1) if len(name) <= _LONGEST_SPACELESS else ()
        return [name[n:] + name[:n] for n in cuts if not _joins(name, n) and name[n - 1] not in _BEFORE]
    least = (
        (_LEAST_HALF if len(name) > _SHORT and name.isascii() else _LEAST_PART)
        if _ALPHABET.fullmatch(name)
        else _LEAST_SIGNS
        if _SYLLABLES.fullmatch(name)
        else len(name)
    )
    return [name[i:] + name[:i] for i in range(least, len(name) - least + 1)] if len(name) <= _LONGEST_ROTATED else []


def runs_turned(name: str) -> list[str]:
    """Return a name of Latin letters and of signs, in two or three runs, with those in every other order: UFJ三菱銀行 for 三菱UFJ銀行."""
    if name.isascii() or len(name) > _LONGEST_ROTATED or not _SIGN.search(name):
        return []
    runs = _RUNS.findall(name)
    if not 1 < len(runs) <= _MOST_RUNS or not any(r.isascii() and len(r) > 1 for r in runs):
        return []
    return [text for p in permutations(runs) if (text := "".join(p)) != "".join(runs)]


_RUNS, _SIGN, _MOST_RUNS = (
    re.compile("[a-z0-9]+|[^a-z0-9 ]+"),
    re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"),
    3,
)


def turned_within(words: str) -> list[str]:
    """Return a name of two to four words with one of seven letters or more cut in two and put together the other way round."""
    every = words.split(" ")
    if not 1 < len(every) <= _MOST_WORDS or len(words) > _LONGEST_ROTATED * 2:
        return []
    return [" ".join([*every[:n], way, *every[n + 1 :]]) for n, word in enumerate(every) for way in halves_turned(word)]


def halves_turned(word: str) -> list[str]:
    """Return a word of seven letters or more, cut in two at each place where three are left, the other way round; marks stay with their letters."""
    if not _LEAST_WORD <= len(word) <= _LONGEST_ROTATED or any(map(str.isdigit, word)) or _PACKED.search(word):
        return []
    at = [n for n in range(_LEAST_PART, len(word) - _LEAST_PART + 1) if not _joins(word, n)]
    return [word[n:] + word[:n] for n in at]


def _joins(word: str, place: int) -> bool:
    """Tell whether what stands at a place belongs to the letter before it."""
    return category(word[place])[0] == "M" or combining(word[place - 1]) == _VIRAMA


_LEAST_WORD, _LEAST_PART, _VIRAMA = 7, 3, 9
_PACKED = re.compile("[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7a3]")

_SPACELESS, _LONGEST_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+"), 40
_BEFORE = frozenset("เแโใไເແໂໃໄ")
"""Thai, Lao, Burmese and Khmer; their vowels that are written before the consonant."""

_LEAST_HALF, _LEAST_SIGNS, _LONGEST_ROTATED = 4, 2, 24
_SYLLABLES = re.compile("[\u3041-\u30ff\uac00-\ud7a3]+")

_LEAST_TURNED, _MOST_TURNED = 5, 8
_ALPHABET = re.compile("[a-z\u00df-\u02af\u0370-\u06ff\u1d00-\u1eff]+")
"""Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters."""

_SMALL = (
    "of the a an and for de del la le les el los las y e et du des da do das dos di della und der die das für van von het en och og i в и на ال "
    "delle dei degli dello dai al alla des im am zum zur dem den vom beim au aux pour para por "
    "ya wa cha vya kwa ng mga dan ve és az của và the της του των και та і во по و के की का ו şi och nang"
)
SMALL = frozenset(_SMALL.split())
"""Words that a name keeps or drops without being another."""

_MOST_WORDS = 4


def orders(words: str) -> list[str]:
    """Return the words of a name written as one in every other order, with and without its small words; at most four words."""
    found = dict[str, None]()
    for every in dict.fromkeys((words, spelled_out(words))):
        parts = every.split(" ")
        for some in (parts, [w for w in parts if w not in SMALL]):
            if 1 < len(some) <= _MOST_WORDS:
                found |= dict.fromkeys("".join(p) for p in permutations(some))
    return [text for text in found if text != words.replace(" ", "")]


def spelled_out(words: str) -> str:
    """Return words with the letters that German and Danish write in two, as handles do: ä as ae."""
    return words.translate(_IN_TWO)


_IN_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})


def syllables(name: str) -> list[tuple[str, ...]]:
    """Return the ways to read `name` aloud, at most 32, commonest first; another letter stands for itself."""
    ways = product(*(readings(c) or (c,) for c in name[:_LONGEST]))
    return [way for way, _ in zip(ways, range(_COMBINATIONS), strict=False)]


def initials(way: tuple[str, ...]) -> list[str]:
    """Return mixtures of initials and whole syllables: rmrb, rmribao, renminrb; none for under four syllables.

    In the middle of a name one syllable, or two, which are a word, become their initials.
    """
    if len(way) < _FEWEST_SYLLABLES:
        return []
    first = [s[0] for s in way]
    head = ["".join(first[:i]) + "".join(way[i:]) for i in range(1, len(way) + 1)]
    tail = ["".join(way[:i]) + "".join(first[i:]) for i in range(1, len(way))]
    inside = ["".join((*way[:i], *first[i : i + 2], *way[i + 2 :])) for i in range(1, len(way) - 2)]
    single = ["".join((*way[:i], first[i], *way[i + 1 :])) for i in range(1, len(way) - 1)]
    return head + tail + inside + single
