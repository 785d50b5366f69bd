"""The report in a real browser, opened from disk with the network cut."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from aboveboard.report import render_report

pytestmark = pytest.mark.browser
LOOKS = [(width, scheme) for width in (1280, 360) for scheme in ("light", "dark")]


@pytest.fixture(scope="module")
def address(tmp_path_factory, summary, findings, rings, decisions, detectors, pictures):
    path = tmp_path_factory.mktemp("report") / "report.html"
    page = render_report(summary, findings, rings, decisions, detectors=detectors, pictures=pictures)
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def visit(chromium, address):
    """Open the report; whatever the page complains of or asks the network for fails the test."""
    contexts, troubles = [], []

    def go(width=1280, scheme="light", locale="en-GB", **more):
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            locale=locale,
            reduced_motion="reduce",
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith((address, "data:")) else troubles.append(r.url))
        page.goto(address)
        return page

    yield go
    for context in contexts:
        context.close()
    assert troubles == []


def count(page):
    return page.locator("#count").inner_text()


def search(page, text):
    page.locator("#search").fill(text)
    page.wait_for_timeout(250)


def test_hostile_text_runs_nothing(visit):
    page = visit()
    for _ in range(8):
        page.locator("#more").click()
    page.evaluate("document.querySelectorAll('#list details').forEach((d) => { d.open = true; })")
    page.wait_for_timeout(300)
    assert page.evaluate("window.hit") is None
    assert page.locator("#list img, #list script, #list b").count() == 0
    assert page.locator("#list li >> text=</script><script>window.hit=1</script>").count() > 0


def test_search_narrows_the_list_and_says_so(visit):
    page = visit()
    assert count(page) == "430 findings match; 50 shown."
    search(page, "Ministry of HEALTH")
    assert count(page) == "86 findings match; 50 shown."
    search(page, "acc-0 ministry")
    assert count(page) == "1 finding matches; 1 shown."
    search(page, "no such thing")
    assert count(page) == "Nothing matches. Clear the search to see all."
    page.locator("#clear").click()
    assert count(page) == "430 findings match; 50 shown."


def test_search_reads_wide_and_narrow_letters_alike(visit):
    page = visit()
    search(page, "ＭＩＮＩＳＴＲＹ")
    assert count(page).startswith("86 ")


@pytest.mark.parametrize(
    ("filter_id", "value", "what"),
    [
        ("by-violation", "zombie", lambda r: r["violation"] == "zombie"),
        ("by-tier", "likely", lambda r: r["tier"] == "likely"),
        ("by-class", "network", lambda r: "network" in r["classes"]),
        ("by-detector", "copied_text", lambda r: r["detector"] == "copied_text"),
        ("by-action", "none", lambda r: r["tier"] == "inconclusive"),
    ],
)
def test_each_filter_keeps_what_it_names(visit, rows, filter_id, value, what):
    page = visit()
    page.locator(f"#{filter_id}").select_option(value)
    assert count(page).startswith(f"{sum(map(what, rows))} ")


def test_order_changes_what_comes_first(visit, rows):
    page = visit()
    best = max(r["score"] for r in rows if r["tier"] == "likely")
    assert page.locator("#list .score").first.text_content() == f"Probability {best:.2f}"
    page.locator("#by-order").select_option("weakest")
    assert page.locator("#list .pill").first.text_content() == "inconclusive"


def test_the_keyboard_is_enough(visit):
    page = visit()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("jk/")
    assert page.locator("#search").input_value() == "jk/"
    search(page, "")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    first = page.locator("#list details").first
    assert first.get_attribute("open") is not None
    first.locator("dt").first.wait_for()
    assert first.locator("dt").count() > 2
    assert "It could be innocent" in first.inner_text()
    for _ in range(60):
        page.keyboard.press("j")
    assert page.locator("#list summary").count() == 100


def test_keyboard_shortcuts_can_be_switched_off(visit):
    page = visit()
    page.locator("#keys").uncheck()
    page.locator("h1").click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "search"


def test_a_ring_leads_to_its_findings(visit, rows):
    page = visit()
    page.locator(".to-ring").nth(2).click()
    own = sum(r["group"] == "ring-2" for r in rows)
    assert count(page).startswith(f"{own} ")
    assert own > 0


def test_the_language_switches_both_ways_without_a_reload(visit):
    page = visit()
    english = page.locator("h1").inner_text()
    page.locator("#language").click()
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    assert "很可能违规" in page.locator("h1").inner_text()
    assert "条符合条件" in count(page)
    assert page.title() == "Aboveboard：扫描结果"
    assert page.locator("#list .says").first.get_attribute("lang") == "en"
    page.locator("#language").click()
    assert page.locator("h1").inner_text() == english


def test_a_chinese_browser_is_greeted_in_chinese(visit):
    assert "很可能违规" in visit(locale="zh-CN").locator("h1").inner_text()


def test_light_and_dark_follow_the_system_and_the_button(visit):
    page = visit(scheme="dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != dark
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_right_to_left_names_are_isolated(visit):
    page = visit()
    search(page, "وزارة")
    name = page.locator("#list .says bdi").first
    assert name.inner_text() == "وزارة الصحة الرسمية"
    assert name.evaluate("(n) => getComputedStyle(n).unicodeBidi") == "isolate"
    assert name.evaluate("(n) => getComputedStyle(n).direction") == "rtl"


@pytest.mark.parametrize("language", ["en-GB", "zh-CN"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_scrolls_sideways(visit, width, language):
    page = visit(width=width, locale=language)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_no_barrier(visit, width, scheme):
    page = visit(width=width, scheme=scheme, bypass_csp=True)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.evaluate("document.querySelectorAll('main details:not(.entry)').forEach((d) => { d.open = true; })")
    page.wait_for_timeout(200)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_without_script_the_page_says_where_the_rows_are(visit):
    page = visit(java_script_enabled=False)
    assert "findings.parquet" in page.locator("noscript").inner_text()
    assert page.locator("figure svg").count() > 10


def test_printing_opens_what_is_folded_and_closes_it_again(visit):
    page = visit()
    page.evaluate("dispatchEvent(new Event('beforeprint')); window.read = document.querySelectorAll('#list dt').length")
    assert page.evaluate("window.read") > 100
    assert page.locator("main details:not([open])").count() == 0
    assert page.locator("#list details:not(:has(dt))").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#list details[open]").count() == 0
