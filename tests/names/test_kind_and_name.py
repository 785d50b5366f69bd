"""Bodies of one kind and one proper name, said in whatever language and letters: they are found by a key, and judged alike."""

from __future__ import annotations

import pyarrow as pa
import pytest

from aboveboard.names.at_desks import heads_of
from aboveboard.names.forms import forms
from aboveboard.names.kind_and_name import in_latin, keys_of_named, may_be_named, named
from aboveboard.names.likeness import compare
from aboveboard.names.twice import both_sides
from aboveboard.names.words_of_bodies import country_said, is_known, tells

SAME = [
    tuple(line.split("|"))
    for line in """
Ngân hàng Davenbank|Davenbank
Банк Давенбанк|Давенбанк
Bank Halkovabanka|Halkovabanka
Agencia Davenmor|Davenmor News Agency
Агентство Давенмор|Davenmor News Agency
Clínica Davenmor|Davenmor Clinic
Клиника Давенмор|Davenmor Clinic
Банк Каришма|કરિશ્મા બેંક
Канара Банк|ಕೆನರಾ ಬ್ಯಾಂಕ್
Sonali Bankası|সোনালী ব্যাংক
بنك سونالي|সোনালী ব্যাংক
सोनाली बैंक|সোনালী ব্যাংক
Πανεπιστήμιο Μαρλόκ|Marlok University
Univerzita Marlok|Marlok University
Универзитет Марлок|Marlok University
Марлок Университети|Marlok University
Chuo Kikuu Marlok|Marlok University
Prifysgol Marlok|Marlok University
დავითის ბანკი|Davitis Bank
Банкаи Халкова|Halkova Bank
Polisi Davenmor|Davenmor Police
Полиция Давенмора|Davenmor Police
Heddlu Davenmor|Davenmor Police
Bệnh viện Davenmor|Davenmor Hospital
Hospitali Davenmor|Davenmor Hospital
Szpital Davenmor|Davenmor Hospital
Letiště Davenmor|Davenmor Airport
Aeroporti Davenmor|Davenmor Airport
达州银行|Dazhou Bank
Банк Дачжоу|达州银行
Dazhou Bank China|达州银行
Банк Ланьчжоу|兰州银行
ဒဂုံဘဏ်|Dagon Bank
Dagon Bank Myanmar|ဒဂုံဘဏ်
ធនាគារសុវណ្ណ|Sovann Bank
ທະນາຄານພອນ|Phon Bank
Առնո բանկ|Arno Bank
አቢሲንያ ባንክ|Abisinia Bank
Банк Дисконт|בנק דיסקונט
ਨਾਨਕ ਬੈਂਕ|Nanak Bank
धनराज बँक|Dhanraj Bank
کاروان بینک|Karwan Bank
Bankin Karwan|Karwan Bank
Какао Банк|카카오뱅크
Tohoku Electricity|東北電力
""".strip().splitlines()
]
OTHERS = [
    ("Lanzhou Noodle Bar China", "兰州银行"),
    ("Kakao Police", "카카오뱅크"),
    ("Karwan University", "Karwan Bank"),
    ("Bank of America", "Bank of Ceylon"),
    ("Банк идей", "兰州银行"),
    ("Davenmor Hospital Radio", "Davenmor Police"),
    ("Karwan Bank India", "Karwan Bank of Ceylon"),
]


@pytest.mark.parametrize(("name", "model"), SAME)
def test_one_kind_and_one_name_is_one_body(name: str, model: str) -> None:
    assert compare(name, model).alike >= 0.5


@pytest.mark.parametrize(("name", "model"), SAME)
def test_it_is_found(name: str, model: str) -> None:
    mine, theirs = (
        {
            (r["family"], r["key"])
            for r in forms(pa.array([text] * 40), protected=protected).to_pylist()
            if r["row"] == 0
        }
        for text, protected in ((name, False), (model, True))
    )
    assert mine & theirs


@pytest.mark.parametrize(("name", "model"), OTHERS)
def test_another_kind_or_another_name_is_another_body(name: str, model: str) -> None:
    assert compare(name, model).alike < 0.4


def test_what_is_not_looked_at_says_no_kind() -> None:
    names = [n for pair in (*SAME, *OTHERS) for n in pair] + [
        "bo_wang",
        "daisy.marshaw47",
        "yang_li",
        "李阳云",
        "豆浆74",
    ]
    looked = may_be_named(pa.array(names)).to_pylist()
    assert [n for n, may in zip(names, looked, strict=True) if named(n) and not may] == []
    assert not any(looked[-5:])


def test_a_branch_in_its_own_language_keeps_its_country() -> None:
    assert named("Karwan Bank India")[0].country
    assert not named("Karwan Bank")[0].country


def test_a_name_of_nothing_but_kinds_is_none() -> None:
    assert named("Bank University") == ()
    assert named("Bank of India") == ()
    assert keys_of_named("Anna Marlok") == ()


def test_cyrillic_is_also_read_as_it_spells_pinyin() -> None:
    assert "lanzhou" in in_latin("Ланьчжоу")
    assert in_latin("兰州") == ()


def test_an_abbreviation_beside_a_kind_or_a_country() -> None:
    assert "krvb" in heads_of("krvb kenya bank")
    assert "krvb" in heads_of("kenya tax authority krvb")
    assert heads_of("krvb runners") == ()
    assert heads_of("krvb kenya runners") == ()


def test_words_read_as_latin_ones_are_known() -> None:
    from aboveboard.names.letters import lettering

    assert tells(lettering("Эстонии") or "")
    assert is_known(lettering("департамент") or "")
    assert not is_known("krvb")
    assert country_said("norway")
    assert not country_said("davenmor")


def test_parts_between_signs() -> None:
    assert both_sides("楚天都巿报💬爆料") == ("楚天都巿报", "爆料")
    assert both_sides("人·民·日·报") == ()
    assert both_sides("Davenmor") == ()


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Agence de presse Davenmor", "Davenmor News Agency"), ("Davenmor Agencia de Noticias", "Davenmor News Agency"), ("Davenmor Savings Bank", "Davenmor Sparekasse"),
        ("Hospital Universitario de Davenmor", "Davenmor University Hospital"), ("Davenmor University Hospital", "Universitätsklinikum Davenmor"),
        ("Noticias de Davenmor", "Davenmor News"), ("Davenmor Daily", "Davenmors Dagblad"), ("Davenmor News", "Davenmorer Nachrichten"), ("Газета Давенмор", "Davenmor Newspaper"),
        ("Fundación Davenmor", "Davenmor Foundation"), ("Verlag Davenmor", "Davenmor Publishers"),
        ("البنك الوطني الدافنمور", "بنك الدافنمور الوطني"), ("Davenmor National Bank", "Национальный банк Давенмор"), ("Lycée Davenmor", "Davenmor High School"),
    ],
)  # fmt: skip
def test_papers_foundations_and_other_bodies_are_known_in_many_languages(name, model):
    told = compare(name, model)
    assert told.alike > 0.5, told
    assert told.whole
    sides = [forms(pa.array([text]), protected=guarded) for text, guarded in ((name, False), (model, True))]
    mine, theirs = (set(zip(s["family"].to_pylist(), s["key"].to_pylist(), strict=True)) for s in sides)
    assert mine & theirs


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("云岚晚报", "云岚日报"),
        ("云岚新聞", "云岚日报"),
        ("Davenmor Times", "Davenmor Daily"),
        ("Davenmor School", "Davenmor Theatre"),
    ],
)
def test_two_papers_of_a_town_are_two(name, model):
    assert compare(name, model).alike < 0.5
