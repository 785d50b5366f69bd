"""Game accounts of adults whose own words are a pupil's, and whose play leaves school hours empty. Only ever possible."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.derived.ages import AGES
from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.examples.pupils import GROWN, LONG_AGO, NEAR, NO_HOURS, PUPILS, TO_COME
from aboveboard.series.clocks import clock_of
from aboveboard.series.local_days import local
from aboveboard.tables import Type
from aboveboard.text.pupils import pupil, unlike_a_pupil

_ADULTS = """
SELECT a.account_id, a.handle, a.bio, a.zone FROM accounts AS a JOIN ages AS g ON g.account_id = a.account_id
WHERE g.under > 18 AND coalesce(a.kind, 'game') = 'game' AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_WRITTEN = """
SELECT account_id, 'profile' AS place, bio AS text FROM adults
UNION ALL SELECT a.account_id, 'post' AS place, p.text FROM posts AS p JOIN adults AS a ON a.account_id = p.account_id
WHERE p.at <= $as_of AND date_diff('day', p.at, $as_of) <= $days
"""

_READ: Mapping[str, Type] = {
    "account_id": "string",
    "place": "string",
    "text": "string",
    "says": "bool",
    "against": "bool",
}


def _read(written: pa.Table) -> pa.Table:
    texts = written["text"]
    return pa.table({
        **{c: written[c] for c in ("account_id", "place", "text")},
        "says": pupil(texts), "against": unlike_a_pupil(texts),
    })  # fmt: skip


_SAID = """
SELECT account_id, count(DISTINCT CASE WHEN says AND place = 'post' THEN text END) AS texts, max(CASE WHEN says AND place = 'profile' THEN 1 ELSE 0 END) AS profile,
  coalesce(max(CASE WHEN says AND place = 'profile' THEN text END), min(CASE WHEN says THEN text END)) AS shown
FROM read GROUP BY account_id HAVING max(CASE WHEN against THEN 1 ELSE 0 END) = 0
"""

_PLAYS = """
SELECT s.account_id, s.started_at, a.zone, s.region FROM sessions AS s JOIN adults AS a ON a.account_id = s.account_id
JOIN said AS w ON w.account_id = s.account_id
WHERE (w.profile = 1 OR w.texts >= $texts) AND s.started_at <= $as_of AND date_diff('day', s.started_at, $as_of) <= $days
"""

_LAID: Mapping[str, Type] = {"account_id": "string", "started_at": "time", "week": "int", "lessons": "bool"}
_MINUTE, _OPENS, _CLOSES, _SCHOOL_DAYS = 60_000_000, 9 * 60, 15 * 60, 5


def _laid(plays: pa.Table) -> pa.Table:
    """Return play of school days by the clock of the account's zone or region: in which week, and whether at lessons."""
    at, zone, region = (plays[c].combine_chunks() for c in ("started_at", "zone", "region"))
    shown = local(at, pc.coalesce(zone, clock_of(region)))
    known = np.flatnonzero(shown.is_valid().to_numpy(zero_copy_only=False))
    minutes = shown.take(pa.array(known)).to_numpy() // _MINUTE
    day, minute = minutes // 1440, minutes % 1440
    weekday = (day + 3) % 7
    kept = weekday < _SCHOOL_DAYS
    rows = plays.take(pa.array(known[kept]))
    return pa.table({
        "account_id": rows["account_id"], "started_at": rows["started_at"], "week": pa.array((day - weekday)[kept]),
        "lessons": pa.array(((minute >= _OPENS) & (minute < _CLOSES))[kept]),
    })  # fmt: skip


_WEEKS = """
SELECT account_id, week, count(*) AS sessions, max(CASE WHEN lessons THEN 1 ELSE 0 END) AS broken, min(started_at) AS first_at, max(started_at) AS last_at
FROM laid GROUP BY account_id, week
"""

_HABIT = """
SELECT account_id, sum(CASE WHEN broken = 0 THEN sessions ELSE 0 END) AS plays, sum(1 - broken) AS free, count(*) AS weeks, min(first_at) AS first_at, max(last_at) AS last_at
FROM weeks GROUP BY account_id
"""

_FOUND = """
SELECT h.account_id, a.handle, w.texts, w.shown, CASE WHEN w.profile = 0 THEN concat(CAST(w.texts AS VARCHAR), ' posts') WHEN w.texts = 0 THEN 'its profile'
    ELSE concat('its profile and ', CAST(w.texts AS VARCHAR), ' posts') END AS wherein, h.plays, h.free, h.weeks, h.first_at, h.last_at,
  CAST(0.5 AS DOUBLE) + CAST(0.02 AS DOUBLE) * least(w.texts, 5) AS score, 'possible' AS tier, ['content', 'behaviour'] AS classes
FROM habit AS h JOIN adults AS a ON a.account_id = h.account_id JOIN said AS w ON w.account_id = h.account_id
WHERE h.plays >= $plays AND h.free >= $share * h.weeks
"""

PUPIL_WORDS = Detector(
    name="pupil_words",
    version="1",
    violation="minor_unprotected",
    about=(
        "A check showed an adult, and the words are a pupil's: the profile, or two posts, say in the first person that the writer is in a grade, has homework, "
        "a class teacher, parents who forbid, an age below 18; and play on school days leaves the hours of lessons (9 to 15, by the account's own clock) empty in "
        "most weeks. Eighteen languages are read. A single text of a teacher, a parent, a student or somebody at work ends it. It is never more than possible: a passed check shows "
        "that an adult was there once, not who plays. The policy's budget for challenges holds here, too. Score: 0.5, and 0.02 for each post that says so, up to five."
    ),
    reads={
        "accounts": "account_id handle bio? kind? status? zone?",
        "posts?": "account_id at text",
        "sessions": "account_id started_at region?",
        "ages": "account_id under expires_at",
    },
    derives=(AGES,),
    params={
        "days": Param(150, "days", 14, 400, "how far back posts and play are judged"),
        "texts": Param(2, "posts", 2, 20, "fewest different posts that say so where the profile does not"),
        "plays": Param(10, "sessions", 5, 500, "fewest sessions on school days, in weeks that leave lessons empty"),
        "share": Param(0.6, "share", 0.4, 1, "of all weeks with play on school days, so many leave lessons empty; the others may be holidays"),
    },
    classes=("content", "behaviour"),
    steps=(
        Sql("adults", _ADULTS),
        Sql("written", _WRITTEN),
        Rows("read", "written", _read, _READ),
        Sql("said", _SAID),
        Sql("plays", _PLAYS),
        Rows("laid", "plays", _laid, _LAID),
        Sql("weeks", _WEEKS),
        Sql("habit", _HABIT),
        Sql("found", _FOUND),
    ),
    says=(
        "{handle}, checked to be an adult's, says in {wherein} what a pupil says, such as “{shown}”, and its {plays} sessions on school days leave the hours of lessons "
        "empty in {free} of {weeks} weeks; an adult may jest or quote"
    ),
    mistakes=(
        Mistake("A teacher speaks of marking, a parent of the child's homework.", "a single text of a teacher, a parent, a student or somebody at work ends it", "a teacher, a parent, a student, one post, play at lessons"),
        Mistake("Somebody works or studies at the hours of lessons, and jests.", "the profile, or two different posts, must say so in the first person; it is possible at most, and a person asks"),
        Mistake("A child wrote on the parent's account once.", "one post is not enough", "a teacher, a parent, a student, one post, play at lessons"),
        Mistake("The clock is not known.", "without a zone, or a region whose country has one clock, nothing is said", "no clock, no player, a minor's own account"),
    ),
    examples=(
        Example(
            "a profile, posts in English, Chinese and Korean, and two weeks of holidays",
            PUPILS,
            finds=(("ann", 0.54, "possible"), ("bio", 0.5, "possible"), ("both", 0.52, "possible"), ("kim", 0.54, "possible"), ("wei", 0.56, "possible")),
        ),
        Example("a teacher, a parent, a student, one post, play at lessons", NEAR),
        Example("no clock, no player, a minor's own account", NO_HOURS),
        Example("play of long ago, play yet to come, a minor by the newest check", GROWN),
        Example("words of long ago", LONG_AGO),
        Example("words yet to come", TO_COME),
    ),
    references=("design/domain.md L5: a passed identity check proves presence of the holder, not who plays; challenge budget",),
)  # fmt: skip
