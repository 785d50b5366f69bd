"""Texts as a reader of offers takes them: look-alikes undone, signs between ideographs dropped, homophones of the trade's words read.

Everything that every text goes through is done on whole arrays of code points: a text that offers nothing costs no Python.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.compiling import compiled
from aboveboard.names.characters import invisible, normal, simplified, table
from aboveboard.names.few import searched
from aboveboard.names.lines import joined, parted
from aboveboard.names.shapes import alike
from aboveboard.names.sounds import readings
from aboveboard.text import fold_loops
from aboveboard.text.attitudes import without_attitude
from aboveboard.text.near_compiled import loop
from aboveboard.text.offer_cues import cue_pairs, cue_row, gates
from aboveboard.text.titles import TITLE, named

__all__ = ["cue_stream", "folded", "gated", "letter_stream", "plainly", "seen_as", "signed", "word_stream"]

_CODES, _END, _CHUNK = 0x110000, 10, 50_000
_MANY = 4_000_000
"""Bytes of texts from which a compiled loop pays for its import: half a second and 90 MB."""
_HAN, _LAST_HAN = 0x3400, 0x9FFF
_SIGNS = " ._-*·/|~+^`'＂"
_LEET = dict(zip("013457@$", "oieastas", strict=True))
_PARTED = r"(?:^|[^a-z])(?:[a-z][ ._*-]){3,}[a-z](?:[^a-z]|$)"
_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])(?:hao|hào)(?![a-z])|(?<![a-z])hao(?=[\u3400-\u9fff])")
_TAG = re.compile(r"#([a-z]{6,})")
_TAG_WORDS = re.compile(
    "(accounts?|rent(?:al|ing)?|sell(?:ing)?|sale|boost(?:ing)?|smurfs?|cheap|trade|face|check|login|nofacecheck)"
)
_DRESSED = re.compile(
    r"(?<![a-z0-9@_.])(?=[a-z0-9]*[a-z]{2})(?:[a-z]+[013]+[a-z013]*|[013][a-z]{3,}[a-z013]*)(?![a-z0-9_])"
)
_FIGURES = str.maketrans("013", "oie")
_PARTED_LETTERS = re.compile(r"(?<![a-z])(?:[a-z][ ._*-]){3,}[a-z](?![a-z])")
_LETTER_I = (" I", "IOTA")
_READ_AS_THEY_ARE = ("ARABIC", "HEBREW", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "DEVANAGARI")
_NEAR = 0.9

_WORDS = ("租号", "上号", "免脸", "代练", "代打", "出号", "卖号", "借号", "账号", "人脸")
"""The trade's words that are bent to slip past a filter; what to is worked out from sounds and shapes."""
_OTHERS = frozenset(  # a row of words
    "组号 足号 族号 阻号 商号 伤号 赏号 土号 处号 除号 储号 初号 触号 买号 接号 街号 节号 解号 姐号 界号 结号 皆号 介号 惜号 张号 章号 长号 掌号 "  # noqa: SIM905  (a row of words)
    "带练 面脸 认脸 任脸 兔脸 免练 免联 免连 免险 人练 人连 人恋 人联 人链 人险 待练 待打 带打 大打 代大 代达 代答 代搭 代连 代联 呆打".split()
)
"""What only sounds or looks like them and is a word of its own."""
_DULL = frozenset("好耗")
"""Sounds like 号 and ends far too much else."""


def folded(texts: pa.Array) -> pa.Array:
    """Return texts on one line in small letters: look-alikes read as letters, unseen signs and signs between ideographs dropped.

    Null becomes empty. Figures between letters are read as letters, other figures stay.
    """
    known = pc.fill_null(texts.cast(pa.string()), "")
    fold = _folded if known.get_total_buffer_size() < _MANY else _folded_each
    parts = [fold(known.slice(low, _CHUNK)) for low in range(0, len(known), _CHUNK)]
    return pa.concat_arrays(parts) if parts else pa.array([], pa.string())


def _folded_each(texts: pa.Array) -> pa.Array:
    """Return what `_folded` does, by a compiled loop over the bytes of the texts."""
    _, offsets, data = texts.buffers()
    if data is None:  # nothing but empty texts
        return texts
    starts = np.frombuffer(offsets, np.int32)[texts.offset : texts.offset + len(texts) + 1]
    whole = np.require(np.frombuffer(data, np.uint8)[starts[0] : starts[-1]], requirements=["C", "W"])
    met = np.zeros(_CODES, bool)
    loop("seen", many=True)(whole, met)
    read = _read_as(met)
    read[_END] = ord(" ")
    out, ends = np.empty(2 * len(whole), np.uint8), np.zeros(len(texts) + 1, np.int32)
    compiled(fold_loops.read, fold_loops.SIGNATURE)(whole, starts - starts[0], read, *_kinds(), _figures(), out, ends)
    return pa.Array.from_buffers(
        pa.string(), len(texts), [None, pa.py_buffer(ends), pa.py_buffer(out[: ends[-1]].copy())]
    )


def _read_as(met: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint32]:
    """Return what each code point that is met is read as."""
    read = np.zeros(_CODES, np.uint32)
    here = np.flatnonzero(met)
    read[here] = [seen_as(code) for code in here.tolist()]
    return read


@cache
def _kinds() -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return which code points are signs between ideographs, ideographs, and small Latin letters."""
    codes = np.arange(_CODES, dtype=np.uint32)
    return _is_sign(), _han(codes), _latin(codes)


def _folded(texts: pa.Array) -> pa.Array:
    short = pc.replace_substring(texts, "\n", " ")
    codes = np.frombuffer(joined(short).encode("utf-32-le", "replace"), np.uint32)
    met = np.zeros(_CODES, bool)
    met[codes] = True
    made = _read_as(met)[codes]
    made = _letters_for_figures(_unparted(made[made > 0]))
    return parted(made.tobytes().decode("utf-32-le"))


@cache
def seen_as(code: int) -> int:
    """Return the code point that one is read as; 0 for what is not seen."""
    char = chr(code)
    if code < 0x80:  # noqa: PLR2004
        return ord(char.lower()) if char.isprintable() or code == _END else ord(" ")
    if invisible(code) or unicodedata.category(char) == "Mn":
        return 0
    if char.isspace():
        return ord(" ")
    if unicodedata.category(char) == "Sc":
        return ord(normal(char)[:1])
    plain = simplified(normal(char))[:1] or " "
    if plain.isascii() or _HAN <= ord(plain) <= _LAST_HAN:
        return ord(plain)
    return ord(_letter(plain))


def _letter(char: str) -> str:
    if unicodedata.name(char, "").startswith(_READ_AS_THEY_ARE):
        return char
    bare = unicodedata.normalize("NFD", char)[:1]
    told = bare if bare.isascii() else table()[ord(char)]
    if told == "l":
        return "i" if unicodedata.name(char, "").endswith(_LETTER_I) else "l"
    return "m" if told == "rn" else told if len(told) == 1 and told.isascii() and told.isalnum() else char


def _han(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    return (codes >= _HAN) & (codes <= _LAST_HAN)


def _latin(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    return (codes >= ord("a")) & (codes <= ord("z"))


@cache
def _figures() -> npt.NDArray[np.uint32]:
    """Return ASCII with letters for figures."""
    told = np.arange(128, dtype=np.uint32)
    for figure, letter in _LEET.items():
        told[ord(figure)] = ord(letter)
    return told


@cache
def _is_sign() -> npt.NDArray[np.bool_]:
    told = np.zeros(_CODES, bool)
    told[[ord(c) for c in _SIGNS]] = True
    return told


def _unparted(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Drop a single sign between two ideographs."""
    if len(codes) < 3:  # noqa: PLR2004
        return codes
    sign, han = _is_sign()[codes], _han(codes)
    kept = np.ones(len(codes), bool)
    kept[1:-1] = ~(sign[1:-1] & han[:-2] & han[2:])
    return codes[kept]


def _letters_for_figures(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Read a figure between two Latin letters as the letter it stands for."""
    if len(codes) < 3:  # noqa: PLR2004
        return codes
    told, latin = _figures(), _latin(codes)
    between = np.zeros(len(codes), bool)
    between[1:-1] = latin[:-2] & latin[2:] & (codes[1:-1] < 128)  # noqa: PLR2004
    made = codes.copy()
    made[between] = told[codes[between]]
    return made


@cache
def _bent() -> dict[str, str]:
    """Return each other way to write a word of the trade, with the word."""
    return {bent: word for word in _WORDS for bent in _ways(word)}


def _ways(word: str) -> Iterator[str]:
    for place, char in enumerate(word):
        others = {*_homophones()[readings(char)[0]], *(c for c, score in alike(char).items() if score >= _NEAR)}
        for other in sorted({*others, *readings(char)[:1]} - {char} - _DULL):
            bent = word[:place] + other + word[place + 1 :]
            if bent not in _OTHERS and bent not in _WORDS:
                yield bent
    yield "".join(readings(c)[0] for c in word)


@cache
def _homophones() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {readings(c)[0]: set() for word in _WORDS for c in word}
    for code in range(0x4E00, 0x9FA6):
        heard = readings(chr(code))[:1]
        if heard and heard[0] in found:
            found[heard[0]].add(simplified(chr(code)))
    return found


@cache
def _bent_pattern() -> str:
    """Return an RE2 pattern of all of them; pinyin stands alone."""
    mixed = sorted(b for b in _bent() if not b.isascii())
    spelled = sorted(b for b in _bent() if b.isascii())
    return f"{'|'.join(mixed)}|\\b(?:{'|'.join(spelled)})\\b"


@cache
def _bent_words() -> re.Pattern[str]:
    return re.compile(_bent_pattern(), re.ASCII)


def gated(texts: pa.Array) -> npt.NDArray[np.int64]:
    """Return the numbers of the folded texts that may offer an account: they name one, a game or a service, or a way to trade."""
    done, thing, unlikely = gates()
    odd = f"{_bent_pattern()}|{_PARTED}|\\p{{Han}}hao\\b|\\bhao\\p{{Han}}"
    sure = pc.indices_nonzero(pc.match_substring_regex(texts, f"{done}|{odd}"))
    there = pc.indices_nonzero(pc.match_substring_regex(texts, thing))
    likely = there.filter(pc.invert(pc.match_substring_regex(texts.take(there), unlikely)))
    return np.union1d(sure.to_numpy(), likely.to_numpy()).astype(np.int64)


def plainly(texts: pa.Array) -> pa.Array:
    """Return folded texts with bent words of the trade written plainly, and letters that stand apart written together."""
    dressed = searched(texts, _DRESSED_UP)
    plain = pa.array([_undressed(t) for t in texts.filter(dressed).to_pylist()], pa.string())
    told = pc.replace_with_mask(texts, dressed, plain)
    bent = searched(told, _bent_pattern())
    straight = pa.array([_straight(t) for t in told.filter(bent).to_pylist()], pa.string())
    return pc.replace_with_mask(told, bent, straight)


_DRESSED_UP = rf"{_PARTED}|\p{{Han}}ha[oò]|\bhao\p{{Han}}|#[a-z]{{6}}|[a-z][013]|[013][a-z]{{3}}"
"""RE2: what a text holds that `_undressed` changes."""


def _undressed(text: str) -> str:
    told = _PARTED_LETTERS.sub(_together, text)
    told = _DRESSED.sub(lambda m: m.group().translate(_FIGURES), told)
    return _TAG.sub(lambda m: "# " + _TAG_WORDS.sub(r" \1 ", m.group(1)), _PINYIN.sub("号", told))


def _straight(text: str) -> str:
    return _bent_words().sub(lambda m: _bent()[m.group()], text)


def _together(found: re.Match[str]) -> str:
    return re.sub(r"[ ._*-]", "", found.group())


def letter_stream(texts: pa.Array) -> pa.Array:
    """Return the letters of texts in plain spelling with one sign for every title, as the models read them.

    Addresses, figures and words of attitude are masked: neither a host nor a price may be learned, and no opinion.
    """
    masked = pc.replace_substring_regex(
        named(without_attitude(texts)), r"https?://\S+|www\.\S+|\S+\.(?:example|com|net|org|cn|shop|top|gg)\S*", "~"
    )
    return pc.replace_substring_regex(masked, r"@\w+|\d+(?:[.,]\d+)?", "0")


def word_stream(letters: pa.Array) -> pa.Array:
    """Return the words of `letter_stream`, one sign each (CRC-32 of the word): a run of signs is then a run of words."""
    return pa.array([signed(_WORD.findall(text)) for text in letters.to_pylist()], pa.string())


def signed(words: Iterable[str]) -> str:
    """Return words as one sign each (CRC-32 of the word)."""
    return "".join(map(_sign, words))


_WORD = re.compile(rf"[a-z']+|[0{TITLE}]|[^\sa-z0-9]")
_PLANES = 0x10000, 0xF0000


@lru_cache(maxsize=65_536)
def _sign(word: str) -> str:
    return chr(_PLANES[0] + zlib.crc32(word.encode()) % _PLANES[1])


def cue_stream(texts: pa.Array, letters: pa.Array) -> pa.Array:
    """Return the cues of texts in plain spelling; their `letter_stream` says which name a title."""
    rows = zip(texts.to_pylist(), pc.match_substring(letters, TITLE).to_pylist(), strict=True)
    return pa.array([cue_pairs(TITLE * title + cue_row(text)) for text, title in rows], pa.string())
