import json
import sys
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from proof_wallet import AT, AUDIENCE, TRUST, Wallet

NOON = AT.isoformat()


@pytest.fixture
def wallet(tmp_path):
    return Wallet(tmp_path)


@pytest.fixture
def asked(aboveboard, wallet):  # noqa: ARG001  (its file of issuers must be there)
    """What the wallet is shown after one `attest request`."""
    said = aboveboard("attest", "request", "a1", "--over", 18, "--audience", AUDIENCE, "--issuers", "issuers.toml", "--out", "a1.json", "--at", NOON)  # fmt: skip
    assert (said.code, said.err) == (0, "")
    return json.loads(said.out)


@pytest.fixture
def proof(asked, wallet):
    """A file with the answer of the wallet to just that."""
    [query] = asked["dcql_query"]["credentials"]
    [name] = query["claims"][0]["path"]
    text = wallet.present(wallet.issue(), {name: True}, nonce=asked["nonce"], audience=asked["client_id"])
    Path("proof.txt").write_text(text + "\n")
    return text


def verify(aboveboard, *more, proof="proof.txt"):
    given = ("--issuers", "issuers.toml", "--request", "a1.json", "--at", NOON)
    return aboveboard("attest", "verify", proof, *given, *more)


def test_a_request_is_answered_verified_and_kept_in_a_world(aboveboard, proof):
    said = verify(aboveboard, "--into", "world")
    assert said.code == 0, said.err
    assert "result: pass\nage_band: adult\n" in said.out
    [row] = pq.read_table("world/attestations").to_pylist()
    assert (row["account_id"], row["kind"], row["result"], row["provider"]) == ("a1", "age", "pass", "example_pid")
    assert proof


def test_nothing_of_the_proof_is_left_on_disk_but_the_result(aboveboard, proof, tmp_path):
    before = {p for p in tmp_path.rglob("*") if p.is_file()}
    verify(aboveboard, "--into", "world")
    written = {p for p in tmp_path.rglob("*") if p.is_file()} - before
    assert {p.suffix for p in written} == {".parquet", ".sqlite"}
    assert not [p for p in written for part in proof.split("~") if part.encode() in p.read_bytes()]


def test_a_proof_that_is_shown_again_exits_2_and_says_why(aboveboard, proof):
    assert proof
    assert verify(aboveboard, "--into", "world").code == 0
    said = verify(aboveboard, "--into", "world")
    assert (said.code, said.out) == (2, "")
    assert said.err == "error: a proof for this request was taken before\n"
    assert pq.read_table("world/attestations").num_rows == 1


def test_machines_get_the_row_or_the_reason(aboveboard, proof):
    assert proof
    first, again = verify(aboveboard, "--json"), verify(aboveboard, "--json")
    assert json.loads(first.out)["age_band"] == "adult"
    assert (again.code, json.loads(again.out)) == (2, {"refused": "replayed"})


def test_a_proof_may_come_by_standard_input(aboveboard, proof, monkeypatch):
    monkeypatch.setattr(sys, "stdin", StringIO(proof + "\n"))
    assert verify(aboveboard, proof="-").code == 0


@pytest.mark.parametrize("content", [b"\xff\xfe", None], ids=["no text", "no file"])
def test_a_file_that_holds_no_proof_exits_2(aboveboard, asked, content):
    assert asked
    if content:
        Path("proof.txt").write_bytes(content)
    said = verify(aboveboard)
    assert (said.code, said.err) == (2, "error: proof.txt: cannot be read as a presentation\n")


def test_two_requests_have_two_nonces(aboveboard, asked):
    said = aboveboard("attest", "request", "a1", "--over", 18, "--audience", AUDIENCE, "--issuers", "issuers.toml", "--out", "b.json")  # fmt: skip
    assert json.loads(said.out)["nonce"] != asked["nonce"]
    made = datetime.fromisoformat(json.loads(Path("b.json").read_text())["at"])
    assert abs((datetime.now(UTC) - made).total_seconds()) < 600


def test_a_fault_in_the_file_of_issuers_exits_2_with_its_line(aboveboard, proof):
    assert proof
    Path("issuers.toml").write_text(TRUST + "\nadult_age = 3\n")
    said = verify(aboveboard)
    assert said.code == 2
    assert "error: issuers.toml, line 20" in said.err


def test_results_of_own_checks_are_imported_and_bad_rows_are_told_and_kept(aboveboard):
    rows = ["account_id,kind,result,age_band,at", "a1,age,pass,adult,2026-01-05T10:00:00Z", "a2,age,maybe,adult,2026-01-05T10:00:00Z"]  # fmt: skip
    Path("ours.csv").write_text("\n".join(rows) + "\n")
    said = aboveboard("attest", "import", "ours.csv", "world", "--provider", "desk", "--rejected", "out.ndjson")
    assert said.code == 0, said.err
    assert "1 results added to world; 1 rows left out" in said.out
    assert "'" not in said.err
    [told] = [json.loads(line) for line in Path("out.ndjson").read_text().splitlines()]
    assert (told["file"], told["line"], told["column"], told["value"]) == ("ours.csv", 3, "result", "maybe")
    assert '"line": 3' in said.out
    assert pq.read_table("world/attestations")["provider"].to_pylist() == ["desk"]


def test_a_time_that_is_none_is_told(aboveboard, proof):
    assert proof
    said = verify(aboveboard, "--at", "noon")
    assert said.code == 2
    assert "is no ISO time" in said.err


def test_a_world_that_cannot_take_the_result_uses_no_request_up(aboveboard, proof):
    assert proof
    Path("world").mkdir()
    Path("world/attestations.csv").write_text("account_id,kind\n")
    said = verify(aboveboard, "--into", "world")
    assert (said.code, said.out) == (3, "")
    assert "make a folder attestations/" in said.err
    assert verify(aboveboard).code == 0
