"""Names that say what another says in other words, other letters or more words, and how they are found and explained."""

import unicodedata

import pyarrow as pa
import pytest

from aboveboard.names.folding import fold
from aboveboard.names.forms import forms
from aboveboard.names.likeness import compare

LOOK_ALIKES = (
    # a word that says it is genuine, spare or a desk, in its language, beside the name or glued to a handle
    ("Hospital San Hervás Verificado", "Hospital San Hervás", "affix"),
    ("Ilgazören Belediyesi Çözüm Masası", "Ilgazören Belediyesi", "affix"),
    ("Công an huyện Châu Rạng dự phòng", "Công an huyện Châu Rạng", "affix"),
    ("قناة أفق الساحل الموثقة", "قناة أفق الساحل", "affix"),
    ("별빛전자공식", "별빛전자", "affix"),
    ("Лікарня Вербівка офіційно", "Лікарня Вербівка", "affix"),
    ("marlockharbourserviceclient", "Marlock Harbour", "affix"),
    # the word for a body in English, in another order, glued
    ("Cachimbal University", "Universidade de Cachimbal", "order"),
    ("villaquebradacitycouncil", "Ayuntamiento de Villaquebrada", "order"),
    ("malgunnaeuniv", "맑은내대학교", "pinyin"),
    ("rungsiambank", "ธนาคารรุ่งสยาม", "pinyin"),
    ("zlatorechensk_police", "Полиция Златореченска", "pinyin"),
    ("Dhilal Telecom", "شركة ظلال للاتصالات", "pinyin"),
    ("shivalgarh.police", "शिवालगढ़ पुलिस", "pinyin"),
    ("linlantaxbureau", "临澜市税务局", "pinyin"),
    ("People's Government of Linlan City", "临澜市人民政府", "pinyin"),
    # one word cut in two and turned round
    ("Faxbriar Insurance", "Briarfax Insurance", "order"),
    ("दीपशांति अस्पताल", "शांतिदीप अस्पताल", "order"),
    # romanised, and changed once more
    ("l1nl4n5huiwu", "临澜市税务局", "leet"),
    ("f3ilisudi", "飞鲤速递", "leet"),
    ("haifengyinnhang", "海沣银行", "repeat"),
    ("jichuan_zhongjifayuan", "霁川市中级人民法院", "affix"),
    ("gonganju_lanjiang", "岚江市公安局", "order"),
    ("miohama_shiyakusho", "澪浜市役所", "pinyin"),
    # written twice
    ("JJRB经济日报", "经济日报", "pinyin"),
    ("𝓠𝓲𝓷𝓰𝓵𝓾青麓大学", "青麓大学", "pinyin"),
    # as it is heard
    ("말근내대학교", "맑은내대학교", "homophone"),
    ("Persutjen FC", "Persucen FC", "homophone"),
    ("별ㆍ빛ㆍ전자", "별빛전자", "same"),
    ("urzadmiastabrzozow", "Urząd Miasta Brzozów", "homoglyph"),
)


@pytest.mark.parametrize(("name", "model", "kind"), LOOK_ALIKES)
def test_a_name_in_other_words_is_found_and_explained(name: str, model: str, kind: str):
    mine = forms(pa.array([name])).to_pylist()
    theirs = forms(pa.array([model]), protected=True).to_pylist()
    bones = {row["key"] for row in theirs if row["family"] == "bones"}
    spoken = {row["key"].replace("a", "").replace("ng", "n") for row in mine if row["family"] == "heard"}
    met = {(row["family"], row["key"]) for row in mine} & {(row["family"], row["key"]) for row in theirs}
    assert met or spoken & bones
    likeness = compare(name, model)
    assert likeness.alike >= 0.5
    assert kind in likeness.kinds
    assert model in likeness.says


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Cachoeira University", "Universidade de Cachimbal"),
        ("Villaquebrada Bakery", "Ayuntamiento de Villaquebrada"),
        ("Briarwood Insurance", "Briarfax Insurance"),
        ("lanxi tax bureau", "临澜市税务局"),
        ("lily青麓大学", "青麓中学"),
        ("linan2024", "临澜市税务局"),
        ("岚港1院", "岚港医院"),
        ("Полиция Зеленогорска", "Полиция Златореченска"),
        ("Hospital San Telmo Verificado", "Hospital San Hervás"),
    ],
)
def test_another_body_is_not(name: str, model: str):
    likeness = compare(name, model)
    assert likeness.alike < 0.5 or not likeness.whole


def test_a_hook_under_a_letter_is_no_letter():
    keys = fold(pa.array(["węgrów", "urząd", "ųžuolas"])).key.to_pylist()
    bare = ["".join(c for c in unicodedata.normalize("NFD", key) if not unicodedata.combining(c)) for key in keys]
    assert bare == ["wegrow", "urzad", "uzuolas"]
