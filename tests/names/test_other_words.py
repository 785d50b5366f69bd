"""A slip makes no word: who writes a word means it."""

import pytest

from aboveboard.names.likeness import compare
from aboveboard.names.other_words import another_word
from aboveboard.names.shortened import shortened


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("northgate band", "northgate bank"),
        ("northgateband", "northgate bank"),
        ("library of tides", "library of tiles"),
        ("finance", "binance"),
    ],
)
def test_a_word_exchanged_for_a_word_is_another_name(name, model):
    assert another_word(name, model)


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("northgate bamk", "northgate bank"),
        ("nortgate bank", "northgate bank"),
        ("amazun", "amazon"),
        ("southgate band", "northgate bank"),
    ],
)
def test_a_slip_is_not(name, model):
    assert not another_word(name, model)


def test_a_joke_is_less_alike_than_a_slip():
    assert compare("Meridian Toast", "Meridian Post").alike < 0.3
    assert compare("Northgate Bunk", "Northgate Bank").alike < compare("Northgata Bank", "Northgate Bank").alike


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("中国云川银行", "云川银行"),
        ("云川银行股份有限公司", "云川银行"),
        ("霞浜新聞社", "霞浜新聞"),
        ("中国银行", None),
        ("云川银行", None),
        ("中国云川", None),
    ],
)
def test_bodies_are_shortened_where_enough_is_left(name, short):
    assert shortened(name) == short


@pytest.mark.parametrize(
    ("name", "model", "kind"),
    [
        ("Тинкоф", "Тинькоф", "homophone"),
        ("Cumuriyet", "Cumhuriyet", "homophone"),
        ("Instergram", "Instagram", "homophone"),
        ("Bankcommerz", "Commerzbank", "order"),
        ("ホシゾラ航空", "航空ホシゾラ", "order"),
        ("여납은행", "연합은행", "homophone"),
        ("쿠팜은행", "쿠팡은행", "near_shape"),
        ("丰月岛银行", "青岛银行", "split"),
        ("证监人云", "证监会", "split"),
        ("亻攸车铺", "修车铺", "split"),
        ("壶银行社", "壹银行社", "near_shape"),
    ],
)
def test_more_ways_to_write_a_name_are_told(name, model, kind):
    found = compare(name, model)
    assert kind in found.kinds
    assert found.alike > 0.5


def test_syllables_that_differ_in_a_letter_neither_heard_nor_drawn_alike_are_others():
    assert compare("우리항공", "누리항공").alike == 0.0
    assert compare("가온시청", "다온시청").alike == 0.0
