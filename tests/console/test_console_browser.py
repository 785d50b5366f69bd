"""The console in a real browser: every page for everybody, a decision by three keys, and nothing that a stranger wrote runs."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from console_stage import HOSTILE, PASSWORD

from aboveboard.console.views.cases import Wanted

pytestmark = pytest.mark.browser
WATCH = "addEventListener('securitypolicyviolation', (e) => console.error('policy ' + e.violatedDirective + ' ' + e.blockedURI))"


@pytest.fixture(scope="module")
def opened(chromium, address):
    """Return a function that opens a browser context; whatever a page complains of or asks elsewhere fails the test."""
    contexts, troubles = [], []

    def go(name="Heron", width=1280, scheme="light", **more):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=address, **more
        )
        contexts.append(context)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith((address, "data:")) else troubles.append(r.url))
        if name:
            page.goto("/console/enter")
            page.fill("#name", name)
            page.fill("#password", PASSWORD)
            page.click("form button")
            page.wait_for_selector("nav")
        return page

    go.troubles = troubles
    yield go
    for context in contexts:
        context.close()


@pytest.fixture
def calm(opened):
    opened.troubles.clear()
    yield opened
    assert opened.troubles == []


@pytest.fixture(scope="module")
def heron(opened):
    return opened()


def of(demo, violation, **more):
    wanted = {"state": "open", **more}
    return next(
        r
        for r in demo.book.rows.values()
        if r.violation == violation and all(getattr(r, k) == v for k, v in wanted.items())
    )


def paths(demo):
    returning, notice = of(demo, "reincarnation"), of(demo, "reincarnation")
    inside = [
        "/console/", "/console/queue", f"/console/cases/{returning.id}", f"/console/cases/{of(demo, 'impersonation').id}", "/console/rings",
        f"/console/rings/{demo.scan.rings[0]['group']}", "/console/policies", "/console/policies/default/1", "/console/audit", "/console/care", "/console/cases/none",
    ]  # fmt: skip
    base = f"/notices/{demo.link(notice.id)}"
    body, report = demo.link(of(demo, "orphaned_institution").id, "b"), demo.link(notice.id, "r")
    return inside, [
        "/console/enter",
        base,
        f"{base}/appeal",
        f"{base}/standing",
        "/claims/imitated",
        f"/bodies/{body}",
        f"/reports/{report}",
    ]


def faults(page):
    found = Axe().run(page)
    return [(v["id"], v["nodes"][0]["html"][:160]) for v in found.response["violations"]]


def test_every_page_can_be_used_by_everybody(calm, demo, heron):
    inside, outside = paths(demo)
    found = {}
    for scheme in ("light", "dark"):
        heron.emulate_media(color_scheme=scheme)
        for path in inside if scheme == "light" else inside[1:4]:
            heron.goto(path)
            if "/cases/case" in path:
                heron.keyboard.press("a")
                heron.wait_for_function(
                    "!document.querySelector('[data-graph]') || document.querySelector('[data-ready]')"
                )
            found[path, scheme] = faults(heron)
    page = calm(None, 390, "dark")
    for path in outside:
        for language in ("en", "zh") if path == outside[1] else ("en",):
            page.goto(f"{path}?lang={language}")
            found[path, language] = faults(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
    calm.troubles[:] = [t for t in calm.troubles if "404" not in t]  # the page that says that there is no such case
    assert {k: v for k, v in found.items() if v} == {}


@pytest.mark.usefixtures("calm")
def test_a_decision_takes_three_keys_and_can_be_undone(demo, heron):
    row = of(demo, "reincarnation", proposed="verify")
    heron.goto(f"/console/cases/{row.id}")
    heron.wait_for_selector("#yours:not([hidden])")
    following = heron.get_attribute("#case", "data-next")
    for key in ("a", "1", "Enter"):
        heron.keyboard.press(key)
    heron.wait_for_selector(".toast")
    heron.wait_for_function(
        f"location.pathname + location.search === {following!r} || location.href.endsWith({following!r})"
    )
    assert demo.book.rows[row.id].state in {"decided", "second"}
    heron.keyboard.press("Control+z")
    heron.wait_for_url(f"**/console/cases/{row.id}")
    heron.wait_for_selector("#decision")
    assert demo.book.rows[row.id].state == "open"
    kinds = [e.kind for e in demo.ledger.of_subject(row.account_id) if e.stream == "decisions"]
    assert kinds[-2:] == ["decided", "undone"]


@pytest.mark.usefixtures("calm")
def test_keys_do_nothing_while_one_types(demo, heron):
    row = of(demo, "impersonation")
    heron.goto(f"/console/cases/{row.id}")
    heron.click("text=Note for colleagues")
    heron.fill("#note", "")
    heron.type("#note", "a1d ?")
    assert heron.input_value("#note") == "a1d ?"
    assert heron.locator("[name=outcome]:checked").count() == 0


@pytest.mark.usefixtures("calm")
def test_a_notice_with_a_gap_cannot_be_sent(demo, heron):
    row = of(demo, "reincarnation")
    heron.goto(f"/console/cases/{row.id}")
    heron.keyboard.press("a")
    heron.fill("#notice", "Why: [say it]")
    assert heron.locator("#decision button.main").is_disabled()
    assert "[say it]" in heron.inner_text("#holes")
    heron.fill("#notice", "Why: the name is a copy.")
    assert heron.locator("#decision button.main").is_enabled()


@pytest.mark.usefixtures("calm")
def test_the_palette_finds_and_does(heron):
    heron.goto("/console/")
    heron.keyboard.press("Control+k")
    heron.keyboard.type("policy")
    heron.keyboard.press("Enter")
    heron.wait_for_url("**/console/policies")
    heron.keyboard.press("g")
    heron.keyboard.press("q")
    heron.wait_for_url("**/console/queue")
    heron.wait_for_selector("[data-row]")
    heron.keyboard.press("j")
    heron.keyboard.press("Enter")
    heron.wait_for_selector("#case")


@pytest.mark.usefixtures("calm")
def test_filters_narrow_the_list_without_a_reload(heron):
    heron.goto("/console/queue")
    heron.evaluate("window.same = 1")
    heron.select_option("#tier", "likely")
    heron.wait_for_url(re.compile("tier=likely"))
    heron.wait_for_function(
        "[...document.querySelectorAll('tbody .tier')].every((b) => b.classList.contains('likely'))"
    )
    assert heron.evaluate("window.same") == 1


def test_of_two_browsers_one_wins_and_the_other_is_told(calm, demo, heron):
    row = of(demo, "unqualified_professional")
    heron.goto(f"/console/cases/{row.id}")
    heron.wait_for_selector("#yours:not([hidden])")
    wren = calm("Wren")
    wren.goto(f"/console/cases/{row.id}")
    wren.wait_for_selector("#lost:not([hidden])")
    assert "Heron works on this case" in wren.inner_text("#lost")
    wren.keyboard.press("d")
    wren.keyboard.press("1")
    wren.keyboard.press("Enter")
    wren.wait_for_timeout(300)
    assert wren.is_checked("[name=outcome][value=innocent]")
    assert demo.book.rows[row.id].state == "open"
    calm.troubles[:] = [t for t in calm.troubles if "409" not in t]  # being told is an answer of the server


def test_a_network_that_goes_away_loses_nothing_and_does_nothing_twice(calm, demo, heron):
    row = of(demo, "account_trade")
    heron.goto(f"/console/cases/{row.id}")
    heron.wait_for_selector("#yours:not([hidden])")
    calls = []

    def lost(route):
        calls.append(route.request.post_data)
        if len(calls) == 1:  # the server hears it, the answer is lost
            route.fetch()
        route.abort() if len(calls) < 3 else route.continue_()

    heron.route("**/decide*", lost)
    for key in ("d", "7", "Enter"):
        heron.keyboard.press(key)
    heron.wait_for_selector(".toast")
    heron.unroute("**/decide*")
    assert len(calls) == 3
    assert len(set(calls)) == 1
    made = [e for e in demo.ledger.of_subject(row.account_id) if e.kind == "decided" and e.body["case"] == row.id]
    assert len(made) == 1
    calm.troubles[:] = [t for t in calm.troubles if "ERR_FAILED" not in t]


def spoiled(demo, me, clock, row):
    """The record of an account in which every text is hostile."""
    demo.case(me, row.id, Wanted(), clock.at)
    record = dict(demo.scan.record(row.account_id))
    evil = " ".join(HOSTILE)
    findings = [{**f, "says": evil, "parts": [evil, evil, evil], "shown": [["name", h] for h in HOSTILE],
                 "facts": {**f["facts"], "derivation": evil, "against": f"; against: {evil}", "alternatives": "; ".join(HOSTILE)}} for f in record["findings"]]  # fmt: skip
    events = [{"at": "2025-01-01 00:00", "until": "", "kind": "changed", "facts": {"field": "bio", "old": h, "new": h}, "weight": 3, "table": "profile_changes", "day": "2025-01-01", "says": h} for h in HOSTILE]  # fmt: skip
    demo.scan._records[row.account_id] = {**record, "findings": findings, "timeline": events}
    account = demo.scan.rows[row.account_id]
    account.update(display_name=evil, handle=HOSTILE[1], bio=evil, location=HOSTILE[2], url=HOSTILE[4])
    demo.book.rows[row.id] = replace(row, name=evil, handle=HOSTILE[1], says=evil)


@pytest.mark.usefixtures("calm")
def test_nothing_that_strangers_wrote_runs(demo, me, clock, heron):
    row = of(demo, "name_violation")
    spoiled(demo, me, clock, row)
    link = demo.link(row.id)
    pages = [
        f"/console/cases/{row.id}",
        "/console/queue?text=window.hit",
        f"/notices/{link}",
        f"/notices/{link}/standing",
        f"/reports/{demo.link(row.id, 'r')}",
    ]
    for path in pages:
        heron.goto(path)
        heron.wait_for_timeout(150)
        assert heron.evaluate("window.hit") is None, path
        assert heron.locator("main img, main script, main b, main svg[onload]").count() == 0
    assert "</script><script>window.hit=1</script>" in heron.inner_text("body") or heron.goto(pages[0])
    heron.goto(f"/notices/{link}/appeal")
    heron.fill("#text", " ".join(HOSTILE))
    heron.set_input_files(
        "#files", [{"name": '"><img src=x onerror=window.hit=1>.pdf', "mimeType": "text/html", "buffer": b"%PDF-1.7 x"}]
    )
    heron.click("button.main")
    heron.wait_for_selector("main [role=status]")
    heron.goto(f"/notices/{link}/appeal")
    assert heron.evaluate("window.hit") is None
    assert "onerror=window.hit=1" in heron.inner_text("main")
    assert heron.locator("main img").count() == 0


def test_a_ring_is_closed_in_bulk_by_two_people_and_taken_back(calm, demo, heron, clock):
    ring = demo.rings(None, clock.at)[0]
    heron.goto(f"/console/rings/{ring.id}")
    heron.click("text=Try it")
    heron.fill("#reason", "One text, copied within minutes.")
    heron.check("[name=looked]")
    heron.click("form .main")
    heron.wait_for_selector("text=waits for a second person")
    wren = calm("Wren")
    wren.click("[aria-labelledby=asks-h] a")
    assert "One text, copied within minutes." not in wren.content()
    wren.check("[name=answer][value=agree]")
    wren.fill("#reason", "I looked at the sample too.")
    wren.check("[name=looked]")
    wren.click("text=Give my answer")
    wren.wait_for_selector("text=The second person's reason")
    clock.at += timedelta(minutes=1)
    heron.wait_for_selector("text=Notices sent")
    heron.wait_for_selector("#batch .badge.good")
    heron.reload()
    heron.fill("#reason", "It was a public pledge.")
    heron.on("dialog", lambda d: d.accept())
    heron.click("button.harm")
    heron.wait_for_selector("text=Restored")
    assert "taken back" in heron.inner_text("#batch")


@pytest.mark.usefixtures("calm")
def test_checks_come_as_one_types(heron):
    heron.goto("/console/policies/default/1")
    text = heron.input_value("#text")
    heron.fill(
        "#text", text + '\n[[rule]]\nname = "x"\nwhen = "sentiment_toward(entity) < 0"\naction = "label"\nwhy = "x"\n'
    )
    heron.wait_for_selector("#checked .note.bad")
    assert "line " in heron.inner_text("#checked")
