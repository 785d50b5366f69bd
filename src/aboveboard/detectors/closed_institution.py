"""Official accounts of institutions that no longer exist."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.tables import Type
from aboveboard.text.archive import archived
from aboveboard.text.normal import normal, weight

_ENDED = """
SELECT org_id, name, aliases, closed_at, successor_ids FROM organisations
WHERE coalesce(date_diff('day', closed_at, $as_of) >= $grace, status IN ('closed', 'merged'), false)
  AND NOT coalesce(list_contains(successor_ids, org_id), false)
"""

_CLAIMS = """
SELECT org_id, account_id FROM official_accounts
WHERE coalesce(since <= $as_of, true) AND coalesce(until > $as_of, true)
UNION
SELECT a.verified_org_id AS org_id, a.account_id FROM accounts AS a
LEFT JOIN official_accounts AS o ON o.account_id = a.account_id
WHERE o.account_id IS NULL
"""

_LEFT = """
SELECT c.account_id, e.org_id, e.name AS organisation, e.closed_at, a.handle,
  coalesce(a.display_name, a.handle) AS shown
FROM claims AS c JOIN ended AS e ON e.org_id = c.org_id JOIN accounts AS a ON a.account_id = c.account_id
LEFT JOIN (
  SELECT l.account_id FROM claims AS l LEFT JOIN ended AS n ON n.org_id = l.org_id WHERE n.org_id IS NULL
) AS living ON living.account_id = c.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND living.account_id IS NULL
"""

_SUCCESSION = "SELECT DISTINCT org_id, unnest(successor_ids) AS successor_id FROM ended"

_SUCCESSORS = """
SELECT s.org_id, count(DISTINCT successor_id) AS successors, min(coalesce(o.name, successor_id)) AS successor,
  min(a.handle) AS successor_handle, list_distinct(list(account_id)) AS successor_accounts
FROM succession AS s LEFT JOIN (SELECT org_id AS successor_id, name FROM organisations) AS o USING (successor_id)
LEFT JOIN (SELECT org_id AS successor_id, account_id FROM claims) AS c USING (successor_id)
LEFT JOIN accounts AS a USING (account_id)
GROUP BY s.org_id
"""

_NAMES = """
SELECT l.account_id, l.org_id, l.shown, n.old, n.name FROM left_behind AS l JOIN (
  SELECT org_id, 1 AS old, name FROM ended
  UNION ALL SELECT org_id, 1 AS old, unnest(aliases) AS name FROM ended
  UNION ALL SELECT s.org_id, 0 AS old, o.name FROM succession AS s JOIN organisations AS o ON o.org_id = s.successor_id
  UNION ALL SELECT s.org_id, 0 AS old, unnest(o.aliases) AS name
    FROM succession AS s JOIN organisations AS o ON o.org_id = s.successor_id
) AS n ON n.org_id = l.org_id
"""


def _keys(names: pa.Table) -> pa.Table:
    key = normal(names.column("name"))
    return pa.table(
        {
            **{c: names.column(c) for c in ("account_id", "org_id", "old")},
            "shown": normal(names.column("shown")),
            "archived": archived(names.column("shown")),
            "name": key,
            "letters": weight(key),
        }
    )


_KEYS: Mapping[str, Type] = {
    "account_id": "string",
    "org_id": "string",
    "old": "int",
    "shown": "string",
    "archived": "bool",
    "name": "string",
    "letters": "int",
}

_WORN = """
SELECT account_id, org_id, max(archived) AS archived,
  max(CASE WHEN old = 1 AND fits THEN letters ELSE 0 END) AS old_name,
  max(CASE WHEN old = 0 AND fits THEN letters ELSE 0 END) AS new_name
FROM (
  SELECT account_id, org_id, archived, old, letters,
    shown = name OR (strpos(shown, name) > 0 AND letters >= $letters) AS fits FROM keys
) AS read GROUP BY account_id, org_id
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
SELECT account_id, handle, organisation, shown, successors, successor, successor_handle, related, first_at, last_at,
  concat(CASE WHEN first_at IS NULL THEN 'has ended'
      ELSE concat('ended on ', substring(CAST(first_at AS VARCHAR), 1, 10)) END,
    CASE WHEN last_at IS NULL THEN ''
      ELSE concat('; the account was still used on ', substring(CAST(last_at AS VARCHAR), 1, 10)) END,
    CASE WHEN old THEN '; it still bears the old name' ELSE '' END) AS state,
  CASE WHEN successors IS NULL THEN 'no successor is registered'
    ELSE concat('succeeded by ', successor,
      CASE successors WHEN 1 THEN '' ELSE concat(' and ', CAST(successors - 1 AS VARCHAR), ' more') END,
      CASE WHEN successor_handle IS NULL THEN ', with no official account yet'
        ELSE concat(', which has the official account ', successor_handle) END) END AS succession,
  round(1 - 0.5 * CASE WHEN last_at IS NULL THEN 1 ELSE 0.4 END * CASE WHEN old THEN 0.5 ELSE 1 END, 4) AS score,
  CASE WHEN last_at IS NOT NULL OR old THEN 'likely' ELSE 'possible' END AS tier,
  ['document', CASE WHEN last_at IS NOT NULL THEN 'behaviour' END, CASE WHEN old THEN 'profile' END] AS classes
FROM (
  SELECT account_id, l.handle, l.organisation, l.shown, s.successors, s.successor, s.successor_handle,
    s.successor_accounts AS related, l.closed_at AS first_at, v.at AS last_at, w.old_name > 0 AS old
  FROM left_behind AS l JOIN worn AS w USING (account_id, org_id)
  LEFT JOIN life AS v USING (account_id, org_id) LEFT JOIN successors AS s USING (org_id)
  WHERE NOT w.archived AND NOT (w.new_name > 0 AND w.new_name >= w.old_name)
) AS orphans
"""

CLOSED_INSTITUTION = Detector(
    name="closed_institution",
    version="1",
    violation="orphaned_institution",
    about=(
        "An official account outlives its institution: the register entry has ended, by its end date or, where it "
        "gives none, by its status, and the account is neither handed over, renamed, archived nor closed. An end date in "
        "the future is a plan. Score: 0.5 for the register alone; use after the grace period takes away 60 % of the "
        "remaining doubt, and the old name 50 %."
    ),
    reads={
        "accounts": "account_id handle display_name? status? last_active_at? verified_org_id?",
        "organisations": "org_id name aliases? status? closed_at? successor_ids?",
        "official_accounts?": "org_id account_id since until",
        "posts?": "account_id at",
        "actions?": "account_id at",
    },
    params={
        "grace": Param(90, "days", 0, 3650, "how long after its institution's end an account may be wound up"),
        "letters": Param(
            6, "letters", 2, 40, "shortest name looked for inside a longer one; an ideograph counts three"
        ),
    },
    classes=("document", "behaviour", "profile"),
    steps=(
        Sql("ended", _ENDED),
        Sql("claims", _CLAIMS),
        Sql("left_behind", _LEFT),
        Sql("succession", _SUCCESSION),
        Sql("successors", _SUCCESSORS),
        Sql("names", _NAMES),
        Rows("keys", "names", _keys, _KEYS),
        Sql("worn", _WORN),
        Sql("life", _LIFE),
        Sql("found", _FOUND),
    ),
    says="{handle} is the official account of {organisation}, whose register entry {state}; {succession}",
    mistakes=(
        Mistake(
            "The account was handed over and the list of official accounts is behind.",
            "an account that is official for any living institution, or bears the successor's name, is left out",
            "handed over",
        ),
        Mistake(
            "The account is kept as a public record.",
            "an archive label at the start of the name is respected",
            "kept as an archive",
        ),
        Mistake("The register is out of date.", "the finding names the entry and its date, and closing is a person's"),
        Mistake(
            "A post scheduled before the end appears after it.",
            "use counts only after the grace period",
            "in the weeks of winding up, or only planned",
        ),
        Mistake(
            "A seasonal body is silent, not gone.",
            "silence counts for nothing; only an ended register entry does",
            "not official yet, closed already, or a census office between censuses",
        ),
    ),
    examples=(
        Example(
            "closed, still posting under the old name, successor has its own account",
            """
            accounts
            account_id | handle | display_name | status
            a | canals | Ministry of Canals | active
            b | water | Ministry of Water | active

            organisations
            org_id | name | aliases | status | closed_at | successor_ids
            o1 | Ministry of Canals | | closed | 2024-01-02 | o2
            o2 | Ministry of Water | | active | |
            o3 | Board of Tides | | closed | 2020-01-02 |

            official_accounts
            org_id | account_id | since | until
            o1 | a | 2015-01-01 |
            o2 | b | | 2030-01-01

            posts
            post_id | account_id | at
            p1 | a | 2025-12-20
            p2 | b | 2025-12-21
            """,
            finds=(("a", 0.9, "likely"),),
        ),
        Example(
            "a badge on a silent account with another name; the register gives a status and no date",
            """
            accounts
            account_id | handle | display_name | verified_org_id
            a | tides | High and low water | o3
            b | canals | Canals | o1
            c | someone | Someone |

            organisations
            org_id | name | status
            o1 | Ministry of Canals | active
            o3 | Board of Tides | merged

            official_accounts
            org_id | account_id
            o1 | b
            """,
            finds=(("a", 0.5, "possible"),),
        ),
        Example(
            "known by its alias, alone and not inside another word; a date and no status",
            """
            accounts
            account_id | handle | display_name | last_active_at
            a | dfc | Dept. for Canals | 2024-01-20
            b | tides | BT | 2025-06-01
            c | other | Nobody | 2025-06-01
            d | shore | Data and shores |

            organisations
            org_id | name | aliases | closed_at | successor_ids
            o1 | Ministry of Canals | Dept for Canals | 2024-01-02 | o2;o9
            o2 | Ministry of Water | MW; Waterways | |
            o3 | Board of Tides | BT | 2024-01-02 |
            o4 | Board of Shores | ATA | 2024-01-02 |

            official_accounts
            org_id | account_id
            o1 | a
            o3 | b
            o4 | d
            """,
            finds=(("a", 0.75, "likely"), ("b", 0.9, "likely"), ("d", 0.5, "possible")),
        ),
        Example(
            "one account of two closed bodies, named like neither",
            """
            accounts
            account_id | handle | display_name
            a | shore | Shore news of the ATA team

            organisations
            org_id | name | aliases | closed_at
            o1 | Ministry of Canals | | 2024-01-02
            o2 | Shore news | ATA | 2025-01-02

            official_accounts
            org_id | account_id
            o1 | a
            o2 | a

            actions
            account_id | at | verb | object_id
            a | 2024-06-01 | like | x
            a | 2026-02-01 | like | x
            """,
            finds=(("a", 0.8, "likely"), ("a", 0.75, "likely")),
        ),
        Example(
            "handed over",
            """
            accounts
            account_id | handle | display_name | verified_org_id
            a | canals | Ministry of Canals | o1
            b | tides | Board of Tides | o3
            c | ports | Board of Ports |

            organisations
            org_id | name | status | closed_at | successor_ids
            o1 | Ministry of Canals | closed | 2024-01-02 | o2
            o2 | Ministry of Water | active | |
            o3 | Board of Tides | merged | 2024-01-02 | o2
            o4 | Board of Ports | closed | 2024-01-02 | o2

            official_accounts
            org_id | account_id | since | until
            o1 | a | | 2024-02-01
            o2 | a | 2024-02-01 |
            o3 | b | | 2024-02-01
            o4 | c | |
            o2 | c | |
            """,
        ),
        Example(
            "already named after the successor, or after an entry of the same name, or the entry replaced in place",
            """
            accounts
            account_id | handle | display_name
            a | water | Ministry of Canals and Water
            b | tides | Board of Tides
            c | shore | Shore news

            organisations
            org_id | name | closed_at | successor_ids
            o1 | Ministry of Canals | 2024-01-02 | o2
            o2 | Ministry of Canals and Water | |
            o3 | Board of Tides | 2024-01-02 | o4
            o4 | Board of Tides | |
            o5 | Board of Shores | 2024-01-02 | o5

            official_accounts
            org_id | account_id
            o1 | a
            o3 | b
            o5 | c
            """,
        ),
        Example(
            "kept as an archive",
            """
            accounts
            account_id | handle | display_name
            a | canals | Archived: Ministry of Canals
            b | yunhe | 【存档】运河部

            organisations
            org_id | name | closed_at
            o1 | Ministry of Canals | 2024-01-02
            o2 | 运河部 | 2024-01-02

            official_accounts
            org_id | account_id
            o1 | a
            o2 | b
            """,
        ),
        Example(
            "in the weeks of winding up, or only planned",
            """
            accounts
            account_id | handle | display_name
            a | canals | Ministry of Canals
            b | tides | Board of Tides

            organisations
            org_id | name | status | closed_at
            o1 | Ministry of Canals | closed | 2025-12-02
            o2 | Board of Tides | active | 2026-06-01

            official_accounts
            org_id | account_id
            o1 | a
            o2 | b
            """,
        ),
        Example(
            "not official yet, closed already, or a census office between censuses",
            """
            accounts
            account_id | handle | display_name | status | last_active_at
            a | canals | Ministry of Canals | active | 2025-12-01
            b | tides | Board of Tides | closed | 2025-12-01
            c | census | Census Office | active | 2021-09-01

            organisations
            org_id | name | status | closed_at
            o1 | Ministry of Canals | closed | 2024-01-02
            o2 | Board of Tides | closed | 2024-01-02
            o3 | Census Office | active |

            official_accounts
            org_id | account_id | since
            o1 | a | 2026-02-01
            o2 | b |
            o3 | c |
            """,
        ),
    ),
    references=(
        "design/domain.md L6: an institution is renamed or merged, its staff change, the account stays behind",
    ),
)
