"""One ideograph too few or too many is a slip inside a word of bodies; elsewhere it is another body."""

import pyarrow as pa
import pytest

from aboveboard.derived.misspelled_names import misspelled
from aboveboard.names.forms import forms
from aboveboard.names.hangul import linked
from aboveboard.names.likeness import compare


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("武义县教局", "武义县教育局"), ("奉节县媒体中心", "奉节县融媒体中心"), ("龙州县公局", "龙州县公安局"), ("龙州县公某安局", "龙州县公安局"),
        ("中国建银行", "中国建设银行"), ("東京大学医学部附属院", "東京大学医学部附属病院"),
    ],
)  # fmt: skip
def test_a_word_of_a_body_that_lost_or_gained_a_letter_is_a_slip(name, model):
    assert compare(name, model).alike > 0.5


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("南昌市公安局", "南昌县公安局"), ("中国银行", "中国人民银行"), ("北京大学", "北方大学"), ("第一人民医院", "第二人民医院"), ("龙州县医院", "龙州县中医院"),
        ("龙州县公安分局", "龙州县公安局"), ("安县公安局", "新安县公安局"), ("中国农业银行", "中国工业银行"), ("武邑县教育局", "武义县教育局"),
        ("平阳县人民法院", "平邑县人民法院"), ("晋州市公安局", "青州市公安局"), ("浠水县第一人民医院", "习水县第一人民医院"),
    ],
)  # fmt: skip
def test_another_place_level_or_trade_is_another_body(name, model):
    assert compare(name, model).alike < 0.25


def test_a_place_whose_name_is_no_place_s_stays_a_disguise():
    assert compare("文案县公安局", "文安县公安局").alike > 0.5
    assert compare("武邑县较育局", "武义县教育局").alike > 0.25


def test_a_city_that_is_not_in_the_list_of_cities_is_written_for_another():
    assert compare("林桐市公安局", "临桐市公安局").alike > 0.5
    assert compare("临海市公安局", "临河市公安局").alike < 0.25


def test_long_names_of_ideographs_are_looked_up_with_one_left_out_or_put_in():
    written = pa.table(
        {
            "family": ["loose"] * 5,
            "key": ["武义县教育局", "武义县教局", "武义县教某育局", "武义县公育局", "武义县育"],
            "protected": [True, False, False, False, False],
        }
    )
    assert sorted(misspelled(written)["key"].to_pylist()) == ["武义县教局", "武义县教某育局"]


def keys(name, *, protected):
    return {(r["family"], r["key"]) for r in forms(pa.array([name]), protected=protected).to_pylist()}


@pytest.mark.parametrize(
    ("name", "model"),
    [("けいしちょう", "警視庁"), ("きょうと大学", "京都大学"), ("여납뉴스", "연합뉴스"), ("あまぞん", "アマゾン")],
)  # fmt: skip
def test_a_name_written_as_it_is_said_is_found_and_explained(name, model):
    assert keys(name, protected=False) & keys(model, protected=True)
    assert compare(name, model).alike > 0.25


def test_a_tail_is_spoken_with_the_next_syllable():
    assert linked("연합") == "여납"
    assert linked("은행") == "으냉"
    assert linked("경찰청") == "경찰청"


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Το Βίμα", "Το Βήμα"),
        ("Cuân đội", "Quân đội"),
        ("Nubanq", "Nubank"),
        ("ぺいぺい", "ペイペイ"),
        ("בנק לעומי", "בנק לאומי"),
    ],
)
def test_letters_that_sound_alike_in_their_own_language_are_near(name, model):
    assert compare(name, model).alike > 0.5
