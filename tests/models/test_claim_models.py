"""The models of who bears himself as a practitioner: what they must keep to, and how they do on profiles they never read."""

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.derived import profession_bearing, professions
from aboveboard.derived.profession_bearing import FIELD_MODELS, MODELS, STRENGTH, SURFACES, letters_of, words_of
from aboveboard.derived.professions import against_of, professions_of
from aboveboard.models import grams
from aboveboard.models.grams import evidence, shipped
from aboveboard.text.professions import FIELDS

UNREAD = Path(__file__).parents[2] / "scripts" / "claims" / "unread"
PROFILES = [line.split("\t") for path in sorted(UNREAD.glob("*.tsv")) for line in path.read_text("utf-8").splitlines()]
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def told(*profiles):
    """Return what is told of profiles: rows by their number."""
    texts = [(str(n), s, t) for n, p in enumerate(profiles) for s, t in zip(SURFACES, p, strict=True) if t]
    account, surface, text = (pa.array(column, pa.string()) for column in zip(*texts, strict=True))
    empty = dict.fromkeys(
        ("source", "at", "target_id", "term", "field", "use", "language"), pa.nulls(len(texts), pa.string())
    )
    batch = pa.table({"account_id": account, "surface": surface, "text": text, **empty})
    rows = defaultdict(list)
    for row in [*professions_of(batch).to_pylist(), *against_of(batch).to_pylist()]:
        rows[int(row["account_id"])].append(row)
    return rows


def nats(rows):
    return sum(r["nats"] for r in rows if r["kind"] == "bearing")


@pytest.mark.parametrize("name", [*MODELS, *FIELD_MODELS.values()])
def test_a_model_of_claims_is_what_training_wrote_and_is_small(name):
    model, card = shipped(name)
    assert card["profiles"]["claims"] > 3000
    assert model.weights.nbytes <= 300_000


def test_there_is_a_model_of_words_for_every_field_whose_titles_are_shipped():
    assert tuple(FIELD_MODELS) == FIELDS


@pytest.mark.parametrize("language", ["en", "zh"])
def test_profiles_of_writers_that_nothing_was_learned_from_are_told_apart(language):
    mine = [p for p in PROFILES if p[0] == language]
    rows = told(*(p[3:] for p in mine))
    truth = np.array([p[1] == "claim" for p in mine])
    called = np.array([nats(rows[n]) >= STRENGTH for n in range(len(mine))])
    assert len(mine) > 900
    assert (called & truth).sum() / called.sum() >= 0.93
    assert (called & truth).sum() / truth.sum() >= 0.7


def test_of_those_found_the_field_is_nearly_always_right():
    rows = told(*(p[3:] for p in PROFILES))
    found = [
        (max((r for r in rows[n] if r["kind"] == "bearing"), key=lambda r: r["nats"])["field"], p[2])
        for n, p in enumerate(PROFILES)
        if p[1] == "claim" and nats(rows[n]) >= STRENGTH
    ]
    assert sum(told == meant for told, meant in found) / len(found) >= 0.9


def test_no_post_tells_against_a_practitioner():
    rows = told(*(p[3:] for p in PROFILES))
    against = [r for of in rows.values() for r in of if r["kind"] == "bearing" and r["nats"] < 0]
    assert {r["surface"] for r in against} == {"display_name", "bio"}


def test_who_names_nothing_but_a_teacher_stays_below_the_threshold():
    assert nats(told(("Will", "teacher and dad", ""))[0]) < STRENGTH


def test_a_post_that_three_accounts_wrote_is_nobodys_own_words():
    post = "On my ward we change that dressing every 48 hours. Do the same at home, and send me a picture."
    assert [nats(told(*[("", "", post)] * voices)[0]) > STRENGTH for voices in (1, 2, 3)] == [True, True, False]


def test_among_a_hundred_thousand_posts_those_are_copied_that_three_accounts_wrote():
    posts = np.repeat(np.arange(40_000, dtype=np.int32), 3)
    writers = np.arange(len(posts))
    writers[posts % 2 == 1] = 0  # one account three times
    said = pa.chunked_array([pa.array(writers).cast(pa.string())])
    assert professions._copied(posts, said, 40_000).tolist() == [True, False] * 20_000


def test_a_name_whose_letters_stand_apart_bears_no_letters_of_a_degree():
    assert nats(told(("J.a.n.e.W.y.g.a.t.e", "", ""))[0]) < 0


@given(
    st.lists(st.tuples(ANY_TEXT, ANY_TEXT, ANY_TEXT).filter(any), min_size=1, max_size=4, unique_by=lambda p: p[2] or p)
)
def test_a_profile_is_told_of_alike_whoever_stands_beside_it(profiles):
    together = told(*profiles)
    for n, profile in enumerate(profiles):
        alone = [{k: v for k, v in r.items() if k != "account_id"} for r in told(profile)[0]]
        assert [{k: v for k, v in r.items() if k != "account_id"} for r in together[n]] == alone


@given(st.lists(ANY_TEXT | st.none(), max_size=6), st.integers(0, 3))
def test_figures_are_all_one_to_the_letters_and_nothing_else_is_touched(texts, skipped):
    low = pa.array(texts, pa.string()).slice(min(skipped, len(texts)))
    zeros = str.maketrans("123456789\n", "000000000 ")
    assert letters_of(low).to_pylist() == [(t or "").translate(zeros) for t in low.to_pylist()]


@given(st.lists(ANY_TEXT.map(lambda t: t.replace("\n", " ")), min_size=1, max_size=20))
def test_many_texts_are_weighed_by_a_compiled_loop_as_few_are_by_whole_arrays(texts):
    model = shipped("claim_letters")[0]
    streams = (None, pa.array(texts), None)
    few, many = grams._added(model, streams), grams._added_each(model, streams)
    assert all(np.array_equal(one, other) for one, other in zip(few, many, strict=True))
    assert len(evidence(model, streams)) == len(texts)


@given(st.lists(ANY_TEXT.map(str.lower), max_size=8))
def test_the_words_of_many_texts_are_written_by_a_compiled_loop_as_those_of_few(texts):
    letters = letters_of(pa.array(texts, pa.string()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(profession_bearing, "ready", lambda *_: False)
        few = words_of(letters)
        patch.setattr(profession_bearing, "_MANY", 0)
        assert words_of(letters) == few
    assert len(few) == len(texts)


@pytest.mark.parametrize(
    ("one", "other"), [("as your doctor", "as  your doctor"), ("20 years", "3 years"), ("don't", "don't ")]
)
def test_texts_of_the_same_words_are_one_to_the_model_of_words(one, other):
    assert words_of(letters_of(pa.array([one]))) == words_of(letters_of(pa.array([other])))


@pytest.mark.real
def test_real_comments_hardly_ever_read_as_a_practitioners(real_data):
    with (real_data / "marketing" / "cold_zh" / "dev.csv").open(encoding="utf-8-sig") as file:
        texts = [r["TEXT"] for r in csv.DictReader(file)]
    rows = told(*(("", "", t) for t in texts))
    assert sum(nats(of) >= STRENGTH for of in rows.values()) <= len(texts) / 200
