"""The name of a body as registers write it now one way, now another."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.text.normal import normal

__all__ = ["same_body", "without_little"]

_LITTLE = (
    r"the|of|for|and|in|der|die|das|des|den|für|und|von|im|le|la|les|de|du|et|pour|el|los|las|del|y|para|o|os|as|do|da|dos|e|il|lo|gli|i|di|della|per"
    r"|het|van|en|voor|och|för|og"
)
_WORDS = rf"(?i)(^|[^\p{{L}}\p{{N}}])({_LITTLE})($|[^\p{{L}}\p{{N}}])"


def same_body(names: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return a key that stays the same where a register writes a name with another article, "and" or "&", case or punctuation.

    The order of words stays. A name of little words alone is kept whole; null stays null.
    """
    left = normal(without_little(names))
    return pc.if_else(pc.equal(left, ""), normal(names), left)


def without_little(names: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return names without articles, prepositions and "and" (NFKC), all else as written; null stays null."""
    shown = pc.utf8_normalize(names, form="NFKC")
    for _ in range(3):  # words that share a separator are taken in turns
        shown = pc.replace_substring_regex(shown, pattern=_WORDS, replacement=" ")
    return shown
