"""What names of bodies mean, in any language, is one key; another body's is another."""

from __future__ import annotations

import pyarrow as pa
import pytest

from aboveboard.names.forms import forms
from aboveboard.names.likeness import compare
from aboveboard.names.meanings import MEANT, may_mean, means, might_mean

ALIKE = [
    ("Polizei Berlin", "Berlin Police"), ("Polizei Berlin", "柏林警察"), ("Polizei Berlin", "Полиция Берлина"), ("Polizei Berlin", "Police de Berlin"),
    ("Почта России", "Poste russe"), ("Почта России", "俄罗斯邮政"), ("Receita Federal", "Federal Revenue of Brazil"),
    ("Banco de España", "Банк Испании"), ("Universiteit van Amsterdam", "アムステルダム大学"), ("İstanbul Büyükşehir Belediyesi", "بلدية إسطنبول"),
    ("Skatteverket", "مصلحة الضرائب السويدية"), ("وزارة الداخلية السعودية", "Saudi Ministry of Interior"), ("وزارة الداخلية السعودية", "Ministry of Interior KSA"), ("தமிழ்நாடு மின்சார வாரியம்", "Tamil Nadu Electricity Board"),
    ("Công an Hà Nội", "河内市公安局"), ("ソウル市", "Seoul City Hall"), ("Ελληνική Αστυνομία", "Griechische Polizei"),
    ("भारतीय रेल", "Indian Railways"), ("Ayuntamiento de Madrid", "Mairie de Madrid"), ("бібліотека України", "Library of Ukraine"),
]  # fmt: skip
OTHERS = [
    ("Polizei Berlin", "Polizei Hamburg"), ("Polizei Berlin", "Berlin Police Sports Club"), ("Banco de España", "Banco Nacional de España"),
    ("Banco de España", "Spanish bank"), ("Universiteit van Amsterdam", "Technical University of Amsterdam"), ("Milan Hospital", "Ospedale di Milano"),
    ("Почта России", "Почта Украины"), ("Milan City", "Comune di Milano"), ("Central Bank of Iran", "Bank of Iran"), ("Tokyo Police", "Tokyo Post"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "other"), ALIKE)
def test_one_body_means_the_same(name: str, other: str) -> None:
    assert set(means(name)) & set(means(other))


@pytest.mark.parametrize(("name", "other"), OTHERS)
def test_another_body_means_something_else(name: str, other: str) -> None:
    assert not set(means(name)) & set(means(other))


@pytest.mark.parametrize(
    "name", ["Anna Berlin", "Berlin", "Police", "Polizei", "王小明", "", "Paris Hilton", "柏林", "Москва Иванова", "🦊"]
)
def test_a_name_without_a_body_and_a_place_means_nothing(name: str) -> None:
    assert means(name) == ()


@pytest.mark.parametrize(("model", "name"), ALIKE)
def test_names_that_mean_something_are_looked_at_and_found(name: str, model: str) -> None:
    if not name.isascii() or " " in name:
        assert might_mean(name)
        assert may_mean(pa.array([name])).to_pylist() == [True]
        asked, kept = forms(pa.array([name])), forms(pa.array([model]), protected=True)
        assert {k for k in asked["key"].to_pylist() if k.startswith(MEANT)} & set(kept["key"].to_pylist())


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Полиция Берлина", "Polizei Berlin"),
        ("Griechische Polizei", "Ελληνική Αστυνομία"),
        ("柏林警察客服", "Polizei Berlin"),
    ],
)
def test_a_meaning_is_said(name: str, model: str) -> None:
    found = compare(name, model)
    assert found.whole
    assert found.alike > 0.6
    assert "its words in another language" in found.says


def test_what_may_mean_something_is_told_alike_of_one_and_of_many() -> None:
    names = [name for pair in (*ALIKE, *OTHERS) for name in pair]
    many = may_mean(pa.array(names)).to_pylist()
    assert all(may for name, may in zip(names, many, strict=True) if might_mean(name))
