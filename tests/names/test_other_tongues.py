"""Names put into English, read in Japanese, with tones, with an office beside their head, and beside an announcement."""

import pyarrow as pa
import pytest

from aboveboard.names.affixes import announces, claims_office, stripped
from aboveboard.names.display import toneless
from aboveboard.names.forms import forms
from aboveboard.names.japanese import by_sound, kana_replaced
from aboveboard.names.letters import letters
from aboveboard.names.likeness import compare
from aboveboard.names.other_words import another_word
from aboveboard.names.shortened import headed, shortened
from aboveboard.names.translated import in_english


def _bare(words: str) -> str | None:
    return stripped(letters(pa.array([words], pa.string())))[0].as_py()


def _found(name: str, model: str) -> bool:
    mine, theirs = (
        forms(pa.array([text], pa.string()), protected=kept).to_pylist()
        for text, kept in ((name, False), (model, True))
    )
    return bool({(r["family"], r["key"]) for r in mine} & {(r["family"], r["key"]) for r in theirs})


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Qinghe Public Security Bureau", "清河市公安局"),
        ("Public Security Bureau of Qinghe", "清河市公安局"),
        ("清河BANK", "清河銀行"),
        ("Qīnghé Yínháng", "清河银行"),
        ("清河xf救援支队", "清河消防救援支队"),
        ("清河人民法院", "清河市人民法院"),
        ("春霧銀行", "はるぎり銀行"),
        ("はる霧ぎんこう", "はるぎり銀行"),
        ("鴎電機", "カモメ電機"),
        ("向日葵電機", "ヒマワリ電機"),
        ("harbourline_refunds", "Harbourline Bank"),
        ("harb0urline", "Harbourline University"),
        ("harbourllne", "Harbourline Pay"),
        ("Harborline Savings", "Harbourline Savings"),
        ("Mill & Hearth Versandd", "Mill & Hearth Versand"),
        ("Harbourline (old page suspended)", "Harbourline"),
        ("newharbourline", "Harbourline"),
        ("Harbourline – Zweitkonto", "Harbourline"),
        ("Кедровый банк мы вернулись", "Кедровый банк"),
        ("海港银行二代", "海港银行"),
        ("海港銀行（後備）", "海港銀行"),
    ],
)
def test_a_look_alike_is_found_and_likened(name: str, model: str) -> None:
    likeness = compare(name, model)
    assert _found(name, model)
    assert likeness.alike > 0.5
    assert likeness.whole


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("harbourline", "Harbourline Bank"),
        ("harbourline77", "Harbourline Bank"),
        ("The Harbourline Team", "Harbourline Bank"),
        ("harbourlinecc", "Harbourline University"),
        ("Qinghe Tax Bureau", "清河市公安局"),
        ("山本銀行", "はるぎり銀行"),
        ("Πειραιάς", "Τράπεζα Πειραιώς"),
    ],
)
def test_another_name_is_not(name: str, model: str) -> None:
    assert compare(name, model).alike < 0.25


def test_a_head_is_what_is_the_bodys_own() -> None:
    assert headed("harbourline bank") == "harbourline"
    assert headed("university of harbourline") == "harbourline"
    assert headed("harbourline") is None
    assert headed("harbour bank") is None


def test_a_place_may_lack_its_sort() -> None:
    assert shortened("清河市人民法院") == "清河人民法院"
    assert shortened("海港银行") is None


def test_an_office_is_no_neutral_word() -> None:
    assert claims_office("harbourline recovery", "harbourline")
    assert not claims_office("harbourline team", "harbourline")
    assert not claims_office("other recovery", "harbourline")


@pytest.mark.parametrize(
    "phrase",
    [
        "old page suspended", "my new account", "compte de secours", "cuenta de respaldo", "мы вернулись", "старый аккаунт заблокирован", "wir sind zurück", "yedek hesabımız", "حساب بديل",
        "tài khoản dự phòng", "akun lama diblokir", "ny konto", "ਨਵਾਂ ਪੇਜ", "નવું ખાતું", "ಹೊಸ ಖಾತೆ", "පැරණි ගිණුම වසා ඇත", "አዲሱ አካውንት", "նոր հաշիվ", "მეორე გვერდი", "екінші аккаунт", "шинэ хуудас", "yeni səhifəmiz", "faqja e re",
        "akaunti mbadala", "stari profil blokiran", "nauja paskyra", "jaunā lapa", "tudalen newydd", "leathanach nua", "kontu berria", "nou compte", "គណនីថ្មី", "ບັນຊີໃໝ່", "အကောင့်သစ်", "नया खाता पेज",
    ],
)  # fmt: skip
def test_what_became_of_an_account_is_taken_off_and_announces(phrase: str) -> None:
    assert _bare(f"harbourline {phrase}") == "harbourline"
    assert announces(phrase)


@pytest.mark.parametrize(
    ("written", "left"),
    [("តារាផុសគណនីថ្មី", "តារាផុស"), ("ດາວທອງເພຈໃໝ່", "ດາວທອງ"), ("ကြယ်ဘဏ်စာမျက်နှာအသစ်", "ကြယ်ဘဏ်")],
)
def test_a_new_account_is_taken_off_where_no_space_parts_it(written: str, left: str) -> None:
    assert _bare(written) == left


def test_many_names_are_stripped_as_few_are() -> None:
    names = [
        "harbourline we are back",
        "we are back",
        "harbourline back office",
        "newharbourline",
        "newport",
        "海港银行避难所",
    ]
    many = stripped(letters(pa.array(names * 20, pa.string()))).to_pylist()
    assert many == [_bare(n) for n in names] * 20


def test_tones_are_dropped_and_other_marks_stay() -> None:
    assert toneless("Qīnghé Yínháng, Zürich") == "Qinghe Yinhang, Zürich"


def test_english_names_have_the_usual_words() -> None:
    assert "qinghe public security bureau" in in_english("清河市公安局")
    assert "qinghe municipal peoples government" in in_english("清河市人民政府")
    assert not in_english("harbourline")
    assert not in_english("清河")


def test_kana_are_replaced_by_what_is_read_so() -> None:
    assert {"鴎電機", "春霧銀行"} <= {*kana_replaced("カモメ電機"), *kana_replaced("はるぎり銀行")}
    assert kana_replaced("海港銀行") == []
    assert by_sound("鴎電機", "カモメ電機")
    assert not by_sound("鷲電機", "カモメ電機")


def test_spellings_of_one_word_are_not_other_words() -> None:
    assert not another_word("federal harbour board", "federal harbor board")
    assert another_word("federal barber board", "federal harbor board")
