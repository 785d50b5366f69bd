"""What every text of an account claims of a regulated profession, and what it advises: read once for all who judge it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.profession_reading import Extra, read_as, titles_with, worth
from aboveboard.detector import Derived, Groups, Sql
from aboveboard.tables import ARROW, Type
from aboveboard.text.profession_advice import advice_in
from aboveboard.text.profession_claims import claims_in
from aboveboard.text.professions import Titles

__all__ = ["PROFESSION_TEXTS", "READ", "professions_of"]

READ: Mapping[str, Type] = {
    "account_id": "string", "surface": "string", "kind": "string", "field": "string", "title": "string", "strength": "int",
    "shown": "string", "source": "string", "at": "time", "target_id": "string",
}  # fmt: skip
"""One row a claim or an advice. `surface`: `handle`, `display_name`, `bio` or `post`; `kind`: `claim` or `advice`; `strength` as in
`text/profession_claims`, 0 for advice; `source` and `at` of a post."""

_SHOWN, _SHARDS = 120, 8


def professions_of(batch: pa.Table) -> pa.Table:
    """Return the claims and the advice (columns `READ`) among the texts of one shard, in the order of their texts.

    A row with a `term` is an operator's own title. Raises `ValueError` on a text without an account.
    """
    batch = batch.combine_chunks()
    term = pc.is_valid(batch["term"])
    known = titles_with(_extra(batch.filter(term)))
    if batch["account_id"].null_count > pc.sum(term).as_py():
        raise ValueError("a row of the texts has no account")
    kept = batch.take(_worth(batch, known))
    told: dict[tuple[str, str], list[Row]] = {}
    found: list[Row] = []
    places: list[int] = []
    for n, key in enumerate(zip(kept["surface"].to_pylist(), kept["text"].to_pylist(), strict=True)):
        if key not in told:
            told[key] = list(_told(*key, known))
        found += told[key]
        places += [n] * len(told[key])
    carried = kept.take(pa.array(places, pa.int64()))
    return pa.table(
        {
            n: carried[n].cast(ARROW[t]) if n in _CARRIED else pa.array([r[n] for r in found], ARROW[t])
            for n, t in READ.items()
        }
    )


_CARRIED = frozenset(("account_id", "surface", "source", "at", "target_id"))
"""Columns of a claim that are those of its text."""

Row = dict[str, Any]


def _worth(said: pa.Table, known: Titles) -> npt.NDArray[np.int64]:
    """Return the rows that are worth reading. Posts are nearly all different, so only a profile's texts are looked at once each."""
    post = pc.fill_null(pc.equal(said["surface"], "post"), False).combine_chunks()
    posts, profiles = (pc.indices_nonzero(mask).to_numpy() for mask in (post, pc.invert(post)))
    coded = said["text"].filter(pc.invert(post)).combine_chunks().dictionary_encode()
    told = said["text"].filter(post).combine_chunks()
    found = worth(pa.concat_arrays([told, coded.dictionary]), known, len(told))
    some = pa.array(found[found >= len(told)] - len(told), pa.int32())
    bearing = profiles[pc.fill_null(pc.is_in(coded.indices, some), False).to_numpy(zero_copy_only=False)]
    return np.sort(np.concatenate((posts[found[found < len(told)]], bearing))).astype(np.int64)


def _extra(terms: pa.Table) -> Extra:
    rows = zip(*(terms[n].to_pylist() for n in ("term", "field", "use", "language")), strict=True)
    return tuple(sorted({(t, f, u or "sure", s or "") for t, f, u, s in rows}))


def _told(surface: str, text: str, known: Any) -> list[Row]:  # noqa: ANN401  (the titles, as a table hands them on)
    read = read_as(text, known)
    best: dict[str, Row] = {}
    for claim in claims_in(read, surface, known):
        held = best.get(claim.field)
        if held is None or held["strength"] < claim.strength:
            shown = (claim.words if surface == "post" else text).strip()[:_SHOWN]
            best[claim.field] = {
                "kind": "claim",
                "field": claim.field,
                "title": claim.title,
                "strength": claim.strength,
                "shown": shown,
            }
    advice = sorted(advice_in(read)) if surface == "post" else []
    advised = [
        {"kind": "advice", "field": f, "title": None, "strength": 0, "shown": text.strip()[:_SHOWN]} for f in advice
    ]
    return [*best.values(), *advised]


_EVERYTHING = f"""
SELECT coalesce(length(text), 0) % {_SHARDS} AS shard, account_id, surface, text, source, at, target_id, CAST(NULL AS VARCHAR) AS term,
  CAST(NULL AS VARCHAR) AS field, CAST(NULL AS VARCHAR) AS "use", CAST(NULL AS VARCHAR) AS language
FROM (
  SELECT account_id, 'post' AS surface, trim(concat(coalesce(title, ''), ' ', coalesce(text, ''))) AS text, post_id AS source, at,
    target_id FROM posts
  UNION ALL SELECT account_id, 'handle' AS surface, handle AS text, NULL AS source, NULL AS at, NULL AS target_id FROM accounts
  UNION ALL SELECT account_id, 'display_name' AS surface, display_name AS text, NULL AS source, NULL AS at, NULL AS target_id FROM accounts
  UNION ALL SELECT account_id, 'bio' AS surface, bio AS text, NULL AS source, NULL AS at, NULL AS target_id FROM accounts
) AS said
UNION ALL SELECT s.shard, NULL AS account_id, NULL AS surface, NULL AS text, NULL AS source, NULL AS at, NULL AS target_id,
  p.term, p.field, p."use", p.language
FROM professions AS p CROSS JOIN ({" UNION ALL ".join(f"SELECT {n} AS shard" for n in range(_SHARDS))}) AS s
"""

PROFESSION_TEXTS = Derived(
    name="profession_texts",
    about=(
        "Claims of a regulated profession in handles, display names, biographies and posts, and advice in such a field, read as a "
        "person reads them: look-alikes undone; quoted, denied, past, future, other people's and playful titles left out."
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
