"""Nothing raw gets in: what must be a token or an id is refused where it is none, and the refusal does not repeat it."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.connectors.tokens import normal
from aboveboard.privacy.guard import _reasons, columns_watched, guard
from aboveboard.privacy.keyring import PURPOSES, Key, Ring
from aboveboard.privacy.tokeniser import Tokeniser, prefix_of

RING = Ring({p: (Key(p, 1, "primary", bytes([n]) * 32),) for n, p in enumerate(PURPOSES)})
GOOD = "ab" * 32

RAW_IDS = [
    "zoe@example.org", "+49 30 901820", "0049 30 1234567", "(030) 901 820 11", "138 0013 8000", "212-555-0100", "192.0.2.7", "192.0.2.7:443",
    "192.0.2.0/24", "2001:db8::1", "[2001:db8::1]:443", "fe80::1%eth0",
]  # fmt: skip
IDS = [
    "a1", "13800138000", "1790000000000000001", "0012345678901", "2026-11-26", "1.2.3", "12:34:56", "user:12:34", "550e8400-e29b-41d4-a716-446655440000",
    "12345678-1234-1234-1234-123456789012", "李江", "zoë", "", "12-34-56",
]  # fmt: skip


@pytest.mark.parametrize("raw", RAW_IDS)
def test_an_id_that_is_a_raw_identifier_is_refused_and_not_repeated(raw):
    (fault,) = guard("posts", [{"account_id": "a1"}, {"account_id": raw, "text": "hello"}])
    assert (fault.place, fault.column) == (1, "account_id")
    assert raw not in str(fault)


@pytest.mark.parametrize("fine", IDS)
def test_an_id_that_only_looks_a_little_like_one_is_let_in(fine):
    assert guard("posts", [{"account_id": fine}]) == []


@pytest.mark.parametrize("raw", [*RAW_IDS, "13800138000", "900150983cd24fb0d6963f7d28e17f72", "short"])
def test_a_token_must_be_a_keyed_hash_so_that_a_digest_without_a_key_does_not_pass(raw):
    (fault,) = guard("tokens", [{"account_id": "a1", "kind": "phone", "token": raw}])
    assert fault.column == "token"
    assert raw not in str(fault)
    assert guard("tokens", [{"account_id": "a1", "kind": "phone", "token": GOOD}]) == []


def test_what_people_publish_holds_what_it_holds():
    rows = [{"account_id": "a1", "handle": "a1", "bio": "write to zoe@example.org or +49 30 901820"}]
    assert guard("accounts", rows) == []
    assert "bio" not in columns_watched("accounts")


def test_a_table_of_arrow_is_read_as_rows_are():
    ids = ["a1", "192.0.2.7", None] * 1000
    rows = pa.table({"account_id": ids, "device_token": [GOOD, None, "x"] * 1000, "started_at": [0] * 3000})
    found = guard("sessions", rows)
    assert [f.place for f in found] == [i for i in range(3000) if i % 3]
    assert {f.column for f in found} == {"account_id", "device_token"}


texts = st.text(max_size=20) | st.ip_addresses().map(str) | st.emails()


@given(st.lists(st.fixed_dictionaries({"account_id": texts, "token": texts}), max_size=6))
def test_a_refusal_never_repeats_what_came(rows):
    for fault in guard("tokens", rows):
        value = rows[fault.place][fault.column]
        assert len(value) < 4 or value not in str(fault)


def test_the_same_identifier_gives_one_token_however_it_is_written_and_another_for_another_use():
    t = Tokeniser(RING)
    made = t.tokens("email", pa.array(["Zoe@Example.org", " zoe@example.org", "", None])).to_pylist()
    assert made[0] == made[1] == t.lookups("email", "zoe@example.org")[0]
    assert made[2:] == [None, None]
    assert t.tokens("phone", pa.array(["zoe@example.org"]))[0].as_py() != made[0]
    assert t.network("2001:db8::1").token == t.network("2001:0db8:0:0::1").token
    assert normal("phone", "0049 30 901820") == "+4930901820"


def test_of_an_ip_address_its_network_and_a_token_are_kept():
    kept = Tokeniser(RING).network("192.0.2.77")
    assert kept.prefix == "192.0.2.0/24"
    assert len(kept.token) == 64
    assert "192.0.2.77" not in str(kept)
    assert prefix_of("2001:db8:1:2::3") == "2001:db8:1::/48"
    with pytest.raises(ValueError, match="this is no IP address") as told:
        prefix_of("not-an-address")
    assert "not-an" not in str(told.value)


def test_raw_values_in_columns_of_tokens_are_made_tokens_and_what_cannot_be_is_refused():
    t = Tokeniser(RING)
    rows = [
        {"account_id": "a1", "kind": "email", "token": "zoe@example.org"},
        {"account_id": "a1", "kind": "email", "token": GOOD},
        {"account_id": "a1", "token": "zoe@example.org"},
    ]
    mended = t.mend("tokens", rows)
    assert mended[0]["token"] in t.lookups("email", "zoe@example.org")
    assert mended[1]["token"] == GOOD
    assert [f.place for f in guard("tokens", mended)] == [2]
    (session,) = t.mend("sessions", [{"account_id": "a1", "device_token": "serial 9", "network_token": "192.0.2.7"}])
    assert guard("sessions", [session]) == []
    assert session["network_token"] == t.network("192.0.2.7").token


LIKE_IDS = st.text(alphabet="0123456789aZ-_ .:+@()/", max_size=18)


@given(st.lists(LIKE_IDS | texts, max_size=6))
def test_what_is_plain_at_a_glance_is_what_the_patterns_let_in(ids):
    rows = [{"account_id": text} for text in ids]
    told = _reasons(pa.array(ids, pa.string()), "id").to_pylist() if ids else []
    assert [(f.place, f.why) for f in guard("posts", rows)] == [(n, why) for n, why in enumerate(told) if why]
    assert guard("posts", rows) == guard("posts", pa.table({"account_id": pa.array(ids, pa.string())}))
