"""Whether a name says that it is not the organisation, where it is written after several of its names."""

from __future__ import annotations

from typing import Any

import pytest

from aboveboard.derived.confusion import confusion

_KNOWN: dict[str, Any] = {
    "field": "display_name", "name": "Zira🌾at Bankası", "model": "Ziraat Bankası", "says": "a → b: spaced or parted otherwise", "alike": 0.98,
    "disguised": False, "whole": True, "claim": False, "aside": False, "plain": False, "numbered": False, "by_ear": False, "sharing": 0,
    "bearers": 1, "tolerance": 1.0, "worn_days": None, "badge": "", "denies": False, "handle": "zira_at", "display_name": "Zira🌾at Bankası",
    "official": "ziraat", "used_at": None, "first_at": None, "common": 5, "faintest": 0.25, "said": "",
}  # fmt: skip


def _row(**other: Any) -> dict[str, Any]:
    return {**_KNOWN, **other}


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([_row()], True),
        ([_row(aside=True)], False),
        ([_row(), _row(model="T.C. Ziraat Bankası", alike=0.09, aside=True)], True),
        ([_row(), _row(model="T.C. Ziraat Bankası", alike=0.9, aside=True)], False),
        ([_row(whole=False, claim=True), _row(model="T.C. Ziraat Bankası", alike=0.09, aside=True)], False),
        ([_row(), _row(name="ziraat_fan", field="handle", alike=0.09, aside=True)], False),
    ],
)
def test_a_tie_beside_a_fainter_likeness_of_the_same_name_says_nothing(
    rows: list[dict[str, Any]], *, found: bool
) -> None:
    assert (confusion(rows) is not None) is found


@pytest.mark.parametrize(("own", "found"), [("Т-Банк", True), ("T-Bank", False), ("贵阳银行", True)])
def test_two_names_in_two_scripts_are_a_whole_name(own: str, *, found: bool) -> None:
    name = f"T-Bank {own}"
    rows = [_row(name=name, model=model, whole=False) for model in ("T-Bank", own)]
    assert (confusion(rows) is not None) is found
