"""The gate on the desk: what a rebuilt index holds, beside rows, of what only the ledger says."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from aboveboard.api.gating import _entries, _Looked, gated, index_chore, rebuild
from aboveboard.app.told_closures import closed_of
from aboveboard.cases import BarEvent, Event
from aboveboard.errors import InputError
from aboveboard.gate.answers import FAIL_OVER, fail_over_of
from aboveboard.gate.attempts import Attempt, Shown
from aboveboard.gate.lagging import SELDOM
from aboveboard.gate.opening import answer
from aboveboard.policy import default_policy
from aboveboard.store import New
from aboveboard.store.bars_written import BARS, bar_entry
from aboveboard.store.lives import ACCOUNTS, entry_of
from aboveboard.work import Job
from served import NOW

DAY = timedelta(days=1)
CLOSED_AT = NOW - 3 * DAY
DEVICE, PHONE, SPARE = "d" * 64, "e" * 64, "f" * 64
ROW = {"account_id": "a1", "handle": "daily", "display_name": "人民日报", "created_at": "2020-01-01T00:00:00Z"}
ROWS = (
    ("accounts", [ROW]),
    ("tokens", [{"account_id": a, "kind": "device", "token": DEVICE} for a in ("a1", "a2", "a3")]),
    ("profile_changes", [{"account_id": "a1", "at": "2021-01-01T00:00:00Z", "field": "display_name", "old": "Quarry Lanterns", "new": "人民日报"}]),
)  # fmt: skip
JOB = Job("job_1", "build_index", {}, None, 0, "running", NOW, NOW, None, None, None, 1, 0, None)
CLOSED = Event("a1", CLOSED_AT, "closed", by="person:anna", id="dec_1", violation="coordination", ground="terms")


def bar(kind="barred", at=CLOSED_AT, **more):
    given = {"id": "dec_9", "by": "person:anna", "second": "person:bert", "tokens": (DEVICE, PHONE), "ground": "terms", "severity": 2, "scope": "registration", "until": NOW + 90 * DAY}  # fmt: skip
    return bar_entry(
        BarEvent(at, kind, **(given | more if kind == "barred" else {"id": "dec_9", "by": "person:anna", **more}))
    )


@pytest.fixture
def rows(service):
    for table, some in ROWS:
        assert service.post("/v1/events", json={"table": table, "rows": some}).json()["rejected"] == []


@pytest.fixture
def gating(desk, rows):  # noqa: ARG001  (rows are there before the index is built)
    with gated(desk, wait=True) as made:
        yield made


def told(gating, at=NOW, **more):
    shown = more.pop("tokens", (Shown("device", DEVICE),))
    return answer(
        Attempt("t1", "registration", at, handle="fresh", tokens=shown, **more), gating.gate.state, default_policy()
    )


def both(gating, look):
    """What a gate says that followed the ledger, and one that was built anew from the same store."""
    gating._follower.look()
    followed = look()
    gating.rebuild()
    return followed, look()


def test_a_closure_that_stands_only_in_the_ledger_outlives_a_rebuild(gating, ledger):
    ledger.append(ACCOUNTS, [entry_of(CLOSED)], CLOSED_AT)
    followed, rebuilt = both(gating, lambda: told(gating, display_name="人民曰报"))
    assert (followed.answer, rebuilt.answer) == ("verify", "verify")
    assert rebuilt.staff.claims == followed.staff.claims
    assert "coordination" in rebuilt.staff.claims[0].says


def test_an_account_that_was_let_free_in_the_ledger_stays_free_after_a_rebuild(gating, ledger, service):
    shut = ROW | {"status": "closed", "closed_at": CLOSED_AT.isoformat()}
    assert service.post("/v1/events", json={"table": "accounts", "rows": [shut]}).json()["rejected"] == []
    gating.rebuild()
    assert told(gating, display_name="人民曰报").answer == "verify"
    for kind in ("restored", "overturned"):
        ledger.append(ACCOUNTS, [New(kind, "a1", {"at": 1, "by": "person:anna"}, kind)], NOW)
        assert [t.staff.claims for t in both(gating, lambda: told(gating, display_name="人民曰报"))] == [(), ()]


def test_a_name_that_a_barred_account_bore_before_is_known(gating, ledger):
    ledger.append(ACCOUNTS, [entry_of(CLOSED)], CLOSED_AT)
    followed, rebuilt = both(gating, lambda: told(gating, display_name="Quarry Lanterns"))
    assert [t.staff.claims[0].related for t in (followed, rebuilt)] == [("a1",), ("a1",)]
    assert "display_name" in followed.staff.claims[0].fields


def test_s13_a_device_and_a_phone_of_an_erased_account_are_met_by_the_bar_it_left(gating, ledger):
    ledger.append(BARS, [bar()], CLOSED_AT)
    shown = (Shown("device", DEVICE), Shown("phone", PHONE))
    followed, rebuilt = both(gating, lambda: told(gating, tokens=shown, platform="anywhere"))
    for one in (followed, rebuilt):
        claim = one.staff.claims[0]
        assert (claim.related, claim.violation, set(claim.classes)) == (
            ("dec_9",),
            "reincarnation",
            {"device", "identity"},
        )
        assert "an account that is not kept any more" in claim.says
    assert followed.staff.claims == rebuilt.staff.claims
    assert told(gating, tokens=(Shown("device", SPARE),)).staff.claims == ()


def test_a_bar_for_something_other_than_coming_in_keeps_nobody_out(gating, ledger):
    ledger.append(BARS, [bar(scope="listing")], CLOSED_AT)
    assert [t.staff.claims for t in both(gating, lambda: told(gating))] == [(), ()]


def test_a_bar_that_was_lifted_meets_nobody(gating, ledger):
    ledger.append(BARS, [bar()], CLOSED_AT)
    gating.rebuild()
    assert told(gating, tokens=(Shown("phone", PHONE), Shown("device", DEVICE))).staff.claims
    ledger.append(BARS, [bar("lifted", NOW)], NOW)
    assert [t.staff.claims for t in both(gating, lambda: told(gating, tokens=(Shown("phone", PHONE),)))] == [(), ()]


def test_a_bar_counts_until_its_end_and_another_end_counts_from_then_on(gating, ledger, service):
    ledger.append(ACCOUNTS, [entry_of(CLOSED)], CLOSED_AT)
    ledger.append(BARS, [bar(id="dec_1", until=NOW + 4 * DAY)], CLOSED_AT)
    later = NOW + 6 * DAY
    look = lambda: [bool(told(gating, at=at, display_name="人民曰报").staff.claims) for at in (NOW, later)]  # noqa: E731
    assert both(gating, look) == ([True, False], [True, False])
    shut = {"status": "closed", "closed_at": CLOSED_AT.isoformat()}

    def seen():
        shown = [told(gating, at=at, display_name="Velvet Orchard", tokens=()) for at in (NOW, later)]
        return [bool(one.staff.claims) for one in shown]

    for until, barred in ((NOW + 30 * DAY, [True, True]), (NOW - DAY, [False, False])):
        row = ROW | shut | {"barred_until": until.isoformat(), "account_id": "a4", "display_name": "Velvet Orchard"}
        assert service.post("/v1/events", json={"table": "accounts", "rows": [row]}).json()["rejected"] == []
        assert both(gating, seen) == (barred, barred)


def test_how_many_use_a_token_is_counted_by_the_index(gating, ledger):
    ledger.append(ACCOUNTS, [entry_of(CLOSED)], CLOSED_AT)
    gating._follower.look()
    assert [t.holders for t in gating.gate.state.barred.ties("device", DEVICE)] == [3]
    gating.rebuild()
    assert [t.holders for t in gating.gate.state.barred.ties("device", DEVICE)] == [3]


def test_a_name_that_only_the_ledger_protects_or_frees_is_so_after_a_rebuild(gating, ledger):
    ledger.append("names", [New("name_protected", "o9", {"name": "Northgate Bank", "own": ["a2"]}, "n1")], NOW)
    look = lambda: told(gating, display_name="Nоrthgate Bаnk", tokens=()).violation  # noqa: E731
    assert both(gating, look) == ("impersonation", "impersonation")
    ledger.append("names", [New("name_unprotected", "o9", {}, "n2")], NOW)
    assert both(gating, look) == ("", "")


@pytest.mark.usefixtures("rows")
def test_what_is_neither_an_account_nor_a_bar_is_not_kept(store):
    with store.reading() as connection:
        assert closed_of(connection, "nobody") is None
        assert closed_of(connection, "a1") is None, "nobody said that it was closed"


@pytest.mark.usefixtures("rows")
def test_an_index_that_other_code_made_is_built_anew(desk):
    with gated(desk, wait=True):
        pass
    made = desk.data / "gate" / "gate.json"
    other = made.read_text().replace('"made_by": "', '"made_by": "0')
    made.write_text(other)
    with gated(desk, wait=True) as gating:
        assert made.read_text() != other
        assert gating.gate is not None


def test_the_service_is_ready_when_the_index_is_open_and_warm(desk, service):
    with gated(desk, wait=True):
        assert service.get("/health/ready").json()["parts"] == {"store": True, "checks": True}
    assert service.get("/health/ready").json()["parts"] == {"store": True}


@pytest.mark.parametrize("wrong", ["login", "login=perhaps", "dance=allow", "login=allow,=deny"])
def test_a_fail_over_that_does_not_exist_is_refused(wrong):
    with pytest.raises(InputError, match="ABOVEBOARD_FAIL_OVER"):
        fail_over_of(wrong)


def test_an_operator_says_what_is_answered_without_a_check(desk, monkeypatch, service):
    assert fail_over_of(None) == fail_over_of("") == FAIL_OVER
    monkeypatch.setattr("aboveboard.api.gating.Gating.prepare", lambda _: None)
    with gated(desk, fail_over=fail_over_of("registration=verify, login=deny")):
        asked = [
            {"attempt_id": "t1", "kind": kind, "at": NOW.isoformat()} for kind in ("registration", "login", "listing")
        ]
        answers = [service.post("/v1/checks", json=one).json() for one in asked]
        assert service.get("/health/ready").status_code == 503
    assert [(a["answer"], a["degraded"]) for a in answers] == [("verify", True), ("deny", True), ("review", True)]


def test_the_daily_build_leaves_an_index_of_that_day_alone_and_builds_the_next_days(desk, clock):
    chore = index_chore(desk)
    due = replace(JOB, body={"period": NOW.replace(hour=0).isoformat()})
    with gated(desk, wait=True) as gating:
        first = gating.gate
        assert chore.prepare(None, due, NOW) == first.state.position
        assert gating.gate is first, "it was built today"
        clock.at += DAY
        chore.prepare(None, replace(due, body={"period": clock.at.replace(hour=0).isoformat()}), clock.at)
        assert (first.made_at, gating.gate.made_at) == (NOW, NOW + DAY)
    with gated(desk, wait=True) as gating:
        assert gating.gate.made_at == NOW + DAY, "files say when they were made"
        opened = gating.gate
        chore.prepare(None, replace(due, body={}), clock.at + DAY)
        assert gating.gate is not opened, "asked for by hand, it is always built"


def test_a_fill_sets_off_few_builds_and_all_of_it_is_known_soon_after(desk, service, monkeypatch):
    """100,000 closed accounts could not be filled in five minutes: each build ended far behind the ledger, and another one began."""
    built = []
    for name, value in (("api.gating._BEHIND", 20), ("api.gating.rebuild", lambda *a: built.append(1) or rebuild(*a)), ("gate.lagging.STREAM", 5)):  # fmt: skip
        monkeypatch.setattr(f"aboveboard.{name}", value)
    shut = {"status": "closed", "created_at": "2020-01-01T00:00:00Z", "closed_at": "2026-01-01T00:00:00Z", "closed_ground": "terms"}  # fmt: skip
    with gated(desk, wait=True) as gating:
        start, since = len(built), time.monotonic()
        for batch in range(60):
            rows = [shut | {"account_id": f"b{batch}-{n}", "handle": f"h{batch}x{n}"} for n in range(50)]
            assert service.post("/v1/events", json={"table": "accounts", "rows": rows}).json()["rejected"] == []
        during, took = len(built) - start, time.monotonic() - since
        end = time.monotonic() + 60
        while gating.gate.state.barred.known("b59-49") is None:
            assert time.monotonic() < end
            time.sleep(0.05)
    assert during <= took / SELDOM
    assert len(built) - start <= during + 2


def test_what_is_there_is_set_aside_once_when_the_index_is_warm_and_before_it_answers(desk):
    told = []
    with gated(desk, wait=True, settled=lambda: told.append(desk.parts["gating"].gate)) as gating:
        gating.rebuild()
    assert told == [None]


def test_what_does_not_concern_the_gate_is_looked_through_once(store, ledger, monkeypatch):
    asked, read = [], _entries
    monkeypatch.setattr(
        "aboveboard.api.gating._entries", lambda store, after: asked.append(after) or read(store, after)
    )
    monkeypatch.setattr("aboveboard.api.gating._LATE", 0.0)
    looked = _Looked(store)
    for n in range(3):
        ledger.append("intake", [New("rows_taken", "", {"rows": n})], NOW)
        assert looked.entries(0) == []
    ledger.append(ACCOUNTS, [entry_of(CLOSED)], CLOSED_AT)
    assert [[e.kind for e in looked.entries(0)] for _ in range(2)] == [["closed"]] * 2, (
        "it may be left for another gate"
    )
    asked.pop()
    assert asked == sorted(set(asked)), "each look begins where the one before ended"


def test_on_postgresql_what_is_committed_late_is_found_all_the_same(ledger, store, monkeypatch):
    if store.engine.dialect.name == "sqlite":
        monkeypatch.setattr("aboveboard.api.gating._LATE", 0.0)  # one writes after the other there
    looked = _Looked(store)
    with store.writing() as early:
        if store.engine.dialect.name == "postgresql":
            ledger.within(early, ACCOUNTS, [entry_of(CLOSED)], CLOSED_AT)
            ledger.append("intake", [New("rows_taken", "", {"rows": 1})], NOW)
            assert looked.entries(0) == []
        else:
            ledger.within(early, ACCOUNTS, [entry_of(CLOSED)], CLOSED_AT)
    assert [e.kind for e in looked.entries(0)] == ["closed"]
