"""The normal form of a text: what stays the same when a copy is decorated.

Two posts with one normal form say the same words. Case, width, emoji, punctuation, spaces, hidden characters, addresses,
mentions and hashtags are what copiers change and what readers do not count as saying something else.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.text.letterwise import counted, many, spelled

__all__ = ["bare", "cut_short", "normal", "quotes", "variety", "weight"]

_IGNORABLE = (
    r"[\p{Cf}\x{034F}\x{115F}\x{1160}\x{17B4}\x{17B5}\x{180B}-\x{180F}\x{3164}\x{FE00}-\x{FE0F}\x{FFA0}"
    r"\x{E0100}-\x{E01EF}]"
)
_ADDRESS = r"(?i)(https?://|www\.)[^\s\p{Han}，。！？、）】」』]*"
_MENTION = r"[@＠][\p{L}\p{N}_.\-]+"
_HASHTAG = r"[#＃][^#＃\s]{1,60}[#＃]|[#＃][\p{L}\p{N}\p{M}_]+"
_DECORATION = r"[^\p{L}\p{N}\p{Mn}\p{Mc}]+"
_QUOTED = r"^\s*[\"'“„«「『《‘].+[\"'”“»」』》’]\s*([-—–].{0,80})?$|^\s*>|(?i)^\s*RT\s+@|//@"
_MARKED = rf"{_IGNORABLE}|[@＠#＃]|(?i)https?://|www\."
_COMPOSING = r"[\p{M}\x{1100}-\x{11FF}]"
"""What may be composed with the letter before it: marks, and the parts of Hangul syllables."""
_LOWER = np.array([ord(chr(n).lower()) if chr(n).isalnum() else 0 for n in range(128)], np.uint8)
"""Each byte of ASCII in lower case, 0 for what is no letter or digit."""
_IDEOGRAPH = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"


def normal(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return each text's normal form (strings in, strings of one length out; null stays null).

    Addresses, @mentions and #hashtags go first, then default-ignorable characters, then Unicode NFKC, lower case, and
    all but letters, digits and combining marks. Idempotent. Near NFKC_Casefold (UAX #31), which Arrow does not offer.
    """
    if isinstance(texts, pa.Array):
        return _normal(_bared(texts))
    return pa.chunked_array([_normal(chunk) for chunk in bare(texts).chunks], texts.type)


def _normal(bared: pa.Array) -> pa.Array:
    return spelled(bared, _formed) if many(bared) else _formed(bared)


def _formed(bared: pa.Array) -> pa.Array:
    """Return the normal forms of bare texts; those of ASCII need no table of Unicode and no pattern."""
    plain = pc.fill_null(pc.string_is_ascii(bared), False)
    if len(bared) and pc.all(plain).as_py():
        return _lettered(bared)
    other = pc.invert(plain)
    folded = pc.utf8_lower(pc.utf8_normalize(bared.filter(other), form="NFKC"))
    folded = _changed(folded, pc.match_substring_regex(folded, "[ßς]"), _sounded)
    folded = _changed(folded, pc.match_substring_regex(folded, _IGNORABLE), lambda t: _without(t, _IGNORABLE))
    letters = _without(folded, _DECORATION)
    settled = _changed(letters, pc.match_substring_regex(letters, _COMPOSING), _settled)
    return pc.replace_with_mask(pc.replace_with_mask(bared, other, settled), plain, _lettered(bared.filter(plain)))


def _changed(texts: pa.Array, some: pa.BooleanArray, change: Callable[[pa.Array], pa.Array]) -> pa.Array:
    """Return texts of which `some` are changed (null stays null): of many, few need it."""
    some = pc.fill_null(some, False)
    return pc.replace_with_mask(texts, some, change(texts.filter(some))) if pc.any(some).as_py() else texts


def _sounded(texts: pa.Array) -> pa.Array:
    return pc.replace_substring(pc.replace_substring(texts, "ß", "ss"), "ς", "σ")


def _lettered(texts: pa.Array) -> pa.Array:
    """Return texts of ASCII in lower case without all but letters and digits: one pass over the bytes of all of them."""
    _, offsets, data = texts.buffers()
    width = np.int64 if pa.types.is_large_string(texts.type) else np.int32
    if data is None or len(texts) == 0:
        return texts
    ends = np.frombuffer(offsets, width)[texts.offset : texts.offset + len(texts) + 1]
    codes = np.frombuffer(data, np.uint8)[ends[0] : ends[-1]]
    low = _LOWER[codes]
    kept = np.concatenate([[0], np.cumsum(low > 0)])[ends - ends[0]].astype(width)
    return pa.Array.from_buffers(texts.type, len(texts), [None, pa.py_buffer(kept), pa.py_buffer(low[low > 0])])


def bare(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return texts without hidden characters, addresses, @mentions and #hashtags, all else as written (null stays null)."""
    return pa.chunked_array([_bared(chunk) for chunk in texts.chunks], texts.type)


def _bared(texts: pa.Array) -> pa.Array:
    marked = pc.match_substring_regex(texts, pattern=_MARKED)
    return _changed(texts, marked, lambda t: _without(t, _IGNORABLE, _ADDRESS, _MENTION, _HASHTAG))


def _settled(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Compose again what lost characters kept apart, lower it again: some capitals only appear by composing."""
    return pc.utf8_normalize(pc.utf8_lower(pc.utf8_normalize(texts, form="NFKC")), form="NFKC")


def _without(texts: pa.ChunkedArray, *patterns: str) -> pa.ChunkedArray:
    for pattern in patterns:
        texts = pc.replace_substring_regex(texts, pattern=pattern, replacement="")
    return texts


def quotes(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each text shows that its words are another's: in quotation marks, a forward, or with an address."""
    marked = pc.match_substring_regex(pc.utf8_trim_whitespace(texts), pattern=_QUOTED)
    return pc.or_(marked, pc.match_substring_regex(texts, pattern=_ADDRESS))


def weight(normals: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return how much each normal form says, in letters; an ideograph, kana or Hangul syllable counts as three."""
    if isinstance(normals, pa.ChunkedArray) and all(map(many, normals.chunks)):
        return pa.chunked_array([counted(chunk, _IDEOGRAPH, 2) for chunk in normals.chunks], pa.int64())
    ideographs = pc.count_substring_regex(normals, pattern=_IDEOGRAPH)
    return pc.cast(pc.add(pc.utf8_length(normals), pc.multiply(ideographs, 2)), pa.int64())


def variety(normals: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return how many different characters each normal form has: a chant repeats few. Null counts as none."""
    return pa.chunked_array([[len(set(text or "")) for text in normals.to_pylist()]], pa.int64())


def cut_short(texts: pa.ChunkedArray, most: int) -> pa.ChunkedArray:
    """Return texts of at most so many characters: a longer one ends in an ellipsis, which is counted, so that nobody takes a part for the whole."""
    part = pc.binary_join_element_wise(pc.utf8_slice_codeunits(texts, 0, most - 1), "…", "")
    return pc.if_else(pc.greater(pc.utf8_length(texts), most), part, texts)
