"""Write `src/aboveboard/text/data/number_words.tsv`: what numbers are called in some languages, from Unicode's CLDR.

Run with PyICU at hand, which is no dependency of ours: `uv run --with pyicu scripts/number_words.py`. One line a language:
its code, then `number=word,word` for every number from 0 to 99, and for the hundreds, that is one word there.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import icu  # pyright: ignore[reportMissingImports]

_CODES = """
af ar az be bg bn ca cs da de el en es et fa fi fil fr ga gu he hi hr hu hy id is it ka kk kn
ko lo lt lv mk ml mr ms nb ne nl pa pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi
"""
LANGUAGES = _CODES.split()
TARGET = Path(__file__).parents[1] / "src/aboveboard/text/data/number_words.tsv"
NUMBERS = (*range(100), *range(100, 1000, 100))
_OTHER = re.compile(
    "ordinal|year|financial|genitive|dative|instrument|locative|allative|ablative|essive|lative|translative|partitive|comit|abess"
)
"""Rules for ranks and years, and for cases in which nobody dictates a number."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200d\u2060"))


def words(language: str) -> dict[int, set[str]]:
    """Return the one-word names of numbers in every gender that CLDR has; none for a language it has no rules for."""
    spell = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
    rules = [spell.getRuleSetName(n) for n in range(spell.getNumberOfRuleSetNames())]
    found: dict[int, set[str]] = {}
    for rule in (r for r in rules if not _OTHER.search(r)):
        for number in NUMBERS:
            word = unicodedata.normalize("NFC", spell.format(number, rule).translate(_INVISIBLE).casefold())
            word = word.replace("ʼ", "'").replace("’", "'")
            if not re.search(r"[\s\d-]", word):
                found.setdefault(number, set()).add(word)
    return {} if language != "en" and "seven" in found.get(7, ()) else found


def main() -> None:
    """Write the table."""
    lines: list[str] = []
    for language in LANGUAGES:
        cells = [f"{n}={','.join(sorted(w))}" for n, w in sorted(words(language).items())]
        lines += ["\t".join((language, *cells))] if cells else []
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
