"""Letters, marks and ideographs that draw others: tiles and rings, letters of half width, near shapes of every script, characters taken to pieces."""

import pyarrow as pa
import pytest

from aboveboard.names.forms import forms
from aboveboard.names.likeness import compare
from aboveboard.names.parts import assembled
from aboveboard.names.shapes import near


def keys(name, *, protected=False):
    made = forms(pa.array([name]), protected=protected)
    return set(zip(made["family"].to_pylist(), made["key"].to_pylist(), strict=True))


def found_as(name, model):
    """The kinds of change by which a name is found and told to be a model in disguise."""
    told = compare(name, model)
    assert keys(name) & keys(model, protected=True), name
    assert told.alike > 0.5, told
    assert told.disguised, told
    return set(told.kinds)


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("🀄港移动通信", "中港移动通信"),
        ("🀃岚🀀风日报", "北岚东风日报"),
        ("🉥岚银行", "财岚银行"),
        ("北岚🀁海大学", "北岚南海大学"),
    ],
)
def test_tiles_and_auspicious_rings_are_read_as_the_ideographs_they_show(name, model):
    assert "squared" in found_as(name, model)


def test_numbers_in_filled_rings_are_read_as_digits():
    assert compare("Kestrel ❼❷❹", "Kestrel 724").alike > 0.9


def test_letters_of_hangul_of_half_width_are_put_together():
    assert "styled" in found_as("ﾾￂﾤﾲￜﾺ나루은행", "한빛나루은행")


@pytest.mark.parametrize(
    ("name", "model"),
    [("Modrˇa´ Posˇta", "Modřá Pošta"), ("か゛んば銀行", "がんば銀行")],
)
def test_marks_typed_behind_a_letter_are_put_on_it(name, model):
    assert keys(name) & keys(model, protected=True)
    assert compare(name, model).alike > 0.5


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Харбор Кедроеый Баик", "Харбор Кедроеый Банк"), ("Հարբոր Քանկ", "Հարբոր Բանկ"), ("ჰარბორის ბამკი", "ჰარბორის ბანკი"),
        ("सूरजपुर विघुत", "सूरजपुर विद्युत"), ("मालवा रामाचार", "मालवा समाचार"), ("পন্মাপুর সংবাদ", "পদ্মাপুর সংবাদ"), ("ธนาคารกสิบรทอง", "ธนาคารกสิปรทอง"),
    ],
)  # fmt: skip
def test_letters_of_any_script_that_are_drawn_alike_are_taken_for_each_other(name, model):
    assert "near_shape" in found_as(name, model)


@pytest.mark.parametrize(
    ("name", "model"),
    [("Kestrelloank", "Kestrelbank"), ("Kestrellbanlc", "Kestrelbank"), ("KestrelbanI<", "Kestrelbank"), ("Kestrellbvva", "Kestrelbva")],
)  # fmt: skip
def test_letters_that_two_others_draw_are_read_as_these(name, model):
    assert keys(name) & keys(model, protected=True)
    assert compare(name, model).alike > 0.5


def test_characters_of_bodies_are_taken_for_more_that_resemble_them():
    assert [
        p for p in ["部郎", "建廷", "移秽", "局同", "报极", "银镇", "税祝", "讯许", "证诬", "邮邱"] if not near(*p)
    ] == []
    assert [p for p in ["银河", "警一", "公警"] if near(*p)] == []


def test_a_direction_that_is_drawn_like_a_number_is_meant_and_another_number_is_not():
    assert compare("华四医院", "华西医院").alike > 0.5
    assert compare("第四医院", "第三医院").alike == 0


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [("人一口", "合"), ("丬匕", "北"), ("良月", "朗"), ("彳山一几攵", "微"), ("小冖子", "学"), ("二ム", "云"), ("日日日", "晶"), ("立木斤", "新"), ("王日土", "理")],
)  # fmt: skip
def test_a_character_is_read_from_any_of_the_pieces_it_is_taken_to(pieces, whole):
    assert whole in assembled(pieces)


def test_a_sign_of_repetition_between_ideographs_is_a_filler():
    assert compare("北岚ヾ日报", "北岚日报").kinds == ("separator",)
