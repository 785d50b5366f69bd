"""What bodies are called in other languages, what their words say in English, and other ways to write a name; with names that only look so."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.derived.folded_names import fold_organisations
from aboveboard.names.abroad import _bodies, _key, called_abroad, one_body
from aboveboard.names.bodies_abroad import bodies_in_english
from aboveboard.names.body_terms import COUNTRIES, TERMS
from aboveboard.names.expansions import runs_turned
from aboveboard.names.forms import forms
from aboveboard.names.letter_names import spelled_abroad
from aboveboard.names.likeness import compare
from aboveboard.names.parts import whole
from aboveboard.names.rarity import common
from aboveboard.names.shortened import shortenings
from aboveboard.names.sides import side
from aboveboard.names.twice import once_written


def _found(name: str, model: str) -> bool:
    mine, theirs = (
        forms(pa.array([text], pa.string()), protected=kept).to_pylist()
        for text, kept in ((name, False), (model, True))
    )
    heard = {("bones", r["key"].replace("a", "").replace("ng", "n")) for r in mine if r["family"] == "heard"}
    return not {(r["family"], r["key"]) for r in theirs}.isdisjoint(heard | {(r["family"], r["key"]) for r in mine})


@pytest.mark.parametrize(
    ("name", "model"),
    [
        # what it is called
        ("亚马逊", "Amazon"), ("亞馬遜客服", "Amazon.com"), ("Ассошиэйтед Пресс", "Associated Press"), ("世界卫生组织", "World Health Organization"),
        ("Касикорн Банк", "ธนาคารกสิกรไทย"), ("الصليب الأحمر الأمريكي", "American Red Cross"), ("哈佛大学官方", "Harvard University"),
        # what its words say
        ("Ukrainian Ministry of Health", "Міністерство охорони здоров'я України"), ("Health Ministry of Ukraine", "Міністерство охорони здоров'я України"),
        ("Turkish Interior Ministry Support", "İçişleri Bakanlığı"), ("Aichi Prefectural Police", "愛知県警察"), ("Sapporo City Hall", "札幌市役所"),
        ("Zaragoza City Council", "Ayuntamiento de Zaragoza"), ("Bank of Italy", "Banca d'Italia"), ("Brazilian Chamber of Deputies", "Câmara dos Deputados"),
        ("Thai Ministry of Public Health", "กระทรวงสาธารณสุข"), ("Vietnamese Ministry of Finance", "Bộ Tài chính"), ("Seoul Subway", "서울지하철"),
        # other ways to write it
        ("UFJ三菱銀行", "三菱UFJ銀行"), ("三菱銀行UFJ", "三菱UFJ銀行"), ("警ネ見庁", "警視庁"), ("Harbourl!ne /\\lliance", "Harbourline Alliance"), ("Quarl<works", "Quarkworks"),
        ("Villa Rlo", "Villa Río"), ("清河商信銀行", "清河商信商業銀行"), ("清河农商行", "清河农村商业银行"), ("الحساب الرسمي لوزارة المعادن", "وزارة المعادن"), ("Ｔoyota トヨタ", "トヨタ"),
        ("清河银行骑手客服", "清河银行"), ("春霧銀行還付金窓口", "春霧銀行"), ("Київстар підтримка клієнтів", "Київстар"), ("Masraf Al-Rajhan", "مصرف الرجحان"),
    ],
)  # fmt: skip
def test_another_name_of_a_body_is_found_and_likened(name, model):
    likeness = compare(name, model)
    assert _found(name, model)
    assert likeness.alike > 0.5
    assert likeness.whole


@pytest.mark.parametrize(
    ("name", "model"),
    [
        # another body, another country, or none
        ("Ministry of Health", "Міністерство охорони здоров'я України"), ("Polish Ministry of Health", "Міністерство охорони здоров'я України"),
        ("National Police of Colombia", "Policía Nacional"), ("Japan Bank Clerk", "日本銀行"), ("Korean bank", "한국은행"), ("中国银行", "中国人民银行"),
        ("Milan City", "Comune di Milano"), ("Osaka Fire Department", "大阪府警察"), ("Milan Hospital", "Ospedale Milano"),
        # a common word that is also how a body is called
        ("ayebear", "Uber"), ("haris87", "Haaretz"), ("bokang", "Booking.com"), ("苹果", "Apple"), ("アップルパイ", "Apple"), ("亚马逊雨林", "Amazon"), ("哈佛路", "Harvard University"),
        # signs that draw no letter, runs that are other ones
        ("三菱USJ銀行", "三菱UFJ銀行"), ("I <3 Quarks", "Quarkworks"), ("清河商业银行", "清河农村商业银行"),
    ],
)  # fmt: skip
def test_another_body_is_not(name, model):
    found = compare(name, model)
    assert found.alike < 0.4 or not found.whole


def test_no_name_is_two_bodies_and_none_is_empty():
    owners = dict[str, set[int]]()
    for number, names in enumerate(_bodies()):
        assert len(names) > 1
        for name in names:
            assert name == name.strip()
            assert _key(name)
            owners.setdefault(_key(name), set()).add(number)
    assert {key for key, bodies in owners.items() if len(bodies) > 1} == set()


@given(st.sampled_from(_bodies()))
def test_every_name_of_a_body_leads_to_the_others(names):
    for name in names:
        assert one_body(name, names[0])
        assert _key(name) not in map(_key, called_abroad(name))
        assert {_key(w) for w in called_abroad(name)} <= {_key(n) for n in (*names, *spelled_abroad(name))}


def test_a_name_too_short_to_be_a_bodys_alone_is_led_from_and_not_to():
    assert "FBI" not in called_abroad("联邦调查局")
    assert "联邦调查局" in called_abroad("FBI")


@given(st.sampled_from(sorted(TERMS)), st.data())
def test_a_body_and_a_country_of_one_language_are_said_in_english(code, data):
    said, english = data.draw(st.sampled_from([p.split("=") for p in TERMS[code].split() if "/" not in p]))
    land, countries = data.draw(st.sampled_from([p.split("=") for p in COUNTRIES[code][0].split()]))
    ways = bodies_in_english(f"{said} {land}".replace("|", " "))
    country = countries.split("/")[0].replace("|", " ")
    if len(english.split("|")) > 1 and ways:
        assert f"{country} {english.replace('|', ' ')}" in ways


@given(st.text(alphabet="abcdefghij klmno", max_size=30))
def test_words_that_are_no_bodys_have_no_english(text):
    assert bodies_in_english(f"{text} xq") == ()


def test_a_country_is_always_said():
    assert all(way.startswith(("poland ", "polish ")) for way in bodies_in_english("Ministerstwo Zdrowia"))
    assert bodies_in_english("وزارة الصحة") == ()


def test_a_name_is_written_twice_where_both_are_one_bodys():
    assert once_written("HSBC 滙豐") == "滙豐"
    assert once_written("Τoyota トヨタ") == "トヨタ"
    assert once_written("Nissan トヨタ") == "Nissan トヨタ"


def test_runs_are_turned_only_in_names_of_two_kinds_of_letters():
    assert set(runs_turned("三菱ufj銀行")) >= {"ufj三菱銀行", "三菱銀行ufj"}
    assert runs_turned("三菱銀行") == runs_turned("harbour line") == runs_turned("a三菱") == []


def test_katakana_stand_for_the_radicals_they_are_drawn_like():
    assert whole("ネ", "見") == whole("礻", "見") != ""
    assert whole("ワ", "見") == ""


def test_a_bank_is_shortened_by_what_sort_of_bank_it_is():
    assert "中國信託銀行" in shortenings("中國信託商業銀行")
    assert {"清河农商银行", "清河农商行"} <= set(shortenings("清河农村商业银行"))
    assert not any("行" in way for way in shortenings("清河商业学院"))


def test_a_brand_is_as_rare_as_what_it_names_and_a_word_is_not():
    assert common("microsoft")
    assert side("Microsoft").bits >= 16
    assert side("Sunshine").bits < 16


def test_a_short_name_is_protected_where_it_is_a_well_known_bodys_and_no_word():
    names = ["Itaú", "eBay", "Sony", "Nova", "Line", "Visa", "Zoom", "एम्स", "Дія", "Rita"]
    told = fold_organisations(pa.table({"name": pa.chunked_array([names])}))
    protected = {
        "Itaú",
        "eBay",
        "Sony",
        "Дія",
    }  # the last only where it is written in disguise: `confusion` sees to that
    assert dict(zip(names, told["rare"].to_pylist(), strict=True)) == {n: n in protected for n in names}


@pytest.mark.parametrize(
    ("name", "model", "like"),
    [
        ("NHК ニュース", "NHK", True), ("DHL Delivery", "DHL", True), ("ⓀⒷⓈ 뉴스", "KBS", True),
        ("Nova News", "Nova", False), ("BBC street food", "BBC", False), ("Line Delivery", "Line", False),
    ],
)  # fmt: skip
def test_what_is_offered_beside_a_short_name_tells_a_well_known_body_only(name, model, like):
    found = compare(name, model)
    assert (found.whole and found.alike > 0.5) == like
