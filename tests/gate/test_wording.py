"""A profile that holds one of the operator's terms, or a hidden contact, is asked to be changed where it is made: the field is named."""

import pytest
from gate_worlds import AT, opened

from aboveboard.detectors.prohibited_profile import PROHIBITED_PROFILE
from aboveboard.engines.base import run
from aboveboard.engines.finish import finish
from aboveboard.examples import world_of
from aboveboard.gate.attempts import Attempt
from aboveboard.gate.opening import answers
from aboveboard.gate.wording import NO_TERMS, terms_of, wording
from aboveboard.policy import default_policy, load_policy
from aboveboard.store.entries import FIRST, Entry

TERMS = terms_of(
    [
        {"term": "casino", "list": "gambling"},
        {"term": "代开发票", "list": "forgery"},
        {"term": "casinovella", "list": "allow"},
    ]
)


def attempt(name="t1", kind="registration", **more):
    return Attempt(name, kind, AT, **{"handle": "fresh", **more})


@pytest.fixture(scope="module")
def gate(tmp_path_factory):
    return opened(tmp_path_factory.mktemp("index") / "gate")


def test_terms_and_hidden_contacts_are_claimed_with_their_fields_and_open_ones_are_not():
    asked = [
        attempt(display_name="C·A·S·I·N·O king", bio="专业代開发票"),
        attempt(display_name="Anna", bio="加薇❤xiaoli_88"),
        attempt(display_name="casinovella", bio="WeChat: anna_1998, +44 20 7946 0958", url="https://anna.example"),
        attempt(kind="login", display_name="casino"),
        attempt(kind="profile_change", display_name="casino", bio="tea", changed=("bio",)),
    ]
    term, contact, *none = wording(asked, TERMS)
    assert (term.violation, term.tier, term.fields, term.classes) == (
        "name_violation",
        "possible",
        ("bio", "display_name"),
        ("profile",),
    )
    assert "1 more in its profile" in term.says
    assert contact.fields == ("bio",)
    assert none == [None, None, None]


def test_without_lists_contacts_are_still_found():
    assert [bool(c) for c in wording([attempt(bio="薇芯: xiaoli_88"), attempt(display_name="casino")], NO_TERMS)] == [
        True,
        False,
    ]


def test_the_answer_names_the_field_and_the_operator_s_own_rule_has_the_last_word(gate):
    state = gate.state._replace(terms=TERMS)
    asked = attempt(display_name="Rain on Tea", bio="best саsino in town")
    (told,) = answers([asked], state, default_policy())
    assert (told.answer, told.violation, told.tier) == ("verify", "name_violation", "possible")
    assert [(r.code, r.fields) for r in told.reasons] == [("holds_what_is_not_allowed", ("bio",))]
    assert "саsino" not in told.reasons[0].says
    quiet = load_policy(
        'name = "q"\nversion = "1"\nowner = "me"\n\n[[rule]]\nname = "listed"\nwhen = \'violation == "name_violation"\'\naction = "none"\nwhy = "It is listed."\n'
    )
    assert answers([asked], state, quiet)[0].answer == "allow"


def test_terms_that_are_handed_in_later_show_with_the_entry_that_says_so(tmp_path):
    known = [NO_TERMS]
    gate = opened(tmp_path / "gate", terms=lambda: known[0])
    asked = attempt(display_name="casino king")
    assert answers([asked], gate.state, default_policy())[0].answer == "allow"
    known[0] = TERMS
    gate.apply(Entry(9, "names", 1, AT, "terms_changed", "", None, {"rows": 3}, FIRST, FIRST))
    (told,) = answers([asked], gate.state, default_policy())
    assert (told.answer, told.index_version) == ("verify", 9)


ALONE = [
    e for e in PROHIBITED_PROFILE.examples if not {"posts", "warnings", "profile_changes"} & set(world_of(e).sources)
]


def rows(world, table):
    return world.sources[table].memory.to_pylist() if table in world.sources else []


@pytest.mark.parametrize("example", ALONE, ids=lambda e: e.name)
def test_what_is_found_is_what_a_scan_finds(example, duck):
    """In the detector's own examples, but for where its account lives, which no attempt says, and what several accounts share."""
    world = world_of(example)
    shown = {
        r["account_id"]: r for r in rows(world, "accounts") if r.get("status") != "closed" and not r.get("location")
    }
    found = finish(PROHIBITED_PROFILE, run(PROHIBITED_PROFILE, duck, world)).to_pylist()
    shared = {f["subject_id"] for f in found if f["tier"] == "likely"}
    scanned = {f["subject_id"]: (f["score"], f["says"]) for f in found if f["subject_id"] not in shared}
    fields = ("handle", "display_name", "bio", "url", "language")
    asked = [
        attempt(
            n, verified_org_id="o9" if r.get("kind") == "organisation" else "", **{f: r.get(f) or "" for f in fields}
        )
        for n, r in shown.items()
        if n not in shared
    ]
    told = {
        a.attempt_id: c and (c.score, c.says)
        for a, c in zip(asked, wording(asked, terms_of(rows(world, "protected_terms"))), strict=True)
    }
    assert {n: c for n, c in told.items() if c} == {n: scanned[n] for n in scanned if n in shown}
