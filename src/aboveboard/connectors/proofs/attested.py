"""The seam: a request for a proof in, one row of `attestations` out, or the reason why not."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple, Protocol

from aboveboard.connectors.proofs.reasons import refuse

__all__ = ["LEEWAY", "Attestation", "Provider", "Request", "check_open"]

LEEWAY: Final = timedelta(seconds=60)
"""How far two clocks may differ."""


class Request(NamedTuple):
    """What was asked of whom: `kind` as in `attestations`, and for `age` the number of years (`over`).

    `nonce` is drawn at random for this request alone, `audience` names the operator's service, and the answer must come
    between `at` and `expires_at`.
    """

    account_id: str
    kind: str
    over: int
    audience: str
    nonce: str
    at: datetime
    expires_at: datetime


class Attestation(NamedTuple):
    """One row of `attestations`: the result, and nothing of what it was read from. `age_under`: whoever failed is younger than that."""

    account_id: str
    kind: str
    result: str
    age_band: str
    at: datetime
    expires_at: datetime | None
    provider: str
    age_under: int | None = None


class Provider(Protocol):
    """Whoever can answer a request: a verifier of signed proofs, or the operator's own check."""

    def attest(self, request: Request, answer: str, at: datetime) -> Attestation:
        """Return what `answer` attests for `request` at the time `at`. Raises `ProofError` with the reason if nothing."""
        ...


def check_open(request: Request, at: datetime) -> None:
    """Refuse an answer to a request that is not open at `at`."""
    if not request.at - LEEWAY <= at <= request.expires_at:
        refuse("request_closed", at.isoformat())
