"""The frame of copies is what they keep, and every copy's own words are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.templates import fillings, template, tokens


def told(*texts):
    found = template(texts)
    return found.text, [fillings(found, t) for t in texts]


def test_names_words_prices_and_links_become_slots():
    frame, filled = told(
        "Hi Anna, get the best kettle for $25 at https://a.example/1 today only",
        "Hi Boris, get the best kettle for $30 at https://b.example/7 today only!!",
        "Hi Chen, get the best blender for €12.50 at www.c.example today only 😍",
    )
    assert frame == "Hi ⟨name⟩ get the best ⟨words⟩ for ⟨price⟩ at ⟨link⟩ today only"
    assert filled[2] == ("Chen", "blender", "€12.50", "www.c.example")


def test_chinese_slots_need_no_spaces():
    frame, filled = told(
        "这款手机真的太好用了，只要199元，推荐给大家",
        "这款耳机真的太好用了，只要89元，推荐给大家",
        "这款平板真的太好用了，只要1,299元，推荐给所有朋友",
    )
    assert frame == "这款 ⟨words⟩ 真的太好用了只要 ⟨price⟩ 推荐给 ⟨words⟩"
    assert [f[0] for f in filled] == ["手机", "耳机", "平板"]
    assert filled[2][1:] == ("1,299元", "所有朋友")


def test_handles_tags_and_numbers_have_kinds_of_their_own():
    frame, _ = told("@anna rated 5 of 9, see #books", "@bo rated 6 of 9, see #films")
    assert frame == "⟨handle⟩ rated ⟨number⟩ of 9 see ⟨tag⟩"


def test_what_every_copy_says_alike_is_no_slot():
    assert (
        told("buy 3 for $5 at https://a.example", "buy 3 for $5 at https://a.example!!!")[0]
        == "buy 3 for $5 at https://a.example"
    )


@pytest.mark.parametrize("words", [("Good", "Fine", "Nice"), ("KETTLES", "BLENDERS", "TOASTERS")])
def test_a_capital_alone_makes_no_name(words):
    texts = [f"{w} day to you all my dear friends" if w.istitle() else f"we sell {w} to you all" for w in words]
    assert "⟨words⟩" in told(*texts)[0]


def test_one_odd_copy_makes_no_slot_for_all():
    texts = ["see the old town by boat tonight"] * 9 + ["see the very old town by boat tonight"]
    assert template(texts).text == "see the old town by boat tonight"


def test_a_single_letter_that_copies_share_by_chance_is_no_frame():
    assert (
        template(["我在北京市南边买了豆浆机", "我在那城市里头买了豆浆机", "我在夜市上面买了豆浆机"]).text
        == "我在 ⟨words⟩ 买了豆浆机"
    )


def test_prices_are_read_in_many_ways():
    kinds = {t.kind for text in ("$5", "5 €", "USD 5", "5元", "¥1,299", "20 руб") for t in tokens(text)}
    assert kinds == {"price"}
    assert [t.kind for t in tokens("5 kroner 20%")] == ["number", "word", "number"]


@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_any_texts_have_a_template_and_as_many_fillings_as_slots(texts):
    found = template(texts)
    assert all(len(fillings(found, t)) == len(found.slots) for t in texts)


@given(st.lists(st.sampled_from(["kettle", "blender", "5", "€7", "@anna", "好", "茶", "boat"]), max_size=12))
def test_copies_alike_have_no_slots(words):
    assert template([" ".join(words)] * 3).slots == ()
