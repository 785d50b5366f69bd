"""Whether a name may be another in disguise at all: a quick look before the two are read letter by letter.

Where it says no, `likeness` finds no disguise that it is sure of: no letter stands for another that a reader takes it for, or one
was put in, left out or changed beside it, and an edit leaves a doubt (`verdicts`). It says yes wherever it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from aboveboard.names.affixes import stripping
from aboveboard.names.bounds import needs_edit
from aboveboard.names.characters import simplified
from aboveboard.names.drawn_letters import Written, may_be_written, may_fool, ways_written
from aboveboard.names.folding import folded
from aboveboard.names.letters import lettering
from aboveboard.names.moves import swapped
from aboveboard.names.ordering import rotated
from aboveboard.names.parts import joined
from aboveboard.names.rewriting import rewritings
from aboveboard.names.shortened import headed, shortenings
from aboveboard.names.units import Unit
from aboveboard.names.versions import versions

__all__ = ["may_be_masked"]

_SOBER = re.compile(r"[A-Za-z0-9 ._-]+")
_CAMEL = re.compile("[a-z0-9][A-Z]")
_HAN = re.compile("[\u4e00-\u9fff]{2,8}")


@lru_cache(maxsize=65_536)
def may_be_masked(name: str, model: str) -> bool:
    """Tell whether a name may be the model with letters swapped, hidden or restyled; false only where it surely is not."""
    if name == model:
        return False
    if _SOBER.fullmatch(name) and _SOBER.fullmatch(model):
        return _in_latin(name, model)
    if _HAN.fullmatch(name) and _HAN.fullmatch(model):
        return _in_han(name, model)
    return True


def _in_latin(name: str, model: str) -> bool:
    if name.lower() == model.lower():
        return False
    shown = _shown(name)
    if shown and " " in model:  # in another order or language too
        part = _held(name, model) or not _bare(name)
        return not needs_edit(_letters(name), _letters(model), part=part) or not _bare(model)
    if not (shown or may_fool(_letters(name), _letters(model)) or versions(model)):
        return False  # nor what the model is shortened to: that has no letter more
    return any(_drawn_as(name, form) for form in _forms(model))


@lru_cache(maxsize=16_384)
def _shown(name: str) -> tuple[str, ...]:
    """Return the ways a screen may show a name."""
    return tuple(text for text, _ in rewritings(name))


@lru_cache(maxsize=16_384)
def _ways(name: str) -> tuple[Written, tuple[tuple[str, str], ...]]:
    """Return a name as it is written and shown: in letters, and what it is shown as in words, without affixes too."""
    words = [lettering(text, camel=True) or "" for text in _shown(name)]
    written = ways_written(_letters(name), map(_letters, _shown(name)))
    return written, tuple((text, stripping(text) or "") for text in words)


def _drawn_as(name: str, model: str) -> bool:
    written, shown = _ways(name)
    if may_be_written(written, _letters(model)):
        return True
    meant = lettering(model, camel=True) or "" if shown else ""
    return any(rotated(words, meant) or rotated(bare, meant) for words, bare in shown)


@lru_cache(maxsize=65_536)
def _forms(model: str) -> tuple[str, ...]:
    """Return a model, and what it is shortened to or put otherwise, each once: only that is compared too."""
    return tuple(dict.fromkeys(_every_form(model)))


def _every_form(model: str) -> Iterator[str]:
    yield model
    plain = lettering(model)
    parted = lettering(model, camel=True) if _CAMEL.search(model) else plain
    if plain == parted and plain and " " not in plain:
        yield from filter(None, (stripping(plain),))  # one word has no head and no other version
        return
    for words in filter(None, {plain, parted}):
        yield from filter(None, (stripping(words), headed(words)))
    yield from versions(model)


def _held(name: str, model: str) -> bool:
    """Tell whether the model may stand inside the name, beside words that are no affix."""
    key = folded(model)[0]
    return key is None or key in (folded(name)[0] or "")


@lru_cache(maxsize=65_536)
def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def _in_han(name: str, model: str) -> bool:
    """Look at ideographs: where none is drawn like another, only some that are one of the model's in its parts are a disguise."""
    return any(_fools(a, b) for a in name for b in model) or _in_parts(name)


@lru_cache(maxsize=65_536)
def _fools(written: str, meant: str) -> bool:
    """Tell whether one ideograph may be taken for another."""
    a, b = (Unit(0, char, simplified(char)) for char in (written, meant))
    return written != meant and swapped(a, b) not in _PLAIN


_PLAIN = frozenset((None, "", "variant", "homophone", "body"))
"""What is between two ideographs where no reader takes one for the other: see `verdicts`."""


@lru_cache(maxsize=16_384)
def _in_parts(name: str) -> bool:
    """Tell whether neighbours in a name are parts of one ideograph."""
    return bool(joined(name) or joined(simplified(name)))


@lru_cache(maxsize=65_536)
def _bare(name: str) -> bool:
    """Tell whether a name is not read in a shorter or another form too: it bears no affix and no word for a body."""
    words, parted = lettering(name), lettering(name, camel=True)
    if words is None or parted is None:
        return False
    if stripping(words) or stripping(parted) or headed(parted):
        return False
    return not shortenings(name) and not versions(name)
