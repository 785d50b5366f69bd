"""The chain names a subject by an alias only; when that is forgotten, nothing says any more whom its entries are about."""

from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_times import NOW

import aboveboard
from aboveboard.store import New, forget, verify
from aboveboard.store.aliases import about, alias_of, aliases, forget_alias, is_alias, known_as, subjects
from aboveboard.store.ledger import read_entries
from aboveboard.store.schema import ENTRIES

SAID = New(
    "registered", "acct-77", {"account": "acct-77", "other": ["acct-77", "acct-778"], "n": 1}, "registered:acct-77"
)


COUNT = count()


def written(store):
    with store.reading() as connection:
        return [tuple(r) for r in connection.execute(sa.select(ENTRIES.c.subject, ENTRIES.c.key, ENTRIES.c.body))]


def test_what_is_written_names_nobody_and_what_is_read_is_what_was_said(store, ledger):
    (made,) = ledger.append("accounts", [SAID], NOW)
    assert (made.subject, made.key, dict(made.body)) == (SAID.subject, SAID.key, dict(SAID.body))
    assert list(ledger.all()) == [made] == list(ledger.of_subject("acct-77"))
    assert '"acct-77"' not in str(written(store))
    assert "registered:acct-77" not in str(written(store))
    with store.reading() as connection:
        alias = alias_of(connection, "acct-77")
        assert subjects(connection, [alias, ""]) == {alias: "acct-77"}
        assert list(read_entries(connection, ENTRIES.c.subject == known_as("acct-77"))) == [made]
        assert list(read_entries(connection, about("acct-77", "acct-78"))) == [made]


def test_once_the_alias_is_forgotten_the_chain_is_whole_and_says_nothing_of_anybody(store, ledger):
    ledger.append("accounts", [SAID], NOW)
    with store.writing() as connection:
        alias = alias_of(connection, "acct-77")
        assert forget_alias(connection, "acct-77")
        assert not forget_alias(connection, "acct-77")
    assert verify(store).breaks == ()
    assert list(ledger.of_subject("acct-77")) == []
    (left,) = ledger.of_subject(alias)
    assert (left.subject, left.key, left.body["account"]) == (alias, f"registered:{alias}", alias)


def test_who_comes_back_after_being_forgotten_is_somebody_new(store, ledger):
    ledger.append("accounts", [SAID], NOW)
    with store.writing() as connection:
        forget_alias(connection, "acct-77")
    (again,) = ledger.append("accounts", [SAID], NOW)
    assert again.number == 2, "a key of somebody forgotten is not theirs"
    assert list(ledger.of_subject("acct-77")) == [again]


def test_what_happens_to_somebody_forgotten_is_still_theirs(store, ledger):
    ledger.append("accounts", [SAID, New("asked", "closing:acct-77")], NOW)
    with store.writing() as connection:
        alias = alias_of(connection, "acct-77")
        forget_alias(connection, "acct-77")
        assert alias_of(connection, "closing:acct-77") is None
    assert is_alias(alias)
    assert not is_alias("acct-77")
    ledger.append("accounts", [New("purged", alias)], NOW)
    assert [e.kind for e in ledger.of_subject(alias)] == ["registered", "purged"]
    with store.reading() as connection:
        found = read_entries(connection, about(alias, "acct-77"))
        assert [e.subject for e in found] == [alias, alias]


def test_the_column_of_aliases_is_never_held_against_a_subject():
    """Such a query would find nothing, in silence: `known_as` and `about` say how to ask."""
    source = Path(aboveboard.__file__).parent
    asked = [
        f"{p.relative_to(source)}: {line.strip()}"
        for p in source.rglob("*.py")
        if p.parent.name != "store" or p.name in {"lives.py", "bars_written.py"}
        for line in p.read_text().splitlines()
        if "ENTRIES.c.subject" in line and "known_as(" not in line
    ]
    assert asked == []


def test_the_empty_subject_has_no_alias_and_one_subject_has_one(store, ledger):
    ledger.append("work", [New("done")] * 2, NOW)
    with store.writing() as connection:
        assert aliases(connection, ["", "a", "b"]) == aliases(connection, ["b", "a"])
        assert len(set(aliases(connection, ["a", "b"]).values())) == 2
    assert {e.subject for e in ledger.all()} == {""}


def test_the_tokens_of_a_bar_are_kept_beside_the_chain_until_they_are_forgotten(store, ledger):
    tokens = ["ab" * 32, "cd" * 32]
    bar = New("barred", "dec_1", {"tokens": tokens, "ground": "terms"}, "barred:dec_1")
    (made,) = ledger.append("bars", [bar, bar], NOW)[:1]
    assert made.body == {"tokens": tokens, "ground": "terms"}
    assert list(ledger.of_stream("bars")) == [made]
    assert "abab" not in str(written(store))
    assert ledger.append("bars", [bar], NOW)[0] == made
    with store.writing() as connection:
        assert forget(connection, "dec_1") == 1
    (left,) = ledger.of_stream("bars")
    assert left.body == {"tokens": [], "ground": "terms"}
    assert verify(store).breaks == ()


def test_tokens_that_were_changed_beside_the_chain_are_not_handed_out(store, ledger):
    ledger.append("bars", [New("barred", "dec_1", {"tokens": ["ab" * 32]})], NOW)
    with store.writing() as connection:
        connection.execute(sa.text("UPDATE contents SET body = '{}'"))
    with pytest.raises(ValueError, match="is not what was sealed"):
        list(ledger.of_stream("bars"))


texts = st.text('ab"\\: {}', max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    st.lists(
        st.tuples(texts, st.none() | texts, st.dictionaries(texts, texts | st.lists(texts, max_size=2), max_size=3)),
        max_size=4,
    )
)
def test_whatever_is_said_of_whomever_is_read_as_it_was_said(ledger, drawn):
    for subject, key, body in drawn:
        new = New("said", subject, body, None if key is None else f"{key}{next(COUNT)}")
        (made,) = ledger.append("drawn", [new], NOW)
        assert (made.subject, made.key, made.body) == (subject, new.key, body)
        assert list(ledger.of_stream("drawn"))[-1] == made
        assert ledger.append("drawn", [new], NOW) == [made] or key is None


def test_a_key_that_holds_the_letters_of_an_id_within_a_word_stays_as_it_is(store, ledger):
    ledger.append(
        "s", [New("said", "a1", {}, "rvl_fa1c"), New("said", "a1", {}, "x:a1-2"), New("said", "a1", {}, "x:a1:2")], NOW
    )
    keys = [k for _, k, _ in written(store)]
    assert keys[:2] == ["rvl_fa1c", "x:a1-2"]
    assert "a1" not in keys[2].split(":")
    assert [e.key for e in ledger.of_stream("s")] == ["rvl_fa1c", "x:a1-2", "x:a1:2"]
