"""Pages as the server sends them: fast, escaped, guarded, and nothing from elsewhere."""

import re
import time
from dataclasses import replace

import httpx2
import pytest
from console_stage import HOSTILE, PASSWORD
from fastapi import FastAPI

from aboveboard.console import mount, pages
from aboveboard.console.pages import Look, page
from aboveboard.console.routes.asking import POLICY
from aboveboard.console.views.cases import Wanted
from served import answering

CASES, MOST_SECONDS = 10_000, 0.2


@pytest.fixture(scope="module")
def web(address):
    with httpx2.Client(base_url=address) as client:
        client.post("/console/enter", data={"name": "Heron", "password": PASSWORD})
        yield client


@pytest.fixture(scope="module")
def link(demo):
    return demo.link(next(r.id for r in demo.book.rows.values() if r.proposed == "verify"))


def test_the_queue_is_made_in_a_fifth_of_a_second_with_ten_thousand_cases(demo, me, clock, monkeypatch):
    rows = list(demo.book.rows.values())
    many = {f"c{n}": replace(rows[n % len(rows)], id=f"c{n}", state="open") for n in range(CASES)}
    monkeypatch.setattr(demo.book, "rows", many)
    look, wanted = Look("en", clock.at, me, "/console/queue"), Wanted(text="a", order="surest")
    page("queue.html", look, view=demo.queue(me, wanted, clock.at), back="")
    started = time.process_time()
    html = page("queue.html", look, view=demo.queue(me, wanted, clock.at), back="")
    assert time.process_time() - started <= MOST_SECONDS
    assert html.count("data-row>") == 50


def test_every_answer_carries_the_policy_and_is_not_kept(web, link):
    for path in ("/console/", "/console/queue", f"/notices/{link}", "/claims/imitated", "/console/nowhere"):
        headers = web.get(path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in POLICY


def test_no_page_holds_a_script_a_style_or_an_address_from_elsewhere(web, link, demo):
    case = next(iter(demo.book.rows))
    for path in (
        "/console/",
        "/console/queue",
        f"/console/cases/{case}",
        "/console/rings",
        "/console/audit",
        f"/notices/{link}",
    ):
        html = web.get(path).text
        assert not re.search(r"<script(?![^>]* src=\"/console/static/)|<style| style=| on[a-z]+=\"", html)
        assert not re.search(r"(?<![-\w])(?:src|href|action)=\"(?!/|\?|#)", html)
    assert "<script" not in web.get(f"/notices/{link}").text


@pytest.mark.parametrize("path", ["/console/", "/console/queue", "/console/cases/x", "/console/audit/export"])
def test_who_is_not_signed_in_sees_nothing(address, path):
    answer = httpx2.get(address + path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/console/enter?go=/console/")


def test_signing_in_leads_nowhere_else(address):
    sent = {"name": "Heron", "password": PASSWORD, "go": "https://elsewhere.example/"}
    assert httpx2.post(f"{address}/console/enter", data=sent).headers["location"] == "/console/"
    wrong = httpx2.post(
        f"{address}/console/enter", data={**sent, "password": "x"}, headers={"Accept-Language": "zh-CN"}
    )
    assert wrong.status_code == 401
    assert "姓名与密码不符" in wrong.text


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://elsewhere.example"}],
)
def test_another_sites_form_is_not_even_read(web, headers):
    assert web.post("/console/care", data={"theme": "dark"}, headers=headers).status_code == 403


def test_a_form_without_a_length_or_too_long_is_refused(web):
    assert web.post("/console/policies/check", content=iter([b"text=x"])).status_code == 411
    assert web.post("/console/policies/check", data={"text": "x" * 3_000_001}).status_code == 413


def test_an_appeal_needs_no_account_and_comes_once(address, demo, link, clock):
    where = f"{address}/notices/{link}/appeal"
    assert "Say why this is wrong" in httpx2.get(where).text
    sent = {"text": "This is my sister's telephone.", "key": "appeal-key-1"}
    refused = httpx2.post(where, data=sent, files={"files": ("x.png", b"<script>")})
    assert refused.status_code == 422
    assert "This is my sister&#39;s telephone." in refused.text
    files = {"files": ("<img src=x onerror=window.hit=1>.pdf", b"%PDF-1.7", "text/html")}
    assert httpx2.post(where, data=sent, files=files).status_code == 200
    assert httpx2.post(where, data=sent, files=files).status_code == 200
    told = demo.appealed(link, clock.at)
    assert (told.state, [n for n, _ in told.files]) == ("received", ["<img src=x onerror=window.hit=1>.pdf"])
    assert sum(1 for _ in demo.ledger.of_stream("appeals")) == 1
    state = httpx2.get(where).text
    assert "It has arrived and waits to be read." in state
    assert "<img" not in state
    again = httpx2.post(where, data={**sent, "key": "appeal-key-2"})
    assert "waits already" in again.text


@pytest.mark.parametrize(
    "path", ["/notices/wrong", "/notices/wrong/appeal", "/bodies/wrong", "/reports/wrong", "/console/static/wrong.js"]
)
def test_a_wrong_link_says_only_that_it_is_wrong(address, path):
    answer = httpx2.get(address + path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_an_institution_claims_an_orphaned_account_without_signing_in(address, demo):
    row = next(r for r in demo.book.rows.values() if r.violation == "orphaned_institution")
    where = f"{address}/bodies/{demo.link(row.id, 'b')}"
    assert "Nothing happens before" in httpx2.get(where).text
    sent = {
        "body": "United Bureau",
        "mail": "desk@bureau.example",
        "wish": "transfer",
        "text": "Act 12 merged us in May.",
        "key": "claim-1",
    }
    assert "It has arrived" in httpx2.post(where, data=sent).text
    assert "It has arrived" in httpx2.post(where, data=sent).text
    entries = [e for e in demo.ledger.of_subject(row.account_id) if e.kind == "claimed"]
    assert [e.body["wish"] for e in entries] == ["transfer"]
    assert httpx2.post(where, data={**sent, "wish": "burn", "key": "claim-2"}).status_code == 422
    unsaid = httpx2.post(where, data={"text": "x", "key": "claim-3"})
    assert unsaid.status_code == 422
    assert "Something is missing or too long" in unsaid.text
    assert "wish" not in unsaid.text  # what the form calls it among ourselves


def test_pages_speak_the_language_of_the_browser_or_of_the_link(address, link):
    assert "我们的决定" in httpx2.get(f"{address}/notices/{link}", headers={"Accept-Language": "zh-CN,zh;q=0.9"}).text
    assert 'lang="zh-Hans"' in httpx2.get(f"{address}/notices/{link}?lang=zh").text
    assert 'lang="en"' in httpx2.get(f"{address}/notices/{link}?lang=xx").text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_text(web, text):
    html = web.get("/console/queue", params={"text": text}).text
    assert "window.hit=1>" not in html.replace("&#39;", "'").replace("window.hit=1&gt;", "")
    assert "49" not in re.findall(r'value="([^"]*)" placeholder', html)[0]


def test_the_console_changes_nothing_of_the_application_it_is_put_on(demo, clock):
    app = FastAPI()

    @app.post("/v1/thing")
    def thing():
        return {"kept": True}

    mount(app, demo, clock)
    with answering(app) as where:
        theirs = httpx2.post(f"{where}/v1/thing", headers={"Origin": "https://elsewhere.example"})
        assert theirs.json() == {"kept": True}
        assert "content-security-policy" not in theirs.headers
        assert httpx2.get(f"{where}/claims/imitated").headers["content-security-policy"] == POLICY
        assert httpx2.get(f"{where}/v1/none").json() == {"detail": "Not Found"}


def test_a_date_in_a_sentence_stays_on_one_line_and_what_is_around_it_stays_escaped():
    made = pages._whole("<b>closed</b> on 2025-11-07 23:59, not 12025-11-07; of 2019-08-27")
    assert str(made) == (
        '&lt;b&gt;closed&lt;/b&gt; on <span class="nowrap">2025-11-07 23:59</span>, not 12025-11-07; of <span class="nowrap">2019-08-27</span>'
    )
    assert "<img" not in pages._whole("2025-11-07<img src=x>")
