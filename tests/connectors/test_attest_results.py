from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from aboveboard.app.scanning import read_table
from aboveboard.connectors.files import read_world
from aboveboard.connectors.proofs.attested import Attestation
from aboveboard.connectors.proofs.keeping import add_attestations, as_table
from aboveboard.connectors.proofs.results import ResultsProvider, read_results
from aboveboard.errors import InputError, OutputError, ProofError
from proof_wallet import AT, request

GOOD = """account_id,kind,result,age_band,at,expires_at,provider
a1,age,pass,adult,2026-01-05T10:00:00Z,2027-01-05T10:00:00Z,desk
a2,age,fail,minor,2026-01-05T10:00:00Z,,
a3,real_name,pass,,2026-01-06T10:00:00Z,,
"""
JANUARY = datetime(2026, 1, 5, 10, tzinfo=UTC)


def read(tmp_path, text, name="results.csv"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_results(tmp_path / name, AT, "own")


def left_out(tmp_path, row, head="account_id,kind,result,age_band,at,expires_at"):
    found = read(tmp_path, f"{head}\nok,age,pass,adult,2026-01-05T10:00:00Z,\n{row}\n")
    assert found.rows["account_id"].to_pylist() == ["ok"]
    [line] = [json.loads(one) for one in found.rejected]
    return line["file"], line["line"], line["column"], line["value"], line["reason"]


def test_results_become_attestations_and_what_is_not_said_is_filled_in(tmp_path):
    found = read(tmp_path, GOOD)
    assert found.rejected == ()
    assert [(r["account_id"], r["result"], r["age_band"], r["provider"]) for r in found.rows.to_pylist()] == [
        ("a1", "pass", "adult", "desk"),
        ("a2", "fail", "minor", "own"),
        ("a3", "pass", "unknown", "own"),
    ]
    assert found.rows["at"].to_pylist()[0] == JANUARY


@pytest.mark.parametrize("form", ["ndjson", "parquet", "csv.gz"])
def test_other_formats_say_the_same(tmp_path, form):
    import gzip

    wanted = read(tmp_path, GOOD).rows
    path = tmp_path / f"other.{form}"
    rows = wanted.to_pylist()
    if form == "parquet":
        pq.write_table(wanted, path)
    elif form == "ndjson":
        path.write_text("".join(json.dumps({k: v.isoformat() if isinstance(v, datetime) else v for k, v in r.items() if v is not None}) + "\n" for r in rows))  # fmt: skip
    else:
        path.write_bytes(gzip.compress(GOOD.encode()))
    assert read_results(path, AT, "own").rows.to_pylist() == rows


@pytest.mark.parametrize(
    ("row", "column", "value", "reason"),
    [
        (",age,pass,adult,2026-01-05T10:00:00Z,", "account_id", None, "required cell is empty"),
        ("a,birthdate,pass,adult,2026-01-05T10:00:00Z,", "kind", "birthdate", "not one of real_name, age"),
        ("a,age,maybe,adult,2026-01-05T10:00:00Z,", "result", "maybe", "not one of pass, fail, none"),
        ("a,age,pass,31,2026-01-05T10:00:00Z,", "age_band", "31", "not one of minor, adult, unknown"),
        ("a,age,pass,,2026-01-05T10:00:00Z,", "age_band", "unknown", "a passed age check says minor or adult"),
        ("a,age,pass,adult,,", "at", None, "required cell is empty"),
        ("a,age,pass,adult,yesterday,", "at", "yesterday", "not a time"),
        ("a,age,pass,adult,2026-01-05T10:00:00,", "at", "2026-01-05T10:00:00", "naive time"),
        ("a,age,pass,adult,2026-03-02T00:00:00Z,", "at", "2026-03-02 00:00:00+00:00", "in the future"),
        ("a,age,pass,adult,2026-01-05T10:00:00Z,2026-01-05T10:00:00Z", "expires_at", "2026-01-05 10:00:00+00:00", "not after the check"),
        ("ok,age,fail,minor,2026-01-05T10:00:00Z,", "account_id", "ok", "told twice; the first row is kept"),
    ],
)  # fmt: skip
def test_a_row_that_is_no_result_is_left_out_with_file_row_column_and_value(tmp_path, row, column, value, reason):
    file, line, where, seen, why = left_out(tmp_path, row)
    assert (file, line, where, seen) == ("results.csv", 3, column, value)
    assert why.startswith(reason)


def test_a_row_with_too_few_cells_is_left_out_too(tmp_path):
    assert left_out(tmp_path, "a,age")[:2] == ("results.csv", 3)


@pytest.mark.parametrize("column", ["account_id", "kind", "result", "at"])
def test_a_file_without_a_column_that_makes_a_result_is_refused(tmp_path, column):
    head = [c for c in ("account_id", "kind", "result", "at") if c != column]
    with pytest.raises(InputError, match=column):
        read(tmp_path, ",".join(head) + "\n" + ",".join("x" for _ in head) + "\n")


def test_a_file_in_which_no_row_is_a_result_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"every one of its 1 rows was left out; the first: .*not one of pass"):
        read(tmp_path, "account_id,kind,result,at\na,real_name,maybe,2026-01-05T10:00:00Z\n")


@pytest.mark.parametrize("name", ["results.xlsx", "missing.csv", "folder.csv"])
def test_what_is_no_file_of_results_is_refused(tmp_path, name):
    (tmp_path / "results.xlsx").write_text("x")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(InputError, match="csv, tsv, NDJSON or parquet"):
        read_results(tmp_path / name, AT, "own")


def test_columns_that_are_missing_are_filled(tmp_path):
    found = read(tmp_path, "account_id,kind,result,at\na,real_name,pass,2026-01-05T10:00:00Z\n")
    assert found.rows.to_pylist() == [as_row(kind="real_name", age_band="unknown", account_id="a")]


def as_row(**changed):
    row = {"account_id": "a1", "kind": "age", "result": "pass", "age_band": "adult", "age_under": None, "at": JANUARY, "expires_at": None, "provider": "own"}  # fmt: skip
    return {**row, **changed}


# ---- the same seam as a signed proof


def test_a_result_answers_a_request_while_it_holds(tmp_path):
    provider = ResultsProvider(read(tmp_path, GOOD))
    assert provider.attest(request(), "", AT).age_band == "adult"
    with pytest.raises(ProofError) as caught:
        provider.attest(request(account_id="a9"), "", AT)
    assert caught.value.reason == "no_result"


def test_a_result_that_has_expired_or_was_replaced_does_not(tmp_path):
    old = "a1,age,pass,adult,2025-01-05T10:00:00Z,2026-01-05T10:00:00Z,desk\n"
    provider = ResultsProvider(read(tmp_path, GOOD.splitlines()[0] + "\n" + old))
    with pytest.raises(ProofError) as caught:
        provider.attest(request(), "", AT)
    assert caught.value.reason == "expired"
    newer = "a1,age,fail,minor,2026-02-05T10:00:00Z,,desk\n"
    assert ResultsProvider(read(tmp_path, GOOD + newer)).attest(request(), "", AT).result == "fail"


def test_a_request_that_is_closed_is_answered_by_no_result_either(tmp_path):
    provider = ResultsProvider(read(tmp_path, GOOD))
    with pytest.raises(ProofError) as caught:
        provider.attest(request(), "", AT + timedelta(hours=1))
    assert caught.value.reason == "request_closed"


# ---- into a world


def test_rows_are_added_to_a_world_and_read_back_with_those_of_before(tmp_path):
    one = Attestation("a1", "age", "pass", "adult", AT, None, "pid")
    world = tmp_path / "world"
    add_attestations(world, as_table([one]))
    add_attestations(world, read(tmp_path, GOOD).rows)
    before = pa.table({"account_id": ["a0"], "kind": ["guardian"]})
    pq.write_table(before, world / "attestations" / "before.parquet")
    read_back = read_table(read_world(world, staging=tmp_path / "staging"), "attestations")
    assert sorted(read_back["account_id"].to_pylist()) == ["a0", "a1", "a1", "a2", "a3"]
    assert as_table([one]).to_pylist()[0] in read_back.to_pylist()


def test_the_same_rows_are_not_added_twice(tmp_path):
    rows = read(tmp_path, GOOD).rows
    add_attestations(tmp_path / "world", rows)
    with pytest.raises(OutputError, match="added before"):
        add_attestations(tmp_path / "world", rows)
    assert len(list((tmp_path / "world" / "attestations").iterdir())) == 1


def test_a_world_with_attestations_in_one_file_is_not_touched(tmp_path):
    (tmp_path / "attestations.csv").write_text("account_id,kind\n")
    with pytest.raises(OutputError, match=r"has attestations\.csv; to add to it, make a folder"):
        add_attestations(tmp_path, as_table([]))
    assert not (tmp_path / "attestations").exists()
