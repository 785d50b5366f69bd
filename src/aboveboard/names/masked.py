"""Whether a name may be another in disguise at all: a quick look before the two are read letter by letter.

Where it says no, `likeness` finds no disguise that it is sure of: at least one letter was put in, left out or changed, and an edit
leaves a doubt (`verdicts`). It says yes wherever it does not know.
"""

from __future__ import annotations

import re
from functools import lru_cache

from aboveboard.names.affixes import stripping
from aboveboard.names.bounds import needs_edit
from aboveboard.names.characters import simplified
from aboveboard.names.folding import folded
from aboveboard.names.letters import lettering
from aboveboard.names.moves import swapped
from aboveboard.names.parts import joined
from aboveboard.names.shortened import headed, shortenings
from aboveboard.names.units import Unit
from aboveboard.names.versions import versions

__all__ = ["may_be_masked"]

_SOBER = re.compile(r"[A-Za-z0-9 ._-]+")
_HAN = re.compile("[\u4e00-\u9fff]{2,8}")
_DOUBLED = re.compile(r"(.)\1")
_FILLERS = frozenset("丶丿之的丨")


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
    written, meant = _letters(name), _letters(model)
    return not needs_edit(written, meant, part=_held(name, model) or not _bare(name)) or not _bare(model)


def _held(name: str, model: str) -> bool:
    """Tell whether the model may stand inside the name, beside words that are no affix."""
    key = folded(model)[0]
    return key is None or key in (folded(name)[0] or "")


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def _in_han(name: str, model: str) -> bool:
    """Look at ideographs: where none is drawn like another, only two of a longer name that are one of the model's in its parts are a disguise."""
    written, meant = ([Unit(0, char, simplified(char)) for char in text] for text in (name, model))
    if any(swapped(a, b) is not None for a in written for b in meant if a.char != b.char):
        return True
    if len(name) > len(model) and (joined(name) or joined(simplified(name))):
        return True
    odd = _DOUBLED.search(name) or _DOUBLED.search(model) or _FILLERS & set(name)
    return bool(odd) or not _bare(name) or not _bare(model)


@lru_cache(maxsize=65_536)
def _bare(name: str) -> bool:
    """Tell whether a name is not read in a shorter or another form too: it bears no affix and no word for a body."""
    words, parted = lettering(name), lettering(name, camel=True)
    if words is None or parted is None:
        return False
    forms = (stripping(words), stripping(parted), headed(parted), *shortenings(name), *versions(name))
    return not any(forms)
