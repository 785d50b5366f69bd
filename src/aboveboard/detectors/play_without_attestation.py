"""Accounts that play without the check that the operator's rules ask for: guests, minors without a guardian, checks that ran out."""

from __future__ import annotations

from aboveboard.derived.ages import AGES
from aboveboard.detector import Detector, Example, Mistake, Param, Sql

_COVERED = """
SELECT a.account_id, a.handle, a.created_at, m.under, m.expires_at, r.rule, r.source, r.under AS bound, unnest(r.needs) AS need, r.since, r.until,
  coalesce(r.grace_days, 0) AS grace
FROM accounts AS a JOIN play_rules AS r ON coalesce(r.region, a.region, '') = coalesce(a.region, '') LEFT JOIN ages AS m ON m.account_id = a.account_id
WHERE (r.under IS NULL OR m.under <= r.under) AND coalesce(a.kind, 'game') = 'game' AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_CHECKS = """
SELECT account_id, kind, max(CASE WHEN result = 'pass' OR kind = 'age' AND age_band IN ('minor', 'adult') THEN coalesce(expires_at, CAST('2200-01-01' AS TIMESTAMPTZ)) END) AS good_until,
  max(CASE result WHEN 'fail' THEN 1 ELSE 0 END) AS failed
FROM attestations WHERE coalesce(at <= $as_of, true) GROUP BY account_id, kind
"""

_ANSWERED = """
SELECT k.account_id, n.need, max(k.good_until) AS good_until, max(k.failed) AS failed
FROM (
  SELECT need, unnest(str_split_regex(need, ' or ')) AS kind FROM (SELECT DISTINCT need FROM covered) AS d
) AS n JOIN checks AS k ON k.kind = n.kind GROUP BY k.account_id, n.need
"""

_PLAYS = """
SELECT c.account_id, c.handle, c.rule, c.source, c.need, c.under, k.good_until, coalesce(k.failed, 0) AS failed, count(*) AS plays,
  min(s.started_at) AS first_at, max(s.started_at) AS last_at
FROM covered AS c JOIN sessions AS s ON s.account_id = c.account_id LEFT JOIN answered AS k ON k.account_id = c.account_id AND k.need = c.need
WHERE s.started_at <= $as_of AND date_diff('day', s.started_at, $as_of) <= $days
  AND coalesce(s.started_at >= c.since, true) AND coalesce(s.started_at < c.until, true)
  AND (c.bound IS NULL OR coalesce(s.started_at < c.expires_at, true))
  AND coalesce(date_diff('second', c.created_at, s.started_at) >= 86400 * c.grace, true)
  AND coalesce(date_diff('second', k.good_until, s.started_at) >= 86400 * c.grace, true)
GROUP BY c.account_id, c.handle, c.rule, c.source, c.need, c.under, k.good_until, k.failed HAVING count(*) >= $plays
"""

_FOUND = """
SELECT account_id, handle, rule, source, need, plays, first_at, last_at, CAST(CAST(first_at AS DATE) AS VARCHAR) AS first_day,
  CASE WHEN good_until IS NOT NULL THEN concat('it ran out on ', CAST(CAST(good_until AS DATE) AS VARCHAR)) WHEN failed = 1 THEN 'the check failed'
    ELSE 'there was none' END AS state,
  coalesce(who, '') AS who, CASE WHEN good_until IS NOT NULL THEN CAST(0.75 AS DOUBLE) WHEN failed = 1 THEN 0.85 WHEN who IS NOT NULL THEN 0.9 ELSE 0.8 END AS score,
  'likely' AS tier, ['identity', 'behaviour'] AS classes
FROM (
  SELECT account_id, handle, rule, source, need, CASE WHEN under <= 18 THEN concat(', checked to be under ', CAST(under AS VARCHAR), ',') END AS who, good_until, failed, plays, first_at, last_at,
    ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY plays DESC, need DESC, rule) AS place FROM plays
) AS p WHERE place = 1
"""

_RULES = """
            play_rules
            rule | source | region | under | needs | since | until | grace_days
            names | Youth law 2 | east | | real_name; age | 2021-09-01 | | 7
            consent | Privacy law 8 | west | 16 | guardian | | 2025-12-20 |
            elders | House rule | north | 150 | age | | |
            later | House rule | south | | age | 2025-12-20 | |
            either | House rule | mid | | real_name or age | | |
"""

PLAY_WITHOUT_ATTESTATION = Detector(
    name="play_without_attestation",
    version="1",
    violation="minor_unprotected",
    about=(
        "A rule of the operator says that nobody, or nobody under an age, plays without a passed check of some kind (`play_rules.needs`): a real "
        "name, an age, a guardian, or one of several (`real_name or age`). Found is who plays without it: as a guest where the rule knows no guests, after a failed check, or after one ran out. "
        "Where no rule needs a check, guests are welcome and nobody is found. Only the result and the end of a check are read, never a document; "
        "a check of age is answered where it told the band, whatever the band. "
        "Scores are set by hand: 0.9 where the holder is known to be a minor, 0.85 after a failed check, 0.8 for a guest, 0.75 where a check ran "
        "out. Two classes of evidence meet: the record of checks, and play. First remedy: ask for the check."
    ),
    reads={
        "accounts": "account_id handle kind? status? region? created_at?",
        "sessions": "account_id started_at",
        "play_rules": "rule source region? under? needs since? until? grace_days?",
        "attestations": "account_id kind result age_band? at? expires_at?",
        "ages": "account_id under expires_at",
    },
    derives=(AGES,),
    params={
        "days": Param(45, "days", 1, 400, "how far back sessions are judged"),
        "plays": Param(2, "sessions", 1, 100, "fewest sessions without the check"),
    },
    classes=("identity", "behaviour"),
    steps=(
        Sql("covered", _COVERED),
        Sql("checks", _CHECKS),
        Sql("answered", _ANSWERED),
        Sql("plays", _PLAYS),
        Sql("found", _FOUND),
    ),
    says="{handle}{who} played {plays} times since {first_day} without a check of {need}, which {rule} ({source}) asks for: {state}",
    mistakes=(
        Mistake("The service lets guests play.", "only a rule with `needs` asks for a check", "checked, by one of two kinds, too, a guest where guests may play, just joined"),
        Mistake(
            "The check ran out yesterday, or the account is new.",
            "`grace_days` of the rule count from both",
            "checked, by one of two kinds, too, a guest where guests may play, just joined",
        ),
        Mistake(
            "The check was made elsewhere and is missing from the table.",
            "the first remedy is to ask for it; without any attestations the detector does not run",
        ),
        Mistake("An adult is asked for what only minors need.", "a rule with `under` holds only for those whom a check has shown to be younger", "of age, not in force, closed, no game"),
    ),
    examples=(
        Example(
            "a guest, a failed check, one that ran out, a minor without a guardian, none of two kinds of which one would do",
            """
            accounts
            account_id | handle | kind | region | created_at
            a | ann | game | east | 2025-01-01
            b | bob | | east |
            c | cid | game | east | 2025-01-01
            d | dot | game | west | 2025-01-01
            e | eve | game | east | 2025-12-01
            f | fay | game | west | 2025-01-01
            g | gus | game | mid | 2025-01-01
            h | hal | game | mid | 2025-01-01
            i | ivy | game | mid | 2025-01-01

            attestations
            account_id | kind | result | age_band | age_under | at | expires_at
            g | guardian | pass | | | 2025-06-01 |
            h | real_name | fail | | | 2025-06-01 |
            i | age | pass | adult | | 2023-06-01 | 2025-12-01
            i | real_name | fail | | | 2025-06-01 |
            b | real_name | fail | | | 2025-06-01 |
            b | age | pass | adult | | 2025-06-01 |
            c | real_name | pass | | | 2023-06-01 | 2025-12-01
            c | real_name | pass | | | 2022-06-01 | 2023-06-01
            c | age | pass | adult | | 2025-06-01 |
            d | age | pass | minor | 14 | 2025-06-01 |
            d | guardian | none | | | 2025-06-01 |
            d | real_name | pass | | | 2025-07-01 |
            e | real_name | pass | | | 2026-02-01 |
            e | age | pass | adult | | 2025-06-01 |
            f | age | pass | minor | 14 | 2025-06-01 | 2025-12-11
            f | guardian | pass | | | 2025-06-01 | 2025-12-01

            sessions
            account_id | started_at
            a | 2025-12-10
            a | 2025-12-11
            b | 2025-12-10
            b | 2025-12-11
            c | 2025-12-10
            c | 2025-12-11
            d | 2025-12-10
            d | 2025-12-11
            e | 2025-12-10
            e | 2025-12-11
            f | 2025-12-09
            f | 2025-12-10
            f | 2025-12-12
            g | 2025-12-10
            g | 2025-12-11
            h | 2025-12-10
            h | 2025-12-11
            i | 2025-12-10
            i | 2025-12-11
"""
            + _RULES,
            finds=(
                ("a", 0.8, "likely"), ("b", 0.85, "likely"), ("c", 0.75, "likely"), ("d", 0.9, "likely"), ("e", 0.8, "likely"), ("f", 0.75, "likely"),
                ("g", 0.8, "likely"), ("h", 0.85, "likely"), ("i", 0.75, "likely"),
            ),
        ),
        Example(
            "checked, by one of two kinds, too, a guest where guests may play, just joined",
            """
            accounts
            account_id | handle | kind | region | created_at
            a | ann | game | east | 2025-01-01
            b | bob | game | south | 2025-01-01
            c | cid | game | east | 2025-12-08
            d | dot | game | east | 2025-01-01
            e | eve | game | east | 2025-01-01
            f | fay | game | west | 2025-01-01
            g | gus | game | mid | 2025-01-01
            h | hal | game | mid | 2025-01-01

            attestations
            account_id | kind | result | age_band | age_under | at | expires_at
            g | age | pass | adult | | 2025-06-01 |
            g | real_name | fail | | | 2025-06-01 |
            h | age | pass | adult | | 2023-06-01 | 2024-06-01
            h | real_name | pass | | | 2025-06-01 |
            a | real_name | pass | | | 2025-06-01 | 2026-06-01
            a | age | pass | adult | | 2025-06-01 |
            d | real_name | pass | | | 2025-06-01 | 2025-12-10
            d | age | fail | minor | | 2025-06-01 | 2025-12-11
            f | age | pass | minor | 14 | 2025-06-01 |
            f | guardian | pass | | | 2025-06-01 |

            sessions
            account_id | started_at
            a | 2025-12-10
            a | 2025-12-11
            b | 2025-12-10
            b | 2025-12-11
            c | 2025-12-10
            c | 2025-12-11
            d | 2025-12-11
            d | 2025-12-12
            e | 2025-12-11
            f | 2025-12-10
            f | 2025-12-11
            g | 2025-12-10
            g | 2025-12-11
            h | 2025-12-10
            h | 2025-12-11
"""
            + _RULES,
        ),
        Example(
            "of age, not in force, closed, no game",
            """
            accounts
            account_id | handle | kind | region | status
            a | ann | game | west |
            b | bob | game | west |
            c | cid | game | east | closed
            d | dot | personal | east |
            e | eve | game | west |
            f | fay | game | east |
            g | gus | game | west |
            h | hal | game | west |
            i | ivy | game | north |
            j | jan | game | west |

            attestations
            account_id | kind | result | age_band | age_under | at | expires_at
            a | real_name | pass | adult | | 2025-06-01 |
            e | age | pass | minor | 14 | 2025-06-01 |
            g | age | pass | minor | 14 | 2025-06-01 | 2025-12-01
            h | age | pass | minor | | 2025-06-01 |
            i | age | pass | minor | | 2026-02-01 |
            j | age | pass | minor | 14 | 2022-06-01 |
            j | age | pass | adult | | 2025-06-01 |
            i | real_name | fail | minor | | 2025-02-01 |
            i | guardian | pass | minor | | 2025-02-01 |

            sessions
            account_id | started_at
            a | 2025-12-10
            a | 2025-12-11
            b | 2025-12-10
            b | 2025-12-11
            c | 2025-12-10
            c | 2025-12-11
            d | 2025-12-10
            d | 2025-12-11
            e | 2025-12-21
            e | 2025-12-22
            f | 2021-08-01
            f | 2025-10-11
            f | 2025-10-12
            j | 2025-12-10
            j | 2025-12-11
            f | 2026-01-11
            f | 2026-01-12
            g | 2025-12-10
            g | 2025-12-11
            h | 2025-12-10
            h | 2025-12-11
            i | 2025-12-10
            i | 2025-12-11
"""
            + _RULES,
        ),
    ),
    references=(
        "design/domain.md L5: only pass or fail and the time; no guest mode where the pack forbids it; guardian consent",
        "National Press and Publication Administration of China, notice of 30 August 2021: no play without a real-name registration",
        "16 CFR 312.5 (United States) and article 8 of Regulation (EU) 2016/679: a guardian's consent under an age",
    ),
)  # fmt: skip
