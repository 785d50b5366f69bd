"""How impostors and returners bend a name so that people still read it.

Classes as catalogued in Unicode TR 39 (look-alikes), Quinkert et al. 2019 and Yazdani et al. 2021 (look-alike domains) and the
near shapes Chinese readers know from counterfeit goods.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from aboveboard.worlds.luck import chance

__all__ = ["MUTATIONS", "bend"]

_LOOKALIKE: Final = str.maketrans("aceopxyiBHMTK日人末土己大工力يكه", "асеорхуіВНМТК曰入未士已太エカىکة")
_LEET: Final = str.maketrans("oOiIeEsSaAlt", "001133554417")
_TRADITIONAL: Final = str.maketrans(
    "国门东华宁云卫银体广电学党龙书马陈张刘杨黄吴赵爱猫旅会医务",
    "國門東華寧雲衛銀體廣電學黨龍書馬陳張劉楊黃吳趙愛貓旅會醫務",
)
_WIDE: Final = {n: n + 0xFEE0 for n in range(0x21, 0x7F)} | {0x20: 0x3000}
_SHORT: Final = 3
_INVISIBLE: Final = ("\u200b", "\u200d", "\u2060", "\ufe00", "\u00ad")


def _inside(rng: np.random.Generator, name: str, piece: str) -> str:
    at = int(rng.integers(1, max(len(name), 2)))
    return name[:at] + piece + name[at:]


def _twice(rng: np.random.Generator, name: str) -> str:
    at = int(rng.integers(0, len(name)))
    return name[: at + 1] + name[at:]


def _lost(rng: np.random.Generator, name: str) -> str:
    at = int(rng.integers(1, len(name))) if len(name) > _SHORT else 0
    return name[:at] + name[at + 1 :] if at else name


def _marked(rng: np.random.Generator, name: str) -> str:
    """Return the name with a kashida, which Arabic readers do not notice, where letters join."""
    joins = [n for n, c in enumerate(name[:-1]) if c in "بتسعفقلمنهيصطكخحج" and name[n + 1] != " "]
    at = int(rng.choice(joins)) + 1 if joins else 0
    return name[:at] + "ـ" + name[at:] if at else name


MUTATIONS: Final[dict[str, Callable[[np.random.Generator, str], str]]] = {
    "same_name": lambda _, n: n,
    "full_width": lambda _, n: n.translate(_WIDE),
    "homoglyph": lambda _, n: n.translate(_LOOKALIKE),
    "invisible": lambda r, n: _inside(r, n, _INVISIBLE[int(r.integers(len(_INVISIBLE)))]),
    "traditional": lambda _, n: n.translate(_TRADITIONAL),
    "digits": lambda r, n: f"{n}{r.integers(2, 100)}",
    "leet": lambda _, n: n.translate(_LEET),
    "separators": lambda r, n: "·_.-"[int(r.integers(4))].join(n.replace(" ", "")),
    "doubled": _twice,
    "dropped": _lost,
    "kashida": _marked,
    "case": lambda _, n: n.swapcase(),
}
"""Class of mutation to what it does; where a name offers it no hold, it returns the name unchanged."""


def bend(rng: np.random.Generator, name: str, same: float = 0.25) -> tuple[str, str]:
    """Return a mutated name and the class of its mutation; with chance `same` the name itself."""
    classes = list(MUTATIONS)
    if chance(rng, same):
        return name, classes[0]
    for number in rng.permutation(np.arange(1, len(classes))):
        bent = MUTATIONS[classes[number]](rng, name)
        if bent != name:
            return bent, classes[number]
    return f"{name}2", "digits"
