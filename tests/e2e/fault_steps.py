"""A process that does one thing to a store and dies at a chosen step, as often as it is asked. `test_faults.py` starts it.

A step is a statement that writes, a commit, or the moment after the last commit, when whoever asked was not answered yet: the process is
killed (SIGKILL) just before it, or there. What only reads leaves the store as it was, so that a kill before it is the kill before the
next step. One line of JSON a request on standard input, one a reply: `{"killed": true}` or what the deed returned. Each request runs
in a child that is forked, so that it costs milliseconds.
"""

import asyncio
import json
import logging
import os
import signal
import sys
import tempfile
import traceback
import warnings
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import httpx2
import msgspec
import sqlalchemy as sa
import structlog
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

sys.path += [str(Path(__file__).parents[1] / room) for room in ("deciding", "e2e")]

from deciding_worlds import ANNA, BORIS, CHEN, POLICY, RULES, day, finding, found

from aboveboard.api.desk import Desk
from aboveboard.api.program import create
from aboveboard.api.sittings import deciding
from aboveboard.deciding import proposing
from aboveboard.deciding.appealing import appeal, judge
from aboveboard.deciding.batching import advance_batch, batch_of, reverse_batch, run_batch
from aboveboard.deciding.evidence import candidates
from aboveboard.deciding.policy_life import canary, draft, go_live, note_backtest, shadow
from aboveboard.deciding.proposing import propose_from
from aboveboard.deciding.ruling import decide
from aboveboard.deciding.undoing import reverse
from aboveboard.deciding.values import Order
from aboveboard.errors import CaseError, PolicyError
from aboveboard.intake import Batch, keep, read
from aboveboard.policy import load_policy
from aboveboard.privacy.erasure import erase
from aboveboard.staff import PERMISSIONS, Caller
from aboveboard.store import Ledger, Signer
from aboveboard.store.entries import moment
from aboveboard.store.intake_tables import ANSWERS
from aboveboard.store.opening import as_it_is
from aboveboard.work import Sending, Tools, Worker, known_kinds
from aboveboard.work.outbox import acknowledge

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
SPREAD = load_policy(RULES.replace("share = 0.5 }", 'share = 0.5 }\nspread = "6h"'))
SECOND = RULES.replace('version = "1"', 'version = "2"')
NOT_AGAIN = (
    "was decided by",
    "has changed",
    "was taken back already",
    "waits already",
    ", by person:",
    "is reversed",
    " comes after ",
)
"""What a deed is told that was done before its answer was lost."""


def at(seconds):
    return START + timedelta(seconds=seconds)


def sitting(store, when):
    """A sitting as the routes open it: what is due goes to the platform at its end."""
    return deciding(SimpleNamespace(parts={}, ledger=Ledger(store), clock=lambda: day(when)))


def take_in(store, number):
    """Keep a batch of three rows: an account, and two of its acts in a batch of their own."""
    account = {"account_id": f"a{number}", "handle": f"h{number}", "created_at": "2026-01-01T00:00:00Z"}
    like = {"account_id": f"a{number}", "at": "2026-02-01T00:00:00Z", "verb": "like"}
    tables = (("accounts", [account]), ("actions", [{**like, "object_id": f"o{n}"} for n in range(2)]))
    batches = []
    for table, rows in tables:
        facts, rejects = read(table, [msgspec.Raw(json.dumps(r).encode()) for r in rows], at(number))
        batches.append(Batch(table, tuple(facts), tuple(rejects), "platform", at(number)))
    with store.writing() as connection:
        return [r.accepted + r.known for r in keep(connection, Ledger(store), batches)]


def evidence(violations, on=0, spread=False):
    """What was found, and the policy that is asked about it."""
    rows = [finding(name, violation, related=related) for name, violation, related in violations]
    return found(*rows, at=on), SPREAD if spread else POLICY


def propose(store, violations, on=0, *, spread=False):
    """Let the policy in force say what it thinks of findings: some it decides itself, at once or `spread` over hours, some wait for a person."""
    seen, policy = evidence(violations, on, spread)
    with sitting(store, on) as s:
        done = propose_from(s, seen, policy)
    return [*done.decisions, *done.cases]


def rule(store, case, action, by, version, on=0):
    """Decide a case as a person."""
    order = Order(action, imminent=action == "close", until=day(on + 20) if action == "suspend" else None)
    with sitting(store, on) as s:
        return decide(s, case, order, by, "seen", version)


def take_back(store, decision, on=1):
    """Take a decision back, and what rests on it."""
    with sitting(store, on) as s:
        return sorted(reverse(s, decision, CHEN, "wrong").fallen)


def start_batch(store, batch, token, on=0):
    with sitting(store, on) as s:
        return run_batch(s, batch, token, ANNA, "a ring")


def go_on(store, batch, on):
    """Carry a batch on as far as it goes on this day, three accounts at a time."""
    before = None
    while True:
        with sitting(store, on) as s:
            row = advance_batch(s, batch, 3)
        if (row["status"], row["done"]) == before or row["status"] not in ("canary", "running"):
            return row["done"]
        before = row["status"], row["done"]


def give_back(store, batch, on):
    """Take a batch back, three accounts at a time."""
    while True:
        with sitting(store, on) as s:
            if batch_of(s, batch)["status"] == "reversed":
                return batch_of(s, batch)["taken_back"]
            reverse_batch(s, batch, CHEN, "wrong", 3)


def object_to(store, decision, on=1):
    with sitting(store, on) as s:
        return appeal(s, decision, "holder:link", "not me")


def grant(store, case, on=2):
    """Grant an appeal."""
    with sitting(store, on) as s:
        return judge(s, case, "overturned", CHEN, "right", 1) is not None


def hand_due(store, on):
    """Hand over what was put off, as the job that runs every few seconds does."""
    with sitting(store, on):
        return True


def work(store, seconds):
    """Do all that a worker finds to do, webhooks too."""
    signer = Signer(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
    tools = Tools(Ledger(store), signer, Sending(bytes(range(32)), private=True))
    worker = Worker(tools, known_kinds(), f"w{os.getpid()}", lambda: day(0) + timedelta(seconds=seconds))
    done = 0
    while worker.step():
        done += 1
    return done


def confirm(store, message, on=1):
    """Write the platform's receipt down."""
    with store.writing() as connection:
        return acknowledge(connection, Ledger(store), message, "applied", day(on), "token:platform").state


def forget(store, name, on=3):
    """Erase an account."""
    with store.writing() as connection:
        return list(erase(connection, Ledger(store), name, day(on), "person:officer").waits_for)


def change_policy(store, stage, on=0):
    """Take the second version of the policy one step on."""
    steps = {
        "draft": lambda s: draft(s, SECOND, ANNA, "fewer mistakes", day(100)),
        "backtested": lambda s: note_backtest(s, "small", "2", ANNA, {"snapshots": 0}),
        "shadow": lambda s: shadow(s, "small", "2", ANNA),
        "canary": lambda s: canary(s, "small", "2", BORIS, 0.25),
        "live": lambda s: go_live(s, "small", "2", BORIS),
    }
    with sitting(store, on) as s:
        return steps[stage](s).stage


async def posted(path, body, **headers):
    transport = httpx2.ASGITransport(interface())
    async with httpx2.AsyncClient(transport=transport, base_url="http://service") as client:
        return await client.post(path, json=body, headers=headers)


@cache
def interface():
    """The interface, made once here and not in every child."""
    return create(SimpleNamespace(callers=lambda *_: None, clock=lambda: START))


def ask(store, path, body, key):
    """Ask the interface with a key, minutes after the last time, as whoever got no answer does; return the status and the answer."""
    with store.reading() as connection:
        last = connection.execute(sa.select(sa.func.max(ANSWERS.c.at_us))).scalar()
    at = day(1) if last is None else moment(last) + timedelta(minutes=3)
    desk = Desk(store, Path(tempfile.gettempdir()), SimpleNamespace(), clock=lambda: at)
    desk.callers = lambda *_: Caller("platform", "token", frozenset(PERMISSIONS))
    desk.parts["sending"] = Sending(bytes(range(32)), private=True)
    interface().state.desk = desk
    answer = asyncio.run(posted(path, body, **{"Idempotency-Key": key}))
    return [answer.status_code, answer.json()]


DEEDS = {
    f.__name__: f
    for f in (
        ask, take_in, propose, rule, take_back, start_batch, go_on, give_back, object_to, grant, hand_due, work, confirm, forget, change_policy,
    )
}  # fmt: skip


def die_at(store, step):
    """Kill this process at its `step`-th step; 0 never does. Return what counts one."""
    count = [0]

    def come(*_):
        count[0] += 1
        if count[0] == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(_connection, _cursor, statement, *_):
        if not statement.lstrip().startswith(("SELECT", "BEGIN", "PRAGMA")):
            come()

    sa.event.listen(store.engine, "before_cursor_execute", before)
    sa.event.listen(store.engine, "commit", come)
    return come


def child(request, reply):
    """Do the deed and say what came of it."""
    store = as_it_is(request["address"])
    come = die_at(store, request["step"])
    try:
        done = {"done": DEEDS[request["deed"]](store, **request["given"])}
        come()
    except (CaseError, PolicyError) as error:
        again = any(said in str(error) for said in NOT_AGAIN)
        done = {"again": str(error)} if again else {"error": traceback.format_exc()}
    except Exception:  # noqa: BLE001  (whatever it was, who asked must be told)
        done = {"error": traceback.format_exc()}
    os.write(reply, json.dumps(done).encode())
    os._exit(0)


KNOWN = {}
"""What a policy says of evidence, worked out once here and not in every child: what is killed comes after it."""


def work_out(violations, **more):
    key = json.dumps([violations, more])
    if key not in KNOWN:
        KNOWN[key] = candidates(*evidence(violations, **more))
    proposing.candidates = lambda *_: KNOWN[key]


def served(request):
    if request["deed"] == "propose":
        work_out(**request["given"])
    if request["deed"] == "ask":
        asyncio.run(posted(request["given"]["path"], {}))  # from nobody: what the routes need is made here
    here, there = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(here)
        child(request, there)
    os.close(there)
    told = b""
    while part := os.read(here, 65536):
        told += part
    os.close(here)
    _, status = os.waitpid(process, 0)
    return {"killed": True} if os.WIFSIGNALED(status) else json.loads(told)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    known_kinds()  # read once, here, not in every child
    for line in sys.stdin:
        sys.stdout.write(json.dumps(served(json.loads(line))) + "\n")
        sys.stdout.flush()
