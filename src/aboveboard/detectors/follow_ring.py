"""Followers that were sent: the same accounts in the same bursts at the same targets."""

from __future__ import annotations

from datetime import datetime, timedelta

from aboveboard.derived.follow_rings import FOLLOW_RINGS
from aboveboard.detector import Detector, Example, Mistake, Param, Sql

_FOUND = """
SELECT account_id, a.handle, r.ring AS "group", r.shared, r.targets, r.bursts, r.size - 1 AS fellows, r.expected, r.surprise, r.lift,
  r.others, r.acquainted, r.sample AS served, r.first_at, r.last_at,
  round(1 - CAST(0.4 AS DOUBLE) * CASE WHEN shared >= $sure THEN 0.5 ELSE 1 END * CASE WHEN margin >= 10 * $lift THEN 0.5 ELSE 1 END
    * CASE WHEN acquainted < $circle THEN 0.5 ELSE 1 END, 4) AS score,
  CASE WHEN shared >= $sure AND margin >= 10 * $lift AND acquainted < $circle THEN 'likely' ELSE 'possible' END AS tier,
  ['graph', 'behaviour'] AS classes
FROM follow_rings AS r JOIN accounts AS a USING (account_id)
WHERE r.role = 'member' AND r.size >= $members AND r.targets >= $targets AND r.margin >= $lift
  AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""


def _world(*parts: str) -> str:
    """Draw accounts and their follows, one part after another, over a background of people."""
    edges = [line for part in (_people(), *parts) for line in part.splitlines()]
    names = sorted({n for e in edges for n in e.split(" | ")[:2]})
    accounts = [f"{n} | {n} | {'suspended' if n == 'crew0' else 'active'}" for n in names]
    head = ["accounts", "account_id | handle | status", *accounts, "", "follows", "follower_id | target_id | at"]
    return "\n".join([*head, *edges])


def _at(day: float) -> datetime:
    return datetime.fromisoformat("2025-01-01") + timedelta(seconds=round(day * 86400))


def _people() -> str:
    """Draw 90 people who follow ten of 40 accounts each, at any time of the year."""
    days = [(n, t, (n * 37 + t * 101) % 360 + t / 50) for n in range(90) for t in range(10)]
    return "\n".join(f"p{n} | t{(n * 7 + t * t * 3) % 40} | {_at(day)}" for n, t, day in days)


def _sent(who: str, members: int, targets: int, day: float, days: float, apart: float = 0, skip: int = 1 << 9) -> str:
    """Draw accounts that follow all of some targets but every `skip`-th; each target in `days` of its own, in an order of its own."""
    rows = [
        (m, t, day + t * apart + days * ((m * (7 + 2 * t) + 13 * t) % 97) / 97)
        for m in range(members)
        for t in range(targets)
        if (m + t) % skip != skip - 1
    ]
    return "\n".join(f"{who}{m} | s{t} | {_at(at)}" for m, t, at in rows)


def _joined(who: str, members: int, targets: int, day: float, days: float) -> str:
    """Draw people who come one by one and take up all of the suggestions as they come."""
    rows = [(m, t, day + days * ((m * 41) % 97) / 97 + t / 1440) for m in range(members) for t in range(targets)]
    return "\n".join(f"{who}{m} | s{t} | {_at(at)}" for m, t, at in rows)


FOLLOW_RING = Detector(
    name="follow_ring",
    version="1",
    violation="fake_follower",
    about=(
        "Sold followers do many jobs with one crew. Four steps, each against its own expectation: bursts of a target beyond its own "
        "rate, over windows of hours to months (scan statistic); pairs of bursts that share more accounts than these accounts' "
        "activity explains (MinHash, exact overlap, Chung-Lu); crews that are in many such bursts; and outsiders: a community "
        "follows the same accounts too, but its people come before and after as well, and one by one, each taking up the "
        "suggestions as they come. False discoveries are held to 1 % at each test. Score: doubt is 0.4, halved when the account "
        "shares many targets, when the ring exceeds outsiders ten times further than asked, and when its members do not follow one another."
    ),
    reads={
        "accounts": "account_id handle status?",
        "follow_rings": "ring role account_id shared targets bursts size expected surprise lift margin others acquainted sample first_at last_at",
    },
    derives=(FOLLOW_RINGS,),
    params={
        "members": Param(10, "accounts", 8, 100_000, "fewest members of a ring"),
        "targets": Param(4, "accounts", 4, 1000, "fewest targets of a ring"),
        "lift": Param(20, "times", 10, 100_000, "how far members must exceed outsiders in the bursts; more where they share few targets"),
        "sure": Param(8, "targets", 3, 1000, "shared targets from which a member is likely"),
        "circle": Param(0.5, "fellows", 0, 100, "how many fellows members follow, on average, in a circle of acquaintances"),
    },
    classes=("graph", "behaviour"),
    steps=(Sql("found", _FOUND),),
    says=(
        "{handle} followed {shared} of the same {targets} accounts as {fellows} others, within the same {bursts} bursts; its own activity makes "
        "{expected} likely, and people who follow several of these did so {lift} times less in bursts as long"
    ),
    links=("served",),
    mistakes=(
        Mistake(
            "A starter pack, or the suggestions at sign-up, make newcomers follow the same accounts.",
            "people who come one by one and take up all of it as they come are passed over: for them the time is the person's, in a campaign it "
            "is the target's",
            "a starter pack goes round",
        ),
        Mistake(
            "A fandom or a circle of colleagues follows the same accounts.",
            "its people come before and after as well; a ring must exceed them twenty times",
            "a fandom",
        ),
        Mistake("A viral day brings one account thousands.", "one burst makes no ring: four targets must share it", "a viral day"),
        Mistake(
            "A school or an office joins together and its people follow one another.",
            "members who are largely the targets themselves are passed over, and who follow their fellows is not likely",
            "a school intake",
        ),
        Mistake(
            "An event moves the same thousand people to the same new accounts over some days, and nobody else.",
            "the policy asks a person before any action; the sample and the dates are in the finding",
        ),
        Mistake(
            "Crews of which each account does all of its jobs in one sitting look like newcomers and are missed.",
            "other detectors look at how they signed up and what they do",
        ),
    ),
    examples=(),
    references=(
        "Beutel et al., CopyCatch, WWW 2013",
        "Kulldorff, A spatial scan statistic, Communications in Statistics 26, 1997",
        "Broder, On the resemblance and containment of documents, 1997",
        "Chung and Lu, Connected components in random graphs with given expected degree sequences, 2002",
        "Benjamini and Hochberg, Controlling the false discovery rate, 1995",
        "Hooi et al., FRAUDAR, KDD 2016",
    ),
)
