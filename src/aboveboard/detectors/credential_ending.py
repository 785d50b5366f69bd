"""Credentials about to run out: the holder is reminded in time; nobody is accused of anything."""

from __future__ import annotations

from aboveboard.detector import Detector, Example, Mistake, Param, Sql

_LAST = """
SELECT account_id, field, min(issuer) AS issuer, min(valid_from) AS first_at, max(coalesce(valid_until, TIMESTAMPTZ '9999-01-01 00:00:00+00')) AS ends_at
FROM credentials WHERE coalesce(status, 'valid') = 'valid' GROUP BY account_id, field
"""

_FOUND = """
SELECT l.account_id, a.handle, l.field, l.field AS scope, coalesce(l.issuer, 'an issuer that is not on record') AS issuer, l.first_at, l.ends_at AS last_at,
  date_diff('day', $as_of, l.ends_at) AS days, substring(CAST(l.ends_at AS VARCHAR), 1, 10) AS ends_on,
  CAST(0.1 AS DOUBLE) AS score, 'inconclusive' AS tier, ['document'] AS classes
FROM last AS l JOIN accounts AS a ON a.account_id = l.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND l.ends_at > $as_of AND date_diff('day', $as_of, l.ends_at) <= $days
"""

CREDENTIAL_ENDING = Detector(
    name="credential_ending",
    version="1",
    violation="stale_check",
    about=(
        "A valid credential ends within a month and no other of its field follows. The check falls due, so its holder is told, a month and a week before "
        "(the shipped policy sends both by `days_left`). It claims nothing against anybody: the finding is inconclusive and carries no action. The score is fixed at 0.1."
    ),
    reads={
        "accounts": "account_id handle status?",
        "credentials": "account_id field issuer? valid_from? valid_until? status?",
    },
    params={"days": Param(30, "days", 1, 365, "how long before the end the first notice is due")},
    classes=("document",),
    steps=(Sql("last", _LAST), Sql("found", _FOUND)),
    says="the credential of {handle} in {field} (from {issuer}) ends on {ends_on}, in {days} days; nothing changes until then",
    mistakes=(
        Mistake(
            "The credential was renewed already.",
            "the latest end of all valid credentials of the field counts, and one without an end never ends",
            "renewed, not yet due, over, or gone",
        ),
        Mistake("The renewal is on its way and the register is late.", "it is a reminder and takes nothing away"),
    ),
    examples=(
        Example(
            "a licence that ends in thirty days, one in a week",
            """
            accounts
            account_id | handle
            a | annabrook
            b | benmarsh

            credentials
            account_id | field | issuer | valid_from | valid_until | status
            a | medicine | Register | 2010-01-01 | 2026-01-31 | valid
            a | law | Bar | 2010-01-01 | 2030-01-01 | valid
            b | medicine | Register | 2010-01-01 | 2026-01-08 |
            b | medicine | Register | 2010-01-01 | 2030-01-01 | revoked
            """,
            finds=(("a", 0.1, "inconclusive"), ("b", 0.1, "inconclusive")),
        ),
        Example(
            "renewed, not yet due, over, or gone",
            """
            accounts
            account_id | handle | status
            a | annabrook |
            b | benmarsh |
            c | carareed |
            d | doraquay | closed
            e | emillock | suspended
            f | finntide |
            g | gullreed |

            credentials
            account_id | field | issuer | valid_from | valid_until | status
            a | medicine | Register | 2010-01-01 | 2026-01-31 | valid
            a | medicine | Register | 2026-01-31 | 2030-01-01 | valid
            b | medicine | Register | 2010-01-01 | 2026-02-01 | valid
            c | medicine | Register | 2010-01-01 | 2025-12-31 | valid
            d | medicine | Register | 2010-01-01 | 2026-01-20 | valid
            e | medicine | Register | 2010-01-01 | 2026-01-20 | valid
            f | medicine | Register | 2010-01-01 | 2026-01-20 | valid
            f | medicine | Register | 2010-01-01 | | valid
            g | medicine | Register | 2010-01-01 | 2026-01-20 | revoked
            """,
        ),
    ),
    references=("design/domain.md L2c and S9: D-30 and D-7 notices",),
)
