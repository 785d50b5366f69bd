"""Accounts that rest on a check which ran out, or whose subject changed since, with no check after it."""

from __future__ import annotations

from aboveboard.detector import Detector, Mistake, Param, Sql
from aboveboard.detectors.overdue_check_worlds import EXAMPLES

_CHECKS = """
SELECT c.account_id, c.kind,
  max(CASE WHEN c.result = 'pass' THEN c.at END) AS passed_at,
  max(CASE WHEN c.result <> 'pass' THEN c.at END) AS missed_at,
  max(CASE WHEN c.result = 'pass' THEN c.expires_at END) AS ends_at,
  max(CASE WHEN c.result = 'pass' AND c.expires_at IS NULL THEN 1 ELSE 0 END) AS endless,
  max(CASE WHEN c.kind = 'age' AND c.age_band = 'adult' THEN 1 ELSE 0 END) AS grown
FROM attestations AS c WHERE coalesce(c.at <= $as_of, true) GROUP BY c.account_id, c.kind
"""

_RENAMED = """
SELECT account_id, passed_at, changed_at FROM (
  SELECT k.account_id, k.passed_at, p.at AS changed_at, p.old,
    row_number() OVER (PARTITION BY k.account_id ORDER BY p.at, p.old) AS place
  FROM checks AS k JOIN profile_changes AS p ON p.account_id = k.account_id
  WHERE k.kind = 'organisation' AND p.field = 'display_name' AND p.at > k.passed_at
    AND coalesce(k.missed_at < p.at, true)
) AS r JOIN (SELECT account_id, display_name FROM accounts) AS a USING (account_id)
WHERE place = 1 AND lower(replace(r.old, ' ', '')) <> lower(replace(a.display_name, ' ', ''))
"""

_HANDED_OVER = """
SELECT k.account_id, k.passed_at, min(h.since) AS changed_at
FROM checks AS k JOIN official_accounts AS o ON o.account_id = k.account_id
JOIN holders AS h ON h.org_id = o.org_id
WHERE k.kind = 'real_name' AND coalesce(o.until > $as_of, true) AND h.since > k.passed_at AND coalesce(k.missed_at < h.since, true)
GROUP BY k.account_id, k.passed_at
"""

_CREDENTIALS = """
SELECT c.account_id, c.field, max(c.valid_from) AS passed_at, max(c.valid_until) AS ends_at
FROM credentials AS c JOIN accounts AS a ON a.account_id = c.account_id
WHERE coalesce(c.status, 'valid') = 'valid' AND a.kind = 'professional' AND coalesce(c.valid_from <= $as_of, true)
GROUP BY c.account_id, c.field HAVING max(CASE WHEN c.valid_until IS NULL THEN 1 ELSE 0 END) = 0
"""

_DUE = """
SELECT account_id, replace(kind, '_', ' ') AS subject, passed_at AS checked_at, ends_at AS due_at, 'it ran out' AS ground, grown, 0 AS renamed
FROM checks WHERE endless = 0 AND coalesce(missed_at < passed_at, true)
UNION ALL SELECT account_id, 'organisation' AS subject, passed_at AS checked_at, changed_at AS due_at,
  'the name that was checked was changed' AS ground, 0 AS grown, 1 AS renamed FROM renamed
UNION ALL SELECT account_id, 'real name' AS subject, passed_at AS checked_at, changed_at AS due_at,
  'its office passed to another holder' AS ground, 0 AS grown, 0 AS renamed FROM handed_over
UNION ALL SELECT account_id, concat('credential in ', field) AS subject, passed_at AS checked_at, ends_at AS due_at,
  'it ran out' AS ground, 0 AS grown, 0 AS renamed FROM credential_checks
"""

_FOUND = """
SELECT account_id, handle, subject, ground, due_at AS first_at, last_at, days_overdue,
  CASE WHEN checked_at IS NULL THEN '' ELSE concat(', of ', substring(CAST(checked_at AS VARCHAR), 1, 10)) END AS checked,
  CASE WHEN last_at IS NULL THEN '' ELSE concat('; the account was still used on ', substring(CAST(last_at AS VARCHAR), 1, 10)) END AS use,
  CASE WHEN grown = 1 THEN 0.2 ELSE round(1 - 0.4 * CASE WHEN last_at IS NULL THEN 1 ELSE 0.5 END
    * CASE renamed WHEN 1 THEN 0.5 ELSE 1 END, 4) END AS score,
  CASE WHEN grown = 0 AND (renamed = 1 OR last_at IS NOT NULL) THEN 'likely' ELSE 'possible' END AS tier,
  ['document', CASE WHEN renamed = 1 THEN 'profile' END, CASE WHEN last_at IS NOT NULL THEN 'behaviour' END] AS classes
FROM (
  SELECT d.account_id, d.subject, d.ground, d.checked_at, d.due_at, d.grown, d.renamed, a.handle, a.last_active_at AS last_at,
    date_diff('day', d.due_at, $as_of) AS days_overdue,
    row_number() OVER (PARTITION BY d.account_id ORDER BY d.grown, d.due_at, d.subject, d.ground) AS place
  FROM due AS d JOIN accounts AS a ON a.account_id = d.account_id LEFT JOIN (
    SELECT account_id, max(kind) AS hold FROM holds
    WHERE kind IN ('memorial', 'archive') AND coalesce(until > $as_of, true) GROUP BY account_id
  ) AS h ON h.account_id = d.account_id
  WHERE coalesce(a.status, 'active') = 'active' AND coalesce(a.last_active_at >= d.due_at, true) AND h.hold IS NULL
    AND date_diff('day', d.due_at, $as_of) >= $grace
) AS overdue WHERE place = 1
"""

OVERDUE_CHECK = Detector(
    name="overdue_check",
    version="1",
    violation="stale_check",
    about=(
        "A check holds for a time and for what was checked. It is due again when it runs out, when an organisation's account changes "
        "the name it was checked with, when an office passes to another holder than the one whose name was checked, and when the "
        "credential of somebody shown as a professional runs out. Overdue is one that was not repeated within the days of grace, on an "
        "account that is in use. Nobody is accused: the operator or the holder forgot. Score: 0.6 for the record alone; use since "
        "then, and a changed name, each halve the remaining doubt. 0.2 where only an adult's proof of age ran out."
    ),
    reads={
        "accounts": "account_id handle display_name? kind? status? last_active_at?",
        "attestations?": "account_id kind result age_band at expires_at",
        "credentials?": "account_id field valid_from valid_until status",
        "profile_changes?": "account_id at field old",
        "official_accounts?": "org_id account_id until",
        "holders?": "org_id since",
        "holds?": "account_id kind until",
    },
    params={"grace": Param(30, "days", 0, 3650, "how long after it is due a check may be repeated")},
    classes=("document", "profile", "behaviour"),
    steps=(
        Sql("checks", _CHECKS),
        Sql("renamed", _RENAMED),
        Sql("handed_over", _HANDED_OVER),
        Sql("credential_checks", _CREDENTIALS),
        Sql("due", _DUE),
        Sql("found", _FOUND),
    ),
    says=(
        "the check of {handle} ({subject}{checked}) is overdue since {first_at}, {days_overdue} days: {ground}, and no check has "
        "followed{use}"
    ),
    mistakes=(
        Mistake(
            "The check was repeated and the new result is not in the tables yet.",
            "nothing is told within the days of grace; any later check of that kind, passed or not, silences it",
            "repeated, covered by another, or within the grace",
        ),
        Mistake(
            "Nobody relies on the check: the account sleeps, is closed, is a memorial, or no longer shows the profession.",
            "an account that was not used since, or is not active, and a memorial or archive, need no check until they return",
            "nobody relies on it",
        ),
        Mistake(
            "An adult stays an adult, though the proof of it ran out.",
            "an adult's age check is never more than possible at 0.2, and any other overdue check of the account is told before it",
            "checks that ran out",
        ),
        Mistake(
            "The new name is the organisation's own, or only its spelling changed.",
            "a name that is back, or differs in case or spaces only, is no change; the finding asks for a check and changes nothing",
            "changes that need no check",
        ),
        Mistake(
            "Somebody changed the name they show, while their real name stays what was checked.",
            "a change of name counts for checks of an organisation only",
            "changes that need no check",
        ),
    ),
    examples=EXAMPLES,
    references=(
        "design/domain.md section 2, life-cycle: an account is evaluated again on every profile change, credential expiry, and change of owner",
        "Cyberspace Administration of China, Provisions on the Administration of Internet User Account Information (2022): what an account says is verified at registration and again when it is changed in use",
    ),
)
