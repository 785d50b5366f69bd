import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.names.derivation import explain


@pytest.mark.parametrize(
    ("name", "model", "says"),
    [
        ("РауРаl", "paypal", "РауРаl → paypal: look-alike letters Р/p а/a у/y"),
        ("PayPaI", "PayPal", "PayPaI → PayPal: look-alike letters I/l"),
        ("rnodern", "Modern", "rnodern → Modern: look-alike letters rn/M"),
        ("pay\u200bpal", "paypal", "pay[U+200B]pal → paypal: invisible characters inside a word"),
        ("p̵aypal", "paypal", "p̵aypal → paypal: strokes laid over letters"),
    ],
)
def test_a_disguise_is_named_letter_by_letter(name, model, says):
    assert explain(name, model) == (says, True)


@pytest.mark.parametrize(
    ("name", "model", "says"),
    [
        ("海港銀行", "海港银行", "海港銀行 → 海港银行: Traditional form 銀/银"),
        ("ＰａｙＰａｌ", "PayPal", "ＰａｙＰａｌ → PayPal: styled letters Ｐ/P ａ/a ｙ/y ｌ/l"),
        ("pay_pal", "Paypal", "the same name, spaced otherwise"),
        ("Paypal help", "paypal", "Paypal help contains paypal"),
    ],
)
def test_another_way_of_writing_is_named_but_is_no_disguise(name, model, says):
    assert explain(name, model) == (says, False)


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Illinois Mill 100", "ILLINOIS MILL 100"),
        ("Анна Жукова", "АННА ЖУКОВА"),
        ("東京大学", "東京大学"),
        ("ソニーニュース", "ソニーニュース"),
        ("國家圖書館", "國家圖書館"),
        ("Trần Thị", "TRẦN THỊ"),
        ("İstanbul", "istanbul"),
        ("क्‍षमा", "क्‍षमा"),
    ],
)
def test_one_name_in_its_own_script_is_the_same_name(name, model):
    assert explain(name, model) == ("the same name", False)


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("محــمد", "محمد"),
        ("می‌خواهم", "میخواهم"),
        ("क्‍षमा", "क्षमा"),
        ("Ada 👨‍👩‍👧", "Ada"),
        ("葛\U000e0100西", "葛西"),
        ("Ada ❤️", "Ada"),
    ],
)
def test_joiners_stretchers_and_emoji_are_no_disguise(name, model):
    assert not explain(name, model).disguised


def test_names_that_do_not_fold_alike_have_no_path():
    assert explain("Ada", "Ben") == ("", False)
    assert explain("", "Ben") == explain("Ada", "") == ("", False)


def test_a_long_path_is_cut_and_counted():
    assert explain("ѕсорехауј", "scopexayj").says.endswith("х/x and 3 more")


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=16))
def test_no_name_is_a_disguise_of_itself(name):
    assert not explain(name, name).disguised
