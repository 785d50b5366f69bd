"""The models of account offers: what they must keep to, and how they do on wordings they never read."""

import csv
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.derived.account_offers import MODELS, STRENGTH, nats_of, offers_of
from aboveboard.derived.account_sellers import sellers_of
from aboveboard.derived.offer_reading import folded, gated, plainly
from aboveboard.models.grams import shipped
from aboveboard.tables import ARROW

FAMILIES = Path(__file__).parents[2] / "scripts" / "trade" / "unread"


def read(*texts):
    return plainly(folded(pa.array(texts, pa.string()))).to_pylist()


def said(*texts):
    size = len(texts)
    return pa.table(
        {
            "account_id": [f"a{n}" for n in range(size)],
            "source": [f"p{n}" for n in range(size)],
            "at": pa.nulls(size, ARROW["time"]),
            "text": list(texts),
            "url": pa.nulls(size, pa.string()),
        }
    )


@pytest.mark.parametrize("name", MODELS)
def test_a_model_of_offers_is_what_training_wrote_and_is_small(name):
    model, card = shipped(name)
    for language in ("en", "zh"):
        assert card["scores"][f"unread written {language}"]["precision"] >= 0.9
        assert card["scores"][f"unread written {language}"]["recall"] >= 0.7
    assert model.weights.nbytes <= 150_000


@pytest.mark.parametrize(("written", "as_meant"), [
    ("祖号", "租号"), ("zu号", "租号"), ("租 号", "租号"), ("租·号", "租号"), ("租hao", "租号"), ("租號", "租号"), ("免lian", "免脸"), ("岀号", "出号"),
    ("戴练", "代练"), ("ＲＥＮＴ my аcсоunt", "rent my account"), ("s e l l i n g", "selling"), ("acc0unt", "account"), ("s\u200bell", "sell"),
])  # fmt: skip
def test_a_word_of_the_trade_in_disguise_reads_as_the_plain_one(written, as_meant):
    assert read(written) == [as_meant]


@pytest.mark.parametrize("text", ["小组号码", "商号", "上好的米", "带练", "面练", "10 号", "$5", "حساب"])
def test_words_of_their_own_stay_as_they_are(text):
    assert read(text) == [text]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=6))
def test_a_text_reads_alike_whatever_stands_beside_it(texts):
    assert folded(pa.array(texts, pa.string())).to_pylist() == [folded(pa.array([t]))[0].as_py() for t in texts]


def test_ordinary_talk_never_passes_the_cheap_look():
    talk = folded(pa.array(["What a lovely day", "今天天气很好", "The match ends at nine", "晚上一起吃饭吗", None]))
    assert len(gated(talk)) == 0


def test_price_time_contact_and_the_place_that_logs_in_are_read_out():
    row = offers_of(said("出租钻石大号,免脸上号器秒上,5元一小时,加微信 owl_2266 https://play.example/x")).to_pylist()[0]
    assert (row["way"], row["price"], row["span"]) == ("rent", "5元", "一小时")
    assert (row["reach"], row["tool"], row["risk"]) == ("WeChat owl_2266", "play.example", "a way round a check")


def test_a_stock_phrase_of_three_sellers_is_no_template_and_a_long_wording_is():
    short = "Selling my account, ${}0, dm me"
    long = "Diamond account for rent by the hour, no face check at any time, all {} heroes and skins unlocked, login sent at once"
    for text, voices in ((short, 0), (long, 3)):
        made = sellers_of(offers_of(said(*(text.format(n) for n in (3, 4, 5))))).to_pylist()
        assert [m["voices"] for m in made] == [voices] * 3


def test_no_offers_make_no_sellers():
    assert sellers_of(offers_of(said("What a lovely day"))).num_rows == 0


def told_apart(texts, truth):
    """Return (precision, recall) of what is read as an offer."""
    called = nats_of(pa.array(texts)) >= STRENGTH
    return (called & truth).sum() / called.sum(), (called & truth).sum() / truth.sum()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_texts_of_writers_that_nothing_was_learned_from_are_told_apart(language):
    exams = sorted((FAMILIES / "written").glob("*.tsv"))
    rows = [line.split("\t") for exam in exams for line in exam.read_text("utf-8").splitlines()]
    mine = [(text, label == "offer") for spoken, label, _, text in rows if spoken == language]
    precision, recall = told_apart([text for text, _ in mine], np.array([offer for _, offer in mine]))
    assert precision >= 0.9
    assert recall >= 0.8


@pytest.mark.parametrize("language", ["en", "zh"])
def test_families_that_nothing_was_learned_from_are_told_apart(language, monkeypatch):
    monkeypatch.syspath_prepend(str(FAMILIES.parents[1]))
    pytest.importorskip("sklearn")
    import train_trade

    families = [f for f in train_trade.families(FAMILIES) if f.language == language and not train_trade.kind(f)]
    texts, number = train_trade.made(families, 7)
    sys.modules.pop("train_trade")
    precision, recall = told_apart(texts, np.array([families[n].offer for n in number]))
    assert precision >= 0.9
    assert recall >= 0.75


@pytest.mark.real
def test_real_comments_and_tweets_hardly_ever_read_as_offers(real_data):
    with (real_data / "marketing" / "cold_zh" / "dev.csv").open(encoding="utf-8-sig") as file:
        texts = [r["TEXT"] for r in csv.DictReader(file)]
    with (real_data / "marketing" / "davidson_en" / "labeled_data.csv").open(encoding="utf-8") as file:
        texts += [r["tweet"] for r in csv.DictReader(file)][1::2]
    assert (nats_of(pa.array(texts)) >= STRENGTH).sum() <= len(texts) / 1000
