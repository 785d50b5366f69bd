"""The ways in which a protected name of another script may be meant to be said: as it stands, run together, turned round, half in English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from aboveboard.names.abroad import called_abroad
from aboveboard.names.bodies_abroad import bodies_in_english
from aboveboard.names.half_english import half_english
from aboveboard.names.hangul import linked
from aboveboard.names.ordering import turned_round
from aboveboard.names.scripts import scripts
from aboveboard.names.verdicts import Step
from aboveboard.names.versions import versions

__all__ = ["half_english_ways", "other_names", "said_ways", "spoken_forms"]


def spoken_forms(name: str) -> tuple[str, ...]:
    """Return every one of these ways as text, each once."""
    return tuple(dict.fromkeys(way for way, _ in (*said_ways(name), *half_english_ways(name))))


@lru_cache(maxsize=16_384)
def said_ways(model: str) -> tuple[tuple[str, list[Step]], ...]:
    """Return a model, and it with its words turned round; read only."""
    linking = [(way, []) for way in dict.fromkeys((linked(model), linked(model, weak=False))) if way != model]
    return ((model, []), *linking, *((way, [Step("order", "reordered")]) for way in turned_round(model)))


@lru_cache(maxsize=16_384)
def half_english_ways(model: str) -> tuple[tuple[str, list[Step]], ...]:
    """Return the ways to say a model with its word for a body in English, in either order; read only."""
    steps = [Step("pinyin", "a word put into English")]
    return tuple((w, steps) for half in half_english(model) for w in dict.fromkeys((half, *turned_round(half))))


def other_names(model: str, name: str) -> Iterator[tuple[str, Step]]:
    """Yield the other ways to write a model, and what it is called in other languages, in letters that the name has too.

    Those in other letters are not spoken in turn: adube is not what アドビ says, which Adobe is called in Japan.
    """
    mine = scripts(name) | {"Latin"}
    return ((text, step) for text, step, theirs in _other_names(model) if theirs <= mine)


@lru_cache(maxsize=16_384)
def _other_names(model: str) -> tuple[tuple[str, Step, frozenset[str]], ...]:
    put = tuple((text, Step("affix", "put otherwise"), frozenset[str]()) for text in versions(model))
    known = ((text, Step("pinyin", f"its name in another language, {text}")) for text in called_abroad(model))
    said = ((text, Step("pinyin", "its words put into English")) for text in bodies_in_english(model))
    return (*put, *((text, step, scripts(text)) for text, step in (*known, *said)))
