"""People come by a link that works once, have roles and a part of the work, and are cut off at once when they leave."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from staff_days import DAY, HOUR, NOW, SECOND

from aboveboard.errors import AccessError, InputError
from aboveboard.staff import proofs
from aboveboard.staff.callers import caller_of
from aboveboard.staff.keys import digest
from aboveboard.staff.passwords import login
from aboveboard.staff.people import change, first_link, invite, join_by_password, leave, new_link, review
from aboveboard.staff.permissions import ROLES, Scope, held
from aboveboard.staff.roster import MACHINE, person_named
from aboveboard.staff.tokens import make_token
from aboveboard.store.schema import METADATA

RIVER = "a long walk by the river"


def test_somebody_comes_in_by_a_link_with_their_roles_and_part_of_the_work(roster, told):
    link = invite(roster, "mika", ["senior", "reviewer"], Scope(languages=("nds", "de")), "anna", NOW)
    session = join_by_password(roster, link, RIVER, NOW + HOUR)
    caller = caller_of(roster, None, session, NOW + HOUR)
    assert (caller.name, caller.kind, caller.permissions) == ("mika", "person", held(["reviewer", "senior"]))
    assert caller.scope == Scope(languages=("de", "nds"))
    assert told("person:mika") == [
        ("person_invited", {"roles": ["reviewer", "senior"], "queues": [], "languages": ["de", "nds"], "regions": [], "by": "anna"}),
        ("person_joined", {"way": "password"}),
        ("password_set", {}),
        ("logged_in", {"way": "password"}),
    ]  # fmt: skip


def test_a_link_works_once_for_three_days_and_a_new_one_voids_the_old(roster):
    link = invite(roster, "once", ["reviewer"], Scope(), MACHINE, NOW)
    for at in (NOW + 3 * DAY, NOW - HOUR):
        with pytest.raises(AccessError) as told:
            join_by_password(roster, link, RIVER, at)
        assert told.value.reason == "link"
    newer = new_link(roster, "once", MACHINE, NOW + DAY)
    with pytest.raises(AccessError, match="used already"):
        join_by_password(roster, link, RIVER, NOW + DAY)
    join_by_password(roster, newer, RIVER, NOW + DAY)
    with pytest.raises(AccessError, match="used already"):
        join_by_password(roster, newer, RIVER, NOW + DAY)


def test_a_weak_password_does_not_use_up_the_link(roster):
    link = invite(roster, "weakling", ["reviewer"], Scope(), MACHINE, NOW)
    for weak in ("short", "aaaaaaaaaaaaaaaa", "weakling weakling", "aboveboard-2026!", "x" * 300):
        with pytest.raises(InputError, match="a password has"):
            join_by_password(roster, link, weak, NOW)
    assert join_by_password(roster, link, RIVER, NOW)


def test_the_first_administrator_comes_in_by_a_link_that_is_printed_until_there_is_one(empty):
    first = first_link(empty, NOW)
    second = first_link(empty, NOW + HOUR)
    with pytest.raises(AccessError):
        join_by_password(empty, first, RIVER, NOW + HOUR)
    session = join_by_password(empty, second, RIVER, NOW + HOUR)
    assert caller_of(empty, None, session, NOW + HOUR).permissions == ROLES["administrator"]
    assert first_link(empty, NOW + HOUR) is None
    leave(empty, "admin", MACHINE, NOW + HOUR)
    assert first_link(empty, NOW + HOUR) is not None


def test_whoever_leaves_is_out_at_once_and_the_tokens_they_made_are_flagged(roster, hire, told):
    mika = hire("reviewer")
    make_token(roster, f"{mika.name}-made", ["checks:ask"], mika.name, NOW)
    assert caller_of(roster, None, mika.session, NOW)
    assert leave(roster, mika.name, "anna", NOW + SECOND) == [f"{mika.name}-made"]
    assert caller_of(roster, None, mika.session, NOW + SECOND) is None
    with pytest.raises(AccessError, match="the name or the password is wrong"):
        login(roster, mika.name, mika.password, mika.address, NOW + SECOND)
    assert ("person_left", {"by": "anna"}) in told(f"person:{mika.name}")
    with roster.ledger.store.reading() as connection:
        assert proofs.of_owner(connection, mika.name) == []
        assert person_named(connection, mika.name).roles == ()
    with pytest.raises(InputError, match="nobody of the name"):
        leave(roster, mika.name, "anna", NOW + SECOND)
    back = invite(roster, mika.name, ["auditor"], Scope(), MACHINE, NOW + HOUR)
    assert (
        caller_of(roster, None, join_by_password(roster, back, RIVER, NOW + HOUR), NOW + HOUR).permissions
        == ROLES["auditor"]
    )


def test_other_roles_count_from_the_next_request_on(roster, hire):
    mika = hire("reviewer")
    change(roster, mika.name, ["auditor"], Scope(regions=("at",)), "anna", NOW)
    caller = caller_of(roster, None, mika.session, NOW)
    assert (caller.permissions, caller.scope) == (ROLES["auditor"], Scope(regions=("at",)))


def test_a_change_to_what_is_there_already_is_no_entry(roster, hire, told):
    mika = hire("reviewer")
    change(roster, mika.name, ["reviewer"], Scope(), "anna", NOW)
    assert "roles_changed" not in [kind for kind, _ in told(f"person:{mika.name}")]


def test_nobody_changes_or_removes_themselves(roster, hire):
    admin = hire("administrator")
    for act in (lambda: change(roster, admin.name, ["auditor"], Scope(), admin.name, NOW), lambda: leave(roster, admin.name, admin.name, NOW)):  # fmt: skip
        with pytest.raises(AccessError, match="nobody changes their own roles"):
            act()


def test_the_last_administrator_stays_unless_somebody_is_at_the_machine(empty, hire):
    admin = hire("administrator", on=empty)
    for act in (
        lambda: change(empty, admin.name, ["auditor"], Scope(), "anna", NOW),
        lambda: leave(empty, admin.name, "anna", NOW),
    ):
        with pytest.raises(AccessError, match="the last administrator"):
            act()
    second = hire("administrator", on=empty)
    leave(empty, admin.name, second.name, NOW)
    leave(empty, second.name, MACHINE, NOW)


def test_of_many_who_use_one_link_at_once_one_comes_in(roster):
    link = invite(roster, "raced", ["reviewer"], Scope(), MACHINE, NOW)

    def come(number):
        try:
            return join_by_password(roster, link, f"a long walk {number} by the river", NOW)
        except AccessError:
            return None

    with ThreadPoolExecutor(6) as pool:
        [session] = [s for s in pool.map(come, range(6)) if s]
    assert caller_of(roster, None, session, NOW).name == "raced"


def test_of_two_who_add_one_name_at_once_one_does(roster):
    def add(_):
        try:
            return invite(roster, "wanted", ["reviewer"], Scope(), MACHINE, NOW)
        except InputError:
            return None

    with ThreadPoolExecutor(6) as pool:
        assert len([link for link in pool.map(add, range(6)) if link]) == 1


@pytest.mark.parametrize(
    ("roles", "why"),
    [(["king"], "no such role: king"), ([], "none given"), (["administrator", "reviewer"], "sees no accounts"), (["auditor", "senior"], "changes nothing")],
)  # fmt: skip
def test_roles_that_do_not_exist_or_do_not_go_together_are_refused(roster, roles, why):
    with pytest.raises(InputError, match=why):
        invite(roster, "nobody-yet", roles, Scope(), MACHINE, NOW)


def test_a_name_that_somebody_has_is_taken_by_people_and_tokens_alike(roster, hire):
    mika = hire()
    make_token(roster, "a-machine", ["checks:ask"], MACHINE, NOW)
    for name in (mika.name, "a-machine"):
        with pytest.raises(InputError, match="is taken"):
            invite(roster, name, ["reviewer"], Scope(), MACHINE, NOW)
        with pytest.raises(InputError, match="is taken"):
            make_token(roster, name, ["checks:ask"], MACHINE, NOW)


def test_whoever_comes_in_anew_ends_what_they_had_before(roster, hire):
    mika = hire()
    link = new_link(roster, mika.name, "anna", NOW)
    assert caller_of(roster, None, mika.session, NOW)  # a link alone ends nothing
    join_by_password(roster, link, RIVER, NOW)
    assert caller_of(roster, None, mika.session, NOW) is None
    with pytest.raises(AccessError):
        login(roster, mika.name, mika.password, mika.address, NOW)
    assert login(roster, mika.name, RIVER, mika.address, NOW)


def test_a_review_lists_who_works_here_with_roles_ways_last_use_and_tokens(empty, hire):
    mika, unused = hire("senior", on=empty), hire("auditor", on=empty)
    invite(empty, "coming", ["intake"], Scope(), MACHINE, NOW)
    make_token(empty, "by-mika", ["checks:ask"], mika.name, NOW)
    login(empty, mika.name, mika.password, mika.address, NOW + 60 * DAY)
    found = {r.person.name: r for r in review(empty, NOW + 100 * DAY)}
    assert (found[mika.name].ways, found[mika.name].sessions, found[mika.name].tokens, found[mika.name].unused) == (("password",), 2, ("by-mika",), False)  # fmt: skip
    assert found[unused.name].unused
    assert (found["coming"].person.state, found["coming"].ways) == ("invited", ())
    leave(empty, unused.name, MACHINE, NOW + 100 * DAY)
    assert unused.name not in {r.person.name for r in review(empty, NOW + 100 * DAY)}


def test_no_secret_of_anybody_is_in_the_store_or_the_ledger(roster, hire):
    mika = hire()
    link = new_link(roster, mika.name, MACHINE, NOW)
    token = make_token(roster, f"{mika.name}-t", ["checks:ask"], MACHINE, NOW)
    with pytest.raises(AccessError):
        login(roster, "somebody", "a password typed by mistake", mika.address, NOW)
    with roster.ledger.store.reading() as connection:
        everything = "\n".join(
            str(row) for table in METADATA.sorted_tables for row in connection.execute(sa.select(table)).all()
        )
    secrets = (mika.password, mika.session, link, token, "typed by mistake", "somebody", mika.address, "2001:db8")
    assert not [secret for secret in secrets if secret in everything]
    assert digest(token) in everything
