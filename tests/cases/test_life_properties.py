"""What holds of every life, however odd: lives are drawn at random, and lived as the service lives them."""

import random
from collections import Counter
from datetime import timedelta
from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.cases.finding import appeal_end, gone, measure_of
from aboveboard.cases.folding import apply, fold
from aboveboard.cases.kinds import KINDS, RANK, ways
from aboveboard.cases.notices import BEFORE, OWED_AFTER
from aboveboard.cases.states import GONE, HOLDS, LIVE, PLANS, STATES, opened
from aboveboard.cases.timers import advance, due, timers
from aboveboard.cases.values import Account, Event
from aboveboard.errors import CaseError
from lives import ANNA, BORIS, CHEN, HOLDER, RULE, START, Diary, begun, day, standing

SCOPES = {
    "limited": ["comment", "publish", "field:law"],
    "plan_proposed": list(PLANS),
    "held": ["legal", "four_eyes", "memorial"],
    "closed": ["", "imminent"],
    "credential_set": ["law", "medicine"],
    "credential_revoked": ["law"],
}
ANSWERS = {
    "plan_approved",
    "plan_withdrawn",
    "verified",
    "returned",
    "appealed",
    "appeal_refused",
    "appeal_granted",
    "reversed",
}
BY = {"holder": [HOLDER], "person": [ANNA, BORIS, CHEN], "policy": [RULE], "body": ["body:bureau"]}
FREE = [k for k in KINDS.values() if "timer" not in k.by and k.name not in ("registered", "notice_sent")]

moves = st.tuples(
    st.sampled_from(["live", "seen", "seen", *(k.name for k in FREE)]),
    st.sampled_from([0.01, 0.5, 8, 31, 100, 200, 400]),
    st.integers(0, 30),
    st.sampled_from([3, 20, 190, 400]),
)
lives = st.lists(moves, max_size=6) | st.lists(moves, min_size=14, max_size=24)


def known(account):
    """Every id that an answer can name."""
    ids = [m.id for m in account.measures] + ([account.plan.id] if account.plan else [])
    return sorted(ids) or ["nothing"]


def event_of(diary, kind, pick, until, number):
    """An event of a kind, its columns filled so that it has a chance."""
    row, account = KINDS[kind], diary.account
    at = max(account.at + timedelta(minutes=1), day(diary.clock))
    by = BY[row.by[pick % len(row.by)]]
    named = known(account)[pick % len(known(account))] if kind in ANSWERS else f"d{number}"
    if kind == "closed" and pick % 3:
        named = next((s.about for s in account.sent if s.notice == "hearing"), named)
    if kind == "released":
        named = account.holds[0].id if account.holds else "nothing"
    return Event(
        "a1", at, kind, named, by[pick % len(by)], BORIS if pick % 2 else "", at + timedelta(days=until), "terms",
        "coordination", pick % 5, SCOPES.get(kind, [""])[pick % len(SCOPES.get(kind, [""]))],
        party="bureau", evidence=f"e{pick % 4}{number}",
    )  # fmt: skip


def lived(drawn):
    """Live a drawn life: what cannot be is refused, all notices that fall due are sent on most days."""
    diary, diary.clock, diary.refused = Diary(), 1, []
    for number, (kind, wait, pick, until) in enumerate(drawn):
        diary.clock += wait
        if kind == "live" or pick % 3 == 0:
            diary.send(max(diary.clock, (diary.account.at - START) / timedelta(days=1)))
        if kind != "live":
            try:
                diary.add(event_of(diary, kind, pick, until, number))
            except CaseError as error:
                diary.refused.append((kind, str(error)))
    return diary


def settled(diary, days=3000):
    """Send everything and answer nothing, for years."""
    first = (diary.account.at - START) / timedelta(days=1)
    for n in range(0, days, 25):
        diary.send(first + 0.01 + n)
    return diary


@settings(max_examples=80, deadline=None)
@given(lives, st.randoms())
def test_replay_in_any_order_and_twice_gives_the_same_account(drawn, shuffler):
    diary = lived(drawn)
    mixed = [*diary.entries, *diary.entries]
    shuffler.shuffle(mixed)
    assert fold(mixed) == fold(diary.entries) == diary.account == reduce(apply, diary.entries, Account("a1"))


@settings(max_examples=80, deadline=None)
@given(lives)
def test_an_account_moves_only_along_the_ways_that_the_table_and_the_picture_show(drawn):
    diary, account = lived(drawn), Account("a1")
    for e in diary.entries:
        after = apply(account, e)
        single = len(opened(account)) <= 1 and len(opened(after)) <= 1
        if after.state != account.state and single:
            assert e.kind in ways()[account.state, after.state]
        account = after
    assert all(text.startswith("account a1: ") and " while " in text for _, text in diary.refused)


@settings(max_examples=80, deadline=None)
@given(lives)
def test_no_path_skips_a_notice(drawn):
    diary = lived(drawn)
    owed, sent = Counter(), []
    for e in diary.entries:
        if e.kind == "notice_sent":
            owed[e.scope, e.id] -= owed[e.scope, e.id] > 0
            sent.append(e)
        for notice in BEFORE.get(e.kind, ()):
            about = e.scope if e.kind == "field_paused" else e.id
            early = [s for s in sent if (s.scope, s.id) == (notice.name, about) and s.at + notice.lead <= e.at]
            assert early or (e.kind == "closed" and e.scope == "imminent" and e.second), (e.kind, notice.name)
        if e.kind == "purged":
            assert not +owed, "erased before it was told"
        owed.update((n, e.id) for n in OWED_AFTER.get(e.kind, ()))
    if diary.state != "purged":
        assert +owed == Counter((o.notice, o.about) for o in diary.account.owed)


@settings(max_examples=80, deadline=None)
@given(lives)
def test_no_timer_is_lost(drawn):
    account = lived(drawn).account
    dates = {t.event.id for t in timers(account)}
    dated = {m.id for m in opened(account) if m.until and m.state not in (*GONE, "verification_due")}
    dated |= {m.id for m in opened(account) if m.state == "verification_due" and not gone(account)}
    dated |= {m.id for m in opened(account) if m.state == "closed"}
    dated |= {h.id for h in account.holds if h.until}
    assert dated <= dates
    if gone(account) and all(m.until for m in gone(account)):
        assert dates & {m.id for m in gone(account)}


@settings(max_examples=40, deadline=None)
@given(lives)
def test_years_later_nothing_that_had_an_end_still_holds(drawn):
    diary = settled(lived(drawn))
    late = [m for m in opened(diary.account) if m.until and m.until < diary.account.at]
    late = [m for m in late if not (m.state == "verification_due" and gone(diary.account))]
    assert not [m for m in late if m.state not in GONE]
    assert not late or diary.account.appeals or diary.account.holds
    assert not [t for t in timers(diary.account) if t.event.at <= diary.account.at and not (t.waits or t.unsent)]


@settings(max_examples=80, deadline=None)
@given(lives, st.integers(0, 500), st.integers(0, 500))
def test_dates_come_the_same_one_by_one_or_all_at_once(drawn, soon, later):
    account = lived(drawn).account
    first, second = (account.at + timedelta(days=d) for d in (soon, soon + later))
    assert due(account, second) == (*due(account, first), *due(advance(account, first), second))
    assert advance(account, second) == fold([*lived(drawn).entries, *due(account, second)])


@settings(max_examples=80, deadline=None)
@given(lives, st.sampled_from(["limited", "suspended", "verification_asked", "closed", "orphaned"]))
def test_undoing_a_decision_restores_exactly_what_was(drawn, kind):
    diary = lived(drawn)
    at, before = diary.account.at + timedelta(minutes=1), diary.account
    decision = Event("a1", at, kind, "wrong", ANNA, BORIS, at + timedelta(days=190), "terms", "coordination", 2,
                     "imminent" if kind == "closed" else "comment", evidence="wrong")  # fmt: skip
    if before.state not in LIVE:
        return
    after = apply(apply(before, decision), Event("a1", at + timedelta(days=100), "reversed", "wrong", CHEN))
    still = timedelta(days=100) if kind == "closed" else timedelta(0)
    measures = tuple(m._replace(until=m.until + still) if m.state == "verification_due" else m for m in before.measures)
    assert standing(after) == standing(before._replace(measures=measures, idle_since=before.idle_since + still))
    with pytest.raises(CaseError, match="decided already"):
        apply(after, decision._replace(at=after.at + timedelta(days=1), until=after.at + timedelta(days=400)))
    again = decision._replace(at=after.at + timedelta(days=1), until=after.at + timedelta(days=400), id="again")
    with pytest.raises(CaseError, match="new evidence"):
        apply(after, again)


@settings(max_examples=60, deadline=None)
@given(lives, st.integers(0, 100), st.integers(0, 400))
def test_an_appeal_in_its_time_always_finds_the_way_back(drawn, pick, patience):
    diary = lived(drawn)
    now = diary.account.at + timedelta(minutes=1)
    open_to = [
        m for m in diary.account.measures
        if m.ground != "request" and m.state != "quarantined" and (appeal_end(m) is None or appeal_end(m) >= now)
        and m.id not in {a.id for a in diary.account.appeals}
    ]  # fmt: skip
    if not open_to:
        return
    m = open_to[pick % len(open_to)]
    diary.add(Event("a1", now, "appealed", m.id, HOLDER))
    for n in range(0, patience, 20):
        diary.send((now - START) / timedelta(days=1) + 0.01 + n)
    assert diary.state != "purged"
    diary.add(Event("a1", diary.account.at + timedelta(minutes=1), "appeal_granted", m.id, "person:judge"))
    assert measure_of(diary.account, m.id) is None
    assert "answer" in {o.notice for o in diary.account.owed}
    assert "restored" in {o.notice for o in diary.account.owed}


@settings(max_examples=40, deadline=None)
@given(lives)
def test_erasing_leaves_nothing_but_that_it_was_erased(drawn):
    diary = lived(drawn)
    if diary.state != "purged" and not any(h.kind == "legal" for h in diary.account.holds):
        for a in diary.account.appeals:
            if a.refused_at is None:
                diary.add(Event("a1", diary.account.at + timedelta(minutes=1), "appeal_refused", a.id, "person:judge"))
        at = diary.account.at + timedelta(minutes=1)
        if not any(m.scope == "erasure" for m in gone(diary.account)):
            diary.add(Event("a1", at, "erasure_asked", "bye", HOLDER, until=at + timedelta(days=30)))
        settled(diary, 500)
    if diary.state == "purged":
        assert diary.account == Account("a1", "purged", diary.account.since)
    else:
        assert any(h.kind == "legal" for h in diary.account.holds)


anything = st.builds(
    Event,
    st.sampled_from(["a1", "a1", "a1", "b2"]),
    st.integers(0, 40).map(day) | st.just(START.replace(tzinfo=None)),
    st.sampled_from([*KINDS, "unheard_of"]),
    st.sampled_from(["", "d1", "d2"]),
    st.sampled_from(["", ANNA, BORIS, HOLDER, RULE, "timer", "body:x", "nobody"]),
    st.sampled_from(["", BORIS]),
    st.none() | st.integers(0, 400).map(day),
    st.sampled_from(["", "terms", "law", "mood"]),
    st.sampled_from(["", "coordination"]),
    st.integers(-1, 6),
    st.sampled_from(["", "comment", "statement", "hearing", "transfer", "legal", "law", "imminent"]),
    st.sampled_from(["", "d1"]),
    st.sampled_from(["", "bureau"]),
    st.sampled_from(["", "e1"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(anything, max_size=30), st.randoms())
def test_whatever_is_read_gives_an_account_and_what_cannot_be_is_kept(events, shuffler):
    account = fold([*begun(), *events])
    shuffled = [*events, *begun()]
    shuffler.shuffle(shuffled)
    assert fold(shuffled) == account
    assert account.state in STATES
    assert {f.event for f in account.faults} <= set(events) | set(begun())
    due(account, day(2000))
    for fault in account.faults:
        assert fault.why
        assert str(fault).startswith(f"account {fault.event.account_id}: {fault.event.kind}")
        assert f" while {fault.state}: {fault.why}" in str(fault)


def test_events_of_one_time_are_taken_facts_first_and_dates_last():
    assert next(iter(RANK)) == "registered"
    order = [
        RANK[k] for k in ("seen", "suspended", "appealed", "appeal_granted", "held", "notice_sent", "ended", "purged")
    ]
    assert order == sorted(order)
    assert all(RANK[k] > RANK["notice_sent"] for k, row in KINDS.items() if row.by == ("timer",))


def test_the_lives_drawn_here_reach_every_state_and_hold():
    seen, shuffler = set(), random.Random(3)  # noqa: S311
    for _ in range(150):
        drawn = [(shuffler.choice(["live", *(k.name for k in FREE)]), shuffler.choice([0.5, 8, 31, 200]), shuffler.randint(0, 30), shuffler.choice([3, 20, 190, 400])) for _ in range(22)]  # fmt: skip
        diary = lived(drawn)
        seen |= {diary.state, *(e.kind for e in diary.entries)}
        seen.add(settled(diary, 1500).state)
    assert {"purged", "quarantined", "dormant", "orphaned", "limited", "suspended", "closed"} <= seen
    assert {"appeal_granted", "plan_done", "verification_missed", "field_paused", "reversed", "returned"} <= seen
    assert set(HOLDS) >= {"legal", "four_eyes", "memorial"}
