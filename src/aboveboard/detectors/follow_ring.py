"""Followers that were sent: the same accounts in the same bursts at the same targets."""

from __future__ import annotations

from aboveboard.derived.drawn_follows import NO_RINGS, club, on_day, sent, world
from aboveboard.derived.follow_rings import FOLLOW_RINGS
from aboveboard.detector import Detector, Example, Mistake, Param, Sql

_SEEN = """
SELECT account_id, ring, role, shared, targets, bursts, size, expected, surprise, lift, margin, others, acquainted, alone, sample,
  first_at, last_at,
  CASE WHEN alone >= $same THEN 'same' WHEN alone IS NOT NULL THEN 'other' END AS view
FROM follow_rings
"""

_FOUND = """
SELECT account_id, a.handle, r.ring AS "group", r.shared, r.targets, r.bursts, r.size - 1 AS fellows, r.expected, r.surprise, r.lift,
  r.others, r.acquainted, r.alone, r.sample AS served, r.first_at, r.last_at,
  CASE WHEN bursts = 0 THEN 'and nobody else follows nearly as many; no times are known' ELSE concat('within the same ',
    CAST(bursts AS VARCHAR), ' bursts, in which people who follow several of these did so ', CAST(CAST(floor(lift) AS BIGINT) AS VARCHAR),
    ' times less') END AS how,
  round(1 - CAST(0.4 AS DOUBLE) * CASE WHEN shared >= $sure THEN 0.5 ELSE 1 END * CASE WHEN margin >= 10 * $lift THEN 0.5 ELSE 1 END
    * CASE WHEN acquainted < $circle THEN 0.5 ELSE 1 END
    * CASE view WHEN 'same' THEN 0.9 WHEN 'other' THEN 1.1 ELSE 1 END, 4) AS score,
  CASE WHEN shared >= $sure AND margin >= 10 * $lift AND acquainted < $circle THEN 'likely' ELSE 'possible' END AS tier,
  CASE view WHEN 'same' THEN '; the follow graph alone shows the same block' WHEN 'other' THEN '; only the times show the whole of it'
    ELSE '' END AS apart,
  ['graph', CASE WHEN bursts = 0 THEN NULL ELSE 'behaviour' END] AS classes
FROM seen AS r JOIN accounts AS a USING (account_id)
WHERE r.role = 'member' AND r.size >= $members AND r.targets >= $targets AND r.margin >= $lift
  AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""


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
        "shares many targets, when the ring exceeds outsiders ten times further than asked, and when its members do not follow one another. "
        "A second opinion lowers or raises doubt by a tenth: whether the densest blocks of the ring's neighbourhood, popular targets "
        "worth less and times unseen, are the same accounts (FRAUDAR, each block beyond what Chung and Lu expect)."
    ),
    reads={
        "accounts": "account_id handle status?",
        "follow_rings": "ring role account_id shared targets bursts size expected surprise lift margin others acquainted alone sample first_at last_at",
    },
    derives=(FOLLOW_RINGS,),
    params={
        "members": Param(10, "accounts", 8, 100_000, "fewest members of a ring"),
        "targets": Param(4, "accounts", 4, 1000, "fewest targets of a ring"),
        "lift": Param(
            20,
            "times",
            10,
            100_000,
            "how far members must exceed outsiders in the bursts; more where they share few targets",
        ),
        "sure": Param(8, "targets", 3, 1000, "shared targets from which a member is likely"),
        "same": Param(
            0.8, "share", 0.1, 1, "how far a dense block that shows without times must be the ring to count as the same"
        ),
        "circle": Param(
            0.5, "fellows", 0, 100, "how many fellows members follow, on average, in a circle of acquaintances"
        ),
    },
    classes=("graph", "behaviour"),
    steps=(Sql("seen", _SEEN), Sql("found", _FOUND)),
    says="{handle} followed {shared} of the same {targets} accounts as {fellows} others {how}; by chance an account as active would {expected} of them{apart}",
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
        Mistake(
            "A viral day brings one account thousands.",
            "one burst makes no ring: four targets must share it",
            "a viral day",
        ),
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
            "Where follows have no times, a club of people looks like a crew.",
            "such a finding rests on one class of evidence and is never likely; where any other targets share too many followers, none is made",
            "a graph of communities without times",
        ),
        Mistake(
            "Crews of which each account does all of its jobs in one sitting look like newcomers and are missed.",
            "other detectors look at how they signed up and what they do",
        ),
    ),
    examples=(
        Example(
            "twelve accounts at six targets within three days",
            world(sent("crew", 12, 6, 100, 3)),
            finds=tuple((f"crew{n}", 0.82, "possible") for n in range(1, 12)),
        ),
        Example(
            "a large crew, one target after another",
            world(sent("crew", 26, 10, 100, 3, 9)),
            finds=tuple((f"crew{n}", 0.955, "likely") for n in range(1, 26)),
        ),
        Example(
            "dripped over seven weeks",
            world(sent("crew", 14, 9, 100, 50)),
            finds=tuple((f"crew{n}", 0.91, "possible") for n in range(1, 14)),
        ),
        Example(
            "a large crew at few targets",
            world(sent("crew", 45, 6, 100, 3)),
            finds=tuple((f"crew{n}", 0.82, "possible") for n in range(1, 45)),
        ),
        Example(
            "a large crew whose members follow one another",
            world(
                sent("crew", 26, 10, 100, 3, 9),
                "\n".join(f"crew{m} | crew{(m + 1) % 26} | {on_day(7 * m + 90)}" for m in range(26)),
            ),
            finds=tuple((f"crew{n}", 0.91, "possible") for n in range(1, 26)),
        ),
        Example(
            "a crew where follows have no times",
            world(sent("crew", 14, 10, 100, 3), timed=False),
            finds=tuple((f"crew{n}", 0.9, "possible") for n in range(1, 14)),
        ),
        Example(
            "a large crew without times is at most possible",
            world(sent("crew", 26, 10, 100, 3), timed=False),
            finds=tuple((f"crew{n}", 0.95, "possible") for n in range(1, 26)),
        ),
        Example(
            "a crew at targets that people follow too",
            world(sent("crew", 14, 10, 100, 3, whom="t")),
            finds=tuple((f"crew{n}", 0.89, "possible") for n in range(1, 14)),
        ),
        *NO_RINGS,
        Example(
            "a graph of communities without times",
            world(sent("crew", 14, 10, 100, 3), *(club(n, 12 + n, 7) for n in range(8)), timed=False),
        ),
        Example("a viral day", world(sent("fan", 60, 1, 100, 1))),
        Example(
            "a school intake",
            world(
                "\n".join(
                    f"c{m} | c{t} | {on_day(200 + 3 * ((m * (7 + 2 * t) + 13 * t) % 97) / 97)}"
                    for m in range(14)
                    for t in range(14)
                    if m != t
                )
            ),
        ),
    ),
    references=(
        "Beutel et al., CopyCatch, WWW 2013",
        "Kulldorff, A spatial scan statistic, Communications in Statistics 26, 1997",
        "Broder, On the resemblance and containment of documents, 1997",
        "Chung and Lu, Connected components in random graphs with given expected degree sequences, 2002",
        "Benjamini and Hochberg, Controlling the false discovery rate, 1995",
        "Hooi et al., FRAUDAR, KDD 2016",
    ),
)
