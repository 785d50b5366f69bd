"""The models of wording: what they must keep to, and how they do on the public data."""

import csv
import json
from importlib.resources import files

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.derived.read_texts import heard, plain, spoken, streams, whole
from aboveboard.derived.rude_posts import SAID, rude_of, rude_words
from aboveboard.derived.title_style import chinese_as_read, lure
from aboveboard.models.grams import Shape, evidence, loaded, places, shipped
from aboveboard.text.headlines import skeletons
from aboveboard.text.headlines_zh import streams_zh

NAMES = ("headline_en", "headline_zh", "tone_en", "tone_zh")


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_model_is_what_training_wrote_and_is_small(name):
    model, card = shipped(name)
    assert card["scores"]
    assert model.weights.nbytes <= 1_500_000


def test_a_model_with_one_changed_weight_is_refused():
    home = files("aboveboard.models").joinpath("data")
    weights = bytearray(home.joinpath("headline_en.npy").read_bytes())
    weights[-1] ^= 1
    with pytest.raises(ValueError, match="was changed"):
        loaded(bytes(weights), json.dumps(json.loads(home.joinpath("headline_en.json").read_text("utf-8"))))


@given(st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=12), max_size=6))
def test_a_text_has_the_same_runs_whatever_stands_beside_it(texts):
    shape = Shape(((1, 3),), 12)
    together = [[] for _ in texts]
    for row, place in places([pa.array(texts, pa.string())], shape):
        for r, p in zip(row.tolist(), place.tolist(), strict=True):
            together[r].append(p)
    alone = [sorted(np.concatenate([p for _, p in places([pa.array([t])], shape)])) for t in texts]
    assert [sorted(t) for t in together] == [list(a) for a in alone]


def test_an_empty_text_says_nothing():
    assert evidence(shipped("tone_en")[0], streams(pa.array(["", None]))).tolist() == [0, 0]


@pytest.mark.parametrize(("written", "as_meant"), [("f u c k you", "fuck you"), ("fuuuuck", "fuck"), ("sh1t", "shlt"),
                                                ("ＢＡＤ", "bad"), ("傻 逼", "傻逼")])  # fmt: skip
def test_a_disguised_text_reads_as_the_plain_one(written, as_meant):
    first, second = whole(plain(pa.array([written, as_meant]))).to_pylist()
    assert first == second


def test_homophones_sound_alike():
    first, second = heard(pa.array(["他骂的", "他妈的"])).to_pylist()
    assert first == second


def test_groups_of_people_weigh_nothing():
    told = evidence(
        shipped("tone_zh")[0], streams(pa.array([f"{who}都在公园里散步" for who in ("黑人", "白人", "河南", "女人")]))
    )
    assert np.ptp(told) == 0


def test_a_headline_is_its_style_whoever_it_is_about():
    one, other = skeletons(pa.array(["Why Obama Never Eats Cake", "why smith never eats soup"])).to_pylist()
    assert one == other


def test_a_title_too_short_to_judge_is_not_judged():
    assert np.isnan(lure(["Wow", "This"], "en")).all()
    assert np.isnan(lure(["震惊"], "zh")).all()


def test_the_shipped_words_hold_no_group_no_dialect_and_no_single_sign():
    words = {w: language for language, w in rude_words()}
    assert not {"bitch", "hoe", "queer", "黑人", "乳房", "anus"} & words.keys()
    assert all(len(w) > 1 for w in words)


@pytest.mark.real
def test_chinese_comments_that_offend_are_told_from_others(real_data):
    with (real_data / "marketing" / "cold_zh" / "dev.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    told = evidence(shipped("tone_zh")[0], streams(pa.array([r["TEXT"] for r in rows])))
    truth = np.array([r["label"] == "1" for r in rows])
    assert ((told > 0) == truth).mean() >= 0.85


@given(st.permutations(["finna", "ain't", "bruh", "bitch", "y'all"]), st.integers(0, 5))
def test_words_of_dialect_weigh_nothing(words, count):
    said = " ".join(["you are", *words[:count], "a worthless liar"])
    with_them, without = evidence(shipped("tone_en")[0], streams(pa.array([said, "you are a worthless liar"])))
    assert with_them == without


def test_it_is_told_who_speaks_a_dialect():
    assert spoken(pa.array(["We FINNA ride", "finnair is late", "@bruh hello", None])).tolist() == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.real
def test_harmless_tweets_sound_rude_about_as_often_with_words_of_dialect_as_without(real_data):
    with (real_data / "marketing" / "davidson_en" / "labeled_data.csv").open(encoding="utf-8") as file:
        fine = pa.array([r["tweet"] for r in csv.DictReader(file) if r["class"] == "2"])
    rude, dialect = evidence(shipped("tone_en")[0], streams(fine)) > 0, spoken(fine)
    assert rude[dialect].mean() <= 1.5 * rude[~dialect].mean()


def _rude(*posts: tuple[str, str]) -> dict[str, str]:
    """Return the word shown for each (language, text) that holds one, by text."""
    size = len(posts)
    held = {n: pa.nulls(size, pa.string()) for n in SAID} | {"shard": pa.array([0] * size)}
    held |= {"text": pa.array([t for _, t in posts]), "language": pa.array([x for x, _ in posts])}
    held |= {"post_id": held["text"], "account_id": held["text"]}
    return {r["post_id"]: r["shown"] for r in rude_of(pa.table(held)).to_pylist()}


def test_a_post_is_read_alike_whatever_languages_stand_beside_it():
    posts = [
        ("en", "you stupid asshole"),
        ("de", "du blödes arschloch"),
        ("en", "what an arschloch"),
        ("zh", "你这个傻逼"),
    ]
    alone = {k: v for post in posts for k, v in _rude(post).items()}
    assert _rude(*posts) == alone
    assert alone.keys() == {posts[0][1], posts[1][1], posts[3][1]}


def test_a_chinese_title_keeps_its_small_words_and_lengths_and_loses_what_it_is_about():
    one, other = streams_zh(chinese_as_read(["陈某的手机，竟然被警察拿走了！", "刘某的钥匙，竟然被司机偷走了！"]))[
        0
    ].to_pylist()
    assert one == other
    assert "竟然被" in one
    assert "机" not in one


def test_chinese_titles_that_withhold_read_as_lures_and_plain_ones_do_not():
    lures = ["她推开门的那一刻，所有人都愣住了", "这个秘密藏了三十年，终于有人说出来了", "千万别再这样睡觉，后果很严重"]
    plain_ones = ["市政府公布明年公共预算", "高速公路收费站周五起检修", "大学图书馆延长开放时间"]
    assert (lure(lures, "zh") >= 1).sum() >= 2
    assert not (lure(plain_ones, "zh") >= 1).any()
