"""What the members of batches have in common with others: their tokens, and how many accounts hold each."""

from __future__ import annotations

from aboveboard.derived.batches import BATCH_MEMBERS
from aboveboard.detector import Derived, Sql

__all__ = ["BATCH_PAPERS"]

_HELD = """
SELECT DISTINCT account_id AS follower_id, kind, token FROM tokens
JOIN (SELECT DISTINCT follower_id AS account_id FROM batch_members) AS m USING (account_id)
"""

_COUNTED = """
SELECT kind, token, count(DISTINCT account_id) AS holders FROM tokens
JOIN (SELECT DISTINCT kind, token FROM held) AS h USING (kind, token) GROUP BY kind, token
"""

_PAPERS = "SELECT follower_id, kind, token, holders FROM held JOIN counted USING (kind, token)"

BATCH_PAPERS = Derived(
    name="batch_papers",
    about="The tokens of those who came in batches (`batch_members`), and how many accounts hold each (`holders`).",
    reads={"batch_members": "follower_id", "tokens?": "account_id kind token"},
    derives=(BATCH_MEMBERS,),
    steps=(Sql("held", _HELD), Sql("counted", _COUNTED), Sql("batch_papers", _PAPERS)),
    columns={"follower_id": "string", "kind": "string", "token": "string", "holders": "int"},
)
