"""Draw audiences: followers in order of arrival against their creation, and growth with the part that attention explains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pyarrow as pa

from aboveboard.pages import visible

__all__ = ["ArrivalMap", "Growth", "Mark", "arrival_maps", "growths"]

_WIDE, _HIGH = 300.0, 150.0
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A label at an axis: where, and what it says."""

    at: float
    says: str


@dataclass(frozen=True, slots=True)
class ArrivalMap:
    """One target: across, its followers in order of arrival; up, when each was made. Dots are SVG paths of zero length."""

    account: str
    handle: str
    followers: int
    members: int
    others_path: str
    members_path: str
    up: tuple[Mark, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Growth:
    """One account: a bar a period, of what was usual or explained and of the rest, as SVG paths of rectangles."""

    account: str
    handle: str
    period: str
    explained_path: str
    rest_path: str
    explained: int
    rest: int
    known: bool
    up: tuple[Mark, ...]
    first: str
    last: str
    rows: tuple[tuple[str, int, int], ...]


def arrival_maps(rows: pa.Table | None) -> tuple[ArrivalMap, ...]:
    """Return a map a target of `rows` (account_id, handle, place, came_s, born_s, member, many)."""
    return tuple(_map(own) for own in _by_account(rows))


def growths(rows: pa.Table | None) -> tuple[Growth, ...]:
    """Return a drawing an account and period of `rows` (account_id, handle, period, start_s, end_s, gained, usual, explained, known)."""
    return tuple(_growth(own) for own in _by_account(rows, "period"))


def _by_account(rows: pa.Table | None, also: str = "account_id") -> Iterable[Sequence[Mapping[str, Any]]]:
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in rows.to_pylist() if rows is not None else []:
        groups.setdefault((row["account_id"], row[also]), []).append(row)
    return groups.values()


def _map(rows: Sequence[Mapping[str, Any]]) -> ArrivalMap:
    many = rows[0]["many"]
    low, high = min(r["born_s"] for r in rows), max(r["born_s"] for r in rows)
    scale = _HIGH / max(high - low, 1.0)

    def dots(member: bool) -> str:
        spots = (
            (r["place"] / many * _WIDE, _HIGH - (r["born_s"] - low) * scale) for r in rows if r["member"] is member
        )
        return "".join(f"M{x:.1f} {y:.1f}h0" for x, y in spots)

    return ArrivalMap(
        account=visible(rows[0]["account_id"], 120), handle=visible(rows[0]["handle"], 120), followers=many,
        members=sum(r["member"] for r in rows), others_path=dots(False), members_path=dots(True),
        up=tuple(Mark(round(_HIGH - (s - low) * scale, 1), _day(s)[:7]) for s in _steps(low, high)),
        first=_day(rows[0]["came_s"]), last=_day(rows[-1]["came_s"]),
    )  # fmt: skip


def _growth(rows: Sequence[Mapping[str, Any]]) -> Growth:
    top = max([1.0, *(r["gained"] for r in rows)])
    width = _WIDE / len(rows)
    parts = [(r["gained"], min(r["gained"], r["usual"] + r["explained"])) for r in rows]

    def bars(low: Sequence[float], high: Sequence[float]) -> str:
        spots = (
            (n * width, _HIGH - b / top * _HIGH, (b - a) / top * _HIGH)
            for n, (a, b) in enumerate(zip(low, high, strict=True))
            if b > a
        )
        return "".join(
            f"M{x:.1f} {y:.1f}h{max(width - 0.6, 0.5):.1f}v{h:.1f}h-{max(width - 0.6, 0.5):.1f}z" for x, y, h in spots
        )

    gained, told = [g for g, _ in parts], [t for _, t in parts]
    return Growth(
        account=visible(rows[0]["account_id"], 120), handle=visible(rows[0]["handle"], 120), period=rows[0]["period"],
        explained_path=bars([0.0] * len(told), told), rest_path=bars(told, gained),
        explained=round(sum(told)), rest=round(sum(gained) - sum(told)), known=bool(rows[0]["known"]),
        up=tuple(Mark(round(_HIGH - n / top * _HIGH, 1), f"{n:,.0f}") for n in (0.0, top / 2, top)),
        first=_day(rows[0]["start_s"]), last=_day(rows[-1]["end_s"]),
        rows=tuple((_day(r["start_s"]), round(g), round(g - t)) for r, (g, t) in zip(rows, parts, strict=True) if g - t >= 1),
    )  # fmt: skip


def _steps(low: float, high: float) -> list[float]:
    return [low + (high - low) * n / (_TICKS - 1) for n in range(_TICKS)]


def _day(seconds: float) -> str:
    try:
        return f"{_EPOCH + timedelta(seconds=int(seconds)):%Y-%m-%d}"
    except OverflowError:
        return ""
