"""Accounts of many homes that one device far away plays for days, one after the other: played up for pay."""

from __future__ import annotations

from aboveboard.derived.account_hands import ACCOUNT_HANDS
from aboveboard.derived.played_signs import MINORS, OFFERED
from aboveboard.detector import Detector, Example, Mistake, Sql
from aboveboard.examples.desks import COMMON, DESKS, LATER, NEAR

_GUESTS = """
SELECT h.account_id, h.device, h.region, h.owner, h.guests, h.hired, h.hire_chance AS chance, round(h.hire_chance, 3) AS expected, h.days, h.swift, h.first_at, h.last_at
FROM account_hands AS h WHERE h.stays
"""

_MET = "SELECT g.device, count(*) AS met FROM guests AS g WHERE g.swift > 0 GROUP BY g.device HAVING count(*) > 1"

_SUSPECTS = "SELECT DISTINCT g.owner AS account_id FROM guests AS g"

_OFFERS = "SELECT account_id, count(*) AS texts FROM offers GROUP BY account_id"

_FOUND = """
SELECT g.account_id, a.handle, g.device AS "group", g.region, g.guests - 1 AS fellows, g.days, g.expected, coalesce(t.met, 0) AS met,
  coalesce(f.texts, 0) AS texts, [g.owner] AS related, m.band, g.first_at, g.last_at,
  concat(CASE WHEN t.met IS NOT NULL THEN concat('; ', CAST(t.met AS VARCHAR), ' of them were also played at home sooner than one travels there') ELSE '' END,
    CASE WHEN f.texts IS NOT NULL THEN '; the holder of that device offers to play or to let accounts' ELSE '' END,
    CASE WHEN m.band IS NOT NULL THEN '; its holder is a minor: inform and protect, do not punish' ELSE '' END) AS more,
  round(1 - CASE WHEN g.hired THEN CAST(0.6 AS DOUBLE) ELSE CAST(0.8 AS DOUBLE) END * CASE WHEN t.met IS NOT NULL THEN CAST(0.4 AS DOUBLE) ELSE 1 END
    * CASE WHEN f.texts IS NOT NULL THEN CAST(0.5 AS DOUBLE) * power(CAST(0.8 AS DOUBLE), least(f.texts, 5) - 1) ELSE 1 END, 4) AS score,
  CASE WHEN g.hired AND m.band IS NULL AND coalesce(t.met, f.texts) IS NOT NULL THEN 'likely' ELSE 'possible' END AS tier,
  ['device', CASE WHEN t.met IS NOT NULL THEN 'behaviour' END, CASE WHEN f.texts IS NOT NULL THEN 'content' END] AS classes
FROM guests AS g JOIN accounts AS a ON a.account_id = g.account_id LEFT JOIN met AS t ON t.device = g.device
LEFT JOIN offered AS f ON f.account_id = g.owner LEFT JOIN minors AS m ON m.account_id = g.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND coalesce(a.kind, 'unknown') <> 'organisation' AND a.verified_org_id IS NULL
  AND (g.hired OR g.chance < 0.5 AND coalesce(t.met, f.texts) IS NOT NULL)
"""

HIRED_PLAYER = Detector(
    name="hired_player",
    version="1",
    violation="account_sharing",
    about=(
        "Whoever is paid to play accounts up (代练) signs in to each for some days from one desk, far from where its holder lives before and "
        "after. Counted are the homes whose accounts a device played for three days or more, in a region other than theirs, without its ever "
        "meeting their devices or networks; homes differ in network and in device, so that a family counts once; three is the least. How rare the count is, is read from "
        "the devices of this world that one such home stays with, at a false-discovery rate of 1 %; where that is not reached and chance makes less than half a device, other evidence must be there. A farm's one computer looks alike; so likely "
        "needs more than the count: two of the accounts were played at home and at the desk sooner than one travels, or the holder of the device offers it. "
        "Score: doubt 0.6 where sure, else 0.8, times 0.4 for swift turns, 0.5 and 0.8 for each further offer. The finding says who plays, not "
        "that the holder gains by it."
    ),
    reads={
        "account_hands": "account_id device region owner stays days swift guests hired hire_chance first_at last_at",
        "accounts": "account_id handle bio? url? status? kind? verified_org_id?",
        "posts?": "post_id account_id at title text url",
        "attestations?": "account_id result age_band",
    },
    derives=(ACCOUNT_HANDS,),
    classes=("device", "behaviour", "content"),
    steps=(
        Sql("guests", _GUESTS),
        Sql("met", _MET),
        Sql("suspects", _SUSPECTS),
        *OFFERED,
        Sql("offered", _OFFERS),
        MINORS,
        Sql("found", _FOUND),
    ),
    says=(
        "{handle} was played on {days} days by a device in {region} that never met its own; the same device plays accounts of {fellows} other homes "
        "like this, as by chance {expected} devices would{more}"
    ),
    mistakes=(
        Mistake(
            "Seasonal workers, students or soldiers share the one computer where they stay.",
            "a telephone on its network makes it theirs, and guests who stay over the same days share a computer; without swift turns or offers it is possible at most",
            "computers that people stay with",
        ),
        Mistake("An internet café, a library, a club near home.", "only accounts that live in another region count", "computers that people stay with"),
        Mistake("Travellers at a hostel's computer.", "three days and four sessions at least, and homes enough that chance does not explain", "computers that people stay with"),
        Mistake("A family at its summer house.", "accounts of one home count once", "computers that people stay with"),
        Mistake("A helper of disabled players or a coach, far away.", "a coach who only shows something stays less than three days; ask first, and tell how to name a helper"),
        Mistake("A team runs the accounts of organisations.", "accounts of organisations and verified ones are left out", "desks that play accounts of others"),
    ),
    examples=(
        Example(
            "desks that play accounts of others",
            DESKS,
            finds=(
                *((f"a{n}", 0.4, "possible") for n in range(6)), *((f"b{n}", 0.76, "likely") for n in (0, 1, 2, 3, 5)), ("b4", 0.76, "possible"),
                *((f"d{n}", 0.68, "possible") for n in range(3)), *((f"e{n}", 0.76, "likely") for n in range(6)), *((f"f{n}", 0.4, "possible") for n in range(6)),
                *((f"g{n}", 0.6, "possible") for n in range(3)),
            ),
        ),
        Example("computers that people stay with", NEAR),
        Example("where such computers are common", COMMON),
        Example("before it happened", LATER),
    ),
    references=(
        "design/domain.md L5: one device driving many accounts in shifts; helpers and coaches are innocent",
        "Benjamini and Hochberg, Controlling the false discovery rate, 1995",
    ),
)  # fmt: skip
