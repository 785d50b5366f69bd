"""S17 at the console, in a real browser: the successor of a county bureau claims its account, two people agree, and thirty days are public."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from console_deeds import decided, kinds, rows
from playwright.sync_api import expect

from aboveboard.cases import may
from aboveboard.console.views.cases import Wanted
from aboveboard.deciding.histories import history
from aboveboard.store.work_tables import HANDED
from aboveboard.work import Tools, acknowledge, known_kinds
from hostile import HOSTILE

pytestmark = pytest.mark.browser


def working(office, *kinds):
    """Let the worker do these chores, and the platform send every notice that waits."""
    ledger, at = office.desk.ledger, office.clock.on(minutes=1)
    for kind in kinds:
        while True:
            with office.desk.store.writing() as connection:
                if known_kinds()[kind].apply(Tools(ledger), connection, None, None, at) is None:
                    break
    with office.desk.store.writing() as connection:
        waits = sa.select(HANDED.c.id).where(HANDED.c.kind == "notice", HANDED.c.state != "applied")
        for message in connection.execute(waits).scalars().all():
            acknowledge(connection, ledger, message, "applied", at, "platform")


def answered(page, wish, text):
    """Give one person's answer to the claim that waits."""
    page.goto("/console/claims")
    page.click("main tbody a")
    page.check(f"[name=outcome][value={wish}]")
    page.fill("#answer-text", text)
    page.click("text=Give my answer")
    page.wait_for_url("**/console/claims")


def test_s17_the_successor_of_a_county_bureau_claims_its_account_two_people_agree_and_thirty_days_are_public(
    calm, office
):
    row = rows(office, "wren", violation="orphaned_institution")[0]
    decided(office, "wren", row, "label", "orphan")
    link = office.verbs.link(row.account_id, "body", office.clock.at)
    page = calm("", width=390)
    page.goto(f"/bodies/{link}")
    expect(page.locator("main")).to_contain_text(f"{office.clock.at + timedelta(days=30):%Y-%m-%d}")
    expect(page.locator("main")).to_contain_text("Two people at the operator agree before anything is done")
    page.fill("[name=body]", f"The Ministry {HOSTILE[7]}")
    page.fill("[name=mail]", "a@ministry.example")
    page.check("[name=wish][value=archive]")
    page.fill("[name=text]", "We follow the old body, by the law of last year.")
    page.reload()
    assert page.input_value("[name=mail]") == "a@ministry.example", "a page that is loaded again loses nothing"
    assert page.is_checked("[name=wish][value=archive]")
    page.click("main form button.main")
    page.wait_for_selector("text=See where it stands")
    assert kinds(office, row.account_id, "accounts")[-1] == "claimed"
    assert kinds(office, row.account_id)[-1] == "claim_filed"
    assert office.verbs.case(office.me("wren"), row.id, Wanted(), office.clock.at).subject.status != "closed", (
        "a claim alone does nothing"
    )
    page.click("text=See where it stands")
    wren, starling = calm("wren"), calm("starling")
    answered(wren, "archive", "The first one's words: the register names you as the successor.")
    with office.verbs.sitting(office.clock.on(minutes=1)) as s:
        assert history(s, row.account_id).account.plan is None, "one person plans nothing"
    starling.goto("/console/claims")
    starling.click("main tbody a")
    assert "first one's words" not in starling.content()
    answered(starling, "archive", "The law of last year names you as the successor.")
    page.reload()
    expect(page.locator("main")).to_contain_text("The law of last year names you as the successor.")
    expect(page.locator("main")).to_contain_text(f"{office.clock.at + timedelta(days=30):%Y-%m-%d}")
    working(office, "send_notices")
    for days, publishes in ((29, True), (2, False)):
        office.clock.on(days=days)
        working(office, "expire_measures")
        with office.verbs.sitting(office.clock.at) as s:
            life = history(s, row.account_id).account
        assert may(life, "publish") is publishes
    assert life.state == "limited"
    assert may(life, "read"), "it stays readable as a record"
    page.goto(f"/bodies/{link}")
    expect(page.locator("main")).to_be_visible()
