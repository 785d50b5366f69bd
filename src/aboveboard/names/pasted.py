"""Pasted fonts: letters of many scripts put together as if they were Latin ones, read as Latin where the word reads so.

Websites turn a name into such letters (ᗷᗩᑎK, ₿₳₦₭, 乃卂几Ҝ, вαик). No standard lists them, so the alphabets here are written by
hand from general knowledge of what those websites offer. A sign is read as Latin only in a word that no language spells so:
all its letters belong to these alphabets or are Latin, and their kinds change at least twice (once for ΛMAZON). Words of Cree, Thai, Russian
or Chinese stay what they are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np

from aboveboard.names.characters import normal, table

__all__ = ["HEADS", "as_latin", "in_place", "upright"]

_ALPHABETS = (
    ("ᗩᗷᑕᗪᖴᕼᒍᒪᗰᑎᑭᖇᔕᑌᐯᗯ᙭ᘔ", "abcdfhjlmnprsuvwxz"),
    ("₳฿₵₣₲₭₥₦₱₴₮₩₿₽₸₤", "abcfgkmnpstwbptl"),
    ("卂乃匚乇千Ꮆ卄丨ﾌҜㄥ爪几ㄖ卩尺丂ㄒㄩ山乂ㄚ乙ㄇㄈ", "abcefghijklmnoprstuwxyznc"),
    ("ﾑᄃり乇ｷムんﾉﾌズﾚﾶ刀のｱゐ尺丂ｲひ√ﾒﾘ乙", "acdefghijklmnopqrstuvxyz"),
    ("αβ¢∂єƒнιנкℓмησρяѕтυνωχуδεγπτθλ", "abcdefhijklmnoprstuvwxydeyntol"),
    ("ค๒๔ﻮђเןɭ๓ภ๏קợรՇยשฬאץչ", "abdghijlmnopqstuvwxyz"),
    ("ҍժցհӀղօքզɾʂէմѵավՀʍռսոնջկվ", "bdghinopqrstuvwyzmnunujyy"),
    ("ልጌርዕቿቻኗዘጎጋጕረጠክዐየዒዪነፕሁሀሠሸሃጊ", "abcdefghijklmnopqrstuvwxyz"),
    ("дбивнпяшщцжэчђћҝӿз", "abnbhnrwwuxeyhhkxz"),
    ("ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "abcdefghijklmnoprstuvwxyz"),
    ("ᎪᏴᏟᎠᎬᏀᎻᏆᎫᏦᏞᎷᎾᏢᏒᏚᎢᏌᏙᏔᎩᏃ", "abcdeghijklmoprstuvwyz"),
)
"""Signs of each font, and the letter each stands for. Where two fonts differ the first one counts."""

_READ = {
    sign: letter
    for signs, letters in reversed(_ALPHABETS)
    for small, letter in zip(signs, letters, strict=True)
    for sign in (small, small.upper())
    if len(sign) == 1 and not sign.isascii()
} | dict(zip("ΛΔΣΞΓΠΩ", "aaeerno", strict=True))
"""A Greek capital is put for the Latin one that it looks like, whatever its small letter is put for."""

_EAST = frozenset(("CJK", "HIRAGANA", "KATAKANA", "HALFWIDTH"))
_STROKES = frozenset("卂匚乇卄丨丂卩")
"""Ideographs that hardly any word of today is written with; the other ones of the fonts are everyday words."""

_DRAWN_ALIKE = {
    "CYRILLIC": frozenset("aceiojpsxykmhbrtgpuABCEHIKMOPTXSJYZ"),
    "GREEK": frozenset("aiknovpuxtetwyhABEHIKMNOPTXYZ"),
    "ARMENIAN": frozenset("hnouqgjflSUOLT"),
}
"""Latin letters drawn like ones of another alphabet: a word that has no others may be a word of that alphabet, disguised."""


@lru_cache(maxsize=65_536)
def _kind(char: str) -> str:
    """Return which kind of letter a character is: its script, or finer where no word mixes; '' for a digit or a mark."""
    if char in _STROKES:
        return "STROKES"
    category = unicodedata.category(char)
    if category == "Sc":
        return char
    if category[0] not in "LS" and char not in _READ:
        return ""
    script, *rest = unicodedata.name(char, "?").split(" ")
    if script in _EAST or char == "ㄚ":
        return "EAST"
    return rest[1] if script == "CANADIAN" and rest[1] in _TRIBES else script


_TRIBES = frozenset(("CARRIER", "BLACKFOOT", "NUNAVUT", "TLHI", "AIVILIK", "SAYISI"))
_WORD = re.compile(rf"[\w{''.join(map(re.escape, sorted(_READ)))}]+")
_SEVERAL = 2


@lru_cache(maxsize=65_536)
def _latin(char: str) -> bool:
    """Whether a character is of a font, a Latin letter or one that is read as such anyway, a digit or a mark."""
    return char in _READ or _kind(char) in {"", "LATIN"} or normal(char).translate(table()).isascii()


def _whole(word: str) -> bool:
    """Whether every letter of a word is of a font or a Latin one."""
    return all(map(_latin, word))


@lru_cache(maxsize=16_384)
def _reads_as_latin(word: str) -> bool:
    kinds = [k for k in map(_kind, word) if k]
    signs = [c for c in word if c in _READ]
    changes = sum(a != b for a, b in pairwise(kinds))
    if not signs or not _whole(word):
        return False
    plain = sum(c.isascii() and c.isalpha() for c in word)
    if _BARRED.issuperset(signs) and plain > _SEVERAL and plain >= _SEVERAL * len(signs):
        return True
    if changes < _SEVERAL:
        return False
    found = set(kinds)
    if "EAST" in found or "STROKES" in found:
        return len(signs) >= _SEVERAL and bool(found - {"EAST", "LATIN"})
    alphabets = found & _DRAWN_ALIKE.keys()
    if found - alphabets - {"LATIN"} or len(alphabets) > 1:
        return len(signs) >= _SEVERAL
    return all(any(c not in _DRAWN_ALIKE[a] for c in word if c.isascii() and c.isalpha()) for a in alphabets)


_BARRED = frozenset("ΛΣΞ")
"""Greek capitals that stand for a Latin one even once, at an end of a word, or beside letters that Greek has too: ΛMΛZON."""

_STRONG = 1
_RANGES = (
    (0x41, 0x5A, 2), (0x61, 0x7A, 2), (0xC0, 0x24F, 2), (0x370, 0x3FF, 3), (0x400, 0x52F, 4), (0x530, 0x58F, 5), (0x590, 0x5FF, 6),
    (0xE00, 0xE7F, 7), (0x1200, 0x137F, 8),
)  # fmt: skip
"""Scripts that many names are wholly written in: worth a look only where another one of them follows."""


@cache
def _classes() -> np.ndarray:
    """Return for every code point 1 where it hardly comes but in a font, more for a script of `_RANGES`, 0 for all others."""
    found = np.zeros(0x110000, np.uint8)
    found[[ord(c) for c in _READ if _kind(c) != "EAST"]] = _STRONG
    for low, high, script in _RANGES:
        found[low : high + 1] = script
    return found


@cache
def _by_code() -> bytes:
    return _classes().tobytes()


_SHORT = 64
"""Characters up to which they are first looked at one by one: most names are in one script."""


@lru_cache(maxsize=16_384)
def _plainly(text: str) -> bool:
    """Whether a short text is all in one script, and in no font."""
    by_code = _by_code()
    found = {by_code[ord(c)] for c in text} - {0}
    return _STRONG not in found and len(found) <= 1


def _told(text: str) -> list[int]:
    """Return the places where a name may be written in a font."""
    if text.isascii() or (len(text) <= _SHORT and _plainly(text)):
        return []
    classes = _classes()[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)]
    mixed = (classes[1:] != classes[:-1]) & (np.minimum(classes[1:], classes[:-1]) > _STRONG)
    return sorted({*np.flatnonzero(classes == _STRONG).tolist(), *np.flatnonzero(mixed).tolist()})


_TABLE = str.maketrans(_READ)


def as_latin(text: str) -> str:
    """Return `text`, a name a line, with the signs of pasted fonts as Latin letters, each in its place."""
    done, parts = 0, list[str]()
    for place in _told(text):
        if place < done:
            continue
        start, end = text.rfind("\n", done, place) + 1 or done, text.find("\n", place)
        end = len(text) if end < 0 else end
        parts += text[done:start], _line(text[start:end])
        done = end
    return "".join([*parts, text[done:]]) if parts else text


@lru_cache(maxsize=16_384)
def _line(name: str) -> str:
    """Read a name whose font is told by one word: its other words are read alike."""
    if not any(map(_reads_as_latin, _WORD.findall(name))):
        return name
    return _WORD.sub(lambda m: m[0].translate(_TABLE) if _whole(m[0]) else m[0], name)


_HEADS = ("ɐqɔpǝɟƃɓɥᴉıɾʞlןɯuodbɹsʇnʌʍxʎzɒəᵷ∀ƆƎℲ⅁ſ˥ԀᴚΛ⅄∩⊥ᗡᗺ", "abcdefgghiijkllmnopqrstuvwxyzaegacefgjlprvyutdb")
_TURNED = dict(zip(*_HEADS, strict=True)) | dict(zip("HIOSXZMWNQ", "hiosxzwmnd", strict=True))
"""Letters standing on their heads, by the letter each is, and those that look the same either way."""

_ONLY_TURNED = frozenset(c for c in _TURNED if not c.isascii())


_AFRICAN = "ɔƆǝƎʌΛıſ∩"
"""Turned letters that alphabets of Africa and others spell with, or that are signs of their own."""

HEADS = f"[{''.join(sorted(_ONLY_TURNED - set(_AFRICAN)))}]"
"""A pattern for a letter that hardly stands but on its head."""


def in_place(text: str) -> str:
    """Return `text` with letters that stand on their heads upright; `text` itself where it has fewer than two or others beside."""
    turned = sum(c in _ONLY_TURNED for c in text)
    sure = any(c in _ONLY_TURNED and c not in _AFRICAN for c in text)
    whole = sure and turned >= _SEVERAL and all(c in _TURNED or not c.isalnum() for c in text)
    return "".join(_TURNED.get(c, c) for c in text) if whole else text


def upright(text: str) -> str:
    """Return a name written upside down as it reads with the screen turned round."""
    turned = in_place(text)
    return text if turned == text else turned[::-1]
