"""Steps that look for what else says that an account is played by others: its own offers, and who is a minor."""

from __future__ import annotations

from aboveboard.derived.account_offers import OFFERS, offers_of
from aboveboard.detector import Rows, Sql

__all__ = ["MINORS", "OFFERED"]

_SAID = """
SELECT p.account_id, p.post_id AS source, p.at, trim(concat(coalesce(p.title, ''), ' ', coalesce(p.text, ''))) AS text, p.url
FROM posts AS p JOIN suspects AS s ON s.account_id = p.account_id WHERE p.at <= $as_of
UNION ALL
SELECT a.account_id, concat('bio of ', a.account_id) AS source, CAST(NULL AS TIMESTAMP) AS at, a.bio AS text, a.url
FROM accounts AS a JOIN suspects AS s ON s.account_id = a.account_id
"""

OFFERED = (Sql("said", _SAID), Rows("offers", "said", offers_of, OFFERS))
"""Steps from `suspects` (one row an account) to `offers`: the texts in which these accounts offer an account, as `account_trade` reads them."""

MINORS = Sql(
    "minors",
    "SELECT account_id, min(age_band) AS band FROM attestations WHERE age_band = 'minor' AND result = 'pass' GROUP BY account_id",
)
"""A step to `minors`: accounts whose holder was shown to be a minor, to be protected and not accused."""
