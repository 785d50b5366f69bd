"""Seed 2: the operator's forbidden terms and strangers' contacts in names and profiles.

The terms are invented goods and neutral phrases for illicit ones; the numbers are those set aside for films and examples
(555-01xx, 07700 900xxx, TEST-NET). What is hidden, and how, follows the diversions platforms report: digits as words or
look-alikes, a messenger's name in its slang, a word taken apart.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from aboveboard.worlds.draft import Draft
from aboveboard.worlds.luck import chance, cut
from aboveboard.worlds.mutations import READABLE, bend
from aboveboard.worlds.rhythm import Ints

__all__ = ["TERMS", "name_violation"]

TERMS: Final = (
    ("glimmerpills", "substring", 0), ("moonleaf", "word", 0), ("velvetpass", "substring", 0), ("zorbcoin", "word", 0),
    ("casino", "word", 0), ("fakediploma", "substring", 0), ("bet", "word", 0), ("weed", "word", 0), ("loan shark", "substring", 0),
    ("代开发票", "substring", 1), ("博彩", "substring", 1), ("办假证", "substring", 1), ("刷单", "substring", 1), ("荧光丸", "substring", 1),
    ("月叶草", "substring", 1), ("通天卡", "substring", 1),
    ("كازينو", "word", 2), ("شهادات مزورة", "substring", 2), ("مراهنات", "word", 2), ("حبوب الوميض", "substring", 2),
)  # fmt: skip
"""The operator's list of terms: word, how it matches, language."""

_SMALL: Final = 4
"""A term of fewer letters is not bent: nobody would read it any more."""
_WRAPS: Final = (
    ("{t} bonus daily", "Best {t} here", "{t} VIP", "Mr {t}", "{t}"),
    ("{t}加微", "专业{t}", "{t}客服", "诚信{t}", "{t}"),
    ("{t} مجانا", "أفضل {t}", "{t} الآن", "{t}"),
)
_LINES: Final = (
    ("Fresh {t} every week, ask me", "{t}, fast and discreet"),
    ("长期{t},诚信第一", "{t},懂的来"),
    ("{t} بأفضل سعر", "لدينا {t} دائما"),
)
_WORDS: Final = cut("zero one two three four five six seven eight nine")
_HAN: Final = "零一二三四五六七八九"
_CIRCLED: Final = "⓪①②③④⑤⑥⑦⑧⑨"
_DIGITS: Final = (
    lambda n: " ".join(_WORDS[int(d)] for d in n),
    lambda n: "".join(_CIRCLED[int(d)] for d in n),
    lambda n: "".join(_HAN[int(d)] for d in n),
    lambda n: "".join(chr(0xFF10 + int(d)) for d in n),
    lambda n: n.replace("0", "O").replace("1", "l"),
    ".".join,
)
_CALLS: Final = (
    ("glimmerpills WhatsApp {c}", "Orders by Signal {c}", "cheap VIP pass, call {c}", "dm or tele gram {c}"),
    ("加V {c} 看片", "薇芯 {c}", "扣扣 {c} 代开", "➕微{c} 低价"),
    ("واتساب {c} حبوب", "للطلب {c}"),
)


def name_violation(draft: Draft, rng: np.random.Generator, accounts: Ints) -> None:
    """Put the operator's terms into profiles, plain or bent, and smuggle contacts for what may not be sold."""
    for account in accounts:
        one, language = np.array([account]), int(draft.people.language[account])
        smuggled = chance(rng, 0.3)
        column, text, kind = _contact(rng, language) if smuggled else _termed(rng, language)
        draft.write(column, one, [text])
        draft.label("name_violation", one, True, kind)


def _termed(rng: np.random.Generator, language: int) -> tuple[str, str, str]:
    """Return a profile column, a text with a term in it, and how the term was bent."""
    term = str(rng.choice([t for t, _, spoken in TERMS if spoken == language]))
    bent, kind = bend(rng, term, 0.3, READABLE) if len(term) >= _SMALL or language == 1 else (term, "same")
    if chance(rng, 0.3):
        return "bio", str(rng.choice(_LINES[language])).format(t=bent), f"bio_{kind}"
    return "display_name", str(rng.choice(_WRAPS[language])).format(t=bent), kind


def _contact(rng: np.random.Generator, language: int) -> tuple[str, str, str]:
    """Return a profile column, a call with a hidden contact, and where it is."""
    number = f"07700900{rng.integers(1000):03d}" if chance(rng, 0.5) else f"1555555010{rng.integers(10)}"
    hidden = _DIGITS[int(rng.integers(len(_DIGITS)))](number)
    column = "display_name" if chance(rng, 0.4) else "bio"
    return column, str(rng.choice(_CALLS[language])).format(c=hidden), f"contact_{column}"
