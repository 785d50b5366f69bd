"""Desks and pages beside a name are taken off in many languages, at both ends, alike one by one and many at a time."""

import pyarrow as pa
import pytest

from aboveboard.names.affix_offices import without_office
from aboveboard.names.affixes import stripped
from aboveboard.names.letters import letters

BESIDE = [
    ("Banco Montelar", "Servicio al Cliente"),
    ("Banque Montelar", "Service Après-Vente"),
    ("Montelar Bank", "Offizieller Kanal"),
    ("Banco Montelar", "Central de Ajuda"),
    ("بنك المنتلار", "الدعم الفني"),
    ("मोंटेलर बैंक", "ग्राहक सेवा केंद्र"),
    ("Монтелар Банк", "Центр Поддержки"),
    ("モンテラ銀行", "お客様相談室"),
    ("몬텔라은행", "환불센터"),
    ("Ngân hàng Montelar", "Trung tâm hỗ trợ"),
    ("Bank Montelar", "Halaman Resmi"),
    ("Montelar Bankası", "Destek Merkezi"),
    ("ธนาคารมอนเตลาร์", "ฝ่ายสนับสนุน"),
    ("蒙特拉银行", "风控中心"),
]
INNOCENT = [
    "Montelar Bank Northtown", "Fans of Montelar Bank", "Banco Montelar Sucursal Norte", "Montelar Bank Museum", "Banque Montelar Lyon",
    "モンテラ銀行 大阪支店", "蒙特拉银行 城南支行", "몬텔라은행 부산지점", "Банк Монтелар Самара", "Centro Montelar", "Service Montelar Garage", "中心公园",
]  # fmt: skip


def read(*names):
    return letters(pa.array(names))


@pytest.mark.parametrize(("name", "desk"), BESIDE)
def test_a_desk_is_taken_off_at_either_end(name, desk):
    for written in (f"{name} {desk}", f"{desk} {name}"):
        assert stripped(read(written)).to_pylist() == read(name).to_pylist()


def test_many_names_are_stripped_as_one_by_one():
    names = [w for name, desk in BESIDE for w in (f"{name} {desk}", f"{desk} {name}")] + INNOCENT
    one = [stripped(read(n)).to_pylist()[0] for n in names]
    assert stripped(read(*names, *names)).to_pylist() == one + one


@pytest.mark.parametrize("name", INNOCENT)
def test_branches_towns_fans_and_ordinary_words_are_no_desks(name):
    assert [without_office(n) for n in read(name).to_pylist()] == read(name).to_pylist()


@pytest.mark.parametrize("desk", [d for _, d in BESIDE])
def test_a_name_that_is_all_desk_keeps_something(desk):
    assert all(without_office(n) for n in read(desk).to_pylist())
