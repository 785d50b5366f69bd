"""The page of one account in a real browser, opened from disk with the network cut."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(chromium, told, tmp_path):
    """Open the page; whatever it complains of or asks the network for fails the test."""
    path, troubles = tmp_path / "page.html", []
    path.write_text(told["new"].page, encoding="utf-8")
    contexts = []

    def go(width, scheme):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith((path.as_uri(), "data:")) else troubles.append(r.url))
        page.goto(path.as_uri())
        return page

    yield go
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_it_is_accessible_and_fits_its_width(visit, width, scheme):
    page = visit(width, scheme)
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_names_run_nothing_and_it_can_be_read_in_chinese(visit):
    page = visit(1280, "light")
    assert page.evaluate("window.hit") is None
    assert page.locator("main img, main script").count() == 0
    page.locator("#language").click()
    assert page.locator("#favour").inner_text() == "对其有利的事实"
    assert "以 river_lee2 注册" in page.locator("main").inner_text()
