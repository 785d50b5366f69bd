"""Whether an attempt would pass for a protected organisation: the names, links, logo and claims it shows, weighed as a scan weighs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from aboveboard.derived.claimed_offices import claimed
from aboveboard.derived.likened_names import likened
from aboveboard.derived.posing import EVIDENCE, posing
from aboveboard.detectors.posing_name import POSING_NAME
from aboveboard.gate.claims import Claim, claim
from aboveboard.gate.guarded import Guarded
from aboveboard.gate.reading import Profile
from aboveboard.gate.returning import Asked
from aboveboard.names.folding import folded
from aboveboard.tables import ARROW, Type

__all__ = ["matches", "posing_claims"]

_COMMON, _FAINTEST = int(POSING_NAME.params["common"].value), float(POSING_NAME.params["faintest"].value)
_SHOWN_IN = {"logo": "avatar_hash"}

Row = dict[str, Any]
Match = tuple[str, str, str, str, bool]
"""Field, name, organisation, its name, and whether the two only share what is heard."""


def matches(profile: Profile, guarded: Guarded, spared: frozenset[str]) -> list[Match]:
    """Return the names of organisations that those of an attempt may be written after; those in `spared` are left out."""
    found: dict[tuple[str, str, str, str], bool] = {}
    for field, name, one in profile.guarded:
        for org in one.ids:
            found[field, name, org, one.name] = False
    for field, name, key in profile.heard:
        for model in guarded.heard(key.replace("a", "").replace("ng", "n")):
            found.setdefault((field, name, model.org_id, model.name), True)
    for field, name, key in profile.stretches:
        for model in guarded.called(key):
            if model.enough:
                found[field, name, model.org_id, model.name] = False
    kept = {key: by_ear for key, by_ear in found.items() if key[2] not in spared and _protects(guarded, key[3])}
    return sorted((*key, by_ear) for key, by_ear in kept.items())


def _protects(guarded: Guarded, name: str) -> bool:
    return guarded.protects(_folded(name))


def _folded(name: str) -> str:
    return folded(name)[0] or ""


def posing_claims(asked: Sequence[Asked], guarded: Guarded, borne: Callable[[str], int]) -> list[Claim | None]:
    """Return, for each attempt, the claim that it passes for an organisation, the likeliest one; None where there is none worth a word.

    `borne` counts the accounts of the service that bear a folded name (0: one at most). Organisations that an account was wrongly
    taken for before do not count again.
    """
    found = [matches(a.profile, guarded, a.spared) for a in asked]
    told = _likened(match for some in found for match in some)
    return [_claim(a, guarded, borne, _named(some, told)) for a, some in zip(asked, found, strict=True)]


def _claim(asked: Asked, guarded: Guarded, borne: Callable[[str], int], named: list[Row]) -> Claim | None:
    attempt, rows = asked.attempt, [*named, *_pointing(asked, guarded)]
    evidence = [e for r in rows if r["org_id"] not in asked.spared and (e := _evidence(asked, guarded, r, borne))]
    if not evidence:
        return None
    columns: Mapping[str, Type] = {**EVIDENCE, "borne": "int"}
    table = pa.table({c: pa.array([e[c] for e in evidence], ARROW[t]) for c, t in columns.items()})
    best = next(iter(posing(table).to_pylist()), None)
    if best is None:
        return None
    fields = {_field(e["field"]) for e in evidence if e["org_id"] == best["org_id"]}
    return claim(POSING_NAME, attempt.subject, {**best, "related": []}, fields, best["derivation"])


def _field(field: str) -> str:
    return _SHOWN_IN.get(field, field)


def _likened(found: Iterable[Match]) -> dict[tuple[str, str], Row]:
    """Judge each pair of a name and an organisation's once."""
    pairs: dict[tuple[str, str], bool] = {}
    for _, name, _, model, by_ear in found:
        pairs[name, model] = pairs.get((name, model), True) and by_ear
    if not pairs:
        return {}
    rows = sorted(pairs.items())
    batch = {
        "name": pa.chunked_array([[n for (n, _), _ in rows]]), "model": pa.chunked_array([[m for (_, m), _ in rows]]),
        "heard": pa.chunked_array([[h for _, h in rows]]),
    }  # fmt: skip
    return {(r["name"], r["model"]): r for r in likened(pa.table(batch)).to_pylist()}


def _named(found: list[Match], told: Mapping[tuple[str, str], Row]) -> list[Row]:
    return [{**told[n, m], "field": f, "org_id": o} for f, n, o, m, _ in found if (n, m) in told]


_NOTHING = {
    "alike": 0.0, "disguised": False, "whole": False, "claim": False, "aside": False, "plain": False, "numbered": False,
    "by_ear": False,
}  # fmt: skip


def _pointing(asked: Asked, guarded: Guarded) -> list[Row]:
    """Return what else of a profile points to an organisation: a link, a biography that claims its office, its logo."""
    attempt, profile = asked.attempt, asked.profile
    hosts = guarded.hosts(attempt.url) if attempt.url else []
    rows = [_pointer("url", org, host, domain, how) for org, host, domain, how in hosts]
    if profile.text and (profile.worth or hosts):
        for place, said, claims_it in claimed(profile.text, guarded.names()):
            model = guarded.named(place)
            rows.append(_pointer("bio", model.org_id, said, model.name, "claims" if claims_it else "names"))
    for seen in profile.logos:
        start = guarded.start(seen.owner)
        how = "a picture like it" if seen.turned == "same" else f"a picture like it, {seen.turned}"
        rows += [_pointer("logo", seen.owner, start.name, start.name, how)] if start else []
    return rows


def _pointer(field: str, org: str, name: str, model: str, says: str) -> Row:
    return {**_NOTHING, "field": field, "org_id": org, "name": name, "model": model, "says": says}


def _evidence(asked: Asked, guarded: Guarded, row: Row, borne: Callable[[str], int]) -> Row | None:
    attempt, profile = asked.attempt, asked.profile
    start = guarded.start(row["org_id"])
    if start is None:
        return None
    taken = attempt.taken_at(row["field"]) if row["field"] in ("handle", "display_name") else None
    folded = _folded(row["model"])
    return {
        **row, "world": 1, "borne": max(borne(folded) - bool(start.official), 0), "account_id": attempt.subject, "org_name": start.name,
        "handle": attempt.handle or attempt.display_name, "display_name": attempt.display_name or None,
        "bio": attempt.bio or None, "official": start.official or None, "official_id": start.official_id or None,
        "said": profile.said or None, "badge": profile.badge or None, "common": _COMMON, "faintest": _FAINTEST,
        "sharing": guarded.sharing(folded) or None, "worn_days": None if taken is None else 0,
        "used_at": taken or attempt.born_at, "first_at": start.first_at or start.opened_at, "created_at": attempt.born_at,
    }  # fmt: skip
