"""From the changes between two names to words, a weight and whether a reader would be fooled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import prod
from typing import NamedTuple

from aboveboard.names.affixes import announces
from aboveboard.names.characters import invisible
from aboveboard.names.everyday import GIVEN_SIGNS, SURNAMES
from aboveboard.names.letters import read_letters
from aboveboard.names.moves import FOOLING, Change
from aboveboard.names.pasted import as_latin
from aboveboard.names.read_aloud import COUNTED, same_number
from aboveboard.names.scripts import scripts
from aboveboard.names.slips import elsewhere, slipped
from aboveboard.names.sounds import readings
from aboveboard.names.units import Unit

__all__ = ["KINDS", "Step", "affix_kind", "alike", "most", "retitled", "sentence", "steps", "unseen", "visible"]

KINDS = (
    "styled", "radical", "squared", "variant", "near_shape", "homophone", "pinyin", "split", "hidden", "homoglyph", "leet",
    "repeat", "separator", "affix", "order", "sequel",
)  # fmt: skip
"""The sixteen kinds of change. Beside them stand `edit`, a letter more, less or other, and `same`."""

_WORDS = {
    "styled": "styled letters", "radical": "radicals for ideographs", "squared": "letters in squares", "variant": "variant form",
    "near_shape": "near shape", "homophone": "same sound", "pinyin": "pinyin", "initial": "pinyin initials", "split": "split character",
    "homoglyph": "look-alike letters", "leet": "digits for letters", "repeat": "repeated or doubled strokes", "separator": "fillers", "edit": "changed letters",
    "order": "letters turned round", "vowel": "other vowels", "voice": "nearly the same sound", "body": "somewhat near shape",
}  # fmt: skip
_SURE = {
    "styled": 1.0, "radical": 1.0, "squared": 1.0, "variant": 0.97, "near_shape": 0.95, "homophone": 0.85, "pinyin": 0.85, "initial": 0.8,
    "split": 0.95, "hidden": 1.0, "homoglyph": 1.0, "leet": 0.95, "repeat": 0.93, "separator": 0.98, "affix": 0.95, "order": 0.9, "sequel": 0.95,
    "edit": 0.75,
}  # fmt: skip
"""How sure a kind of change leaves one that the name was written after the model. Several kinds multiply."""


def most(kinds: Iterable[str]) -> float:
    """Return the most that changes of these kinds leave of a likeness, whatever else was changed: `alike`, rounded, is never above."""
    return round(prod(_SURE.get(kind, 1.0) for kind in set(kinds)), 4)


_KIND = {"initial": "pinyin", "vowel": "edit", "voice": "edit", "body": "near_shape"}
"""What a finer kind of change counts as."""

_DISGUISES = {"styled", "radical", "squared", "near_shape", "split", "homoglyph", "leet"}
_SHOWN = 6
_DOUBT, _ENOUGH = 7.0, 15.0
"""Bits of rarity at which a shared name says nothing, and at which it says all it can."""


class Step(NamedTuple):
    """One kind of change in words."""

    kind: str
    says: str
    disguise: bool = False


class _Shown(dict[int, str]):
    """A translation table that settles a character the first time it is met."""

    def __missing__(self, code: int) -> str:
        acts = invisible(code) or unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        self[code] = shown = f"[U+{code:04X}]" if acts else chr(code)
        return shown


_SHOWN_AS = _Shown()


def visible(text: str) -> str:
    """Return text with characters that show as nothing, or turn the reading direction, written as U+XXXX."""
    return text.translate(_SHOWN_AS)


def steps(changes: Sequence[Change]) -> list[Step]:
    """Return a step for each kind among the changes, its pairs listed."""
    found: dict[str, list[str]] = {}
    for change in changes:
        pair = f"{visible(change.written) or '∅'}/{visible(change.meant) or '∅'}{_heard(change)}"
        pairs = found.setdefault(change.kind, [])
        pairs += [pair] * (pair not in pairs)
    own, slips = _own_script(changes), any(c.kind == "edit" for c in changes)
    return [
        Step(
            _KIND.get(kind, kind),
            f"{_WORDS[kind]} {_listed(pairs)}",
            _fools(kind, own, pairs) and not (slips and kind == "repeat"),
        )
        for kind, pairs in found.items()
    ]


_FOOLING_RUNS = frozenset(f"{a}/{b}" for a, b in FOOLING)


def _fools(kind: str, own: bool, pairs: list[str]) -> bool:
    if kind == "repeat":
        return any(p.lower() in _FOOLING_RUNS or p in {"I/l", "l/I", "1/l", "l/i", "I/i"} for p in pairs)
    if kind == "near_shape" and all(scripts(pair) == frozenset({"Arabic"}) for pair in pairs):
        return False
    return kind in _DISGUISES and not (kind == "homoglyph" and own)


def _own_script(changes: Sequence[Change]) -> bool:
    """Whether the look-alike letters are a language's own letters with marks, as in Zürich, rather than another script's."""
    swapped = [c for c in changes if c.kind == "homoglyph"]
    return all(_latin_marked(c.written) or _latin_marked(c.meant) for c in swapped)


def _latin_marked(char: str) -> bool:
    name = unicodedata.name(char[:1] or " ", "")
    return name.startswith("LATIN") and (" WITH " in name or "DOTLESS" in name)


def _heard(change: Change) -> str:
    sound = readings(change.meant) if change.kind == "homophone" else ()
    return f" ({sound[0]})" if sound else ""


def _listed(pairs: list[str]) -> str:
    more = f" and {len(pairs) - _SHOWN} more" if len(pairs) > _SHOWN else ""
    return " ".join(pairs[:_SHOWN]) + more


_HIDDEN = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_JOINING = re.compile(
    r"[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\u20e3\u2190-\u2bff\U0001f000-\U0001faff]"
)
"""Scripts that spell with joiners (Arabic, Persian, the Indic ones, Burmese, Khmer, Mongolian), and emoji."""


_SPELLS = "\u200c\u200d\u180b\u180c\u180d\u180f\ufe0e\ufe0f"
_SELECTORS = re.compile("[\u3400-\u9fff][\U000e0100-\U000e01ef]")


def _innocent(found: re.Match[str], text: str) -> bool:
    """Whether an unseen character is a joiner in a script that spells with it, part of an emoji, or picks an ideograph's form."""
    around = text[max(0, found.start() - 1) : found.end() + 1]
    spells = found[0] in _SPELLS or "\U000e0020" <= found[0] <= "\U000e007f"
    return bool(_SELECTORS.match(around) or (spells and _JOINING.search(around)))


def unseen(written: str, model: str, part: Sequence[Unit]) -> list[Step]:
    """Return the steps that no letter shows: invisible characters, strokes laid over letters, separators."""
    found: list[Step] = []
    inside = written[part[0].place : part[-1].place + 1] if part else ""
    between = [m[0] for m in _HIDDEN.finditer(written) if not _innocent(m, written)]
    if between and not _HIDDEN.search(model):
        shown = " ".join(dict.fromkeys(f"U+{ord(c):04X}" for c in between))
        found.append(Step("hidden", f"invisible characters {shown}", disguise=True))
    if _OVERLAID.search(written) and not _OVERLAID.search(model):
        found.append(Step("homoglyph", "strokes laid over letters", disguise=True))
    if _ENCLOSED.search(written) and not _ENCLOSED.search(model):
        found.append(Step("squared", "letters in keycaps or circles", disguise=True))
    if inside != model and _signs(inside) != _signs(model):
        found.append(Step("separator", "spaced or parted otherwise"))
    return found


_ENCLOSED = re.compile("[\u20dd\u20de\u20e3]")
"""A mark drawn around the letter before it."""

_OVERLAID = re.compile("[\u0334-\u0338\u0488\u0489]")


@lru_cache(maxsize=16_384)
def _signs(text: str) -> list[str]:
    return [] if text.isalnum() else [c for c in as_latin(text) if _parts(c)]


@lru_cache(maxsize=65_536)
def _parts(char: str) -> bool:
    return unicodedata.category(char)[0] in "PSZ" and not read_letters(char).strip()


def affix_kind(text: str) -> str:
    """Tell whether something added announces a return, or is another affix."""
    return "sequel" if announces(text) else "affix"


_TWO, _SHORT, _ALL = 2, 0.5, 0.6
"""What another character leaves in a person's name of two, and what it leaves where every character is another."""

_HEAD = 0.6
"""What an edit of a first letter leaves: readers look there, and Parkfield is not Larkfield."""

_KEYED = re.compile(r"[\d一二三四五六七八九十东西南北上下左右前后甲乙丙丁]")
"""An edit between these tells two bodies apart: First and Second, East and West."""


def _counted(changes: Sequence[Change]) -> bool:
    """Whether one number, place in a row or direction stands for another: 第一 and 第二 look near and are two."""
    pairs = [
        (c.written, c.meant) for c in changes if c.kind in {"near_shape", "body", "homophone", "leet", "repeat", "edit"}
    ]
    return any(any(a in row and b in row for row in _ROWS) and not same_number(a, b) for a, b in pairs)


_ROWS = (
    frozenset("0123456789一二三四五六七八九十"),
    frozenset("东西南北上下左右前后"),
    frozenset("甲乙丙丁"),
)
"""What counts, points and ranks: 四 for 西 is only drawn like it."""


_MOST_EDITS = 2
"""Edits beyond which one name is another."""


def _ordinal(changes: Sequence[Change], written: Sequence[str]) -> bool:
    """Whether a digit that is read for its sound stands before what is counted: 岚港1院 is the first hospital there."""
    digits = {
        c.written
        for c in changes
        if c.kind == "homophone" and c.written.isdigit() and not same_number(c.written, c.meant)
    }
    return any(a in digits and b in COUNTED for a, b in pairwise(written)) if digits else False


def alike(
    found: Sequence[Step],
    changes: Sequence[Change],
    bits: float,
    length: int,
    model: Sequence[str],
    written: Sequence[str] = (),
) -> float:
    """Return how sure it is that the name was written after a model of `length` letters and `bits` of rarity, in [0, 1]."""
    edits = [c for c in changes if c.kind in {"edit", "vowel", "voice"}]
    numbered = _counted(changes) or _ordinal(changes, written) or any(_KEYED.search(c.written + c.meant) for c in edits)
    if numbered or len(edits) > _MOST_EDITS:
        return 0.0
    sure = 1.0
    for kind in dict.fromkeys("initial" if s.says.startswith("pinyin initials") else s.kind for s in found):
        sure *= _SURE[kind]
    ideographs = any("\u3400" <= letter <= "\u9fff" for letter in model)
    if edits and ideographs:
        sure *= 1 - _LOST / length if len(changes) == 1 and slipped(written, model) else 0.0
    elif edits:
        sure *= max(0.0, 1 - sum(_edited(c) for c in edits) / length)
    if ideographs and [c.kind for c in changes] in _OF_PLACE and elsewhere(written, model):
        sure *= _ELSEWHERE
    if edits:
        sure *= _HEAD if _at_a_head(changes, model, written) else 1.0
    sure *= max(0.0, 1 - sum(_WEIGHT[c.kind] for c in changes if c.kind in {"order", "homophone", "body"}) / length)
    sure *= _ELSEWHERE if ideographs and _drawn_and_heard(changes, model, written) else 1.0
    return sure * _short(changes, model) * min(1.0, max(0.0, (bits - _DOUBT) / (_ENOUGH - _DOUBT)))


def _drawn_and_heard(changes: Sequence[Change], model: Sequence[str], written: Sequence[str]) -> bool:
    """Whether one ideograph is drawn otherwise and another heard otherwise, in a name of three or at the head of four: 玉山银行 is not 工商银行."""
    kinds = {c.kind for c in changes}
    if len(model) > _FOUR or "homophone" not in kinds or kinds.isdisjoint(("near_shape", "body")):
        return False
    return len(model) < _FOUR or (len(written) == _FOUR and written[0] != model[0] and written[1] != model[1])


_FOUR = 4


def _edited(change: Change) -> float:
    """Return what an edit takes: a letter left out or put in less than another consonant, which makes another name."""
    return _SLIP if change.kind == "edit" and not (change.written and change.meant) else _WEIGHT[change.kind]


_SLIP = 3.5


def _at_a_head(changes: Sequence[Change], model: Sequence[str], written: Sequence[str]) -> bool:
    """Whether the first letter of the name, or of a word of it, is another."""
    other = [c for c in changes if c.kind in {"edit", "vowel", "voice", "homophone"}]
    first = bool(written) and bool(model) and written[0] != model[0]
    return any(c.meant.isupper() or (first and c is changes[0]) for c in other)


_LOST = 1.5
"""What an ideograph left out of a word, or put into one, takes of the certainty of a long name."""

_OF_PLACE, _ELSEWHERE = (["homophone"], ["body"]), 0.25
"""Changes by which one place's name is another's, and what they leave: two counties have a police each."""

_WEIGHT = {"edit": 4.5, "vowel": 1.5, "voice": 1.5, "order": 1.2, "homophone": 1 / 2.2, "body": 0.6}
"""How much of one letter's worth of certainty a change takes."""


def _short(changes: Sequence[Change], model: Sequence[str]) -> float:
    """Return what is left in a name of two characters, where most names have a neighbour one character away.

    A person's name least, of two or three: one that begins with a surname, or whose last character is borne by many.
    """
    other = [c for c in changes if c.kind in {"homophone", "near_shape", "body", "order"}]
    if not other or len(model) > _TWO + 1:
        return 1.0
    heard = [c for c in other if c.kind == "homophone"]
    person = any(c.written in SURNAMES and c.meant == model[0] for c in heard)
    if len(model) > _TWO:
        return _SHORT if person else 1.0
    person = person or model[0] in SURNAMES or any(c.written in GIVEN_SIGNS and c.meant == model[-1] for c in heard)
    return (_SHORT if person else 1.0) * (_ALL if len(other) >= len(model) else 1.0)


def sentence(name: str, model: str, found: Sequence[Step]) -> str:
    """Return the path from the model to the name, safe to print."""
    path = ", ".join(s.says for s in found) or "the same name"
    return f"{visible(name)} → {visible(model)}: {path}"


def retitled(says: str, name: str, model: str) -> str:
    """Return a path said of a part, said of the whole name."""
    return f"{visible(name)} → {visible(model)}: {says.split(': ', 1)[-1]}"
