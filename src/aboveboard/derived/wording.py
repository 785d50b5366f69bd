"""Words for the weights of a pair: a waterfall a person can check, what speaks against it, what else could explain it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from aboveboard.tables import Type

__all__ = ["WORDS", "words"]

WORDS: Mapping[str, Type] = {
    "named": "string", "tied": "string", "moved": "string", "repeated": "string", "against": "string",
    "alternatives": "string",
}  # fmt: skip

_TIES: Final = ("device", "contact", "payment", "network")
_MATTERS = 0.05


def words(pair: Mapping[str, Any], bits: Mapping[str, float], path: str) -> dict[str, str]:
    """Return each group of evidence in words with its weight, empty where there is none. `pair` is one row of evidence."""
    return {
        "named": _named(bits, path),
        "tied": "".join(_tie(name, pair, bits[name]) for name in _TIES if bits[name] > _MATTERS),
        "moved": _moved(pair, bits["audience"]),
        "repeated": _repeated(pair, bits),
        "against": _against(pair, bits),
        "alternatives": "; ".join(_alternatives(bits)),
    }


def _signed(bits: float) -> str:
    return f"{bits:+.1f}"


def _named(bits: Mapping[str, float], path: str) -> str:
    second = f"; handle too {_signed(bits['second'])}" if bits["second"] else ""
    return f"; name {_signed(bits['name'])} ({path}){second}" if bits["name"] > 0 else ""


def _tie(name: str, pair: Mapping[str, Any], bits: float) -> str:
    return f"; {name} {_signed(bits)} ({int(pair[name])} accounts use it)"


def _moved(pair: Mapping[str, Any], bits: float) -> str:
    if bits <= 0:
        return ""
    by_chance = pair["early"] * pair["audience"] / max(pair["everyone"], 1)
    return (
        f"; audience {_signed(bits)} ({int(pair['again'])} of its {int(pair['audience'])} old followers came within days, "
        f"{by_chance:.1f} expected)"
    )


def _repeated(pair: Mapping[str, Any], bits: Mapping[str, float]) -> str:
    said = [
        ("picture", f"{int(pair['showers'] or 0)} accounts show it"),
        ("bio", f"{int(pair['sayers'] or 0)} accounts say it"),
        ("announced", "its bio says it is back"),
        ("rhythm", f"the same hours of the day and week, of {int(pair['hours'] or 0)} it was seen in"),
        ("soon", f"{pair['days_after']} days after"),
    ]
    return "".join(f"; {name} {_signed(bits[name])} ({why})" for name, why in said if bits[name] > 0)


def _against(pair: Mapping[str, Any], bits: Mapping[str, float]) -> str:
    why = {
        "name": "another name",
        "device": "another device",
        "contact": "other contacts",
        "soon": f"{pair['days_after']} days after",
        "arrival": "an older account",
        "rhythm": "other hours of the day",
    }
    found = [f"{text} {_signed(bits[name])}" for name, text in why.items() if bits[name] < -_MATTERS]
    if pair["contact"] is None and pair["idle_days"] is not None:
        found.append(f"the phone number lay idle for {int(pair['idle_days'])} days")
    return "; against: " + ", ".join(found) if found else ""


def _alternatives(bits: Mapping[str, float]) -> list[str]:
    """List what else could explain the pair, so that a reviewer asks."""
    found = ["a sibling or housemate, or a device bought second-hand"] if bits["device"] > 0 else []
    found += ["a phone number or address that changed hands"] if bits["contact"] > 0 else []
    found += ["a card or a wallet that a family shares"] if bits["payment"] > 0 else []
    found += ["a namesake"] if bits["name"] > 0 else []
    found += ["somebody in the same time zone"] if bits["rhythm"] > 0 else []
    found += ["a circle of friends who follow each other"] if bits["audience"] > 0 else []
    return found
