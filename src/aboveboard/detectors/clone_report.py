"""Accounts that report another whose name they have only just taken: their claim is refused on first use."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from aboveboard.derived.own_accounts import WORN_SINCE
from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.names.folding import fold
from aboveboard.tables import Type
from aboveboard.text.normal import normal, weight

_REPORTS = """
SELECT account_id, target_account_id AS target, min(at) AS at FROM actions
WHERE verb = 'report' AND at <= $as_of GROUP BY account_id, target_account_id
"""

_WEARERS = """
SELECT a.account_id, a.handle, coalesce(a.display_name, a.handle) AS shown, a.avatar_hash, coalesce(w.taken_at, a.created_at) AS worn_at,
  w.taken_at IS NOT NULL AS renamed
FROM accounts AS a JOIN (
  SELECT account_id FROM reports UNION SELECT target AS account_id FROM reports
) AS r ON r.account_id = a.account_id LEFT JOIN (
  SELECT account_id, name, max(taken_at) AS taken_at FROM worn_since GROUP BY account_id, name
) AS w ON w.account_id = a.account_id AND w.name = coalesce(a.display_name, a.handle)
"""

_KEYS: Mapping[str, Type] = {
    "account_id": "string", "handle": "string", "shown": "string", "avatar_hash": "string", "worn_at": "time", "renamed": "bool",
    "folded": "string", "letters": "int",
}  # fmt: skip


def _keys(wearers: pa.Table) -> pa.Table:
    shown = wearers["shown"].combine_chunks()
    kept = {c: wearers[c] for c in ("account_id", "handle", "shown", "avatar_hash", "worn_at", "renamed")}
    return pa.table({**kept, "folded": fold(shown).key, "letters": weight(normal(wearers["shown"]))})


_FOUND = """
SELECT r.account_id, c.handle, c.shown, v.handle AS victim, [r.target] AS related, c.worn_at AS first_at, r.at AS last_at,
  CASE WHEN c.renamed THEN 'took' ELSE 'was made with' END AS took, date_diff('day', v.worn_at, c.worn_at) AS later,
  CASE WHEN c.avatar_hash = v.avatar_hash THEN ', and its picture' ELSE '' END AS picture,
  'refuse the claim on first use; whoever it is shows papers or the older account, and a person decides' AS plan,
  CASE WHEN c.avatar_hash = v.avatar_hash THEN CAST(0.7 AS DOUBLE) ELSE CAST(0.55 AS DOUBLE) END AS score, 'possible' AS tier, ['profile', 'behaviour'] AS classes
FROM reports AS r JOIN worn AS c ON c.account_id = r.account_id JOIN worn AS v ON v.account_id = r.target
WHERE c.folded = v.folded AND c.letters >= $letters AND c.worn_at > v.worn_at AND date_diff('day', c.worn_at, r.at) BETWEEN 0 AND $fresh
"""

CLONE_REPORT = Detector(
    name="clone_report",
    version="1",
    violation="report_abuse",
    about=(
        "To have somebody closed, a rival takes their name and reports them as the impostor; the service sees two accounts of one name and "
        "closes the one without a badge. A claim by an account that took the name after the one it reports, and only lately, is "
        "refused on first use, whatever badge it wears. Names are compared as people see them (folded look-alikes). Never above possible: who lost an account "
        "and reports it from a new one looks the same. Scores are set by hand: 0.55, and 0.7 with the same picture."
    ),
    reads={
        "accounts": "account_id handle display_name? avatar_hash? created_at",
        "actions": "account_id at verb target_account_id",
        "worn_since": "account_id name taken_at",
    },
    derives=(WORN_SINCE,),
    params={
        "fresh": Param(90, "days", 1, 3650, "a name taken no longer before the report is a new name"),
        "letters": Param(6, "letters", 2, 40, "shortest name that is nobody's by chance; an ideograph counts three"),
    },
    classes=("profile", "behaviour"),
    steps=(Sql("reports", _REPORTS), Sql("wearers", _WEARERS), Rows("worn", "wearers", _keys, _KEYS), Sql("found", _FOUND)),
    says="{handle} reports {victim}, whose name {shown} it {took} {later} days after it{picture}; proposed: {plan}",
    mistakes=(
        Mistake(
            "Somebody lost an account and reports it from a new one.",
            "never above possible; nothing is done to either, a person asks for papers or a sign from the older account",
            "took the name, the picture too",
        ),
        Mistake("Two people have one name.", "short names are left out, and so is whoever had the name first or for long", "who had the name first, or for long, or a short one"),
    ),
    examples=(
        Example(
            "took the name, the picture too",
            """
            accounts
            account_id | handle | display_name | avatar_hash | created_at
            a | potter | Marisol Ventura | 11 | 2018-01-01
            b | cryptogifts | Маrisol Ventura | 11 | 2016-01-01
            c | marisol2 | Marisol Ventura | 12 | 2025-12-01
            d | harbourbank | | | 2018-01-01
            e | harb0urbank | | | 2025-12-01
            z | pots | Marisol Ventura | | 2020-01-01

            profile_changes
            account_id | at | field | old | new
            b | 2025-12-08 | display_name | Crypto Gifts | Маrisol Ventura
            b | 2016-03-01 | display_name | Маrisol Ventura | Crypto Gifts
            b | 2025-12-07 | handle | x | cryptogifts
            z | 2025-12-05 | display_name | x | Marisol Ventura

            actions
            account_id | at | verb | object_id | target_account_id
            b | 2025-12-09 | report | a | a
            c | 2025-12-09 | report | a | a
            c | 2025-12-10 | report | a | a
            e | 2025-12-10 | report | d | d
            """,
            finds=(("b", 0.7, "possible"), ("c", 0.55, "possible"), ("e", 0.55, "possible")),
        ),
        Example(
            "who had the name first, or for long, or a short one",
            """
            accounts
            account_id | handle | display_name | created_at
            a | potter | Marisol Ventura | 2018-01-01
            b | gifts | Marisol Ventura | 2025-12-01
            c | marisol2 | Marisol Ventura | 2019-12-01
            d | li | Li Na | 2018-01-01
            e | lina | Li Na | 2025-12-01
            f | other | Somebody Else | 2025-12-01
            g | hollow2 | Quentin Hollow | 2019-01-01
            h | hollow3 | Quentin Hollow | 2025-12-01
            k | hollow | Quentin Hollow | 2010-01-01

            profile_changes
            account_id | at | field | old | new
            a | 2025-11-20 | display_name | Potter | Marisol Ventura

            actions
            account_id | at | verb | object_id | target_account_id
            a | 2025-12-09 | report | b | b
            c | 2025-12-09 | report | a | a
            e | 2025-12-09 | report | d | d
            f | 2025-12-09 | report | a | a
            b | 2025-12-09 | like | a | a
            g | 2025-12-09 | report | k | k
            h | 2026-01-09 | report | k | k
            """,
        ),
    ),
    references=("design/domain.md L2b: never act on a claim from an account younger than, or lately renamed to, the claimed identity", "design/domain.md S8"),
)  # fmt: skip
