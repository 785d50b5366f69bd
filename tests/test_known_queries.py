"""What is kept of the shipped queries is what would be worked out anew, and nothing that is wrong with the file stops anybody."""

from datetime import UTC, datetime

import pytest

from aboveboard import known_queries, queries
from aboveboard.detector import Sql, book

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)
ASKED = "SELECT a, b AS c FROM t JOIN u USING (a) WHERE a > $least AND b <> $word AND a < $share AND d <= $as_of"
VALUES = {"least": -3, "word": "it's $least", "share": 0.5, "as_of": AS_OF}


def steps(work):
    for derived in work.derives:
        yield from steps(derived)
    values = {**{n: p.value for n, p in work.params.items()}, "as_of": AS_OF}
    yield from ((step.text, values) for step in work.steps if isinstance(step, Sql))


SHIPPED = {text: values for detector in book() for text, values in steps(detector)}


def anew(text, values):
    return queries.render(queries.quicker(queries.bind(queries.parse(text), values), "duckdb"), "duckdb")


def plain(text):
    """Leave out how lines are broken, which follows their length."""
    return "".join(text.split())


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(known_queries, "_PLACE", tmp_path / "kept")
    known_queries._kept.cache_clear()
    yield tmp_path / "kept"
    known_queries._kept.cache_clear()


@pytest.fixture
def unparsed(monkeypatch):
    """Call to let nothing be parsed from now on."""

    def refuse(text):
        raise AssertionError(f"parsed: {text}")

    return lambda: (known_queries._kept.cache_clear(), monkeypatch.setattr(queries, "parse", refuse))


@pytest.mark.usefixtures("place")
def test_every_shipped_query_is_known_as_it_is_worked_out_anew(unparsed):
    facts = {text: known_queries.told(text) for text in SHIPPED}
    texts = {text: plain(anew(text, values)) for text, values in SHIPPED.items()}
    known_queries.learn(SHIPPED)
    unparsed()
    for text, values in SHIPPED.items():
        assert known_queries.told(text)._replace(written=()) == facts[text]
        assert plain(known_queries.written(text, values, "duckdb")) == texts[text]


@pytest.mark.usefixtures("place")
def test_values_stand_in_a_kept_query_as_in_one_written_anew(unparsed):
    expected = plain(anew(ASKED, VALUES))
    known_queries.learn([ASKED])
    unparsed()
    assert plain(known_queries.written(ASKED, VALUES, "duckdb")) == expected
    told = known_queries.told(ASKED)
    assert (told.tables, told.columns, set(told.names)) == (("t", "u"), ("a", "c"), set(VALUES))
    with pytest.raises(ValueError, match=r"\$share has no value; parameters are as_of, least, word"):
        known_queries.written(ASKED, {n: v for n, v in VALUES.items() if n != "share"}, "duckdb")


@pytest.mark.usefixtures("place")
def test_another_dialect_and_an_unknown_query_are_written_anew():
    known_queries.learn([ASKED])
    bound = queries.bind(queries.parse(ASKED), VALUES)
    assert known_queries.written(ASKED, VALUES, "spark") == queries.render(bound, "spark")
    other = ASKED.replace("t JOIN", "v JOIN")
    assert known_queries.written(other, VALUES, "duckdb") == anew(other, VALUES)
    assert known_queries.told(other).tables == ("u", "v")


def test_only_what_was_learned_last_is_kept(place):
    known_queries.learn(["SELECT a FROM t", "SELECT a FROM u"])
    known_queries.learn(["SELECT a FROM u", "SELECT a FROM v"])
    known_queries._kept.cache_clear()
    assert {told.tables for told in known_queries._kept().values()} == {("u",), ("v",)}
    assert len(list(place.iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"a": 1}', b'{"a": [["t"]]}', b"\xff"])
def test_a_damaged_file_is_written_anew(place, content):
    known_queries.learn([ASKED])
    (file,) = place.iterdir()
    file.write_bytes(content)
    known_queries._kept.cache_clear()
    assert known_queries.told(ASKED).tables == ("t", "u")
    known_queries.learn([ASKED])
    known_queries._kept.cache_clear()
    assert len(known_queries._kept()) == 1


def test_where_nothing_can_be_written_queries_are_parsed_as_before(place, monkeypatch):
    monkeypatch.setattr(known_queries.os, "access", lambda *_: False)
    known_queries.learn([ASKED])
    assert not place.exists()
    assert known_queries.told(ASKED).columns == ("a", "c")


@pytest.mark.usefixtures("place")
def test_a_full_disk_stops_nobody(monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(known_queries, "_save", full)
    known_queries.learn([ASKED])
    assert plain(known_queries.written(ASKED, VALUES, "duckdb")) == plain(anew(ASKED, VALUES))


@pytest.mark.usefixtures("place")
def test_a_faulty_query_is_refused_though_others_are_known():
    with pytest.raises(ValueError, match="Line 1"):
        known_queries.told("SELECT a FROM t WHERE (")
