"""Initials of a name beside a part of it, or for a part of it, in scripts that have them."""

from __future__ import annotations

import pyarrow as pa
import pytest

from aboveboard.names.forms import forms
from aboveboard.names.likeness import compare

FOUND = [
    ("支FB", "支付宝"),
    ("华XYH", "华夏银行"),
    ("CSYH长沙", "长沙银行"),
    ("NBYH宁波", "宁波银行"),
    ("SF速Y", "顺丰速运"),
    ("SGW急便", "佐川急便"),
    ("YKHM銀行", "横浜銀行"),
    ("KZC国税", "国税庁"),
    ("CGKS中国新聞", "中国新聞"),
    ("HRSM県庁", "広島県庁"),
    ("KKOB뱅크", "카카오뱅크"),
    ("SHEH신한", "신한은행"),
    ("ㅋㅋㅇㅂㅋ", "카카오뱅크"),
    ("ㄱㅅㅊ 국세", "국세청"),
    ("ㄷㅎㅎㄱ 대한", "대한항공"),
    ("GGNB경찰청", "경기남부경찰청"),
    ("DGT Tráfico", "Dirección General de Tráfico"),
    ("ПФР Пенсионный", "Пенсионный фонд России"),
    ("BPS Statistik", "Badan Pusat Statistik"),
    ("PMMG Polícia Militar", "Polícia Militar de Minas Gerais"),
    ("ΕΛΑΣ Ελληνική", "Ελληνική Λαϊκή Αστυνομία Σερρών"),
    ("UM Public Library", "Upper Marlock Public Library"),
]


@pytest.mark.parametrize(("name", "model"), FOUND)
def test_initials_beside_a_part_of_a_name_are_that_name(name: str, model: str) -> None:
    found = compare(name, model)
    assert found.whole
    assert found.alike >= 0.5
    mine, theirs = forms(pa.array([name])), forms(pa.array([model]), protected=True)
    keys = [{(r["family"], r["key"]) for r in some.to_pylist()} for some in (mine, theirs)]
    assert keys[0] & keys[1]


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("李B", "支付宝"),
        ("CSYH武汉", "长沙银行"),
        ("SGW運輸", "佐川急便"),
        ("ㅋㅋㅋㅋㅋ", "카카오뱅크"),
        ("ㄱㅅㅊ 관세", "국세청"),
        ("ㅎㅎ", "하하은행"),
        ("DG Tráfico", "Dirección General de Tráfico"),
        ("UM Library", "Upper Marlock Public Library"),
        ("Ana Mendes MG", "Polícia Militar de Minas Gerais"),
    ],
)
def test_other_letters_or_another_part_are_not(name: str, model: str) -> None:
    found = compare(name, model)
    assert not found.whole or found.alike < 0.4
