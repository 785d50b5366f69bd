"""Accounts that caused their own batches of followers."""

from __future__ import annotations

from aboveboard.derived.batch_papers import BATCH_PAPERS
from aboveboard.derived.batches import BATCH_MEMBERS
from aboveboard.derived.causes import CAUSED, caused
from aboveboard.detector import Detector, Example, Groups, Mistake, Sql
from aboveboard.examples import drawn
from aboveboard.examples.audiences import BOUGHT, FANS, followed, holding, one_farm

_BATCHED = """
SELECT target_id AS account_id, turn, max(size) AS size, max(first_s) AS first_s, max(last_s) AS last_s,
  max(fresh_clear) + max(twin_clear) + max(idle_clear) + max(hollow_clear) AS signs,
  CASE WHEN max(hollow_clear) = 1 THEN 'bare' WHEN max(twin_clear) = 1 THEN 'twins' END AS kind
FROM batch_members GROUP BY target_id, turn
"""

_MEMBERS = """
SELECT DISTINCT target_id AS account_id, turn, follower_id, came_s FROM batch_members
"""

_OWN = """
SELECT DISTINCT account_id, kind, token FROM tokens
JOIN (SELECT DISTINCT account_id FROM members) AS m USING (account_id)
"""

_SHARED = """
SELECT account_id, turn, kind, token, count(*) AS members, max(holders) AS holders
FROM members JOIN batch_papers USING (follower_id) JOIN own USING (account_id, kind, token)
GROUP BY account_id, turn, kind, token
"""

_SERVED = """
SELECT DISTINCT account_id, follower_id, concat(purpose, ' ', app) AS word FROM members
JOIN (SELECT account_id, purpose, app FROM grants) AS g USING (account_id)
"""

_COMMON = """
SELECT word, follower_id, count(DISTINCT account_id) AS clients FROM served GROUP BY word, follower_id
"""

_FELLOWS = """
SELECT account_id, turn, word, count(*) AS members
FROM (SELECT DISTINCT account_id, turn, follower_id, word, clients FROM members JOIN served USING (account_id, follower_id)
  JOIN common USING (word, follower_id)) AS met
WHERE clients >= 3 GROUP BY account_id, turn, word
"""

_ACTED = """
SELECT account_id, turn, word, at_s, until_s, count(*) AS members,
  sum(CASE WHEN came_s <= at_s + 2592000 THEN 1 ELSE 0 END) AS soon
FROM members JOIN (
  SELECT account_id, concat(purpose, ' ', app) AS word, CAST(floor(epoch(g.at)) AS BIGINT) AS at_s,
    CAST(floor(epoch(ended_at)) AS BIGINT) AS until_s
  FROM grants AS g
) AS let USING (account_id)
WHERE came_s >= at_s AND came_s <= coalesce(until_s, came_s) GROUP BY account_id, turn, word, at_s, until_s
"""

_LINES = """
SELECT account_id, turn, 'batch' AS what, kind AS word, first_s AS at_s, last_s AS until_s, size AS number, signs AS total, 1 AS world
FROM batched
UNION ALL SELECT account_id, turn, kind AS what, token AS word, CAST(NULL AS BIGINT) AS at_s, CAST(NULL AS BIGINT) AS until_s,
  members AS number, holders AS total, 1 AS world
FROM shared
UNION ALL SELECT account_id, turn, 'fellow' AS what, word, CAST(NULL AS BIGINT) AS at_s, CAST(NULL AS BIGINT) AS until_s,
  members AS number, CAST(NULL AS BIGINT) AS total, 1 AS world
FROM fellows
UNION ALL SELECT account_id, turn, 'grant' AS what, word, at_s, until_s, members AS number, CAST(soon AS BIGINT) AS total, 1 AS world
FROM acted
UNION ALL SELECT account_id, CAST(NULL AS BIGINT) AS turn, CASE violation WHEN 'inflated_audience' THEN 'warning'
  WHEN 'bought_audience' THEN 'warning' ELSE 'other' END AS what, violation AS word, CAST(floor(epoch(w.at)) AS BIGINT) AS at_s,
  CAST(NULL AS BIGINT) AS until_s, CAST(NULL AS BIGINT) AS number, CAST(NULL AS BIGINT) AS total, 1 AS world
FROM warnings AS w JOIN (SELECT DISTINCT account_id FROM batched) AS b USING (account_id)
WHERE w.withdrawn_at IS NULL OR w.withdrawn_at > $as_of
UNION ALL SELECT account_id, CAST(NULL AS BIGINT) AS turn, CASE kind WHEN 'listing' THEN 'campaign' WHEN 'live' THEN 'campaign'
  ELSE 'other' END AS what, kind AS word, CAST(floor(epoch(p.at)) AS BIGINT) AS at_s, CAST(NULL AS BIGINT) AS until_s,
  CAST(NULL AS BIGINT) AS number, CAST(NULL AS BIGINT) AS total, 1 AS world
FROM posts AS p JOIN (SELECT DISTINCT account_id FROM batched) AS b USING (account_id)
"""

_SHOWN = [c for c in CAUSED if c != "account_id"]

_BOUGHT = f"""
SELECT account_id, a.handle, {", ".join(_SHOWN)} FROM judged JOIN accounts AS a USING (account_id)
WHERE coalesce(a.status, 'active') NOT IN ('closed', 'suspended')
"""

_GRANT = "account_id | app | purpose | at | ended_at"


def _clients(count: int) -> str:
    """Draw one row of followers that came to three accounts, the first `count` of which let in a growth application long ago."""
    granted = [(f"singer{n}", "boost", "growth", "2024-06-02", "") for n in range(count)]
    return one_farm(3) + drawn("grants", _GRANT, granted)


def _told(withdrawn_at: str) -> str:
    """Draw one row of followers, three of whom pay as the account does, that came after a warning."""
    warned = [("star", "2025-06-02", "inflated_audience", withdrawn_at)]
    drawing = followed(BOUGHT) + holding("payment", ("X", 3, 3), also="star")
    return drawing + drawn("warnings", "account_id | at | violation | withdrawn_at", warned)


BOUGHT_AUDIENCE = Detector(
    name="bought_audience",
    version="1",
    violation="bought_audience",
    about=(
        "That followers are not real says nothing of who bought them: farms follow strangers as cover, and rivals buy followers "
        "to harm. So this needs evidence of its own, about the account itself: its means of payment is that of three of the "
        "followers (and most of its holders are among them); or it let a growth application act for it in the month before "
        "they came, or earlier, where most of the row also came in rows to two others that let in the same application. A growth "
        "application that is older and still let in leaves it possible, since people forget what they let in. Two rows after a warning that both came with its own promotions, promotions being rare, leave it "
        "possible; a warning or promotions alone claim nothing, since a rival can go on. Only rows count whose followers are barer than "
        "expected or were made in bulk. Score: doubt is 0.5, times 0.3 for three payers or 0.5 for two, 0.4 for an application "
        "(0.6 where all that is known is that it was still let in), 0.6 after a warning, 0.8 with promotions, 0.9 for each excess of the row."
    ),
    reads={
        "batch_members": "target_id turn follower_id came_s size first_s last_s fresh_clear twin_clear idle_clear hollow_clear",
        "accounts": "account_id handle status?",
        "batch_papers?": "follower_id kind token holders",
        "tokens?": "account_id kind token",
        "grants?": "account_id app purpose at ended_at",
        "warnings?": "account_id at violation withdrawn_at?",
        "posts?": "account_id at kind",
    },
    derives=(BATCH_MEMBERS, BATCH_PAPERS),
    classes=("identity", "document", "behaviour", "profile"),
    steps=(
        Sql("batched", _BATCHED),
        Sql("members", _MEMBERS),
        Sql("own", _OWN),
        Sql("shared", _SHARED),
        Sql("served", _SERVED),
        Sql("common", _COMMON),
        Sql("fellows", _FELLOWS),
        Sql("acted", _ACTED),
        Sql("lines", _LINES),
        Groups("judged", "lines", ("world",), caused, CAUSED),
        Sql("bought", _BOUGHT),
    ),
    says="{handle} caused it itself that {size} followers came in {batches} unusual rows{paid}{granted}{warned}{timed}",
    links=("tokens",),
    mistakes=(
        Mistake(
            "A rival buys followers for the account.", "what the followers are is no evidence here", "a rival's gift"
        ),
        Mistake(
            "A parent or a firm pays for many accounts.",
            "its payment must be on followers of the row, and on few others",
            "a firm that pays for many, and a publishing tool",
        ),
        Mistake(
            "A rival goes on after the account was warned.",
            "a warning claims nothing by itself",
            "they came again after a warning",
        ),
        Mistake(
            "A growth application bought followers without being asked.", "the policy asks a person; its grant is named"
        ),
        Mistake(
            "A rival buys followers while an application that was let in long ago still may act.",
            "then it is only possible, unless the row also served two others of the same application",
            "a growth application let in long ago and forgotten",
        ),
        Mistake("Who pays by other ways is missed.", "the followers are found all the same, by `follower_batch`"),
    ),
    examples=(
        Example(
            "three of them pay as it does",
            followed(BOUGHT, late="2026-02-01") + holding("payment", ("X", 3, 3), also="star"),
            finds=(("star", 0.8906, "likely"),),
        ),
        Example(
            "a growth application was let in",
            followed(BOUGHT)
            + drawn(
                "grants",
                _GRANT,
                [("star", "boost", "growth", "2025-06-02", ""), ("moon", "boost", "growth", "2025-06-02", "")],
            ),
            finds=(("star", 0.8542, "likely"),),
        ),
        Example(
            "a growth application let in long ago, whose row came to two others of its customers too",
            _clients(3),
            finds=(("singer0", 0.8542, "likely"), ("singer1", 0.8542, "likely"), ("singer2", 0.8542, "likely")),
        ),
        Example(
            "a growth application let in long ago and forgotten",
            _clients(2),
            finds=(("singer0", 0.7813, "possible"), ("singer1", 0.7813, "possible")),
        ),
        Example(
            "they came again after a warning",
            followed(BOUGHT)
            + drawn("warnings", "account_id | at | violation", [("star", "2025-06-02", "inflated_audience")]),
        ),
        Example(
            "three pay as it does, after a warning",
            _told("2026-02-01"),
            finds=(("star", 0.9344, "likely"),),
        ),
        Example(
            "three pay as it does; the warning was taken back",
            _told("2025-06-20"),
            finds=(("star", 0.8906, "likely"),),
        ),
        Example("a rival's gift", followed(BOUGHT)),
        Example(
            "a growth application let in when they had come",
            followed(BOUGHT) + drawn("grants", _GRANT, [("star", "boost", "growth", "2025-07-02", "")]),
        ),
        Example(
            "a firm that pays for many, and a publishing tool",
            followed(BOUGHT)
            + holding("payment", ("X", 3, 3), ("p", 30, 30), also="star").replace("p-0", "X-0")
            + drawn(
                "grants",
                _GRANT,
                [
                    ("star", "planner", "publishing", "2025-06-02", ""),
                    ("star", "boost", "growth", "2024-06-02", "2024-07-01"),
                ],
            ),
        ),
        Example(
            "three bare ones among eight, as chance may bring, who pay as it does",
            followed(
                ("GUN", 3, "2021-03-01", 900, "2025-06-08", 30),
                ("fan", 5, "2021-01-01", 700, "2025-06-08", 29),
                late="2025-07-01",
            )
            + holding("payment", ("GUN", 3, 3), also="star"),
        ),
        Example(
            "new fans with whole profiles, of whom three pay as it does",
            followed(FANS) + holding("payment", ("fan", 3, 3), also="star"),
        ),
        Example(
            "a batch that is only planned",
            followed(("X", 16, "2025-06-01", 0.2, "2026-06-08", 0.1)) + holding("payment", ("X", 3, 3), also="star"),
        ),
        Example("a closed account", followed(BOUGHT, star="closed") + holding("payment", ("X", 3, 3), also="star")),
    ),
    references=(
        "design/domain.md L3a-c: two separate findings; the second never follows from the first",
        "De Cristofaro et al., Paying for likes?, IMC 2014: farms also like pages that did not pay, as cover",
    ),
)
