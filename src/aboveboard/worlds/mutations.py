"""How impostors and returners bend a name so that people still read it: the sixteen kinds, and a plain edit.

The lists are the generator's own and small; what finds the names must not have been looked up in what made them. Kinds as in
Unicode TR 39 (look-alikes), Quinkert et al. 2019 and Yazdani et al. 2021 (look-alike domains), and the near shapes, sounds and
split characters Chinese readers know from counterfeit goods.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np

from aboveboard.worlds.luck import chance, cut
from aboveboard.worlds.mutation_stock import (
    AFFIXES,
    GLYPHS,
    LEET,
    NEAR,
    RADICALS,
    SAID,
    SEQUELS,
    SPLIT,
    SPOKEN,
    SQUARED,
    STYLED,
    VARIANTS,
)

__all__ = ["ASCII", "MUTATIONS", "READABLE", "bend"]

_SHORT: Final = 3
_INVISIBLE: Final = ("\u200b", "\u2060", "\ufe00", "\u00ad", "\ufeff", "\U000e0041")
_HAN: Final = ("\u4e00", "\u9fff")
_ARABIC: Final = ("\u0600", "\u06ff")


def _language(name: str) -> int:
    """Return the language a name is written in: 0 Latin, 1 Han, 2 Arabic."""
    spans = (_HAN, _ARABIC)
    return next((n + 1 for n, (low, high) in enumerate(spans) if any(low <= c <= high for c in name)), 0)


def _swap(table: Mapping[str, str], share: float = 1.0) -> Callable[[np.random.Generator, str], str]:
    """Swap a share of the letters the table knows, at least one, each for one of its forms."""

    def swapped(rng: np.random.Generator, name: str) -> str:
        held = [n for n, c in enumerate(name) if table.get(c, c) != c]
        chosen = set(rng.permutation(held)[: max(1, round(share * len(held)))].tolist())
        return "".join(table[c] if n in chosen else c for n, c in enumerate(name))

    return swapped


def _one(rng: np.random.Generator, items: Sequence[str]) -> str:
    return items[int(rng.integers(len(items)))]


def _squared(rng: np.random.Generator, name: str) -> str:
    return _swap(SQUARED)(rng, name.upper())


def _pinyin(rng: np.random.Generator, name: str) -> str:
    """Spell a Chinese name, or one end of it, in Latin letters; initials only where they say enough."""
    if any(c not in SAID for c in name):
        return name
    spelt, half = [SAID[c] for c in name], len(name) // 2
    forms = ["".join(spelt), "".join(spelt[:half]) + name[half:], name[:half] + "".join(spelt[half:])]
    return _one(rng, [*forms, "".join(s[0] for s in spelt).upper()] if len(name) > _SHORT else forms)


def _hidden(rng: np.random.Generator, name: str) -> str:
    if _language(name) == 0 and chance(rng, 0.2):
        return f"\u202e{name[::-1]}\u202c"
    at = int(rng.integers(1, max(len(name), 2)))
    return name[:at] + _one(rng, _INVISIBLE) + name[at:]


def _repeat(rng: np.random.Generator, name: str) -> str:
    grams = [g for g in (("m", "rn"), ("w", "vv"), ("l", "I"), ("l", "1"), ("d", "cl")) if g[0] in name]
    if grams and chance(rng, 0.5):
        return name.replace(*grams[int(rng.integers(len(grams)))])
    at = int(rng.integers(0, len(name)))
    return name[: at + 1] + name[at:]


def _separator(rng: np.random.Generator, name: str) -> str:
    words = name.split(" ")
    language = _language(name)
    if language == _language("ا"):
        return _one(rng, "·_.-").join(words)
    wedge = _one(rng, [*"·_.-", "✨", *("の", "丶")[: 2 * language]])
    return wedge.join("".join(words)) if chance(rng, 0.6) else wedge.join(words if len(words) > 1 else [name[:2], name[2:]])  # fmt: skip


def _filled(shapes: Sequence[Sequence[str]]) -> Callable[[np.random.Generator, str], str]:
    return lambda rng, name: _one(rng, shapes[_language(name)]).replace("{n}", name)


def _order(rng: np.random.Generator, name: str) -> str:
    words = name.split(" ")
    at = int(rng.integers(1, len(words))) if len(words) > 1 else 0
    return " ".join(words[at:] + words[:at]) if at or _language(name) != 1 else name[2:] + name[:2]


def _edit(rng: np.random.Generator, name: str) -> str:
    """Drop, double or swap one letter inside the name."""
    at = int(rng.integers(1, len(name))) if len(name) > _SHORT and _language(name) != 1 else 0
    forms = [name[:at] + name[at + 1 :], name[:at] + name[at - 1] + name[at:], name[: at - 1] + name[at - 1 : at + 1][::-1] + name[at + 1 :]]  # fmt: skip
    return _one(rng, forms) if at else name


MUTATIONS: Final[dict[str, Callable[[np.random.Generator, str], str]]] = {
    "same": lambda _, n: n,
    "styled": lambda r, n: _swap(STYLED[int(r.integers(len(STYLED)))])(r, n),
    "radical": _swap(RADICALS, 0.7),
    "squared": _squared,
    "variant": _swap(VARIANTS),
    "near_shape": _swap(NEAR, 0.4),
    "homophone": _swap(SPOKEN, 0.3),
    "pinyin": _pinyin,
    "split": _swap(SPLIT, 0.4),
    "hidden": _hidden,
    "homoglyph": _swap(GLYPHS, 0.7),
    "leet": _swap(LEET, 0.7),
    "repeat": _repeat,
    "separator": _separator,
    "affix": _filled(AFFIXES),
    "order": _order,
    "sequel": _filled(SEQUELS),
    "edit": _edit,
}
"""Kind of mutation to what it does; where a name offers it no hold, it returns the name unchanged."""

KINDS: Final = tuple(k for k in MUTATIONS if k != "same")
READABLE: Final = tuple(
    cut("styled radical squared variant near_shape homophone split hidden homoglyph leet repeat separator")
)
"""Kinds that leave a word standing where it stood, as those who hide a term need."""
ASCII: Final = tuple(cut("leet repeat edit"))
"""Kinds a handle of Latin letters can hold."""


def bend(rng: np.random.Generator, name: str, same: float = 0.25, kinds: Sequence[str] = KINDS) -> tuple[str, str]:
    """Return a mutated name and the kind of its mutation; with chance `same` the name itself."""
    if chance(rng, same):
        return name, "same"
    for number in rng.permutation(len(kinds)):
        bent = MUTATIONS[kinds[int(number)]](rng, name)
        if bent != name:
            return bent, kinds[int(number)]
    return f"{name}2", "sequel"
