"""Signatures by pinned keys only. The algorithm is chosen from the operator's list, never by the proof (RFC 8725, section 3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from aboveboard.connectors.proofs.compact import Signed
from aboveboard.connectors.proofs.reasons import refuse
from aboveboard.errors import InputError

__all__ = ["ALGORITHMS", "check_header", "fits", "signed_by", "verify"]

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


def verify(signed: Signed, keys: Iterable[Mapping[str, Any]], types: tuple[str, ...], allowed: tuple[str, ...]) -> None:
    """Refuse what none of the pinned `keys` signed; a key that the header names must be one of them."""
    algorithm = check_header(signed, types, allowed)
    named = signed.header.get("kid")
    fitting = [k for k in keys if (named is None or k.get("kid") == named) and fits(k, algorithm)]
    if not fitting:
        refuse("unpinned_key", str(named or algorithm))
    if not any(signed_by(signed, key, algorithm) for key in fitting):
        refuse("signature")


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
    # Certificates in a header, and status lists, are longer than the library expects; what we read is bounded already.
    registry.max_header_length = registry.max_payload_length = len(signed.text)
    try:
        public = import_key({part: key[part] for part in _PUBLIC[ALGORITHMS[algorithm][0]]})
        jws.deserialize_compact(signed.text, public, registry=registry)
    except (JoseError, KeyError, TypeError, ValueError):
        return False
    return True
