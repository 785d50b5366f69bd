"""Sessions end by themselves, can be ended by name, and a change needs the session's own token and our own page."""

import pytest
from staff_days import DAY, HOUR, MINUTE, NOW, SECOND

from aboveboard.errors import AccessError
from aboveboard.staff.callers import caller_of
from aboveboard.staff.passwords import login
from aboveboard.staff.sessions import cookie_name, csrf_of, end_session, genuine, sessions

OURS = ["https://aboveboard.example"]


def listed(roster, name):
    with roster.ledger.store.reading() as connection:
        return sessions(connection, name)


def test_a_session_that_is_used_lives_on_and_one_that_stands_idle_ends(roster, hire):
    mika, at = hire(), NOW
    for _ in range(4):
        at += 29 * MINUTE
        assert caller_of(roster, None, mika.session, at)
    assert caller_of(roster, None, mika.session, at + 31 * MINUTE) is None


def test_a_session_ends_after_twelve_hours_however_much_it_is_used(roster, hire):
    mika, at = hire(), NOW
    while at < NOW + 12 * HOUR:
        assert caller_of(roster, None, mika.session, at)
        at += 20 * MINUTE
    assert caller_of(roster, None, mika.session, at) is None


def test_a_clock_that_is_set_back_brings_no_session_back(roster, hire):
    mika = hire()
    assert caller_of(roster, None, mika.session, NOW + HOUR) is None
    assert caller_of(roster, None, mika.session, NOW) is None
    anna = hire(at=NOW + DAY)
    assert caller_of(roster, None, anna.session, NOW + DAY - 4 * MINUTE)  # clocks of two machines differ
    assert caller_of(roster, None, anna.session, NOW + DAY - 6 * MINUTE) is None


def test_after_the_clock_was_set_back_people_can_log_in_and_stay(roster, hire):
    hire(at=NOW + 30 * DAY)  # brings the ledger's clock forward
    mika = hire(at=NOW)
    assert caller_of(roster, None, mika.session, NOW + 29 * MINUTE)
    assert caller_of(roster, None, mika.session, NOW + 12 * HOUR) is None


def test_people_see_their_sessions_and_end_one_without_the_others(roster, hire, told):
    mika, anna = hire(), hire()
    second = login(roster, mika.name, mika.password, mika.address, NOW + MINUTE)
    newest, oldest = listed(roster, mika.name)
    assert (newest.way, newest.person) == ("password", mika.name)
    assert not end_session(roster, anna.name, oldest.id, anna.name, NOW + MINUTE)  # nobody else's
    assert end_session(roster, mika.name, oldest.id, "anna", NOW + MINUTE)
    assert not end_session(roster, mika.name, oldest.id, "anna", NOW + MINUTE)
    assert caller_of(roster, None, mika.session, NOW + MINUTE) is None
    assert caller_of(roster, None, second, NOW + MINUTE).session == newest.id
    assert ("logged_out", {"by": "anna", "sessions": 1}) in told(f"person:{mika.name}")


def test_the_name_of_a_session_is_no_way_in(roster, hire):
    mika = hire()
    [session] = listed(roster, mika.name)
    for made_up in (session.id, session.id.removeprefix("ses_"), "", "x" * 5000, "\x00", "\ud800"):
        assert caller_of(roster, None, made_up, NOW) is None


def test_a_session_is_written_to_at_most_once_a_minute(roster, hire):
    mika = hire()
    for seconds, seen in ((30, 0), (59, 0), (61, 61), (90, 61)):
        caller_of(roster, None, mika.session, NOW + seconds * SECOND)
        [session] = listed(roster, mika.name)
        assert session.seen_at_us - session.made_at_us == seen * 1_000_000


def why(method, secret, token, origin):
    with pytest.raises(AccessError) as told:
        genuine(method, secret, token, origin, OURS)
    assert told.value.reason == "forged"
    return str(told.value)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "post", "PROPFIND"])
def test_a_change_needs_the_token_of_this_very_session(method):
    genuine(method, "mine", csrf_of("mine"), "https://aboveboard.example", OURS)
    for token in (None, "", "x", csrf_of("another's"), csrf_of("mine")[:-1], csrf_of("mine") + "x", "mine", "\ud800"):
        assert "token of this log-in" in why(method, "mine", token, "https://aboveboard.example")


@pytest.mark.parametrize(
    "origin",
    [None, "", "null", "https://evil.example", "http://aboveboard.example", "https://aboveboard.example.evil.example", "https://aboveboard.example:8443",
     "https://aboveboard.example@evil.example", "//aboveboard.example", "https://[", "javascript:alert(1)"],
)  # fmt: skip
def test_a_change_from_another_page_is_refused_even_with_the_token(origin):
    assert "own page" in why("POST", "mine", csrf_of("mine"), origin)


def test_a_page_of_ours_is_known_by_its_referer_too_and_reading_needs_no_proof():
    genuine("POST", "mine", csrf_of("mine"), "https://aboveboard.example/cases?queue=1", OURS)
    for method in ("GET", "HEAD", "OPTIONS"):
        genuine(method, "mine", None, None, OURS)


def test_the_token_of_a_page_does_not_lead_back_to_the_session(roster, hire):
    mika = hire()
    assert caller_of(roster, None, csrf_of(mika.session), NOW) is None
    assert csrf_of(mika.session) == csrf_of(mika.session)


def test_the_cookie_is_bound_to_the_host_wherever_there_is_https():
    assert cookie_name(secure=True).startswith("__Host-")
    assert cookie_name(secure=False) == "aboveboard"


def test_who_asks_is_known_at_once_though_somebody_else_is_writing(roster, hire):
    mika = hire()
    with roster.ledger.store.writing():
        assert caller_of(roster, None, mika.session, NOW + 2 * MINUTE).name == mika.name
    assert caller_of(roster, None, mika.session, NOW + 3 * MINUTE)  # written down with the next request
    assert caller_of(roster, None, mika.session, NOW + 32 * MINUTE)
