"""What one person may not do alone to many accounts, in a real browser: a second one sees what it rests on, and neither who asked nor why."""

import pytest
from playwright.sync_api import expect

from aboveboard.console.verbs import Verbs
from aboveboard.errors import CaseError

pytestmark = pytest.mark.browser
WHY = "They follow in step, a sample was looked at."


def asked(office, action="limit"):
    """Let wren ask for one action over the largest ring; return the batch and whom it is about."""
    wren = office.me("wren")
    ring = office.verbs.rings(wren, office.clock.at)[0]
    tried = office.verbs.try_batch(wren, ring.id, action, 30, office.clock.on(minutes=1))
    return office.verbs.run_batch(wren, tried.id, WHY, "k", office.clock.at), tried


def test_a_bulk_action_over_the_limit_starts_once_a_second_person_agrees_who_does_not_see_the_first_ones_words(
    calm, office
):
    batch, tried = asked(office)
    wren, starling = calm("wren"), calm("starling")
    wren.goto(f"/console/batches/{batch}")
    main = wren.locator("main")
    expect(main).to_contain_text("waits for a second person")
    expect(main).to_contain_text(WHY)
    assert wren.locator("#second-h").count() == 0, "who asked does not agree"
    wren.goto("/console/")
    assert wren.locator("#asks-h").count() == 0

    starling.goto("/console/")
    starling.click(f"section[aria-labelledby=asks-h] a[href$='{batch}']")
    main = starling.locator("main")
    expect(main.locator("#second-h")).to_be_visible()
    assert "wren" not in starling.content(), "who asked is not there"
    assert WHY not in starling.content(), "nor why"
    expect(main.locator("section", has_text="Whom it would reach")).to_contain_text(str(tried.count))
    sample = main.locator("section", has_text="A sample to look at before").locator("tbody tr")
    expect(sample).to_have_count(min(20, tried.count))
    expect(sample.first.locator("td")).to_contain_text("followed")
    starling.check("[name=answer][value=agree]")
    starling.fill("#reason", "I looked at ten of them myself.")
    calm.expects = ("422",)
    starling.click("text=Give my answer")
    expect(starling.locator("#main")).to_contain_text("Look at the sample first")
    assert office.verbs.batch(office.me("wren"), batch, office.clock.at).state == "waiting"
    assert starling.input_value("#reason") == "I looked at ten of them myself.", "what was written is still there"
    starling.check("[name=looked]")
    starling.click("text=Give my answer")
    expect(starling.locator("#batch")).to_contain_text(f"1 of {tried.count}")
    expect(starling.locator("#batch")).to_contain_text(WHY)
    expect(starling.locator("#batch")).to_contain_text("I looked at ten of them myself.")
    made = [e.body for e in office.desk.ledger.of_stream("decisions") if e.kind == "decided" and e.body.get("batch") == batch]  # fmt: skip
    assert [(m["by"], m["second"]) for m in made] == [("person:wren", "person:starling")]
    office.verbs.reverse_batch(office.me("wren"), batch, "It was a try.", office.clock.at)


def test_a_second_person_refuses_with_a_reason_and_nothing_is_done(calm, office):
    batch, tried = asked(office, "label")
    starling = calm("starling")
    starling.goto(f"/console/batches/{batch}")
    starling.check("[name=answer][value=refuse]")
    starling.fill("#reason", "It is a class of a school.")
    starling.click("text=Give my answer")
    expect(starling.locator("#batch")).to_contain_text("the second person said no")
    expect(starling.locator("#batch")).to_contain_text("It is a class of a school.")
    expect(starling.locator("#batch")).to_contain_text(f"0 of {tried.count}")
    assert starling.locator("text=Take all of it back").count() == 0, "there is nothing to take back"
    starling.goto("/console/")
    assert starling.locator("#asks-h").count() == 0
    office.clock.on(hours=25)
    wren = office.me("wren")
    assert office.verbs.batch(wren, batch, office.clock.at).done == 0
    with pytest.raises(CaseError, match="cancelled"):
        office.verbs.run_batch(wren, tried.id, WHY, "k", office.clock.at)


def test_the_console_asks_only_what_both_of_its_sides_offer(office):
    asked_of = {n for b in Verbs.__mro__ for n in vars(b) if not n.startswith("_")}
    assert {"agree_batch", "refuse_batch"} <= asked_of
    assert asked_of <= set(dir(office.verbs))


def test_a_chinese_senior_reads_a_batch_that_waits_for_them_in_chinese(calm, office):
    batch, tried = asked(office, "label")
    senior = calm("starling")
    for address in (f"/console/batches/{batch}?lang=zh", "/console/?lang=zh"):
        assert senior.goto(address).status == 200
    senior.goto(f"/console/batches/{batch}?lang=zh")
    expect(senior.locator("#second-h")).to_have_text("请你作为第二人作答")
    expect(senior.locator("#batch .badge")).to_have_text("等待第二人")
    expect(senior.locator("#batch")).to_contain_text("涉及 12 个以上账号")
    expect(senior.locator("section", has_text="影响对象").first).to_contain_text(str(tried.count))
    assert WHY not in senior.content()
    senior.check("[name=answer][value=refuse]")
    senior.fill("#reason", "样本里有一个班级的同学。")
    senior.click("form button.main")
    expect(senior.locator("#batch")).to_contain_text("样本里有一个班级的同学。")
    assert office.verbs.batch(office.me("wren"), batch, office.clock.at).state == "cancelled"
