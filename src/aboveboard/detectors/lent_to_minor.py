"""Those who offered an account of an adult that a minor's device plays from then on: the lister is the subject, never the minor."""

from __future__ import annotations

from aboveboard.derived.account_offers import OFFERS, offers_of
from aboveboard.derived.ages import AGES
from aboveboard.detector import Detector, Example, Mistake, Param, Rows, Sql
from aboveboard.examples.lending import LENT, NOT_LENT

_AGED = """
SELECT s.account_id, s.device_token, s.network_token, s.started_at, g.under FROM sessions AS s JOIN ages AS g ON g.account_id = s.account_id
WHERE s.started_at <= $as_of AND coalesce(s.started_at < g.expires_at, true)
"""

_YOUNG = """
SELECT y.device_token FROM (SELECT DISTINCT device_token FROM aged WHERE under <= 18) AS y JOIN sessions AS s ON s.device_token = y.device_token
GROUP BY y.device_token HAVING count(DISTINCT s.account_id) <= $household
"""

_CAME = """
SELECT a.account_id, a.device_token, min(a.started_at) AS came, count(DISTINCT a.started_at) AS plays
FROM aged AS a JOIN young AS y ON y.device_token = a.device_token
LEFT JOIN aged AS h ON h.account_id = a.account_id AND h.network_token = a.network_token AND h.device_token <> a.device_token
WHERE a.under > 18 GROUP BY a.account_id, a.device_token HAVING count(h.account_id) = 0 AND count(DISTINCT a.started_at) >= $plays
"""

_LISTERS = """
SELECT account_id AS lent_id, account_id, 0 AS tied FROM came
UNION SELECT c.account_id AS lent_id, o.account_id, 1 AS tied FROM came AS c
JOIN tokens AS t ON t.account_id = c.account_id JOIN tokens AS o ON o.token = t.token AND o.account_id <> t.account_id
WHERE t.kind IN ('identity', 'payment')
"""

_SAID = """
SELECT l.account_id, p.post_id AS source, p.at, trim(concat(coalesce(p.title, ''), ' ', coalesce(p.text, ''))) AS text, p.url
FROM posts AS p JOIN (SELECT DISTINCT account_id FROM listers) AS l ON l.account_id = p.account_id
"""

_LENT = """
SELECT l.account_id, min(l.lent_id) AS lent_id, count(DISTINCT l.lent_id) AS lent, min(o.text) AS text, min(o.way) AS way, min(o.at) AS first_at,
  max(c.came) AS last_at, max(c.plays) AS plays, max(l.tied) AS tied, max(o.risk) AS risk
FROM listers AS l JOIN came AS c ON c.account_id = l.lent_id JOIN offers AS o ON o.account_id = l.account_id
WHERE o.at <= c.came AND date_diff('day', o.at, c.came) <= $days GROUP BY l.account_id
"""

_FOUND = """
SELECT t.account_id, a.handle, t.lent, t.way, t.text, t.plays, t.first_at, t.last_at, [CASE t.tied WHEN 1 THEN t.lent_id END] AS related,
  CASE t.tied WHEN 1 THEN 'an account paid for or attested alike' ELSE 'the account' END AS which,
  CASE WHEN t.risk IS NOT NULL THEN '; it offers a way round a check' ELSE '' END AS more,
  round(1 - CAST(0.15 AS DOUBLE) * CASE WHEN t.risk IS NOT NULL THEN 0.7 ELSE 1 END * CASE t.tied WHEN 1 THEN 0.6 ELSE 1 END, 4) AS score, 'likely' AS tier,
  ['content', 'device', CASE t.tied WHEN 1 THEN 'identity' END] AS classes
FROM lent AS t JOIN accounts AS a ON a.account_id = t.account_id LEFT JOIN ages AS g ON g.account_id = t.account_id
WHERE coalesce(g.under, 150) > 18 AND coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

LENT_TO_MINOR = Detector(
    name="lent_to_minor",
    version="1",
    violation="account_trade",
    about=(
        "An account whose holder was checked to be an adult is offered for rent, sale or loan, and then a minor's device plays it. The subject is "
        "who offered: the account itself, or one that shares its payment or identity. The minor is neither named nor found. Offers are read as "
        "`account_trade` reads them. The device must be one that a minor, by a passed check, plays on and few others do; it must come after the offer; and "
        "no other device of the account may have been on its network, since a family's children play at home. Two kinds of evidence meet: what was offered, "
        "and on what it was played then. Score: doubt is 0.15, times 0.7 where the offer speaks of a way round a check, and 0.6 where payment or identity "
        "ties the two accounts."
    ),
    reads={
        "accounts": "account_id handle status?",
        "sessions": "account_id started_at device_token network_token?",
        "posts": "post_id account_id at title? text url?",
        "tokens?": "account_id kind token",
        "ages": "account_id under expires_at",
    },
    derives=(AGES,),
    params={
        "plays": Param(2, "sessions", 1, 100, "fewest sessions on the minor's device"),
        "household": Param(6, "accounts", 2, 50, "a device that more accounts use is a café's or a school's"),
        "days": Param(90, "days", 1, 400, "how long after an offer the device may come"),
    },
    classes=("content", "device", "identity"),
    steps=(
        Sql("aged", _AGED),
        Sql("young", _YOUNG),
        Sql("came", _CAME),
        Sql("listers", _LISTERS),
        Sql("said", _SAID),
        Rows("offers", "said", offers_of, OFFERS),
        Sql("lent", _LENT),
        Sql("found", _FOUND),
    ),
    says=(
        "{handle} offers to {way} accounts, such as “{text}”, and then a device that a minor plays on played {which}, checked to be an adult's, {plays} times{more}; "
        "the minor did nothing wrong"
    ),
    mistakes=(
        Mistake("A parent sells an account, and the child plays it at home.", "a device on a network where the account was before is the family's", "at home, before, asked for, by a minor"),
        Mistake("The minor offered it.", "a lister whom a check showed to be a minor is not named", "at home, before, asked for, by a minor"),
        Mistake("The device came before the offer, or is a school's.", "only devices that came after it, and that few accounts use, count", "at home, before, asked for, by a minor"),
        Mistake("A second-hand tablet still stands for its last owner.", "a person looks; the check that is asked for settles it"),
    ),
    examples=(
        Example("rented out, and played on a child's tablet", LENT, finds=(("a", 0.85, "likely"), ("b", 0.937, "likely"), ("d", 0.895, "likely"))),
        Example("at home, before, asked for, by a minor", NOT_LENT, as_of="2025-12-27"),
    ),
    references=(
        "design/domain.md L5: rental and sale to minors; the lessor is limited, the minor is never punished",
        "National Press and Publication Administration of China, notice of 30 August 2021: no renting or selling of game accounts to minors",
    ),
)  # fmt: skip
