"""Accounts that are in two far places at once, day after day: two people play."""

from __future__ import annotations

from aboveboard.derived.account_hands import ACCOUNT_HANDS, HOPS
from aboveboard.derived.hand_kin import HAND_KIN
from aboveboard.detector import Detector, Example, Mistake, Param, Sql
from aboveboard.examples.turning import ALONE, COMMUTERS, TURNING, YET_TO_COME

_TURNS = """
SELECT h.account_id, max(h.hops) AS days, max(CASE WHEN h.hopping THEN 1 ELSE 0 END) AS sure, round(max(h.hop_chance), 3) AS expected,
  min(CASE WHEN h.strange THEN h.region END) AS region, min(h.first_at) AS first_at, max(h.last_at) AS last_at
FROM account_hands AS h GROUP BY h.account_id HAVING max(h.hops) >= $days
"""

_FRIEND = """
SELECT h.account_id, min(h.owner) AS friend FROM account_hands AS h LEFT JOIN hand_kin AS k ON k.account_id = h.account_id AND k.owner = h.owner
WHERE h.strange AND h.stays AND k.owner IS NULL GROUP BY h.account_id
"""

_FOUND = """
SELECT t.account_id, a.handle, t.days, t.expected, t.region, [f.friend] AS related, t.first_at, t.last_at,
  CASE WHEN f.friend IS NOT NULL THEN '; a device there is where another account lives' ELSE '' END AS more,
  round(1 - CASE t.sure WHEN 1 THEN CAST(0.65 AS DOUBLE) ELSE CAST(0.8 AS DOUBLE) END * CASE WHEN f.friend IS NOT NULL THEN CAST(0.7 AS DOUBLE) ELSE 1 END, 4) AS score,
  'possible' AS tier, ['behaviour', CASE WHEN f.friend IS NOT NULL THEN 'graph' END] AS classes
FROM turns AS t JOIN accounts AS a ON a.account_id = t.account_id LEFT JOIN friend AS f ON f.account_id = t.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND coalesce(a.kind, 'unknown') <> 'organisation' AND a.verified_org_id IS NULL
  AND (t.sure = 1 OR f.friend IS NOT NULL)
"""

TWO_PLACES = Detector(
    name="two_places",
    version="1",
    violation="account_sharing",
    about=(
        "Two people who share an account take turns at it, at times at once. A swift turn is a session that begins while another goes on, or within an "
        "hour of its end, on a device and a network that never met the other's, in another region. Regions between which devices are seen to pass "
        "within the hour, far more often than at random, are near and make no swift turn. How rare so many days of swift turns are, is read from "
        "the accounts of this world with as many sessions, at a false-discovery rate of 1 %; where that is not enough, the device must be where another "
        "account lives, of nobody with the same telephone, mail or payment. Friends share, and helpers help: it is never above possible. Score: doubt "
        "0.65 where sure, else 0.8, times 0.7 for a device where another lives."
    ),
    reads={
        "account_hands": "account_id region owner strange stays hops hopping hop_chance first_at last_at",
        "accounts": "account_id handle status? kind? verified_org_id?",
        "hand_kin?": "account_id owner",
    },
    derives=(ACCOUNT_HANDS, HAND_KIN),
    params={"days": Param(HOPS, "days", HOPS, 100, "fewest days with a swift turn")},
    classes=("behaviour", "graph"),
    steps=(Sql("turns", _TURNS), Sql("friend", _FRIEND), Sql("found", _FOUND)),
    says=(
        "{handle} was on {days} days in two regions sooner than one travels, there and in {region}, on devices and networks that never met, as by chance "
        "{expected} accounts would on as many{more}"
    ),
    mistakes=(
        Mistake(
            "The computer at home stays signed in while its owner is on the way with the telephone.",
            "a telephone that was ever on the network at home belongs to the same hand",
            "one person in two places",
        ),
        Mistake("Commuters cross a border every morning.", "regions between which devices are seen to pass within the hour are near", "commuters"),
        Mistake("A computer always behind a VPN, and a telephone never.", "an exit that many use tells no region; else it is possible at most: ask"),
        Mistake("A son far away helps a disabled father over hard levels; a coach shows something.", "a day or two is never named, and more is never above possible: ask, and tell how to name a helper", "accounts in turns"),
        Mistake("A second account of one's own lives on the other device.", "an owner with the same telephone, mail, payment or paper is no other person", "accounts in turns"),
        Mistake("A team runs the account of an organisation.", "accounts of organisations and verified ones are left out", "accounts in turns"),
        Mistake("Friends in one town are missed.", "within one region nothing tells a friend from a second device"),
    ),
    examples=(
        Example("accounts in turns", TURNING, finds=(("a", 0.35, "possible"), ("b", 0.44, "possible"), ("c", 0.545, "possible"), ("k", 0.44, "possible"), ("n", 0.44, "possible"))),
        Example("one person in two places", ALONE),
        Example("commuters", COMMUTERS),
        Example("before it happened", YET_TO_COME),
    ),
    references=(
        "design/domain.md L5: impossible concurrency and hand-over; helpers and coaches are innocent",
        "Benjamini and Hochberg, Controlling the false discovery rate, 1995",
    ),
)  # fmt: skip
