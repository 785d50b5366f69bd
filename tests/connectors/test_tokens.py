from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from aboveboard.connectors.tokens import Tokenised, normal, tokenise
from aboveboard.errors import InputError

KEY = b"0123456789abcdef"
CSV = "account_id,tel,mail\na1,+1 555 0100,Ann@Example.org \na2,001-555-0100,ann@example.org\n,1,x\na3,,\na4\n"


def written(path):
    return pq.read_table(path).to_pylist()


def test_the_same_identifier_gives_the_same_token_in_any_writing(tmp_path):
    (tmp_path / "raw.csv").write_text(CSV)
    told = tokenise(tmp_path / "raw.csv", tmp_path / "tokens.parquet", {"tel": "phone", "mail": "email"}, KEY)
    rows = written(tmp_path / "tokens.parquet")
    assert told == Tokenised(4, 2)
    assert [(r["account_id"], r["kind"]) for r in rows] == [
        ("a1", "phone"),
        ("a2", "phone"),
        ("a1", "email"),
        ("a2", "email"),
    ]
    assert rows[0]["token"] == rows[1]["token"]
    assert rows[2]["token"] == rows[3]["token"]


def test_a_token_is_hmac_sha256_under_a_key_of_its_kind(tmp_path):
    pq.write_table(pa.table({"account_id": ["a1"], "x": ["d1"]}), tmp_path / "raw.parquet")
    tokenise(tmp_path / "raw.parquet", tmp_path / "out.parquet", {"x": "device"}, KEY)
    own = hmac.new(KEY, b"aboveboard/tokens/1/device", hashlib.sha256).digest()
    expected = hmac.new(own, b"d1", hashlib.sha256).hexdigest()
    assert written(tmp_path / "out.parquet") == [{"account_id": "a1", "kind": "device", "token": expected}]


def test_the_same_text_as_another_kind_gives_another_token(tmp_path):
    pq.write_table(pa.table({"account_id": ["a1"], "x": ["12"], "y": ["12"]}), tmp_path / "raw.parquet")
    tokenise(tmp_path / "raw.parquet", tmp_path / "out.parquet", {"x": "device", "y": "network"}, KEY)
    assert len({r["token"] for r in written(tmp_path / "out.parquet")}) == 2


def test_the_output_is_a_tokens_table_of_the_contract(bench):
    raw = bench.staging.parent / "raw.csv"
    raw.write_text(CSV)
    tokenise(raw, bench.world / "tokens.parquet", {"tel": "phone"}, KEY)
    assert bench.read(as_of=datetime(2024, 1, 1, tzinfo=UTC)).sources["tokens"].rows == 2


@pytest.mark.parametrize(
    ("columns", "key", "fault"),
    [
        ({"tel": "phone"}, b"short", "the key has 5 bytes; it needs 16 or more, drawn at random"),
        ({"tel": "shoe"}, KEY, "column 'tel': 'shoe' is no kind of token; kinds are device, network, phone, email, "),
        ({"fax": "phone"}, KEY, "raw.csv: no column fax; it has account_id, tel, mail"),
        ({}, KEY, "no columns to tokenise"),
    ],
)
def test_what_cannot_be_tokenised_is_one_clear_error_and_leaves_no_file(tmp_path, columns, key, fault):
    (tmp_path / "raw.csv").write_text(CSV)
    with pytest.raises(InputError) as caught:
        tokenise(tmp_path / "raw.csv", tmp_path / "out.parquet", columns, key)
    assert caught.value.faults[0].startswith(fault)
    assert [p.name for p in tmp_path.iterdir()] == ["raw.csv"]


@pytest.mark.parametrize(
    ("kind", "value", "form"),
    [
        ("phone", "+1 (555) 0100", "+15550100"),
        ("phone", "0015550100", "+15550100"),
        ("phone", "n/a", ""),
        ("email", " A@B.org", "a@b.org"),
        ("device", " AbC ", "AbC"),
    ],
)
def test_identifiers_are_brought_to_one_form(kind, value, form):
    assert normal(kind, value) == form
