"""The work over HTTP: actions pulled and answered, endpoints managed, jobs and dead letters steered."""

import base64
import json

import pytest
import standardwebhooks

from aboveboard.app.working import taking, tools_of
from aboveboard.work import Message, Worker, hand, known_kinds, tick
from aboveboard.work.streams import received


@pytest.fixture(autouse=True)
def keys(monkeypatch):
    monkeypatch.setenv("ABOVEBOARD_WEBHOOK_KEY", base64.b64encode(bytes(range(32))).decode())
    monkeypatch.setenv("ABOVEBOARD_LEDGER_KEY", base64.b64encode(bytes(range(32))).decode())


@pytest.fixture
def decided(ledger, clock):
    def done(*ids):
        with ledger.store.writing() as connection:
            hand(connection, ledger, [Message(i, "action", "a1", {"action": "limit"}) for i in ids], clock())

    return done


@pytest.fixture
def worked(ledger, clock, tmp_path):
    def done():
        worker = Worker(tools_of(ledger, tmp_path), known_kinds(), "w", clock)
        return sum(iter(worker.step, 0))

    return done


def test_the_platform_pulls_what_is_decided_does_it_and_says_so(service, decided):
    decided("dec_1", "dec_2", "dec_3")
    first = service.get("/v1/actions", params={"limit": 2}).json()
    assert ([a["id"] for a in first["actions"]], first["after"]) == (["dec_1", "dec_2"], 2)
    assert service.get("/v1/actions", params={"after": 2}).json()["actions"][0]["id"] == "dec_3"
    done = service.post("/v1/actions/dec_1/receipt", json={"result": "applied"})
    assert (done.status_code, done.json()["state"]) == (200, "applied")
    assert service.post("/v1/actions/dec_1/receipt", json={"result": "applied"}).json() == done.json()
    late = service.post("/v1/actions/dec_1/receipt", json={"result": "failed", "reason": "no"})
    assert (late.status_code, "comes too late" in late.json()["detail"]) == (409, True)
    assert service.post("/v1/actions/dec_9/receipt", json={"result": "applied"}).status_code == 404
    assert service.post("/v1/actions/dec_2/receipt", json={"result": "failed", "reason": "\x00"}).status_code == 422
    assert service.get("/v1/actions/dec_1").json()["settled_at"]


def test_a_lease_keeps_what_was_taken_from_other_pullers(service, decided):
    decided("dec_1", "dec_2")
    taken = service.post("/v1/actions/lease", json={"seconds": 60, "limit": 1}).json()
    assert [a["id"] for a in taken["actions"]] == ["dec_1"]
    assert service.post("/v1/actions/lease", json={"seconds": 0}).status_code == 422


def test_an_endpoint_is_added_gets_signed_messages_and_its_secret_is_only_shown_never_kept(
    service, decided, worked, ledger, monkeypatch
):
    refused = service.post("/v1/webhooks", json={"url": "https://127.0.0.1/hooks"})
    assert (refused.status_code, "public addresses" in refused.json()["detail"]) == (422, True)
    made = service.post("/v1/webhooks", json={"url": "https://hooks.example.invalid/x", "kinds": ["action"]}, headers={"Idempotency-Key": "k"})  # fmt: skip
    assert made.status_code == 201
    place = made.json()["id"]
    (secret,) = service.get(f"/v1/webhooks/{place}/secret").json()["secrets"]
    assert standardwebhooks.Webhook(secret)
    with ledger.store.reading() as connection:
        tables = [t for (t,) in [("answers",), ("endpoints",), ("entries",)]]
        assert secret not in str([connection.exec_driver_sql(f"SELECT * FROM {t}").all() for t in tables])
    assert [e.kind for e in ledger.of_stream("work")] == ["endpoint_added", "secret_shown"]
    rotated = service.post(f"/v1/webhooks/{place}/rotate", json={"hours": 1}).json()
    assert rotated["former_until"]
    assert len(service.get(f"/v1/webhooks/{place}/secret").json()["secrets"]) == 2
    monkeypatch.setattr("aboveboard.work.addresses.socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("10.0.0.1", 443))])  # fmt: skip
    decided("dec_1")
    assert worked() == 1
    (receipt,) = service.get(f"/v1/webhooks/{place}/receipts").json()["receipts"]
    assert (receipt["message"], receipt["status"]) == ("dec_1", None)
    assert "public addresses" in receipt["error"]
    assert service.post(f"/v1/webhooks/{place}/switch", json={"state": "off"}).json()["state"] == "off"
    assert service.delete(f"/v1/webhooks/{place}").status_code == 204
    assert service.get("/v1/webhooks").json() == {"webhooks": []}
    assert service.get(f"/v1/webhooks/{place}/receipts").status_code == 404


def test_jobs_are_seen_started_retried_and_cancelled(service, ledger, clock, worked):
    tick(ledger.store, known_kinds().values(), clock())
    assert worked() == 5
    assert {j["state"] for j in service.get("/v1/jobs", params={"state": "done"}).json()["jobs"]} == {"done"}
    started = service.post("/v1/jobs", json={"kind": "expire_bars"})
    assert (started.status_code, started.json()["state"]) == (202, "waiting")
    job = started.json()["id"]
    assert service.post(f"/v1/jobs/{job}/cancel").json()["state"] == "cancelled"
    assert service.post(f"/v1/jobs/{job}/cancel").status_code == 409
    assert service.post(f"/v1/jobs/{job}/retry").json()["state"] == "waiting"
    assert worked() == 1
    assert service.get(f"/v1/jobs/{job}").json()["state"] == "done"
    assert [service.get("/v1/jobs/job_none").status_code, service.post("/v1/jobs", json={"kind": "no"}).status_code] == [404, 404]  # fmt: skip
    page = service.get("/v1/jobs", params={"limit": 4}).json()
    assert len(service.get("/v1/jobs", params={"after": page["after"]}).json()["jobs"]) == 2


def test_events_that_were_set_aside_are_replayed_or_discarded(service, ledger, clock):
    take = taking(ledger, clock)
    rows = [{"account_id": "a1", "handle": "zoe"}, {"account_id": "a2"}, {"account_id": "a3", "handle": "\ud800"}, {"account_id": 1 << 80}]  # fmt: skip
    refused = received(ledger, take, clock, "accounts", json.dumps(rows).encode(), "nats:s:1")
    assert [place for place, _ in refused] == [1, 2, 3]
    received(ledger, take, clock, "accounts", b"{", "nats:s:2")
    assert service.get("/v1/accounts/a1").status_code == 200
    found = {x["source"]: x["id"] for x in service.get("/v1/dead-letters").json()["letters"]}
    assert set(found) == {"nats:s:1", "nats:s:2"}
    still = service.post(f"/v1/dead-letters/{found['nats:s:1']}/replay")
    assert (still.status_code, "still refused" in still.json()["detail"]) == (422, True)
    assert service.post(f"/v1/dead-letters/{found['nats:s:2']}/discard").json()["state"] == "discarded"
    assert service.post(f"/v1/dead-letters/{found['nats:s:2']}/discard").status_code == 409
    assert service.get("/v1/dead-letters", params={"state": "discarded", "before": "2030-01-01T00:00:00"}).json()["letters"]  # fmt: skip


def test_rows_of_a_stream_are_kept_once_however_often_they_come(service, ledger, clock):
    take = taking(ledger, clock)
    for _ in range(3):
        assert take("accounts", [{"account_id": "a1", "handle": "zoe"}], "nats:s:1") == []
    assert len([e for e in service.get("/v1/accounts/a1/timeline").json()["events"] if e["kind"] == "registered"]) == 1
    assert len(list(ledger.of_stream("intake"))) == 1
