"""Whether a name is a protected one spelled as it is heard, judged by the key under which it was found."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from aboveboard.names.expansions import spelled_out
from aboveboard.names.letters import lettered, lettering
from aboveboard.names.loosely import loosened, loosened_all
from aboveboard.names.respelling import one_spelling, respellings

__all__ = ["as_in_handles", "spelled_as_heard"]


def spelled_as_heard(words: str | None, model: str, written: str = "") -> bool:
    """Tell whether the words of a name (`letters.letters`), or the name as it was `written`, are a model in another spelling of its language."""
    ways = _ways(model)
    return bool(words and ways) and (_key(words) in ways or _in_one_spelling(written or words, model))


@lru_cache(maxsize=65_536)
def _in_one_spelling(words: str, model: str) -> bool:
    """Tell whether words and a model are the same where all that is confused in its language is written in one way."""
    mine, theirs = one_spelling(words, model), one_spelling(model, model)
    return bool(mine and theirs) and _key(_plain(mine)) == _key(_plain(theirs))


def _plain(text: str) -> str:
    return lettering(text) or ""


@lru_cache(maxsize=65_536)
def _key(words: str) -> str:
    return loosened(words)


@lru_cache(maxsize=16_384)
def _ways(model: str) -> frozenset[str]:
    return frozenset(loosened_all(lettered(list(respellings(model))))) - {""}


@lru_cache(maxsize=16_384)
def as_in_handles(words: str) -> tuple[str, ...]:
    """Return words as handles write them: without the marks on their letters, and with ä as ae."""
    if words.isascii():
        return (words,)
    return tuple(dict.fromkeys(map(_bare, (words, spelled_out(words)))))


def _bare(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c)).replace("ı", "i")
