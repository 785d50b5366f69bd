"""The short way to the hot routes answers what the long one does, and results of other threads reach the loop many at one wake-up."""

import asyncio
import threading

import pytest

from aboveboard.api.express import Express
from aboveboard.api.guarding import LARGEST
from aboveboard.api.waking import promise
from aboveboard.errors import AccessError, StoreError
from apart import run
from served import NOW

ATTEMPT = {"attempt_id": "t1", "kind": "login", "at": NOW.isoformat()}
ROWS = {"table": "accounts", "rows": [{"account_id": "a1", "handle": "anna"}, {"account_id": "a2"}]}
PLAIN = {"Content-Type": "application/json"}


class Broken:
    """A part that fails, in whichever way."""

    def __init__(self, error):
        self.error = error

    def put(self, _attempt, told):
        told.set_exception(self.error)


REQUESTS = {
    "taken": ("/v1/events", {"json": ROWS}),
    "no such table": ("/v1/events", {"json": {"table": "nothing", "rows": [{}]}}),
    "not well formed": ("/v1/checks", {"json": {"attempt_id": 5}}),
    "no json": ("/v1/checks", {"content": b"{", "headers": PLAIN}),
    "no gate": ("/v1/checks", {"json": ATTEMPT}),
    "unknown": ("/v1/checks", {"json": ATTEMPT, "headers": {"Authorization": "Bearer wrong"}}),
    "forbidden": ("/v1/events", {"json": ROWS, "headers": {"Authorization": "Bearer none"}}),
    "too large": ("/v1/events", {"content": b" " * (LARGEST + 1), "headers": PLAIN}),
    "query": ("/v1/checks?a=b", {"json": ATTEMPT}),
    "encoded": ("/v1%2Fchecks", {"json": ATTEMPT}),
    "elsewhere": ("/v1/checks/", {"json": ATTEMPT}),
}


def both(service, monkeypatch, path, asked):
    """What is said the short way, and the long way."""
    short = service.post(path, **asked)
    with monkeypatch.context() as patched:
        patched.setattr(Express, "matches", lambda *_: False)
        return _said(short), _said(service.post(path, **asked))


def _said(answer):
    headers = {k: v for k, v in answer.headers.items() if k not in ("date", "x-request-id")}
    ids = "x-request-id" in answer.headers
    body = {**answer.json(), "position": 0, "known": 0, "accepted": 0} if answer.headers.get("content-type") == "application/json" else answer.text  # fmt: skip
    return answer.status_code, headers, ids, body


@pytest.mark.parametrize("what", REQUESTS)
def test_the_short_way_says_what_the_long_one_does(service, monkeypatch, what):
    path, asked = REQUESTS[what]
    short, long = both(service, monkeypatch, path, asked)
    assert short[:1] + short[2:] == long[:1] + long[2:]
    assert {k: v for k, v in short[1].items() if k != "content-length"} == {k: v for k, v in long[1].items() if k != "content-length"}  # fmt: skip


@pytest.mark.parametrize(
    ("error", "status"),
    [(ValueError("secret"), 500), (StoreError("full"), 503), (AccessError("slow", "too many", 3.0), 429)],
)
def test_an_error_is_told_alike_on_both_ways(service, desk, monkeypatch, error, status):
    desk.parts["checks"] = Broken(error)
    short, long = both(service, monkeypatch, "/v1/checks", {"json": ATTEMPT, "headers": {"Connection": "close"}})
    assert short == long
    assert short[0] == status
    assert "secret" not in str(short)


def test_what_is_asked_with_a_key_goes_the_long_way_and_is_answered_once(service):
    with_key = {"Idempotency-Key": "k1"}
    first, second = (service.post("/v1/events", json=ROWS, headers=with_key) for _ in range(2))
    assert first.json() == second.json()
    assert second.headers["idempotent-replay"] == "true"


def test_requests_of_the_short_way_are_counted_by_their_route(service):
    def counted():
        lines = service.get("/metrics").text.splitlines()
        return [float(n.split()[-1]) for n in lines if n.startswith("aboveboard_requests_total") and 'route="/v1/events"' in n and 'status="200"' in n]  # fmt: skip

    before = counted()
    assert service.post("/v1/events", json=ROWS).status_code == 200
    assert sum(counted()) == sum(before) + 1


def test_many_results_of_another_thread_wake_the_loop_once():
    async def ask():
        loop, woken = asyncio.get_running_loop(), []
        call = loop.call_soon_threadsafe
        loop.call_soon_threadsafe = lambda *a: woken.append(1) or call(*a)
        promises = [promise() for _ in range(50)]
        promises[7].future.cancel()

        def work():
            for n, one in enumerate(promises):
                one.set_exception(KeyError(n)) if n == 9 else one.set_result(n)

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()  # the loop is kept from looking until all are there
        found = await asyncio.gather(*(p.future for p in promises), return_exceptions=True)
        return found, len(woken)

    found, woken = run(ask())
    assert woken == 1
    assert [n for n, one in enumerate(found) if one != n] == [7, 9]
    assert isinstance(found[7], asyncio.CancelledError)
    assert isinstance(found[9], KeyError)


def test_a_result_for_a_loop_that_is_closed_is_nobodys():
    async def ask():
        return promise()

    left = run(ask())
    left.set_result(1)
    assert not left.future.done()
