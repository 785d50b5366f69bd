"""Links to pages for people without an account here, which the platform hands on."""

from datetime import timedelta

from aboveboard.staff.links import holder_of


def known(service, *accounts):
    rows = [{"account_id": a, "handle": a, "created_at": "2026-01-01T00:00:00Z"} for a in accounts]
    assert service.post("/v1/events", json={"table": "accounts", "rows": rows}).status_code == 200


def held(desk, path, at):
    return holder_of(desk.parts["door"].roster.keys, path.rpartition("/")[2], at)


def test_who_reported_an_account_gets_a_link_to_the_outcome_of_their_own_report(service, desk, clock):
    known(service, "a1")
    made = service.post("/v1/links", json={"about": "report", "account_id": "me", "reported": "a1"})
    assert (made.status_code, made.json()["path"].startswith("/reports/ln_")) == (201, True)
    caller = held(desk, made.json()["path"], clock())
    assert (caller.name, caller.about) == ("me", "report:a1")
    assert held(desk, made.json()["path"], clock() + timedelta(days=184)) is None


def test_an_institution_gets_a_link_to_its_account(service, desk, clock):
    known(service, "a1")
    made = service.post("/v1/links", json={"about": "body", "account_id": "a1"})
    assert made.json()["path"].startswith("/bodies/ln_")
    assert held(desk, made.json()["path"], clock()).about == "body"


def test_a_link_for_nothing_is_refused(service):
    known(service, "a1")
    assert service.post("/v1/links", json={"about": "body", "account_id": "a9"}).status_code == 404
    assert service.post("/v1/links", json={"about": "report", "account_id": "a1"}).status_code == 422
    assert service.post("/v1/links", json={"about": "body", "account_id": "a1", "reported": "a1"}).status_code == 422
