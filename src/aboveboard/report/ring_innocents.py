"""Innocent explanations of a ring, each with what speaks for it and what against: facts, never a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Explanation", "Ground", "explanations", "nearest_half"]

_TWICE, _ORDERED, _RARE, _LATELY = 2.0, 0.7, 1e-6, 7 * 86_400
_FEW_OWN, _LIVES = 0.2, 0.5

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ground:
    """One fact: a word's key and what fills its blanks."""

    key: str
    blanks: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"])


@dataclass(frozen=True, slots=True)
class Explanation:
    """An innocent explanation (a word's key), and what speaks for it and against it."""

    key: str
    speaks_for: tuple[Ground, ...]
    against: tuple[Ground, ...]


def explanations(told: Row, seen: Row, members: Sequence[Row], tokens: Sequence[Row]) -> tuple[Explanation, ...]:
    """Weigh what is known of a ring: `told` (of its detector), `seen` (its evidence), its `members`, and `tokens` they share."""
    hands, born = _hands(tokens), _sign_ups(members)
    weighed = {
        "innocent_chance": _chance(seen),
        "innocent_event": _event(told, seen),
        "innocent_circle": _circle(told),
        "innocent_open": [*_lives(seen), *[(not pro, g) for pro, g in hands], *born, *_program(told)],
        "innocent_hand": hands,
    }
    return tuple(
        Explanation(key, tuple(g for pro, g in grounds if pro), tuple(g for pro, g in grounds if not pro))
        for key, grounds in weighed.items()
        if grounds
    )


def _chance(seen: Row) -> list[tuple[bool, Ground]]:
    ring, alike = seen.get("ring") or {}, seen.get("alike") or {}
    found: list[tuple[bool, Ground]] = []
    met, likely = ring.get("met", 0), ring.get("likely")
    if likely is not None:
        found.append((met < _TWICE * likely, Ground("ground_likely", {"met": met, "likely": f"{likely:.2g}"})))
    if alike.get("pairs") and ring.get("pairs"):
        rate, other = met / ring["pairs"], alike["met"] / alike["pairs"]
        found.append(
            (rate < _TWICE * other, Ground("ground_alike", {"met": alike["met"], "accounts": alike["accounts"]}))
        )
    sure = [p for p in seen.get("pairs", []) if p[4] is not None]
    if sure:
        many = sum(p[4] <= -_TWICE for p in sure)
        found.append((2 * many < len(sure), Ground("ground_pairs", {"sure": many, "shown": len(sure)})))
    return found


def _event(told: Row, seen: Row) -> list[tuple[bool, Ground]]:
    if told["others"] is None:
        return []
    joint = (seen.get("ring") or {}).get("joint") or 0
    found = [(told["others"] >= joint, Ground("ground_others", {"others": told["others"], "joint": joint}))]
    pace = told["pace"]
    if pace is None:
        return [*found, (True, Ground("ground_no_pace"))]
    return [*found, (pace < _TWICE, Ground("ground_pace", {"pace": f"{pace:.2g}"}))]


def _circle(told: Row) -> list[tuple[bool, Ground]]:
    owned = told["owned"]
    return [] if owned is None else [(owned >= _FEW_OWN, Ground("ground_owned", {"percent": round(100 * owned)}))]


def _lives(seen: Row) -> list[tuple[bool, Ground]]:
    ring = seen.get("ring") or {}
    if not ring.get("acts"):
        return []
    beside = 1 - (ring.get("joint") or 0) / ring["acts"]
    return [(beside >= _LIVES, Ground("ground_lives", {"percent": round(100 * beside)}))]


def _hands(tokens: Sequence[Row]) -> list[tuple[bool, Ground]]:
    """Say which tokens tie the members: one that as many outsiders use is a place's, not a hand's."""
    told = [
        (True, Ground("ground_tokens", {"kind": r["kind"], "members": r["members"], "outsiders": r["outsiders"]}))
        for r in tokens
        if r["outsiders"] <= r["members"]
    ]
    return told or [(False, Ground("ground_no_tokens"))]


def _sign_ups(members: Sequence[Row]) -> list[tuple[bool, Ground]]:
    born = sorted(m["born_s"] for m in members if m["born_s"] is not None)
    if len(born) < 3:  # noqa: PLR2004
        return []
    half = nearest_half(born)
    return [(half > _LATELY, Ground("ground_born", {"span": _span(half)}))]


def nearest_half(born: Sequence[float]) -> float:
    """Return the shortest stretch that holds half of the times `born` (in order) or more."""
    step = (len(born) + 1) // 2 - 1
    return min((b - a for a, b in zip(born, born[step:], strict=False)), default=0.0)


def _program(told: Row) -> list[tuple[bool, Ground]]:
    found: list[tuple[bool, Ground]] = []
    if told["ordered"] is not None:
        fixed = told["ordered"] >= _ORDERED and told["order_chance"] < _RARE
        found.append((not fixed, Ground("ground_order" if fixed else "ground_no_order")))
    if told["at_once"]:
        found.append((False, Ground("ground_at_once", {"n": told["at_once"]})))
    return found


def _span(seconds: float) -> str:
    for unit, size in (("d", 86_400), ("h", 3600)):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{max(seconds / 60, 1):.0f} min"
