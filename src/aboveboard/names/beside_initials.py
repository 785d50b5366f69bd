"""Initials of a name beside a part of it, or for a part of it: 支FB, SGW急便, BSEH부산, ㄷㅎㅎㄱ 대한, PMMG Polícia Militar.

Initials are those of each ideograph or syllable as it is said (in Mandarin, in Japanese the consonants of a reading too, in Korean as
the letter it begins with), or of each word. They say a name where the rest of it stands there, or where a part of it stands beside all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

import pyarrow as pa

from aboveboard.names import verdicts
from aboveboard.names.characters import simplified
from aboveboard.names.expansions import SMALL
from aboveboard.names.hangul import parts
from aboveboard.names.judging import Likeness, said
from aboveboard.names.letters import lettering
from aboveboard.names.loosely import loosened
from aboveboard.names.offered import without_offers
from aboveboard.names.pieces import Piece, keyed
from aboveboard.names.sides import Side
from aboveboard.names.sounds import readings
from aboveboard.names.transliterating import encoded, sayings
from aboveboard.names.verdicts import Step

__all__ = ["beside_initials", "initial_pieces", "with_initials"]

_HAN, _HANGUL = re.compile("[\u3400-\u9fff]{2,10}"), re.compile("[\uac00-\ud7a3]{3,10}")
_SIGNS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_SUBSETS, _WAYS, _EVERY, _LONGEST = 4, 16, 48, 160
"""Signs up to which any of them may be an initial, ways to say a run of initials, of which all of two are taken, and texts of a name of words."""

_LEADS = dict(
    zip(
        "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅈㅉㅊㅋㅌㅍㅎ",
        ("gk", "k", "n", "dt", "dt", "rl", "m", "bp", "bp", "s", "s", "j", "j", "c", "k", "t", "p", "h"),
        strict=True,
    )
)
_VOWELS = dict(
    zip(
        "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
        ("a", "a", "y", "y", "eu", "e", "y", "y", "o", "w", "w", "o", "y", "uw", "w", "w", "w", "y", "eu", "ue", "i"),
        strict=True,
    )
)
"""The letters by which a Korean syllable begins that is written in Latin ones; those of one that begins with its vowel."""

_MORAE = re.compile("([bcdfghjklmnpqrstvwxyz]+)|^([aeiou])")


def beside_initials(name: Side, model: Side) -> Likeness | None:
    """Compare a name, or what is left of it without affixes and offers, with the model's initials beside a part of it."""
    ways = _read_ways(model.name)
    if not ways:
        return None
    for words, affix in _texts(name):
        if simplified(words.replace(" ", "")) in ways:
            steps = [Step("pinyin", "initials of the name, and a part of it"), *affix]
            alike = verdicts.alike(steps, [], model.bits, len(model.units), [])
            return said(name.name, model.name, steps, alike, whole=True) if alike else None
    return None


def _texts(name: Side) -> Iterator[tuple[str, list[Step]]]:
    yield name.words, []
    beside = [Step("affix", "with an affix")]
    for left in dict.fromkeys(filter(None, (name.core, *without_offers(name.words, name.core)))):
        yield left, beside


@lru_cache(maxsize=16_384)
def _read_ways(model: str) -> frozenset[str]:
    ways = with_initials(model)
    spaced = any(" " in way for way in ways)
    return frozenset((lettering(way) or "").replace(" ", "") for way in ways) if spaced else frozenset(ways)


@lru_cache(maxsize=16_384)
def with_initials(model: str) -> tuple[str, ...]:
    """Return the ways to write a protected name with initials; none for a name that has none."""
    text = lettering(model) or ""
    bare = simplified(text.replace(" ", ""))
    if _HANGUL.fullmatch(bare):
        leads = [(_read(parts(c)[0]),) for c in bare]
        alone = "".join(lead for (lead,) in leads)
        whole = (alone,) if len(bare) >= _ALONE and alone.strip(alone[0]) else ()
        return tuple(dict.fromkeys((*_of_signs(bare, [*map(_korean, bare)]), *_of_signs(bare, leads), *whole)))
    if _HAN.fullmatch(bare):
        mandarin = [tuple(dict.fromkeys(r[0] for r in readings(c) or (c,))) for c in bare]
        ways = (*_of_signs(bare, mandarin), *_of_signs(bare, _said_in_japan(model, len(bare))))
        return tuple(dict.fromkeys(ways))
    if _SIGNS.search(text) or " " not in model:
        return ()
    return tuple(dict.fromkeys(islice(_of_words([w for w in _PARTING.split(model) if w]), _LONGEST)))


def initial_pieces(names: pa.Array, everyone: pa.Array) -> Piece:
    """Return the `loose` keys of protected names written with initials."""
    rows = zip(everyone.to_pylist(), names.to_pylist(), strict=True)
    made = ((p, key) for p, n in rows if n for key in dict.fromkeys(map(_key, with_initials(n))) if key)
    return keyed(made, "loose", core=False)


def _key(way: str) -> str:
    """Return the `loose` key of a way: of words as they are read, of signs and letters run by run, for few runs make many ways."""
    return loosened(lettering(way) or "") if " " in way else "".join(map(_loosened, _RUNS.findall(way)))


_RUNS, _loosened = re.compile("[a-z]+|[^a-z]+"), lru_cache(maxsize=65_536)(loosened)

_PARTING = re.compile(r"[^\w'’\u0300-\u036f\u0900-\u0dff]+")
_ALONE = 4


def _said_in_japan(name: str, size: int) -> list[tuple[str, ...]]:
    """Return the initials of a name by its Japanese readings; none of a name that is not short and of ideographs used there."""
    written = "".join(name.split())
    if len(written) != size or size > _MOST_READ or not all(encoded(c, "shift_jis") for c in written):
        return []
    found = [_japanese(written, n) for n in range(size)]
    return found if all(found) else []


_MOST_READ = 6


@lru_cache(maxsize=64)
def _read(lead: str) -> str:
    return lettering(lead) or lead


def _korean(sign: str) -> tuple[str, ...]:
    lead, vowel, _ = parts(sign)
    return tuple(_LEADS.get(lead) or _VOWELS[vowel])


def _japanese(text: str, place: int) -> tuple[str, ...]:
    """Return the initials by which one ideograph is said: its first letter, or the consonants of a reading (koku: k, kk)."""
    found = dict[str, None]()
    for way in sayings(text, place):
        found |= {way[0]: None, "".join((m[1] or m[2])[0] for m in _MORAE.finditer(way)): None}
    return tuple(found)


def _of_signs(signs: str, initials: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield a name of signs with some of them as initials, with all of them beside a part, and with the first of them beside all of it."""
    size = len(initials)
    for which in _some(size):
        runs = [initials[n] if n in which else (signs[n],) for n in range(size)]
        yield from _ways(runs, _EVERY if len(which) <= _TWO else _WAYS)
    if size <= _TWO:
        return
    beside = {signs, *(part for n in (_TWO, _THREE) if n < size for part in (signs[:n], signs[-n:]))}
    for way in _ways(initials):
        for part in beside:
            yield from (way + part, part + way)
    for cut in range(_TWO, size):
        for head in (h for h in _ways(initials[:cut]) if len(h) > _TWO):
            yield from (head + signs, signs + head, head + signs[cut - 1 :])


_TWO = 2


def _ways(choices: list[tuple[str, ...]], most: int = _WAYS) -> list[str]:
    """Return the commonest ways to write one of each; of more than two all but the first few of each are left out."""
    few = choices if most > _WAYS else [c[: _FOUR if len(choices) <= _THREE else _TWO] for c in choices]
    return list(dict.fromkeys("".join(way) for way in islice(product(*few), most)))


_FOUR = 4


def _some(size: int) -> Iterator[frozenset[int]]:
    """Yield which signs are initials: any of few, and of more all before or behind a place."""
    if size <= _TWO - 1:
        return
    if size <= _SUBSETS:
        yield from (frozenset(n for n in range(size) if bits >> n & 1) for bits in range(1, 2**size - 1))
        return
    for cut in range(1, size - 1):
        yield from (frozenset(range(cut)), frozenset(range(cut + 1, size)))


def _of_words(words: list[str]) -> Iterator[str]:
    """Yield three initials or more of all words beside the first of them or the last, and two or more for the first of several words."""
    telling = [w for w in words if w.lower() not in SMALL]
    for some in (words, telling) if telling != words else (words,):
        first = "".join(w[0] for w in some).upper()
        if len(first) < _THREE or not first.isalpha():
            continue
        for n in range(1, len(some) + 1):
            for part in (" ".join(some[:n]), " ".join(some[-n:])):
                if len(part) >= _LEAST_PART:
                    yield from (f"{first} {part}", f"{part} {first}")
        for cut in range(_TWO, len(some) - 1):
            yield f"{first[:cut]} {' '.join(some[cut:])}"


_THREE, _LEAST_PART = 3, 5
