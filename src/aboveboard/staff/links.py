"""Links in notices: whoever holds one reads that notice and may appeal, for the one account, without a log-in."""

from __future__ import annotations

from datetime import datetime

from aboveboard.staff.keys import Keys
from aboveboard.staff.permissions import HOLDER, Caller

__all__ = ["PREFIX", "holder_of", "make_link"]

PREFIX = "ln_"
_ALGORITHM, _TYPE = "HS256", "aboveboard-link"
_LEEWAY_S = 300
_LONGEST = 2000


def make_link(keys: Keys, account: str, about: str, at: datetime, ends_at: datetime) -> str:
    """Return the secret part of a link: for one account and the decision or notice it is about, good until `ends_at`.

    It is signed (JWS, RFC 7515, HMAC with SHA-256) and kept nowhere; a new link key makes it void. Raises `ValueError` where it would
    end before it began.
    """
    from joserfc import jwt  # as below: a service that starts waits for no link
    from joserfc.jwk import OctKey

    if ends_at <= at:
        raise ValueError(f"a link that ends at {ends_at} before it begins")
    claims = {"sub": account, "abt": about, "iat": int(at.timestamp()), "exp": int(ends_at.timestamp())}
    return PREFIX + jwt.encode({"alg": _ALGORITHM, "typ": _TYPE}, claims, OctKey.import_key(keys.links))


def holder_of(keys: Keys, link: str, at: datetime) -> Caller | None:
    """Return the caller that a link speaks for; None where it is not ours, has ended, or was made in a time to come."""
    if not link.startswith(PREFIX) or len(link) > _LONGEST or not link.isascii():
        return None
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import OctKey

    try:
        token = jwt.decode(link.removeprefix(PREFIX), OctKey.import_key(keys.links), algorithms=[_ALGORITHM])
    except (JoseError, ValueError):
        return None
    claims = token.claims
    account, about, made, ends = (claims.get(name) for name in ("sub", "abt", "iat", "exp"))
    if token.header.get("typ") != _TYPE or not (isinstance(account, str) and isinstance(about, str)):
        return None
    lives = isinstance(made, int) and isinstance(ends, int) and made - _LEEWAY_S <= at.timestamp() < ends
    return Caller(account, "holder", HOLDER, about=about) if lives else None
