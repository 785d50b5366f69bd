"""A linear model over hashed runs of characters: small, without a vocabulary, scored with whole arrays.

Each run (n-gram) of one or more streams of letters falls into one of 2^bits places, as in Weinberger and others, "Feature
Hashing for Large Scale Multitask Learning" (2009). A text's evidence is the sum of its runs' weights over the root of
their number. Weights are bytes, so the model is one plain array of them, and its card with the scale is JSON.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.compiling import compiled, ready
from aboveboard.models import gram_loops
from aboveboard.models.additive import Floats

__all__ = [
    "Grams",
    "Shape",
    "Streams",
    "codes_of",
    "dumped",
    "evidence",
    "loaded",
    "places",
    "shipped",
    "size_of",
    "texts_of",
]

_CHUNK = 20_000
_END, _FIRST = 10, 0x811C9DC5
_MANY = 1_000_000
"""Letters from which a compiled loop pays for its import."""
_STEP, _MIX = np.uint32(0x01000193), np.uint32(0x9E3779B1)

Ints = npt.NDArray[np.int64]
Streams = Sequence[pa.Array | None]
"""The same texts as several streams of letters, all as long; `None` is a stream in which there is nothing."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How runs are made: for each stream its shortest and longest run, and how many places there are (2^bits)."""

    orders: tuple[tuple[int, int], ...]
    bits: int


@dataclass(frozen=True, slots=True, eq=False)
class Grams:
    """`weights` (bytes, 2^bits of them) times `scale` add up; `slope` and `offset` bring the sum to nats.

    The result is a log likelihood ratio: what share of texts was of the one kind where it was learned does not count.
    """

    shape: Shape
    weights: npt.NDArray[np.int8]
    scale: float
    slope: float
    offset: float


def places(streams: Streams, shape: Shape) -> Iterator[tuple[Ints, npt.NDArray[np.uint32]]]:
    """Yield (number of the text, place) of every run in each stream, a chunk of texts at a time. No text holds a newline."""
    for low, salt, texts, orders in _pieces(streams, shape):
        yield from _runs(texts, orders, (low, salt), shape.bits)


def _pieces(streams: Streams, shape: Shape) -> Iterator[tuple[int, int, pa.Array, tuple[int, int]]]:
    """Yield (where it begins, number of the stream, texts, lengths of its runs) of each chunk of each stream that is there."""
    for low in range(0, size_of(streams), _CHUNK):
        for salt, (texts, orders) in enumerate(zip(streams, shape.orders, strict=True)):
            if texts is not None:
                yield low, salt, texts.slice(low, _CHUNK), orders


def size_of(streams: Streams) -> int:
    """Return how many texts there are."""
    return next(len(s) for s in streams if s is not None)


def _runs(
    texts: pa.Array, orders: tuple[int, int], begin: tuple[int, int], bits: int
) -> Iterator[tuple[Ints, npt.NDArray[np.uint32]]]:
    low, salt = begin
    codes = codes_of(texts)
    ends = codes == _END
    row = low + np.cumsum(ends) - ends
    hashed = np.full(len(codes), _salted(salt), np.uint32)
    whole = np.ones(len(codes), bool)
    for order in range(1, min(orders[1], len(codes)) + 1):
        room = len(codes) - order + 1
        hashed = (hashed[:room] ^ codes[order - 1 :]) * _STEP
        whole = whole[:room] & ~ends[order - 1 :]
        if order >= orders[0]:
            mixed = (hashed ^ (hashed >> np.uint32(15))) * _MIX
            yield row[:room][whole], (mixed >> np.uint32(32 - bits))[whole]


def _salted(salt: int) -> int:
    return _FIRST + 977 * salt


def codes_of(texts: pa.Array) -> npt.NDArray[np.uint32]:
    """Return the code points of texts, a newline behind each; null is empty."""
    texts = pc.fill_null(texts, "")
    if ready(gram_loops.codes, gram_loops.CODES) or _bytes_of(texts) >= _MANY:
        return _codes_each(texts)
    lists = pa.ListArray.from_arrays(pa.array([0, len(texts)], pa.int32()), texts)
    joined = pc.binary_join(lists, "\n")[0].as_py() + "\n"
    return np.frombuffer(joined.encode("utf-32-le", "replace"), np.uint32)


def _bytes_of(texts: pa.Array) -> int:
    """Return how many bytes the letters of texts take, without what lies beside a slice."""
    return int(pc.sum(pc.binary_length(texts)).as_py() or 0)


def _codes_each(texts: pa.Array) -> npt.NDArray[np.uint32]:
    """Return what `codes_of` does, by a compiled loop over the bytes of texts none of which is null."""
    texts = texts.cast(pa.string())
    _, offsets, data = texts.buffers()
    if data is None:  # nothing but empty texts
        return np.full(max(len(texts), 1), _END, np.uint32)
    starts = np.frombuffer(offsets, np.int32)[texts.offset : texts.offset + len(texts) + 1]
    out = np.empty(int(starts[-1] - starts[0]) + len(texts), np.uint32)
    read = compiled(gram_loops.codes, gram_loops.CODES)
    return out[
        : read(*(np.require(part, requirements=["C", "W"]) for part in (np.frombuffer(data, np.uint8), starts)), out)
    ]


def texts_of(codes: npt.NDArray[np.uint32]) -> pa.Array:
    """Return texts of their code points, a newline behind each: the way back from `codes_of`."""
    if not ready(gram_loops.written, gram_loops.WRITTEN) and len(codes) < _MANY:
        return pc.split_pattern(pa.array([codes[:-1].tobytes().decode("utf-32-le")], pa.string()), "\n").flatten()
    ends = np.zeros(int((codes == _END).sum()) + 1, np.int32)
    data = np.empty(4 * len(codes), np.uint8)
    many = compiled(gram_loops.written, gram_loops.WRITTEN)(np.require(codes, requirements=["C", "W"]), data, ends)
    return pa.Array.from_buffers(
        pa.string(), len(ends) - 1, [None, pa.py_buffer(ends), pa.py_buffer(data[:many].copy())]
    )


def evidence(model: Grams, streams: Streams) -> Floats:
    """Return the log likelihood ratio (nats) of each text, given as one string array a stream; 0 where a text is empty."""
    few = not ready(gram_loops.add_up, gram_loops.SIGNATURE) and (
        sum(s.get_total_buffer_size() for s in streams if s is not None) < _MANY
    )
    add = _added if few else _added_each
    total, count = add(model, streams)
    told = model.slope * model.scale * total / np.sqrt(np.maximum(count, 1)) + model.offset
    return np.where(count > 0, told, 0.0)


def _added(model: Grams, streams: Streams) -> tuple[Ints, Ints]:
    """Return the sum of the weights of each text's runs, and how many there are."""
    size = size_of(streams)
    total, count = np.zeros(size, np.int64), np.zeros(size, np.int64)
    for row, place in places(streams, model.shape):
        total += np.bincount(row, model.weights[place], size).astype(np.int64)
        count += np.bincount(row, minlength=size)
    return total, count


def _added_each(model: Grams, streams: Streams) -> tuple[Ints, Ints]:
    """Return what `_added` does, by a compiled loop."""
    size = size_of(streams)
    total, count = np.zeros(size, np.int64), np.zeros(size, np.int64)
    add = compiled(gram_loops.add_up, gram_loops.SIGNATURE)
    for low, salt, texts, (shortest, longest) in _pieces(streams, model.shape):
        part = slice(low, low + _CHUNK)
        codes = np.require(codes_of(texts).view(np.int32), requirements=["C", "W"])
        add(codes, model.weights, _salted(salt), shortest, longest, model.shape.bits, total[part], count[part])
    return total, count


def dumped(model: Grams, card: Mapping[str, Any]) -> tuple[bytes, str]:
    """Return the weights as a plain array file, and shape, scale and card as JSON text with the hash of both."""
    held = io.BytesIO()
    np.save(held, model.weights, allow_pickle=False)
    body = {
        "orders": [list(o) for o in model.shape.orders],
        "bits": model.shape.bits,
        "scale": model.scale,
        "slope": model.slope,
        "offset": model.offset,
        "card": dict(card),
    }
    told = json.dumps({"sha256": _hash(body, held.getvalue()), **body}, indent=1, sort_keys=True, ensure_ascii=False)
    return held.getvalue(), told + "\n"


def loaded(weights: bytes, text: str) -> tuple[Grams, dict[str, Any]]:
    """Return (model, card) of what `dumped` wrote. Raises `ValueError` where it is not what was written."""
    body = json.loads(text)
    told = body.pop("sha256", "")
    if told != _hash(body, weights):
        raise ValueError(f"the model file was changed: it says {told[:12]} and is {_hash(body, weights)[:12]}")
    shape = Shape(tuple((low, high) for low, high in body["orders"]), body["bits"])
    array = np.load(io.BytesIO(weights), allow_pickle=False)
    return Grams(shape, array, body["scale"], body["slope"], body["offset"]), body["card"]


def _hash(body: Mapping[str, Any], weights: bytes) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode() + weights).hexdigest()


@cache
def shipped(name: str) -> tuple[Grams, Mapping[str, Any]]:
    """Return the model called `name` that comes with the program, and its card. Raises `ValueError` where it was changed."""
    home = files("aboveboard.models").joinpath("data")
    return loaded(home.joinpath(f"{name}.npy").read_bytes(), home.joinpath(f"{name}.json").read_text("utf-8"))
