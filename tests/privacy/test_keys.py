"""Keys: one a purpose, rotated by two people, the old one reading on until it is retired."""

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest

from aboveboard.errors import CaseError, StoreError
from aboveboard.privacy.keyring import PURPOSES, key_of, load_ring, save_ring, version_of
from aboveboard.privacy.rotation import Asked, ask, confirm, left_under, waiting
from planting import give

KEY = "ABOVEBOARD_KEY"
BARS_1 = f"{KEY}_BARS_1"
NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


def test_a_ring_is_made_once_and_only_its_owner_can_read_it(tmp_path):
    ring = load_ring(tmp_path / "data")
    assert load_ring(tmp_path / "data") == ring
    path = tmp_path / "data" / "keys.json"
    assert path.stat().st_mode & 0o777 == 0o600
    secrets = {k.secret for many in ring.keys.values() for k in many}
    assert len(secrets) == len(PURPOSES)
    path.chmod(0o640)
    with pytest.raises(StoreError, match="others can read the keys"):
        load_ring(tmp_path / "data")


def test_a_key_never_shows_its_secret_in_a_log(tmp_path):
    ring = load_ring(tmp_path)
    assert repr(ring.primary("bars").secret)[2:10] not in repr(ring)
    assert "Key(bars 1, primary)" in repr(ring)


def test_one_value_has_another_token_for_each_purpose_and_the_token_names_its_key(tmp_path):
    ring = load_ring(tmp_path)
    made = {p: ring.token(p, "value") for p in PURPOSES}
    assert len(set(made.values())) == len(PURPOSES)
    assert all(len(t) == 64 and version_of(t) == 1 for t in made.values())
    assert key_of(made["bars"], ring, "bars") == ring.primary("bars")


def test_after_a_rotation_old_tokens_are_found_and_after_retiring_they_are_not(tmp_path):
    ring = load_ring(tmp_path)
    old = ring.token("bars", "value")
    rotated = ring.rotated("bars")
    new = rotated.token("bars", "value")
    assert (version_of(old), version_of(new)) == (1, 2)
    assert rotated.lookups("bars", "value") == (new, old)
    ended = rotated.retired("bars", 1)
    assert ended.lookups("bars", "value") == (new,)
    assert key_of(old, ended, "bars").secret == b""
    save_ring(tmp_path, ended)
    assert load_ring(tmp_path) == ended
    assert left_under([old, new, new, "other"]) == {0: 1, 1: 1, 2: 2}
    for wrong in (2, 1, 9):
        with pytest.raises(StoreError, match="rotate first"):
            ended.retired("bars", wrong)


def test_a_secret_of_the_environment_is_used_and_not_written(tmp_path, monkeypatch):
    secret = bytes(range(32))
    monkeypatch.setenv(BARS_1, base64.b64encode(secret).decode())
    ring = load_ring(tmp_path)
    assert ring.primary("bars").secret == secret
    save_ring(tmp_path, ring.rotated("bars"))
    assert base64.b64encode(secret).decode() not in (tmp_path / "keys.json").read_text()
    assert load_ring(tmp_path).lookups("bars", "x")[1] == ring.token("bars", "x")
    monkeypatch.setenv(BARS_1, "short")
    with pytest.raises(StoreError, match=f"{BARS_1}: not 32 bytes") as told:
        load_ring(tmp_path)
    assert "short" not in str(told.value)


def test_the_file_of_keys_can_lie_elsewhere_and_a_broken_one_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("ABOVEBOARD_KEYS_FILE", str(tmp_path / "vault" / "ring.json"))
    ring = load_ring(tmp_path / "data")
    assert not (tmp_path / "data").exists()
    path = tmp_path / "vault" / "ring.json"
    held = json.loads(path.read_text())
    for wrong in ({}, {**held, "bars": []}, {**held, "bars": [{**held["bars"][0], "secret": ""}]}):
        path.write_text(json.dumps(wrong))
        with pytest.raises(StoreError):
            load_ring(tmp_path / "data")
    path.write_text(json.dumps(held))
    assert load_ring(tmp_path / "data") == ring


def test_a_new_key_takes_two_people_and_both_are_written_down(store, ledger, tmp_path):
    ring = load_ring(tmp_path)
    with store.writing() as c:
        ask(c, ledger, Asked("key-1", "rotate", "bars", 0, "person:ana", NOW), ring)
        with pytest.raises(CaseError, match="cannot be the second person"):
            confirm(c, ledger, tmp_path, "key-1", "person:ana", NOW)
        with pytest.raises(CaseError, match="no such change of keys"):
            confirm(c, ledger, tmp_path, "key-2", "person:ben", NOW)
        assert load_ring(tmp_path) == ring
        made = confirm(c, ledger, tmp_path, "key-1", "person:ben", NOW)
        assert waiting(c, NOW) == []
    assert load_ring(tmp_path) == made
    assert made.primary("bars").version == 2
    told = [(e.kind, e.body["by"], e.body["version"]) for e in ledger.of_stream("privacy")]
    assert told == [("asked_second", "person:ana", 0), ("confirmed", "person:ben", 2)]


def test_a_key_that_ends_says_how_many_tokens_are_left_under_it(store, ledger, tmp_path):
    save_ring(tmp_path, load_ring(tmp_path).rotated("linking"))
    ring = load_ring(tmp_path)
    with store.writing() as c:
        with pytest.raises(CaseError, match="rotate first"):
            ask(c, ledger, Asked("k", "retire", "linking", 2, "person:ana", NOW), ring)
        ask(c, ledger, Asked("k", "retire", "linking", 1, "person:ana", NOW), ring)
        for n, kept in enumerate((ring.keys["linking"][1], ring.keys["linking"][1], ring.primary("linking"))):
            give(c, "tokens", "a1", {"kind": "phone", "token": kept.token(str(n))}, NOW)
            give(c, "sessions", "a1", {"device_token": kept.token(str(n))}, NOW)
        confirm(c, ledger, tmp_path, "k", "person:ben", NOW)
    assert list(ledger.of_stream("privacy"))[-1].body["left"] == 4
    assert [k.state for k in load_ring(tmp_path).keys["linking"]] == ["primary", "retired"]


def test_a_request_that_nobody_seconds_lapses(store, ledger, tmp_path):
    with store.writing() as c:
        ask(c, ledger, Asked("k", "rotate", "bars", 0, "person:ana", NOW), load_ring(tmp_path))
        with pytest.raises(CaseError, match="no such change of keys"):
            confirm(c, ledger, tmp_path, "k", "person:ben", NOW + timedelta(days=7))
        with pytest.raises(CaseError, match="rotated or retired"):
            ask(c, ledger, Asked("k2", "shred", "bars", 0, "person:ana", NOW), load_ring(tmp_path))
