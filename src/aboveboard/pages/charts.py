"""Charts as inline SVG: no script, no font and no data leave or enter the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from aboveboard.pages.painter import paint

if TYPE_CHECKING:
    import altair as alt

__all__ = ["svg"]

_DROPPED = re.compile(r' (?:aria-[a-z]+|role|font-family|class|xmlns:xlink|version|style)="[^"]*"')
_SIZE = re.compile(r'^<svg xmlns="([^"]*)" width="[^"]*" height="[^"]*"')
_CONFIG: dict[str, Any] = {
    "background": "transparent",
    "view": {"stroke": None},
    "axis": {
        "labelColor": "currentColor",
        "titleColor": "currentColor",
        "gridColor": "var(--line)",
        "domainColor": "var(--line)",
        "tickColor": "var(--line)",
        "labelFontSize": 11,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
    },
}


def svg(chart: alt.Chart | alt.LayerChart | alt.FacetChart | Mapping[str, Any]) -> Markup:
    """Return `chart`, drawn by Altair or a Vega-Lite specification, as an `<svg>` that takes its colours and fonts from the page; the caller names it in words.

    Colours may be CSS variables such as `var(--likely)`. Attributes that a strict content policy refuses, and the
    English descriptions inside, are dropped: the element around the chart carries the text alternative.
    """
    drawn = paint({**(chart if isinstance(chart, Mapping) else chart.to_dict()), "config": _CONFIG})
    plain = _SIZE.sub(r'<svg xmlns="\1" aria-hidden="true" focusable="false"', _DROPPED.sub("", drawn))
    return Markup(plain)  # noqa: S704  (the renderer escapes text, and charts carry none of an attacker's)
