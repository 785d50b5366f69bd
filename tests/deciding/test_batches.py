"""One decision over many accounts: looked at, tried on a few, stopped when it hits one group, taken back whole."""

import json
import time

import pyarrow as pa
import pytest
from deciding_worlds import ANNA, BORIS, CHEN, DANA, POLICY, account, day, finding, found, opened

from aboveboard.deciding.appealing import appeal, judge
from aboveboard.deciding.batching import (
    Asked,
    advance_batch,
    batch_of,
    cancel_batch,
    plan_batch,
    reverse_batch,
    run_batch,
)
from aboveboard.deciding.halting import halt
from aboveboard.deciding.handling import claim, queue
from aboveboard.deciding.histories import histories
from aboveboard.deciding.proposing import propose_from
from aboveboard.deciding.ruling import decide
from aboveboard.deciding.sitting import sit
from aboveboard.deciding.strata import counts_of
from aboveboard.deciding.values import Order
from aboveboard.errors import CaseError
from aboveboard.tables import TABLES

SUSPEND = Asked(Order("suspend", until=day(60)), "coordination", "spring_ring")


def accounts_of(count, **more):
    rows = [account(f"a{n}", language="en" if n % 2 else "de", **more) for n in range(count)]
    return pa.Table.from_pylist(rows, schema=TABLES["accounts"].schema)


def planned(ledger, rows, asked=SUSPEND, population=None, at=0):
    with sit(ledger, day(at)) as s:
        return plan_batch(s, asked, rows, population or counts_of(rows, s.at), ANNA)


def run(ledger, looked, at=0):
    for by in (ANNA, BORIS) if looked.two_people else (ANNA,):
        with sit(ledger, day(at)) as s:
            run_batch(s, looked.batch, looked.token, by, "a ring of the spring")
    for later in (0, 2):
        row = {"status": "canary", "done": -1}
        before = None
        while row["status"] in ("canary", "running") and before != row["done"]:
            before = row["done"]
            with sit(ledger, day(at + later)) as s:
                row = advance_batch(s, looked.batch)
    return row


def standing(life):
    """Return what of an account a decision can change; its history goes on and notices are owed for it."""
    return repr(life._replace(last=None, since=None, owed=(), undone=(), sent=()))


def test_a_dry_run_does_nothing_and_shows_whom_it_would_hit(ledger):
    opened(ledger)
    looked = planned(ledger, accounts_of(60))
    again = planned(ledger, accounts_of(60))
    assert looked.size == 60
    assert looked.counts["language"] == {"de": 30, "en": 30}
    assert looked.counts["followers"] == {"under 100": 60}
    assert looked.counts["age"] == {"under five years": 60}
    assert looked.counts["script"] == {"Latin": 60}
    assert len(looked.sample) == 20
    assert (looked.token, looked.sample) == (again.token, again.sample)
    assert "more than 50" in looked.two_people
    assert not list(ledger.of_stream("actions"))


def test_a_dry_run_says_which_accounts_the_order_would_not_reach(ledger):
    opened(ledger)
    looked = planned(ledger, accounts_of(3), Asked(Order("suspend", until=day(-5)), "coordination", "late"))
    assert looked.refused == {"it would end before it begins": 3}


def test_a_batch_runs_on_the_token_of_its_dry_run_only_and_by_two_people(ledger):
    opened(ledger)
    looked = planned(ledger, accounts_of(60))
    other = planned(ledger, accounts_of(59))
    with sit(ledger, day(0)) as s:
        with pytest.raises(CaseError, match="not the token of its dry run"):
            run_batch(s, looked.batch, other.token, ANNA, "why")
        assert run_batch(s, looked.batch, looked.token, ANNA, "why") == "asked"
        with pytest.raises(CaseError, match="takes a second person"):
            run_batch(s, looked.batch, looked.token, ANNA, "why")
        assert advance_batch(s, looked.batch)["done"] == 0
        assert run_batch(s, looked.batch, looked.token, BORIS, "why") == "canary"
        with pytest.raises(CaseError, match="is canary, by person:anna"):
            run_batch(s, looked.batch, looked.token, BORIS, "why")


def test_a_few_go_first_and_the_rest_waits(ledger):
    opened(ledger)
    looked = planned(ledger, accounts_of(300))
    with sit(ledger, day(0)) as s:
        run_batch(s, looked.batch, looked.token, ANNA, "why")
        run_batch(s, looked.batch, looked.token, BORIS, "why")
        assert advance_batch(s, looked.batch)["done"] == 3
        assert advance_batch(s, looked.batch)["done"] == 3
    with sit(ledger, day(2)) as s:
        assert advance_batch(s, looked.batch, 100)["done"] == 103
        assert advance_batch(s, looked.batch, 500)["status"] == "done"
        assert advance_batch(s, looked.batch)["done"] == 300
    assert len({e.key for e in ledger.of_stream("actions")}) == 300


def test_s10_a_batch_that_closes_one_script_is_stopped_by_the_breaker(ledger):
    opened(ledger)
    names = [account(f"b{n}", display_name="محمد" if n < 100 else "Maria") for n in range(2000)]
    everyone = pa.Table.from_pylist(names, schema=TABLES["accounts"].schema)
    hit = pa.Table.from_pylist([*names[:12], *names[100:102]], schema=everyone.schema)
    asked = Asked(Order("close", imminent=True), "coordination", "draft")
    looked = planned(ledger, hit, asked, counts_of(everyone, day(0)))
    assert looked.skew == "it hits 12.0% of the accounts of script Arabic, and 0.1% of the others"
    row = run(ledger, looked)
    assert (row["status"], row["done"], row["why"]) == ("stopped", 0, looked.skew)
    with sit(ledger, day(0)) as s:
        fair = plan_batch(
            s,
            asked,
            pa.Table.from_pylist([*names[:12], *names[100:320]], schema=everyone.schema),
            counts_of(everyone, s.at),
            ANNA,
        )
    assert fair.skew == ""


def test_a_halt_stops_a_batch_and_a_person_can_cancel_one(ledger):
    opened(ledger)
    looked, second = planned(ledger, accounts_of(40)), planned(ledger, accounts_of(30))
    with sit(ledger, day(0)) as s:
        run_batch(s, looked.batch, looked.token, ANNA, "why")
        halt(s, "*", CHEN, "something is wrong")
        assert advance_batch(s, looked.batch)["status"] == "stopped"
        assert cancel_batch(s, second.batch, ANNA, "not now")["status"] == "cancelled"
        with pytest.raises(CaseError, match="is cancelled"):
            run_batch(s, second.batch, second.token, ANNA, "why")


def test_why_a_person_stopped_a_batch_is_sealed_and_nowhere_in_the_open(ledger):
    opened(ledger)
    looked = planned(ledger, accounts_of(30))
    with sit(ledger, day(0)) as s:
        row = cancel_batch(s, looked.batch, ANNA, "Bea Winter rang me about it")
    assert (row["status"], row["why"]) == ("cancelled", "a person stopped it")
    (stopped,) = (e for e in ledger.of_stream("decisions") if e.kind == "batch_stopped")
    assert "Winter" not in json.dumps(stopped.body)
    with sit(ledger, day(1)) as s:
        assert s.unseal(stopped.body["reason"]) == {"reason": "Bea Winter rang me about it"}


def test_a_batch_taken_back_leaves_every_account_as_it_was(ledger):
    policy = opened(ledger)
    with sit(ledger, day(0)) as s:
        propose_from(s, found(*(finding(f"a{n}") for n in range(0, 20, 2))), policy)
        (case,) = propose_from(s, found(finding("a3", "impersonation")), policy).cases
        decide(s, case, Order("verify"), ANNA, "ask", 1)
        names = [f"a{n}" for n in range(60)]
        before = {n: standing(h.account) for n, h in histories(s, names).items()}
    looked = planned(ledger, accounts_of(60))
    assert run(ledger, looked)["done"] == 60
    with sit(ledger, day(3)) as s:
        during = {n: h.account for n, h in histories(s, names).items()}
        assert {a.state for a in during.values()} == {"suspended"}
        assert reverse_batch(s, looked.batch, CHEN, "it was a choir", 25)["taken_back"] == 25
        assert reverse_batch(s, looked.batch, CHEN, "it was a choir", 25)["taken_back"] == 50
        assert reverse_batch(s, looked.batch, CHEN, "it was a choir", 25)["status"] == "reversed"
        after = {n: h.account for n, h in histories(s, names).items()}
    known = {n for n in names if "state='unknown'" not in before[n]}
    assert known == {"a3", *(f"a{n}" for n in range(0, 20, 2))}
    assert {n: standing(after[n]) for n in known} == {n: before[n] for n in known}
    assert {after[n].state for n in set(names) - known} == {"active"}
    assert all([o.notice for o in a.owed].count("restored") == 1 for a in after.values())
    assert not any(m.severity and m.violation == "coordination" for a in after.values() for m in a.measures)
    undone = [e for e in ledger.of_stream("actions") if e.body.get("undoes")]
    assert len(undone) == len({e.body["undoes"] for e in undone}) == 60


def test_each_account_of_a_batch_can_appeal_by_itself(ledger):
    opened(ledger)
    looked = planned(ledger, accounts_of(55))
    run(ledger, looked)
    with sit(ledger, day(3)) as s:
        (decision,) = [e.key for e in ledger.of_stream("actions") if e.subject == "a7"]
        filed = appeal(s, decision, "holder:link", "not me")
        for who in (ANNA, BORIS):
            with pytest.raises(CaseError, match="may not judge"):
                judge(s, filed, "overturned", who, "no", 1)
        judge(s, filed, "overturned", CHEN, "right", 1)
        assert reverse_batch(s, looked.batch, CHEN, "all of it")["status"] == "reversed"
        assert batch_of(s, looked.batch)["taken_back"] == 54


def test_thousands_are_reached_and_given_back_in_seconds(store, ledger):
    opened(ledger)
    size = 1_000 if store.engine.dialect.name == "sqlite" else 300
    start = time.process_time()
    looked = planned(ledger, accounts_of(size))
    assert run(ledger, looked)["done"] == size
    row = {"status": ""}
    while row["status"] != "reversed":
        with sit(ledger, day(3)) as s:
            row = reverse_batch(s, looked.batch, CHEN, "wrong", 1500)
    assert row["taken_back"] == size
    assert time.process_time() - start < 60


def waiting(ledger, at):
    with sit(ledger, day(at)) as s:
        return [(c["account_id"], c["violation"], c["status"]) for c in queue(s, CHEN, ("reviewer", "senior"))]


def ring_with_cases(ledger):
    """Ten accounts, of which two wait for a person: one for the batch's own violation, one for another; one person has spoken on the latter."""
    opened(ledger)
    rows = accounts_of(10)
    seen = found(
        finding("a1", "impersonation"),
        finding("a2", "reincarnation"),
        finding("z1", "impersonation"),
        accounts=rows.to_pylist(),
    )
    with sit(ledger, day(0)) as s:
        propose_from(s, seen, POLICY)
    return rows


def test_a_batch_that_closes_settles_what_waited_and_its_reversal_brings_it_back(ledger):
    rows = ring_with_cases(ledger)
    before = waiting(ledger, 0)
    assert {a for a, _, _ in before} == {"a1", "a2", "z1"}
    with sit(ledger, day(0)) as s:
        case = next(c["case_id"] for c in queue(s, CHEN, ("reviewer", "senior")) if c["account_id"] == "a1")
        claim(s, case, CHEN, 1)
    looked = planned(ledger, rows, Asked(Order("close", imminent=True), "coordination", "spring_ring"))
    assert run(ledger, looked)["status"] == "done"
    assert {a for a, _, _ in waiting(ledger, 2)} == {"z1"}
    told = [e for e in ledger.of_stream("decisions") if e.kind == "settled"]
    assert {(e.subject, e.body["batch"], e.body["by"], e.body["second"]) for e in told} == {
        (a, looked.batch, ANNA, BORIS) for a in ("a1", "a2")
    }
    with sit(ledger, day(2)) as s, pytest.raises(CaseError, match="was decided by person:anna"):
        decide(s, case, Order("none"), CHEN, "fine", 2)
    with sit(ledger, day(3)) as s:
        assert reverse_batch(s, looked.batch, CHEN, "wrong ring")["status"] == "reversed"
        reverse_batch(s, looked.batch, CHEN, "wrong ring")
    assert waiting(ledger, 3) == before
    with sit(ledger, day(3)) as s:
        assert decide(s, case, Order("none"), DANA, "fine", s.case(case)["version"]).status == "decided"


def test_a_milder_batch_settles_only_the_cases_of_its_own_question(ledger):
    rows = ring_with_cases(ledger)
    assert run(ledger, planned(ledger, rows, SUSPEND._replace(violation="impersonation")))["status"] == "done"
    assert {a for a, _, _ in waiting(ledger, 2)} == {"a2", "z1"}


def test_what_an_appeal_found_wrong_does_not_come_back_on_the_same_evidence(ledger):
    rows = ring_with_cases(ledger)
    with sit(ledger, day(0)) as s:
        mine = histories(s, ["a1"])["a1"].waiting[0]
    asked = SUSPEND._replace(violation="impersonation", findings={"a1": sorted(mine)})
    run(ledger, planned(ledger, rows, asked))
    (decision,) = [e.key for e in ledger.of_stream("decisions") if e.kind == "decided" and e.subject == "a1"]
    with sit(ledger, day(3)) as s:
        judge(s, appeal(s, decision, "holder:a1", "not me"), "overturned", CHEN, "right", 1)
    assert {a for a, _, _ in waiting(ledger, 3)} == {"a2", "z1"}
