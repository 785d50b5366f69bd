"""Accounts whose credential in a field has run out or was revoked, with no other in its place: that field rests."""

from __future__ import annotations

from aboveboard.detector import Detector, Example, Mistake, Sql

_GONE = """
SELECT account_id, field, min(issuer) AS issuer, max(valid_until) AS ended_at, max(coalesce(status, 'valid') = 'revoked') AS revoked
FROM credentials WHERE coalesce(status, 'valid') <> 'unverified' GROUP BY account_id, field
HAVING NOT max(coalesce(status, 'valid') = 'valid' AND coalesce(valid_until > $as_of, true))
"""

_FOUND = """
SELECT g.account_id, a.handle, g.field, g.field AS scope, coalesce(g.issuer, 'an issuer that is not on record') AS issuer, g.ended_at AS first_at, g.ended_at AS last_at,
  CASE WHEN g.revoked THEN 'was revoked' ELSE concat('ended on ', substring(CAST(g.ended_at AS VARCHAR), 1, 10)) END AS state,
  concat('the field ', g.field, ' rests until another is shown; the rest of the account goes on') AS plan,
  CASE a.kind WHEN 'professional' THEN 0.9 ELSE 0.5 END AS score, CASE a.kind WHEN 'professional' THEN 'likely' ELSE 'possible' END AS tier,
  ['document', CASE a.kind WHEN 'professional' THEN 'profile' END] AS classes
FROM gone AS g JOIN accounts AS a ON a.account_id = g.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

LAPSED_CREDENTIAL = Detector(
    name="lapsed_credential",
    version="1",
    violation="unqualified_professional",
    about=(
        "A credential of a professional field has ended or was revoked, and no other of that field stands or is about to begin. What it let the account do "
        "rests; nothing else does, and the finding says so (`scope` is the field). Where the account still presents itself as professional by "
        "its kind this is likely, otherwise only possible: it may have given the profession up. The register decides, so the scores are set by hand: 0.9 and 0.5."
    ),
    reads={
        "accounts": "account_id handle status? kind?",
        "credentials": "account_id field issuer? valid_until? status?",
    },
    classes=("document", "profile"),
    steps=(Sql("gone", _GONE), Sql("found", _FOUND)),
    says="the credential of {handle} in {field} (from {issuer}) {state}; {plan}",
    mistakes=(
        Mistake(
            "The credential was renewed under another number or by another body.",
            "any credential of that field that stands, or is filed to begin, silences the finding",
            "renewed, never verified, or gone",
        ),
        Mistake(
            "Its holder has retired and no longer speaks as one.",
            "without a professional account it is only possible, and nothing but the field rests",
            "a doctor's licence that ended, and a private account's",
        ),
        Mistake("The register is late.", "the holder may show the new document; the pause ends by itself"),
    ),
    examples=(
        Example(
            "a doctor's licence that ended, and a private account's",
            """
            accounts
            account_id | handle | kind | status
            a | annabrook | professional |
            b | benmarsh | personal |
            c | carareed | professional |
            d | doraquay | professional |
            e | emillock | professional |

            credentials
            account_id | field | issuer | valid_from | valid_until | status
            a | medicine | Register | 2010-01-01 | 2025-12-31 | valid
            a | law | Bar | 2010-01-01 | 2030-01-01 | valid
            b | medicine | Register | 2010-01-01 | 2025-12-31 |
            c | medicine | Register | 2010-01-01 | 2030-01-01 | revoked
            d | medicine | Register | 2010-01-01 | 2020-01-01 | valid
            d | medicine | Register | 2020-01-01 | 2030-01-01 | unverified
            e | medicine | Register | 2010-01-01 | 2030-01-01 | valid
            """,
            finds=(("a", 0.9, "likely"), ("b", 0.5, "possible"), ("c", 0.9, "likely"), ("d", 0.9, "likely")),
        ),
        Example(
            "renewed, never verified, or gone",
            """
            accounts
            account_id | handle | kind | status
            a | annabrook | professional |
            b | benmarsh | professional |
            c | carareed | professional | closed
            d | doraquay | professional | suspended
            e | emillock | professional |

            credentials
            account_id | field | issuer | valid_from | valid_until | status
            a | medicine | Register | 2010-01-01 | 2020-01-01 | valid
            a | medicine | Register | 2020-01-01 | 2026-01-02 | valid
            b | medicine | Register | 2010-01-01 | 2020-01-01 | unverified
            c | medicine | Register | 2010-01-01 | 2020-01-01 | valid
            d | medicine | Register | 2010-01-01 | 2020-01-01 | valid
            e | medicine | Register | 2010-01-01 | 2020-01-01 | valid
            e | medicine | Register | 2020-01-01 | | valid
            """,
        ),
    ),
    references=("design/domain.md L2c and S9: notices, then a pause of that field only",),
)
