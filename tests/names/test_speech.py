"""Names of other scripts are known as they are spoken."""

import pyarrow as pa
import pytest

from aboveboard.names.alphabets import letter_spoken, same_letter_spoken, silent_letter
from aboveboard.names.forms import forms
from aboveboard.names.japanese import is_japanese, read_alike, same_reading
from aboveboard.names.likeness import compare
from aboveboard.names.speech import plainly_said, spoken_as, ways_to_say

SPOKEN = [
    ("masrafalsahil", "مصرف الساحل"),
    ("masrafassahel", "مصرف الساحل"),
    ("bankhazayit", "בנק הזית"),
    ("kedrovyybank", "Кедровый банк"),
    ("trapezaeleona", "Τράπεζα Ελαιώνα"),
    ("nilgangabaink", "नीलगंगा बैंक"),
    ("neelgangabank", "नीलगंगा बैंक"),
    ("thanakhanthongkaeo", "ธนาคารทองแก้ว"),
    ("kasumihamaginkou", "霞浜銀行"),
    ("kasumihamaginko", "霞浜銀行"),
    ("hoshizorakouku", "ホシゾラ航空"),
    ("nuribomhanggong", "누리봄항공"),
    ("zghvisbanki", "ზღვის ბანკი"),
]
UNSPOKEN = [
    ("kedrovayabanya", "Кедровый банк"),
    ("masrafalwaha", "مصرف الساحل"),
    ("bankleumi", "בנק הזית"),
    ("minatoginko", "霞浜銀行"),
    ("harbourline", "Harbourline"),
]


@pytest.mark.parametrize(("written", "model"), SPOKEN)
def test_a_name_written_as_it_is_spoken_fits_it(written, model):
    assert spoken_as(written, model)


@pytest.mark.parametrize(("written", "model"), UNSPOKEN)
def test_another_name_does_not(written, model):
    assert not spoken_as(written, model)


@pytest.mark.parametrize(
    ("written", "model"),
    [("Masraf Al Sahil", "مصرف الساحل"), ("Кедровый bank", "Кедровый банк"), ("kasumihama ginko official", "霞浜銀行")],
)
def test_it_is_said_how(written, model):
    found = compare(written, model)
    assert "pinyin" in found.kinds
    assert found.alike > 0.7


@pytest.mark.parametrize(
    ("written", "model"),
    [("shurtat alsahil", "شرطة الساحل"), ("daink surajpur", "दैनिक सूरजपुर"), ("Почта Zarechia", "Почта Заречья")],
)
def test_both_share_a_key_whatever_vowels_are_written(written, model):
    bones = plainly_said([written])[0].replace("a", "").replace("ng", "n")
    assert bones in ways_to_say(model).bones


def test_a_name_with_few_consonants_is_found_as_it_is_heard():
    assert plainly_said(["yamate unyu"])[0] in ways_to_say("ヤマテ運輸").heard


def test_latin_and_chinese_names_have_no_such_keys():
    assert not ways_to_say("Harbourline").bones
    assert not ways_to_say("云川银行").bones


def test_accounts_bear_no_key_of_bones():
    made = forms(pa.array(["شرطة الساحل", "shurtat alsahil", "Почта"]))
    assert "bones" not in set(made["family"].to_pylist())


def test_letters_of_indic_scripts_are_read_by_their_unicode_names():
    assert letter_spoken("ভ")[1:] == ("bh", "b", "v")
    assert letter_spoken("ழ")[1:] == ("zh", "l")
    assert letter_spoken("્") == ("",)


def test_letters_said_alike_are_of_one_script():
    assert same_letter_spoken("ط", "ت")
    assert same_letter_spoken("თ", "ტ")
    assert not same_letter_spoken("т", "τ")
    assert not same_letter_spoken("м", "р")


def test_soft_signs_and_letters_for_vowels_may_be_silent():
    assert all(silent_letter(c) for c in ("ь", "ъ", "א", "و", "\u093c", "\u094d"))
    assert not silent_letter("м")


def test_japanese_ideographs_are_read_alike_only_in_japanese_names():
    assert same_reading("天", "店")
    assert is_japanese("霞浜銀行")
    assert not is_japanese("云川银行")
    assert "霞浜吟行" in read_alike("霞浜銀行")
    assert read_alike("云川银行") == []
    assert "homophone" in compare("霞浜吟行", "霞浜銀行").kinds


def test_without_bones_a_name_has_all_its_other_keys():
    names = pa.array([model for _, model in SPOKEN], pa.string())
    whole, few = (forms(names, protected=True, bones=b).to_pylist() for b in (True, False))
    assert [k for k in whole if k["family"] != "bones"] == few
    assert len(few) < len(whole)
