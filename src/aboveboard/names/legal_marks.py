"""Signs of a legal form that people put to a company's name: ㈜토스, 佐川急便㍿."""

from __future__ import annotations

import re

__all__ = ["FORMS", "unformed"]

FORMS = r"[㍿㈱㈲㈜]|[(（][주株有유][)）]"
"""Signs of a legal form in Japan and Korea (RE2 too)."""

_AT_AN_END = re.compile(rf"^\s*(?:{FORMS})\s*(?=\w)|(?<=\w)\s*(?:{FORMS})\s*$")


def unformed(text: str) -> str:
    """Return `text` without the sign of a legal form before it or after it."""
    return _AT_AN_END.sub("", text)
