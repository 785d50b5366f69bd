"""How people work at a service before they set it themselves: what its operator says in `ABOVEBOARD_CARE`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aboveboard.console.views.frame import Care
from aboveboard.errors import InputError

__all__ = ["care_of"]

_SWITCHES = {"on": True, "off": False}
_CHOICES = {"theme": ("auto", "light", "dark"), "language": ("en", "zh")}
_LONGEST = 240


def care_of(environment: Mapping[str, str]) -> Care:
    """Return what `ABOVEBOARD_CARE` says, such as `blur=on, grey=off, rest=40`; what it does not name stays as it ships.

    Raises `InputError` where it names something else, or says of it what cannot be.
    """
    care = Care()
    for one in filter(None, (part.strip() for part in environment.get("ABOVEBOARD_CARE", "").split(","))):
        name, _, value = (side.strip() for side in one.partition("="))
        care = _with(care, name, value)
    return care


def _with(care: Care, name: str, value: str) -> Care:
    if name in ("blur", "grey", "keys") and value in _SWITCHES:
        return replace(care, **{name: _SWITCHES[value]})
    if name in _CHOICES and value in _CHOICES[name]:
        return replace(care, **{name: value})
    if name == "rest" and value.isdecimal() and int(value) <= _LONGEST:
        return replace(care, rest_minutes=int(value))
    raise InputError(
        f"ABOVEBOARD_CARE: {name}={value} is none of blur, grey and keys (on or off), rest (0 to {_LONGEST} minutes), theme ({', '.join(_CHOICES['theme'])}), language ({', '.join(_CHOICES['language'])})"
    )
