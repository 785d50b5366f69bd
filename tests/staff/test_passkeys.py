"""Passkeys, made and used by an authenticator in software: each challenge is good once, in one browser, for ten minutes."""

import pytest
from authenticator import PRESENT, Authenticator, b64
from staff_days import DAY, HOUR, MINUTE, NOW, SECOND

from aboveboard.errors import AccessError
from aboveboard.staff.callers import caller_of
from aboveboard.staff.passkeys import (
    Site,
    begin_login,
    begin_passkey,
    finish_login,
    finish_passkey,
    join_by_passkey,
)
from aboveboard.staff.passwords import login
from aboveboard.staff.people import invite, leave
from aboveboard.staff.permissions import Scope
from aboveboard.staff.roster import MACHINE

SITE = Site("https://aboveboard.example")
PAGE = SITE.origin


@pytest.fixture
def keyed(roster, hire):
    """Somebody who made a passkey beside their password, and the authenticator that holds it."""

    def keyed(**authenticator):
        mika, device = hire(), Authenticator(**authenticator)
        secret, options = begin_passkey(roster, SITE, NOW, name=mika.name)
        finish_passkey(roster, SITE, secret, device.create(options, PAGE), mika.name, NOW)
        return mika, device

    return keyed


def log_in(roster, device, address, at=NOW, page=PAGE, **wrong):
    secret, options = begin_login(roster, SITE, at)
    return finish_login(roster, SITE, secret, device.get(options, page, **wrong), address, at)


def refused(act, reason="refused"):
    with pytest.raises(AccessError) as told:
        act()
    assert told.value.reason == reason


def test_somebody_comes_in_by_a_link_with_a_passkey_and_logs_in_with_it(roster, somewhere, told):
    link, device = invite(roster, "keyholder", ["reviewer"], Scope(), MACHINE, NOW), Authenticator()
    secret, options = begin_passkey(roster, SITE, NOW, link=link)
    assert (options["rp"]["id"], options["user"]["name"]) == ("aboveboard.example", "keyholder")
    assert options["authenticatorSelection"]["userVerification"] == "required"
    made = device.create(options, PAGE)
    session = join_by_passkey(roster, SITE, secret, made, link, NOW + MINUTE)
    assert caller_of(roster, None, session, NOW + MINUTE).name == "keyholder"
    again = log_in(roster, device, somewhere, NOW + DAY)
    assert caller_of(roster, None, again, NOW + DAY).name == "keyholder"
    assert [kind for kind, _ in told("person:keyholder")] == ["person_invited", "person_joined", "passkey_added", "logged_in", "logged_in"]  # fmt: skip


def test_the_link_that_a_passkey_closed_is_used_up(roster):
    link, device = invite(roster, "twice", ["reviewer"], Scope(), MACHINE, NOW), Authenticator()
    first, second = begin_passkey(roster, SITE, NOW, link=link), begin_passkey(roster, SITE, NOW, link=link)
    join_by_passkey(roster, SITE, first[0], device.create(first[1], PAGE), link, NOW)
    refused(lambda: join_by_passkey(roster, SITE, second[0], device.create(second[1], PAGE), link, NOW), "link")
    refused(lambda: begin_passkey(roster, SITE, NOW, link=link), "link")


def test_a_passkey_answers_each_challenge_once(roster, keyed):
    mika, device = keyed()
    secret, options = begin_login(roster, SITE, NOW)
    answer = device.get(options, PAGE)
    assert finish_login(roster, SITE, secret, answer, mika.address, NOW)
    refused(lambda: finish_login(roster, SITE, secret, answer, mika.address, NOW))


def test_a_challenge_is_used_up_by_a_try_that_fails(roster, keyed):
    mika, device = keyed()
    secret, options = begin_login(roster, SITE, NOW)
    refused(lambda: finish_login(roster, SITE, secret, device.get(options, "https://evil.example"), mika.address, NOW))
    refused(lambda: finish_login(roster, SITE, secret, device.get(options, PAGE), mika.address, NOW))


def test_a_challenge_ends_after_ten_minutes_and_is_not_of_a_time_to_come(roster, keyed):
    mika, device = keyed()
    for at, later in ((NOW, NOW + 10 * MINUTE), (NOW + DAY, NOW + DAY - 6 * MINUTE)):
        secret, options = begin_login(roster, SITE, at)
        refused(
            lambda s=secret, o=options, t=later: finish_login(roster, SITE, s, device.get(o, PAGE), mika.address, t)
        )
    secret, options = begin_login(roster, SITE, NOW)
    assert finish_login(roster, SITE, secret, device.get(options, PAGE), mika.address, NOW + 10 * MINUTE - SECOND)


def test_an_answer_is_worth_nothing_in_another_browser(roster, keyed):
    mika, device = keyed()
    mine, other = begin_login(roster, SITE, NOW), begin_login(roster, SITE, NOW)
    refused(lambda: finish_login(roster, SITE, other[0], device.get(mine[1], PAGE), mika.address, NOW))
    refused(lambda: finish_login(roster, SITE, "made-up", device.get(mine[1], PAGE), mika.address, NOW))


def test_what_was_begun_for_one_thing_is_no_good_for_another(roster, keyed):
    mika, device = keyed()
    secret, options = begin_passkey(roster, SITE, NOW, name=mika.name)
    refused(lambda: finish_login(roster, SITE, secret, device.get({"rpId": "aboveboard.example", **options}, PAGE), mika.address, NOW))  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        {"page": "https://evil.example"},
        {"page": "http://aboveboard.example"},
        {"rp_id": "evil.example"},
        {"type": "webauthn.create"},
        {"challenge": b64(b"x" * 32)},
    ],
    ids=str,
)
def test_an_answer_for_another_page_or_purpose_is_refused(roster, keyed, wrong):
    mika, device = keyed()
    refused(lambda: log_in(roster, device, mika.address, **wrong))


def test_whoever_holds_the_device_must_prove_themselves_to_it(roster, keyed):
    mika, device = keyed()
    device.flags = PRESENT
    refused(lambda: log_in(roster, device, mika.address))


def test_a_signature_of_another_key_is_refused(roster, keyed):
    mika, device = keyed()
    thief = Authenticator()
    thief.create({"rp": {"id": SITE.host}, "challenge": "eA"}, PAGE)
    [own], [stolen] = device.keys, list(thief.keys)
    thief.keys[own] = thief.keys.pop(stolen)
    refused(lambda: log_in(roster, thief, mika.address))
    assert log_in(roster, device, mika.address)


def test_a_copied_authenticator_whose_count_stands_still_is_refused(roster, keyed):
    mika, device = keyed()
    log_in(roster, device, mika.address)
    [held] = device.keys.values()
    held[1] -= 1
    refused(lambda: log_in(roster, device, mika.address))


def test_an_authenticator_that_does_not_count_is_accepted(roster, keyed):
    mika, device = keyed(counts=False)
    assert log_in(roster, device, mika.address)
    assert log_in(roster, device, mika.address, NOW + HOUR)


def test_guesses_at_a_password_do_not_lock_a_person_out_of_their_passkey(roster, keyed, somewhere):
    mika, device = keyed()
    for _ in range(7):
        with pytest.raises(AccessError):
            login(roster, mika.name, "guess", somewhere, NOW)
    refused(lambda: login(roster, mika.name, mika.password, mika.address, NOW), "locked")
    assert log_in(roster, device, mika.address)


def test_a_network_that_fails_too_often_has_to_wait(roster, keyed, somewhere):
    _, device = keyed()
    for _ in range(30):
        refused(lambda: log_in(roster, device, somewhere, page="https://evil.example"))
    refused(lambda: log_in(roster, device, somewhere), "locked")


def test_whoever_left_cannot_log_in_with_their_passkey(roster, keyed):
    mika, device = keyed()
    leave(roster, mika.name, MACHINE, NOW)
    refused(lambda: log_in(roster, device, mika.address))


def test_a_passkey_is_made_for_whoever_began_it(roster, hire):
    mika, anna, device = hire(), hire(), Authenticator()
    secret, options = begin_passkey(roster, SITE, NOW, name=mika.name)
    refused(lambda: finish_passkey(roster, SITE, secret, device.create(options, PAGE), anna.name, NOW))


def test_one_passkey_belongs_to_one_person(roster, keyed, hire):
    anna = hire()
    _, device = keyed()
    secret, options = begin_passkey(roster, SITE, NOW, name=anna.name)
    [credential] = device.keys
    copied = Authenticator().create(options, PAGE, credential=credential)
    refused(lambda: finish_passkey(roster, SITE, secret, copied, anna.name, NOW))


@pytest.mark.parametrize(
    "credential",
    [{}, [], None, "x", {"id": 1}, {"id": "\x00"}, {"id": "ä", "rawId": "ä"}, {"id": "a", "rawId": "a", "type": "public-key", "response": {}},
     {"id": "a", "rawId": "a", "type": "public-key", "response": {"clientDataJSON": "e30", "authenticatorData": "AA", "signature": "AA"}},
     {"id": "a", "rawId": "a", "type": "public-key", "response": {"clientDataJSON": "!", "attestationObject": "oA"}}],
    ids=repr,
)  # fmt: skip
def test_whatever_a_stranger_sends_as_a_credential_is_refused_and_no_fault_of_ours(roster, hire, credential):
    mika = hire()
    secret, _ = begin_login(roster, SITE, NOW)
    refused(lambda: finish_login(roster, SITE, secret, credential, mika.address, NOW))
    secret, _ = begin_passkey(roster, SITE, NOW, name=mika.name)
    refused(lambda: finish_passkey(roster, SITE, secret, credential, mika.name, NOW))


def test_what_a_passkey_s_own_answer_holds_is_not_trusted_when_it_is_twisted(roster, keyed):
    mika, device = keyed()
    for part in ("clientDataJSON", "authenticatorData", "signature"):
        secret, options = begin_login(roster, SITE, NOW)
        answer = device.get(options, PAGE)
        for value in ("", "AAAA", 7, None, answer["response"][part][::-1]):
            twisted = {**answer, "response": {**answer["response"], part: value}}
            secret, _ = begin_login(roster, SITE, NOW)
            refused(lambda s=secret, t=twisted: finish_login(roster, SITE, s, t, mika.address, NOW))
    assert log_in(roster, device, mika.address)
