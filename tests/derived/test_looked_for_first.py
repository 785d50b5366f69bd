"""A cheap look before the full one changes nothing of what is found."""

import re

import pyarrow as pa
import pyarrow.compute as pc
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.derived import account_offers
from aboveboard.derived.profession_bearing import _asides_of
from aboveboard.text import offer_cues
from aboveboard.text.profession_asides import ASIDES

WORDS = st.lists(
    st.sampled_from(
        [
            "i",
            "am",
            "a",
            "retired",
            "former",
            "student",
            "not",
            "my",
            "doctor",
            "dr",
            "cat",
            "vet",
            "joke",
            "receptionist",
            "退休",
            "以前",
            "学生",
            "renting",
            "out",
            "my",
            "account",
            "租号",
            "sell",
            "号",
            "lf2m",
            "5",
            "per",
            "hour",
            "$3",
            "dm",
            "@me",
        ]
    ),
    max_size=9,
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from(["", " "])).map(lambda t: t[1].join(t[0])), min_size=1, max_size=8)


@given(TEXTS)
def test_what_takes_a_profession_back_is_found_in_each_text(texts):
    letters = pa.array(texts, pa.string())
    each = [pc.if_else(pc.match_substring_regex(letters, pattern), cue, "") for cue, pattern in ASIDES.items()]
    assert _asides_of(letters).equals(pc.binary_join_element_wise(*each, ""))


@given(TEXTS)
def test_kinds_are_named_as_if_each_asked_what_is_before_it(texts):
    plain = re.compile(
        "|".join(f"(?P<{kind}>(?<![a-z])(?:{words})(?![a-z]))" for kind, words in offer_cues.KINDS.items())
    )
    for text in texts:
        found = [[(m.span(), m.lastgroup) for m in p.finditer(text)] for p in (plain, offer_cues._pattern())]
        assert found[0] == found[1]


def test_contacts_are_the_same_one_by_one_and_on_whole_arrays(monkeypatch):
    texts = [
        "renting my account, add me on discord zed#1234",
        "租号加微信 abc_123456",
        "call 415 555 0137",
        "nothing",
        None,
    ]
    found = pa.table({"account_id": [f"a{n}" for n in range(4)], "text": texts[:4]})
    singly = account_offers._reached(found).to_pylist()
    assert any(singly)
    monkeypatch.setattr(account_offers, "_FEW", 0)
    assert account_offers._reached(found).to_pylist() == singly
