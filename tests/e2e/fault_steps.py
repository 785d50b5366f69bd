"""A process that does one thing to a store and dies at a chosen step, as often as it is asked. `test_faults.py` starts it.

A step is a statement or a commit: the process is killed (SIGKILL) just before it. One line of JSON a request on standard input, one a
reply: `{"killed": true}` or what the deed returned. Each request runs in a child that is forked, so that it costs milliseconds.
"""

import json
import os
import signal
import sys
import traceback
import warnings
from datetime import UTC, datetime, timedelta

import msgspec
import sqlalchemy as sa

from aboveboard.intake import Batch, keep, read
from aboveboard.store import Ledger
from aboveboard.store.opening import as_it_is

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


def at(seconds):
    return START + timedelta(seconds=seconds)


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


DEEDS = {"take_in": take_in}


def die_at(store, step):
    """Kill this process just before its `step`-th statement or commit; 0 never does. Return where the count stands."""
    count = [0]

    def come(*_):
        count[0] += 1
        if count[0] == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(store.engine, "before_cursor_execute", come)
    sa.event.listen(store.engine, "commit", come)
    return count


def child(request, reply):
    """Do the deed and say what came of it, and how many steps it took."""
    store = as_it_is(request["address"])
    count = die_at(store, request["step"])
    try:
        done = {"done": DEEDS[request["deed"]](store, **request["given"])}
    except Exception:  # noqa: BLE001  (whatever it was, who asked must be told)
        done = {"error": traceback.format_exc()}
    os.write(reply, json.dumps({**done, "steps": count[0]}).encode())
    store.close()
    os._exit(0)


def served(request):
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
    for line in sys.stdin:
        sys.stdout.write(json.dumps(served(json.loads(line))) + "\n")
        sys.stdout.flush()
