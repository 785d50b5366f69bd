"""Official accounts of an office that bear the name of somebody who no longer holds it."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.body_bearers import BODY_BEARERS
from aboveboard.derived.official_standing import OFFICIAL_NOW
from aboveboard.detector import Detector, Mistake, Param, Rows, Sql
from aboveboard.detectors.former_holder_worlds import EXAMPLES
from aboveboard.tables import Type
from aboveboard.text.former import former
from aboveboard.text.moved import kept_or_moved
from aboveboard.text.normal import normal, weight

_TERMS = """
SELECT org_id, holder, max(until) AS ended_at, min(date_diff('day', until, $as_of)) AS days
FROM holders WHERE coalesce(since <= $as_of, true) GROUP BY org_id, holder
HAVING max(CASE WHEN coalesce(until > $as_of, true) THEN 1 ELSE 0 END) = 0
"""

_FACES = """
SELECT o.account_id, o.org_id, g.name AS office, t.holder, t.ended_at, a.handle, coalesce(a.display_name, a.handle) AS shown, a.bio,
  o.stands, t.days >= $grace AS late
FROM (
  SELECT account_id, org_id, true AS stands FROM official_now
  UNION SELECT account_id, org_id, false AS stands FROM body_bearers
) AS o JOIN terms AS t ON t.org_id = o.org_id JOIN organisations AS g ON g.org_id = o.org_id
JOIN accounts AS a ON a.account_id = o.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND t.days >= $notice
"""

_NAMES = """
SELECT f.account_id, f.org_id, f.holder, f.shown, f.handle, f.bio, n.kind, n.name FROM faces AS f JOIN (
  SELECT org_id, 'office' AS kind, name FROM organisations
  UNION ALL SELECT org_id, 'office' AS kind, unnest(aliases) AS name FROM organisations
) AS n ON n.org_id = f.org_id
UNION ALL SELECT account_id, org_id, holder, shown, handle, bio, 'holder' AS kind, holder AS name FROM faces
UNION ALL SELECT f.account_id, f.org_id, f.holder, f.shown, f.handle, f.bio, 'present' AS kind, h.holder AS name FROM faces AS f
  JOIN holders AS h ON h.org_id = f.org_id WHERE coalesce(h.since <= $as_of, true) AND coalesce(h.until > $as_of, true)
"""

_KEYS: Mapping[str, Type] = {
    "account_id": "string", "org_id": "string", "holder": "string", "kind": "string",
    "shown": "string", "handle": "string", "bio": "string", "name": "string", "letters": "int", "silent": "bool", "turned": "bool", "who": "string",
}  # fmt: skip


def _turned(names: pa.Table) -> list[bool]:
    """Return whether each shown name has the same words in another order, such as the family name first."""
    words = [[sorted(re.findall(r"\w+", (t or "").lower())) for t in names[c].to_pylist()] for c in ("shown", "name")]
    return [a == b and len(b) > 1 for a, b in zip(*words, strict=True)]


def _keys(names: pa.Table) -> pa.Table:
    key = normal(names.column("name"))
    return pa.table(
        {
            **{c: names.column(c) for c in ("account_id", "org_id", "holder", "kind")},
            **{c: normal(names.column(c)) for c in ("shown", "handle", "bio")},
            "name": key,
            "letters": weight(key),
            "silent": pc.or_(
                kept_or_moved(names["shown"], names["bio"]),
                pc.or_(former(names["shown"]), former(names["bio"])),
            ),
            "turned": _turned(names),
            "who": normal(names["holder"]),
        }
    )


_WORN = """
SELECT account_id, org_id, holder, worn, worn AND NOT office AS own FROM (
  SELECT account_id, org_id, holder, max(kind = 'holder' AND fits) AS worn, max(kind = 'office' AND fits) AS office,
    max(kind = 'holder' AND (shows OR told)) AS said, max(kind = 'office' AND strpos(name, who) > 0) AS named_after,
    max(kind = 'present' AND (shows OR told)) AS beside, max(silent) AS over
  FROM (
    SELECT account_id, org_id, holder, kind, name, who, silent, shows, told, shows OR (letters >= $letters AND strpos(handle, name) > 0) AS fits FROM (
      SELECT account_id, org_id, holder, kind, name, who, handle, letters, silent,
        shown = name OR turned OR (letters >= $letters AND strpos(shown, name) > 0) AS shows,
        letters >= $letters AND strpos(coalesce(bio, ''), name) > 0 AS told FROM keys
    ) AS s
  ) AS f GROUP BY account_id, org_id, holder
) AS read WHERE (worn AND NOT office OR said AND NOT named_after) AND NOT beside AND NOT over
"""

_LIFE = """
SELECT f.account_id, f.org_id, f.holder, max(s.at) AS used_at FROM faces AS f JOIN (
  SELECT account_id, last_active_at AS at FROM accounts
  UNION ALL SELECT account_id, at FROM posts
) AS s ON s.account_id = f.account_id
WHERE s.at <= $as_of AND date_diff('day', f.ended_at, s.at) >= $grace GROUP BY f.account_id, f.org_id, f.holder
"""

_FOUND = """
SELECT account_id, f.handle, f.office, holder, f.ended_at AS first_at, l.used_at AS last_at,
  concat(CASE WHEN l.used_at IS NULL THEN '' ELSE concat(' and was still used on ', substring(CAST(l.used_at AS VARCHAR), 1, 10)) END,
    CASE WHEN w.worn THEN '' ELSE '; its biography alone names the person' END) AS use,
  concat(CASE WHEN NOT w.own THEN 'ask the office to bring the account up to date, or to name another, within '
      WHEN f.stands THEN 'archive what it said for the office, then end its standing; the office opens or names its own account, by two people, after '
      ELSE 'archive what it said for the office and have it stop speaking so, by two people, after ' END,
    'a public notice of ', CAST($notice AS VARCHAR), ' days') AS plan,
  CASE WHEN f.stands THEN 'stands as the official account' ELSE 'speaks in the name' END AS standing,
  CASE WHEN NOT w.own THEN 0.60 WHEN l.used_at IS NULL THEN 0.75 ELSE 0.90 END AS score,
  CASE WHEN f.late AND w.own AND (f.stands OR l.used_at IS NOT NULL) THEN 'likely' ELSE 'possible' END AS tier,
  ['document', 'profile', CASE WHEN l.used_at IS NOT NULL THEN 'behaviour' END] AS classes
FROM faces AS f JOIN worn AS w USING (account_id, org_id, holder) LEFT JOIN life AS l USING (account_id, org_id, holder)
"""

FORMER_HOLDER = Detector(
    name="former_holder",
    version="4",
    violation="orphaned_institution",
    about=(
        "An office outlives its holder, and so does the office's account. The person's account does not: one that still stands as the "
        "office's own and bears the name of somebody whose term is over speaks for an office that another holds. So does one that no "
        "register knows, if it speaks in the office's name: that is possible, and likely only if it is used after the grace period "
        "too. The office's own account that still shows that name, or whose biography still names the person, may only be out of date: it "
        "is possible, with a score of 0.6. In the grace period nothing is more than possible. Score: 0.5 for the register; the person's "
        "name halves the remaining doubt; use after the grace period takes away 60 % of it."
    ),
    reads={
        "accounts": "account_id handle display_name? bio? status? last_active_at?",
        "official_now": "org_id account_id",
        "body_bearers": "account_id org_id",
        "organisations": "org_id name aliases?",
        "holders": "org_id holder since? until",
        "posts?": "account_id at",
    },
    derives=(OFFICIAL_NOW, BODY_BEARERS),
    params={
        "grace": Param(
            90,
            "days",
            0,
            3650,
            "how long after the term the account may be handed back: till then it is possible at most",
        ),
        "letters": Param(
            6, "letters", 2, 40, "shortest name looked for inside a longer one; an ideograph counts three"
        ),
        "notice": Param(
            30, "days", 1, 365, "public notice before anything changes; a term that ended more lately is not told"
        ),
    },
    classes=("document", "profile", "behaviour"),
    steps=(
        Sql("terms", _TERMS),
        Sql("faces", _FACES),
        Sql("names", _NAMES),
        Rows("keys", "names", _keys, _KEYS),
        Sql("worn", _WORN),
        Sql("life", _LIFE),
        Sql("found", _FOUND),
    ),
    says=(
        "{handle} {standing} of {office} and shows the name of {holder}, whose term ended on {first_at}{use}; proposed: {plan}"
    ),
    mistakes=(
        Mistake(
            "The office goes on under its next holder and its account with it.",
            "an account that bears the office's name is the office's; one that shows or names the former holder besides is possible at most",
            "the office's own account, whoever holds it",
        ),
        Mistake(
            "The holder was elected again, or a namesake holds the office now.",
            "a term under that name that has not ended, or ends in the future, silences the finding",
            "elected again, not yet gone for long, or gone and closed",
        ),
        Mistake(
            "The account is kept as a record.",
            "an archive label in the name or in the biography, and a word of where it or its account went, are respected",
            "kept as a record",
        ),
        Mistake(
            "The person says that the office is over, or is named beside the one who holds it now.",
            "words such as former, until 2025 and 前, and the present holder's name, silence the finding",
            "who says that it is over",
        ),
        Mistake(
            "Somebody else bears the name, or the person runs an account of their own.",
            "an account that no register knows must speak in the office's name, and is possible at most unless it was used long after",
            "only somebody of that name, or at another office by now",
        ),
        Mistake(
            "The biography names the former holder for another reason: a founder, a street, a farewell.",
            "the present holder's name beside it silences the finding; what the biography alone says is possible at most",
            "a biography that names who holds it too, or whose name the office bears, or by a few letters of a word",
        ),
        Mistake(
            "Two people share a short name.",
            "a name of few letters counts only where it is the whole name",
            "a short name",
        ),
    ),
    examples=EXAMPLES,
    references=("design/domain.md L6: staff change, the account stays behind; an office account outlives its holder",),
)
