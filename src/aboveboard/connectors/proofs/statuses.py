"""Revocation without the network: status lists that the operator fetched, signed by the credential's issuer.

Token Status List, draft-ietf-oauth-status-list: an array of small numbers, compressed, in a JWT; 0 means valid.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from aboveboard.connectors.faults import shown
from aboveboard.connectors.proofs.attested import LEEWAY
from aboveboard.connectors.proofs.compact import Signed, moment, raw_bytes, signed
from aboveboard.connectors.proofs.reasons import refuse
from aboveboard.connectors.proofs.signing import verify
from aboveboard.errors import InputError, ProofError

__all__ = ["check_status", "read_status_lists"]

_TYPES = ("statuslist+jwt",)
_LONGEST: Final = 16_000_000
"""Most bytes of a list, packed or not: 128 million credentials at one bit each."""
_FRESH: Final = timedelta(days=1)
"""How long a list holds that does not say so itself."""
_WIDTHS = (1, 2, 4, 8)


def read_status_lists(folder: Path) -> dict[str, Signed]:
    """Return the status list tokens in the `.jwt` files of a folder by the address they stand for; none is verified yet."""
    found: dict[str, Signed] = {}
    if not folder.is_dir():
        raise InputError(f"{shown(str(folder), 200)}: no such folder of status lists")
    for path in sorted(folder.glob("*.jwt")):
        try:
            with path.open(encoding="ascii") as file:
                token = signed(file.read(_LONGEST).strip())
        except (OSError, ValueError, ProofError):
            raise InputError(f"{shown(path.name)}: cannot be read as a status list token") from None
        found[str(token.payload.get("sub"))] = token
    return found


def check_status(
    claims: Mapping[str, Any],
    lists: Mapping[str, Signed],
    keys: Sequence[Mapping[str, Any]],
    algorithms: tuple[str, ...],
    at: datetime,
) -> None:
    """Refuse a credential that was revoked or suspended, and one whose status cannot be told at `at`."""
    if "status" not in claims:
        return
    uri, index = _place(claims["status"])
    token = lists.get(uri)
    if token is None:
        refuse("status", uri)
    try:
        verify(token, keys, _TYPES, algorithms)
        fresh = _is_fresh(token.payload, at)
        value = _value(token.payload.get("status_list"), index)
    except ProofError:
        refuse("status", uri)
    if not fresh or token.payload.get("sub") != uri:
        refuse("status", uri)
    if value != 0:
        refuse("revoked")


def _place(status: object) -> tuple[str, int]:
    """Return which list and which place in it a credential names."""
    named = status.get("status_list") if isinstance(status, dict) else None
    uri, index = (named.get("uri"), named.get("idx")) if isinstance(named, dict) else (None, None)
    if not isinstance(uri, str) or isinstance(index, bool) or not isinstance(index, int) or index < 0:
        refuse("status")
    return uri, index


def _is_fresh(payload: Mapping[str, Any], at: datetime) -> bool:
    made_at, ends_at, lasts = moment(payload, "iat"), moment(payload, "exp"), payload.get("ttl")
    if made_at is None or made_at > at + LEEWAY or (ends_at is not None and ends_at <= at):
        return False
    if lasts is None:
        return ends_at is not None or at - made_at <= _FRESH
    if isinstance(lasts, bool) or not isinstance(lasts, int | float):
        return False
    return (at - made_at).total_seconds() <= lasts


def _value(listed: object, index: int) -> int:
    """Return the number at a place: packed from the lowest bit of each byte on."""
    width, packed = (listed.get("bits"), listed.get("lst")) if isinstance(listed, dict) else (None, None)
    if isinstance(width, bool) or width not in _WIDTHS or not isinstance(packed, str):
        refuse("status")
    unpacking = zlib.decompressobj()
    try:
        numbers = unpacking.decompress(raw_bytes(packed), _LONGEST)
    except zlib.error:
        refuse("status")
    byte, offset = divmod(index * width, 8)
    if not unpacking.eof or byte >= len(numbers):
        refuse("status")
    return numbers[byte] >> offset & (1 << width) - 1
