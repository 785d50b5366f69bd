"""Why a proof is refused: one word for machines, one sentence for people, and never a claim about a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NoReturn

from aboveboard.connectors.faults import shown
from aboveboard.errors import ProofError

__all__ = ["LONGEST", "REASONS", "refuse"]

LONGEST: Final = 65_536
"""Most characters a proof may have."""

REASONS: Final[Mapping[str, str]] = {
    "oversized": f"the proof is longer than {LONGEST:,} characters, or discloses too much",
    "truncated": "the proof is cut off: a signed credential, its disclosures and a key binding are due, parted by ~",
    "malformed": "a part of the proof is no canonical base64url of one well-formed JSON value",
    "algorithm": "the signature algorithm is not one you allow; none and shared-secret algorithms never are",
    "type": "a part of the proof is of another type than dc+sd-jwt with kb+jwt",
    "issuer": "the issuer is not in your file of issuers",
    "unpinned_key": "the proof names a key that you have not pinned for this issuer",
    "signature": "no pinned key of the issuer made this signature: the credential is forged or altered",
    "credential_type": "this issuer's credentials of this type (vct) are not in your file of issuers",
    "kind": "your file of issuers does not let this credential attest what was asked",
    "hash_algorithm": "the hash algorithm of the disclosures is not one you allow",
    "disclosure": "a disclosure is not what the specification says, or discloses a claim that must not be selective",
    "repeated_digest": "a digest or a disclosure occurs twice",
    "unmatched_disclosure": "a disclosure is not among the digests that the issuer signed: it was altered or added",
    "overwritten_claim": "a disclosure would overwrite a claim that is there already",
    "no_expiry": "the credential names no time at which it expires",
    "expired": "the credential has expired",
    "not_yet_valid": "the credential is not valid yet",
    "status": "whether the credential was revoked cannot be told: no fresh status list of its issuer is at hand",
    "revoked": "the issuer revoked or suspended the credential",
    "no_holder_key": "the credential names no key of its holder, so nobody can show that it is theirs",
    "unbound": "the proof has no key binding: it may be a copy of somebody else's credential",
    "holder_signature": "the key binding is not signed by the key that the credential names: another holder, or altered",
    "wrong_audience": "the proof was made for another service",
    "wrong_nonce": "the proof answers another request",
    "altered_after_binding": "the credential or its disclosures are not those that the holder signed",
    "proof_time": "the holder signed the proof too long ago, or in the future",
    "request_closed": "the request is not open at this time",
    "replayed": "a proof for this request was taken before",
    "not_disclosed": "the proof does not disclose what was asked",
    "contradiction": "the disclosed ages contradict each other",
    "claim_value": "the disclosed claim holds a value that your file of issuers does not list",
    "no_result": "your file of results has no result of this kind for this account",
}
"""Every reason and its sentence. `docs/howto/attest-age.md` lists them."""


def refuse(reason: str, *seen: str) -> NoReturn:
    """Raise `ProofError`. `seen` are public words of the proof, such as an algorithm; never a claim about a person."""
    words = ", ".join(f"'{shown(word)}'" for word in seen)
    raise ProofError(reason, f"{REASONS[reason]}{f' ({words})' if words else ''}")
