"""Kills at every step: whatever was being done is done whole or not at all, and doing it again does it once."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pytest
import sqlalchemy as sa

sys.path += [str(Path(__file__).parents[1] / room) for room in ("deciding", "work")]

from deciding_worlds import ANNA, BORIS, account, day, opened
from work_scenes import Receiver

from aboveboard.deciding import projecting
from aboveboard.deciding.batching import Asked, plan_batch
from aboveboard.deciding.histories import histories
from aboveboard.deciding.policy_states import version_of
from aboveboard.deciding.sitting import sit
from aboveboard.deciding.strata import counts_of
from aboveboard.deciding.values import Order
from aboveboard.store import Ledger, verify
from aboveboard.store.deciding_tables import ACTIONS, BATCHES, REBUILT
from aboveboard.store.intake_tables import FACTS
from aboveboard.store.whole import METADATA
from aboveboard.store.work_tables import DELIVERIES, ENDPOINTS, HANDED
from aboveboard.tables import TABLES
from aboveboard.work import Message, Sending, hand, outbox
from aboveboard.work.endpoints import add, receipts

LEAST = {
    "take in": 18, "propose": 25, "rule": 24, "hand over later": 6, "deliver": 16, "confirm": 5, "take back": 14, "appeal": 26, "batch": 62,
    "forget": 8, "policy": 29, "ask": 7,
}  # fmt: skip
"""How many kills each of these tests makes at least, on each of the two stores; it counts them and holds them against this."""


@pytest.fixture(scope="module")
def killer():
    """Ask for a deed on a store, and for death at one of its steps."""
    script = Path(__file__).with_name("fault_steps.py")

    def ask(address, deed, step=0, **given):
        request = {"address": address, "deed": deed, "step": step, "given": given}
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    with subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield ask


@pytest.fixture
def everywhere(killer, store, address):
    """Do a deed to the end again and again, killed at a later step each time, until one is not killed.

    Return what that one returned, or None where it was told that it was done before. At the end, nothing is broken, and nothing was done twice.
    """
    kills = []

    def done(deed, **given):
        for step in range(1, 200):
            told = killer(address, deed, step, **given)
            if "killed" not in told:
                assert "error" not in told, told["error"]
                kills.append(step - 1)
                return told.get("done")
        raise AssertionError("it never came to its end")

    done.kills = kills
    yield done
    whole(store)


def enough(everywhere, what):
    assert sum(everywhere.kills) >= LEAST[what]


def counted(store, table, *conditions):
    with store.reading() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table).where(*conditions)).scalar()


def told(store, stream, kind):
    return [e for e in Ledger(store).of_stream(stream) if e.kind == kind]


def rows(connection, tables, without=()):
    chosen = {t.name: sa.select(*(c for c in t.c if c.name not in without)) for t in tables}
    return {name: sorted(map(repr, connection.execute(query))) for name, query in chosen.items()}


def whole(store):
    """The ledger verifies, the tables are those that it makes, and every effect is there once."""
    assert verify(store).breaks == ()
    with store.writing() as connection:
        before = rows(connection, REBUILT), rows(connection, [HANDED], ("lease_until_us", "lease_by"))
        projecting.rebuild(connection)
        outbox.rebuild(connection, Ledger(store), day(99))
        assert (rows(connection, REBUILT), rows(connection, [HANDED], ("lease_until_us", "lease_by"))) == before
    entries = list(Ledger(store).all())
    ids = Counter(
        (e.kind, e.key or "", e.body.get("id", ""), e.body.get("undoes", ""))
        for e in entries
        if e.stream in ("decisions", "actions") and e.kind in ONCE
    )
    assert [i for i, many in ids.items() if many > 1] == []
    made = {e.key for e in entries if e.stream == "actions" and e.kind == "action_due"}
    decided = {e.key for e in entries if (e.stream, e.kind) == ("decisions", "decided") and e.body["action"] != "none"}
    assert decided <= made


ONCE = (
    "decided",
    "reversed",
    "appeal_granted",
    "handed",
    "delivered",
    "acknowledged",
    "action_due",
    "batch_planned",
    "batch_started",
    "batch_reversed",
)


def life(store, *names):
    with sit(Ledger(store), day(50)) as s:
        return {n: h.account.state for n, h in histories(s, names).items()}


def test_rows_taken_in_are_kept_once_wherever_the_service_is_killed(everywhere, killer, store, address):
    for number in range(2):
        assert everywhere("take_in", number=number) == [1, 2]
        assert killer(address, "take_in", number=number)["done"] == [1, 2]
    enough(everywhere, "take in")
    assert counted(store, FACTS) == 2 * 3
    assert [e.kind for e in Ledger(store).of_stream("accounts")] == ["registered", "admitted"] * 2


def test_what_a_policy_decides_by_itself_is_decided_and_handed_over_once(everywhere, store, ledger):
    opened(ledger)
    everywhere(
        "propose", violations=[("a1", "fake_follower", []), ("a2", "coordination", []), ("a3", "impersonation", [])]
    )
    enough(everywhere, "propose")
    assert life(store, "a1", "a2", "a3") == {"a1": "limited", "a2": "active", "a3": "unknown"}
    assert len(told(store, "decisions", "decided")) == len(told(store, "actions", "handed")) == 2
    assert len(told(store, "decisions", "case_opened")) == 1


def test_what_two_people_decide_is_decided_and_handed_over_once(everywhere, killer, store, ledger, address):
    opened(ledger)
    (case,) = killer(address, "propose", violations=[("a1", "impersonation", [])])["done"]
    everywhere("rule", case=case, action="close", by=ANNA, version=1)
    assert life(store, "a1") == {"a1": "unknown"}, "the program does not let an account in before it is decided"
    everywhere("rule", case=case, action="close", by=BORIS, version=2)
    enough(everywhere, "rule")
    assert life(store, "a1") == {"a1": "closed"}
    assert [e.kind for e in ledger.of_stream("decisions")] == ["case_opened", "asked_second", "decided"]
    assert len(told(store, "actions", "handed")) == 1


def test_who_is_killed_between_an_effect_and_its_answer_finds_both_or_neither(everywhere, killer, store, address):
    new = {"path": "/v1/webhooks", "body": {"url": "https://platform.example/hook"}, "key": "k1"}
    status, added = everywhere("ask", **new)
    assert (status, killer(address, "ask", **new)["done"]) == (201, [201, added])
    assert counted(store, ENDPOINTS) == 1
    enough(everywhere, "ask")


def test_what_was_put_off_is_handed_over_once(everywhere, killer, store, ledger, address):
    opened(ledger)
    killer(address, "propose", violations=[(f"a{n}", "fake_follower", []) for n in range(3)], spread=True)
    assert len(told(store, "actions", "handed")) < 3
    everywhere("hand_due", on=1)
    enough(everywhere, "hand over later")
    assert [e.body["id"] for e in told(store, "actions", "handed")] == [
        e.key for e in told(store, "decisions", "decided")
    ]


def test_what_the_platform_is_told_reaches_it_in_order_and_its_receipt_is_kept_once(
    killer, store, ledger, address, everywhere
):
    receiver, sending = Receiver(), Sending(bytes(range(32)), private=True)
    with store.writing() as connection:
        place = add(connection, ledger, sending, receiver.url, [], day(0), "person:p1")
    for step in range(1, 60):  # each message meets a worker that dies, and one that does not
        with store.writing() as connection:
            hand(connection, ledger, [Message(f"dec_{step}", "action", "a1", {"action": "limit"})], day(0))
        died = killer(address, "work", step, seconds=step * 200)
        if "killed" not in died:
            break
        everywhere.kills.append(1)
        killer(address, "work", seconds=step * 200 + 100)
    receiver.close()
    enough(everywhere, "deliver")
    sent = [f"dec_{n}" for n in range(1, step + 1)]
    assert list(dict.fromkeys(receiver.ids)) == sent, "in order, none left out"
    assert len(receiver.ids) > len(sent), "some were sent again, known by their id"
    assert [e.body["id"] for e in told(store, "actions", "delivered")] == sent
    assert counted(store, DELIVERIES, DELIVERIES.c.state == "delivered") == step
    with store.reading() as connection:
        assert Counter(r["message"] for r in receipts(connection, place.id, most=500)) == Counter(sent)


def test_a_receipt_of_the_platform_is_written_once(everywhere, killer, store, ledger, address):
    opened(ledger)
    (decision,) = killer(address, "propose", violations=[("a1", "fake_follower", [])])["done"]
    assert everywhere("confirm", message=decision) == "applied"
    enough(everywhere, "confirm")
    assert len(told(store, "actions", "acknowledged")) == 1


@pytest.fixture
def fallen(killer, store, ledger, address):
    """An account that was closed, and two that were closed for coming back after it."""
    opened(ledger)
    decisions = {}
    for name, violation, related in (
        ("root", "impersonation", []),
        ("r1", "reincarnation", ["root"]),
        ("r2", "reincarnation", ["root"]),
    ):
        (case,) = killer(address, "propose", violations=[(name, violation, related)])["done"]
        for by, version in ((ANNA, 1), (BORIS, 2)):
            decisions[name] = killer(address, "rule", case=case, action="close", by=by, version=version)["done"][0]
    assert life(store, "root", "r1", "r2") == dict.fromkeys(("root", "r1", "r2"), "closed")
    return decisions


def test_a_reversal_takes_back_all_that_rests_on_it_or_nothing(everywhere, store, fallen):
    everywhere("take_back", decision=fallen["root"])
    enough(everywhere, "take back")
    assert life(store, *fallen) == dict.fromkeys(fallen, "active")
    undone = [e.body["undoes"] for e in told(store, "actions", "action_due") if e.body.get("undoes")]
    assert sorted(undone) == sorted(fallen.values())
    assert len(told(store, "actions", "handed")) == 6


def test_an_appeal_is_granted_once_with_all_that_rests_on_what_fell(everywhere, store, fallen):
    everywhere("object_to", decision=fallen["root"])
    (case,) = [e.body["case"] for e in told(store, "decisions", "case_opened") if e.body.get("kind") == "appeal"]
    everywhere("grant", case=case)
    enough(everywhere, "appeal")
    assert life(store, *fallen) == dict.fromkeys(fallen, "active")
    assert len(told(store, "actions", "handed")) == 6


def test_a_batch_reaches_every_account_once_and_gives_back_as_much(everywhere, store, ledger):
    opened(ledger)
    few = pa.Table.from_pylist([account(f"a{n}") for n in range(6)], schema=TABLES["accounts"].schema)
    with sit(ledger, day(0)) as s:
        looked = plan_batch(
            s, Asked(Order("suspend", until=day(60)), "coordination", "ring"), few, counts_of(few, s.at), ANNA
        )
    everywhere("start_batch", batch=looked.batch, token=looked.token)
    assert everywhere("go_on", batch=looked.batch, on=0) == 1, "the canary, which is held first"
    assert everywhere("go_on", batch=looked.batch, on=2) == 6
    names = [f"a{n}" for n in range(6)]
    assert life(store, *names) == dict.fromkeys(names, "suspended")
    assert counted(store, ACTIONS) == counted(store, HANDED) == 6
    assert everywhere("give_back", batch=looked.batch, on=3) == 6
    enough(everywhere, "batch")
    assert life(store, *names) == dict.fromkeys(names, "active")
    assert counted(store, ACTIONS) == counted(store, HANDED) == 12
    assert counted(store, BATCHES, BATCHES.c.status == "reversed", BATCHES.c.failed == 0) == 1


def test_an_erasure_takes_all_or_nothing(everywhere, killer, store, ledger, address):
    opened(ledger)
    killer(address, "take_in", number=1)
    (decision,) = killer(address, "propose", violations=[("a1", "fake_follower", [])])["done"]
    killer(address, "confirm", message=decision)
    assert everywhere("forget", name="a1") == []
    enough(everywhere, "forget")
    assert len([e for e in told(store, "privacy", "erased") if e.body["sealed"]]) == 1
    with store.reading() as connection:
        left = " ".join(repr(tuple(r)) for t in METADATA.sorted_tables for r in connection.execute(sa.select(t)))
    assert "'a1'" not in left
    assert '"a1"' not in left


def test_a_policy_goes_live_once_and_the_one_before_it_ends_with_that(everywhere, ledger):
    opened(ledger)
    for stage in ("draft", "backtested", "shadow", "canary", "live"):
        everywhere("change_policy", stage=stage)
    enough(everywhere, "policy")
    with sit(ledger, day(1)) as s:
        assert [version_of(s, "small", v).stage for v in ("1", "2")] == ["expired", "live"]
    kinds = [e.kind for e in ledger.of_stream("policies")]
    kinds.remove("backtested")  # whoever did not hear that the report was kept sends it again
    assert kinds == ["went_live", "drafted", "backtested", "shadowed", "canaried", "went_live", "expired"]


def test_there_are_at_least_four_hundred_kills():
    assert 2 * sum(LEAST.values()) >= 400
