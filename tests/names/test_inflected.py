"""A name behind a word for a desk, in the case that asks for."""

from __future__ import annotations

import pytest

from aboveboard.names.inflected import of_it
from aboveboard.names.likeness import compare


@pytest.mark.parametrize(
    ("written", "model"),
    [
        ("Служба безопасности Давенбанка", "Давенбанк"),
        ("Поддержка Северной Почты", "Северная Почта"),
        ("Підтримка Давенпошти", "Давенпошта"),
        ("Podpora Halkovy", "Halkova"),
    ],
)
def test_a_desk_of_a_body_is_told(written: str, model: str) -> None:
    found = compare(written, model)
    assert found.whole
    assert found.kinds == ("affix",)
    assert found.alike > 0.75


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Давенбанк", "Давенбанк"),
        ("Давенбанкир", "Давенбанк"),
        ("Дома", "До"),
        ("Северный Давен", "Северная Почта"),
        ("Novaa", "Nova"),
    ],
)
def test_another_word_is_no_case_of_it(written: str, name: str) -> None:
    assert not of_it(written, name)
