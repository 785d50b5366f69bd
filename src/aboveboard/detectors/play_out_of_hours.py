"""Attested minors who play outside the hours, or beyond the time, that the operator's rules leave them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from aboveboard.derived.ages import AGES
from aboveboard.detector import Detector, Groups, Mistake, Param, Sql
from aboveboard.detectors.play_out_of_hours_worlds import EXAMPLES
from aboveboard.play_tables import DAYS
from aboveboard.series.local_days import MINUTE, cut, joined, local
from aboveboard.tables import ARROW, Type

_COVERED = """
SELECT m.account_id, a.handle, m.under, m.expires_at, r.rule, r.region, r.source, coalesce(a.zone, r.zone) AS zone, r.since, r.until, r.weekly_minutes,
  coalesce(r.guardian_allows, false) AS lifted
FROM ages AS m JOIN accounts AS a ON a.account_id = m.account_id JOIN play_rules AS r ON coalesce(r.region, a.region, '') = coalesce(a.region, '')
WHERE m.under <= coalesce(r.under, 18) AND coalesce(a.kind, 'game') = 'game' AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_GUARDS = """
SELECT account_id, min(at) AS since, max(coalesce(expires_at, CAST('2200-01-01' AS TIMESTAMPTZ))) AS until FROM attestations
WHERE kind = 'guardian' AND result = 'pass' GROUP BY account_id
"""

_PLAYS = """
SELECT 0 AS shard, c.account_id, c.rule, c.zone, s.started_at, s.ended_at
FROM covered AS c JOIN sessions AS s ON s.account_id = c.account_id LEFT JOIN guards AS g ON g.account_id = c.account_id
WHERE s.ended_at <= $as_of AND s.ended_at > s.started_at AND date_diff('day', s.started_at, $as_of) <= $days
  AND date_diff('minute', s.started_at, s.ended_at) <= 60 * $longest
  AND coalesce(s.started_at >= c.since, true) AND coalesce(s.started_at < c.until, true) AND coalesce(s.started_at < c.expires_at, true)
  AND NOT (c.lifted AND coalesce(s.started_at >= g.since AND s.started_at < g.until, false))
"""

_SLICES: Mapping[str, Type] = {
    "account_id": "string", "rule": "string", "day": "date", "weekday": "string", "week": "date", "begins": "float", "ends": "float", "at": "time",
}  # fmt: skip
"""One row a stretch of play in one local day. `begins`, `ends`: minutes after midnight; `week`: its Monday."""


def _slices(plays: pa.Table) -> pa.Table:
    """Return stretches of play (columns `_SLICES`): several devices at once count once; an unknown zone gives none."""
    account, rule, zone = (plays[n].combine_chunks().dictionary_encode() for n in ("account_id", "rule", "zone"))
    rules = max(len(rule.dictionary), 1)
    owner = _codes(account) * rules + _codes(rule)
    keys, first = np.unique(owner, return_index=True)
    key, start, end = joined(owner, _micros(plays, "started_at"), _micros(plays, "ended_at"))
    where = zone.dictionary.take(zone.indices.take(pa.array(first[np.searchsorted(keys, key)])))
    begins, ends = (local(_moments(t), where) for t in (start, end))
    known = np.flatnonzero(begins.is_valid().to_numpy(zero_copy_only=False))
    span, day, low, high = cut(*(t.take(pa.array(known)).to_numpy() for t in (begins, ends)))
    span = known[span]
    dates = pa.array(day.astype(np.int32)).cast(pa.date32())
    return pa.table({
        "account_id": account.dictionary.take(pa.array(key[span] // rules)), "rule": rule.dictionary.take(pa.array(key[span] % rules)),
        "day": dates, "weekday": pa.array(DAYS).take(pa.array((day + 3) % 7)), "week": pa.array((day - (day + 3) % 7).astype(np.int32)).cast(pa.date32()),
        "begins": low / MINUTE, "ends": high / MINUTE, "at": _moments(start[span]),
    })  # fmt: skip


def _codes(column: pa.DictionaryArray) -> np.ndarray:
    return column.indices.to_numpy(zero_copy_only=False).astype(np.int64)


def _micros(plays: pa.Table, name: str) -> np.ndarray:
    return plays[name].combine_chunks().cast(ARROW["time"]).cast(pa.int64()).to_numpy(zero_copy_only=False)


def _moments(micros: np.ndarray) -> pa.Array:
    return pa.array(micros).cast(pa.timestamp("us")).cast(ARROW["time"])


_SPECIAL = """
SELECT r.rule, h.day, coalesce(h.kind, 'holiday') AS kind FROM play_rules AS r JOIN holidays AS h ON coalesce(h.region, '') = coalesce(r.region, '')
"""

_KINDS = """
SELECT DISTINCT p.rule, p.day, coalesce(h.day, p.weekday) AS kind FROM slices AS p
LEFT JOIN special AS s ON s.rule = p.rule AND s.day = p.day LEFT JOIN play_hours AS h ON h.rule = p.rule AND h.day = s.kind
"""

_INSIDE = """
SELECT p.account_id, p.rule, p.day, p.week, p.at, p.begins, p.ends, max(h.minutes) AS most, sum(CASE WHEN h.rule IS NULL THEN 0
  ELSE greatest(least(p.ends, coalesce(h.closes, 1440)) - greatest(p.begins, coalesce(h.opens, 0)), 0) END) AS inside
FROM slices AS p JOIN kinds AS k ON k.rule = p.rule AND k.day = p.day LEFT JOIN play_hours AS h ON h.rule = p.rule AND h.day = k.kind
GROUP BY p.account_id, p.rule, p.day, p.week, p.at, p.begins, p.ends
"""

_DAILY = """
SELECT i.account_id, i.rule, i.day, i.week, min(i.at) AS at, sum(i.ends - i.begins) AS played,
  sum(CASE WHEN y.rule IS NULL THEN 0 ELSE i.ends - i.begins - i.inside END) AS outside, greatest(sum(i.inside) - max(i.most), 0) AS beyond
FROM inside AS i LEFT JOIN (SELECT DISTINCT rule FROM play_hours) AS y ON y.rule = i.rule GROUP BY i.account_id, i.rule, i.day, i.week
"""

_DAYS = """
SELECT account_id, rule, count(*) AS days, CAST(round(sum(outside)) AS BIGINT) AS outside, CAST(round(sum(beyond)) AS BIGINT) AS beyond,
  min(at) AS first_at, max(at) AS last_at, CAST(max(day) AS VARCHAR) AS last_day
FROM daily WHERE outside + beyond > $grace GROUP BY account_id, rule
"""

_WEEKS = """
SELECT account_id, rule, count(*) AS weeks, CAST(round(max(played)) AS BIGINT) AS played, min(at) AS first_at, max(at) AS last_at FROM (
  SELECT d.account_id, d.rule, d.week, min(d.at) AS at, sum(d.played) AS played FROM daily AS d JOIN play_rules AS r ON r.rule = d.rule
  GROUP BY d.account_id, d.rule, d.week HAVING sum(d.played) > max(r.weekly_minutes) + $grace
) AS w GROUP BY account_id, rule
"""

_JUDGED = """
SELECT c.account_id, c.handle, c.under, c.rule, c.source, c.zone, coalesce(d.days, 0) AS days, coalesce(d.outside, 0) AS outside,
  coalesce(d.beyond, 0) AS beyond, d.last_day, coalesce(w.weeks, 0) AS weeks, w.played, c.weekly_minutes AS weekly,
  least(coalesce(d.first_at, w.first_at), coalesce(w.first_at, d.first_at)) AS first_at,
  greatest(coalesce(d.last_at, w.last_at), coalesce(w.last_at, d.last_at)) AS last_at
FROM covered AS c LEFT JOIN days AS d ON d.account_id = c.account_id AND d.rule = c.rule
LEFT JOIN weeks AS w ON w.account_id = c.account_id AND w.rule = c.rule
WHERE coalesce(d.days, w.weeks) IS NOT NULL
"""

_FOUND = """
SELECT account_id, handle, under, rule, source, zone, days, outside, beyond, weeks, first_at, last_at,
  concat(CASE WHEN last_day IS NOT NULL THEN concat('; on ', CASE days WHEN 1 THEN 'one day, ' ELSE concat(CAST(days AS VARCHAR), ' days, last on ') END, last_day, ', ', CAST(outside AS VARCHAR),
      ' min outside the hours and ', CAST(beyond AS VARCHAR), ' min beyond the time of the day') ELSE '' END,
    CASE WHEN played IS NOT NULL THEN concat('; in ', CASE weeks WHEN 1 THEN 'one week' ELSE concat(CAST(weeks AS VARCHAR), ' weeks') END, ' more than ', CAST(weekly AS VARCHAR), ' min, up to ',
      CAST(played AS VARCHAR)) ELSE '' END) AS more,
  round(1 - CAST(0.4 AS DOUBLE) * power(CAST(0.7 AS DOUBLE), least(days + weeks, 6) - 1), 4) AS score,
  CASE WHEN days + weeks >= $often THEN 'likely' ELSE 'possible' END AS tier, ['identity', 'behaviour'] AS classes
FROM (
  SELECT account_id, handle, under, rule, source, zone, days, outside, beyond, weeks, played, weekly, last_day, first_at, last_at,
    ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY days + weeks DESC, outside + beyond DESC, rule) AS place FROM judged
) AS j WHERE place = 1
"""

PLAY_OUT_OF_HOURS = Detector(
    name="play_out_of_hours",
    version="1",
    violation="minor_unprotected",
    about=(
        "A minor plays when or longer than the operator's rules allow. Hours, times and holidays are tables of the operator (`play_rules`, "
        "`play_hours`, `holidays`), one rule a row with its source; none is built in. A minor is who the newest passed check of age or name says is one, "
        "until that check runs out. Each session is laid on the days of the account's own zone, or the rule's; devices used at once count once. A "
        "public holiday, or a day of the weekend that is worked in exchange, takes the rule's hours for such a day. Of several rules that hold, the "
        "one that was left most often is told. The minor is to be protected: hours kept, the guardian asked. Score: doubt starts at 0.4 and is multiplied by 0.7 "
        "for each further day or week, up to six; likely from the second on."
    ),
    reads={
        "accounts": "account_id handle kind? status? region? zone?",
        "sessions": "account_id started_at ended_at",
        "play_rules": "rule source region? under? zone? since? until? guardian_allows? weekly_minutes?",
        "play_hours?": "rule day opens closes minutes",
        "holidays?": "day kind region",
        "attestations": "account_id kind result at? expires_at?",
        "ages": "account_id under expires_at",
    },
    derives=(AGES,),
    params={
        "days": Param(45, "days", 1, 400, "how far back sessions are judged"),
        "grace": Param(10, "minutes", 0, 120, "a day or a week may go over by this much: a match ends, a logout takes a moment"),
        "longest": Param(12, "hours", 1, 48, "a longer session is a client left open, and no play"),
        "often": Param(2, "days or weeks", 1, 30, "from how many on the finding is likely"),
    },
    classes=("identity", "behaviour"),
    steps=(
        Sql("covered", _COVERED),
        Sql("guards", _GUARDS),
        Sql("plays", _PLAYS),
        Groups("slices", "plays", ("shard",), _slices, _SLICES),
        Sql("special", _SPECIAL),
        Sql("kinds", _KINDS),
        Sql("inside", _INSIDE),
        Sql("daily", _DAILY),
        Sql("days", _DAYS),
        Sql("weeks", _WEEKS),
        Sql("judged", _JUDGED),
        Sql("found", _FOUND),
    ),
    says=(
        "{handle}, checked to be under {under}, played against {rule} ({source}), by the clocks of {zone}{more}; proposed: keep play to the "
        "rule, tell the guardian, take nothing away"
    ),
    mistakes=(
        Mistake(
            "The minor lives in another time zone, or it was a holiday there.",
            "`accounts.zone` goes before the rule's, and the calendar of the rule's region is read",
            "in the hours, on a holiday, in another zone",
        ),
        Mistake(
            "A guardian allowed it.", "where the rule lets a guardian, their attestation lifts it while it lasts", "allowed, of age, too old, elsewhere"
        ),
        Mistake(
            "The holder came of age, or the rule was not in force.",
            "a check ends when it expires, a newer one replaces it, and a rule counts between `since` and `until` only",
            "allowed, of age, too old, elsewhere",
        ),
        Mistake(
            "A client was left open, a match ended a few minutes late, two devices were on at once.",
            "long sessions and a few minutes are left out, and time is counted once",
            "left open, a few minutes late, two devices",
        ),
        Mistake("A parent played on the child's account.", "the action protects the account, it blames nobody; the guardian is asked"),
    ),
    examples=EXAMPLES,
    references=(
        "design/domain.md L5: protect and inform, never punish the minor; time windows and limits",
        "National Press and Publication Administration of China, notice of 30 August 2021 (hours), and practice on worked weekend days",
        "Youth Protection Act of Korea, article 26, in force 2011 to 2021 (a rule with an end)",
    ),
)  # fmt: skip
