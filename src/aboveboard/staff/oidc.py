"""Log-in by an outside service: OpenID Connect, authorization code with PKCE, state and nonce; its groups may say who has which role here."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from aboveboard.errors import AccessError, InputError
from aboveboard.staff.keys import derived
from aboveboard.staff.permissions import ROLES

__all__ = ["Metadata", "Provider", "Told", "ask", "metadata_of", "provider_of", "start"]

_ALGORITHMS = ("ES256", "ES384", "PS256", "RS256", "Ed25519", "EdDSA")
_SCOPES = "openid"
_TIMEOUT_S, _LEEWAY_S = 10.0, 120
_LONGEST = 1 << 20
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_REFUSED = "the outside log-in was not accepted: begin again"


@dataclass(frozen=True, slots=True, repr=False)
class Provider:
    """The outside service: its `issuer`, what it knows us by, the claim that lists groups, and which roles each group has here (none: roles are given here)."""

    issuer: str
    client: str
    secret: str
    groups_claim: str = "groups"
    roles: Mapping[str, tuple[str, ...]] | None = None

    def roles_of(self, groups: Iterable[str]) -> tuple[str, ...]:
        """Return the roles of these groups, in the order in which roles are listed."""
        wanted = {role for group in groups for role in (self.roles or {}).get(group, ())}
        return tuple(role for role in ROLES if role in wanted)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the service says of itself (OpenID Connect Discovery 1.0), as far as a log-in needs it, with its public keys."""

    authorization: str
    token: str
    keys: Mapping[str, Any]
    algorithms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a verified log-in says: whose it is at the issuer, and the groups they are in."""

    subject: str
    groups: tuple[str, ...]


def provider_of(environment: Mapping[str, str]) -> Provider | None:
    """Return the outside service that the settings name; None where they name none.

    `ABOVEBOARD_OIDC_ISSUER`, `ABOVEBOARD_OIDC_CLIENT`, `ABOVEBOARD_OIDC_SECRET`, `ABOVEBOARD_OIDC_GROUPS` (the claim) and
    `ABOVEBOARD_OIDC_ROLES` (JSON: a list of roles a group). Raises `InputError` on settings that cannot be used.
    """
    issuer = environment.get("ABOVEBOARD_OIDC_ISSUER", "")
    if not issuer:
        return None
    client = environment.get("ABOVEBOARD_OIDC_CLIENT", "")
    if not client or not _safe(issuer):
        raise InputError("ABOVEBOARD_OIDC_ISSUER must be an https address, and ABOVEBOARD_OIDC_CLIENT must be set")
    claim = environment.get("ABOVEBOARD_OIDC_GROUPS", "groups")
    return Provider(issuer, client, environment.get("ABOVEBOARD_OIDC_SECRET", ""), claim, _mapping(environment.get("ABOVEBOARD_OIDC_ROLES")))  # fmt: skip


def _mapping(text: str | None) -> Mapping[str, tuple[str, ...]] | None:
    if not text:
        return None
    try:
        found = {str(group): tuple(map(str, roles)) for group, roles in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError('ABOVEBOARD_OIDC_ROLES is no JSON such as {"trust-team": ["reviewer"]}') from error
    if unknown := sorted({role for roles in found.values() for role in roles} - set(ROLES)):
        raise InputError(f"ABOVEBOARD_OIDC_ROLES names roles that do not exist: {', '.join(unknown)}")
    return found


def _safe(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    )


def metadata_of(provider: Provider) -> Metadata:
    """Ask the service for what it says of itself and for its keys. Raises `AccessError` (`refused`) where it does not answer, or answers for another issuer."""
    with httpx2.Client(timeout=_TIMEOUT_S, follow_redirects=False, trust_env=False) as client:
        told = _json(client, provider.issuer.rstrip("/") + "/.well-known/openid-configuration")
        ends = [told.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
        if told.get("issuer") != provider.issuer or not all(isinstance(end, str) and _safe(end) for end in ends):
            raise AccessError("refused", "the outside log-in service does not answer as its settings say")
        named = told.get("id_token_signing_alg_values_supported", ["RS256"])
        algorithms = tuple(a for a in _ALGORITHMS if isinstance(named, list) and a in named)
        return Metadata(str(ends[0]), str(ends[1]), _json(client, str(ends[2])), algorithms)


def _json(client: httpx2.Client, url: str) -> dict[str, Any]:
    try:
        answer = client.get(url)
        found = answer.raise_for_status().json() if len(answer.content) <= _LONGEST else None
    except (httpx2.HTTPError, ValueError) as error:
        raise AccessError("refused", "the outside log-in service does not answer") from error
    if not isinstance(found, dict):
        raise AccessError("refused", "the outside log-in service does not answer as one")
    return found


def start(provider: Provider, metadata: Metadata, secret: str, callback: str) -> str:
    """Return the address to send a browser to. State, nonce and the code's verifier are derived from `secret`, which the browser keeps in a cookie: an answer to another browser is worth nothing."""
    with _client(provider, callback) as client:
        verifier, nonce = derived(secret, "verifier"), derived(secret, "nonce")
        url, _ = client.create_authorization_url(
            metadata.authorization, state=derived(secret, "state"), code_verifier=verifier, nonce=nonce
        )
        return str(url)


def ask(provider: Provider, metadata: Metadata, secret: str, callback: str, query: str, at: datetime) -> Told:
    """Turn the query that the browser came back with into who it is: the code is exchanged, and the signed token that comes for it is verified.

    Raises `AccessError` (`refused`) on a wrong state, code, signature, issuer, audience, nonce, or time.
    """
    code = _code(provider, secret, query)
    try:
        with _client(provider, callback) as client:
            answer = client.fetch_token(
                metadata.token, grant_type="authorization_code", code=code, code_verifier=derived(secret, "verifier")
            )
        return _verified(provider, metadata, secret, answer, at)
    except (OAuthError, JoseError, httpx2.HTTPError, ValueError, KeyError, TypeError) as error:
        raise AccessError("refused", _REFUSED) from error


def _client(provider: Provider, callback: str) -> AbstractContextManager[Any]:
    made: Any = OAuth2Client(
        client_id=provider.client,
        client_secret=provider.secret or None,
        scope=_SCOPES,
        redirect_uri=callback,
        code_challenge_method="S256",
        timeout=_TIMEOUT_S,
        trust_env=False,
    )
    return closing(made)


def _code(provider: Provider, secret: str, query: str) -> str:
    found = {name: values for name, values in parse_qs(query, max_num_fields=20).items() if len(values) == 1}
    state, code = (found.get(name, [""])[0] for name in ("state", "code"))
    issuer = found.get("iss", [provider.issuer])[0]  # RFC 9207: an answer that names its issuer must name ours
    good = hmac.compare_digest(state.encode("utf-8", "surrogatepass"), derived(secret, "state").encode())
    if not good or not code or issuer != provider.issuer:
        raise AccessError("refused", _REFUSED)
    return code


def _verified(provider: Provider, metadata: Metadata, secret: str, answer: Mapping[str, Any], at: datetime) -> Told:
    keys: Any = metadata.keys
    token = jwt.decode(answer["id_token"], KeySet.import_key_set(keys), algorithms=metadata.algorithms)
    wanted: dict[str, Any] = {
        "iss": {"essential": True, "value": provider.issuer},
        "aud": {"essential": True, "value": provider.client},
    }
    known = {
        "nonce": derived(secret, "nonce"),
        "client_id": provider.client,
        "access_token": answer.get("access_token"),
    }
    claims = CodeIDToken(token.claims, token.header, wanted, known)
    claims.validate(now=int(at.timestamp()), leeway=_LEEWAY_S)
    subject, groups = claims["sub"], claims.get(provider.groups_claim, [])
    if not isinstance(subject, str) or not subject:
        raise AccessError("refused", _REFUSED)
    listed = [groups] if isinstance(groups, str) else groups if isinstance(groups, list) else []
    return Told(subject, tuple(g for g in listed if isinstance(g, str)))
