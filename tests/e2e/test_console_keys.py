"""No keystroke is lost: what is struck counts for the page that one sees, or the page says that it did not."""

import re
from dataclasses import replace

import pytest
from console_deeds import left, rows
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def free(office):
    """A case that nobody took up yet, and not the last of its list."""
    taken = {e.body.get("case") for e in office.desk.ledger.of_stream("decisions") if e.kind == "claimed"}
    return next(r for r in rows(office)[:-1] if not r.by and r.id not in taken)


def kept(page, pattern):
    """Keep what the page asks for under an address from leaving; return the list of what is kept."""
    held = []
    page.route(pattern, lambda route: held.append(route))  # noqa: PLW0108  (Playwright marks its handlers)
    return held


def let_go(page, pattern, held):
    for route in held:
        route.continue_()
    page.unroute(pattern)


def waited(page, held):
    """Wait until something is kept."""
    for _ in range(400):
        if held:
            return
        page.wait_for_timeout(25)
    pytest.fail("nothing was asked for")


def without(calm, script, *, until):
    """Return the queue's page before one of its scripts has come, once `until` is there, and what holds the script."""
    page = calm("heron")
    held = kept(page, script)
    page.goto("/console/queue", wait_until="commit")
    page.wait_for_selector(until)
    waited(page, held)
    return page, held


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def reviewed(office, case):
    left(office)
    entries = office.desk.ledger.of_stream("decisions")
    return sum(e.kind == "reviewed" and case in (e.body.get("case"), e.body.get("about")) for e in entries)


def opened(page, case):
    page.goto(f"/console/cases/{case}")
    page.wait_for_selector("#yours:not([hidden])")
    page.wait_for_selector("#case[data-preloaded]")


def test_keys_struck_while_a_decision_is_on_its_way_are_refused_in_words_and_decide_nothing(calm, office):
    row = free(office)
    page = calm("heron")
    opened(page, row.id)
    held = kept(page, "**/decide*")
    press(page, "d", "1", "Enter")
    waited(page, held)
    press(page, "o", "2", "Enter")
    expect(page.locator("#toasts")).to_contain_text("did nothing")
    assert page.locator(".toast.bad").count() == 1, "three keys, one word"
    assert page.is_checked("[value=innocent]"), "what is being sent stays as it was chosen"
    let_go(page, "**/decide*", held)
    expect(page.locator("#case")).not_to_have_attribute("data-case", row.id)
    assert (len(held), page.locator("[name=outcome]:checked").count()) == (1, 0)
    assert reviewed(office, row.id) == 1


def test_a_decision_that_is_faster_than_the_claim_waits_for_it(calm, office):
    row = free(office)
    page = calm("heron")
    held = kept(page, "**/claim")
    page.goto(f"/console/cases/{row.id}")
    waited(page, held)
    before = page.get_attribute("#case", "data-version")
    sent = []
    page.on("request", lambda r: sent.append(r.post_data) if "/decide" in r.url else None)
    press(page, "d", "1", "Enter")
    page.wait_for_timeout(200)
    assert sent == [], "it would be refused: the claim is about to change the case"
    let_go(page, "**/claim", held)
    page.wait_for_url(lambda url: row.id not in url)
    assert f"version={before}&" not in sent[0]
    assert reviewed(office, row.id) == 1


def test_what_is_taken_back_is_shown_though_the_next_case_arrives_later(calm, office):
    row = free(office)
    page = calm("heron")
    page.goto(f"/console/cases/{row.id}")
    page.wait_for_selector("#yours:not([hidden])")
    page.wait_for_selector("#case[data-preloaded]")
    page.evaluate("open.next = null")
    following = re.compile(re.escape(page.get_attribute("#case", "data-next").split("?")[0]))
    held = kept(page, following)
    press(page, "d", "1", "Enter")
    waited(page, held)
    press(page, "Control+z")
    expect(page.locator("#toasts")).to_contain_text("Taken back")
    expect(page.locator("#decision [name=outcome]:checked")).to_have_count(0)
    let_go(page, following, held)
    page.wait_for_timeout(300)
    assert page.get_attribute("#case", "data-case") == row.id
    assert page.url.endswith(row.id)


def test_keys_struck_before_the_page_is_ready_count(calm):
    page, held = without(calm, "**/console.js", until="[data-row]")
    first = page.locator("[data-row]").first.get_attribute("href").split("?")[0]
    press(page, "j")
    let_go(page, "**/console.js", held)
    expect(page.locator("tr[aria-current]")).to_have_count(1)
    assert page.evaluate("document.activeElement.getAttribute('href')").split("?")[0] == first


def test_a_rest_is_offered_between_two_keys_and_never_in_a_word(calm, office):
    me = office.me("wren")
    office.verbs.set_care(me, replace(me.care, rest_minutes=1), office.clock.at)
    page = calm("wren")
    try:
        page.clock.install()
        page.goto("/console/queue")
        page.click("#text")
        for letter in "a long name that takes more than a minute to write down 1234567":
            page.keyboard.press(letter) if letter != " " else page.keyboard.press("Space")
            page.clock.fast_forward(1000)
        expect(page.locator("#rest")).to_be_hidden()
        page.clock.fast_forward(61_000)
        expect(page.locator("#rest")).to_be_visible()
    finally:
        office.verbs.set_care(me, me.care, office.clock.at)


def test_a_page_that_one_leaves_before_its_scripts_are_there_complains_of_nothing(calm):
    page, held = without(calm, "**/kept.js", until="header .brand")
    page.click("header .brand", no_wait_after=True)
    page.wait_for_url("**/console/", wait_until="commit")
    let_go(page, "**/kept.js", held)
    page.wait_for_load_state()
