"""Entries are added in order, once, all or none, by many at once; nothing changes what is there."""

import gc
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_times import NOW

from aboveboard.errors import InputError, StoreError
from aboveboard.store import Ledger, New, Store, forget, open_store, seal, unseal, verify
from aboveboard.store.entries import FIRST, canonical, hashed
from aboveboard.store.ledger import read_entries
from aboveboard.store.roles import service_role
from aboveboard.store.schema import ENTRIES
from aboveboard.store.whole import METADATA

EVENTS = [New("registered", "a1", {"handle": "zoë"}), New("renamed", "a1", {"to": "李江"}), New("closed", "a2")]


def test_entries_come_back_as_they_were_written_each_with_the_hash_of_the_one_before(ledger):
    made = ledger.append("events", EVENTS, NOW)
    assert [(e.number, e.kind, e.subject, dict(e.body), e.at) for e in made] == [
        (1, "registered", "a1", {"handle": "zoë"}, NOW),
        (2, "renamed", "a1", {"to": "李江"}, NOW),
        (3, "closed", "a2", {}, NOW),
    ]
    assert [e.before for e in made] == [FIRST, made[0].hash, made[1].hash]
    assert list(ledger.of_stream("events")) == made == list(ledger.all())
    assert list(ledger.of_stream("events", after=2)) == made[2:]
    assert [e.number for e in ledger.of_subject("a1")] == [1, 2]


def test_an_entry_with_a_key_is_written_once_however_often_it_comes(ledger):
    first = ledger.append("events", [New("seen", "a1", key="k1"), New("seen", "a2", key="k2")], NOW)
    again = ledger.append(
        "events", [New("seen", "a2", key="k2"), New("seen", "a3", key="k3"), New("seen", "a3", key="k3")], NOW
    )
    assert again[0] == first[1]
    assert again[1] == again[2]
    assert [e.key for e in ledger.of_stream("events")] == ["k1", "k2", "k3"]
    assert ledger.append("other", [New("seen", "a1", key="k1")], NOW)[0].number == 1


def test_who_stops_reading_early_leaves_nothing_open_in_the_database(ledger, store):
    ledger.append("events", [New("seen", f"a{n}") for n in range(600)], NOW)
    with store.reading() as connection:
        assert next(read_entries(connection)).subject == "a0"
        for entry in read_entries(connection):
            if entry.number > 5:
                break
    gc.collect()  # what is open then is warned of, and a warning is an error


def test_a_clock_that_is_set_back_brings_nothing_out_of_order(ledger, store):
    ledger.append("events", EVENTS, NOW)
    late = ledger.append("events", EVENTS, NOW - timedelta(hours=3))
    assert {e.at for e in late} == {NOW}
    assert verify(store).breaks == ()


def test_what_fails_within_a_transaction_leaves_nothing(ledger, store):
    def interrupted():
        with store.writing() as connection:
            ledger.within(connection, "events", EVENTS, NOW)
            raise RuntimeError("the power failed")

    with pytest.raises(RuntimeError, match="the power failed"):
        interrupted()
    assert list(ledger.all()) == []
    assert [e.number for e in ledger.append("events", EVENTS, NOW)] == [1, 2, 3]


def test_many_writers_at_once_make_one_chain(ledger, store):
    def write(writer):
        return [ledger.append("events", [New("seen", f"a{writer}")] * 5, NOW) for _ in range(4)]

    with ThreadPoolExecutor(6) as pool:
        made = [batch for batches in pool.map(write, range(6)) for batch in batches]
    assert sorted(e.number for batch in made for e in batch) == list(range(1, 121))
    assert all([e.number for e in batch] == list(range(batch[0].number, batch[0].number + 5)) for batch in made)
    assert verify(store) == verify(store)
    assert (verify(store).entries, verify(store).breaks) == (120, ())


@pytest.mark.parametrize("change", ["UPDATE entries SET body = '{}'", "DELETE FROM entries", "DELETE FROM seals"])
def test_the_database_refuses_to_change_or_take_out_what_is_there(ledger, store, change):
    ledger.append("events", EVENTS, NOW)
    with store.writing() as connection:
        connection.execute(sa.text("INSERT INTO seals (at_us, text) VALUES (1, 'x')"))
    with pytest.raises(sa.exc.DatabaseError, match="the ledger is append-only"), store.writing() as connection:
        connection.execute(sa.text(change))
    assert len(list(ledger.all())) == 3


def test_postgresql_refuses_to_empty_a_table_at_once(ledger, store):
    if store.engine.dialect.name == "sqlite":
        assert "TRUNCATE" not in dir(sa)  # SQLite has no such statement
        return
    ledger.append("events", EVENTS, NOW)
    with pytest.raises(sa.exc.DatabaseError, match="the ledger is append-only"), store.writing() as connection:
        connection.execute(sa.text("TRUNCATE entries"))


def test_a_naive_time_and_a_body_that_is_no_json_are_refused(ledger):
    with pytest.raises(ValueError, match="no time zone"):
        ledger.append("events", EVENTS, datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(ValueError, match="not JSON compliant"):
        ledger.append("events", [New("seen", "a1", {"score": float("nan")})], NOW)
    with pytest.raises(ValueError, match="half a character"):
        New("seen", "\ud800")
    assert list(ledger.all()) == []


def test_opening_again_finds_everything_and_changes_nothing(ledger, address, tmp_path):
    made = ledger.append("events", EVENTS, NOW)
    again = open_store(tmp_path, url=address)
    assert list(Ledger(again).all()) == made
    again.close()


def test_the_migrations_make_the_tables_that_the_code_knows(store):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_store_of_a_newer_program_is_left_alone(store, address, tmp_path):
    with store.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer Aboveboard"):
        open_store(tmp_path, url=address)


@pytest.mark.parametrize(("url", "why"), [("mysql://h/d", "names a mysql database"), ("no address", "is no address")])
def test_an_address_that_cannot_be_used_is_said_so(tmp_path, url, why):
    with pytest.raises(StoreError, match=why):
        open_store(tmp_path, url=url)


def test_a_server_that_is_not_there_is_said_so_without_the_password(tmp_path):
    with pytest.raises(StoreError, match="could not be used") as told:
        open_store(tmp_path, url="postgresql://somebody:hidden-word@127.0.0.1:1/none")
    assert "hidden-word" not in str(told.value)


def test_the_data_folder_is_its_owner_s_alone(tmp_path, monkeypatch):
    monkeypatch.delenv("ABOVEBOARD_DATABASE_URL", raising=False)
    opened = open_store(tmp_path / "data")
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
    opened.close()


texts = st.text(st.characters(codec="utf-8"), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.tuples(texts, texts, st.dictionaries(texts, st.integers() | texts | st.booleans(), max_size=3)), max_size=4))  # fmt: skip
def test_whatever_json_and_text_is_written_comes_back_and_verifies(ledger, store, drawn):
    new = [New(kind.replace("\x00", ""), subject.replace("\x00", ""), body) for kind, subject, body in drawn]
    made = ledger.append("drawn", new, NOW)
    assert [(e.kind, e.subject, e.body) for e in made] == [(n.kind, n.subject, n.body) for n in new]
    assert verify(store).breaks == ()


@given(st.lists(texts, min_size=8, max_size=8), st.integers(0, 7), texts)
def test_no_two_entries_share_a_hash_unless_they_say_the_same(parts, place, other):
    stream, kind, subject, key, body, before, number, at = parts
    whole = [stream, len(number), len(at), kind, subject, key, canonical({"b": body}), before]
    changed = [*whole[:place], len(other) if place in {1, 2} else other, *whole[place + 1 :]]
    assert (hashed(*whole) == hashed(*changed)) == (whole == changed)
    assert hashed(*whole[:5], None, *whole[6:]) != hashed(*whole)


def test_what_is_forgotten_is_gone_and_the_chain_stays_whole(ledger, store):
    with store.writing() as connection:
        digest = seal(connection, "a1", {"bio": "call me"})
        other = seal(connection, "a2", {"bio": "call me"})
        ledger.within(connection, "events", [New("told", "a1", {"sealed": digest})], NOW)
    assert digest != other, "equal contents are not seen to be equal"
    with store.writing() as connection:
        assert unseal(connection, digest) == {"bio": "call me"}
        assert forget(connection, "a1") == 1
        assert unseal(connection, digest) is None
        assert unseal(connection, other) == {"bio": "call me"}
    assert verify(store).breaks == ()
    with store.reading() as connection:
        assert "call me" not in " ".join(connection.execute(sa.select(ENTRIES.c.body)).scalars())


def test_sealed_contents_that_were_changed_are_not_handed_out(store):
    with store.writing() as connection:
        digest = seal(connection, "a1", {"bio": "call me"})
        connection.execute(sa.text("UPDATE contents SET body = '{}'"))
        with pytest.raises(ValueError, match="is not what was sealed"):
            unseal(connection, digest)


def test_the_service_s_role_on_postgresql_can_add_and_never_change(store, ledger, address, tmp_path):
    if store.engine.dialect.name == "sqlite":
        return  # a file has one owner; the triggers guard it
    name = f"service_{tmp_path.name[-8:].lower().replace('-', '_')}"
    with store.writing() as connection:
        connection.execute(sa.text(f"CREATE ROLE {name} LOGIN"))
        for statement in service_role(name):
            connection.execute(sa.text(statement))
    with open_store_as(address, name) as service:
        Ledger(service).append("events", EVENTS, NOW)
        for change in ("UPDATE entries SET body = ''", "DELETE FROM seals", "DROP TRIGGER entries_keep ON entries"):
            with (
                pytest.raises(sa.exc.ProgrammingError, match=r"permission denied|must be owner"),
                service.writing() as c,
            ):
                c.execute(sa.text(change))
    assert len(list(ledger.all())) == 3
    with store.writing() as connection:
        connection.execute(sa.text(f"DROP OWNED BY {name}; DROP ROLE {name}"))


@contextmanager
def open_store_as(address, name):
    engine = sa.create_engine(sa.make_url(address).set(drivername="postgresql+psycopg", username=name))
    yield Store(engine)
    engine.dispose()


def test_a_role_s_name_is_no_place_for_other_statements():
    with pytest.raises(InputError, match="is no role name"):
        service_role("x; DROP TABLE entries")


def test_what_a_database_cannot_keep_is_an_error_of_the_input_that_does_not_repeat_it(store):
    ask = sa.text("SELECT CAST(:text AS TEXT)")
    with store.reading() as connection:
        if store.engine.dialect.name == "sqlite":
            assert connection.execute(ask, {"text": "a\x00b"}).scalar().startswith("a")
            return
    with pytest.raises(InputError, match="null character") as told, store.reading() as connection:
        connection.execute(ask, {"text": "secret\x00b"})
    assert "secret" not in str(told.value)


def test_entries_that_are_written_together_stand_in_the_order_in_which_they_were_given(ledger):
    written = ledger.append("one", [New("noted", f"a{n}", {"n": n}) for n in range(3000)], NOW)
    assert [e.body["n"] for e in written] == list(range(3000))
    assert [(e.number, e.body["n"]) for e in ledger.all()] == [(n + 1, n) for n in range(3000)]
    assert [e.position for e in written] == [e.position for e in ledger.all()]
