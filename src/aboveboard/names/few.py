"""Looking at a few names: one by one is faster there, because RE2 compiles a pattern anew for every array it is used on."""

from __future__ import annotations

import re
from functools import cache, reduce

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["FEW", "pattern_of", "searched", "searched_any"]

FEW = 32
"""Names up to which one by one is faster: every function over an array costs as much as many names."""
_WIDEST = 2_000
"""Characters of patterns that are looked for at once."""

_WORD = "0-9A-Za-z_"
_EDGE = rf"(?:(?<![{_WORD}])(?=[{_WORD}])|(?<=[{_WORD}])(?![{_WORD}]))"
_SIGN = re.compile(r"\\p\{\w+\}|\\p[A-Z]|\\x\{[0-9A-Fa-f]+\}|\\.|\[\^?|\]|\$|.", re.DOTALL)
_MEANT = {r"\d": "0-9", r"\w": _WORD, r"\s": r"\t\n\f\r "}
_LAST = 0x32400
"""Beyond the last ideographs there are no letters and numbers, only tags and code points for private use."""


@cache
def pattern_of(pattern: str) -> re.Pattern[str]:
    """Return what a pattern of RE2 means, for `re`: its classes of characters are RE2's own, and words, digits and spaces ASCII."""
    made, inside = list[str](), False
    for sign in _SIGN.findall(pattern):
        if sign.startswith("[") and not inside:
            inside = True
            made.append(sign)
        elif sign == "]":
            inside = False
            made.append(sign)
        else:
            made.append(_meant(sign, inside=inside))
    return re.compile("".join(made))


def _meant(sign: str, *, inside: bool) -> str:
    letters = _MEANT.get(sign) or (_letters(sign) if sign.startswith(r"\p") else "")
    if letters:
        return letters if inside else f"[{letters}]"
    if sign.startswith(r"\x{"):
        return re.escape(chr(int(sign[3:-1], 16)))
    if inside:
        return r"\[" if sign == "[" else sign
    return {r"\b": _EDGE, "$": r"\Z"}.get(sign, sign)


@cache
def _letters(named: str) -> str:
    """Return the characters of a class of RE2 as ranges, asked of RE2 itself."""
    of = pc.match_substring_regex(_every(), f"^{named}$").to_numpy(zero_copy_only=False)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], of, [False]]).astype(np.int8)))
    ranges = [(f"\\U{a:08x}", f"\\U{b - 1:08x}") for a, b in edges.reshape(-1, 2).tolist()]
    return "".join(a if a == b else f"{a}-{b}" for a, b in ranges)


@cache
def _every() -> pa.Array:
    """Return every character that may be of a class; a space for half a character."""
    return pa.array([" " if 0xD800 <= c <= 0xDFFF else chr(c) for c in range(_LAST)], pa.string())  # noqa: PLR2004


def searched(texts: pa.Array, pattern: str) -> pa.Array:
    """Tell which texts a pattern of RE2 is found in; null for a null text."""
    if len(texts) > FEW:
        return pc.match_substring_regex(texts, pattern)
    search = pattern_of(pattern).search
    return pa.array([None if t is None else search(t) is not None for t in texts.to_pylist()], pa.bool_())


def searched_any(texts: pa.Array, patterns: tuple[str, ...]) -> pa.Array:
    """Tell which texts any of several patterns of RE2 is found in; null for a null text.

    Not as one pattern: RE2 gives up its automaton where one has too many states, and then takes sixty times as long.
    """
    found = (searched(texts, part) for part in _parts(patterns))
    return reduce(pc.or_, found)


@cache
def _parts(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the patterns joined in order, each part as wide as RE2 takes with ease."""
    parts = [patterns[0]]
    for pattern in patterns[1:]:
        if len(parts[-1]) + len(pattern) < _WIDEST:
            parts[-1] += f"|{pattern}"
        else:
            parts.append(pattern)
    return tuple(parts)
