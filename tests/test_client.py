"""The platform's client, over real HTTP and against a wire that fails."""

import subprocess
import sys

import httpx2
import pytest

from aboveboard.client import Aboveboard, Refused
from aboveboard.work import Message, hand
from served import NOW

ALONE = """
import importlib.abc, sys

class Nothing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"fastapi", "starlette", "uvicorn", "sqlalchemy", "pydantic", "duckdb", "pyarrow", "numpy", "typer"}:
            raise ImportError(name)

sys.meta_path.insert(0, Nothing())
from aboveboard.client import Aboveboard
with Aboveboard("http://127.0.0.1:9", "ab_x"):
    print(*sorted({m.partition(".")[0] for m in sys.modules} & {"httpx2", "msgspec"}))
"""


@pytest.fixture
def ab(service):
    with Aboveboard(str(service.base_url), "all") as made:
        yield made


@pytest.fixture
def waits(monkeypatch):
    """What the client would have waited for, in seconds."""
    asked = []
    monkeypatch.setattr("aboveboard.client.time.sleep", asked.append)
    return asked


@pytest.fixture
def wire():
    """A client on a wire that answers as told: a response, or an error to raise; each request is noted."""
    opened = []

    def wire(*answers):
        sent, left = [], list(answers)

        def handle(request):
            sent.append(request)
            answer = left.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer

        opened.append(Aboveboard("http://aboveboard.test", "t", transport=httpx2.MockTransport(handle)))
        return opened[-1], sent

    yield wire
    for made in opened:
        made.close()


TAKEN = httpx2.Response(200, json={"accepted": 1, "known": 0, "rejected": [], "position": 1})


def people(count):
    return [{"account_id": f"a{n}", "handle": f"h{n}"} for n in range(count)]


def test_more_rows_than_one_request_takes_are_sent_in_several_and_rejects_keep_their_places(ab):
    rows = people(5_203)
    rows[7], rows[5_201] = {"account_id": "a7", "handle": 7}, {"account_id": "x", "handle": 5}
    told = ab.hand_in("accounts", rows)
    assert (told.accepted, told.known) == (5_201, 0)
    assert [(r.place, r.column) for r in told.rejected] == [(7, "handle"), (5_201, "handle")]
    again = ab.hand_in("accounts", rows)
    assert (again.accepted, again.known, len(again.rejected)) == (0, 5_201, 2)
    assert ab.account("a5200").state == "active"


def test_what_waits_is_pulled_page_by_page_and_answered(ab, ledger, clock):
    with ledger.store.writing() as connection:
        hand(connection, ledger, [Message(f"dec_{n}", "action", f"a{n}", {"action": "limit"}) for n in range(503)], clock())  # fmt: skip
    found = list(ab.actions())
    assert [a.id for a in found] == [f"dec_{n}" for n in range(503)]
    assert (found[0].account_id, found[0].data["action"], found[0].at) == ("a0", "limit", NOW)
    ab.applied("dec_0")
    ab.receipt("dec_1", "failed", "it is being moved")
    assert next(ab.actions(kinds=["action"])).id == "dec_2"
    assert list(ab.actions(kinds=["notice"])) == []
    assert ab.action("dec_1").state == "failed"
    with pytest.raises(Refused, match="409"):
        ab.receipt("dec_0", "failed")


def test_a_refusal_says_what_the_service_says(ab):
    with pytest.raises(Refused) as told:
        ab.account("nobody here?")
    assert (told.value.status, told.value.title) == (404, "There is no such account")
    with pytest.raises(Refused, match=r"422 .*no table of that name"):
        ab.hand_in("accountz", people(1))
    with pytest.raises(Refused, match="503"):  # this desk has no gate
        ab.check({"attempt_id": "r1", "kind": "registration", "at": "2026-03-01T00:00:00Z", "handle": "anna"})


def test_who_is_not_known_is_told_so_at_once(service, waits):
    with Aboveboard(str(service.base_url), "wrong") as stranger, pytest.raises(Refused, match="401"):
        stranger.account("a1")
    assert waits == []


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_service_is_asked_again_when_it_says(wire, waits, status):
    ab, sent = wire(httpx2.Response(status, headers={"Retry-After": "2"}), httpx2.Response(status), TAKEN)
    assert ab.hand_in("accounts", people(1)).accepted == 1
    assert waits == [2.0, 0.5]
    assert sent[0].content == sent[2].content
    assert sent[0].headers["Authorization"] == "Bearer t"


def test_a_connection_that_drops_is_opened_again_and_the_same_is_sent(wire, waits):
    ab, sent = wire(httpx2.ReadError("gone"), httpx2.ConnectError("gone"), TAKEN)
    assert ab.hand_in("accounts", people(1)).accepted == 1
    assert (len(sent), waits) == (3, [0.25, 0.5])


def test_a_service_that_is_not_there_is_given_up_after_five_tries(wire, waits):
    ab, sent = wire(*[httpx2.ConnectTimeout("late")] * 5)
    with pytest.raises(Refused, match="0 The service cannot be reached: ConnectTimeout"):
        ab.account("a1")
    assert (len(sent), len(waits)) == (5, 4)


@pytest.mark.usefixtures("waits")
def test_an_answer_that_is_no_problem_document_is_told_by_its_status(wire):
    ab, _ = wire(*[httpx2.Response(502, text="<html>")] * 5)
    with pytest.raises(Refused, match="502 Bad Gateway"):
        ab.account("a1")


def test_it_needs_nothing_of_the_service():
    done = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["httpx2", "msgspec"]
