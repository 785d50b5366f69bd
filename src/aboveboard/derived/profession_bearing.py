"""How much the texts of a profile read as those of somebody who practises a regulated profession: a model beside the rules.

Rules know a claim by its words and leave out what they were not told. The model weighs all of a text: its letters, its words, its words with
every title read as one sign of its kind, and what the rules say. Evidence of an account's name, biography and posts adds up (nats).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.compiling import compiled, ready
from aboveboard.derived.offer_reading import signed
from aboveboard.models.additive import Floats
from aboveboard.models.grams import codes_of, evidence, shipped, texts_of
from aboveboard.text import word_loops
from aboveboard.text.profession_asides import ASIDES
from aboveboard.text.professions import FIELDS, Titles

__all__ = [
    "FIELD_MODELS", "FLOOR", "MODELS", "PROFILE", "STRENGTH", "SURFACES", "VOICES", "Read", "Said", "bearing", "by_surface", "letters_of", "streams",
    "words_of",
]  # fmt: skip

MODELS = ("claim_letters", "claim_words", "claim_titles", "claim_cues")
"""Of a text's letters, its words, its words with titles as signs, and what the rules say: their evidence adds up."""
FIELD_MODELS = {field: f"claim_{field}" for field in FIELDS}
"""Of the words of somebody who practises, by field: the field whose model says most is theirs."""
PROFILE = ("display_name", "bio")
SURFACES = (*PROFILE, "post")
"""Texts that are weighed, each surface by its own weights."""

STRENGTH = 0.5
"""Nats of an account's texts together from which it bears itself as a practitioner."""
ALONE = 0.4
"""Nats, fewer than `STRENGTH`, that a profile tells at most which only names a teacher."""
MOST = 30.0
"""Nats that one text tells at most."""
VOICES = 3
"""Accounts from which on the same post is no one's own words: an appeal, a chain letter, a campaign."""
HOPE = -2.0
"""Nats below which nothing that stands beside a profession in a text would make it a practitioner's."""
FLOOR = 0.1
"""Nats from which a bearing is told at all."""

_WORD = re.compile(r"[a-z']+|0+|[^\sa-z0-9]")
_FIGURES = np.arange(256, dtype=np.uint8)
_FIGURES[ord("1") : ord("9") + 1] = ord("0")
_FIGURES[ord("\n")] = ord(" ")
_MANY = 500_000
"""Letters from which a compiled loop pays for its import: a demo does without."""


def letters_of(low: pa.Array) -> pa.Array:
    """Return texts in small letters as the model of letters reads them: every figure is 0, so no price and no number is learned."""
    filled = pc.fill_null(low, "")
    _, offsets, data = filled.buffers()
    if data is None:  # nothing but empty texts
        return filled
    plain = pa.py_buffer(_FIGURES[np.frombuffer(data, np.uint8)])
    return pa.Array.from_buffers(pa.string(), len(filled), [None, offsets, plain], 0, filled.offset)


def _letters(read: Read) -> pa.Array:
    """Return `letters_of` the texts; a name whose letters stand apart is read as one word, or its full stops would be those of letters behind it."""
    low = read.low
    if read.surface == "display_name":
        apart = pc.fill_null(pc.match_substring_regex(low, r"(?:[a-z0-9][._*-]){3}"), False)
        whole = pa.array([_APART.sub(lambda m: m.group()[0], t) for t in low.filter(apart).to_pylist()], pa.string())
        low = pc.replace_with_mask(low, apart, whole)
    return letters_of(low)


_APART = re.compile(r"[a-z0-9](?:[._*-](?=[a-z0-9](?:[._*-]|$)))")


def words_of(letters: pa.Array) -> pa.Array:
    """Return the words of `letters_of`, one sign each: a run of signs is then a run of words."""
    if not len(letters):
        return letters
    codes = codes_of(letters)
    few = len(codes) < _MANY and not ready(word_loops.signs, word_loops.SIGNATURE)
    write = word_loops.signs if few else compiled(word_loops.signs, word_loops.SIGNATURE)
    told = np.empty(len(codes), np.uint32)
    many = write(np.require(codes, requirements=["C", "W"]), told)
    return texts_of(told[:many])


def _titled_of(reads: Sequence[str], known: Titles) -> pa.Array:
    """Return the words of texts as they are read (capitals kept), each title as the sign of its kind; empty where none is named."""
    return pa.array([_titled(text, known) for text in reads], pa.string())


def _titled(text: str, known: Titles) -> str:
    low = text.lower().translate(_ZEROS)
    spans = [(m.start(), m.end(), m.group().lower()) for m in known.words.finditer(low)]
    spans += [(m.start(), m.end(), m.group().replace(".", "")) for m in known.letters.finditer(text)]
    words: list[str] = []
    done = 0
    for start, end, term in sorted(spans, key=lambda s: (s[0], -s[1])):
        title = known.known.get(term)
        if title is not None and start >= done:
            words += [*_WORD.findall(low[done:start]), f"<{title.kind}>"]
            done = end
    return signed([*words, *_WORD.findall(low[done:])]) if done else ""


_ZEROS = str.maketrans("123456789", "000000000")


class Said(NamedTuple):
    """A text as the rules read it, and what they say of it: how much it claims (0 to 3), in which field, and whether it advises in one."""

    read: str
    strength: int
    field: str | None
    advises: bool


class Read(NamedTuple):
    """Texts of one surface, the same in small letters, the titles that are known, and which texts, if any, are not their writers' own words.

    `extra` are the operator's own titles among those known.
    """

    texts: pa.Array
    low: pa.Array
    surface: str
    known: Titles
    copied: npt.NDArray[np.bool_] | None
    extra: tuple[tuple[str, str, str, str], ...] = ()


def _cue_row(said: Said | None) -> str:
    """Return what the rules say of a text, a letter each: that there is one, how much it claims if they read it, and that it advises."""
    return "b" if said is None else f"b{said.strength}" + "!" * said.advises


def _asides_of(letters: pa.Array) -> pa.Array:
    """Return what each text says beside a profession that takes it back, a letter each; few texts say any."""
    some = pc.fill_null(pc.match_substring_regex(letters, "|".join(ASIDES.values())), False)
    told = letters.filter(some)
    found = [pc.if_else(pc.match_substring_regex(told, pattern), cue, "") for cue, pattern in ASIDES.items()]
    none = pa.repeat(pa.scalar("", pa.string()), len(letters))
    return pc.replace_with_mask(none, some, pc.binary_join_element_wise(*found, ""))


def streams(read: Read, said: Mapping[int, Said]) -> tuple[pa.Array, ...]:
    """Return what each model reads of texts; `said` by the number of the text. What the rules do not read names no title."""
    letters = _letters(read)
    reads = [said[n].read if n in said else "" for n in range(len(letters))]
    cues = pc.if_else(_there(letters), _cues(letters, said, np.arange(len(letters))), "")
    return letters, words_of(letters), _titled_of(reads, read.known), cues


def _there(letters: pa.Array) -> pa.Array:
    return pc.greater(pc.binary_length(letters), 0)


def bearing(read: Read, said: Mapping[int, Said], *, against: bool = False) -> Iterator[tuple[int, float, str]]:
    """Yield (number, nats, field) of the texts that tell that their writer practises, or does not (`against`); `said` as for `streams`."""
    letters = _letters(read)
    words = words_of(letters)
    nats = _heard(MODELS[0], letters, read.surface) + _heard(MODELS[1], words, read.surface)
    numbers = np.fromiter(said, np.int64, len(said))
    titled = _titled_of([of.read for of in said.values()], read.known)
    nats[numbers] += _heard(MODELS[2], titled, read.surface)
    unsaid = float(_heard(MODELS[3], pa.array([_cue_row(None)]), read.surface)[0])
    cued = np.union1d(np.flatnonzero(nats + unsaid >= (-np.inf if against else HOPE)), numbers)
    nats[cued] += _heard(MODELS[3], _cues(letters, said, cued), read.surface) - unsaid
    nats += unsaid
    schools = [n for n, of in said.items() if _of_school_life(of, read.surface)]
    nats[schools] = np.minimum(nats[schools], ALONE)
    nats = np.minimum(nats, MOST)
    some = _there(letters).to_numpy(zero_copy_only=False)
    if read.copied is not None:
        some = some & ~read.copied
    kept = np.flatnonzero(some & (nats <= -FLOOR if against else nats >= FLOOR))
    fields = _field_of(words.take(pa.array(kept)))
    for n, told, field in zip(kept.tolist(), nats[kept].tolist(), fields, strict=True):
        ruled = said.get(n)
        yield n, told, (ruled.field if ruled else None) or field


def _cues(letters: pa.Array, said: Mapping[int, Said], numbers: npt.NDArray[np.int64]) -> pa.Array:
    """Return what the rules say of the texts with these numbers, and what stands beside a profession in them, a letter each."""
    ruled = pa.array([_cue_row(said.get(n)) for n in numbers.tolist()], pa.string())
    return pc.binary_join_element_wise(ruled, _asides_of(letters.take(pa.array(numbers))), "")


def _of_school_life(said: Said | None, surface: str) -> bool:
    """Return whether a profile only names a teacher: whoever tells of school life practises nothing on his readers."""
    return said is not None and said.strength == 1 and said.field == "education" and surface != "post"


def by_surface(stream: pa.Array, surface: str) -> tuple[pa.Array | None, ...]:
    """Return a stream of texts of one surface at its place among the model's: each surface has its own."""
    return tuple(stream if s == surface else None for s in SURFACES)


def _heard(name: str, stream: pa.Array, surface: str) -> Floats:
    return evidence(shipped(name)[0], by_surface(stream, surface))


def _field_of(words: pa.Array) -> list[str]:
    """Return the field that the words of each text tell of most."""
    told = np.stack([evidence(shipped(name)[0], (words,)) for name in FIELD_MODELS.values()])
    fields = list(FIELD_MODELS)
    return [fields[n] for n in np.argmax(told, axis=0).tolist()]
