"""The page by which people come in, in a real browser against a real port, with a virtual authenticator of the browser's own."""

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
from aboveboard.staff.people import first_link, invite
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
        "console", lambda m: troubles.append(m.text) if m.type == "error" and "status of 401" not in m.text else None
    )
    made.on("pageerror", lambda e: troubles.append(str(e)))
    devices = context.new_cdp_session(made)
    devices.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}  # fmt: skip
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options | {"automaticPresenceSimulation": True}})
    yield made
    context.close()
    assert troubles == []


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
