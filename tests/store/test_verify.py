"""A ledger edited by hand: whatever was done, the place is named."""

import base64
import json
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from ledger_times import NOW

from aboveboard.errors import InputError, StoreError
from aboveboard.store import New, Signer, checkpoint, read_checkpoint, signer_of, verify, written
from aboveboard.store.entries import FIRST, hashed

SIGNER = Signer(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))


@pytest.fixture
def edit(store):
    """Change the database as somebody who owns it could: the triggers are taken off first."""

    def done(*statements):
        with store.writing() as connection:
            if store.engine.dialect.name == "sqlite":
                names = connection.execute(sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars()
                off = [f"DROP TRIGGER {name}" for name in names.all()]
            else:
                off = [f"ALTER TABLE {table} DISABLE TRIGGER ALL" for table in ("entries", "seals")]
            for statement in (*off, *statements):
                connection.execute(sa.text(statement))

    return done


@pytest.fixture
def written_down(ledger, store):
    """Ten entries in one stream and three in another, with a checkpoint after the eighth."""
    ledger.append("events", [New("seen", f"a{n}", {"n": n}) for n in range(1, 9)], NOW)
    kept = checkpoint(store, SIGNER, NOW)
    ledger.append("events", [New("seen", f"a{n}", {"n": n}) for n in (9, 10)], NOW + timedelta(hours=1))
    ledger.append("reads", [New("looked", "a1")] * 3, NOW)
    return kept


def places(verified):
    return [(b.stream, b.number, b.what) for b in verified.breaks]


def anew(store, first, **changes):
    """Write a stream anew from entry `first` on, each entry with a hash that fits, as a patient forger would."""
    with store.writing() as connection:
        rows = connection.execute(sa.text("SELECT * FROM entries WHERE stream = 'events' ORDER BY number")).mappings()
        before = FIRST
        for old in rows.all():
            row = {**old, **(changes if old["number"] == first else {})}
            if row["number"] >= first:
                names = ("stream", "number", "at_us", "kind", "subject", "key", "body")
                made = hashed(*(row[n] for n in names), before)
                statement = "UPDATE entries SET body = :body, before = :before, hash = :hash WHERE position = :position"
                given = {"body": row["body"], "before": before, "hash": made, "position": row["position"]}
                connection.execute(sa.text(statement), given)
                before = made
            else:
                before = row["hash"]
        connection.execute(sa.text("UPDATE heads SET hash = :hash WHERE stream = 'events'"), {"hash": before})


def test_a_ledger_that_nobody_touched_is_whole(written_down, store):
    told = verify(store, [written_down], SIGNER.public)
    assert (told.entries, told.streams, told.checkpoints, told.breaks) == (13, 2, 2, ())


EDITS = {
    "a body is changed": ("UPDATE entries SET body = '{}' WHERE number = 4 AND stream = 'events'", 4, "its contents and its hash differ"),
    "a time is changed": ("UPDATE entries SET at_us = at_us + 1 WHERE number = 4 AND stream = 'events'", 4, "its contents and its hash differ"),
    "a subject is changed": ("UPDATE entries SET subject = 'a9' WHERE number = 4 AND stream = 'events'", 4, "its contents and its hash differ"),
    "a kind is changed": ("UPDATE entries SET kind = 'other' WHERE number = 4 AND stream = 'events'", 4, "its contents and its hash differ"),
    "a key is added": ("UPDATE entries SET key = 'k' WHERE number = 4 AND stream = 'events'", 4, "its contents and its hash differ"),
    "an entry in the middle is taken out": ("DELETE FROM entries WHERE number = 4 AND stream = 'events'", 4, "entry 4 is missing; the next that is there is 5"),
    "the last entries are taken out": ("DELETE FROM entries WHERE number > 9 AND stream = 'events'", 10, "ends with entry 9, but its head is at entry 10"),
    "an entry is moved to another stream": ("UPDATE entries SET stream = 'reads', number = 4 WHERE number = 10 AND stream = 'events'", 10, "ends with entry 9, but its head is at entry 10"),
    "a head is set back": ("UPDATE heads SET number = 9 WHERE stream = 'events'", 11, "but its head is another entry"),
    "a head is taken out": ("DELETE FROM heads WHERE stream = 'events'", 11, "the stream's head is missing"),
}  # fmt: skip


@pytest.mark.usefixtures("written_down")
@pytest.mark.parametrize("name", EDITS)
def test_the_first_broken_place_is_named(store, edit, name):
    statement, number, what = EDITS[name]
    edit(statement)
    (found, *rest) = [b for b in verify(store).breaks if b.stream == "events"]
    assert (found.number, rest) == (number, [])
    assert what in found.what


@pytest.mark.usefixtures("written_down")
def test_two_entries_that_changed_places_are_named(store, edit):
    edit(
        "UPDATE entries SET number = 0 WHERE number = 4 AND stream = 'events'",
        "UPDATE entries SET number = 4 WHERE number = 5 AND stream = 'events'",
        "UPDATE entries SET number = 5 WHERE number = 0 AND stream = 'events'",
    )
    assert [(b.stream, b.number) for b in verify(store).breaks] == [("events", 4)]


@pytest.mark.usefixtures("written_down")
def test_an_entry_put_between_is_named(store, edit):
    edit(
        *(f"UPDATE entries SET number = {n + 1} WHERE number = {n} AND stream = 'events'" for n in range(10, 4, -1)),
        "INSERT INTO entries (stream, number, at_us, kind, subject, body, before, hash) "
        "SELECT stream, 5, at_us, kind, 'a77', body, before, hash FROM entries WHERE number = 4 AND stream = 'events'",
    )
    assert [(b.stream, b.number) for b in verify(store).breaks] == [("events", 5)]


@pytest.mark.usefixtures("written_down")
def test_a_stream_written_anew_with_hashes_that_fit_is_caught_by_a_checkpoint(store, edit):
    edit()
    anew(store, 3, body='{"n":99}')
    assert places(verify(store)) == [
        ("events", 8, "entry 8 is not the one that a signed checkpoint names: the stream was written anew")
    ]


def test_a_stream_cut_off_with_its_head_is_caught_by_a_checkpoint_kept_outside(written_down, store, edit):
    edit(
        "DELETE FROM entries WHERE stream = 'events'", "DELETE FROM heads WHERE stream = 'events'", "DELETE FROM seals"
    )
    assert verify(store).breaks == ()
    outside = read_checkpoint(written(written_down))
    assert places(verify(store, [outside])) == [
        ("events", 1, "the stream ends with entry 0, but a signed checkpoint names entry 8")
    ]


@pytest.mark.usefixtures("written_down")
def test_a_checkpoint_that_was_changed_or_signed_by_another_is_named(store, edit):
    with store.reading() as connection:
        text = connection.execute(sa.text("SELECT text FROM seals")).scalar_one()
    forged = json.loads(text)
    forged["streams"]["events"][0] = 7
    edit(f"UPDATE seals SET text = '{json.dumps(forged)}'")
    assert places(verify(store)) == [("", 0, "checkpoint 1 was changed after it was signed")]
    other = checkpoint(store, Signer(Ed25519PrivateKey.generate()), NOW)
    assert ("", 0, "a checkpoint kept outside is signed with another key") in places(
        verify(store, [other], SIGNER.public)
    )


@pytest.mark.usefixtures("written_down")
def test_a_checkpoint_taken_out_between_is_named(store, edit):
    checkpoint(store, SIGNER, NOW)
    checkpoint(store, SIGNER, NOW)
    edit("DELETE FROM seals WHERE number = 2")
    assert places(verify(store)) == [("", 3, "checkpoint 3 does not follow the one before it")]


def test_a_checkpoint_comes_back_from_its_text(written_down):
    assert read_checkpoint(written(written_down)) == written_down
    assert written_down.genuine()
    assert not replace(written_down, at_us=0).genuine()
    assert not replace(written_down, signature="no signature").genuine()
    with pytest.raises(InputError, match="this is no checkpoint"):
        read_checkpoint('{"streams": []}')


def test_the_key_is_made_once_for_its_owner_alone_or_comes_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.delenv("ABOVEBOARD_LEDGER_KEY", raising=False)
    made = signer_of(tmp_path / "data")
    assert signer_of(tmp_path / "data").public == made.public
    assert (tmp_path / "data" / "ledger.key").stat().st_mode & 0o077 == 0
    monkeypatch.setenv("ABOVEBOARD_LEDGER_KEY", base64.b64encode(bytes(range(32))).decode())
    assert signer_of(tmp_path / "data").public == SIGNER.public
    monkeypatch.setenv("ABOVEBOARD_LEDGER_KEY", "c2hvcnQ=")
    with pytest.raises(StoreError, match="ABOVEBOARD_LEDGER_KEY: not 32 bytes in base64"):
        signer_of(tmp_path / "data")
