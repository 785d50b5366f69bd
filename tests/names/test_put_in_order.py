"""Names put in another order, in half-width kana, or at a part of a desk."""

from __future__ import annotations

import pyarrow as pa
import pytest

from aboveboard.names.at_desks import name_desks, names_a_desk, said_of_a_desk
from aboveboard.names.folding import folded
from aboveboard.names.forms import forms
from aboveboard.names.likeness import compare

FOUND = [
    ("ﾗｸﾃﾝ市場", "楽天市場", "homophone"),
    ("ｻｶﾞﾜ急便", "佐川急便", "pinyin"),
    ("ﾕｳﾁｮ銀行", "ゆうちょ銀行", "homophone"),
    ("Coupanq", "Coupang", "near_shape"),
    ("Tolli- ja Maksuamet", "Maksu- ja Tolliamet", "affix"),
    ("Nemzeti Vám- és Adóhivatal", "Nemzeti Adó- és Vámhivatal", "affix"),
    ("Abwasser- und Wasserverband Lund", "Wasser- und Abwasserverband Lund", "affix"),
    ("ລາວທະນາຄານການຄ້າຕ່າງປະເທດ", "ທະນາຄານການຄ້າຕ່າງປະເທດລາວ", "order"),
    ("ဘဏ်ကမ္ဘောဇ", "ကမ္ဘောဇဘဏ်", "order"),
    ("កម្ពុជាធនាគារជាតិ", "ធនាគារជាតិកម្ពុជា", "order"),
]


@pytest.mark.parametrize(("name", "model", "kind"), FOUND)
def test_the_same_name_written_otherwise(name: str, model: str, kind: str) -> None:
    found = compare(name, model)
    assert kind in found.kinds
    assert found.whole
    assert found.alike >= 0.5
    mine, theirs = forms(pa.array([name])), forms(pa.array([model]), protected=True)
    keys = [{(r["family"], r["key"]) for r in some.to_pylist()} for some in (mine, theirs)]
    assert keys[0] & keys[1]
    many = forms(pa.array([name] * 40))
    assert {(r["family"], r["key"]) for r in many.to_pylist()} == keys[0]


@pytest.mark.parametrize(
    "name",
    ["拼多多商家入驻部", "国家税务总局退税办理处", "大阪府警察捜査本部", "海港银行注销专员", "한빛은행 환급조회팀"],
)
def test_a_part_of_a_body_behind_what_it_deals_with_is_a_desk(name: str) -> None:
    words = folded(name)[1] or ""
    assert said_of_a_desk(name)
    assert names_a_desk(words)
    assert name_desks(pa.array([words])).to_pylist() == [True]


@pytest.mark.parametrize("name", ["海港俱乐部", "拼多多商学部", "大阪府警察署", "한빛은행 축구팀"])
def test_a_part_of_a_body_alone_is_none(name: str) -> None:
    words = folded(name)[1] or ""
    assert not names_a_desk(words)
    assert name_desks(pa.array([words])).to_pylist() == [False]


@pytest.mark.parametrize(
    "name",
    [
        "ලංකා බැංකුව පාරිභෝගික සේවය", "കേരള പോലീസ് സൈബർ സെൽ", "ΔΕΗ Επιστροφή Χρημάτων", "اتصالات المغرب تعبئة", "Kela palautukset", "Lietuvos paštas siuntos",
        "Халық банкі несие", "Хаан банк зээл", "საქართველოს ბანკი სესხი", "Հայփոստ վճարումներ", "ንግድ ባንክ ሽልማት", "בנק לאומי החזרים",
    ],
)  # fmt: skip
def test_desks_of_more_languages(name: str) -> None:
    assert names_a_desk(folded(name)[1] or "")


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("ธนาคารอาคารสงเคราะห์ เชียงราย", "ธนาคารอาคารสงเคราะห์"),
        ("การไฟฟ้าส่วนภูมิภาค เชียงราย", "การไฟฟ้าส่วนภูมิภาค"),
        ("Concurso Polícia Militar de Minas Gerais", "Polícia Militar de Minas Gerais"),
        ("ពន្ធដារ កម្ពុជា ថ្មី", "ពន្ធដារ កម្ពុជា"),
        ("भारतीय स्टेट बैंक पुणे", "भारतीय स्टेट बैंक"),
    ],
)
def test_a_name_with_marks_is_found_among_other_words(name: str, model: str) -> None:
    found = compare(name, model)
    assert (found.alike, found.whole) == (1.0, False)
