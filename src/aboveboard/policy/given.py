"""The inputs of a worked case: checked against their types and vocabularies, and filled where the case is silent."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, cast

from aboveboard.core import CLASSES
from aboveboard.policy.inputs import INPUTS, REFUSED, Input, InputType, Value
from aboveboard.policy.linting import hint, sensitive

__all__ = ["faults_of_given", "filled"]

_MUST = ("violation", "tier", "classes")
_CALLED: Mapping[InputType, str] = {
    "string": "a text",
    "strings": "a list of texts",
    "int": "a whole number",
    "double": "a number",
    "bool": "true or false",
}


def faults_of_given(given: Mapping[str, Any], detectors: Collection[str] | None) -> list[tuple[str, str]]:
    """Return (key, message) for each fault of a case's `given` table."""
    found = [(key, f'a case says what is given: "{key}" is missing') for key in _MUST if key not in given]
    for key, value in given.items():
        message = _fault(INPUTS[key], value, detectors) if key in INPUTS else _unknown(key)
        found += [(key, message)] if message else []
    classes, count = given.get("classes"), given.get("class_count")
    if isinstance(classes, list) and count is not None and count != len(set(map(str, cast("list[Any]", classes)))):
        found.append(("class_count", "class_count is counted from classes; leave it out"))
    return found


def filled(given: Mapping[str, Any]) -> dict[str, Value]:
    """Return all inputs: those given, and for the rest the sample of `INPUTS`. Counts follow from the lists."""
    values: dict[str, Value] = {n: i.sample for n, i in INPUTS.items()} | dict(given)
    values["classes"] = [c for c in CLASSES if c in cast("list[str]", values["classes"])]
    values["class_count"] = len(values["classes"])
    values["score"] = float(cast("float", values["score"]))
    if values["detector"] and not values["detectors"]:
        values["detectors"] = [cast("str", values["detector"])]
    return values


def _unknown(key: str) -> str:
    reason = sensitive(key) or REFUSED.get(key.lower())
    return f'"{key}" is not an input' + (f": {reason}" if reason else hint(key, INPUTS))


def _fault(known: Input, value: object, detectors: Collection[str] | None) -> str | None:
    if not _typed(value, known.type):
        return f"{known.name} is {_CALLED[known.type]}"
    if isinstance(value, int | float) and not known.low <= value <= known.high:
        return f"{known.name} lies between {known.low:g} and {known.high:g}, {value} does not"
    words = cast("list[str]", value) if isinstance(value, list) else [value] if isinstance(value, str) else []
    allowed = known.words or (detectors if known.name.startswith("detector") else None)
    wrong = next((w for w in words if allowed is not None and w not in allowed), None)
    return f'{known.name} is never "{wrong}"{hint(wrong, allowed or ())}' if wrong is not None else None


def _typed(value: object, kind: InputType) -> bool:
    if kind == "bool":
        return isinstance(value, bool)
    if kind in ("int", "double"):
        return isinstance(value, int if kind == "int" else int | float) and not isinstance(value, bool)
    if kind == "string":
        return isinstance(value, str)
    return isinstance(value, list) and all(isinstance(v, str) for v in cast("list[Any]", value))
