"""What fraudsters put beside a name that is otherwise whole: desks, stamps, a second name, words of another language."""

import pyarrow as pa
import pytest

from aboveboard.names.affixes import stripping
from aboveboard.names.at_desks import heads_of
from aboveboard.names.bodies_abroad import may_be_bodies, may_be_body, put_into_english
from aboveboard.names.desk_words import packed_desks, spaced_desks
from aboveboard.names.forms import forms
from aboveboard.names.letters import lettering
from aboveboard.names.likeness import compare, may_disguise
from aboveboard.names.sides import piece_of
from aboveboard.names.twice import both_sides


def _keys(name, *, protected):
    made = forms(pa.array([name]), protected=protected)
    return set(zip(made["family"].to_pylist(), made["key"].to_pylist(), strict=True))


def meet(name, model):
    """Tell whether two names share a key, also among many names, where they are read otherwise."""
    meant = _keys(model, protected=True)
    many = forms(pa.array([name, *(f"zz filler {n}" for n in range(80))]))
    mine = {(f, k) for r, f, k, _ in zip(*many.to_pydict().values(), strict=True) if r == 0}
    assert mine == _keys(name, protected=False)
    return bool(mine & meant)


DESKS = [
    ("溪川银行客诉处理部", "溪川银行"),
    ("溪川银行信用卡提额中心", "溪川银行"),
    ("溪川银行贷款部-小李", "溪川银行"),
    ("溪川市公安局反诈支队王警官", "溪川市公安局"),
    ("溪川銀行網絡安全科（備用）", "溪川銀行"),
    ("朝霧銀行サイバー犯罪対策課", "朝霧銀行"),
    ("별무리은행환급팀", "별무리은행"),
    ("별무리은행 사이버수사대 김수사관", "별무리은행"),
    ("Brackenhollow Bank Refund Cell", "Brackenhollow Bank"),
    ("Brackenhollow Bank Visa Office Texas", "Brackenhollow Bank"),
    ("مصرف الزيتون الكبير قسم المخالفات", "مصرف الزيتون الكبير"),
    ("Банк Ольховец отдел штрафов", "Банк Ольховец"),
    ("Banco Cerradal departamento de multas", "Banco Cerradal"),
    ("Uhlenauverket Återbäring", "Uhlenauverket"),
]


@pytest.mark.parametrize(("name", "model"), DESKS)
def test_a_desk_beside_a_name_is_taken_off(name, model):
    found = compare(name, model)
    assert found.whole
    assert "affix" in found.kinds
    assert meet(name, model)


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("溪川银行小李", "溪川银行"),
        ("溪川大学第三医院挂号", "溪川大学"),
        ("Brackenhollow Rugby Team", "Brackenhollow"),
        ("Fernwick Cricket Club News", "Fernwick"),
    ],
)
def test_people_clubs_and_other_bodies_beside_a_name_are_not(name, model):
    assert not compare(name, model).whole


def test_desks_hold_no_word_that_towns_clubs_and_companies_go_by():
    every = packed_desks() | spaced_desks()
    assert len(every) > 10_000
    assert not [
        d
        for d in every
        if d.endswith(("公司", "银行", "学校", "医院", "|club", "|bank", "|group", "|society", "|school"))
    ]


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("brackenhollow bank zelle refund desk", "brackenhollow bank"),
        ("溪川银行话费返还中心", "溪川银行"),
    ],
)
def test_one_word_or_few_signs_beside_a_desk_need_not_be_known(name, head):
    words = lettering(name)
    assert head in heads_of(words, stripping(words))
    assert compare(name, head).alike >= 0.4
    assert compare(name, head).whole


@pytest.mark.parametrize(
    "name", ["brackenhollow bank", "brackenhollow fly fishing refund", "fernwick green team", "溪川大学第三医院挂号"]
)
def test_a_head_needs_a_desk_and_no_other_body(name):
    assert not {"brackenhollow", "fernwick", "溪川大学"} & set(heads_of(name))


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("溪⽟川银行", "溪川银行"),
        ("㊣溪川晚报社", "溪川晚报社"),
        ("溪川⽔银行客服", "溪川银行"),
        ("溪㊓川㊎银行", "溪川银行"),
        ("溪川银行㊖", "溪川银行"),
    ],
)
def test_stamps_and_radicals_between_signs_disguise(name, model):
    found = compare(name, model)
    assert found.whole
    assert found.disguised
    assert meet(name, model)


@pytest.mark.parametrize(
    ("name", "model"), [("溪川溪川银行", "溪川银行"), ("별무리무리은행", "별무리은행"), ("Flixgart", "Gartflix")]
)
def test_stutters_and_halves_turned_round_are_met(name, model):
    assert compare(name, model).whole
    assert meet(name, model)


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Каленбей поддержка", "Kalenbay"),
        ("ЮНИМЕР выплаты", "UNIMER"),
        ("Каленбей отдел штрафов", "Kalenbay"),
    ],
)
def test_a_name_is_spoken_without_what_stands_beside_it(name, model):
    found = compare(name, model)
    assert found.whole
    assert {"affix", "pinyin"} & set(found.kinds)
    assert meet(name, model)


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Spаrka$$e Uhlenau pushTAN", "Sparkasse Uhlenau"),
        ("Agenzi4 Cerradal rimborsi", "Agenzia della Cerradal"),
        ("Qingyuan University Admission", "清远大学"),
    ],
)
def test_two_and_three_changes_at_once_are_met(name, model):
    assert compare(name, model).whole
    assert meet(name, model)


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        ("CCTV央视新闻", ("CCTV", "央视新闻")),
        ("央视新闻 (CCTV)", ("CCTV", "央视新闻")),
        ("央视CCTV新闻", ()),
        ("Acme", ()),
    ],
)
def test_a_name_has_two_sides_where_each_is_one_run(name, sides):
    assert both_sides(name) == sides


@pytest.mark.parametrize(
    ("name", "model"),
    [
        *DESKS,
        ("𝐊𝐚𝐥𝐛𝐚𝐫𝐫𝐨溪川宝库", "Kalbarro"),
        ("溪⽟川银行", "溪川银行"),
        ("Вrackenhollow Bank zelle refund desk", "Brackenhollow Bank"),
    ],
)
def test_a_quick_look_at_disguises_misses_none(name, model):
    found = compare(name, model)
    assert may_disguise(name, model) or not (found.disguised and found.alike >= 0.8)


def test_each_side_of_a_name_is_met_and_called_a_part():
    assert meet("KLBR溪川宝库客服", "溪川宝库")
    found = compare("KLBR溪川保库专员", "溪川宝库")
    assert found.alike >= 0.6
    assert not found.whole


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Servicio Nacional de Salud", "national health service"),
        ("Česká spořitelna", "czech savings bank"),
        ("የኢትዮጵያ ንግድ ባንክ", "ethiopian commercial bank"),
        ("دبئی پولیس", "dubai police"),
        ("Полиция Гонконга", "hong kong police"),
        ("泰国国家银行", "thai national bank"),
    ],
)
def test_what_a_body_is_called_in_other_languages_is_said_in_english(name, english):
    words = sorted(english.split())
    assert any(sorted(way.split()) == words for way in put_into_english(name))


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Servicio Nacional de Salud", "National Health Service"),
        ("Czech Savings Bank", "Česká spořitelna"),
        ("Policía de Kenia", "Kenya Traffic Board"),
        ("Полиция Гонконга выплаты", "Hong Kong Police"),
        ("Nationale Politie Boetes", "National Police"),
    ],
)
def test_two_languages_meet_in_english_unless_they_say_something_else(name, model):
    other = model == "Kenya Traffic Board"
    assert compare(name, model).whole is not other
    assert meet(name, model) is not other


@pytest.mark.parametrize("name", ["Maria Silva", "banco de tiempo libre", "servicio xq"])
def test_other_words_have_no_english(name):
    assert put_into_english(name) == ()


def test_many_names_are_looked_at_as_one_by_one():
    names = [
        "Servicio Nacional",
        "servicio",
        "Banco",
        "Acme Bank",
        "Nationale  Politie",
        "دبئی پولیس",
        "",
        "Čes ká",
        "Police nationale",
        None,
    ]
    told = may_be_bodies(pa.array(names, pa.string())).to_pylist()
    for name, may in zip(names, told, strict=True):
        assert may or not (name and may_be_body(name)), name


def test_a_piece_is_told_where_words_can_be_counted():
    assert piece_of("Алипей  поддержка", "alipei podderzhka", "alipei") == "Алипей"
    assert piece_of("Алипей", "alipei", "alipei") is None
    assert piece_of("a-b c", "a b c", "c") is None
