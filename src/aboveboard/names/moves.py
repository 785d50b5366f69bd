"""The single steps by which one name is written for another: letters swapped, drawn, respelled, split, spoken."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from aboveboard.names.alphabets import silent_letter
from aboveboard.names.hangul import linked
from aboveboard.names.hearing import sounds_of
from aboveboard.names.parts import assembled, joined, split, whole
from aboveboard.names.read_aloud import READ_ALOUD, ROUND, read_as
from aboveboard.names.scripts import scripts
from aboveboard.names.sounds import blur, readings
from aboveboard.names.transliterating import kana_spoken, spoken
from aboveboard.names.units import Unit, swap

__all__ = [
    "COST",
    "DRAWN",
    "FOOLING",
    "LETTERS",
    "REDRAWN",
    "RESPELLED",
    "SILENT",
    "Change",
    "Move",
    "Pair",
    "moves",
    "swapped",
]

LETTERS = 6
"""The longest move, in letters of the name: a syllable for one ideograph."""

DRAWN = {
    "m": ("rn", "nn"),
    "w": ("vv", "uu"),
    "d": ("cl", "ol"),
    "u": ("ii",),
    "h": ("lr", "ln"),
    "b": ("lo",),
    "n": ("ri",),
    "k": ("lc",),
    "g": ("cj",),
}
"""Letters that two others draw."""

FOOLING = (*((two, one) for one, ways in DRAWN.items() for two in ways), ("m", "rn"))
"""What a reader takes for another letter, or two."""

_PIECES = 5
_FILLERS = frozenset("のノ丶丿灬ヽ乀乁之的丨ㄨ乂々ゝゞヾ〻〱〲ʚɞɷ๑๛ㄟㄏღ〆卍")
_FIRST_SIGN = "\u2e7f"


COST = {
    "": 0.0, "styled": 0.05, "radical": 0.05, "squared": 0.05, "variant": 0.05, "homoglyph": 0.1, "repeat": 0.2, "leet": 0.25,
    "near_shape": 0.3, "split": 0.3, "homophone": 0.4, "pinyin": 0.4, "initial": 0.7, "separator": 0.1, "order": 0.8, "vowel": 0.7, "voice": 0.7, "body": 0.35, "edit": 1.0,
}  # fmt: skip
"""What a change costs against one plain edit."""


class Change(NamedTuple):
    """One change: its kind, what is written, and what was meant."""

    kind: str
    written: str
    meant: str


Move = tuple[int, int, str, str, str]
"""Letters taken of the name and of the model, the kind of the change, what is written, what was meant."""


class Pair(NamedTuple):
    """Two runs of letters, their letters as text, and whether the name is all Latin where the model is not.

    `text` holds the name's letters with the `past` ones before it and one after, `around` the model's with one before and one
    after. `dropped` keeps the moves that drop letters of the name, by place, once they are known, `lacked` those that leave out
    letters of the model.
    """

    name: list[Unit]
    model: list[Unit]
    written: str
    meant: str
    text: str
    past: int
    around: str
    dropped: dict[int, list[Move]]
    lacked: dict[int, Move]
    latin: bool = False

    @classmethod
    def of(cls, name: list[Unit], model: list[Unit], before: list[Unit], after: list[Unit]) -> Pair:
        """Return the pair of two runs of letters; `before` and `after` are the few letters around both, which are alike."""
        past, written, meant, next_ = ("".join([u.letter for u in run]) for run in (before, name, model, after[:1]))
        text, around = past + written + next_, f"{past[-1:] or ' '}{meant}{next_ or ' '}"
        return cls(name, model, written, meant, text, len(past), around, {}, {})


def moves(pair: Pair, i: int, j: int) -> list[Move]:
    """Return the moves from letter `i` of the name and `j` of the model.

    Where both are written with the same character, to keep it is never dearer than any other move.
    """
    if i == len(pair.name):
        return [_lacked(pair, j)] if j < len(pair.model) else []
    if j == len(pair.model):
        return _dropped(pair, i)
    (_, written, letter), (_, char, meant) = pair.name[i], pair.model[j]
    respelled = _STARTING.get(letter + meant)
    if letter == meant and (written == char or written.casefold() == char.casefold()):
        return [*_KEPT, *_respelled(pair, i, j, respelled)] if respelled else _KEPT
    kind = _swap(written, letter, char, meant)
    found: list[Move] = [(1, 1, "edit" if kind is None else kind, written, char)]
    if respelled:
        found += _respelled(pair, i, j, respelled)
    if meant in DRAWN or letter in DRAWN or not char.isascii() or _may_be_turned(pair, i, j):
        found += _several(pair, i, j)
    found += pair.dropped.get(i) or _dropped(pair, i)
    found.append(pair.lacked.get(j) or _lacked(pair, j))
    return found


def _may_be_turned(pair: Pair, i: int, j: int) -> bool:
    """Tell whether two letters may be turned round, or a letter of the name be one of several for a sign."""
    letter, following = pair.written[i], pair.meant[j + 1 : j + 2]
    return letter == following or (pair.meant[j] > _FIRST_SIGN and letter in pair.meant)


def swapped(a: Unit, b: Unit) -> str | None:
    """Return the kind of change from one letter to another, see `units.swap`; hiragana and katakana are forms of one kana."""
    return _swap(a.char, a.letter, b.char, b.letter)


@lru_cache(maxsize=262_144)
def _swap(written: str, written_letter: str, meant: str, meant_letter: str) -> str | None:
    least, most = min(written, meant), max(written, meant)
    if "\u3041" <= least <= "\u3096" and ord(most[0]) - ord(least[0]) == _KATAKANA:
        return "variant"
    if written_letter + meant_letter in _FINAL:
        return "variant"
    if written_letter + meant_letter in _DRAWN_ALIKE and written.isascii() and meant.isascii():
        return "body"
    return swap(written, written_letter, meant, meant_letter)


_FINAL = frozenset(pair[::way] for pair in ("כך", "מם", "נן", "פף", "צץ") for way in (1, -1))
"""Hebrew letters and their forms at the end of a word."""

_DRAWN_ALIKE = frozenset(("ji", "ij", "tl", "lt", "gq", "qg"))
"""Latin letters of nearly one shape, in one case or the other."""


_KATAKANA = 0x60
"""How far a katakana stands behind the hiragana of its sound."""


_KEPT: list[Move] = [(1, 1, "", "", "")]


def _lacked(pair: Pair, j: int) -> Move:
    found = pair.lacked.get(j)
    if found is None:
        b, around = pair.model[j], pair.around[j] + pair.around[j + 2]
        letter = b.letter if b.char.isascii() else b.char.casefold()
        found = pair.lacked[j] = 0, 1, "repeat" if b.letter in around else _unheard(letter, around), "", b.char
    return found


SILENT = frozenset("aeiouyh")
"""Latin letters that may be left out, or put in, where they are not heard."""

_VOWELS, _BEFORE_H = SILENT - {"h"}, frozenset("bcdgkpstwz")


@lru_cache(maxsize=65_536)
def _unheard(letter: str, around: str) -> str:
    """Return the kind of leaving out one letter between two others: `homophone` where it is silent, `vowel` beside a vowel."""
    before, after = around[:1], around[1:]
    if letter.isascii():
        silent = (letter == "h" and before.isalpha() and before not in _BEFORE_H) or (
            letter == "e" and after == " " and before.isalpha() and before not in _VOWELS
        )
        return "homophone" if silent else "vowel" if letter in _VOWELS and _VOWELS & {before, after} else "edit"
    return "homophone" if before.strip() and silent_letter(letter) else "edit"


def _dropped(pair: Pair, i: int) -> list[Move]:
    found = pair.dropped.get(i)
    if found is None:
        found = pair.dropped[i] = _drops(pair.name, i, pair.text, pair.past)
    return found


def _drops(name: list[Unit], i: int, text: str, past: int) -> list[Move]:
    """Return the ways in which letters of the name stand for none: repeated, a filler, or one too many."""
    a, here = name[i], past + i
    around = (text[here - 1 : here] if here else " ") + (text[here + 1 : here + 2] or " ")
    kind = (
        "repeat"
        if a.letter in around
        else "separator"
        if a.char in _FILLERS
        else _unheard(a.letter if a.char.isascii() else a.char.casefold(), around)
    )
    found: list[Move] = [(1, 0, kind, a.char, "")]
    if a.letter in text[max(0, here - LETTERS) : max(0, here - 1)]:
        found += [
            (run, 0, "repeat", _chars(name[i : i + run]), "")
            for run in range(2, LETTERS + 1)
            if here >= run and i + run <= len(name) and text[here - run : here] == text[here : here + run]
        ]
    return found


def _several(pair: Pair, i: int, j: int) -> Iterator[Move]:
    name, model, b = pair.name, pair.model, pair.model[j]
    two, meant = pair.written[i : i + 2], pair.meant[j : j + 2]
    if b.letter in DRAWN and two in DRAWN[b.letter]:
        yield 2, 1, "repeat", two, b.char
    if two[0] in DRAWN and meant in DRAWN[two[0]]:
        yield 1, 2, "repeat", name[i].char, meant
    if two[0] == meant[1:] and meant[0] == two[1:] and two[0] != two[1]:
        yield 2, 2, "order", _chars(name[i : i + 2]), _chars(model[j : j + 2])
    elif "가" <= b.char <= "힣" and linked(two) == linked(meant):
        yield 2, 2, "homophone", two, meant
    if b.letter > _FIRST_SIGN:
        yield from _signs(pair, i, b)
    if b.char.isascii() or not two[0].isascii():
        return
    ideograph = "\u3400" <= b.char <= "\u9fff"
    if scripts(name[i].char) != scripts(b.char) and not (pair.latin and ideograph):
        yield from _transliterated(pair.written[i : i + LETTERS], b)


def _signs(pair: Pair, i: int, b: Unit) -> Iterator[Move]:
    """Yield the ways to write one ideograph as its parts or as its sound."""
    letter = pair.written[i]
    if _parted(pair.written):
        yield from _drawn(pair, i, b)
    if letter.isascii():
        yield from _spoken(pair.written[i : i + LETTERS], b)
        yield from (
            (len(n), 1, "homophone", n, b.char) for n in ROUND if pair.written.startswith(n, i) and read_as(n, b.letter)
        )
    elif "\u3041" <= letter <= "\u30fc":
        yield from _said(_chars(pair.name[i : i + LETTERS]), b)


@lru_cache(maxsize=16_384)
def _parted(text: str) -> bool:
    """Tell whether any neighbours in a text are parts of one character: most texts have none."""
    return bool(joined(text))


def _drawn(pair: Pair, i: int, b: Unit) -> Iterator[Move]:
    """Yield the ways to write one ideograph as its parts."""
    two = pair.written[i : i + 2]
    if len(two) == 2:  # noqa: PLR2004  (a pair)
        made = whole(*two)
        if two in split(b.letter) or two in split(b.char) or (made and swap(made, made, b.char, b.letter) is not None):
            yield 2, 1, "split", _chars(pair.name[i : i + 2]), b.char
    for run in range(3, min(_PIECES, len(pair.written) - i) + 1):
        text = pair.written[i : i + run]
        if text in split(b.letter) or text in split(b.char) or b.letter in assembled(text):
            yield run, 1, "split", _chars(pair.name[i : i + run]), b.char


@lru_cache(maxsize=65_536)
def _sounds(char: str) -> frozenset[str]:
    return frozenset(sounds_of(way) for way in spoken(char))


@lru_cache(maxsize=65_536)
def _begins(text: str, *, kana: bool) -> tuple[str, ...]:
    """Return the sounds with which a text begins, of its first letter, its first two, and so on."""
    runs = [text[:length] for length in range(1, len(text) + 1)]
    return tuple([sounds_of(kana_spoken(run) if kana else run) for run in runs])


def _said(text: str, b: Unit) -> Iterator[Move]:
    """Yield the ways in which `text`, kana, begins with the sound of one ideograph in Japanese."""
    ways = _sounds(b.char)
    for length, sound in enumerate(_begins(text, kana=True) if ways else (), 1):
        if sound in ways:
            yield length, 1, "homophone", text[:length], b.char


def _transliterated(text: str, b: Unit) -> Iterator[Move]:
    """Yield the ways in which `text` begins with one letter of another script in Latin letters."""
    ways = _sounds(b.char)
    if "" in ways:
        yield 0, 1, "pinyin", "", b.char
    for length, sound in enumerate(_begins(text, kana=False) if ways else (), 1):
        if sound in ways:
            yield length, 1, "pinyin", text[:length], b.char


_RESPELLED = (
    "qu kw", "qu k", "que k", "q k", "q c", "tr ch", "tz z", "sch sh", "cz ch", "se ce", "si ci", "sy cy", "s ce", "c k", "ck k", "ck c", "x ks", "x cks", "f ph", "ee ea", "ee ie", "ei ie", "or aw", "or au", "air are", "s z", "y i", "ou oo", "w wh", "t th", "oo u", "ay ai",
    "ou o", "ow o", "oh o", "ow ou", "eau o", "au o", "ai e", "ay e", "ei e", "ie i", "ey y", "ea e", "ae e", "oe o", "oe u", "ue u", "you u", "yu u", "yoo u", "er a", "er or", "er ar", "ir er", "ur er",
    "je ge", "ji gi", "j dj", "zh j", "dge ge", "c tj", "kh k", "gh g", "rh r", "gn ni", "nh ni", "lh li", "ll y", "rz z", "ch tch", "tion shun", "sc s", "ze ce", "zi ci", "dt t", "kn n", "wr r", "ps s", "mb m", "ng n", "nh n", "ph p", "cc ks", "ts z", "ca ka", "co ko", "el al", "al ul", "ie y", "ault o", "aut o", "eau au",
    "ite ight", "it ight", "ie igh", "y igh", "ay eigh", "ei eigh", "ate eight", "o ough", "au augh", "que k", "que ck", "pf f", "ch k", "che ke", "chi ki", "z rz", "x cks", "cs x", "gg ck", "sht st", "scht st", "y ei", "w u", "ew oo", "ew ue", "shun sion",
)  # fmt: skip
"""Spellings of one sound in English, the Romance and Germanic languages, Polish, Turkish, Indonesian, Vietnamese and romanised Japanese."""

_REDRAWN = (
    "घ द्य", "घ ध्य", "स रा", "ख रव", "ण रा", "श्र श्न", "ध्द द्ध", "द्द द्ध", "द्ध द्व", "त्र ञ", "ष्ट ष्ठ", "क्त क्न", "ट्ट ट्ठ", "झ भ्र", "ऋ क्र", "ॠ ऋ", "ग ा", "ই হ", "ক্ষ হ্ম", "ঞ্জ ঞ্চ", "ন্দ ন্ধ", "স্ত স্থ", "ত্ত ও", "ত্র এ",
    "ष्ण ष्न", "ர ா", "ை ன", "எ ஏ", "லை வை", "ண ன", "ஔ ஒள", "ഩ ന", "ൗ ൌ", "అ ఆ", "ਅ ਆ", "ฤ ถ", "ำ ้า", "ำ า", "ແ ເເ", "ש ייי", "ח רו", "ם רט", "מ נו", "ת חי", "ה דו", "ы ьі", "ы ьl", "ю іо", "ю lо", "ш іц", "щ шц", "ж }{", "м лл", "ш ии", "ф qр",
    "ն և", "և եւ", "ք р", "უ კ", "ლ ღ", "ൊ ോ",
)  # fmt: skip
"""Letters of other scripts, and several that draw one of them or nearly so."""

REDRAWN = {p for pair in _REDRAWN for p in (tuple(pair.split()), tuple(pair.split()[::-1]))}

RESPELLED = {p for pair in _RESPELLED for p in (tuple(pair.split()), tuple(pair.split()[::-1]))} | set(READ_ALOUD)


def _by_first() -> dict[str, list[tuple[str, str, str]]]:
    """Return the respellings, and what draws another, by the first letters of both sides, the shortest first, with their kind."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    ways = [(a, b, "homophone") for a, b in RESPELLED] + [(a, b, "near_shape") for a, b in REDRAWN]
    for a, b, kind in sorted(ways, key=lambda p: (len(p[0]), len(p[1]), p)):
        if len(b) <= _MOST_MEANT:
            found.setdefault(a[0] + b[0], []).append((a, b, kind))
    return found


_MOST_MEANT = 5
"""Letters of a respelling that is looked for in the model, at most."""

_STARTING = _by_first()


@lru_cache(maxsize=65_536)
def _blurred(text: str) -> str:
    return blur(text)


def _respelled(pair: Pair, i: int, j: int, ways: list[tuple[str, str, str]]) -> list[Move]:
    """Return letters spelled otherwise that sound, or look, the same: kw for qu. `ways`: those that begin with these two letters."""
    written, meant = pair.written, pair.meant
    return [(len(a), len(b), kind, a, b) for a, b, kind in ways if written.startswith(a, i) and meant.startswith(b, j)]


def _spoken(text: str, b: Unit) -> Iterator[Move]:
    """Yield the ways in which `text` begins with the sound of one ideograph, or its initial."""
    ways = readings(b.letter)
    blurred = {_blurred(w) for w in ways}
    for length in range(2, len(text) + 1 if ways else 0):
        if _blurred(text[:length]) in blurred:
            yield length, 1, "pinyin", text[:length], b.char
    if any(w[0] == text[0] for w in ways):
        yield 1, 1, "pinyin" if text[0] in ways else "initial", text[0], b.char


def _chars(run: list[Unit]) -> str:
    return "".join(char for _, char in dict.fromkeys((u.place, u.char) for u in run))
