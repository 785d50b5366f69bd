"""Bios that claim to speak for a protected organisation, and which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.folded_names import FOLDED_ORGANISATIONS
from aboveboard.derived.lookalike_hosts import LOOKALIKE_HOSTS
from aboveboard.derived.office_claims import OFFICE_CLAIMS, SHOWN
from aboveboard.derived.organisation_matches import PROTECTED_NAMES
from aboveboard.detector import Derived, Groups, Param, Rows, Sql
from aboveboard.names.claims import NAME, Clause, claims, left, parts, plain, read_parts
from aboveboard.names.folding import fold
from aboveboard.names.mentions import Mention, Names, without
from aboveboard.tables import ARROW, Type

__all__ = ["CLAIMED_OFFICES", "claimed"]

_OFFICES: Mapping[str, Type] = {
    "account_id": "string",
    "org_id": "string",
    "model": "string",
    "said": "string",
    "claims": "bool",
}

_LINKED = """
SELECT account_id, bio FROM accounts JOIN (SELECT DISTINCT account_id FROM lookalike_hosts) AS l USING (account_id)
"""

_ALL = """
SELECT 1 AS world, account_id, text, CAST(NULL AS VARCHAR) AS org_id, CAST(NULL AS VARCHAR) AS model FROM office_claims
UNION SELECT 1 AS world, account_id, text, CAST(NULL AS VARCHAR) AS org_id, CAST(NULL AS VARCHAR) AS model FROM read
UNION ALL SELECT 1 AS world, NULL AS account_id, NULL AS text, org_id, model FROM (
  SELECT org_id, name AS model, folded FROM folded_organisations
) AS f JOIN (SELECT DISTINCT org_id FROM protected_names) AS p USING (org_id) JOIN (
  SELECT folded FROM folded_organisations GROUP BY folded HAVING count(DISTINCT org_id) <= $generic
) AS g USING (folded)
"""


def _offices(both: pa.Table) -> pa.Table:
    """Find whom each bio claims to speak for, among all protected names."""
    both = both.sort_by([("account_id", "ascending"), ("org_id", "ascending"), ("model", "ascending")]).combine_chunks()
    known = both.filter(pc.is_valid(both["org_id"]))
    texts = both.filter(pc.is_valid(both["text"]))
    rows: list[tuple[str, str, str, str, bool]] = []
    if texts.num_rows and known.num_rows:
        orgs, models = known["org_id"].to_pylist(), known["model"].to_pylist()
        told = _read_all(pc.unique(texts["text"]).to_pylist(), Names(known["model"].combine_chunks()))
        rows = [
            (account, orgs[place], models[place], said, claims_it)
            for account, text in zip(texts["account_id"].to_pylist(), texts["text"].to_pylist(), strict=True)
            for place, said, claims_it in told[text]
        ]
    columns = list(zip(*rows, strict=True)) or [[] for _ in _OFFICES]
    return pa.table({n: pa.array(c, ARROW[t]) for (n, t), c in zip(_OFFICES.items(), columns, strict=True)})


def _plain(batch: pa.Table) -> pa.Table:
    return pa.table({"account_id": batch["account_id"], "text": plain(batch["bio"].combine_chunks())})


def claimed(text: str, names: Names) -> list[tuple[int, str, bool]]:
    """Return which of `names` (by place) a plain text is about, a clause that says so, and whether it claims to speak for it.

    A name beside a label or a relation is left out.
    """
    return _read_all([text], names)[text]


def _read_all(texts: Sequence[str], names: Names) -> dict[str, list[tuple[int, str, bool]]]:
    """Read many texts; all clauses are folded at once."""
    told = [parts(text) for text in texts]
    distinct = list(dict.fromkeys(part for clauses in told for part in clauses))
    words = fold(pa.array(distinct, pa.string())).words.to_pylist()
    named = {part: names.mentioned(part, w or "") for part, w in zip(distinct, words, strict=True)}
    return {text: list(_claimed(clauses, named)) for text, clauses in zip(texts, told, strict=True)}


def _claimed(told: Sequence[str], mentions: Mapping[str, list[Mention]]) -> Iterator[tuple[int, str, bool]]:
    """See `claimed`: a text by its clauses, and the names that each of them mentions."""
    named = [mentions[part] for part in told]
    bio = read_parts(tuple(without(part, m, NAME) for part, m in zip(told, named, strict=True)))
    clauses = [_Clause(*c) for c in zip(told, bio.clauses, named, strict=True)]
    found = [] if bio.label else [*_named(clauses, asks=bio.asks), *_bare(clauses, asks=bio.asks)]
    silent = [] if bio.label or bio.tie else _told(clauses)
    told_of = [(p, s, True) for p, s in found] + [(p, s, False) for p, s in silent]
    done: set[int] = set()
    for place, said, claims_it in told_of:
        if place not in done:
            done.add(place)
            yield place, said[:SHOWN], claims_it


class _Clause(NamedTuple):
    """A clause as it is written, as it is read without names, and the names."""

    said: str
    read: Clause
    mentions: Sequence[Mention]


def _told(clauses: Sequence[_Clause]) -> Iterator[tuple[int, str]]:
    """Names that stand in a clause of their own account."""
    for clause in clauses:
        if not clause.read.roles & (_APART | {"NEGATION"}):
            yield from ((m.name, clause.said) for m in clause.mentions if not m.brief)


def _named(clauses: Sequence[_Clause], *, asks: bool) -> Iterator[tuple[int, str]]:
    """Claims that name the organisation in their own clause; a name of few letters needs a clause that says little else."""
    for clause in clauses:
        if clause.mentions and claims(clause.read, asks=asks):
            few = left(clause.read.text) == 0
            yield from ((m.name, clause.said) for m in clause.mentions if few or not m.brief)


def _bare(clauses: Sequence[_Clause], *, asks: bool) -> Iterator[tuple[int, str]]:
    """Claims that name nobody, beside a clause that names the organisation and no relation to it."""
    said = [c.said for c in clauses if not c.mentions and _claims_barely(c.read, asks=asks)]
    for clause in clauses if said else ():
        if not clause.read.roles & _APART and left(clause.read.text) == 0:
            yield from ((m.name, said[0]) for m in clause.mentions)


def _claims_barely(clause: Clause, *, asks: bool) -> bool:
    unit = asks and "UNIT" in clause.roles and not clause.roles & (_APART | {"MYSELF"})
    return (left(clause.text) <= 1 and claims(clause)) or (unit and left(clause.text, ("UNIT",)) <= 1)


_APART = frozenset(("TIE", "LABEL", "ASIDE", "COMPLAINT", "RELATED", "POINTER"))
"""What a clause says that names an organisation and does not speak for it."""


CLAIMED_OFFICES = Derived(
    name="claimed_offices",
    about=(
        "Bios that claim to speak for a protected organisation (`claims`), or name it beside a link like its own: which (`org_id`, "
        "`model`) and the clause (`said`). "
        "Names are found also where the language bends them."
    ),
    reads={
        "accounts": "account_id bio?",
        "lookalike_hosts?": "account_id",
        "office_claims": "account_id text",
        "protected_names": "org_id",
        "folded_organisations": "org_id name folded",
    },
    derives=(LOOKALIKE_HOSTS, OFFICE_CLAIMS, PROTECTED_NAMES, FOLDED_ORGANISATIONS),
    params={
        "generic": Param(3, "organisations", 1, 100, "a name borne by more organisations protects none of them"),
    },
    steps=(
        Sql("linked", _LINKED),
        Rows("read", "linked", _plain, {"account_id": "string", "text": "string"}),
        Sql("everything", _ALL),
        Groups("claimed_offices", "everything", ("world",), _offices, _OFFICES),
    ),
    columns=_OFFICES,
)
