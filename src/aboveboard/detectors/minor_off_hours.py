"""Minors who play in hours in which hardly any other minor of the service does, where nearly all keep to a few hours of the week."""

from __future__ import annotations

from aboveboard.derived.ages import AGES
from aboveboard.detector import Detector, Example, Mistake, Param, Sql
from aboveboard.examples.kept_hours import AROUND_THE_CLOCK, FEW_LATE, KEPT, LONG_DAYS, LOOSE, SMALL

_PLAYED = """
SELECT account_id, hour, day, min(at) AS at, CAST(floor((epoch(min(at)) + 60 * $early) / 3600) AS BIGINT) AS soon FROM (
SELECT s.account_id, s.started_at AS at, CAST(floor(epoch(s.started_at) / 3600) AS BIGINT) AS hour, CAST(floor(epoch(s.started_at) / 86400) AS BIGINT) AS day
FROM sessions AS s JOIN ages AS g ON g.account_id = s.account_id JOIN accounts AS a ON a.account_id = s.account_id
WHERE g.under <= 18 AND coalesce(s.started_at < g.expires_at, true) AND s.started_at <= $as_of AND date_diff('day', s.started_at, $as_of) <= $days
  AND coalesce(a.kind, 'game') = 'game'
) AS h GROUP BY account_id, hour, day
"""

_CELLS = """
SELECT hour, count(*) AS minors FROM played GROUP BY hour
"""

_OPEN = """
SELECT c.hour, c.minors >= w.share AS kept FROM cells AS c CROSS JOIN (SELECT $usual * max(minors) AS share FROM cells) AS w
"""

_HABIT = """
SELECT count(DISTINCT p.account_id) AS minors, sum(CASE WHEN o.kept THEN 1 ELSE 0 END) AS inside, count(*) AS plays,
  count(DISTINCT CASE WHEN o.kept THEN p.hour END) AS hours, max(p.hour) - min(p.hour) + 1 AS span
FROM played AS p JOIN open AS o ON o.hour = p.hour
"""

_OFF = """
SELECT p.account_id, count(*) AS times, count(DISTINCT p.day) AS days, min(p.at) AS first_at, max(p.at) AS last_at
FROM played AS p JOIN open AS o ON o.hour = p.hour LEFT JOIN open AS n ON n.hour = p.soon
WHERE NOT o.kept AND NOT coalesce(n.kept, false) GROUP BY p.account_id HAVING count(DISTINCT p.day) >= $evenings
"""

_FOUND = """
SELECT f.account_id, a.handle, f.times, f.days, h.minors, h.inside, h.plays, h.hours, h.span, f.first_at, f.last_at,
  CAST(0.5 AS DOUBLE) + CAST(0.02 AS DOUBLE) * least(f.days, 10) AS score,
  'possible' AS tier, ['identity', 'behaviour'] AS classes
FROM off AS f CROSS JOIN habit AS h JOIN accounts AS a ON a.account_id = f.account_id CROSS JOIN (SELECT count(*) AS rules FROM play_rules) AS r
WHERE r.rules = 0 AND h.minors >= $minors AND h.inside >= $kept * h.plays AND h.hours <= $narrow * h.span
  AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

MINOR_OFF_HOURS = Detector(
    name="minor_off_hours",
    version="1",
    violation="minor_unprotected",
    about=(
        "No rule of play is given (`play_rules`), but the minors of the service keep one: nearly all their play falls into a few hours of the week, the same "
        "for all. A known minor who plays on several days in hours in which hardly any other minor does is named. Hours are those of the days themselves, so "
        "holidays are read off what others do. Where minors play around the clock nothing is usual and nobody is named. Never more than possible, and the "
        "minor is protected, never punished: the operator's own hours, once given, go before what is usual. Score: 0.5, and 0.02 for each day, up to ten."
    ),
    reads={
        "accounts": "account_id handle kind? status?",
        "sessions": "account_id started_at",
        "play_rules?": "rule",
        "ages": "account_id under expires_at",
    },
    derives=(AGES,),
    params={
        "days": Param(120, "days", 7, 400, "how far back play is judged"),
        "evenings": Param(3, "days", 1, 60, "fewest days with play outside the usual hours"),
        "minors": Param(20, "accounts", 5, 100000, "fewest minors who play, from which it is said what is usual"),
        "early": Param(5, "minutes", 0, 30, "play that begins so shortly before a usual hour belongs to it"),
        "usual": Param(0.15, "share", 0.01, 0.9, "an hour is a usual one where so large a part as this of the minors of the fullest hour play"),
        "kept": Param(0.85, "share", 0.5, 1, "of all hours of play of minors, so many are usual ones where hours are kept"),
        "narrow": Param(0.15, "share", 0.01, 0.9, "of all hours of the days, so many are usual ones at most where hours are kept"),
    },
    classes=("identity", "behaviour"),
    steps=(
        Sql("played", _PLAYED),
        Sql("cells", _CELLS),
        Sql("open", _OPEN),
        Sql("habit", _HABIT),
        Sql("off", _OFF),
        Sql("found", _FOUND),
    ),
    says=(
        "{handle}, checked to be a minor, played in {times} hours on {days} days when hardly any of the {minors} minors who play here did; "
        "{inside} of their {plays} hours of play are usual ones, {hours} of {span}"
    ),
    mistakes=(
        Mistake("A service without hours: minors play whenever they like.", "where usual hours are many, or much play falls outside, nothing is said", "around the clock"),
        Mistake("A minor stays on a little over the hour, begins a little early, or plays once at night.", "the hour counts in which play began, minutes before it too, and several days are needed", "once or twice, or a little longer"),
        Mistake("A minor lives in another time zone.", "never more than possible; the operator gives rules with zones"),
        Mistake("A public holiday.", "what others do on the day itself is what is usual", "a holiday that all keep"),
    ),
    examples=(
        Example("late on four evenings, where all others keep two hours a week", KEPT, finds=tuple((a, 0.58, "possible") for a in ("late", "named", "ward"))),
        Example("around the clock", AROUND_THE_CLOCK),
        Example("together, and alone as well", LOOSE),
        Example("all day long", LONG_DAYS),
        Example("too few to tell", SMALL),
        Example("once or twice, or a little longer", FEW_LATE),
        Example("a holiday that all keep", FEW_LATE),
        Example("where rules are given", KEPT + "play_rules\nrule | source\nhours | House rule\n\n"),
    ),
    references=("design/domain.md L5: minors play in permitted hours; the hours are policy",),
)  # fmt: skip
