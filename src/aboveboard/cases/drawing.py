"""The states of an account as a picture, drawn from the table of kinds: what leads from where to where."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from aboveboard.cases.kinds import ways
from aboveboard.cases.states import GONE, LIVE

__all__ = ["drawing"]

_HELD = LIVE[1:]
_WIDE, _HIGH, _TALL, _GAP = 400, 540, 80, 10
_LEFT, _TOP = 355, 40
_MIDDLE = 260
_PLACES = {"proposed": 20, "active": 200, "closed": 890, "quarantined": 1060, "purged": 1230}
_STYLE = """
text { font: 12px system-ui, sans-serif; fill: #1b1f24 } .name { font-weight: 600; font-size: 14px }
.box { fill: #f6f8fa; stroke: #57606a } .gone { fill: #fff1e5 } .way { stroke: #57606a; fill: none; marker-end: url(#tip) }
.back { stroke: #0969da; stroke-dasharray: 5 4 } .small { fill: #57606a; font-size: 11px } .page { fill: #ffffff }
.frame { fill: none; stroke: #d0d7de }
""".strip()


def drawing() -> str:
    """Return the picture as SVG: solid lines lead on, dashed ones back. It needs no font, script or file beside it."""
    parts = [*_boxes(), *_lines()]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1360 {_HIGH}" role="img" aria-labelledby="title">\n'
        '<title id="title">The states of an account and what leads from one to the next</title>\n'
        f"<style>{_STYLE}</style>\n"
        '<defs><marker id="tip" markerWidth="9" markerHeight="7" refX="8" refY="3.5" orient="auto">'
        '<path d="M0 0 9 3.5 0 7z" fill="#57606a"/></marker></defs>\n'
        f'<rect class="page" width="1360" height="{_HIGH}"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _boxes() -> Iterator[str]:
    y = _MIDDLE - 25
    yield f'<rect class="frame" x="{_LEFT - 15}" y="{_TOP - 15}" width="{_WIDE + 30}" height="{5 * _TALL + 4 * _GAP + 30}" rx="12"/>'
    for state, x in _PLACES.items():
        yield f'<rect class="box{" gone" if state in (*GONE, "purged") else ""}" x="{x}" y="{y}" width="110" height="50" rx="8"/>'
        yield f'<text class="name" x="{x + 55}" y="{y + 30}" text-anchor="middle">{state}</text>'
    for n, state in enumerate(_HELD):
        yield from _held(state, _TOP + n * (_TALL + _GAP))


def _held(state: str, y: int) -> Iterator[str]:
    """Yield one of the states between active and closed, with what leads into it and back."""
    yield f'<rect class="box" x="{_LEFT}" y="{y}" width="{_WIDE}" height="{_TALL}" rx="8"/>'
    yield f'<text class="name" x="{_LEFT + 12}" y="{y + 19}">{state.replace("_", " ")}</text>'
    into = _kinds(f for f in ways() if f[1] == state)
    back = _kinds(f for f in ways() if f == (state, "active"))
    lines = [*wrap(f"comes by: {into}", 70), *wrap(f"ends by: {back}", 70)]
    for n, line in enumerate(lines):
        yield f'<text class="small" x="{_LEFT + 12}" y="{y + 35 + 13 * n}">{line}</text>'


def _lines() -> Iterator[str]:
    frame, end, bottom = _LEFT - 15, _LEFT + _WIDE + 15, _HIGH - 30
    yield from _way("M75 165 V231", label=_kinds([("unknown", "proposed")]), x=75, y=158)
    yield from _way("M130 260 H196", label=_kinds([("proposed", "active")]), x=163, y=252)
    yield from _way(f"M310 250 H{frame - 4}")
    yield from _way(f"M{frame} 272 H314", back=True)
    yield from _way(f"M{end} 260 H886", label=_kinds((s, "closed") for s in LIVE), x=828, y=205, width=14)
    yield from _way("M1000 260 H1056", label=_kinds([("closed", "quarantined")]), x=1030, y=305)
    yield from _way("M1170 260 H1226", label=_kinds([("quarantined", "purged")]), x=1200, y=305)
    erased = f"{_kinds([('closed', 'purged')])}, where the holder asked to be erased"
    yield from _way("M945 285 V390 H1285 V289", label=erased, x=1115, y=382)
    again = _kinds([("closed", "proposed")])
    refused = f"{_kinds([('proposed', 'closed')])}; back the same way by: {again}"
    yield from _way(f"M75 285 V{bottom} H915 V289", label=refused, x=95, y=bottom + 18, anchor="start")
    back = _kinds([("closed", "active"), ("quarantined", "active")])
    yield from _way("M1115 235 V10 H255 V231", label=back, x=1125, y=40, back=True, anchor="start", width=24)
    yield from _way("M945 235 V14", back=True)


def _way(
    path: str, *, label: str = "", x: int = 0, y: int = 0, back: bool = False, anchor: str = "middle", width: int = 90
) -> Iterator[str]:
    yield f'<path class="way{" back" if back else ""}" d="{path}"/>'
    for n, line in enumerate(wrap(label, width)):
        yield f'<text class="small" x="{x}" y="{y + 14 * n}" text-anchor="{anchor}">{line}</text>'


def _kinds(between: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> str:
    """Return the kinds of events that lead these ways, each once, as words."""
    found = dict.fromkeys(kind for way in between for kind in ways().get(way, ()))
    return ", ".join(kind.replace("_", " ") for kind in found)
