"""The page by which people come in, in a real browser against a real port, with a virtual authenticator of the browser's own."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from aboveboard.api.asking import open_door, site_of
from aboveboard.api.desk import Desk, now
from aboveboard.api.program import create
from aboveboard.intake import Taker
from aboveboard.staff.keys import Keys
from aboveboard.staff.people import first_link, invite, join_by_password
from aboveboard.staff.permissions import Scope
from aboveboard.staff.roster import MACHINE, Roster
from aboveboard.store import Ledger, open_store
from served import answering

pytestmark = pytest.mark.browser


@pytest.fixture
def place(tmp_path):
    """The service on a port of its own, as the address and its staff."""
    store = open_store(tmp_path)
    taker = Taker(Ledger(store))
    desk = Desk(store, tmp_path, taker)
    roster = Roster(desk.ledger, Keys(b"s" * 32, b"l" * 32), PasswordHash((Argon2Hasher(1, 8, 1),)))
    with answering(create(desk)) as address:
        port = int(address.rpartition(":")[2])
        door = open_door(desk, roster, site_of(None, port))
        yield door.site.origin, roster
    taker.close()
    store.close()


@pytest.fixture
def page(chromium):
    """A page of a browser that has an authenticator; whatever it complains of fails the test."""
    context, troubles = chromium.new_context(), []
    made = context.new_page()
    made.on(
        "console",
        lambda m: (
            troubles.append(m.text) if m.type == "error" and not re.search("status of 4(01|10)", m.text) else None
        ),
    )
    made.on("pageerror", lambda e: troubles.append(str(e)))
    devices = context.new_cdp_session(made)
    devices.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}  # fmt: skip
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options | {"automaticPresenceSimulation": True}})
    yield made
    context.close()
    assert [t for t in troubles if not getattr(made, "aborted", False) or "ERR_FAILED" not in t] == []


def test_the_first_administrator_comes_in_by_the_link_and_logs_in_again_by_password(place, page):
    origin, roster = place
    page.goto(f"{origin}/join#{first_link(roster, now())}")
    assert Axe().run(page).response["violations"] == []
    page.get_by_label("Choose a password").fill("a long walk by the river")
    page.get_by_role("button", name="Come in with this password").click()
    expect(page.get_by_role("status")).to_have_text("You are in, as admin.")
    page.get_by_role("button", name="Log out").click()
    page.get_by_label("Name").fill("admin")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("the name or the password is wrong")
    page.get_by_label("Password").fill("a long walk by the river")
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("You are in, as admin.")


def test_somebody_comes_in_with_a_passkey_of_the_browser_and_logs_in_again_with_it(place, page):
    origin, roster = place
    page.goto(f"{origin}/join#{invite(roster, 'mika', ['reviewer'], Scope(), MACHINE, now())}")
    page.get_by_role("button", name="Come in with a passkey").click()
    expect(page.get_by_role("status")).to_have_text("You are in, as mika.")
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("status")).to_have_text("You are in, as mika.")


def kept(page, pattern):
    """Keep what the page asks for under an address from leaving; return the list of what is kept."""
    held = []
    page.route(pattern, lambda route: held.append(route))  # noqa: PLW0108  (Playwright marks its handlers)
    return held


def test_one_can_type_at_once_while_the_page_asks_who_is_there(place, page):
    origin, roster = place
    join_by_password(
        roster, invite(roster, "mika", ["reviewer"], Scope(), MACHINE, now()), "a walk by the river", now()
    )
    held = kept(page, "**/v1/staff/me")
    page.goto(f"{origin}/login")
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.type("mika")
    page.keyboard.press("Tab")
    page.keyboard.type("a walk by the river")
    page.keyboard.press("Enter")
    page.unroute("**/v1/staff/me")
    expect(page.get_by_role("status")).to_have_text("You are in, as mika.")
    assert len(held) == 1


def test_where_the_network_goes_the_page_says_so_and_complains_of_nothing(place, page):
    origin, _ = place
    page.route("**/v1/staff/ways", lambda route: route.abort())
    page.goto(f"{origin}/login")
    page.route("**/v1/staff/login", lambda route: route.abort())
    page.get_by_label("Name").fill("mika")
    page.get_by_label("Password").fill("a walk by the river")
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("The service does not answer. Try again in a moment.")
    expect(page.get_by_role("button", name="Log in elsewhere")).to_be_hidden()
    page.aborted = True


def test_the_page_is_chinese_for_who_reads_chinese_and_can_be_switched_without_losing_the_way(place, page):
    origin, _ = place
    page.set_extra_http_headers({"Accept-Language": "zh-CN,zh;q=0.9"})
    page.goto(f"{origin}/login?go=/console/queue")
    assert page.get_attribute("html", "lang") == "zh-Hans"
    page.get_by_label("姓名").fill("mika")
    page.get_by_label("密码").fill("wrong")
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("姓名或密码有误")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_label("Name")).to_be_visible()
    assert page.url.endswith("/login?go=%2Fconsole%2Fqueue&lang=en")
    assert Axe().run(page).response["violations"] == []
    page.goto(f"{origin}/join?lang=zh#used-long-ago")
    page.get_by_label("设置密码").fill("a walk by the river")
    page.get_by_role("button", name="用此密码加入").click()
    expect(page.get_by_role("status")).to_contain_text("请索取新的链接")
