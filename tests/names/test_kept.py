"""What two names share when only a part was kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.names.kept import kept, tokens


@pytest.mark.parametrize(
    ("name", "closed", "part"),
    [
        ("Jay the TruthBomber", "TruthBomber Jay", "truth bomber jay"), ("Sneaker Vault", "Sneaker Vault NYC", "sneaker vault"), ("小鹿美妆", "小鹿美妆铺", "小鹿美妆"),
        ("Réplicas da Lu", "Bolsas Réplica Lu", "réplica"), ("Часы Игорь", "Поддельные Часы Игорь", "часы игорь"), ("민지 레플", "민지 명품레플", "민지"),
        ("鸡汤大师新号", "毒鸡汤大师", "鸡汤大师"), ("Marta nueva cuenta", "Ropa Clon Marta", "marta"),
    ],
)  # fmt: skip
def test_the_part_is_found(name: str, closed: str, part: str) -> None:
    assert kept(name, closed).replace(" ", "") in (part.replace(" ", ""), kept(part, part).replace(" ", ""))
    assert tokens(name) & tokens(closed)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("New Account", "Old Account"),
        ("新号", "小鹿新号"),
        ("Jo", "Jo"),
        ("Anna", "Boris"),
        ("Backup 2", "Second Backup 2"),
    ],
)
def test_words_that_say_nothing_are_no_part(name: str, other: str) -> None:
    assert kept(name, other) == ""


@given(st.text(max_size=12), st.text(max_size=12))
def test_nothing_breaks_and_a_part_has_tokens(name: str, other: str) -> None:
    assert isinstance(tokens(name), frozenset)
    if kept(name, other):
        assert tokens(name) & tokens(other)
