"""The page of an evaluation, as text and in a real browser."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from aboveboard.evaluation import render_evaluation


@pytest.fixture(scope="module")
def text(result):
    return render_evaluation(result)


def test_equal_results_make_equal_pages(text, result):
    assert render_evaluation(result) == text


def test_every_number_of_a_violation_is_on_the_page(text, result):
    scores = result["violations"]["coordination"]
    for number in (scores["average_precision"], scores["roc_auc"], scores["tiers"]["likely"]["f1"]):
        assert f"{number['value']:.3f}" in text
    assert f"mean reciprocal rank {result['violations']['reincarnation']['parents']['reciprocal_rank']:.3f}" in text
    assert f"{scores['rings']['true_pairs']} pairs" in text
    assert "1 finding speaks of Clickbait" in text


def test_the_page_says_how_unlabelled_accounts_were_treated(text, result):
    assert "every account without a label counts as innocent" in text
    assert "only labelled accounts are scored" in render_evaluation({**result, "closed_world": False})


def test_an_undefined_number_is_a_dash_and_not_a_zero(result):
    scores = dict(result["violations"]["zombie"])
    empty = {"true": 0, "false": 0, "missed": 3, "precision": None, "recall": None, "f1": None}
    scores |= {"average_precision": None, "roc_auc": None, "calibration_error": None, "calibration_error_found": None}
    scores |= {"curve": [], "reliability": [], "tiers": {"likely": empty, "possible": empty}}
    page = render_evaluation({**result, "violations": {"zombie": scores}})
    assert "so the score itself cannot be judged" in page
    assert '<td class="num">–</td>' in page


def test_a_violation_nobody_found_is_said_to_be_missed(result):
    silent = {**result["violations"]["zombie"], "found": 0}
    page = render_evaluation({**result, "violations": {"zombie": silent}})
    assert "Labelled, and nothing found" in page
    assert "120" in page[page.index('id="silent"') :]


def test_names_from_the_data_stay_text(text):
    assert "<script>window" not in text
    assert "&lt;script&gt;window.hit=1" in text


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_opens_from_disk_without_barrier_or_complaint(chromium, text, tmp_path, width, scheme):
    path = tmp_path / "evaluation.html"
    path.write_text(text, encoding="utf-8")
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page, troubles = context.new_page(), []
    page.on("console", lambda m: troubles.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("request", lambda r: None if r.url.startswith((path.as_uri(), "data:")) else troubles.append(r.url))
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("window.hit") is None
    found = Axe().run(page)
    page.locator("#language").click()
    chinese = page.locator("h1").inner_text()
    context.close()
    assert found.violations_count == 0, found.generate_report()
    assert "检验发现" in chinese
    assert troubles == []


@pytest.mark.browser
def test_the_content_policy_of_the_page_refuses_nothing_of_its_own(chromium, text, tmp_path):
    path = tmp_path / "evaluation.html"
    path.write_text(text, encoding="utf-8")
    context = chromium.new_context()
    page, troubles = context.new_page(), []
    page.on("console", lambda m: troubles.append(m.text))
    page.goto(path.as_uri())
    page.locator("#theme").click()
    context.close()
    assert troubles == []
