"""Who may do what: the list is closed, and the roles keep apart what must be apart."""

import itertools

import pytest

from aboveboard.errors import AccessError
from aboveboard.staff.permissions import (
    APART,
    HOLDER,
    PERMISSIONS,
    PLATFORM,
    READS,
    ROLES,
    SHOWS,
    TOKENS_MAY,
    Caller,
    Scope,
    apart,
    clash,
    held,
    required,
)


def test_every_role_holds_permissions_that_exist_and_each_permission_has_somebody():
    assert set().union(*ROLES.values()) <= set(PERMISSIONS)
    assert set(PERMISSIONS) >= SHOWS
    assert set().union(*ROLES.values(), TOKENS_MAY, HOLDER) == set(PERMISSIONS)


def test_an_administrator_sees_no_account_and_an_auditor_changes_nothing():
    assert not ROLES["administrator"] & SHOWS
    assert ROLES["auditor"] <= READS


def test_what_shows_accounts_is_all_that_speaks_of_them():
    about = ("accounts", "findings", "cases", "decisions", "batches", "bars", "appeals", "checks", "actions")
    assert {p for p in PERMISSIONS if p.split(":")[0] in about} - SHOWS == {"appeals:lodge"}


@pytest.mark.parametrize("role", ROLES)
def test_no_role_alone_holds_both_halves_of_what_needs_two_people_unless_the_matter_keeps_them_apart(role):
    both = [pair for pair in APART if set(pair) <= ROLES[role]]
    one = Caller("mika", "person", ROLES[role])
    for first, second in both:
        assert apart(one, second, "case 7", [("mika", first)])
        assert apart(one, first, "case 7", [("mika", second)])
    assert not both or role == "senior"


def test_the_author_of_a_policy_is_not_its_approver_whatever_their_roles():
    one = Caller("mika", "person", held(["policy_author", "policy_approver"]))
    assert "for somebody else" in apart(one, "policies:approve", "policy 3", [("mika", "policies:write")])
    assert apart(one, "policies:approve", "policy 3", [("anna", "policies:write")]) is None
    assert apart(one, "policies:approve", "policy 3", []) is None


def test_whoever_decided_or_confirmed_does_not_judge_the_appeal():
    judge = Caller("mika", "person", held(["senior", "appeals"]))
    for act in ("decisions:make", "decisions:confirm"):
        assert apart(judge, "appeals:judge", "case 7", [("anna", "cases:work"), ("mika", act)])
    assert apart(judge, "appeals:judge", "case 7", [("mika", "cases:work"), ("anna", "decisions:make")]) is None


def test_two_roles_of_which_one_must_not_see_or_change_are_two_people():
    pairs = {(a, b) for a, b in itertools.combinations(sorted(ROLES), 2) if clash([a, b])}
    assert {b for a, b in pairs if a == "administrator"} == set(ROLES) - {"administrator"} - {
        r for r in ROLES if not ROLES[r] & SHOWS
    }
    assert all(clash(["auditor", role]) for role in ROLES if not ROLES[role] <= READS)
    assert all(clash([role]) is None for role in ROLES)
    assert clash(["reviewer", "senior", "appeals"]) is None
    both = {frozenset(p) for p in itertools.combinations(ROLES, 2) if not clash(p)}
    assert not any(held(pair) & SHOWS and "staff:manage" in held(pair) for pair in both)


def test_a_platform_s_token_may_neither_decide_nor_see_cases():
    assert PLATFORM < TOKENS_MAY
    assert not TOKENS_MAY & {p for p in PERMISSIONS if p.split(":")[0] in ("decisions", "cases", "staff", "keys")} - {
        "decisions:read"
    }


def test_nobody_is_told_apart_from_somebody_who_may_not():
    with pytest.raises(AccessError) as told:
        required(None, "cases:read")
    assert told.value.reason == "unknown"
    one = Caller("mika", "person", ROLES["administrator"])
    with pytest.raises(AccessError, match="cases:read") as told:
        required(one, "cases:read")
    assert told.value.reason == "forbidden"
    assert required(one, "staff:manage") is one
    with pytest.raises(KeyError):
        required(one, "cases:reed")


def test_a_part_of_the_work_covers_only_what_is_known_to_lie_within():
    assert Scope().covers(queue="urgent", language=None, region="de")
    german = Scope(languages=("de", "nds"))
    assert german.covers(queue="urgent", language="nds")
    assert not german.covers(language="fr")
    assert not german.covers(queue="urgent")
    assert not Scope(("urgent",), ("de",), ("at",)).covers("urgent", "de", "ch")
