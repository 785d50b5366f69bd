"""Look-alikes by sound in many languages, digits read aloud, order, legal forms and what is offered abroad; and names like them that are nobody's."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.names.forms import forms
from aboveboard.names.hangul import linked
from aboveboard.names.likeness import compare
from aboveboard.names.offered import without_offers
from aboveboard.names.read_aloud import read_as, with_digits
from aboveboard.names.respelling import one_spelling
from aboveboard.names.versions import without_form
from aboveboard.names.zhuyin import in_pinyin


def _keys(name: str, *, protected: bool) -> set[tuple[str, str]]:
    rows = forms(pa.array([name], pa.string()), protected=protected).to_pylist()
    return {(r["family"], r["key"]) for r in rows}


def _found(name: str, model: str) -> bool:
    mine, theirs = _keys(name, protected=False), _keys(model, protected=True)
    bones = {key.replace("a", "").replace("ng", "n") for family, key in mine if family == "heard"}
    return bool(mine & theirs) or bool(bones & {key for family, key in theirs if family == "bones"})


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("9湾茶社", "九湾茶社"),
        ("百8茶社", "百发茶社"),
        ("100发茶社", "百发茶社"),
        ("bai8chashe", "百发茶社"),
        ("Gr8harbour Sk8s", "Greatharbour Skates"),
        ("솔빛1보", "솔빛일보"),
        ("6елковский банк", "Шелковский банк"),
        ("po4tazarechia", "Почта Заречья"),
        ("ba7relsahel", "بحر الساحل"),
        ("ㄌㄢ港醫院", "嵐港醫院"),
        ("海港晚W报社", "海港晚外报社"),
        ("Nitebridge Harbour", "Knightbridge Harbour"),
        ("Harbourbrite Parcels", "Harbourbright Parcels"),
        ("Kaja Binedera", "Caja Viñedera"),
        ("Rzułtowska Poczta", "Żółtowska Poczta"),
        ("Bank Tjipta Radja", "Bank Cipta Raja"),
        ("Ngân hàng Xông Dà", "Ngân hàng Sông Dà"),
        ("Stadtwerke Feilhafen", "Stadtwerke Pfeilhafen"),
        ("Δήμος Αληβερίας", "Δήμος Αλιβερίας"),
        ("솔빛궁민은행", "솔빛국민은행"),
        ("ጸሀይ ወደብ ባንክ", "ፀሐይ ወደብ ባንክ"),
        ("chashejiuwan", "九湾茶社"),
        ("ginkokasumihama", "霞浜銀行"),
        ("Versicherung Kaltwasser", "Kaltwasser Versicherung AG"),
        ("Uzalendo Benki", "Benki ya Uzalendo"),
        ("Undian Bank Cipta Raja", "Bank Cipta Raja"),
        ("Kaltwasser Versicherung Schadenservice", "Kaltwasser Versicherung AG"),
        ("Support霞浜銀行", "霞浜銀行"),
        ("九湾茶社加盟总部", "九湾茶社"),
        ("haigangwanbaokf", "海港晚报"),
        ("Harbourline Parcels Missed Delivery UK", "Harbourline Parcels"),
    ],
)
def test_a_look_alike_is_found_and_likened(name: str, model: str) -> None:
    likeness = compare(name, model)
    assert _found(name, model)
    assert likeness.alike > 0.5
    assert likeness.whole


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("8湾茶社", "九湾茶社"),
        ("岚港1院", "岚港医院"),
        ("Gr8 Days", "Greatharbour Skates"),
        ("4tune Teller", "Fortune Harbour Bank"),
        ("Harbour Bride Parcels", "Harbourbright Parcels"),
        ("Casa Viñedera", "Caja Viñedera"),
        ("Żółta Poczta", "Żółtowska Poczta"),
        ("Bank Sampah Raja", "Bank Cipta Raja"),
        ("Harbourline Parcels UK", "Harbourline Parcels"),
        ("九湾茶社真好喝", "九湾茶社"),
        ("Kaltwasser Verein", "Kaltwasser Versicherung AG"),
        ("chashe", "九湾茶社"),
        ("Shule ya Uzalendo", "Benki ya Uzalendo"),
    ],
)
def test_another_name_is_not(name: str, model: str) -> None:
    likeness = compare(name, model)
    assert likeness.alike < 0.4 or not likeness.whole


def test_a_number_is_read_as_its_sign_and_no_other() -> None:
    assert read_as("8", "发")
    assert read_as("100", "百")
    assert not read_as("7", "发")
    assert "gr8harbour" in with_digits("Greatharbour")
    assert with_digits("Nord") == ()


def test_zhuyin_is_read_as_pinyin_and_other_letters_stay() -> None:
    assert in_pinyin("ㄌㄢˊ山ㄧ院ㄓㄨㄥ") == "lan山yi院zhong"
    assert in_pinyin("嵐山醫院") == "嵐山醫院"


def test_hangul_is_read_as_it_is_spoken() -> None:
    assert linked("국민") == "궁민"
    assert linked("신라") == "실라"
    assert linked("연합") == "여납"
    assert linked("나무") == "나무"


def test_a_legal_form_is_no_part_of_a_name() -> None:
    assert without_form(("kaltwasser", "logistik", "gmbh", "co", "kg")) == ("kaltwasser", "logistik")
    assert without_form(("pt", "cipta", "raja")) == ("cipta", "raja")
    assert without_form(("kaltwasser", "ag")) == ("kaltwasser", "ag")


def test_a_country_alone_is_a_branch() -> None:
    assert without_offers("harbourline cruises uk") == ()
    assert without_offers("correos de chile") == ()
    assert "harbourline parcels" in without_offers("harbourline parcels missed delivery uk")


@given(st.sampled_from(["Caja Viñedera", "Żółtowska Poczta", "Bank Cipta Raja", "Stadtwerke Pfeilhafen"]))
def test_one_spelling_is_the_same_for_itself(model: str) -> None:
    assert one_spelling(model, model) == one_spelling(model.upper(), model) != ""
