import pyarrow as pa
import pytest

from aboveboard.names.cantonese import cantonese, in_traditional, read_in_cantonese, same_in_cantonese
from aboveboard.names.forms import forms
from aboveboard.names.hearing import said_otherwise
from aboveboard.names.likeness import compare, likenesses
from aboveboard.names.units import swap
from aboveboard.names.versions import versions


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Tarnbeck Uni", "University of Tarnbeck"),
        ("Tarnbeck Coop Bank", "Tarnbeck Cooperative Bank"),
        ("Tarnbeck Coop Bank", "Tarnbeck Co-operative Bank"),
        ("Báo điện tử Hương Dương", "Báo Hương Dương"),
        ("tarnbeckuni", "University of Tarnbeck"),
        ("Tageblatt Wölmstadt", "Wölmstädter Tageblatt"),
        ("tageblattwoelmstadt", "Wölmstädter Tageblatt"),
        ("Belediye Gülören", "Gülören Belediyesi"),
        ("Infirmary of St Olwyn", "St Olwyn's Infirmary"),
        ("Светлоборская Администрация", "Администрация Светлоборска"),
        ("اتصالات ميلان", "شركة ميلان للاتصالات"),
        ("Épargne Caisse du Vallin", "Caisse d'Épargne du Vallin"),
        ("zarechyagolos", "Голос Заречья"),
        ("sorihanbit", "한빛소리"),
        ("bankasigumuldere", "Gümüldere Bankası"),
        ("torkilbray", "Torquil Bray"),
        ("bancobalverde", "Banco Valverde"),
        ("lefaredekerlan", "Le Phare de Kerlan"),
        ("mairiesobrelmont", "Mairie de Sault-Brelmont"),
        ("凱濤日報", "海濤日報"),
        ("甘輝銀行", "錦輝銀行"),
        ("सरसवती बैंक", "सरस्वती बैंक"),
        ("Τράπεζα Αιγέου", "Τράπεζα Αιγαίου"),
    ],
)
def test_a_name_put_otherwise_or_heard_alike_is_found_and_told(name, model):
    found = compare(name, model)
    assert found.whole
    assert found.alike >= 0.4
    mine, theirs = ({*_keys(n, protected=p)} for n, p in ((name, False), (model, True)))
    bones = {("bones", k.replace("a", "").replace("ng", "n")) for f, k in mine if f == "heard"}
    assert (mine | bones) & theirs


def _keys(name, *, protected):
    made = forms(pa.array([name]), protected=protected)
    return zip(made["family"].to_pylist(), made["key"].to_pylist(), strict=True)


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Lemon Dee", "Le Monde"),
        ("Lea Monde", "Le Monde"),
        ("Tageblatt Hammstadt", "Wölmstädter Tageblatt"),
        ("Merrow University", "University of Tarnbeck"),
    ],
)
def test_another_name_is_none(name, model):
    assert compare(name, model).alike < 0.4


def test_weak_letters_that_make_another_word_are_no_misspelling():
    heard = likenesses(pa.array(["وزارة السياحة"]), pa.array(["وزارة الصحة"]), pa.array([True]))
    assert heard["says"].to_pylist() == [""]


def test_versions_are_few_and_never_the_name_itself():
    every = versions("University of the North of Tarnbeck County")
    assert 0 < len(every) <= 10
    assert "university of the north of tarnbeck county" not in every
    assert versions("Tarnbeck") == versions("溪川 银行") == ()


@pytest.mark.parametrize("name", ["De La", "Of The", "los del", "на по", "Y Los De"])
def test_a_name_of_small_words_only_has_no_other_version_and_is_compared(name):
    assert versions(name) == ()
    assert compare("Harbour Tales", name).says == ""


def test_letters_are_said_otherwise_one_or_two_at_a_time():
    assert {"torkil bray", "vello"} <= {*said_otherwise("torquil bray"), *said_otherwise("bello")}
    assert said_otherwise("mumu") == []


def test_many_names_in_traditional_characters_are_told_as_each_alone_is():
    names = ["凱嵐銀行", "海岚银行", "凱·嵐", "Acme 銀", "銀", "", "乾坤", "乾 坤"]
    alone = [n for n, name in enumerate(names) if read_in_cantonese(name, protected=False)]
    assert alone == [n for n in in_traditional(names) if len(names[n]) > 1]
    assert in_traditional([]) == []


def test_cantonese_is_told_of_traditional_characters_only():
    assert same_in_cantonese("錦", "甘")
    assert cantonese("海") == cantonese("凱") == ("hoi",)
    assert not same_in_cantonese("甘", "金")


def test_a_letter_that_folds_to_two_is_compared_like_any_other():
    assert swap("İ", "i", "ʼ", "ʼ") is None
    assert compare("İ", "ʼ").alike == 0
