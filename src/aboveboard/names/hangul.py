"""Hangul syllables by their letters: put together where they are written apart, and which are heard or drawn alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["composed", "heard_as", "linked", "neighbours", "parts", "related"]

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
__TAILS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_FIRST, _BLOCK, _RIME = 0xAC00, 588, 28
_APART = re.compile(f"[{_LEADS}][{_VOWELS}](?:[{__TAILS.strip()}](?![{_VOWELS}]))?")

_HEARD_LEADS = dict(zip("ㄲㅋㄸㅌㅃㅍㅆㅉㅊ", "ㄱㄱㄷㄷㅂㅂㅅㅈㅈ", strict=True))
_HEARD_VOWELS = dict(zip("ㅑㅕㅛㅠㅔㅒㅖㅚㅞㅢ", "ㅏㅓㅗㅜㅐㅐㅐㅙㅙㅣ", strict=True))
_HEARD__TAILS = dict(
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
    {"ㅓ", "ㅡ"},
    {"ㅗ", "ㅓ"},
)
"""Vowels that most speakers no longer part."""


def composed(text: str) -> str:
    """Return `text` with letters of Hangul written one by one (ㄱㅕㅇ), or behind a syllable that lacks them (구ㄱ), put together."""
    whole = _APART.sub(lambda m: _syllable(m[0]), text)
    return _BEHIND.sub(lambda m: _with_tail(m[1], m[2]), whole)


_BEHIND = re.compile(f"([가-힣])([{__TAILS.strip()}])(?![{_LEADS}{_VOWELS}])")
"""One consonant behind a syllable: laughter and the like (ㅋㅋ, ㅎㅎ, ㅇㅇ) come in two or more."""


def _with_tail(syllable: str, tail: str) -> str:
    lead, vowel, before = parts(syllable)
    return _syllable(lead + vowel + tail) if before == " " else syllable + tail


def _syllable(letters: str) -> str:
    lead, vowel, tail = _LEADS.index(letters[0]), _VOWELS.index(letters[1]), __TAILS.index(letters[2:] or " ")
    return chr(_FIRST + lead * _BLOCK + vowel * _RIME + tail)


def parts(syllable: str) -> tuple[str, str, str]:
    """Return the consonant, the vowel and the tail (a space for none) of one syllable."""
    place = ord(syllable) - _FIRST
    return _LEADS[place // _BLOCK], _VOWELS[place % _BLOCK // _RIME], __TAILS[place % _RIME]


_LINKED = re.compile("[가-힣](?=[나-닣라-맇마-밓아-잏하-힣])")
_LINKS = {"ㅇ": "ㄱㄲㄴㄷㄹㅁㅂㅅㅆㅈㅊㅋㅌㅍ", "ㅎ": "ㄴㄹㅁ"}
"""The tails that are spoken with the next syllable, where that begins with no consonant or with a weak h."""

_CLUSTERS = {
    pair[0]: (pair[1], pair[2])
    for pair in (
        "ㄳㄱㅅ",
        "ㄵㄴㅈ",
        "ㄶ ㄴ",
        "ㄺㄹㄱ",
        "ㄻㄹㅁ",
        "ㄼㄹㅂ",
        "ㄽㄹㅅ",
        "ㄾㄹㅌ",
        "ㄿㄹㅍ",
        "ㅀ ㄹ",
        "ㅄㅂㅅ",
    )
}
"""Tails of two consonants before a vowel: what stays and what goes over; 맑은 is 말근, 많은 마는."""

_MEET = {
    pair[:2]: pair[3:]
    for pair in (
        *(f"{tail}{lead}={nasal}{lead}" for tails, nasal in (("ㄱㄲㅋㄳㄺ", "ㅇ"), ("ㄷㅅㅆㅈㅊㅌㅎ", "ㄴ"), ("ㅂㅍㅄㄿ", "ㅁ")) for tail in tails for lead in "ㄴㅁ"),
        *(f"{tail}ㄹ={nasal}ㄴ" for tails, nasal in (("ㅁ", "ㅁ"), ("ㅇ", "ㅇ"), ("ㄱㅋ", "ㅇ"), ("ㅂㅍ", "ㅁ")) for tail in tails),
        *(f"{tail}ㅎ= {breathed}" for tail, breathed in zip("ㄱㄷㅂㅈ", "ㅋㅌㅍㅊ", strict=True)),
        "ㄴㄹ=ㄹㄹ", "ㄹㄴ=ㄹㄹ",
    )
}  # fmt: skip
"""What becomes of a tail and the consonant after it: 국민 is spoken 궁민, 신라 실라, 축하 추카 (표준 발음법, §12, §18 to §20)."""


def linked(text: str, *, weak: bool = True) -> str:
    """Return text as it is spoken: a tail goes over to a syllable that begins with none, 연합 is 여납, or meets its consonant, 국민 is 궁민.

    Without `weak` an h is kept, as it is in Latin letters: 은행 stays.
    """
    if not _LINKED.search(text):
        return text
    signs = list(text)
    for found in _LINKED.finditer(text):
        at = found.start()
        lead, vowel, tail = parts(signs[at])
        after = parts(text[at + 1])
        if after[0] == "ㅇ" and tail in _CLUSTERS:
            stays, goes = _CLUSTERS[tail]
            signs[at : at + 2] = (
                _syllable((lead + vowel + stays).rstrip()),
                _syllable("".join((goes, *after[1:])).rstrip()),
            )
        elif tail in _LINKS.get(after[0], "") and (weak or after[0] == "ㅇ"):
            signs[at : at + 2] = _syllable(lead + vowel), _syllable("".join((tail, *after[1:])).rstrip())
        elif met := _MEET.get(tail + after[0]):
            signs[at : at + 2] = (
                _syllable((lead + vowel + met[0]).rstrip()),
                _syllable("".join((met[1], *after[1:])).rstrip()),
            )
    return "".join(signs)


@lru_cache(maxsize=16_384)
def heard_as(char: str) -> str:
    """Return the syllable that stands for all that sound or look nearly like `char`; another character stands for itself."""
    if not "가" <= char <= "힣":
        return char
    lead, vowel, tail = parts(char)
    found = _HEARD_LEADS.get(lead, lead), _HEARD_VOWELS.get(vowel, vowel), _HEARD__TAILS.get(tail, tail)
    return unicodedata.normalize("NFC", _syllable("".join(found)))


def related(written: str, meant: str) -> str | None:
    """Compare two syllables: `homophone` where each letter that differs is spoken alike, `near_shape` where only one differs; None for others."""
    if not ("가" <= written <= "힣" and "가" <= meant <= "힣"):
        return None
    other = [(n, a, b) for n, (a, b) in enumerate(zip(parts(written), parts(meant), strict=True)) if a != b]
    if other and all(_said_alike(n, a, b, meant) for n, a, b in other):
        return "homophone"
    return "near_shape" if len(other) == 1 and other[0][2] in _drawn_alike(*other[0][:2]) else None


def _said_alike(place: int, a: str, b: str, meant: str) -> bool:
    """Tell whether one letter of a syllable is spoken nearly like another at its place."""
    heard = (_HEARD_LEADS, _NO_TABLE, _HEARD__TAILS)[place]
    lost = place == 0 and {a, b} <= _INITIALS and parts(meant)[1] in _IOTA
    return lost or {a, b} in _SPOKEN or (place != 1 and heard.get(a, a) == heard.get(b, b))


_INITIALS, _IOTA = frozenset("ㄴㄹㅇ"), frozenset("ㅣㅑㅕㅛㅠㅖ")
"""Leads that are lost, or change into each other, before i and y at the head of a Korean word."""

_NO_TABLE: dict[str, str] = {}
_NEAR = (
    "ㄱㅋ ㄴㄷㄹ ㄷㅌㄹ ㅁㅂㅇ ㅂㅍ ㅅㅈ ㅇㅎ ㅈㅊ ㅊㅎㅌ ㅋㅌ ㅌㅍ ㄱㄲ ㄷㄸ ㅂㅃ ㅅㅆ ㅈㅉ",
    "ㅏㅑㅐㅓㅣㅘ ㅓㅕㅔㅣㅝ ㅗㅛㅜㅘㅚ ㅜㅠㅗㅡㅝㅟ ㅐㅔㅒㅙ ㅔㅖ ㅡㅢㅗ ㅣㅢ ㅑㅕ ㅛㅠ ㅚㅙㅟ",
    " ㅇㄴ ㅇㅁㄴㅎ ㄴㄹㄷ ㄱㅋㄲ ㄷㅌ ㅂㅍㅁ ㅅㅈㅆ ㅈㅊ",
)
"""Leads, vowels and tails that are drawn with a stroke more, less or turned round, or with a small closed shape for another."""


@lru_cache(maxsize=256)
def _drawn_alike(place: int, letter: str) -> str:
    groups = [" ㅇㄴ", *_NEAR[2][4:].split()] if place == _TAIL else _NEAR[place].split()
    return "".join(c for g in groups if letter in g for c in g if g[0] in (letter, c))


_TAIL = 2


@lru_cache(maxsize=16_384)
def neighbours(char: str) -> frozenset[str]:
    """Return the syllables that are drawn like one but for a letter of it; none for another character. Read only."""
    if not "가" <= char <= "힣":
        return frozenset()
    whole = parts(char)
    swapped = ((n, other) for n, letter in enumerate(whole) for other in _drawn_alike(n, letter) if other != letter)
    return frozenset(_syllable("".join((*whole[:n], other, *whole[n + 1 :])).rstrip()) for n, other in swapped)
