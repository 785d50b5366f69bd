"""Erasure leaves the bar and nothing else, waits for appeals and disputes, and the chain stays whole (S13)."""

import json

import pytest
import sqlalchemy as sa

from aboveboard.cases import BarEvent, Event
from aboveboard.cases.bars import in_force
from aboveboard.privacy.erasure import end_bars, erase, resume, still_named, waiting_to_erase
from aboveboard.store import New, verify
from aboveboard.store.bars_written import BARS, bar_entry, bars
from aboveboard.store.intake_tables import FACTS
from aboveboard.store.lives import account
from aboveboard.store.schema import CONTENTS
from aboveboard.store.whole import METADATA
from planting import DAY, NOW, OTHER, TOKEN, close, live


def cells(store):
    with store.reading() as c:
        return " ".join(str(tuple(r)) for t in METADATA.sorted_tables for r in c.execute(sa.select(t)))


@pytest.fixture
def closed(store, ledger):
    with store.writing() as c:
        close(c, ledger, "acct-77", NOW - 10 * DAY)
        assert account(c, "acct-77").state == "closed", account(c, "acct-77").faults
    return store


def test_who_asks_to_be_erased_while_barred_leaves_the_bar_and_nothing_else(closed, ledger):
    with closed.writing() as c:
        done = erase(c, ledger, "acct-77", NOW, "holder:acct-77")
    assert (done.waits_for, done.rows, done.sealed, done.bars, done.left) == ((), 2, 1, ("dec_1",), {})
    left = cells(closed)
    for gone in ("zoe", "901820", '"acct-77"', "'acct-77'"):
        assert gone not in left
    with closed.reading() as c:
        assert c.execute(sa.select(CONTENTS.c.subject)).scalars().all() == ["dec_1"]
        (bar,) = in_force(bars(c), [TOKEN], NOW)
        assert (bar.ground, bar.severity, bar.appeal) == ("terms", 2, "none")
        assert account(c, "acct-77").state == "unknown"
    assert verify(closed).breaks == ()


def test_rows_of_others_name_the_alias_and_what_people_wrote_stays_theirs(closed, ledger):
    with closed.writing() as c:
        done = erase(c, ledger, "acct-77", NOW, "person:officer")
        bodies = c.execute(sa.select(FACTS.c.source, FACTS.c.body).order_by(FACTS.c.source)).all()
    assert [s for s, _ in bodies] == ["follows", "posts"]
    assert json.loads(bodies[0][1])["target_id"] == done.alias
    assert json.loads(bodies[1][1])["text"] == "I like acct-77", "somebody else's content; stored with their retention"


def test_when_the_bar_ends_nothing_of_it_is_left(closed, ledger):
    with closed.writing() as c:
        erase(c, ledger, "acct-77", NOW, "person:officer")
        assert end_bars(c, ledger, NOW + 354 * DAY) == 0
        assert end_bars(c, ledger, NOW + 355 * DAY) == 1
        assert end_bars(c, ledger, NOW + 356 * DAY) == 0
        assert in_force(bars(c), [TOKEN], NOW + 300 * DAY) == ()
    assert TOKEN not in cells(closed)
    assert OTHER not in cells(closed)
    assert [e.kind for e in ledger.of_stream("bars")] == ["barred", "expired"]
    assert verify(closed).breaks == ()


def test_a_bar_that_falls_is_gone_at_once_with_those_that_rest_on_it(closed, ledger):
    with closed.writing() as c:
        rests = BarEvent(
            NOW - DAY, "barred", "dec_2", "policy:x", "", ("ef" * 32,), "terms", 1, "registration", NOW + DAY, "dec_1"
        )
        falls = BarEvent(NOW, "overturned", "dec_1", "person:cem")
        ledger.within(c, BARS, [bar_entry(rests), bar_entry(falls)], NOW)
        assert end_bars(c, ledger, NOW) == 2
        assert c.execute(sa.select(CONTENTS.c.subject)).scalars().all() == ["acct-77"]
    assert "ef" * 32 not in cells(closed)


def test_while_an_appeal_is_open_the_account_is_restricted_and_erased_when_it_is_answered(closed, ledger):
    with closed.writing() as c:
        live(c, ledger, "acct-77", NOW, Event("acct-77", NOW, "appealed", "dec_1", "holder:x"), begun=True)
        before = cells(closed)
        done = erase(c, ledger, "acct-77", NOW, "person:officer")
        assert (done.waits_for, done.rows) == (("appeal",), 0)
        erase(c, ledger, "acct-77", NOW, "person:officer")
        assert waiting_to_erase(c) == {"acct-77": ("appeal",)}
    assert "901820" in before
    assert "901820" in cells(closed)
    assert [e.kind for e in ledger.of_stream("privacy")] == ["restricted"]
    assert resume(closed, ledger, NOW) == []
    with closed.writing() as c:
        answer = Event("acct-77", NOW + DAY, "appeal_refused", "dec_1", "person:cem", evidence="f" * 64)
        live(c, ledger, "acct-77", NOW + DAY, answer, begun=True)
    (erased,) = resume(closed, ledger, NOW + DAY)
    assert erased.left == {}
    with closed.reading() as c:
        assert waiting_to_erase(c) == {}
    assert "901820" not in cells(closed)
    assert resume(closed, ledger, NOW + DAY) == []


@pytest.mark.parametrize("why", ["bar_appeal", "hold", "dispute"])
def test_a_hold_a_dispute_and_an_appeal_of_the_bar_forbid_it_too(closed, ledger, why):
    who = "acct-77" if why != "dispute" else "acct-78"
    with closed.writing() as c:
        if why == "bar_appeal":
            ledger.within(c, BARS, [bar_entry(BarEvent(NOW, "bar_appealed", "dec_1", "holder:x"))], NOW)
        elif why == "hold":
            live(c, ledger, who, NOW, Event(who, NOW, "held", "h", "policy:court", scope="legal"), begun=True)
        else:
            claim = Event(who, NOW, "claimed", "c", "body:board", party="board", evidence="f" * 64)
            live(c, ledger, who, NOW - DAY, claim)
        assert erase(c, ledger, who, NOW, "person:officer").waits_for == (why,)


def test_where_the_id_still_stands_is_said_and_not_hidden(closed, ledger):
    with closed.writing() as c:
        ledger.within(c, "decisions", [New("decided", "other", {"related": ["acct-77"]})], NOW)
        done = erase(c, ledger, "acct-77", NOW, "person:officer")
        assert done.left == {"entries.body": 1} == still_named(c, METADATA, "acct-77")


def test_an_erasure_that_fails_half_way_erases_nothing(closed, ledger):
    def interrupted():
        with closed.writing() as c:
            erase(c, ledger, "acct-77", NOW, "person:officer")
            raise RuntimeError("the power failed")

    with pytest.raises(RuntimeError):
        interrupted()
    with closed.reading() as c:
        assert account(c, "acct-77").state == "closed"
    assert "901820" in cells(closed)
