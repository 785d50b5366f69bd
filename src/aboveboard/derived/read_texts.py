"""Texts as a reader takes them, for models of runs of letters: disguises undone, sounds, groups masked, dialect left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.term_reading import read_sounds
from aboveboard.names.characters import normal, simplified, table
from aboveboard.text.people import DIALECT, GROUPS

__all__ = ["heard", "masked", "plain", "spoken", "streams", "whole"]

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|&#?\w+;|[@＠][\w.\-]+")
_PARTED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .\-_*]){2,}[^\W\d_](?![^\W_])")
_LEET = re.compile(r"(?<=[a-z])[4357892@$!|€+610](?=[a-z])|(?<![^\W_])[@$](?=[a-z]{2})")
_READ = str.maketrans("4357892@$!|€+610", "aestbgzasllctbio")
_LONG = re.compile(r"([a-z])\1{2,}|([^a-z\s\d])\2{2,}")
_GAP = re.compile(r"(?<=[㐀-鿿]) (?=[㐀-鿿])")
_KEPT = "?!"
_GROUP = "\ue001"
_SPACES = re.compile(r"[^\S\n]+")


class _Sounds(dict[int, str]):
    """A translation table from ideographs to their sound; nothing else sounds."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = value = char if char == "\n" else read_sounds(char) if "\u3400" <= char <= "\u9fff" else ""
        return value


@cache
def _sounds() -> _Sounds:
    return _Sounds()


@cache
def _groups() -> re.Pattern[str]:
    packed = sorted((w for w in GROUPS if not w.isascii()), key=len, reverse=True)
    spaced = sorted((w for w in GROUPS if w.isascii()), key=len, reverse=True)
    return re.compile("|".join([*packed, rf"\b(?:{'|'.join(spaced)})\b"]))


@cache
def _dialect() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(DIALECT, key=len, reverse=True))})\b")


def plain(texts: pa.Array) -> pa.Array:
    """Return texts on one line each, addresses and mentions dropped, in normal case and width; null becomes empty."""
    short = pc.replace_substring_regex(pc.fill_null(texts, ""), r"[\r\n\x{85}\x{2028}\x{2029}]", " ")
    return _each(short, lambda t: _ADDRESS.sub(" ", normal(t)))


def masked(texts: pa.Array) -> pa.Array:
    """Return texts in which every listed group of people (by origin, sex, belief, age) reads alike, without words of `DIALECT`.

    One group cannot weigh more than another; that a group is named at all may weigh. The listed words of dialect weigh
    nothing, but spellings that are not listed, and the words usual beside them, may.
    """
    return _each(texts, lambda t: _dialect().sub("", _groups().sub(_GROUP, simplified(t))))


def spoken(texts: pa.Array) -> npt.NDArray[np.bool_]:
    """Return whether each raw text holds a word that `masked` leaves out for its dialect."""
    return np.array([bool(_dialect().search(t)) for t in plain(texts).to_pylist()], bool)


def streams(texts: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Return letters and sounds of raw texts, as the models of tone read them."""
    bare = masked(plain(texts))
    return whole(bare), heard(bare)


def whole(texts: pa.Array) -> pa.Array:
    """Return texts (of `plain`) as they are read: look-alikes, figures for letters, parted and repeated letters undone."""
    return _each(texts, _undone)


def _undone(text: str) -> str:
    joined = _PARTED.sub(lambda m: re.sub(r"[ .\-_*]", "", m.group()), text)
    joined = _LEET.sub(lambda m: m.group().translate(_READ), joined)
    read = simplified(joined).translate(_table())
    return _LONG.sub(lambda m: m.group(1) or m.group(2) * 2, _GAP.sub("", _SPACES.sub(" ", read)))


class _Reading(dict[int, str]):
    """The names' table, but some marks stay marks."""

    def __missing__(self, code: int) -> str:
        self[code] = value = chr(code) if chr(code) in _KEPT + _GROUP + "\n" else table()[code]
        return value


@cache
def _table() -> _Reading:
    return _Reading()


def heard(texts: pa.Array) -> pa.Array:
    """Return the sounds of the ideographs of texts, one private letter a syllable; other letters are silent."""
    return _each(texts, lambda t: t.translate(_sounds()))


def _each(texts: pa.Array, work: Callable[[str], str]) -> pa.Array:
    """Apply a function to all texts at once, a line each."""
    if len(texts) == 0:
        return texts
    lists = pa.ListArray.from_arrays(pa.array([0, len(texts)], pa.int32()), texts)
    return pa.array(work(pc.binary_join(lists, "\n")[0].as_py()).split("\n"), pa.string())
