"""Disclosures put back where their digests stand: RFC 9901, section 7.1, step 3 to 5."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import Any, Final

from aboveboard.connectors.proofs.compact import decode
from aboveboard.connectors.proofs.reasons import refuse

__all__ = ["HASHES", "digest", "unfold"]

HASHES: Final[Mapping[str, str]] = {"sha-256": "sha256", "sha-384": "sha384", "sha-512": "sha512"}
"""Hash algorithms that can be allowed, by their IANA name, and what `hashlib` calls them."""

_DEPTH = 16
_IN_OBJECT, _IN_LIST = 3, 2
_NEVER = frozenset({"iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status", "_sd_alg"})
"""Claims that must not be selectively disclosable (SD-JWT VC, section 3.2.2.2), and the one that names the hash."""


def digest(text: str, algorithm: str) -> str:
    """Return the base64url digest of ASCII `text`; `algorithm` is a key of `HASHES`."""
    raw = hashlib.new(HASHES[algorithm], text.encode("ascii")).digest()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unfold(payload: Mapping[str, Any], disclosures: tuple[str, ...], algorithm: str) -> dict[str, Any]:
    """Return the claims of a verified payload with what the holder disclosed; digests without a disclosure are dropped.

    Raises `ProofError` on a digest or disclosure that occurs twice, a disclosure without a digest, one of a wrong shape, and
    one that would overwrite a claim.
    """
    folded = _Folded(disclosures, algorithm)
    claims = folded.object({n: v for n, v in payload.items() if n != "_sd_alg"}, 0)
    if folded.unused:
        refuse("unmatched_disclosure")
    return claims


class _Folded:
    """The disclosures by digest, what is left of them, and the digests met so far."""

    def __init__(self, disclosures: tuple[str, ...], algorithm: str) -> None:
        values = [decode(d) for d in disclosures]
        self.found = {digest(d, algorithm): v for d, v in zip(disclosures, values, strict=True)}
        if len(self.found) != len(disclosures):
            refuse("repeated_digest")
        self.unused = set(self.found)
        self.seen = set[str]()

    def value(self, raw: Any, depth: int) -> Any:  # noqa: ANN401  (any JSON value)
        if depth > _DEPTH:
            refuse("oversized")
        if isinstance(raw, dict):
            return self.object(raw, depth)
        return self.list(raw, depth) if isinstance(raw, list) else raw

    def object(self, raw: Mapping[str, Any], depth: int) -> dict[str, Any]:
        if "..." in raw:
            refuse("disclosure")
        made = {name: self.value(value, depth + 1) for name, value in raw.items() if name != "_sd"}
        digests = raw.get("_sd", [])
        if not isinstance(digests, list):
            refuse("disclosure")
        for one in digests:
            for _, name, value in self.take(one, _IN_OBJECT):
                self.add(made, name, value, depth)
        return made

    def add(self, made: dict[str, Any], name: object, value: object, depth: int) -> None:
        if not isinstance(name, str) or name in {"_sd", "..."} or (depth == 0 and name in _NEVER):
            refuse("disclosure")
        if name in made:
            refuse("overwritten_claim")
        made[name] = self.value(value, depth + 1)

    def list(self, raw: list[Any], depth: int) -> list[Any]:
        made: list[Any] = []
        for item in raw:
            if not (isinstance(item, dict) and list(item) == ["..."]):
                made.append(self.value(item, depth + 1))
                continue
            made += [self.value(value, depth + 1) for _, value in self.take(item["..."], _IN_LIST)]
        return made

    def take(self, one: object, parts: int) -> list[list[Any]]:
        """Return the disclosure of a digest, checked for its shape, or nothing where it is a decoy or was held back."""
        if not isinstance(one, str):
            refuse("disclosure")
        if one in self.seen:
            refuse("repeated_digest")
        self.seen.add(one)
        if one not in self.found:
            return []
        self.unused.discard(one)
        told = self.found[one]
        if not isinstance(told, list) or len(told) != parts or not isinstance(told[0], str):
            refuse("disclosure")
        return [told]
