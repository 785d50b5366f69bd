"""What institutions published, ready to be compared with what is said they published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from aboveboard.text.quotations import Differing, differing, figures, held, words_of
from aboveboard.text.scripts_of import language_of, main_script

__all__ = ["Published", "contradicts", "documents"]

_SENTENCES = re.compile(r"(?<=[.!?])\s+|(?<=[。！？!?\n])")
_GRAM = 4
_KNOWN = 0.9
_ENOUGH, _MOSTLY = 5, 0.55
_DOCUMENT = re.compile(
    r"[〔\[（(【]\s*(\d{4})\s*[〕\]）)】]\s*(?:第)?\s*(\d+)\s*号|"
    r"(?:\bno\.?|\bnr\.?|\bn[°ºo]\.?|№|\bnumber|\bnum\.?|رقم|номер|第)\s*(\d[\w./-]*\d|\d)(?!\s*[%年月日天届次条条名期])",
    re.IGNORECASE,
)


class _Voice(NamedTuple):
    texts: list[tuple[str, ...]]
    passages: list[tuple[str, tuple[str, ...]]]
    scripts: set[str]
    languages: set[str]
    documents: set[str]


class Published:
    """The published words of every institution; the second kind of words, its own posts, only ever clear a quotation."""

    def __init__(
        self, notices: Iterable[tuple[str, str]], posts: Iterable[tuple[str, str]], read: Callable[[str], str]
    ) -> None:
        """Read (institution, text) pairs. `read` writes a text's characters in one form, such as Simplified."""
        self._read = read
        self._voices: dict[str, _Voice] = {}
        self._notices: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._grams: set[tuple[str, ...]] = set()
        for org, text in notices:
            words = words_of(read(text))
            self._notices.setdefault(org, []).append((text, words))
            self._grams.update(_grams(words))
        self._posts: dict[str, list[tuple[str, ...]]] = {}
        for org, text in posts:
            self._posts.setdefault(org, []).append(words_of(read(text)))

    def _voice(self, org: str) -> _Voice:
        """Read an institution's notices more closely, the first time somebody speaks of it."""
        if org not in self._voices:
            voice = self._voices[org] = _Voice([], [], set(), set(), set())
            for text, words in self._notices[org]:
                voice.texts.append(words)
                voice.passages.extend((p.strip(), words_of(self._read(p))) for p in _SENTENCES.split(text) if p.strip())
                voice.scripts.add(main_script(text))
                voice.languages.add(language_of(text))
                voice.documents.update(documents(text))
        return self._voices[org]

    def same_tongue(self, org: str, quote: str) -> bool:
        """Tell whether a quotation is in a script and, as far as little words tell, a language of the institution's notices."""
        voice = self._voice(org)
        if main_script(quote) not in voice.scripts:
            return False
        return "" in voice.languages or language_of(quote) in {"", *voice.languages}

    def holds(self, org: str, quote: str) -> bool:
        """Tell whether the institution published a quotation, or nearly all of its turns of phrase stand in anybody's notices."""
        quote = self._read(quote)
        if held(quote, self._voice(org).texts) or held(quote, self._posts.get(org, ())):
            return True
        grams = list(_grams(words_of(quote)))
        return bool(grams) and sum(g in self._grams for g in grams) >= _KNOWN * len(grams)

    def nearest(self, org: str, quote: str) -> Differing:
        """Return the institution's passage nearest to a quotation."""
        return differing(self._read(quote), self._voice(org).passages)

    def unknown(self, org: str, text: str) -> str:
        """Return a document's number that a text names and none of the institution's bears, where they bear numbers; else empty."""
        known = self._voice(org).documents
        return next((d for d in documents(text) if known and d not in known), "")


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[n : n + _GRAM]) for n in range(len(words) - _GRAM + 1))


def documents(text: str) -> list[str]:
    """Return the numbers of documents a text names: No. 12/2026, 〔2026〕12号."""
    return ["-".join(filter(None, m.groups())) for m in _DOCUMENT.finditer(text)]


def contradicts(found: Differing, said: Sequence[str]) -> bool:
    """Tell whether a text agrees with a published passage but for a number: most words stand in it, and a number differs."""
    other = figures(" ".join(found.published).split())
    mine = figures(" ".join(found.said).split())
    return len(said) >= _ENOUGH and found.held >= _MOSTLY and bool(mine) and bool(other) and not mine & other
