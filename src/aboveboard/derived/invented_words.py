"""Words that posts put into the mouth of an institution and its notices do not hold, beside the passage that is nearest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.claimed_words import Claim, claims_of
from aboveboard.detector import Derived, Groups, Rows, Sql
from aboveboard.names.characters import simplified
from aboveboard.names.claims import plain
from aboveboard.names.folding import fold
from aboveboard.tables import ARROW, Type
from aboveboard.text.attribution_words import prefilter, role
from aboveboard.text.published import Published, contradicts
from aboveboard.text.quotations import MARKED, words_of

__all__ = ["INVENTED_WORDS"]

_LEAST, _AT_ONCE, _CROWD, _SHOWN = 4.0, timedelta(minutes=10), 5, 160
"""A quotation has four words or eight characters; a crowd is five accounts within ten minutes."""

_SAID = "SELECT post_id, account_id, at, title, coalesce(text, '') AS text, url FROM posts WHERE at <= $as_of"

_LINES = """
SELECT 'post' AS what, post_id AS id, account_id AS other, at, text, url, 1 AS world FROM marked
UNION ALL SELECT 'name' AS what, org_id AS id, NULL AS other, NULL AS at, name AS text, NULL AS url, 1 AS world FROM organisations
UNION ALL SELECT 'name' AS what, org_id AS id, NULL AS other, NULL AS at, unnest(aliases) AS text, NULL AS url, 1 AS world FROM organisations
UNION ALL SELECT 'domain' AS what, org_id AS id, NULL AS other, NULL AS at, unnest(domains) AS text, NULL AS url, 1 AS world FROM organisations
UNION ALL SELECT 'notice' AS what, org_id AS id, NULL AS other, at, concat(coalesce(title, ''), '. ', coalesce(text, '')) AS text, NULL AS url,
  1 AS world FROM notices
UNION ALL SELECT 'profile' AS what, account_id AS id, display_name AS other, NULL AS at, concat(handle, '. ', coalesce(display_name, ''), '. ', coalesce(bio, '')) AS text,
  NULL AS url, 1 AS world FROM accounts JOIN (SELECT DISTINCT account_id FROM marked) AS m USING (account_id)
UNION ALL SELECT 'own' AS what, org_id AS id, account_id AS other, NULL AS at, text, NULL AS url, 1 AS world FROM owners LEFT JOIN posts USING (account_id)
"""

_OWNERS = """
SELECT org_id, account_id FROM official_accounts
UNION SELECT verified_org_id AS org_id, account_id FROM accounts WHERE verified_org_id IS NOT NULL
"""

_MARKED: Mapping[str, Type] = {
    "post_id": "string",
    "account_id": "string",
    "at": "time",
    "text": "string",
    "url": "string",
}

_COLUMNS: Mapping[str, Type] = {
    "account_id": "string", "post_id": "string", "at": "time", "org_id": "string", "institution": "string", "quoted": "bool", "words": "string",
    "passage": "string", "said": "list", "published": "list", "document": "string", "contradicts": "bool", "poses": "bool", "crowd": "int", "later": "bool",
    "copies": "int", "notices": "int",
}  # fmt: skip


def _marked(said: pa.Table) -> pa.Table:
    """Keep the posts that may quote, or that tell of a figure: a cheap look before anything is read."""
    title = pc.fill_null(said["title"], "")
    repeated = pc.equal(pc.utf8_slice_codeunits(said["text"], 0, 20), pc.utf8_slice_codeunits(title, 0, 20))
    text = pc.binary_join_element_wise(pc.if_else(repeated, "", title), said["text"], "\n")
    quotes = pc.match_substring_regex(text, MARKED)
    figures = pc.and_(pc.match_substring_regex(text, r"\pN"), pc.match_substring_regex(text, prefilter()))
    kept = pc.and_(pc.or_(quotes, figures), pc.match_substring_regex(text, prefilter() + "|[:：—–-]"))
    made = pa.table(
        {
            "post_id": said["post_id"],
            "account_id": said["account_id"],
            "at": said["at"],
            "text": text,
            "url": said["url"],
        }
    )
    return made.filter(kept)


def _invented(lines: pa.Table) -> pa.Table:
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in lines.to_pylist():
        rows.setdefault(row["what"], []).append(row)
    notices = rows.get("notice", [])
    found: list[dict[str, Any]] = []
    if notices and "post" in rows:
        found = _found(rows, notices)
    return pa.Table.from_pylist(found, pa.schema([(n, ARROW[k]) for n, k in _COLUMNS.items()]))


def _found(rows: Mapping[str, list[dict[str, Any]]], notices: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    owners = {r["other"] for r in rows.get("own", ())}
    counted: dict[str, list[datetime]] = {}
    for notice in sorted(notices, key=lambda n: (n["id"], n["at"], n["text"])):
        counted.setdefault(notice["id"], []).append(notice["at"])
    profiles = {r["id"]: r for r in rows.get("profile", ())}
    posts = [p for p in rows["post"] if p["other"] not in owners]
    names = sorted({(r["id"], r["text"]) for r in rows.get("name", ()) if r["text"] and r["id"] in counted})
    domains = _owners(rows.get("domain", ()))
    claims = [
        c for c in claims_of(posts, names, _LEAST) if c.post["at"] >= counted[c.org][0] and not _cites(c, domains)
    ]
    playful = _playful(_of({c.post["other"] for c in claims}, profiles))  # few post a claim: only they are asked
    claims = [c for c in claims if c.post["other"] not in playful]
    published = _published(rows, notices, {c.org for c in claims})
    told = [row for c in claims if (row := _weighed(c, published))]
    posing = _posing(_of({r["account_id"] for r in told}, profiles), rows.get("name", ()))
    return _copied(
        [{**r, "poses": (r["account_id"], r["org_id"]) in posing, "notices": len(counted[r["org_id"]])} for r in told]
    )


def _of(accounts: set[str], profiles: Mapping[str, dict[str, Any]]) -> Mapping[str, dict[str, Any]]:
    return {a: profiles[a] for a in accounts if a in profiles}


def _published(
    rows: Mapping[str, list[dict[str, Any]]], notices: Sequence[dict[str, Any]], orgs: set[str]
) -> Published:
    own = sorted({(r["id"], r["text"]) for r in rows.get("own", ()) if r["text"] and r["id"] in orgs})
    return Published(sorted((n["id"], n["text"]) for n in notices), own, simplified)


def _playful(profiles: Mapping[str, dict[str, Any]]) -> set[str]:
    """Return the accounts that say in their profile that they play."""
    ids = sorted(profiles)
    texts = plain(pa.array([profiles[i]["text"] for i in ids], pa.string())).to_pylist()
    return {i for i, t in zip(ids, texts, strict=True) if role("play").search(t)}


def _owners(domains: Sequence[dict[str, Any]]) -> Mapping[str, set[str]]:
    """Return the institutions that hold each domain."""
    found: dict[str, set[str]] = {}
    for row in domains:
        if row["text"]:
            found.setdefault(row["text"], set()).add(row["id"])
    return found


def _cites(claim: Claim, domains: Mapping[str, set[str]]) -> bool:
    """Tell whether a post links to another registered body, whose report may hold what no notice does."""
    host = (claim.post["url"] or "").partition("://")[2].partition("/")[0].casefold()
    labels = host.split(".")
    return any(domains.get(".".join(labels[n:]), set()) - {claim.org} for n in range(len(labels)) if host)


def _weighed(claim: Claim, published: Published) -> dict[str, Any] | None:
    """Return a claim that the notices do not bear out, with the nearest passage; None for one they do, or cannot tell of."""
    if not published.same_tongue(claim.org, claim.words) or published.holds(claim.org, claim.words):
        return None
    near = published.nearest(claim.org, claim.words)
    against = contradicts(near, words_of(simplified(claim.words)))
    document = published.unknown(claim.org, claim.words if not claim.quoted else claim.post["text"])
    if not claim.quoted and not against and not document:
        return None
    return {
        "account_id": claim.post["other"], "post_id": claim.post["id"], "at": claim.post["at"], "org_id": claim.org, "institution": claim.name,
        "quoted": claim.quoted, "words": claim.words.strip()[:_SHOWN], "passage": near.passage[:_SHOWN], "said": list(near.said),
        "published": list(near.published), "document": document, "contradicts": against,
    }  # fmt: skip


def _posing(profiles: Mapping[str, dict[str, Any]], names: Sequence[dict[str, Any]]) -> set[tuple[str, str]]:
    """Return (account, institution) where an account that is nobody's own shows the institution's name as its own."""
    ids = sorted(i for i, p in profiles.items() if p["other"])
    shown = fold(pa.array([profiles[i]["other"] for i in ids], pa.string())).key.to_pylist()
    keys = fold(pa.array([n["text"] for n in names], pa.string())).key.to_pylist()
    bearers: dict[str, list[str]] = {}
    for name, key in zip(names, keys, strict=True):
        bearers.setdefault(key, []).append(name["id"])
    return {(account, org) for account, key in zip(ids, shown, strict=True) for org in bearers.get(key, ())}


def _copied(told: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell first from later posts of one quotation, and whether a crowd posted it at once; one row an account and quotation."""
    same: dict[tuple[str, tuple[str, ...]], list[dict[str, Any]]] = {}
    for row in sorted(told, key=lambda r: (r["at"], r["account_id"], r["post_id"])):
        same.setdefault((row["org_id"], words_of(row["words"])), []).append(row)
    return [row for posts in same.values() for row in _one_each(posts)]


def _one_each(posts: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    first: dict[str, dict[str, Any]] = {}
    for row in posts:
        first.setdefault(row["account_id"], row)
    when = [r["at"] for r in first.values()]
    for number, row in enumerate(first.values()):
        crowd = sum(abs(t - row["at"]) <= _AT_ONCE for t in when)
        yield {**row, "crowd": crowd, "later": number > 0 and crowd < _CROWD, "copies": len(first) - 1}


INVENTED_WORDS = Derived(
    name="invented_words",
    about=(
        "Posts that attribute to an institution words in quotation marks its notices do not hold, a document number none of them bears, or "
        "a sentence of theirs with another figure. `passage` is what is nearest, `said` and `published` the words that differ; `contradicts` where a "
        "number does, `poses` where the author shows the institution's name, `later` where somebody posted the words before."
    ),
    reads={
        "posts": "post_id account_id at title? text url?",
        "notices": "org_id at title? text?",
        "organisations": "org_id name aliases? domains?",
        "accounts?": "account_id handle display_name bio verified_org_id",
        "official_accounts?": "org_id account_id",
    },
    steps=(
        Sql("said", _SAID),
        Rows("marked", "said", _marked, _MARKED),
        Sql("owners", _OWNERS),
        Sql("lines", _LINES),
        Groups("invented_words", "lines", ("world",), _invented, _COLUMNS),
    ),
    columns=_COLUMNS,
)
