"""Numbers of names that are parted, drawn or framed otherwise, and characters written in parts."""

from __future__ import annotations

import pytest

from aboveboard.names.likeness import compare
from aboveboard.names.numerals import numbers_in


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("海港热线9\u20e35\u20e35\u20e32\u20e37\u20e3", "squared"),
        ("海港热线9\ufe0f\u20e35\ufe0f\u20e35\ufe0f\u20e32\ufe0f\u20e37\ufe0f\u20e3", "squared"),
        ("海港热线9.5.5.2.7", "separator"),
        ("海港热线9-5-5-2-7", "separator"),
    ],
)
def test_a_number_in_disguise_is_the_same_number(written: str, kind: str) -> None:
    found = compare(written, "海港热线95527")
    assert found.alike > 0.9
    assert kind in found.kinds


def test_letters_among_digits_are_digits() -> None:
    assert compare("海港热线l2O45", "海港热线12045").disguised
    assert numbers_in("海港 l2o45") == {"2", "45", "12045"}
    assert numbers_in("oil 4 lilo") == {"4"}


def test_another_number_is_another_body() -> None:
    assert compare("海港热线9.5.5.2.8", "海港热线95527").alike == 0.0
    assert compare("District 1", "District 12").alike == 0.0


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("바라ㅁ저축은행", "바람저축은행"),
        ("하ㄴ여울병원", "한여울병원"),
        ("清河区邮电尸句", "清河区邮电局"),
        ("𠦝月阳区图书馆", "朝阳区图书馆"),
        ("清河扌投资基金", "清河投资基金"),
        ("尚土前医院", "堂前医院"),
    ],
)
def test_parts_are_put_together(written: str, meant: str) -> None:
    found = compare(written, meant)
    assert found.disguised
    assert "split" in found.kinds


def test_laughter_is_no_letter_of_a_syllable() -> None:
    assert "split" not in compare("나무ㅋㅋ", "나묵").kinds


def test_ornaments_between_ideographs_are_fillers() -> None:
    assert compare("清ღ河ღ证ღ券", "清河证券").kinds == ("separator",)


@pytest.mark.parametrize(("written", "meant"), [("清河宐业银行", "清河宝业银行"), ("青山县公妟局", "青山县公安局")])
def test_a_rare_character_stands_for_the_common_one_it_is_near(written: str, meant: str) -> None:
    found = compare(written, meant)
    assert "near_shape" in found.kinds
    assert found.alike > 0.8
