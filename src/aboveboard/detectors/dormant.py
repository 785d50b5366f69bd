"""Accounts nobody has used for a long time."""

from __future__ import annotations

from aboveboard.detector import Detector, Example, Mistake, Param, Sql

_ACTIVE = """
SELECT account_id, max(at) AS at FROM (
  SELECT account_id, last_active_at AS at FROM accounts
  UNION ALL SELECT account_id, at FROM posts
  UNION ALL SELECT account_id, at FROM actions
  UNION ALL SELECT account_id, started_at AS at FROM sessions
) AS seen WHERE at <= $as_of GROUP BY account_id
"""

_DORMANT = """
SELECT a.account_id, a.handle, s.at AS last_at, a.created_at AS first_at,
  date_diff('day', s.at, $as_of) AS days,
  round(1 - 0.5 * $days / date_diff('day', s.at, $as_of), 4) AS score,
  'possible' AS tier, ['behaviour'] AS classes
FROM accounts AS a JOIN active AS s ON s.account_id = a.account_id
LEFT JOIN official AS o ON o.account_id = a.account_id
WHERE coalesce(a.status, 'active') = 'active' AND o.account_id IS NULL
  AND date_diff('day', s.at, $as_of) >= $days
"""

_OFFICIAL = """
SELECT account_id FROM official_accounts
UNION SELECT account_id FROM accounts WHERE verified_org_id IS NOT NULL
"""

DORMANT = Detector(
    name="dormant",
    version="1",
    violation="zombie",
    about=(
        "Nobody has posted, acted, read or signed in for longer than the operator allows. Dormant is not fake: the "
        "finding says nothing of why, and the way back is to sign in."
    ),
    reads={
        "accounts": "account_id handle status? created_at? last_active_at? verified_org_id?",
        "posts?": "account_id at",
        "actions?": "account_id at",
        "sessions?": "account_id started_at",
        "official_accounts?": "account_id",
    },
    params={"days": Param(365, "days", 30, 3650, "how long without any sign of life makes an account dormant")},
    classes=("behaviour",),
    steps=(Sql("active", _ACTIVE), Sql("official", _OFFICIAL), Sql("dormant", _DORMANT)),
    says="{handle} shows no sign of life for {days} days; the last one was on {last_at}",
    mistakes=(
        Mistake(
            "A silent reader looks dormant where the platform does not record reading.",
            "sessions and last_active_at count as life, not only posts",
            "a lurker who only reads",
        ),
        Mistake(
            "A seasonal public body is silent between its seasons.",
            "official and verified accounts are left out",
            "a census office between censuses",
        ),
        Mistake("A memorial account is silent for ever.", "the policy asks a person; nothing is closed by itself"),
    ),
    examples=(
        Example(
            "two years without life, beside people who are here",
            """
            accounts
            account_id | handle | status | created_at | last_active_at
            a | anna | active | 2020-01-01 | 2024-01-02
            b | ben | active | 2020-01-01 | 2025-12-30
            c | city | active | 2020-01-01 | 2020-01-02

            official_accounts
            org_id | account_id
            o1 | c
            """,
            finds=(("a", 0.75, "possible"),),
        ),
        Example(
            "exactly at the limit, on a platform that keeps no status",
            """
            accounts
            account_id | handle | created_at | last_active_at
            a | anna | 2020-01-01 | 2025-01-01
            """,
            finds=(("a", 0.5, "possible"),),
        ),
        Example(
            "a lurker who only reads",
            """
            accounts
            account_id | handle | status | created_at | last_active_at
            a | anna | active | 2020-01-01 | 2021-01-01
            b | ben | active | 2020-01-01 | 2021-01-01
            c | cleo | active | 2020-01-01 | 2021-01-01

            sessions
            account_id | started_at
            a | 2025-11-01

            actions
            account_id | at | verb | object_id
            b | 2025-11-01 | view | o1

            posts
            post_id | account_id | at
            p1 | c | 2025-11-01
            """,
        ),
        Example(
            "a census office between censuses",
            """
            accounts
            account_id | handle | status | created_at | last_active_at | verified_org_id
            a | census | active | 2015-01-01 | 2021-09-01 |
            b | elections | active | 2015-01-01 | 2021-09-01 | o2

            official_accounts
            org_id | account_id
            o1 | a
            """,
        ),
        Example(
            "a closed account is not dormant",
            """
            accounts
            account_id | handle | status | created_at | last_active_at
            a | anna | closed | 2015-01-01 | 2021-09-01
            """,
        ),
        Example(
            "a planned session is no sign of life",
            """
            accounts
            account_id | handle | status | created_at | last_active_at
            a | anna | active | 2015-01-01 | 2024-01-02

            posts
            post_id | account_id | at
            p1 | a | 2026-02-01
            """,
            finds=(("a", 0.75, "possible"),),
        ),
    ),
    references=("design/domain.md L3d: dormancy is defined by the operator and is never called fake",),
)
