"""Which script a text is mainly written in, and which language, as far as its commonest little words tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["PACKED", "language_of", "little_words", "main_script", "script_of"]

PACKED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Characters of scripts that write words without spaces, as ranges for a class: kana, Han, Thai, Lao, Burmese, Khmer."""

_SCRIPTS = (
    ("packed", re.compile(f"[{PACKED}]")),
    ("latin", re.compile("[a-z\u00c0-\u024f\u1e00-\u1eff]", re.IGNORECASE)),
    ("cyrillic", re.compile("[\u0400-\u052f]")),
    ("arabic", re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")),
    ("hangul", re.compile("[\u1100-\u11ff\uac00-\ud7af]")),
    ("greek", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("hebrew", re.compile("[\u0590-\u05ff]")),
    ("indic", re.compile("[\u0900-\u0dff]")),
)
_KANA = re.compile("[\u3040-\u30ff]")
_THAI = re.compile("[\u0e00-\u0e7f]")
_WORD = re.compile(r"[^\W\d_]+")
_SURE = 2


def script_of(char: str) -> str:
    """Return the script of a text's first letter among those known here; empty for none."""
    return _script_of(char[:1])


@lru_cache(maxsize=65_536)
def _script_of(char: str) -> str:
    return next((name for name, pattern in _SCRIPTS if pattern.match(char)), "")


def main_script(text: str) -> str:
    """Return the script most letters of a text are written in; kana make it Japanese, Thai letters Thai; empty for no letter."""
    counts = Counter({name: len(pattern.findall(text)) for name, pattern in _SCRIPTS})
    name, count = max(counts.items(), key=lambda c: (c[1], c[0]))
    if name == "packed" and count:
        return "kana" if _KANA.search(text) else "thai" if _THAI.search(text) else "han"
    return name if count else ""


def language_of(text: str) -> str:
    """Return the language whose little words a text uses most, `""` where two or none of them stand out."""
    told = Counter(name for word in _WORD.findall(text.casefold()) for name in _little().get(word, ()))
    ranked = told.most_common(2)
    if not ranked or ranked[0][1] < _SURE or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]


@cache
def little_words() -> frozenset[str]:
    """Return the little words of all languages known here."""
    return frozenset(_little())


@cache
def _little() -> dict[str, tuple[str, ...]]:
    """Map each little word (articles, prepositions, conjunctions, pronouns) to the languages that use it."""
    found: dict[str, tuple[str, ...]] = {}
    for line in files("aboveboard.text").joinpath("data/little_words.tsv").read_text("utf-8").splitlines():
        name, words = line.split("\t")
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return found
