"""People and tokens are what the ledger makes them, and the tables can be written anew from it."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from staff_days import NOW, SECOND

from aboveboard.errors import AboveboardError
from aboveboard.staff.folding import people_of, person_after, tokens_of
from aboveboard.staff.people import change, invite, join_by_password, leave, new_link
from aboveboard.staff.permissions import ROLES, Scope, clash, held
from aboveboard.staff.roster import MACHINE, STREAM, people, rebuild, tokens
from aboveboard.staff.tokens import make_token, revoke_token
from aboveboard.store.entries import Entry

KINDS = ["person_invited", "person_joined", "roles_changed", "person_left", "logged_in", "login_failed", "link_made"]
BODIES = st.fixed_dictionaries(
    {
        "roles": st.lists(st.sampled_from(sorted(ROLES)), max_size=3, unique=True),
        "languages": st.lists(st.sampled_from(["de", "fr"]), max_size=2, unique=True),
        "by": st.sampled_from(["anna", "machine"]),
    }
)
STORY = st.lists(st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(KINDS), BODIES), max_size=14)


def entries_of(story):
    return [
        Entry(n, STREAM, n, NOW + timedelta(seconds=n), kind, f"person:{name}", None, body, "", "")
        for n, (name, kind, body) in enumerate(story, 1)
    ]


@given(STORY)
def test_whatever_happens_nobody_has_roles_who_left_and_everybody_was_invited(story):
    found = people_of(entries_of(story))
    for person in found.values():
        assert person.state in {"invited", "active", "left"}
        assert person.state != "left" or (person.roles, held(person.roles)) == ((), frozenset())
    assert set(found) == {name for name, kind, _ in story if kind == "person_invited"}


@given(STORY)
def test_a_fold_of_the_beginning_goes_on_to_the_fold_of_the_whole(story):
    entries = entries_of(story)
    for cut in range(len(entries)):
        found = people_of(entries[:cut])
        for entry in entries[cut:]:
            name = entry.subject.partition(":")[2]
            if (after := person_after(found.get(name), entry)) is not None:
                found[name] = after
        assert found == people_of(entries)


@given(STORY)
def test_failed_log_ins_and_links_change_nobody(story):
    entries = entries_of(story)
    quiet = [e for e in entries if e.kind not in {"login_failed", "link_made"}]
    assert people_of(quiet) == people_of(entries)


DOES = st.lists(
    st.tuples(
        st.sampled_from(["invite", "join", "change", "leave", "link", "token", "revoke"]),
        st.sampled_from(["a1", "b2", "c3"]),
        st.sets(st.sampled_from(sorted(ROLES)), min_size=1, max_size=2),
    ),
    max_size=12,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DOES)
def test_the_tables_written_anew_from_the_ledger_are_the_tables_that_were_kept(roster, story):
    links = {}
    for step, (what, name, roles) in enumerate(story):
        try:
            do(roster, links, what, name, roles, NOW + step * SECOND)
        except AboveboardError:
            continue
    with roster.ledger.store.reading() as connection:
        kept = people(connection), tokens(connection)
    assert rebuild(roster) == kept
    entries = list(roster.ledger.of_stream(STREAM))
    assert ({p.name: p for p in kept[0]}, {t.id: t for t in kept[1]}) == (people_of(entries), tokens_of(entries))
    assert not [p for p in kept[0] if p.state == "left" and p.roles]
    assert not [p for p in kept[0] if clash(p.roles)]


def do(roster, links, what, name, roles, at):
    if what == "invite":
        links[name] = invite(roster, name, roles, Scope(languages=("de",)), MACHINE, at)
    elif what == "join" and name in links:
        join_by_password(roster, links[name], "a long walk by the river", at)
    elif what == "change":
        change(roster, name, roles, Scope(), "z9", at)
    elif what == "leave":
        leave(roster, name, "z9", at)
    elif what == "link":
        links[name] = new_link(roster, name, MACHINE, at)
    elif what == "token":
        make_token(roster, f"{name}-token", ["checks:ask"], name, at)
    elif what == "revoke":
        revoke_token(roster, f"{name}-token", MACHINE, at)
