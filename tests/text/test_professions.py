"""Claims of a profession and advice, read from sayings that were labelled before they were read (tests/corpus/profession_sayings.tsv)."""

import csv
from io import StringIO
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.derived.profession_reading import in_small_letters, read_as, titles_with, worth
from aboveboard.text.profession_advice import advice_in
from aboveboard.text.profession_claims import NAMED, SAID, claims_in
from aboveboard.text.professions import FIELDS, KINDS, titles

SHARED = Path(__file__).parents[3] / "shared" / "data"
NAMES = {
    "en": "Anna Brook",
    "zh": "王晓明",
    "ar": "سامي منصور",
    "de": "Jonas Weber",
    "fr": "Camille Durand",
    "es": "Lucia Santos",
}
KNOWN = titles_with()


def sayings():
    lines = (Path(__file__).parents[1] / "corpus" / "profession_sayings.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [
        (surface, reads, field, text.replace("{n}", NAMES[language]))
        for _, language, surface, reads, field, text in rows
    ]


def profiles():
    lines = (Path(__file__).parents[1] / "corpus" / "profession_profiles.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def claimed(text, surface, least=NAMED, known=KNOWN):
    return {c.field for c in claims_in(read_as(text, known), surface, known) if c.strength >= least}


def test_nearly_all_claims_are_read_and_hardly_anything_else_is():
    truth = [
        (reads == "claim", field, claimed(text, surface), claimed(text, surface, SAID))
        for surface, reads, field, text in sayings()
    ]
    found = sum(is_claim and field in fields for is_claim, field, fields, _ in truth)
    wrong = sum(not is_claim and bool(sure) for is_claim, _, _, sure in truth)
    claims = sum(t[0] for t in truth)
    assert claims > 200
    assert found / claims >= 0.98
    assert found / (found + wrong) >= 0.98


def test_advice_is_read_and_talk_is_not():
    posts = [
        (reads, field, advice_in(read_as(text, KNOWN)))
        for surface, reads, field, text in sayings()
        if surface == "post"
    ]
    assert all(field in fields for reads, field, fields in posts if reads == "advice")
    assert sum(bool(fields) for reads, _, fields in posts if reads == "none") <= 1


def let_through(texts, *, posts):
    """Return the texts that the cheap look lets through."""
    many = pa.array(texts, pa.string())
    return {texts[n] for n in worth(many, in_small_letters(many), KNOWN, posts=posts)}


@pytest.mark.parametrize("posts", [True, False])
def test_the_cheap_look_lets_every_claim_and_every_advice_through(posts):
    told = {text for surface, reads, _, text in sayings() if reads != "none" and (surface == "post") == posts}
    assert told - let_through(sorted(told), posts=posts) == set()


def test_the_cheap_look_at_profiles_and_practices_lets_through_whatever_is_read():
    shown = [(s, t) for *_, name, bio, _ in profiles() for s, t in (("display_name", name), ("bio", bio)) if t]
    posts = [("post", post) for *_, post in profiles() if post]
    for seen, post in ((shown, False), (posts, True)):
        through = let_through([t for _, t in seen], posts=post)
        assert [t for s, t in seen if t not in through and claimed(t, s)] == []


@pytest.mark.parametrize(("bent", "field"), [
    ("執業醫師,在線問診", "medicine"), ("执 业 医 师", "medicine"), ("执·业·律·师", "law"), ("I am a l4wyer", "law"), ("1awyer and father", "law"),
    ("I am a d0ct0r", "medicine"), ("Ｌｉｃｅｎｓｅｄ ｐｈｙｓｉｃｉａｎ", "medicine"), ("Аttоrnеу at law", "law"), ("n u r s e on call, licensed", "medicine"), ("Licensed phys\u200bician", "medicine"),
])  # fmt: skip
def test_a_title_in_disguise_reads_as_the_plain_one(bent, field):
    assert field in claimed(bent, "bio")


@pytest.mark.parametrize("text", ["I am a lawyer", "Attorney at law", "执业医师,在线问诊"])
def test_denying_it_or_calling_it_a_play_ends_the_claim(text):
    assert claimed(text, "bio")
    assert not claimed(f"{text}. Parody account.", "bio")


def test_an_operators_own_title_is_read_like_a_shipped_one_and_wins_over_it():
    own = titles_with((("drone pilot", "aviation", "sure", "en"), ("physician", "healing", "sure", "en")))
    assert claimed("Drone pilot in the north", "bio", known=own) == {"aviation"}
    assert claimed("I am a physician", "post", known=own) == {"healing"}


def test_a_title_of_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="grand"):
        titles(str, (("drone pilot", "aviation", "grand", "en"),))


def test_every_shipped_title_says_its_field_its_kind_and_where_it_is_listed():
    lines = (Path(__file__).parents[2] / "src/aboveboard/text/data/professions.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert {r[0] for r in rows} == set(FIELDS)
    assert {r[2] for r in rows} <= set(KINDS)
    assert all(len(r) == 5 and r[3] and r[4] for r in rows)


@settings(max_examples=30)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=8))
def test_any_text_can_be_read_and_what_stands_beside_it_changes_nothing(texts):
    for posts in (True, False):
        assert let_through(texts, posts=posts) == {t for t in texts if let_through([t], posts=posts)}
    for text in texts:
        for surface in ("handle", "display_name", "bio", "post"):
            claims_in(read_as(text, KNOWN), surface, KNOWN)
        advice_in(read_as(text, KNOWN))


@pytest.mark.real
def test_real_biographies_are_hardly_ever_read_as_claims_and_real_handles_never():
    files = [SHARED / "followers" / "twitter_bots" / f"{n}_data.csv" for n in ("nonbots", "bots")]
    if not all(f.is_file() for f in files):
        pytest.skip("no ../shared/data here")
    people = [r for f in files for r in csv.DictReader(StringIO(f.read_text("utf-8", "replace")))]
    read = [any(claimed(r[c] or "", s, SAID) for c, s in (("name", "display_name"), ("screen_name", "handle"), ("description", "bio"))) for r in people]  # fmt: skip
    assert len(read) > 2000
    assert sum(read) / len(read) < 0.005
