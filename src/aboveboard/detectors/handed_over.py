"""Accounts that changed hands for good: other devices in another region from one day on, and other papers, another face, or an offer."""

from __future__ import annotations

from aboveboard.derived.account_hands import ACCOUNT_HANDS
from aboveboard.derived.account_offers import OFFERS, offers_of
from aboveboard.derived.played_signs import MINORS
from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.examples.handing import MOVED, SOLD, SOON

_CUTS = """
SELECT a.account_id, a.region AS place, b.region AS elsewhere, a.days AS evenings, b.days AS later, a.last_at AS left_at, b.first_at AS came_at, b.last_at
FROM account_hands AS a JOIN account_hands AS b ON b.account_id = a.account_id
WHERE (a.main AND b.strange OR a.strange AND b.main) AND a.last_at < b.first_at AND a.days >= $evenings AND b.days >= $evenings
  AND date_diff('day', b.first_at, $as_of) >= $gone
"""

_HELD = """
SELECT account_id, kind, token, first_seen_at, last_seen_at FROM tokens JOIN (SELECT DISTINCT account_id FROM cuts) AS c USING (account_id)
"""

_REBOUND = """
SELECT c.account_id, count(DISTINCT o.kind) AS kinds FROM cuts AS c JOIN held AS o ON o.account_id = c.account_id
JOIN held AS n ON n.account_id = c.account_id AND n.kind = o.kind AND n.token <> o.token
WHERE o.kind IN ('phone', 'email', 'payment', 'identity') AND epoch(o.last_seen_at) <= epoch(c.came_at) + 259200
  AND epoch(n.first_seen_at) >= epoch(c.left_at) - 259200 AND epoch(n.first_seen_at) <= epoch(c.came_at) + 1209600
GROUP BY c.account_id
"""

_DRESSED = """
SELECT c.account_id FROM cuts AS c JOIN profile_changes AS p ON p.account_id = c.account_id
WHERE p.field IN ('handle', 'display_name', 'avatar', 'avatar_hash') AND epoch(p.at) >= epoch(c.left_at) - 259200
  AND epoch(p.at) <= epoch(c.came_at) + 1209600
GROUP BY c.account_id HAVING count(DISTINCT CASE WHEN p.field IN ('avatar', 'avatar_hash') THEN 'face' ELSE 'name' END) > 1
"""

_SAID = """
SELECT p.account_id, p.post_id AS source, p.at, trim(concat(coalesce(p.title, ''), ' ', coalesce(p.text, ''))) AS text, p.url
FROM posts AS p JOIN cuts AS c ON c.account_id = p.account_id
WHERE epoch(p.at) >= epoch(c.left_at) - 5184000 AND epoch(p.at) <= epoch(c.came_at) + 172800
"""

_OFFERS = "SELECT account_id, count(*) AS texts FROM offers GROUP BY account_id"

_FOUND = """
SELECT c.account_id, a.handle, c.place, c.elsewhere, c.evenings, c.later, coalesce(r.kinds, 0) AS kinds, coalesce(f.texts, 0) AS texts, m.band,
  n.cuts, c.left_at AS first_at, c.last_at,
  concat(CASE WHEN r.kinds IS NOT NULL THEN concat('; ', CAST(r.kinds AS VARCHAR), ' of telephone, mail, payment and papers were replaced') ELSE '' END,
    CASE WHEN d.account_id IS NOT NULL THEN '; name and picture changed' ELSE '' END,
    CASE WHEN f.texts IS NOT NULL THEN '; it was offered before' ELSE '' END,
    CASE WHEN m.band IS NOT NULL THEN '; its holder is a minor: inform and protect, do not punish' ELSE '' END) AS more,
  round(1 - CAST(0.7 AS DOUBLE) * power(CAST(0.5 AS DOUBLE), coalesce(r.kinds, 0)) * CASE WHEN d.account_id IS NOT NULL THEN CAST(0.6 AS DOUBLE) ELSE 1 END
    * CASE WHEN f.texts IS NOT NULL THEN CAST(0.4 AS DOUBLE) * power(CAST(0.8 AS DOUBLE), least(f.texts, 5) - 1) ELSE 1 END, 4) AS score,
  CASE WHEN m.band IS NULL AND (f.texts IS NOT NULL OR r.kinds > 1 OR r.kinds IS NOT NULL AND d.account_id IS NOT NULL) THEN 'likely' ELSE 'possible' END AS tier,
  ['device', CASE WHEN r.kinds IS NOT NULL THEN 'identity' END, CASE WHEN d.account_id IS NOT NULL THEN 'profile' END,
    CASE WHEN f.texts IS NOT NULL THEN 'content' END] AS classes
FROM cuts AS c JOIN accounts AS a ON a.account_id = c.account_id CROSS JOIN (SELECT count(DISTINCT account_id) AS cuts FROM cuts) AS n
LEFT JOIN rebound AS r ON r.account_id = c.account_id LEFT JOIN dressed AS d ON d.account_id = c.account_id
LEFT JOIN offered AS f ON f.account_id = c.account_id LEFT JOIN minors AS m ON m.account_id = c.account_id
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended') AND coalesce(a.kind, 'unknown') <> 'organisation' AND a.verified_org_id IS NULL
  AND (r.kinds IS NOT NULL OR d.account_id IS NOT NULL OR f.texts IS NOT NULL)
"""

HANDED_OVER = Detector(
    name="handed_over",
    version="1",
    violation="account_sharing",
    about=(
        "An account that is sold goes over in one cut: from one day on only devices and networks that never met the old ones use it, in another "
        "region, and the old ones never return. A student who goes home to the family's computer looks alike, so the cut alone is not named. What a buyer does "
        "and a mover does not: replace telephone, mail, payment or papers within days, change name and picture at once, or buy what was "
        "offered in the weeks before. One of these is possible. Likely are an offer, two kinds replaced, or one kind with name and picture. The "
        "account is to be verified, not closed: who holds it now may have been deceived. Score: doubt 0.7, times 0.5 for each kind replaced, 0.6 for name and picture, 0.4 "
        "for an offer and 0.8 for each further one."
    ),
    reads={
        "account_hands": "account_id region main strange days first_at last_at",
        "accounts": "account_id handle status? kind? verified_org_id?",
        "tokens?": "account_id kind token first_seen_at last_seen_at",
        "profile_changes?": "account_id at field",
        "posts?": "post_id account_id at title text url",
        "attestations?": "account_id result age_band",
    },
    derives=(ACCOUNT_HANDS,),
    params={
        "evenings": Param(4, "days", 2, 100, "fewest days with sessions before the cut, and after it"),
        "gone": Param(14, "days", 3, 365, "how long ago the cut must be, in which the old devices did not return"),
    },
    classes=("device", "identity", "profile", "content"),
    steps=(
        Sql("cuts", _CUTS),
        Sql("held", _HELD),
        Sql("rebound", _REBOUND),
        Sql("dressed", _DRESSED),
        Sql("said", _SAID),
        Rows("offers", "said", offers_of, OFFERS),
        Sql("offered", _OFFERS),
        MINORS,
        Sql("found", _FOUND),
    ),
    says=(
        "{handle} was used in {place} on {evenings} days, and since one day only in {elsewhere}, on {later} days, with devices and networks that never met "
        "the old ones{more}; such a cut alone is seen in {cuts} accounts"
    ),
    mistakes=(
        Mistake(
            "A student goes home, a worker moves, a new telephone is bought on the way.",
            "the cut alone is not named; a device that comes along makes no cut",
            "movers and makers of one change",
        ),
        Mistake("An emigrant has another telephone, number and bank within a week.", "verify first: the old mail or a paper settles it in a minute", "accounts that changed hands"),
        Mistake("A family shares it between two homes.", "the old devices return, so there is no cut", "movers and makers of one change"),
        Mistake("An account was stolen, not sold.", "the same facts: verify the holder and help them back, no strike"),
        Mistake("The account is given to a brother or left to an heir.", "possible or likely, never more; who says so keeps it where the operator's terms allow"),
        Mistake("A team runs the account of an organisation.", "accounts of organisations and verified ones are left out", "accounts that changed hands"),
    ),
    examples=(
        Example(
            "accounts that changed hands",
            SOLD,
            finds=(
                ("a", 0.825, "likely"), ("b", 0.65, "possible"), ("c", 0.58, "possible"), ("d", 0.72, "likely"), ("e", 0.79, "likely"), ("n", 0.825, "possible"),
                ("o", 0.825, "likely"),
            ),
        ),
        Example("movers and makers of one change", MOVED),
        Example("before it happened", SOON, as_of="2025-09-01"),
    ),
    references=("design/domain.md L5: session hand-over, change of device, region and play after a listing; T9: a stolen account is a victim's, no strike",),
)  # fmt: skip
