"""What every text of an account claims of a regulated profession, and what it advises: read once for all who judge it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.profession_bearing import PROFILE, SURFACES, VOICES, Read, Said, bearing, streams
from aboveboard.derived.profession_reading import Extra, in_small_letters, read_as, titles_with, worth
from aboveboard.detector import Derived, Groups, Sql
from aboveboard.tables import ARROW, Type
from aboveboard.text.profession_advice import advice_in
from aboveboard.text.profession_claims import claims_in
from aboveboard.text.professions import Titles

__all__ = ["PRACTICE_DOUBTS", "PROFESSION_TEXTS", "READ", "against_of", "professions_of", "streams_of"]

READ: Mapping[str, Type] = {
    "account_id": "string", "surface": "string", "kind": "string", "field": "string", "title": "string", "strength": "int", "nats": "float",
    "shown": "string", "source": "string", "at": "time", "target_id": "string",
}  # fmt: skip
"""One row a claim, an advice or a bearing. `surface`: `handle`, `display_name`, `bio` or `post`; `kind`: `claim`, `advice` or `bearing`;
`strength` as in `text/profession_claims`, else 0; `nats`: how much a text's bearing is that of somebody who practises (negative: of
somebody who does not), else empty; `source` and `at` of a post."""

_SHOWN, _SHARDS = 120, 8


def professions_of(batch: pa.Table) -> pa.Table:
    """Return the claims, the advice and the bearing (columns `READ`) of the texts of one shard, in the order of their texts.

    A row with a `term` is an operator's own title. Raises `ValueError` on a text without an account.
    """
    return _read(batch, _claims_and_bearing)


def against_of(batch: pa.Table) -> pa.Table:
    """Return the names and biographies among the texts of one shard that tell against their writer's practising anything, as `professions_of` does."""
    return _read(batch, _against)


Row = dict[str, Any]


def _read(batch: pa.Table, tell: Callable[[Read], dict[int, list[Row]]]) -> pa.Table:
    batch = batch.combine_chunks()
    term = pc.is_valid(batch["term"])
    extra = _extra(batch.filter(term))
    if batch["account_id"].null_count > pc.sum(term).as_py():
        raise ValueError("a row of the texts has no account")
    told = [_of_surface(batch, surface, extra, tell) for surface in (*SURFACES, "handle")]
    found = [row for _, rows in told for row in rows]
    places = np.concatenate([places for places, _ in told]).astype(np.int64)
    order = np.argsort(places, kind="stable")
    carried = batch.select([n for n in READ if n in _CARRIED]).take(pa.array(places[order]))
    return pa.table(
        {
            n: carried[n].cast(ARROW[t]) if n in _CARRIED else pa.array([found[i][n] for i in order], ARROW[t])
            for n, t in READ.items()
        }
    )


_CARRIED = frozenset(("account_id", "surface", "source", "at", "target_id"))
"""Columns of a claim that are those of its text."""


def _of_surface(
    batch: pa.Table, surface: str, extra: Extra, tell: Callable[[Read], dict[int, list[Row]]]
) -> tuple[npt.NDArray[np.int64], list[Row]]:
    """Return what the texts of one surface tell, and the row of the batch that tells it; each different text is read once."""
    here = pc.and_(pc.equal(batch["surface"], surface), pc.is_valid(batch["text"]))
    rows = pc.indices_nonzero(here).to_numpy()
    coded = batch["text"].filter(here).combine_chunks().dictionary_encode()
    numbers = coded.indices.to_numpy(zero_copy_only=False)
    copied = _copied(numbers, batch["account_id"].filter(here), len(coded.dictionary)) if surface == "post" else None
    read = Read(coded.dictionary, in_small_letters(coded.dictionary), surface, titles_with(extra), copied, extra)
    told = tell(read)
    some = np.flatnonzero(np.isin(numbers, np.fromiter(told, np.int64, len(told))))
    each = [told[n] for n in numbers[some].tolist()]
    return np.repeat(rows[some], [len(of) for of in each]), [row for of in each for row in of]


def _copied(numbers: npt.NDArray[np.integer[Any]], accounts: pa.ChunkedArray, texts: int) -> npt.NDArray[np.bool_]:
    """Return which texts so many accounts wrote that they are nobody's own."""
    often = np.bincount(numbers, minlength=texts) >= VOICES
    rows = np.flatnonzero(often[numbers])
    writers = accounts.combine_chunks().take(pa.array(rows)).dictionary_encode().indices.to_numpy(zero_copy_only=False)
    pairs = np.unique(numbers[rows].astype(np.int64) * (len(rows) + 1) + writers)
    return np.bincount(pairs // (len(rows) + 1), minlength=texts) >= VOICES


class _Ruled(NamedTuple):
    """A text as the rules read it, and what they find in it."""

    read: str
    rows: list[Row]


def _claims_and_bearing(read: Read) -> dict[int, list[Row]]:
    """Return what the texts that tell anything tell, by their number."""
    ruled = _ruled(read)
    found = {n: [*of.rows] for n, of in ruled.items()}
    for n, row in _borne(read, ruled, against=False):
        found.setdefault(n, []).append(row)
    return {n: rows for n, rows in found.items() if rows}


def _against(read: Read) -> dict[int, list[Row]]:
    return {n: [row] for n, row in _borne(read, _ruled(read), against=True)} if read.surface in PROFILE else {}


def _borne(read: Read, ruled: Mapping[int, _Ruled], *, against: bool) -> Iterator[tuple[int, Row]]:
    if read.surface in SURFACES and len(read.texts):
        for n, nats, field in bearing(read, _said(ruled), against=against):
            yield n, _row("bearing", field, read.texts[n].as_py().strip()[:_SHOWN], nats=round(nats, 2))


def _ruled(read: Read) -> dict[int, _Ruled]:
    """Return what the rules find in the texts that are worth reading, by their number; no rows where they find nothing."""
    worthy = worth(read.texts, read.low, read.known, posts=read.surface == "post")
    each = zip(worthy.tolist(), read.texts.take(pa.array(worthy)).to_pylist(), strict=True)
    told = _ruled_in if read.surface in PROFILE else _ruled_in.__wrapped__
    return {n: told(text, read.surface, read.extra) for n, text in each}


@lru_cache(maxsize=1 << 16)
def _ruled_in(text: str, surface: str, extra: Extra) -> _Ruled:
    """Return what the rules find in one text. Read only: a profile that is heard is read again for what speaks against it."""
    known = titles_with(extra)
    as_read = read_as(text, known)
    return _Ruled(as_read, _claimed(text, as_read, surface, known))


def streams_of(texts: pa.Array, surface: str) -> tuple[pa.Array, ...]:
    """Return what the models of bearing read of texts of one surface, with the shipped titles: they are trained on this."""
    read = Read(texts, in_small_letters(texts), surface, titles_with(), None)
    return streams(read, _said(_ruled(read)))


def _said(ruled: Mapping[int, _Ruled]) -> dict[int, Said]:
    """Return what the rules say of each text, for the model: how much it claims, in which field if they know, and whether it advises."""
    told: dict[int, Said] = {}
    for n, (read, rows) in ruled.items():
        strength = max((r["strength"] for r in rows), default=0)
        fields = {r["field"] for r in rows if r["strength"] == strength}
        advises = any(r["kind"] == "advice" for r in rows)
        told[n] = Said(read, strength, fields.pop() if len(fields) == 1 else None, advises)
    return told


def _extra(terms: pa.Table) -> Extra:
    rows = zip(*(terms[n].to_pylist() for n in ("term", "field", "use", "language")), strict=True)
    return tuple(sorted({(t, f, u or "sure", s or "") for t, f, u, s in rows}))


def _claimed(text: str, as_read: str, surface: str, known: Titles) -> list[Row]:
    """Return the strongest claim of each field in a text, and the fields in which a post advises."""
    post = surface == "post"
    best: dict[str, Row] = {}
    for claim in claims_in(as_read, surface, known):
        held = best.get(claim.field)
        if held is None or held["strength"] < claim.strength:
            shown = (claim.words if post else text).strip()[:_SHOWN]
            best[claim.field] = _row("claim", claim.field, shown, claim.title, claim.strength)
    advice = sorted(advice_in(as_read)) if post else []
    return [*best.values(), *(_row("advice", field, text.strip()[:_SHOWN]) for field in advice)]


def _row(
    kind: str, field: str, shown: str, title: str | None = None, strength: int = 0, nats: float | None = None
) -> Row:
    return {"kind": kind, "field": field, "title": title, "strength": strength, "nats": nats, "shown": shown}


def _sharded(said: str) -> str:
    """Write a query of texts (account_id, surface, text, source, at, target_id) in shards, with an operator's own titles once in each."""
    shards = " UNION ALL ".join(f"SELECT {n} AS shard" for n in range(_SHARDS))
    return f"""
SELECT coalesce(length(text), 0) % {_SHARDS} AS shard, account_id, surface, text, source, at, target_id, CAST(NULL AS VARCHAR) AS term,
  CAST(NULL AS VARCHAR) AS field, CAST(NULL AS VARCHAR) AS "use", CAST(NULL AS VARCHAR) AS language
FROM ({said}) AS said
UNION ALL SELECT s.shard, NULL AS account_id, NULL AS surface, NULL AS text, NULL AS source, NULL AS at, NULL AS target_id,
  p.term, p.field, p."use", p.language
FROM professions AS p CROSS JOIN ({shards}) AS s
"""


_EVERYTHING = _sharded("""
  SELECT account_id, 'post' AS surface, trim(concat(coalesce(title, ''), ' ', coalesce(text, ''))) AS text, post_id AS source, at,
    target_id FROM posts
  UNION ALL SELECT account_id, 'handle' AS surface, handle AS text, NULL AS source, NULL AS at, NULL AS target_id FROM accounts
  UNION ALL SELECT account_id, 'display_name' AS surface, display_name AS text, NULL AS source, NULL AS at, NULL AS target_id FROM accounts
  UNION ALL SELECT account_id, 'bio' AS surface, bio AS text, NULL AS source, NULL AS at, NULL AS target_id FROM accounts
""")

_PROFILES = _sharded("""
  SELECT account_id, surface, text, NULL AS source, NULL AS at, NULL AS target_id FROM (
    SELECT a.account_id, 'display_name' AS surface, a.display_name AS text FROM heard AS h JOIN accounts AS a ON a.account_id = h.account_id
    UNION ALL SELECT a.account_id, 'bio' AS surface, a.bio AS text FROM heard AS h JOIN accounts AS a ON a.account_id = h.account_id
  ) AS shown
""")

PROFESSION_TEXTS = Derived(
    name="profession_texts",
    about=(
        "Claims of a regulated profession in handles, display names, biographies and posts, and advice in such a field, read as a "
        "person reads them: look-alikes undone; quoted, denied, past, future, other people's and playful titles left out. Beside them "
        "how much a text's bearing is that of somebody who practises (`nats`), by a model of words."
    ),
    reads={
        "accounts": "account_id handle display_name? bio?",
        "posts?": "post_id account_id at target_id? title? text?",
        "professions?": "term field use language",
    },
    steps=(
        Sql("everything", _EVERYTHING),
        Groups("read", "everything", ("shard",), professions_of, READ),
    ),
    columns=READ,
)

PRACTICE_DOUBTS = Derived(
    name="practice_doubts",
    about=(
        "How much the names and biographies of accounts in `profession_texts` are those of somebody who practises nothing (`nats`, negative), by the "
        "same model of words: what speaks against a claim, a practice or an advice that was read."
    ),
    reads={
        "accounts": "account_id display_name? bio?",
        "professions?": "term field use language",
        "profession_texts": "account_id",
    },
    derives=(PROFESSION_TEXTS,),
    steps=(
        Sql("heard", "SELECT DISTINCT account_id FROM profession_texts"),
        Sql("profiles", _PROFILES),
        Groups("read", "profiles", ("shard",), against_of, READ),
        Sql("doubts", "SELECT account_id, surface, nats FROM read"),
    ),
    columns={"account_id": "string", "surface": "string", "nats": "float"},
)
