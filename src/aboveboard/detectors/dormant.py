"""Accounts nobody has used for a long time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.last_acts import LAST_ACTS
from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.tables import Type

_ACTIVE = """
SELECT account_id, max(at) AS at FROM (
  SELECT account_id, last_active_at AS at FROM accounts
  UNION ALL SELECT account_id, at FROM last_acts
  UNION ALL SELECT account_id, started_at AS at FROM sessions
  UNION ALL SELECT account_id, until AS at FROM activity
) AS seen WHERE at <= $as_of GROUP BY account_id
"""

_HELD = """
SELECT account_id FROM holds WHERE coalesce(since <= $as_of, true) AND coalesce(until > $as_of, true)
UNION SELECT account_id FROM attestations
WHERE kind = 'guardian' AND result = 'pass' AND coalesce(expires_at > $as_of, true)
"""

_SILENT = """
SELECT a.account_id, a.handle, s.at AS last_at, a.created_at AS first_at, $as_of AS now, $quarantine AS quarantine,
  date_diff('day', s.at, $as_of) AS days,
  round(1 - 0.5 * $days / date_diff('day', s.at, $as_of), 4) AS score
FROM accounts AS a JOIN active AS s ON s.account_id = a.account_id
LEFT JOIN official AS o ON o.account_id = a.account_id
LEFT JOIN held AS h ON h.account_id = a.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND o.account_id IS NULL AND h.account_id IS NULL
  AND date_diff('day', s.at, $as_of) >= $days
"""

_AHEAD = (60, 30, 7)
_DATES = ("remind_first_at", "remind_again_at", "remind_last_at", "deactivate_at", "handle_free_at")


def _planned(silent: pa.Table) -> pa.Table:
    """Add when to remind (60, 30 and 7 days before), when to deactivate, and how long nobody else may take the handle."""
    now, end = silent["now"], pc.add(silent["now"], pa.scalar(timedelta(days=_AHEAD[0])))
    quarantine = pc.multiply(silent["quarantine"], _DAY).cast(pa.duration("us"))
    dates = [
        now,
        *(pc.subtract(end, pa.scalar(timedelta(days=d))) for d in _AHEAD[1:]),
        end,
        pc.add(end, quarantine),
    ]
    for name, date in zip(_DATES, dates, strict=True):
        silent = silent.append_column(name, date)
    return silent.drop_columns(["now", "quarantine"])


_DAY = 86_400_000_000

_SCHEDULE: Mapping[str, Type] = {
    "account_id": "string", "handle": "string", "last_at": "time", "first_at": "time", "days": "int", "score": "float",
    **dict.fromkeys(_DATES, "time"),
}  # fmt: skip

_DORMANT = f"""
SELECT {", ".join(_SCHEDULE)}, 'possible' AS tier, ['behaviour'] AS classes FROM planned
"""

_OFFICIAL = """
SELECT account_id FROM official_accounts
UNION SELECT account_id FROM accounts WHERE verified_org_id IS NOT NULL
"""

DORMANT = Detector(
    name="dormant",
    version="2",
    violation="zombie",
    about=(
        "Nobody has posted, acted, read or signed in for longer than the operator allows. Dormant is not fake: the "
        "finding says nothing of why, and the way back is to sign in. With it comes a schedule: three reminders, 60, 30 and 7 "
        "days before the account is deactivated, and the time until which nobody else may have its handle, since a handle "
        "that is given out again is a ready-made impostor. Accounts that are held (memorials, legal holds, open appeals, "
        "subscriptions, archives), a guarded minor's and those of public bodies are left out. Score: 1 minus half of "
        "the limit over the days of silence."
    ),
    reads={
        "accounts": "account_id handle status? created_at? last_active_at? verified_org_id?",
        "last_acts?": "account_id at",
        "sessions?": "account_id started_at",
        "official_accounts?": "account_id",
        "activity?": "account_id until",
        "holds?": "account_id since? until?",
        "attestations?": "account_id kind result expires_at?",
    },
    derives=(LAST_ACTS,),
    params={
        "days": Param(365, "days", 30, 3650, "how long without any sign of life makes an account dormant"),
        "quarantine": Param(180, "days", 30, 3650, "how long after deactivation nobody else may have the handle"),
    },
    classes=("behaviour",),
    steps=(
        Sql("active", _ACTIVE),
        Sql("official", _OFFICIAL),
        Sql("held", _HELD),
        Sql("silent", _SILENT),
        Rows("planned", "silent", _planned, _SCHEDULE),
        Sql("dormant", _DORMANT),
    ),
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
        Mistake(
            "A memorial account is silent for ever; an appeal waits; somebody pays.",
            "held accounts are left out where `holds` names them; the policy asks a person, and nothing is closed by itself",
            "a memorial, a subscription and a guarded child",
        ),
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

            holds
            account_id | kind
            b | subscription
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
            d | dora | active | 2020-01-01 | 2021-01-01

            sessions
            account_id | started_at
            a | 2025-11-01

            actions
            account_id | at | verb | object_id
            b | 2025-11-01 | view | o1

            posts
            post_id | account_id | at
            p1 | c | 2025-11-01

            activity
            account_id | verb | count | until
            d | view | 12 | 2025-11-01
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
            "a memorial, a subscription and a guarded child",
            """
            accounts
            account_id | handle | status | created_at | last_active_at
            a | anna | active | 2015-01-01 | 2024-01-02
            b | ben | dormant | 2015-01-01 | 2024-01-02
            c | cleo | active | 2015-01-01 | 2024-01-02

            holds
            account_id | kind | since | until
            a | memorial | 2024-02-01 |
            b | subscription | | 2026-02-01

            attestations
            account_id | kind | result | expires_at
            c | guardian | pass | 2027-01-01
            """,
        ),
        Example(
            "holds and guardians that ended, or are only planned",
            """
            accounts
            account_id | handle | status | created_at | last_active_at
            a | anna | active | 2015-01-01 | 2024-01-02
            b | ben | dormant | 2015-01-01 | 2024-01-02
            c | cleo | active | 2015-01-01 | 2024-01-02
            d | dora | active | 2015-01-01 | 2024-01-02
            e | eve | active | 2015-01-01 | 2024-01-02

            holds
            account_id | kind | since | until
            a | appeal | 2024-02-01 | 2025-02-01
            b | legal | 2026-02-01 |

            attestations
            account_id | kind | result | expires_at
            c | guardian | pass | 2025-01-01
            d | guardian | fail |
            e | age | pass |
            """,
            finds=tuple((name, 0.75, "possible") for name in "abcde"),
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
            b | ben | active | 2015-01-01 |

            sessions
            account_id | started_at
            a | 2026-02-01

            posts
            post_id | account_id | at
            p1 | a | 2026-02-01
            p2 | b | 2024-01-02
            p3 | b | 2026-02-01
            """,
            finds=(("a", 0.75, "possible"), ("b", 0.75, "possible")),
        ),
    ),
    references=("design/domain.md L3d: dormancy is defined by the operator and is never called fake",),
)
