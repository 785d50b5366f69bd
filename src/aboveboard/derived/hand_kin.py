"""Owners of devices who may be the same person as the account that is played there."""

from __future__ import annotations

from aboveboard.derived.account_hands import ACCOUNT_HANDS
from aboveboard.detector import Derived, Sql

__all__ = ["HAND_KIN"]

_HELD = """
SELECT account_id, kind, token FROM tokens JOIN (
  SELECT account_id FROM account_hands UNION SELECT owner AS account_id FROM account_hands
) AS w USING (account_id)
"""
"""What these accounts have, few among all: tokens are read once for accounts and owners."""

_KIN = """
SELECT DISTINCT h.account_id, h.owner FROM account_hands AS h JOIN held AS a ON a.account_id = h.account_id
JOIN held AS b ON b.account_id = h.owner AND b.token = a.token WHERE a.kind IN ('phone', 'email', 'payment', 'identity')
"""

HAND_KIN = Derived(
    name="hand_kin",
    about=(
        "Owners of devices (`account_hands`) who have a telephone, mail, payment or paper in common with the account that is played on them, so may "
        "be the same person."
    ),
    reads={"account_hands": "account_id owner", "tokens?": "account_id kind token"},
    derives=(ACCOUNT_HANDS,),
    steps=(Sql("held", _HELD), Sql("hand_kin", _KIN)),
    columns={"account_id": "string", "owner": "string"},
)
