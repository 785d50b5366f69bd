"""Accounts that many strangers play, each on a device and at a place of one's own."""

from __future__ import annotations

from aboveboard.derived.account_hands import ACCOUNT_HANDS, REGIONS
from aboveboard.derived.hand_kin import HAND_KIN
from aboveboard.derived.played_signs import MINORS, OFFERED
from aboveboard.detector import Detector, Example, Mistake, Param, Sql
from aboveboard.examples.played import CAFES, EXITS, ONE_PERSON, PLANNED, ROUND, SAME_REGION, SMALL

_SUSPECTS = """
SELECT h.account_id, max(h.regions) AS regions, max(CASE WHEN h.roving THEN 1 ELSE 0 END) AS sure, round(max(h.roving_chance), 3) AS expected,
  max(CASE WHEN h.strange AND h.lasting THEN 1 ELSE 0 END) AS again,
  max(h.visits) AS visits, sum(CASE WHEN h.strange THEN 1 ELSE 0 END) AS hands, min(CASE WHEN h.strange THEN h.first_at END) AS first_at,
  max(CASE WHEN h.strange THEN h.last_at END) AS last_at
FROM account_hands AS h GROUP BY h.account_id HAVING max(h.regions) >= $regions
"""

_SWIFT = "SELECT h.account_id, max(h.hops) AS days FROM account_hands AS h GROUP BY h.account_id HAVING max(h.hops) > 1"

_OTHERS = """
SELECT h.account_id, count(DISTINCT h.owner) AS others FROM account_hands AS h LEFT JOIN hand_kin AS k ON k.account_id = h.account_id AND k.owner = h.owner
WHERE h.strange AND k.owner IS NULL GROUP BY h.account_id HAVING count(DISTINCT h.owner) > 1
"""

_HELD = """
SELECT DISTINCT s.account_id, t.token FROM tokens AS t JOIN suspects AS s ON s.account_id = t.account_id WHERE t.kind = 'payment'
"""

_PAID = """
SELECT h.account_id, max(p.inside) AS paid, min(p.token) AS payer FROM held AS h JOIN (
  SELECT i.token, max(i.inside) AS inside FROM (SELECT token, count(*) AS inside FROM held GROUP BY token) AS i
  JOIN tokens AS t ON t.token = i.token GROUP BY i.token HAVING max(i.inside) > 1 AND 2 * max(i.inside) >= count(DISTINCT t.account_id)
) AS p ON p.token = h.token GROUP BY h.account_id
"""

_OFFERS = "SELECT account_id, count(*) AS texts FROM offers GROUP BY account_id"

_FOUND = """
SELECT s.account_id, a.handle, s.hands, s.regions, s.visits, s.expected, coalesce(w.days, 0) AS swift_days, coalesce(o.others, 0) AS others, coalesce(f.texts, 0) AS texts,
  coalesce(p.paid, 0) AS paid, p.payer, m.band, s.first_at, s.last_at,
  concat(CASE WHEN w.days IS NOT NULL THEN concat('; on ', CAST(w.days AS VARCHAR), ' days two of them followed one another sooner than one travels') ELSE '' END,
    CASE WHEN o.others IS NOT NULL THEN concat('; ', CAST(o.others AS VARCHAR), ' of these devices are where others live with their own accounts') ELSE '' END,
    CASE WHEN f.texts IS NOT NULL THEN '; its own texts offer an account' ELSE '' END,
    CASE WHEN p.paid IS NOT NULL THEN concat('; one payer pays for ', CAST(p.paid AS VARCHAR), ' such accounts') ELSE '' END,
    CASE WHEN m.band IS NOT NULL THEN '; its holder is a minor: inform and protect, do not punish' ELSE '' END) AS more,
  round(1 - CASE s.sure WHEN 1 THEN CAST(0.6 AS DOUBLE) ELSE CAST(0.8 AS DOUBLE) END * CASE WHEN w.days IS NOT NULL THEN CAST(0.5 AS DOUBLE) ELSE 1 END
    * CASE WHEN o.others IS NOT NULL THEN CAST(0.5 AS DOUBLE) ELSE 1 END * CASE WHEN p.paid IS NOT NULL THEN CAST(0.4 AS DOUBLE) ELSE 1 END
    * CASE WHEN f.texts IS NOT NULL THEN CAST(0.5 AS DOUBLE) * power(CAST(0.8 AS DOUBLE), least(f.texts, 5) - 1) ELSE 1 END, 4) AS score,
  CASE WHEN s.sure = 1 AND m.band IS NULL AND coalesce(w.days, o.others, f.texts, p.paid) IS NOT NULL THEN 'likely' ELSE 'possible' END AS tier,
  ['device', CASE WHEN w.days IS NOT NULL THEN 'behaviour' END, CASE WHEN o.others IS NOT NULL THEN 'graph' END,
    CASE WHEN f.texts IS NOT NULL THEN 'content' END, CASE WHEN p.paid IS NOT NULL THEN 'identity' END] AS classes
FROM suspects AS s JOIN accounts AS a ON a.account_id = s.account_id LEFT JOIN others AS o ON o.account_id = s.account_id
LEFT JOIN paid AS p ON p.account_id = s.account_id LEFT JOIN offered AS f ON f.account_id = s.account_id
LEFT JOIN minors AS m ON m.account_id = s.account_id LEFT JOIN swift AS w ON w.account_id = s.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND coalesce(a.kind, 'unknown') <> 'organisation' AND a.verified_org_id IS NULL
  AND (s.sure = 1 AND s.again = 1 OR coalesce(o.others, f.texts, p.paid) IS NOT NULL)
"""

PASSED_ROUND = Detector(
    name="passed_round",
    version="1",
    violation="account_sharing",
    about=(
        "An account let by the hour is played by strangers: each has a device and a network of one's own, and none of these ever meets the "
        "holder's. Devices and networks of one person do meet: the new telephone joins the network at home, the old one travels along. So the "
        "sessions of an account fall into hands, parts that no device and no network ties together. Counted are the regions of hands away from "
        "the main one, public machines and shared exits left out. How rare the count is, is read from this world: of accounts with as many "
        "sessions, how many have one such region, two and three, and how fast they get fewer; sure at a false-discovery rate of 1 %. Where every strange device is new, seen on one day and with one account, the browser may forget, and other "
        "evidence must be there. Likely needs more: "
        "two hands that follow one another sooner than one travels, devices that are the homes of other accounts, offers in its own texts, "
        "or a payer of several such accounts. A passed identity check spares nobody: it proves that the holder was there, not who plays. Score: "
        "doubt 0.6 where sure, else 0.8, times 0.5 for swift turns, 0.5 for devices of others, 0.5 and 0.8 for each further offer, 0.4 for a payer."
    ),
    reads={
        "account_hands": "account_id strange lasting regions roving roving_chance visits hops owner first_at last_at",
        "accounts": "account_id handle bio? url? status? kind? verified_org_id?",
        "posts?": "post_id account_id at title text url",
        "hand_kin?": "account_id owner",
        "tokens?": "account_id kind token",
        "attestations?": "account_id result age_band",
    },
    derives=(ACCOUNT_HANDS, HAND_KIN),
    params={"regions": Param(REGIONS, "regions", REGIONS, 90, "fewest regions other than its own in which strange devices played")},
    classes=("device", "behaviour", "graph", "content", "identity"),
    steps=(
        Sql("suspects", _SUSPECTS),
        Sql("swift", _SWIFT),
        Sql("others", _OTHERS),
        Sql("held", _HELD),
        Sql("paid", _PAID),
        *OFFERED,
        Sql("offered", _OFFERS),
        MINORS,
        Sql("found", _FOUND),
    ),
    says=(
        "{handle} was played by {hands} hands in {regions} regions other than its own, whose devices and networks never met its holder's, "
        "as by chance {expected} accounts would{more}"
    ),
    links=("payer",),
    mistakes=(
        Mistake(
            "A traveller, a family with a console, a new or second-hand device, a computer and a telephone at once.",
            "what one person or one home uses meets on some device or network, and counts as one hand",
            "one person's things meet",
        ),
        Mistake(
            "Internet cafés, libraries and the machines of a club.",
            "a device that five accounts use is a public machine and makes nobody strange",
            "machines that many use",
        ),
        Mistake(
            "A VPN, a company's or a carrier's gateway seems to be in another region.",
            "a network most of whose accounts live elsewhere tells no region",
            "private windows through shared exits",
        ),
        Mistake(
            "Addresses that change daily, with a browser that forgets.",
            "many hands in one region count once; where no strange device was ever seen again, other evidence is needed",
            "a browser that forgets, at home and at work",
        ),
        Mistake("The same beside a few devices that stay, through exits that nobody else uses.", "without a second kind of evidence it is possible at most; ask first"),
        Mistake("A team runs the account of an organisation.", "accounts of organisations and verified ones are left out", "accounts that strangers play"),
        Mistake("Rental within one region is missed.", "its offers are for `account_trade`"),
    ),
    examples=(
        Example(
            "accounts that strangers play",
            ROUND,
            finds=(
                ("a", 0.4, "possible"), ("b", 0.7, "likely"), ("c", 0.7, "likely"), ("d", 0.76, "likely"), ("e", 0.76, "likely"),
                ("f", 0.7, "likely"), ("g", 0.4, "possible"), ("h", 0.7, "possible"), ("i", 0.7, "likely"), ("n", 0.6, "possible"), ("q", 0.76, "likely"),
                ("r", 0.4, "possible"), ("s", 0.4, "possible"), ("t", 0.4, "possible"), ("w", 0.85, "likely"),
            ),
        ),
        Example("four regions only", SMALL),
        Example("before it happened", PLANNED),
        Example("one person's things meet", ONE_PERSON),
        Example("machines that many use", CAFES),
        Example("private windows through shared exits", EXITS),
        Example("a browser that forgets, at home and at work", SAME_REGION),
    ),
    references=(
        "design/domain.md L5: operator is not the holder; many devices and regions, hand-over, one payer; a passed check proves presence",
        "Benjamini and Hochberg, Controlling the false discovery rate, 1995",
    ),
)  # fmt: skip
