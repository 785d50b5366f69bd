"""The ways a screen may show a name, with what is written in pieces, signs or tones put together."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from aboveboard.names.display import (
    CAPITALS,
    MARKED,
    MONEY,
    PICTURED,
    TONES,
    as_shown,
    drawn,
    joined_up,
    latinised,
    lettered,
    pictured,
    remarked,
    signed,
    spelled,
    toneless,
    unsealed,
    unstamped,
    voiced,
    widened,
)
from aboveboard.names.hangul import composed
from aboveboard.names.legal_marks import FORMS, unformed
from aboveboard.names.pasted import HEADS, in_place, upright
from aboveboard.names.twice import TWICE, once_written
from aboveboard.names.verdicts import Step
from aboveboard.names.zhuyin import ZHUYIN, in_pinyin

__all__ = ["OF_ANY_LETTERS", "REWRITTEN", "rewritings"]

_Rewrites = tuple[tuple[Callable[[str], str], str, str], ...]

_REWRITES: _Rewrites = (
    (upright, "styled", "written upside down"),
    (remarked, "split", "marks behind their letters"),
    (as_shown, "hidden", "shown backwards by U+202E"),
    (unsealed, "affix", "a seal for a badge"),
    (signed, "leet", "signs for letters"),
    (pictured, "squared", "emoji for ideographs"),
    (spelled, "squared", "regional letters"),
    (widened, "styled", "letters of half width"),
    (composed, "split", "letters of syllables written one by one"),
    (toneless, "pinyin", "tones of pinyin"),
    (in_pinyin, "pinyin", "sounds in Zhuyin"),
    (lettered, "leet", "digits for letters"),
    (unformed, "affix", "a legal form"),
    (once_written, "pinyin", "also written in Latin letters"),
)
_OPENLY = (unformed, toneless, in_pinyin, once_written)
"""What people write of themselves as readily: no disguise."""

_IN_PLACE: _Rewrites = ((in_place, "styled", "letters upside down"),)
_SAID: _Rewrites = ((voiced, "leet", "digits for letters"),)
_STAMPED: _Rewrites = ((unstamped, "squared", "stamps and radicals put between"),)
_DRAWN: _Rewrites = ((joined_up, "repeat", "two letters for one"),)


@cache
def _plain(rewrites: _Rewrites) -> _Rewrites:
    """Return the ways to show an ASCII name otherwise: the rest only touch other characters."""
    return tuple(r for r in rewrites if r[0] in {signed, lettered, voiced, joined_up})


def rewritings(name: str) -> list[tuple[str, list[Step]]]:
    """Return the ways a screen may show the name, with what is written in pieces or signs put together, that change it."""
    made = dict[str, list[Step]]()
    for text, steps in (_rewriting(rewrites, name) for rewrites in (_REWRITES, _IN_PLACE, _SAID, _STAMPED, _DRAWN)):
        if steps:
            made.setdefault(text, steps)
    return list(made.items())


def _rewriting(rewrites: _Rewrites, name: str) -> tuple[str, list[Step]]:
    shown, steps = name, list[Step]()
    plain = name.isascii()
    if plain and not _SIGNED.search(name):
        return name, []
    for rewrite, kind, says in _plain(rewrites) if plain else rewrites:
        text = rewrite(shown)
        if text != shown:
            shown, steps = text, [*steps, Step(kind, says, disguise=rewrite not in _OPENLY)]
    return shown, steps


_SIGNED = re.compile(
    r"[^\W_][@$!+|]|[l|I1]<|\|[3)_-]|I[3)]|I[-_][I|]|/-?\\|\\/|><|[@$+|][^\W\d_]|rn|vv|[A-Za-z]\d+[A-Za-z]|\b\d+[A-Za-z][A-Za-z]"
)
"""What may be read otherwise in a plain ASCII name: signs or digits beside letters, digits not only at the end of a word."""

REWRITTEN: tuple[tuple[str, Callable[[str], str]], ...] = (
    (rf"[\pL\pN][@$!€£+|¥¢©®§µ¡×]|[@$€£+|¥¢©®§µ¡×{MONEY}][\pL]|[l|I1]<|\|[3)_-]|I[3)]|I[-_][I|]|/-?\\|\\/|><", signed),
    (MARKED, remarked),
    (HEADS, upright),
    (HEADS, in_place),
    (f"[{''.join(PICTURED)}]", pictured),
    ("[㊣㊞㍿㈱㈲]", unsealed),
    ("[\u2e80-\u2fd5\u3220-\u3247\u3280-\u32b0\U0001f200-\U0001f251]", unstamped),
    ("\u202e", as_shown),
    (f"(?i)[{TONES}]", toneless),
    (ZHUYIN, in_pinyin),
    (f"[{''.join(CAPITALS)}]", latinised),
    ("[\U0001f1e6-\U0001f1ff]", spelled),
    ("[ㄱ-ㅣ]", composed),
    ("[\uff66-\uffdc]", widened),
    (r"(?i)[a-z][0134578]+[a-z]|\b[0134578][a-z][a-z]", lettered),
    ("ii", drawn),
    (FORMS, unformed),
    (TWICE, once_written),
)
"""Names that hold what the pattern finds are looked up as the function reads them too."""

OF_ANY_LETTERS = (signed, lettered, drawn)
"""What may be read otherwise in plain ASCII names; the rest only touches names that hold another character."""
