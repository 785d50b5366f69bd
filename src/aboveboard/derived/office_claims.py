"""Profiles that claim an office: a bio that says it speaks for somebody, a badge drawn with letters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.detector import Derived, Rows, Sql
from aboveboard.names.claims import claims, plain, read, worth
from aboveboard.names.cues import badges
from aboveboard.tables import Type

__all__ = ["OFFICE_CLAIMS", "SHOWN", "claim_in"]

_CLAIMS: Mapping[str, Type] = {
    "account_id": "string", "said": "string", "badge": "string", "speaks": "bool", "text": "string",
}  # fmt: skip
SHOWN = 60
"""Letters of a claim that a finding quotes."""


@lru_cache(maxsize=16_384)
def claim_in(text: str) -> str:
    """Return the clause in which a plain text (`claims.plain`) claims an office, whoever's; empty for none."""
    bio = read(text)
    return "" if bio.label else next((c.text[:SHOWN] for c in bio.clauses if claims(c)), "")


def _claims(batch: pa.Table) -> pa.Table:
    """Keep the profiles that may claim something; `speaks` where they do, whoever's office it is.

    Many accounts bear the same name, and have the same bio: each is read once.
    """
    names, bios = (batch[c].combine_chunks().dictionary_encode() for c in ("display_name", "bio"))
    drawn, plainly = badges(names.dictionary).take(names.indices), plain(bios.dictionary)
    may = pc.fill_null(worth(plainly).take(bios.indices), False)
    kept = pc.or_(may, pc.is_valid(drawn))
    text = plainly.take(bios.indices.filter(kept))
    said = pa.array([claim_in(t) if t else "" for t in text.to_pylist()], pa.string())
    badge = pc.fill_null(pc.utf8_slice_codeunits(drawn.filter(kept), 0, SHOWN), "")
    speaks = pc.or_(pc.not_equal(said, ""), pc.not_equal(badge, ""))
    columns = (batch["account_id"].filter(kept), said, badge, speaks, text)
    return pa.table(dict(zip(_CLAIMS, columns, strict=True)))


OFFICE_CLAIMS = Derived(
    name="office_claims",
    about=(
        "Profiles that may claim an office: their bio in plain text, the clause that does (`said`), a badge drawn in the display "
        "name (`badge`), and whether there is either (`speaks`). Fans, parodies and staff who say so do not speak."
    ),
    reads={"accounts": "account_id display_name? bio?"},
    steps=(
        Sql("profiles", "SELECT account_id, display_name, bio FROM accounts"),
        Rows("office_claims", "profiles", _claims, _CLAIMS),
    ),
    columns=_CLAIMS,
)
