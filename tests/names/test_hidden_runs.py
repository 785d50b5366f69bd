"""Names that begin or end with another in disguise, whatever stands beside it."""

from __future__ import annotations

import pyarrow as pa
import pytest

from aboveboard.names.forms import forms
from aboveboard.names.likeness import compare


def _keys(name: str, *, protected: bool, times: int = 1) -> set[tuple[str, str]]:
    rows = forms(pa.array([name] * times), protected=protected).to_pylist()
    return {(r["family"], r["key"]) for r in rows}


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("K3LA Etuuspäätös", "Kela"),
        ("0uest-Franc3 Jeux Concours", "Ouest-France"),
        ("lNP5 Assegno Un1co", "INPS"),
        ("Eest1 Energiaa elektriarve tagasimakse", "Eesti Energia"),
        ("Sp@rkasse Zwickau-Ost", "Sparkasse Zwickau"),
        ("Ѕtеаm Wunschliste Montag", "Steam"),
        ("frag nach H4rbourline", "Harbourline"),
        ("Kwiaty M0wenbank", "Mowenbank"),
    ],
)
def test_a_word_in_disguise_says_a_name_beside_anything(name: str, model: str) -> None:
    found = compare(name, model)
    assert found.disguised
    assert found.alike >= 0.6
    assert _keys(name, protected=False) & _keys(model, protected=True)
    assert _keys(name, protected=False) == _keys(name, protected=False, times=40)


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Kela Etuus", "Kela"),
        ("Harbourline 2 Montag", "Harbourline"),
        ("frag nach H4rbourliner", "Harbourline"),
        ("2 Fast Cars", "Fastcar"),
        ("anna_m4rie_keller", "Marie Kell"),
    ],
)
def test_open_letters_or_others_do_not(name: str, model: str) -> None:
    found = compare(name, model)
    assert not (found.disguised and found.alike >= 0.6)
