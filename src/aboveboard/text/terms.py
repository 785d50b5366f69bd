"""A lexicon of terms, found in many texts in one pass however they are spelled.

Terms and texts are read letter by letter with the same `read`, so look-alikes, separators and repeats fall together. The
terms are one trie; the texts walk it all at once, a level at a time (arrays, no loop over texts). What comes out are
candidates: `spelling` says whether a reader really reads the term there.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise, product
from typing import Literal, NamedTuple, cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.compiling import compiled, ready
from aboveboard.ordered import distinct
from aboveboard.text import term_loops
from aboveboard.text.streams import END, Glyph, Letters, Read, Stream, group, letters_of, stream

__all__ = ["Candidate", "Lexicon", "Match", "Term", "Ways", "find", "find_in", "lexicon", "match_of"]

Match = Literal["word", "substring", "exact"]

_MATCHES: tuple[Match, ...] = ("word", "substring", "exact")

Ways = Callable[[str], Iterable[tuple[str, str]]]
"""A term to other ways to write it, each with words that say what was done."""

_PACKED = group("人")
_CHUNK = 1 << 20
_DENSE = 1 << 20
_MANY = 2
"""Chunks of texts beyond which loops are compiled: numba takes half a second to start."""
_ROOM = 4096
_WAYS = 8
"""Ways of parting doubled letters that are compiled."""
_SHORT = 512
"""Characters up to which a text is read without arrays."""
_MASKED = 4
"""Shortest term of which one vowel may be masked, as in f*ck."""


class Term(NamedTuple):
    """One entry of an operator's list."""

    term: str
    list: str
    language: str
    match: Match


class Candidate(NamedTuple):
    """Where a term may stand: number of the text, number of the term, and characters `start` to `stop` of the text."""

    row: int
    term: int
    start: int
    stop: int


class Flat(NamedTuple):
    """What ends in each state, from `begins` on: the term's number, its letters, how often each must stand, and its match."""

    begins: npt.NDArray[np.int64]
    terms: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.int64]
    needs: npt.NDArray[np.int32]
    match: npt.NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Terms as one trie. `edges` maps state times letters plus letter to the next state; states are numbered by depth.

    `asks` says of each state where a letter must stand how often for any term that ends there: most of what is met has ass in as.
    """

    terms: tuple[Term, ...]
    read: Read
    symbols: dict[str, int]
    keys: np.ndarray
    targets: np.ndarray
    dense: np.ndarray
    ends: list[list[tuple[int, tuple[int, ...]]]]
    terminal: np.ndarray
    inside: np.ndarray
    asks: np.ndarray
    glyphs: dict[str, Glyph] = field(default_factory=dict)

    @cached_property
    def flat(self) -> Flat:
        """The ends of all states one after another."""
        each = [end for here in self.ends for end in here]
        widest = max((len(runs) for _, runs in each), default=1)
        needs = np.array([(*runs, *(1,) * (widest - len(runs))) for _, runs in each], np.int32).reshape(-1, widest)
        terms = np.array([n for n, _ in each], np.int64)
        match = np.array([_MATCHES.index(t.match) for t in self.terms], np.int8)[terms]
        begins = np.cumsum([0, *(len(here) for here in self.ends)])
        return Flat(begins, terms, np.array([len(runs) for _, runs in each], np.int64), needs, match)


def match_of(term: str, match: str | None) -> Match:
    """Return how a term is matched: as given, else `word`, or `substring` where its script puts no spaces between words.

    A single ideograph is part of too many names to be looked for inside them.
    """
    if match in {"word", "substring", "exact"}:
        return cast("Match", match)
    return "substring" if len(term) > 1 and any(group(c) == _PACKED for c in term) else "word"


def lexicon(terms: Sequence[Term], read: Read, ways: Ways = lambda _: ()) -> Lexicon:
    """Compile terms, each as it is and in the other `ways` to write it. A term that reads as nothing is left out."""
    patterns = [(n, p, r) for n, t in enumerate(terms) for p, r in sorted(_patterns(t, read, ways))]
    symbols = {c: n for n, c in enumerate(sorted({c for _, p, _ in patterns for c in p}), END + 1)}
    return _trie(tuple(terms), read, symbols, patterns)


def _patterns(term: Term, read: Read, ways: Ways) -> set[tuple[str, tuple[int, ...]]]:
    """Letters of a term and how often each must stand: repeats as one letter, and each by itself where letters are parted."""
    written = [unicodedata.normalize("NFC", term.term), *(w for w, _ in ways(term.term))]
    spelled = {"".join(read(c) for c in w).replace(" ", "") for w in written}
    whole = "".join(read(c) for c in written[0]).replace(" ", "")
    if term.match != "exact" and len(whole) >= _MASKED and whole.isascii():
        spelled |= {whole[:n] + whole[n + 1 :] for n in range(1, len(whole) - 1) if whole[n] in "aelou"}
    return {(letters, runs) for word in spelled if word for letters, runs in _runs(word)}


def _runs(word: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield a word with each of its first doubled letters as one letter that stands twice, and as two letters."""
    doubled = [(c, len(list(g))) for c, g in groupby(word)]
    ways = [[((c, n),)] + ([((c, 1),) * n] if n > 1 else []) for c, n in doubled]
    free = 1
    for number, way in enumerate(ways):
        free *= len(way)
        ways[number] = way if free <= _WAYS else way[:1]
    for chosen in product(*ways):
        flat = [pair for way in chosen for pair in way]
        yield "".join(c for c, _ in flat), tuple(n for _, n in flat)


def _trie(
    terms: tuple[Term, ...], read: Read, symbols: dict[str, int], patterns: list[tuple[int, str, tuple[int, ...]]]
) -> Lexicon:
    width = len(symbols) + END + 1
    states: dict[str, int] = {p: 0 for _, letters, _ in patterns for p in _prefixes(letters)}
    states = {p: n for n, p in enumerate(sorted({"", *states}, key=lambda p: (len(p), p)))}
    edges = sorted((states[p[:-1]] * width + symbols[p[-1]], n) for p, n in states.items() if p)
    keys, targets = np.array([e[0] for e in edges], np.int64), np.array([e[1] for e in edges], np.int64)
    dense = np.zeros(max(width, min(len(states) * width, _DENSE) // width * width), np.int32)
    near = keys < len(dense)
    dense[keys[near]] = targets[near]
    ends: list[list[tuple[int, tuple[int, ...]]]] = [[] for _ in states]
    inside = np.zeros(len(states), bool)
    for number, letters, runs in patterns:
        ends[states[letters]].append((number, runs))
        if terms[number].match == "substring":
            inside[[states[p] for p in _prefixes(letters)]] = True
    terminal = np.array([bool(e) for e in ends])
    asks = np.array([_asked([runs for _, runs in here]) for here in ends], np.int64).reshape(-1, 2)
    return Lexicon(terms, read, symbols, keys, targets, dense, ends, terminal, inside, asks)


def _asked(runs: Sequence[tuple[int, ...]]) -> tuple[int, int]:
    """Return the place whose letter must stand most often for any of these to fit, and how often."""
    least = [min(needs) for needs in zip(*runs, strict=True)] or [1]
    return least.index(max(least)), max(least)


def _prefixes(letters: str) -> list[str]:
    return [letters[:n] for n in range(1, len(letters) + 1)]


def find(texts: pa.Array, words: Lexicon) -> list[Candidate]:
    """Return every place where a term may stand in `texts` (strings in NFC without newlines; null has none), in order.

    `word` starts and ends where a word may (a space, sign, digit, or a capital in camelCase), `exact` fills the text.
    """
    if not words.terms or len(words.keys) == 0:
        return []
    plain = np.asarray(pc.fill_null(pc.string_is_ascii(texts), True))
    parts = [rows for part in (plain, ~plain) for rows in _chunks(texts, np.flatnonzero(part))]
    many = len(parts) > _MANY or ready(term_loops.walk, term_loops.SIGNATURES["walk"])
    return sorted({c for rows in parts for c in _found(texts.take(pa.array(rows)), rows, words, many=many)})


_Places = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]
"""The first letter, the last letter and the term of each place."""


def _chunks(texts: pa.Array, rows: npt.NDArray[np.int64]) -> Iterator[npt.NDArray[np.int64]]:
    """Yield rows of texts that are about as long together as a chunk."""
    lengths = np.cumsum(np.asarray(pc.fill_null(pc.utf8_length(texts.take(pa.array(rows))), 0)) + 1)
    cuts = np.searchsorted(lengths, np.arange(0, lengths[-1] if len(lengths) else 0, _CHUNK), side="left")
    for low, high in pairwise([*distinct(cuts).tolist(), len(rows)]):
        yield rows[low:high]


def _found(texts: pa.Array, rows: npt.NDArray[np.int64], words: Lexicon, *, many: bool) -> Iterator[Candidate]:
    """Find the terms in the texts of one chunk; `rows` says which of all texts they are."""
    lists = pa.ListArray.from_arrays(pa.array([0, len(texts)], pa.int32()), pc.fill_null(texts, ""))
    joined = pc.binary_join(lists, "\n")[0].as_py() + "\n"
    letters = stream(joined, words.read, words.symbols, many=many)
    breaks = np.append([-1], letters.first[letters.symbol == END])
    at, stop, term = (_walk_each if many else _walk)(letters, words)
    row = np.searchsorted(breaks, letters.first[at]) - 1
    start, end = letters.first[at] - breaks[row] - 1, letters.last[stop] - breaks[row]
    return map(Candidate, *(column.tolist() for column in (rows[row], term, start, end)))


def find_in(text: str, words: Lexicon) -> list[Candidate]:
    """Return what `find` does, in one text: of a short one, such as a name, in a small part of the time."""
    if not words.terms or len(words.keys) == 0:
        return []
    if len(text) > _SHORT:
        return find(pa.array([text], pa.string()), words)
    read = letters_of(text, words.read, words.symbols, words.glyphs)
    dense = words.dense.data
    begins = (n for n, symbol in enumerate(read.symbol) if dense[symbol])
    met = [(at, at + depth, state) for at in begins for depth, state in _ends_at(read, at, words, dense)]
    found = {
        Candidate(0, n, read.first[at], read.last[stop] + 1)
        for at, stop, state in met
        for n, runs in words.ends[state]
        if _fits(read, at, runs, words.terms[n])
    }
    return sorted(found)


def _ends_at(read: Letters, at: int, words: Lexicon, dense: memoryview) -> Iterator[tuple[int, int]]:
    """Yield how many letters further on something in the trie ends that starts at a letter, and its state."""
    width, size = len(words.symbols) + END + 1, len(read.symbol)
    state, depth = dense[read.symbol[at]], 0
    while state and (read.start[at] or words.inside[state]):
        if words.terminal[state] and (read.end[at + depth] or words.inside[state]):
            yield depth, state
        depth += 1
        if at + depth == size:
            return
        key = state * width + read.symbol[at + depth]
        state = dense[key] if key < len(dense) else _far(words, key)


def _far(words: Lexicon, key: int) -> int:
    keys = words.keys.data
    place = bisect_left(keys, key)
    return int(words.targets[place]) if place < len(keys) and keys[place] == key else 0


def _walk_each(letters: Stream, words: Lexicon) -> _Places:
    """Return what `_walk` does, in a compiled loop."""
    width, met = len(words.symbols) + END + 1, np.empty((0, 3), np.int64)
    asked = (
        letters.symbol,
        letters.start,
        letters.end,
        words.dense,
        words.keys,
        words.targets,
        words.terminal,
        words.inside,
    )
    count = _ROOM
    while count > len(met):
        met = np.empty((count, 3), np.int64)
        count = compiled(term_loops.walk, term_loops.SIGNATURES["walk"])(*asked, width, met)
    return _fitting(letters, met[:count, 0], met[:count, 2], words)


def _walk(letters: Stream, words: Lexicon) -> _Places:
    """Return (first letter, last letter, term) of what the trie holds, whole levels at a time."""
    width = len(words.symbols) + END + 1
    first = words.dense[letters.symbol]
    at = np.flatnonzero((first > 0) & (letters.start | words.inside[first]))
    state = first[at]
    depth, met = 0, [(at[:0], state[:0])]
    while len(at):
        open_here = letters.start[at] | words.inside[state]
        at, state = at[open_here], state[open_here]
        done = np.flatnonzero(words.terminal[state])
        done = done[letters.end[at[done] + depth] | words.inside[state[done]]]
        met.append((at[done], state[done]))
        depth += 1
        room = at + depth < len(letters.symbol)
        at = at[room]
        state = _next(words, state[room].astype(np.int64) * width + letters.symbol[at + depth])
        at, state = at[state > 0], state[state > 0]
    at, state = (np.concatenate(part) for part in zip(*met, strict=True))
    return _fitting(letters, at, state, words)


def _fitting(letters: Stream, at: npt.NDArray[np.int64], state: npt.NDArray[np.int64], words: Lexicon) -> _Places:
    """Return (first letter, last letter, term) of what ends in the states met, where `_fits` says that it fits: all at once."""
    place, often = words.asks[state].T
    asked = letters.run[at + place] >= often
    at, state, flat = at[asked], state[asked], words.flat
    many = flat.begins[state + 1] - flat.begins[state]
    end = np.repeat(flat.begins[state] - np.cumsum(many) + many, many) + np.arange(int(many.sum()))
    at = np.repeat(at, many)
    for letter in range(flat.needs.shape[1]):
        need = flat.needs[end, letter]
        kept = np.ones(len(at), bool)
        hard = np.flatnonzero(need > 1)
        kept[hard] = letters.run[at[hard] + letter] >= need[hard]
        at, end = at[kept], end[kept]
    stop, match = at + flat.sizes[end] - 1, flat.match[end]
    kept = (match != _MATCHES.index("word")) | (letters.start[at] & letters.end[stop])
    whole = np.flatnonzero(match == _MATCHES.index("exact"))
    symbols = letters.symbol
    kept[whole] &= ((at[whole] == 0) | (symbols[at[whole] - 1] == END)) & (symbols[stop[whole] + 1] == END)
    return at[kept], stop[kept], flat.terms[end[kept]]


def _next(words: Lexicon, keys: np.ndarray) -> np.ndarray:
    near = keys < len(words.dense)
    found = words.dense[np.where(near, keys, 0)]
    if not near.all():
        far = np.flatnonzero(~near)
        place = np.minimum(np.searchsorted(words.keys, keys[far]), len(words.keys) - 1)
        found[far] = np.where(words.keys[place] == keys[far], words.targets[place], 0)
    return found


def _fits(letters: Stream | Letters, at: int, runs: tuple[int, ...], term: Term) -> bool:
    """Whether the letters stand often enough, and the ends are where the term's match asks for them."""
    stop = at + len(runs) - 1
    if max(runs) > 1 and any(letters.run[at + n] < need for n, need in enumerate(runs)):
        return False
    if term.match == "word":
        return bool(letters.start[at] and letters.end[stop])
    symbols = letters.symbol
    return term.match == "substring" or bool((at == 0 or symbols[at - 1] == END) and symbols[stop + 1] == END)
