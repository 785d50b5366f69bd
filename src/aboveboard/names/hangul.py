"""Hangul syllables by their letters: put together where they are written apart, and which are heard or drawn alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["composed", "heard_as", "linked", "neighbours", "parts", "related"]

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_FIRST, _BLOCK, _RIME = 0xAC00, 588, 28
_APART = re.compile(f"[{_LEADS}][{_VOWELS}](?:[{_TAILS.strip()}](?![{_VOWELS}]))?")

_HEARD_LEADS = dict(zip("ㄲㅋㄸㅌㅃㅍㅆㅉㅊ", "ㄱㄱㄷㄷㅂㅂㅅㅈㅈ", strict=True))
_HEARD_VOWELS = dict(zip("ㅑㅕㅛㅠㅔㅒㅖㅚㅞㅢ", "ㅏㅓㅗㅜㅐㅐㅐㅙㅙㅣ", strict=True))
_HEARD_TAILS = dict(
    zip("ㄲㄳㄺㅋㄵㄶㅅㅆㅈㅊㅌㅎㄼㄽㄾㅀㄻㅄㅍㄿ", "ㄱㄱㄱㄱㄴㄴㄷㄷㄷㄷㄷㄷㄹㄹㄹㄹㅁㅂㅂㅂ", strict=True)
)
"""Plain, tense and breathed consonants; vowels with and without y, and ae/e; tails as they are spoken at the end of a syllable."""

_SPOKEN = (
    {"ㅐ", "ㅔ"},
    {"ㅒ", "ㅖ"},
    {"ㅙ", "ㅚ"},
    {"ㅚ", "ㅞ"},
    {"ㅙ", "ㅞ"},
    {"ㅐ", "ㅖ"},
    {"ㅔ", "ㅖ"},
    {"ㅢ", "ㅣ"},
)
"""Vowels that most speakers no longer part."""


def composed(text: str) -> str:
    """Return `text` with letters of Hangul written one by one (ㄱㅕㅇ) put together as syllables."""
    return _APART.sub(lambda m: _syllable(m[0]), text)


def _syllable(letters: str) -> str:
    lead, vowel, tail = _LEADS.index(letters[0]), _VOWELS.index(letters[1]), _TAILS.index(letters[2:] or " ")
    return chr(_FIRST + lead * _BLOCK + vowel * _RIME + tail)


def parts(syllable: str) -> tuple[str, str, str]:
    """Return the consonant, the vowel and the tail (a space for none) of one syllable."""
    place = ord(syllable) - _FIRST
    return _LEADS[place // _BLOCK], _VOWELS[place % _BLOCK // _RIME], _TAILS[place % _RIME]


_LINKED = re.compile("[가-힣](?=[아-잏하-힣])")
_LINKS = {"ㅇ": "ㄱㄲㄴㄷㄹㅁㅂㅅㅆㅈㅊㅋㅌㅍ", "ㅎ": "ㄴㄹㅁ"}
"""The tails that are spoken with the next syllable, where that begins with no consonant or with a weak h."""


def linked(text: str) -> str:
    """Return text as it is spoken: a tail goes over to a syllable that begins with none, 연합 is 여납."""
    if not _LINKED.search(text):
        return text
    signs = list(text)
    for found in _LINKED.finditer(text):
        at = found.start()
        lead, vowel, tail = parts(signs[at])
        after = parts(text[at + 1])
        if tail in _LINKS[after[0]]:
            signs[at : at + 2] = _syllable(lead + vowel), _syllable("".join((tail, *after[1:])).rstrip())
    return "".join(signs)


@lru_cache(maxsize=16_384)
def heard_as(char: str) -> str:
    """Return the syllable that stands for all that sound or look nearly like `char`; another character stands for itself."""
    if not "가" <= char <= "힣":
        return char
    lead, vowel, tail = parts(char)
    found = _HEARD_LEADS.get(lead, lead), _HEARD_VOWELS.get(vowel, vowel), _HEARD_TAILS.get(tail, tail)
    return unicodedata.normalize("NFC", _syllable("".join(found)))


def related(written: str, meant: str) -> str | None:
    """Compare two syllables that differ in one letter: `homophone` or `near_shape`; None where they differ by more."""
    if not ("가" <= written <= "힣" and "가" <= meant <= "힣"):
        return None
    other = [(n, {a, b}) for n, (a, b) in enumerate(zip(parts(written), parts(meant), strict=True)) if a != b]
    if len(other) != 1:
        return None
    place, pair = other[0]
    if place == 1:
        return "homophone" if pair in _SPOKEN else "near_shape"
    heard = (_HEARD_LEADS, {}, _HEARD_TAILS)[place]
    alike = len({heard.get(letter, letter) for letter in pair}) == 1
    return "homophone" if alike else "near_shape"


_NEAR = ("ㅏㅑㅐㅓ", "ㅓㅕㅔㅏ", "ㅗㅛㅜ", "ㅜㅠㅗ", "ㅐㅔㅏ", "ㅔㅖㅓㅐ", "ㅡㅜㅗ", "ㅣㅏㅓ")
"""A vowel and those that are drawn with a stroke more, less or turned round."""


@lru_cache(maxsize=16_384)
def neighbours(char: str) -> frozenset[str]:
    """Return the syllables that differ from one by a stroke of its vowel; none for another character. Read only."""
    if not "가" <= char <= "힣":
        return frozenset()
    lead, vowel, tail = parts(char)
    others = next((group[1:] for group in _NEAR if group[0] == vowel), "")
    return frozenset(_syllable(lead + other + tail) for other in others)
