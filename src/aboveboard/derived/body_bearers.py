"""Accounts that bear the whole name of a body, or of an office and its holder, and speak as it, though no document ties them to it."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.lookalike_hosts import host_of, under
from aboveboard.detector import Derived, Rows, Sql
from aboveboard.names.claims import claims, plain, read
from aboveboard.tables import Type
from aboveboard.text.bodies import same_body, without_little
from aboveboard.text.channels import bodily
from aboveboard.text.moved import kept_or_moved
from aboveboard.text.normal import normal, weight
from aboveboard.text.sharing import without_sharing

__all__ = ["BODY_BEARERS"]

_TITLES = """
SELECT org_id, name, CAST(NULL AS VARCHAR) AS holder, name AS whole FROM organisations
UNION SELECT org_id, unnest(aliases) AS name, CAST(NULL AS VARCHAR) AS holder, name AS whole FROM organisations
UNION SELECT org_id, name, holder, name AS whole FROM organisations JOIN holders USING (org_id)
"""

_TITLE: Mapping[str, Type] = {
    "key": "string",
    "org_id": "string",
    "holder": "string",
    "whole": "string",
    "part": "bool",
}


def _titled(titles: pa.Table) -> pa.Table:
    """Return the keys under which each body is borne: its name; of an office, with its holder's name before or after it, or that alone (`part`).

    An alias is a part too: many bodies have the same initials.
    """
    core, holder = _core(titles["name"]), normal(titles["holder"])
    alone = pc.is_null(holder)
    alias = pc.and_(alone, pc.not_equal(titles["name"], titles["whole"]))
    bodies = _keyed(titles, core, alias).filter(alone)
    people = titles.filter(pc.invert(alone))
    office, person = same_body(people["name"]), holder.filter(pc.invert(alone))
    yes, no = (pa.chunked_array([pa.repeat(pa.scalar(b), people.num_rows)]) for b in (True, False))
    both = [pc.binary_join_element_wise(a, b, "") for a, b in ((office, person), (person, office))]
    found = [bodies, *(_keyed(people, key, no) for key in both), _keyed(people, person, yes)]
    made = pa.concat_tables(found)
    return made.filter(pc.greater_equal(weight(made["key"]), _LETTERS))


_LETTERS = 3
"""Fewest letters of a name that is borne, an ideograph counting three: parts must be borne out by the biography besides."""


def _core(names: pa.ChunkedArray) -> pa.ChunkedArray:
    return bodily(without_little(names))


def _keyed(titles: pa.Table, key: pa.ChunkedArray, part: pa.ChunkedArray) -> pa.Table:
    return pa.table({"key": key, **{c: titles[c] for c in ("org_id", "holder", "whole")}, "part": part})


_UNTIED = """
SELECT account_id, coalesce(display_name, handle) AS shown FROM accounts LEFT JOIN (
  SELECT account_id, 1 AS tied FROM official_accounts
  UNION SELECT account_id, 1 AS tied FROM accounts JOIN (SELECT org_id AS verified_org_id FROM organisations) AS o USING (verified_org_id)
) AS t USING (account_id)
WHERE tied IS NULL AND coalesce(kind, 'unknown') NOT IN ('personal', 'game')
"""

_BORNE = """
SELECT account_id, org_id, holder, whole, part, shown, kind, bio, url, domains FROM bearing
JOIN titled USING (key) JOIN accounts USING (account_id) JOIN (SELECT org_id, domains FROM organisations) AS o USING (org_id)
"""

_SPOKEN: Mapping[str, Type] = {"account_id": "string", "org_id": "string", "holder": "string"}


def _bearing(untied: pa.Table) -> pa.Table:
    """Return the keys of each shown name: without a channel's words, and with them."""
    keys = (_core(untied["shown"]), same_body(untied["shown"]), normal(untied["shown"]))
    made = pa.concat_tables([untied.append_column("key", key) for key in keys])
    return made.group_by(made.column_names).aggregate([])


def _spoken(borne: pa.Table) -> pa.Table:
    """Keep the accounts that speak as the body: an organisation's that denies nothing, or one that says it is, or points to its site."""
    bio = borne["bio"].combine_chunks()
    told = [read(t) for t in plain(pc.fill_null(without_sharing(bio), "")).to_pylist()]
    another = pa.array([t.label or t.tie for t in told], pa.bool_())
    over = kept_or_moved(borne["shown"], borne["bio"]).combine_chunks()
    claimed = pa.array([any(map(claims, t.clauses)) for t in told], pa.bool_())
    body = pc.fill_null(pc.equal(borne["kind"], "organisation"), False).combine_chunks()
    (named, begins), site = _named(bio, borne["whole"]), _on_site(borne["url"], borne["domains"])
    own = pc.or_(pc.or_(claimed, body), pc.or_(begins, site))
    sure = pc.or_(pc.invert(borne["part"].combine_chunks()), pc.or_(named, site))
    speaks = pc.and_(pc.and_(own, sure), pc.invert(pc.or_(another, over)))
    return borne.select(list(_SPOKEN)).filter(speaks)


def _named(bios: pa.Array, names: pa.ChunkedArray) -> tuple[pa.Array, pa.Array]:
    """Return whether each biography names the body, and whether it begins with that."""
    texts, wholes = (
        normal(pa.chunked_array([pc.fill_null(c, "")])).to_pylist() for c in (bios, names.combine_chunks())
    )
    at = [t.find(w) if w else -1 for t, w in zip(texts, wholes, strict=True)]
    return pa.array([p >= 0 for p in at], pa.bool_()), pa.array([p == 0 for p in at], pa.bool_())


def _on_site(urls: pa.ChunkedArray, domains: pa.ChunkedArray) -> pa.Array:
    hosts = host_of(urls.combine_chunks()).to_pylist()
    pairs = zip(hosts, domains.to_pylist(), strict=True)
    return pa.array([bool(h) and any(under(h, d) for d in ds or () if d) for h, ds in pairs], pa.bool_())


_BEARERS = """
SELECT DISTINCT account_id, org_id, holder, bodies FROM spoken
JOIN (SELECT account_id, count(DISTINCT org_id) AS bodies FROM spoken GROUP BY account_id) AS n USING (account_id)
"""

BODY_BEARERS = Derived(
    name="body_bearers",
    about=(
        "Accounts that bear the whole name of a body and speak as it, though neither register nor badge ties them to any: an organisation's "
        "account under that name, or another that says it is, or points to its site. Initials and other aliases, and the name of an "
        "office's holder (`holder`), count only where the biography names the body or the link is its own. One that says it is "
        "another's, kept as a record, or moved, is left out, and so is a person's. `bodies` counts the bodies so called: a name that "
        "several bear ties an account to none for certain."
    ),
    reads={
        "accounts": "account_id handle display_name? bio? url? kind? verified_org_id?",
        "organisations": "org_id name aliases? domains?",
        "official_accounts?": "account_id",
        "holders?": "org_id holder",
    },
    steps=(
        Sql("titles", _TITLES),
        Rows("titled", "titles", _titled, _TITLE),
        Sql("untied", _UNTIED),
        Rows("bearing", "untied", _bearing, {"account_id": "string", "shown": "string", "key": "string"}),
        Sql("borne", _BORNE),
        Rows("spoken", "borne", _spoken, _SPOKEN),
        Sql("body_bearers", _BEARERS),
    ),
    columns={"account_id": "string", "org_id": "string", "holder": "string", "bodies": "int"},
)  # fmt: skip
