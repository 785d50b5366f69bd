"""A reviewer's day at the console, in a real browser against the real service and its database: by keyboard, beside colleagues, and with a network that goes."""

import json
import re
import socket
import threading
import uuid
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from multiprocessing import forkserver

import httpx2
import pytest
import sqlalchemy as sa
from playwright.sync_api import expect
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from aboveboard.console.views.cases import Wanted
from aboveboard.staff.keys import keys_of
from aboveboard.staff.people import invite, join_by_password
from aboveboard.staff.permissions import Scope
from aboveboard.staff.roster import Roster
from aboveboard.store import Ledger, open_store, verify
from aboveboard.store.console_tables import RULINGS
from console_service import FORKED, PASSWORD, answered, prepare, serving, staged

pytestmark = pytest.mark.browser
REASON = "d1 a? h e t Ctrl k"


def rows(office, name="heron", **wanted):
    return office.verbs.queue(office.me(name), Wanted(**wanted), office.clock.at).rows


def fresh(office, name="heron"):
    """A case that nobody took up yet: what others did in this office before is not in its way."""
    taken = {e.body.get("case") for e in office.desk.ledger.of_stream("decisions") if e.kind == "claimed"}
    return next(r for r in rows(office, name) if not r.by and r.id not in taken)


def left(office):
    office.clock.on(seconds=11)
    office.verbs.settle(office.clock.at)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def mine(page):
    """Wait until the case on the page is one's own; return it and the page that follows."""
    page.wait_for_selector("#yours:not([hidden])")
    return page.get_attribute("#case", "data-case"), page.get_attribute("#case", "data-next")


def turned(page, case, following):
    page.wait_for_url(lambda url: url.endswith(following))
    expect(page.locator("#case")).not_to_have_attribute("data-case", case)


def kinds(office, account, stream="decisions"):
    return [e.kind for e in office.desk.ledger.of_subject(account) if e.stream == stream]


def of_case(office, case, *wanted):
    """What the ledger holds of a case, of these kinds."""
    entries = office.desk.ledger.of_stream("decisions")
    return [e.kind for e in entries if case in (e.body.get("case"), e.body.get("about")) and e.kind in wanted]


def test_one_log_in_leads_to_the_console_and_the_bare_address_too(calm):
    calm.expects = ("401",)  # who asks who they are before they are in
    page = calm()
    page.goto("/")
    page.wait_for_url("**/login?go=%2Fconsole%2F" if "%2F" in page.url else "**/login?go=/console/")
    page.focus("#name")
    page.keyboard.type("wren")
    press(page, "Tab")
    page.keyboard.type(PASSWORD)
    press(page, "Enter")
    page.wait_for_url("**/console/")
    expect(page.locator("header .tools")).to_contain_text("wren")
    page.click("text=Log out")
    page.wait_for_url("**/login**")
    page.context.close()


def day(page, office, cases):
    """Work through cases by keys alone: three each, one undone, one skipped, one held, one escalated, one handed over. Return what became of each."""
    asked, done = [], []
    page.on("request", lambda r: asked.append(r.url))
    page.goto("/console/queue?order=surest")
    press(page, "j", "Enter")
    page.wait_for_url("**/console/cases/**")
    ways = {2: ("s", "skipped"), 3: ("h", "held"), 4: ("e", "escalated"), 5: ("t", "handed_over")}
    while len(done) < cases + len(ways):
        case, following = mine(page)
        page.wait_for_selector("#case[data-preloaded]")
        way = ways.get(len(done))
        if way:
            press(page, way[0])
            if way[0] == "t":
                page.keyboard.type("wren")
                press(page, "Shift+Tab")
            page.keyboard.type(REASON)
            assert page.input_value("#pass-reason") == REASON, "keys are letters while one types"
            assert page.locator("[name=outcome]:checked").count() == 0
            press(page, "Enter")
        else:
            before = len(asked)
            proposed = page.locator("[data-hot=a]").count() and len(done) % 2
            press(page, "a" if proposed else "d", "1", "Enter")
        turned(page, case, following)
        if not way:
            assert not [u for u in asked[before:] if following.split("?")[0] in u and u.endswith(following)], (
                "the next case was here already"
            )
        if len(done) == 0 and not any(c == case for c, _ in done):
            page.wait_for_selector(".toast button")
            press(page, "Control+z")
            turned(page, following.split("/")[-1].split("?")[0], f"/console/cases/{case}?order=surest")
            assert mine(page) == (case, following), "what was taken back is where it was"
            press(page, "d", "1", "Enter")
            turned(page, case, following)
        done.append((case, way[1] if way else "reviewed"))
        office.clock.on(seconds=4)
    left(office)
    return done


def test_a_day_of_twenty_cases_by_keyboard_only(calm, office):
    before = [r.id for r in rows(office, order="surest")]
    done = day(calm("heron"), office, 20)
    assert [c for c, _ in done] == before[: len(done)]
    for case, became in done:
        assert of_case(office, case, "reviewed", "skipped", "held", "escalated", "handed_over") == [became]
    assert of_case(office, done[0][0], "undone", "reviewed") == ["undone", "reviewed"]
    gone = {c for c, became in done if became in {"reviewed", "held", "escalated"}}
    assert not {r.id for r in rows(office)} & gone
    assert {r.id for r in rows(office, "wren") if r.by == "wren"} == {
        c for c, became in done if became == "handed_over"
    }
    assert not verify(office.desk.store).breaks


def test_the_same_day_on_postgresql(shown_demo, server, visits, tmp_path):
    name = f"c{uuid.uuid4().hex}"
    admin = sa.create_engine(sa.make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    url = server.replace("/postgres?", f"/{name}?")
    prepared = prepare(shown_demo[0], tmp_path / "prepared", url, 1)
    with staged(prepared, tmp_path, url) as office, answered(office) as where:
        visits.troubles.clear()
        page = visits(office, where, "heron")
        done = day(page, office, 4)
        page.context.close()
        for case, became in done:
            assert of_case(office, case, "reviewed", "skipped", "held", "escalated", "handed_over") == [became]
        assert not verify(office.desk.store).breaks
    assert visits.troubles == []
    with admin.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


def test_every_hint_is_a_key_and_the_palette_finds_rooms_and_accounts(calm, office):
    page = calm("wren")
    row = fresh(office, "wren")
    page.goto(f"/console/cases/{row.id}")
    case, _ = mine(page)
    shown = {k.strip() for k in page.locator("#decision kbd, #pass kbd").all_text_contents()} - {""}
    assert {"a", "o", "d", "Enter", "s", "h", "e", "t"} <= shown
    press(page, "?")
    expect(page.locator("#help")).to_be_visible()
    press(page, "Escape", "o")
    assert page.is_checked("[value=other]")
    press(page, "1")
    assert page.locator("[name=reason]:checked").count() == 1
    press(page, "d")
    assert page.locator("[name=reason]:checked").count() == 0, "another answer has other reasons"
    press(page, "Control+k")
    page.keyboard.type(row.handle)
    press(page, "Enter")
    page.wait_for_url(re.compile(r"queue\?text="))
    expect(page.locator("tbody tr")).to_have_count(len(rows(office, "wren", text=row.handle)))
    assert case in page.locator("a[data-row]").first.get_attribute("href")
    press(page, "Control+k")
    assert not page.locator("#palette-list", has_text="Audit room").count(), "a room one may not enter is no command"
    press(page, "Escape", "g", "r")
    page.wait_for_url("**/console/rings")


def test_of_two_browsers_on_one_case_one_wins_the_other_is_told_and_nothing_is_lost(calm, office):
    calm.expects = ("409",)
    row = fresh(office)
    heron, wren = calm("heron"), calm("wren")
    heron.goto(f"/console/cases/{row.id}")
    mine(heron)
    wren.goto(f"/console/cases/{row.id}")
    expect(wren.locator("#lost")).to_contain_text("heron")
    press(wren, "d", "2")
    wren.click("text=Note for colleagues")
    wren.fill("#note", "what I wrote")
    press(wren, "Tab", "Enter")
    expect(wren.locator("#lost")).to_contain_text("heron")
    expect(wren.locator("#decision button.main")).to_be_enabled()
    assert (wren.input_value("#note"), wren.is_checked("[value=innocent]")) == ("what I wrote", True)
    expect(heron.locator("#lost")).to_be_hidden()
    press(heron, "d", "1", "Enter")
    heron.wait_for_selector(".toast")
    wren.reload()
    expect(wren.locator("#decision .said")).to_contain_text("kept in this tab")
    assert wren.input_value("#note") == "what I wrote"
    left(office)
    assert of_case(office, row.id, "claimed", "reviewed") == ["claimed", "reviewed"]


def waiting(office, case):
    with office.desk.store.reading() as connection:
        return connection.execute(
            sa.select(sa.func.count()).select_from(RULINGS).where(RULINGS.c.case_id == case)
        ).scalar()


def test_a_network_that_goes_in_mid_decision_loses_nothing_and_does_nothing_twice(calm, office):
    calm.expects = (
        "ERR_INTERNET_DISCONNECTED",
        "ERR_FAILED",
        "htmx",
        "409",
    )  # at last, a case that is decided is looked at again
    row = fresh(office)
    page = calm("heron")
    page.goto(f"/console/cases/{row.id}")
    mine(page)
    page.context.set_offline(True)
    expect(page.locator("#away")).to_be_visible()
    press(page, "d", "3")
    page.click("text=Note for colleagues")
    page.fill("#note", "written in a tunnel")
    press(page, "Tab", "Enter")
    page.wait_for_selector(".toast.bad")
    assert waiting(office, row.id) == 0
    assert page.url.endswith(row.id), "one is where one was"
    page.context.set_offline(False)
    expect(page.locator("#away")).to_be_hidden()
    page.reload()
    mine(page)
    assert (page.input_value("#note"), page.locator("[name=reason]:checked").count()) == ("written in a tunnel", 1)
    heard = []

    def lost(route):
        heard.append(route.request.post_data)
        if len(heard) == 1:  # the service hears it, the answer is lost
            route.fetch()
        route.abort() if len(heard) < 3 else route.continue_()

    page.route("**/decide*", lost)
    page.focus("#decision button.main")
    press(page, "Enter")
    page.wait_for_url(lambda url: row.id not in url)
    assert (len(heard), len(set(heard)), waiting(office, row.id)) == (3, 1, 1)
    page.unroute("**/decide*")
    left(office)
    assert of_case(office, row.id, "reviewed") == ["reviewed"]
    page.goto(f"/console/cases/{row.id}")
    assert page.input_value("#note") == "", "what has arrived is no draft any more"


def test_a_page_that_cannot_be_had_leaves_the_one_that_is_there(calm, office):
    calm.expects = ("ERR_INTERNET_DISCONNECTED", "htmx")
    row = fresh(office)
    page = calm("heron")
    page.goto(f"/console/cases/{row.id}")
    mine(page)
    press(page, "s")
    page.keyboard.type("not my language")
    page.context.set_offline(True)
    press(page, "Enter")
    expect(page.locator("#pass .said")).to_contain_text("send it again")
    page.context.set_offline(False)
    press(page, "Enter")
    page.wait_for_url(lambda url: row.id not in url)
    assert of_case(office, row.id, "skipped") == ["skipped"]


class Served:
    """The service as an operator starts it, over a copy of the prepared store, and killed as a machine that loses its power kills it."""

    def __init__(self, prepared, folder):
        with staged(prepared, folder) as office:
            self.url = f"sqlite:///{folder / 'data' / 'store.sqlite'}"
            self.case = rows(office, violation="minor_unprotected")[0]
        self.data, self.process = folder / "data", None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address, self.sessions = f"http://127.0.0.1:{self.port}", {}

    def come(self, name, roles):
        store = open_store(self.data, url=self.url)
        quick = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
        roster, at = Roster(Ledger(store), keys_of(self.data), quick), datetime.now(UTC)
        self.sessions[name] = join_by_password(
            roster, invite(roster, name, roles, Scope(), "machine", at), PASSWORD, at
        )
        store.close()

    def start(self):
        """Start it as `aboveboard serve` does, forked from a process that has read the program already; return once it takes requests."""
        process = FORKED.Process(target=serving, args=(str(self.data), self.port, self.url))
        process.start()
        self.process = process
        while process.is_alive():
            with suppress(httpx2.TransportError):
                httpx2.get(f"{self.address}/health/live", timeout=30)
                return
            threading.Event().wait(0.05)
        pytest.fail("the service did not start")

    def kill(self):
        self.process.kill()
        self.process.join(60)

    @contextmanager
    def read(self):
        engine = sa.create_engine(self.url)
        with engine.connect() as connection:
            yield connection
        engine.dispose()


def test_a_service_that_is_killed_and_started_again_loses_nothing(cases_prepared, visits, tmp_path):
    forkserver.ensure_running()  # it reads the program while the store is prepared
    served = Served(cases_prepared, tmp_path)
    served.come("kite", ("reviewer",))
    visits.troubles.clear()
    served.start()
    try:
        page = visits(served, served.address, "kite")
        page.goto(f"/console/cases/{served.case.id}")
        mine(page)
        press(page, "d", "1")
        page.click("text=Note for colleagues")
        page.fill("#note", "written while it fell")
        served.kill()
        press(page, "Tab", "Enter")
        page.wait_for_selector(".toast.bad")
        expect(page.locator("#away")).to_be_visible()
        assert page.input_value("#note") == "written while it fell"
        served.start()
        page.focus("#decision button.main")
        press(page, "Enter")
        page.wait_for_url(lambda url: served.case.id not in url)
        expect(page.locator("#away")).to_be_hidden()
        served.kill()  # the answer is a second old and must be there
        with served.read() as connection:
            kept = connection.execute(sa.select(RULINGS)).mappings().all()
        assert [(r["case_id"], r["by"], json.loads(r["body"])["reason"].partition(": ")[2]) for r in kept] == [
            (served.case.id, "person:kite", "written while it fell")
        ]
        page.context.close()
    finally:
        if served.process.is_alive():
            served.kill()
    assert [t for t in visits.troubles if not any(e in t for e in ("ERR_CONNECTION", "ERR_EMPTY", "htmx"))] == []
