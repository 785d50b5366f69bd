"""Accounts still closed or suspended because of a closure that was overturned."""

from __future__ import annotations

from aboveboard.derived.closures import FALLEN
from aboveboard.detector import Detector, Example, Mistake, Sql

_RESTING = """
SELECT account_id, a.handle, a.status, a.closed_at, r.handle AS root_handle, fallen_root, r.overturned_at AS first_at,
  [fallen_root] AS related, CAST(0.95 AS DOUBLE) AS score, 'possible' AS tier, ['document'] AS classes,
  date_diff('day', r.overturned_at, $as_of) AS days_overdue
FROM fallen AS f JOIN accounts AS a USING (account_id)
JOIN (SELECT account_id AS fallen_root, handle, overturned_at FROM accounts) AS r USING (fallen_root)
WHERE NOT f.fell
"""

OVERTURNED_ROOT = Detector(
    name="overturned_root",
    version="1",
    violation="stale_check",
    about=(
        "A closure can rest on another: an account closed for evading a closure, and those closed for evading that one. When "
        "the first is overturned, the others have lost their ground and are due for another look; until then they bar nobody."
    ),
    reads={
        "accounts": "account_id handle status closed_at? overturned_at",
        "fallen": "account_id fell fallen_root",
    },
    derives=(FALLEN,),
    classes=("document",),
    steps=(Sql("resting", _RESTING),),
    says=(
        "{handle} is still {status} since {closed_at}, which rests on the closure of {root_handle}, found wrong on {first_at}, "
        "{days_overdue} days ago"
    ),
    mistakes=(
        Mistake(
            "The account broke another rule as well.",
            "the finding asks for a check; it reopens nothing",
            "a chain of three, and one closed for itself",
        ),
        Mistake("The dependent closure was already overturned too.", "its own `overturned_at` silences the finding"),
    ),
    examples=(
        Example(
            "a chain of three, and one closed for itself",
            """
            accounts
            account_id | handle | status | closed_at | closed_for | closed_root | overturned_at
            r1 | harbour | active | 2025-01-01 | coordination | | 2025-06-01
            e1 | harbour2 | closed | 2025-02-01 | reincarnation | r1 |
            e2 | harbour3 | suspended | 2025-03-01 | reincarnation | e1 |
            e3 | harbour4 | closed | 2025-04-01 | reincarnation | e2 |
            e4 | harbour5 | active | 2025-04-01 | reincarnation | e2 | 2025-07-01
            e5 | harbour6 | closed | 2025-04-01 | reincarnation | e2 | 2025-07-01
            o1 | harbour7 | closed | 2025-04-01 | vulgarity | |
            """,
            finds=(("e1", 0.95, "possible"), ("e2", 0.95, "possible"), ("e3", 0.95, "possible")),
        ),
        Example(
            "a root that stands, one unknown, and two that rest on each other",
            """
            accounts
            account_id | handle | status | closed_at | closed_for | closed_root | overturned_at
            r1 | harbour | closed | 2025-01-01 | coordination | |
            e1 | harbour2 | closed | 2025-02-01 | reincarnation | r1 |
            e2 | harbour3 | closed | 2025-03-01 | reincarnation | gone |
            e3 | harbour4 | closed | 2025-04-01 | reincarnation | e4 |
            e4 | harbour5 | closed | 2025-04-01 | reincarnation | e3 |
            r2 | quarry | active | 2025-01-01 | coordination | | 2025-06-01
            e6 | quarry2 | active | 2025-04-01 | reincarnation | r2 |
            """,
        ),
    ),
    references=(
        "design/domain.md S3: closures for evasion are reversed when the root ban is overturned",
        "design/domain.md section 1.4: accounts suspended for evading a ban that had been reversed",
    ),
)
