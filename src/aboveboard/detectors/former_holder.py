"""Official accounts of an office that bear the name of somebody who no longer holds it."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyarrow as pa

from aboveboard.derived.official_standing import OFFICIAL_NOW
from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.tables import Type
from aboveboard.text.archive import archived
from aboveboard.text.normal import normal, weight

_TERMS = """
SELECT org_id, holder, max(until) AS ended_at, min(date_diff('day', until, $as_of)) AS days
FROM holders WHERE coalesce(since <= $as_of, true) GROUP BY org_id, holder
HAVING max(CASE WHEN coalesce(until > $as_of, true) THEN 1 ELSE 0 END) = 0
"""

_FACES = """
SELECT o.account_id, o.org_id, g.name AS office, t.holder, t.ended_at, a.handle, coalesce(a.display_name, a.handle) AS shown
FROM official_now AS o JOIN terms AS t ON t.org_id = o.org_id JOIN organisations AS g ON g.org_id = o.org_id
JOIN accounts AS a ON a.account_id = o.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND t.days >= $grace
"""

_NAMES = """
SELECT f.account_id, f.org_id, f.holder, f.shown, f.handle, n.kind, n.name FROM faces AS f JOIN (
  SELECT org_id, 'office' AS kind, name FROM organisations
  UNION ALL SELECT org_id, 'office' AS kind, unnest(aliases) AS name FROM organisations
) AS n ON n.org_id = f.org_id
UNION ALL SELECT account_id, org_id, holder, shown, handle, 'holder' AS kind, holder AS name FROM faces
"""

_KEYS: Mapping[str, Type] = {
    "account_id": "string", "org_id": "string", "holder": "string", "kind": "string",
    "shown": "string", "handle": "string", "name": "string", "letters": "int", "archived": "bool", "turned": "bool",
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
            **{c: normal(names.column(c)) for c in ("shown", "handle")},
            "name": key,
            "letters": weight(key),
            "archived": archived(names.column("shown")),
            "turned": _turned(names),
        }
    )


_WORN = """
SELECT account_id, org_id, holder FROM (
  SELECT account_id, org_id, holder, kind, archived,
    shown = name OR turned OR (letters >= $letters AND (strpos(shown, name) > 0 OR strpos(handle, name) > 0)) AS fits FROM keys
) AS read GROUP BY account_id, org_id, holder
HAVING max(kind = 'holder' AND fits) AND NOT max(kind = 'office' AND fits) AND NOT max(archived)
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
  CASE WHEN l.used_at IS NULL THEN '' ELSE concat(' and was still used on ', substring(CAST(l.used_at AS VARCHAR), 1, 10)) END AS use,
  concat('archive what it said for the office, then end its standing; the office opens or names its own account, by two people, ',
    'after a public notice of ', CAST($notice AS VARCHAR), ' days') AS plan,
  CASE WHEN l.used_at IS NULL THEN 0.75 ELSE 0.9 END AS score, 'likely' AS tier,
  ['document', 'profile', CASE WHEN l.used_at IS NOT NULL THEN 'behaviour' END] AS classes
FROM faces AS f JOIN worn AS w USING (account_id, org_id, holder) LEFT JOIN life AS l USING (account_id, org_id, holder)
"""

FORMER_HOLDER = Detector(
    name="former_holder",
    version="2",
    violation="orphaned_institution",
    about=(
        "An office outlives its holder, and so does the office's account. The person's account does not: one that still stands as the "
        "office's own and bears only the name of somebody whose term is over speaks for an office that another holds. Score: 0.5 for "
        "the register; the person's name halves the remaining doubt; use after the grace period takes away 60 % of it."
    ),
    reads={
        "accounts": "account_id handle display_name? status? last_active_at?",
        "official_now": "org_id account_id",
        "organisations": "org_id name aliases?",
        "holders": "org_id holder since? until",
        "posts?": "account_id at",
    },
    derives=(OFFICIAL_NOW,),
    params={
        "grace": Param(90, "days", 0, 3650, "how long after the term the account may be handed back"),
        "letters": Param(
            6, "letters", 2, 40, "shortest name looked for inside a longer one; an ideograph counts three"
        ),
        "notice": Param(30, "days", 1, 365, "public notice before anything changes"),
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
        "{handle} stands as the official account of {office} and bears the name of {holder}, whose term ended on {first_at}{use}; "
        "proposed: {plan}"
    ),
    mistakes=(
        Mistake(
            "The office goes on under its next holder and its account with it.",
            "an account that bears the office's name in its handle or name is the office's, whoever holds it",
            "the office's own account, whoever holds it",
        ),
        Mistake(
            "The holder was elected again, or a namesake holds the office now.",
            "a term under that name that has not ended, or ends in the future, silences the finding",
            "elected again, not yet gone for long, or gone and closed",
        ),
        Mistake(
            "The account is kept as a record.",
            "an archive label at the start of the name is respected",
            "kept as a record",
        ),
        Mistake(
            "Two people share a short name.",
            "a name of few letters counts only where it is the whole name",
            "a short name",
        ),
    ),
    examples=(
        Example(
            "a mayor who left, still official, one of them still speaking",
            """
            accounts
            account_id | handle | display_name | last_active_at
            a | anabrook | Ana Brook | 2024-02-01
            b | tidechair | Chair Ben Marsh | 2025-06-01
            c | yunhe | 李运河博士 |
            d | noor | Noor |
            e | dquay | Quay, Dora |

            organisations
            org_id | name | aliases
            o1 | Mayor of Thornford | Thornford Mayor
            o2 | Chair of the Board of Tides |
            o3 | 运河部部长 |
            o4 | Warden of the Locks |

            official_accounts
            org_id | account_id
            o1 | a
            o2 | b
            o3 | c
            o4 | d
            o4 | e

            holders
            org_id | holder | since | until
            o1 | Ana Brook | 2016-01-01 | 2024-01-15
            o1 | Carla Reed | 2024-01-15 |
            o2 | Ben Marsh | | 2024-01-15
            o3 | 李运河 | 2016-01-01 | 2024-01-15
            o4 | Noor | 2016-01-01 | 2024-01-15
            o4 | Dora Quay | 2010-01-01 | 2016-01-01

            posts
            post_id | account_id | at
            p1 | a | 2024-03-01
            p2 | a | 2026-03-01
            """,
            finds=(
                ("a", 0.75, "likely"),
                ("b", 0.9, "likely"),
                ("c", 0.75, "likely"),
                ("d", 0.75, "likely"),
                ("e", 0.75, "likely"),
            ),
        ),
        Example(
            "badges, one of which the register silences, and another office's name",
            """
            accounts
            account_id | handle | display_name | verified_org_id
            a | anabrook | Ana Brook | o1
            b | benmarsh | Ben Marsh | o1
            c | doraquay | Dora Quay |
            d | harbourmaster | Emil Lock |
            e | lockfan | Emil Lock, my hero |

            organisations
            org_id | name
            o1 | Mayor of Thornford
            o3 | Harbour Master

            official_accounts
            org_id | account_id | since | until
            o1 | b | | 2024-06-01
            o1 | c | 2026-06-01 |
            o1 | d | 2016-01-01 |

            holders
            org_id | holder | until
            o1 | Ana Brook | 2018-01-15
            o1 | Ben Marsh | 2020-01-15
            o1 | Dora Quay | 2022-01-15
            o1 | Emil Lock | 2024-01-15
            """,
            finds=(("a", 0.75, "likely"), ("d", 0.75, "likely")),
        ),
        Example(
            "the office's own account, whoever holds it",
            """
            accounts
            account_id | handle | display_name | last_active_at
            a | thornfordmayor | Mayor Ana Brook | 2025-06-01
            b | tides | Chair of the Board of Tides: Ben Marsh | 2025-06-01
            c | ports | Harbour Board | 2025-06-01

            organisations
            org_id | name | aliases
            o1 | Mayor of Thornford | Thornford Mayor
            o2 | Chair of the Board of Tides |
            o3 | Board of Ports |

            official_accounts
            org_id | account_id
            o1 | a
            o2 | b
            o3 | c
            o4 | d

            holders
            org_id | holder | since | until
            o1 | Ana Brook | 2016-01-01 | 2024-01-15
            o2 | Ben Marsh | 2016-01-01 | 2024-01-15
            o3 | Dora Quay | 2016-01-01 | 2024-01-15
            """,
        ),
        Example(
            "elected again, not yet gone for long, or gone and closed",
            """
            accounts
            account_id | handle | display_name | status
            a | anabrook | Ana Brook | active
            b | benmarsh | Ben Marsh | active
            c | doraquay | Dora Quay | closed
            d | emillock | Emil Lock | active
            e | ferntide | Fern Tide | active

            organisations
            org_id | name
            o1 | Mayor of Thornford
            o2 | Chair of the Board of Tides
            o3 | Harbour Master

            official_accounts
            org_id | account_id | until
            o1 | a |
            o2 | b |
            o3 | c |
            o3 | d | 2024-06-01
            o3 | e |

            holders
            org_id | holder | since | until
            o1 | Ana Brook | 2016-01-01 | 2020-01-15
            o1 | Ana Brook | 2024-01-15 |
            o2 | Ben Marsh | 2016-01-01 | 2025-12-01
            o3 | Dora Quay | 2016-01-01 | 2024-01-15
            o3 | Emil Lock | 2016-01-01 | 2024-01-15
            o3 | Fern Tide | 2024-01-15 | 2027-01-15
            o2 | Fern Tide | 2016-01-01 | 2020-01-15
            """,
        ),
        Example(
            "a new term that is only planned",
            """
            accounts
            account_id | handle | display_name
            a | anabrook | Ana Brook

            organisations
            org_id | name
            o1 | Mayor of Thornford

            official_accounts
            org_id | account_id
            o1 | a

            holders
            org_id | holder | since | until
            o1 | Ana Brook | 2016-01-01 | 2020-01-15
            o1 | Ana Brook | 2026-01-15 |
            """,
            finds=(("a", 0.75, "likely"),),
        ),
        Example(
            "kept as a record",
            """
            accounts
            account_id | handle | display_name
            a | anabrook | Archived: Ana Brook

            organisations
            org_id | name
            o1 | Mayor of Thornford

            official_accounts
            org_id | account_id
            o1 | a

            holders
            org_id | holder | until
            o1 | Ana Brook | 2020-01-15
            """,
        ),
        Example(
            "a short name",
            """
            accounts
            account_id | handle | display_name
            a | thornfordhall | Bali Ng, Thornford

            organisations
            org_id | name
            o1 | Mayor of Thornford

            official_accounts
            org_id | account_id
            o1 | a

            holders
            org_id | holder | until
            o1 | Al In | 2020-01-15
            """,
        ),
    ),
    references=("design/domain.md L6: staff change, the account stays behind; an office account outlives its holder",),
)
