import pyarrow as pa
import pytest

from aboveboard.names.forms import forms
from aboveboard.names.likeness import compare
from aboveboard.names.offered import offered, without_offers


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Brackenhollow Bank Loans", "Brackenhollow Bank"),
        ("brackenhollowbanknews", "Brackenhollow Bank"),
        ("getbrackenhollowbank", "Brackenhollow Bank"),
        ("brackenhollowbankde", "Brackenhollow Bank"),
        ("Brackenhollow Bank Australia 2026", "Brackenhollow Bank"),
        ("meinestadtwerkeuhlenau", "Stadtwerke Uhlenau"),
        ("Stadtwerke Uhlenau Kundenportal", "Stadtwerke Uhlenau"),
        ("stadtwerkeuehlenauhilfe", "Stadtwerke Ühlenau"),
        ("Folha do Cerradal Empréstimos", "Folha do Cerradal"),
        ("Банк Ольховец Кредиты", "Банк Ольховец"),
        ("bankolkhovetsonline", "Банк Ольховец"),
        ("مصرف الزيتون الكبير قروض", "مصرف الزيتون الكبير"),
        ("溪川银行信用卡", "溪川银行"),
        ("新溪川晚报", "溪川晚报"),
        ("별무리은행 대출", "별무리은행"),
    ],
)
def test_what_an_organisation_offers_is_taken_off_a_name_and_said(name, model):
    found = compare(name, model)
    assert found.whole
    assert "affix" in found.kinds
    assert found.alike >= 0.4
    keys = {(f, k) for f, k in _keys(name, protected=False)}
    assert keys & _keys(model, protected=True) or _bones(keys) & _keys(model, protected=True)


def _keys(name, *, protected):
    made = forms(pa.array([name]), protected=protected)
    return set(zip(made["family"].to_pylist(), made["key"].to_pylist(), strict=True))


def _bones(keys):
    return {("bones", k.replace("a", "").replace("ng", "n")) for f, k in keys if f == "heard"}


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Fernwick Australia", "Fernwick"),
        ("Fernwick Finance", "Fernwick"),
        ("Fernwick Residents", "Fernwick"),
        ("朝霧大学新聞", "朝霧大学"),
        ("Solar News", "Solar"),
        ("Brackenhollow Bunk Loans", "Brackenhollow Bank"),
    ],
)
def test_a_branch_another_trade_and_a_short_or_misspelled_name_are_not(name, model):
    assert compare(name, model).alike < 0.4 or not compare(name, model).whole


def test_a_protected_name_keeps_its_own_words():
    assert not compare("Fernwick", "Fernwick News").whole
    assert ("loose", "fernwick") not in _keys("Fernwick News", protected=True)


def test_many_names_are_read_like_one():
    names = pa.array(["acornfieldnews", "acornfield", "acornfield support", "halo acornfield", "溪川银行信用卡"])
    cores = pa.array([None, None, "acornfield", None, None], pa.string())
    place, left = offered(names, cores, pa.array(range(len(names)), pa.int32()))
    told = {}
    for row, text in zip(place.to_pylist(), left.to_pylist(), strict=True):
        told.setdefault(row, []).append(text)
    pairs = zip(names.to_pylist(), cores.to_pylist(), strict=True)
    assert told == {n: list(ways) for n, (name, core) in enumerate(pairs) if (ways := without_offers(name, core))}
    assert told[0] == ["acornfield"]
    assert told[4] == ["溪川银行"]
