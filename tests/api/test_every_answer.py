"""What every answer has in common: who may ask, how errors look, how large a request may be, what is answered when it comes again."""

import json

import pytest

from aboveboard.api.guarding import LARGEST
from aboveboard.api.program import permissions
from aboveboard.staff import PERMISSIONS

ROWS = {"table": "accounts", "rows": [{"account_id": "a1", "handle": "anna"}]}
PAGES = {"/join", "/login", "/enter/entering.{kind}"}
PUBLIC = {"/health/live", "/health/ready", *PAGES} | {
    f"/v1/staff/{path}"
    for path in (
        "login",
        "login/passkey/start",
        "login/passkey",
        "join",
        "join/passkey/start",
        "join/passkey",
        "oidc/start",
        "oidc/callback",
        "ways",
    )
}
"""How one gets in needs no permission, and how the service is says nothing of anybody."""


def problem(answer, status):
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status
    return body


def test_every_route_asks_for_a_permission_but_those_that_are_public():
    asked = permissions()
    assert {path for (path, _), p in asked.items() if not p} == PUBLIC
    assert {p for p in asked.values() if p} <= {*PERMISSIONS, "person"}


def test_a_row_comes_in_and_its_account_can_be_seen(service):
    taken = service.post("/v1/events", json={"table": "accounts", "rows": [{"account_id": "a1", "handle": "anna"}, {"account_id": "a2"}]})  # fmt: skip
    assert taken.json()["accepted"] == 1
    assert taken.json()["rejected"] == [{"place": 1, "column": "", "reason": "Object missing required field `handle`"}]
    assert service.get("/v1/accounts/a1").json()["state"] == "active"
    assert [e["kind"] for e in service.get("/v1/accounts/a1/timeline").json()["events"]] == ["registered", "admitted"]
    problem(service.get("/v1/accounts/a9"), 404)


@pytest.mark.parametrize("authorization", ["", "Bearer wrong", "Basic all", "Bearer all' OR '1'='1", "Bearer none"])
def test_who_is_not_known_or_may_not_is_told_so_and_nothing_is_kept(service, authorization, ledger):
    answer = service.post("/v1/events", json=ROWS, headers={"Authorization": authorization})
    problem(answer, 403 if authorization == "Bearer none" else 401)
    assert list(ledger.all()) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 422),
        (b"[]", 422),
        (json.dumps({"table": "accounts", "rows": []}).encode(), 422),
        (json.dumps({"table": "labels", "rows": [{}]}).encode(), 422),
        (json.dumps({"table": "accounts; DROP TABLE entries", "rows": [{}]}).encode(), 422),
        (json.dumps({"table": "accounts", "rows": [{}] * 5001}).encode(), 422),
        (json.dumps({**ROWS, "more": 1}).encode(), 422),
    ],
)
def test_what_is_not_well_formed_is_a_problem_and_not_a_fault(service, body, status):
    problem(service.post("/v1/events", content=body), status)


def test_a_body_that_is_too_large_is_refused_whether_it_says_so_or_not(service):
    large = b" " * (LARGEST + 1)
    problem(service.post("/v1/events", content=large), 413)
    problem(service.post("/v1/events", content=iter([large[: LARGEST // 2]] * 3)), 413)


def test_the_same_key_gives_the_same_answer_and_another_request_under_it_is_refused(service):
    key = {"Idempotency-Key": "k1"}
    first = service.post("/v1/events", json=ROWS, headers=key)
    again = service.post("/v1/events", json=ROWS, headers=key)
    assert first.json() == again.json()
    assert again.headers["idempotent-replay"] == "true"
    other = {"table": "accounts", "rows": [{"account_id": "a2", "handle": "b"}]}
    problem(service.post("/v1/events", json=other, headers=key), 422)
    problem(service.post("/v1/events", json=other, headers={"Idempotency-Key": "k" * 300}), 400)


def test_a_refusal_is_not_kept_under_a_key(service):
    key = {"Idempotency-Key": "k2"}
    problem(service.post("/v1/events", json=ROWS, headers={**key, "Authorization": "Bearer none"}), 403)
    assert service.post("/v1/events", json=ROWS, headers=key).status_code == 200


def test_the_document_describes_every_route_with_its_permission(service):
    document = service.get("/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    for (path, verbs), permission in permissions().items():
        for verb in verbs if path not in PAGES else ():
            assert document["paths"][path][verb.lower()].get("x-permission", "") == permission


def test_counters_name_routes_and_never_accounts(service):
    service.get("/v1/accounts/somebody-in-particular")
    told = service.get("/metrics").text
    assert 'route="/v1/accounts/{account_id}"' in told
    assert "somebody" not in told


def test_every_answer_has_an_id_and_headers_that_keep_a_browser_safe(service):
    for answer in (service.get("/health/live"), service.get("/nowhere"), service.get("/v1/accounts/a9")):
        assert len(answer.headers["x-request-id"]) == 16
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
