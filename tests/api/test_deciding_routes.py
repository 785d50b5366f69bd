"""Deciding by the service: cases, appeals, halts, batches, policies and bars, each by who may, each told what happened."""

import sys
from pathlib import Path

import httpx2
import pytest

from aboveboard.api.program import create
from aboveboard.staff import PERMISSIONS, ROLES, Caller
from served import EVERYTHING, NOW, answering

sys.path.insert(0, str(Path(__file__).parents[1] / "deciding"))

from deciding_worlds import RULES, account, finding, found

from aboveboard.deciding.policy_life import adopt
from aboveboard.deciding.proposing import propose_from
from aboveboard.deciding.sitting import sit
from aboveboard.policy import load_policy

SECOND = RULES.replace('version = "1"', 'version = "2"')
PEOPLE = {n: Caller(n, "person", frozenset(PERMISSIONS)) for n in ("anna", "boris", "chen")}
PEOPLE["rita"] = Caller("rita", "person", ROLES["reviewer"])


@pytest.fixture
def people(desk):
    """Ask as somebody: `people("anna").post(…)`; the small policy is live and one case waits."""
    desk.callers = lambda who, _cookie, _at: (
        {"Bearer all": EVERYTHING}.get(who or "") or PEOPLE.get((who or "").removeprefix("Bearer "))
    )
    desk.admits = lambda *_: None  # who they are is not the question here; tests/staff asks it
    desk.parts["detectors"] = {"bulk_accounts": "1"}
    with sit(desk.ledger, NOW) as s:
        adopt(s, RULES, NOW.replace(year=2027))
        told = found(finding("a1", "impersonation"), finding("f1"), accounts=[account("a1", verified_org_id="bank")])
        propose_from(s, told, load_policy(RULES))
    with answering(create(desk)) as address, httpx2.Client(base_url=address) as client:

        class As:
            def __init__(self, who):
                self.headers = {"Authorization": f"Bearer {who}"}

            def get(self, path):
                return client.get(path, headers=self.headers)

            def post(self, path, **body):
                return client.post(path, headers=self.headers, json=body)

        yield As


def test_a_case_is_claimed_decided_by_two_appealed_judged_and_replayed(people):
    anna, boris, chen = people("anna"), people("boris"), people("chen")
    (case,) = anna.get("/v1/cases").json()["cases"]
    path = f"/v1/cases/{case['case_id']}"
    assert anna.post(f"{path}/claim", version=1).json()["version"] == 2
    assert boris.get("/v1/cases").json()["cases"] == []
    assert anna.post(f"{path}/heartbeat").json()["until"] == "2026-03-01T12:10:00Z"
    verdict = {"action": "suspend", "until": "2026-04-01T00:00:00Z", "reason": "it asks for passwords"}
    assert anna.post(f"{path}/decide", version=2, **verdict).json()["status"] == "second"
    seen = boris.get(path)
    assert seen.json()["findings"][0]["says"] == "a sentence"
    assert "passwords" not in seen.text
    assert "anna" not in seen.text
    assert people("rita").post(f"{path}/decide", version=3, **verdict).status_code == 403
    late = boris.post(f"{path}/decide", version=2, **verdict)
    assert (late.status_code, "person:anna" in late.json()["detail"]) == (409, True)
    made = boris.post(f"{path}/decide", version=3, **verdict).json()
    assert made["status"] == "decided"
    assert anna.get("/v1/accounts/a1").json()["state"] == "suspended"
    assert anna.get(f"/v1/decisions/{made['decision']}").json()["said"]["second"] == "person:boris"
    assert anna.get(f"/v1/decisions/{made['decision']}/replay").json()["same"]
    filed = people("all").post("/v1/appeals", decision=made["decision"], text="we are the bank")
    assert filed.status_code == 201
    (waits,) = chen.get("/v1/appeals").json()["appeals"]
    answer = {"outcome": "overturned", "reason": "they are", "version": waits["version"]}
    refused = anna.post(f"/v1/appeals/{waits['appeal']}/judge", **answer)
    assert (refused.status_code, refused.json()["detail"]) == (409, "who decided may not judge the appeal")
    assert chen.post(f"/v1/appeals/{waits['appeal']}/judge", **answer).json()["taken_back"] == [made["decision"]]
    assert chen.get(f"/v1/appeals/{waits['appeal']}").json()["status"] == "decided"
    assert anna.get("/v1/accounts/a1").json()["state"] == "active"


def test_a_token_decides_nothing_and_what_is_not_there_is_not_found(people):
    machine, anna = people("all"), people("anna")
    (case,) = anna.get("/v1/cases").json()["cases"]
    path = f"/v1/cases/{case['case_id']}"
    assert machine.post(f"{path}/claim", version=1).status_code == 403
    assert anna.post("/v1/cases/cas_none/claim", version=1).status_code == 404
    for gone in (
        "/v1/decisions/dec_none",
        "/v1/decisions/dec_none/replay",
        "/v1/appeals/apl_none",
        "/v1/batches/bat_none",
        "/v1/bars/dec_none",
        "/v1/policies/small/9",
    ):
        assert anna.get(gone).status_code == 404
    assert anna.post(f"{path}/handle", what="hold", version=1, reason="later").status_code == 422
    held = anna.post(f"{path}/handle", what="hold", version=1, reason="later", until="2026-03-05T00:00:00Z")
    assert held.json()["status"] == "held"
    assert anna.post(f"{path}/handle", what="hand_over", version=2, reason="yours", to="boris").json()["version"] == 3
    assert people("boris").post(f"{path}/handle", what="escalate", version=3, reason="hard").json()["level"] == "senior"


def test_a_halt_takes_one_person_and_its_end_two(people):
    anna, boris = people("anna"), people("boris")
    assert anna.post("/v1/halts", rule="*", reason="stop").json() == {"halted": {"*": "stop"}}
    assert anna.post("/v1/halts/resume", rule="*", reason="fixed").json() == {"runs": False}
    assert anna.post("/v1/halts/resume", rule="*", reason="fixed").status_code == 409
    assert boris.post("/v1/halts/resume", rule="*", reason="yes").json() == {"runs": True}
    assert boris.get("/v1/halts").json() == {"halted": {}}


def test_a_batch_is_looked_at_run_by_its_token_and_taken_back(people, clock):
    anna, boris = people("anna"), people("boris")
    rows = [{"account_id": f"b{n}", "handle": f"b{n}", "language": "en"} for n in range(60)]
    assert people("all").post("/v1/events", table="accounts", rows=rows).json()["accepted"] == 60
    asked = {
        "action": "suspend",
        "until": "2026-05-01T00:00:00Z",
        "violation": "coordination",
        "name": "spring",
        "reason": "a ring",
    }
    looked = anna.post("/v1/batches", accounts=[f"b{n}" for n in range(61)], **asked).json()
    assert (looked["size"], looked["unknown"], looked["counts"]["language"]) == (60, 1, {"en": 60})
    path = f"/v1/batches/{looked['batch']}"
    assert anna.post(f"{path}/run", token="0" * 64, reason="go").status_code == 409
    assert anna.post(f"{path}/run", token=looked["token"], reason="go").json()["status"] == "asked"
    assert boris.post(f"{path}/run", token=looked["token"], reason="go").json()["status"] == "canary"
    assert boris.post(f"{path}/advance").json()["done"] == 1
    clock.at = NOW.replace(day=3)
    assert boris.post(f"{path}/advance").json() | {"why": ""} == {"batch_id": looked["batch"], "status": "done", "size": 60, "canary": 1, "done": 60, "failed": 0, "taken_back": 0, "why": ""}  # fmt: skip
    back = people("chen").post(f"{path}/reverse", reason="a choir").json()
    assert (back["status"], back["taken_back"]) == ("reversed", 60)
    assert anna.get("/v1/accounts/b7").json()["state"] == "active"


def test_a_policy_goes_live_step_by_step(people):
    anna, boris = people("anna"), people("boris")
    drafted = anna.post("/v1/policies", text=SECOND, ends_at="2026-12-31T00:00:00Z", reason="fewer mistakes")
    assert (drafted.status_code, drafted.json()["stage"]) == (201, "draft")
    assert anna.post("/v1/policies", text="name = 1", ends_at="2026-12-31T00:00:00Z", reason="x").status_code == 422
    path = "/v1/policies/small/2"
    assert anna.post(f"{path}/shadow").status_code == 422
    assert anna.post(f"{path}/backtest").json()["snapshots"] == 2
    assert anna.post(f"{path}/shadow").json()["stage"] == "shadow"
    assert anna.post(f"{path}/approve", stage="canary", share=0.1).status_code == 422
    assert boris.post(f"{path}/approve", stage="canary", share=0.1).json()["share"] == 0.1
    assert boris.post(f"{path}/approve", stage="live").json()["approver"] == "person:boris"
    assert boris.get(f"{path}/text").json()["text"] == SECOND
    assert boris.get(path).json()["stage"] == "live"
    stages = {p["version"]: p["stage"] for p in boris.get("/v1/policies").json()["policies"]}
    assert stages == {"1": "expired", "2": "live"}
    assert anna.post(f"{path}/withdraw", reason="wrong").json()["stage"] == "withdrawn"


def test_a_long_bar_is_set_by_two_and_lifted_by_one(people):
    anna, boris = people("anna"), people("boris")
    bar = {"tokens": ["ab" * 32], "ground": "terms", "severity": 3, "reason": "sold accounts"}
    assert anna.post("/v1/bars", **bar).json() == {"bar": None}
    made = boris.post("/v1/bars", **bar).json()["bar"]
    assert made["review_at"]
    assert [b["id"] for b in anna.get("/v1/bars").json()["bars"]] == [made["id"]]
    assert anna.get(f"/v1/bars/{made['id']}").json()["ends_at"] is None
    assert anna.post(f"/v1/bars/{made['id']}/lift", reason="a mistake").status_code == 204
    assert anna.get("/v1/bars").json()["bars"] == []
    short = anna.post("/v1/bars", **{**bar, "until": "2026-03-20T00:00:00Z", "tokens": ["cd" * 32]})
    assert short.json()["bar"]["ends_at"] == "2026-03-20T00:00:00Z"
