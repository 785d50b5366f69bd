"""Abbreviations as their letters are called in other scripts."""

from __future__ import annotations

import pytest

from aboveboard.names.abroad import called_abroad
from aboveboard.names.letter_names import spelled_abroad
from aboveboard.names.likeness import compare


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("QVZB", "क्यूवीजेडबी"),
        ("QVZB", "كيو في زد بي"),
        ("QVZB", "кьювизетби"),
        ("QVZB", "キュー・ブイ・ゼット・ビー"),
        ("QVZB", "큐브이제트비"),
        ("QVZB", "คิววีแซดบี"),
    ],
)
def test_it_is_spelled_out(name: str, said: str) -> None:
    assert compare(said, name).alike > 0


@pytest.mark.parametrize("name", ["Quarry", "QV", "qvzb", "QVZBKL", ""])
def test_only_abbreviations_are(name: str) -> None:
    assert spelled_abroad(name) == ()


def test_it_is_one_of_the_names_abroad() -> None:
    assert "큐브이제트비" in called_abroad("QVZB")
