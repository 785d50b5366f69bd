"""Display names, handles and profile texts of people, drawn so that common names collide as they do in life."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.worlds.luck import some
from aboveboard.worlds.names_stock import GIVEN, GIVEN_LATIN, PLACES, SURNAME, SURNAME_LATIN, WORDS
from aboveboard.worlds.weaving import by_language, draw, pick, scatter, weave, words

__all__ = ["Spoken", "bios", "locations", "people_names", "unique", "urls"]

_NAMES = (
    ["{given} {family}", "{given}", "{given} {initial}. {family}", "{family} {given}", "{given} the {noun}", "{adj} {noun}",
     "{given} {family} {emoji}", "{given} {second}", "{adj}{noun}{d2}", "{given} from {place}"],
    ["{family}{given}{second}", "{family}{given}", "{adj}的{noun}", "小{given}", "{place}小{family}", "{noun}{d2}",
     "{given}{second}{emoji}", "阿{given}", "{noun}爱{hobby}"],
    ["{given} {family}", "{given} {second} {family}", "{given}", "أبو {given}", "أم {given}", "{noun} {adj}", "{given} {emoji}"],
)  # fmt: skip
_NAME_WEIGHTS = ([46, 7, 9, 2, 4, 12, 6, 5, 6, 3], [34, 20, 14, 8, 3, 8, 6, 4, 3], [46, 18, 9, 7, 7, 8, 5])
_HANDLES = [
    "{g}{f}",
    "{g}_{f}",
    "{g}.{f}{d2}",
    "{f}{g}{d2}",
    "{g}{d4}",
    "{i}{f}{d2}",
    "{g}{f}{year}",
    "the{g}{f}",
    "{n}_{g}",
    "{g}{n}{d3}",
]
_HANDLE_WEIGHTS = [10, 10, 14, 10, 12, 12, 10, 5, 7, 10]
_BIOS = (
    ["{job} in {place}. I like {hobby} and {hobby2}.", "{hobby}, {hobby2}, {job}.", "{job} by day, {hobby} by night {emoji}",
     "Mostly {hobby}. Opinions my own.", "{place} · {job} · {hobby}", "Just here to read.", "Parent of {d1}. {hobby}. {emoji}"],
    ["{place}人,喜欢{hobby}和{hobby2}。", "{job}一枚,业余{hobby}{emoji}", "记录生活,{hobby}。", "{place}·{job}", "随便看看。"],
    ["{job} من {place}، أحب {hobby} و{hobby2}.", "{job} {emoji}", "أحب {hobby}.", "{place} · {job}", "أقرأ أكثر مما أكتب."],
)  # fmt: skip
_STOCKS = tuple(
    {**w, "place": p, "hobby2": w["hobby"], "given": g, "family": f}
    for w, p, g, f in zip(WORDS, PLACES, GIVEN, SURNAME, strict=True)
)


@dataclass(frozen=True)
class Spoken:
    """A person's name as shown and as typed, and the parts both came from."""

    display: pa.Array
    handle: pa.Array


def people_names(rng: np.random.Generator, language: np.ndarray) -> Spoken:
    """Return names for people of the given languages (0 English, 1 Chinese, 2 Arabic); common names repeat."""
    shown: list[tuple[np.ndarray, pa.Array]] = []
    typed: list[tuple[np.ndarray, pa.Array]] = []
    for code in range(len(GIVEN)):
        where = np.flatnonzero(language == code)
        display, handle = _named(rng, code, len(where))
        shown.append((where, display))
        typed.append((where, handle))
    return Spoken(scatter(len(language), shown), scatter(len(language), typed))


def _named(rng: np.random.Generator, code: int, size: int) -> tuple[pa.Array, pa.Array]:
    given, second = (draw(rng, len(GIVEN[code]), size, 1.5) for _ in range(2))
    family = draw(rng, len(SURNAME[code]), size, 2.2)
    fixed = {
        "given": _take(GIVEN[code], given),
        "second": _take(GIVEN[code], second),
        "family": _take(SURNAME[code], family),
    }
    display = weave(rng, size, _NAMES[code], _STOCKS[code], fixed, _NAME_WEIGHTS[code])
    latin = pc.utf8_lower(_take(GIVEN_LATIN[code], given))
    typed = {
        "g": latin,
        "f": pc.utf8_lower(_take(SURNAME_LATIN[code], family)),
        "i": pc.utf8_slice_codeunits(latin, 0, 1),
        "n": pc.utf8_lower(pick(rng, WORDS[0]["noun"], size)),
    }
    return display, weave(rng, size, _HANDLES, {}, typed, _HANDLE_WEIGHTS)


def _take(items: Sequence[str], index: np.ndarray) -> pa.Array:
    return words(items).take(pa.array(index))


def unique(handles: pa.Array) -> pa.Array:
    """Return the handles with a number behind every repeated one, as sign-up forms propose."""
    while True:
        codes = handles.dictionary_encode().indices.to_numpy()
        order = np.argsort(codes, kind="stable")
        ranked = codes[order]
        first = np.maximum.accumulate(np.where(np.r_[True, ranked[1:] != ranked[:-1]], np.arange(len(codes)), 0))
        nth = np.empty(len(codes), np.int64)
        nth[order] = np.arange(len(codes)) - first
        if not nth.any():
            return handles
        tail = pc.if_else(pa.array(nth > 0), pa.array(nth + 1).cast(pa.string()), pa.scalar(""))
        handles = pc.binary_join_element_wise(handles, tail, "")


def bios(rng: np.random.Generator, language: np.ndarray) -> pa.Array:
    """Return profile texts; a third of people write none."""
    return _gaps(rng, by_language(rng, language, _BIOS, _STOCKS), 0.35)


def locations(rng: np.random.Generator, language: np.ndarray) -> pa.Array:
    """Return places; two in five people name none."""
    return _gaps(rng, by_language(rng, language, [["{place}"]] * 3, _STOCKS), 0.4)


def urls(rng: np.random.Generator, handles: pa.Array) -> pa.Array:
    """Return a home page for one person in ten."""
    return _gaps(rng, pc.binary_join_element_wise("https://", handles, ".example.org", ""), 0.9)


def _gaps(rng: np.random.Generator, texts: pa.Array, share: float) -> pa.Array:
    return pc.if_else(pa.array(some(rng, len(texts), share)), pa.scalar(None, pa.string()), texts)
