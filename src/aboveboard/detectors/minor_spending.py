"""Attested minors who spend more at once, or in a month, than the operator's rules allow."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from aboveboard.derived.ages import AGES
from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.series.local_days import DAY, local
from aboveboard.tables import Type

_COVERED = """
SELECT m.account_id, a.handle, m.under, m.expires_at, r.rule, r.source, coalesce(a.zone, r.zone, 'UTC') AS zone, r.since, r.until, r.payment, r.monthly,
  coalesce(r.currency, '') AS currency, coalesce(r.guardian_allows, false) AS lifted
FROM ages AS m JOIN accounts AS a ON a.account_id = m.account_id JOIN play_rules AS r ON coalesce(r.region, a.region, '') = coalesce(a.region, '')
WHERE m.under <= coalesce(r.under, 18) AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_GUARDS = """
SELECT account_id, min(at) AS since, max(coalesce(expires_at, CAST('2200-01-01' AS TIMESTAMPTZ))) AS until FROM attestations
WHERE kind = 'guardian' AND result = 'pass' GROUP BY account_id
"""

_SPENT = """
SELECT c.account_id, c.rule, c.zone, p.at, p.amount, c.payment
FROM covered AS c JOIN actions AS p ON p.account_id = c.account_id AND coalesce(p.currency, '') = c.currency
LEFT JOIN guards AS g ON g.account_id = c.account_id
WHERE p.at <= $as_of AND date_diff('day', p.at, $as_of) <= $days
  AND coalesce(p.at >= c.since, true) AND coalesce(p.at < c.until, true) AND coalesce(p.at < c.expires_at, true)
  AND NOT (c.lifted AND coalesce(p.at >= g.since AND p.at < g.until, false))
"""

_DATED: Mapping[str, Type] = {
    "account_id": "string", "rule": "string", "at": "time", "amount": "float", "payment": "float", "month": "string",
}  # fmt: skip


def _dated(spent: pa.Table) -> pa.Table:
    """Add the local month, such as 2025-11, to each payment; in an unknown zone it is that of UTC."""
    at, zone = spent["at"].combine_chunks(), spent["zone"].combine_chunks()
    shown = local(at, zone).fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
    plain = at.cast(pa.timestamp("us", tz="UTC")).cast(pa.int64()).to_numpy(zero_copy_only=False)
    day = np.where(shown == 0, plain, shown) // DAY
    month = day.astype("datetime64[D]").astype("datetime64[M]").astype(str)
    return pa.table(
        {
            **{n: spent[n] for n in ("account_id", "rule", "at", "amount", "payment")},
            "month": pa.array(month.tolist(), pa.string()),
        }
    )


_ONCE = """
SELECT account_id, rule, count(*) AS times, max(amount) AS largest, min(at) AS first_at, max(at) AS last_at FROM dated
WHERE amount > payment GROUP BY account_id, rule
"""

_MONTHS = """
SELECT account_id, rule, count(*) AS months, max(total) AS most, min(first_at) AS first_at, max(last_at) AS last_at FROM (
  SELECT d.account_id, d.rule, d.month, sum(d.amount) AS total, min(d.at) AS first_at, max(d.at) AS last_at
  FROM dated AS d JOIN play_rules AS r ON r.rule = d.rule
  GROUP BY d.account_id, d.rule, d.month HAVING sum(d.amount) > max(r.monthly)
) AS m GROUP BY account_id, rule
"""

_JUDGED = """
SELECT c.account_id, c.handle, c.under, c.rule, c.source, c.payment, c.monthly, c.currency, o.times, o.largest, m.months, m.most,
  coalesce(o.times, 0) + coalesce(m.months, 0) AS breaches,
  least(coalesce(o.first_at, m.first_at), coalesce(m.first_at, o.first_at)) AS first_at,
  greatest(coalesce(o.last_at, m.last_at), coalesce(m.last_at, o.last_at)) AS last_at
FROM covered AS c LEFT JOIN once AS o ON o.account_id = c.account_id AND o.rule = c.rule
LEFT JOIN months AS m ON m.account_id = c.account_id AND m.rule = c.rule
WHERE coalesce(o.times, m.months) IS NOT NULL
"""

_FOUND = """
SELECT account_id, handle, under, rule, source, breaches, first_at, last_at,
  concat(CASE WHEN times IS NOT NULL THEN concat('; payments above ', CAST(CAST(payment AS DECIMAL(18, 2)) AS VARCHAR), ': ', CAST(times AS VARCHAR), ', the largest ',
      CAST(CAST(largest AS DECIMAL(18, 2)) AS VARCHAR)) ELSE '' END,
    CASE WHEN months IS NOT NULL THEN concat('; months above ', CAST(CAST(monthly AS DECIMAL(18, 2)) AS VARCHAR), ': ', CAST(months AS VARCHAR), ', the largest ',
      CAST(CAST(most AS DECIMAL(18, 2)) AS VARCHAR)) ELSE '' END, CASE currency WHEN '' THEN '' ELSE concat(', in ', currency) END) AS more,
  round(1 - CAST(0.2 AS DOUBLE) * power(CAST(0.7 AS DOUBLE), least(breaches, 5) - 1), 4) AS score, 'likely' AS tier, ['identity', 'behaviour'] AS classes
FROM (
  SELECT account_id, handle, under, rule, source, payment, monthly, currency, times, largest, months, most, breaches, first_at, last_at,
    ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY breaches DESC, rule) AS place FROM judged
) AS j WHERE place = 1
"""

_RULES = """
            play_rules
            rule | source | region | under | zone | since | until | guardian_allows | payment | monthly | currency
            purse | Youth law 5 | east | 18 | Asia/Shanghai | 2019-11-01 | | | 100 | 400 | CNY
            small | Youth law 5 | east | 16 | Asia/Shanghai | 2019-11-01 | | | 50 | 200 | CNY
            ours | House rule | west | | | | 2025-12-20 | true | 20 | 60 |
            later | House rule | south | 18 | | 2025-12-20 | | | 20 | |
            once | House rule | north | 18 | | | | | 20 | |
            month | House rule | north | 18 | | | | | | 60 |
"""

MINOR_SPENDING = Detector(
    name="minor_spending",
    version="1",
    violation="minor_unprotected",
    about=(
        "A minor spends more at once, or in a calendar month, than a rule of the operator allows (`play_rules.payment`, `monthly`). Money is what "
        "`actions.amount` says of a gift or a purchase; what is given back has an amount below 0. A rule counts in its own currency only, from "
        "`since` to `until`, for those whom a check has shown to be young enough, and not where it lets a guardian allow more and one does. Months are those "
        "of the account's zone, or the rule's. Score: doubt starts at 0.2 and is multiplied by 0.7 for each further payment or month, up to five. "
        "First remedy: limit spending, tell the guardian, offer the money back."
    ),
    reads={
        "accounts": "account_id handle status? region? zone?",
        "actions": "account_id at amount currency?",
        "play_rules": "rule source region? under? zone? since? until? guardian_allows? payment? monthly? currency?",
        "attestations": "account_id kind result at? expires_at?",
        "ages": "account_id under expires_at",
    },
    derives=(AGES,),
    params={"days": Param(92, "days", 31, 400, "how far back payments are judged")},
    classes=("identity", "behaviour"),
    steps=(
        Sql("covered", _COVERED),
        Sql("guards", _GUARDS),
        Sql("spent", _SPENT),
        Rows("dated", "spent", _dated, _DATED),
        Sql("once", _ONCE),
        Sql("months", _MONTHS),
        Sql("judged", _JUDGED),
        Sql("found", _FOUND),
    ),
    says="{handle}, checked to be under {under}, spent more than {rule} ({source}) allows{more}; proposed: limit spending, tell the guardian, offer the money back",
    mistakes=(
        Mistake("A guardian allowed it.", "where the rule lets a guardian, their attestation lifts it while it lasts", "within limits, given back, allowed, of age"),
        Mistake("The money was given back.", "an amount below 0 is taken off the month", "within limits, given back, allowed, of age"),
        Mistake("It was another currency, or points.", "only amounts in the rule's own currency are compared", "within limits, given back, allowed, of age"),
        Mistake("A parent paid on the child's account.", "the finding blames nobody: the guardian is told and may have the money back"),
    ),
    examples=(
        Example(
            "too much at once, and too much in a month",
            """
            accounts
            account_id | handle | region | zone
            a | ann | east |
            b | bob | east |
            c | cid | west |
            d | dot | west |
            e | eve | east | Europe/Berlin
            f | fay | east |
            g | gus | north |
            h | hal | east |

            attestations
            account_id | kind | result | age_band | age_under | at | expires_at
            a | age | pass | minor | 16 | 2025-01-01 |
            b | age | pass | minor | | 2025-01-01 |
            c | age | pass | minor | | 2025-01-01 |
            c | guardian | pass | | | 2025-12-03 | 2025-12-05
            c | real_name | pass | | | 2025-02-01 |
            d | age | pass | minor | | 2025-01-01 |
            d | guardian | fail | | | 2025-01-01 |
            e | age | pass | minor | | 2025-01-01 |
            f | age | pass | minor | | 2025-01-01 |
            g | age | pass | minor | | 2025-01-01 |
            h | age | pass | minor | | 2025-01-01 |

            actions
            account_id | at | verb | object_id | amount | currency
            a | 2025-12-01 | gift | g | 60 | CNY
            a | 2025-12-02 | gift | g | 90 | CNY
            b | 2025-12-01 | gift | g | 150 | CNY
            b | 2025-12-02 | gift | g | 90 | CNY
            b | 2025-12-03 | gift | g | 90 | CNY
            b | 2025-12-04 | gift | g | 90 | CNY
            c | 2025-12-02 | gift | g | 30 |
            c | 2025-12-04 | gift | g | 40 |
            c | 2025-12-06 | gift | g | 30 |
            d | 2025-12-02 | gift | g | 30 |
            e | 2025-11-30T23:00:00 | gift | g | 90 | CNY
            e | 2025-12-02 | gift | g | 90 | CNY
            e | 2025-12-03 | gift | g | 90 | CNY
            e | 2025-12-04 | gift | g | 90 | CNY
            e | 2025-12-05 | gift | g | 90 | CNY
            f | 2025-11-30T15:00:00 | gift | g | 90 | CNY
            f | 2025-11-20 | gift | g | 350 | CNY
            f | 2025-12-04 | gift | g | 90 | CNY
            g | 2025-12-02 | gift | g | 30 |
            g | 2025-12-04 | gift | g | 40 |
            h | 2025-12-04 | gift | g | 150 | CNY
"""
            + _RULES,
            finds=(
                ("a", 0.86, "likely"), ("b", 0.86, "likely"), ("c", 0.86, "likely"), ("d", 0.8, "likely"), ("e", 0.8, "likely"), ("f", 0.86, "likely"),
                ("g", 0.86, "likely"), ("h", 0.8, "likely"),
            ),
        ),
        Example(
            "within limits, given back, allowed, of age",
            """
            accounts
            account_id | handle | region | status
            a | ann | east |
            b | bob | east |
            c | cid | west |
            d | dot | east |
            e | eve | east |
            f | fay | east | closed
            g | gus | south |
            h | hal | west |
            i | ivy | east |
            j | jan | east |
            k | kim | east |

            attestations
            account_id | kind | result | age_band | age_under | at | expires_at
            a | age | pass | minor | | 2025-01-01 |
            b | age | pass | minor | | 2025-01-01 |
            c | age | pass | minor | | 2025-01-01 |
            c | guardian | pass | | | 2025-01-01 |
            d | age | pass | minor | | 2024-01-01 |
            d | age | pass | adult | | 2025-01-01 |
            e | age | pass | minor | | 2025-01-01 | 2025-12-01
            f | age | pass | minor | | 2025-01-01 |
            g | age | pass | minor | | 2025-01-01 |
            h | age | pass | minor | | 2025-01-01 |
            i | real_name | fail | minor | | 2025-01-01 |
            j | guardian | pass | minor | | 2025-12-30 |
            k | age | pass | minor | | 2026-02-01 |

            actions
            account_id | at | verb | object_id | amount | currency
            a | 2025-12-01 | gift | g | 100 | CNY
            a | 2025-11-01 | gift | g | 90 | CNY
            a | 2025-11-02 | gift | g | 90 | CNY
            a | 2025-11-03 | gift | g | 90 | CNY
            a | 2025-12-04 | gift | g | 90 | CNY
            a | 2025-12-05 | gift | g | 150 | JPY
            a | 2025-09-05 | gift | g | 150 | CNY
            a | 2026-01-05 | gift | g | 150 | CNY
            b | 2025-12-01 | gift | g | 90 | CNY
            b | 2025-12-02 | gift | g | 90 | CNY
            b | 2025-12-03 | gift | g | 90 | CNY
            b | 2025-12-04 | gift | g | 90 | CNY
            b | 2025-12-05 | gift | g | 90 | CNY
            b | 2025-12-06 | gift | g | -90 | CNY
            c | 2025-12-01 | gift | g | 90 |
            d | 2025-12-01 | gift | g | 900 | CNY
            e | 2025-12-05 | gift | g | 900 | CNY
            f | 2025-12-01 | gift | g | 900 | CNY
            g | 2025-12-01 | gift | g | 900 |
            h | 2025-12-25 | gift | g | 900 |
            i | 2025-12-01 | gift | g | 900 | CNY
            j | 2025-12-01 | gift | g | 900 | CNY
            k | 2025-12-01 | gift | g | 900 | CNY
"""
            + _RULES,
        ),
    ),
    references=(
        "design/domain.md L5: time-window and spend limits; protect and inform the guardian; refund path",
        "National Press and Publication Administration of China, notice of 25 October 2019: most money at once and in a month, by age",
    ),
)  # fmt: skip
