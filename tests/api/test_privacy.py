"""What a holder can ask for through the service, and how their data are guarded there."""

import io
import json
import zipfile
from datetime import timedelta

import pytest

from aboveboard.staff import PERMISSIONS, Caller
from leaks import leaks
from planting import DAY, close

SECOND = Caller("second", "token", frozenset(PERMISSIONS))
PHONE = "+49 30 901820"


@pytest.fixture
def filled(desk, service, clock):
    """A service with one closed and barred account, and a second person."""
    first = desk.callers
    desk.callers = lambda a, c, at: SECOND if a == "Bearer second" else first(a, c, at)
    with desk.store.writing() as connection:
        close(connection, desk.ledger, "acct-77", clock.at - 10 * DAY)
    return service


def test_a_look_takes_a_case_and_lasts_a_quarter_of_an_hour_and_peers_see_it(filled, clock, ledger):
    assert filled.post("/v1/accounts/acct-77/reveals", json={"purpose": "curiosity", "case": "c"}).status_code == 422
    given = filled.post("/v1/accounts/acct-77/reveals", json={"purpose": "case", "case": "c1"}).json()
    rows = filled.get(f"/v1/reveals/{given['id']}").json()
    assert PHONE in [r["row"].get("bio") for r in rows]
    assert [(s["by"], s["case"], s["known"]) for s in filled.get("/v1/accounts/acct-77/looks").json()] == [
        ("token:platform", "c1", False)
    ]
    other = {"Authorization": "Bearer second"}
    assert filled.get(f"/v1/reveals/{given['id']}", headers=other).status_code == 409
    clock.at += timedelta(minutes=15)
    assert filled.get(f"/v1/reveals/{given['id']}").status_code == 409
    asked = filled.get("/v1/audit/anomalies", params={"zone": "Europe/Berlin"}).json()
    assert {a["kind"] for a in asked} == {"without_case", "out_of_hours"}
    assert [e["kind"] for e in filled.get("/v1/audit/reads").json()] == ["reveal_granted", "revealed"]
    assert PHONE not in str([e.body for e in ledger.all()])


def test_a_copy_is_a_zip_and_is_written_down_and_kept_nowhere(filled, desk):
    answer = filled.get("/v1/accounts/acct-77/copy")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert json.loads(archive.read("data.json"))["state"]["state"] == "closed"
    assert [d["kind"] for d in filled.get("/v1/retention/receipts").json()] == ["exported"]
    assert "answers" not in str(leaks(desk.store, [], [PHONE]))


def test_erasure_leaves_the_bar_and_the_ledger_whole_and_nothing_raw(filled, desk):
    done = filled.post("/v1/accounts/acct-77/erasure", headers={"Idempotency-Key": "e1"}).json()
    assert (done["waits_for"], done["rows"], done["bars"], done["left"]) == ([], 2, 1, {})
    assert filled.get("/v1/accounts/acct-77").status_code == 404
    assert filled.get("/v1/ledger/verification").json()["whole"]
    assert [e["kind"] for e in filled.get("/v1/ledger/entries", params={"stream": "bars"}).json()] == ["barred"]
    assert filled.get("/v1/ledger/entries", params={"subject": "acct-77"}).json() == []
    assert filled.get("/v1/erasures").json() == {}
    assert leaks(desk.store, [], [PHONE]) == []


def test_keys_change_by_two_people_and_their_secrets_never_leave(filled, desk):
    assert {k["state"] for k in filled.get("/v1/keys").json()} == {"primary"}
    asked = filled.post("/v1/keys/changes", json={"act": "rotate", "purpose": "bars"})
    assert asked.status_code == 202
    path = f"/v1/keys/changes/{asked.json()['id']}/confirmation"
    assert filled.post(path).status_code == 409
    assert [w["id"] for w in filled.get("/v1/keys/changes").json()] == [asked.json()["id"]]
    done = filled.post(path, headers={"Authorization": "Bearer second"})
    assert done.json()["bars"] == {"2": "primary", "1": "reading"}
    assert filled.post("/v1/keys/changes", json={"act": "retire", "purpose": "bars", "version": 2}).status_code == 409
    secret = json.loads((desk.data / "keys.json").read_text())["bars"][0]["secret"]
    assert secret not in filled.get("/v1/keys").text + done.text


def test_what_is_kept_how_long_and_why_can_be_read_with_the_operator_s_own_days(filled, desk):
    (desk.data / "retention.toml").write_text("[days]\nsessions = 30\n")
    kept = {k["name"]: k for k in filled.get("/v1/retention").json()}
    assert (kept["sessions"]["days"], kept["sessions"]["tables"], kept["bars"]["days"]) == (30, ["sessions"], None)


def test_a_checkpoint_signs_and_a_period_that_makes_no_sense_is_refused(filled):
    assert (
        filled.post("/v1/ledger/checkpoints").json()["public"] in filled.post("/v1/ledger/checkpoints").json()["text"]
    )
    assert filled.get("/v1/ledger/verification").json()["checkpoints"] == 2
    for wrong in (
        {"zone": "Nowhere/Land"},
        {"zone": "../etc"},
        {"since": "2026-01-01T00:00:00"},
        {"since": "2020-01-01T00:00:00Z"},
        {"until": "2001-01-01T00:00:00Z", "since": "2002-01-01T00:00:00Z"},
    ):
        assert filled.get("/v1/audit/anomalies", params=wrong).status_code == 422
