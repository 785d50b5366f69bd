"""The keys of one name that is not protected: what `forms` makes of many, without a call to Arrow.

Every function over an array costs as much as many names. `forms` reads a few names here; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pyarrow as pa

from aboveboard.names.affixes import stripping
from aboveboard.names.at_desks import heads_of, may_be_desk
from aboveboard.names.bodies_abroad import may_be_body, put_into_english
from aboveboard.names.cantonese import read_in_cantonese
from aboveboard.names.characters import simplified
from aboveboard.names.display import lettered, voiced
from aboveboard.names.few import pattern_of
from aboveboard.names.folding import folded
from aboveboard.names.hearing import mixtures_by_ear, skeleton
from aboveboard.names.hidden_runs import hidden_keys
from aboveboard.names.kind_and_name import keys_of_named
from aboveboard.names.letters import lettering
from aboveboard.names.loosely import loosened, unmarked
from aboveboard.names.meanings import means, might_mean
from aboveboard.names.offered import left_of
from aboveboard.names.ordering import in_order
from aboveboard.names.parts import joined
from aboveboard.names.rewriting import OF_ANY_LETTERS, REWRITTEN
from aboveboard.names.romanising import by_initials, reading
from aboveboard.names.sides import piece_of
from aboveboard.names.speech import FOREIGN, plainly_said
from aboveboard.names.transliterating import kana_spoken
from aboveboard.names.twice import TWICE, both_sides

__all__ = [
    "CAMEL",
    "CANTONESE",
    "DIGITS",
    "HAN",
    "KANA",
    "MIXTURE",
    "PACKED",
    "READ_ALOUD",
    "SAID",
    "SHORTEST_MIXTURE",
    "SINGLY",
    "forms_of",
    "keys_of",
]

SINGLY = 64
"""Names up to which one by one is faster."""

HAN = r"[\p{Han}]"
SIGNS = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}ー]"
PACKED = rf"^(?:{SIGNS}[ ]?){{3,}}$"
"""A name of at least so many ideographs, kana, syllables or Thai characters."""

CAMEL = r"[\p{Ll}\d][\p{Lu}]"
DIGITS = r"(?i)[a-z][0134579]+[a-z]|^[0134579]{1,3}[a-z]{3}|[a-z]{3}[014]$"
READ_ALOUD = r"(?i)[a-z][2-9][a-z]|^[2-9][a-z]{3}"
KANA = r"^[\p{Hiragana}\p{Katakana}\p{Han}ーﾞﾟ]*[\p{Hiragana}\p{Katakana}][\p{Hiragana}\p{Katakana}\p{Han}ーﾞﾟ]*$"
MIXTURE = r"(?i)[a-z]{2,}[ ]?[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]|[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}][ ]?[a-z]{2,}"
CANTONESE = "粵"
"""Before a key that is Cantonese: Mandarin and pinyin do not meet it."""

SAID = "ア"
"""Before a key that is all sound: kana are not looked up among names in Latin letters."""

SHORTEST_MIXTURE = 4
"""Bytes of a key: one ideograph and a letter, or four letters."""

Key = tuple[str, str, bool]
"""Family, key, and whether affixes were stripped."""


_COLUMNS = pa.schema({"row": pa.int32(), "family": pa.string(), "key": pa.string(), "core": pa.bool_()})


def forms_of(names: list[str | None]) -> pa.Table:
    """Return the forms of a few names, as `forms.forms` does."""
    made = [(row, *key) for row, name in enumerate(names) if name is not None for key in keys_of(name)]
    columns = list(zip(*made, strict=True)) if made else [()] * len(_COLUMNS)
    return pa.table([pa.array(c, f.type) for c, f in zip(columns, _COLUMNS, strict=True)], schema=_COLUMNS)


@lru_cache(maxsize=16_384)
def keys_of(name: str) -> tuple[Key, ...]:
    """Return (family, key, core) of one name, each once."""
    return tuple(dict.fromkeys(k for k in _keys(name) if k[1]))


def _keys(name: str) -> Iterator[Key]:
    yield "plain", folded(name)[0] or "", False
    if not name.isascii():
        yield from _in_other_scripts(name)
    for way in (lettered(name), voiced(name)) if _found(name, DIGITS) else ():
        read = lettering(way)
        for text, core in ((read, False), (read and stripping(read), True)):
            if text:
                yield "heard", _by_ear(text), core
                yield from (("sound", key, core) for key in reading(text, han=not text.isascii() and _found(text, HAN)))
    if name.isascii() and _found(name, READ_ALOUD):
        yield "heard", _long_enough(mixtures_by_ear([name])[0]), False
    plain = lettering(name)
    parted = lettering(name, camel=True) if _found(name, CAMEL) else plain
    bare = stripping(parted) if parted else None
    if bare and not name.isascii() and (key := by_initials(bare)) and _found(name, HAN):
        yield "sound", key, True
    for words, core in (*_writings(name), (plain, False), (bare, True), *_parted(plain, parted)):
        if words is not None:
            yield from _of(words, core=core)
    yield from _beside(name, parted, bare)
    yield from (("loose", key, True) for key in hidden_keys(name))


def _beside(name: str, parted: str | None, bare: str | None) -> Iterator[Key]:
    """Yield the keys of what a name is without what stands beside it."""
    yield from _of_sides(name)
    yield from (("order", key, True) for key in keys_of_named(name))
    if not parted:
        return
    lefts = left_of(parted, bare)
    around = (*((bare,) if bare else ()), *lefts)
    yield from _pieces_by_ear(name, parted, around)
    yield from _put_into_english(name, parted, around)
    for head in heads_of(parted, bare) if _at_a_desk(parted) else ():
        yield "loose", loosened(head), True
    for left in lefts:
        yield "loose", loosened(left), True
        yield "heard", _by_ear(left), True
        for key in reading(left, han=not left.isascii() and _found(left, HAN)):
            yield "sound", key, True


def _at_a_desk(words: str) -> bool:
    first, _, last = words.partition(" ")
    return (bool(last) and (" " in last or may_be_desk(first, last))) or _found(words, PACKED)


def _of_sides(name: str) -> Iterator[Key]:
    """Yield the keys of `forms._of_sides` of one name."""
    if name.isascii() or not _found(name, TWICE):
        return
    for text in both_sides(name):
        words = lettering(text)
        bare = words and stripping(words)
        for way in filter(None, (words, bare, *(left_of(words, bare) if words else ()))):
            yield from _of(way, core=True)


def _put_into_english(name: str, parted: str, lefts: tuple[str, ...]) -> Iterator[Key]:
    """Yield the keys of `forms._put_into_english` of one name."""
    body, meant = may_be_body(name), might_mean(name)
    if not (body or meant):
        return
    pieces = [piece for left in lefts if (piece := piece_of(name, parted, left))]
    yield from (("order", key, True) for text in (name, *pieces) if meant for key in means(text))
    if not body:
        return
    for words in (lettering(way) for text in (name, *pieces) for way in put_into_english(text)):
        if words:
            yield "loose", loosened(words), True
            yield "order", in_order(words), True


def _pieces_by_ear(name: str, parted: str, lefts: tuple[str, ...]) -> Iterator[Key]:
    """Yield the keys of `forms_by_ear.pieces_by_ear` of one name."""
    if name.isascii() or " " not in parted or not _found(name, FOREIGN):
        return
    texts = [piece for left in lefts if (piece := piece_of(name, parted, left))]
    for key in plainly_said(texts):
        yield "heard", _long_enough(key), True


def _found(text: str, pattern: str) -> bool:
    return pattern_of(pattern).search(text) is not None


def _in_other_scripts(name: str) -> Iterator[Key]:
    for way in read_in_cantonese(name, protected=False) if _found(name, HAN) else ():
        yield "sound", f"{CANTONESE}{way}", False
    if _found(name, MIXTURE):
        yield "heard", _long_enough(mixtures_by_ear([name])[0]), False
    if _found(name, KANA):
        key = _long_enough(mixtures_by_ear([kana_spoken(name)])[0])
        yield "heard", f"{SAID}{key}" if key and key.isascii() else key, False
    if _found(name, FOREIGN):
        yield "heard", _long_enough(plainly_said([name])[0]), False


def _long_enough(key: str) -> str:
    return key if len(key.encode("utf-8", "surrogatepass")) >= SHORTEST_MIXTURE else ""


def _parted(plain: str | None, parted: str | None) -> Iterator[tuple[str | None, bool]]:
    if plain and parted and parted != plain:
        yield parted, False
        yield stripping(plain), True


def _writings(name: str) -> Iterator[tuple[str | None, bool]]:
    """Yield the name rewritten as it may be shown."""
    plain = name.isascii()
    for pattern, rewrite in REWRITTEN:
        if (plain and rewrite not in OF_ANY_LETTERS) or not _found(name, pattern):
            continue
        words = lettering(rewrite(name), camel=True)
        bare = words and stripping(words)
        if rewrite is not lettered:
            yield words, False
        yield bare, True
        yield from ((left, True) for left in (left_of(words, bare) if words else ()))


def _by_ear(words: str) -> str:
    return skeleton(words if words.isascii() else unmarked(words))


def _of(words: str, *, core: bool) -> Iterator[Key]:
    yield "loose", loosened(words), core
    han = not words.isascii() and _found(words, HAN)
    for text in map(simplified, joined(words.replace(" ", "")) if han else ()):
        yield "loose", loosened(text), core
        yield from (("sound", key, core) for key in reading(text, han=True))
    for key in reading(words, han=han):
        yield "sound", key, core
    if " " in words and not han:
        yield "order", in_order(words), core
    if not words.isascii() and _found(words, PACKED):
        yield "order", "".join(sorted(words.replace(" ", ""))), core
    yield "heard", _by_ear(words), core
