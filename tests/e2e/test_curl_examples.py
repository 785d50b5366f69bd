"""What the pages tell people to type into a shell, typed into a shell, against the service."""

import json
import os
import re
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest
from service_stage import staged

from aboveboard.work import Sending

PAGES = Path(__file__).parents[2] / "docs" / "howto"
LEFT_OUT = re.compile(r"(?<!\$)\b(CASE|DECISION|BATCH|APPEAL|TOKEN|ENDPOINT|dec_1)\b|(^|\n)aboveboard |hooks\.example")
"""Blocks that name something of the reader's own, start the service, or send to somebody's address."""
BEFORE = 'set -euo pipefail\ncurl() { command curl --fail-with-body -sS --max-time 60 "$@"; echo; }\n'


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    """A service with two accounts, one of them limited by a person: there is a message to carry out, and a link."""
    with staged(tmp_path_factory.mktemp("typed") / "data", datetime(2026, 3, 2, 9, tzinfo=UTC)) as made:
        rows = [{"account_id": n, "handle": n, "created_at": "2026-01-05T00:00:00Z"} for n in ("a1", "a2")]
        made.platform.hand_in("accounts", rows)
        order = {"action": "limit", "until": "2026-06-01T00:00:00Z", "violation": "coordination", "name": "ring", "reason": "A ring."}  # fmt: skip
        looked = made.anna.post("/v1/batches", accounts=["a1"], **order)
        made.anna.post(f"/v1/batches/{looked['batch']}/run", token=looked["token"], reason="I looked.")
        made.anna.post(f"/v1/batches/{looked['batch']}/advance")
        (made.message,) = made.platform.actions()
        while not httpx2.get(f"{made.address}/health/ready").is_success:
            time.sleep(0.05)  # the gate's index is being built
        yield made


@pytest.fixture
def typed(stage, tmp_path):
    """Type a page's blocks into one shell, but those of `LEFT_OUT`, and return what it printed and how many blocks that were."""

    def typed(page, own="", **told):
        """`own` stands for the page's example of somebody's address, `told` for variables that the page names."""
        text = (PAGES / f"{page}.md").read_text(encoding="utf-8")
        text = text.replace("https://hooks.example.com", own or "https://hooks.example.com")
        blocks = re.findall(r"^```(\w*)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
        chosen = [
            b
            for kind, b in blocks
            if kind in ("", "sh") and re.search(r"curl|^ab |^[A-Z]+=", b, re.MULTILINE) and not LEFT_OUT.search(b)
        ]
        text = BEFORE + "".join(chosen).replace("--max-time 0.5 ", "")
        text = re.sub(r"(?<!Origin: )http://(localhost|127\.0\.0\.1):8400", stage.address, text)
        given = {"TOKEN": stage.token, "LINK": stage.message.data["link"], "MESSAGE": stage.message.id, "NAME": "anna", "PASSWORD": stage.anna.password}  # fmt: skip
        done = subprocess.run(["bash", "-c", text], cwd=tmp_path, env=os.environ | given | told, capture_output=True, text=True, check=False)  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")], len(chosen)

    return typed


def test_a_platform_connects_as_its_page_says(typed, stage):
    answers, blocks = typed("platform")
    assert blocks == 6
    assert (answers[0]["answer"], answers[0]["degraded"]) == ("allow", False), answers[0]
    assert any(a.get("accepted") == 1 for a in answers)
    notice = next(a for a in answers if "in_force" in a)
    assert (notice["decision"], notice["action"]) == (stage.message.id, "limit")
    assert any(str(a.get("appeal")).startswith("apl_") for a in answers)
    assert answers[-1]["state"] == "applied"


def test_the_client_does_as_its_page_says(stage, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", (PAGES / "platform.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(code.replace("http://127.0.0.1:8400", stage.address), {"token": stage.token})  # noqa: S102  (our own page)
    assert "allow" in capsys.readouterr().out
    assert stage.platform.account("a2").state == "active"


def test_what_is_served_answers_as_its_page_says(typed):
    answers, blocks = typed("serve")
    assert blocks == 3
    assert answers[-1]["events"][0]["kind"] == "registered"


def test_a_person_works_as_the_page_of_decisions_says(typed):
    answers, blocks = typed("decisions")
    assert blocks >= 4
    assert any("cases" in a for a in answers)
    assert any(a.get("halted") == {"*": "Something is wrong."} for a in answers)
    assert any(a.get("size") == 2 for a in answers)


def test_messages_are_pulled_and_pushed_as_the_page_of_webhooks_says(typed, stage):
    stage.desk.parts["sending"] = Sending(bytes(range(32)), private=True)
    rights = ["actions:pull", "webhooks:manage"]
    token = stage.admin.post("/v1/staff/tokens", name="hooks", permissions=rights)["token"]
    with httpx2.Client(base_url=stage.address, headers={"Authorization": f"Bearer {token}"}, timeout=120) as hooks:
        made = hooks.post("/v1/webhooks", json={"url": "https://127.0.0.1:8500/first"}).json()
        answers, blocks = typed("webhooks", "https://127.0.0.1:8500", TOKEN=token, ENDPOINT=made["id"])
        assert blocks == 3
        there = {
            e["url"] for e in hooks.get("/v1/webhooks").json()["webhooks"]
        }  # the clock stands: neither is the older one
        assert there == {made["url"], "https://127.0.0.1:8500/aboveboard"}
        now = hooks.get(f"/v1/webhooks/{made['id']}/secret").json()["secrets"]
    assert any(a.get("result", a.get("state")) == "applied" for a in answers)
    (shown,) = (a["secrets"] for a in answers if "secrets" in a)
    assert now[1:] == shown
    assert shown[0].startswith("whsec_")
