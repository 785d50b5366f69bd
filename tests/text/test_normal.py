"""Copies keep their normal form, whatever decorates them."""

import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aboveboard.text.normal import cut_short, normal, quotes, variety, weight


def form(text):
    return normal(pa.array([text])).to_pylist()[0]


@pytest.mark.parametrize(
    "copy",
    [
        "THE NEW BLENDER CHANGED MY MORNINGS",
        "The new blender changed my mornings!!! 😍😍👍🏽",
        "Ｔｈｅ ｎｅｗ ｂｌｅｎｄｅｒ changed my mornings",
        "The\u200b new\u2060 blen\u00adder changed\ufe0f my mornings",
        "@anna The new blender changed my mornings https://shop.example/x?y=1",
        "The new blender — changed — my mornings #blender #deal",
        "T h e n e w b l e n d e r changed my mornings.",
    ],
)
def test_a_decorated_copy_has_the_normal_form_of_the_original(copy):
    assert form(copy) == "thenewblenderchangedmymornings"


def test_chinese_copies_meet_across_width_signs_and_topic_tags():
    assert form("#好物# 这款机器，真的改变了我的早晨！") == form("这款机器真的改变了我的早晨 http://t.example/a") != ""


def test_different_words_have_different_normal_forms():
    assert form("The new blender changed my mornings") != form("The new blender changed my evenings")
    assert form("كتاب جديد") != form("كتاب قديم")


def test_capital_and_final_sigma_and_sharp_s_fold():
    assert form("ΟΔΟΣ STRASSE") == form("οδος straße")


@given(st.text())
@example("e\u200b!\u0301")
@example("İ#＃a")
@example("\u1e9e\ufb06\u0345")
def test_the_normal_form_is_its_own_normal_form(text):
    once = form(text)
    assert form(once) == once


@given(st.lists(st.none() | st.text()))
def test_rows_do_not_touch_each_other(texts):
    together = normal(pa.array(texts, pa.string())).to_pylist()
    assert together == [None if t is None else form(t) for t in texts]


@pytest.mark.parametrize(
    "text", ["“Mayor opens bridge” - Daily", "> said so", "RT @desk: news", "「速報」", "news https://n.example/1"]
)
def test_words_shown_as_anothers_are_quotes(text):
    assert quotes(pa.array([text])).to_pylist() == [True]


@pytest.mark.parametrize("text", ["I love it", 'she said "no" and left', "a > b", "art @home"])
def test_own_words_are_no_quotes(text):
    assert quotes(pa.array([text])).to_pylist() == [False]


def test_an_ideograph_weighs_three_letters():
    assert weight(pa.array(["abc", "早晨", "a早", "", None])).to_pylist() == [3, 6, 4, 0, None]


def test_a_chant_has_little_variety():
    assert variety(pa.array(["加油加油加油", "abc", "", None])).to_pylist() == [2, 3, 0, 0]


@given(st.lists(st.none() | st.text(max_size=12)), st.integers(2, 8))
def test_what_is_cut_short_says_so_and_what_fits_is_left_alone(texts, most):
    shown = cut_short(pa.chunked_array([pa.array(texts, pa.string())]), most).to_pylist()
    assert shown == [t if t is None or len(t) <= most else t[: most - 1] + "…" for t in texts]
