"""Every route against every role, and against nobody: allowed exactly where the role holds what the route asks for. Generated from the application itself."""

import re

import pytest
from staff_days import DAY, NOW

from aboveboard.api.program import create, permissions
from aboveboard.staff.links import make_link
from aboveboard.staff.permissions import HOLDER, PERMISSIONS, ROLES, TOKENS_MAY
from aboveboard.staff.roster import MACHINE
from aboveboard.staff.tokens import make_token

PUBLIC = {
    ("GET", "/health/live"), ("GET", "/health/ready"), ("POST", "/v1/staff/login"), ("POST", "/v1/staff/login/passkey/start"),
    ("POST", "/v1/staff/login/passkey"), ("POST", "/v1/staff/join"), ("POST", "/v1/staff/join/passkey/start"), ("POST", "/v1/staff/join/passkey"),
    ("POST", "/v1/staff/oidc/start"), ("GET", "/v1/staff/oidc/callback"), ("GET", "/v1/staff/ways"), ("GET", "/join"), ("GET", "/login"),
    ("GET", "/enter/entering.{kind}"),
}  # fmt: skip
"""What nobody needs a permission for: how the service is, and how one gets in."""

DOCUMENT = ("GET", "/v1/openapi.json")
ROUTES = [(method, path, permission) for (path, methods), permission in permissions().items() for method in methods]


def asked(client, method, path, headers=None):
    """How the door answers: 401 and 403 are its words for no; anything else is past it."""
    where = re.sub(r"\{\w+\}", "nobody-here", path)
    return client.request(method, where, headers=headers).status_code


def test_the_matrix_is_of_every_route_that_the_application_answers(desk):
    app = create(desk)
    answered = {
        (m, r.path) for r in app.routes for m in getattr(r, "methods", None) or () if m not in {"HEAD", "OPTIONS"}
    }
    listed = {(method, path) for method, path, _ in ROUTES}
    described = {(m.upper(), p) for p, verbs in app.openapi()["paths"].items() for m in verbs}
    assert described == {
        (method, path) for method, path in listed if not path.startswith(("/join", "/login", "/enter"))
    }
    assert not answered or answered - {DOCUMENT} <= listed


def test_only_the_routes_on_a_short_list_are_open_to_everybody():
    assert {(method, path) for method, path, permission in ROUTES if not permission} == PUBLIC
    assert {permission for _, _, permission in ROUTES} <= {*PERMISSIONS, "person", ""}


def test_nobody_gets_past_the_door_of_what_is_not_public(browser):
    for method, path, permission in ROUTES:
        status = asked(browser(), method, path)
        if permission:
            assert status == 401, (method, path)
        elif path != "/v1/staff/oidc/callback":
            assert status not in {403, 500}, (method, path)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_gets_past_the_door_exactly_where_it_holds_the_permission(browser, hire, role):
    mika = hire(role)
    for method, path, permission in ROUTES:
        status = asked(browser(mika.session), method, path)
        mika = hire(role) if path == "/v1/staff/logout" else mika
        allowed = permission in {"", "person"} or permission in ROLES[role]
        assert status < 500 or permission == "", (method, path, status)
        if permission:
            assert (status not in {401, 403}) == allowed, (method, path, status)


@pytest.mark.parametrize("role", ROLES)
def test_no_role_changes_anything_from_another_page_or_without_the_token_of_its_log_in(browser, hire, role):
    mika, other = hire(role), hire(role)
    for method, path, permission in ROUTES:
        if not permission or method == "GET":
            continue
        wrong = [
            ({"Origin": "https://evil.example"}, "another page"),
            ({"X-CSRF-Token": ""}, "no token"),
            ({"X-CSRF-Token": browser(other.session).headers["X-CSRF-Token"]}, "another's token"),
        ]
        for headers, why in wrong:
            assert asked(browser(mika.session), method, path, headers) == 403, (method, path, why)


def test_a_machine_gets_past_the_door_exactly_where_its_token_may(browser, roster, somewhere):
    name = f"machine-{somewhere.split(':')[3]}"
    token = make_token(roster, name, sorted(TOKENS_MAY), MACHINE, NOW)
    for method, path, permission in ROUTES:
        if permission:
            status = asked(browser(Authorization=f"Bearer {token}"), method, path)
            assert (status not in {401, 403}) == (permission in TOKENS_MAY), (method, path, status)


def test_the_holder_of_a_notice_gets_past_the_door_of_their_own_notice_only(browser, roster):
    link = make_link(roster.keys, "a1", "dec_x", NOW, NOW + DAY)
    for method, path, permission in ROUTES:
        if permission:
            status = asked(browser(Authorization=f"Bearer {link}"), method, path)
            assert (status not in {401, 403}) == (permission in HOLDER), (method, path, status)
