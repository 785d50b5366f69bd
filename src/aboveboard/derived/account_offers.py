"""Texts that offer an account for rent, sale, loan or to be played up: what they ask, for how long, and where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.contact_spans import Text
from aboveboard.derived.offer_reading import cue_stream, folded, gated, letter_stream, plainly, word_stream
from aboveboard.derived.profile_spans import TEXT_COLUMNS, lexicons_of, spans_in, spans_of
from aboveboard.detector import Derived, Rows, Sql
from aboveboard.models.grams import evidence, shipped
from aboveboard.tables import ARROW, Type
from aboveboard.text.offer_cues import cue_row, said_price, said_span, things

__all__ = ["ACCOUNT_OFFERS", "MODELS", "OFFERS", "SAID", "STRENGTH", "nats_of", "offers_of"]

MODELS = ("offer_letters", "offer_words", "offer_cues")
"""Of the letters of a text, its words, and the kinds of cue it names: their evidence adds up."""
STRENGTH = 1.25
"""Nats from which a text is read as an offer."""
HOPE = -3.5
"""Nats of letters and words below which no cues are looked for: they hardly ever tell so much more."""

SAID = ("account_id", "source", "at", "text", "url")
"""What the kernel reads: posts with their titles, and biographies (`at` empty)."""

OFFERS: Mapping[str, Type] = {
    "shard": "int", "account_id": "string", "source": "string", "at": "time", "text": "string", "nats": "float", "way": "string", "price": "string",
    "span": "string", "reach": "string", "tool": "string", "risk": "string",
}  # fmt: skip
"""One row an offer. `way`: rent, sell, lend or boost; `reach`: the first contact it gives; `tool`: the place that a way to log in
without the password leads to; `risk`: what it says of a way round a check of face, age or name."""

_WAYS = ("rent", "lend", "boost", "sell")
_HOST = re.compile(
    r"(?i)(?:https?://|www\.)([^\s/?#，。]+)|(?<![\w@.])([a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:example|com|net|org|cn|shop|top|gg|xyz|vip|club))"
)
_SHOWN, _SHARD = 140, 0
_FEW = 64
"""Texts up to which one by one is sooner read for a contact than on whole arrays."""
_INJECTORS = re.compile(r"injector|login tool|launcher|上号器|登号器|自助上号|秒上号|扫码")


def nats_of(texts: pa.Array) -> npt.NDArray[np.float64]:
    """Return how much each raw text reads as an offer of an account (nats); minus infinity where a cheap look rules it out."""
    made = np.full(len(texts), -np.inf)
    rows, _, told = _weighed(texts)
    made[rows] = told
    return made


def _weighed(texts: pa.Array) -> tuple[npt.NDArray[np.int64], pa.Array, npt.NDArray[np.float64]]:
    """Return (number, plain spelling, nats) of the texts that are worth weighing; each different text is read once."""
    coded = pc.fill_null(texts, "").dictionary_encode()
    read = folded(coded.dictionary)
    gate = gated(read)
    plain = plainly(read.take(pa.array(gate)))
    letters = letter_stream(plain)
    by_letters, by_words, by_cues = (shipped(n)[0] for n in MODELS)
    told = evidence(by_letters, (letters,)) + evidence(by_words, (word_stream(letters),))
    hopeful = told >= HOPE
    plain, letters = plain.filter(pa.array(hopeful)), letters.filter(pa.array(hopeful))
    told = told[hopeful] + evidence(by_cues, (cue_stream(plain, letters),))
    place = np.full(len(read), -1)
    place[gate[hopeful]] = np.arange(len(plain))
    number = place[coded.indices.to_numpy()]
    rows = np.flatnonzero(number >= 0)
    return rows, plain.take(pa.array(number[rows])), told[number[rows]]


def offers_of(said: pa.Table) -> pa.Table:
    """Return the offers (columns `OFFERS`) among texts (columns `SAID`), in their order; every other text is left out.

    Raises `ValueError` on a row without an account.
    """
    if said["account_id"].null_count:
        raise ValueError("a row of the texts has no account")
    rows, plain, told = _weighed(_whole(said["text"]))
    kept = told >= STRENGTH
    found = said.take(pa.array(rows[kept]))
    read, nats = plain.filter(pa.array(kept)).to_pylist(), told[kept]
    hosts = [_host(t, u) for t, u in zip(found["text"].to_pylist(), found["url"].to_pylist(), strict=True)]
    named = [things(cue_row(t)) for t in read]
    made = {
        **{n: found[n] for n in ("account_id", "source", "at")},
        "shard": pa.array(np.full(len(read), _SHARD)),
        "text": pc.utf8_slice_codeunits(found["text"], 0, _SHOWN),
        "nats": pa.array(np.round(nats, 3), pa.float64()),
        "way": pa.array([next((w for w in _WAYS if w in n), "sell") for n in named], pa.string()),
        "price": pa.array([said_price(t) for t in read], pa.string()),
        "span": pa.array([said_span(t) for t in read], pa.string()),
        "reach": _reached(found),
        "tool": pa.array([h if _INJECTORS.search(t) else None for t, h in zip(read, hosts, strict=True)], pa.string()),
        "risk": pa.array(["a way round a check" if "unchecked" in n else None for n in named], pa.string()),
    }
    return pa.table({n: made[n].cast(ARROW[t]) for n, t in OFFERS.items()})


def _whole(texts: pa.ChunkedArray) -> pa.Array:
    whole = texts.cast(pa.string()).combine_chunks()
    return pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole


def _host(text: str | None, url: str | None) -> str | None:
    found = _HOST.search(f"{url or ''} {text or ''}")
    return (found.group(1) or found.group(2)).casefold().removeprefix("www.") if found else None


def _reached(found: pa.Table) -> pa.Array:
    """Return the first contact that each offer gives, in plain letters; an address is none."""
    size = found.num_rows
    reach: list[str | None] = [None] * size
    for span in _spans(found) if size else ():
        row = int(span["source"])
        if span["claim"].split(" ")[2] != "url":
            reach[row] = min(reach[row] or span["value"], span["value"])
    return pa.array(reach, pa.string())


def _spans(found: pa.Table) -> Iterable[Mapping[str, Any]]:
    """Return the spans of the offers' texts; `source` is the number of the row. A few texts are sooner read one by one."""
    rows = [
        (a, "post", t, str(n))
        for n, (a, t) in enumerate(zip(*(found[c].to_pylist() for c in ("account_id", "text")), strict=True))
    ]
    if len(rows) <= _FEW:
        return (s._asdict() for s in spans_in([Text(*r, None, None, None, None) for r in rows], lexicons_of(())))
    held = {n: pa.nulls(len(rows), pa.string()) for n in TEXT_COLUMNS} | {
        "shard": pa.array([0] * len(rows), pa.int64())
    }
    held |= {n: pa.array(c, pa.string()) for n, c in zip(Text._fields, zip(*rows, strict=True), strict=False)}
    return spans_of(pa.table(held)).to_pylist()


_EVERYTHING = """
SELECT account_id, post_id AS source, at, trim(concat(coalesce(title, ''), ' ', coalesce(text, ''))) AS text, url FROM posts WHERE at <= $as_of
UNION ALL
SELECT account_id, concat('bio of ', account_id) AS source, CAST(NULL AS TIMESTAMP) AS at, bio AS text, url FROM accounts
"""

ACCOUNT_OFFERS = Derived(
    name="account_offers",
    about=(
        "Posts and biographies (`at` empty) that offer an account for rent, sale or loan, or to be played up: how clearly (`nats`), in which `way`, "
        "for what `price` and time (`span`), the contact that `reach` gives, the place that a `tool` logs others in at, and what `risk` it speaks of."
    ),
    reads={"posts": "post_id account_id at title? text url?", "accounts?": "account_id bio? url?"},
    steps=(Sql("everything", _EVERYTHING), Rows("account_offers", "everything", offers_of, OFFERS)),
    columns=OFFERS,
)
