"""Every page of the console over the real service: for everybody, in light and dark, wide and narrow; and nothing that a stranger wrote runs on any of them."""

import json
import os
import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from aboveboard.app.admitting import admit
from aboveboard.console.uploads import taken
from aboveboard.console.verbs import Ruling
from aboveboard.console.views.cases import Wanted
from aboveboard.intake import Batch, keep
from console_service import answered, prepare, staged
from hostile import DANGER, HOSTILE, many

pytestmark = pytest.mark.browser
STAFF = ("heron", "wren", "lark", "robin", "owl")


def rows(office, name="heron", **wanted):
    return office.verbs.queue(office.me(name), Wanted(**wanted), office.clock.at).rows


def decided(office, name, row, action, key, notice="What we decided, and why."):
    me = office.me(name)
    view = office.verbs.case(me, row.id, Wanted(), office.clock.at)
    version = office.verbs.claim(me, row.id, view.version, office.clock.at)
    rule = next((r for r in view.form.rules if r.action == action), view.form.rules[0])
    notice = notice.replace("[", "(")  # what is in brackets is a gap that must be filled
    made = office.verbs.decide(
        me, row.id, version, Ruling(action, rule.id, 1, 30, "agrees", notice, notice), key, office.clock.at
    )
    office.clock.on(seconds=11)
    office.verbs.settle(office.clock.at)
    return made


def reported(office, account):
    """Let somebody report an account; return the link by which they learn the outcome."""
    told = {
        "account_id": "a-reporter",
        "at": office.clock.at.isoformat(),
        "verb": "report",
        "object_id": account,
        "target_account_id": account,
    }
    facts, _ = admit("actions", [msgspec.Raw(msgspec.json.encode(told))], office.clock.at)
    with office.desk.store.writing() as connection:
        keep(connection, office.desk.ledger, [Batch("actions", tuple(facts), (), "platform", office.clock.at)])
    return office.verbs.link("a-reporter", f"report:{account}", office.clock.at)


def lived_in(
    office,
    text="I am grown up: the paper is attached.",
    files=("identity card.pdf",),
    reason="They follow in step; a sample was looked at.",
):
    """Let a day pass: decisions, an appeal with documents, a bulk action, a draft. Return every page there is by then, by who reads it."""
    clock, verbs = office.clock, office.verbs
    first, second = rows(office, violation="minor_unprotected")[:2]
    report = reported(office, second.account_id)
    clock.on(minutes=1)
    open_, appealed = (decided(office, "heron", r, "limit", r.id, text) for r in (first, second))
    orphan = rows(office, "wren", violation="orphaned_institution")[0]
    decided(office, "wren", orphan, "label", "orphan", text)
    notice, closed = (
        verbs.link(first.account_id, open_.id, clock.at),
        verbs.link(second.account_id, appealed.id, clock.at),
    )
    verbs.appeal(closed, text, taken([(f, b"%PDF-1.7 x") for f in files]), "appeal", clock.at)
    (waits,) = verbs.appeals(office.me("lark"), clock.at)
    wren, rings = office.me("wren"), verbs.rings(office.me("wren"), clock.at)
    tried = verbs.try_batch(wren, rings[0].id, "limit", 30, clock.at)
    batch = verbs.run_batch(wren, tried.id, reason, "k", clock.at)
    robin = office.me("robin")
    (policy,) = verbs.policies(robin, clock.at)
    draft = verbs.policy(robin, policy.name, policy.version, clock.at).text.replace(
        f'version = "{policy.version}"', 'version = "2"', 1
    )
    verbs.draft_policy(robin, draft, reason[:400], (clock.at + timedelta(days=90)).date(), clock.at)
    verbs.backtest(robin, policy.name, "2", clock.at)
    verbs.save_queue(office.me("heron"), text[:50], Wanted(tier="likely"), clock.at)
    body = verbs.link(orphan.account_id, "body", clock.at)
    claimed = verbs.claim_imitated(f"@{first.handle}", text[:200], "a@b.example", text, (), "claim", clock.at)
    (claim,) = verbs.claims(wren, clock.at)
    kinds = dict.fromkeys(r.violation for r in (*rows(office), *rows(office, page=2)))
    cases = [rows(office, violation=v)[0].id for v in kinds]
    return {
        "heron": ["/console/", "/console/queue", *(f"/console/cases/{c}" for c in cases), "/console/care", "/console/cases/none"],
        "wren": ["/console/rings", f"/console/rings/{rings[-1].id}", f"/console/rings/{rings[0].id}", f"/console/batches/{batch}", "/console/claims", f"/console/claims/{claim.id}", "/console/review"],
        "starling": ["/console/", f"/console/batches/{batch}"],
        "lark": ["/console/appeals", f"/console/appeals/{waits.id}"],
        "robin": ["/console/policies", f"/console/policies/{policy.name}/2"],
        "owl": ["/console/audit"],
        "": [f"/notices/{notice}", f"/notices/{notice}/appeal", f"/notices/{notice}/standing", f"/notices/{closed}/appeal", f"/bodies/{body}", "/claims/imitated", claimed.link, f"/reports/{report}", "/notices/none", "/login"],
    }  # fmt: skip


AXE = Axe().axe_script
LOOK = """async (rules) => {
  const how = rules ? {runOnly: {type: 'rule', values: rules}} : {rules: {'target-size': {enabled: true}}};
  const found = await axe.run(document, {...how, resultTypes: ['violations']});
  const cut = [...document.querySelectorAll('main *')].filter((n) => n.children.length === 0 && n.getBoundingClientRect().right > innerWidth + 1 && !n.closest('.scroll, .diff, .graph, textarea, svg, nav, .hid, .u-hz'));
  return [found.violations.map((v) => [v.id, v.nodes[0].html.slice(0, 160)]), document.documentElement.scrollWidth > innerWidth, cut.slice(0, 3).map((n) => n.outerHTML.slice(0, 120))];
}"""
COLOURS = ["color-contrast"]
NARROW = [*COLOURS, "target-size", "scrollable-region-focusable", "link-in-text-block"]
VIEWS = ((1280, "light", None), (1280, "dark", COLOURS), (390, "dark", NARROW), (390, "light", COLOURS))
"""Every rule once; beside that what depends on colours, on width, or on what is shown at that width only."""


SHOTS = os.environ.get("ABOVEBOARD_SHOTS")
"""A folder for a picture of every page that is looked at, wide and narrow, light and dark."""


def pictured(page, path, width, scheme):
    """Keep a picture of the whole page, named after its place; what lies behind a signed link is named by its kind alone."""
    name = re.sub(r"ln_[^/]+", "LINK", path.strip("/")).replace("/", "-") or "home"
    count = len(list(Path(SHOTS).glob(f"{name}.*.{width}.{scheme}.png")))
    page.screenshot(path=Path(SHOTS) / f"{name}.{count}.{width}.{scheme}.png", full_page=True)


def looked_at(page, path, views=VIEWS):
    """Everything that is wrong with a page, wide and narrow, light and dark."""
    found = {}
    if SHOTS:
        views = VIEWS
    page.evaluate(AXE)
    for width, scheme, rules in views:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        if SHOTS:
            pictured(page, path, width, scheme)
        wrong = page.evaluate(LOOK, rules)
        if any(wrong):
            found[path, width, scheme] = wrong
    return found


def open_case(page, path):
    """Wait until a case is one's own, and choose what shows the whole form."""
    page.goto(path)
    page.wait_for_selector("#yours:not([hidden])")
    page.check("[value=other]")


def test_every_page_can_be_used_by_everybody_in_light_and_dark_wide_and_narrow(calm, office):
    calm.expects = ("404", "409", "401")
    found = {}
    for who, paths in lived_in(office).items():
        page, cases = calm(who), 0
        for path in paths:
            if path.startswith("/console/cases/cas"):
                open_case(page, path)
                cases += 1
            else:
                page.goto(path)
            if path == "/login":
                expect(page.locator("#form")).to_be_visible()
            found |= looked_at(page, path, VIEWS if cases < 3 else ((390, "dark", None),))
        if who == "wren":
            page.goto(paths[1])
            page.click("text=Try it")
            found |= looked_at(page, "tried")
            page.goto("/console/")
            for key in ("?", "Control+k"):
                page.keyboard.press(key)
                found |= looked_at(page, key)
                page.keyboard.press("Escape")
        page.context.close()
    assert found == {}


def test_the_page_that_says_that_something_has_arrived_can_be_used_by_everybody(calm):
    page = calm()
    page.goto("/claims/imitated")
    for name, text in (("handle", "@a_bank"), ("who", "The bank"), ("mail", "a@bank.example"), ("text", "It uses our name and our logo.")):  # fmt: skip
        page.fill(f"[name={name}]", text)
    page.check("[name=true]")
    page.click("main form button.main")
    page.wait_for_selector("text=Reference")
    assert looked_at(page, "received") == {}
    page.click("text=See where it stands")
    expect(page.locator("main")).to_contain_text("Two people look at it")


def test_a_ring_is_closed_in_bulk_and_all_of_it_taken_back(calm, office):
    wren = calm("wren")
    ring = office.verbs.rings(office.me("wren"), office.clock.at)[1]
    own = [a for a, *_, found in office.verbs.ring(office.me("wren"), ring.id, office.clock.at).members if found]
    wren.goto(f"/console/rings/{ring.id}")
    wren.select_option("#action", "limit")
    wren.click("text=Try it")
    main = wren.locator("main")
    expect(main).to_contain_text(f"Tried, not done: limit for {len(own)} accounts")
    expect(main.locator("section", has_text="A sample to look at before").locator("tbody tr")).to_have_count(len(own))
    expect(main).to_contain_text("One person starts at most 12 alone")
    before = lives(office, own)
    wren.click("button:has-text('Start with')")
    assert "/try" in wren.url, "without a reason, and without a look at the sample, nothing starts"
    wren.fill("#reason", "They follow in step, a sample was looked at.")
    wren.check("input[name=looked]")
    wren.click("button:has-text('Start with')")
    wren.wait_for_url("**/console/batches/bat_*")
    expect(wren.locator("#batch")).to_contain_text(f"1 of {len(own)}")
    expect(wren.locator("#batch")).to_contain_text("The rest goes by itself")
    batch = wren.url.rpartition("/")[2]
    office.clock.on(hours=25)
    wren.wait_for_selector("#batch .badge.good")  # the page looks by itself how far it is
    expect(wren.locator("#batch")).to_contain_text(f"{len(own)} of {len(own)}")
    assert {s for s, _ in lives(office, own).values()} == {"limited"}
    wren.reload()
    wren.on("dialog", lambda d: d.accept())
    wren.fill("#reason", "It was a class of a school.")
    wren.click("button:has-text('Take back')")
    expect(wren.locator("#batch")).to_contain_text("taken back")
    assert lives(office, own) == before
    for account in own:
        made = [
            e.kind
            for e in office.desk.ledger.of_subject(account)
            if e.kind in ("decided", "reversed") and e.stream == "decisions" and e.body.get("batch") == batch
        ]
        assert made == ["decided", "reversed"]


def lives(office, accounts):
    """The state of each account, and how many measures hold."""
    from aboveboard.cases.states import opened
    from aboveboard.deciding.histories import histories
    from aboveboard.deciding.sitting import sit
    from aboveboard.deciding.values import Limits

    with sit(office.desk.ledger, office.clock.at, Limits()) as s:
        return {n: (h.account.state, len(opened(h.account))) for n, h in histories(s, accounts).items()}


def test_a_bulk_action_that_is_stopped_goes_no_further(calm, office):
    wren = calm("wren")
    ring = office.verbs.rings(office.me("wren"), office.clock.at)[1]
    tried = office.verbs.try_batch(office.me("wren"), ring.id, "label", 30, office.clock.at)
    batch = office.verbs.run_batch(office.me("wren"), tried.id, "They follow in step.", "k", office.clock.at)
    wren.goto(f"/console/batches/{batch}")
    wren.click("text=Stop what is left")
    expect(wren.locator("#batch")).to_contain_text("stopped")
    office.clock.on(hours=25)
    wren.reload()
    expect(wren.locator("#batch")).to_contain_text(f"1 of {tried.count}")


@pytest.fixture(scope="module")
def haunted(shown_demo, once, tmp_path_factory):
    """A service in which every name, biography, post, register and finding was written to do harm."""
    prepared = once("console-hostile", lambda folder: prepare(shown_demo[0], folder, None, 2, hostile=True))[1]
    with staged(prepared, tmp_path_factory.mktemp("hostile")) as opened, answered(opened) as where:
        yield opened, where


def test_nothing_that_strangers_wrote_runs_on_any_page(haunted, visits):
    office, where = haunted
    visits.troubles.clear()
    pages = lived_in(office, many(0, len(HOSTILE)), tuple(f"{h}.pdf" for h in HOSTILE[6:11]), many(5))
    pages["heron"] += [f"/console/queue?text={quote(h)}" for h in HOSTILE[:3]] + [
        f"/console/cases/{quote(HOSTILE[1], safe='')}",
        "/console/queue?lang=zh",
    ]
    pages["owl"] += [f"/console/audit?who={quote(HOSTILE[6])}&subject={quote(HOSTILE[0])}"]
    pages[""] += [f"{p}?lang=zh" for p in pages[""] if "none" not in p and "login" not in p]
    pages[""] += [f"/login?go={quote(h)}" for h in (HOSTILE[12], HOSTILE[1])]
    bad, seen = {}, ""
    for who, paths in pages.items():
        page = visits(office, where, who)
        page.on("dialog", lambda d: bad.setdefault("dialog", d.message))
        for path in paths:
            page.goto(path)
            page.wait_for_timeout(60)
            if found := page.evaluate(DANGER):
                bad[path] = found
            seen += page.inner_text("body")
        if who == "":
            echoed(page, bad)
        page.context.close()
    assert bad == {}
    for text in (
        "<script>window.hit=1</script>",
        "<img src=x onerror=window.hit=1>",
        "javascript:window.hit=1",
        "{{ 7*7 }}{% raw %}${7*7}",
        "⟨U+202E⟩",
    ):
        assert text in seen, "shown as it was written"
    assert "49" not in [w for w in seen.split() if w == "7*7"]
    assert [t for t in visits.troubles if not any(e in t for e in ("404", "401", "409", "422"))] == []


def echoed(page, bad):
    """What is refused is shown again, in the fields it came from."""
    page.goto("/claims/imitated")
    page.evaluate("document.querySelectorAll('form')[0].noValidate = true")
    for number, name in enumerate(("handle", "who", "mail")):
        page.fill(f"[name={name}]", HOSTILE[6 + number])
    page.fill("[name=text]", many(0))
    page.click("button.main")
    page.wait_for_selector("[role=alert]:not([hidden])")
    assert page.input_value("[name=handle]") == HOSTILE[6]
    if found := page.evaluate(DANGER):
        bad["echoed"] = found


def test_the_list_of_what_strangers_write_is_long_and_what_it_does_is_seen(visits, haunted):
    office, where = haunted
    assert len(HOSTILE) >= 20
    page = visits(office, where)
    page.goto("/claims/imitated")
    page.evaluate(
        "document.querySelector('main').innerHTML = '<p onclick=x>' + "
        + json.dumps(HOSTILE[15])
        + " + '<base href=//none.invalid/>'"
    )
    assert len(page.evaluate(DANGER)) >= 3
    page.context.close()
    visits.troubles.clear()
