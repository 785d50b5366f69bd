"""Official accounts of institutions that no longer exist."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.body_bearers import BODY_BEARERS
from aboveboard.derived.successions import SUCCESSIONS
from aboveboard.detector import Detector, Mistake, Param, Rows, Sql
from aboveboard.detectors.closed_institution_worlds import EXAMPLES
from aboveboard.tables import Type
from aboveboard.text.bodies import same_body
from aboveboard.text.mentions import mentioned
from aboveboard.text.moved import kept_or_moved
from aboveboard.text.normal import normal, weight

_ENDED = """
SELECT org_id, name, aliases, country, closed_at, coalesce(date_diff('day', closed_at, $as_of) >= $grace, true) AS late FROM organisations
WHERE coalesce(closed_at <= $as_of, status IN ('closed', 'merged'), false)
  AND NOT coalesce(list_contains(successor_ids, org_id), false) AND coalesce(opened_at <= closed_at, true)
"""

_TITLED: Mapping[str, Type] = {"org_id": "string", "title": "string", "country": "string", "opened_at": "time"}


def _titled(organisations: pa.Table) -> pa.Table:
    kept = {c: organisations[c] for c in ("org_id", "country", "opened_at")}
    return pa.table({**kept, "title": same_body(organisations["name"])})


_REPLACED = """
SELECT DISTINCT e.org_id FROM ended AS e JOIN titled AS t ON t.org_id = e.org_id
JOIN titled AS o ON o.title = t.title AND coalesce(o.country, '') = coalesce(e.country, '')
LEFT JOIN ended AS n ON n.org_id = o.org_id
WHERE n.org_id IS NULL AND abs(date_diff('day', e.closed_at, o.opened_at)) <= $gap
"""

_CLAIMS = """
SELECT org_id, account_id, CASE WHEN coalesce(until > $as_of, true) THEN 'is' ELSE 'was' END AS tie FROM official_accounts
WHERE coalesce(since <= $as_of, true)
UNION ALL
SELECT g.org_id, a.account_id, CASE WHEN o.account_id IS NULL THEN 'is' ELSE 'shows' END AS tie FROM accounts AS a
JOIN organisations AS g ON g.org_id = a.verified_org_id LEFT JOIN official_accounts AS o ON o.account_id = a.account_id
UNION ALL
SELECT b.org_id, b.account_id, 'bears' AS tie FROM body_bearers AS b JOIN accounts AS a ON a.account_id = b.account_id
LEFT JOIN ended AS e ON e.org_id = b.org_id WHERE coalesce(a.created_at <= e.closed_at, true)
"""

_LEFT = """
SELECT c.account_id, e.org_id, e.name AS organisation, e.closed_at, a.handle, a.bio,
  coalesce(a.display_name, a.handle) AS shown, e.late, c.tie
FROM (SELECT org_id, account_id, min(tie) AS tie FROM claims GROUP BY org_id, account_id) AS c
JOIN ended AS e ON e.org_id = c.org_id JOIN accounts AS a ON a.account_id = c.account_id
LEFT JOIN (
  SELECT l.account_id FROM claims AS l LEFT JOIN ended AS n ON n.org_id = l.org_id WHERE n.org_id IS NULL AND l.tie <> 'was'
) AS living ON living.account_id = c.account_id LEFT JOIN replaced AS r ON r.org_id = e.org_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND living.account_id IS NULL AND r.org_id IS NULL
"""

_SUCCESSORS = """
SELECT s.org_id, max(CASE WHEN gone IS NULL THEN 1 END) * count(DISTINCT CASE WHEN gone IS NULL THEN heir_id END) AS successors,
  min(CASE WHEN gone IS NULL THEN coalesce(o.name, heir_id) END) AS successor,
  min(CASE WHEN gone IS NULL AND tie = 'is' THEN a.handle END) AS successor_handle,
  list_distinct(list(CASE WHEN tie = 'is' THEN account_id END)) AS successor_accounts
FROM successions AS s LEFT JOIN (SELECT org_id AS heir_id, 1 AS gone FROM ended) AS e USING (heir_id)
LEFT JOIN (SELECT org_id AS heir_id, name FROM organisations) AS o USING (heir_id)
LEFT JOIN (SELECT org_id AS heir_id, account_id, tie FROM claims) AS c USING (heir_id) LEFT JOIN accounts AS a USING (account_id)
GROUP BY s.org_id
"""

_CIRCLES = "SELECT org_id, max(circle) AS circle FROM successions GROUP BY org_id"

_LATER = """
SELECT s.org_id, CASE WHEN e.late THEN 1 ELSE 0 END AS old, o.name, o.aliases FROM successions AS s
JOIN (SELECT org_id AS heir_id, name, aliases FROM organisations) AS o USING (heir_id)
LEFT JOIN (SELECT org_id AS heir_id, late FROM ended) AS e USING (heir_id)
"""

_NAMES = """
SELECT l.account_id, l.org_id, l.shown, l.bio, n.old, n.alias, n.name FROM left_behind AS l JOIN (
  SELECT org_id, 1 AS old, 0 AS alias, name FROM ended
  UNION ALL SELECT org_id, 1 AS old, 1 AS alias, unnest(aliases) AS name FROM ended
  UNION ALL SELECT org_id, old, 0 AS alias, name FROM later
  UNION ALL SELECT org_id, old, 1 AS alias, unnest(aliases) AS name FROM later
) AS n ON n.org_id = l.org_id
"""


def _keys(names: pa.Table) -> pa.Table:
    key = normal(names.column("name"))
    return pa.table(
        {
            **{c: names.column(c) for c in ("account_id", "org_id", "old", "alias")},
            "shown": normal(names.column("shown")),
            "bio": normal(names.column("bio")),
            "archived": kept_or_moved(names["shown"], names["bio"]),
            "name": key,
            "letters": weight(key),
        }
    )


_KEYS: Mapping[str, Type] = {
    "account_id": "string",
    "org_id": "string",
    "old": "int",
    "alias": "int",
    "shown": "string",
    "bio": "string",
    "archived": "bool",
    "name": "string",
    "letters": "int",
}

_WORN = """
SELECT account_id, org_id, max(archived) AS archived,
  max(CASE WHEN old = 1 AND fits THEN letters ELSE 0 END) AS old_name,
  max(CASE WHEN old = 0 AND fits THEN letters ELSE 0 END) AS new_name,
  max(old = 0 AND letters >= $letters AND strpos(coalesce(bio, ''), name) > 0) AS told
FROM (
  SELECT account_id, org_id, archived, old, letters, bio, name,
    shown = name OR (strpos(shown, name) > 0 AND letters >= $letters) AS fits FROM keys
  LEFT JOIN (SELECT DISTINCT org_id, name, 0 AS old, 1 AS alias, 1 AS kept FROM keys WHERE old = 1) AS k USING (org_id, name, old, alias)
  WHERE kept IS NULL
) AS read GROUP BY account_id, org_id
"""

_NAMING: Mapping[str, Type] = {"org_id": "string", "at": "time", "named": "list"}


def _naming(notices: pa.Table) -> pa.Table:
    said = pc.binary_join_element_wise(
        notices["title"], notices["text"], " ", null_handling="replace", null_replacement=""
    )
    return pa.table({"org_id": notices["org_id"], "at": notices["at"], "named": mentioned(said)})


_NOTICED = """
SELECT DISTINCT l.account_id, l.org_id, 1 AS said FROM left_behind AS l JOIN successions AS s ON s.org_id = l.org_id
JOIN naming AS n ON n.org_id = s.heir_id WHERE n.at <= $as_of AND list_contains(n.named, lower(l.handle))
"""

_LIFE = """
SELECT l.account_id, l.org_id, max(s.at) AS at FROM left_behind AS l JOIN (
  SELECT account_id, last_active_at AS at FROM accounts
  UNION ALL SELECT account_id, at FROM posts
  UNION ALL SELECT account_id, at FROM actions
) AS s ON s.account_id = l.account_id
WHERE s.at <= $as_of AND date_diff('day', l.closed_at, s.at) >= $grace
GROUP BY l.account_id, l.org_id
"""

_FOUND = """
SELECT account_id, handle, organisation, shown, successors, successor, successor_handle, related, first_at, last_at, standing,
  concat(CASE WHEN first_at IS NULL THEN 'has ended'
      ELSE concat('ended on ', substring(CAST(first_at AS VARCHAR), 1, 10)) END,
    CASE WHEN last_at IS NULL THEN ''
      ELSE concat('; the account was still used on ', substring(CAST(last_at AS VARCHAR), 1, 10)) END,
    CASE WHEN old THEN '; it still bears the old name' ELSE '' END) AS state,
  CASE WHEN successors IS NULL AND circle THEN 'the register names successors in a circle, and all have ended'
    WHEN successors IS NULL AND circle IS NOT NULL THEN 'its successors have ended too' WHEN successors IS NULL THEN 'no successor is registered'
    ELSE concat('succeeded by ', successor,
      CASE successors WHEN 1 THEN '' ELSE concat(' and ', CAST(successors - 1 AS VARCHAR), ' more') END,
      CASE WHEN successor_handle IS NULL THEN ', with no official account yet'
        ELSE concat(', which has the official account ', successor_handle) END) END AS succession,
  concat(CASE WHEN successors IS NULL THEN 'archive it, then close it'
      WHEN successors = 1 AND successor_handle IS NULL THEN concat('transfer it to ', successor)
      WHEN successors = 1 THEN concat('archive it, then merge it into ', successor_handle)
      ELSE 'archive it until one of the successors claims it' END,
    ', by two people, after a public notice of ', CAST($notice AS VARCHAR), ' days, its handle quarantined') AS plan,
  round(1 - 0.5 * CASE WHEN last_at IS NULL THEN 1 ELSE 0.4 END * CASE WHEN old THEN 0.5 ELSE 1 END, 4) AS score,
  CASE WHEN late AND (last_at IS NOT NULL OR old AND stands) THEN 'likely' ELSE 'possible' END AS tier,
  ['document', CASE WHEN last_at IS NOT NULL THEN 'behaviour' END, CASE WHEN old THEN 'profile' END] AS classes
FROM (
  SELECT account_id, l.handle, l.organisation, l.shown, l.late, s.successors, s.successor, s.successor_handle, c.circle,
    s.successor_accounts AS related, l.closed_at AS first_at, v.at AS last_at, l.late AND w.old_name > 0 AS old, l.tie = 'is' AS stands,
    CASE l.tie WHEN 'is' THEN 'is the official account' WHEN 'bears' THEN 'speaks in the name'
      WHEN 'shows' THEN 'shows the badge and the name' ELSE 'was once the official account and bears the name' END AS standing
  FROM left_behind AS l JOIN worn AS w USING (account_id, org_id)
  LEFT JOIN noticed AS n USING (account_id, org_id)
  LEFT JOIN life AS v USING (account_id, org_id) LEFT JOIN successors AS s USING (org_id)
  LEFT JOIN circles AS c USING (org_id)
  WHERE (l.tie IN ('is', 'bears') OR w.old_name > 0) AND NOT w.archived AND NOT w.told AND n.said IS NULL
    AND NOT (w.new_name > 0 AND w.new_name >= w.old_name)
) AS orphans
"""

CLOSED_INSTITUTION = Detector(
    name="closed_institution",
    version="4",
    violation="orphaned_institution",
    about=(
        "An official account outlives its institution: the register entry has ended, by its end date or, where it "
        "gives none, by its status, and the account is neither handed over, renamed, archived nor closed. An end date in "
        "the future is a plan, and in the grace period after one an account is only possible. An account whose standing ended, and that "
        "still bears the name, is left behind too, and so is one that no register knows but that was there before the end and speaks in "
        "the body's name: they are possible, and likely only if they are used after the grace period. Score: 0.5 for the register alone; "
        "use after the grace period takes away 60 % of the remaining doubt, and the old name 50 %."
    ),
    reads={
        "accounts": "account_id handle display_name? bio? status? created_at? last_active_at? verified_org_id?",
        "organisations": "org_id name aliases? country? status? opened_at? closed_at? successor_ids?",
        "successions": "org_id heir_id circle",
        "body_bearers": "account_id org_id",
        "official_accounts?": "org_id account_id since until",
        "posts?": "account_id at",
        "actions?": "account_id at",
        "notices?": "org_id at title text",
    },
    derives=(SUCCESSIONS, BODY_BEARERS),
    params={
        "grace": Param(
            90,
            "days",
            0,
            3650,
            "how long after its institution's end an account may be wound up: till then it is possible at most",
        ),
        "notice": Param(30, "days", 1, 365, "public notice before anything changes"),
        "gap": Param(
            400, "days", 0, 3650, "an entry of the same name that opened so near the end is the same body, entered anew"
        ),
        "letters": Param(
            6, "letters", 2, 40, "shortest name looked for inside a longer one; an ideograph counts three"
        ),
    },
    classes=("document", "behaviour", "profile"),
    steps=(
        Sql("ended", _ENDED),
        Rows("titled", "organisations", _titled, _TITLED),
        Sql("replaced", _REPLACED),
        Sql("claims", _CLAIMS),
        Sql("left_behind", _LEFT),
        Sql("successors", _SUCCESSORS),
        Sql("circles", _CIRCLES),
        Sql("later", _LATER),
        Sql("names", _NAMES),
        Rows("keys", "names", _keys, _KEYS),
        Sql("worn", _WORN),
        Rows("naming", "notices", _naming, _NAMING),
        Sql("noticed", _NOTICED),
        Sql("life", _LIFE),
        Sql("found", _FOUND),
    ),
    says="{handle} {standing} of {organisation}, whose register entry {state}; {succession}; proposed: {plan}",
    mistakes=(
        Mistake(
            "The account was handed over and the list of official accounts is behind.",
            "an account that is official for any living institution, or bears the successor's name, is left out",
            "handed over",
        ),
        Mistake(
            "The account is kept as a public record.",
            "an archive label in the name or in the biography, and a word of where it or its account went, are respected",
            "kept as an archive",
        ),
        Mistake(
            "A successor runs the old account on purpose.",
            "the successor's notice that names the account, or its name in the bio, is respected",
            "run on by the successor, who says so",
        ),
        Mistake(
            "The body was opened again, or entered anew under another number.",
            "an entry that opens after it closed is open; so is one whose name a living entry took up at that time",
            "opened again, or entered anew",
        ),
        Mistake("The register is out of date.", "the finding names the entry and its date, and closing is a person's"),
        Mistake(
            "A post scheduled before the end appears after it.",
            "use counts only after the grace period, and till then the finding is possible at most",
            "in the weeks of winding up, or only planned",
        ),
        Mistake(
            "Somebody else took the name: a society of its history, a club, a body elsewhere.",
            "a name ties an account only if it speaks in it, was there before the end, and no living body bears the name too",
            "a name alone, or a standing that ended with it",
        ),
        Mistake(
            "A seasonal body is silent, not gone.",
            "silence counts for nothing; only an ended register entry does",
            "not official yet, closed already, or a census office between censuses",
        ),
    ),
    examples=EXAMPLES,
    references=(
        "design/domain.md L6: an institution is renamed or merged, its staff change, the account stays behind",
    ),
)
