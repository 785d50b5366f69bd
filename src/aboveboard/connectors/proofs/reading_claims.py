"""From verified claims to a result and an age band, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from aboveboard.connectors.proofs.reasons import refuse

__all__ = ["Rule", "age", "asked_claims", "told"]

_OVER: Final = re.compile(r"age_over_([0-9]{1,3})")
_YEARS: Final = re.compile("[0-9]{1,3}")


class Rule(NamedTuple):
    """Which `claim` (a path of names) attests a kind, and which of its values mean `pass` and `fail`.

    Without a claim, holding the credential is enough. Of age rules only `valid_days` is used. `valid_days` ends the
    result so many days after the check, 0 for when the credential expires.
    """

    claim: tuple[str, ...] = ()
    passes: tuple[object, ...] = ()
    fails: tuple[object, ...] = ()
    valid_days: int = 0


def asked_claims(kind: str, over: int, rule: Rule) -> list[list[str]]:
    """Return the paths of claims of which one answers the request."""
    if kind == "age":
        return [[f"age_over_{over}"], ["age_equal_or_over", str(over)]]
    return [list(rule.claim)] if rule.claim else []


def age(claims: Mapping[str, Any], over: int, adult: int) -> tuple[str, str]:
    """Return result and age band: whether the holder is at least `over`, and whether at least `adult`, years old.

    Reads `age_over_N` and `age_equal_or_over`. Who is over 21 is over 18, and who is not over 16 is not over 18.
    """
    known = _ages(claims)
    yes = max((n for n, is_over in known.items() if is_over), default=-1)
    no = min((n for n, is_over in known.items() if not is_over), default=1000)
    if yes >= no:
        refuse("contradiction")
    if not (yes >= over or no <= over):
        refuse("not_disclosed", f"age_over_{over}")
    band = "adult" if yes >= adult else "minor" if no <= adult else "unknown"
    return "pass" if yes >= over else "fail", band


def _ages(claims: Mapping[str, Any]) -> dict[int, bool]:
    nested = claims.get("age_equal_or_over", {})
    if not isinstance(nested, dict):
        refuse("claim_value")
    pairs = [(m[1], v) for n, v in claims.items() if (m := _OVER.fullmatch(n))]
    pairs += [(n, v) for n, v in nested.items() if _YEARS.fullmatch(n)]
    known: dict[int, bool] = {}
    for years, value in pairs:
        if not isinstance(value, bool):
            refuse("claim_value")
        if known.setdefault(int(years), value) is not value:
            refuse("contradiction")
    return known


def told(claims: Mapping[str, Any], rule: Rule) -> str:
    """Return `pass` or `fail` as the rule reads the claims."""
    value: Any = claims
    for name in rule.claim:
        if not isinstance(value, dict) or name not in value:
            refuse("not_disclosed", ".".join(rule.claim))
        value = value[name]
    if not rule.claim or _among(value, rule.passes):
        return "pass"
    if not _among(value, rule.fails):
        refuse("claim_value")
    return "fail"


def _among(value: object, listed: tuple[object, ...]) -> bool:
    """Whether a value is listed; true is not 1."""
    return any(type(value) is type(one) and value == one for one in listed)
