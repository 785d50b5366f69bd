"""Requests: made with a nonce, kept by the operator as a file, and shown to a wallet as OpenID for Verifiable Presentations 1.0."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from aboveboard.connectors.faults import shown
from aboveboard.connectors.proofs.attested import Request
from aboveboard.connectors.proofs.reading_claims import asked_claims
from aboveboard.connectors.proofs.trust import KINDS, Trust
from aboveboard.errors import InputError, OutputError

__all__ = ["ask", "for_wallets", "keep", "read_request"]

_LONGEST: Final = timedelta(days=1)
_NONCE: Final = 22
"""Fewest characters of a nonce: 128 bits in base64url."""
_TEXTS = ("account_id", "kind", "audience", "nonce")
_OLDEST = 150


def ask(trust: Trust, account_id: str, kind: str, over: int, audience: str, nonce: str, at: datetime, lasts: timedelta) -> Request:  # fmt: skip
    """Return a request. `nonce` is drawn at random by the caller. Raises `InputError` with everything that is wrong."""
    faults = _faults(account_id, kind, over, audience, nonce)
    if not faults and not trust.types(kind):
        faults.append(f"no credential in your file of issuers attests {kind}")
    if not timedelta() < lasts <= _LONGEST:
        faults.append("a request lasts longer than no time, and a day at most")
    if faults:
        raise InputError(*faults)
    return Request(account_id, kind, over, audience, nonce, at, at + lasts)


def _faults(account_id: str, kind: str, over: int, audience: str, nonce: str) -> list[str]:
    told = {
        "account_id: is empty": not account_id,
        f"kind: '{shown(kind)}' is not one of {', '.join(KINDS)}": kind not in KINDS,
        "over: say how many years, from 1 to 150": kind == "age" and not 1 <= over <= _OLDEST,
        "over: goes with the kind age only": kind != "age" and over != 0,
        "audience: is empty; name your service, such as https://platform.example": not audience,
        f"nonce: has {len(nonce)} characters; it needs {_NONCE} or more, drawn at random": len(nonce) < _NONCE,
    }
    return [fault for fault, is_so in told.items() if is_so]


def for_wallets(request: Request, trust: Trust) -> dict[str, Any]:
    """Return what a wallet is shown: section 5 and 6 of OpenID4VP 1.0. The account is not in it."""
    queries = [
        _query(f"q{number}", vct, asked_claims(request.kind, request.over, rules[request.kind]))
        for number, (vct, rules) in enumerate(_answering(request, trust))
    ]
    dcql: dict[str, Any] = {"credentials": queries}
    if len(queries) > 1:
        dcql["credential_sets"] = [{"options": [[q["id"]] for q in queries]}]
    return {
        "response_type": "vp_token",
        "client_id": request.audience,
        "nonce": request.nonce,
        "dcql_query": dcql,
    }


def _answering(request: Request, trust: Trust) -> list[tuple[str, Any]]:
    found = {v: r for i in trust.issuers.values() for v, r in i.credentials.items() if request.kind in r}
    return sorted(found.items())


def _query(name: str, vct: str, paths: list[list[str]]) -> dict[str, Any]:
    query: dict[str, Any] = {"id": name, "format": "dc+sd-jwt", "meta": {"vct_values": [vct]}}
    if paths:
        query["claims"] = [{"id": f"c{number}", "path": path} for number, path in enumerate(paths)]
    if len(paths) > 1:
        query["claim_sets"] = [[claim["id"]] for claim in query["claims"]]
    return query


def keep(request: Request, path: Path) -> None:
    """Write the operator's record of a request, which the answer is verified against. Raises `OutputError` if one is there."""
    times = {"at": request.at.isoformat(), "expires_at": request.expires_at.isoformat()}
    try:
        with path.open("x", encoding="utf-8") as out:
            out.write(json.dumps({**request._asdict(), **times}, ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        raise OutputError(f"{shown(str(path), 200)}: cannot be written ({shown(str(error), 120)})") from None


def read_request(path: Path) -> Request:
    """Read what `keep` wrote. Raises `InputError`."""
    name = shown(path.name)
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        raise InputError(f"{name}: cannot be read as a request") from None
    if not isinstance(raw, dict) or set(raw) != set(Request._fields):
        raise InputError(f"{name}: a request holds {', '.join(Request._fields)}")
    over = raw["over"]
    if not all(isinstance(raw[t], str) for t in _TEXTS) or isinstance(over, bool) or not isinstance(over, int):
        raise InputError(f"{name}: {', '.join(_TEXTS)} are texts, over is a number of years")
    faults = _faults(raw["account_id"], raw["kind"], over, raw["audience"], raw["nonce"])
    if faults:
        raise InputError(*(f"{name}, {fault}" for fault in faults))
    at, expires_at = (_moment(name, key, raw[key]) for key in ("at", "expires_at"))
    return Request(raw["account_id"], raw["kind"], over, raw["audience"], raw["nonce"], at, expires_at)


def _moment(name: str, key: str, raw: object) -> datetime:
    try:
        at = datetime.fromisoformat(str(raw))
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise InputError(f"{name}, {key}: '{shown(str(raw))}' is no time with an offset, such as 2026-01-31T00:00:00Z")
    return at
