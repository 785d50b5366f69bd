"""The operator's file of issuers: whose credentials count, by which pinned keys, and for what. Nothing is fetched."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from aboveboard.connectors.faults import shown
from aboveboard.connectors.keys import Keys
from aboveboard.connectors.proofs.disclosures import HASHES
from aboveboard.connectors.proofs.reading_claims import Rule
from aboveboard.connectors.proofs.signing import ALGORITHMS, fits
from aboveboard.errors import InputError
from aboveboard.tables import TABLES

__all__ = ["KINDS", "Issuer", "Trust", "read_trust"]

_KIND = TABLES["attestations"].column("kind")
KINDS = _KIND.choices if _KIND else ()
"""What can be attested."""
_ADULT = 18
_FIRST_ADULT, _LAST_ADULT = 14, 25


class Issuer(NamedTuple):
    """One issuer: its name in tokens (`iss`) and in our rows (`provider`), its keys, and by `vct` and kind what it attests."""

    iss: str
    provider: str
    keys: tuple[Mapping[str, Any], ...]
    credentials: Mapping[str, Mapping[str, Rule]]


class Trust(NamedTuple):
    """Whom the operator trusts: issuers by `iss`, allowed algorithms, and from which age somebody is an adult."""

    issuers: Mapping[str, Issuer]
    algorithms: tuple[str, ...]
    hashes: tuple[str, ...]
    adult: int

    def types(self, kind: str) -> list[str]:
        """Return the credential types that attest `kind`."""
        return sorted({v for i in self.issuers.values() for v, rules in i.credentials.items() if kind in rules})


def read_trust(path: Path) -> Trust:
    """Read the file of issuers. Raises `InputError` with every fault, each with its line."""
    try:
        text = path.read_text(encoding="utf-8")
        raw = tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise InputError(f"{shown(path.name)}: cannot be read as TOML ({shown(str(error), 160)})") from None
    keys = Keys(path.name, text, raw)
    keys.only("adult_age", "algorithms", "hash_algorithms", "issuer")
    issuers = [_issuer(keys, place, one, path.parent) for place, one in enumerate(_tables(keys, "issuer"))]
    names = [i.iss for i in issuers]
    for again in sorted({n for n in names if names.count(n) > 1}):
        keys.fault("issuer", f"'{shown(again)}' is there twice")
    trust = Trust(
        {i.iss: i for i in issuers},
        _allowed(keys, "algorithms", tuple(ALGORITHMS), ("ES256", "ES384", "ES512", "Ed25519")),
        _allowed(keys, "hash_algorithms", tuple(HASHES), ("sha-256",)),
        _whole(keys, "adult_age", _ADULT, _FIRST_ADULT, _LAST_ADULT),
    )
    if keys.faults:
        raise InputError(*keys.faults)
    return trust


def _tables(keys: Keys, name: str) -> list[Any]:
    raw = keys.raw.get(name, [])
    if not isinstance(raw, list) or not raw:
        keys.fault(name, f"at least one [[{name}]] is due")
        return []
    return raw


def _allowed(keys: Keys, name: str, known: tuple[str, ...], default: tuple[str, ...]) -> tuple[str, ...]:
    chosen = keys.texts(name) or default
    for word in chosen:
        if word not in known:
            keys.fault(name, f"'{shown(word)}' is not one of {', '.join(known)}")
    return tuple(w for w in chosen if w in known)


def _whole(keys: Keys, name: str, default: int, low: int, high: int) -> int:
    value = keys.raw.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        keys.fault(name, f"must be a whole number from {low} to {high}")
        return default
    return value


def _issuer(keys: Keys, place: int, raw: object, folder: Path) -> Issuer:
    table = keys.within(f"issuer[{place}]", raw)
    table.only("iss", "provider", "keys", "credential")
    for name in ("iss", "provider", "keys"):
        if not table.text(name):
            table.fault(name, "is missing")
    credentials: dict[str, Mapping[str, Rule]] = {}
    for number, one in enumerate(_tables(table, "credential")):
        vct, rules = _credential(table, number, one)
        if vct in credentials:
            table.fault("credential", f"'{shown(vct)}' is there twice")
        credentials[vct] = rules
    pinned = _pinned(table, folder / table.text("keys")) if table.text("keys") else ()
    return Issuer(table.text("iss"), table.text("provider"), pinned, credentials)


def _credential(keys: Keys, place: int, raw: object) -> tuple[str, Mapping[str, Rule]]:
    table = keys.within(f"credential[{place}]", raw)
    table.only("vct", "attests")
    if not table.text("vct"):
        table.fault("vct", "is missing")
    rules = {kind: _rule(table, kind, one) for kind, one in table.map("attests").items()}
    for kind in rules:
        if kind not in KINDS:
            table.fault(f"attests.{kind}", f"is not one of {', '.join(KINDS)}")
    if not rules:
        table.fault("attests", "is missing: say what this credential may attest")
    return table.text("vct"), rules


def _rule(keys: Keys, kind: str, raw: object) -> Rule:
    table = keys.within(f"attests.{kind}", raw)
    table.only("valid_days", *(() if kind == "age" else ("claim", "pass", "fail")))
    claim, passes, fails = table.texts("claim"), _values(table, "pass"), _values(table, "fail")
    if bool(claim) != bool(passes):
        table.fault("claim", "and pass go together: name the claim, and the values that mean a pass")
    return Rule(claim, passes, fails, _whole(table, "valid_days", 0, 0, 36_525))


def _values(keys: Keys, name: str) -> tuple[object, ...]:
    raw = keys.raw.get(name, [])
    if not isinstance(raw, list) or not all(isinstance(v, str | int | bool) for v in raw):
        keys.fault(name, "must be a list of texts, whole numbers, true or false")
        return ()
    return tuple(raw)


def _pinned(keys: Keys, path: Path) -> tuple[Mapping[str, Any], ...]:
    """Return the public keys of a JWKS (RFC 7517, section 5); a secret in it is a fault."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        listed = list(raw["keys"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        keys.fault("keys", f"'{shown(path.name)}' cannot be read as a JWKS: a JSON object with a list of keys")
        return ()
    if not listed:
        keys.fault("keys", f"'{shown(path.name)}' pins no key")
    for number, key in enumerate(listed, 1):
        fault = _key_fault(key)
        if fault:
            keys.fault("keys", f"'{shown(path.name)}', key {number}: {fault}")
    return tuple(listed)


def _key_fault(key: object) -> str:
    if not isinstance(key, dict):
        return "is no JSON object"
    if "d" in key or "k" in key or key.get("kty") == "oct":
        return "is a secret; keep public keys only here, and treat that secret as lost"
    if not any(fits(key, algorithm) for algorithm in ALGORITHMS):
        return f"is of no kind known here; known are {', '.join(' '.join(a) for a in ALGORITHMS.values())}"
    return ""
