"""Accounts that offered an account and are used at other hours of the day since: somebody else may hold them."""

from __future__ import annotations

from aboveboard.derived.account_offers import ACCOUNT_OFFERS
from aboveboard.derived.offered_hours import OFFERED_HOURS
from aboveboard.detector import Detector, Example, Mistake, Param, Sql
from aboveboard.examples.hours import CHANGED, FEW, NIGHTS

_FOUND = """
SELECT c.account_id, a.handle, c.offers, c.days_before, c.days_since, c.before, c.since, c.before_share, c.since_share, c.as_far, c.peers,
  c.first_at, c.last_at,
  round(1 - CAST(0.5 AS DOUBLE) * power(CAST(0.8 AS DOUBLE), least(c.offers, 5) - 1) * CASE WHEN c.as_far = 0 THEN CAST(0.8 AS DOUBLE) ELSE 1 END, 4) AS score,
  'possible' AS tier, ['content', 'behaviour'] AS classes
FROM changed AS c JOIN accounts AS a ON a.account_id = c.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND coalesce(a.kind, 'unknown') <> 'organisation' AND a.verified_org_id IS NULL
"""

CHANGED_HOURS = Detector(
    name="changed_hours",
    version="1",
    violation="account_sharing",
    about=(
        "People keep their hours. An account whose texts offer an account to rent, sell or lend, and which is used at other hours of the day from then on, may be "
        "in other hands, even where no device or region tells it. Each day of use counts once, with its hours smoothed around the clock; the mean day in the weeks before "
        "the first offer is compared with the mean day since (maximum mean discrepancy, without bias for few days). How far is far, is read from accounts of this world "
        "with as many days that offered nothing, each cut in the middle: work, school and seasons move their hours too. Kept is what is rarer than that at a "
        "false-discovery rate of 10 %. Eight days on either side, and sixty accounts to compare with, are the least. It is never more than possible, since hours do "
        "not say who; nothing but a question to the holder follows from it. Score: doubt 0.5, times 0.8 for each further offer, up to five, and 0.8 where nobody changed as much."
    ),
    reads={
        "accounts": "account_id handle status? kind? verified_org_id?",
        "account_offers": "account_id at",
        "sessions?": "account_id started_at",
        "actions?": "account_id at",
    },
    derives=(ACCOUNT_OFFERS,),
    params={"days": Param(60, "days", 14, 365, "how far before and after the first offer hours are looked at")},
    classes=("content", "behaviour"),
    steps=(*OFFERED_HOURS, Sql("found", _FOUND)),
    says=(
        "{handle} offered an account; before that it was used from {before} o'clock UTC for {before_share} % of its {days_before} days' hours, since then from {since} "
        "o'clock for {since_share} % of those of {days_since} days; {as_far} of {peers} accounts as busy that offered nothing changed as much"
    ),
    mistakes=(
        Mistake(
            "Holidays, exams, a new job, a night shift, summer time or a journey move somebody's hours.",
            "they move those of others too: what accounts that offered nothing do decides what is rare, and an offer must be there",
            "hours that change without an offer, and offers without a change",
        ),
        Mistake("A joke or a report reads like an offer, in the week of a new job.", "possible at most, and the question to the holder settles it"),
        Mistake("A few sessions fall by chance into other hours.", "eight days on either side at least, compared with accounts of as many days", "too few days, or too few to compare with"),
        Mistake("A team in shifts runs an organisation's account.", "accounts of organisations and verified ones are left out", "accounts whose hours changed after their offer"),
        Mistake("A child plays on a rented account after school.", "nothing but a question to the holder follows; the child is never the subject"),
        Mistake("A buyer who lives by the same hours is missed.", "`handed_over` and `passed_round` look at devices and regions"),
    ),
    examples=(
        Example(
            "accounts whose hours changed after their offer",
            CHANGED,
            finds=(("a", 0.6, "possible"), ("b", 0.744, "possible"), ("c", 0.6, "possible")),
        ),
        Example("hours that change without an offer, and offers without a change", NIGHTS),
        Example("too few days, or too few to compare with", FEW),
    ),
    references=(
        "design/domain.md L5: change of device, region and rhythm of play after a listing",
        "Gretton, Borgwardt, Rasch, Schölkopf and Smola, A kernel two-sample test, JMLR 2012",
        "Benjamini and Hochberg, Controlling the false discovery rate, 1995",
    ),
)  # fmt: skip
