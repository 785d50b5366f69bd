"""Which accounts are an organisation's own, by the register or by a badge, and since when the organisation is on the service."""

from __future__ import annotations

from aboveboard.detector import Derived, Param, Sql

__all__ = ["ORGANISATION_STARTS", "OWN_ACCOUNTS", "WORN_SINCE"]

_OWN = """
SELECT org_id, account_id, min(since) AS since, max(listed) = 1 AS listed, max(current) = 1 AS current FROM (
  SELECT org_id, account_id, since, 1 AS listed, CASE WHEN coalesce(until > $as_of, true) THEN 1 ELSE 0 END AS current
  FROM official_accounts
  UNION ALL
  SELECT verified_org_id AS org_id, account_id, CAST(NULL AS TIMESTAMPTZ) AS since, 0 AS listed, 1 AS current
  FROM accounts JOIN (SELECT DISTINCT verified_org_id FROM accounts) AS v USING (verified_org_id)
) AS o GROUP BY org_id, account_id
"""

_WORN = """
SELECT account_id, field, name, max(at) AS taken_at FROM (
  SELECT account_id, field, new AS name, at FROM profile_changes
) AS c JOIN (
  SELECT account_id, 'handle' AS field, handle AS name FROM accounts
  UNION ALL SELECT account_id, 'display_name' AS field, display_name AS name FROM accounts
) AS n USING (account_id, field, name) GROUP BY account_id, field, name
"""

_STARTS = """
SELECT org_id, min(account_id) AS official_id, min(handle) AS official,
  min(CASE WHEN date_diff('day', taken_at, $as_of) <= $fresh THEN coalesce(least(since, taken_at), taken_at) ELSE created_at END)
    AS first_at
FROM own_accounts JOIN accounts USING (account_id) LEFT JOIN (
  SELECT account_id, max(taken_at) AS taken_at FROM worn_since GROUP BY account_id
) AS w USING (account_id) WHERE current GROUP BY org_id
"""

OWN_ACCOUNTS = Derived(
    name="own_accounts",
    about=(
        "Every account that is or was an organisation's own: `listed` in the register or only badged by the platform, since "
        "when the register says so, and whether it is so still (`current`)."
    ),
    reads={"accounts": "account_id verified_org_id?", "official_accounts?": "org_id account_id since? until?"},
    steps=(Sql("own_accounts", _OWN),),
    columns={"org_id": "string", "account_id": "string", "since": "time", "listed": "bool", "current": "bool"},
)

WORN_SINCE = Derived(
    name="worn_since",
    about="Handles and display names an account wears now that it took by a rename, and when (`taken_at`).",
    reads={
        "accounts": "account_id handle display_name?",
        "profile_changes?": "account_id at field new",
    },
    steps=(Sql("worn_since", _WORN),),
    columns={"account_id": "string", "field": "string", "name": "string", "taken_at": "time"},
)

ORGANISATION_STARTS = Derived(
    name="organisation_starts",
    about=(
        "An organisation's own account, and since when it has used its name on the service: an account that took the name "
        "lately is no older than that, unless the register has known it for longer."
    ),
    reads={
        "accounts": "account_id handle created_at?",
        "own_accounts": "org_id account_id since current",
        "worn_since?": "account_id taken_at",
    },
    derives=(OWN_ACCOUNTS, WORN_SINCE),
    params={"fresh": Param(30, "days", 1, 365, "a name taken since then is a new name")},
    steps=(Sql("organisation_starts", _STARTS),),
    columns={"org_id": "string", "official_id": "string", "official": "string", "first_at": "time"},
)
