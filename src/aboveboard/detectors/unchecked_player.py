"""Accounts that play unchecked where nearly everybody else who plays has passed a check: the service's own practice is the rule."""

from __future__ import annotations

from aboveboard.derived.ages import AGES
from aboveboard.detector import Detector, Example, Mistake, Param, Sql
from aboveboard.examples.checked import FEW_CHECKED, PRACTICE, SMALL, UNGUARDED, UNSURE

_PLAYS = """
SELECT account_id, at, count FROM (
  SELECT account_id, started_at AS at, 1 AS count FROM sessions
  UNION ALL SELECT account_id, coalesce(until, since) AS at, count FROM activity
) AS s JOIN (
  SELECT account_id FROM accounts WHERE kind = 'game' AND coalesce(status, 'active') NOT IN ('closed', 'suspended')
) AS a USING (account_id) WHERE at <= $as_of AND date_diff('day', at, $as_of) <= $days
"""

_CHECKS = """
SELECT account_id, need, max(CASE WHEN answered THEN coalesce(expires_at, CAST('2200-01-01' AS TIMESTAMPTZ)) END) AS good_until,
  max(CASE WHEN answered THEN 0 ELSE 1 END) AS refused
FROM (
  SELECT account_id, CASE kind WHEN 'guardian' THEN 'a guardian' ELSE 'name or age' END AS need, expires_at,
    result = 'pass' OR kind = 'age' AND age_band IN ('minor', 'adult') AS answered
  FROM attestations WHERE kind IN ('real_name', 'age', 'guardian') AND coalesce(at <= $as_of, true)
) AS k GROUP BY account_id, need
"""

_ASKED = """
SELECT p.account_id, p.at, p.count, n.need, m.under, coalesce(k.refused, 0) AS refused, k.good_until,
  coalesce(k.good_until > p.at, false) AS good
FROM plays AS p CROSS JOIN (SELECT 'name or age' AS need UNION ALL SELECT 'a guardian' AS need) AS n
LEFT JOIN ages AS m ON m.account_id = p.account_id LEFT JOIN checks AS k ON k.account_id = p.account_id AND k.need = n.need
WHERE n.need = 'name or age' OR (m.under <= 18 AND coalesce(p.at < m.expires_at, true))
"""

_PLAYERS = """
SELECT account_id, need, max(CASE WHEN under <= 18 THEN 1 ELSE 0 END) AS young, max(refused) AS refused, max(good_until) AS good_until,
  sum(CASE WHEN good THEN 0 ELSE count END) AS times, min(CASE WHEN NOT good THEN at END) AS first_at, max(CASE WHEN NOT good THEN at END) AS last_at
FROM asked GROUP BY account_id, need HAVING sum(count) >= $plays
"""

_PRACTICE = """
SELECT need, count(*) AS players, sum(CASE WHEN times = 0 THEN 1 ELSE 0 END) AS checked FROM players GROUP BY need
"""

_USUAL = """
SELECT need, players, checked FROM practice CROSS JOIN (SELECT count(*) AS rules FROM play_rules) AS r
WHERE rules = 0 AND players >= $players AND checked >= CASE need WHEN 'a guardian' THEN $guarded ELSE $checked END * players
"""

_FOUND = """
SELECT p.account_id, a.handle, p.need, p.times, p.players, p.checked, p.first_at, p.last_at, CAST(CAST(p.first_at AS DATE) AS VARCHAR) AS first_day,
  CASE WHEN p.young = 1 THEN ', checked to be a minor,' ELSE '' END AS who,
  CASE WHEN p.good_until IS NOT NULL THEN concat('it ran out on ', CAST(CAST(p.good_until AS DATE) AS VARCHAR)) WHEN p.refused = 1 THEN 'the check was not passed'
    ELSE 'there was none' END AS state,
  CASE WHEN p.young = 1 THEN CAST(0.6 AS DOUBLE) WHEN p.refused = 1 THEN 0.55 ELSE 0.5 END AS score, 'possible' AS tier, ['identity', 'behaviour'] AS classes
FROM (
  SELECT q.account_id, q.need, q.young, q.refused, q.good_until, q.times, q.first_at, q.last_at, u.players, u.checked,
    ROW_NUMBER() OVER (PARTITION BY q.account_id ORDER BY q.times DESC, q.need) AS place
  FROM players AS q JOIN usual AS u ON u.need = q.need WHERE q.times >= $plays
) AS p JOIN accounts AS a ON a.account_id = p.account_id WHERE p.place = 1
"""

UNCHECKED_PLAYER = Detector(
    name="unchecked_player",
    version="1",
    violation="minor_unprotected",
    about=(
        "No rule of play is given (`play_rules`), but the service has one: nearly all who play have passed a check of name or age, and most known "
        "minors have a guardian's. Who plays on without is named: as a guest, after a check that was not passed, or after one that ran out. What is "
        "usual is counted from the world itself and told with each finding. It is never more than possible, and nothing follows but a question: the "
        "operator's own rules, once given, go before it. Scores are set by hand: 0.6 for a known minor, 0.55 after a check that was not passed, 0.5 else."
    ),
    reads={
        "accounts": "account_id handle kind status?",
        "sessions?": "account_id started_at",
        "activity?": "account_id count since? until?",
        "attestations": "account_id kind result age_band? at? expires_at?",
        "play_rules?": "rule",
        "ages": "account_id under expires_at",
    },
    derives=(AGES,),
    params={
        "days": Param(45, "days", 1, 400, "how far back play is judged"),
        "plays": Param(2, "times", 1, 100, "fewest times of play without the check"),
        "players": Param(20, "accounts", 5, 100000, "fewest who play, from which it is said what is usual"),
        "checked": Param(0.9, "share", 0.5, 1, "of all who play, so many have passed a check of name or age where that is asked of all"),
        "guarded": Param(0.8, "share", 0.5, 1, "of known minors who play, so many have a guardian's check where that is asked of all"),
    },
    classes=("identity", "behaviour"),
    steps=(
        Sql("plays", _PLAYS),
        Sql("checks", _CHECKS),
        Sql("asked", _ASKED),
        Sql("players", _PLAYERS),
        Sql("practice", _PRACTICE),
        Sql("usual", _USUAL),
        Sql("found", _FOUND),
    ),
    says=(
        "{handle}{who} played {times} times since {first_day} without a check of {need}, which {checked} of the {players} who play and would need it have: {state}"
    ),
    mistakes=(
        Mistake("The service lets guests play.", "where fewer than `checked` of all players are checked, nobody is named", "where guests are usual"),
        Mistake("The operator's rules ask for less.", "rules that are given go before what is usual", "where rules are given"),
        Mistake("A check was renewed late, or is missing from the table.", "times before it ran out count for nothing; it is possible at most, and the first remedy is to ask"),
        Mistake("Somebody came of age, and the guardian's check ended.", "a guardian is asked for only while the newest check says minor and runs", "checked, of age, no longer playing"),
    ),
    examples=(
        Example(
            "a guest, a check not passed, one that ran out, a minor without a guardian, play that is only counted",
            PRACTICE,
            finds=(
                *((a, 0.5, "possible") for a in "egnov"),
                ("c", 0.55, "possible"),
                *((a, 0.6, "possible") for a in "mwx"),
            ),
        ),
        Example("where guests are usual", FEW_CHECKED),
        Example("where no guardian is asked for", UNGUARDED),
        Example("too few to tell", SMALL),
        Example("where rules are given", PRACTICE + "play_rules\nrule | source\nhours | House rule\n\n"),
        Example("checked, of age, no longer playing", UNSURE),
    ),
    references=("design/domain.md L5: real-name and guardian attestation; guest mode where a policy forbids it",),
)  # fmt: skip
