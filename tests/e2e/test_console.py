"""The console in a real browser against the real service and its database: a day's work, an appeal, and what two people do to one case."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from aboveboard.console.verbs import Ruling
from aboveboard.console.views.cases import Wanted
from console_service import PASSWORD, answered, prepare, staged

pytestmark = pytest.mark.browser
WATCH = "addEventListener('securitypolicyviolation', (e) => console.error('policy ' + e.violatedDirective + ' ' + e.blockedURI))"
HOSTILE = (
    "</script><script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", '"><svg onload=window.hit=1>', "' autofocus onfocus=window.hit=1 x='",
    "javascript:window.hit=1", "{{ 7*7 }}{% raw %}", "</textarea></title></style><b>", "\u202egnp.exe\u202c pay\u200bpal",
)  # fmt: skip


@pytest.fixture(scope="module")
def stage(shown_demo, once, tmp_path_factory):
    prepared = once("console-service", lambda folder: prepare(shown_demo[0], folder))[1]
    with staged(prepared, tmp_path_factory.mktemp("console")) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(stage):
    with answered(stage) as where:
        yield where


@pytest.fixture(scope="module")
def browser(chromium, address, stage):
    """Return a function that opens the console as somebody; whatever a page complains of or asks elsewhere fails the test."""
    contexts, troubles = [], []

    def go(name="", width=1280, scheme="light"):
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=address)
        contexts.append(context)
        if name:
            context.add_cookies([{"name": "aboveboard", "value": stage.sessions[name], "url": address}])
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else troubles.append(r.url))
        return page

    go.troubles = troubles
    yield go
    for context in contexts:
        context.close()


@pytest.fixture
def calm(browser):
    browser.troubles.clear()
    yield browser
    assert [t for t in browser.troubles if "409" not in t and "401" not in t] == []  # what a browser says of refusals


@pytest.fixture(scope="module")
def heron(browser):
    return browser("heron")


def rows(stage, name="heron", **wanted):
    return stage.verbs.queue(stage.me(name), Wanted(**wanted), stage.clock.at).rows


def left(stage):
    stage.clock.on(seconds=11)
    stage.verbs.settle(stage.clock.at)


def limited(stage, key):
    """Limit an account as a person, and return the link of its notice."""
    me, row = stage.me("heron"), rows(stage, violation="minor_unprotected")[0]
    view = stage.verbs.case(me, row.id, Wanted(), stage.clock.at)
    version = stage.verbs.claim(me, row.id, view.version, stage.clock.at)
    rule = next(r for r in view.form.rules if r.action == "limit")
    ruling = Ruling("limit", rule.id, 1, 30, "agrees", notice=f"Why: {HOSTILE[1]}")
    made = stage.verbs.decide(me, row.id, version, ruling, key, stage.clock.at)
    left(stage)
    return row, stage.verbs.link(row.account_id, made.id, stage.clock.at)


def faults(page):
    return [(v["id"], v["nodes"][0]["html"][:160]) for v in Axe().run(page).response["violations"]]


def test_one_log_in_leads_to_the_console_and_the_bare_address_too(calm):
    page = calm()
    page.goto("/")
    page.wait_for_url("**/login?go=%2Fconsole%2F" if "%2F" in page.url else "**/login?go=/console/")
    page.fill("#name", "wren")
    page.fill("#password", PASSWORD)
    page.click("#by-password")
    page.wait_for_url("**/console/")
    expect(page.locator("header .tools")).to_contain_text("wren")
    page.click("text=Leave")
    page.wait_for_url("**/login**")
    calm.troubles[:] = [t for t in calm.troubles if "401" not in t]  # /v1/staff/me before anybody is in


def test_ctrl_z_takes_a_decision_back_before_anything_left(calm, stage, heron):
    _ = calm
    row = rows(stage, violation="reincarnation")[0]
    heron.goto(f"/console/cases/{row.id}")
    heron.wait_for_selector("#yours:not([hidden])")
    following = heron.get_attribute("#case", "data-next")
    for key in ("d", "1", "Enter"):
        heron.keyboard.press(key)
    heron.wait_for_selector(".toast")
    heron.wait_for_url(lambda url: url.endswith(following))
    heron.keyboard.press("Control+z")
    heron.wait_for_url(f"**/console/cases/{row.id}")
    left(stage)
    kinds = [e.kind for e in stage.desk.ledger.of_subject(row.account_id) if e.stream == "decisions"]
    assert kinds[-1] in {"undone", "claimed"}
    assert "decided" not in kinds


def test_two_browsers_on_one_case(calm, stage, heron):
    row = rows(stage, violation="impersonation")[0]
    heron.goto(f"/console/cases/{row.id}")
    heron.wait_for_selector("#yours:not([hidden])")
    wren = calm("wren")
    wren.goto(f"/console/cases/{row.id}")
    expect(wren.locator("#lost")).to_contain_text("heron")
    wren.click("text=Note for colleagues")
    wren.fill("#note", "what I wrote")
    assert wren.input_value("#note") == "what I wrote"
    expect(heron.locator("#lost")).to_be_hidden()


def test_an_appeal_from_the_link_of_the_notice_to_the_answer(calm, stage):
    row, link = limited(stage, "limited")
    page = calm("", 390, "dark")
    page.goto(f"/notices/{link}")
    page.click("text=Say why this is wrong")
    page.fill("#text", f"I am grown up. {HOSTILE[0]} {HOSTILE[7]}")
    page.set_input_files(
        "input[type=file]", [{"name": f"{HOSTILE[2]}.pdf", "mimeType": "text/html", "buffer": b"%PDF-1.7 <script>"}]
    )
    page.click("text=Send the appeal")
    page.wait_for_selector("text=Reference")
    lark = calm("lark")
    lark.goto("/console/appeals")
    found = {"list": faults(lark)}
    lark.keyboard.press("j")
    lark.keyboard.press("Enter")
    lark.wait_for_url("**/console/appeals/apl_*")
    assert "I am grown up. </script>" in lark.inner_text("main")
    for scheme in ("light", "dark"):
        lark.emulate_media(color_scheme=scheme)
        found[scheme] = faults(lark)
    with lark.expect_download() as got:
        lark.click("a[download]")
    assert got.value.suggested_filename.endswith(".pdf")
    lark.check("input[value=overturned]")
    lark.fill("#answer-text", f"You are right. {HOSTILE[1]}")
    lark.click("text=Send the answer")
    lark.wait_for_url("**/console/appeals")
    page.goto(f"/notices/{link}/appeal")
    expect(page.locator("main")).to_contain_text("You were right")
    assert "You are right. <img" in page.inner_text("main")
    for at in (f"/notices/{link}", f"/notices/{link}/standing", f"/notices/{link}/appeal"):
        page.goto(f"{at}?lang=zh")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.evaluate("window.hit") is None
    assert lark.evaluate("window.hit") is None
    kinds = [e.kind for e in stage.desk.ledger.of_subject(row.account_id) if e.stream == "decisions"]
    assert kinds[-1] == "appeal_granted"
    assert {k: v for k, v in found.items() if v} == {}


def test_a_ring_is_closed_in_bulk_and_taken_back(calm, stage):
    wren = calm("wren")
    wren.goto("/console/rings")
    wren.click("main a[href*='/console/rings/']")
    wren.select_option("#action", "limit")
    wren.click("text=Try it")
    wren.fill("#reason", "They follow in step, a sample was looked at.")
    wren.check("input[name=looked]")
    wren.click("button:has-text('Start with')")
    wren.wait_for_url("**/console/batches/bat_*")
    stage.clock.on(hours=25)
    wren.reload()
    expect(wren.locator("#batch")).to_contain_text("done")
    wren.on("dialog", lambda d: d.accept())
    wren.fill("#reason", "It was a class of a school.")
    wren.click("button:has-text('Take back')")
    expect(wren.locator("#batch")).to_contain_text("taken back")
    found = [
        e.body["status"]
        for e in stage.desk.ledger.of_stream("decisions")
        if re.match("batch_", e.kind) and "status" in e.body
    ]
    assert found[-1] == "reversed"


def test_a_body_claims_an_orphaned_account(calm, stage):
    row = rows(stage, "wren", violation="orphaned_institution")[0]
    me = stage.me("wren")
    view = stage.verbs.case(me, row.id, Wanted(), stage.clock.at)
    version = stage.verbs.claim(me, row.id, view.version, stage.clock.at)
    label = Ruling("label", view.form.rules[0].id, 0, 30, "documents", notice="Nobody acts for it.")
    stage.verbs.decide(me, row.id, version, label, "orphan", stage.clock.at)
    left(stage)
    link = stage.verbs.link(row.account_id, "body", stage.clock.at)
    page = calm("", 390)
    page.goto(f"/bodies/{link}")
    assert faults(page) == []
    page.fill("[name=body]", f"The Ministry {HOSTILE[3]}")
    page.fill("[name=mail]", "a@ministry.example")
    page.locator("[name=wish]").first.evaluate("e => e.tagName === 'SELECT' ? (e.value = 'archive') : e.click()")
    page.fill("[name=text]", "We follow the old body, by the law of last year.")
    page.click("main form button")
    page.wait_for_selector("text=Reference")
    life = [e.kind for e in stage.desk.ledger.of_subject(row.account_id) if e.stream == "accounts"]
    assert life[-1] == "claimed"


def test_a_policy_goes_from_draft_to_live_by_two_people(calm):
    robin, finch = calm("robin"), calm("finch")
    robin.goto("/console/policies")
    robin.click("main a[href*='/console/policies/']")
    text = robin.input_value("#text")
    version = re.search(r'version = "(.*?)"', text)[1]
    robin.fill("#text", text.replace(f'version = "{version}"', 'version = "browser"', 1))
    robin.fill("#why", "The same, by a new name.")
    robin.click("text=Keep as a draft")
    robin.wait_for_url("**/browser")
    for step in ("backtest", "shadow"):
        robin.click(f"form[action$='/{step}'] button")
        robin.wait_for_load_state()
    assert faults(robin) == []
    assert robin.locator("form[action$='/canary']").count() == 0
    finch.goto(robin.url)
    for step in ("canary", "live"):
        finch.click(f"form[action$='/{step}'] button")
        finch.wait_for_load_state()
    expect(finch.locator("[aria-current=step]")).to_have_text("live")


def test_every_room_can_be_used_by_everybody(calm):
    found = {}
    for who, path in (
        ("wren", "/console/"),
        ("owl", "/console/audit"),
        ("lark", "/console/appeals/none"),
    ):
        page = calm(who, 390, "dark")
        page.goto(path)
        found[path] = faults(page)
        assert page.evaluate("window.hit") is None
    calm.troubles[:] = [t for t in calm.troubles if "404" not in t]
    assert {k: v for k, v in found.items() if v} == {}


def test_a_day_by_keyboard_only(calm, stage, heron):
    _ = calm
    before = [r.id for r in rows(stage, order="surest")]
    heron.goto("/console/queue?order=surest")
    heron.keyboard.press("j")
    heron.keyboard.press("Enter")
    heron.wait_for_url("**/console/cases/**")
    done = []
    for _n in range(10):
        heron.wait_for_selector("#yours:not([hidden])")
        case = heron.get_attribute("#case", "data-case")
        following = heron.get_attribute("#case", "data-next")
        for key in ("d", "1", "Enter"):
            heron.keyboard.press(key)
        heron.wait_for_url(lambda url, there=following: url.endswith(there))
        expect(heron.locator("#case")).not_to_have_attribute("data-case", case)
        done.append(case)
        stage.clock.on(seconds=1)
    left(stage)
    assert done == before[: len(done)]
    entries = [e for e in stage.desk.ledger.of_stream("decisions") if e.kind == "reviewed" and e.body["about"] in done]
    assert [e.body["about"] for e in entries] == done
    assert not {r.id for r in rows(stage)} & set(done)
