"""Make attacker-chosen text safe to show: nothing hidden stays hidden, nothing embedded breaks out."""

from __future__ import annotations

import json
import re

from markupsafe import Markup

__all__ = ["compact", "embed", "visible"]

_ISOLATES = re.compile("[\u2066-\u2069]")
_HIDDEN = re.compile(
    "([\x00-\x08\x0b-\x1f\x7f-\x9f]|[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]"
    "|[\U000e0000-\U000e007f])+"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKS = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def visible(text: str, most: int = 500) -> str:
    """Return `text` with invisible and direction-changing characters written as `⟨U+200B⟩`, cut after `most` characters.

    Zero-width joiners and variation selectors stay: Persian, Indic scripts and emoji need them. Isolates go, because
    every name is shown inside an isolating element already.
    """
    cut = text if len(text) <= most else text[:most] + "…"
    plain = _SURROGATE.sub("\ufffd", _ISOLATES.sub("", cut))
    return _HIDDEN.sub(_name, plain)


def _name(found: re.Match[str]) -> str:
    run = found.group()
    more = f" ×{len(run)}" if len(run) > 1 else ""
    return f"⟨U+{ord(run[0]):04X}{more}⟩"


def embed(value: object) -> Markup:
    """Return `value` as JSON that is safe inside a `<script>` element: no markup character and no line separator."""
    return Markup(compact(value))  # noqa: S704  (compact leaves no markup character)


def compact(value: object) -> str:
    """Return `value` as short JSON text without `<`, `>`, `&`, line separators or lone surrogates."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _SURROGATE.sub("\ufffd", text).translate(_BREAKS)
