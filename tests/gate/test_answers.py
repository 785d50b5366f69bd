"""What the gate answers: the steering scenarios S1, S2 and S7, and those who must be let in."""

from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest
from gate_worlds import AT, CLOSED, TOKENS, active, attempt, closed, opened, picture, service, token

from aboveboard.core import ACTIONS
from aboveboard.gate.answers import ANSWERS, FIELDS, ORDER, REASONS
from aboveboard.gate.attempts import Shown
from aboveboard.gate.opening import answer, answers
from aboveboard.gate.ruling import failed_over
from aboveboard.policy import default_policy, load_policy

POLICY = default_policy()


@pytest.fixture(scope="module")
def gate(tmp_path_factory):
    return opened(tmp_path_factory.mktemp("gate") / "index")


def asked(gate, policy=POLICY, overturned=frozenset(), **given):
    return answer(attempt(**given), gate.state, policy, overturned)


RETURNER = {"handle": "fresh_start", "display_name": "人民曰报", "tokens": (("device", "d1"), ("phone", "p9"))}


def test_s1_a_sibling_on_the_same_network_is_let_in_without_a_claim(gate):
    told = asked(gate, handle="sister", display_name="Blue Pine", tokens=(("network", "n1"), ("device", "other")))
    assert (told.answer, told.finding_ids, told.reasons) == ("allow", (), ())


def test_s1_a_sibling_on_the_same_console_too_is_never_above_possible_and_is_let_in(gate):
    told = asked(gate, handle="sister", display_name="Blue Pine", tokens=(("network", "n1"), ("device", "d1")))
    assert told.tier in ("", "possible")
    assert told.answer in ("allow", "review")


def test_s2_a_closed_account_is_back_under_a_look_alike_name_on_the_same_device(gate):
    told = asked(gate, **RETURNER)
    claim = told.staff.claims[0]
    assert (told.answer, told.tier, claim.violation, claim.related) == ("verify", "likely", "reincarnation", ("daily",))
    assert set(claim.classes) == {"device", "profile"}
    assert "曰/日" in claim.says
    assert "曰/日" in claim.derivation


def test_s2_what_the_holder_may_read_names_no_closed_account_and_no_token(gate):
    told = msgspec.to_builtins(asked(gate, **RETURNER))
    del told["staff"]
    shown = msgspec.json.encode(told).decode()
    assert told["reasons"][0]["fields"] == ("display_name",)
    assert not any(text in shown for text in ("daily", "人民日报", "d1", "device:"))


def test_s2_a_policy_that_refuses_returns_by_itself_denies(gate):
    rule = '[[rule]]\nname = "no_return"\nwhen = \'violation == "reincarnation" && tier == "likely"\'\naction = "suspend"\nexpires = "30d"\ncap = { per_day = 10, share = 0.01 }\nwhy = "Your account may not come back yet."\n'
    case = '[[case]]\nname = "back"\ngiven = { violation = "reincarnation", tier = "likely", classes = ["profile", "device"] }\nthen = "suspend"\nrule = "no_return"\n'
    strict = load_policy(f'name = "strict"\nversion = "1"\nowner = "us"\n\n{rule}\n{case}')
    told = asked(gate, strict, **RETURNER)
    assert (told.answer, told.reasons[0].says) == ("deny", "Your account may not come back yet.")
    assert told.staff.rules == {"reincarnation": "no_return"}
    alone = asked(gate, strict, display_name="人民曰报")
    assert alone.answer in ("allow", "review")


def test_s7_a_verified_account_that_takes_a_banks_name_is_reviewed_at_once_and_its_badge_rests(gate):
    given = {"kind": "profile_change", "account_id": "school", "created_at": AT - timedelta(days=900), "verified": True}
    told = asked(gate, **given, handle="school", display_name="Northgate Bank", changed=("display_name",))
    assert (told.answer, told.person, told.drop_badge) == ("review", True, True)
    assert told.reasons[0].code == "badge_needs_a_new_check"
    assert "it took the name today" in told.staff.claims[0].says
    same = asked(gate, **given, handle="school", display_name="Hillside Schoolhouse", changed=("display_name",))
    assert not same.drop_badge


def test_a_disguised_bank_beside_a_register_that_names_another_account_is_asked_to_verify(gate):
    told = asked(gate, handle="nb_help", display_name="Nоrthgate Bаnk")
    assert (told.answer, told.violation) == ("verify", "impersonation")
    assert "display_name" in told.reasons[0].fields
    assert told.reasons[0].code in REASONS


@pytest.mark.parametrize(
    "innocent",
    [
        {"display_name": "王伟", "handle": "wangwei88"},
        {"display_name": "Marble Heron Fan Club", "handle": "heronfans"},
        {"display_name": "Parody of Northgate Bank", "handle": "notthebank"},
        {"display_name": "Northgate Bank Hillside Branch", "handle": "nb_hillside"},
        {"display_name": "Quarry Lanterns", "handle": "ql", "tokens": (("device", "d4"),)},
        {"display_name": "Velvet Orchard", "handle": "vo", "tokens": (("device", "d5"),)},
        {"display_name": "Tea and Rain", "handle": "tea", "bio": "I love Northgate Bank. Not affiliated with Northgate Bank."},
    ],
    ids=["namesake", "fan", "parody", "branch", "bar ended", "left by itself", "says it is not"],
)  # fmt: skip
def test_an_innocent_look_alike_is_let_in(gate, innocent):
    told = asked(gate, **innocent)
    assert (told.answer, told.reasons) == ("allow", ())


def test_an_account_older_than_the_bank_keeps_its_name(gate):
    given = {
        "kind": "login",
        "account_id": "old1",
        "created_at": AT - timedelta(days=9999),
        "display_name": "Northgate Bank",
    }
    assert asked(gate, **given).answer == "allow"


def test_the_banks_own_account_logs_in(gate):
    assert asked(gate, kind="login", account_id="bank", display_name="Northgate Bank").finding_ids == ()


def test_an_account_that_was_there_before_the_closure_is_not_its_return(gate):
    told = asked(
        gate, kind="login", account_id="old2", created_at=CLOSED - timedelta(days=300), display_name="人民曰报"
    )
    assert told.finding_ids == ()


def test_evidence_of_an_overturned_decision_does_not_count_again(gate):
    assert asked(gate, overturned=frozenset(("daily",)), **RETURNER).finding_ids == ()
    assert asked(gate, overturned=frozenset(("o1",)), display_name="Nоrthgate Bаnk").finding_ids == ()


def test_one_kind_of_evidence_never_goes_beyond_a_review(gate):
    for given in ({"display_name": "人民曰报"}, {"tokens": (("device", "d1"),)}, {"tokens": (("network", "n1"),)}):
        told = asked(gate, **given)
        assert ORDER.index(told.answer) <= ORDER.index("review")
        assert told.answer not in ("verify", "deny")


def test_the_picture_and_the_biography_of_a_closed_account_count(gate):
    told = asked(
        gate,
        handle="n9",
        bio="News of the harbour — twice a day, since 1990!",
        avatar_hash=picture(1),
        tokens=(("device", "d1"),),
    )
    says = told.staff.claims[0].says
    assert "picture" in says
    assert "bio" in says
    assert told.reasons[0].fields == ("bio", "avatar_hash")


def test_a_copied_logo_and_a_link_like_the_banks_point_to_it(gate):
    told = asked(
        gate,
        handle="nbk",
        display_name="Northgate Bank",
        url="https://n0rthgatebank.example/pay",
        avatar_hash=picture(2),
    )
    assert {"display_name", "url", "avatar_hash"} <= set(told.reasons[0].fields)


def test_a_bio_that_claims_an_office_is_read(gate):
    told = asked(gate, handle="jane7", display_name="Jane", bio="Official account of Northgate Bank")
    assert (
        "bio claims office" in told.staff.claims[0].says or "its bio claims to be official" in told.staff.claims[0].says
    )


def test_the_same_attempt_gives_the_same_bytes_alone_and_among_others(gate):
    one = attempt(**RETURNER)
    other = [
        attempt(attempt_id=f"x{n}", display_name=n) for n in ("Northgate Bank", "王伟", "人民曰报", "Nоrthgate Bаnk")
    ]
    alone = msgspec.json.encode(answer(one, gate.state, POLICY))
    among = answers([*other[:2], one, *other[2:]], gate.state, POLICY)
    assert msgspec.json.encode(among[2]) == alone
    assert [msgspec.json.encode(answer(o, gate.state, POLICY)) for o in other] == [msgspec.json.encode(a) for a in (*among[:2], *among[3:])]  # fmt: skip


def test_a_decision_id_hangs_on_the_attempt_the_policy_and_the_version_of_the_indexes(gate):
    one, ids = attempt(**RETURNER), set()
    for state, policy in (
        (gate.state, POLICY),
        (gate.state._replace(version=7), POLICY),
        (gate.state, replace(POLICY, version="2")),
    ):
        ids.add(answer(one, state, policy).decision_id)
    ids.add(answer(attempt(attempt_id="t2", **RETURNER), gate.state, POLICY).decision_id)
    assert len(ids) == 4
    assert all(i.startswith("dec_") and len(i) == 30 for i in ids)


def test_a_gate_that_cannot_check_says_so_and_answers_as_declared():
    one = attempt(kind="login", account_id="a")
    told = failed_over(one, POLICY, 3)
    assert (told.answer, told.degraded, told.index_version) == ("allow", True, 3)
    waiting = failed_over(one, POLICY, 3, {"login": "review"})
    assert (waiting.answer, waiting.person) == ("review", True)


def test_a_token_of_many_and_a_number_given_out_again_tie_nobody(tmp_path):
    crowd = tuple(token(f"wei{n}", "device", "kiosk") for n in range(24))
    tokens = (
        *TOKENS,
        *crowd,
        token("olive_kettle", "device", "kiosk"),
        {**token("olive_kettle", "phone", "p7"), "last_seen_at": CLOSED - timedelta(days=200)},
    )
    gate = opened(tmp_path / "g", service(tokens=tokens))
    told = asked(gate, display_name="Somebody Else", tokens=(("device", "kiosk"), ("phone", "p7")))
    assert told.finding_ids == ()


def test_a_bar_on_another_platform_bars_nobody_here(tmp_path):
    gate = opened(
        tmp_path / "g",
        service(
            (closed("x", display_name="Olive Kettle", platform="games"), active("y")), (token("x", "device", "d1"),)
        ),
    )
    assert asked(gate, display_name="Olive Kettle", tokens=(("device", "d1"),)).finding_ids == ()
    assert asked(gate, display_name="Olive Kettle", tokens=(("device", "d1"),), platform="games").tier == "likely"


def test_a_device_that_changed_hands_after_the_closure_counts_and_one_from_before_does_not(gate):
    given = {"kind": "login", "account_id": "old3", "created_at": CLOSED - timedelta(days=300), "handle": "fresh_start"}
    before = attempt(**given)
    tied = (Shown("device", "d1", CLOSED - timedelta(days=100)), Shown("phone", "p1", CLOSED - timedelta(days=100)))
    assert answer(msgspec.structs.replace(before, tokens=tied), gate.state, POLICY).finding_ids == ()
    taken = (Shown("device", "d1"), Shown("phone", "p1"))
    assert answer(msgspec.structs.replace(before, tokens=taken), gate.state, POLICY).tier == "likely"


def test_every_action_has_an_answer_and_none_is_harder_alone_than_for_a_person_to_confirm():
    assert set(ANSWERS) == set(ACTIONS)
    assert all(confirmed in ("verify", "review") for _, confirmed in ANSWERS.values())
    assert set(FIELDS) <= set(attempt().__struct_fields__)
