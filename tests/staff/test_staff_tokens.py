"""Tokens of machines and links of notices: what each may do, for how long, how often, and how each is taken back."""

import threading

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from staff_days import DAY, HOUR, MINUTE, NOW, SECOND

from aboveboard.errors import InputError, StoreError
from aboveboard.staff.callers import Bucket, Callers, caller_of
from aboveboard.staff.keys import Keys, keys_of, replace_link_key
from aboveboard.staff.links import holder_of, make_link
from aboveboard.staff.permissions import HOLDER, PERMISSIONS, TOKENS_MAY
from aboveboard.staff.roster import MACHINE, token_named
from aboveboard.staff.tokens import last_used, make_token, revoke_token
from aboveboard.store.entries import microseconds


def as_caller(roster, token, at=NOW):
    return caller_of(roster, f"Bearer {token}", None, at)


def test_a_token_may_what_it_was_given_and_nothing_else(roster, told):
    token = make_token(roster, "platform", ["checks:ask", "events:write"], "anna", NOW)
    caller = as_caller(roster, token)
    assert (caller.name, caller.kind) == ("platform", "token")
    assert {p for p in PERMISSIONS if caller.may(p)} == {"checks:ask", "events:write"}
    with roster.ledger.store.reading() as connection:
        made = token_named(connection, "platform")
    [(kind, body)] = told(f"token:{made.id}")
    assert (kind, body["permissions"], body["by"]) == ("token_made", ["checks:ask", "events:write"], "anna")


@pytest.mark.parametrize("permission", [*sorted(set(PERMISSIONS) - TOKENS_MAY), "everything", ""])
def test_no_token_is_made_for_what_only_people_may(empty, permission):
    with pytest.raises(InputError, match="a token cannot be made for"):
        make_token(empty, "greedy", ["checks:ask", permission], MACHINE, NOW)


def test_a_token_needs_something_to_do_and_numbers_within_reason(empty):
    with pytest.raises(InputError, match="nothing"):
        make_token(empty, "idle", [], MACHINE, NOW)
    for bad in ({"days": 0}, {"days": 401}, {"per_second": 0}, {"burst": 10**9}):
        with pytest.raises(InputError, match="is not between 1 and"):
            make_token(empty, "idle", ["checks:ask"], MACHINE, NOW, **bad)


def test_a_token_ends_and_a_clock_set_back_does_not_bring_it_back(roster, told):
    token = make_token(roster, "short", ["checks:ask"], MACHINE, NOW, days=1)
    assert as_caller(roster, token, NOW + DAY - SECOND)
    assert as_caller(roster, token, NOW - HOUR) is None  # made in a time to come
    assert as_caller(roster, token, NOW + DAY) is None
    assert as_caller(roster, token, NOW + HOUR) is None
    with roster.ledger.store.reading() as connection:
        made = token_named(connection, "short")
    assert [kind for kind, _ in told(f"token:{made.id}")] == ["token_made", "token_expired"]


def test_a_token_that_is_taken_back_is_void_at_once_and_its_name_stays_taken(roster):
    token = make_token(roster, "leaked", ["checks:ask"], MACHINE, NOW)
    revoke_token(roster, "leaked", "anna", NOW)
    assert as_caller(roster, token) is None
    with pytest.raises(InputError, match="no live token"):
        revoke_token(roster, "leaked", "anna", NOW)
    with pytest.raises(InputError, match="is taken"):
        make_token(roster, "leaked", ["checks:ask"], MACHINE, NOW)


def test_the_day_of_the_last_use_is_kept_and_no_finer(roster):
    token = make_token(roster, "daily", ["checks:ask"], MACHINE, NOW)
    for at, day in (
        (NOW, "2026-01-01"),
        (NOW + HOUR, "2026-01-01"),
        (NOW + 2 * DAY, "2026-01-03"),
        (NOW + DAY, "2026-01-03"),
    ):
        as_caller(roster, token, at)
        with roster.ledger.store.reading() as connection:
            assert last_used(connection, token_named(connection, "daily")) == day


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer ab_", "Bearer ab_" + "x" * 43, "Bearer ab_" + "x" * 9000, "Bearer \x00", "Bearer ab_\ud800", "ab_token",
     "Bearer ab_' OR '1'='1", "Bearer ln_", "Bearer ln_a.b.c", "Bearer ln_" + "e" * 9000],
)  # fmt: skip
def test_what_is_no_token_is_nobody_and_the_cookie_is_not_looked_at(roster, hire, header):
    mika = hire()
    assert caller_of(roster, header, mika.session, NOW) is None
    assert Callers(roster).of(header, mika.session, NOW) is None
    assert Callers(roster).of(None, mika.session, NOW).name == mika.name


def test_a_service_that_is_asked_often_looks_a_token_up_once_a_second(roster, monkeypatch):
    from aboveboard.staff import tokens

    token, asked, look = make_token(roster, "busy", ["checks:ask"], MACHINE, NOW), [], tokens.token_of
    monkeypatch.setattr(tokens, "token_of", lambda *a: asked.append(1) or look(*a))
    callers = Callers(roster)
    for n in range(25):
        assert callers.of(f"Bearer {token}", None, NOW + n * SECOND / 10).name == "busy"
    assert len(asked) == 3
    revoke_token(roster, "busy", MACHINE, NOW)
    assert callers.of(f"Bearer {token}", None, NOW + 3.5 * SECOND) is None


def test_a_machine_that_asks_too_often_has_to_wait_and_others_do_not(roster, hire):
    slow = make_token(roster, "slow", ["checks:ask"], MACHINE, NOW, per_second=2, burst=3)
    quick = make_token(roster, "quick", ["checks:ask"], MACHINE, NOW, per_second=100, burst=100)
    callers, mika = Callers(roster), hire()
    one = callers.of(f"Bearer {slow}", None, NOW)
    assert [callers.wait(one, NOW) for _ in range(5)] == [0, 0, 0, 0.5, 0.5]
    assert [callers.wait(one, NOW + SECOND) for _ in range(3)] == [0, 0, 0.5]
    assert callers.wait(callers.of(f"Bearer {quick}", None, NOW), NOW) == 0
    assert callers.wait(callers.of(None, mika.session, NOW), NOW) == 0
    assert callers.of(f"Bearer {slow}", None, NOW + 2 * SECOND)  # looked up anew, its allowance is what it was
    assert [callers.wait(one, NOW + SECOND) for _ in range(2)] == [0.5, 0.5]


def test_an_allowance_neither_grows_nor_stops_when_the_clock_is_set_back():
    bucket = Bucket(1, 2, 2.0, microseconds(NOW))
    assert [bucket.wait(microseconds(NOW)) for _ in range(3)] == [0, 0, 1]
    assert bucket.wait(microseconds(NOW - HOUR)) == 1
    assert bucket.wait(microseconds(NOW - HOUR + SECOND)) == 0


def test_many_threads_share_one_allowance(empty):
    token = make_token(empty, "many", ["checks:ask"], MACHINE, NOW, per_second=1, burst=50)
    callers, got = Callers(empty), []
    caller = callers.of(f"Bearer {token}", None, NOW)
    threads = [
        threading.Thread(target=lambda: got.extend(callers.wait(caller, NOW) for _ in range(25))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got.count(0) == 50


# ---- links of notices

KEYS = Keys(b"s" * 32, b"l" * 32)


def test_a_link_speaks_for_one_account_and_one_decision_until_it_ends():
    link = make_link(KEYS, "a1", "dec_x", NOW, NOW + 30 * DAY)
    caller = holder_of(KEYS, link, NOW + DAY)
    assert (caller.name, caller.kind, caller.permissions, caller.about) == ("a1", "holder", HOLDER, "dec_x")
    assert holder_of(KEYS, link, NOW + 30 * DAY) is None
    assert holder_of(KEYS, link, NOW - HOUR) is None
    with pytest.raises(ValueError, match="before it begins"):
        make_link(KEYS, "a1", "dec_x", NOW, NOW)


def test_a_link_that_was_changed_or_signed_by_others_is_nobody():
    link = make_link(KEYS, "a1", "dec_x", NOW, NOW + DAY)
    head, body, mac = link.removeprefix("ln_").split(".")
    other = make_link(Keys(KEYS.staff, b"x" * 32), "a1", "dec_x", NOW, NOW + DAY)
    foreign = make_link(KEYS, "a2", "dec_x", NOW, NOW + DAY).removeprefix("ln_").split(".")
    none = jwt.encode(
        {"alg": "HS256", "typ": "JWT"}, {"sub": "a1", "abt": "d", "iat": 1, "exp": 9**11}, OctKey.import_key(KEYS.links)
    )
    unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiYWJvdmVib2FyZC1saW5rIn0"
    for bad in (
        other,
        f"ln_{head}.{foreign[1]}.{mac}",
        f"ln_{unsigned}.{body}.",
        f"ln_{head}.{body}.",
        f"ln_{none}",
        link[:-2],
        link.removeprefix("ln_"),
    ):
        assert holder_of(KEYS, bad, NOW) is None


@pytest.mark.parametrize("claims", [{"sub": 1}, {"abt": None}, {"exp": "never"}, {"iat": []}, {"sub": None}])
def test_a_link_of_our_own_key_with_strange_claims_is_nobody(claims):
    whole = {"sub": "a1", "abt": "d", "iat": int(NOW.timestamp()), "exp": int(NOW.timestamp()) + 60} | claims
    made = jwt.encode({"alg": "HS256", "typ": "aboveboard-link"}, whole, OctKey.import_key(KEYS.links))
    assert holder_of(KEYS, f"ln_{made}", NOW) is None


def test_a_new_link_key_voids_every_link_and_leaves_the_rest(tmp_path, monkeypatch):
    before = keys_of(tmp_path)
    assert keys_of(tmp_path).links == before.links
    assert {(p.name, p.stat().st_mode & 0o777) for p in tmp_path.iterdir()} == {
        ("staff.key", 0o600),
        ("links.key", 0o600),
    }
    link = make_link(before, "a1", "dec_x", NOW, NOW + DAY)
    replace_link_key(tmp_path)
    after = keys_of(tmp_path)
    assert (holder_of(after, link, NOW), after.staff) == (None, before.staff)
    assert "s" * 8 not in repr(KEYS)
    monkeypatch.setenv("ABOVEBOARD_LINK_KEY", "QUJD")
    with pytest.raises(StoreError, match="not 32 bytes"):
        keys_of(tmp_path)
    with pytest.raises(StoreError, match="change it there"):
        replace_link_key(tmp_path)


def test_a_link_in_the_header_is_the_holder(roster):
    link = make_link(roster.keys, "a1", "dec_x", NOW, NOW + DAY)
    assert as_caller(roster, link, NOW + MINUTE).name == "a1"
