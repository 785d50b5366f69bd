"""A ring's page in a real browser: reached by its link, readable on a phone, by night and without a script."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from aboveboard.app.scanning import scan

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))
from ring_worlds import HOSTILE, PLANTED, write

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rings")
    scan(write(folder / "world", PLANTED, {"crew1": HOSTILE, "crew2": "وزارة الصحة", "crew3": "m" * 70}), folder / "out", detectors=["coaction_ring"])  # fmt: skip
    return (folder / "out" / "report.html").as_uri()


@pytest.fixture
def visit(chromium, address):
    """Open the report; whatever the page complains of or asks the network for fails the test."""
    contexts, troubles = [], []

    def go(width=1280, scheme="light", at="", **more):
        view = {"width": width, "height": 900}
        context = chromium.new_context(
            viewport=view, color_scheme=scheme, locale="en-GB", reduced_motion="reduce", **more
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith((address, "data:")) else troubles.append(r.url))
        page.goto(address + at)
        return page

    yield go
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.mark.parametrize("script", [True, False])
def test_the_link_on_the_card_opens_the_page_with_or_without_a_script(visit, script):
    page = visit(java_script_enabled=script)
    assert not page.locator("#ring-1 table.pairs").is_visible()
    page.locator(".to-page a").click()
    page.locator("#ring-1 table.pairs").wait_for(state="visible")
    assert page.locator("#ring-1 table.pairs tbody tr").count() == 20
    assert page.locator("#ring-1 img, #ring-1 script").count() == 0


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_scrolls_down_only_in_both_languages(visit, width, language):
    page = visit(width=width, at="#ring-1")
    if language == "zh":
        page.locator("#language").click()
        assert "已考虑的无辜解释" in page.locator("#ring-1").inner_text()
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("window.hit") is None


@pytest.mark.parametrize(
    ("width", "scheme"), [(width, scheme) for width in (1280, 390) for scheme in ("light", "dark")]
)
def test_axe_finds_no_barrier_in_it(visit, width, scheme):
    page = visit(width=width, scheme=scheme, at="#ring-1", bypass_csp=True)
    page.evaluate("document.querySelectorAll('.ring-page details').forEach((d) => { d.open = true; })")
    page.wait_for_timeout(200)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
