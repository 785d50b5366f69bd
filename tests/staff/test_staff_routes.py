"""The routes of the staff, as a browser and a program use them."""

import json
from urllib.parse import quote

import pytest
from authenticator import Authenticator
from oidc_issuer import CLIENT, SECRET, serving
from staff_days import HOUR, MINUTE, NOW, SECOND

from aboveboard.api.asking import site_of
from aboveboard.errors import InputError
from aboveboard.staff.oidc import Provider
from aboveboard.staff.passkeys import Site
from aboveboard.staff.people import invite
from aboveboard.staff.permissions import ROLES, Scope
from aboveboard.staff.roster import MACHINE, STREAM

ORIGIN = "http://localhost:8400"
RIVER = "a long walk by the river"


def test_an_administrator_adds_somebody_who_comes_in_and_sees_what_they_may(browser, hire):
    admin = browser(hire("administrator").session)
    made = admin.post("/v1/staff/people", json={"name": "newcomer", "roles": ["reviewer"], "languages": ["de"]})
    assert made.status_code == 201
    address, _, link = made.json()["url"].partition("#")
    assert address == f"{ORIGIN}/join"
    page = browser()
    joined = page.post("/v1/staff/join", json={"link": link, "password": RIVER})
    me = page.get("/v1/staff/me").json()
    assert (me["name"], me["permissions"], me["languages"], me["csrf"]) == ("newcomer", sorted(ROLES["reviewer"]), ["de"], joined.json()["csrf"])  # fmt: skip
    page.headers["X-CSRF-Token"] = me["csrf"]
    assert page.post("/v1/staff/logout").status_code == 204
    assert page.get("/v1/staff/me").status_code == 401
    assert page.post("/v1/staff/join", json={"link": link, "password": RIVER}).status_code == 410


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(browser, desk, hire):
    mika = hire()
    given = browser().post("/v1/staff/login", json={"name": mika.name, "password": mika.password}).headers["set-cookie"]
    assert given.startswith("aboveboard=")
    assert {"HttpOnly", "SameSite=lax", "Path=/", "Max-Age=43200"} <= set(given.split("; "))
    assert "Secure" not in given
    desk.parts["door"].site = Site("https://aboveboard.example")
    page = browser(Origin="https://aboveboard.example")
    given = page.post("/v1/staff/login", json={"name": mika.name, "password": mika.password}).headers["set-cookie"]
    assert given.startswith("__Host-aboveboard=")
    assert {"HttpOnly", "SameSite=lax", "Path=/", "Secure"} <= set(given.split("; "))
    assert "Domain" not in given


def test_a_log_in_voids_what_the_browser_held_before(browser, hire):
    attacker, mika = hire(), hire()
    page = browser(attacker.session)
    page.post("/v1/staff/login", json={"name": mika.name, "password": mika.password})
    assert browser(attacker.session).get("/v1/staff/me").status_code == 401
    assert page.cookies["aboveboard"] != attacker.session


def test_a_wrong_log_in_is_told_the_same_whoever_it_is_and_then_to_wait(browser, hire):
    mika = hire()
    answers = [browser().post("/v1/staff/login", json={"name": n, "password": "guess"}) for n in (mika.name, "nobody")]
    assert {a.status_code for a in answers} == {401}
    assert answers[0].json() == answers[1].json()
    for _ in range(5):
        last = browser().post("/v1/staff/login", json={"name": mika.name, "password": "guess"})
    assert (last.status_code, last.headers["retry-after"]) == (429, "30")


def test_another_page_cannot_log_a_browser_in_as_somebody_else(browser, hire):
    mika = hire()
    given = {"name": mika.name, "password": mika.password}
    for origin in ("https://evil.example", "null"):
        assert browser(Origin=origin).post("/v1/staff/login", json=given).status_code == 403
    program = browser()
    del program.headers["Origin"]
    assert program.post("/v1/staff/login", json=given).status_code == 200


def test_passkeys_through_the_routes_join_login_and_one_more(browser, roster):
    device, link = Authenticator(), invite(roster, "by-key", ["reviewer"], Scope(), MACHINE, NOW)
    page = browser()
    options = page.post("/v1/staff/join/passkey/start", json={"link": link}).json()["options"]
    body = {"credential": device.create(options, ORIGIN), "link": link}
    assert page.post("/v1/staff/join/passkey", json=body).status_code == 200
    assert page.get("/v1/staff/me").json()["name"] == "by-key"
    assert page.post("/v1/staff/join/passkey", json=body).status_code == 401

    again = browser()
    options = again.post("/v1/staff/login/passkey/start").json()["options"]
    answer = {"credential": device.get(options, ORIGIN)}
    assert browser().post("/v1/staff/login/passkey", json=answer).status_code == 401  # another browser
    assert again.post("/v1/staff/login/passkey", json=answer).status_code == 200
    assert again.post("/v1/staff/login/passkey", json=answer).status_code == 401  # once

    again.headers["X-CSRF-Token"] = again.get("/v1/staff/me").json()["csrf"]
    second = Authenticator()
    options = again.post("/v1/staff/me/passkeys/start").json()["options"]
    assert options["excludeCredentials"]
    assert again.post("/v1/staff/me/passkeys", json={"credential": second.create(options, ORIGIN)}).status_code == 204
    assert [s["this"] for s in again.get("/v1/staff/me/sessions").json()].count(True) == 1


def test_the_outside_log_in_through_the_routes(browser, desk, somewhere):
    assert browser().post("/v1/staff/oidc/start", json={}).status_code == 404
    with serving() as issuer:
        issuer.now, issuer.subject = int(NOW.timestamp()), somewhere
        desk.parts["door"].provider = Provider(issuer.url, CLIENT, SECRET, roles={"trust-team": ("senior",)})
        page = browser()
        url = page.post("/v1/staff/oidc/start", json={}).json()["url"]
        back = issuer.authorize(url.partition("?")[2])
        assert back.startswith(f"{ORIGIN}/v1/staff/oidc/callback?")
        assert browser().get(back).status_code == 401  # in another browser it is worth nothing
        answer = page.get(back)
        assert (answer.status_code, answer.headers["location"]) == (303, "/login")
        assert page.get("/v1/staff/me").json()["permissions"] == sorted(ROLES["senior"])
        assert page.get(back).status_code == 401


def test_people_end_their_own_log_ins_and_nobody_else_s(browser, hire):
    mika, anna = hire(), hire()
    second = browser()
    second.post("/v1/staff/login", json={"name": mika.name, "password": mika.password})
    page = browser(mika.session)
    [other] = [s["id"] for s in page.get("/v1/staff/me/sessions").json() if not s["this"]]
    assert browser(anna.session).delete(f"/v1/staff/me/sessions/{other}").status_code == 404
    assert page.delete(f"/v1/staff/me/sessions/{other}").status_code == 204
    assert second.get("/v1/staff/me").status_code == 401
    assert page.get("/v1/staff/me").status_code == 200


def test_an_administrator_changes_logs_out_lets_in_again_and_removes(browser, hire):
    admin, mika = browser(hire("administrator").session), hire()
    where = f"/v1/staff/people/{mika.name}"
    assert admin.put(where, json={"roles": ["auditor"], "regions": ["at"]}).status_code == 204
    assert browser(mika.session).get("/v1/staff/me").json()["regions"] == ["at"]
    assert admin.delete(f"{where}/sessions").status_code == 204
    assert browser(mika.session).get("/v1/staff/me").status_code == 401
    link = admin.post(f"{where}/link").json()["url"].partition("#")[2]
    assert browser().post("/v1/staff/join", json={"link": link, "password": RIVER}).status_code == 200
    [found] = [p for p in admin.get("/v1/staff/people").json() if p["name"] == mika.name]
    assert (found["roles"], found["ways"], found["sessions"]) == (["auditor"], ["password"], 1)
    assert admin.delete(where).json() == {"tokens": []}
    assert admin.delete(where).status_code == 422
    assert mika.name not in [p["name"] for p in admin.get("/v1/staff/people").json()]


def test_a_token_is_made_used_limited_and_taken_back(browser, hire, clock):
    admin = browser(hire("administrator").session)
    body = {"name": "shop", "permissions": ["checks:ask", "accounts:read"], "per_second": 1, "burst": 2}
    token = admin.post("/v1/staff/tokens", json=body).json()["token"]
    shop = browser(Authorization=f"Bearer {token}")
    statuses = [shop.get("/v1/accounts/a1") for _ in range(3)]
    assert [a.status_code for a in statuses] == [404, 404, 429]
    assert statuses[2].headers["retry-after"] == "1"
    assert shop.get("/v1/staff/people").status_code in {403, 429}
    [listed] = [t for t in admin.get("/v1/staff/tokens").json() if t["name"] == "shop"]
    assert (listed["state"], listed["last_used_on"], "token" in listed) == ("live", "2026-01-01", False)
    assert admin.delete("/v1/staff/tokens/shop").status_code == 204
    clock.at = NOW + 2 * SECOND
    assert shop.get("/v1/accounts/a1").status_code == 401


def test_what_answers_with_a_secret_is_kept_under_no_key(browser, hire):
    admin = browser(hire("administrator").session, **{"Idempotency-Key": "k1"})
    body = {"name": "keyed", "permissions": ["checks:ask"]}
    assert admin.post("/v1/staff/tokens", json=body).status_code == 201
    assert admin.post("/v1/staff/tokens", json=body).status_code == 422  # not given again


def test_a_session_ends_by_the_service_s_clock(browser, hire, clock):
    page = browser(hire().session)
    clock.at = NOW + 29 * MINUTE
    assert page.get("/v1/staff/me").status_code == 200
    clock.at = NOW + HOUR
    assert page.get("/v1/staff/me").status_code == 401


@pytest.mark.parametrize(
    ("url", "origin"),
    [(None, "http://localhost:8400"), ("https://Aboveboard.example/", "https://aboveboard.example"), ("http://127.0.0.1:9000", "http://127.0.0.1:9000")],
)  # fmt: skip
def test_the_service_knows_where_it_is_reached(url, origin):
    assert site_of(url, 8400).origin == origin


@pytest.mark.parametrize("url", ["http://aboveboard.example", "aboveboard.example", "https://a/b", "https://u@a", "ftp://a", "https://"])  # fmt: skip
def test_an_address_that_is_none_is_refused(url):
    with pytest.raises(InputError, match="ABOVEBOARD_URL"):
        site_of(url, 8400)


# ---- what strangers type

HOSTILE = [
    "'; DROP TABLE staff_people; --", '" OR ""="', "1 OR 1=1", "admin'--", "%' UNION SELECT value FROM staff_secrets --", "x\x00y", "x\r\nSet-Cookie: a=b",
    "x\r\n\r\n<html>", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "../../etc/passwd", "\u202egro.live", "x" * 25_000, "\ud800", "", " ", "🦆" * 50,
]  # fmt: skip
FIELDS = [
    ("POST", "/v1/staff/login", {"name": "?", "password": "x"}), ("POST", "/v1/staff/login", {"name": "x", "password": "?"}),
    ("POST", "/v1/staff/join", {"link": "?", "password": RIVER}), ("POST", "/v1/staff/join/passkey/start", {"link": "?"}),
    ("POST", "/v1/staff/join/passkey", {"link": "?", "credential": {"id": "?"}}), ("POST", "/v1/staff/login/passkey", {"credential": {"id": "?", "?": "?"}}),
    ("POST", "/v1/staff/oidc/start", {"link": "?"}), ("GET", "/v1/staff/oidc/callback?state=?&code=?", None),
    ("POST", "/v1/staff/people", {"name": "?", "roles": ["reviewer"]}), ("POST", "/v1/staff/people", {"name": "fine", "roles": ["?"]}),
    ("POST", "/v1/staff/people", {"name": "fine", "roles": ["reviewer"], "queues": ["?"]}), ("PUT", "/v1/staff/people/?", {"roles": ["reviewer"]}),
    ("PUT", "/v1/staff/people/fine", {"roles": ["reviewer"], "languages": ["?"]}), ("DELETE", "/v1/staff/people/?", None),
    ("POST", "/v1/staff/people/?/link", None), ("DELETE", "/v1/staff/people/?/sessions", None), ("DELETE", "/v1/staff/me/sessions/?", None),
    ("POST", "/v1/staff/tokens", {"name": "?", "permissions": ["checks:ask"]}), ("POST", "/v1/staff/tokens", {"name": "fine", "permissions": ["?"]}),
    ("DELETE", "/v1/staff/tokens/?", None), ("POST", "/v1/staff/me/passkeys", {"credential": {"id": "?", "response": {"clientDataJSON": "?"}}}),
]  # fmt: skip


def filled(value, text):
    if isinstance(value, dict):
        return {text if k == "?" else k: filled(v, text) for k, v in value.items()}
    if isinstance(value, list):
        return [filled(v, text) for v in value]
    return text if value == "?" else value


@pytest.mark.parametrize("field", FIELDS, ids=lambda f: f"{f[0]} {f[1]} {f[2]}"[:90])
def test_whatever_is_typed_is_refused_and_changes_nothing(browser, hire, roster, desk, clock, field):
    method, path, body = field
    admin = hire("administrator")
    desk.parts["door"].provider = Provider("http://127.0.0.1:9", CLIENT, SECRET)
    for second, text in enumerate(HOSTILE):
        clock.at = NOW + SECOND * second
        page = browser(admin.session)
        where = path.replace("=?", "=" + quote(text.encode("utf-8", "surrogatepass"))) if "=?" in path else path.replace("/?", "/" + quote(text.encode("utf-8", "surrogatepass"), safe=""))  # fmt: skip
        before = [e.kind for e in roster.ledger.of_stream(STREAM)]
        sent = None if body is None else json.dumps(filled(body, text)).encode()
        answer = page.request(method, where, content=sent, headers={"Content-Type": "application/json"})
        assert 300 <= answer.status_code < 500, (text[:40], answer.status_code, answer.text[:200])
        assert "set-cookie" not in answer.headers or "aboveboard" in answer.headers["set-cookie"].split("=")[0]
        changed = [e.kind for e in roster.ledger.of_stream(STREAM)][len(before) :]
        assert set(changed) <= {"login_failed", "locked_out"}, (text[:40], changed)


@pytest.mark.parametrize("header", ["Authorization", "Cookie", "X-CSRF-Token", "Origin", "Referer", "Idempotency-Key"])
def test_whatever_a_header_holds_is_nobody_and_no_fault_of_ours(browser, header):
    for text in HOSTILE:
        raw = text.encode("utf-8", "surrogatepass").replace(b"\r", b" ").replace(b"\n", b" ").replace(b"\x00", b" ")
        for path in ("/v1/staff/me/passkeys/start", "/v1/staff/tokens"):
            headers = [(header.encode(), raw if header != "Cookie" else b"aboveboard=" + raw)]
            assert browser().post(path, headers=headers).status_code in {400, 401}, (text[:40], path)
