"""Audience migration: the old audience of a barred account that is there again within days of another one's appearance."""

from __future__ import annotations

from aboveboard.derived.closures import BARRED
from aboveboard.detector import Derived, Param, Sql

__all__ = ["MIGRATION"]

_CONTACTS = """
SELECT follower_id AS member, target_id AS account_id, at FROM follows
UNION ALL SELECT account_id AS member, target_account_id AS account_id, at FROM actions
UNION ALL SELECT account_id AS member, target_id AS account_id, at FROM posts
UNION ALL SELECT p.account_id AS member, t.account_id, p.at
FROM posts AS p JOIN (SELECT post_id AS target_id, account_id FROM posts) AS t USING (target_id)
"""

_AUDIENCE = f"""
SELECT DISTINCT closed_id, member FROM (SELECT account_id AS closed_id, member FROM ({_CONTACTS}) AS c) AS met
JOIN barred USING (closed_id)
"""

_APPEARED = """
SELECT account_id, created_at AS appeared_at FROM accounts
UNION SELECT account_id, at AS appeared_at FROM profile_changes WHERE field IN ('handle', 'display_name')
"""

_EARLY = f"""
SELECT DISTINCT account_id, appeared_at, member FROM ({_CONTACTS}) AS c JOIN appeared USING (account_id)
WHERE at >= appeared_at AND epoch(at) - epoch(appeared_at) <= 86400 * $days
"""

_AGAIN = """
SELECT account_id, closed_id, appeared_at, count(*) AS again
FROM early JOIN audience USING (member) JOIN barred USING (closed_id)
WHERE appeared_at > closed_at GROUP BY account_id, closed_id, appeared_at HAVING count(*) >= $least
"""

_MIGRATION = """
SELECT account_id, closed_id, appeared_at, again, e.early, a.audience, w.everyone
FROM again JOIN (SELECT account_id, appeared_at, count(*) AS early FROM early GROUP BY account_id, appeared_at) AS e
  USING (account_id, appeared_at)
JOIN (SELECT closed_id, count(*) AS audience FROM audience GROUP BY closed_id) AS a USING (closed_id)
CROSS JOIN (SELECT count(DISTINCT member) AS everyone FROM (
  SELECT follower_id AS member FROM follows UNION ALL SELECT account_id AS member FROM actions
  UNION ALL SELECT account_id AS member FROM posts
) AS m) AS w
"""

MIGRATION = Derived(
    name="migration",
    about=(
        "Pairs of a barred account and one that appeared (was made or renamed) after the closure: `again` of its `early` "
        "audience, who follow it or speak to it within `days`, were in the old `audience`. `everyone` is who could have come."
    ),
    reads={
        "barred": "closed_id closed_at",
        "accounts": "account_id created_at",
        "follows?": "follower_id target_id at",
        "actions?": "account_id at target_account_id",
        "posts?": "post_id account_id at target_id",
        "profile_changes?": "account_id at field",
    },
    derives=(BARRED,),
    params={
        "days": Param(14, "days", 1, 90, "an audience that moves is there this soon"),
        "least": Param(3, "accounts", 2, 100, "fewer old followers are no audience"),
    },
    steps=(
        Sql("audience", _AUDIENCE),
        Sql("appeared", _APPEARED),
        Sql("early", _EARLY),
        Sql("again", _AGAIN),
        Sql("migration", _MIGRATION),
    ),
    columns={
        "account_id": "string", "closed_id": "string", "appeared_at": "time", "again": "int", "early": "int",
        "audience": "int", "everyone": "int",
    },
)  # fmt: skip
