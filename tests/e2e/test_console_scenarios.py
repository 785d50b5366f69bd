"""Scenarios of the domain at the console, in a real browser: appeals and what falls with them, a county bureau, policies by two people, a reviewer too fast to have looked."""

import re

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from console_deeds import decided, left, rows
from playwright.sync_api import expect

from aboveboard.app.rescanning import settle_found
from aboveboard.console.verbs import Looked, Ruling
from aboveboard.deciding.evidence import Found
from aboveboard.deciding.histories import history
from aboveboard.deciding.ruling import decide
from aboveboard.deciding.sitting import sit
from aboveboard.deciding.values import Limits, Order
from hostile import HOSTILE

pytestmark = pytest.mark.browser


def closed(office, case):
    """Close the account of a case as two people do where harm cannot wait; return the decision."""
    for by in ("person:wren", "person:starling"):
        with sit(office.desk.ledger, office.clock.on(minutes=1), Limits()) as s:
            made = decide(s, case, Order("close", imminent=True), by, "harm is imminent", s.case(case)["version"])
            if made.status == "decided":
                break
    assert made.status == "decided"
    return made.decision


def returned(office, demo, root, names):
    """Find accounts to be the return of another, and close them for it."""
    findings = pq.read_table(demo / "scan" / "findings.parquet")
    like = next(r for r in findings.to_pylist() if r["violation"] == "reincarnation" and r["tier"] == "likely")
    made = [{**like, "finding_id": f"fnd_{n}", "account_id": n, "related": [root], "subject_id": n} for n in names]
    accounts = pq.read_table(demo / "world" / "accounts.parquet")
    found = Found(pa.Table.from_pylist(made, findings.schema), accounts, office.clock.at, population=accounts.num_rows)
    settle_found(office.desk.ledger, found, office.clock.at, Limits())
    with sit(office.desk.ledger, office.clock.at, Limits()) as s:
        query = "SELECT case_id FROM cases WHERE violation = 'reincarnation' AND account_id IN ({})"
        listed = ", ".join(f"'{n}'" for n in names)
        cases = [r[0] for r in s.connection.exec_driver_sql(query.format(listed))]
    return [closed(office, c) for c in cases]


def test_s18_s3_an_appeal_without_a_log_in_goes_to_somebody_else_and_what_rested_on_the_decision_falls_with_it(
    calm, office, shown_demo
):
    row = rows(office, violation="account_trade")[0]
    decision = closed(office, row.id)
    names = list({r.account_id for r in rows(office, violation="account_sharing")} - {row.account_id})[:2]
    assert len(returned(office, shown_demo[0], row.account_id, names)) == len(names) == 2
    link = office.verbs.link(row.account_id, decision, office.clock.at)

    page = calm("", width=390, scheme="dark")
    page.goto(f"/notices/{link}")
    assert page.context.cookies() == []
    page.click("text=Say why this is wrong")
    page.fill("#text", f"It was my brother's offer. {HOSTILE[0]}")
    page.set_input_files("#files", [{"name": "run.exe", "mimeType": "image/png", "buffer": b"MZ\x90\x00"}])
    calm.expects = ("422",)
    page.click("text=Send the appeal")
    expect(page.locator("[role=alert]")).to_contain_text("no PDF, PNG, JPEG, WebP or plain text")
    assert page.input_value("#text").startswith("It was my brother's offer."), "what was written is still there"
    page.set_input_files(
        "#files", [{"name": f"paper {HOSTILE[6]}.pdf", "mimeType": "text/html", "buffer": b"%PDF-1.7 x"}]
    )
    page.click("text=Send the appeal")
    page.wait_for_selector("text=Reference")

    for who, told in (("wren", "403"), ("heron", "403")):
        calm.expects = (*calm.expects, told)
        assert calm(who).goto("/console/appeals").status == int(told)
    lark = calm("lark")
    lark.goto("/console/appeals")
    lark.keyboard.press("j")
    lark.keyboard.press("Enter")
    lark.wait_for_url("**/console/appeals/apl_*")
    main = lark.locator("main")
    expect(main).to_contain_text("It was my brother's offer. <script>")
    expect(main.locator(".found .say").nth(1)).not_to_be_empty()
    expect(main.locator("section", has_text="What falls with it").locator("li")).to_have_count(2)
    with lark.expect_download() as got:
        lark.click("a[download]")
    assert got.value.suggested_filename.endswith(".pdf")
    lark.check("input[value=overturned]")
    lark.fill("#answer-text", "You are right: the offer was somebody else's.")
    lark.context.set_offline(True)
    calm.expects = (*calm.expects, "ERR_INTERNET_DISCONNECTED")
    lark.click("text=Send the answer")
    expect(lark.locator(".said")).to_contain_text("kept in this tab")
    lark.context.set_offline(False)
    lark.click("text=Send the answer")
    lark.wait_for_url("**/console/appeals")
    expect(lark.locator(".toast")).to_contain_text("3 decisions fell")
    page.goto(f"/notices/{link}/appeal")
    expect(page.locator("main")).to_contain_text("the offer was somebody else's")
    page.goto(f"/notices/{link}")
    expect(page.locator("main")).to_contain_text("was taken back on")
    page.goto(f"/notices/{link}/standing")
    expect(page.locator("main")).to_contain_text("There are none.")
    for name in (row.account_id, *names):
        with sit(office.desk.ledger, office.clock.at, Limits()) as s:
            assert history(s, name).account.state == "active"


def test_s18_whoever_decided_does_not_answer_the_appeal(calm, office):
    row = rows(office, violation="minor_unprotected")[0]
    made = decided(office, "heron", row, "limit", "own")
    link = office.verbs.link(row.account_id, made.id, office.clock.at)
    office.verbs.appeal(link, "I am grown up, ask again.", (), "own", office.clock.at)
    (waits,) = [a for a in office.verbs.appeals(office.me("lark"), office.clock.at) if a.account_id == row.account_id]
    lark = calm("lark")
    lark.goto(f"/console/appeals/{waits.id}")
    expect(lark.locator("#answer-text")).to_be_visible()
    owl = calm("owl")
    owl.goto(f"/console/appeals/{waits.id}")
    assert owl.locator("#answer-text").count() == 0, "who may only read does not answer"


def test_s12_a_policy_that_judges_what_people_feel_is_refused_as_one_types_and_none_is_kept(calm, office):
    calm.expects = ("422",)
    robin = calm("robin")
    robin.goto("/console/policies")
    robin.click("main a[href*='/console/policies/']")
    text = robin.input_value("#text")
    rule = '\n[[rule]]\nname = "mood"\nwhen = "sentiment_toward(entity) < 0"\naction = "label"\nwhy = "x"\n'
    robin.fill("#text", text.replace('version = "', 'version = "x', 1) + rule)
    expect(robin.locator("#checked .note.bad")).to_contain_text("sentiment_toward")
    line = text.count("\n") + 4
    expect(robin.locator("#checked .note.bad")).to_contain_text(re.compile(rf"line {line}|line {line + 1}"))
    robin.fill("#why", "It would be quick.")
    robin.click("text=Keep as a draft")
    expect(robin.locator("#draft .said")).to_contain_text("sentiment_toward")
    assert "sentiment_toward" in robin.input_value("#text"), "what was written is still there"
    assert len(office.verbs.policies(office.me("robin"), office.clock.at)) == 1


def test_a_policy_goes_from_draft_to_live_by_two_people(calm, office):
    robin, finch = calm("robin"), calm("finch")
    robin.goto("/console/policies")
    robin.click("main a[href*='/console/policies/']")
    text = robin.input_value("#text")
    version = re.search(r'version = "(.*?)"', text)[1]
    robin.fill("#text", text.replace(f'version = "{version}"', 'version = "browser"', 1))
    robin.fill("#why", "The same, by a new name.")
    robin.click("text=Keep as a draft")
    robin.wait_for_url("**/browser")
    for step, stage in (("backtest", "backtested"), ("shadow", "shadow")):
        robin.click(f"form[action$='/{step}'] button")
        expect(robin.locator("[aria-current=step]")).to_have_text(stage)
    expect(robin.locator(".diff")).to_contain_text('+ version = "browser"')
    assert robin.locator("form[action$='/canary']").count() == 0
    finch.goto(robin.url)
    for step, stage in (("canary", "canary"), ("live", "live")):
        finch.click(f"form[action$='/{step}'] button")
        expect(finch.locator("[aria-current=step]")).to_have_text(stage)
    told = {
        r.version: (r.stage, r.author, r.approver) for r in office.verbs.policies(office.me("robin"), office.clock.at)
    }
    assert told["browser"] == ("live", "robin", "finch")


def test_s11_who_decides_sixty_cases_in_two_minutes_as_the_machine_proposed_is_flagged(calm, office):
    office.clock.on(hours=1)
    me, heron = office.me("heron"), calm("heron")
    for number, row in enumerate([*rows(office), *rows(office, page=2)][:60]):
        version = office.verbs.claim(me, row.id, 1, office.clock.at)
        ruling = Ruling(row.proposed, "", 1, 30, "agrees", notice="Why.", looked=Looked(2))
        office.verbs.decide(me, row.id, version, ruling, f"fast-{number}", office.clock.at)
        office.clock.on(seconds=2)
    left(office)
    owl, wren = calm("owl"), calm("wren")
    owl.goto("/console/audit")
    flagged = owl.locator("section", has_text="Unusual").locator("li", has_text="too fast to have looked")
    expect(flagged).to_contain_text(
        "heron decided 60 cases in 2.0 s each, all as the machine proposed, and opened nothing."
    )
    wren.goto("/console/")
    expect(wren.locator("[aria-labelledby=concerns-h]")).to_contain_text("heron decided 60 cases")
    heron.goto("/console/")
    assert heron.locator("[aria-labelledby=concerns-h]").count() == 0, (
        "it is for those who lead, not for the one who is named"
    )
