"""Names in the case in which they stand behind a word for a desk: Служба безопасности Сбербанка, Ομάδα Τράπεζας."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["of_it"]

_PAIRS = (
    # Russian, Ukrainian, Belarusian; Bulgarian and Macedonian have no cases
    "=а =у =я а=ы а=и а=і а=е я=и я=і й=я ь=я ь=и ь=і о=а е=я ия=ии ія=ії ая=ой яя=ей ый=ого ий=ого ій=ого ое=ого е=ого а=ої я=ьої "
    # Polish, Czech, Slovak: only endings by which no other word is made
    "=u a=y á=é ý=ého ý=ej a=ej "
    # Greek; Lithuanian and Latvian
    "α=ας η=ης ος=ου ο=ου ό=ού ός=ού ή=ής as=o is=ies"
)
_ENDINGS = frozenset(tuple(pair.split("=")) for pair in _PAIRS.split())
"""How a word ends as it is called, and behind a word for what belongs to it; the letters before are the same."""

_STEM, _LATIN_STEM = 3, 4


@lru_cache(maxsize=16_384)
def of_it(written: str, name: str) -> bool:
    """Tell whether words are a name in the genitive, one word of it at least."""
    mine, theirs = written.casefold().split(), name.casefold().split()
    if len(mine) != len(theirs) or mine == theirs:
        return False
    return all(a == b or _bent(a, b) for a, b in zip(mine, theirs, strict=True))


def _bent(written: str, word: str) -> bool:
    """Tell whether a word is another with the ending of the genitive."""
    least = _LATIN_STEM if word[0] < "\u0370" else _STEM
    for cut in range(3):
        stem, end = (word[:-cut], word[-cut:]) if cut else (word, "")
        if len(stem) >= least and written.startswith(stem) and (end, written[len(stem) :]) in _ENDINGS:
            return bool(end) or stem[-1] not in _VOWELS
    return False


_VOWELS = frozenset("аеёиоуыэюяіїєaeiouyáéíóúýαεηιουω")
