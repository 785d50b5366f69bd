"""A run of letters held against a protected name: what was changed, how sure it is that one was written after the other."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from aboveboard.names import verdicts
from aboveboard.names.alignment import COST, align
from aboveboard.names.display import without_flags
from aboveboard.names.other_words import another_word
from aboveboard.names.sides import Side, worded
from aboveboard.names.units import Unit
from aboveboard.names.verdicts import Step

__all__ = ["OTHER_WORDS", "Likeness", "aligned", "beside", "parted_otherwise", "renamed", "said", "text_of"]

_HIGHEST = 0.34
"""The most an alignment may cost for each letter of the model before the two are not alike."""


class Likeness(NamedTuple):
    """How a name compares with a model.

    `says` is the path, '' where they are not alike; `kinds` the changes (`KINDS`, `edit`, `same`); `alike` in [0, 1] how sure
    it is, from the names alone, that one was written after the other; `disguised` whether letters were swapped, hidden
    or restyled so that a reader takes it for the other; `whole` whether all of the name is meant, not a part of it.
    """

    says: str
    kinds: tuple[str, ...]
    alike: float
    disguised: bool
    whole: bool


def aligned(
    written: str, part: list[Unit], model: Side, before: list[Step], bits: float, *, slips: bool = True
) -> Likeness | None:
    """Return the likeness of a run of letters with the model, after the steps already known; None where it is no likeness.

    Without `slips` it may also be None where it has an edit.
    """
    if not len(model.units) / 3 <= len(part) <= 6 * len(model.units):
        return None
    bound = _HIGHEST * len(model.units) + 0.3
    spoken = not model.plain and any(u.char.isascii() for u in part)
    found = align(part, model.units, COST["initial"] * len(model.units) + 0.3 if spoken else bound, slips=slips)
    if found is None:
        return None
    cost, changes = found
    if cost > bound and not all(c.kind in _SPOKEN for c in changes):
        return None
    steps = before + verdicts.steps(changes) + verdicts.unseen(written, model.name, part)
    meant = [u.letter for u in model.units]
    alike = verdicts.alike(steps, changes, bits, len(meant), meant, [u.letter for u in part])
    if changes and _RESPACED & {s.kind for s in steps} and parted_otherwise(written, model):
        alike *= OTHER_WORDS
    abroad = len(meant) >= _LONG_ABROAD and _ABROAD.search(model.name)
    other = _MISSPELLED | (_HOMOPHONES if " " in model.name and not abroad else frozenset())
    if changes and other & {c.kind for c in changes} and another_word(worded(written), model.words):
        alike *= _ANOTHER_WORD
    return said(written, model.name, steps, alike, whole=True) if alike else None


_SPOKEN = frozenset(("pinyin", "initial", "repeat", "leet"))
"""Changes of a name in other letters that may together cost more than others."""

_RESPACED = frozenset(("edit", "repeat", "homophone"))
_MISSPELLED = frozenset(("edit", "vowel", "voice", "order"))
_HOMOPHONES = frozenset(("homophone",))
_ABROAD = re.compile(
    r"[^\x00-\x7f]|\b(?:de|la|le|les|el|los|las|del|du|des|di|da|do|dos|das|della|und|der|die|das|van|het)\b",
    re.IGNORECASE,
)
"""What marks a name as of another language than English: in that another word is no English one, if the name is long."""

_LONG_ABROAD = 10

_ANOTHER_WORD = 0.4
"""What is left where a slip would have made another word: Northgate Band is no Northgate Bank."""


OTHER_WORDS = 0.4
"""What is left where letters are other and the words too: Bill Nance is no Binance."""


def parted_otherwise(written: str, model: Side) -> bool:
    """Whether a name of several words is parted by spaces in other places than the model."""
    words, theirs = ([w for w in text.split() if any(map(str.isalnum, w))] for text in (written, model.name))
    if len(words) < 2:  # noqa: PLR2004  (one word has no place where it is parted)
        return False
    if len(words) == len(theirs) and _DIGIT_AMONG.search(words[0]):
        return False
    return len(words) != len(theirs) or abs(len(words[0]) - len(theirs[0])) > _SAME_WORD


_DIGIT_AMONG = re.compile(r"\d[^\W\d]|[^\W\d]\d")
"""A digit beside letters: it stands for several of them, and the word is still the same."""


_SAME_WORD = 2
"""Letters by which a first word may be longer or shorter and still be the same word, misspelled."""


def said(name: str, model: str, steps: list[Step], alike: float, *, whole: bool) -> Likeness:
    """Return a likeness with its path in words and its kinds."""
    kinds = tuple(dict.fromkeys(s.kind for s in steps)) or ("same",)
    says = verdicts.sentence(name, model, steps)
    disguised = any(s.disguise for s in steps)
    return Likeness(says, kinds, round(alike, 4), disguised=disguised, whole=whole)


def renamed(found: Likeness | None, name: str, model: str) -> Likeness | None:
    """Return a likeness of a part, or of another form, said of the whole name and model; None for none."""
    return found and found._replace(says=verdicts.retitled(found.says, name, model))


def text_of(name: str, run: list[Unit]) -> str:
    """Return what was written from the first to the last of a run of letters."""
    return unicodedata.normalize("NFC", without_flags(name))[run[0].place : run[-1].place + 1] if run else ""


def beside(found: Likeness, name: str, model: str) -> Likeness:
    """Return a likeness of what is left of a name, said of the whole name."""
    kinds = found.kinds if "affix" in found.kinds else (*(k for k in found.kinds if k != "same"), "affix")
    path = found.says if "affix" in found.kinds else f"{found.says}, with an affix"
    return found._replace(says=verdicts.retitled(path, name, model), kinds=kinds)
