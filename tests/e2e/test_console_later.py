"""What a page leaves for later, in a real browser: what takes longest of a case, the rings beyond the first page, a queue that is kept no more."""

import pytest
from console_deeds import rows
from playwright.sync_api import expect

from aboveboard.console.routes import rooms
from aboveboard.console.views.cases import Wanted

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def returning(office):
    return rows(office, "wren", violation="reincarnation")[0]


def test_what_happened_and_what_would_change_come_once_one_gets_there_and_only_once(calm, office, returning):
    page, asked = calm("wren"), []
    page.set_viewport_size({"width": 1280, "height": 400})
    page.on("request", lambda r: asked.append(r.url) if "/later?" in r.url else None)
    page.goto(f"/console/cases/{returning.id}")
    page.wait_for_selector("#yours:not([hidden])")
    assert asked == [], "nobody has got there"
    assert page.locator("#later li").count() == 0
    page.click("text=All facts, and what would change")
    expect(page.locator("[id^=changes-]").first.locator("dt").first).to_be_visible()
    happened = office.verbs.later(office.me("wren"), returning.id, office.clock.at).moments
    expect(page.locator("#later .mile")).to_have_count(sum(1 for m in happened if m.weight == 3))
    page.click("#later summary")
    expect(page.locator("#later details li")).to_have_count(min(len(happened), 400))
    page.locator("#later").scroll_into_view_if_needed()
    assert len(asked) == 1
    page.click("text=All facts, and what would change")
    assert page.evaluate("[...open.parts].sort()") == ["facts-1", "timeline"], (
        "both were opened, and that is told with the decision"
    )


def test_it_speaks_the_language_of_the_page_it_comes_to(calm, returning):
    page = calm("wren")
    page.goto(f"/console/cases/{returning.id}?lang=zh")
    page.click("text=全部事实")
    changed = page.locator("[id^=changes-]").first
    expect(changed).to_contain_text("若无此项发现")
    page.check("[value=other]")
    page.select_option("#severity", "3")
    expect(page.locator("#weighing")).to_contain_text("记过")
    page.wait_for_load_state("networkidle")
    assert not page.locator("#weighing", has_text="Strikes").count()


def test_it_comes_without_a_hand_where_it_is_in_view_and_after_a_network_that_was_away(calm, returning):
    calm.expects = ("ERR_INTERNET_DISCONNECTED", "htmx")
    page = calm("wren")
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(f"/console/cases/{returning.id}")
    page.wait_for_selector("#yours:not([hidden])")
    page.context.set_offline(True)
    page.locator("#later").scroll_into_view_if_needed()
    expect(page.locator("#away")).to_be_visible()
    assert page.locator("#later li").count() == 0
    page.context.set_offline(False)
    expect(page.locator("#later .mile").first).to_be_visible()


def test_rings_come_in_pages(calm, office, monkeypatch):
    monkeypatch.setattr(rooms, "_RINGS", 3)
    every = [r.id for r in office.verbs.rings(office.me("wren"), office.clock.at)]
    page = calm("wren")
    page.goto("/console/rings")
    expect(page.locator(".head")).to_contain_text(f"{len(every)} rings are open")
    seen = []
    while True:
        seen += [a.get_attribute("href").rpartition("/")[2] for a in page.locator("a[data-row]").all()]
        if not page.locator("a[rel=next]").count():
            break
        page.click("a[rel=next]")
        page.wait_for_load_state()
    assert [s.replace("%3A", ":") for s in seen] == every
    assert len(every) > 3
    assert page.goto("/console/rings?page=999").status == 200
    expect(page.locator("a[data-row]").last).to_be_visible()


def test_a_queue_that_is_saved_can_be_removed(calm, office):
    saved = office.verbs.save_queue(office.me("wren"), "my own queue", Wanted(tier="likely"), office.clock.at)
    page = calm("wren")
    page.goto("/console/queue")
    assert page.locator("text=Remove this saved queue").count() == 0
    page.click("nav.side >> text=my own queue")
    page.click("text=Remove this saved queue")
    expect(page.locator("[role=status].good")).to_contain_text("Removed.")
    assert page.locator("nav.side", has_text="my own queue").count() == 0
    assert page.request.post("/console/queue/forget", form={"queue": saved.id}).status == 404
