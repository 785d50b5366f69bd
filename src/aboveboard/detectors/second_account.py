"""Second accounts of an institution that has one already."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.body_bearers import BODY_BEARERS
from aboveboard.derived.lookalike_hosts import host_of
from aboveboard.derived.official_standing import OFFICIAL_NOW
from aboveboard.derived.successions import SUCCESSIONS
from aboveboard.detector import Detector, Mistake, Param, Rows, Sql
from aboveboard.detectors.second_account_worlds import EXAMPLES
from aboveboard.tables import Type
from aboveboard.text.channels import bodily, for_news
from aboveboard.text.mentions import mentioned
from aboveboard.text.moved import kept_or_moved
from aboveboard.text.normal import normal

_HEIRS = """
SELECT org_id, min(heir_id) AS heir FROM successions WHERE last GROUP BY org_id HAVING count(DISTINCT heir_id) = 1
"""

_STANDING = """
SELECT o.account_id, coalesce(h.heir, o.org_id) AS org_id, min(o.since) AS since,
  max(CASE WHEN h.heir IS NULL THEN 1 + o.listed ELSE 0 END) AS standing
FROM official_now AS o LEFT JOIN heirs AS h ON h.org_id = o.org_id GROUP BY o.account_id, coalesce(h.heir, o.org_id)
"""

_ATTESTED = """
SELECT t.account_id, s.org_id, min(t.first_seen_at) AS since FROM tokens AS t
JOIN tokens AS o ON o.token = t.token JOIN standing AS s ON s.account_id = o.account_id
WHERE t.kind = 'organisation' AND o.kind = 'organisation' AND t.account_id <> o.account_id
GROUP BY t.account_id, s.org_id
"""

_OWN = """
SELECT account_id, org_id, a.handle, coalesce(a.display_name, a.handle) AS shown, coalesce(a.platform, '') AS platform, a.bio, a.url,
  a.language, t.standing, t.attested, coalesce(t.since, a.created_at) AS since,
  coalesce(date_diff('day', a.last_active_at, $as_of) >= $asleep, false) AS asleep
FROM (
  SELECT account_id, org_id, max(standing) AS standing, max(attested) AS attested, min(since) AS since FROM (
    SELECT account_id, org_id, standing, 0 AS attested, since FROM standing
    UNION ALL SELECT account_id, org_id, -1 AS standing, 1 AS attested, since FROM attested
    UNION ALL SELECT account_id, org_id, -2 AS standing, 0 AS attested, CAST(NULL AS TIMESTAMPTZ) AS since FROM body_bearers
      WHERE holder IS NULL AND bodies = 1
  ) AS u GROUP BY account_id, org_id
) AS t JOIN accounts AS a USING (account_id)
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_NAMES = """
SELECT account_id, org_id, shown, bio, shown AS name, 0 AS body FROM own
UNION ALL SELECT p.account_id, p.org_id, p.shown, p.bio, o.name, 1 AS body FROM own AS p JOIN (
  SELECT org_id, name FROM organisations UNION ALL SELECT org_id, unnest(aliases) AS name FROM organisations
) AS o ON o.org_id = p.org_id
"""

_KEYS: Mapping[str, Type] = {
    "account_id": "string", "org_id": "string", "core": "string", "body": "bool", "exact": "bool", "news": "bool", "archived": "bool",
}  # fmt: skip


def _keys(names: pa.Table) -> pa.Table:
    shown, name = names.column("shown"), names.column("name")
    core, plain = bodily(shown), normal(shown)
    named = pc.equal(names.column("body"), 1)
    return pa.table(
        {
            **{c: names.column(c) for c in ("account_id", "org_id")},
            "core": core,
            "body": pc.and_(named, pc.equal(core, bodily(name))),
            "exact": pc.or_(pc.equal(plain, core), pc.and_(named, pc.equal(plain, normal(name)))),
            "news": for_news(shown),
            "archived": kept_or_moved(shown, names["bio"]),
        }
    )


_UNITS = """
SELECT account_id, org_id, CASE WHEN max(body) THEN '' ELSE min(core) END AS unit, max(exact) AS exact, max(news) AS news FROM keys
GROUP BY account_id, org_id HAVING NOT max(archived)
"""

_RANKED = """
SELECT account_id, org_id, handle, shown, platform, bio, url, language, standing, attested, since, unit, exact, news, ROW_NUMBER() OVER (
  PARTITION BY org_id, platform, unit ORDER BY standing DESC, asleep, coalesce(since, $as_of), account_id
) AS place FROM own JOIN units USING (account_id, org_id)
"""

_PAIRS = """
SELECT s.account_id, s.org_id, s.handle, s.shown, s.platform, s.bio, s.url, s.standing, s.attested, s.since, s.exact,
  m.account_id AS main_id, m.handle AS main, m.bio AS main_bio, m.url AS main_url, m.standing AS ranks, o.name AS organisation, o.domains
FROM ranked AS s JOIN ranked AS m ON m.org_id = s.org_id AND m.platform = s.platform AND m.unit = s.unit
JOIN organisations AS o ON o.org_id = s.org_id
WHERE m.standing NOT IN (-1, 0) AND m.place = CASE WHEN s.place = 1 THEN 2 ELSE 1 END AND (s.place <> 1 OR s.standing = -2)
  AND coalesce(s.language, m.language, '') = coalesce(m.language, s.language, '') AND NOT (s.standing = -2 AND s.news AND NOT s.exact)
  AND coalesce(date_diff('day', s.since, $as_of) >= CASE s.standing WHEN -2 THEN $settled ELSE $notice END, true)
"""

_LINKS = """
SELECT account_id, org_id, platform, 'own' AS whose, url AS link FROM pairs
UNION ALL SELECT account_id, org_id, platform, 'body' AS whose, main_url AS link FROM pairs
UNION ALL SELECT account_id, org_id, platform, 'body' AS whose, unnest(domains) AS link FROM pairs
"""

_HOSTS: Mapping[str, Type] = {
    "account_id": "string", "org_id": "string", "platform": "string", "whose": "string", "host": "string",
}  # fmt: skip


def _hosts(links: pa.Table) -> pa.Table:
    host = host_of(links.column("link").combine_chunks())
    return pa.table({**{c: links.column(c) for c in ("account_id", "org_id", "platform", "whose")}, "host": host})


_SITES = """
SELECT account_id, org_id, platform, max(coalesce(held, 0)) AS shared
FROM (SELECT account_id, org_id, platform, host FROM hosts WHERE whose = 'own' AND host IS NOT NULL) AS o
LEFT JOIN (SELECT DISTINCT account_id, org_id, platform, host, 1 AS held FROM hosts WHERE whose = 'body') AS b
  USING (account_id, org_id, platform, host)
GROUP BY account_id, org_id, platform
"""

_SPOKEN = """
SELECT account_id, org_id, platform, handle, main_bio AS text FROM pairs
UNION ALL SELECT account_id, org_id, platform, main AS handle, bio AS text FROM pairs
UNION ALL SELECT account_id, org_id, platform, handle, concat(coalesce(title, ''), ' ', coalesce(text, '')) AS text FROM pairs
JOIN notices AS n USING (org_id) WHERE n.at <= $as_of
"""

_NAMED: Mapping[str, Type] = {"account_id": "string", "org_id": "string", "platform": "string"}


def _named(spoken: pa.Table) -> pa.Table:
    """Keep the accounts that the main account or a notice of the body names, and those that name the main account: the body knows of both."""
    handles = pc.utf8_lower(spoken["handle"]).to_pylist()
    there = [h in named for h, named in zip(handles, mentioned(spoken["text"]).to_pylist(), strict=True)]
    return spoken.select(list(_NAMED)).filter(pa.array(there, pa.bool_()))


_FOUND = """
SELECT account_id, p.handle, p.shown, p.organisation, p.main, [p.main_id] AS related, p.since AS first_at,
  CASE p.standing WHEN -2 THEN 'speaks as that body, though no document ties it' WHEN -1 THEN 'was attested with the same organisation code'
    WHEN 0 THEN 'was that of a body merged into it' ELSE 'stands as official too' END AS tie,
  CASE p.ranks WHEN -2 THEN 'another account in the name' ELSE 'the official account' END AS rank,
  CASE WHEN p.exact THEN 'bears the same name' ELSE 'bears its name with nothing but a channel word' END AS wearing,
  CASE WHEN p.ranks = -2 THEN 'ask the body by another way which of the two it speaks through; archive the other after a public notice'
    WHEN p.standing = -2 THEN concat('ask the body by another way whether the account is its own; if so, archive it after notice, then merge it into ', p.main)
    ELSE concat('archive it, then merge it into ', p.main, ', by two people, after a public notice of ', CAST($notice AS VARCHAR),
      ' days, its handle quarantined') END AS plan,
  CASE WHEN p.standing = -2 THEN 0.6 WHEN p.exact THEN 0.9 WHEN s.shared = 1 THEN 0.8 ELSE 0.5 END + 0.05 * p.attested AS score,
  CASE WHEN p.standing <> -2 AND (p.exact OR s.shared = 1) THEN 'likely' ELSE 'possible' END AS tier,
  ['profile', CASE WHEN p.standing >= 0 THEN 'document' END, CASE WHEN p.attested = 1 THEN 'identity' END] AS classes
FROM pairs AS p
LEFT JOIN sites AS s USING (account_id, org_id, platform)
LEFT JOIN (SELECT DISTINCT account_id, org_id, platform, 1 AS said FROM named) AS n USING (account_id, org_id, platform)
WHERE coalesce(s.shared, 1) = 1 AND n.said IS NULL
"""

SECOND_ACCOUNT = Detector(
    name="second_account",
    version="3",
    violation="duplicate_institution",
    about=(
        "A password is lost, a body is merged, and a second account is opened beside the first. An account is a second one where a "
        "document ties it to a body that has its own account on the service (the register, a badge, an organisation code attested "
        "alike, or the register entry of a body merged into it, through others if need be) and it bears the body's own name. Words that any channel may carry "
        "(official, news, 发布) name no other unit; every other word does. The main account is the one the register lists, then the "
        "badged one, then one that was used within a year, then the older. Staff also open accounts that no document ties. One that bears the "
        "body's whole name, speaks as it and is not young is only ever possible, beside the official account or beside another of its kind: "
        "nobody but the body knows which of those is its own, and each is told of the other. "
        "Scores are set by hand: 0.9 for the same name, 0.8 for a channel word and the same site, 0.5 else, 0.6 where no document ties it; "
        "an attested code adds 0.05."
    ),
    reads={
        "accounts": "account_id handle display_name? platform? bio? url? language? status? created_at? last_active_at?",
        "official_now": "org_id account_id since listed",
        "successions": "org_id heir_id last",
        "body_bearers": "account_id org_id holder bodies",
        "organisations": "org_id name aliases? domains?",
        "tokens?": "account_id kind token first_seen_at",
        "notices?": "org_id at title text",
    },
    derives=(OFFICIAL_NOW, SUCCESSIONS, BODY_BEARERS),
    params={
        "notice": Param(
            30, "days", 1, 365, "public notice before anything changes; an account younger than that is moving house"
        ),
        "asleep": Param(365, "days", 30, 3650, "of two that stand alike, one unused for so long is the second: its password was lost"),
        "settled": Param(180, "days", 1, 3650, "age from which an account that no document ties may be one that staff opened: impostors are young"),
    },
    classes=("document", "identity", "profile"),
    steps=(
        Sql("heirs", _HEIRS),
        Sql("standing", _STANDING),
        Sql("attested", _ATTESTED),
        Sql("own", _OWN),
        Sql("names", _NAMES),
        Rows("keys", "names", _keys, _KEYS),
        Sql("units", _UNITS),
        Sql("ranked", _RANKED),
        Sql("pairs", _PAIRS),
        Sql("links", _LINKS),
        Rows("hosts", "links", _hosts, _HOSTS),
        Sql("sites", _SITES),
        Sql("spoken", _SPOKEN),
        Rows("named", "spoken", _named, _NAMED),
        Sql("found", _FOUND),
    ),
    says="{handle} {wearing} as {main}, {rank} of {organisation}, and {tie}; proposed: {plan}",
    mistakes=(
        Mistake(
            "A branch, a region or a service of the body has its own account.",
            "any word beyond those that every channel carries names another unit, and so does a site of its own",
            "branches, a language edition, a site of its own",
        ),
        Mistake(
            "The body runs two accounts on purpose and says so.",
            "an account that the body's notice or the main account's bio names is left out, as is one that names the main account or is kept as an archive",
            "on purpose, and said so",
        ),
        Mistake(
            "The body has just moved to a new account.",
            "an account younger than the notice period is left out",
            "one just opened, one closed, one elsewhere",
        ),
        Mistake(
            "A stranger copies the name, or bears it by right.",
            "without a document or an attested code it must speak as the one body of that name, be half a year old and name no desk for news; "
            "it is never above possible, and the body is asked first",
            "a stranger, a young one, a fan's, a person's, a desk for the press, a name of two bodies",
        ),
    ),
    examples=EXAMPLES,
    references=("design/domain.md L6: a password is lost and a second account is opened; duplicate-of-unit detection",),
)  # fmt: skip
