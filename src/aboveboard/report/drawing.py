"""Draw a ring as a graph: what its members share in the middle, the members around it."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from aboveboard.pages import visible

__all__ = ["Dot", "Drawing", "Hub", "Thread", "drawings"]

_HUBS = 5
_MEMBERS = 40
_RADIUS = 104.0
_INNER = 46.0


@dataclass(frozen=True, slots=True)
class Hub:
    """One shared thing: its letter in the drawing, its kind (a fact's name), its value and how many members share it."""

    letter: str
    kind: str
    value: str
    shared_by: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Dot:
    """One member, placed around the hubs; `ties` counts the hubs it shares."""

    account: str
    ties: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Thread:
    """A curve from a member to a hub it shares, as an SVG path."""

    path: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A ring ready to be written as SVG in a box of 260 by 260 around the origin."""

    ring: str
    violation: str
    size: int
    says: str
    hubs: tuple[Hub, ...]
    dots: tuple[Dot, ...]
    threads: tuple[Thread, ...]
    hubs_left: int


def drawings(rings: pa.Table) -> tuple[Drawing, ...]:
    """Return one drawing for each row of `rings` (ring, violation, size, evidence, members)."""
    return tuple(_drawing(row) for row in rings.to_pylist())


def _drawing(row: Mapping[str, Any]) -> Drawing:
    evidence = _evidence(row["evidence"])
    links = _links(evidence)
    members = [m for m in row["members"] or [] if m]
    hubs = _hubs(links[:_HUBS])
    shared = {m: [i for i, link in enumerate(links[: len(hubs)]) if m in link[2]] for m in members}
    seated = _seated(shared)
    dots = tuple(_dot(m, len(shared[m]), i, len(seated)) for i, m in enumerate(seated))
    threads = tuple(_thread(d, hubs[i]) for d, m in zip(dots, seated, strict=True) for i in shared[m])
    return Drawing(
        ring=visible(row["ring"] or "", 200),
        violation=row["violation"],
        size=row["size"],
        says=visible(str(evidence.get("says") or "")),
        hubs=hubs,
        dots=dots,
        threads=threads,
        hubs_left=max(0, len(links) - len(hubs)),
    )


def _evidence(text: str | None) -> dict[str, Any]:
    try:
        found = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _links(evidence: Mapping[str, Any]) -> list[tuple[str, str, frozenset[str]]]:
    """Return (kind, value, members) of what is shared, by most members first."""
    given = evidence.get("links")
    links = [
        (str(link.get("kind") or ""), str(link.get("value") or ""), frozenset(map(str, link.get("members") or [])))
        for link in (given if isinstance(given, list) else [])
        if isinstance(link, dict)
    ]
    return sorted(links, key=lambda link: (-len(link[2]), link[0], link[1]))


def _hubs(links: list[tuple[str, str, frozenset[str]]]) -> tuple[Hub, ...]:
    alone = len(links) == 1
    return tuple(
        Hub(
            letter=chr(ord("A") + i),
            kind=visible(kind.replace("_", " "), 60),
            value=visible(value, 90),
            shared_by=len(members),
            x=0.0 if alone else round(_INNER * math.cos(_angle(i, len(links))), 1),
            y=0.0 if alone else round(_INNER * math.sin(_angle(i, len(links))), 1),
        )
        for i, (kind, value, members) in enumerate(links)
    )


def _seated(shared: Mapping[str, list[int]]) -> list[str]:
    """Order the members around the table: those who share the most first chosen, then seated nearest their hubs."""
    chosen = sorted(shared, key=lambda m: (-len(shared[m]), m))[:_MEMBERS]
    hubs = max((i for found in shared.values() for i in found), default=0) + 1
    return sorted(chosen, key=lambda m: (_mean_angle(shared[m], hubs), m))


def _mean_angle(ties: list[int], hubs: int) -> float:
    x = sum(math.cos(_angle(i, hubs)) for i in ties)
    y = sum(math.sin(_angle(i, hubs)) for i in ties)
    return round((math.atan2(y, x) + math.pi / 2) % math.tau, 6)


def _angle(place: int, places: int) -> float:
    return math.tau * place / max(places, 1) - math.pi / 2


def _dot(account: str, ties: int, place: int, places: int) -> Dot:
    angle = _angle(place, places)
    return Dot(visible(account, 120), ties, round(_RADIUS * math.cos(angle), 1), round(_RADIUS * math.sin(angle), 1))


def _thread(dot: Dot, hub: Hub) -> Thread:
    bend_x, bend_y = (dot.x * 0.55 + hub.x * 0.25), (dot.y * 0.55 + hub.y * 0.25)
    return Thread(f"M{dot.x:g} {dot.y:g}Q{bend_x:.1f} {bend_y:.1f} {hub.x:g} {hub.y:g}")
