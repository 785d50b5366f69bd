"""Signatures by pinned keys only. The algorithm is chosen from the operator's list, never by the proof (RFC 8725, section 3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from aboveboard.connectors.proofs.compact import Signed
from aboveboard.connectors.proofs.reasons import LONGEST, refuse
from aboveboard.errors import InputError

__all__ = ["ALGORITHMS", "check_header", "fits", "signed_by"]

ALGORITHMS: Final[Mapping[str, tuple[str, str]]] = {
    "ES256": ("EC", "P-256"),
    "ES384": ("EC", "P-384"),
    "ES512": ("EC", "P-521"),
    "Ed25519": ("OKP", "Ed25519"),
}
"""Signature algorithms that can be allowed, with the type and curve of the one key they go with."""

_PUBLIC = {"EC": ("kty", "crv", "x", "y"), "OKP": ("kty", "crv", "x")}


def check_header(signed: Signed, types: tuple[str, ...], allowed: tuple[str, ...]) -> str:
    """Return the algorithm of `signed` once its type and its algorithm are allowed and nothing critical is asked."""
    header = signed.header
    if header.get("alg") not in allowed:
        refuse("algorithm", str(header.get("alg")))
    if header.get("typ") not in types or "crit" in header or "b64" in header:
        refuse("type", str(header.get("typ")))
    return str(header["alg"])


def fits(key: Mapping[str, Any], algorithm: str) -> bool:
    """Whether a public JWK is of the type and curve that `algorithm` goes with, and of no other algorithm or use."""
    meant = key.get("alg", algorithm) == algorithm and key.get("use", "sig") == "sig"
    return meant and (key.get("kty"), key.get("crv")) == ALGORITHMS[algorithm]


def signed_by(signed: Signed, key: Mapping[str, Any], algorithm: str) -> bool:
    """Whether the holder of `key`, a public JWK that `fits`, signed this text. Raises `InputError` without the extra."""
    try:
        from joserfc import jws
        from joserfc.errors import JoseError
        from joserfc.jwk import import_key
    except ImportError:
        raise InputError("signed proofs need the extra: pip install 'aboveboard[attest]'") from None
    registry = jws.JWSRegistry(algorithms=[algorithm], strict_check_header=False)
    registry.max_header_length = LONGEST  # certificates in a header are longer than the library expects
    try:
        public = import_key({part: key[part] for part in _PUBLIC[ALGORITHMS[algorithm][0]]})
        jws.deserialize_compact(signed.text, public, registry=registry)
    except (JoseError, KeyError, TypeError, ValueError):
        return False
    return True
