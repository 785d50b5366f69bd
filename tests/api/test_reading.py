"""Whoever only reads waits for nobody who writes, on each kind of store, and cannot write."""

import sys
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from aboveboard.api.program import PARTS
from aboveboard.deciding.policy_life import adopt
from aboveboard.deciding.proposing import propose_from
from aboveboard.deciding.sitting import sit, watch
from aboveboard.errors import StoreError
from aboveboard.policy import load_policy
from aboveboard.store import New
from served import NOW

sys.path.insert(0, str(Path(__file__).parents[1] / "deciding"))

from deciding_worlds import RULES, account, finding, found

WRITES = {
    "/v1/accounts/{account_id}/copy": "that a copy was handed out",
    "/v1/cases/{case_id}": "who looked at a case",
    "/v1/reveals/{grant_id}": "who looked at personal data",
    "/v1/webhooks/{endpoint_id}/secret": "who looked at a secret",
}
"""What is read and leaves an entry of the ledger, so that it has to wait its turn."""
READS = sorted(
    r.path for p in PARTS for r in p.routes if isinstance(r, APIRoute) and "GET" in r.methods and r.path not in WRITES
)


@pytest.fixture
def written(desk):
    """The desk with a policy, a decision and a case."""
    desk.parts["detectors"] = {"bulk_accounts": "1"}
    with sit(desk.ledger, NOW) as s:
        adopt(s, RULES, NOW.replace(year=2027))
        told = found(finding("a1", "impersonation"), finding("f1"), accounts=[account("a1", verified_org_id="bank")])
        return propose_from(s, told, load_policy(RULES))


def test_every_read_answers_while_a_writer_holds_the_store(desk, service, written):
    known = {
        "account_id": "a1", "decision_id": written.decisions[0], "name": "small", "version": "1", "message_id": written.decisions[0],
    }  # fmt: skip
    told = {}
    with sit(desk.ledger, NOW) as s:
        s.write("accounts", [New("noted", "a2", {}), New("noted", "a1", {})])
        for path in READS:
            filled = path.replace("{kind}", "css")
            for name, value in known.items():
                filled = filled.replace(f"{{{name}}}", value)
            told[path] = service.get(filled.replace("{", "").replace("}", ""), timeout=25).status_code
    assert {p for p, status in told.items() if status >= 500} == set()
    fine = {"/v1/decisions/{decision_id}", "/v1/decisions/{decision_id}/replay", "/v1/policies/{name}/{version}/text", "/v1/cases", "/v1/halts"}  # fmt: skip
    assert {p: told[p] for p in fine} == dict.fromkeys(fine, 200)
    assert len(READS) > 30


def test_a_sitting_that_only_looks_cannot_write(desk):
    with pytest.raises(StoreError, match=r"read-?only"), watch(desk.ledger, NOW) as s:
        s.write("decisions", [New("noted", "a1", {})])
    assert list(desk.ledger.all()) == []
    with sit(desk.ledger, NOW) as s:  # the same connection writes again
        s.write("decisions", [New("noted", "a1", {})])
    assert len(list(desk.ledger.all())) == 1
