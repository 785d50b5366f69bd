"""SD-JWT VC: a signed credential of which the holder discloses single claims. RFC 9901, and draft-ietf-oauth-sd-jwt-vc.

What is checked, in this order: the request, the form, the issuer's signature by a pinned key, the disclosures, type, times
and status of the credential, the holder's signature over this very request, and what was asked. The nonce is used up last.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from aboveboard.connectors.proofs.attested import LEEWAY, Attestation, Request, check_open
from aboveboard.connectors.proofs.compact import Presentation, Signed, moment, parse
from aboveboard.connectors.proofs.disclosures import digest, unfold
from aboveboard.connectors.proofs.nonces import Nonces
from aboveboard.connectors.proofs.reading_claims import age, told
from aboveboard.connectors.proofs.reasons import refuse
from aboveboard.connectors.proofs.signing import check_header, fits, signed_by, verify
from aboveboard.connectors.proofs.statuses import check_status
from aboveboard.connectors.proofs.trust import Issuer, Trust

__all__ = ["FRESH", "SdJwtProvider"]

FRESH: Final = timedelta(minutes=10)
"""How old the holder's signature may be."""

_CREDENTIAL = ("dc+sd-jwt", "vc+sd-jwt")
_BINDING = ("kb+jwt",)


class SdJwtProvider:
    """Verifies presentations by the operator's file of issuers; `nonces` remembers which requests were answered.

    `lists` are status list tokens by their address; a credential that names one which is not there is refused.
    """

    def __init__(self, trust: Trust, nonces: Nonces, lists: Mapping[str, Signed] | None = None) -> None:
        self._trust, self._nonces, self._lists = trust, nonces, lists or {}

    def attest(self, request: Request, answer: str, at: datetime) -> Attestation:
        """Return what the presentation `answer` attests. Raises `ProofError` with the reason."""
        check_open(request, at)
        proof = parse(answer)
        issuer = self._issuer(proof.credential)
        hashed = str(proof.credential.payload.get("_sd_alg", "sha-256"))
        if hashed not in self._trust.hashes:
            refuse("hash_algorithm", hashed)
        claims = unfold(proof.credential.payload, proof.disclosures, hashed)
        rules = issuer.credentials.get(str(claims.get("vct")))
        if rules is None:
            refuse("credential_type", str(claims.get("vct")))
        expires_at = _valid(claims, at)
        check_status(claims, self._lists, issuer.keys, self._trust.algorithms, at)
        self._holder(proof, claims)
        _bound(proof, request, at, hashed)
        rule = rules.get(request.kind)
        if rule is None:
            refuse("kind", request.kind)
        if request.kind == "age":
            result, band = age(claims, request.over, self._trust.adult)
        else:
            result, band = told(claims, rule), "unknown"
        if not self._nonces.use(request.nonce):
            refuse("replayed")
        until = min(expires_at, at + timedelta(days=rule.valid_days)) if rule.valid_days else expires_at
        under = request.over if request.kind == "age" and result == "fail" else None
        return Attestation(request.account_id, request.kind, result, band, at, until, issuer.provider, under)

    def _issuer(self, credential: Signed) -> Issuer:
        """Return the issuer once one of its pinned keys is found to have signed the credential."""
        check_header(credential, _CREDENTIAL, self._trust.algorithms)
        issuer = self._trust.issuers.get(str(credential.payload.get("iss")))
        if issuer is None:
            refuse("issuer", str(credential.payload.get("iss")))
        verify(credential, issuer.keys, _CREDENTIAL, self._trust.algorithms)
        return issuer

    def _holder(self, proof: Presentation, claims: Mapping[str, Any]) -> None:
        """Check that the key which the issuer bound into the credential signed the key binding."""
        confirmed = claims.get("cnf")
        key = confirmed.get("jwk") if isinstance(confirmed, dict) else None
        if not isinstance(key, dict) or "d" in key:
            refuse("no_holder_key")
        algorithm = check_header(proof.binding, _BINDING, self._trust.algorithms)
        if not fits(key, algorithm) or not signed_by(proof.binding, key, algorithm):
            refuse("holder_signature")


def _valid(claims: Mapping[str, Any], at: datetime) -> datetime:
    """Return when the credential expires, once it is valid at `at`."""
    expires_at, starts_at, issued_at = (moment(claims, name) for name in ("exp", "nbf", "iat"))
    if expires_at is None:
        refuse("no_expiry")
    if expires_at <= at:
        refuse("expired", expires_at.isoformat())
    latest = max((t for t in (starts_at, issued_at) if t is not None), default=at)
    if latest > at + LEEWAY:
        refuse("not_yet_valid", latest.isoformat())
    return expires_at


def _bound(proof: Presentation, request: Request, at: datetime, hashed: str) -> None:
    """Check that the holder signed these disclosures, for this service, this request and this time."""
    signed = proof.binding.payload
    if signed.get("aud") != request.audience:
        refuse("wrong_audience")
    if signed.get("nonce") != request.nonce:
        refuse("wrong_nonce")
    if signed.get("sd_hash") != digest(proof.bound, hashed):
        refuse("altered_after_binding")
    made_at = moment(signed, "iat")
    ends_at, starts_at = moment(signed, "exp") or at, moment(signed, "nbf") or at
    if made_at is None or not at - FRESH - LEEWAY <= made_at <= at + LEEWAY:
        refuse("proof_time")
    if ends_at < at or starts_at > at + LEEWAY:
        refuse("proof_time")
