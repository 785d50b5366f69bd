"""Whether a listing, a post or a biography offers an account for rent or sale: read as a scan reads it."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from aboveboard.derived.account_offers import SAID, offers_of
from aboveboard.detectors.account_trade import ACCOUNT_TRADE
from aboveboard.gate.attempts import Attempt
from aboveboard.gate.claims import Claim, claim
from aboveboard.tables import ARROW

__all__ = ["ONE_OFFER", "trading"]

ONE_OFFER = 0.7
"""The score of one offer, with nothing beside it: see `account_trade`."""


def trading(attempt: Attempt) -> Claim | None:
    """Return the claim that a listing offers an account; None where it does not.

    One text is possible at most: what makes it likely (a wording of several sellers, a shared contact) a scan finds.
    """
    if attempt.kind != "listing" or not attempt.text:
        return None
    row = {"account_id": attempt.subject, "source": attempt.attempt_id, "at": attempt.at, "text": attempt.text, "url": attempt.url or None}  # fmt: skip
    types = {"at": ARROW["time"]}
    said = pa.table({c: pa.chunked_array([pa.array([row[c]], types.get(c, pa.string()))]) for c in SAID})
    offers = offers_of(said).to_pylist()
    if not offers:
        return None
    offer = offers[0]
    told = {
        **offer, "handle": attempt.handle or attempt.display_name or attempt.subject, "tally": "one text",
        "more": "".join(_more(offer)), "score": ONE_OFFER, "tier": "possible", "classes": ["content"], "related": [],
    }  # fmt: skip
    derivation = f"read as an offer to {offer['way']} an account, {offer['nats']:+.1f} nats"
    return claim(ACCOUNT_TRADE, attempt.subject, told, ["text"], derivation)


def _more(offer: dict[str, Any]) -> list[str]:
    parts = (("price", "; price "), ("span", "; time "), ("reach", "; reached at "), ("tool", "; logs others in at "), ("risk", "; offers "))  # fmt: skip
    return [f"{before}{offer[name]}" for name, before in parts if offer[name] is not None]
