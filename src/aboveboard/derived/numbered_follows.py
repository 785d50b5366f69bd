"""Follows as numbers: ids of accounts are read and matched once a scan, for all who look at who follows whom."""

from __future__ import annotations

from aboveboard.detector import Derived, Sql

__all__ = ["NUMBERED_ACCOUNTS", "NUMBERED_FOLLOWS"]

_NUMBERED = "SELECT account_id, CAST(row_number() OVER (ORDER BY account_id) - 1 AS INT) AS n FROM accounts"

_MET = """
SELECT CAST(f.n AS INT) AS follower, CAST(t.n AS INT) AS target, CASE WHEN f.n IS NULL THEN e.follower_id END AS follower_id,
  CASE WHEN t.n IS NULL THEN e.target_id END AS target_id, CAST(floor(epoch(e.at)) AS BIGINT) AS at_s
FROM follows AS e LEFT JOIN numbered_accounts AS f ON f.account_id = e.follower_id
LEFT JOIN numbered_accounts AS t ON t.account_id = e.target_id
WHERE coalesce(e.at <= $as_of, true)
"""

NUMBERED_ACCOUNTS = Derived(
    name="numbered_accounts",
    about="Accounts with the numbers they have in `numbered_follows`: their places in the order of ids, from 0.",
    reads={"accounts": "account_id"},
    steps=(Sql("numbered_accounts", _NUMBERED),),
    columns={"account_id": "string", "n": "int"},
)

NUMBERED_FOLLOWS = Derived(
    name="numbered_follows",
    about=(
        "Who follows whom, by number (`numbered_accounts`), and since when, in seconds; null where that is not told. Whoever is not in "
        "`accounts` has no number and stands there by id (`follower_id`, `target_id`, null for all others)."
    ),
    reads={"follows": "follower_id target_id at?", "numbered_accounts": "account_id n"},
    derives=(NUMBERED_ACCOUNTS,),
    steps=(Sql("numbered_follows", _MET),),
    columns={"follower": "int", "target": "int", "follower_id": "string", "target_id": "string", "at_s": "int"},
)
