"""Passwords: guessing gets slower, a wrong name costs what a wrong password costs, and nobody plants a session."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from staff_days import DAY, HOUR, MINUTE, NOW, SECOND

from aboveboard.errors import AccessError
from aboveboard.staff import lockout, proofs
from aboveboard.staff.callers import caller_of
from aboveboard.staff.passwords import login
from aboveboard.staff.people import invite, leave, new_link
from aboveboard.staff.permissions import Scope
from aboveboard.staff.roster import MACHINE, STREAM
from aboveboard.staff.tidying import tidy


def refused(roster, name, password, address, at=NOW):
    with pytest.raises(AccessError) as told:
        login(roster, name, password, address, at)
    return told.value


def test_the_sixth_guess_has_to_wait_and_each_further_one_twice_as_long(roster, hire, told):
    mika, at = hire(), NOW
    assert [refused(roster, mika.name, f"guess {n}", mika.address).reason for n in range(5)] == ["refused"] * 5
    waits = []
    for _ in range(9):
        locked = refused(roster, mika.name, mika.password, mika.address, at)
        assert locked.reason == "locked"
        waits.append(locked.wait)
        at += locked.wait * SECOND
        assert refused(roster, mika.name, "another guess", mika.address, at).reason == "refused"
    assert waits == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    kinds = [kind for kind, _ in told(f"person:{mika.name}")]
    assert (kinds.count("login_failed"), kinds.count("locked_out")) == (14, 10)


def test_the_right_password_after_the_wait_opens_and_starts_the_count_afresh(roster, hire):
    mika = hire()
    for n in range(5):
        refused(roster, mika.name, f"guess {n}", mika.address)
    assert login(roster, mika.name, mika.password, mika.address, NOW + 30 * SECOND)
    assert [refused(roster, mika.name, "guess", mika.address, NOW + MINUTE).reason for _ in range(5)] == ["refused"] * 5


def test_guesses_at_many_names_from_one_network_have_to_wait_too(roster, somewhere):
    network = somewhere.removesuffix("7")
    reasons = [refused(roster, f"name{n}", "guess", f"{network}{n:x}").reason for n in range(1, 32)]
    assert reasons == ["refused"] * 30 + ["locked"]
    assert refused(roster, "quite-another", "guess", somewhere).reason == "locked"


def test_one_s_own_log_in_does_not_free_a_network_for_guessing(roster, hire):
    mika = hire()
    for n in range(28):
        refused(roster, f"other{n}", "guess", mika.address)
    for n in range(2):
        login(roster, mika.name, mika.password, mika.address, NOW)
        refused(roster, f"further{n}", "guess", mika.address)
    assert refused(roster, "last", "guess", mika.address).reason == "locked"


def test_guesses_from_many_networks_at_one_name_have_to_wait_and_at_a_name_nobody_has_as_well(roster, hire):
    for name in (hire().name, "nobody-has-this"):
        reasons = [refused(roster, name, "guess", f"2001:db8:ffff:{n:x}00::1").reason for n in range(1, 8)]
        assert reasons == ["refused"] * 5 + ["locked"] * 2


def test_many_guesses_at_once_are_not_all_free(roster, hire):
    mika = hire()
    with ThreadPoolExecutor(8) as pool:
        reasons = list(pool.map(lambda n: refused(roster, mika.name, f"guess {n}", mika.address).reason, range(16)))
    assert (reasons.count("refused"), reasons.count("locked")) == (5, 11)


def test_a_clock_that_is_set_back_neither_opens_a_lock_nor_locks_for_ever(roster, hire):
    mika = hire()
    for n in range(5):
        refused(roster, mika.name, f"guess {n}", mika.address, NOW + 400 * DAY)
    locked = refused(roster, mika.name, mika.password, mika.address, NOW)
    assert (locked.reason, locked.wait) == ("locked", 3600)
    new_link(roster, mika.name, MACHINE, NOW)  # the way in from the machine itself
    with roster.ledger.store.writing() as connection:
        lockout.forgive(connection, lockout.subjects_of(roster.keys, None, mika.address))
    assert login(roster, mika.name, mika.password, mika.address, NOW)


class Counting(Argon2Hasher):
    """Writes down what it verifies against."""

    def __init__(self):
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.seen = []

    def verify(self, password, hash):  # noqa: A002
        self.seen.append(hash)
        return super().verify(password, hash)


def test_a_name_that_nobody_has_costs_the_same_work_and_words_as_a_wrong_password(roster, hire, somewhere):
    counting = Counting()
    watched = replace(roster, hasher=PasswordHash((counting,)))
    mika, gone = hire(), hire()
    invite(roster, "not-in-yet", ["reviewer"], Scope(), MACHINE, NOW)
    leave(roster, gone.name, MACHINE, NOW)
    refused(watched, "warm-up", "guess", somewhere)
    words, entries = [], []
    for name in (mika.name, "nobody-at-all", "not-in-yet", gone.name, "Robert'); --", "x" * 5000, ""):
        counting.seen.clear()
        before = len(list(roster.ledger.of_stream(STREAM)))
        words.append(str(refused(watched, name, "guess", somewhere)))
        entries.append(len(list(roster.ledger.of_stream(STREAM))) - before)
        [hashed] = counting.seen
        assert "m=8,t=1,p=1" in hashed
    assert (len(set(words)), set(entries)) == (1, {1})


def test_a_log_in_gives_a_new_session_and_voids_the_one_the_browser_had(roster, hire):
    mika = hire()
    planted = hire()  # somebody else's session, put into mika's browser
    session = login(roster, mika.name, mika.password, mika.address, NOW, old=planted.session)
    assert session != planted.session
    assert caller_of(roster, None, planted.session, NOW) is None
    assert caller_of(roster, None, session, NOW).name == mika.name
    made_up = login(roster, mika.name, mika.password, mika.address, NOW, old="chosen-by-an-attacker")
    assert made_up != "chosen-by-an-attacker"
    assert caller_of(roster, None, "chosen-by-an-attacker", NOW) is None


def test_passwords_are_argon2id_and_are_hashed_anew_when_the_cost_goes_up(roster, hire):
    mika = hire()

    def hashed():
        with roster.ledger.store.reading() as connection:
            return proofs.kept(connection, "password", mika.name)["value"]

    assert hashed().startswith("$argon2id$v=19$m=8,t=1,p=1$")
    dearer = replace(roster, hasher=PasswordHash((Argon2Hasher(time_cost=2, memory_cost=16, parallelism=1),)))
    login(dearer, mika.name, mika.password, mika.address, NOW)
    assert hashed().startswith("$argon2id$v=19$m=16,t=2,p=1$")
    assert login(dearer, mika.name, mika.password, mika.address, NOW)


def test_one_password_typed_on_two_keyboards_is_one_password(roster, hire):
    from aboveboard.staff.people import join_by_password

    link = new_link(roster, (mika := hire()).name, MACHINE, NOW)
    join_by_password(roster, link, "Zoë geht am Ufer", NOW)
    assert login(roster, mika.name, "Zoe\u0308 geht am Ufer", mika.address, NOW)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("::ffff:192.0.2.9", "192.0.2.0/24"),
        ("2001:db8:1:2ab::9", "2001:db8:1:200::/56"),
        ("fe80::1%eth0", "fe80::/56"),
        ("testclient", "elsewhere"),
        ("", "elsewhere"),
        ("192.0.2.1' OR 1=1", "elsewhere"),
    ],
)
def test_an_address_counts_as_its_network(address, network):
    assert lockout.network_of(address) == network


def test_tries_of_yesterday_are_forgotten(roster, hire):
    mika = hire()
    for n in range(4):
        refused(roster, mika.name, f"guess {n}", mika.address)
    assert [refused(roster, mika.name, "guess", mika.address, NOW + 2 * DAY + HOUR).reason for _ in range(5)] == ["refused"] * 5  # fmt: skip


def test_what_ended_is_forgotten_and_what_goes_on_is_not(empty, hire):
    mika = hire(on=empty)
    link = invite(empty, "coming", ["reviewer"], Scope(), MACHINE, NOW + 2 * DAY)
    refused(empty, mika.name, "guess", mika.address)
    with empty.ledger.store.writing() as connection:
        proofs.begin(connection, "passkey", "", NOW)
    late = login(empty, mika.name, mika.password, mika.address, NOW + 2 * DAY)
    assert tidy(empty, NOW + 2 * DAY) == 2  # the first session, and the log-in that was begun
    assert caller_of(empty, None, late, NOW + 2 * DAY)
    with empty.ledger.store.reading() as connection:
        assert proofs.invited(connection, link, NOW + 2 * DAY, use=False) == "coming"
    assert tidy(empty, NOW + 900 * DAY) == 3  # the second one, the link, the network's count
    assert tidy(empty, NOW + 900 * DAY) == 0
