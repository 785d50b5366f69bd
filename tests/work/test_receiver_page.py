"""The receiver that the page on webhooks shows is one: it takes our messages, once, and refuses what others send."""

import re
import threading
from http.server import HTTPServer
from pathlib import Path

import httpx2
from work_scenes import NOW, Clock

from aboveboard.store import Ledger, open_store
from aboveboard.work import Message, Sending, Tools, Worker, hand, known_kinds
from aboveboard.work.endpoints import add, secrets_of

PAGE = Path(__file__).parents[2] / "docs" / "howto" / "webhooks.md"


def test_the_receiver_on_the_page_takes_what_we_send_and_nothing_else(tmp_path, monkeypatch):
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len([line for line in code.splitlines() if line]) <= 16
    shown = {"__name__": "receiver"}
    exec(code, shown)  # noqa: S102 - our own page
    shown["Receiver"].log_message = lambda *_: None
    server = HTTPServer(("127.0.0.1", 0), shown["Receiver"])
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/"
    ledger, sending, clock = Ledger(open_store(tmp_path, url=f"sqlite:///{tmp_path / 's'}")), Sending(bytes(32), private=True), Clock()  # fmt: skip
    from datetime import UTC, datetime

    clock.at = datetime.now(UTC)
    with ledger.store.writing() as connection:
        place = add(connection, ledger, sending, url, [], NOW, "person:p1")
        hand(connection, ledger, [Message("dec_1", "action", "a1")], clock())
    monkeypatch.setenv("WEBHOOK_SECRET", secrets_of(sending, place, NOW)[0])
    worker = Worker(Tools(ledger, None, sending), {"deliver_webhook": known_kinds()["deliver_webhook"]}, "w", clock)
    assert sum(iter(worker.step, 0)) == 2
    assert shown["done"] == {"dec_1"}
    forged = httpx2.post(url, content=b'{"data": {"id": "dec_2"}}', headers={"webhook-id": "dec_2"})
    assert (forged.status_code, shown["done"]) == (401, {"dec_1"})
    server.shutdown()
    server.server_close()
    ledger.store.close()
