"""What a name says beside the organisation it is written like."""

import pyarrow as pa
import pytest

from aboveboard.derived.likened_names import likened


def _one(name: str, model: str) -> dict[str, object]:
    pairs = pa.table({"name": pa.chunked_array([[name]]), "model": pa.chunked_array([[model]]), "heard": [False]})
    return likened(pairs).to_pylist()[0]


@pytest.mark.parametrize(("name", "plain"), [("F.B.I.", False), ("B-C-A", False), ("FBI", True), ("fbi 7", True)])
def test_letters_parted_one_by_one_are_nobodys_own_name(name, plain):
    assert _one(name, "BCA" if "C" in name else "FBI")["plain"] is plain


def test_the_words_of_a_name_in_another_language_are_no_tie():
    assert not _one("Peking Union Medical College Hospital", "北京协和医院")["aside"]
    assert _one("Former Amazon", "Amazon")["aside"]


@pytest.mark.parametrize(
    ("name", "model", "numbered"),
    [
        ("中國鐵路12306", "中国铁路12306", False),
        ("国家電网95598", "国家电网", False),
        ("国家電网8841", "国家电网", True),
        ("Marlok Energy 95598", "Marlok Energy", True),
        ("Marlok Energy 2047", "Marlok Energy", True),
    ],
)
def test_a_number_that_is_the_bodys_own_is_not_one_that_was_added(name, model, numbered):
    assert _one(name, model)["numbered"] is numbered


@pytest.mark.parametrize(
    ("name", "model", "claim"),
    [
        ("GYYH贷款中心", "贵阳银行", True),
        ("GYYH随笔", "贵阳银行", False),
        ("中国平安⽴即理财", "中国平安", True),
        ("中国平安立即理财", "中国平安", False),
        ("楚天都巿报💬爆料", "楚天都市报", True),
        ("楚天都巿报💬读者", "楚天都市报", False),
        ("ធនាគារសុវណ្ណ ជំនួយអតិថិជន", "ធនាគារសុវណ្ណ", True),
        ("Сувдан Банк лавлах", "Сувдан Банк", True),
    ],
)
def test_what_stands_behind_a_name_names_a_desk(name, model, claim):
    assert _one(name, model)["claim"] is claim


def test_a_body_of_the_same_kind_and_name_has_no_words_beside_it():
    found = _one("Банк Ланьчжоу", "兰州银行")
    assert found["whole"]
    assert not found["aside"]
    assert not found["claim"]


@pytest.mark.parametrize(
    ("name", "model", "whole"),
    [
        ("HNWS湖南", "湖南卫视", True),
        ("GTHK國泰", "國泰航空", True),
        ("平安ZGPA", "中国平安", True),
        ("HNWS湖北", "湖南卫视", False),
        ("HNWS粉丝", "湖南卫视", False),
        ("HNWS", "湖南卫视", None),
    ],
)
def test_all_initials_of_a_name_and_a_part_of_it_are_the_name(name, model, whole):
    alone = _one("HNWS", "湖南卫视")["whole"]
    assert _one(name, model)["whole"] is (alone if whole is None else whole)
