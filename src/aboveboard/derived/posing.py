"""Gathers what an account shows of an organisation, and weighs it: the steps of the detector `posing_name`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import groupby
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.confusion import Confusion, confusion
from aboveboard.derived.likened_names import labelled
from aboveboard.detector import Groups, Sql
from aboveboard.names.brands import BRANDS
from aboveboard.names.claims import denies
from aboveboard.names.folding import fold
from aboveboard.names.rarity import rarity
from aboveboard.tables import ARROW, Type

__all__ = ["EVIDENCE", "STEPS", "posing"]

_OTHERS = """
SELECT account_id FROM accounts LEFT JOIN (SELECT account_id, min(org_id) AS own FROM own_accounts GROUP BY account_id) AS o
USING (account_id) WHERE own IS NULL AND coalesce(status, 'active') <> 'closed'
"""

_LINKS = """
SELECT account_id, 'bio' AS field, said AS name, org_id, model, CASE WHEN claims THEN 'claims' ELSE 'names' END AS says
FROM claimed_offices
UNION SELECT account_id, 'url' AS field, host AS name, org_id, domain AS model, how AS says FROM lookalike_hosts
UNION SELECT account_id, 'logo' AS field, org_name AS name, org_id, org_name AS model, how AS says
FROM shown_logos JOIN (SELECT org_id, org_name FROM protected_names) AS l USING (org_id)
"""

_ENDINGS = """
SELECT DISTINCT model, sharing FROM (
  SELECT model, substring(folded, length(folded) - 1, 2) AS tail FROM protected_names
) AS p JOIN (
  SELECT substring(folded, length(folded) - 1, 2) AS tail, count(DISTINCT org_id) AS sharing FROM protected_names
  GROUP BY substring(folded, length(folded) - 1, 2)
) AS t USING (tail)
"""

_EVIDENCE = """
SELECT 1 AS world, account_id, org_id, field, name, model, says, alike, disguised, whole, claim, aside, org_name, handle, display_name, bio,
  official, official_id, c.said, c.badge, $common AS common, $faintest AS faintest, plain, numbered, by_ear, sharing, date_diff('day', taken_at, $as_of) AS worn_days,
  coalesce(taken_at, created_at) AS used_at, coalesce(first_at, opened_at) AS first_at, created_at
FROM (
  SELECT account_id, org_id, field, name, model, says, alike, disguised, whole, claim, aside, plain, numbered, by_ear FROM organisation_matches
  UNION ALL SELECT account_id, org_id, field, name, model, says, CAST(0 AS DOUBLE) AS alike, false AS disguised, false AS whole,
    false AS claim, false AS aside, false AS plain, false AS numbered, false AS by_ear FROM links
) AS e JOIN others USING (account_id) JOIN (
  SELECT org_id, min(org_name) AS org_name, min(opened_at) AS opened_at FROM protected_names GROUP BY org_id
) AS p USING (org_id) JOIN (
  SELECT account_id, handle, display_name, bio, created_at FROM accounts
) AS a USING (account_id)
LEFT JOIN organisation_starts USING (org_id) LEFT JOIN (SELECT account_id, field, name, taken_at FROM worn_since) AS w USING (account_id, field, name)
LEFT JOIN endings USING (model)
LEFT JOIN (SELECT account_id, said, badge FROM office_claims) AS c USING (account_id)
"""

EVIDENCE: Mapping[str, Type] = {
    "world": "int", "account_id": "string", "org_id": "string", "field": "string", "name": "string", "model": "string",
    "says": "string", "alike": "float", "disguised": "bool", "whole": "bool", "claim": "bool", "aside": "bool",
    "org_name": "string", "handle": "string", "display_name": "string", "bio": "string", "official": "string",
    "official_id": "string", "said": "string", "badge": "string", "common": "int", "faintest": "float", "plain": "bool",
    "numbered": "bool", "by_ear": "bool", "sharing": "int", "worn_days": "int", "used_at": "time", "first_at": "time",
    "created_at": "time",
}  # fmt: skip
"""What `posing` reads: a row for each field of an account that resembles a name of an organisation, or points to it. A column `borne`
may count accounts outside the table that bear the name openly."""

_FOUND: Mapping[str, Type] = {
    "account_id": "string", "handle": "string", "name": "string", "org_id": "string", "org_name": "string", "likened": "string",
    "derivation": "string", "official": "string", "cue": "string", "weights": "list", "first_at": "time", "score": "float",
    "tier": "string", "classes": "list",
}  # fmt: skip


def posing(evidence: pa.Table) -> pa.Table:
    """Weigh every account against every organisation it resembles (columns `EVIDENCE`), and keep the likeliest confusion of each account."""
    denied = denies(evidence["bio"].combine_chunks())
    models = evidence["model"].combine_chunks()
    handles, shown = (evidence[c].combine_chunks() for c in ("handle", "display_name"))
    by_handle = pc.and_(labelled(handles, models), pc.invert(_in_pinyin(handles, shown)))
    quiet = pc.or_(evidence["aside"], pc.or_(by_handle, labelled(shown, models)))
    evidence = evidence.drop_columns("aside").append_column("aside", quiet)
    rows = evidence.append_column("denies", denied).sort_by([(c, "ascending") for c in _ORDER]).to_pylist()
    bearers, tolerance = _bearers(rows), _tolerance(models)
    for row in rows:
        row["bearers"] = len(bearers[row["model"]]) + row.get("borne", 0) if row["plain"] else 1
        row["tolerance"] = tolerance.get(row["model"], 1.0)
    pairs = [(key, list(some)) for key, some in groupby(rows, lambda r: (r["account_id"], r["org_id"]))]
    weighed = [(some[0], c) for _, some in pairs if (c := confusion(some))]
    best: dict[str, tuple[dict[str, Any], Confusion]] = {}
    for known, verdict in weighed:
        held = best.get(known["account_id"])
        if held is None or verdict.score > held[1].score:
            best[known["account_id"]] = known, verdict
    found = [_row(known, verdict) for known, verdict in best.values()]
    return pa.table({n: pa.array([r[n] for r in found], ARROW[t]) for n, t in _FOUND.items()})


def _in_pinyin(handles: pa.Array, shown: pa.Array) -> pa.Array:
    """Tell where a handle ends in `fan` beside a name all in ideographs: that is pinyin (繁, 范, 饭) as readily as a fan's label."""
    fan = pc.match_substring_regex(handles, r"(?i)[._-]fan[._-]?\d*$")
    signs = pc.match_substring_regex(shown, r"^[\p{Han}·• ]{3,}$")
    return pc.and_(pc.fill_null(fan, False), pc.fill_null(signs, False))


def _bearers(rows: list[dict[str, Any]]) -> dict[str, set[str]]:
    """Return the accounts that bear each name openly: what many bear is a common word."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["plain"]:
            found[row["model"]].add(row["account_id"])
    return found


def _tolerance(models: pa.Array) -> dict[str, float]:
    """Return how many times as many may bear a name before it counts as a word: 1 for an everyday word, 64 at the most.

    Many who bear a rare name, or one that is nothing but an organisation's, are many impostors. It doubles with every two
    bits of rarity; four ideographs are no one word.
    """
    names = pc.unique(models).drop_null()
    brand = pc.is_in(pc.utf8_lower(names), pa.array(sorted(BRANDS))).to_numpy(zero_copy_only=False)
    bits = rarity(fold(names).key).fill_null(0.0).to_numpy(zero_copy_only=False)
    long = pc.count_substring_regex(names, _IDEOGRAPH).to_numpy(zero_copy_only=False) >= _NO_WORD
    rare = np.where(long | brand, np.maximum(bits, _RARE), bits)
    return dict(zip(names.to_pylist(), np.exp2(np.clip((rare - _EVERYDAY) / 2, 0.0, 6.0)).tolist(), strict=True))


_EVERYDAY, _RARE = 16.0, 24.0
"""Bits of rarity of a word that people take for a name, such as Sunshine, and of a name that is nobody's word."""

_IDEOGRAPH, _NO_WORD = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]", 4

_ORDER = ("account_id", "org_id", "field", "name", "model")


def _row(known: dict[str, Any], verdict: Confusion) -> dict[str, Any]:
    return {
        **{c: known[c] for c in ("account_id", "handle", "org_id", "org_name")},
        "name": verdict.name,
        "likened": verdict.model,
        "derivation": verdict.path,
        "official": known["official"] or "not in the register",
        "cue": ", ".join(verdict.elements) or "it makes no claim to be official",
        "weights": verdict.pieces,
        "first_at": known["used_at"],
        "score": round(verdict.score, 4),
        "tier": verdict.tier,
        "classes": verdict.classes,
    }


STEPS = (
    Sql("others", _OTHERS),
    Sql("links", _LINKS),
    Sql("endings", _ENDINGS),
    Sql("evidence", _EVIDENCE),
    Groups("posing", "evidence", ("world",), posing, _FOUND),
)
"""One row an account: its likeliest confusion with an organisation, weights in words (`weights`)."""
