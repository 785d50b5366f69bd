"""The compact form of a presentation, read strictly: RFC 9901, section 4, and RFC 7515, section 3.1.

Strict means that one value has one spelling: canonical base64url, no repeated names in an object, no numbers outside JSON.
"""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple, NoReturn

from aboveboard.connectors.proofs.reasons import LONGEST, refuse

__all__ = ["Presentation", "Signed", "decode", "moment", "parse", "raw_bytes", "signed"]

_MOST: Final = 256
"""Most disclosures a proof may carry."""
_LAST: Final = 253_402_300_799
"""The last second of the year 9999, since 1970."""


class Signed(NamedTuple):
    """A signed JSON object that is not verified yet: its text, its header and its payload."""

    text: str
    header: dict[str, Any]
    payload: dict[str, Any]


class Presentation(NamedTuple):
    """A credential, its disclosures and its key binding; `bound` is the text whose hash the key binding signs."""

    credential: Signed
    disclosures: tuple[str, ...]
    binding: Signed
    bound: str


def parse(text: str) -> Presentation:
    """Take a presentation apart; nothing in it is verified. Raises `ProofError`."""
    if len(text) > LONGEST:
        refuse("oversized")
    head, *disclosures = text.split("~")
    credential = signed(head)
    binding = disclosures.pop() if disclosures else ""
    if not binding:
        refuse("unbound")
    if len(disclosures) > _MOST:
        refuse("oversized")
    return Presentation(credential, tuple(disclosures), signed(binding), text[: len(text) - len(binding)])


def decode(text: str) -> Any:  # noqa: ANN401  (any JSON value)
    """Return the JSON value behind one base64url segment. Raises `ProofError`."""
    raw = raw_bytes(text)
    try:
        return json.loads(raw.decode(), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        refuse("malformed")


def raw_bytes(text: str) -> bytes:
    """Return the bytes of a segment that is the one canonical spelling of them."""
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), b"-_", validate=True)
    except ValueError:
        refuse("malformed")
    if base64.urlsafe_b64encode(raw).rstrip(b"=") != text.encode():
        refuse("malformed")
    return raw


def signed(text: str) -> Signed:
    """Take one JWS in compact form apart; it is not verified. Raises `ProofError`."""
    head, _, rest = text.partition(".")
    body, _, signature = rest.partition(".")
    if not (head and body and signature):
        refuse("truncated")
    header, payload = decode(head), decode(body)
    raw_bytes(signature)
    if not isinstance(header, dict) or not isinstance(payload, dict):
        refuse("malformed")
    return Signed(text, header, payload)


def moment(claims: Mapping[str, Any], name: str) -> datetime | None:
    """Return a NumericDate (RFC 7519, section 2), None where the claim is absent. Raises `ProofError`."""
    value = claims.get(name)
    if name not in claims:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        refuse("malformed")
    if not 0 <= value <= _LAST:
        refuse("malformed")
    return datetime.fromtimestamp(value, UTC)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Build an object; a name written twice reads differently in different programs, so it is refused."""
    made = dict(pairs)
    if len(made) != len(pairs):
        refuse("malformed")
    return made


def _no_number(_: str) -> NoReturn:
    refuse("malformed")
