"""One page a ring: who is in it, what they did together, and what that is beside chance, accounts as busy and objects as popular."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from markupsafe import Markup

from aboveboard.pages import visible
from aboveboard.report.entries import stamp
from aboveboard.report.ring_innocents import Explanation, explanations
from aboveboard.report.ring_pictures import Raster, Strips, raster, strips, weighed

__all__ = ["Gain", "Member", "Pair", "RingPage", "number", "q_value", "ring_pages"]

_MEMBERS, _NAME, _BELOW = 60, 32, 0.001
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_EARLY, _LATE = 0.35, 0.65


@dataclass(frozen=True, slots=True)
class Member:
    """One account: its part (a word's key), at how many joint objects it was and was likely, when it was made, its status."""

    account: str
    handle: str
    role: str
    joint: str
    likely: str
    made: str
    gone: bool
    found: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two members: how often they met, how often chance makes them meet, and the q-value."""

    left: str
    right: str
    met: int
    likely: str
    q: str


@dataclass(frozen=True, slots=True)
class Gain:
    """One object: how many acted on it the day the ring came, the ring's part, and its rank that day with and without the ring."""

    thing: str
    day: str
    acts: int
    own: int
    percent: int
    rank: int
    without: int
    of: int


@dataclass(frozen=True, slots=True)
class RingPage:
    """A ring as its page shows it. `alike` and `likely` are empty where nothing is known of them."""

    ring: str
    anchor: str
    detector: str
    violation: str
    size: int
    says: str
    span: str
    met: int
    pairs_of: int
    looked_at: int
    likely: str
    alike: int
    alike_met: str
    likely_alike: str
    acts: str
    acts_alike: str
    chart: Markup
    spread: tuple[tuple[str, int, str, str], ...]
    raster: Raster | None
    strips: Strips | None
    pairs: tuple[Pair, ...]
    members: tuple[Member, ...]
    gains: tuple[Gain, ...]
    raised: int
    explanations: tuple[Explanation, ...]
    kin: tuple[tuple[str, str, int, int], ...]


def ring_pages(rings: pa.Table, pictures: Mapping[str, pa.Table]) -> tuple[RingPage, ...]:
    """Return a page for each of `rings` of which `pictures` tells (`rings_told`, `ring_members`, `ring_tokens`)."""
    told = {row["ring"]: row for row in _rows(pictures, "rings_told")}
    members, tokens = (_by_ring(_rows(pictures, name)) for name in ("ring_members", "ring_tokens"))
    shown = [row for row in rings.to_pylist() if row["ring"] in told]
    return tuple(
        _page(row, f"ring-{n}", told[row["ring"]], members.get(row["ring"], []), tokens.get(row["ring"], []), _kin(n, shown))
        for n, row in enumerate(shown, start=1)
    )  # fmt: skip


def _rows(pictures: Mapping[str, pa.Table], name: str) -> list[dict[str, Any]]:
    return pictures[name].to_pylist() if name in pictures else []


def _by_ring(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["ring"], []).append(row)
    return found


def _kin(place: int, shown: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, str, int, int], ...]:
    """Return (anchor, detector, common members, size) of other rings that hold some of the same accounts."""
    own = set(shown[place - 1]["members"] or [])
    common = [(n, r, len(own & set(r["members"] or []))) for n, r in enumerate(shown, start=1) if n != place]
    return tuple((f"ring-{n}", visible(r["detector"], 60), c, r["size"]) for n, r, c in common if c)


def _page(
    row: Mapping[str, Any], anchor: str, told: Mapping[str, Any], members: list[dict[str, Any]], tokens: list[dict[str, Any]],
    kin: tuple[tuple[str, str, int, int], ...],
) -> RingPage:  # fmt: skip
    seen = json.loads(told["evidence"] or "{}")
    names = {m["account_id"]: m["handle"] for m in members}
    ring, alike, spread = seen.get("ring", {}), seen.get("alike", {}), seen.get("spread", {})
    gains = tuple(_gain(g) for g in seen.get("gains", []))
    others = alike.get("accounts") or 0
    return RingPage(
        ring=visible(row["ring"], 200), anchor=anchor, detector=told["detector"], violation=row["violation"], size=row["size"],
        says=visible(str(json.loads(row["evidence"] or "{}").get("says") or "")), span=_span(seen.get("window") or 0),
        met=ring.get("met", 0), pairs_of=ring.get("pairs", 0), looked_at=ring.get("accounts", 0), likely=number(ring.get("likely")),
        alike=others, alike_met=f"{alike['met']:,}" if others > 1 else "", likely_alike=number(alike.get("likely")),
        acts=_mean(ring), acts_alike=_mean(alike), chart=weighed(spread, ring, alike), spread=_spread(spread),
        raster=raster(seen, names), strips=strips(seen), pairs=tuple(_pair(p, names) for p in seen.get("pairs", [])),
        members=tuple(_member(m, members) for m in members[:_MEMBERS]), gains=gains, raised=sum(g.rank < g.without for g in gains),
        explanations=explanations(told, seen, members, tokens), kin=kin,
    )  # fmt: skip


def _mean(group: Mapping[str, Any]) -> str:
    return f"{group.get('acts', 0) / max(group.get('accounts', 0), 1):.3g}"


def _spread(spread: Mapping[str, Any]) -> tuple[tuple[str, int, str, str], ...]:
    """Return (times met, pairs of the ring, pairs by chance, pairs of the others), the last open upwards."""
    ring = spread.get("ring", [])
    likely, alike = ([f"{x:.3g}" for x in spread.get("likely", [])], [f"{x:,}" for x in spread.get("alike", [])])
    blank = ["–"] * len(ring)
    rows = zip(ring, likely or blank, alike or blank, strict=True)
    return tuple((f"{n}+" if n == len(ring) - 1 else str(n), *row) for n, row in enumerate(rows))


def _pair(pair: Sequence[Any], names: Mapping[str, str]) -> Pair:
    left, right, met, likely, log_q, _ = pair
    shown = (visible(names.get(a) or a, _NAME) for a in (left, right))
    return Pair(*shown, met=met, likely=number(likely), q=q_value(log_q))


def _member(row: Mapping[str, Any], members: Sequence[Mapping[str, Any]]) -> Member:
    return Member(
        account=visible(row["account_id"], 60), handle=visible(row["handle"] or "", _NAME), role=_role(row, members),
        joint="–" if row["joint"] is None else f"{row['joint']:,}", likely=number(row["expected"]) or "–",
        made=stamp(None if row["born_s"] is None else int(row["born_s"] * 1_000_000))[:10] or "–",
        gone=row["status"] in {"closed", "suspended"}, found=row["score"] is not None,
    )  # fmt: skip


def _role(row: Mapping[str, Any], members: Sequence[Mapping[str, Any]]) -> str:
    place = row["place"]
    if place is None:
        times = sorted(m["first_s"] for m in members if m["first_s"] is not None)
        return "role_first" if times[:1] == [row["first_s"]] != times[1:2] else ""
    if 2 * (row["led"] or 0) >= (row["joint"] or 1):
        return "role_opens"
    return "role_early" if place <= _EARLY else "role_late" if place >= _LATE else "role_between"


def _gain(gain: Mapping[str, Any]) -> Gain:
    return Gain(
        thing=visible(gain["object"], 90), day=stamp(gain["day"] * 1_000_000)[:10], acts=gain["acts"], own=gain["own"],
        percent=round(100 * gain["own"] / max(gain["acts"], 1)), rank=gain["rank"], without=gain["without"], of=gain["of"],
    )  # fmt: skip


def number(value: float | None) -> str:
    """Return a count that was to be expected in few letters: `0.045`, `<0.001`; empty where none is known."""
    if value is None:
        return ""
    return f"<{_BELOW}" if 0 < value < _BELOW else f"{value:,.0f}" if value >= 100 else f"{value:.2g}"  # noqa: PLR2004


def q_value(log10: float | None) -> str:
    """Return a q-value from its logarithm: `0.02`, or `10⁻⁸` where it is small; a dash where none is known."""
    if log10 is None:
        return "–"
    return f"{10**log10:.2g}" if log10 > -3 else "10" + str(round(log10)).translate(_RAISED)  # noqa: PLR2004


def _span(seconds: int) -> str:
    return f"{seconds} s" if seconds < 120 else f"{seconds // 60} min" if seconds < 7200 else f"{seconds // 3600} h"  # noqa: PLR2004
