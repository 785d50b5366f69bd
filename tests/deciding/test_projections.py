"""The tables of deciding say what the ledger says: made anew from it, they are the same, whatever happened."""

import itertools
import json

import sqlalchemy as sa
from deciding_worlds import ANNA, BORIS, CHEN, RULES, account, day, finding, found, opened
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_batches import SUSPEND, accounts_of

from aboveboard.deciding.appealing import appeal, judge
from aboveboard.deciding.batching import advance_batch, plan_batch, reverse_batch, run_batch
from aboveboard.deciding.halting import halt, resume
from aboveboard.deciding.handling import claim, escalate, hold, skip
from aboveboard.deciding.policy_life import canary, draft, note_backtest, shadow, withdraw
from aboveboard.deciding.projecting import rebuild
from aboveboard.deciding.proposing import propose_from
from aboveboard.deciding.ruling import decide
from aboveboard.deciding.sitting import sit
from aboveboard.deciding.strata import counts_of
from aboveboard.deciding.undoing import reverse
from aboveboard.deciding.values import Order
from aboveboard.errors import AboveboardError
from aboveboard.store import Ledger, open_store
from aboveboard.store.deciding_tables import BATCHES, CASES, REBUILT

PEOPLE = (ANNA, BORIS, CHEN)
VIOLATIONS = ("fake_follower", "coordination", "impersonation", "reincarnation", "inflated_audience")
ORDERS = (
    Order("none"),
    Order("verify"),
    Order("close"),
    Order("close", imminent=True),
    Order("suspend", until=day(400)),
)
SECOND = RULES.replace('version = "1"', 'version = "2"')


def tables(connection):
    rows = {t.name: sorted(map(tuple, connection.execute(sa.select(t))), key=repr) for t in REBUILT}
    return json.dumps(rows, default=str)


def rebuilt_is_the_same(store):
    with store.writing() as connection:
        before = tables(connection)
        rebuild(connection)
        assert tables(connection) == before
    return before


def propose(s, policy, pick):
    name = f"a{pick % 5}"
    told = account(name, followers=20_000 if pick % 3 == 0 else 3)
    made = finding(name, VIOLATIONS[pick % len(VIOLATIONS)], pick, related=["a0", "a1"] if pick % 2 else ["a2"])
    propose_from(s, found(made, accounts=[told]), policy)


def cases(s, kind):
    rows = s.connection.execute(sa.select(CASES).where(CASES.c.kind == kind).order_by(CASES.c.case_id)).mappings()
    return [dict(r) for r in rows]


def picked(rows, pick):
    if not rows:
        raise AboveboardError("nothing there")
    return rows[pick % len(rows)]


def ruling(s, _policy, pick):
    case = picked(cases(s, "proposal"), pick)
    decide(s, case["case_id"], ORDERS[pick % len(ORDERS)], PEOPLE[pick % 3], "why", case["version"])


def handled(s, _policy, pick):
    case = picked(cases(s, "proposal"), pick)
    name, by, version = case["case_id"], PEOPLE[pick % 3], case["version"]
    match pick % 4:
        case 0:
            claim(s, name, by, version)
        case 1:
            hold(s, name, by, version, day(900), "why")
        case 2:
            escalate(s, name, by, version, "why")
        case _:
            skip(s, name, by, version, "why")


def decisions(s):
    rows = s.connection.execute(
        sa.text("SELECT key FROM entries WHERE stream = 'decisions' AND kind = 'decided' ORDER BY key")
    )
    return list(rows.scalars())


def appealed(s, _policy, pick):
    appeal(s, picked(decisions(s), pick), "holder:link", "why", f"{pick:064x}")


def judged(s, _policy, pick):
    case = picked(cases(s, "appeal"), pick)
    outcome = ("upheld", "overturned", "changed")[pick % 3]
    judge(s, case["case_id"], outcome, PEOPLE[pick % 3], "why", case["version"], Order("none"))


def reversal(s, _policy, pick):
    reverse(s, picked(decisions(s), pick), PEOPLE[pick % 3], "why")


def halting(s, _policy, pick):
    if pick % 2:
        halt(s, "made_to_follow", PEOPLE[pick % 3], "why")
    else:
        resume(s, "made_to_follow", PEOPLE[pick % 3], "why")


def batches(s, _policy, pick):
    rows = [r["batch_id"] for r in s.connection.execute(sa.select(BATCHES).order_by(BATCHES.c.batch_id)).mappings()]
    if pick % 4 == 0 or not rows:
        few = accounts_of(2 + pick % 3)
        looked = plan_batch(s, SUSPEND, few, counts_of(few, s.at), ANNA)
        run_batch(s, looked.batch, looked.token, ANNA, "why")
    elif pick % 4 == 1:
        reverse_batch(s, picked(rows, pick), PEOPLE[pick % 3], "why", 2)
    else:
        advance_batch(s, picked(rows, pick), 1)


def policies(s, _policy, pick):
    steps = (
        lambda: draft(s, SECOND, ANNA, "why", day(100)),
        lambda: note_backtest(s, "small", "2", ANNA, {"snapshots": 0}),
        lambda: shadow(s, "small", "2", ANNA),
        lambda: canary(s, "small", "2", BORIS, 0.2),
        lambda: withdraw(s, "small", "2", ANNA, "why"),
    )
    steps[pick % len(steps)]()


ACTS = (propose, propose, ruling, ruling, handled, appealed, judged, reversal, halting, batches, policies)


def done(ledger, policy, acts):
    """Do what can be done of it, half a day apart; what is refused leaves nothing behind. Return how many were done."""
    many = 0
    for n, (act, pick) in enumerate(acts):
        try:
            with sit(ledger, day(n / 2)) as s:
                act(s, policy, pick)
            many += 1
        except AboveboardError:
            continue
    return many


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 500)), min_size=5, max_size=25))
def test_whatever_happens_the_tables_are_those_that_the_ledger_makes(tmp_path, acts):
    number = sum(1 for _ in tmp_path.iterdir())
    store = open_store(tmp_path / str(number), url=f"sqlite:///{tmp_path / f'{number}.sqlite'}")
    ledger = Ledger(store)
    done(ledger, opened(ledger), acts)
    rebuilt_is_the_same(store)
    store.close()


def test_everything_that_can_happen_is_in_the_tables_that_the_ledger_makes(ledger, store):
    acts = [(act, pick) for pick, act in itertools.product(range(9), dict.fromkeys(ACTS))]
    assert done(ledger, opened(ledger), acts) > 40
    kinds = {(e.stream, e.kind) for e in ledger.all()}
    assert len([k for k in kinds if k[0] == "decisions"]) >= 12
    assert len(rebuilt_is_the_same(store)) > 5000
