"""`POST /v1/checks`, behind a real port: what a platform asks before somebody comes in."""

import threading
import time
from datetime import timedelta
from types import SimpleNamespace

import pytest

from aboveboard.api.gating import gated
from aboveboard.cases import Event
from aboveboard.errors import StoreError
from aboveboard.gate import checking
from aboveboard.gate.attempts import Attempt
from aboveboard.gate.checking import Checker, Follower
from aboveboard.policy import default_policy, load_policy
from aboveboard.store.lives import entry_of
from served import NOW

CLOSED_AT = NOW - timedelta(days=3)
DEVICE = "d" * 64
TOKENS = {"table": "tokens", "rows": [{"account_id": "a1", "kind": "device", "token": DEVICE}]}
ROWS = [
    {"account_id": "a1", "handle": "daily", "display_name": "人民日报", "status": "closed", "closed_at": CLOSED_AT.isoformat(), "closed_for": "coordination"},
    {"account_id": "a2", "handle": "bank", "display_name": "Northgate Bank", "verified_org_id": "o1", "created_at": "2020-01-01T00:00:00Z"},
]  # fmt: skip
BODIES = {"table": "organisations", "rows": [{"org_id": "o1", "name": "Northgate Bank"}]}
ASKED = {"attempt_id": "t1", "kind": "registration", "at": NOW.isoformat(), "handle": "fresh"}


def within(seconds, look):
    ends = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < ends:
        threading.Event().wait(0.02)
    return found


def ask(service, **more):
    answer = service.post("/v1/checks", json=ASKED | more)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_return_and_a_disguised_bank_are_asked_to_verify_and_it_is_written_down_without_a_name(service, desk, ledger):
    for body in ({"table": "accounts", "rows": ROWS}, TOKENS, BODIES):
        assert service.post("/v1/events", json=body).json()["rejected"] == []
    with gated(desk, wait=True):
        back = ask(service, display_name="人民曰报", tokens=[{"kind": "device", "token": DEVICE}])
        assert (back["answer"], back["tier"], back["degraded"]) == ("verify", "likely", False)
        bank = ask(service, attempt_id="t2", display_name="Nоrthgate Bаnk")
        assert (bank["answer"], bank["violation"]) == ("verify", "impersonation")
        assert ask(service, attempt_id="t3", display_name="Rain on Tea")["answer"] == "allow"
        assert ask(service, display_name="人民曰报", tokens=[{"kind": "device", "token": DEVICE}]) == back
    kept = list(ledger.of_stream("proposals"))
    assert [e.key for e in kept] == [back["decision_id"], bank["decision_id"]]
    assert not any(text in str(kept) for text in ("人民", "Northgate", DEVICE))


def test_a_term_that_the_operator_forbids_shows_within_a_second_and_its_field_is_named(service, desk, ledger):
    assert service.post("/v1/events", json={"table": "accounts", "rows": ROWS}).json()["rejected"] == []
    with gated(desk, wait=True):
        assert ask(service, attempt_id="t4", display_name="casino king")["answer"] == "allow"
        terms = {"table": "protected_terms", "rows": [{"term": "casino", "list": "gambling"}]}
        assert service.post("/v1/events", json=terms).json()["accepted"] == 1
        told = within(
            5, lambda: (a := ask(service, attempt_id="t5", display_name="c4sin0 king"))["answer"] == "verify" and a
        )
        assert [(r["code"], r["fields"]) for r in told["reasons"]] == [("holds_what_is_not_allowed", ["display_name"])]
    assert "c4sin0" not in str(list(ledger.all()))


def test_a_closure_in_the_ledger_shows_within_a_second(service, desk, ledger):
    given = {**ROWS[0], "status": "active", "closed_at": None, "closed_for": None}
    for body in ({"table": "accounts", "rows": [{k: v for k, v in given.items() if v}]}, TOKENS):
        assert service.post("/v1/events", json=body).json()["rejected"] == []
    with gated(desk, wait=True):
        one = {"display_name": "人民曰报", "tokens": [{"kind": "device", "token": DEVICE}]}
        assert ask(service, **one)["answer"] == "allow"
        event = Event("a1", CLOSED_AT, "closed", by="person:anna", id="m1")
        ledger.append("accounts", [entry_of(event)], CLOSED_AT)
        assert within(10, lambda: ask(service, **one)["answer"] == "verify")


def test_processes_beside_the_service_read_and_know_of_a_closure_within_a_second(service, desk, ledger, monkeypatch):
    def here(*_):
        raise AssertionError("read here")

    given = {k: v for k, v in ROWS[0].items() if not k.startswith("closed")} | {"status": "active"}
    for body in ({"table": "accounts", "rows": [given]}, TOKENS):
        assert service.post("/v1/events", json=body).json()["rejected"] == []
    with gated(desk, wait=True, readers=2) as gating:
        monkeypatch.setattr(checking, "answers", here)
        one = {"display_name": "人民曰报", "tokens": [{"kind": "device", "token": DEVICE}]}
        assert ask(service, **one)["answer"] == "allow"
        ledger.append("accounts", [entry_of(Event("a1", CLOSED_AT, "closed", by="person:anna", id="m1"))], CLOSED_AT)
        assert within(10, lambda: ask(service, **one)["answer"] == "verify")
        gating.rebuild()
        assert ask(service, **one)["answer"] == "verify"
        processes = [a._links[0].process for a in gating._asides]
    assert [p.exitcode for p in processes] == [0, 0]


def test_a_service_whose_gate_is_not_open_says_so(service):
    assert service.post("/v1/checks", json=ASKED).status_code == 503


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "holiday"}, {"at": "2026-01-01T00:00:00"}, {"more": 1}, {"attempt_id": ""}, {"attempt_id": "a\x00"}, {"tokens": [{"kind": "ip", "token": "x"}]}],
)  # fmt: skip
def test_an_attempt_that_is_not_well_formed_is_refused(service, wrong):
    assert service.post("/v1/checks", json=ASKED | wrong).status_code == 422


LOOKED_AT = """
name = "ours"
version = "1"
owner = "us"

[[rule]]
name = "sellers"
when = 'violation == "account_trade"'
action = "none"
review = true
why = "A person looks at this."

[[case]]
name = "one offer"
given = { violation = "account_trade", tier = "possible", classes = ["content"] }
then = "none"
rule = "sellers"
"""


def attempt(n=0, kind="registration"):
    return Attempt(f"t{n}", kind, NOW, display_name="Rain on Tea")


def test_a_gate_that_is_not_ready_answers_as_declared():
    checker = Checker(lambda: None, default_policy)
    told = [checker.ask(attempt(kind=kind)).result(5) for kind in ("login", "registration")]
    checker.close()
    assert [(t.answer, t.degraded) for t in told] == [("allow", True), ("review", True)]
    assert checker.ask(attempt()).result(5).degraded


def test_what_cannot_be_written_down_is_answered_as_declared(desk):
    def full(_told):
        raise StoreError("the disk is full")

    with gated(desk, wait=True):
        gate = desk.parts["checks"]._gate()
    policy = load_policy(LOOKED_AT)
    checker = Checker(lambda: gate, lambda: policy, keep=full)
    given = Attempt(
        "t1", "listing", NOW, handle="a", text="Renting out my diamond account, $5 per hour, no face check, dm me"
    )
    told = [checker.ask(one).result(30) for one in (attempt(), given)]
    checker.close()
    assert [t.degraded for t in told] == [False, True]
    assert told[1].answer == "review"


def test_a_follower_goes_on_after_a_look_that_failed(desk):
    with gated(desk, wait=True):
        gate = desk.parts["checks"]._gate()
    looks = []

    def entries(after):
        looks.append(after)
        if len(looks) == 1:
            raise StoreError("away")
        return []

    follower = Follower(gate, entries, pause=0.01)
    assert within(10, lambda: len(looks) > 2)
    follower.close()
    assert follower.failing is False


def test_an_entry_is_taken_in_once_however_many_look():
    class Slow:
        """A gate that takes its time, and whose position moves when it is done."""

        taken = ()
        state = SimpleNamespace(position=0)

        def apply_all(self, entries):
            time.sleep(0.02)
            self.taken += tuple(entries)
            self.state = SimpleNamespace(position=entries[-1])

    gate = Slow()
    follower = Follower(gate, lambda after: [after + 1] if after < 3 else [], pause=0.001)
    lookers = [threading.Thread(target=follower.look) for _ in range(4)]
    for looker in lookers:
        looker.start()
    for looker in lookers:
        looker.join()
    follower.close()
    assert gate.taken == (1, 2, 3)
