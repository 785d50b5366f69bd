import unicodedata

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aboveboard.names.characters import table
from aboveboard.names.folding import fold

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=24)
NEAR_TEXT = st.text(st.sampled_from("aIl1 m0о Ρё й\u0306\u0301\u200d-·ｐ㈱國国⺠ー日İıß٠ا🔥"), max_size=12)


def keys(*names):
    return fold(pa.array(names, pa.string())).key.to_pylist()


def words(*names):
    return fold(pa.array(names, pa.string())).words.to_pylist()


@pytest.mark.parametrize(
    "written",
    [
        "РауРаl", "ｐａｙｐａｌ", "𝗉𝖺𝗒𝗉𝖺𝗅", "ᴘᴀʏᴘᴀʟ", "pay\u200dpal", "pay\u00adpal", "p\U000e0042aypal", "\u202epaypal", "PayPaI",
        "p̵aypal", "pay.pal", "pay_pal", "pay-pal", "Pay Pal", "pay·pal", "🅿🅰🆈🅿🅰🅻", "ⓟⓐⓨⓟⓐⓛ",
    ],
)  # fmt: skip
def test_a_disguised_latin_name_has_the_key_of_the_plain_one(written):
    assert keys(written) == keys("paypal")


@pytest.mark.parametrize(
    "written",
    ["海港銀行", "海·港·银·行", "海\u200b港银行", "海港银⾏", "海 港 银 行", "海丶港银行".replace("丶", "・")],
)
def test_a_disguised_chinese_name_has_the_key_of_the_plain_one(written):
    assert keys(written) == keys("海港银行")


def test_both_kinds_of_radicals_are_read_as_their_ideographs():
    assert keys("⼈⺠日报") == keys("人民日报")


@pytest.mark.parametrize(
    ("one", "other"), [("ВАNK", "bank"), ("rnodern", "modern"), ("b0b", "bob"), ("Łukasz", "lukasz")]
)
def test_look_alike_letters_share_a_key(one, other):
    assert keys(one) == keys(other)


@pytest.mark.parametrize(("one", "other"), [("日本", "曰本"), ("Anna", "Anne"), ("José", "Jose"), ("Trần", "Trân")])
def test_different_names_keep_different_keys(one, other):
    assert keys(one) != keys(other)


@pytest.mark.parametrize("name", ["ЖУКОВ Анна", "İSTANBUL", "ΣΊΣΥΦΟΣ", "Straße", "ÇELİK", "TRẦN THỊ", "Միհրան"])
def test_case_never_changes_a_key(name):
    assert len(set(keys(name, name.lower(), name.casefold()))) == 1


def test_words_keep_their_boundaries():
    assert words("Bank_of-Oslo", "O'Brien", "  Ada   Berg ", "海港 银行") == [
        "bank of oslo",
        "obrlen",
        "ada berg",
        "海港 银行",
    ]


def test_nothing_visible_has_no_key_and_a_name_of_symbols_keeps_them():
    assert keys(None, "", " \u200b\t", "🔥🔥", "___", "\n") == [None, None, None, "🔥🔥", "___", None]


def test_a_line_break_in_a_name_is_a_space_and_moves_no_other_name():
    assert words("Ada\nBerg", "Ben\r\nDahl", "海\n港") == ["ada berg", "ben dahl", "海 港"]


def test_digits_of_other_scripts_are_read_as_digits_and_never_lost():
    assert keys("user٠", "user०", "user٥") == [*keys("user0"), *keys("user0"), *keys("user5")]


def test_chunks_nulls_and_repeats_come_back_in_place():
    names = pa.chunked_array([["b", "Я", None], ["b"], [], ["Я", "c"]], pa.string())
    assert fold(names).key.to_pylist() == ["b", "я", None, "b", "я", "c"]


def test_every_single_character_folds_to_a_fixed_point():
    every = pa.array([chr(n) for n in range(0x110000) if not 0xD800 <= n < 0xE000])
    once = fold(every)
    for part in ("key", "words"):
        folded = getattr(once, part)
        other = folded.filter(pc.not_equal(folded, every))  # what folds to itself is a fixed point already
        assert getattr(fold(other), part).equals(other)


MARKED_TEXT = st.text(st.sampled_from("È¸\u0327\u0326\u0300\u0323e o-йıl"), max_size=10)


@settings(max_examples=400, deadline=None)
@given(st.lists(ANY_TEXT | NEAR_TEXT | MARKED_TEXT, max_size=8))
@example(["È¸"])
def test_a_key_is_a_fixed_point(names):
    once = fold(pa.array(names, pa.string())).key
    assert fold(once).key.equals(once)


@settings(max_examples=200, deadline=None)
@given(st.lists(ANY_TEXT, min_size=1, max_size=8))
def test_a_name_folds_alike_alone_and_in_company(names):
    together = fold(pa.array(names, pa.string()))
    alone = [fold(pa.array([name], pa.string())) for name in names]
    assert together.key.to_pylist() == [one.key[0].as_py() for one in alone]
    assert together.words.to_pylist() == [one.words[0].as_py() for one in alone]


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_a_key_holds_nothing_that_cannot_be_seen(name):
    key = keys(name)[0] or ""
    assert all(table()[ord(c)] or unicodedata.category(c)[0] in "PS" for c in key)


@settings(max_examples=200, deadline=None)
@given(st.text("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789_.- ", max_size=20))
def test_ascii_takes_a_faster_path_to_the_same_key(name):
    """A lone ideograph beside it sends the same letters the long way."""
    slow = (keys(name + "ж")[0] or "").removesuffix("ж")
    assert slow == (keys(name)[0] or "") or not any(c.isalnum() for c in name)
