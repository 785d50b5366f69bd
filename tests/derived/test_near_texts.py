"""Posts that say nearly the same are one group, whoever prints them; what two accounts say is nobody's template."""

import pyarrow as pa
import pytest

from aboveboard.derived.near_texts import NEAR_TEXTS

TEXT = "Good news {}, the new blender from Orla really changed all my mornings"
SCHEMA = pa.schema([(n, pa.string()) for n in ("post_id", "account_id", "text")] + [("published", pa.int64())])


def grouped(*rows):
    step = NEAR_TEXTS.steps[-1]
    table = pa.Table.from_pylist([dict(zip(SCHEMA.names, r, strict=True)) for r in rows], SCHEMA)
    return step.function(table).select(list(step.columns)).to_pylist()


def posts(texts, accounts="abc"):
    return [(f"p{n}", a, t, 0) for n, (a, t) in enumerate(zip(accounts, texts, strict=True))]


def test_three_accounts_make_a_group_named_by_its_least_post():
    found = grouped(*posts(map(TEXT.format, ("anna", "boris", "chen"))))
    assert {r["cluster"] for r in found} == {"text of p0"}
    assert [r["post_id"] for r in found] == ["p0", "p1", "p2"]
    assert max(r["alike"] for r in found) == 1
    assert min(r["alike"] for r in found) >= 0.5


def test_two_accounts_make_none_however_often_they_post():
    assert grouped(*posts([TEXT.format("anna"), TEXT.format("boris")] * 4, "abababab")) == []


def test_a_notice_is_in_the_group_and_is_nobodys_post():
    found = grouped(*posts([TEXT.format("all")] * 3), (None, None, TEXT.format("anna"), 1))
    assert [r["published"] for r in found] == [0, 0, 0, 1]
    assert len({r["cluster"] for r in found}) == 1


def test_a_notice_is_no_third_voice():
    assert grouped(*posts([TEXT.format("all")] * 2, "ab"), (None, None, TEXT.format("anna"), 1)) == []


@pytest.mark.parametrize("change", [("a", "а"), ("e", "е"), ("o", "0")])
def test_look_alike_letters_make_no_other_wording_and_digits_in_words_stay_near(change):
    texts = [TEXT.format("all"), TEXT.format("all"), TEXT.format("all").replace(*change)]
    found = grouped(*posts(texts))
    assert len(found) == 3
    assert len({r["wording"] for r in found}) == (2 if change[1] == "0" else 1)


def test_numbers_make_another_form_but_no_other_wording():
    found = grouped(*posts(f"I ran {n} kilometres in {3 * n} minutes this evening" for n in (3, 4, 5)))
    assert len({r["wording"] for r in found}) == 1
    assert len({r["form"] for r in found}) == 3


def test_nothing_said_is_no_group():
    assert grouped(("p", "a", None, 0), ("q", "b", "", 0)) == []
    assert grouped() == []
