"""Accounts that took another name after their credential was checked: the badge does not cover it."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from aboveboard.derived.borne_names import one_person
from aboveboard.detector import Detector, Example, Mistake, Rows, Sql
from aboveboard.tables import Type

_CHECKED = """
SELECT account_id, field, max(checked_at) AS checked_at FROM credentials
WHERE coalesce(status, 'valid') = 'valid' AND coalesce(valid_until > $as_of, true) GROUP BY account_id, field
"""

_RENAMED = """
SELECT account_id, field, checked_at, renamed_at, old, new, handle FROM (
  SELECT c.account_id, c.field, c.checked_at, p.at AS renamed_at, p.old, coalesce(a.display_name, a.handle) AS new, a.handle,
    row_number() OVER (PARTITION BY c.account_id, c.field ORDER BY p.at) AS place
  FROM checked AS c JOIN accounts AS a ON a.account_id = c.account_id
  JOIN (SELECT account_id, at, old FROM profile_changes WHERE field = 'display_name') AS p ON p.account_id = c.account_id
  WHERE p.at > c.checked_at AND p.at <= $as_of AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
) AS first_change WHERE place = 1
"""

_TOLD: Mapping[str, Type] = {
    "account_id": "string", "field": "string", "checked_at": "time", "renamed_at": "time", "old": "string", "new": "string",
    "handle": "string", "same": "bool",
}  # fmt: skip


def _told(batch: pa.Table) -> pa.Table:
    return batch.append_column("same", one_person(batch["old"], batch["new"]))


_FOUND = """
SELECT account_id, handle, field, field AS scope, old, new, checked_at, renamed_at, renamed_at AS first_at,
  CAST(0.8 AS DOUBLE) AS score, 'likely' AS tier, ['profile', 'document'] AS classes
FROM told WHERE NOT same
"""

RENAMED_PROFESSIONAL = Detector(
    name="renamed_professional",
    version="1",
    violation="stale_check",
    about=(
        "A credential is checked for one person under one name. Where the account has taken a name since that cannot be the same person's, "
        "the badge says nothing about the new name: it should drop at once, the field rest, and the check be made again. The holder may "
        "still be qualified, so this is a check that is overdue and no accusation. The score is set by hand."
    ),
    reads={
        "accounts": "account_id handle display_name? status?",
        "credentials": "account_id field checked_at valid_until? status?",
        "profile_changes": "account_id at field old",
    },
    classes=("profile", "document"),
    steps=(
        Sql("checked", _CHECKED),
        Sql("renamed", _RENAMED),
        Rows("told", "renamed", _told, _TOLD),
        Sql("found", _FOUND),
    ),
    says=(
        "{handle} was checked in {field} on {checked_at} as {old} and has borne the name {new} since; the check does not cover "
        "this name, so the badge and the field rest until it is made again"
    ),
    mistakes=(
        Mistake(
            "Somebody married, adds a title or writes the name another way.",
            "names that share a word, or two characters of a Chinese name, are one person's, as are those that cannot be compared",
            "married, retitled, back again",
        ),
        Mistake(
            "The name was changed for a day and changed back.",
            "the name at the check is compared with the name now",
            "married, retitled, back again",
        ),
        Mistake(
            "A pen name was agreed with the operator.",
            "a new check, with its time, ends the finding",
            "checked anew, over, or gone",
        ),
    ),
    examples=(
        Example(
            "another person's name, and a shop's",
            """
            accounts
            account_id | handle | display_name
            a | brook | Daily Stock Tips
            b | zhao | 李雷医生
            c | lind | Dr. Ben Marsh

            credentials
            account_id | field | checked_at | valid_until | status
            a | medicine | 2025-01-01 | 2030-01-01 | valid
            b | medicine | 2025-01-01 | |
            c | medicine | 2025-01-01 | 2030-01-01 | valid
            c | law | 2025-01-01 | 2030-01-01 | valid

            profile_changes
            account_id | at | field | old | new
            a | 2025-06-01 | display_name | Dr. Anna Brook | Anna B
            a | 2025-07-01 | display_name | Daily Stock Something | Daily Stock Tips
            b | 2025-06-01 | display_name | 王晓明医生 | 李雷医生
            c | 2025-06-01 | display_name | Dr. Anna Lind | Dr. Ben Marsh
            """,
            finds=(("a", 0.8, "likely"), ("b", 0.8, "likely"), ("c", 0.8, "likely"), ("c", 0.8, "likely")),
        ),
        Example(
            "married, retitled, back again",
            """
            accounts
            account_id | handle | display_name
            a | brook | Anna Marsh, MD
            b | zhao | 王晓明主任医师
            c | lind | Anna Lind
            d | otto | Отто Линд
            e | emil | Dr.

            credentials
            account_id | field | checked_at | valid_until | status
            a | medicine | 2025-01-01 | 2030-01-01 | valid
            b | medicine | 2025-01-01 | 2030-01-01 | valid
            c | medicine | 2025-01-01 | 2030-01-01 | valid
            d | medicine | 2025-01-01 | 2030-01-01 | valid
            e | medicine | 2025-01-01 | 2030-01-01 | valid

            profile_changes
            account_id | at | field | old | new
            a | 2025-06-01 | display_name | Dr. Anna Brook | Anna Marsh, MD
            b | 2025-06-01 | display_name | 王晓明医生 | 王晓明主任医师
            c | 2025-06-01 | display_name | Dr. Anna Lind | Happy Holidays
            c | 2025-07-01 | display_name | Happy Holidays | Anna Lind
            d | 2025-06-01 | display_name | 王晓明 | Отто Линд
            e | 2025-06-01 | display_name | Emil Lock | Dr.
            """,
        ),
        Example(
            "checked anew, over, or gone",
            """
            accounts
            account_id | handle | display_name | status
            a | brook | Ben Marsh |
            b | zhao | Ben Marsh |
            c | lind | Ben Marsh | closed
            d | otto | Ben Marsh | suspended
            e | emil | Ben Marsh |
            f | finn | Ben Marsh |
            g | gull | Ben Marsh |
            h | hope | Ben Marsh |

            credentials
            account_id | field | checked_at | valid_until | status
            a | medicine | 2025-01-01 | 2030-01-01 | valid
            a | medicine | 2025-09-01 | 2030-01-01 | valid
            b | medicine | 2025-01-01 | 2025-12-01 | valid
            c | medicine | 2025-01-01 | 2030-01-01 | valid
            d | medicine | 2025-01-01 | 2030-01-01 | valid
            e | medicine | 2025-01-01 | 2030-01-01 | revoked
            f | medicine | 2026-01-02 | 2030-01-01 | valid
            g | medicine | 2025-01-01 | 2030-01-01 | valid
            h | medicine | 2025-01-01 | 2030-01-01 | valid

            profile_changes
            account_id | at | field | old | new
            a | 2025-06-01 | display_name | Anna Lind | Ben Marsh
            b | 2025-06-01 | display_name | Anna Lind | Ben Marsh
            c | 2025-06-01 | display_name | Anna Lind | Ben Marsh
            d | 2025-06-01 | display_name | Anna Lind | Ben Marsh
            e | 2025-06-01 | display_name | Anna Lind | Ben Marsh
            f | 2026-01-03 | display_name | Anna Lind | Ben Marsh
            g | 2026-02-01 | display_name | Anna Lind | Ben Marsh
            h | 2025-06-01 | bio | Anna Lind | Ben Marsh
            """,
        ),
    ),
    references=("design/domain.md L2c: badge removal on rename; S7: a badge drops when a verified account is renamed",),
)
