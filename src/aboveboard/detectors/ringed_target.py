"""Accounts whose audience a ring inflates. It says nothing of who sent the ring."""

from __future__ import annotations

from aboveboard.derived.drawn_follows import NO_RINGS, on_day, sent, world
from aboveboard.derived.follow_rings import FOLLOW_RINGS
from aboveboard.detector import Detector, Example, Mistake, Param, Sql

_SEEN = """
SELECT account_id, ring, role, shared, targets, bursts, size, expected, lift, margin, acquainted, alone, sample, first_at, last_at,
  CASE WHEN alone >= $same THEN 'same' WHEN alone IS NOT NULL THEN 'other' END AS view
FROM follow_rings
"""

_FOUND = """
SELECT account_id, a.handle, r.ring AS "group", r.shared AS gained, r.size, r.targets - 1 AS others, r.bursts, r.expected, r.lift,
  r.alone, r.sample, r.first_at, r.last_at,
  CASE WHEN bursts = 0 THEN ', at times unknown' ELSE concat(' in ', CAST(bursts AS VARCHAR), ' bursts') END AS how,
  round(1 - CAST(0.3 AS DOUBLE) * CASE WHEN margin >= 10 * $lift AND acquainted < $circle THEN 0.5 ELSE 1 END
    * CASE view WHEN 'same' THEN 0.9 WHEN 'other' THEN 1.1 ELSE 1 END, 4) AS score,
  CASE WHEN margin >= 10 * $lift AND acquainted < $circle THEN 'likely' ELSE 'possible' END AS tier,
  CASE view WHEN 'same' THEN '; the follow graph alone shows the same block' WHEN 'other' THEN '; only the times show the whole of it'
    ELSE '' END AS apart,
  ['graph', CASE WHEN bursts = 0 THEN NULL ELSE 'behaviour' END] AS classes
FROM seen AS r JOIN accounts AS a USING (account_id)
WHERE r.role = 'target' AND r.size >= $members AND r.targets >= $targets AND r.margin >= $lift
  AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""


RINGED_TARGET = Detector(
    name="ringed_target",
    version="1",
    violation="inflated_audience",
    about=(
        "The accounts that a ring of followers was sent to (see follow_ring). Their audience is smaller than it looks. Nothing is said of "
        "who paid: a rival may send a ring as well, and crews follow strangers as cover. Score: doubt is 0.3, halved when the ring "
        "exceeds outsiders ten times further than asked and its members do not follow one another, and a tenth less or more as the follow "
        "graph alone shows the same ring or does not."
    ),
    reads={
        "accounts": "account_id handle status?",
        "follow_rings": "ring role account_id shared targets bursts size expected lift margin acquainted alone sample first_at last_at",
    },
    derives=(FOLLOW_RINGS,),
    params={
        "members": Param(10, "accounts", 8, 100_000, "fewest members of a ring"),
        "targets": Param(4, "accounts", 3, 1000, "fewest targets of a ring"),
        "lift": Param(
            20,
            "times",
            10,
            100_000,
            "how far members must exceed outsiders in the bursts; more where they share few targets",
        ),
        "same": Param(
            0.8, "share", 0.1, 1, "how far a dense block that shows without times must be the ring to count as the same"
        ),
        "circle": Param(
            0.5, "fellows", 0, 100, "how many fellows members follow, on average, in a circle of acquaintances"
        ),
    },
    classes=("graph", "behaviour"),
    steps=(Sql("seen", _SEEN), Sql("found", _FOUND)),
    says=(
        "{gained} of the followers of {handle} are of a ring of {size} that came to it and {others} others{how}; by chance it "
        "would be {expected}{apart}. This says nothing of who sent them"
    ),
    links=("sample",),
    mistakes=(
        Mistake(
            "The target is innocent: a rival sent the ring, or the crew follows it as cover.",
            "the finding is of the audience, never of the account; bought_audience needs evidence of its own",
        ),
        Mistake(
            "A starter pack or a fandom lifts its accounts together.",
            "people who come one by one, and communities that were there before, are passed over",
            "a fandom",
        ),
        Mistake("A viral day brings one account thousands.", "one burst makes no ring", "a viral day"),
    ),
    examples=(
        Example(
            "six targets of one crew",
            world(sent("crew", 12, 6, 100, 3), f"crew0 | crew1 | {on_day(50)}"),
            finds=tuple((f"s{n}", 0.73, "possible") for n in range(1, 6)),
        ),
        Example(
            "ten targets of a large crew",
            world(sent("crew", 26, 10, 100, 3, 9)),
            finds=tuple((f"s{n}", 0.865, "likely") for n in range(1, 10)),
        ),
        Example(
            "ten targets of a crew whose members follow one another",
            world(
                sent("crew", 26, 10, 100, 3, 9),
                "\n".join(f"crew{m} | crew{(m + 1) % 26} | {on_day(7 * m + 90)}" for m in range(26)),
            ),
            finds=tuple((f"s{n}", 0.73, "possible") for n in range(1, 10)),
        ),
        Example(
            "ten targets of a large crew, without times",
            world(sent("crew", 26, 10, 100, 3), timed=False),
            finds=tuple((f"s{n}", 0.85, "possible") for n in range(1, 10)),
        ),
        Example(
            "targets that people follow too",
            world(sent("crew", 14, 10, 100, 3, whom="t")),
            finds=tuple((f"t{n}", 0.67, "possible") for n in range(10)),
        ),
        *NO_RINGS,
        Example("a viral day", world(sent("fan", 60, 1, 100, 1))),
    ),
    references=(
        "Beutel et al., CopyCatch, WWW 2013",
        "Ikram et al., Measuring, characterizing, and detecting Facebook like farms, 2017",
    ),
)
